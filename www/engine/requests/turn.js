// How far a layer is from equivariance at the angle of the dial, and how far resampling alone is.

/**
 * @import { TurnError } from '../../../pkg/gsa_net.js'
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 */

/**
 * @typedef {object} TurnRequest
 * @property {'turn'} kind
 * @property {Stroke[]} strokes
 * @property {EngineChoice} engine
 * @property {string} url
 * @property {number} layer
 * @property {number} angle
 */

/** @typedef {TurnError} TurnReply */

/** When the pad is at rest. */
export const PRIORITY = 2;

export { isStale } from './request.js';

/** @param {Tools} tools @param {TurnRequest} request @returns {Promise<TurnReply>} */
export async function run(tools, { strokes, engine, url, layer, angle }) {
  const network = await tools.network(url);
  const upright = await tools.picture(strokes, 0);
  const turned = await tools.picture(strokes, angle);
  const { result } = await tools.on(network, engine, async (side) => {
    side.last = null;
    return side.model.turnError(upright.pixels, turned.pixels, layer, angle);
  });
  return result;
}
