// The engine's side of the conversation, in a worker: { hello } first, then { id, request } one at a time.

import { CodedError, Runner, reasonOf } from './runner.js';

/** @import { Hello, Request } from './types.d.ts' */

/** @type {Runner | null} */
let runner = null;

self.addEventListener(
  'message',
  async (/** @type {MessageEvent<Hello | { id: number, request: Request }>} */ { data }) => {
    if ('hello' in data) {
      runner = new Runner(data.hello);
      return;
    }
    if (!runner) return;
    const { id, request } = data;
    try {
      self.postMessage({ id, reply: await runner.run(request) });
    } catch (error) {
      const code = error instanceof CodedError ? error.code : 'failed';
      self.postMessage({ id, error: { code, message: reasonOf(error) } });
    }
  },
);

self.postMessage({ started: true });
