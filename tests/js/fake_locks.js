// Stands in for `navigator.locks`: exclusive locks, which whoever holds them frees by dying.

export class FakeLocks {
  /** Those who wait for each, or hold it: the first does. @type {Map<string, { holder: object, granted: () => unknown }[]>} */
  #queues = new Map();

  /**
   * As the browser's, with options or without; `holder` is who can die.
   *
   * @param {string} name
   * @param {any} options
   * @param {any} [granted]
   */
  request(name, options, granted = options) {
    const signal = /** @type {AbortSignal | undefined} */ (options.signal);
    const entry = { holder: options.holder ?? this, granted };
    return new Promise((_, reject) => {
      const queue = this.#queues.get(name) ?? [];
      this.#queues.set(name, queue);
      queue.push(entry);
      signal?.addEventListener('abort', () => {
        if (queue.indexOf(entry) > 0) queue.splice(queue.indexOf(entry), 1);
        reject(signal.reason);
      });
      if (queue.length === 1) granted();
    });
  }

  /** Frees all that somebody holds. @param {object} holder */
  free(holder) {
    for (const queue of this.#queues.values()) {
      if (queue[0]?.holder !== holder) continue;
      queue.shift();
      queue[0]?.granted();
    }
  }
}
