// Variants of a network, to see what each of its parts is for: named by the fragment of its address, as in
// `…/r4_sa.safetensors#seed=3&positions=still&index=published&rotations=6`. The file is the same for all of them.

/** @import { Variant } from '../../pkg/gsa_net.js' */

/** Seeds and numbers of rotations are whole numbers below this; how many rotations a network can have, the engine says. */
const WHOLE = 2 ** 32;

/** The address of the file alone. @param {string} url */
export function fileOf(url) {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

/** What an address says of a variant; anything else in its fragment says nothing. @param {string} url @returns {Variant} */
export function variantOf(url) {
  const said = new URLSearchParams(url.slice(fileOf(url).length + 1));
  const [seed, rotations] = [said.get('seed'), said.get('rotations')].map(whole);
  const [index, positions] = [said.get('index'), said.get('positions')];
  /** @type {Variant} */
  const variant = {};
  if (seed !== null) variant.seed = seed;
  if (index === 'exact' || index === 'published') variant.index = index;
  if (positions === 'turning' || positions === 'still') variant.positions = positions;
  if (rotations !== null) variant.rotations = rotations;
  return variant;
}

/** @param {string | null} text */
function whole(text) {
  return text !== null && /^\d{1,10}$/.test(text) && Number(text) < WHOLE ? Number(text) : null;
}

/** The address of a variant; what it does not name is as it was. @param {string} url @param {Variant} variant */
export function withVariant(url, variant) {
  const named = Object.entries({ ...variantOf(url), ...variant });
  if (named.length === 0) return url;
  const said = new URLSearchParams(named.map(([name, value]) => [name, String(value)]));
  return `${fileOf(url)}#${said}`;
}

/**
 * Whether a model file has embeddings of group elements, so that their index can be formed in two ways.
 *
 * @param {Uint8Array} bytes
 */
export function isIndexed(bytes) {
  if (bytes.byteLength < 8) return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = new TextDecoder().decode(bytes.subarray(8, 8 + length));
  return header.includes('.group_embedding"');
}
