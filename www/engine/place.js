// Where requests are run: a worker by its address, else one from a blob, else the page's own thread.

import { codeOf, reasonOf } from './errors.js';
import { lockName, watchLife } from './heartbeat.js';
import { address, engineFiles, settings } from './settings.js';
import { openBlobWorker, openHere, openWorker, started } from './workers.js';

/**
 * @import { ErrorCode } from './errors.js'
 * @import { Files, Request } from './requests/request.js'
 */

/** Where the engine runs. @typedef {'worker' | 'blob worker' | 'main thread'} EnginePlace */

/**
 * Where requests are run.
 *
 * @typedef {object} Place
 * @property {EnginePlace} name
 * @property {string[]} reasons  why the better places were not possible
 * @property {(id: number, request: Request, files: Files) => void} post
 * @property {() => void} close
 */

/**
 * What a place tells of itself.
 *
 * @typedef {object} Listener
 * @property {(id: number, url: string) => void} runs  it has all that it needs for a request, and computes this network
 * @property {(id: number, reply: unknown, error: { code: ErrorCode, message: string } | null) => void} settled
 * @property {(url: string) => void} chosen  which engine runs a network is decided at last
 * @property {(module: WebAssembly.Module) => void} compiled  what further workers need not compile
 * @property {() => boolean} computes
 * @property {(why: string) => void} died  it is gone
 */

/**
 * How a place is opened.
 *
 * @typedef {object} Opening
 * @property {number} attempt  how often that was done before
 * @property {boolean} [ofPool]  one of several: nothing but a worker will do
 * @property {WebAssembly.Module | null} [compiled]
 */

/** @param {Opening} opening @param {Listener} listener @returns {Promise<Place>} */
export async function openPlace({ attempt, ofPool = false, compiled = null }, listener) {
  const url = address(settings.worker);
  const hello = { ...engineFiles(), attempt };
  /** @type {string[]} */
  const reasons = [];
  /** @type {[EnginePlace, () => Worker][]} */
  const ways = [
    ['worker', () => openWorker(url)],
    ['blob worker', () => openBlobWorker(url)],
  ];
  for (const [name, open] of ofPool ? ways.slice(0, 1) : ways) {
    try {
      const lock = lockName();
      const { worker, said } = await started(open, { hello: { ...hello, compiled, lock } });
      return converse(name, reasons, worker, said.locked ? lock : null, listener);
    } catch (error) {
      reasons.push(`No ${name}: ${reasonOf(error)}`);
    }
  }
  if (ofPool) throw new Error(reasons.join(' '));
  const { Runner } = await openHere(attempt);
  const runner = new Runner(hello, listener.chosen);
  return {
    name: 'main thread',
    reasons,
    post: (id, request, files) => {
      // A turn of the event loop first, so that the page can paint between two answers.
      setTimeout(() =>
        runner
          .run(request, files, (url) => listener.runs(id, url))
          .then(
            (reply) => listener.settled(id, reply, null),
            (error) =>
              listener.settled(id, null, { code: codeOf(error), message: reasonOf(error) }),
          ),
      );
    },
    close: () => {},
  };
}

/**
 * @param {EnginePlace} name
 * @param {string[]} reasons
 * @param {Worker} worker  that has started
 * @param {string | null} lock  that it holds
 * @param {Listener} listener
 * @returns {Place}
 */
function converse(name, reasons, worker, lock, listener) {
  const forget = watchLife(worker, lock, listener.computes, () =>
    listener.died('its worker was ended'),
  );
  worker.addEventListener('message', ({ data }) => {
    if (data.runs !== undefined) listener.runs(data.id, data.runs);
    else if (data.chosen !== undefined) listener.chosen(data.chosen);
    else if (data.compiled) listener.compiled(data.compiled);
    else if (data.id !== undefined) listener.settled(data.id, data.reply, data.error ?? null);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    listener.died(reasonOf(event.message || 'an unknown error'));
  });
  return {
    name,
    reasons,
    post: (id, request, files) => worker.postMessage({ id, request, files }),
    close: () => {
      forget();
      worker.terminate();
    },
  };
}
