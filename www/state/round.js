// Answers round one turn, with their probabilities: one for each angle of a grid.

import { normalise } from './angle.js';

/** @import { Outcome } from '../engine/pass.js' */

/**
 * An answer, and the angle at which it was given; it may have been recorded when the package was made.
 *
 * @typedef {Outcome & { degrees: number, recorded?: true }} AnswerAt
 */

/**
 * By the angle of the grid that is nearest, the newest last. An answer given at just this angle is kept.
 *
 * @typedef {ReadonlyMap<number, AnswerAt>} Round
 */

/** Finer than any picture here: 24 and 72 angles are on it. */
const GRID_DEGREES = 5;

/** @type {Round} */
export const NOTHING_ASKED = new Map();

/** @param {number} degrees @param {number} step @returns {{ nearest: number, exact: boolean }} */
function place(degrees, step) {
  const index = Math.round(degrees / step);
  return {
    nearest: index % Math.round(360 / step),
    exact: Math.abs(degrees - index * step) < 1e-9,
  };
}

/** The round with one answer more. @param {Round} round @param {number} angle @param {Outcome} outcome @returns {Round} */
export function record(round, angle, { digit, probabilities }) {
  const degrees = normalise(angle);
  const { nearest, exact } = place(degrees, GRID_DEGREES);
  const before = round.get(nearest);
  const isSettled = before && place(before.degrees, GRID_DEGREES).exact;
  // What was recorded makes way, but not for an answer from near by.
  if (isSettled && !(before.recorded && exact)) return round;
  const more = new Map(round);
  more.delete(nearest);
  more.set(nearest, { digit, probabilities, degrees: exact ? nearest * GRID_DEGREES : degrees });
  return more;
}

/**
 * The round with what was recorded where nothing is known yet, on one side of upright.
 *
 * @param {Round} round
 * @param {Outcome[]} answers  at the angles of the grid
 * @param {number} degrees  as far as which they are taken
 * @returns {Round}
 */
export function fillIn(round, answers, degrees) {
  const more = new Map(round);
  for (const [cell, answer] of answers.entries()) {
    const at = cell * GRID_DEGREES;
    if (at <= degrees && !more.has(cell))
      more.set(cell, { ...answer, degrees: at, recorded: true });
  }
  return more.size > round.size ? more : round;
}

/** The answer upright; null while it is not known. @param {Round} round */
export function uprightOf(round) {
  return cellsOf(round, 1)[0];
}

/**
 * Answers at so many angles: for each the one given there, else the newest from near by. Upright is nothing but upright.
 *
 * @param {Round} round
 * @param {number} count  72 or a part of it
 * @returns {(AnswerAt | null)[]}
 */
export function cellsOf(round, count) {
  /** @type {(AnswerAt | null)[]} */
  const cells = new Array(count).fill(null);
  const settled = new Set();
  for (const answer of round.values()) {
    const { nearest, exact } = place(answer.degrees, 360 / count);
    if (settled.has(nearest) || (nearest === 0 && !exact)) continue;
    cells[nearest] = answer;
    if (exact) settled.add(nearest);
  }
  return cells;
}

/**
 * The cells that have not been asked at their own angle, in the order in which to ask: quarter turns first, then ever finer.
 *
 * @param {Round} round
 * @param {number} count
 */
export function missingOf(round, count) {
  const asked = new Set();
  for (const { degrees, recorded } of round.values()) {
    const { nearest, exact } = place(degrees, 360 / count);
    if (exact && !recorded) asked.add(nearest);
  }
  const steps = [4, 8, 24].filter((parts) => count % parts === 0).map((parts) => count / parts);
  /** @param {number} cell */
  const fineness = (cell) => {
    const at = steps.findIndex((step) => cell % step === 0);
    return at < 0 ? steps.length : at;
  };
  return Array.from({ length: count }, (_, cell) => cell)
    .filter((cell) => !asked.has(cell))
    .sort((a, b) => fineness(a) - fineness(b) || a - b);
}

/** The largest change of a probability. @param {number[]} before @param {number[]} after */
export function shiftBetween(before, after) {
  return Math.max(...after.map((p, i) => Math.abs(p - before[i])));
}
