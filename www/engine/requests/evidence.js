// What speaks for each class at each element of the group, upright and at the angle of the dial, before the largest is taken.

import { forward } from '../pass.js';

/**
 * @import { Evidence } from '../../../pkg/gsa_net.js'
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 */

/**
 * @typedef {object} EvidenceRequest
 * @property {'evidence'} kind
 * @property {Stroke[]} strokes
 * @property {EngineChoice} engine
 * @property {string} url
 * @property {number} angle
 */

/** None where nothing is drawn. @typedef {{ upright?: Evidence, now?: Evidence }} EvidenceReply */

/** After answers all round. */
export const PRIORITY = 4;

export { isStale } from './request.js';

/** @param {Tools} tools @param {EvidenceRequest} request @returns {Promise<EvidenceReply>} */
export async function run(tools, { strokes, engine, url, angle }) {
  const network = await tools.network(url);
  const pictures = [await tools.picture(strokes, 0), await tools.picture(strokes, angle)];
  if (pictures[0].empty) return {};
  const { result } = await tools.on(network, engine, async (side) => {
    const found = [];
    for (const { pixels } of pictures) {
      await forward(side, pixels);
      found.push(side.model.evidence());
    }
    return { upright: found[0], now: found[1] };
  });
  return result;
}
