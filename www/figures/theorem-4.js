// Theorem 4: a linear layer turns along exactly when moving both ends of each of its entries changes nothing. Four kinds of layers as
// tables, each beside one that fails, and the real layer in the last line.

import { CASES, POINTS, SYMMETRIES, commutingOf } from '../state/commuting.js';
import { add, find, write } from '../ui/dom.js';
import { formatError, formatTiny } from '../ui/format.js';
import { addSvg } from '../ui/svg.js';
import { near, watch } from '../watch.js';
import { followBlank } from './blank.js';
import { addGuess } from './guess.js';
import { addTheorem, style as frameStyle } from './theorems/frame.js';
import { largest, signedColour } from './theorems/signed.js';

/**
 * @import { Case, Commuting } from '../state/commuting.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Wants } from '../state/study.js'
 */

export const figure = { name: 'theorem-4', title: 'Move both ends, and nothing may change', table };

/** Of a table, in its own units. */
const SIDE = 120;
/** Entries that differ by less are the same up to rounding. */
const SAME = 1e-12;
/** The counter-case that is guessed. */
const GUESSED = 3;
const PLACES = /** @type {const} */ (['main', 'other']);
const NAMES = Array.from(
  { length: SYMMETRIES },
  (_, i) => `${i >= 4 ? 'mirror, ' : ''}${90 * (i % 4)}°`,
);

export const style = `
${frameStyle}
.theorem-4 .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 14px; }
.theorem-4 .tile { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px 16px; align-content: start; padding: 12px 14px; border: 1px solid var(--gsa-line); border-radius: 12px; }
.theorem-4 .tile > header, .theorem-4 .tile > .move { grid-column: 1 / -1; }
.theorem-4 h4 { margin: 0; font-size: 0.9375rem; }
.theorem-4 .half { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; min-width: 0; align-content: start; }
.theorem-4 .kappa { display: block; width: 100%; max-width: 190px; touch-action: manipulation; cursor: pointer; border: 1px solid var(--gsa-line); }
.theorem-4 .kappa :is(.here, .there, .way) { fill: none; stroke: var(--bar); stroke-width: 2.5; }
.theorem-4 .kappa g:first-child { shape-rendering: crispEdges; }
.theorem-4 .kappa .head { fill: var(--bar); }
.theorem-4 .verdict { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; }
.theorem-4 .verdict b { color: var(--bar); font-size: 1.25rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
.theorem-4 .verdict .same { color: var(--bar); font-weight: 700; line-height: 1.3; white-space: nowrap; }
.theorem-4 .half p { font-size: 0.8125rem; line-height: 1.3; color: var(--gsa-muted); }
.theorem-4 .move { display: flex; align-items: center; gap: 10px; min-height: 44px; }
.theorem-4 .move input { flex: 1; min-width: 0; height: 34px; accent-color: var(--gsa-accent); }
.theorem-4 .move output { min-width: 1.6em; font-weight: 650; }
.theorem-4 .real b { color: var(--bar); white-space: nowrap; }
@media (pointer: coarse) { .theorem-4 .move :is(button, input, select) { height: 44px; } }
`;

/** @type {Wants} */
export function wants(demo) {
  return commutingOf(demo).question;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const state = commutingOf(demo);
  const element = addTheorem(
    root,
    figure,
    'class="theorem theorem-4" part="theorem-4"',
    'A linear layer is a table κ(g, g̃): how much the output at g takes from the input at g̃. It turns along exactly when moving both by h leaves every entry alone. Tap an entry and see where it goes.',
  );
  const words = addGuess(
    element,
    'The last table uses hĥ⁻¹ in place of h⁻¹ĥ. Does it turn along as well?',
    [
      ['Yes', true],
      ['No', false],
    ],
    state.guess,
    (guess) => state.guessed(guess),
    signal,
  );
  watch(signal, () => {
    const guess = state.guess.value;
    const right = 'mirrors and turns do not commute, so hĥ⁻¹ moves along and changes';
    write(words, guess === null ? '' : `${guess ? 'No' : 'Right'}: ${right}.`);
  });
  const tiles = add(element, '<div class="tiles"></div>');
  for (const [i, one] of CASES.entries()) mountTile(tiles, demo, state, one, i, signal);
  const real = add(
    element,
    '<div class="real"><p>In the real network, where the weights also look at the picture (R4_SA, layer 1, a quarter turn): <b class="main"></b> with h⁻¹ĥ · <b class="other"></b> with the published index of three elements, the weights as they are.</p></div>',
  );
  followBlank(real, demo, () => state.real !== null || demo.asking.blank.value === null, signal);
  watch(signal, () => {
    const known = state.real;
    for (const [k, place] of PLACES.entries()) {
      write(find(real, `.${place}`), known ? written(known[k]) : '…');
    }
  });
  demo.study.join(wants, near(element, signal), signal);
}

/**
 * @param {HTMLElement} tiles
 * @param {Demo} demo
 * @param {Commuting} state
 * @param {Case} one
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountTile(tiles, demo, state, one, index, signal) {
  const tile = add(
    tiles,
    `<section class="tile"><header><h4>${one.title}</h4><p class="small">commutes with ${one.moves}</p></header></section>`,
  );
  mountMove(tile, state, one, signal);
  for (const [k, place] of PLACES.entries()) {
    const half = add(
      tile,
      `<div class="half ${place}"><p class="verdict"><b></b><span class="same"></span></p><p class="counter">${k === 0 ? 'of the output is off' : one.counter}</p></div>`,
    );
    mountKappa(half, demo, state, one, k, signal);
    watch(signal, () => {
      const isHidden = k === 1 && index === GUESSED && state.guess.value === null;
      const error = state.errors.value[index][k];
      write(find(half, 'b'), isHidden ? '?' : written(error));
      if (k === 0) return;
      // Whoever moves nothing, or only by what commutes with all, has no counter-case.
      const passes = error < 1e-9 ? ' This move tells nothing: try another.' : '';
      write(find(half, '.counter'), `${one.counter}.${isHidden ? '' : passes}`);
    });
  }
}

/** How the points are moved. @param {HTMLElement} tile @param {Commuting} state @param {Case} one @param {AbortSignal} signal */
function mountMove(tile, state, { name }, signal) {
  const move = add(tile, '<div class="move"></div>');
  if (name === 'constant') {
    const button = add(move, '<button type="button">Another shuffle</button>');
    button.addEventListener('click', () => state.shuffleAgain(), { signal });
  } else if (name === 'group') {
    const label = add(move, '<label>Move by <select></select></label>');
    const select = /** @type {HTMLSelectElement} */ (find(label, 'select'));
    for (const text of NAMES) select.add(new Option(text));
    select.addEventListener('change', () => state.moveBy(select.selectedIndex), { signal });
    watch(signal, () => {
      select.selectedIndex = state.symmetry.value;
    });
  } else {
    const input = /** @type {HTMLInputElement} */ (
      add(move, `<input type="range" min="0" max="${POINTS - 1}" step="1" aria-label="Shift by">`)
    );
    const output = add(move, '<output></output>');
    input.addEventListener('input', () => state.shiftBy(Number(input.value)), { signal });
    watch(signal, () => {
      input.value = String(state.shift.value);
      write(output, `h = ${state.shift.value}`);
    });
  }
}

/**
 * @param {HTMLElement} half
 * @param {Demo} demo
 * @param {Commuting} state
 * @param {Case} one
 * @param {number} k  the layer, or its counter-case
 * @param {AbortSignal} signal
 */
function mountKappa(half, demo, state, one, k, signal) {
  const kappa = one.tables[k];
  const count = kappa.length;
  const cell = SIDE / count;
  const svg = addSvg(half, 'svg', { class: 'kappa', viewBox: `0 0 ${SIDE} ${SIDE}` });
  half.prepend(svg);
  svg.setAttribute('tabindex', '0');
  svg.setAttribute('role', 'img');
  const cells = addSvg(svg, 'g', {});
  // One scale for both.
  const most = largest(one.tables.flat(2));
  watch(signal, () => {
    const dark = demo.dark.value;
    cells.replaceChildren();
    for (const [g, row] of kappa.entries()) {
      for (const [other, value] of row.entries()) {
        const fill = one.signed
          ? { fill: signedColour(value, most, dark).colour, 'fill-opacity': 1 }
          : { fill: 'var(--gsa-ink)', 'fill-opacity': (value / most) * 0.85 };
        const size = { width: cell, height: cell };
        addSvg(cells, 'rect', { x: other * cell, y: g * cell, ...size, ...fill });
      }
    }
  });
  const marks = addSvg(svg, 'g', {});
  const here = () => {
    const [g, other] = state.entry.value.map((at) => at % count);
    const move = state.moves.value[one.name];
    return { g, other, to: [move[g], move[other]] };
  };
  watch(signal, () => {
    const { g, other, to } = here();
    marks.replaceChildren();
    drawWay(marks, cell, [g, other], to);
    const isSame = Math.abs(kappa[to[0]][to[1]] - kappa[g][other]) < SAME;
    write(find(half, '.same'), `this entry: ${isSame ? '=' : '≠'}`);
    const [before, after] = [kappa[g][other], kappa[to[0]][to[1]]].map((value) => value.toFixed(2));
    svg.setAttribute(
      'aria-label',
      `κ as a table. Entry ${g}, ${other} is ${before}; moved, entry ${to.join(', ')} is ${after}: ${isSame ? 'the same' : 'another'}. Arrow keys choose the entry.`,
    );
  });
  svg.addEventListener(
    'click',
    (event) => {
      const box = svg.getBoundingClientRect();
      const [x, y] = [
        (event.clientX - box.left) / box.width,
        (event.clientY - box.top) / box.height,
      ];
      state.follow(Math.floor(y * count), Math.floor(x * count));
    },
    { signal },
  );
  svg.addEventListener(
    'keydown',
    (event) => {
      const by = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[
        event.key
      ];
      if (!by) return;
      // Elsewhere they turn the dial.
      event.preventDefault();
      event.stopPropagation();
      const { g, other } = here();
      state.follow((g + by[0] + count) % count, (other + by[1] + count) % count);
    },
    { signal },
  );
}

/** From the entry to where it goes. @param {SVGGElement} marks @param {number} cell @param {number[]} from @param {number[]} to */
function drawWay(marks, cell, from, to) {
  const middle = ([row, col] = from) => ({ x: (col + 0.5) * cell, y: (row + 0.5) * cell });
  const [a, b] = [middle(from), middle(to)];
  for (const [kind, { x, y }] of /** @type {const} */ ([
    ['here', a],
    ['there', b],
  ])) {
    addSvg(marks, 'rect', {
      class: kind,
      ...{ x: x - cell / 2, y: y - cell / 2, width: cell, height: cell },
    });
  }
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 1.6 * cell) return;
  const [x, y] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const [start, end] = [cell * 0.7, length - cell * 0.7];
  /** @param {number} along @param {number} aside */
  const at = (along, aside) =>
    `${(a.x + x * along - y * aside).toFixed(2)} ${(a.y + y * along + x * aside).toFixed(2)}`;
  if (end - start > 7)
    addSvg(marks, 'path', { class: 'way', d: `M${at(start, 0)}L${at(end - 6, 0)}` });
  addSvg(marks, 'path', {
    class: 'head',
    d: `M${at(end, 0)}L${at(end - 8, 4.5)}L${at(end - 8, -4.5)}Z`,
  });
}

/** A share where one can see it, else a number. @param {number} error */
function written(error) {
  return error >= 1e-4 ? formatTiny(error) : formatError(error);
}

/** @param {Demo} demo */
function table(demo) {
  const state = commutingOf(demo);
  /** @type {(string | number)[][]} */
  const rows = CASES.flatMap(({ title, moves, counter }, i) => {
    const [error, off] = state.errors.value[i];
    return [
      [title, moves, error],
      [counter, moves, off],
    ];
  });
  const { real } = state;
  if (real) {
    rows.push(['R4_SA, layer 1, h⁻¹ĥ', 'a quarter turn', real[0]]);
    rows.push(['R4_SA, layer 1, published index', 'a quarter turn', real[1]]);
  }
  return { columns: ['Layer', 'Moved by', 'Share of the output that is off'], rows };
}
