// Theorem 3: a filter that is read off a landscape at turned points comes home after eight turns by 45°; one that is blended does not.

import { off } from '../state/distance.js';
import { HEADS, STEPS, STEP_DEGREES, SIDE, steeringOf } from '../state/steering.js';
import { add, find, write } from '../ui/dom.js';
import { formatError, formatTiny } from '../ui/format.js';
import { near, watch } from '../watch.js';
import { followBlank, markStale } from './blank.js';
import { addGuess } from './guess.js';
import { addBoxes, addTheorem, style as frameStyle } from './theorems/frame.js';
import { largest, paintSigned } from './theorems/signed.js';

/**
 * @import { Demo } from '../state/demo.js'
 * @import { Steering } from '../state/steering.js'
 * @import { Wants } from '../state/study.js'
 * @import { Picture } from './theorems/signed.js'
 */

export const figure = {
  name: 'theorem-3',
  title: 'Eight times 45° brings it home, if you sample',
  table,
};

const WAYS = /** @type {const} */ ([
  ['sampled', 'main', 'sampled: group self-attention, the real first layer'],
  ['blended', 'other', 'blended: the same 25 numbers, turned bilinearly again and again'],
]);

export const style = `
${frameStyle}
.theorem-3 .lanes { display: grid; gap: 14px; }
.theorem-3 .lane { display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px; }
.theorem-3 .lane > p { color: var(--bar); font-weight: 650; }
.theorem-3 .strip { display: grid; grid-template-columns: repeat(9, minmax(0, 1fr)); gap: 8px; }
.theorem-3 .strip figure { display: grid; gap: 2px; text-align: center; font-size: 0.75rem; color: var(--gsa-muted); font-variant-numeric: tabular-nums; }
.theorem-3 .strip figure[data-ahead] canvas { visibility: hidden; }
.theorem-3 .strip figure[data-now] { color: var(--gsa-ink); font-weight: 650; }
.theorem-3 canvas { width: 100%; aspect-ratio: 1; outline: 1px solid var(--gsa-line); }
.theorem-3 .strip figure[data-now] canvas { outline: 2.5px solid var(--bar); }
.theorem-3 .trio { display: grid; grid-template-columns: repeat(3, minmax(0, 120px)); gap: 8px 14px; }
.theorem-3 .trio figure { display: grid; gap: 2px; text-align: center; font-size: 0.8125rem; color: var(--gsa-muted); }
.theorem-3 .trio .off canvas { outline: 2.5px solid var(--bar); }
.theorem-3 .trios { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px; }
.theorem-3 .turn { display: flex; flex: 1 1 300px; align-items: center; gap: 12px; max-width: 480px; }
.theorem-3 .turn input { flex: 1; min-width: 0; height: 34px; accent-color: var(--gsa-accent); }
.theorem-3 .turn output { min-width: 3em; font-weight: 650; font-variant-numeric: tabular-nums; }
.theorem-3 .knobs label { display: inline-flex; align-items: center; gap: 8px; color: var(--gsa-muted); }
@media (pointer: coarse) { .theorem-3 .knobs :is(button, input, select) { height: 44px; } }
@container (max-width: 559px) {
  .theorem-3 .strip { display: none; }
  .theorem-3 .trios { grid-template-columns: minmax(0, 1fr); }
  .theorem-3 .lanes { display: none; }
}
@container (min-width: 560px) { .theorem-3 .trios .named { display: none; } }
`;

/** @type {Wants} */
export function wants(demo) {
  return steeringOf(demo).question;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const state = steeringOf(demo);
  const element = addTheorem(
    root,
    figure,
    'class="theorem theorem-3" part="theorem-3"',
    'Attention’s filter is a landscape that is read at turned points. A convolution’s filter is 25 numbers that must be blended to be turned, and each blend blurs.',
  );
  const told = addGuess(
    element,
    'Turn it eight times by 45°, all the way round. Which comes home?',
    [
      ['the sampled one alone', 'sampled'],
      ['both', 'blended'],
    ],
    state.guess,
    (guess) => state.guessed(/** @type {'sampled' | 'blended'} */ (guess)),
    signal,
  );
  watch(signal, () => {
    const guess = state.guess.value;
    const answer = guess === 'sampled' ? 'Right' : 'No';
    write(told, guess ? `${answer}: blended numbers are blended anew at each turn.` : '');
  });
  mountKnobs(element, state, signal);
  const lanes = add(element, '<div class="lanes"></div>');
  const trios = add(element, '<div class="trios"></div>');
  for (const [which, place, words] of WAYS) {
    const lane = add(
      lanes,
      `<div class="lane ${place}"><p>${words}</p><div class="strip"></div></div>`,
    );
    for (let step = 0; step <= STEPS; step++) {
      const one = addPicture(find(lane, '.strip'), `${step * STEP_DEGREES}°`, () =>
        pictureOf(state, which, step),
      );
      follow(one, demo, state, signal, () => `${which}, turned by ${step * STEP_DEGREES}°`);
      watch(signal, () => {
        one.element.toggleAttribute('data-ahead', step > state.steps.value);
        one.element.toggleAttribute('data-now', step === state.steps.value);
      });
    }
    const trio = add(
      trios,
      `<div class="lane ${place}"><p class="named">${words}</p><div class="trio"></div></div>`,
    );
    const holder = find(trio, '.trio');
    const first = addPicture(holder, '0°', () => pictureOf(state, which, 0));
    follow(first, demo, state, signal, () => `${which}, upright`);
    const now = addPicture(holder, '', () => pictureOf(state, which, state.steps.value));
    follow(now, demo, state, signal, () => `${which}, ${turnText(state)}`);
    const missed = addPicture(holder, 'difference', () => differenceOf(state, which));
    missed.element.className = 'off';
    follow(missed, demo, state, signal, () => `${which}: difference, ${lossText(state, which)}`);
    watch(signal, () => write(find(now.element, 'figcaption'), turnText(state)));
    watch(signal, () =>
      write(find(missed.element, 'figcaption'), `off by ${lossText(state, which)}`),
    );
  }
  mountBoxes(element, state, signal);
  followBlank(element, demo, () => state.turned.value !== null, signal);
  demo.study.join(wants, near(element, signal), signal);
}

/** @param {Steering} state */
function turnText({ steps }) {
  return `${steps.value * STEP_DEGREES}°`;
}

/**
 * @param {HTMLElement} holder
 * @param {string} words
 * @param {() => Picture | null} picture
 */
function addPicture(holder, words, picture) {
  const element = add(
    holder,
    '<figure><canvas role="img"></canvas><figcaption></figcaption></figure>',
  );
  write(find(element, 'figcaption'), words);
  return { element, picture };
}

/**
 * Keeps a picture painted, and says what it is.
 *
 * @param {ReturnType<typeof addPicture>} one
 * @param {Demo} demo
 * @param {Steering} state
 * @param {AbortSignal} signal
 * @param {() => string} said
 */
function follow({ element, picture }, demo, state, signal, said) {
  const canvas = /** @type {HTMLCanvasElement} */ (find(element, 'canvas'));
  const repaint = paintSigned(canvas, picture, signal);
  watch(signal, () => {
    void [demo.dark.value, state.steps.value];
    const { value } = state.turned;
    markStale(element, !!value?.isNow);
    canvas.setAttribute('aria-label', value ? said() : 'not asked yet');
    repaint();
  });
}

/** @param {Steering} state @param {'sampled' | 'blended'} which @param {number} step @returns {Picture | null} */
function pictureOf({ turned }, which, step) {
  const known = turned.value;
  if (!known) return null;
  return { values: known[which][step], cols: SIDE, limit: largest(known.sampled[0]) };
}

/** From what is read off the landscape at the whole angle. @param {Steering} state @param {'sampled' | 'blended'} which @returns {Picture | null} */
function differenceOf({ turned, steps }, which) {
  const known = turned.value;
  if (!known) return null;
  const exact = known.direct[steps.value];
  const values = known[which][steps.value].map((value, i) => value - exact[i]);
  return { values, cols: SIDE, limit: largest(known.sampled[0]) };
}

/** @param {Steering} state @param {'sampled' | 'blended'} which */
function lossOf({ turned, steps }, which) {
  const known = turned.value;
  return known ? off(known[which][steps.value], known.direct[steps.value]) : null;
}

/** @param {Steering} state @param {'sampled' | 'blended'} which */
function lossText(state, which) {
  const loss = lossOf(state, which);
  return loss === null ? '…' : written(loss);
}

/** @param {HTMLElement} element @param {Steering} state @param {AbortSignal} signal */
function mountKnobs(element, state, signal) {
  const knobs = add(
    element,
    `<div class="knobs">
      <button type="button">Turn by ${STEP_DEGREES}°</button>
      <label class="turn"><output></output><input type="range" min="0" max="${STEPS}" step="1" aria-label="How many times it is turned by ${STEP_DEGREES}°"></label>
      <label>head <select aria-label="Head"></select></label>
    </div>`,
  );
  find(knobs, 'button').addEventListener('click', () => state.turnOn(), { signal });
  const input = /** @type {HTMLInputElement} */ (find(knobs, 'input'));
  input.addEventListener('input', () => state.turnTo(Number(input.value)), { signal });
  const select = /** @type {HTMLSelectElement} */ (find(knobs, 'select'));
  for (let head = 1; head <= HEADS; head++) select.add(new Option(String(head)));
  select.addEventListener('change', () => state.choose(select.selectedIndex), { signal });
  watch(signal, () => {
    input.value = String(state.steps.value);
    input.setAttribute('aria-valuetext', turnText(state));
    write(find(knobs, 'output'), turnText(state));
    select.selectedIndex = state.head.value;
  });
}

/** @param {HTMLElement} element @param {Steering} state @param {AbortSignal} signal */
function mountBoxes(element, state, signal) {
  const { boxes, main, other } = addBoxes(element);
  watch(signal, () => {
    const known = state.turned.value;
    markStale(boxes, !!known?.isNow);
    if (!known || state.steps.value < STEPS) {
      main('?', 'of the filter is lost on the way round by sampling. Turn it eight times.');
      other('?', 'is lost by blending.');
      return;
    }
    main(
      written(lossOf(state, 'sampled') ?? NaN),
      'of the filter is lost on the way round: eight matrices of 45° are multiplied, and the scores, 32-bit numbers, evaluated at the points that come out; nothing is blended.',
    );
    other(
      written(lossOf(state, 'blended') ?? NaN),
      `is lost by eight bilinear turns, with the border repeated so that it comes off well (${written(known.zeros)} with zeros outside). Nobody turns eight times in a row: a single 45° and back loses ${written(known.back)}.`,
    );
  });
}

/** A share where one can see it, else a number. @param {number} error */
function written(error) {
  return error >= 1e-4 ? formatTiny(error) : formatError(error);
}

/** @param {Demo} demo */
function table(demo) {
  const known = steeringOf(demo).turned.value;
  const columns = ['Turned by', 'Sampled: lost', 'Blended: lost'];
  /** @type {(string | number)[][]} */
  const rows = [];
  if (!known?.isNow) return { columns, rows };
  for (let step = 0; step <= STEPS; step++) {
    const exact = known.direct[step];
    rows.push([step * STEP_DEGREES, ...WAYS.map(([which]) => off(known[which][step], exact))]);
  }
  return { columns, rows };
}
