// The page's side of the engine: starts the worker, sends it one request at a time, and lets a newer
// request of the same kind from the same element take the place of one that still waits. Model files are fetched
// here, while requests for other networks go on; a worker that computes for too long is ended.

import { Downloads } from './download.js';
import { CodedError, codeOf, reasonOf } from './errors.js';
import { urlsOf } from './requests/request.js';
import { address, settings } from './settings.js';
import { fileOf } from './variant.js';
import { openBlobWorker, openHere, openWorker, started } from './workers.js';

/**
 * @import { ErrorCode } from './errors.js'
 * @import { Files, MissingReply, Replies, Request } from './requests/request.js'
 */

/** Where the engine runs. @typedef {'worker' | 'blob worker' | 'main thread'} EnginePlace */

/** How long an engine that no element uses is kept for the next one. */
const LINGER_MS = 5000;
/** Restarts after a crash without a good answer in between. */
const MAX_RESTARTS = 2;
/** How long a worker may compute for one request. */
const MAX_SECONDS = 60;
/** The same when nobody wants the answer any more, since another network was chosen. */
const MAX_STALE_SECONDS = 15;

/**
 * Where requests are run.
 *
 * @typedef {object} Place
 * @property {EnginePlace} name
 * @property {(id: number, request: Request, files: Files) => void} post
 * @property {() => void} close
 */

/**
 * @typedef {object} Waiting
 * @property {object} client
 * @property {string} key  of client and slot
 * @property {boolean} loads  whether it asks for a network to be loaded
 * @property {number} priority
 * @property {() => Request | null} build
 * @property {(reply: any) => void} resolve
 * @property {(error: CodedError) => void} reject
 * @property {Files} files  fetched for it
 * @property {boolean} fetching
 * @property {AbortController} dropped  aborted once nobody wants it any more
 */

/**
 * @typedef {object} Busy
 * @property {number} id
 * @property {Waiting} waiting
 * @property {Request} request
 * @property {number} seconds  for which the worker has computed
 * @property {boolean} stale  another network was chosen since
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
  /** @type {Busy | null} */
  #busy = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #clock;
  #downloads = new Downloads();
  /** @type {WeakMap<object, number>} */
  #clients = new WeakMap();
  #clientCount = 0;
  #lastId = 0;
  #restarts = 0;
  #starts = 0;
  #closed = false;

  /** Where it runs, once it does. @type {EnginePlace | null} */
  place = null;
  /** Why the better places were not possible. @type {string[]} */
  reasons = [];

  /**
   * Asks for something. `build` is called when the request's turn comes, so that it describes what is
   * on the pad then; if it returns null, or a newer request of this client takes the slot, the promise
   * resolves to null. A slot whose name begins with `load` says that another network was chosen.
   *
   * @template {Request['kind']} K
   * @param {object} client
   * @param {string} slot
   * @param {number} priority  lower comes first
   * @param {() => Extract<Request, { kind: K }> | null} build
   * @returns {Promise<Replies[K] | null>}
   */
  ask(client, slot, priority, build) {
    return new Promise((resolve, reject) => {
      let number = this.#clients.get(client);
      if (number === undefined) this.#clients.set(client, (number = this.#clientCount++));
      const key = `${number}/${slot}`;
      const loads = slot.startsWith('load');
      const before = this.#queue.get(key);
      if (before?.fetching && !loads) {
        // Or a drawing that never rests would never see the end of a download.
        before.resolve(null);
        Object.assign(before, { priority, build, resolve, reject });
        return;
      }
      if (before) this.#drop(before);
      if (loads) this.#dropFetching(client);
      const busy = this.#busy;
      if (loads && busy?.waiting.client === client) {
        busy.stale ||= busy.waiting.key === key || !busy.waiting.loads;
      }
      const dropped = new AbortController();
      const files = new Map();
      const asked = { client, key, loads, priority, build, resolve, reject };
      this.#queue.set(key, { ...asked, files, fetching: false, dropped });
      queueMicrotask(() => this.#next());
    });
  }

  /** Nobody waits for files of networks that another takes the place of. @param {object} client */
  #dropFetching(client) {
    for (const waiting of this.#queue.values()) {
      if (waiting.client === client && waiting.fetching && !waiting.loads) this.#drop(waiting);
    }
  }

  /** Forgets everything that this client waits for. @param {object} client */
  withdraw(client) {
    for (const waiting of this.#queue.values()) {
      if (waiting.client === client) this.#drop(waiting);
    }
    if (this.#busy?.waiting.client === client) {
      this.#busy.stale = true;
      this.#drop(this.#busy.waiting);
    }
  }

  /** Starts afresh, and with what was being computed. */
  restart() {
    this.#end();
    this.reasons = [];
    const busy = this.#free();
    if (busy) this.#again(busy.waiting);
    this.#next();
  }

  close() {
    this.#closed = true;
    for (const waiting of this.#queue.values()) this.#drop(waiting);
    this.#end();
    const busy = this.#free();
    if (busy) this.#drop(busy.waiting);
  }

  /** Nobody wants this any more. @param {Waiting} waiting */
  #drop(waiting) {
    if (this.#queue.get(waiting.key) === waiting) this.#queue.delete(waiting.key);
    waiting.dropped.abort();
    waiting.resolve(null);
  }

  /** Ends the worker, if there is one. */
  #end() {
    this.#place?.then(
      (place) => place.close(),
      () => {},
    );
    this.#place = null;
    this.place = null;
  }

  /** Nothing is computed any more. @returns {Busy | null} what was */
  #free() {
    clearInterval(this.#clock);
    const busy = this.#busy;
    this.#busy = null;
    return busy;
  }

  async #next() {
    if (this.#busy || this.#closed) return;
    /** @type {Waiting | null} */
    let first = null;
    for (const waiting of this.#queue.values()) {
      if (!waiting.fetching && (!first || waiting.priority < first.priority)) first = waiting;
    }
    if (!first) return;
    this.#queue.delete(first.key);
    const request = first.build();
    if (!request) {
      this.#drop(first);
      queueMicrotask(() => this.#next());
      return;
    }
    const id = ++this.#lastId;
    this.#busy = { id, waiting: first, request, seconds: 0, stale: false };
    try {
      const place = await (this.#place ??= this.#start());
      if (this.#busy?.id === id) place.post(id, request, first.files);
    } catch (error) {
      this.#place = null;
      this.#settle(id, null, { code: 'engine-unavailable', message: reasonOf(error) });
    }
  }

  /** Puts back what could not be answered, unless something newer has its place. @param {Waiting} waiting */
  #again(waiting) {
    if (waiting.dropped.signal.aborted) return false;
    if (this.#queue.has(waiting.key)) {
      this.#drop(waiting);
      return false;
    }
    this.#queue.set(waiting.key, waiting);
    return true;
  }

  /** Fetches what a request lacks; others go on meanwhile. @param {Waiting} waiting @param {string[]} urls */
  async #fetch(waiting, urls) {
    if (!this.#again(waiting)) return;
    const { signal } = waiting.dropped;
    waiting.fetching = true;
    try {
      const fetched = urls.map(async (url) => {
        waiting.files.set(url, await this.#downloads.fetch(fileOf(url), signal));
      });
      await Promise.all(fetched);
      waiting.fetching = false;
      this.#next();
    } catch (error) {
      waiting.reject(/** @type {CodedError} */ (error));
      this.#drop(waiting);
    }
  }

  /**
   * The worker has all that it needs for a request and computes from now on. Seconds are counted one by one, since both
   * sides stand still while a machine sleeps.
   *
   * @param {number} id
   */
  #computes(id) {
    if (this.#busy?.id !== id) return;
    clearInterval(this.#clock);
    this.#clock = setInterval(() => {
      const busy = this.#busy;
      if (!busy) return;
      busy.seconds++;
      if (busy.seconds >= MAX_SECONDS) this.#tooSlow(busy);
      else if (busy.stale && busy.seconds >= MAX_STALE_SECONDS) {
        this.#end();
        this.#free();
        this.#again(busy.waiting);
        this.#next();
      }
    }, 1000);
  }

  /** @param {Busy} busy */
  #tooSlow({ waiting, request }) {
    this.#end();
    this.#free();
    const several = urlsOf(request).length > 1;
    const message = `${several ? 'One of these networks' : 'This network'} is too slow for a page: it took more than a minute. Choose another.`;
    waiting.reject(new CodedError('model-too-slow', message));
    this.#drop(waiting);
    this.#next();
  }

  /**
   * @param {number} id
   * @param {unknown} reply
   * @param {{ code: ErrorCode, message: string } | null} error
   */
  #settle(id, reply, error) {
    if (this.#busy?.id !== id) return;
    const { waiting } = /** @type {Busy} */ (this.#free());
    if (error) {
      // Its WebAssembly is of no use any more.
      if (error.code === 'engine-crashed') this.#end();
      waiting.reject(new CodedError(error.code, error.message));
    } else if (isMissing(reply)) {
      this.#fetch(waiting, reply.missing);
      this.#next();
      return;
    } else {
      this.#restarts = 0;
      waiting.resolve(reply);
    }
    this.#drop(waiting);
    this.#next();
  }

  /** The place is gone: says so to whom it concerns and begins anew, but not for ever. @param {string} why */
  #crashed(why) {
    this.#end();
    this.#restarts++;
    const busy = this.#free();
    busy?.waiting.reject(new CodedError('engine-crashed', `The engine stopped: ${why}.`));
    if (this.#restarts <= MAX_RESTARTS) this.#next();
    else this.#refuseAll(why);
  }

  /** @param {string} why */
  #refuseAll(why) {
    this.#restarts = 0;
    for (const waiting of this.#queue.values()) {
      waiting.reject(new CodedError('engine-crashed', `The engine stopped repeatedly: ${why}.`));
      this.#drop(waiting);
    }
  }

  /** @returns {Promise<Place>} */
  async #start() {
    const url = address(settings.worker);
    const { module, wasm, plain } = settings;
    const hello = {
      module: module && address(module),
      wasm: wasm && address(wasm),
      plain: plain && { module: address(plain.module), wasm: plain.wasm && address(plain.wasm) },
      attempt: this.#starts++,
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
        worker.addEventListener('message', ({ data }) => {
          if (data.begins) this.#computes(data.id);
          else this.#settle(data.id, data.reply, data.error ?? null);
        });
        worker.addEventListener('error', (event) => {
          event.preventDefault();
          this.#crashed(reasonOf(event.message || 'an unknown error'));
        });
        this.place = name;
        return {
          name,
          post: (id, request, files) => worker.postMessage({ id, request, files }),
          close: () => worker.terminate(),
        };
      } catch (error) {
        this.reasons.push(`No ${name}: ${reasonOf(error)}`);
      }
    }
    const { Runner } = await openHere(hello.attempt);
    const runner = new Runner(hello);
    this.place = 'main thread';
    return {
      name: 'main thread',
      post: (id, request, files) => {
        // A turn of the event loop first, so that the page can paint between two answers.
        setTimeout(() =>
          runner.run(request, files).then(
            (reply) => this.#settle(id, reply, null),
            (error) => this.#settle(id, null, { code: codeOf(error), message: reasonOf(error) }),
          ),
        );
      },
      close: () => {},
    };
  }
}

/** @param {any} reply @returns {reply is MissingReply} */
function isMissing(reply) {
  return Array.isArray(reply?.missing);
}
