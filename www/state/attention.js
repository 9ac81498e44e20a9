// Whether anybody looks at a demonstration, or has asked it for something: else it loads and computes nothing.

import { computed, signal } from '@preact/signals-core';

/** @import { ReadonlySignal, Signal } from '@preact/signals-core' */

export class Attention {
  /** What shows it, each near a screen or not. @type {Signal<ReadonlySignal<boolean>[]>} */
  #shown = signal([]);
  /** How many wait for something, be it on a screen or not. */
  #waiting = signal(0);

  /** Where nothing says how it is shown, it counts as looked at. */
  is = computed(() => {
    const shown = this.#shown.value;
    return this.#waiting.value > 0 || shown.length === 0 || shown.some((near) => near.value);
  });

  /** It is shown somewhere. @param {ReadonlySignal<boolean>} near @param {AbortSignal} signal */
  join(near, signal) {
    this.#shown.value = [...this.#shown.peek(), near];
    signal.addEventListener('abort', () => {
      this.#shown.value = this.#shown.peek().filter((other) => other !== near);
    });
  }

  /** Somebody waits for a promise, which keeps it awake. @template T @param {Promise<T>} promise @returns {Promise<T>} */
  during(promise) {
    const release = this.hold();
    promise.then(release, release);
    return promise;
  }

  /** Until it is called back, it is awake. @returns {() => void} */
  hold() {
    this.#waiting.value++;
    let held = true;
    return () => {
      if (held) this.#waiting.value--;
      held = false;
    };
  }
}
