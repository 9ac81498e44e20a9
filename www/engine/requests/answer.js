// What networks say of the drawing as it is now, and the maps of a layer that is looked at, of the same pass.

import { forward } from '../pass.js';

/**
 * @import { FeatureMaps } from '../../../pkg/gsa_net.js'
 * @import { EngineReport } from '../choice.js'
 * @import { EngineChoice, Stroke } from '../../types.d.ts'
 * @import { Outcome } from '../pass.js'
 * @import { Tools } from '../runner.js'
 * @import { Moment } from './request.js'
 */

/** A layer and channel to look at. @typedef {{ layer: number, channel: number }} View */

/**
 * @typedef {object} AnswerRequest
 * @property {'answer'} kind
 * @property {Stroke[]} strokes
 * @property {number} angle
 * @property {EngineChoice} engine
 * @property {{ url: string, view: View | null }[]} models
 */

/**
 * Of one network.
 *
 * @typedef {Outcome & { url: string, milliseconds: number, maps: FeatureMaps | null, stabilised: FeatureMaps | null,
 *   engine: EngineReport }} Answer
 */

/**
 * @typedef {object} AnswerReply
 * @property {boolean} empty
 * @property {Float32Array} seen  28×28, what the networks see
 * @property {Answer[]} answers
 */

/** What a person waits for. */
export const PRIORITY = 1;

/**
 * An answer to what was before is still better than none, but not one to another drawing, or of other networks.
 *
 * @param {Moment} asked
 * @param {Moment} now
 */
export function isStale(asked, now) {
  return asked.version < now.oldest;
}

/** @param {Tools} tools @param {AnswerRequest} request @returns {Promise<AnswerReply>} */
export async function run(tools, { strokes, angle, engine, models }) {
  const { pixels, empty } = await tools.picture(strokes, angle);
  /** @type {AnswerReply} */
  const reply = { empty, seen: pixels, answers: [] };
  if (empty) return reply;
  for (const { url, view } of models) {
    const network = await tools.network(url);
    const layer = view && network.info.layers[view.layer];
    const looking = view && layer && view.channel < layer.channels ? view : null;
    const { result, report } = await tools.on(network, engine, async (side) => {
      const outcome = await forward(side, pixels);
      const { model, milliseconds } = side;
      const maps = looking && model.featureMaps(looking.layer, looking.channel);
      const stabilised = looking && model.stabilisedMaps(looking.layer, looking.channel, angle);
      return { url, ...outcome, milliseconds, maps, stabilised };
    });
    reply.answers.push({ ...result, engine: report });
  }
  return reply;
}
