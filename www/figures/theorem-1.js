// Theorem 1: group self-attention can be any group convolution. The real layer, with heads that look at one neighbour each, beside the
// convolution: exact in the limit of sharp heads, or at once where the weights are solved for; with a head fewer, never.

import { MOST_ALPHA, RANDOM_FILTERS, STEP_ALPHA, convolvingOf } from '../state/convolving.js';
import { add, find, write } from '../ui/dom.js';
import { formatError, formatShare, formatTiny } from '../ui/format.js';
import { addSegments, style as segmentsStyle } from '../ui/segments.js';
import { addSvg } from '../ui/svg.js';
import { near, watch } from '../watch.js';
import { followBlank, markStale } from './blank.js';
import { addGuess } from './guess.js';
import { drawChart, style as chartStyle } from './theorems/chart.js';
import { addBoxes, addTheorem, style as frameStyle } from './theorems/frame.js';
import { drawHeads, style as headsStyle } from './theorems/heads.js';
import { largest, paintSigned, signedColour, signedText } from './theorems/signed.js';

/**
 * @import { Prediction } from '../../pkg/gsa_net.js'
 * @import { Convolving } from '../state/convolving.js'
 * @import { Compared } from '../engine/requests/convolution.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Wants } from '../state/study.js'
 * @import { Picture } from './theorems/signed.js'
 */

export const figure = { name: 'theorem-1', title: 'Nine heads are a convolution', table };

/** Of what is not there, so that the smallest shows. */
const MAGNIFIED = 4;
/** Of the picture's elements. */
const TURNS = ['0°', '90°', '180°', '270°'];
const PLACES = [
  ...['top left', 'top', 'top right', 'left', 'middle', 'right'],
  ...['bottom left', 'bottom', 'bottom right'],
];

export const style = `
${segmentsStyle}
${frameStyle}
${chartStyle}
${headsStyle}
.theorem-1 .panels { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 14px; align-items: end; }
.theorem-1 .t-panel { display: grid; gap: 6px; min-width: 0; align-content: end; }
.theorem-1 .t-panel > p { font-size: 0.8125rem; line-height: 1.25; color: var(--gsa-muted); }
.theorem-1 canvas { width: 100%; aspect-ratio: 1; border: 1px solid var(--gsa-line); }
.theorem-1 .target canvas { border-color: var(--gsa-ink); }
.theorem-1 .cells { display: grid; grid-template-columns: repeat(3, minmax(34px, 1fr)); }
.theorem-1 .cells button { height: auto; min-height: 34px; aspect-ratio: 1; padding: 0; border: 0; border-radius: 0; outline-offset: -3px; font-size: 0.8125rem; font-variant-numeric: tabular-nums; forced-color-adjust: none; }
.theorem-1 .cells button:hover { text-decoration: underline; }
.theorem-1[data-form="group"] .filters, .theorem-1[data-form="frames"] .filters { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 6px; }
.theorem-1 .filters > div { min-width: 0; }
.theorem-1 .filters small { display: none; font-size: 0.75rem; color: var(--gsa-muted); }
.theorem-1:not([data-form="picture"]) .filters small { display: block; }
.theorem-1:not([data-form="picture"]) .panels { grid-template-columns: repeat(4, minmax(0, 1fr)); }
.theorem-1:not([data-form="picture"]) .filter-panel { grid-column: 1 / -1; }
.theorem-1:not([data-form="picture"]) .filters { grid-template-columns: repeat(auto-fit, minmax(102px, 150px)); gap: 12px; }
.theorem-1[data-form="network"] .filters { display: none; }
.theorem-1:not([data-form="network"]) .trained { display: none; }
.theorem-1 .alpha { display: flex; flex: 1 1 260px; align-items: center; gap: 12px; max-width: 420px; }
.theorem-1 .alpha input { flex: 1; min-width: 0; height: 34px; accent-color: var(--gsa-accent); }
.theorem-1 .alpha output { min-width: 4.5em; font-weight: 650; white-space: nowrap; font-variant-numeric: tabular-nums; }
@media (pointer: coarse) {
  .theorem-1 .cells { grid-template-columns: repeat(3, minmax(44px, 1fr)); }
  .theorem-1 .alpha input { height: 44px; }
}
@container (max-width: 559px) {
  .theorem-1 .panels, .theorem-1:not([data-form="picture"]) .panels { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
`;

/** @type {Wants} */
export function wants(demo) {
  return convolvingOf(demo).question;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const state = convolvingOf(demo);
  const element = addTheorem(
    root,
    figure,
    'class="theorem theorem-1" part="theorem-1"',
    'Teach each head to look at just one neighbour, weigh the answers by the filter’s own numbers, and self-attention is the convolution. One knob, α, sharpens the heads.',
  );
  watch(signal, () => {
    element.dataset.form = state.form.value;
  });
  mountKnobs(element, state, signal);
  const panels = add(element, '<div class="panels"></div>');
  mountFilter(panels, demo, state, signal);
  mountHeads(panels, state, signal);
  mountMaps(panels, demo, state, signal);
  mountChart(element, state, signal);
  const told = addGuess(
    element,
    'Would one head fewer do?',
    [
      ['Yes, fitted anew', true],
      ['No', false],
    ],
    state.guess,
    (guess) => state.guessed(guess),
    signal,
  );
  watch(signal, () => {
    const { guess } = state;
    write(
      told,
      guess.value === null ? '' : `${guess.value ? 'No' : 'Right'}: see the orange line.`,
    );
  });
  mountBoxes(element, state, signal);
  followBlank(element, demo, () => state.last !== null, signal);
  demo.study.join(wants, near(element, signal), signal);
}

/** @param {HTMLElement} element @param {Convolving} state @param {AbortSignal} signal */
function mountKnobs(element, state, signal) {
  const knobs = add(element, '<div class="knobs"></div>');
  const forms = {
    ...{ picture: 'picture, 9 heads', group: 'group, 36', frames: 'group in frames, 9' },
    network: 'trained R4_CNN',
  };
  const form = addSegments(knobs, 'Of a', forms, (choice) => state.choose(choice), signal);
  const alpha = add(
    knobs,
    `<label class="alpha"><output></output><input type="range" min="0" max="${MOST_ALPHA}" step="${STEP_ALPHA}" aria-label="α, how sharply each head looks"></label>`,
  );
  const input = /** @type {HTMLInputElement} */ (find(alpha, 'input'));
  input.addEventListener('input', () => state.sharpen(Number(input.value)), { signal });
  const ways = { filter: 'the filter’s numbers', solved: 'solved for' };
  const weights = addSegments(
    knobs,
    'Weights',
    ways,
    (choice) => state.solve(choice === 'solved'),
    signal,
  );
  watch(signal, () => {
    form.show(state.form.value);
    weights.show(state.solved.value ? 'solved' : 'filter');
    input.value = String(state.alpha.value);
    write(find(alpha, 'output'), `α = ${state.alpha.value}`);
  });
}

/** @param {HTMLElement} panels @param {Demo} demo @param {Convolving} state @param {AbortSignal} signal */
function mountFilter(panels, demo, state, signal) {
  const panel = add(
    panels,
    `<div class="t-panel filter-panel"><p></p><div class="filters"></div>
      <p class="trained">Every convolution of a trained R4_CNN but the last is done by attention. The second is shown.</p></div>`,
  );
  watch(signal, () => {
    const isOwn = state.form.value === 'network';
    write(
      find(panel, 'p'),
      isOwn ? 'the filters: the network’s own' : 'the filter: tap its numbers',
    );
  });
  const filters = find(panel, '.filters');
  for (const [block, turn] of TURNS.entries()) {
    const one = add(
      filters,
      `<div><small>from ${turn}</small><div class="cells" role="group" aria-label="Filter for ${turn}"></div></div>`,
    );
    watch(signal, () => {
      one.hidden = block > 0 && state.form.value === 'picture';
    });
    for (const [cell, place] of PLACES.entries()) {
      const at = 9 * block + cell;
      const button = add(find(one, '.cells'), '<button type="button"></button>');
      button.addEventListener('click', () => state.tap(at), { signal });
      button.addEventListener(
        'keydown',
        (event) => {
          const by = { ArrowUp: 0.1, ArrowDown: -0.1 }[event.key];
          if (!by) return;
          event.preventDefault();
          state.set(at, state.numbers.peek()[at] + by);
        },
        { signal },
      );
      watch(signal, () => {
        const value = state.numbers.value[at];
        const { colour, ink } = signedColour(value, 1.5, demo.dark.value);
        Object.assign(button.style, { background: colour, color: ink });
        write(button, signedText(value));
        button.setAttribute('aria-label', `${place}: ${signedText(value)}`);
      });
    }
  }
}

/** @param {HTMLElement} panels @param {Convolving} state @param {AbortSignal} signal */
function mountHeads(panels, state, signal) {
  const panel = add(panels, '<div class="t-panel"></div>');
  const svg = addSvg(panel, 'svg', { class: 'heads-of', role: 'img' });
  const words = add(panel, '<p></p>');
  watch(signal, () => {
    const shown = state.now ?? state.last;
    markStale(panel, state.now !== null);
    const where = state.form.value === 'network' ? ' in each layer' : '';
    write(
      words,
      shown ? `${shown.heads} heads${where}: where each looks` : 'where each head looks',
    );
    if (!shown) return;
    const { heads, patterns } = shown;
    drawHeads(svg, patterns, heads, state.guess.value === null ? null : 3);
    const least = Math.min(...ownShares(patterns, heads));
    svg.setAttribute(
      'aria-label',
      `${heads} heads; each gives at least ${formatTiny(least)} of its attention to its own neighbour`,
    );
  });
}

/** What each head gives to the place that it is to look at. @param {ArrayLike<number>} patterns @param {number} heads */
function ownShares(patterns, heads) {
  const keys = patterns.length / heads;
  return Array.from({ length: heads }, (_, head) => patterns[head * keys + head]);
}

/** @param {HTMLElement} panels @param {Demo} demo @param {Convolving} state @param {AbortSignal} signal */
function mountMaps(panels, demo, state, signal) {
  /** Of the first element, of what is known last. @param {'output' | 'target' | 'difference'} which @returns {Picture | null} */
  const pictureOf = (which) => {
    const known = state.last;
    if (!known) return null;
    const { at, size } = shownOf(known);
    const output = known.output.subarray(at, at + size);
    const target = known.target.subarray(at, at + size);
    const values =
      which === 'difference'
        ? output.map((value, i) => MAGNIFIED * (value - target[i]))
        : { output, target }[which];
    return { values, cols: Math.sqrt(size), limit: largest(target) };
  };
  for (const [which, words] of /** @type {const} */ ([
    ['output', 'the layer’s output'],
    ['target', 'the convolution’s'],
    ['difference', `their difference, × ${MAGNIFIED}`],
  ])) {
    const panel = add(
      panels,
      `<div class="t-panel ${which}"><canvas role="img"></canvas><p>${words}</p></div>`,
    );
    const canvas = /** @type {HTMLCanvasElement} */ (find(panel, 'canvas'));
    const repaint = paintSigned(canvas, () => pictureOf(which), signal);
    watch(signal, () => {
      void [state.last, demo.dark.value];
      markStale(panel, state.now !== null);
      const picture = pictureOf(which);
      const size = picture ? largest(picture.values) : 0;
      const unit = which === 'difference' ? size / MAGNIFIED : size;
      const said = picture ? `at most ${formatError(unit)}` : 'not asked yet';
      canvas.setAttribute('aria-label', `${words}, one of four turns: ${said}`);
      repaint();
    });
  }
}

/** Where the map that is shown begins, and how long it is: of the first turn, of a network that of the strongest channel. @param {Compared} known */
function shownOf(known) {
  if (!('rows' in known)) return { at: 0, size: known.output.length / TURNS.length };
  const size = known.rows * known.cols;
  const channels = known.target.length / (TURNS.length * size);
  const strengths = Array.from({ length: channels }, (_, channel) => {
    const at = channel * TURNS.length * size;
    return largest(known.target.subarray(at, at + size));
  });
  const strongest = strengths.indexOf(Math.max(...strengths));
  return { at: Math.max(0, strongest) * TURNS.length * size, size };
}

/** @param {HTMLElement} element @param {Convolving} state @param {AbortSignal} signal */
function mountChart(element, state, signal) {
  const holder = add(
    element,
    '<div><p class="small">Largest error, of the largest output, all four turns</p></div>',
  );
  const svg = addSvg(holder, 'svg', { class: 'errors-of-alpha', role: 'img' });
  const draw = () => {
    const width = Math.max(260, Math.round(holder.clientWidth));
    const isNarrow = width < 520;
    const own = state.curve(false);
    const solved = state.curve(true);
    const fewer = state.fewerRandom;
    // Of one layer; drawn above the floor of 32-bit numbers alone.
    const lawful = state.form.value === 'network' ? [] : own;
    const law = lawful.map(
      ([alpha]) => /** @type {[number, number]} */ ([alpha, state.law(alpha)]),
    );
    drawChart(
      svg,
      width,
      MOST_ALPHA,
      [
        {
          ...{ kind: 'law', points: law.filter(([, error]) => error <= 1 && error > 2e-7) },
          ...{ text: `the law, ${state.form.value === 'group' ? 7 : 4}e⁻ᵅ`, at: [9.6, 5e-3] },
        },
        {
          ...{ kind: 'own', points: own },
          // Where there is no room above its line, below it.
          ...(isNarrow
            ? { text: 'filter’s numbers', at: [0.6, 1.2e-6] }
            : { text: 'weights: the filter’s numbers', at: [20, 4e-5], anchor: 'end' }),
        },
        {
          ...{ kind: 'solved', points: solved, at: [0.6, 1e-8 * 2.2] },
          text: isNarrow ? 'solved for' : 'weights solved for: exact at once',
        },
        {
          ...{ kind: 'fewer', points: fewer, at: [20, 0.03], anchor: 'end' },
          text: isNarrow ? 'one head fewer' : 'one head fewer, random filters',
        },
      ],
      state.now && [state.alpha.value, state.now.error],
    );
    svg.setAttribute('aria-label', `Errors against α. ${describe(own, 'The filter’s numbers')}`);
  };
  watch(signal, draw);
  if (typeof ResizeObserver !== 'function') return;
  const observer = new ResizeObserver(draw);
  observer.observe(holder);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** @param {[number, number][]} points @param {string} name */
function describe(points, name) {
  if (points.length === 0) return '';
  const [first, last] = [points[0], points[points.length - 1]];
  return `${name} as weights: ${formatTiny(first[1])} at α = ${first[0]}, ${formatError(last[1])} at ${last[0]}.`;
}

/** @param {HTMLElement} element @param {Convolving} state @param {AbortSignal} signal */
function mountBoxes(element, state, signal) {
  const { main, other } = addBoxes(element);
  watch(signal, () => {
    if (state.error.value) {
      main('–', `R4_CNN can’t be had: ${state.error.value.message}`);
      other('–', 'There is nothing to take a head from.');
      return;
    }
    main(state.now ? written(state.now.error) : '…', wordsOf(state));
    const heads = state.heads.value;
    if (state.guess.value === null) {
      other('?', `First guess: would ${heads - 1} heads do?`);
      return;
    }
    const { fewer } = state;
    other(fewer === undefined ? '…' : written(fewer.error), wordsOfFewer(state));
  });
}

/** What is off by the number that stands before it. @param {Convolving} state */
function wordsOf(state) {
  const { alpha, solved } = state.setup.value;
  const nothing =
    state.solved.value && !solved ? ' At so small an α nothing can be solved for.' : '';
  if (state.form.value === 'network') {
    const { now } = state;
    if (!now || !('own' in now)) return `off at α = ${alpha}, and what the network answers then.`;
    return `off at α = ${alpha}. The network’s own answer is ${answerOf(now.own)}; by attention it is ${answerOf(now.prediction)}.${nothing}`;
  }
  return solved
    ? `off with ${state.heads.value} weights solved for: the soft heads of α = ${alpha} are told apart exactly; what is left is the rounding of 32-bit numbers.`
    : `off at α = ${alpha} with the filter’s own numbers as weights. The law of what leaks: ${written(Math.min(1, state.law(alpha)))}.${nothing}`;
}

/** @param {Prediction} prediction */
function answerOf({ digit, probabilities }) {
  return `${digit} (${formatShare(probabilities[digit])})`;
}

/** @param {Convolving} state */
function wordsOfFewer(state) {
  const { fewer, fewerRandom: random } = state;
  const left = state.heads.value - 1;
  if (state.form.value === 'network') {
    const answer = fewer?.digit ?? '…';
    return `off when each layer loses a head and its other ${left} are fitted anew; the answer is then ${answer}.`;
  }
  const typical = random.length > 0 ? written(random[random.length - 1][1]) : '…';
  return `off when a head is taken away and the other ${left} are fitted anew to this filter. Of ${RANDOM_FILTERS} random filters the middle one is ${typical} off, however sharp the heads are.`;
}

/** A share where one can see it, else a number. @param {number} error */
function written(error) {
  return error >= 1e-4 ? formatTiny(error) : formatError(error);
}

/** @param {Demo} demo */
function table(demo) {
  const state = convolvingOf(demo);
  const columns = ['Heads', 'Weights', 'α', 'Largest error', 'Law'];
  /** @type {(string | number)[][]} */
  const rows = [];
  const { now } = state;
  if (!now) return { columns, rows };
  const { alpha, solved } = state.setup.value;
  const names = { own: 'the filter’s numbers', solved: 'solved for' };
  const heads = state.heads.value;
  const name = solved ? names.solved : names.own;
  const isNetwork = state.form.value === 'network';
  rows.push([heads, `${name}, shown`, alpha, now.error, isNetwork ? '' : state.law(alpha)]);
  for (const solved of [false, true]) {
    for (const [alpha, error] of state.curve(solved)) {
      const law = solved || isNetwork ? '' : state.law(alpha);
      rows.push([heads, solved ? names.solved : names.own, alpha, error, law]);
    }
  }
  if (state.fewer) rows.push([heads - 1, 'fitted anew', alpha, state.fewer.error, '']);
  for (const [alpha, error] of state.fewerRandom) {
    rows.push([heads - 1, 'fitted anew to random filters, median', alpha, error, '']);
  }
  return { columns, rows };
}
