// Strokes: lists of points in 0..1 of the pad, kept upright; turning is done when they are shown.

import { CodedError } from './runner.js';

/** @import { Point, Stroke } from './types.d.ts' */

export const MAX_STROKES = 500;
export const MAX_POINTS = 20000;
/** How far outside the pad a point may lie, as a multiple of its size. */
const MAX_COORDINATE = 8;

/**
 * A checked copy of what somebody hands in.
 *
 * @param {unknown} value
 * @returns {Stroke[]}
 */
export function parseStrokes(value) {
  if (!Array.isArray(value)) refuse('expected an array of strokes');
  if (value.length > MAX_STROKES) refuse(`more than ${MAX_STROKES} strokes`);
  let count = 0;
  /** @type {Stroke[]} */
  const strokes = [];
  for (const [i, stroke] of value.entries()) {
    if (!Array.isArray(stroke)) refuse(`stroke ${i} is not an array of points`);
    count += stroke.length;
    if (count > MAX_POINTS) refuse(`more than ${MAX_POINTS} points`);
    /** @type {Stroke} */
    const copy = [];
    for (let j = 0; j < stroke.length; j++) {
      const point = stroke[j];
      const x = point?.x;
      const y = point?.y;
      if (!inRange(x) || !inRange(y)) {
        refuse(`point ${j} of stroke ${i} is not {x, y} with numbers between 0 and 1`);
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

/** Strokes as text for a link: two base-64 characters a coordinate, strokes parted by dots. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LEVELS = 4095;

/** @param {Stroke[]} strokes */
export function encodeStrokes(strokes) {
  /** @param {number} value */
  const letters = (value) => {
    const level = Math.round(LEVELS * Math.min(1, Math.max(0, value)));
    return ALPHABET[level >> 6] + ALPHABET[level & 63];
  };
  return strokes
    .map((stroke) =>
      thin(stroke)
        .map((point) => letters(point.x) + letters(point.y))
        .join(''),
    )
    .join('.');
}

/**
 * The reverse of `encodeStrokes`; anything else than its output gives null.
 *
 * @param {string} text
 * @returns {Stroke[] | null}
 */
export function decodeStrokes(text) {
  if (!/^[\w.-]*$/.test(text) || text.length > 4 * MAX_POINTS + MAX_STROKES) return null;
  /** @type {Stroke[]} */
  const strokes = [];
  for (const part of text.split('.')) {
    if (part === '') continue;
    if (part.length % 4 !== 0) return null;
    /** @param {number} i */
    const value = (i) => (64 * ALPHABET.indexOf(part[i]) + ALPHABET.indexOf(part[i + 1])) / LEVELS;
    const stroke = [];
    for (let i = 0; i < part.length; i += 4) stroke.push({ x: value(i), y: value(i + 2) });
    strokes.push(stroke);
  }
  return strokes.length <= MAX_STROKES ? strokes : null;
}

/**
 * Leaves out points that hardly change the line (Ramer, Douglas and Peucker).
 *
 * @param {Stroke} stroke
 * @returns {Stroke}
 */
export function thin(stroke, tolerance = 0.003) {
  if (stroke.length < 3) return stroke;
  const keep = new Uint8Array(stroke.length);
  keep[0] = keep[stroke.length - 1] = 1;
  const ranges = [[0, stroke.length - 1]];
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const [from, to] = range;
    let worst = tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const distance = distanceToSegment(stroke[i], stroke[from], stroke[to]);
      if (distance > worst) {
        worst = distance;
        at = i;
      }
    }
    if (at < 0) continue;
    keep[at] = 1;
    ranges.push([from, at], [at, to]);
  }
  return stroke.filter((_, i) => keep[i]);
}

/** @param {Point} p @param {Point} a @param {Point} b */
function distanceToSegment(p, a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t =
    length > 0 ? Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0;
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}
