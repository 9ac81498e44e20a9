// Holds the WebAssembly module and the loaded networks, and answers requests one after the other, on the CPU or
// on the graphics card.
// Runs in a worker (worker.js) or, as a last resort, on the main thread (engine.js); after a crash, in another one. Model files come with the requests:
// a request for networks that are not here is answered with what is missing.

import { NoCard, ONLY_A_PROGRAM, fastest, openCard } from './card.js';
import { CodedError, reasonOf, shorten } from './errors.js';
import { EngineModule } from './module.js';
import { batchSize, forward, forwardAll, mostTelling, side } from './pass.js';

/**
 * @import {
 *   AnswerReply, AskReply, EngineChoice, EngineReport, Files, Hello, LoadReply, MissingReply,
 *   ModelInfo, QuarterReply, Request, Stroke, TurnReply
 * } from '../types.d.ts'
 * @import { Side } from './pass.js'
 */

/** Networks kept in memory; the least recently used is freed first. */
const MAX_MODELS = 6;
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

/** The networks that a request is about. @param {Request} request */
export function urlsOf(request) {
  return request.kind === 'answer' ? request.models.map(({ url }) => url) : [request.url];
}

/**
 * @typedef {object} Loaded
 * @property {Uint8Array} bytes  to make it anew on a card that was lost
 * @property {ModelInfo} info
 * @property {Side} cpu
 * @property {Side | null} card
 * @property {number} losses
 * @property {string} barred  why the card is not tried any more
 * @property {Map<EngineChoice, Promise<{ side: Side, why: string }>>} chosen
 */

export class Runner {
  #module;
  /** By address, the least recently used first. @type {Map<string, Promise<Loaded>>} */
  #models = new Map();

  /** @param {Hello['hello']} settings */
  constructor(settings = {}) {
    this.#module = new EngineModule(settings);
  }

  /**
   * @param {Request} request
   * @param {Files} [files]  model files by address; those of networks that are here are not needed
   * @param {() => void} [begins]  called once everything is there and only computing is left
   * @returns {Promise<MissingReply | LoadReply | AnswerReply | AskReply | QuarterReply | TurnReply>}
   */
  async run(request, files = new Map(), begins = () => {}) {
    const urls = urlsOf(request);
    const missing = urls.filter((url) => !this.#models.has(url) && !files.has(url));
    if (missing.length > 0) {
      // While they are fetched, so can be the engine; whether it could, the next request will tell.
      this.#ready().catch(() => {});
      return { missing };
    }
    try {
      await this.#ready();
      begins();
      this.#open(urls, files);
      switch (request.kind) {
        case 'load':
          return await this.#load(request);
        case 'answer':
          return await this.#answer(request);
        case 'ask':
          return await this.#ask(request);
        case 'quarter':
          return await this.#quarter(request);
        case 'turn':
          return await this.#turn(request);
      }
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) {
        throw new CodedError('engine-crashed', `The engine stopped: ${error.message}.`);
      }
      throw error;
    }
  }

  /** @param {Extract<Request, { kind: 'load' }>} request @returns {Promise<LoadReply>} */
  async #load({ url, engine }) {
    const [module, loaded] = await Promise.all([this.#ready(), this.#model(url)]);
    const { pixels } = module.prepareStrokes(PROBE, 0);
    // The first pass, so that no answer has to wait for what only it brings about.
    const { result, report } = await this.#on(loaded, engine, async (side) => {
      await forward(side, pixels);
      return loaded.info.layers.map((layer) => mostTelling(side.model, layer));
    });
    return { info: loaded.info, telling: result, engine: report };
  }

  /** @param {Extract<Request, { kind: 'answer' }>} request @returns {Promise<AnswerReply>} */
  async #answer({ strokes, angle, engine, models }) {
    const { pixels, empty } = await this.#prepare(strokes, angle);
    /** @type {AnswerReply} */
    const reply = { empty, seen: pixels, answers: [] };
    if (empty) return reply;
    for (const { url, view } of models) {
      const loaded = await this.#model(url);
      const layer = view && loaded.info.layers[view.layer];
      const looking = view && layer && view.channel < layer.channels ? view : null;
      const { result, report } = await this.#on(loaded, engine, async (side) => {
        const { digit, probabilities } = await forward(side, pixels);
        const { model, milliseconds } = side;
        const maps = looking && model.featureMaps(looking.layer, looking.channel);
        const stabilised = looking && model.stabilisedMaps(looking.layer, looking.channel, angle);
        return { url, digit, probabilities, milliseconds, maps, stabilised };
      });
      reply.answers.push({ ...result, engine: report });
    }
    return reply;
  }

  /** @param {Extract<Request, { kind: 'ask' }>} request @returns {Promise<AskReply>} */
  async #ask({ strokes, angles, engine, url }) {
    const loaded = await this.#model(url);
    const { result } = await this.#on(loaded, engine, async (side) => {
      const pictures = [];
      for (const angle of angles.slice(0, batchSize(side))) {
        const { pixels, empty } = await this.#prepare(strokes, angle);
        if (empty) return [];
        pictures.push(pixels);
      }
      return forwardAll(side, pictures);
    });
    return { answers: result };
  }

  /** @param {Extract<Request, { kind: 'quarter' }>} request @returns {Promise<QuarterReply>} */
  async #quarter({ strokes, engine, url, layer, quarterTurns }) {
    const loaded = await this.#model(url);
    const { pixels } = await this.#prepare(strokes, 0);
    const { result } = await this.#on(loaded, engine, async (side) => {
      side.last = null;
      return side.model.equivarianceError(pixels, layer, quarterTurns, false);
    });
    return { error: result };
  }

  /** @param {Extract<Request, { kind: 'turn' }>} request @returns {Promise<TurnReply>} */
  async #turn({ strokes, engine, url, layer, angle }) {
    const loaded = await this.#model(url);
    const upright = await this.#prepare(strokes, 0);
    const turned = await this.#prepare(strokes, angle);
    const { result } = await this.#on(loaded, engine, async (side) => {
      side.last = null;
      return side.model.turnError(upright.pixels, turned.pixels, layer, angle);
    });
    return result;
  }

  // ---- Which engine ----

  /**
   * Runs something on the engine chosen; where the card fails on it, once more on what is left.
   *
   * @template T
   * @param {Loaded} loaded
   * @param {EngineChoice} choice
   * @param {(side: Side) => Promise<T>} work
   * @returns {Promise<{ result: T, report: EngineReport }>}
   */
  async #on(loaded, choice, work) {
    for (;;) {
      let chosen = loaded.chosen.get(choice);
      if (!chosen) loaded.chosen.set(choice, (chosen = this.#choose(loaded, choice)));
      const { side, why } = await chosen;
      try {
        return { result: await work(side), report: await this.#report(side, choice, why) };
      } catch (error) {
        if (side.name === 'cpu' || error instanceof WebAssembly.RuntimeError) throw error;
        setBack(loaded, reasonOf(error));
      }
    }
  }

  /** @param {Loaded} loaded @param {EngineChoice} choice @returns {Promise<{ side: Side, why: string }>} */
  async #choose(loaded, choice) {
    const { cpu, bytes, barred } = loaded;
    if (choice === 'cpu') return { side: cpu, why: '' };
    if (barred) return { side: cpu, why: barred };
    const module = await this.#ready();
    try {
      if (choice === 'auto' && loaded.card?.facts?.software) throw new NoCard(ONLY_A_PROGRAM);
      if (!loaded.card) {
        const { model, facts } = await openCard(module, bytes, choice);
        loaded.card = side('webgpu', model, facts);
      }
      const { card } = loaded;
      if (choice === 'webgpu') return { side: card, why: '' };
      const { pixels } = module.prepareStrokes(PROBE, 0);
      const times = [await fastest(card.model, pixels), await fastest(cpu.model, pixels)];
      card.last = cpu.last = null;
      const [onCard, onCpu] = times.map((time) => `${time.toFixed(1)} ms`);
      return times[0] <= times[1]
        ? { side: card, why: `The graphics card takes ${onCard}, the CPU ${onCpu}.` }
        : { side: cpu, why: `The CPU takes ${onCpu}, the graphics card ${onCard}.` };
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error;
      return {
        side: cpu,
        why:
          error instanceof NoCard
            ? reasonOf(error)
            : `The graphics card failed: ${reasonOf(error)}.`,
      };
    }
  }

  /** @param {Side} side @param {EngineChoice} choice @param {string} why @returns {Promise<EngineReport>} */
  async #report({ name, facts, model }, choice, why) {
    const module = await this.#ready();
    return {
      name,
      note: choice === 'webgpu' && name === 'cpu' ? why : '',
      why,
      card: facts && {
        ...facts,
        milliseconds: 'gpuMilliseconds' in model ? (model.gpuMilliseconds ?? null) : null,
      },
      version: module.version(),
      simd: this.#module.simd,
    };
  }

  /** @param {Stroke[]} strokes @param {number} angle */
  async #prepare(strokes, angle) {
    const module = await this.#ready();
    return module.prepareStrokes(strokes, angle);
  }

  #ready() {
    return this.#module.ready();
  }

  /** Sees to it that these networks are here, and the last to go. @param {string[]} urls @param {Files} files */
  #open(urls, files) {
    for (const url of urls) {
      const bytes = files.get(url);
      const loading = this.#models.get(url) ?? (bytes && this.#read(url, bytes));
      if (!loading) continue;
      // A file that is no model is told when its turn comes, and can be sent again.
      loading.catch(() => this.#models.get(url) === loading && this.#models.delete(url));
      this.#models.delete(url);
      this.#models.set(url, loading);
    }
    for (const [url, loading] of this.#models) {
      if (this.#models.size <= MAX_MODELS) break;
      this.#models.delete(url);
      loading.then(free, () => {});
    }
  }

  /** @param {string} url @returns {Promise<Loaded>} */
  async #model(url) {
    const loading = this.#models.get(url);
    if (!loading) throw new CodedError('engine-crashed', 'The engine was restarted.');
    return loading;
  }

  /** @param {string} url @param {Uint8Array} bytes @returns {Promise<Loaded>} */
  async #read(url, bytes) {
    const module = await this.#ready();
    try {
      const model = new module.Model(bytes);
      const info = model.info();
      const { channels, rows, cols } = info.input;
      if (channels !== 1 || rows !== 28 || cols !== 28) {
        model.free();
        throw new Error(`it reads ${channels}×${rows}×${cols} pictures, not 28×28 grey digits`);
      }
      const cpu = side('cpu', model, null);
      return { bytes, info, cpu, card: null, losses: 0, barred: '', chosen: new Map() };
    } catch (cause) {
      if (cause instanceof WebAssembly.RuntimeError) throw cause;
      throw new CodedError(
        'model-broken',
        `The file at ${shorten(url)} is not a model that can be used: ${reasonOf(cause)}.`,
        { cause },
      );
    }
  }
}

/** @param {Loaded} loaded */
function free(loaded) {
  loaded.cpu.model.free();
  loaded.card?.model.free();
}

/**
 * The card failed. One that was lost is opened again, but not for ever; one that refuses something is not asked again.
 *
 * @param {Loaded} loaded
 * @param {string} problem
 */
function setBack(loaded, problem) {
  const { card } = loaded;
  const lost = card && 'lost' in card.model && card.model.lost !== undefined;
  if (!lost) loaded.barred = `The graphics card failed: ${problem}.`;
  else if (++loaded.losses > MAX_LOSSES) {
    loaded.barred = `The graphics card was lost ${loaded.losses} times, so the CPU answers.`;
  }
  card?.model.free();
  loaded.card = null;
  loaded.chosen.clear();
}
