// How far a layer is from equivariance at a quarter turn, where nothing has to be resampled.

/**
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 * @import { Moment } from './request.js'
 */

/**
 * @typedef {object} QuarterRequest
 * @property {'quarter'} kind
 * @property {Stroke[]} strokes
 * @property {EngineChoice} engine
 * @property {string} url
 * @property {number} layer
 * @property {number} quarterTurns
 */

/** Relative, of the upright drawing. @typedef {{ error: number }} QuarterReply */

/** When the pad is at rest. */
export const PRIORITY = 2;

/** Only while nothing moves. @param {Moment} asked @param {Moment} now */
export function isStale(asked, now) {
  return asked.version !== now.version || now.pen;
}

/** @param {Tools} tools @param {QuarterRequest} request @returns {Promise<QuarterReply>} */
export async function run(tools, { strokes, engine, url, layer, quarterTurns }) {
  const network = await tools.network(url);
  const { pixels } = await tools.picture(strokes, 0);
  const { result } = await tools.on(network, engine, async (side) => {
    side.last = null;
    return side.model.equivarianceError(pixels, layer, quarterTurns, false);
  });
  return { error: result };
}
