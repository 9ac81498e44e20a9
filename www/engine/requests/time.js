// How long the processor takes for a picture.

import { forward } from '../pass.js';

/** @import { Tools } from '../runner.js' */

/**
 * @typedef {object} TimeRequest
 * @property {'time'} kind
 * @property {string} url
 */

/** Milliseconds of each pass that there was time for, one at least. @typedef {{ times: number[] }} TimeReply */

/** How long others have to wait for it, but for a pass that takes longer. */
const SLICE_MS = 60;

/** After all that is seen. */
export const PRIORITY = 6;

/** Somebody asked for it, whatever is on the pad. */
export function isStale() {
  return false;
}

/** @param {Tools} tools @param {TimeRequest} request @returns {Promise<TimeReply>} */
export async function run(tools, { url }) {
  const network = await tools.network(url);
  const { pixels } = await tools.probe();
  const { result } = await tools.on(network, 'cpu', async (side) => {
    const times = [];
    for (let sum = 0; sum < SLICE_MS; sum += side.milliseconds || SLICE_MS) {
      side.last = null;
      await forward(side, pixels);
      times.push(side.milliseconds);
    }
    return times;
  });
  return { times: result };
}
