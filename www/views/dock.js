// What stays in reach while one reads below: where the dial has gone off the top of the screen, a small one at the bottom, with the
// angle and what each network reads. Dragged sideways it turns the drawing.

import { normalise } from '../state/angle.js';
import { cellsOf } from '../state/round.js';
import { traceStroke } from '../state/strokes.js';
import { arc, runsOf } from '../ui/circle.js';
import { Painter } from '../ui/canvas.js';
import { add, find, write, yieldFocus } from '../ui/dom.js';
import { describeAngle } from '../ui/format.js';
import { addSvg } from '../ui/svg.js';
import { turnByKey } from './dial.js';
import { ANGLES, RADII } from './polar.js';
import { nameAt } from '../state/names.js';
import { eachNetwork, placeOf, watch } from '../watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { Network } from '../state/networks.js'
 */

/** What a pointer may move before it drags. */
const SLACK = 6;
/** The share of the dial from which on it is in sight. */
const MOST_OF_IT = 0.3;

export const style = `
.dock { position: sticky; bottom: 0; z-index: 2; height: 0; visibility: hidden; opacity: 0; transition: opacity 200ms, visibility 200ms; }
.dock[data-shown] { visibility: visible; opacity: 1; }
.dock-sheet {
  position: absolute; inset: auto 0 0; height: calc(112px + env(safe-area-inset-bottom, 0px)); padding: 8px 12px calc(8px + env(safe-area-inset-bottom, 0px));
  display: grid; grid-template-columns: 96px minmax(0, 1fr) auto; gap: 0 10px; align-items: center;
  border-top: 1px solid var(--gsa-line-strong); background: var(--gsa-surface); box-shadow: 0 -6px 20px rgb(0 0 0 / 0.08);
  cursor: ew-resize; touch-action: pan-y; -webkit-user-select: none; user-select: none; -webkit-tap-highlight-color: transparent;
}
.dock-sheet:focus-visible { outline-offset: -4px; }
.dock .small { position: relative; width: 96px; height: 96px; padding: 0; border: 0; border-radius: 50%; background: none; cursor: inherit; touch-action: inherit; }
.dock .small svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.dock .small canvas { position: absolute; inset: 24%; width: 52%; height: 52%; }
.dock .run { fill: none; stroke: var(--of); stroke-width: 5; }
.dock .run.kept { stroke-width: 18; }
.dock .run.unasked { stroke: var(--gsa-line-strong); }
.dock .main { --of: var(--gsa-accent); }
.dock .other { --of: var(--gsa-other); }
.dock .third { --of: var(--gsa-third); }
.dock .hand { stroke: var(--gsa-ink); stroke-width: 8; }
.dock .head { fill: var(--gsa-ink); }
.dock .turned { font-size: 1.625rem; line-height: 1.1; font-weight: 700; font-variant-numeric: tabular-nums; }
.dock .how { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.3; }
.dock-answers { display: flex; gap: 16px; }
.dock-answer { display: grid; justify-items: center; color: var(--of); }
.dock-answer .said { font: 700 2.5rem/1 var(--gsa-font-digit, Georgia, "Palatino Linotype", Palatino, "P052", serif); font-variant-numeric: lining-nums; white-space: nowrap; }
.dock-answer .mark { margin-inline-start: 4px; font: 700 1.0625rem/1 ui-sans-serif, system-ui, sans-serif; }
.dock-answer .who { max-width: 7.5em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 0.75rem; font-weight: 650; }
/* What has the focus does not hide behind it. */
.inside :is(button, select, input, summary) { scroll-margin-bottom: 128px; }
@media (max-width: 359px) {
  .dock-sheet { gap: 0 8px; }
  .dock-answers { gap: 8px; }
  .dock .how { display: none; }
}
@media (forced-colors: active) {
  .dock .main { --of: LinkText; }
  .dock .other { --of: CanvasText; }
  .dock .third { --of: Highlight; }
}
`;

/**
 * @param {ShadowRoot} shadow
 * @param {HTMLElement} dial  in the place of which it stands
 * @param {Demo} demo
 * @param {AbortSignal} signal
 */
export function mount(shadow, dial, demo, signal) {
  const dock = add(
    shadow,
    `<section class="dock" lang="en" dir="ltr" aria-label="Drawing and answers, small">
      <div class="dock-sheet" part="dock" role="slider" tabindex="0" aria-label="Turn the drawing from here" aria-valuemin="0" aria-valuemax="359">
        <div class="small"><svg viewBox="-280 -280 560 560" aria-hidden="true"></svg><canvas aria-hidden="true"></canvas></div>
        <div><p class="turned"></p><p class="how">‹ drag to turn ›</p></div>
        <div class="dock-answers"></div>
      </div>
    </section>`,
  );
  const sheet = find(dock, '.dock-sheet');
  mountEmblem(dock, demo, signal);
  const answers = find(dock, '.dock-answers');
  eachNetwork(demo, signal, (network, index, life) => [
    mountAnswer(answers, demo, network, index, life),
  ]);
  watch(signal, () => {
    const degrees = demo.turning.angle.value;
    const shown = String(Math.round(degrees) % 360);
    write(find(dock, '.turned'), `${shown}°`);
    sheet.setAttribute('aria-valuenow', shown);
    sheet.setAttribute('aria-valuetext', describe(demo, degrees));
  });
  sheet.addEventListener('keydown', (event) => turnByKey(demo, event), { signal });
  listen(sheet, demo, signal);
  // Where the element ends: the dock itself moves.
  const end = add(shadow, '<div></div>');
  signal.addEventListener('abort', () => end.remove());
  stand(dock, dial, end, signal);
}

/** The drawing, turned, in rings of what is kept. @param {HTMLElement} dock @param {Demo} demo @param {AbortSignal} signal */
function mountEmblem(dock, demo, signal) {
  const svg = /** @type {SVGSVGElement} */ (dock.querySelector('svg'));
  eachNetwork(demo, signal, (network, index, life) => {
    const group = addSvg(svg, 'g', { class: placeOf(index) });
    const radius = 190 + 28 * index;
    watch(life, () => {
      group.replaceChildren();
      const round = demo.isUntaught.value ? null : network.value?.round.value;
      for (const { from, to, digit, kept } of runsOf(cellsOf(round ?? new Map(), ANGLES))) {
        const name = digit === null ? 'run unasked' : kept ? 'run kept' : 'run';
        addSvg(group, 'path', { class: name, d: arc(from, to, radius) });
      }
    });
    return [group];
  });
  const hand = addSvg(svg, 'g', {});
  addSvg(hand, 'line', { class: 'hand', x1: 0, y1: -150, x2: 0, y2: -RADII.knob });
  addSvg(hand, 'circle', { class: 'head', r: 34, cx: 0, cy: -RADII.knob + 16 });
  const { drawing, turning } = demo;
  watch(signal, () => hand.setAttribute('transform', `rotate(${-turning.angle.value})`));
  const canvas = /** @type {HTMLCanvasElement} */ (dock.querySelector('canvas'));
  const painter = new Painter(
    canvas,
    ({ context, size, colour }) => {
      context.save();
      context.scale(size, size);
      context.translate(0.5, 0.5);
      context.rotate((-turning.angle.peek() * Math.PI) / 180);
      context.translate(-0.5, -0.5);
      context.strokeStyle = colour('ink');
      context.lineWidth = 0.085;
      context.lineCap = context.lineJoin = 'round';
      context.beginPath();
      for (const stroke of drawing.strokes.peek()) traceStroke(context, stroke);
      context.stroke();
      context.restore();
    },
    signal,
  );
  watch(signal, () => {
    void [drawing.strokes.value, turning.angle.value, demo.dark.value];
    painter.invalidate();
  });
}

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountAnswer(root, demo, network, index, signal) {
  const answer = add(
    root,
    `<div class="dock-answer ${placeOf(index)}"><p class="said"><span class="digit-small"></span><span class="mark"></span></p><p class="who"></p></div>`,
  );
  watch(signal, () => write(find(answer, '.who'), nameAt(demo, index)));
  watch(signal, () => {
    // What nobody has taught answers anything.
    const shown = demo.isUntaught.value ? null : network.value?.shown.value;
    const { upright } = shown ?? {};
    const kept = upright && upright.digit === shown?.prediction.digit;
    write(find(answer, '.digit-small'), String(shown?.prediction.digit ?? '–'));
    const isOld = !!shown && (demo.lateness.late.value || demo.asking.unanswered.value);
    write(find(answer, '.mark'), isOld ? '…' : !upright ? '' : kept ? '✓' : '✗');
  });
  return answer;
}

/** @param {Demo} demo @param {number} degrees */
function describe({ networks, isUntaught }, degrees) {
  if (isUntaught.value) return describeAngle(degrees);
  const said = networks.shown.value.flatMap(({ shown }, i) => {
    const digit = shown.value?.prediction.digit;
    return digit === undefined ? [] : [`${networks.names.value[i]} says ${digit}`];
  });
  return [describeAngle(degrees), ...said].join(', ');
}

/** Dragged sideways, a pixel is a degree. @param {HTMLElement} sheet @param {Demo} demo @param {AbortSignal} signal */
function listen(sheet, { turning }, signal) {
  /** @type {{ id: number, from: number, at: number, drags: boolean } | null} */
  let grip = null;
  /** @param {PointerEvent} event */
  const down = (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    grip = { id: event.pointerId, from: event.clientX, at: turning.angle.peek(), drags: false };
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    if (grip?.id !== event.pointerId) return;
    const way = event.clientX - grip.from;
    if (!grip.drags && Math.abs(way) < SLACK) return;
    if (!grip.drags) {
      grip.drags = true;
      try {
        sheet.setPointerCapture(event.pointerId);
      } catch {
        // A synthetic pointer cannot be captured; turning works without.
      }
    }
    turning.turn(normalise(Math.round(grip.at + way)), false);
  };
  /** @param {PointerEvent} event */
  const end = (event) => {
    if (grip?.id !== event.pointerId) return;
    if (grip.drags) turning.turn(turning.angle.peek());
    grip = null;
  };
  sheet.addEventListener('pointerdown', down, { signal });
  sheet.addEventListener('pointermove', move, { signal });
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    sheet.addEventListener(type, end, { signal });
  }
}

/**
 * Shown while most of the dial is above the screen and the end of the element below it, so that it never covers that end.
 *
 * @param {HTMLElement} dock
 * @param {HTMLElement} dial
 * @param {HTMLElement} end  of the element
 * @param {AbortSignal} signal
 */
function stand(dock, dial, end, signal) {
  if (typeof IntersectionObserver !== 'function') return;
  let [dialGone, endBelow] = [false, false];
  const observer = new IntersectionObserver(
    (entries) => {
      for (const {
        target,
        isIntersecting,
        intersectionRatio,
        boundingClientRect: box,
      } of entries) {
        // What is not laid out is nowhere.
        if (target === dial)
          dialGone = box.width > 0 && box.top < 0 && intersectionRatio < MOST_OF_IT;
        else endBelow = !isIntersecting && box.top > 0;
      }
      const shown = dialGone && endBelow;
      if (!shown) yieldFocus(dock);
      dock.toggleAttribute('data-shown', shown);
    },
    // A line more or less above does not bring it back over the end.
    { threshold: [0, MOST_OF_IT], rootMargin: '0px 0px 48px' },
  );
  observer.observe(dial);
  observer.observe(end);
  signal.addEventListener('abort', () => observer.disconnect());
}
