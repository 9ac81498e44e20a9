// One set of weights at any number of rotations: the maps of the first layer and the answer, and how many digits are read right. Encodings of
// positions serve any number; what was learnt for each turn between rotations is interpolated, and that is where it wears off.

import { nameOf } from '../state/names.js';
import {
  NETWORK,
  SIZES,
  TRAINED,
  bringMeasured,
  measured,
  rotationsOf,
  trouble,
} from '../state/rotations.js';
import { displayName } from '../state/networks.js';
import { Painter } from '../ui/canvas.js';
import { add, find, write } from '../ui/dom.js';
import { formatError, formatSeconds, formatShare, formatTime, wordOf } from '../ui/format.js';
import { makeTiles, paintRing } from '../ui/ring.js';
import { near, watch } from '../watch.js';
import { followBlank, markStale, style as blankStyle } from './blank.js';
import { addChart, style as chartStyle } from './chart.js';

/**
 * @import { Rotated } from '../engine/requests/rotations.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Rotations } from '../state/rotations.js'
 * @import { Wants } from '../state/study.js'
 */

export const figure = {
  name: 'group-size',
  title: 'One set of weights, any number of rotations',
  table,
};

/** What is less is rounding of 32-bit numbers. */
const ROUNDING = 1e-5;

export const style = `
${chartStyle}
${blankStyle}
.group-size { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; font-size: 0.875rem; line-height: 1.4; }
.group-size .sub { max-width: 66ch; color: var(--gsa-muted); }
.group-size .sizes { display: grid; grid-template-columns: repeat(8, minmax(0, 1fr)); border: 1px solid var(--gsa-line-strong); border-radius: 10px; overflow: hidden; max-width: 780px; }
.group-size .sizes label { position: relative; display: grid; justify-items: center; align-content: center; min-height: 56px; padding: 4px 2px; line-height: 1.25; cursor: pointer; -webkit-tap-highlight-color: transparent; font-variant-numeric: tabular-nums; }
.group-size .sizes label + label { border-inline-start: 1px solid var(--gsa-line); }
.group-size .sizes input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.group-size .sizes b { font-size: 1.125rem; }
.group-size .sizes span { font-size: 0.75rem; color: var(--gsa-muted); white-space: nowrap; }
.group-size .sizes label:has(:checked) { background: var(--gsa-ink); color: var(--gsa-surface); }
.group-size .sizes label:has(:checked) span { color: inherit; }
.group-size .sizes label:has(:focus-visible) { outline: 2.5px solid var(--gsa-accent); outline-offset: -4px; }
.group-size .asks { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; min-height: 36px; }
.group-size .asks button { min-height: 36px; font-variant-numeric: tabular-nums; }
.group-size .both { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px 32px; }
.group-size .half { display: grid; gap: 6px; align-content: start; min-width: 0; }
.group-size h4 { margin: 0; font-size: 0.875rem; }
.group-size .round { width: 100%; max-width: 340px; aspect-ratio: 1; margin-inline: auto; transition: opacity 120ms; }
.group-size .small { color: var(--gsa-muted); font-size: 0.8125rem; }
.group-size .boxes { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; }
.group-size .box { padding: 10px 14px; border: 1px solid var(--gsa-line); border-radius: 12px; }
.group-size .box b { display: block; color: var(--bar); font-size: 1.625rem; line-height: 1.25; white-space: nowrap; font-variant-numeric: tabular-nums; }
@media (pointer: coarse) { .group-size .asks button { min-height: 44px; } }
@container (max-width: 559px) {
  .group-size { padding: 12px 10px; }
  .group-size .sizes { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .group-size .sizes label:nth-child(5) { border-inline-start: 0; }
  .group-size .sizes label:nth-child(n + 5) { border-top: 1px solid var(--gsa-line); }
}
@container (min-width: 620px) {
  .group-size .both, .group-size .boxes { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
@media (forced-colors: active) {
  .group-size .sizes label:has(:checked) { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
@media print { .group-size .asks { display: none; } }
`;

/** @type {Wants} */
export function wants(demo) {
  return rotationsOf(demo).wish;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const state = rotationsOf(demo);
  const element = add(
    root,
    `<figure class="group-size" part="group-size">
      <figcaption><h3>${figure.title}</h3><p class="sub">${displayName(NETWORK)} learnt with ${wordOf(TRAINED)} rotations. Its encoding of places is a function, so it can be asked at any number of them; what it learnt for each turn from one rotation to another is interpolated. Nothing is trained.</p></figcaption>
      <div class="sizes" role="group" aria-label="Number of rotations"></div>
      <p class="asks"><button type="button"></button><span class="takes" role="status"></span></p>
      <div class="both">
        <div class="half"><h4></h4><canvas class="round" role="img"></canvas><p class="small turned"></p></div>
        <div class="half"><h4></h4><div class="curve"></div><p class="small note"></p></div>
      </div>
      <div class="boxes"><div class="box main"><b></b><p></p></div><div class="box other"><b></b><p></p></div></div>
    </figure>`,
  );
  mountSizes(find(element, '.sizes'), state, signal);
  mountAsks(find(element, '.asks'), demo, state, signal);
  const [maps, curve] = Array.from(element.querySelectorAll('.half'), (half) => half);
  followBlank(/** @type {HTMLElement} */ (maps), demo, () => !demo.drawing.isEmpty.value, signal);
  mountRing(/** @type {HTMLElement} */ (maps), demo, state, signal);
  mountCurve(/** @type {HTMLElement} */ (curve), state, signal);
  mountBoxes(element, state, signal);
  const isNear = near(element, signal);
  watch(signal, () => {
    if (isNear.value) bringMeasured();
  });
  demo.study.join(wants, isNear, signal);
}

/** One for each number, with what is said there. @param {HTMLElement} root @param {Rotations} state @param {AbortSignal} signal */
function mountSizes(root, state, signal) {
  const name = `group-size-${++count}`;
  for (const size of SIZES) {
    const label = add(
      root,
      `<label><input type="radio" name="${name}"><b>${size}</b><span></span></label>`,
    );
    const input = /** @type {HTMLInputElement} */ (find(label, 'input'));
    input.addEventListener('change', () => state.choose(size), { signal });
    watch(signal, () => {
      input.checked = state.size.value === size;
      const now = state.now(size);
      write(find(label, 'span'), now ? `says ${now.digit}` : costOf(state, size));
      input.setAttribute('aria-label', `${rotationsSaid(size)}: ${saidOf(state, size)}`);
    });
  }
}

/** Names of groups of radio buttons, which no two may share. */
let count = 0;

/** @param {Rotated} rotated */
function shareOf({ digit, probabilities }) {
  return formatShare(probabilities[digit]);
}

/** What asking would take; nothing where that goes without saying. @param {Rotations} state @param {number} size */
function costOf(state, size) {
  if (state.asking.value === size) return 'asking…';
  const ms = state.timeOf(size);
  return ms !== null && state.isCostly(size) ? `≈ ${timeSaid(ms)}` : '–';
}

/** @param {Rotations} state @param {number} size */
function saidOf(state, size) {
  const now = state.now(size);
  if (now) return `says ${now.digit}, ${shareOf(now)}`;
  const ms = state.timeOf(size);
  return ms !== null && state.isCostly(size) ? `not asked, takes about ${timeSaid(ms)}` : 'not asked'; // prettier-ignore
}

/** Of an estimate, two digits. @param {number} ms */
function timeSaid(ms) {
  return formatTime(Number(ms.toPrecision(2)));
}

/** @param {number} size */
function rotationsSaid(size) {
  return size === 1 ? '1 rotation' : `${size} rotations`;
}

/** What takes long is asked only when somebody says so. @param {HTMLElement} root @param {Demo} demo @param {Rotations} state @param {AbortSignal} signal */
function mountAsks(root, demo, state, signal) {
  const [takes, button] = [find(root, '.takes'), find(root, 'button')];
  /** What a press does: the one that is looked at where that takes long, else all that are left. */
  const next = () => {
    if (demo.drawing.isEmpty.value || demo.asking.blank.value) return [];
    const size = state.size.value;
    return !state.now(size) && state.isCostly(size) ? [size] : state.left;
  };
  button.addEventListener(
    'click',
    () => {
      if (state.asking.peek() !== null) state.stop();
      else if (state.error.peek()) state.retry();
      else state.ask(next());
    },
    { signal },
  );
  watch(signal, () => {
    const [asking, error] = [state.asking.value, state.error.value];
    const sizes = next();
    const times = sizes.map((size) => state.timeOf(size));
    const ms = times.every((time) => time !== null) ? times.reduce((a, b) => a + b, 0) : null;
    const about = ms === null ? '' : ` (about ${formatSeconds(ms / 1000)})`;
    button.hidden = sizes.length === 0 && asking === null && !error;
    if (asking !== null) write(button, 'Stop');
    else if (error) write(button, 'Try again');
    else if (sizes.length === 1) write(button, `Ask with ${rotationsSaid(sizes[0])}${about}`);
    else write(button, `Ask with all${about}`);
    write(
      takes,
      asking !== null ? `Asking with ${rotationsSaid(asking)}…` : (error?.message ?? ''),
    );
  });
}

/** @param {HTMLElement} root @param {Demo} demo @param {Rotations} state @param {AbortSignal} signal */
function mountRing(root, demo, state, signal) {
  const canvas = /** @type {HTMLCanvasElement} */ (find(root, '.round'));
  const painter = new Painter(
    canvas,
    (sheet) => {
      const rotated = state.last(state.size.peek());
      const elements = rotated?.elements ?? elementsOf(state.size.peek());
      const tiles = rotated && tilesOf(rotated, sheet.dark);
      const names = elements.map(nameOf);
      paintRing(sheet, { elements, names, turned: 0, followed: -1, tiles });
    },
    signal,
  );
  watch(signal, () => {
    void demo.dark.value;
    const size = state.size.value;
    const [now, last] = [state.now(size), state.last(size)];
    const degrees = Math.round(10 * demo.turning.angle.value) / 10;
    markStale(canvas, !!now || !last);
    const channel = last ? `, channel ${last.channel + 1}` : '';
    write(find(root, 'h4'), `${size === 1 ? 'One map' : `${size} maps`} of the first layer${channel}`); // prettier-ignore
    const told = now ? turnedSaid(now, degrees) : '';
    write(find(root, '.turned'), told || 'Not asked of what is on the pad now.');
    canvas.setAttribute(
      'aria-label',
      `${mapsSaid(size)} of the first layer${channel}: ${now ? `at ${degrees}°. ${told}` : 'not asked yet'}`,
    );
    painter.invalidate();
  });
}

/** @param {number} size */
function mapsSaid(size) {
  return size === 1 ? 'One map' : `${size} maps, ${Number((360 / size).toFixed(1))}° apart,`;
}

/** Where there are no maps yet, their places. @param {number} size */
function elementsOf(size) {
  return Array.from({ length: size }, (_, i) => ({ degrees: (360 * i) / size, mirror: false }));
}

/** @param {Rotated} rotated @param {boolean} dark */
function tilesOf({ maps: { maps, cols } }, dark) {
  // What empty paper gives is nothing to see.
  const [empty] = maps;
  const values = maps.map((value) => value - empty);
  const limit = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return makeTiles(values, cols, limit, dark);
}

/**
 * How far the layer is from turning along, and why: a turn may be one of these rotations or not, and may take pixels to pixels or not.
 *
 * @param {Rotated} rotated
 * @param {number} degrees
 */
export function turnedSaid({ elements, error, resampling }, degrees) {
  if (degrees === 0) return 'Turn the dial: do the maps turn along?';
  const isElement = Number.isInteger((degrees * elements.length) / 360);
  const isOfGrid = degrees % 90 === 0;
  const element = isElement ? 'one of these rotations' : 'none of these rotations';
  const grid = isOfGrid ? 'takes pixels to pixels' : 'mixes pixels';
  const alone = resampling > 0 ? ` (mixing alone: ${formatError(resampling)})` : '';
  return `Turned by ${degrees}° the layer is off by ${formatError(error)}${error < ROUNDING ? ', rounding' : ''}: that is ${element}, and ${grid}${alone}.`;
}

/** @param {HTMLElement} root @param {Rotations} state @param {AbortSignal} signal */
function mountCurve(root, state, signal) {
  const draw = addChart(find(root, '.curve'), signal);
  const [title, note] = [find(root, 'h4'), find(root, '.note')];
  watch(signal, () => {
    const rows = measured.value;
    const size = state.size.value;
    const right = rows?.find(({ rotations }) => rotations === size)?.right;
    const at = right === undefined ? '' : `: ${percent(right)} with ${rotationsSaid(size)}`;
    write(title, `Right answers${at}`);
    if (!rows) {
      write(note, trouble.value || 'The list of networks is on its way.');
      return;
    }
    draw(chartOf(rows, size));
    write(
      note,
      `Of ${rows[0].digits.toLocaleString('en')} test digits of rotated MNIST, each turned by its own angle, the same at every number: measured once (docs/group-size). Ring: as they learnt.`,
    );
  });
}

/** @typedef {NonNullable<typeof measured.value>} Rows */

/** @param {Rows} rows @param {number} size @returns {import('./chart.js').Chart} */
function chartOf(rows, size) {
  const points = rows.map(({ rotations, right }) => /** @type {const} */ ([rotations, right]));
  const at = (/** @type {number} */ wanted) => points.filter(([rotations]) => rotations === wanted);
  const told = rows.map(({ rotations, right }) => `${rotationsSaid(rotations)} ${percent(right)}`);
  return {
    label: `Right answers by number of rotations: ${told.join(', ')}`,
    x: { from: SIZES[0], to: SIZES[SIZES.length - 1], isLog: true, ticks: SIZES },
    y: { from: 0, to: 100, ticks: [0, 25, 50, 75, 100], say: (tick) => `${tick} %` },
    lines: [
      { name: '', kind: 'group', points },
      { name: '', kind: 'group', points: at(TRAINED), isRing: true },
      { name: '', kind: 'here', points: at(size), isRing: size === TRAINED },
    ],
  };
}

/** @param {number} right  per cent */
function percent(right) {
  return `${right.toFixed(1)} %`;
}

/**
 * More rotations than they learnt with, and fewer: the number looked at, and one of the other kind beside it.
 *
 * @param {HTMLElement} element
 * @param {Rotations} state
 * @param {AbortSignal} signal
 */
function mountBoxes(element, state, signal) {
  const [main, other] = ['.box.main', '.box.other'].map((name) => find(element, name));
  watch(signal, () => {
    const size = state.size.value;
    const of = (/** @type {number} */ wanted) =>
      measured.value?.find(({ rotations }) => rotations === wanted);
    const [fine, coarse] = [size > TRAINED ? size : 2 * TRAINED, size < TRAINED ? size : 1];
    const [more, learnt, fewer] = [fine, TRAINED, coarse].map(of);
    write(find(main, 'b'), more ? percent(more.right) : '…');
    write(
      find(main, 'p'),
      more && learnt
        ? `are read right with ${rotationsSaid(fine)}, by weights that learnt with ${TRAINED} (${percent(learnt.right)}); ${percent(more.asTrained)} of the answers are the same.`
        : '',
    );
    write(find(other, 'b'), fewer ? percent(fewer.right) : '…');
    write(
      find(other, 'p'),
      fewer
        ? `are read right with ${rotationsSaid(coarse)}. Fewer than they learnt with: directions that they look for are missing.`
        : '',
    );
  });
}

/** @param {Demo} demo */
function table(demo) {
  const state = rotationsOf(demo);
  const digits = measured.value?.[0]?.digits;
  const columns = [
    ...['Rotations', `Right of ${digits ?? 'the'} digits, %`, `As with ${TRAINED}, %`, 'Says here'],
    ...['Probability', 'Time here, ms', 'First layer: off by', 'Turned on a grid: off by'],
  ];
  const rows = SIZES.filter((size) => measured.value || state.now(size)).map((size) => {
    const [known, now] = [
      measured.value?.find(({ rotations }) => rotations === size),
      state.now(size),
    ];
    const here = now
      ? [now.digit, now.probabilities[now.digit], now.milliseconds, now.error, now.resampling]
      : ['', '', '', '', ''];
    return [size, known?.right ?? '', known?.asTrained ?? '', ...here];
  });
  return { columns, rows };
}
