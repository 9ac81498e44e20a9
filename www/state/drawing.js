// The drawing: strokes, kept upright, the pen that draws them, and what undo brings back.

import { batch, computed, signal } from '@preact/signals-core';
import { back, keep } from './history.js';
import { MAX_POINTS, MAX_STROKES } from './strokes.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { Point } from '../../pkg/gsa_net.js'
 * @import { Stroke } from '../types.d.ts'
 * @import { Replaced } from './history.js'
 */

/**
 * What draws: whether it is down, and where it is on the pad, as it is turned, when keys move it.
 *
 * @typedef {{ down: boolean, keys: Point | null }} Pen
 */

/**
 * @typedef {object} Told
 * @property {() => void} grown  the drawing or the pen is another; what was asked of it before is not quite wrong
 * @property {() => void} replaced  nothing is as it was
 * @property {() => void} full  nothing more goes on the pad
 */

/** Shorter steps of the pen than this are left out. */
const MIN_STEP = 0.003;

export class Drawing {
  #told;
  /** @type {Signal<Replaced[]>} */
  #history = signal([]);
  /** What is on the pad was there before anybody drew: the first stroke takes its place. */
  #isOpening = false;
  /**
   * What was before the newest stroke, while that can still turn out not to have been meant.
   *
   * @type {{ strokes: Stroke[], history: Replaced[], isOpening: boolean } | null}
   */
  #before = null;

  /** Never changed in place. @type {Signal<Stroke[]>} */
  strokes = signal([]);
  /** @type {Signal<Pen>} */
  pen = signal({ down: false, keys: null });
  /** Counts changes of the drawing itself. */
  version = signal(0);
  /** At which of them the pad was blank last: what is known of one before is of a drawing that is gone. */
  blankAt = signal(0);

  isEmpty = computed(() => this.strokes.value.length === 0);
  canUndo = computed(() => !this.isEmpty.value || this.#history.value.length > 0);

  /** @param {Told} told */
  constructor(told) {
    this.#told = told;
  }

  get #points() {
    return this.strokes.peek().reduce((sum, stroke) => sum + stroke.length, 0);
  }

  /** @param {Stroke[]} strokes @param {Pen} pen */
  #set(strokes, pen) {
    batch(() => {
      this.strokes.value = strokes;
      this.pen.value = pen;
      this.version.value++;
      if (strokes.length === 0) this.blankAt.value = this.version.value;
      this.#told.grown();
    });
  }

  /** What is known of a drawing, unless the pad was blank since; of signals. @template {{ drawing: number }} Known @param {Known | null | undefined} known */
  sinceBlank(known) {
    return known && known.drawing > this.blankAt.value ? known : null;
  }

  /** The pen comes down. @param {Point} point @param {Point | null} [keys] @returns {boolean} whether there was room */
  begin(point, keys = null) {
    const before = {
      strokes: this.strokes.peek(),
      history: this.#history.peek(),
      isOpening: this.#isOpening,
    };
    if (this.#isOpening) this.replace([]);
    const strokes = this.strokes.peek();
    if (strokes.length >= MAX_STROKES || this.#points >= MAX_POINTS) {
      this.#told.full();
      return false;
    }
    this.#set([...strokes, [point]], { down: true, keys });
    this.#before = before;
    return true;
  }

  /** The pen, down, moves on. @param {Point[]} points @param {Point | null} [keys] */
  extend(points, keys = null) {
    const strokes = this.strokes.peek();
    const stroke = strokes[strokes.length - 1];
    const added = [];
    let last = stroke[stroke.length - 1];
    let room = MAX_POINTS - this.#points;
    for (const point of points) {
      if (Math.hypot(point.x - last.x, point.y - last.y) < MIN_STEP) continue;
      if (room-- <= 0) {
        this.#told.full();
        break;
      }
      added.push((last = point));
    }
    if (added.length === 0 && !keys) return;
    this.#set([...strokes.slice(0, -1), [...stroke, ...added]], { down: true, keys });
  }

  /** The pen is lifted. */
  end() {
    this.#set(this.strokes.peek(), { down: false, keys: this.pen.peek().keys });
  }

  /**
   * The newest stroke was not meant, be it at its end or not: all is as before it. Once something else has happened, it stands.
   *
   * @param {boolean} [doubtful]  whether undo brings it back
   */
  cancel(doubtful = false) {
    const before = this.#before;
    if (!before) return;
    const { strokes, history, isOpening } = before;
    const meant = this.strokes.peek();
    batch(() => {
      this.#history.value = doubtful ? keep(history, meant, strokes.length) : history;
      this.#put(strokes);
      this.#isOpening = isOpening;
    });
  }

  /** Keys begin to move the pen, or stop doing so. @param {Point | null} at */
  writeByKeys(at) {
    this.#set(this.strokes.peek(), { down: false, keys: at });
  }

  /** The pen, lifted, is moved by keys. @param {Point} to */
  moveKeys(to) {
    this.pen.value = { down: false, keys: to };
  }

  /** The pen is let go of; what it has drawn stays. */
  drop() {
    this.pen.value = { down: false, keys: null };
  }

  /** Another drawing, with which undo goes back to this one. @param {Stroke[]} strokes */
  replace(strokes) {
    const before = this.strokes.peek();
    this.#history.value = keep(this.#history.peek(), before, strokes.length);
    this.#put(strokes);
  }

  /** A drawing that is handed in: undo does not go back to nothing. @param {Stroke[]} strokes */
  put(strokes) {
    if (this.isEmpty.peek()) this.#put(strokes);
    else this.replace(strokes);
  }

  /** A drawing to begin with, in the place of which one draws one's own. @param {Stroke[]} strokes */
  open(strokes) {
    this.put(strokes);
    this.#isOpening = true;
  }

  /** Empties the pad. */
  clear() {
    this.put([]);
  }

  /** Takes the last stroke back, or what emptied the pad or filled it anew. */
  undo() {
    const before = back(this.#history.peek(), this.strokes.peek());
    if (!before) return;
    this.#history.value = before.history;
    this.#put(before.strokes);
  }

  /** @param {Stroke[]} strokes */
  #put(strokes) {
    this.#isOpening = false;
    this.#before = null;
    batch(() => {
      this.#told.replaced();
      this.#set(strokes, { down: false, keys: this.pen.peek().keys });
    });
  }
}
