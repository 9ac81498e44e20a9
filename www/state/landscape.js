// What a query scores at each relative position: two learnt curves, whose sum is a landscape. To act on an encoding is to read it at other
// points of the plane.

import { off } from './distance.js';
import { cellAfter } from './gaze.js';

/** @import { Asked } from '../engine/requests/parts.js' */

/** Points of a curve, from −√2 to √2: what the corners of a window reach when it turns. */
export const CURVE = 161;
export const REACH = Math.SQRT2;

/** Where a curve's point lies. @param {number} i */
export function coordinateOf(i) {
  return REACH * ((2 * i) / (CURVE - 1) - 1);
}

/** The offset of a cell from the middle, row and column; the window's sides are from −1 to 1. @param {number} side @param {number} cell */
export function offsetOf(side, cell) {
  const half = Math.max(1, (side - 1) / 2);
  return [Math.floor(cell / side) - (side - 1) / 2, (cell % side) - (side - 1) / 2].map(
    (at) => at / half,
  );
}

/** Where an element that turns by some degrees, counter-clockwise, sees an offset: turned back by them. @param {number[]} offset @param {number} degrees */
export function seenAt([row, col], degrees) {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos * row + sin * col, cos * col - sin * row];
}

/** Of windows whose points are read: those of larger ones are too many to be seen. */
export const MOST_SIDE = 15;

/** @type {Map<number, number[]>} */
const known = new Map();

/**
 * All coordinates that are read: those of the curve, then row and column of each cell at each whole degree of a quarter; what lies beyond
 * are the same points. Of a window that is too large, those of the curve alone.
 *
 * @param {number} side
 */
export function coordinatesFor(side) {
  let all = known.get(side);
  if (!all) {
    all = Array.from({ length: CURVE }, (_, i) => coordinateOf(i));
    for (let degrees = 0; degrees < 90 && side <= MOST_SIDE; degrees++) {
      for (let cell = 0; cell < side ** 2; cell++) {
        all.push(...seenAt(offsetOf(side, cell), degrees));
      }
    }
    known.set(side, all);
  }
  return all;
}

/** @typedef {{ rows: number[], cols: number[] }} Curves */

/**
 * q·row and q·col along the line, and of each cell at each whole degree.
 *
 * @param {Asked} asked
 * @param {number} head
 * @returns {{ curves: Curves, sampled: (degrees: number) => { points: number[][], rows: number[], cols: number[] } }}
 */
export function landscapeOf({ parts, encoding }, head) {
  const { rowChannels, colChannels } = encoding;
  const side = parts.windowRows;
  const dim = parts.queries.length / (parts.heads * parts.queryElements);
  const query = parts.queries.subarray(head * parts.queryElements * dim);
  const at = (
    /** @type {Float32Array} */ table,
    /** @type {number} */ width,
    /** @type {number} */ first,
    /** @type {number} */ i,
  ) => {
    let sum = 0;
    for (let c = 0; c < width; c++) sum += query[first + c] * table[i * width + c];
    return sum;
  };
  const row = (/** @type {number} */ i) => at(encoding.rows, rowChannels, 0, i);
  const col = (/** @type {number} */ i) => at(encoding.cols, colChannels, rowChannels, i);
  const all = Array.from({ length: CURVE }, (_, i) => i);
  return {
    curves: { rows: all.map(row), cols: all.map(col) },
    sampled: (degrees) => {
      const quarters = Math.floor(degrees / 90);
      const first = CURVE + 2 * side ** 2 * (degrees % 90);
      const cells = Array.from({ length: side ** 2 }, (_, cell) => {
        // Turned by a quarter more, a cell sees what the cell that comes to it saw.
        const from = cellAfter(side, cell, (4 - quarters) % 4);
        const i = first + 2 * from;
        return {
          point: seenAt(offsetOf(side, cell), degrees),
          row: row(i),
          col: col(i + 1),
        };
      });
      return {
        points: cells.map(({ point }) => point),
        rows: cells.map(({ row }) => row),
        cols: cells.map(({ col }) => col),
      };
    },
  };
}

/** The scores of a window at some degrees. @param {ReturnType<typeof landscapeOf>} landscape @param {number} degrees */
export function scoresAt({ sampled }, degrees) {
  const { rows, cols } = sampled(degrees);
  return rows.map((row, i) => row + cols[i]);
}

/** The numbers of a window turned as pictures are: each is mixed of the four that lie round it; the border is repeated. @param {number[]} numbers @param {number} degrees */
export function blended(numbers, degrees) {
  const side = Math.round(Math.sqrt(numbers.length));
  const half = (side - 1) / 2;
  return numbers.map((_, cell) => {
    const [row, col] = seenAt(offsetOf(side, cell), degrees).map((at) => {
      return Math.max(0, Math.min(side - 1, at * Math.max(1, half) + half));
    });
    const [top, left] = [row, col].map((at) => Math.max(0, Math.min(side - 2, Math.floor(at))));
    const [down, across] = [row - top, col - left];
    const value = (/** @type {number} */ i, /** @type {number} */ j) => {
      return numbers[Math.min(side - 1, top + i) * side + Math.min(side - 1, left + j)];
    };
    const above = value(0, 0) * (1 - across) + value(0, 1) * across;
    const below = value(1, 0) * (1 - across) + value(1, 1) * across;
    return above * (1 - down) + below * down;
  });
}

/** How far some numbers are from others, as a share of the deviation of these. @param {number[]} found @param {number[]} right */
export function offBy(found, right) {
  const mean = right.reduce((a, b) => a + b, 0) / right.length;
  const [a, b] = [found, right].map((numbers) => numbers.map((value) => value - mean));
  return off(a, b);
}
