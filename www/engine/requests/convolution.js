// Theorem 1: an attention layer that is made to be a convolution of quarter turns, run on the drawing beside that convolution.

/**
 * @import { ConvolutionByAttention } from '../../../pkg/gsa_net.js'
 * @import { Stroke } from '../../types.d.ts'
 * @import { Tools } from '../runner.js'
 */

/**
 * Of a picture, with nine heads; or of what that makes: a function on the group, with 36 heads, or with nine that are frames.
 *
 * @typedef {'picture' | 'group' | 'frames'} Form
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
 * @property {never[]} models  it is about none
 * @property {string} about  what all of its setups are about
 * @property {Stroke[]} strokes
 * @property {number} angle
 * @property {Form} form
 * @property {readonly number[]} filter  3×3 for each element of the maps; of the picture, the first nine
 * @property {Setup | null} shown  of which everything is told
 * @property {Setup[]} setups  of which the error is told
 */

/**
 * Errors of the first of the setups, as many as there was time for; nothing where nothing is drawn.
 *
 * @typedef {{ shown: ConvolutionByAttention | null, errors: number[] }} ConvolutionReply
 */

/** Whoever moves a knob waits for it. */
export const PRIORITY = 2;
/** After all that is seen sooner. */
export const CURVE_PRIORITY = 6;

/** How long others have to wait for errors. */
const SLICE_MS = 40;

export { isStale } from './request.js';

/** @param {Tools} tools @param {ConvolutionRequest} request @returns {Promise<ConvolutionReply>} */
export async function run(tools, { strokes, angle, form, filter, shown, setups }) {
  const { pixels, empty } = await tools.picture(strokes, angle);
  if (empty) return { shown: null, errors: [] };
  const convolve = await tools.convolve();
  const own = Float32Array.from(filter);
  const maps =
    form === 'picture' ? pixels : convolve(pixels, own.subarray(0, 9), 1, false, false).target;
  /** @param {Setup} setup */
  const run = ({ alpha, solved, without, filter: other }) =>
    convolve(
      maps,
      other ? Float32Array.from(other) : own,
      alpha,
      solved,
      form === 'frames',
      without,
    );
  const began = performance.now();
  /** @type {ConvolutionReply} */
  const reply = { shown: shown && run(shown), errors: [] };
  for (const setup of setups) {
    if (performance.now() - began > SLICE_MS && reply.errors.length > 0) break;
    reply.errors.push(run(setup).error);
  }
  return reply;
}
