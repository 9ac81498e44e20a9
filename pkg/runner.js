// Holds the WebAssembly module and the loaded networks, and answers requests one after the other.
// Runs in a worker (worker.js) or, as a last resort, on the main thread (engine.js).

/**
 * @import {
 *   AnswerReply, AskReply, ErrorCode, LayerInfo, LoadReply, ModelInfo, QuarterReply, Request, Stroke, TurnReply,
 *   WasmModel, WasmModule
 * } from './types.d.ts'
 */

/** Networks kept in memory; the least recently used is freed first. */
const MAX_MODELS = 6;
const MAX_MODEL_BYTES = 64 * 1024 * 1024;

/** A hook without any symmetry. */
const PROBE = [
  [
    { x: 0.3, y: 0.25 },
    { x: 0.7, y: 0.25 },
    { x: 0.45, y: 0.8 },
  ],
];

/** The smallest module that uses a SIMD instruction. */
const SIMD_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

/** An error with a code that survives the way through `postMessage`. */
export class CodedError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{ cause?: unknown }} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = 'GsaError';
    this.code = code;
  }
}

/** @param {unknown} error */
export function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * @typedef {object} Loaded
 * @property {WasmModel} model
 * @property {ModelInfo} info
 * @property {Float32Array | null} last  pixels of the forward pass whose layers the model keeps
 * @property {number} milliseconds  time of that pass
 * @property {{ digit: number, probabilities: number[] } | null} outcome
 */

export class Runner {
  /** @type {Promise<WasmModule> | null} */
  #module = null;
  #attempts = 0;
  /** @type {Map<string, Promise<Loaded>>} */
  #models = new Map();
  #settings;

  /** @param {{ module?: string, wasm?: string }} settings */
  constructor(settings = {}) {
    this.#settings = settings;
  }

  /**
   * @param {Request} request
   * @returns {Promise<LoadReply | AnswerReply | AskReply | QuarterReply | TurnReply>}
   */
  async run(request) {
    try {
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
        this.forget();
        throw new CodedError('engine-crashed', `the engine stopped: ${error.message}`);
      }
      throw error;
    }
  }

  /** Drops the module and all networks; the next request loads them afresh. */
  forget() {
    this.#module = null;
    this.#models.clear();
  }

  /** @param {Extract<Request, { kind: 'load' }>} request @returns {Promise<LoadReply>} */
  async #load({ url, engine }) {
    const [module, loaded] = await Promise.all([this.#ready(), this.#model(url)]);
    // The first pass, so that no answer has to wait for what only it brings about.
    forward(loaded, module.prepareStrokes(PROBE, 0).pixels);
    const telling = loaded.info.layers.map((layer) => mostTelling(loaded.model, layer));
    const note =
      engine === 'webgpu'
        ? 'WebGPU was asked for, but this build has no WebGPU engine yet. The CPU gives the same answers, only more slowly.'
        : '';
    return { info: loaded.info, telling, engine: { name: 'cpu', note, version: module.version() } };
  }

  /** @param {Extract<Request, { kind: 'answer' }>} request @returns {Promise<AnswerReply>} */
  async #answer({ strokes, angle, models }) {
    const { pixels, empty } = await this.#prepare(strokes, angle);
    /** @type {AnswerReply} */
    const reply = { empty, seen: pixels, answers: [] };
    if (empty) return reply;
    for (const { url, view } of models) {
      const loaded = await this.#model(url);
      const { digit, probabilities } = forward(loaded, pixels);
      let maps = null;
      let stabilised = null;
      const layer = view && loaded.info.layers[view.layer];
      if (view && layer && view.channel < layer.channels) {
        maps = loaded.model.featureMaps(view.layer, view.channel);
        stabilised = loaded.model.stabilisedMaps(view.layer, view.channel, angle);
      }
      const { milliseconds } = loaded;
      reply.answers.push({ url, digit, probabilities, milliseconds, maps, stabilised });
    }
    return reply;
  }

  /** @param {Extract<Request, { kind: 'ask' }>} request @returns {Promise<AskReply>} */
  async #ask({ strokes, angle, models }) {
    const { pixels, empty } = await this.#prepare(strokes, angle);
    const answers = [];
    for (const url of empty ? [] : models) answers.push(forward(await this.#model(url), pixels));
    return { answers };
  }

  /** @param {Extract<Request, { kind: 'quarter' }>} request @returns {Promise<QuarterReply>} */
  async #quarter({ strokes, url, layer, quarterTurns }) {
    const loaded = await this.#model(url);
    const { pixels } = await this.#prepare(strokes, 0);
    loaded.last = null;
    return { error: loaded.model.equivarianceError(pixels, layer, quarterTurns, false) };
  }

  /** @param {Extract<Request, { kind: 'turn' }>} request @returns {Promise<TurnReply>} */
  async #turn({ strokes, url, layer, angle }) {
    const loaded = await this.#model(url);
    const upright = await this.#prepare(strokes, 0);
    const turned = await this.#prepare(strokes, angle);
    loaded.last = null;
    return loaded.model.turnError(upright.pixels, turned.pixels, layer, angle);
  }

  /** @param {Stroke[]} strokes @param {number} angle */
  async #prepare(strokes, angle) {
    const module = await this.#ready();
    return module.prepareStrokes(strokes, angle);
  }

  #ready() {
    this.#module ??= this.#start().catch((error) => {
      this.#module = null;
      throw error;
    });
    return this.#module;
  }

  async #start() {
    if (typeof WebAssembly !== 'object') {
      throw new CodedError(
        'engine-unavailable',
        'This browser has no WebAssembly, or it is switched off, so the networks cannot run here.',
      );
    }
    if (!WebAssembly.validate(SIMD_PROBE)) {
      throw new CodedError(
        'engine-unavailable',
        'This browser’s WebAssembly has no SIMD. Any browser of 2023 or later has it.',
      );
    }
    const { module: override, wasm } = this.#settings;
    try {
      const module = await this.#import(override);
      await (wasm ? module.default({ module_or_path: wasm }) : module.default());
      return module;
    } catch (cause) {
      throw new CodedError(
        'engine-unavailable',
        `The engine could not be loaded: ${reasonOf(cause)}.`,
        { cause },
      );
    }
  }

  /**
   * A failed or crashed module stays in the browser's module map under its address, so each further
   * attempt adds a fragment.
   *
   * @param {string} [override]
   * @returns {Promise<WasmModule>}
   */
  #import(override) {
    const attempt = this.#attempts++;
    if (attempt === 0 && !override) return import('./gsa_net.js');
    const url = new URL(override ?? new URL('./gsa_net.js', import.meta.url));
    if (attempt > 0) url.hash = `attempt-${attempt}`;
    return import(url.href);
  }

  /** @param {string} url */
  #model(url) {
    let loading = this.#models.get(url);
    this.#models.delete(url);
    loading ??= this.#fetch(url).catch((error) => {
      this.#models.delete(url);
      throw error;
    });
    this.#models.set(url, loading);
    if (this.#models.size > MAX_MODELS) {
      const [oldest, promise] = /** @type {[string, Promise<Loaded>]} */ (
        this.#models.entries().next().value
      );
      this.#models.delete(oldest);
      promise.then(
        ({ model }) => model.free(),
        () => {},
      );
    }
    return loading;
  }

  /** @param {string} url @returns {Promise<Loaded>} */
  async #fetch(url) {
    const [module, bytes] = await Promise.all([this.#ready(), download(url)]);
    try {
      const model = new module.Model(new Uint8Array(bytes));
      const info = model.info();
      const { channels, rows, cols } = info.input;
      if (channels !== 1 || rows !== 28 || cols !== 28) {
        model.free();
        throw new Error(`it reads ${channels}×${rows}×${cols} pictures, not 28×28 grey digits`);
      }
      return { model, info, last: null, milliseconds: 0, outcome: null };
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

/** @param {string} url @returns {Promise<ArrayBuffer>} */
async function download(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) {
      throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    }
    const announced = Number(response.headers.get('content-length') ?? 0);
    const bytes = announced > MAX_MODEL_BYTES ? null : await response.arrayBuffer();
    if (!bytes || bytes.byteLength > MAX_MODEL_BYTES) throw new Error('it is larger than 64 MB');
    return bytes;
  } catch (cause) {
    throw new CodedError(
      'model-unreachable',
      `The model file could not be fetched from ${shorten(url)}: ${reasonOf(cause)}.`,
      { cause },
    );
  }
}

/**
 * One forward pass, or the last one's outcome when the pixels are the same.
 *
 * @param {Loaded} loaded
 * @param {Float32Array} pixels
 */
function forward(loaded, pixels) {
  if (loaded.last && loaded.outcome && same(loaded.last, pixels)) return loaded.outcome;
  const began = performance.now();
  const { digit, probabilities } = loaded.model.predict(pixels);
  loaded.milliseconds = performance.now() - began;
  loaded.outcome = { digit, probabilities: Array.from(probabilities) };
  loaded.last = pixels.slice();
  return loaded.outcome;
}

/**
 * The channel whose maps differ most from one group element to another, as a share of all that varies
 * in them: the one to look at first.
 *
 * @param {WasmModel} model  that has just predicted
 * @param {LayerInfo} layer
 */
function mostTelling(model, { index, channels, elements }) {
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

/** @param {string} url */
function shorten(url) {
  return url.length > 120 ? `${url.slice(0, 100)}…` : url;
}
