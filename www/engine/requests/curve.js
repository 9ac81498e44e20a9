// How far a layer is from equivariance at many angles, and how far resampling alone is.

/**
 * @import { TurnError } from '../../../pkg/gsa_net.js'
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 */

/**
 * @typedef {object} CurveRequest
 * @property {'curve'} kind
 * @property {Stroke[]} strokes
 * @property {EngineChoice} engine
 * @property {string} url
 * @property {number} layer
 * @property {number[]} angles
 */

/**
 * For the first of the angles, as many as there was time for; none where nothing is drawn.
 *
 * @typedef {{ turns: TurnError[] }} CurveReply
 */

/** How long others have to wait for it. */
const SLICE_MS = 40;

/** After all that is seen sooner. */
export const PRIORITY = 5;

export { isStale } from './request.js';

/** @param {Tools} tools @param {CurveRequest} request @returns {Promise<CurveReply>} */
export async function run(tools, { strokes, engine, url, layer, angles }) {
  const network = await tools.network(url);
  const upright = await tools.picture(strokes, 0);
  if (upright.empty) return { turns: [] };
  const { result } = await tools.on(network, engine, async (side) => {
    const began = performance.now();
    side.last = null;
    const turns = [];
    for (const angle of angles) {
      const turned = await tools.picture(strokes, angle);
      turns.push(await side.model.turnError(upright.pixels, turned.pixels, layer, angle));
      if (performance.now() - began > SLICE_MS) break;
    }
    return turns;
  });
  return { turns: result };
}
