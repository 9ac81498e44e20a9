// The graphics card: whether there is one that can be believed, and one network on it.

import { isCrash } from './errors.js';
import { settles } from './patience.js';

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

/** How long a browser may take to say which card there is, and to give it. */
const MAX_SECONDS = 3;
/** How long a network may take to be there, with all that is compiled for it. */
const MAX_OPENING_SECONDS = 60;

/**
 * The browser's answer. Asked once for all networks, since Chromium complains in the console each time it has none.
 *
 * @type {{ opening: number, adapter: Promise<any>, device: Promise<void> | null, failed: boolean } | null}
 */
let asked = null;

/** The card was lost: the next network asks for it again. */
export function forgetCard() {
  asked = null;
}

/** Why a card that is no card is not used unless somebody insists. */
export const ONLY_A_PROGRAM =
  'WebGPU would run on the processor here, where the CPU engine is faster. The attribute engine="webgpu" insists.';

/** Why there is no card, in words for whoever asked for one. */
export class NoCard extends Error {}

/** What the browser offers, or an extension in its place, which may be anything. */
function offered() {
  try {
    return /** @type {any} */ (navigator).gpu;
  } catch {
    return undefined;
  }
}

/** What can be said without asking the browser for a card; empty where it is to be asked. @param {WasmModule} module */
export function whyNone(module) {
  if (!globalThis.isSecureContext) {
    return 'Browsers offer WebGPU only on pages that come by HTTPS or from this machine.';
  }
  if (!offered()) {
    return 'This browser has no WebGPU, or it is switched off.';
  }
  return module.GpuModel ? '' : 'The engine for browsers without SIMD has no WebGPU.';
}

/**
 * Asks whether there is a card, and whether the browser gives it, which it may never say. One that was not there is asked for again
 * when somebody chooses it anew.
 *
 * @param {EngineChoice} choice  `auto` is content with the CPU where the card is a program
 * @param {number} opening  another number each time that somebody chose, else 0
 * @throws {NoCard}
 */
async function askForCard(choice, opening) {
  const anew = choice === 'webgpu' && opening !== 0 && opening !== asked?.opening;
  if (asked?.failed && anew) asked = null;
  const mine = (asked ??= { opening, adapter: adapter(), device: null, failed: false });
  try {
    const found = await mine.adapter;
    if (!found) {
      throw new NoCard(
        'The browser has WebGPU but offers no graphics card for it on this machine.',
      );
    }
    if (choice === 'auto' && isProgram(found)) throw new NoCard(ONLY_A_PROGRAM);
    await (mine.device ??= tryDevice(found));
  } catch (error) {
    mine.failed = !(error instanceof NoCard && error.message === ONLY_A_PROGRAM);
    if (error instanceof NoCard) throw error;
    throw new NoCard(`The browser refuses its graphics card: ${reason(error)}.`);
  }
}

async function adapter() {
  const why = `it did not say within ${MAX_SECONDS} seconds whether there is one`;
  // Some throw, and some refuse.
  const coming = (async () => offered().requestAdapter({ powerPreference: 'high-performance' }))();
  return settles(coming, MAX_SECONDS, why);
}

/** The engine asks for a device of its own, and could not be called back. @param {any} adapter */
async function tryDevice(adapter) {
  const coming = adapter
    .requestDevice()
    .then((/** @type {{ destroy: () => void }} */ device) => device.destroy());
  await settles(coming, MAX_SECONDS, `it did not open within ${MAX_SECONDS} seconds`);
}

/**
 * A network on a card that computes what the CPU computes.
 *
 * @param {WasmModule} module
 * @param {Uint8Array} bytes  of the network
 * @param {Variant} variant  of it
 * @param {EngineChoice} choice
 * @param {number} opening
 * @returns {Promise<{ model: GpuModel, facts: CardFacts }>}
 * @throws {NoCard}
 */
export async function openCard(module, bytes, variant, choice, opening) {
  await askForCard(choice, opening);
  let abandoned = false;
  const coming = create(module, bytes, variant);
  coming.then(({ model }) => abandoned && model.free()).catch(() => {});
  try {
    const why = `it was not ready within ${MAX_OPENING_SECONDS} seconds`;
    return await settles(coming, MAX_OPENING_SECONDS, why);
  } catch (error) {
    abandoned = true;
    if (error instanceof NoCard || isCrash(error)) throw error;
    throw new NoCard(`The graphics card could not be used: ${reason(error)}.`);
  }
}

/** @param {WasmModule} module @param {Uint8Array} bytes @param {Variant} variant */
async function create({ GpuModel }, bytes, variant) {
  if (!GpuModel) throw new NoCard('This engine has no WebGPU.');
  const model = await GpuModel.create(bytes, variant);
  try {
    const { passed, difference, layer } = await model.selfTest();
    if (!passed) {
      throw new NoCard(
        `The graphics card computes something else than the CPU: the largest difference, in “${layer}”, is ${difference.toExponential(1)}. So the CPU answers.`,
      );
    }
    const { name, software } = model.adapterInfo();
    return { model, facts: { adapter: name, software, difference } };
  } catch (error) {
    if (!isCrash(error)) model.free();
    throw error;
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
    // Others may want to be answered in between.
    await new Promise((done) => setTimeout(done));
  }
  return best;
}

/** @param {unknown} error */
function reason(error) {
  const text = error instanceof Error ? error.message : 'it does not say why';
  return text.replace(/\.$/, '');
}
