// What is loaded when it is first wanted: once, and again where that failed.

import { signal } from '@preact/signals-core';
import { CodedError } from '../engine/errors.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { ErrorCode } from '../engine/errors.js'
 */

/** @template T */
export class Coming {
  #load;
  #failure;
  /** @type {Promise<T> | null} */
  #promise = null;

  /** @type {Signal<T | null>} */
  here = signal(null);
  /** Why it could not be loaded when it was last tried. @type {Signal<CodedError | null>} */
  trouble = signal(null);

  /**
   * @param {() => Promise<T>} load
   * @param {{ code: ErrorCode, message: string }} failure  as what it is told
   */
  constructor(load, failure) {
    this.#load = load;
    this.#failure = failure;
  }

  /** @returns {Promise<T>} */
  async bring() {
    return this.here.peek() ?? (this.#promise ??= this.#bring());
  }

  async #bring() {
    this.trouble.value = null;
    try {
      const it = await this.#load();
      this.here.value = it;
      return it;
    } catch (cause) {
      const { code, message } = this.#failure;
      const error = new CodedError(code, message, { cause });
      this.trouble.value = error;
      throw error;
    } finally {
      this.#promise = null;
    }
  }
}
