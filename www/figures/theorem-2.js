// Theorem 2: whatever turns along can be had. The construction: any network, averaged over the group. It learns one painted answer to the
// drawing as it is, and gives it turned when the drawing is turned; existence, not learnability.

import { SIDE, averagingOf } from '../state/averaging.js';
import { add, find, write } from '../ui/dom.js';
import { formatError, formatTiny } from '../ui/format.js';
import { watch } from '../watch.js';
import { followBlank } from './blank.js';
import { addGuess } from './guess.js';
import { addBoxes, addTheorem, style as frameStyle } from './theorems/frame.js';
import { paintSigned } from './theorems/signed.js';

/** @import { Averaging } from '../state/averaging.js' */
/** @import { Demo } from '../state/demo.js' */

export const figure = { name: 'theorem-2', title: 'Paint any answer: it turns along', table };

const ROWS = /** @type {const} */ ([
  ['read', '', 'what is read'],
  ['averaged', 'main', 'answer, averaged over the turns'],
  ['ordinary', 'other', 'answer of an ordinary network'],
]);
const ANGLES = [0, 90, 180, 270];

export const style = `
${frameStyle}
.theorem-2 .scene { display: grid; grid-template-columns: 246px minmax(0, 1fr); gap: 14px 24px; align-items: start; }
.theorem-2 .cells { display: grid; grid-template-columns: repeat(${SIDE}, minmax(0, 1fr)); border: 1px solid var(--gsa-ink); }
.theorem-2 .cells button { height: auto; aspect-ratio: 1; padding: 0; border: 1px solid var(--gsa-line); border-radius: 0; outline-offset: -3px; }
.theorem-2 .cells button[aria-pressed="true"] { background: var(--gsa-ink); }
.theorem-2 .lines { display: grid; grid-template-columns: repeat(4, minmax(0, 96px)); gap: 4px 10px; }
.theorem-2 .lines p { grid-column: 1 / -1; font-size: 0.8125rem; color: var(--bar, var(--gsa-muted)); font-weight: 650; }
.theorem-2 .lines small { text-align: center; font-size: 0.75rem; color: var(--gsa-muted); }
.theorem-2 canvas { width: 100%; aspect-ratio: 1; outline: 1px solid var(--gsa-line); }
@container (max-width: 559px) {
  .theorem-2 .scene { grid-template-columns: minmax(0, 1fr); }
  .theorem-2 .cells { max-width: 340px; }
}
@media (forced-colors: active) { .theorem-2 .cells button[aria-pressed="true"] { background: CanvasText; forced-color-adjust: none; } }
`;

/** @param {Demo} demo */
export function isWhole(demo) {
  return averagingOf(demo).answers.value !== null;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const state = averagingOf(demo);
  const element = addTheorem(
    root,
    figure,
    'class="theorem theorem-2" part="theorem-2"',
    'Any network, averaged over the group, turns along; and whatever turns along can be had that way. Both networks here learn one answer to the drawing as it is, and see no turned one. That such weights exist does not say that training finds them.',
  );
  const scene = add(element, '<div class="scene"></div>');
  mountPaint(scene, state, signal);
  mountAnswers(scene, demo, state, signal);
  const told = addGuess(
    element,
    'The drawing is turned by 90°. Whose answer turns along?',
    [
      ['that of both', 'both'],
      ['the averaged one alone', 'averaged'],
    ],
    state.guess,
    (guess) => state.guessed(/** @type {'both' | 'averaged'} */ (guess)),
    signal,
  );
  watch(signal, () => {
    const guess = state.guess.value;
    const answer = guess === 'averaged' ? 'Right' : 'No';
    write(told, guess ? `${answer}: the ordinary one never heard of turns.` : '');
  });
  mountBoxes(element, state, signal);
  followBlank(element, demo, () => state.answers.value !== null, signal);
}

/** @param {HTMLElement} scene @param {Averaging} state @param {AbortSignal} signal */
function mountPaint(scene, state, signal) {
  const paint = add(
    scene,
    '<div><p class="small">the answer: tap to paint it</p><div class="cells" role="group" aria-label="The answer"></div></div>',
  );
  for (let at = 0; at < SIDE * SIDE; at++) {
    const button = add(find(paint, '.cells'), '<button type="button"></button>');
    button.setAttribute(
      'aria-label',
      `row ${Math.floor(at / SIDE) + 1}, column ${(at % SIDE) + 1}`,
    );
    button.addEventListener('click', () => state.tap(at), { signal });
    watch(signal, () => button.setAttribute('aria-pressed', String(state.painted.value[at] > 0)));
  }
}

/** @param {HTMLElement} scene @param {Demo} demo @param {Averaging} state @param {AbortSignal} signal */
function mountAnswers(scene, demo, state, signal) {
  const lines = add(scene, '<div class="lines"></div>');
  for (const [which, place, words] of ROWS) {
    add(lines, `<p class="${place}">${words}</p>`);
    for (const [turn, angle] of ANGLES.entries()) {
      const canvas = /** @type {HTMLCanvasElement} */ (add(lines, '<canvas role="img"></canvas>'));
      // What is not guessed yet is not shown.
      const isHidden = () => turn > 0 && which !== 'read' && state.guess.value === null;
      const repaint = paintSigned(
        canvas,
        () => {
          const all = state.answers.value;
          if (!all || isHidden()) return null;
          return { values: all[turn][which], cols: SIDE, limit: 1 };
        },
        signal,
      );
      watch(signal, () => {
        const all = state.answers.value;
        void demo.dark.value;
        const error = which === 'read' ? null : all?.[turn][`${which}Off`];
        const said = error === null ? '' : `: off by ${written(error ?? NaN)}`;
        canvas.setAttribute(
          'aria-label',
          `${words} at ${angle}°${isHidden() ? ': guess first' : all ? said : ': not read yet'}`,
        );
        repaint();
      });
    }
  }
  for (const angle of ANGLES) write(add(lines, '<small></small>'), `${angle}°`);
}

/** @param {HTMLElement} element @param {Averaging} state @param {AbortSignal} signal */
function mountBoxes(element, state, signal) {
  const { main, other } = addBoxes(element);
  watch(signal, () => {
    const all = state.answers.value;
    if (!all || state.guess.value === null) {
      main('?', 'off is the averaged answer when the drawing is turned. First guess.');
      other('?', 'off is that of an ordinary network.');
      return;
    }
    const worst = (/** @type {'averagedOff' | 'ordinaryOff'} */ which) =>
      written(Math.max(...all.map((one) => one[which])));
    const [{ missed }] = all;
    main(
      worst('averagedOff'),
      missed < 1e-3
        ? 'off is the averaged answer, of the first one turned: rounding. It has seen one drawing.'
        : `off is the averaged answer, of the first one turned. But this drawing looks much the same from other sides, so what turns along must answer alike there: ${formatTiny(missed)} of what is painted can’t be had.`,
    );
    other(
      worst('ordinaryOff'),
      'off is that of the ordinary network, which gives the painted answer to the drawing as it is, and stays near it.',
    );
  });
}

/** A share where one can see it, else a number. @param {number} error */
function written(error) {
  return error >= 1e-4 ? formatTiny(error) : formatError(error);
}

/** @param {Demo} demo */
function table(demo) {
  const all = averagingOf(demo).answers.value ?? [];
  return {
    columns: ['Turned by', 'Averaged: off', 'Ordinary: off'],
    rows: all.map(({ turn, averagedOff, ordinaryOff }) => [90 * turn, averagedOff, ordinaryOff]),
  };
}
