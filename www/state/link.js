// The drawing as text for a link.

import { MAX_COORDINATE, MAX_POINTS, MAX_STROKES } from './strokes.js';

/**
 * @import { Point } from '../../pkg/gsa_net.js'
 * @import { Stroke } from '../types.d.ts'
 */

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

/** @param {Stroke[]} strokes @param {number} [tolerance]  how far the line may be from what was drawn */
export function encodeStrokes(strokes, tolerance) {
  return strokes.map((stroke) => encodeStroke(thin(stroke, tolerance))).join('.');
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
