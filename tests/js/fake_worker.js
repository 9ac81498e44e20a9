// Stands in for a worker with the engine in it, which takes from a request's model addresses what it does:
// `http://host/slow` never ends computing, `http://host/mute` never begins, and `http://host/crash` ends all WebAssembly in the first worker that gets it. Batches
// wait until the test lets them go.

import { urlsOf } from '../../www/engine/requests/request.js';

/** @import { FakeLocks } from './fake_locks.js' */
/** @import { Files, Request } from '../../www/engine/requests/request.js' */

export class FakeWorker extends EventTarget {
  /** All that were ever started. @type {FakeWorker[]} */
  static all = [];

  /** Where the platform has none, there are no signs of life. @type {FakeLocks | null} */
  static locks = null;
  /** How many of those to come do not start. */
  static refuse = 0;

  ended = false;
  /** Whether it has died without a word. */
  dead = false;
  /** How often it was asked whether it lives. */
  pings = 0;
  /** @type {any} */
  hello = null;
  /** Replies that wait for the test. @type {(() => void)[]} */
  #held = [];
  /** Addresses of the networks asked about, in the order in which they were computed. @type {string[]} */
  computed = [];
  /** Networks that are here. @type {Set<string>} */
  #here = new Set();

  constructor() {
    super();
    FakeWorker.all.push(this);
    if (FakeWorker.refuse > 0) {
      FakeWorker.refuse--;
      queueMicrotask(() => this.crash('made not to start by the test'));
      return;
    }
    queueMicrotask(() => this.#say({ started: true }));
  }

  /** @param {object} data */
  #say(data) {
    if (!this.ended && !this.dead) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  /** @param {{ id: number, request: Request, files: Files } | { hello: object } | { ping: true }} message */
  postMessage(message) {
    if (this.dead) return;
    if ('hello' in message) this.#begin(message.hello);
    if ('ping' in message) {
      this.pings++;
      queueMicrotask(() => this.#say({ pong: true }));
    }
    if (!('id' in message)) return;
    const { id, request, files } = message;
    const urls = urlsOf(request);
    queueMicrotask(() => {
      const missing = urls.filter((url) => !this.#here.has(url) && !files.has(url));
      if (missing.length > 0) {
        this.#say({ id, reply: { missing } });
        return;
      }
      if (urls.includes('http://host/mute')) return;
      for (const url of urls) {
        this.#say({ id, runs: url });
        this.#here.add(url);
      }
      this.computed.push(urls.join(' '));
      if (urls.includes('http://host/crash') && FakeWorker.all[0] === this) {
        this.#say({ id, error: { code: 'engine-crashed', message: 'The engine stopped.' } });
        return;
      }
      if (urls.includes('http://host/slow')) return;
      const reply = () => this.#say({ id, reply: { of: urls } });
      if (request.kind === 'batch') this.#held.push(reply);
      else reply();
    });
  }

  /** @param {any} hello */
  #begin(hello) {
    this.hello = hello;
    const say = (/** @type {boolean} */ locked) => queueMicrotask(() => this.#say({ locked }));
    const held = () => say(true);
    if (!FakeWorker.locks) {
      say(false);
      return;
    }
    FakeWorker.locks.request(hello.lock, { holder: this }, held);
  }

  /** Lets batches go that are computed. */
  release() {
    for (const reply of this.#held.splice(0)) reply();
  }

  terminate() {
    this.ended = true;
    FakeWorker.locks?.free(this);
  }

  /** As when somebody else ends it, or it closes itself. */
  die() {
    this.dead = true;
    FakeWorker.locks?.free(this);
  }

  /** @param {string} message */
  crash(message) {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}
