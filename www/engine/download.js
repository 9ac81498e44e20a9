// Fetches model files, on the page's side, so that a server which does not answer holds up nobody but those who want
// its file.

import { CodedError, reasonOf, shorten } from './errors.js';
import { whyUnreached } from './unreached.js';

export const MAX_MODEL_BYTES = 64 * 1024 * 1024;
/** How long a server may send nothing. */
export const QUIET_SECONDS = 20;

/**
 * @typedef {object} Running
 * @property {Promise<Uint8Array>} bytes
 * @property {number} wanted  by how many
 * @property {AbortController} giveUp
 */

/** Downloads under way: one for all who want the same file, given up once nobody does. */
export class Downloads {
  /** @type {Map<string, Running>} */
  #running = new Map();

  /**
   * @param {string} url
   * @param {AbortSignal} signal  aborted by who does not want it any more
   * @returns {Promise<Uint8Array>}
   */
  fetch(url, signal) {
    const running = this.#running.get(url) ?? this.#begin(url);
    running.wanted++;
    const leave = () => {
      if (--running.wanted === 0) running.giveUp.abort();
    };
    signal.addEventListener('abort', leave, { once: true });
    return running.bytes;
  }

  /** @param {string} url */
  #begin(url) {
    const giveUp = new AbortController();
    const running = { bytes: download(url, giveUp.signal), wanted: 0, giveUp };
    const forget = () => {
      if (this.#running.get(url) === running) this.#running.delete(url);
    };
    giveUp.signal.addEventListener('abort', forget);
    running.bytes.then(forget, forget);
    this.#running.set(url, running);
    return running;
  }
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 * @returns {Promise<Uint8Array>}
 */
export async function download(url, signal) {
  const stop = new AbortController();
  const stopped = () => stop.abort(signal.reason);
  signal.addEventListener('abort', stopped);
  // Seconds are counted one by one, since a page that was kept busy, or asleep, did not hear the server either.
  let quiet = 0;
  const clock = setInterval(() => {
    if (++quiet < QUIET_SECONDS) return;
    const why = `the server has sent nothing for ${QUIET_SECONDS} seconds; check the address and try again`;
    stop.abort(new Error(why));
  }, 1000);
  try {
    signal.throwIfAborted();
    const response = await orStopped(fetch(url, { signal: stop.signal }), stop.signal);
    if (!response.ok) {
      throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    }
    // Many servers have a page for every address that they do not know.
    const kind = response.headers.get('content-type');
    if (kind?.startsWith('text/html')) throw new Error('the server sent a page in its place');
    refuseLarge(Number(response.headers.get('content-length') ?? 0));
    const chunks = [];
    let count = 0;
    const reader = response.body?.getReader();
    for (;;) {
      const next = reader && (await orStopped(reader.read(), stop.signal));
      if (!next?.value) break;
      quiet = 0;
      chunks.push(next.value);
      count += next.value.byteLength;
      refuseLarge(count);
    }
    return join(chunks, count);
  } catch (cause) {
    const why = stop.signal.aborted
      ? stop.signal.reason
      : await orStopped(whyUnreached(url, cause), stop.signal).catch((reason) => reason);
    throw new CodedError(
      'model-unreachable',
      `The model file could not be fetched from ${shorten(url)}: ${reasonOf(why)}.`,
      { cause: why },
    );
  } finally {
    clearInterval(clock);
    signal.removeEventListener('abort', stopped);
    // What has not been read by now is not wanted.
    stop.abort();
  }
}

/** What comes, unless it is stopped: whoever does not hear of that is not waited for. @template T @param {Promise<T>} coming @param {AbortSignal} signal @returns {Promise<T>} */
function orStopped(coming, signal) {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    coming.then(resolve, reject);
  });
}

/** @param {number} count */
function refuseLarge(count) {
  if (count > MAX_MODEL_BYTES) {
    throw new Error(`it is larger than ${MAX_MODEL_BYTES / 1024 / 1024} MB`);
  }
}

/** @param {Uint8Array[]} chunks @param {number} count  of bytes */
function join(chunks, count) {
  const bytes = new Uint8Array(count);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
