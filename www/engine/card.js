// The graphics card: whether there is one that can be believed, and one network on it.

/**
 * @import { GpuModel, Model, Variant } from '../../pkg/gsa_net.js'
 * @import { EngineChoice } from '../types.d.ts'
 * @import { WasmModule } from './module.js'
 */

/**
 * A graphics card, as far as it matters here.
 *
 * @typedef {object} CardFacts
 * @property {string} adapter  its name, as far as the browser tells
 * @property {boolean} software  whether it is a program on the processor
 * @property {number} difference  the self-test's largest, from the CPU
 */

/** Runs of which the fastest counts, when card and CPU are compared. */
const RUNS = 3;

/**
 * The browser's answer. Asked once for all networks, since Chromium complains in the console each time it has none.
 *
 * @type {Promise<any> | null}
 */
let asked = null;

/** Why a card that is no card is not used unless somebody insists. */
export const ONLY_A_PROGRAM =
  'WebGPU would run on the processor here, where the CPU engine is faster. The attribute engine="webgpu" insists.';

/** Why there is no card, in words for whoever asked for one. */
export class NoCard extends Error {}

/**
 * Climbs the ladder from a secure page to a card that computes what the CPU computes.
 *
 * @param {WasmModule} module
 * @param {Uint8Array} bytes  of the network
 * @param {Variant} variant  of it
 * @param {EngineChoice} choice  `auto` is content with the CPU where the card is a program
 * @returns {Promise<{ model: GpuModel, facts: CardFacts }>}
 * @throws {NoCard}
 */
export async function openCard(module, bytes, variant, choice) {
  if (!globalThis.isSecureContext) {
    throw new NoCard(
      'Browsers offer WebGPU only on pages that come by HTTPS or from this machine.',
    );
  }
  const gpu = /** @type {any} */ (navigator).gpu;
  if (!gpu) throw new NoCard('This browser has no WebGPU, or it is switched off.');
  if (!module.GpuModel) throw new NoCard('The engine for browsers without SIMD has no WebGPU.');
  let adapter;
  try {
    adapter = await (asked ??= gpu.requestAdapter({ powerPreference: 'high-performance' }));
  } catch (error) {
    throw new NoCard(`The browser refuses its graphics card: ${reason(error)}.`);
  }
  if (!adapter) {
    throw new NoCard('The browser has WebGPU but offers no graphics card for it on this machine.');
  }
  if (choice === 'auto' && isProgram(adapter)) {
    throw new NoCard(ONLY_A_PROGRAM);
  }
  let model;
  try {
    model = await module.GpuModel.create(bytes, variant);
    const { passed, difference, layer } = await model.selfTest();
    if (!passed) {
      throw new NoCard(
        `The graphics card computes something else than the CPU: the largest difference, in “${layer}”, is ${difference.toExponential(1)}. So the CPU answers.`,
      );
    }
    const { name, software } = model.adapterInfo();
    return { model, facts: { adapter: name, software, difference } };
  } catch (error) {
    model?.free();
    if (error instanceof NoCard || error instanceof WebAssembly.RuntimeError) throw error;
    throw new NoCard(`The graphics card could not be used: ${reason(error)}.`);
  }
}

/** Whether an adapter is a program on the processor. @param {any} adapter */
function isProgram(adapter) {
  const { info } = adapter;
  const name = `${info?.vendor} ${info?.architecture} ${info?.description}`;
  return (
    (info?.isFallbackAdapter ?? adapter.isFallbackAdapter) === true ||
    /swiftshader|llvmpipe|lavapipe|basic render/i.test(name)
  );
}

/**
 * The fastest of some passes, in milliseconds.
 *
 * @param {Model | GpuModel} model
 * @param {Float32Array} pixels
 */
export async function fastest(model, pixels) {
  let best = Infinity;
  for (let run = 0; run <= RUNS; run++) {
    const began = performance.now();
    await model.predict(pixels);
    // The first brings about what later ones find.
    if (run > 0) best = Math.min(best, performance.now() - began);
  }
  return best;
}

/** @param {unknown} error */
function reason(error) {
  const text = error instanceof Error ? error.message : 'it does not say why';
  return text.replace(/\.$/, '');
}
