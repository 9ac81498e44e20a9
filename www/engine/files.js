// Model files that have come, so that each further worker gets them without the server.

import { Downloads } from './download.js';
import { fileOf } from './variant.js';

/** Bytes that are kept, of files that were wanted last. */
const MAX_KEPT_BYTES = 8 * 1024 * 1024;

export class ModelFiles {
  #downloads = new Downloads();
  /** The least recently wanted first. @type {Map<string, Uint8Array>} */
  #kept = new Map();

  /** @param {string} url @param {AbortSignal} signal  aborted by who does not want it any more */
  async fetch(url, signal) {
    const bytes = this.kept(url) ?? (await this.#downloads.fetch(fileOf(url), signal));
    this.#keep(url, bytes);
    return bytes;
  }

  /** @param {string} url */
  kept(url) {
    return this.#kept.get(fileOf(url));
  }

  /** A file that was no model may be another one when it is fetched again. @param {string} url */
  forget(url) {
    this.#kept.delete(fileOf(url));
  }

  /** @param {string} url @param {Uint8Array} bytes */
  #keep(url, bytes) {
    const file = fileOf(url);
    this.#kept.delete(file);
    this.#kept.set(file, bytes);
    let sum = 0;
    for (const { byteLength } of this.#kept.values()) sum += byteLength;
    for (const [oldest, { byteLength }] of this.#kept) {
      if (sum <= MAX_KEPT_BYTES) break;
      this.#kept.delete(oldest);
      sum -= byteLength;
    }
  }
}
