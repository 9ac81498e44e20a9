// The three steps of lifting, and what is known of them, of the paper's network and of an ordinary one.

import { batch, signal } from '@preact/signals-core';
import { PRIORITY, isStale } from '../engine/requests/lifting.js';
import { modelUrl } from '../engine/settings.js';
import { readWords, wholeIn, writeWords } from './chosen.js';
import { cellAfter, elementAfter } from './gaze.js';
import { insideOf, isSame } from './inside.js';
import { addKind } from './study.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { Lifted, LiftingReply, LiftingRequest } from '../engine/requests/lifting.js'
 * @import { Demo } from './demo.js'
 */

/** @typedef {{ drawing: number, request: LiftingRequest, lifted: Lifted }} Known */

/** What is done, one after the other. */
export const STEPS = /** @type {const} */ (['act', 'attend', 'stack', 'turn']);
/** Of quarter turns, where it is not known yet how many the group has. */
const USUAL = 4;
/** The ordinary one. */
const ORDINARY = 'z2_sa';

addKind('lifting', {
  priority: PRIORITY,
  isStale,
  keep: (demo, request, reply) => liftingOf(demo).keep(request, reply),
  failed: (demo, error) => insideOf(demo).fail(error),
});

/** @type {WeakMap<Demo, Lifting>} */
const all = new WeakMap();

/** @param {Demo} demo */
export function liftingOf(demo) {
  let lifting = all.get(demo);
  if (!lifting) all.set(demo, (lifting = new Lifting(demo)));
  return lifting;
}

class Lifting {
  #demo;
  /** By address. @type {Signal<ReadonlyMap<string, Known>>} */
  #known = signal(/** @type {ReadonlyMap<string, Known>} */ (new Map()));
  /** The network looked at when it was known last. */
  #last = signal('');

  /** How many steps are done. */
  step = signal(0);
  /** The places at which there is an encoding already. @type {Signal<readonly number[]>} */
  acted = signal([0]);
  /** What the maps were guessed to do when the drawing turns. @type {Signal<'stay' | 'turn' | 'move' | null>} */
  guess = signal(null);

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
    demo.places.keep('lifting', {
      write: () => writeWords({ step: this.step.peek() || null }),
      read: (text) =>
        this.go(wholeIn(readWords(text).get('step'), 0, STEPS.length) ?? this.step.peek()),
    });
  }

  /** @param {boolean} ordinary @returns {LiftingRequest | null} */
  #question(ordinary) {
    const question = insideOf(this.#demo).question('whole');
    if (!question) return null;
    const { strokes, engine, url, angle, pixel } = question;
    try {
      const of = ordinary ? modelUrl(ORDINARY) : url;
      return { kind: 'lifting', strokes, engine, url: of, angle, pixel };
    } catch {
      // Not in this package: then there is nothing to compare with.
      return null;
    }
  }

  /** What is known of the state as it is now; of signals. @param {boolean} [ordinary]  of the ordinary network */
  now(ordinary = false) {
    const question = this.#question(ordinary);
    const known = question && this.#known.value.get(question.url);
    if (!known || known.drawing !== this.#demo.drawing.version.value) return null;
    const { angle, pixel } = known.request;
    const isThere = isSame(pixel, question.pixel);
    return angle === question.angle && (isThere || ordinary) ? known.lifted : null;
  }

  /** What was known last. @param {boolean} [ordinary]  of the ordinary network */
  last(ordinary = false) {
    const url = ordinary ? this.#question(true)?.url : this.#last.value;
    return this.#demo.drawing.sinceBlank(this.#known.value.get(url ?? ''))?.lifted ?? null;
  }

  /** @returns {LiftingRequest | null} */
  get wish() {
    if (insideOf(this.#demo).error.peek()) return null;
    if (!this.now()) return this.#question(false);
    return this.now(true) ? null : this.#question(true);
  }

  /** @param {LiftingRequest} request @param {LiftingReply} reply */
  keep(request, { lifted }) {
    if (!lifted) return false;
    const drawing = this.#demo.drawing.version.peek();
    if (request.url === this.#question(false)?.url) this.#last.value = request.url;
    const known = new Map(this.#known.peek()).set(request.url, { drawing, request, lifted });
    // Of the two that are compared.
    const wanted = [this.#question(false)?.url, this.#question(true)?.url];
    for (const url of known.keys()) if (!wanted.includes(url)) known.delete(url);
    this.#known.value = known;
    return true;
  }

  /** @param {number} steps  that are done then */
  go(steps) {
    batch(() => {
      const done = Math.max(0, Math.min(STEPS.length, steps));
      this.step.value = done;
      this.acted.value = done > 0 ? Array.from({ length: this.places }, (_, i) => i) : [0];
      if (done === 0) this.guess.value = null;
    });
  }

  /** In how many places an encoding is shown: as learnt, and acted on by each other quarter turn of the group; of signals. */
  get places() {
    const lifted = this.last();
    return lifted ? quartersOf(lifted).length : USUAL;
  }

  /** Acts on the encoding by one element; with the last of them the first step is done. @param {number} place */
  act(place) {
    const before = this.acted.peek();
    if (!(place > 0 && place < this.places) || before.includes(place)) return;
    batch(() => {
      this.acted.value = [...before, place];
      if (before.length + 1 >= this.places) this.step.value = Math.max(1, this.step.peek());
    });
  }

  /** @param {'stay' | 'turn' | 'move'} guess */
  guessed(guess) {
    this.guess.value = guess;
    this.go(STEPS.length);
  }
}

/** The elements by quarter turns, of however many. @param {Lifted} lifted */
export function quartersOf({ elements }) {
  return [...elements.keys()].filter((i) => !elements[i].mirror && elements[i].degrees % 90 === 0);
}

/** The encoding's part of the scores, as an element sees it: `[window row, window col]`. @param {Lifted} lifted @param {number} head @param {number} element */
export function encodingOf({ parts }, head, element) {
  const cells = parts.windowRows * parts.windowCols;
  const first = (head * parts.outputElements + element) * cells;
  return Array.from({ length: cells }, (_, k) => parts.rows[first + k] + parts.cols[first + k]);
}

/** Where the head looks, as an element sees it. @param {Lifted} lifted @param {number} head @param {number} element */
export function liftingShares(lifted, head, element) {
  const { content, inside } = lifted.parts;
  const cells = inside.length;
  const scores = encodingOf(lifted, head, element).map((score, k) =>
    inside[k] ? score + content[head * cells + k] : -Infinity,
  );
  const most = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - most));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}

/** One element's map. @param {Lifted['here']} maps @param {number} element */
export function mapOf({ rows, cols, maps }, element) {
  return maps.subarray(element * rows * cols, (element + 1) * rows * cols);
}

/** How far the turned drawing's map is from where this element's map must come: the largest difference, of the largest number. @param {Lifted} lifted @param {number} element */
export function offOf({ elements, here, turned }, element) {
  const from = mapOf(here, element);
  const to = mapOf(turned, elementAfter(elements, element, 1));
  let [off, most] = [0, 0];
  from.forEach((value, cell) => {
    off = Math.max(off, Math.abs(to[cellAfter(here.cols, cell, 1)] - value));
    most = Math.max(most, Math.abs(value));
  });
  return off / most;
}
