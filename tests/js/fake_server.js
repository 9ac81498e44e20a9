// Stands in for `fetch`: a server that sends what the test says, when it says so.

import { mock } from 'node:test';

export class FakeServer {
  status = 200;
  /** @type {Record<string, string>} */
  headers = {};
  /** Addresses, in the order in which they were asked for. @type {string[]} */
  asked = [];
  /** Addresses of what was given up before its end. @type {string[]} */
  aborted = [];
  /** @type {Map<string, { respond: () => void, body: ReadableStreamDefaultController<Uint8Array> }>} */
  #open = new Map();

  constructor() {
    mock.method(globalThis, 'fetch', (/** @type {string} */ url, /** @type {RequestInit} */ init) =>
      this.#answer(url, /** @type {AbortSignal} */ (init.signal)),
    );
  }

  /** @param {string} url @param {AbortSignal} signal @returns {Promise<Response>} */
  #answer(url, signal) {
    this.asked.push(url);
    return new Promise((resolve, reject) => {
      /** @type {ReadableStream<Uint8Array>} */
      const body = new ReadableStream({
        start: (controller) => {
          const response = () => new Response(body, { status: this.status, headers: this.headers });
          let responded = false;
          const respond = () => {
            if (!responded) resolve(response());
            responded = true;
          };
          const entry = { respond, body: controller };
          this.#open.set(url, entry);
          signal.addEventListener('abort', () => {
            if (this.#open.get(url) !== entry) return;
            this.#open.delete(url);
            this.aborted.push(url);
            controller.error(signal.reason);
            reject(signal.reason);
          });
        },
      });
    });
  }

  /** @param {string} url @param {ArrayLike<number>} bytes */
  send(url, bytes) {
    const open = this.#open.get(url);
    open?.respond();
    open?.body.enqueue(Uint8Array.from(bytes));
  }

  /** @param {string} url */
  end(url) {
    const open = this.#open.get(url);
    this.#open.delete(url);
    open?.respond();
    open?.body.close();
  }
}
