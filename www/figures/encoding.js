// What a turn has to act on: the encoding. For one query, rows and columns are two learnt curves, whose sum is a landscape. To act by an angle is
// to read it at turned points; the numbers read before, turned as pictures are, are something else.

import { ALL_HEADS } from '../state/gaze.js';
import { insideOf } from '../state/inside.js';
import {
  CURVE,
  MOST_SIDE,
  REACH,
  blended,
  landscapeOf,
  offBy,
  scoresAt,
} from '../state/landscape.js';
import { displayName } from '../state/networks.js';
import { partsOf } from '../state/parts.js';
import { Painter, drawPixels } from '../ui/canvas.js';
import { paintMap } from '../ui/colour.js';
import { add, find, write } from '../ui/dom.js';
import { formatError, formatTiny } from '../ui/format.js';
import { near, watch } from '../watch.js';
import { followBlank, markStale, style as blankStyle } from './blank.js';
import { addGuess, style as guessStyle } from './guess.js';

/**
 * @import { Asked } from '../engine/requests/parts.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Sheet } from '../ui/canvas.js'
 * @import { Wants } from '../state/study.js'
 */

export const figure = {
  name: 'encoding',
  title: 'So a turn has only the encoding to act on',
  table,
};

/** So near to an element of the group the slider settles on it. */
const SNAP = 3;
/** Of the face, what the two curves take. */
const MARGIN = 0.22;

export const style = `
${blankStyle}
${guessStyle}
.encoding { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; line-height: 1.4; }
.encoding .sub { max-width: 66ch; color: var(--gsa-muted); font-size: 0.875rem; }
.encoding .act { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 14px; align-items: center; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
.encoding .act output { display: inline-block; min-width: 4ch; font-weight: 700; }
.encoding .act input { width: 100%; min-height: 44px; margin: 0; padding: 0; border: 0; background: none; accent-color: var(--gsa-accent); }
.encoding .ticks { position: relative; grid-column: 2; height: 20px; margin-inline: 8px; color: var(--gsa-muted); font-size: 0.75rem; }
.encoding .ticks span { position: absolute; transform: translateX(-50%); }
.encoding :is(.act, .body, .boxes) { max-width: 980px; }
.encoding .body { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 16px 24px; align-items: center; }
.encoding .land { width: 100%; max-width: 440px; aspect-ratio: 1; }
.encoding .windows { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 6px 12px; }
.encoding .windows canvas { width: 100%; aspect-ratio: 1; }
.encoding .windows span { font-size: 0.8125rem; color: var(--gsa-muted); }
.encoding .boxes { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px; }
.encoding .box { padding: 10px 14px; border: 1px solid var(--gsa-line); border-radius: 12px; font-size: 0.875rem; }
.encoding .mix .guess { padding: 0; border: 0; border-radius: 0; }
@media screen {
  .encoding[data-guessing] .of-mix { visibility: hidden; }
  .encoding[data-guessing] .mix > :not(.guess) { display: none; }
}
.encoding .box > b { display: block; font-size: 1.625rem; line-height: 1.25; white-space: nowrap; font-variant-numeric: tabular-nums; }
@container (max-width: 559px) {
  .encoding { padding: 12px 10px; }
  .encoding .body, .encoding .boxes { grid-template-columns: minmax(0, 1fr); }
}
`;

/** @type {Wants} */
export function wants(demo) {
  return partsOf(demo).wish;
}

/** What can be seen of it. @param {Asked | null} asked */
function readable(asked) {
  const side = asked?.parts.windowRows ?? 0;
  const points = side ** 2 * 180 * (asked?.encoding.rowChannels ?? 0);
  return side <= MOST_SIDE && (asked?.encoding.rows.length ?? 0) >= points ? asked : null;
}

/** What is shown of what was asked. @param {Demo} demo @param {Asked} asked */
function shownOf(demo, asked) {
  const { heads } = asked.parts;
  const chosen = insideOf(demo).head.value;
  const head = chosen === ALL_HEADS ? heads - 1 : Math.min(chosen, heads - 1);
  const degrees = partsOf(demo).act.value;
  const landscape = landscapeOf(asked, head);
  const upright = scoresAt(landscape, 0);
  const sampled = scoresAt(landscape, degrees);
  const mixed = blended(upright, degrees);
  const least = Math.min(...landscape.curves.rows) + Math.min(...landscape.curves.cols);
  const most = Math.max(...landscape.curves.rows) + Math.max(...landscape.curves.cols);
  return {
    ...{ head, degrees, landscape, sampled, mixed, limit: (most - least) / 2 },
    middle: (most + least) / 2,
  };
}

/** @typedef {ReturnType<typeof shownOf>} Shown */

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const parts = partsOf(demo);
  const element = add(
    root,
    `<figure class="encoding" part="encoding">
      <figcaption><h3>${figure.title}</h3><p class="sub"></p></figcaption>
      <p class="trouble"></p>
      <div class="act"><label>act by <output></output></label><input type="range" min="0" max="360" step="1" aria-label="Act by"><div class="ticks" aria-hidden="true"></div></div>
      <div class="body"><canvas class="land" role="img"></canvas>
        <div class="windows"><span class="what">read there</span><span class="of-mix">as a picture, turned</span><span class="of-mix">off by</span><canvas class="sampled" role="img"></canvas><canvas class="of-mix mixed" role="img"></canvas><canvas class="of-mix off" role="img"></canvas></div></div>
      <div class="boxes"><div class="box read"><b></b><p></p></div><div class="box mix"><b></b><p></p></div></div>
    </figure>`,
  );
  mountSlider(element, demo, signal);
  mountGuess(element, demo, signal);
  /** @type {Shown | null} */
  let shown = null;
  const painters = ['land', 'sampled', 'mixed', 'off'].map((name) => {
    const canvas = /** @type {HTMLCanvasElement} */ (find(element, `canvas.${name}`));
    const paint = (/** @type {Sheet} */ sheet) => {
      if (!shown) return;
      if (name === 'land') paintLand(sheet, shown);
      else paintWindow(sheet, shown, name);
    };
    return new Painter(canvas, paint, signal);
  });
  watch(signal, () => {
    void demo.dark.value;
    const asked = readable(parts.last);
    shown = asked && shownOf(demo, asked);
    for (const painter of painters) painter.invalidate();
    tell(element, asked, shown);
    markStale([find(element, '.body'), find(element, '.boxes')], parts.now !== null);
    const error = insideOf(demo).error.value;
    find(element, '.trouble').hidden = !error;
    write(find(element, '.trouble'), error?.message ?? '');
    if (!error && parts.now && !asked) {
      find(element, '.trouble').hidden = false;
      write(find(element, '.trouble'), 'The window of this network is too large to be seen.');
    }
  });
  followBlank(element, demo, () => readable(parts.last) !== null, signal);
  demo.study.join(wants, near(element, signal), signal);
}

/** In the place of what it is about. @param {HTMLElement} element @param {Demo} demo @param {AbortSignal} signal */
function mountGuess(element, demo, signal) {
  const parts = partsOf(demo);
  const told = addGuess(
    find(element, '.mix'),
    'Turned as a picture instead: the same numbers?',
    [
      ['Yes', true],
      ['No', false],
    ],
    parts.pictureGuess,
    (guess) => parts.guessedPicture(guess),
    signal,
  );
  watch(signal, () => {
    const guess = parts.pictureGuess.value;
    element.toggleAttribute('data-guessing', guess === null);
    write(
      told,
      guess === null ? '' : `${guess ? 'No' : 'Right'}: between the ticks they are blended.`,
    );
  });
}

/** @param {HTMLElement} element @param {Demo} demo @param {AbortSignal} signal */
function mountSlider(element, demo, signal) {
  const parts = partsOf(demo);
  const input = /** @type {HTMLInputElement} */ (find(element, 'input'));
  let byKey = false;
  input.addEventListener('keydown', () => (byKey = true), { signal });
  input.addEventListener('pointerdown', () => (byKey = false), { signal });
  input.addEventListener(
    'input',
    () => {
      const degrees = Number(input.value);
      const ends = elementsOf(parts.last).find((at) => Math.abs(at - degrees) <= SNAP);
      parts.turnDots(byKey ? degrees : (ends ?? degrees));
    },
    { signal },
  );
  watch(signal, () => {
    const degrees = parts.act.value;
    // Once round is where it began; the slider stays where it is held.
    if (Number(input.value) % 360 !== degrees) input.value = String(degrees);
    input.setAttribute('aria-valuetext', `${degrees}°`);
    write(find(element, 'output'), `${degrees}°`);
    const ticks = find(element, '.ticks');
    const all = elementsOf(parts.last).filter((_, i, { length }) => length <= 9 || i % 2 === 0);
    if (ticks.childElementCount === all.length) return;
    ticks.replaceChildren();
    for (const at of all) {
      const tick = add(ticks, '<span></span>');
      tick.style.left = `${(100 * at) / 360}%`;
      write(tick, `${Math.round(at)}°`);
    }
  });
}

/** The turns of the group, once round. @param {Asked | null} asked */
function elementsOf(asked) {
  const turns = (asked?.elements ?? []).filter(({ mirror }) => !mirror);
  return [...turns.map(({ degrees }) => degrees), 360];
}

/**
 * The landscape with the dots of the window on it, and the two curves that it is the sum of.
 *
 * @param {Sheet} sheet
 * @param {Shown} shown
 */
function paintLand({ context, size, colour, dark }, { degrees, landscape, limit, middle }) {
  const { rows, cols } = landscape.curves;
  const unit = size / context.canvas.clientWidth || 1;
  const edge = Math.round(MARGIN * size);
  const side = size - edge - Math.ceil(unit);
  const land = new Float32Array(CURVE * CURVE);
  for (let i = 0; i < CURVE; i++) {
    for (let j = 0; j < CURVE; j++) land[i * CURVE + j] = rows[i] + cols[j] - middle;
  }
  drawPixels(context, paintMap(land, CURVE, limit, dark), edge, edge, side);
  context.strokeStyle = colour('line-strong');
  context.lineWidth = unit;
  context.strokeRect(edge, edge, side, side);
  const at = (/** @type {number} */ coordinate) => edge + ((coordinate / REACH + 1) / 2) * side;
  const room = edge - 14 * unit;
  const heights = (/** @type {number[]} */ curve) => {
    const [least, most] = [Math.min(...curve), Math.max(...curve)];
    return (/** @type {number} */ value) =>
      6 * unit + ((value - least) / (most - least || 1)) * room;
  };
  const { points, rows: rowAt, cols: colAt } = landscape.sampled(degrees);
  const [rowHeight, colHeight] = [heights(rows), heights(cols)];
  context.strokeStyle = colour('ink');
  context.lineWidth = 2 * unit;
  for (const [curve, isRow] of /** @type {const} */ ([
    [rows, true],
    [cols, false],
  ])) {
    context.beginPath();
    curve.forEach((value, i) => {
      const along = edge + (i / (CURVE - 1)) * side;
      const out = edge - (isRow ? rowHeight(value) : colHeight(value));
      context.lineTo(isRow ? out : along, isRow ? along : out);
    });
    context.stroke();
  }
  const dot = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ radius) => {
    context.beginPath();
    context.arc(x, y, radius * unit, 0, 2 * Math.PI);
    context.fillStyle = colour('surface');
    context.fill();
    context.stroke();
  };
  context.strokeStyle = colour('accent');
  context.lineWidth = 1.5 * unit;
  points.forEach(([row, col], i) => {
    dot(edge - rowHeight(rowAt[i]), at(row), 2);
    dot(at(col), edge - colHeight(colAt[i]), 2);
  });
  const count = Math.round(Math.sqrt(points.length));
  const corners = [0, count - 1, count * count - 1, count * (count - 1)].map((i) => points[i]);
  context.beginPath();
  for (const [row, col] of [...corners, corners[0]]) context.lineTo(at(col), at(row));
  // The hand: where the window's own “up” points.
  const top = points[(count - 1) / 2];
  context.moveTo(at(0), at(0));
  context.lineTo(at(top[1]), at(top[0]));
  context.stroke();
  for (const [row, col] of points) dot(at(col), at(row), 4);
}

/** @param {Sheet} sheet @param {Shown} shown @param {string} name */
function paintWindow({ context, size, colour, dark }, { sampled, mixed, limit, middle }, name) {
  const off = mixed.map((value, i) => value - sampled[i] + middle);
  const values = name === 'sampled' ? sampled : name === 'mixed' ? mixed : off;
  const count = Math.round(Math.sqrt(values.length));
  const numbers = Float32Array.from(values, (value) => value - middle);
  drawPixels(context, paintMap(numbers, count, limit, dark), 0, 0, size);
  context.strokeStyle = colour('line-strong');
  context.lineWidth = 2;
  context.strokeRect(1, 1, size - 2, size - 2);
}

/** @param {HTMLElement} element @param {Asked | null} asked @param {Shown | null} shown */
function tell(element, asked, shown) {
  const words =
    'To act by an angle, read it at turned points: the dots slide, the landscape stays. Ink is a high score, violet a low one.';
  if (!asked || !shown) {
    write(find(element, '.sub'), words);
    return;
  }
  const { head, degrees, landscape, sampled, mixed } = shown;
  write(
    find(element, '.sub'),
    `For what this pixel asks, head ${head + 1} of ${displayName(asked.name)}’s lifting layer has learnt two curves; their sum is a landscape. ${words}`,
  );
  const [, box, mix] = ['.land', '.box.read', '.box.mix'].map((name) => find(element, name));
  const own = ownOf(asked, head, degrees);
  const off = offBy(mixed, sampled);
  if (own) {
    const apart = offBy(own, sampled);
    write(find(box, 'b'), formatError(apart));
    write(
      find(box, 'p'),
      `is how far these ${sampled.length} scores are from those of the network itself at ${degrees}°, an element of its group, as a share of their spread.`,
    );
  } else {
    write(find(box, 'b'), `${sampled.length} numbers`);
    write(
      find(box, 'p'),
      asked.elements.some((one) => !one.mirror && one.degrees === degrees)
        ? 'read off the curves. Here the window reaches out of the picture, where the network reads nothing: choose a pixel further in.'
        : `read off the curves at ${degrees}°, where no element of the group stands: nothing is mixed. At the group’s angles the network reads the very same.`,
    );
  }
  write(find(mix, 'b'), formatTiny(off));
  write(
    find(mix, 'p'),
    off < 1e-6
      ? 'is by how much the numbers turned as a picture miss: at quarter turns pixels fall on pixels. Try between the ticks.'
      : 'of their spread is by how much the numbers of 0°, turned as a picture and blended, miss what the layer would see.',
  );
  const say = (/** @type {string} */ name, /** @type {string} */ label) =>
    find(element, `canvas.${name}`).setAttribute('aria-label', label);
  const { rows, cols } = landscape.curves;
  const range = (/** @type {number[]} */ of) =>
    `${Math.min(...of).toFixed(1)} to ${Math.max(...of).toFixed(1)}`;
  say(
    'land',
    `Landscape of scores with the window’s dots turned by ${degrees}°; the row curve goes from ${range(rows)}, the column curve from ${range(cols)}`,
  );
  say('sampled', `Scores read at ${degrees}°: ${range(sampled)}`);
  say('mixed', `Scores of 0° turned as a picture by ${degrees}°: ${range(mixed)}`);
  say('off', `Their difference, ${formatTiny(off)} of the spread`);
}

/** What the network itself reads at some degrees, where an element of its group stands there. @param {Asked} asked @param {number} head @param {number} degrees */
export function ownOf({ elements, parts }, head, degrees) {
  const element = elements.findIndex(
    (one) => !one.mirror && Math.abs(one.degrees - degrees) < 1e-9,
  );
  if (element < 0) return null;
  const cells = parts.windowRows * parts.windowCols;
  const first = (head * parts.outputElements + element) * parts.queryElements * cells;
  // Of places outside the picture the network reads nothing.
  if (parts.inside.some((is) => !is)) return null;
  return Array.from({ length: cells }, (_, i) => parts.rows[first + i] + parts.cols[first + i]);
}

/** @param {Demo} demo */
function table(demo) {
  const asked = readable(partsOf(demo).now);
  /** @type {(string | number)[][]} */
  const rows = [];
  if (asked) {
    const { sampled, mixed, landscape, degrees } = shownOf(demo, asked);
    const { points } = landscape.sampled(degrees);
    const side = asked.parts.windowCols;
    sampled.forEach((score, i) => {
      const place = `${Math.floor(i / side) + 1}, ${(i % side) + 1}`;
      rows.push([place, ...points[i], score, mixed[i]]);
    });
    rows.push(['off by', '', '', 0, offBy(mixed, sampled)]);
  }
  const columns = ['Row, column', 'Read at row', 'Read at column', 'Score', 'As a picture, turned'];
  return { columns, rows };
}
