// What a pixel of the lifting layer asks, and what it is answered: the parts that figures of positions and encodings are made of.

import { signal } from '@preact/signals-core';
import { PRIORITY, isStale } from '../engine/requests/parts.js';
import { coordinatesFor } from './landscape.js';
import { readWords, wholeIn, writeWords } from './chosen.js';
import { insideOf, isSame } from './inside.js';
import { addKind } from './study.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { Asked, PartsReply, PartsRequest } from '../engine/requests/parts.js'
 * @import { Demo } from './demo.js'
 */

/** @typedef {{ drawing: number, request: PartsRequest, asked: Asked }} Known */

/** The lifting layer: its scores are of grey values and positions alone. */
const LAYER = 'lifting';
/** Of windows. */
const USUAL_SIDE = 5;
/** Between the elements of the group. */
const FIRST_ACT = 30;
/** Shuffles that a link can name. */
const MOST_SHUFFLES = 9999;

addKind('parts', {
  priority: PRIORITY,
  isStale,
  keep: (demo, request, reply) => partsOf(demo).keep(request, reply),
  failed: (demo, error) => insideOf(demo).fail(error),
});

/** @type {WeakMap<Demo, Parts>} */
const all = new WeakMap();

/** @param {Demo} demo */
export function partsOf(demo) {
  let parts = all.get(demo);
  if (!parts) all.set(demo, (parts = new Parts(demo)));
  return parts;
}

class Parts {
  #demo;
  /** @type {Signal<Known | null>} */
  #known = signal(/** @type {Known | null} */ (null));

  /** Which shuffle of the neighbours is shown; 0 for none. */
  seed = signal(0);
  /** Which kind of attention was guessed to notice a shuffle. @type {Signal<'both' | 'relative' | 'neither' | null>} */
  guess = signal(null);
  /** Whether numbers turned as a picture were guessed to be the same. @type {Signal<boolean | null>} */
  pictureGuess = signal(null);
  /** By how many degrees the dots of the window have turned. */
  act = signal(FIRST_ACT);

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
    demo.places.keep('position', {
      write: () => writeWords({ shuffle: this.seed.peek() || null }),
      read: (text) => this.shuffleBy(wholeIn(readWords(text).get('shuffle'), 0, MOST_SHUFFLES)),
    });
    demo.places.keep('encoding', {
      write: () => writeWords({ act: this.act.peek() === FIRST_ACT ? null : this.act.peek() }),
      read: (text) => this.turnDots(wholeIn(readWords(text).get('act'), 0, 359) ?? this.act.peek()),
    });
  }

  /** @returns {PartsRequest | null} */
  get question() {
    const question = insideOf(this.#demo).question('whole');
    if (!question) return null;
    const { strokes, engine, url, angle, pixel } = question;
    // Of the window that it turned out to have.
    const coordinates = coordinatesFor(this.#known.value?.asked.parts.windowRows ?? USUAL_SIDE);
    return { kind: 'parts', strokes, engine, url, angle, layer: LAYER, pixel, coordinates };
  }

  /** What is known of the state as it is now; of signals. */
  get now() {
    const [known, question] = [this.#known.value, this.question];
    if (!known || !question || known.drawing !== this.#demo.drawing.version.value) return null;
    const { url, angle, pixel, coordinates } = known.request;
    if (coordinates !== question.coordinates) return null;
    const isThere = isSame(pixel, question.pixel);
    return isThere && url === question.url && angle === question.angle ? known.asked : null;
  }

  /** What was known last. */
  get last() {
    return this.#demo.drawing.sinceBlank(this.#known.value)?.asked ?? null;
  }

  /** @returns {PartsRequest | null} */
  get wish() {
    return this.now || insideOf(this.#demo).error.peek() ? null : this.question;
  }

  /** @param {PartsRequest} request @param {PartsReply} reply */
  keep(request, { asked }) {
    if (!asked) return false;
    this.#known.value = { drawing: this.#demo.drawing.version.peek(), request, asked };
    return true;
  }

  /** @param {'both' | 'relative' | 'neither'} guess */
  guessed(guess) {
    this.guess.value = guess;
    this.shuffle();
  }

  /** @param {boolean} guess  of the numbers turned as a picture */
  guessedPicture(guess) {
    this.pictureGuess.value = guess;
  }

  /** Another order of the neighbours each time. */
  shuffle() {
    this.seed.value++;
  }

  /** In a given order. @param {number | null} seed */
  shuffleBy(seed) {
    if (seed !== null) this.seed.value = seed;
  }

  /** As they were. */
  order() {
    this.seed.value = 0;
  }

  /** @param {number} degrees */
  turnDots(degrees) {
    this.act.value = ((Math.round(degrees) % 360) + 360) % 360;
  }
}
