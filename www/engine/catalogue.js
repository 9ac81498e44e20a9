// What is known of the networks that have names, before any of them is here. The list is made with the package, of files and cards.

import { reasonOf } from './errors.js';
import { download } from './download.js';
import { address, settings } from './settings.js';

/**
 * @typedef {object} Entry
 * @property {string} name  by which it is asked for
 * @property {string} title  of its kind, such as `R8F_SA`
 * @property {'ordinary' | 'frames' | 'rotations' | 'mirrors' | 'convolutional'} family
 * @property {number} rotations
 * @property {boolean} mirrors
 * @property {'exact' | 'published'} index
 * @property {number} parameters
 * @property {'upright' | 'digits' | 'drawings'} trained  what it learnt from
 * @property {number} reads  per cent
 * @property {'drawings' | 'digits' | 'tenth'} tested  of what
 * @property {number} bytes
 * @property {number | null} cost  to be compared with that of others
 * @property {Record<'drawings' | 'digits', number[]>} [byAngle]  per cent read right, at angles from upright once round
 * @property {{ rotations: number, digits: number, right: number, asTrained: number, cost: number }[]} [byRotations]  what these
 *   weights read at other numbers of rotations, from small to large: per cent of so many digits, per cent as with the number that they
 *   were trained with, and what one costs, to be compared with others
 */

/** @type {Promise<Entry[]> | null} */
let coming = null;

/** All that have an address here; one that could not be had is asked for again. @returns {Promise<Entry[]>} */
export function catalogue() {
  coming ??= read().catch((error) => {
    coming = null;
    throw error;
  });
  return coming;
}

/** @returns {Promise<Entry[]>} */
async function read() {
  try {
    const bytes = await download(address(settings.catalogue), new AbortController().signal);
    const list = /** @type {Entry[]} */ (JSON.parse(new TextDecoder().decode(bytes)));
    return list.filter(({ name }) => Object.hasOwn(settings.models, name));
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new Error(`The list of networks could not be fetched: ${reasonOf(cause)}.`);
  }
}

/** Whether a network's file can be had: pages from a disk may read nothing that lies beside them. @param {string} name */
export function isInReach(name) {
  const url = settings.models[name];
  if (!url) return false;
  const { protocol } = new URL(address(url));
  return location.protocol !== 'file:' || protocol === 'data:' || protocol === 'blob:';
}
