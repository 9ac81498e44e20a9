// Where position is: in the encoding and nowhere else. The neighbours of a pixel are shuffled; by q·k alone attention moves along with them,
// and the layer's output does not change.

import { ALL_HEADS } from '../state/gaze.js';
import { insideOf } from '../state/inside.js';
import { displayName } from '../state/networks.js';
import { partsOf } from '../state/parts.js';
import { changeBy, changesBy, neighboursOf, orderOf, sharesWith } from '../state/shuffle.js';
import { Painter } from '../ui/canvas.js';
import { add, find, write } from '../ui/dom.js';
import { formatError, formatTiny } from '../ui/format.js';
import { near, watch } from '../watch.js';
import { followBlank, markStale, style as blankStyle } from './blank.js';
import { addGuess, style as guessStyle } from './guess.js';
import { hatch, paintSquares, shade } from './window.js';

/**
 * @import { Asked } from '../engine/requests/parts.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Wants } from '../state/study.js'
 * @import { Sheet } from '../ui/canvas.js'
 */

export const figure = {
  name: 'position',
  title: 'Position lives in the encoding, and nowhere else',
  table,
};

/** Shuffles that are tried for the spread. */
const MANY = 200;
/** How long tiles slide. */
const SLIDE_MS = 500;

/** @typedef {'alone' | 'relative'} Card */
/** @type {Record<Card, string>} */
const CARDS = { alone: 'q·k alone', relative: 'q·k + encoding' };

export const style = `
${blankStyle}
${guessStyle}
.position { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; line-height: 1.4; }
.position .sub { max-width: 66ch; color: var(--gsa-muted); font-size: 0.875rem; }
.position .tries { display: flex; flex-wrap: wrap; gap: 8px 14px; }
.position :is(.cards, .boxes) { max-width: 980px; }
.position .cards { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px 24px; }
.position h4 { margin: 0 0 6px; font-size: 0.9375rem; }
.position .pair { display: grid; grid-template-columns: repeat(2, minmax(0, 190px)); gap: 4px 16px; }
.position canvas { width: 100%; aspect-ratio: 1; }
.position .pair span { color: var(--gsa-muted); font-size: 0.8125rem; }
.position .boxes { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px 24px; }
.position .box { padding: 10px 14px; border: 1px solid var(--gsa-line); border-radius: 12px; font-size: 0.875rem; }
.position .box b { display: block; font-size: 1.625rem; line-height: 1.25; white-space: nowrap; font-variant-numeric: tabular-nums; }
@media (pointer: coarse) { .position button { min-height: 44px; } }
@container (max-width: 559px) {
  .position { padding: 12px 10px; }
  .position .cards, .position .boxes { grid-template-columns: minmax(0, 1fr); }
  .position .boxes .box.alone { order: 0; }
}
@media print { .position .tries { display: none; } }
`;

/** @type {Wants} */
export function wants(demo) {
  return partsOf(demo).wish;
}

/** @param {Demo} demo */
function headOf(demo) {
  const head = insideOf(demo).head.value;
  const heads = partsOf(demo).last?.parts.heads ?? 1;
  return head === ALL_HEADS ? heads - 1 : Math.min(head, heads - 1);
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const parts = partsOf(demo);
  const inside = insideOf(demo);
  const element = add(
    root,
    `<figure class="position" part="position">
      <figcaption><h3>${figure.title}</h3><p class="sub"></p></figcaption>
      <div class="asked"></div>
      <div class="tries"><button type="button" class="shuffle">Shuffle the neighbours</button><button type="button" class="order">Back in order</button></div>
      <p class="trouble"></p>
      <div class="cards"></div>
      <div class="boxes"><div class="box alone"><b></b><p></p></div><div class="box relative"><b></b><p></p></div></div>
    </figure>`,
  );
  mountGuess(find(element, '.asked'), demo, signal);
  find(element, '.shuffle').addEventListener('click', () => parts.shuffle(), { signal });
  find(element, '.order').addEventListener('click', () => parts.order(), { signal });
  for (const card of /** @type {Card[]} */ (Object.keys(CARDS))) {
    mountCard(find(element, '.cards'), demo, card, signal);
    mountBox(find(element, `.box.${card}`), demo, card, signal);
  }
  watch(signal, () => {
    const asked = parts.last;
    const count = asked ? neighboursOf(asked).length : 0;
    const where = asked
      ? `Head ${headOf(demo) + 1} of ${displayName(asked.name)}’s lifting layer. `
      : '';
    write(
      find(element, '.sub'),
      `${where}The ${count || ''} neighbours of a pixel; the area of a square is its share of attention.${parts.seed.value > 0 ? ' By q·k alone attention just moves along with them, so nobody could tell. Add the encoding, and the layer notices.' : ''}`.replace(
        '  ',
        ' ',
      ),
    );
    markStale([...element.querySelectorAll('canvas, .box')], parts.now !== null);
    const error = inside.error.value;
    find(element, '.trouble').hidden = !error;
    write(find(element, '.trouble'), error?.message ?? '');
    /** @type {HTMLButtonElement} */ (find(element, '.order')).disabled = parts.seed.value === 0;
  });
  followBlank(element, demo, () => parts.last !== null, signal);
  demo.study.join(wants, near(element, signal), signal);
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
function mountGuess(root, demo, signal) {
  const parts = partsOf(demo);
  const told = addGuess(
    root,
    'Shuffle the neighbours of a pixel. Whose output changes?',
    [
      ['that of both', 'both'],
      ['with the encoding alone', 'relative'],
      ['of neither', 'neither'],
    ],
    parts.guess,
    (guess) => parts.guessed(/** @type {'both' | 'relative' | 'neither'} */ (guess)),
    signal,
  );
  watch(signal, () => {
    const guess = parts.guess.value;
    // Whoever has shuffled has seen it.
    root.hidden = guess === null && parts.seed.value > 0;
    const answer = guess === 'relative' ? 'Right' : 'No';
    write(told, guess ? `${answer}: without an encoding the neighbours are a bag.` : '');
  });
}

/** @param {HTMLElement} root @param {Demo} demo @param {Card} card @param {AbortSignal} signal */
function mountCard(root, demo, card, signal) {
  const parts = partsOf(demo);
  const element = add(
    root,
    `<section role="group" aria-label="${CARDS[card]}"><h4>${CARDS[card]}</h4>
      <div class="pair"><canvas class="before" role="img"></canvas><canvas class="after" role="img"></canvas><span>as drawn</span><span class="how"></span></div></section>`,
  );
  const [before, after] = ['.before', '.after'].map(
    (name) => /** @type {HTMLCanvasElement} */ (find(element, name)),
  );
  /** How far the tiles have slid. */
  let share = 1;
  let frame = 0;
  /** @type {number[] | null} */
  let from = null;
  const paint = (/** @type {number} */ seed) => (/** @type {Sheet} */ sheet) => {
    const asked = parts.last;
    if (!asked) return;
    const order = orderOf(asked, seed);
    const shares = sharesWith(asked, card, headOf(demo), elementOf(demo, asked), order);
    const isSliding = seed > 0 && share < 1 && from;
    paintTiles(sheet, asked, order, shares, isSliding ? from : null, share, card === 'alone');
  };
  const still = new Painter(before, paint(0), signal);
  const moving = new Painter(after, (sheet) => paint(parts.seed.peek())(sheet), signal);
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));
  let seedBefore = parts.seed.peek();
  watch(signal, () => {
    void [demo.dark.value, insideOf(demo).head.value, insideOf(demo).element.value];
    const [asked, seed] = [parts.last, parts.seed.value];
    still.invalidate();
    write(find(element, '.how'), seed === 0 ? 'not shuffled yet' : 'neighbours shuffled');
    if (asked) {
      for (const [canvas, of] of /** @type {const} */ ([
        [before, 0],
        [after, seed],
      ])) {
        canvas.setAttribute('aria-label', tellOf(demo, asked, card, of));
      }
      from = orderOf(asked, seedBefore);
    }
    const isNew = seed !== seedBefore && seed > 0;
    seedBefore = seed;
    cancelAnimationFrame(frame);
    share = 1;
    if (isNew && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const began = performance.now();
      const step = () => {
        const passed = Math.min(1, (performance.now() - began) / SLIDE_MS);
        share = passed * passed * (3 - 2 * passed);
        moving.paint();
        if (passed < 1) frame = requestAnimationFrame(step);
      };
      step();
    } else moving.invalidate();
  });
}

/** @param {Demo} demo @param {Asked} asked */
function elementOf(demo, asked) {
  return Math.min(insideOf(demo).element.value, asked.parts.outputElements - 1);
}

/** @param {Demo} demo @param {Asked} asked @param {Card} card @param {number} seed */
function tellOf(demo, asked, card, seed) {
  const order = orderOf(asked, seed);
  const shares = sharesWith(asked, card, headOf(demo), elementOf(demo, asked), order);
  const side = asked.parts.windowCols;
  const top = shares.indexOf(Math.max(...shares));
  const where = `row ${Math.floor(top / side) + 1}, column ${(top % side) + 1}`;
  return `Attention by ${CARDS[card]}, ${seed === 0 ? 'as drawn' : 'shuffled'}: most, ${formatTiny(shares[top])}, on ${where} of the window`;
}

/**
 * Tiles with the squares that ride on them, or, where they do not ride, jump.
 *
 * @param {Sheet} sheet
 * @param {Asked} asked
 * @param {number[]} order
 * @param {number[]} shares
 * @param {number[] | null} from  the order before, where they still slide
 * @param {number} share  of the way
 * @param {boolean} rides  whether squares are seen on the way
 */
function paintTiles({ context, size, colour, dark }, asked, order, shares, from, share, rides) {
  const { parts, ink } = asked;
  const count = parts.windowCols;
  const unit = size / context.canvas.clientWidth || 1;
  const line = Math.max(1, Math.round(unit));
  const cell = Math.floor((size - 2 * line) / count);
  const [left, top] = [Math.floor((size - cell * count) / 2), line];
  const most = Math.max(...shares);
  const at = (/** @type {number} */ k) => [
    left + (k % count) * cell,
    top + Math.floor(k / count) * cell,
  ];
  order.forEach((source, k) => {
    let [x, y] = at(k);
    if (from) {
      const [x0, y0] = at(from.indexOf(source));
      [x, y] = [x0 + (x - x0) * share, y0 + (y - y0) * share];
    }
    if (Number.isNaN(ink[source])) hatch(context, x, y, cell, colour('muted'), line);
    else {
      context.fillStyle = shade(ink[source], dark);
      context.fillRect(x, y, cell, cell);
    }
    context.strokeStyle = colour('line');
    context.lineWidth = line;
    context.strokeRect(x + line / 2, y + line / 2, cell - line, cell - line);
    if (from && !rides) return;
    context.fillStyle = colour('ink');
    paintSquares({ x, y, cell, count: 1 }, [shares[k]], most, (sx, sy, side) =>
      context.fillRect(sx, sy, side, side),
    );
  });
  const [x, y] = at((count ** 2 - 1) / 2).map((at) => at + cell / 2);
  context.beginPath();
  context.arc(x, y, 2.5 * unit, 0, 2 * Math.PI);
  context.fillStyle = colour('surface');
  context.strokeStyle = colour('ink');
  context.lineWidth = 1.5 * unit;
  context.fill();
  context.stroke();
}

/** @param {HTMLElement} box @param {Demo} demo @param {Card} card @param {AbortSignal} signal */
function mountBox(box, demo, card, signal) {
  const parts = partsOf(demo);
  watch(signal, () => {
    const [asked, seed] = [parts.last, parts.seed.value];
    if (!asked || seed === 0) {
      write(find(box, 'b'), '?');
      write(
        find(box, 'p'),
        card === 'alone'
          ? 'is the change of the layer’s output? Shuffle to see.'
          : 'and with the encoding?',
      );
      return;
    }
    const [element, order] = [elementOf(demo, asked), orderOf(asked, seed)];
    const change = changeBy(asked, card, element, order);
    write(find(box, 'b'), change < 1e-9 ? formatError(change) : formatTiny(change));
    const { heads, channels } = asked.parts;
    const of = `over ${channels} channels and all ${heads} heads`;
    if (card === 'alone') {
      const constant = changeBy(asked, 'constant', element, order);
      write(
        find(box, 'p'),
        `is by how much the layer’s output changes, ${of}: rounding of 64-bit numbers. With one and the same encoding everywhere it is ${formatError(constant)}.`,
      );
      return;
    }
    const { least, middle, most } = changesBy(asked, card, element, MANY);
    write(
      find(box, 'p'),
      most < 1e-9
        ? 'These neighbours are all alike, so nobody could notice: choose a pixel on the ink.'
        : `is by how much it changes with the encoding. Of ${MANY} shuffles the middle one changes it by ${formatTiny(middle)}, the least by ${formatTiny(least)}, the most by ${formatTiny(most)}.`,
    );
  });
}

/** @param {Demo} demo */
function table(demo) {
  const parts = partsOf(demo);
  const [asked, seed] = [parts.now, parts.seed.value];
  /** @type {(string | number)[][]} */
  const rows = [];
  if (asked) {
    const [element, head] = [elementOf(demo, asked), headOf(demo)];
    const order = orderOf(asked, seed);
    const side = asked.parts.windowCols;
    /** @type {number[][]} */
    const before = [];
    for (const card of /** @type {Card[]} */ (['alone', 'relative'])) {
      before.push(sharesWith(asked, card, head, element, orderOf(asked, 0)));
      before.push(sharesWith(asked, card, head, element, order));
    }
    order.forEach((_, k) => {
      if (!asked.parts.inside[k]) return;
      const place = `${Math.floor(k / side) + 1}, ${(k % side) + 1}`;
      rows.push([place, ...before.map((shares) => shares[k])]);
    });
    const [alone, relative] = /** @type {const} */ (['alone', 'relative']).map((rule) =>
      changeBy(asked, rule, element, order),
    );
    rows.push(['change of the output', 0, alone, 0, relative]);
  }
  const columns = ['Row, column', 'q·k', 'q·k, shuffled', 'with encoding', 'with it, shuffled'];
  return { columns, rows };
}
