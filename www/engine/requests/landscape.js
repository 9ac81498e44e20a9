// Theorem 3: the scores of one head over the window of the lifting layer, read off the encoding at turned points.

/**
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 */

/**
 * @typedef {object} LandscapeRequest
 * @property {'landscape'} kind
 * @property {string} url
 * @property {Stroke[]} strokes
 * @property {EngineChoice} engine
 * @property {number} head
 * @property {[number, number][][]} points  for each turn, the (row, column) of every place of the window, in pixels
 */

/**
 * For each turn the scores at its points; none where nothing is drawn.
 *
 * @typedef {{ scores: number[][] }} LandscapeReply
 */

/** After what turns with the dial. */
export const PRIORITY = 4;

export { isStale } from './request.js';

/** The lifting layer, and the radius of its window, which is what coordinates are divided by. */
const [LAYER, RADIUS] = [0, 2];
/** The picture's side. */
const SIDE = 28;

/** @param {Tools} tools @param {LandscapeRequest} request @returns {Promise<LandscapeReply>} */
export async function run(tools, { url, strokes, engine, head, points }) {
  const network = await tools.network(url);
  const { pixels, empty } = await tools.picture(strokes, 0);
  if (empty) return { scores: [] };
  const at = darkest(pixels);
  const { result } = await tools.on(network, engine, async (side) => {
    side.last = null;
    const { heads, queries } = await side.model.attentionParts(pixels, LAYER, at.row, at.col);
    const flat = Float32Array.from(points.flat(2), (x) => x / RADIUS);
    const { rows, cols, rowChannels, colChannels } = side.model.encoding(LAYER, flat);
    const dim = queries.length / heads;
    const query = queries.subarray(head * dim, (head + 1) * dim);
    /** @param {Float32Array} encoded @param {number} place @param {number} channels @param {number} first */
    const dot = (encoded, place, channels, first) => {
      let sum = 0;
      for (let c = 0; c < channels; c++) sum += query[first + c] * encoded[place * channels + c];
      return sum;
    };
    let place = 0;
    return points.map((window) =>
      window.map(() => {
        const row = dot(rows, place++, rowChannels, 0);
        return row + dot(cols, place++, colChannels, rowChannels);
      }),
    );
  });
  return { scores: result };
}

/** Where there is most ink; of several such pixels the one nearest to the middle. @param {Float32Array} pixels */
export function darkest(pixels) {
  let best = { row: 0, col: 0, ink: -1, far: 0 };
  for (const [i, ink] of pixels.entries()) {
    const [row, col] = [Math.floor(i / SIDE), i % SIDE];
    const far = Math.hypot(row - (SIDE - 1) / 2, col - (SIDE - 1) / 2);
    if (ink > best.ink || (ink === best.ink && far < best.far)) best = { row, col, ink, far };
  }
  return best;
}
