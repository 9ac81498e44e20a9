// Strokes: lists of points in 0..1 of the pad, kept upright; turning is done when they are shown.

import { CodedError } from '../engine/errors.js';

/** @import { Point, Stroke } from '../types.d.ts' */

export const MAX_STROKES = 500;
export const MAX_POINTS = 20000;
/** How large a coordinate may be either way, as a multiple of the pad's size. */
const MAX_COORDINATE = 8;

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

/**
 * Strokes as text for a link: two base-64 characters a coordinate, strokes parted by dots. A stroke that leaves the pad
 * begins with `WIDE` and has three characters a coordinate.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const WIDE = '-';

/** @param {boolean} wide */
function scale(wide) {
  return wide
    ? { digits: 3, from: -MAX_COORDINATE, size: 2 * MAX_COORDINATE, levels: 64 ** 3 - 1 }
    : { digits: 2, from: 0, size: 1, levels: 64 ** 2 - 1 };
}

/** @param {Stroke[]} strokes */
export function encodeStrokes(strokes) {
  return strokes.map((stroke) => encodeStroke(thin(stroke))).join('.');
}

/** @param {Stroke} stroke */
function encodeStroke(stroke) {
  const wide = !stroke.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1);
  const { digits, from, size, levels } = scale(wide);
  let text = wide ? WIDE : '';
  for (const value of stroke.flatMap(({ x, y }) => [x, y])) {
    const level = Math.round((levels * (value - from)) / size);
    for (let i = digits - 1; i >= 0; i--) text += ALPHABET[(level >> (6 * i)) & 63];
  }
  return text;
}

/**
 * The reverse of `encodeStrokes`; anything else than its output gives null.
 *
 * @param {string} text
 * @returns {Stroke[] | null}
 */
export function decodeStrokes(text) {
  if (text.length > 6 * MAX_POINTS + 2 * MAX_STROKES || !/^[\w.-]*$/.test(text)) return null;
  /** @type {Stroke[]} */
  const strokes = [];
  let count = 0;
  for (const part of text.split('.')) {
    if (part === '') continue;
    const stroke = decodeStroke(part);
    if (!stroke) return null;
    count += stroke.length;
    strokes.push(stroke);
  }
  return strokes.length <= MAX_STROKES && count <= MAX_POINTS ? strokes : null;
}

/** @param {string} part @returns {Stroke | null} */
function decodeStroke(part) {
  // An odd length: other strokes may begin with the same character.
  const wide = part.length % 2 === 1 && part.startsWith(WIDE);
  const { digits, from, size, levels } = scale(wide);
  const letters = wide ? part.slice(WIDE.length) : part;
  if (letters === '' || letters.length % (2 * digits) !== 0) return null;
  /** @param {number} at */
  const value = (at) => {
    let level = 0;
    for (let i = at; i < at + digits; i++) level = 64 * level + ALPHABET.indexOf(letters[i]);
    return from + (size * level) / levels;
  };
  const stroke = [];
  for (let i = 0; i < letters.length; i += 2 * digits) {
    stroke.push({ x: value(i), y: value(i + digits) });
  }
  return stroke;
}

/** Points that are thinned at once; the time grows with the square of their number. */
const THINNED = 500;

/**
 * Leaves out points that hardly change the line (Ramer, Douglas and Peucker).
 *
 * @param {Stroke} stroke
 * @returns {Stroke}
 */
export function thin(stroke, tolerance = 0.003) {
  if (stroke.length < 3) return stroke;
  const end = stroke.length - 1;
  const keep = new Uint8Array(stroke.length);
  keep[end] = 1;
  const ranges = [];
  for (let from = 0; from < end; from += THINNED)
    ranges.push([from, Math.min(from + THINNED, end)]);
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const [from, to] = range;
    keep[from] = 1;
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
