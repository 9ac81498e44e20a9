// What a visitor changes in the networks, to see what each part is for: their weights, whether positions turn along, and how the group's
// embedding is indexed.

/**
 * @import { Variant } from '../../pkg/gsa_net.js'
 * @import { Trial } from '../types.d.ts'
 * @import { Network } from './networks.js'
 */

/** Seeds are whole numbers below this. */
const SEEDS = 2 ** 32;

/** The networks as they are. @type {Readonly<Trial>} */
export const AS_THEY_ARE = { weights: 'trained', seed: 1, positions: 'turning', index: 'exact' };

/**
 * What a trial changes in a network; nothing where it would make no difference to one that is known already.
 *
 * @param {Trial} trial
 * @param {Network} [known]
 * @returns {Variant}
 */
export function variantFor({ weights, seed, positions, index }, known) {
  const info = known?.info.peek();
  const grouped = !info || info.group.order > 1;
  /** @type {Variant} */
  const variant = {};
  if (weights === 'random') variant.seed = seed;
  if (positions === 'still' && grouped) variant.positions = positions;
  if (index === 'published' && grouped && (!info || known?.indexed)) variant.index = index;
  return variant;
}

/** A trial as it is handed in; what is not one of these stays as it is. @param {unknown} value @returns {Trial} */
export function parseTrial(value) {
  const { weights, seed, positions, index } = /** @type {Partial<Trial>} */ (value ?? {});
  const trial = { ...AS_THEY_ARE };
  if (weights === 'random') trial.weights = weights;
  if (Number.isInteger(seed) && Number(seed) >= 0 && Number(seed) < SEEDS)
    trial.seed = Number(seed);
  if (positions === 'still') trial.positions = positions;
  if (index === 'published') trial.index = index;
  return trial;
}
