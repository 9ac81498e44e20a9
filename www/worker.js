// The engine's side of the conversation, in a worker: { hello } first, then { id, request, files } one at a time.

import { codeOf, reasonOf } from './engine/errors.js';
import { Runner } from './engine/runner.js';

/**
 * @import { Hello } from './engine/module.js'
 * @import { Files, Request } from './engine/requests/request.js'
 */

/** @type {Runner | null} */
let runner = null;

self.addEventListener(
  'message',
  async (
    /** @type {MessageEvent<Hello | { id: number, request: Request, files: Files }>} */ { data },
  ) => {
    if ('hello' in data) {
      runner = new Runner(data.hello);
      return;
    }
    if (!runner) return;
    const { id, request, files } = data;
    const begins = () => self.postMessage({ id, begins: true });
    try {
      self.postMessage({ id, reply: await runner.run(request, files, begins) });
    } catch (error) {
      self.postMessage({ id, error: { code: codeOf(error), message: reasonOf(error) } });
    }
  },
);

self.postMessage({ started: true });
