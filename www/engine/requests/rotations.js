// What a network says of the drawing, the maps of its first layer, and how far that layer is from turning along: to be asked of one set of
// weights at several numbers of rotations.

import { forward, mostTelling } from '../pass.js';

/**
 * @import { FeatureMaps, ModelInfo } from '../../../pkg/gsa_net.js'
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Outcome } from '../pass.js'
 * @import { Tools } from '../runner.js'
 */

/**
 * @typedef {object} RotationsRequest
 * @property {'rotations'} kind
 * @property {Stroke[]} strokes
 * @property {EngineChoice} engine
 * @property {string} url  with the number of rotations
 * @property {number} angle
 * @property {number | null} channel  null for the one whose maps differ most between elements
 */

/**
 * @typedef {Outcome & { elements: ModelInfo['group']['elements'], milliseconds: number, engine: 'cpu' | 'webgpu', channel: number,
 *   maps: FeatureMaps, error: number, resampling: number }} Rotated
 */

/** None where nothing is drawn. @typedef {{ rotated?: Rotated }} RotationsReply */

/** After what turns with the dial. */
export const PRIORITY = 4;

export { isStale } from './request.js';

/** The lifting layer. */
const LAYER = 0;

/** @param {Tools} tools @param {RotationsRequest} request @returns {Promise<RotationsReply>} */
export async function run(tools, { strokes, engine, url, angle, channel: wanted }) {
  const network = await tools.network(url);
  const { pixels, empty } = await tools.picture(strokes, angle);
  if (empty) return {};
  const upright = await tools.picture(strokes, 0);
  const { result } = await tools.on(network, engine, async (side) => {
    const outcome = await forward(side, pixels);
    const { model, milliseconds, name } = side;
    const channel = wanted ?? mostTelling(model, network.info.layers[LAYER]);
    const maps = model.featureMaps(LAYER, channel);
    side.last = null;
    const { error, resampling } = await model.turnError(upright.pixels, pixels, LAYER, angle);
    return { ...outcome, milliseconds, engine: name, channel, maps, error, resampling };
  });
  return { rotated: { elements: network.info.group.elements, ...result } };
}
