// A network is to be there: what it is, and which engine runs it.

import { forward, mostTelling } from '../pass.js';
import { isIndexed } from '../variant.js';

/**
 * @import { ModelInfo } from '../../../pkg/gsa_net.js'
 * @import { EngineReport } from '../choice.js'
 * @import { EngineChoice } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 * @import { Moment } from './request.js'
 */

/**
 * @typedef {object} LoadRequest
 * @property {'load'} kind
 * @property {string} url
 * @property {EngineChoice} engine
 * @property {number} [opening]  another number each time that somebody chose network or engine
 */

/**
 * @typedef {object} LoadReply
 * @property {ModelInfo} info
 * @property {number[]} telling  for each layer the channel to look at first
 * @property {EngineReport} engine
 * @property {boolean} indexed  whether it has embeddings of group elements
 */

/** Before all else. */
export const PRIORITY = 0;

/** Nobody waits for networks that others have taken the place of. @param {Moment} asked @param {Moment} now */
export function isStale(asked, now) {
  return asked.networks !== now.networks;
}

/** @param {Tools} tools @param {LoadRequest} request @returns {Promise<LoadReply>} */
export async function run(tools, { url, engine, opening = 0 }) {
  const network = await tools.network(url);
  await tools.choose(network, engine, opening);
  const { pixels } = await tools.probe();
  // The first pass, so that no answer has to wait for what only it brings about.
  const { result, report } = await tools.on(network, engine, async (side) => {
    await forward(side, pixels);
    return network.info.layers.map((layer) => mostTelling(side.model, layer));
  });
  const indexed = isIndexed(network.bytes);
  return { info: network.info, telling: result, engine: report, indexed };
}
