// The builds of the engine, and which of them a browser can run.

/**
 * Without SIMD, with SIMD, and with relaxed SIMD, which multiplies and adds in one go where the processor can. The last two have
 * their JavaScript in common.
 *
 * @typedef {'plain' | 'simd' | 'relaxed'} Build
 */

/** The smallest module with code that gives a vector. @param {number[]} code */
function moduleOf(code) {
  const before = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0];
  return [...before, 10, code.length + 4, 1, code.length + 2, 0, ...code, 11];
}

const ZEROS = [65, 0, 253, 15];
const SIMD_PROBE = moduleOf([...ZEROS, 253, 98]);
/** Three vectors, multiplied and added. */
export const RELAXED_PROBE = moduleOf([...ZEROS, ...ZEROS, ...ZEROS, 253, 133, 2]);

/** The best build that this browser can run. @returns {Build} */
export function bestBuild() {
  const takes = (/** @type {number[]} */ probe) => WebAssembly.validate(new Uint8Array(probe));
  if (typeof WebAssembly !== 'object' || !takes(SIMD_PROBE)) return 'plain';
  return takes(RELAXED_PROBE) ? 'relaxed' : 'simd';
}
