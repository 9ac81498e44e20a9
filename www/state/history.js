// What undo brings back.

/** @import { Stroke } from '../types.d.ts' */

/** Drawings kept. */
const LIMIT = 50;

export class UndoHistory {
  /** Drawings that made way for others of `count` strokes. @type {{ before: Stroke[], count: number }[]} */
  #replaced = [];

  get empty() {
    return this.#replaced.length === 0;
  }

  /**
   * Another drawing takes the place of this one.
   *
   * @param {Stroke[]} before
   * @param {number} count  strokes of the other one
   */
  keep(before, count) {
    this.#replaced.push({ before, count });
    if (this.#replaced.length > LIMIT) this.#replaced.shift();
  }

  /**
   * The drawing one step back: a stroke less, or the one that the present one replaced.
   *
   * @param {Stroke[]} strokes
   * @returns {Stroke[] | null} null where there is none
   */
  back(strokes) {
    const last = this.#replaced[this.#replaced.length - 1];
    if (last && strokes.length <= last.count) {
      this.#replaced.pop();
      return last.before;
    }
    return strokes.length > 0 ? strokes.slice(0, -1) : null;
  }
}
