// What one network says of the drawing at many angles.

import { batchSize, forwardAll } from '../pass.js';

/**
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Outcome } from '../pass.js'
 * @import { Tools } from '../runner.js'
 */

/** @typedef {{ kind: 'batch', strokes: Stroke[], angles: number[], engine: EngineChoice, url: string }} BatchRequest */

/**
 * For the first of the angles, as many as were answered in one go; none where nothing is drawn.
 *
 * @typedef {{ answers: Outcome[] }} BatchReply
 */

/** The longest, and so the last. */
export const PRIORITY = 3;

export { isStale } from './request.js';

/** @param {Tools} tools @param {BatchRequest} request @returns {Promise<BatchReply>} */
export async function run(tools, { strokes, angles, engine, url }) {
  const network = await tools.network(url);
  const { result } = await tools.on(network, engine, async (side) => {
    const pictures = [];
    for (const angle of angles.slice(0, batchSize(side))) {
      const { pixels, empty } = await tools.picture(strokes, angle);
      if (empty) return [];
      pictures.push(pixels);
    }
    return forwardAll(side, pictures);
  });
  return { answers: result };
}
