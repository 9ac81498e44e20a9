// What was recorded when the package was made: how the default networks answer one sample, all round, and what they look like inside
// where it opens and where it rests. It is compact text, since it comes with the page; here is how it is written and read.

import { settings } from '../engine/settings.js';

/**
 * @import { FeatureMaps, ModelInfo, TurnError } from '../../pkg/gsa_net.js'
 * @import { View } from '../engine/requests/answer.js'
 */

/**
 * Maps of one layer and channel at one angle, as computed and turned back.
 *
 * @typedef {{ angle: number, view: View, live: FeatureMaps, still: FeatureMaps }} MapsAt
 */

/**
 * Of one network.
 *
 * @typedef {object} NetworkRecording
 * @property {string} name
 * @property {ModelInfo} info
 * @property {number[]} telling  for each layer the channel to look at first
 * @property {{ digit: number, probabilities: number[] }[]} answers  all round, upright first
 * @property {boolean} indexed  whether it has embeddings of group elements
 * @property {MapsAt[]} maps
 * @property {{ angle: number, turn: TurnError }} error  where it rests, of the layer of the maps
 */

/**
 * @typedef {object} Recording
 * @property {number} sample  the digit
 * @property {{ angle: number, pixels: Float32Array }[]} seen  what the networks see
 * @property {NetworkRecording[]} networks
 */

/** Maps as they are written. @typedef {{ elements: number, rows: number, cols: number, limit: number, values: string }} PackedMaps */

/**
 * An error as it is written: the numbers, and where it lies.
 *
 * @typedef {{ angle: number, rows: number, cols: number, error: number, resampling: number, limit: number, values: string }} PackedError
 */

/**
 * A recording as it is written.
 *
 * @typedef {object} Packed
 * @property {number} sample
 * @property {[angle: number, pixels: string][]} seen  in the first quarter
 * @property {{ name: string, info: ModelInfo, telling: number[], digits: string, probabilities: string,
 *   indexed: boolean, maps: { angle: number, view: View, live: PackedMaps, still: PackedMaps }[], error: PackedError }[]} networks
 */

const CLASSES = 10;
/** Levels of a probability, which is written in two bytes. */
const FINE = 65535;
/** Levels of a map to either side of nothing. */
const SIDE = 127;
/** Levels of what is written in one letter, of which gzip makes less than of bytes in base64; the last is for no number. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SHADES = LETTERS.length - 2;
const NOTHING = LETTERS.length - 1;
/** What each stands for, 0 to 1, by its code. Read in loops: the first picture waits for it. */
const SHARES = new Float32Array(128);
for (let level = 0; level < LETTERS.length; level++) {
  SHARES[LETTERS.charCodeAt(level)] = level === NOTHING ? NaN : level / SHADES;
}

/** @type {{ packed: unknown, recording: Recording | null }} */
let last = { packed: undefined, recording: null };

/** The recording that elements open with, where `opening.js` of the package was imported. */
export function remembered() {
  const packed = settings.opening;
  if (packed !== last.packed) last = { packed, recording: read(packed) };
  return last.recording;
}

/** @param {unknown} packed */
function read(packed) {
  try {
    return unpack(/** @type {Packed} */ (packed));
  } catch {
    // That of another version, say: one does without.
    return null;
  }
}

/** @param {Recording} recording @returns {Packed} */
export function pack({ sample, seen, networks }) {
  return {
    sample,
    seen: firstQuarter(seen).map(({ angle, pixels }) => [
      angle,
      shaded(Array.from(pixels, (p) => SHADES * p)),
    ]),
    networks: networks.map(({ name, info, telling, indexed, answers, maps, error }) => ({
      ...{ name, info, telling, indexed, error: packError(error) },
      digits: answers.map(({ digit }) => digit).join(''),
      probabilities: base64(
        answers.flatMap(({ probabilities }) => probabilities.flatMap(twoBytes)),
      ),
      maps: maps.map(({ angle, view, live, still }) => ({
        ...{ angle, view, live: packMaps(live), still: packMaps(still) },
      })),
    })),
  };
}

/** @param {Packed} packed @returns {Recording} */
export function unpack({ sample, seen, networks }) {
  return {
    sample,
    seen: allQuarters(seen.map(([angle, pixels]) => ({ angle, pixels: sharesOf(pixels) }))),
    networks: networks.map(
      ({ name, info, telling, indexed, digits, probabilities, maps, error }) => {
        const levels = bytesOf(probabilities);
        return {
          ...{ name, info, telling, indexed, error: unpackError(error) },
          answers: Array.from(digits, (digit, i) => ({
            digit: Number(digit),
            probabilities: Array.from({ length: CLASSES }, (_, k) => {
              const at = 2 * (CLASSES * i + k);
              return (256 * levels[at] + levels[at + 1]) / FINE;
            }),
          })),
          maps: maps.map(({ angle, view, live, still }) => ({
            ...{ angle, view, live: unpackMaps(live), still: unpackMaps(still) },
          })),
        };
      },
    ),
  };
}

/** What the networks see at an angle. @typedef {Recording['seen'][0]} Seen */

/** Turned by a quarter, counterclockwise: pixels come to fall on pixels. @param {Seen} seen @returns {Seen} */
function quarterOn({ angle, pixels }) {
  const side = Math.sqrt(pixels.length);
  const turned = pixels.map((_, i) => pixels[(i % side) * side + side - 1 - Math.floor(i / side)]);
  return { angle: angle + 90, pixels: turned };
}

/** All round, from what is seen in the first quarter. @param {Seen[]} seen @returns {Seen[]} */
function allQuarters(seen) {
  const all = [...seen];
  for (let i = 0; i < 3 * seen.length; i++) all.push(quarterOn(all[i]));
  return all;
}

/** The rest follows from it, to less than a level. @param {Seen[]} seen @returns {Seen[]} */
function firstQuarter(seen) {
  const first = seen.filter(({ angle }) => angle < 90);
  for (const [i, { angle, pixels }] of allQuarters(first).entries()) {
    const isSo = seen[i]?.angle === angle;
    if (!isSo || !pixels.every((p, at) => Math.abs(p - seen[i].pixels[at]) < 1 / SHADES))
      throw new Error(`what is seen at ${angle}° is not what was seen before, turned`);
  }
  return first;
}

/** @param {number} p  a probability */
function twoBytes(p) {
  // What is nearly nothing or nearly all is not just that, and does not read so.
  const level =
    p > 0 && p < 1 ? Math.min(FINE - 1, Math.max(1, Math.round(FINE * p))) : Math.round(FINE * p);
  return [level >> 8, level & 255];
}

/** @param {FeatureMaps} maps @returns {PackedMaps} */
function packMaps({ elements, rows, cols, maps }) {
  const largest = maps.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // So few digits that no rounding of the networks' own shows.
  const limit = Number(largest.toPrecision(4)) || 1;
  const levels = Array.from(maps, (value) => Math.round((SIDE * value) / limit) & 255);
  return { elements, rows, cols, limit, values: base64(levels) };
}

/** @param {PackedMaps} packed @returns {FeatureMaps} */
function unpackMaps({ elements, rows, cols, limit, values }) {
  const levels = new Int8Array(bytesOf(values).buffer);
  const maps = new Float32Array(levels.length);
  for (let i = 0; i < maps.length; i++) maps[i] = (levels[i] * limit) / SIDE;
  return { elements, rows, cols, maps };
}

/** @param {NetworkRecording['error']} error @returns {PackedError} */
function packError({ angle, turn: { error, resampling, rows, cols, difference } }) {
  const largest = difference.reduce((most, x) => (x > most ? x : most), 0) || 1;
  const [limit, ...numbers] = [largest, error, resampling].map((x) => Number(x.toPrecision(4)));
  // Roots, since what is small is looked at closely.
  const values = shaded(Array.from(difference, (x) => SHADES * Math.sqrt(x / limit)));
  return { angle, rows, cols, error: numbers[0], resampling: numbers[1], limit, values };
}

/** @param {PackedError} packed @returns {NetworkRecording['error']} */
function unpackError({ angle, rows, cols, error, resampling, limit, values }) {
  const difference = sharesOf(values).map((root) => limit * root ** 2);
  return { angle, turn: { error, resampling, rows, cols, difference } };
}

/** One letter for each level. @param {number[]} levels  0 to `SHADES`, or NaN */
function shaded(levels) {
  return levels
    .map((level) => LETTERS[Number.isNaN(level) ? NOTHING : Math.min(SHADES, Math.round(level))])
    .join('');
}

/** @param {string} letters */
function sharesOf(letters) {
  const shares = new Float32Array(letters.length);
  for (let i = 0; i < shares.length; i++) shares[i] = SHARES[letters.charCodeAt(i)];
  return shares;
}

/** @param {ArrayLike<number>} bytes */
function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** @param {string} text */
function bytesOf(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
