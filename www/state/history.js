// What undo brings back.

/** @import { Stroke } from '../types.d.ts' */

/** A drawing that made way for another of `count` strokes. @typedef {{ before: Stroke[], count: number }} Replaced */

/** Drawings kept. */
const LIMIT = 50;

/**
 * Another drawing takes the place of this one.
 *
 * @param {Replaced[]} history
 * @param {Stroke[]} before
 * @param {number} count  strokes of the other one
 * @returns {Replaced[]}
 */
export function keep(history, before, count) {
  return [...history, { before, count }].slice(-LIMIT);
}

/**
 * The drawing one step back, a stroke less or the one that the present one replaced, and what is left to go back to.
 *
 * @param {Replaced[]} history
 * @param {Stroke[]} strokes
 * @returns {{ strokes: Stroke[], history: Replaced[] } | null} null where there is none
 */
export function back(history, strokes) {
  const last = history[history.length - 1];
  if (last && strokes.length <= last.count) {
    return { strokes: last.before, history: history.slice(0, -1) };
  }
  return strokes.length > 0 ? { strokes: strokes.slice(0, -1), history } : null;
}
