// What a class sees round the stage: the lessons on it, how far one has come, and the keys.

import { add } from '../ui/dom.js';

const BAR = `<div class="lesson-bar">
  <p><span class="lesson-place"></span></p>
  <ol class="lesson-steps" aria-hidden="true"></ol>
</div>`;

const LESSONS = `<div slot="lead" class="lessons">
  <section data-shows="answers" data-name="Invariance">
    <h1 tabindex="-1">The answer must not care about the turn.</h1>
    <p>
      <span class="upright-only">Neither has seen a turned digit.</span> Guess first:
      which numbers will the ordinary one say?
    </p>
  </section>
  <section data-shows="answers" data-name="Any drawing">
    <h1 tabindex="-1">It holds for whatever you draw.</h1>
    <p>Draw in the middle, and turn by quarter turns: the same ten probabilities.</p>
  </section>
  <section data-shows="inside" data-name="Equivariance">
    <h1 tabindex="-1">Inside, everything turns along.</h1>
    <p>
      One map for each rotation. Turn by 90°: each map turns, and moves on by a quarter of
      the ring.
    </p>
  </section>
  <section data-shows="answers" data-name="In between">
    <h1 tabindex="-1">Exact at 90°, close in between.</h1>
    <p>Other turns fall between the pixels: there even the built-in one may waver.</p>
  </section>
  <section data-shows="answers" data-name="The limit">
    <h1 tabindex="-1">6 and 9 are near twins.</h1>
    <p>Press 6, then turn it by 180°. Who ignores turns can hardly tell them apart.</p>
  </section>
</div>`;

const KEYS = `<div class="lesson-keys" role="group" aria-label="Keys">
  <button type="button" data-do="back15" aria-label="Turn by 15° clockwise">
    <kbd>←</kbd>
  </button>
  <button type="button" data-do="turn15"><kbd>→</kbd> turn 15°</button>
  <button type="button" data-do="turn90" title="Turn by 90°"><kbd>⇧ →</kbd> 90°</button>
  <span><kbd>0</kbd>–<kbd>9</kbd> a digit</span>
  <button type="button" data-do="random" title="Random weights"><kbd>R</kbd> random</button>
  <button type="button" data-do="break" title="Positions held still">
    <kbd>B</kbd> break
  </button>
  <button type="button" data-do="next"><kbd>PgDn</kbd> next</button>
  <button type="button" data-do="hide" title="Hide the keys"><kbd>H</kbd> hide</button>
  <button type="button" data-do="leave"><kbd>Esc</kbd> leave</button>
</div>`;

/** @param {HTMLElement} frame  round the demonstration @param {HTMLElement} demo @returns {HTMLElement} the lessons */
export function addLessons(frame, demo) {
  frame.prepend(add(frame, BAR));
  const lessons = add(demo, LESSONS);
  add(frame, KEYS);
  return lessons;
}
