// A network on one engine, and its forward passes.

/** @import { CardFacts, LayerInfo, WasmGpuModel, WasmModel } from './types.d.ts' */

/**
 * A network on one engine.
 *
 * @typedef {object} Side
 * @property {'cpu' | 'webgpu'} name
 * @property {WasmModel | WasmGpuModel} model
 * @property {CardFacts | null} facts
 * @property {Float32Array | null} last  pixels of the forward pass whose layers the model keeps
 * @property {number} milliseconds  time of that pass
 * @property {{ digit: number, probabilities: number[] } | null} outcome
 */

/** @param {Side['name']} name @param {Side['model']} model @param {CardFacts | null} facts @returns {Side} */
export function side(name, model, facts) {
  return { name, model, facts, last: null, milliseconds: 0, outcome: null };
}

/**
 * One forward pass, or the last one's outcome when the pixels are the same.
 *
 * @param {Side} side
 * @param {Float32Array} pixels
 */
export async function forward(side, pixels) {
  if (side.last && side.outcome && same(side.last, pixels)) return side.outcome;
  const began = performance.now();
  const { digit, probabilities } = await side.model.predict(pixels);
  side.milliseconds = performance.now() - began;
  side.outcome = { digit, probabilities: Array.from(probabilities) };
  side.last = pixels.slice();
  return side.outcome;
}

/**
 * The channel whose maps differ most from one group element to another, as a share of all that varies
 * in them: the one to look at first.
 *
 * @param {WasmModel | WasmGpuModel} model  that has just predicted
 * @param {LayerInfo} layer
 */
export function mostTelling(model, { index, channels, elements }) {
  let best = 0;
  let highest = 0;
  if (elements === 1) return best;
  for (let channel = 0; channel < channels; channel++) {
    const { rows, cols, maps } = model.featureMaps(index, channel);
    const size = rows * cols;
    const mean = maps.reduce((sum, value) => sum + value, 0) / maps.length;
    let between = 0;
    let all = 0;
    for (let i = 0; i < size; i++) {
      let here = 0;
      for (let e = 0; e < elements; e++) here += maps[e * size + i] / elements;
      for (let e = 0; e < elements; e++) {
        between += (maps[e * size + i] - here) ** 2;
        all += (maps[e * size + i] - mean) ** 2;
      }
    }
    if (between / all > highest) {
      highest = between / all;
      best = channel;
    }
  }
  return best;
}

/** @param {Float32Array} a @param {Float32Array} b */
function same(a, b) {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
