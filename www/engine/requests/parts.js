// What one pixel of a layer asks, and what it is answered, before any softmax; and the layer's encodings of positions at any coordinates.

import { forward } from '../pass.js';
import { inkOf, onInk, pixelOf, placeOf } from './attention.js';

/**
 * @import { AttentionParts, Encoding, ModelInfo } from '../../../pkg/gsa_net.js'
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 * @import { Pixel } from './attention.js'
 */

/**
 * @typedef {object} PartsRequest
 * @property {'parts'} kind
 * @property {Stroke[]} strokes
 * @property {EngineChoice} engine
 * @property {string} url
 * @property {number} angle
 * @property {string} layer  its name
 * @property {Pixel | null} pixel  of the 28×28 picture; null for one on its ink, near the middle
 * @property {number[]} coordinates  at which encodings are read
 */

/**
 * @typedef {object} Asked
 * @property {string} name  of the network
 * @property {string} layer
 * @property {ModelInfo['group']['elements']} elements
 * @property {Pixel} at  of the layer
 * @property {number[]} ink  `[window row, window col]`: what lies there, 0 to 1; NaN outside the picture
 * @property {AttentionParts} parts
 * @property {Encoding} encoding
 */

/** None where nothing is drawn, or nothing there asks. @typedef {{ asked?: Asked }} PartsReply */

/** Whoever drags a pixel waits for it. */
export const PRIORITY = 1;

export { isStale } from './request.js';

/** @param {Tools} tools @param {PartsRequest} request @returns {Promise<PartsReply>} */
export async function run(tools, { strokes, engine, url, angle, layer, pixel, coordinates }) {
  const network = await tools.network(url);
  const { pixels, empty } = await tools.picture(strokes, angle);
  const place = placeOf(network.info, layer);
  if (empty || !place) return {};
  const at = pixelOf(pixel ?? onInk(pixels), place);
  const { result } = await tools.on(network, engine, async (side) => {
    await forward(side, pixels);
    const parts = await side.model.attentionParts(pixels, place.index, at.row, at.col);
    return { parts, encoding: side.model.encoding(place.index, Float32Array.from(coordinates)) };
  });
  const { name, group } = { name: network.info.name, group: network.info.group };
  const { windowRows, windowCols } = result.parts;
  const ink = inkOf(pixels, place, at, windowRows, windowCols);
  return { asked: { name, layer: place.name, elements: group.elements, at, ink, ...result } };
}
