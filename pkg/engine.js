// The page's side of the engine: starts the worker, sends it one request at a time, and lets a newer
// request of the same kind from the same element take the place of one that still waits.

import { CodedError, Runner, reasonOf } from './runner.js';

/**
 * @import {
 *   AnswerReply, AskReply, EnginePlace, ErrorCode, LoadReply, QuarterReply, Request, Settings, TurnReply
 * } from './types.d.ts'
 */

/**
 * @template {Request['kind']} K
 * @typedef {K extends 'load' ? LoadReply : K extends 'answer' ? AnswerReply : K extends 'ask' ? AskReply
 *   : K extends 'quarter' ? QuarterReply : TurnReply} ReplyTo
 */

/** How long an engine that no element uses is kept for the next one. */
const LINGER_MS = 5000;
/** How long a worker may take to start before the next way is tried. */
const START_MS = 20000;
/** Restarts after a crash without a good answer in between. */
const MAX_RESTARTS = 2;

/** @type {Required<Omit<Settings, 'module' | 'wasm'>> & Settings} */
const settings = {
  worker: new URL('./worker.js', import.meta.url),
  models: {
    r8f_sa: new URL('./models/r8f_sa.safetensors', import.meta.url),
    r4_sa: new URL('./models/r4_sa.safetensors', import.meta.url),
    z2_sa: new URL('./models/z2_sa.safetensors', import.meta.url),
    r8f_sa_drawn: new URL('./models/r8f_sa_drawn.safetensors', import.meta.url),
    r4_sa_drawn: new URL('./models/r4_sa_drawn.safetensors', import.meta.url),
    z2_sa_drawn: new URL('./models/z2_sa_drawn.safetensors', import.meta.url),
  },
};

/**
 * Overrides addresses; call it before the first element is connected.
 *
 * @param {Settings} changes
 */
export function configure(changes) {
  const { models, ...rest } = changes;
  Object.assign(settings, rest);
  settings.models = { ...settings.models, ...models };
}

/**
 * The address of a model that is named or given by its address.
 *
 * @param {string} value
 * @returns {string}
 */
export function modelUrl(value) {
  const known = Object.hasOwn(settings.models, value) ? settings.models[value] : undefined;
  if (known) return new URL(known, document.baseURI).href;
  if (/^\w*$/.test(value)) {
    const names = Object.keys(settings.models).join(', ');
    throw new CodedError(
      'invalid-model',
      `There is no built-in model “${value}”. Built in are ${names}; any other is given by the address of its .safetensors file.`,
    );
  }
  let url;
  try {
    url = new URL(value, document.baseURI);
  } catch {
    throw new CodedError('invalid-model', `“${value.slice(0, 80)}” is not an address.`);
  }
  if (!['http:', 'https:', 'blob:', 'data:', 'file:'].includes(url.protocol)) {
    throw new CodedError('invalid-model', `Models cannot be loaded from “${url.protocol}”.`);
  }
  return url.href;
}

/**
 * Where requests are run.
 *
 * @typedef {object} Place
 * @property {EnginePlace} name
 * @property {(id: number, request: Request) => void} post
 * @property {() => void} close
 */

/**
 * @typedef {object} Waiting
 * @property {object} client
 * @property {number} priority
 * @property {() => Request | null} build
 * @property {(reply: any) => void} resolve
 * @property {(error: CodedError) => void} reject
 */

/** @type {Engine | null} */
let shared = null;
/** @type {Set<object>} */
const holders = new Set();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let lingering;

/**
 * The one engine of the page, kept for as long as somebody holds it.
 *
 * @param {object} client
 */
export function acquireEngine(client) {
  clearTimeout(lingering);
  holders.add(client);
  shared ??= new Engine();
  return shared;
}

/** @param {object} client */
export function releaseEngine(client) {
  shared?.withdraw(client);
  if (!holders.delete(client) || holders.size > 0) return;
  lingering = setTimeout(() => {
    if (holders.size > 0) return;
    shared?.close();
    shared = null;
  }, LINGER_MS);
}

export class Engine {
  /** @type {Promise<Place> | null} */
  #place = null;
  /** @type {Map<string, Waiting>} */
  #queue = new Map();
  /** @type {(Waiting & { id: number }) | null} */
  #busy = null;
  /** @type {WeakMap<object, number>} */
  #clients = new WeakMap();
  #clientCount = 0;
  #lastId = 0;
  #restarts = 0;
  #closed = false;

  /** Where it runs, once it does. @type {EnginePlace | null} */
  place = null;
  /** Why the better places were not possible. @type {string[]} */
  reasons = [];

  /**
   * Asks for something. `build` is called when the request's turn comes, so that it describes what is
   * on the pad then; if it returns null, or a newer request of this client takes the slot, the promise
   * resolves to null.
   *
   * @template {Request['kind']} K
   * @param {object} client
   * @param {string} slot
   * @param {number} priority  lower comes first
   * @param {() => Extract<Request, { kind: K }> | null} build
   * @returns {Promise<ReplyTo<K> | null>}
   */
  ask(client, slot, priority, build) {
    return new Promise((resolve, reject) => {
      let number = this.#clients.get(client);
      if (number === undefined) this.#clients.set(client, (number = this.#clientCount++));
      const key = `${number}/${slot}`;
      this.#queue.get(key)?.resolve(null);
      this.#queue.set(key, { client, priority, build, resolve, reject });
      queueMicrotask(() => this.#next());
    });
  }

  /** Forgets everything that this client waits for. @param {object} client */
  withdraw(client) {
    for (const [key, waiting] of this.#queue) {
      if (waiting.client !== client) continue;
      this.#queue.delete(key);
      waiting.resolve(null);
    }
    if (this.#busy?.client === client) {
      this.#busy.resolve(null);
      this.#busy.resolve = this.#busy.reject = () => {};
    }
  }

  /** Stops; the next request starts afresh. */
  restart() {
    this.#place?.then(
      (place) => place.close(),
      () => {},
    );
    this.#place = null;
    this.place = null;
    this.reasons = [];
    const busy = this.#busy;
    this.#busy = null;
    busy?.reject(new CodedError('engine-crashed', 'The engine was restarted.'));
    this.#next();
  }

  close() {
    this.#closed = true;
    for (const waiting of this.#queue.values()) waiting.resolve(null);
    this.#queue.clear();
    this.restart();
  }

  async #next() {
    if (this.#busy || this.#closed) return;
    let first = null;
    for (const entry of this.#queue) {
      if (!first || entry[1].priority < first[1].priority) first = entry;
    }
    if (!first) return;
    const [key, waiting] = first;
    this.#queue.delete(key);
    const request = waiting.build();
    if (!request) {
      waiting.resolve(null);
      queueMicrotask(() => this.#next());
      return;
    }
    const id = ++this.#lastId;
    this.#busy = { ...waiting, id };
    try {
      const place = await (this.#place ??= this.#start());
      if (this.#busy?.id === id) place.post(id, request);
    } catch (error) {
      this.#place = null;
      this.#settle(id, null, { code: 'engine-unavailable', message: reasonOf(error) });
    }
  }

  /**
   * @param {number} id
   * @param {unknown} reply
   * @param {{ code: ErrorCode, message: string } | null} error
   */
  #settle(id, reply, error) {
    if (this.#busy?.id !== id) return;
    const busy = this.#busy;
    this.#busy = null;
    if (error) {
      busy.reject(new CodedError(error.code, error.message));
    } else {
      this.#restarts = 0;
      busy.resolve(reply);
    }
    this.#next();
  }

  /** The place is gone: says so to whom it concerns and begins anew, but not for ever. @param {string} why */
  #crashed(why) {
    this.#place?.then(
      (place) => place.close(),
      () => {},
    );
    this.#place = null;
    this.#restarts++;
    const busy = this.#busy;
    this.#busy = null;
    busy?.reject(new CodedError('engine-crashed', `The engine stopped: ${why}.`));
    if (this.#restarts <= MAX_RESTARTS) this.#next();
    else this.#refuseAll(why);
  }

  /** @param {string} why */
  #refuseAll(why) {
    this.#restarts = 0;
    for (const waiting of this.#queue.values()) {
      waiting.reject(new CodedError('engine-crashed', `The engine stopped repeatedly: ${why}.`));
    }
    this.#queue.clear();
  }

  /** @returns {Promise<Place>} */
  async #start() {
    const url = new URL(settings.worker, document.baseURI).href;
    const hello = {
      module: settings.module && new URL(settings.module, document.baseURI).href,
      wasm: settings.wasm && new URL(settings.wasm, document.baseURI).href,
    };
    this.reasons = [];
    /** @type {[EnginePlace, () => Worker][]} */
    const ways = [
      ['worker', () => openWorker(url)],
      ['blob worker', () => openBlobWorker(url)],
    ];
    for (const [name, open] of ways) {
      try {
        const worker = await started(open);
        worker.postMessage({ hello });
        worker.addEventListener('message', ({ data }) =>
          this.#settle(data.id, data.reply, data.error ?? null),
        );
        worker.addEventListener('error', (event) => {
          event.preventDefault();
          this.#crashed(event.message || 'an unknown error');
        });
        this.place = name;
        return {
          name,
          post: (id, request) => worker.postMessage({ id, request }),
          close: () => worker.terminate(),
        };
      } catch (error) {
        this.reasons.push(`No ${name}: ${reasonOf(error)}`);
      }
    }
    const runner = new Runner(hello);
    this.place = 'main thread';
    return {
      name: 'main thread',
      post: (id, request) => {
        // A turn of the event loop first, so that the page can paint between two answers.
        setTimeout(() =>
          runner.run(request).then(
            (reply) => this.#settle(id, reply, null),
            (error) =>
              this.#settle(id, null, {
                code: error instanceof CodedError ? error.code : 'failed',
                message: reasonOf(error),
              }),
          ),
        );
      },
      close: () => runner.forget(),
    };
  }
}

/** @param {string} url */
function openWorker(url) {
  // As standalone.js makes it: a plain script, since frames without an origin refuse blobs as modules.
  if (url.startsWith('blob:')) return new Worker(url, { name: 'gsa-demo' });
  // Spelt out, so that bundlers find the file.
  return url === new URL('./worker.js', import.meta.url).href
    ? new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'gsa-demo' })
    : new Worker(url, { type: 'module', name: 'gsa-demo' });
}

/**
 * A classic script that imports the module: in a frame without an origin Chromium refuses module workers
 * whose own address is a blob.
 *
 * @param {string} url
 */
function openBlobWorker(url) {
  const source = `import(${JSON.stringify(url)}).catch((error) => setTimeout(() => { throw error; }));`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(blobUrl, { name: 'gsa-demo' });
  // Not earlier: the worker fetches the blob only once it runs.
  worker.addEventListener('message', () => URL.revokeObjectURL(blobUrl), { once: true });
  worker.addEventListener('error', () => URL.revokeObjectURL(blobUrl), { once: true });
  return worker;
}

/**
 * @param {() => Worker} open
 * @returns {Promise<Worker>}
 */
function started(open) {
  return new Promise((resolve, reject) => {
    const worker = open();
    const timer = setTimeout(() => fail('it did not start in time'), START_MS);
    const abandon = new AbortController();
    const { signal } = abandon;
    /** @param {string} why */
    function fail(why) {
      clearTimeout(timer);
      abandon.abort();
      worker.terminate();
      reject(new Error(why));
    }
    worker.addEventListener(
      'message',
      () => {
        clearTimeout(timer);
        abandon.abort();
        resolve(worker);
      },
      { signal },
    );
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        fail(event.message || 'the browser refused to start it');
      },
      { signal },
    );
  });
}
