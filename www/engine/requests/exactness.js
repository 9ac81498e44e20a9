// How far a layer of some networks is from turning along with the drawing by a quarter.

/**
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 */

/**
 * @typedef {object} ExactnessRequest
 * @property {'exactness'} kind
 * @property {{ url: string }[]} models
 * @property {string} layer  its name
 * @property {Stroke[]} strokes
 * @property {number} angle
 * @property {EngineChoice} engine
 */

/** One for each network; none where nothing is drawn. @typedef {{ errors: number[] }} ExactnessReply */

/** After what turns with the dial. */
export const PRIORITY = 4;

export { isStale } from './request.js';

/** @param {Tools} tools @param {ExactnessRequest} request @returns {Promise<ExactnessReply>} */
export async function run(tools, { models, layer, strokes, angle, engine }) {
  const { pixels, empty } = await tools.picture(strokes, angle);
  const errors = [];
  for (const { url } of empty ? [] : models) {
    const network = await tools.network(url);
    const index = network.info.layers.findIndex(({ name }) => name === layer);
    const { result } = await tools.on(network, engine, async (side) => {
      side.last = null;
      return side.model.equivarianceError(pixels, index, 1, false);
    });
    errors.push(result);
  }
  return { errors };
}
