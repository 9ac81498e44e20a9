// What is left over of a layer when its maps are turned back: a picture, its number, and what that says. One scale for all of them.

import { computed } from '@preact/signals-core';
import { comparedAt, nearestTo } from '../state/errors.js';
import { Painter, drawPixels } from '../ui/canvas.js';
import { add, find, write } from '../ui/dom.js';
import { formatError } from '../ui/format.js';
import { TICKS, css, leftOverColour, paintLeftOver, placeOnScale } from '../ui/palette.js';
import { watch } from '../watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { TurnError } from '../../pkg/gsa_net.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Network } from '../state/networks.js'
 * @import { Sheet } from '../ui/canvas.js'
 */

/** Below this a relative error is rounding of 32-bit numbers. */
const ROUNDING = 2e-4;

export const style = `
.leftover { display: grid; justify-items: center; align-content: center; gap: 4px; min-width: 0; text-align: center; font-variant-numeric: tabular-nums; }
.leftover .what { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.25; white-space: pre-line; }
.leftover canvas { width: min(100%, 180px); aspect-ratio: 1; }
.leftover :is(canvas, .number, .verdict) { transition: opacity 120ms; }
.leftover[data-state="stale"] :is(canvas, .number, .verdict) { opacity: 0.3; }
.leftover .number { color: var(--bar); font-size: 1.25rem; line-height: 1.2; font-weight: 700; white-space: nowrap; }
.leftover .verdict { font-size: 0.8125rem; line-height: 1.3; min-height: 2.6em; }
.leftover-scale { display: flex; flex: 1 1 340px; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 6px 12px; color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.3; }
.leftover-scale b { color: var(--gsa-ink); }
.leftover-scale p { flex: 1 1 110px; }
.leftover-scale .bar { position: relative; flex: 0 1 200px; min-width: 160px; height: 30px; margin-inline: 8px 12px; }
.leftover-scale .colours { height: 12px; border: 1px solid var(--gsa-line-strong); forced-color-adjust: none; }
.leftover-scale .tick { position: absolute; top: 14px; font-size: 0.75rem; transform: translateX(-50%); font-variant-numeric: tabular-nums; }
`;

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {AbortSignal} signal
 */
export function mount(root, demo, network, signal) {
  const figure = add(
    root,
    `<figure class="leftover">
      <figcaption class="what"></figcaption>
      <canvas class="difference" role="img"></canvas>
      <p class="number"></p>
      <p class="verdict"></p>
    </figure>`,
  );
  const canvas = /** @type {HTMLCanvasElement} */ (find(figure, 'canvas'));
  const shown = computed(() => differenceOf(demo, network.value));
  const painter = new Painter(
    canvas,
    (sheet) => paintDifference(sheet, shown.peek()?.turn ?? null, demo.drawing.isEmpty.peek()),
    signal,
  );
  const picture = computed(() => shown.value?.turn);
  watch(signal, () => {
    void [picture.value, demo.dark.value, demo.drawing.isEmpty.value];
    painter.invalidate();
  });
  watch(signal, () => {
    const now = shown.value;
    const degrees = Math.round((now?.degrees ?? comparedAt(demo.turning.angle.value)) * 10) / 10;
    const number = now ? formatError(now.turn.error) : '–';
    const verdict = now ? verdictOf(now.turn) : '';
    figure.dataset.state = !now ? 'none' : now.fresh ? 'fresh' : 'stale';
    write(find(figure, '.what'), `difference\nat ${degrees}°`);
    write(find(figure, '.number'), number);
    write(find(figure, '.verdict'), verdict);
    const said = now ? `${number}, ${verdict}` : 'not measured yet';
    canvas.setAttribute('aria-label', `Difference when turned back by ${degrees}°: ${said}`);
    canvas.dataset.title = `difference at ${degrees}°: ${number}`;
  });
  return figure;
}

/**
 * What is shown of a network: the error that is known nearest to where it is compared, and whether that is of this angle, layer and drawing.
 *
 * @param {Demo} demo
 * @param {Network | undefined} network
 */
export function differenceOf(demo, network) {
  const errors = network?.errors.value;
  if (!network || !errors) return null;
  const nearest = nearestTo(errors.points, comparedAt(demo.turning.angle.value));
  if (!nearest) return null;
  const isOfThis =
    errors.drawing === demo.drawing.version.value &&
    errors.layer === demo.looking.viewOf(network).layer;
  return { degrees: nearest.degrees, turn: nearest.turn, fresh: isOfThis && nearest.near };
}

/** What a number says. @param {TurnError} turn */
export function verdictOf({ error, resampling }) {
  if (error < ROUNDING) return 'only rounding';
  if (resampling < ROUNDING) return error < 0.3 ? 'nearly the same map' : 'another map';
  return `pixel grid alone: ${formatError(resampling)}`;
}

/** @param {Sheet} sheet @param {TurnError | null} turn @param {boolean} isBlank  nothing is drawn */
function paintDifference({ context, size, colour, dark }, turn, isBlank) {
  const unit = Math.min(3, devicePixelRatio || 1);
  const edge = Math.ceil(unit);
  context.lineWidth = unit;
  context.strokeStyle = colour('muted');
  if (turn) {
    drawPixels(
      context,
      paintLeftOver(turn.difference, turn.cols, dark),
      edge,
      edge,
      size - 2 * edge,
    );
  } else if (isBlank) {
    context.setLineDash([4 * unit, 3 * unit]);
  } else {
    // Asked: no colour of the scale.
    context.save();
    context.beginPath();
    context.rect(edge, edge, size - 2 * edge, size - 2 * edge);
    context.clip();
    context.strokeStyle = colour('line-strong');
    for (let at = -size; at < size; at += 8 * unit) {
      context.beginPath();
      context.moveTo(at, size);
      context.lineTo(at + size, 0);
      context.stroke();
    }
    context.restore();
  }
  context.strokeRect(edge / 2, edge / 2, size - edge, size - edge);
  context.setLineDash([]);
}

/** The scale of all differences. @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mountScale(root, demo, signal) {
  const scale = add(
    root,
    `<div class="leftover-scale">
      <p><b>Difference</b> as a share of the layer’s own strength</p>
      <div class="bar" role="img" aria-label="A square-root scale from 0, blank, to ${TICKS[TICKS.length - 1]}"><div class="colours"></div></div>
    </div>`,
  );
  const bar = find(scale, '.bar');
  for (const tick of TICKS) {
    const label = add(bar, `<span class="tick" aria-hidden="true">${tick}</span>`);
    label.style.left = `${100 * placeOnScale(tick)}%`;
  }
  watch(signal, () => {
    const dark = demo.dark.value;
    const most = TICKS[TICKS.length - 1];
    const stops = [0, 0.25, 0.5, 0.75, 1].map((at) => css(leftOverColour(most * at * at, dark)));
    find(bar, '.colours').style.background = `linear-gradient(90deg, ${stops.join(', ')})`;
  });
  return scale;
}
