// Where one pixel of a layer looks, in the drawing at the angle of the dial and turned on by quarter turns.

import { forward } from '../pass.js';
import { isIndexed } from '../variant.js';

/**
 * @import { AttentionMap, ModelInfo } from '../../../pkg/gsa_net.js'
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Side } from '../pass.js'
 * @import { Tools } from '../runner.js'
 */

/** A pixel of the 28×28 picture. @typedef {{ row: number, col: number }} Pixel */

/**
 * @typedef {object} AttentionRequest
 * @property {'attention'} kind
 * @property {Stroke[]} strokes
 * @property {EngineChoice} engine
 * @property {string} url
 * @property {number} angle
 * @property {number} quarters  by which it is turned on
 * @property {string} layer  its name; where there is none, the first behind the lifting layer
 * @property {Pixel | null} pixel  of the drawing that is not turned on; null for one on its ink, near the middle
 */

/**
 * Where the pixel looks in one picture.
 *
 * @typedef {object} Gaze
 * @property {Float32Array} picture  28×28
 * @property {Pixel} at  of the layer
 * @property {number[]} ink  `[window row, window col]`: what lies there, 0 to 1; NaN outside the picture
 * @property {Float32Array} shares  `[heads, output elements, key elements, window row, window col]`
 */

/**
 * @typedef {object} Looked
 * @property {string} name  of the network
 * @property {string} layer  that was looked at
 * @property {string[]} layers  that can be
 * @property {ModelInfo['group']['elements']} elements
 * @property {number} heads
 * @property {number} keys  how many elements the layer's input has
 * @property {number} window  its side
 * @property {number} side  of the layer's input
 * @property {number} stride  pixels of the picture to one of the layer
 * @property {boolean} indexed  whether it has embeddings of group elements
 * @property {Pixel} pixel  of the picture, from which was looked
 * @property {Gaze} here
 * @property {Gaze} turned
 */

/** None where nothing is drawn, or nothing there looks. @typedef {{ looked?: Looked }} AttentionReply */

/** Whoever drags a pixel waits for it. */
export const PRIORITY = 1;

export { isStale } from './request.js';

/** The picture's side. */
const SIDE = 28;

/** @param {Tools} tools @param {AttentionRequest} request @returns {Promise<AttentionReply>} */
export async function run(tools, request) {
  const { strokes, engine, url, angle, quarters } = request;
  const network = await tools.network(url);
  const here = await tools.picture(strokes, angle);
  const place = placeOf(network.info, request.layer);
  if (here.empty || !place) return {};
  const turned = await tools.picture(strokes, angle + 90 * quarters);
  const from = request.pixel ?? onInk(here.pixels);
  const pixel = pixelOf(from, place);
  const { result } = await tools.on(network, engine, async (side) => {
    // Its layers are kept as those of the answer, and those of the other picture as of what was looked at: from then on any pixel of both
    // is answered without running the network.
    await forward(side, here.pixels);
    const [first, map] = await gaze(side, here.pixels, place, pixel);
    const [second] = await gaze(side, turned.pixels, place, turn(pixel, place.side, quarters));
    return { map, here: first, turned: second };
  });
  const { map } = result;
  const { elements } = network.info.group;
  const { name, layers, ...rest } = place;
  return {
    looked: {
      ...{ name: network.info.name, layer: name, layers, elements, heads: map.heads },
      ...{ keys: map.keyElements, window: map.windowRows, side: rest.side, stride: rest.stride },
      ...{
        pixel: from,
        indexed: isIndexed(network.bytes),
        here: result.here,
        turned: result.turned,
      },
    },
  };
}

/** A layer as its pixels lie in the picture. @typedef {{ index: number, name: string, layers: string[], side: number, stride: number }} Place */

/** The layer of a name, else the first behind the lifting layer. @param {ModelInfo} info @param {string} wanted @returns {Place | null} */
export function placeOf({ layers }, wanted) {
  const all = layers.filter(({ attention }) => attention);
  const layer = all.find(({ name }) => name === wanted) ?? all[1] ?? all[0];
  if (!layer) return null;
  const before = layers.slice(0, layer.index);
  return {
    ...{ index: layer.index, name: layer.name, layers: all.map(({ name }) => name) },
    side: before.at(-1)?.rows ?? SIDE,
    stride: 2 ** before.filter(({ name }) => name.startsWith('pool')).length,
  };
}

/** Where one begins to look: on the crossing of the sample 4. */
const MIDDLE = { row: 15, col: 14 };

/** The pixel of the ink that is next to the middle. @param {Float32Array} picture @returns {Pixel} */
export function onInk(picture) {
  const far = (/** @type {number} */ i) =>
    (Math.floor(i / SIDE) - MIDDLE.row) ** 2 + ((i % SIDE) - MIDDLE.col) ** 2;
  let best = -1;
  picture.forEach((value, i) => {
    if (value >= 0.5 && (best < 0 || far(i) < far(best))) best = i;
  });
  return best < 0 ? MIDDLE : { row: Math.floor(best / SIDE), col: best % SIDE };
}

/** The pixel of a layer in which one of the picture lies: both have the same middle. @param {Pixel} pixel @param {Place} place @returns {Pixel} */
export function pixelOf({ row, col }, { side, stride }) {
  const [r, c] = [row, col].map((at) => {
    const place = Math.floor((at + 0.5 - SIDE / 2) / stride + side / 2);
    return Math.max(0, Math.min(side - 1, place));
  });
  return { row: r, col: c };
}

/** Where a pixel comes when a square is turned by quarters, counter-clockwise. @param {Pixel} pixel @param {number} side @param {number} quarters @returns {Pixel} */
export function turn({ row, col }, side, quarters) {
  for (let i = 0; i < quarters; i++) [row, col] = [side - 1 - col, row];
  return { row, col };
}

/**
 * @param {Side} side
 * @param {Float32Array} pixels
 * @param {Place} place
 * @param {Pixel} at
 * @returns {Promise<[Gaze, AttentionMap]>}
 */
async function gaze({ model }, pixels, place, at) {
  const map = await model.attention(pixels, place.index, at.row, at.col);
  const { rows, cols, windowRows, windowCols } = map;
  const ink = inkOf(pixels, place, at, windowRows, windowCols);
  const size = rows * cols;
  const shares = new Float32Array((map.probabilities.length / size) * ink.length);
  for (let i = 0; i * size < map.probabilities.length; i++) {
    const cut = windowOf(rows, cols, windowRows, windowCols, at, (row, col) => {
      return map.probabilities[i * size + row * cols + col];
    });
    for (const [k, share] of cut.entries()) shares[i * cut.length + k] = share || 0;
  }
  return [{ picture: pixels, at, ink, shares }, map];
}

/**
 * What lies in the window round a pixel; NaN outside the picture.
 *
 * @param {Float32Array} picture
 * @param {Place} place
 * @param {Pixel} at
 * @param {number} windowRows
 * @param {number} windowCols
 */
export function inkOf(picture, place, at, windowRows, windowCols) {
  const { side } = place;
  return windowOf(side, side, windowRows, windowCols, at, (row, col) =>
    inkAt(picture, { row, col }, place),
  );
}

/**
 * What `value` says of each place of the window round a pixel; NaN outside the picture.
 *
 * @param {number} rows
 * @param {number} cols
 * @param {number} windowRows
 * @param {number} windowCols
 * @param {Pixel} at
 * @param {(row: number, col: number) => number} value
 */
function windowOf(rows, cols, windowRows, windowCols, at, value) {
  return Array.from({ length: windowRows * windowCols }, (_, k) => {
    const row = at.row + Math.floor(k / windowCols) - Math.floor(windowRows / 2);
    const col = at.col + (k % windowCols) - Math.floor(windowCols / 2);
    const inside = row >= 0 && row < rows && col >= 0 && col < cols;
    return inside ? value(row, col) : NaN;
  });
}

/** The mean of the picture where a pixel of a layer lies. @param {Float32Array} picture @param {Pixel} pixel @param {Place} place */
export function inkAt(picture, { row, col }, { side, stride }) {
  let sum = 0;
  const [top, left] = [row, col].map((at) => (at - side / 2) * stride + SIDE / 2);
  for (let i = 0; i < stride; i++) {
    for (let j = 0; j < stride; j++) {
      sum += picture[Math.floor(top + i) * SIDE + Math.floor(left + j)] ?? 0;
    }
  }
  return sum / stride ** 2;
}
