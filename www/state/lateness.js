// Whether something that somebody waits for takes long, and what it is that takes long.

import { signal } from '@preact/signals-core';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { Demo } from './demo.js'
 */

/** From then on it is long. */
const LATE_MS = 1000;

/**
 * The network that is computed, empty while none is, such as while its file comes, and for how many seconds.
 *
 * @typedef {{ url: string, seconds: number }} Late
 */

export class Lateness {
  #demo;
  /** What is waited for. @type {Set<string>} */
  #expected = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #clock;

  /** Null while nothing takes long: else what is shown is not of what is on the pad now. @type {Signal<Late | null>} */
  late = signal(null);

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
  }

  /** Somebody waits for something. @param {string} what */
  expect(what) {
    this.#expected.add(what);
    this.#clock ??= setTimeout(() => this.#look(), LATE_MS);
  }

  /** It has come, or nobody waits for it any more; what else is waited for may be next. @param {string} what */
  settle(what) {
    this.#expected.delete(what);
    clearTimeout(this.#clock);
    this.#clock = undefined;
    this.late.value = null;
    if (this.#expected.size > 0) this.#clock = setTimeout(() => this.#look(), LATE_MS);
  }

  /** Nobody waits for anything. */
  end() {
    this.#expected.clear();
    this.settle('');
  }

  #look() {
    this.late.value = this.#demo.engine?.running(this.#demo) ?? { url: '', seconds: 0 };
    this.#clock = setTimeout(() => this.#look(), LATE_MS);
  }
}
