// The lifting layer at work: what a pixel asks, one channel of its maps, upright and turned on by a quarter, and how far all channels are from
// turning along.

import { forward, mostTelling } from '../pass.js';
import { inkOf, onInk, pixelOf, placeOf } from './attention.js';

/**
 * @import { AttentionParts, FeatureMaps, ModelInfo } from '../../../pkg/gsa_net.js'
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 * @import { Pixel } from './attention.js'
 */

/**
 * @typedef {object} LiftingRequest
 * @property {'lifting'} kind
 * @property {Stroke[]} strokes
 * @property {EngineChoice} engine
 * @property {string} url
 * @property {number} angle
 * @property {Pixel | null} pixel  of the 28×28 picture; null for one on its ink, near the middle
 */

/**
 * @typedef {object} Lifted
 * @property {string} name  of the network
 * @property {ModelInfo['group']['elements']} elements
 * @property {number[]} ink  `[window row, window col]`; NaN outside the picture
 * @property {AttentionParts} parts
 * @property {number} channel  whose maps differ most between elements
 * @property {FeatureMaps} here
 * @property {FeatureMaps} turned  of the drawing turned on by 90°
 * @property {number} error  of all channels, at a quarter turn
 */

/** None where nothing is drawn. @typedef {{ lifted?: Lifted }} LiftingReply */

/** When the pad is at rest. */
export const PRIORITY = 2;

export { isStale } from './request.js';

/** @param {Tools} tools @param {LiftingRequest} request @returns {Promise<LiftingReply>} */
export async function run(tools, { strokes, engine, url, angle, pixel }) {
  const network = await tools.network(url);
  const { pixels, empty } = await tools.picture(strokes, angle);
  const place = placeOf(network.info, 'lifting');
  if (empty || !place) return {};
  const quarter = await tools.picture(strokes, angle + 90);
  const at = pixelOf(pixel ?? onInk(pixels), place);
  const { result } = await tools.on(network, engine, async (side) => {
    const { model } = side;
    await forward(side, pixels);
    const channel = mostTelling(model, network.info.layers[place.index]);
    const here = model.featureMaps(place.index, channel);
    const parts = await model.attentionParts(pixels, place.index, at.row, at.col);
    await forward(side, quarter.pixels);
    const turned = model.featureMaps(place.index, channel);
    const error = await model.equivarianceError(pixels, place.index, 1, false);
    return { channel, here, parts, turned, error };
  });
  const { windowRows, windowCols } = result.parts;
  const ink = inkOf(pixels, place, at, windowRows, windowCols);
  const { name, group } = network.info;
  return { lifted: { name, elements: group.elements, ink, ...result } };
}
