// Lifting in three steps that complete by doing: act on the encoding by each element, attend with each, stack the answers. Then the digit is
// turned, and each map turns and moves on by one place.

import { ALL_HEADS } from '../state/gaze.js';
import { insideOf } from '../state/inside.js';
import {
  STEPS,
  encodingOf,
  liftingOf,
  liftingShares,
  mapOf,
  offOf,
  quartersOf,
} from '../state/lifting.js';
import { displayName } from '../state/networks.js';
import { Painter, drawPixels } from '../ui/canvas.js';
import { paintMap } from '../ui/colour.js';
import { add, find, write } from '../ui/dom.js';
import { formatError, formatTiny, wordOf } from '../ui/format.js';
import { near, watch, widthOf } from '../watch.js';
import { followBlank, markStale, style as blankStyle } from './blank.js';
import { addGuess, style as guessStyle } from './guess.js';
import { addCell, mountAct, style as actStyle } from './lifting/act.js';
import { drawWay, style as wayStyle } from './lifting/way.js';
import { hatch, paintSquares, shade } from './window.js';

/**
 * @import { Lifted } from '../engine/requests/lifting.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Sheet } from '../ui/canvas.js'
 * @import { Wants } from '../state/study.js'
 */

export const figure = {
  name: 'lifting',
  title: 'Lifting: ask the same question facing four ways',
  table,
};

/** What each step is called, what its row shows, and what it says. @type {Record<typeof STEPS[number], { does: string, row: string }>} */
const WORDS = {
  act: { does: 'Act on the encoding', row: 'the encoding, turned' },
  attend: { does: 'Attend with each', row: 'q·k added, the same in all: attention' },
  stack: { does: 'Stack the answers', row: 'the layer’s maps' },
  turn: { does: 'Turn the digit by 90°', row: 'maps of the turned digit' },
};

export const style = `
${blankStyle}
${guessStyle}
${actStyle}
${wayStyle}
.lifting { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; line-height: 1.4; }
.lifting .sub { max-width: 66ch; color: var(--gsa-muted); font-size: 0.875rem; }
.lifting .steps { display: flex; flex-wrap: wrap; gap: 8px 10px; }
.lifting .rows { display: grid; gap: 10px; max-width: 780px; }
.lifting .row { display: grid; grid-template-columns: 150px repeat(4, minmax(0, 1fr)); gap: 6px 14px; align-items: center; font-size: 0.875rem; }
.lifting .row b { text-align: center; font-variant-numeric: tabular-nums; }
.lifting .row > span { padding-inline-end: 6px; }
.lifting .row canvas { width: 100%; aspect-ratio: 1; }
.lifting .row[data-hidden] canvas { display: none; }
.lifting .row[data-hidden] > span { color: var(--gsa-muted); }
.lifting .boxes { max-width: 780px; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px; }
.lifting .box { padding: 10px 14px; border: 1px solid var(--gsa-line); border-radius: 12px; font-size: 0.875rem; }
.lifting .box b { display: block; color: var(--bar); font-size: 1.625rem; line-height: 1.25; white-space: nowrap; font-variant-numeric: tabular-nums; }
@media (pointer: coarse) { .lifting button { min-height: 44px; } }
@container (max-width: 559px) {
  .lifting { padding: 12px 10px; }
  .lifting .row { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 4px 8px; }
  .lifting .row > span { grid-column: 1 / -1; }
  .lifting .row > span:empty { display: none; }
  .lifting .steps { gap: 8px; }
  .lifting .steps button { padding-inline: 10px; font-size: 0.8125rem; }
  .lifting .boxes { grid-template-columns: minmax(0, 1fr); }
}
@media print { .lifting .steps { display: none; } }
`;

/** @type {Wants} */
export function wants(demo) {
  return liftingOf(demo).wish;
}

/** @param {Demo} demo @param {Lifted} lifted */
function headOf(demo, { parts }) {
  const head = insideOf(demo).head.value;
  return head === ALL_HEADS ? parts.heads - 1 : Math.min(head, parts.heads - 1);
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const lifting = liftingOf(demo);
  const element = add(
    root,
    `<figure class="lifting" part="lifting">
      <figcaption><h3>${figure.title}</h3><p class="sub">One picture goes in, and a map comes out for each way of facing. Only the encoding turns.</p></figcaption>
      <p class="trouble"></p>
      <div class="steps"></div>
      <div class="rows"><div class="row head"><span></span><b></b><b></b><b></b><b></b></div></div>
      <div class="boxes"><div class="box main"><b></b><p></p></div><div class="box other"><b></b><p></p></div></div>
    </figure>`,
  );
  mountSteps(find(element, '.steps'), demo, signal);
  const rows = find(element, '.rows');
  for (const [i, step] of STEPS.entries()) {
    if (step === 'turn') {
      mountGuess(rows, demo, signal);
      mountWay(rows, demo, signal);
    }
    mountRow(rows, demo, step, i, signal);
  }
  watch(signal, () => {
    const [lifted, ordinary, done] = [lifting.last(), lifting.last(true), lifting.step.value];
    const four = lifted ? quartersOf(lifted) : [];
    const heads = Array.from(element.querySelectorAll('.row.head b'));
    heads.forEach((head, i) => {
      write(head, lifted && i < four.length ? `h = ${lifted.elements[four[i]].degrees}°` : '');
    });
    if (lifted) write(find(element, '.sub'), explain(demo, lifted, four.length));
    const error = insideOf(demo).error.value;
    find(element, '.trouble').hidden = !error;
    write(find(element, '.trouble'), error?.message ?? '');
    tell(element, lifted, ordinary, done);
    const isNow = lifting.now() !== null;
    markStale([...element.querySelectorAll('.row:not(.head)'), find(element, '.box.main')], isNow);
    markStale(find(element, '.box.other'), lifting.now(true) !== null || !ordinary);
  });
  followBlank(element, demo, () => lifting.last() !== null, signal);
  demo.study.join(wants, near(element, signal), signal);
}

/** @param {Demo} demo @param {Lifted} lifted @param {number} four */
function explain(demo, lifted, four) {
  const count = lifted.elements.length;
  const of = count > four ? `; ${wordOf(four)} of its ${wordOf(count)} are shown` : '';
  return `The real first layer of ${displayName(lifted.name)}, head ${headOf(demo, lifted) + 1}. One picture goes in, and ${wordOf(count)} maps come out, one for each way of facing${of}. Only the encoding turns.`;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
function mountSteps(root, demo, signal) {
  const lifting = liftingOf(demo);
  const buttons = STEPS.map((step, i) => {
    const button = add(root, '<button type="button"></button>');
    write(button, `${i + 1} ${WORDS[step].does}`);
    button.addEventListener('click', () => lifting.go(i + 1), { signal });
    return /** @type {HTMLButtonElement} */ (button);
  });
  const again = add(root, '<button type="button">Begin again</button>');
  again.addEventListener(
    'click',
    () => {
      lifting.go(0);
      buttons[0].focus({ preventScroll: true });
    },
    { signal },
  );
  watch(signal, () => {
    const done = lifting.step.value;
    const hasFocus = buttons.some((button) => button.matches(':focus'));
    buttons.forEach((button, i) => {
      button.disabled = i > done || !lifting.last();
      button.toggleAttribute('data-on', i === done);
    });
    again.hidden = done === 0;
    // On to the next step.
    if (hasFocus) (buttons[done] ?? again).focus({ preventScroll: true });
  });
}

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {typeof STEPS[number]} step
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountRow(root, demo, step, index, signal) {
  const lifting = liftingOf(demo);
  const row = add(root, `<div class="row ${step}"><span></span></div>`);
  const painters = [0, 1, 2, 3].map((place) => {
    const canvas =
      step === 'act'
        ? addCell(row, place)
        : /** @type {HTMLCanvasElement} */ (add(row, '<canvas role="img"></canvas>'));
    const paint = (/** @type {Sheet} */ sheet) => {
      const lifted = lifting.last();
      const element = lifted && quartersOf(lifted)[place];
      if (!lifted || element === undefined || element === null) return;
      const head = headOf(demo, lifted);
      if (step === 'act') paintEncoding(sheet, lifted, head, element);
      else if (step === 'attend') paintShares(sheet, lifted, head, element);
      else paintMaps(sheet, lifted, step === 'turn' ? lifted.turned : lifted.here, element);
    };
    return { canvas, painter: new Painter(canvas, paint, signal) };
  });
  if (step === 'act') mountAct(row, demo, signal);
  watch(signal, () => {
    void [demo.dark.value, insideOf(demo).head.value];
    const [lifted, done] = [lifting.last(), lifting.step.value];
    row.toggleAttribute('data-hidden', step !== 'act' && done <= index);
    const how =
      step === 'act' && done === 0 ? ': drag the first to each place, or press there' : '';
    write(find(row, 'span'), `${index + 1} ${WORDS[step].row}${how}`);
    painters.forEach(({ canvas, painter }, place) => {
      painter.invalidate();
      const element = lifted && quartersOf(lifted)[place];
      if (lifted && element !== undefined && element !== null) {
        canvas.setAttribute('aria-label', labelOf(demo, lifted, step, element));
      }
    });
  });
}

/** Before the last step. @param {HTMLElement} rows @param {Demo} demo @param {AbortSignal} signal */
function mountGuess(rows, demo, signal) {
  const lifting = liftingOf(demo);
  const holder = add(rows, '<div class="asked"></div>');
  const told = addGuess(
    holder,
    'The digit turns by 90°. What becomes of its maps?',
    [
      ['they stay', 'stay'],
      ['each turns', 'turn'],
      ['each turns, and moves to the next place', 'move'],
    ],
    lifting.guess,
    (guess) => lifting.guessed(/** @type {'stay' | 'turn' | 'move'} */ (guess)),
    signal,
  );
  watch(signal, () => {
    const [guess, done] = [lifting.guess.value, lifting.step.value];
    holder.hidden = done < STEPS.length - 1 || (guess === null && done === STEPS.length);
    const answer = guess === 'move' ? 'Right' : 'No';
    write(told, guess ? `${answer}: the element for which a map stands turns too.` : '');
  });
}

/** Where each map comes. @param {HTMLElement} rows @param {Demo} demo @param {AbortSignal} signal */
function mountWay(rows, demo, signal) {
  const lifting = liftingOf(demo);
  const way = add(
    rows,
    '<div class="row way"><span>each map turns, and moves on by one place</span></div>',
  );
  const holder = add(way, '<div class="arrows" aria-hidden="true"></div>');
  const width = widthOf(holder, signal);
  watch(signal, () => {
    const lifted = lifting.last();
    way.toggleAttribute('data-hidden', lifting.step.value < STEPS.length);
    drawWay(holder, lifted ? quartersOf(lifted).length : 0, width.value);
  });
}

/** @param {Demo} demo @param {Lifted} lifted @param {typeof STEPS[number]} step @param {number} element */
function labelOf(demo, lifted, step, element) {
  const [head, at] = [headOf(demo, lifted), `${lifted.elements[element].degrees}°`];
  if (step === 'act') {
    const scores = encodingOf(lifted, head, element);
    return `Encoding as ${at} sees it: scores ${Math.min(...scores).toFixed(1)} to ${Math.max(...scores).toFixed(1)}`;
  }
  if (step === 'attend') {
    const most = Math.max(...liftingShares(lifted, head, element));
    return `Attention of ${at}: at most ${formatTiny(most)} on one pixel`;
  }
  return `Map of ${at}${step === 'turn' ? ', of the turned digit' : ''}`;
}

/** @param {Sheet} sheet @param {Lifted} lifted @param {number} head @param {number} element */
function paintEncoding({ context, size, colour, dark }, lifted, head, element) {
  const all = quartersOf(lifted).flatMap((one) => encodingOf(lifted, head, one));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const scores = encodingOf(lifted, head, element).map((score) => score - (least + most) / 2);
  const { windowCols } = lifted.parts;
  drawPixels(
    context,
    paintMap(Float32Array.from(scores), windowCols, (most - least) / 2, dark),
    ...square(size),
  );
  frame(context, size, colour('line-strong'));
}

/** @param {Sheet} sheet @param {Lifted} lifted @param {number} head @param {number} element */
function paintShares({ context, size, colour, dark }, lifted, head, element) {
  const { parts, ink } = lifted;
  const count = parts.windowCols;
  const most = Math.max(...quartersOf(lifted).flatMap((one) => liftingShares(lifted, head, one)));
  const cell = size / count;
  ink.forEach((value, k) => {
    const [x, y] = [(k % count) * cell, Math.floor(k / count) * cell];
    if (Number.isNaN(value)) hatch(context, x, y, cell, colour('muted'), 1);
    else {
      context.fillStyle = shade(value, dark);
      context.fillRect(x, y, cell + 0.5, cell + 0.5);
    }
  });
  context.fillStyle = colour('ink');
  const shares = liftingShares(lifted, head, element);
  paintSquares({ x: 0, y: 0, cell, count }, shares, most, (x, y, side) =>
    context.fillRect(x, y, side, side),
  );
  frame(context, size, colour('line-strong'));
}

/** @param {Sheet} sheet @param {Lifted} lifted @param {Lifted['here']} maps @param {number} element */
function paintMaps({ context, size, colour, dark }, lifted, maps, element) {
  // What empty paper gives is nothing to see; all eight have one scale.
  const empty = lifted.here.maps[0];
  let limit = 0;
  for (const { maps } of [lifted.here, lifted.turned]) {
    for (const value of maps) limit = Math.max(limit, Math.abs(value - empty));
  }
  const values = mapOf(maps, element).map((value) => value - empty);
  drawPixels(context, paintMap(values, maps.cols, limit, dark), ...square(size));
  frame(context, size, colour(maps === lifted.turned ? 'accent' : 'line-strong'));
}

/** @param {number} size @returns {[number, number, number]} */
function square(size) {
  return [0, 0, size];
}

/** @param {CanvasRenderingContext2D} context @param {number} size @param {string} colour */
function frame(context, size, colour) {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.strokeRect(1, 1, size - 2, size - 2);
}

/** @param {HTMLElement} element @param {Lifted | null} lifted @param {Lifted | null} ordinary @param {number} done */
function tell(element, lifted, ordinary, done) {
  const isShown = done === STEPS.length && lifted !== null;
  const [main, other] = ['.box.main', '.box.other'].map((name) => find(element, name));
  write(find(main, 'b'), isShown ? formatError(lifted.error) : '?');
  write(
    find(main, 'p'),
    isShown
      ? `is how far the maps of the turned digit are from what the maps before predict, turned and moved on, over all channels. ${lifted.error < 1e-5 ? 'That is rounding.' : ''}`
      : 'is how far the maps are from turning along? Do the steps to see.',
  );
  write(find(other, 'b'), isShown && ordinary ? formatTiny(ordinary.error) : '?');
  write(
    find(other, 'p'),
    isShown && ordinary
      ? `is the same for the first layer of the ordinary ${displayName(ordinary.name)}: one map, facing one way, which does not turn along.`
      : 'and of an ordinary network, which faces one way?',
  );
}

/** @param {Demo} demo */
function table(demo) {
  const lifting = liftingOf(demo);
  const [lifted, ordinary] = [lifting.now(), lifting.now(true)];
  /** @type {(string | number)[][]} */
  const rows = [];
  if (lifted) {
    const head = headOf(demo, lifted);
    for (const element of quartersOf(lifted)) {
      const [scores, shares] = [encodingOf, liftingShares].map((of) => of(lifted, head, element));
      const map = mapOf(lifted.here, element);
      const mean = map.reduce((a, b) => a + b, 0) / map.length;
      const most = Math.max(...shares);
      const at = `${lifted.elements[element].degrees}°`;
      rows.push([at, Math.max(...scores), most, mean, offOf(lifted, element)]);
    }
    rows.push([displayName(lifted.name), '', '', '', lifted.error]);
    if (ordinary) rows.push([displayName(ordinary.name), '', '', '', ordinary.error]);
  }
  const columns = [
    'Element',
    'Highest score of the encoding',
    'Largest share',
    'Mean of its map',
    'Turned by 90°, off by',
  ];
  return { columns, rows };
}
