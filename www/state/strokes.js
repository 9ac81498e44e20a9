// Strokes: lists of points in 0..1 of the pad, kept upright; turning is done when they are shown.

import { CodedError } from '../engine/errors.js';

/**
 * @import { Point } from '../../pkg/gsa_net.js'
 * @import { Stroke } from '../types.d.ts'
 */

export const MAX_STROKES = 500;
export const MAX_POINTS = 20000;
/** How large a coordinate may be either way, as a multiple of the pad's size. */
export const MAX_COORDINATE = 8;

/**
 * A checked copy of what somebody hands in.
 *
 * @param {unknown} value
 * @returns {Stroke[]}
 */
export function parseStrokes(value) {
  if (!Array.isArray(value)) refuse('expected an array of strokes');
  // Lengths are read once: a getter may push while points are copied.
  const { length } = value;
  if (length > MAX_STROKES) refuse(`more than ${MAX_STROKES} strokes`);
  let count = 0;
  /** @type {Stroke[]} */
  const strokes = [];
  for (let i = 0; i < length; i++) {
    const stroke = value[i];
    if (!Array.isArray(stroke)) refuse(`stroke ${i} is not an array of points`);
    const points = stroke.length;
    count += points;
    if (count > MAX_POINTS) refuse(`more than ${MAX_POINTS} points`);
    /** @type {Stroke} */
    const copy = [];
    for (let j = 0; j < points; j++) {
      const point = stroke[j];
      const x = point?.x;
      const y = point?.y;
      if (!inRange(x) || !inRange(y)) {
        refuse(
          `point ${j} of stroke ${i} is not {x, y} with finite numbers, 0 to 1 on the pad and ±${MAX_COORDINATE} at most`,
        );
      }
      copy.push({ x, y });
    }
    if (copy.length > 0) strokes.push(copy);
  }
  return strokes;
}

/** @param {unknown} value */
function inRange(value) {
  return typeof value === 'number' && Math.abs(value) <= MAX_COORDINATE;
}

/** @param {string} why @returns {never} */
function refuse(why) {
  throw new CodedError('invalid-strokes', `Strokes refused: ${why}.`);
}

/** @param {Stroke[]} strokes @returns {Stroke[]} */
export function copyStrokes(strokes) {
  return strokes.map((stroke) => stroke.map(({ x, y }) => ({ x, y })));
}

/**
 * Turns a point about the middle of the pad; positive is counter-clockwise as seen.
 *
 * @param {Point} point
 * @param {number} degrees
 * @returns {Point}
 */
export function turnPoint({ x, y }, degrees) {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return { x: 0.5 + cos * (x - 0.5) + sin * (y - 0.5), y: 0.5 - sin * (x - 0.5) + cos * (y - 0.5) };
}

/**
 * Adds a stroke to a path, smoothed through the midpoints of its points.
 *
 * @param {{ moveTo(x: number, y: number): void, lineTo(x: number, y: number): void,
 *   quadraticCurveTo(cx: number, cy: number, x: number, y: number): void }} path
 * @param {Stroke} stroke
 */
export function traceStroke(path, stroke) {
  const first = stroke[0];
  const last = stroke[stroke.length - 1];
  path.moveTo(first.x, first.y);
  for (let i = 1; i < stroke.length - 1; i++) {
    const a = stroke[i];
    const b = stroke[i + 1];
    path.quadraticCurveTo(a.x, a.y, (a.x + b.x) / 2, (a.y + b.y) / 2);
  }
  // A dot needs a line of no length to get its round cap.
  path.lineTo(last.x, last.y);
}

/** Strokes as the data of an SVG path, smoothed as they are painted. @param {Stroke[]} strokes */
export function pathOf(strokes) {
  let data = '';
  const pen = {
    /** @param {number} x @param {number} y */
    moveTo: (x, y) => (data += `M${x} ${y}`),
    /** @param {number} x @param {number} y */
    lineTo: (x, y) => (data += `L${x} ${y}`),
    /** @param {number} cx @param {number} cy @param {number} x @param {number} y */
    quadraticCurveTo: (cx, cy, x, y) => (data += `Q${cx} ${cy} ${x} ${y}`),
  };
  for (const stroke of strokes) traceStroke(pen, stroke);
  return data;
}
