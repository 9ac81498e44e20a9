// Which engine a network runs on: what was asked for, else the faster of CPU and graphics card, and the CPU where the card
// fails.

import { NoCard, ONLY_A_PROGRAM, fastest, forgetCard, openCard, whyNone } from './card.js';
import { isCrash, reasonOf } from './errors.js';
import { settles } from './patience.js';
import { side } from './pass.js';

/**
 * @import { ModelInfo, Variant } from '../../pkg/gsa_net.js'
 * @import { EngineChoice } from '../types.d.ts'
 * @import { Build } from './builds.js'
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
 * @property {boolean} opening  whether a graphics card may take over in a moment
 * @property {boolean} [rival]  whether there is a graphics card that was slower; with another network it may not be
 * @property {(CardFacts & { milliseconds: number | null }) | null} card  where it answered; with the milliseconds it took by
 *   its own clock, where it has one
 * @property {string} version  of the package
 * @property {Build} build  of the CPU's engine
 */

/**
 * What was chosen; the CPU answers while a graphics card is opened. Where that ended the WebAssembly itself, with the error.
 *
 * @typedef {{ side: Side, why: string, opening: boolean, rival?: boolean, crash?: unknown }} Chosen
 */

/**
 * A network that is here.
 *
 * @typedef {object} Loaded
 * @property {string} url
 * @property {Uint8Array} bytes  to make it anew on a card that was lost
 * @property {Variant} variant
 * @property {ModelInfo} info
 * @property {Side} cpu
 * @property {Side | null} card
 * @property {number} losses
 * @property {string} barred  why the card is not tried any more
 * @property {number} opening  counts how often somebody chose what it runs on
 * @property {boolean} gone  it is not here any more
 * @property {Map<EngineChoice, Chosen>} chosen
 */

/** How often a card that was lost is opened again. */
const MAX_LOSSES = 2;
/** How long the card may take for one request. */
const MAX_SECONDS = 30;
/** A browser tells of the loss of a card a little after what was asked of it fails: how often one looks, and when. */
const LOSS = { looks: 10, everyMs: 20 };
/** How long it may take altogether until a card is open and compared. */
const MAX_OPENING_SECONDS = 120;
/** Without a card to open, or with one that opens at once, a choice is made before the first answer. */
const CHOICE_MS = 100;
const OPENING = 'The graphics card is being opened, and the CPU answers meanwhile.';

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
 * Runs something on the engine chosen; where the card fails on it, once more on the CPU.
 *
 * @template T
 * @param {EngineModule} engine
 * @param {Loaded} network
 * @param {EngineChoice} choice
 * @param {(side: Side) => Promise<T>} work
 * @param {() => void} chosen  called if the choice is made later
 * @returns {Promise<{ result: T, report: EngineReport }>}
 */
export async function runOn(engine, network, choice, work, chosen) {
  const module = await engine.ready();
  for (;;) {
    const made = network.chosen.get(choice) ?? choose(module, network, choice, 0, chosen);
    const { side } = made;
    if (made.crash) throw made.crash;
    try {
      const result = await (side.name === 'cpu'
        ? work(side)
        : settles(work(side), MAX_SECONDS, `it has not answered within ${MAX_SECONDS} seconds`));
      // Decided meanwhile: the page has been told already, and would take this for the end of it.
      if (made.opening && network.chosen.get(choice) !== made) continue;
      return { result, report: reportOf(made, choice, module.version(), engine.build) };
    } catch (error) {
      if (side.name === 'cpu' || isCrash(error)) throw error;
      await setBack(network, side, reasonOf(error));
    }
  }
}

/**
 * Somebody chose what a network is to run on. A card that is there now may not have been there when it was chosen before.
 *
 * @param {EngineModule} engine
 * @param {Loaded} network
 * @param {EngineChoice} choice
 * @param {number} opening  another number each time; 0 where nobody chose anew
 * @param {() => void} chosen  called if the choice is made later
 */
export async function chooseAnew(engine, network, choice, opening, chosen) {
  const module = await engine.ready();
  const before = network.chosen.get(choice);
  if (opening !== 0 && opening !== network.opening) {
    network.opening = opening;
    const refused = before?.side.name === 'cpu' && !before.opening;
    if (choice === 'webgpu' && refused) {
      Object.assign(network, { losses: 0, barred: '' });
      network.chosen.delete(choice);
    }
  }
  if (network.chosen.has(choice)) return;
  let soon = true;
  try {
    await new Promise((resolve) => {
      const made = choose(module, network, choice, opening, () => (soon ? resolve(0) : chosen()));
      if (made.opening) setTimeout(resolve, CHOICE_MS);
      else resolve(0);
    });
  } finally {
    // From now on it is to be told.
    soon = false;
  }
}

/**
 * Chooses; the card is opened meanwhile, where there may be one.
 *
 * @param {WasmModule} module
 * @param {Loaded} network
 * @param {EngineChoice} choice
 * @param {number} opening
 * @param {() => void} chosen  called if it is decided later
 * @returns {Chosen}
 */
function choose(module, network, choice, opening, chosen) {
  const { cpu, barred } = network;
  /** @param {Chosen} made */
  const keep = (made) => {
    network.chosen.set(choice, made);
    return made;
  };
  if (choice === 'cpu') return keep({ side: cpu, why: '', opening: false });
  const none = barred || whyNone(module);
  if (none) return keep({ side: cpu, why: none, opening: false });
  const meanwhile = keep({ side: cpu, why: OPENING, opening: true });
  /** @param {Chosen} made */
  const settle = (made) => {
    // The card may have failed elsewhere since.
    if (network.chosen.get(choice) !== meanwhile) return;
    keep(made);
    chosen();
  };
  const why = `it was not ready within ${MAX_OPENING_SECONDS} seconds`;
  settles(compare(module, network, choice, opening), MAX_OPENING_SECONDS, why).then(
    (made) => settle({ ...made, opening: false }),
    (error) =>
      settle(
        isCrash(error)
          ? { ...meanwhile, opening: false, crash: error }
          : { side: cpu, why: `The graphics card failed: ${reasonOf(error)}.`, opening: false },
      ),
  );
  return meanwhile;
}

/**
 * The card, where it is asked for or faster.
 *
 * @param {WasmModule} module
 * @param {Loaded} network
 * @param {EngineChoice} choice
 * @param {number} opening
 * @returns {Promise<{ side: Side, why: string, rival?: boolean }>}
 */
async function compare(module, network, choice, opening) {
  const { cpu } = network;
  try {
    if (choice === 'auto' && network.card?.facts?.software) throw new NoCard(ONLY_A_PROGRAM);
    const card = await cardOf(module, network, choice, opening);
    if (choice === 'webgpu') return { side: card, why: '' };
    const { pixels } = probe(module);
    // One of its own: the other one answers meanwhile, and keeps the layers of what it answered.
    const onThis = new module.Model(network.bytes, network.variant);
    const times = [await fastest(card.model, pixels), await fastest(onThis, pixels)];
    onThis.free();
    card.last = null;
    const [onCard, onCpu] = times.map((time) => `${time.toFixed(1)} ms`);
    return times[0] <= times[1]
      ? { side: card, why: `The graphics card takes ${onCard}, the CPU ${onCpu}.` }
      : { side: cpu, why: `The CPU takes ${onCpu}, the graphics card ${onCard}.`, rival: true };
  } catch (error) {
    if (isCrash(error)) throw error;
    const reason = reasonOf(error);
    return {
      side: cpu,
      why: error instanceof NoCard ? reason : `The graphics card failed: ${reason}.`,
    };
  }
}

/**
 * @param {WasmModule} module
 * @param {Loaded} network
 * @param {EngineChoice} choice
 * @param {number} opening
 * @returns {Promise<Side>}
 */
async function cardOf(module, network, choice, opening) {
  if (network.card) return network.card;
  const { bytes, variant } = network;
  const { model, facts } = await openCard(module, bytes, variant, choice, opening);
  if (network.card || network.gone) {
    model.free();
    if (!network.card) throw new NoCard('The network is not here any more.');
    return network.card;
  }
  network.card = side('webgpu', model, facts);
  return network.card;
}

/**
 * @param {Chosen} chosen
 * @param {EngineChoice} choice
 * @param {string} version
 * @param {Build} build
 * @returns {EngineReport}
 */
function reportOf({ side: { name, facts, model }, why, opening, rival }, choice, version, build) {
  const milliseconds = 'gpuMilliseconds' in model ? (model.gpuMilliseconds ?? null) : null;
  return {
    name,
    note: choice === 'webgpu' && name === 'cpu' ? why : '',
    why,
    opening,
    ...(rival && { rival }),
    card: facts && { ...facts, milliseconds },
    version,
    build,
  };
}

/**
 * The card failed. One that was lost is opened again, but not for ever; one that refuses something is not asked again.
 *
 * @param {Loaded} network
 * @param {Side} card
 * @param {string} problem
 */
async function setBack(network, card, problem) {
  const isLost = () => 'lost' in card.model && card.model.lost !== undefined;
  for (let look = 0; look < LOSS.looks && !isLost(); look++) {
    await new Promise((done) => setTimeout(done, LOSS.everyMs));
  }
  // Something else may have found out before.
  if (network.card !== card) return;
  if (!isLost()) network.barred = `The graphics card failed: ${problem}.`;
  else if (++network.losses > MAX_LOSSES) {
    network.barred = `The graphics card was lost ${network.losses} times, so the CPU answers.`;
  }
  forgetCard();
  network.card = null;
  network.chosen.clear();
  try {
    card.model.free();
  } catch {
    // It is still waiting for an answer.
  }
}
