// What is made of where a pixel looks: shares of attention, how they must lie after a quarter turn, and how many lie elsewhere.

/** @import { Gaze, Looked } from '../engine/requests/attention.js' */

export { turn } from '../engine/requests/attention.js';

/** Of a head's number: the mean of all heads. */
export const ALL_HEADS = -1;

/**
 * The shares of one output element, `[key element][window row, window col]`; they sum to 1.
 *
 * @param {Looked} looked
 * @param {Gaze} gaze
 * @param {number} head  or ALL_HEADS
 * @param {number} element
 * @returns {number[][]}
 */
export function sharesOf({ heads, elements, keys, window }, { shares }, head, element) {
  const cells = window ** 2;
  const which = head === ALL_HEADS ? [...Array(heads).keys()] : [Math.min(head, heads - 1)];
  return Array.from({ length: keys }, (_, key) =>
    Array.from({ length: cells }, (_, cell) => {
      const sum = which.reduce((sum, h) => {
        return sum + shares[((h * elements.length + element) * keys + key) * cells + cell];
      }, 0);
      return sum / which.length;
    }),
  );
}

/** Where the element stands after some quarter turns. @param {Looked['elements']} elements @param {number} element @param {number} quarters */
export function elementAfter(elements, element, quarters) {
  if (elements.length === 1) return 0;
  const { degrees, mirror } = elements[element];
  const to = (degrees + 90 * quarters) % 360;
  const found = elements.findIndex((other) => {
    const apart = Math.abs(other.degrees - to);
    return other.mirror === mirror && Math.min(apart, 360 - apart) < 1;
  });
  // A group without quarter turns: the window stays.
  return found < 0 ? element : found;
}

/** Where a cell of a square window comes after some quarter turns. @param {number} side @param {number} cell @param {number} quarters */
export function cellAfter(side, cell, quarters) {
  let [row, col] = [Math.floor(cell / side), cell % side];
  for (let i = 0; i < quarters; i++) [row, col] = [side - 1 - col, row];
  return row * side + col;
}

/**
 * The clock turned as one rigid picture: every window turns, and moves to the element that stands further round.
 *
 * @param {Looked} looked
 * @param {number[][]} shares
 * @param {number} quarters
 */
export function turnedClock({ elements, window }, shares, quarters) {
  const turned = shares.map((cells) => cells.map(() => 0));
  shares.forEach((cells, key) => {
    const to = shares.length === 1 ? 0 : elementAfter(elements, key, quarters);
    cells.forEach((share, cell) => (turned[to][cellAfter(window, cell, quarters)] = share));
  });
  return turned;
}

/** The share of the attention that lands elsewhere: half the sum of all differences. @param {number[][]} a @param {number[][]} b */
export function elsewhere(a, b) {
  const off = a.flatMap((cells, key) => cells.map((share, cell) => Math.abs(share - b[key][cell])));
  return sum(off) / 2;
}

/** @param {number[]} numbers */
export function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * What was predicted and what was measured of one output element.
 *
 * @param {Looked} looked
 * @param {number} head
 * @param {number} element  as it stands before the turn
 * @param {number} quarters
 */
export function comparedClock(looked, head, element, quarters) {
  const here = sharesOf(looked, looked.here, head, element);
  const predicted = turnedClock(looked, here, quarters);
  const measured = sharesOf(
    looked,
    looked.turned,
    head,
    elementAfter(looked.elements, element, quarters),
  );
  return { here, predicted, measured };
}

/** The mean over heads of what lands elsewhere. @param {Looked} looked @param {number} element @param {number} quarters */
export function elsewhereOfAll(looked, element, quarters) {
  const each = Array.from({ length: looked.heads }, (_, head) => {
    const { predicted, measured } = comparedClock(looked, head, element, quarters);
    return elsewhere(predicted, measured);
  });
  return sum(each) / each.length;
}

/** Whether each element looks at itself alone: a frame of its own. @param {Looked} looked */
export function isFramed({ heads, elements, keys, window, here }) {
  if (keys < 2) return false;
  const cells = window ** 2;
  for (let i = 0; i < here.shares.length; i++) {
    const key = Math.floor(i / cells) % keys;
    const element = Math.floor(i / (cells * keys)) % elements.length;
    if (key !== element && here.shares[i] !== 0) return false;
  }
  return heads > 0;
}
