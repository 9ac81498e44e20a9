// Theorem 1: an attention layer that is made to be a convolution of quarter turns, run on the drawing beside that convolution; or a whole
// network of such layers beside the network of convolutions that it was made of.

/**
 * @import { ConvolutionByAttention, Model, NetworkByAttention } from '../../../pkg/gsa_net.js'
 * @import { Stroke } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 */

/**
 * Of a picture, with nine heads; or of what that makes: a function on the group, with 36 heads, or with nine that are frames; or all
 * convolutions of a trained network, in frames.
 *
 * @typedef {'picture' | 'group' | 'frames' | 'network'} Form
 */

/**
 * One layer.
 *
 * @typedef {object} Setup
 * @property {number} alpha  how sharply its heads look
 * @property {boolean} solved  whether the weights behind them are solved for
 * @property {number} [without]  a head that is taken away
 * @property {readonly number[]} [filter]  another one
 */

/**
 * @typedef {object} ConvolutionRequest
 * @property {'convolution'} kind
 * @property {{ url: string }[]} models  the network; of other forms none
 * @property {string} about  what all of its setups are about
 * @property {Stroke[]} strokes
 * @property {number} angle
 * @property {Form} form
 * @property {readonly number[]} filter  3×3 for each element of the maps; of a picture nine numbers, of a network none
 * @property {Setup | null} shown  of which everything is told
 * @property {Setup[]} setups  of which the error is told
 */

/** Of one layer, or of one that is shown of a network. @typedef {ConvolutionByAttention | NetworkByAttention} Compared */

/** What came of a setup; of networks, with what they answer. @typedef {{ error: number, digit: number | null }} Found */

/**
 * What came of the first of the setups, as many as there was time for; nothing where nothing is drawn.
 *
 * @typedef {{ shown: Compared | null, found: Found[] }} ConvolutionReply
 */

/** Whoever moves a knob waits for it. */
export const PRIORITY = 2;
/** After all that is seen sooner. */
export const CURVE_PRIORITY = 6;

/** How long others have to wait for errors. */
const SLICE_MS = 40;
/** Which convolution of a network is shown: the first of functions on the group. */
const LAYER = 1;

export { isStale } from './request.js';

/** @param {Tools} tools @param {ConvolutionRequest} request @returns {Promise<ConvolutionReply>} */
export async function run(tools, { models, strokes, angle, form, filter, shown, setups }) {
  const { pixels, empty } = await tools.picture(strokes, angle);
  const [network] = await Promise.all(models.map(({ url }) => tools.network(url)));
  if (empty) return { shown: null, found: [] };
  const run = network
    ? byNetwork(/** @type {Model} */ (network.cpu.model), pixels)
    : byLayer(await tools.convolve(), pixels, form, filter);
  const began = performance.now();
  /** @type {ConvolutionReply} */
  const reply = { shown: shown && run(shown), found: [] };
  for (const setup of setups) {
    if (performance.now() - began > SLICE_MS && reply.found.length > 0) break;
    const compared = run(setup);
    const digit = 'prediction' in compared ? compared.prediction.digit : null;
    reply.found.push({ error: compared.error, digit });
  }
  return reply;
}

/** @param {Model} model @param {Float32Array} pixels @returns {(setup: Setup) => Compared} */
function byNetwork(model, pixels) {
  return ({ alpha, solved, without }) =>
    model.byAttention(pixels, LAYER, alpha, solved, true, without);
}

/**
 * @param {Awaited<ReturnType<Tools['convolve']>>} convolve
 * @param {Float32Array} pixels
 * @param {Form} form
 * @param {readonly number[]} filter
 * @returns {(setup: Setup) => Compared}
 */
function byLayer(convolve, pixels, form, filter) {
  const own = Float32Array.from(filter);
  const maps =
    form === 'picture' ? pixels : convolve(pixels, own.subarray(0, 9), 1, false, false).target;
  return ({ alpha, solved, without, filter: other }) => {
    const numbers = other ? Float32Array.from(other) : own;
    return convolve(maps, numbers, alpha, solved, form === 'frames', without);
  };
}
