// Stands in for a worker with the engine in it, which takes from a request's model addresses what it does:
// `http://host/slow` never ends computing, and `http://host/crash` ends all WebAssembly in the first worker that gets it.

import { urlsOf } from '../../www/engine/requests/request.js';

/** @import { Files, Request } from '../../www/engine/requests/request.js' */

export class FakeWorker extends EventTarget {
  /** All that were ever started. @type {FakeWorker[]} */
  static all = [];

  ended = false;
  /** Addresses of the networks asked about, in the order in which they were computed. @type {string[]} */
  computed = [];
  /** Networks that are here. @type {Set<string>} */
  #here = new Set();

  constructor() {
    super();
    FakeWorker.all.push(this);
    queueMicrotask(() => this.#say({ started: true }));
  }

  /** @param {object} data */
  #say(data) {
    if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  /** @param {{ id: number, request: Request, files: Files } | { hello: object }} message */
  postMessage(message) {
    if ('hello' in message) return;
    const { id, request, files } = message;
    const urls = urlsOf(request);
    queueMicrotask(() => {
      const missing = urls.filter((url) => !this.#here.has(url) && !files.has(url));
      if (missing.length > 0) {
        this.#say({ id, reply: { missing } });
        return;
      }
      this.#say({ id, begins: true });
      for (const url of urls) this.#here.add(url);
      this.computed.push(urls.join(' '));
      if (urls.includes('http://host/crash') && FakeWorker.all[0] === this) {
        this.#say({ id, error: { code: 'engine-crashed', message: 'The engine stopped.' } });
        return;
      }
      if (!urls.includes('http://host/slow')) this.#say({ id, reply: { of: urls } });
    });
  }

  terminate() {
    this.ended = true;
  }

  /** @param {string} message */
  crash(message) {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}
