// The engine's side of the conversation, in a worker: { hello } first, then { id, request, files } one at a time.

import { codeOf, reasonOf } from './engine/errors.js';
import { holdLock } from './engine/heartbeat.js';
import { Runner } from './engine/runner.js';

/**
 * @import { Hello } from './engine/module.js'
 * @import { Files, Request } from './engine/requests/request.js'
 */

/** @typedef {{ hello: Hello['hello'] & { lock: string } } | { ping: true } | { id: number, request: Request, files: Files }} Message */

/** @type {Runner | null} */
let runner = null;

/** @param {Hello['hello'] & { lock: string }} hello */
function begin(hello) {
  runner = new Runner(hello, (url) => self.postMessage({ chosen: url }));
  if (!hello.compiled) runner.compiled.then((compiled) => self.postMessage({ compiled }));
  holdLock(hello.lock).then((locked) => self.postMessage({ locked }));
}

self.addEventListener('message', async (/** @type {MessageEvent<Message>} */ { data }) => {
  if ('hello' in data) begin(data.hello);
  if ('ping' in data) self.postMessage({ pong: true });
  if (!runner || !('id' in data)) return;
  const { id, request, files } = data;
  const runs = (/** @type {string} */ url) => self.postMessage({ id, runs: url });
  try {
    self.postMessage({ id, reply: await runner.run(request, files, runs) });
  } catch (error) {
    self.postMessage({ id, error: { code: codeOf(error), message: reasonOf(error) } });
  }
});

self.postMessage({ started: true });
