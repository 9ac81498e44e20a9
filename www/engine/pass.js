// A network on one engine, and its forward passes.

/**
 * @import { GpuModel, LayerInfo, Model, Prediction } from '../../pkg/gsa_net.js'
 * @import { CardFacts } from './card.js'
 */

/** What a network says of a picture. @typedef {Pick<Prediction, 'digit' | 'probabilities'>} Outcome */

/** How long pictures that nobody waits for may keep the card from those that come after them. */
const BATCH_MS = 150;
/** The same of a processor, which can't be given the next before. */
const CPU_BATCH_MS = 25;

/**
 * A network on one engine.
 *
 * @typedef {object} Side
 * @property {'cpu' | 'webgpu'} name
 * @property {Model | GpuModel} model
 * @property {CardFacts | null} facts
 * @property {Float32Array | null} last  pixels of the forward pass whose layers the model keeps
 * @property {number} milliseconds  time of that pass
 * @property {Outcome | null} outcome
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
 * How many pictures are answered in one go: as many as keep others waiting for a moment only.
 *
 * @param {Side} side  that has made a forward pass
 */
export function batchSize({ model, milliseconds }) {
  if (milliseconds <= 0) return 1;
  const longest = 'predictBatch' in model ? BATCH_MS : CPU_BATCH_MS;
  return Math.max(1, Math.floor(longest / milliseconds));
}

/**
 * Answers for several pictures; on the card in one go, which leaves the layers of the last pass as they are.
 *
 * @param {Side} side
 * @param {Float32Array[]} pictures
 */
export async function forwardAll(side, pictures) {
  const { model } = side;
  const answers = [];
  if ('predictBatch' in model) {
    const pixels = new Float32Array(pictures.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const picture of pictures) {
      pixels.set(picture, at);
      at += picture.length;
    }
    for (const { digit, probabilities } of await model.predictBatch(pixels)) {
      answers.push({ digit, probabilities: Array.from(probabilities) });
    }
  } else {
    for (const picture of pictures) answers.push(await forward(side, picture));
  }
  return answers;
}

/**
 * The channel whose maps differ most from one group element to another, as a share of all that varies
 * in them: the one to look at first.
 *
 * @param {Model | GpuModel} model  that has just predicted
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
