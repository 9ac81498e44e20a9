// Which engine a network runs on: what was asked for, else the faster of CPU and graphics card, and the CPU where the card
// fails.

import { NoCard, ONLY_A_PROGRAM, fastest, openCard } from './card.js';
import { reasonOf } from './errors.js';
import { side } from './pass.js';

/**
 * @import { ModelInfo, Variant } from '../../pkg/gsa_net.js'
 * @import { EngineChoice } from '../types.d.ts'
 * @import { CardFacts } from './card.js'
 * @import { EngineModule, WasmModule } from './module.js'
 * @import { Side } from './pass.js'
 */

/**
 * Which engine answered, and why that one.
 *
 * @typedef {object} EngineReport
 * @property {'cpu' | 'webgpu'} name
 * @property {string} note  why it is not what was asked for, in plain words; empty when it is
 * @property {string} why  why it was chosen, where there was a choice
 * @property {(CardFacts & { milliseconds: number | null }) | null} card  where it answered; with the milliseconds it took by
 *   its own clock, where it has one
 * @property {string} version  of the package
 * @property {boolean} simd  whether the CPU's engine uses SIMD
 */

/**
 * A network that is here.
 *
 * @typedef {object} Loaded
 * @property {Uint8Array} bytes  to make it anew on a card that was lost
 * @property {Variant} variant
 * @property {ModelInfo} info
 * @property {Side} cpu
 * @property {Side | null} card
 * @property {number} losses
 * @property {string} barred  why the card is not tried any more
 * @property {Map<EngineChoice, Promise<{ side: Side, why: string }>>} chosen
 */

/** How often a card that was lost is opened again. */
const MAX_LOSSES = 2;

/** A hook without any symmetry. */
const PROBE = [
  [
    { x: 0.3, y: 0.25 },
    { x: 0.7, y: 0.25 },
    { x: 0.45, y: 0.8 },
  ],
];

/** A picture to try a network with. @param {WasmModule} module */
export function probe(module) {
  return module.prepareStrokes(PROBE, 0);
}

/**
 * Runs something on the engine chosen; where the card fails on it, once more on what is left.
 *
 * @template T
 * @param {EngineModule} engine
 * @param {Loaded} network
 * @param {EngineChoice} choice
 * @param {(side: Side) => Promise<T>} work
 * @returns {Promise<{ result: T, report: EngineReport }>}
 */
export async function runOn(engine, network, choice, work) {
  const module = await engine.ready();
  for (;;) {
    let chosen = network.chosen.get(choice);
    if (!chosen) network.chosen.set(choice, (chosen = choose(module, network, choice)));
    const { side, why } = await chosen;
    try {
      const result = await work(side);
      return { result, report: reportOf(side, choice, why, module.version(), engine.simd) };
    } catch (error) {
      if (side.name === 'cpu' || error instanceof WebAssembly.RuntimeError) throw error;
      setBack(network, reasonOf(error));
    }
  }
}

/**
 * @param {WasmModule} module
 * @param {Loaded} network
 * @param {EngineChoice} choice
 * @returns {Promise<{ side: Side, why: string }>}
 */
async function choose(module, network, choice) {
  const { cpu, bytes, variant, barred } = network;
  if (choice === 'cpu') return { side: cpu, why: '' };
  if (barred) return { side: cpu, why: barred };
  try {
    if (choice === 'auto' && network.card?.facts?.software) throw new NoCard(ONLY_A_PROGRAM);
    if (!network.card) {
      const { model, facts } = await openCard(module, bytes, variant, choice);
      network.card = side('webgpu', model, facts);
    }
    const { card } = network;
    if (choice === 'webgpu') return { side: card, why: '' };
    const { pixels } = probe(module);
    const times = [await fastest(card.model, pixels), await fastest(cpu.model, pixels)];
    card.last = cpu.last = null;
    const [onCard, onCpu] = times.map((time) => `${time.toFixed(1)} ms`);
    return times[0] <= times[1]
      ? { side: card, why: `The graphics card takes ${onCard}, the CPU ${onCpu}.` }
      : { side: cpu, why: `The CPU takes ${onCpu}, the graphics card ${onCard}.` };
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    const reason = reasonOf(error);
    return {
      side: cpu,
      why: error instanceof NoCard ? reason : `The graphics card failed: ${reason}.`,
    };
  }
}

/**
 * @param {Side} side
 * @param {EngineChoice} choice
 * @param {string} why
 * @param {string} version
 * @param {boolean} simd
 * @returns {EngineReport}
 */
function reportOf({ name, facts, model }, choice, why, version, simd) {
  const milliseconds = 'gpuMilliseconds' in model ? (model.gpuMilliseconds ?? null) : null;
  return {
    name,
    note: choice === 'webgpu' && name === 'cpu' ? why : '',
    why,
    card: facts && { ...facts, milliseconds },
    version,
    simd,
  };
}

/**
 * The card failed. One that was lost is opened again, but not for ever; one that refuses something is not asked again.
 *
 * @param {Loaded} network
 * @param {string} problem
 */
function setBack(network, problem) {
  const { card } = network;
  const lost = card && 'lost' in card.model && card.model.lost !== undefined;
  if (!lost) network.barred = `The graphics card failed: ${problem}.`;
  else if (++network.losses > MAX_LOSSES) {
    network.barred = `The graphics card was lost ${network.losses} times, so the CPU answers.`;
  }
  card?.model.free();
  network.card = null;
  network.chosen.clear();
}
