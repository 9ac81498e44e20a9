// Holds the WebAssembly module and the networks, and answers requests one after the other.
// Runs in a worker (worker.js) or, as a last resort, on the main thread (client.js); after a crash, in another one. Model files
// come with the requests: a request for networks that are not here is answered with what is missing.

import { chooseAnew, probe, runOn } from './choice.js';
import { CodedError, OUT_OF_MEMORY, isCrash, isOfMemory, reasonOf, shorten } from './errors.js';
import { EngineModule } from './module.js';
import { side } from './pass.js';
import { urlsOf } from './requests/request.js';
import { REQUESTS } from './requests/requests.js';
import { fileOf, variantOf } from './variant.js';

/**
 * @import { Prepared } from '../../pkg/gsa_net.js'
 * @import { EngineReport, Loaded } from './choice.js'
 * @import { EngineChoice, Stroke } from '../types.d.ts'
 * @import { Hello, WasmModule } from './module.js'
 * @import { Side } from './pass.js'
 * @import { Files, MissingReply, Replies, Request } from './requests/request.js'
 */

/**
 * What requests are answered with.
 *
 * @typedef {object} Tools
 * @property {(url: string) => Promise<Loaded>} network
 * @property {(strokes: Stroke[], angle: number) => Promise<Prepared>} picture  the drawing as networks see it
 * @property {() => Promise<WasmModule['convolutionByAttention']>} convolve
 * @property {() => Promise<Prepared>} probe  a picture to try a network with
 * @property {<T>(network: Loaded, choice: EngineChoice, work: (side: Side) => Promise<T>) =>
 *   Promise<{ result: T, report: EngineReport }>} on  runs something on the engine chosen
 * @property {(network: Loaded, choice: EngineChoice, opening: number) => Promise<void>} choose  begins to find out which engine
 *   that is, and waits a moment for it; `opening` is another number each time that somebody chose, else 0
 */

/** Networks kept in memory; the least recently used is freed first. */
const MAX_MODELS = 6;

export class Runner {
  #module;
  /** By address, the least recently used first. @type {Map<string, Promise<Loaded>>} */
  #networks = new Map();
  /** @type {Tools} */
  #tools;

  /** @type {(url: string) => void} */
  #runs = () => {};

  /**
   * @param {Hello['hello']} settings
   * @param {(url: string) => void} [chosen]  called where it is decided later than a reply which engine runs a network
   */
  constructor(settings = {}, chosen = () => {}) {
    const module = (this.#module = new EngineModule(settings));
    this.#tools = {
      network: (url) => {
        this.#runs(url);
        return this.#network(url);
      },
      picture: async (strokes, angle) => (await module.ready()).prepareStrokes(strokes, angle),
      convolve: async () => (await module.ready()).convolutionByAttention,
      probe: async () => probe(await module.ready()),
      on: (network, choice, work) =>
        runOn(module, network, choice, work, () => chosen(network.url)),
      choose: (network, choice, opening) =>
        chooseAnew(module, network, choice, opening, () => chosen(network.url)),
    };
  }

  /** What another worker need not compile, once there is something. */
  get compiled() {
    return this.#module.shared;
  }

  /**
   * @param {Request} request
   * @param {Files} [files]  model files by address; those of networks that are here are not needed
   * @param {(url: string) => void} [runs]  called once everything is there and only computing is left, for each network
   * @returns {Promise<MissingReply | Replies[Request['kind']]>}
   */
  async run(request, files = new Map(), runs = () => {}) {
    const urls = urlsOf(request);
    const missing = urls.filter((url) => !this.#sameFile(url) && !files.has(url));
    if (missing.length > 0) {
      // While they are fetched, so can be the engine; whether it could, the next request will tell.
      this.#module.ready().catch(() => {});
      return { missing };
    }
    try {
      await this.#module.ready();
      this.#runs = runs;
      // Some requests are about no network.
      if (urls.length > 0) runs(urls[0]);
      this.#open(urls, files);
      return await REQUESTS[request.kind].run(this.#tools, request);
    } catch (error) {
      if (isOfMemory(error) || (isCrash(error) && this.#module.isFull)) {
        throw new CodedError('engine-unavailable', OUT_OF_MEMORY, { cause: error });
      }
      if (isCrash(error)) {
        throw new CodedError('engine-crashed', `The engine stopped: ${reasonOf(error)}.`);
      }
      throw error;
    }
  }

  /** Sees to it that these networks are here, and the last to go. @param {string[]} urls @param {Files} files */
  #open(urls, files) {
    for (const url of urls) {
      const loading = this.#networks.get(url) ?? this.#load(url, files.get(url));
      // A file that is no model is told when its turn comes, and can be sent again.
      loading.catch(() => this.#networks.get(url) === loading && this.#networks.delete(url));
      this.#networks.delete(url);
      this.#networks.set(url, loading);
    }
    for (const [url, loading] of this.#networks) {
      if (this.#networks.size <= MAX_MODELS) break;
      this.#networks.delete(url);
      loading.then(free, () => {});
    }
  }

  /** A network of the same file, be it another variant. @param {string} url @returns {Promise<Loaded> | undefined} */
  #sameFile(url) {
    const file = fileOf(url);
    const known = Array.from(this.#networks.keys()).find((other) => fileOf(other) === file);
    return this.#networks.get(known ?? '');
  }

  /** @param {string} url @param {Uint8Array} [bytes]  where no variant of it is here */
  async #load(url, bytes) {
    return this.#read(url, bytes ?? (await this.#sameFile(url))?.bytes ?? new Uint8Array());
  }

  /** @param {string} url @returns {Promise<Loaded>} */
  async #network(url) {
    const loading = this.#networks.get(url);
    if (!loading) throw new CodedError('engine-crashed', 'The engine was restarted.');
    return loading;
  }

  /** @param {string} url @param {Uint8Array} bytes @returns {Promise<Loaded>} */
  async #read(url, bytes) {
    const module = await this.#module.ready();
    try {
      const variant = variantOf(url);
      const model = new module.Model(bytes, variant);
      const info = model.info();
      const { channels, rows, cols } = info.input;
      if (channels !== 1 || rows !== 28 || cols !== 28) {
        model.free();
        throw new Error(`it reads ${channels}×${rows}×${cols} pictures, not 28×28 grey digits`);
      }
      const cpu = side('cpu', model, null);
      const card = { card: null, losses: 0, barred: '', opening: 0 };
      return { url, bytes, variant, info, cpu, ...card, gone: false, chosen: new Map() };
    } catch (cause) {
      if (isCrash(cause) || isOfMemory(cause)) throw cause;
      throw new CodedError(
        'model-broken',
        // Some reasons end with a question.
        `The file at ${shorten(fileOf(url))} is not a model that can be used: ${reasonOf(cause).replace(/[^.?!]$/, '$&.')}`,
        { cause },
      );
    }
  }
}

/** @param {Loaded} network */
function free(network) {
  network.gone = true;
  network.cpu.model.free();
  network.card?.model.free();
}
