// The page's side of the engine: sends the worker one request at a time, and lets a newer request of the same kind from the same
// element take the place of one that still waits. What can be done in parts goes to further workers, so that nobody waits behind
// it. Model files are fetched here, while requests for other networks go on.

import { CodedError } from './errors.js';
import { ModelFiles } from './files.js';
import { Pool } from './pool.js';
import { urlsOf } from './requests/request.js';
import { Station, ofNetwork } from './station.js';

/**
 * @import { EnginePlace } from './place.js'
 * @import { Busy, Told } from './station.js'
 * @import { Files, MissingReply, Replies, Request } from './requests/request.js'
 */

/** How long an engine that no element uses is kept for the next one. */
const LINGER_MS = 5000;
/** Restarts after a crash without a good answer in between. */
const MAX_RESTARTS = 2;

/**
 * @typedef {object} Waiting
 * @property {object} client
 * @property {string} key  of client and slot
 * @property {boolean} loads  whether it asks for a network to be loaded
 * @property {boolean} spreads  whether it is for further workers
 * @property {boolean} apart  whether somebody waits for it all the same
 * @property {number} priority
 * @property {() => Request | null} build
 * @property {(reply: any) => void} resolve
 * @property {(error: CodedError) => void} reject
 * @property {Files} files  fetched for it
 * @property {boolean} fetching
 * @property {number} deaths  of workers that were busy with it
 * @property {AbortController} dropped  aborted once nobody wants it any more
 */

/** @type {Engine | null} */
let shared = null;
/** Who holds it, and what is to be called when it is decided at last which engine runs a network. @type {Map<object, (url: string) => void>} */
const holders = new Map();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let lingering;

/**
 * The one engine of the page, kept for as long as somebody holds it.
 *
 * @param {object} client
 * @param {(url: string) => void} chosen  called when it is decided at last which engine runs a network
 */
export function acquireEngine(client, chosen) {
  clearTimeout(lingering);
  holders.set(client, chosen);
  shared ??= new Engine((url) => holders.forEach((tell) => tell(url)));
  return shared;
}

// A page with a worker that holds a lock would not be kept for those who come back to it.
globalThis.addEventListener?.('pagehide', () => shared?.leave());
globalThis.addEventListener?.('pageshow', () => shared?.comeBack());

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
  #main;
  #pool;
  #files = new ModelFiles();
  /** @type {Map<string, Waiting>} */
  #queue = new Map();
  /** @type {WeakMap<object, number>} */
  #clients = new WeakMap();
  #clientCount = 0;
  #restarts = 0;
  #starts = 0;
  #closed = false;
  #away = false;
  /** What further workers need not compile. @type {WebAssembly.Module | null} */
  #compiled = null;

  /** Where it runs, once it does. @type {EnginePlace | null} */
  place = null;
  /** Why the better places were not possible. @type {string[]} */
  reasons = [];

  /** @param {(url: string) => void} [chosen]  called when it is decided at last which engine runs a network */
  constructor(chosen = () => {}) {
    /** @type {Told} */
    const told = {
      answered: (busy, reply) => this.#answered(busy, reply),
      refused: ({ waiting }, error) => this.#refused(waiting, error),
      unwanted: ({ waiting }) => this.#retry(waiting),
      died: (busy, why) => this.#died(busy, why),
      unopened: ({ waiting }, why) =>
        this.#refused(waiting, new CodedError('engine-unavailable', why)),
      opened: ({ name, reasons }) => {
        this.place = name;
        this.reasons = reasons;
      },
      chosen,
      compiled: (module) => (this.#compiled = module),
    };
    this.#main = new Station(() => ({ attempt: this.#starts++ }), told);
    this.#pool = new Pool(() => ({ attempt: 0, ofPool: true, compiled: this.#compiled }), {
      ...told,
      died: (busy) => busy && this.#diedInPool(busy),
      opened: () => {},
      chosen: () => {},
      compiled: () => {},
    });
  }

  /**
   * How many requests can be computed beside those that people wait for; none where there are no workers, or they have failed.
   */
  get lanes() {
    return this.place === 'worker' ? this.#pool.stations.length : 0;
  }

  get #stations() {
    return [this.#main, ...this.#pool.stations];
  }

  /** The network that is computed for somebody now, and for how many seconds; null while none is. @param {object} client */
  running(client) {
    const { busy } = this.#main;
    if (!busy?.url || busy.waiting.client !== client) return null;
    return { url: busy.url, seconds: busy.seconds };
  }

  /**
   * Asks for something. `build` is called when the request's turn comes, so that it describes what is
   * on the pad then; if it returns null, or a newer request of this client takes the slot, the promise
   * resolves to null. A slot whose name begins with `load` says that another network was chosen, one that begins with `lane`
   * or `apart` that further workers may answer, `apart` to somebody who waits.
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
      const loads = /^(apart )?load/.test(slot);
      const before = this.#queue.get(key);
      if (before?.fetching && !loads) {
        // Or a drawing that never rests would never see the end of a download.
        before.resolve(null);
        Object.assign(before, { priority, build, resolve, reject });
        return;
      }
      if (before) this.#drop(before);
      if (loads) this.#dropFetching(client);
      for (const { busy } of this.#stations) {
        if (!loads || busy?.waiting.client !== client) continue;
        busy.stale ||= busy.waiting.key === key || !busy.waiting.loads;
      }
      const spreads = /^(lane|apart) /.test(slot);
      const apart = slot.startsWith('apart');
      const asked = { client, key, loads, spreads, apart, priority, build, resolve, reject };
      const rest = { files: new Map(), fetching: false, deaths: 0, dropped: new AbortController() };
      this.#queue.set(key, { ...asked, ...rest });
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
    for (const { busy } of this.#stations) {
      if (busy?.waiting.client !== client) continue;
      busy.stale = true;
      this.#drop(busy.waiting);
    }
  }

  /**
   * Ends what somebody asked for by this name, who hears of it by an error, wherever it is.
   *
   * @param {object} client
   * @param {string} slot
   * @param {string} url  of the network that is not to run
   */
  stopAt(client, slot, url) {
    const key = `${this.#clients.get(client)}/${slot}`;
    /** @param {Waiting} waiting @param {number} seconds */
    const end = (waiting, seconds) =>
      this.#refused(waiting, ofNetwork('model-stopped', stoppedAfter(seconds), url));
    for (const station of this.#stations) {
      const { busy } = station;
      if (busy?.waiting.key !== key) continue;
      station.end();
      end(busy.waiting, busy.seconds);
    }
    const waiting = this.#queue.get(key);
    if (waiting) end(waiting, 0);
  }

  /** Ends what is computed for somebody, who hears of it by an error. @param {object} client */
  stop(client) {
    const { busy } = this.#main;
    if (!busy?.url || busy.waiting.client !== client) return;
    this.#main.end();
    const error = ofNetwork('model-stopped', stoppedAfter(busy.seconds), busy.url);
    this.#refused(busy.waiting, error);
  }

  /** Starts afresh, and with what was being computed. */
  restart() {
    const busy = this.#stations.map((station) => station.busy);
    this.#main.end();
    this.#pool.renew();
    this.reasons = [];
    for (const one of busy) if (one) this.#again(one.waiting);
    this.#next();
  }

  /** The page is left, and may be kept as it is: nothing runs until somebody comes back. */
  leave() {
    this.#away = true;
    const busy = this.#stations.map((station) => station.busy);
    this.#main.end();
    this.#pool.close();
    for (const one of busy) if (one) this.#again(one.waiting);
  }

  comeBack() {
    this.#away = false;
    this.#next();
  }

  close() {
    this.#closed = true;
    for (const waiting of this.#queue.values()) this.#drop(waiting);
    for (const { busy } of this.#stations) if (busy) this.#drop(busy.waiting);
    this.#main.end();
    this.#pool.close();
  }

  /** Nobody wants this any more. @param {Waiting} waiting */
  #drop(waiting) {
    if (this.#queue.get(waiting.key) === waiting) this.#queue.delete(waiting.key);
    waiting.dropped.abort();
    waiting.resolve(null);
  }

  #next() {
    if (this.#closed || this.#away) return;
    const alone = this.lanes === 0;
    this.#feed(this.#main, ({ spreads }) => alone || !spreads);
    for (const station of this.#pool.stations) this.#feed(station, ({ spreads }) => spreads);
  }

  /** @param {Station} station @param {(waiting: Waiting) => boolean} takes */
  #feed(station, takes) {
    while (!station.busy) {
      /** @type {Waiting | null} */
      let first = null;
      for (const waiting of this.#queue.values()) {
        if (waiting.fetching || !takes(waiting)) continue;
        if (!first || waiting.priority < first.priority) first = waiting;
      }
      if (!first) return;
      this.#queue.delete(first.key);
      const request = first.build();
      if (request) station.run(first, request);
      else this.#drop(first);
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

  /** @param {Waiting} waiting */
  #retry(waiting) {
    this.#again(waiting);
    this.#next();
  }

  /** Fetches what a request lacks; others go on meanwhile. @param {Waiting} waiting @param {string[]} urls */
  async #fetch(waiting, urls) {
    if (!this.#again(waiting)) return;
    const { signal } = waiting.dropped;
    waiting.fetching = true;
    try {
      const fetched = urls.map(async (url) => {
        waiting.files.set(url, await this.#files.fetch(url, signal));
      });
      await Promise.all(fetched);
      waiting.fetching = false;
      this.#next();
    } catch (error) {
      waiting.reject(/** @type {CodedError} */ (error));
      this.#drop(waiting);
    }
  }

  /** @param {Busy} busy @param {unknown} reply */
  #answered({ waiting }, reply) {
    if (isMissing(reply)) {
      this.#fetch(waiting, reply.missing);
    } else {
      this.#restarts = 0;
      waiting.resolve(reply);
      this.#drop(waiting);
    }
    this.#next();
  }

  /** @param {Waiting} waiting @param {CodedError} error */
  #refused(waiting, error) {
    if (error.code === 'model-broken') {
      for (const url of waiting.files.keys()) this.#files.forget(url);
    }
    waiting.reject(error);
    this.#drop(waiting);
    this.#next();
  }

  /** The worker is gone: begins anew, and with what it was busy with, but not for ever. @param {Busy | null} busy @param {string} why */
  #died(busy, why) {
    if (++this.#restarts > MAX_RESTARTS) {
      this.#restarts = 0;
      const error = new CodedError('engine-crashed', `The engine stopped repeatedly: ${why}.`);
      const all = [...(busy ? [busy.waiting] : []), ...this.#queue.values()];
      for (const waiting of all) {
        waiting.reject(error);
        this.#drop(waiting);
      }
    } else if (busy) this.#again(busy.waiting);
    this.#next();
  }

  /** Another one takes over what a further worker was busy with, but what ends each of them is let be. @param {Busy} busy */
  #diedInPool({ waiting, request }) {
    if (++waiting.deaths <= MAX_RESTARTS) this.#again(waiting);
    else {
      // Where somebody waits for it.
      const message = 'This network has ended the engine repeatedly.';
      if (waiting.apart) waiting.reject(ofNetwork('model-stopped', message, urlsOf(request)[0]));
      this.#drop(waiting);
    }
    this.#next();
  }
}

/** @param {number} seconds */
function stoppedAfter(seconds) {
  if (seconds === 0) return 'Stopped.';
  return `Stopped after ${seconds === 1 ? 'one second' : `${seconds} seconds`}.`;
}

/** @param {any} reply @returns {reply is MissingReply} */
function isMissing(reply) {
  return Array.isArray(reply?.missing);
}
