// How long this device takes for networks of other sizes: measured when somebody asks, one after the other, until somebody stops it.

import { signal } from '@preact/signals-core';
import { acquireEngine, releaseEngine } from '../engine/client.js';
import { reasonOf } from '../engine/errors.js';
import { PRIORITY } from '../engine/requests/time.js';
import { reshaped } from '../engine/reshaped.js';
import { modelUrl } from '../engine/settings.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { Engine } from '../engine/client.js'
 */

/** What is varied of the paper's R4_SA, and to what. @typedef {{ rotations: number } | { window: number }} Size */
/** @typedef {{ size: Size, milliseconds: number }} Timed */

/** Whose weights are taken for another size: with one seed, since what it says is of no matter. */
const NETWORK = 'r4_sa';
const SEED = '#seed=1';
/** How often one is asked; the first answer is slower than those after it. */
const ROUNDS = 3;
/** A pass that takes longer is the last: the next would take longer still. */
const MOST_MS = 4000;

/** @param {Size} a @param {Size} b */
export function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Of many, the one in the middle. @param {readonly number[]} times */
export function medianOf(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

export class Timing {
  /** What has been measured, in the order in which it was. @type {Signal<readonly Timed[]>} */
  measured = signal([]);
  /** What is being measured. @type {Signal<Size | null>} */
  running = signal(null);
  /** Why it ended early. */
  trouble = signal('');
  /** How many show it. */
  #shown = 0;
  /** What ends the measuring that goes on. @type {AbortController | null} */
  #life = null;

  /** Somebody shows it; where nobody does any more it ends. @param {AbortSignal} signal */
  join(signal) {
    this.#shown++;
    signal.addEventListener('abort', () => {
      if (--this.#shown === 0) this.stop();
    });
  }

  stop() {
    this.#life?.abort();
    this.#life = null;
    this.running.value = null;
  }

  /** Measures anew, from the smallest. @param {readonly Size[]} sizes */
  async start(sizes) {
    this.stop();
    const life = (this.#life = new AbortController());
    this.trouble.value = '';
    this.measured.value = this.measured
      .peek()
      .filter(({ size }) => !sizes.some((other) => isSame(size, other)));
    const engine = acquireEngine(this, () => {});
    life.signal.addEventListener('abort', () => releaseEngine(this));
    try {
      this.running.value = sizes[0];
      const bytes = await fileAt(modelUrl(NETWORK), life.signal);
      for (const size of sizes) {
        this.running.value = size;
        const milliseconds = await this.#time(engine, reshaped(bytes, size), life.signal);
        if (milliseconds === null) return;
        this.measured.value = [...this.measured.peek(), { size, milliseconds }];
        if (milliseconds > MOST_MS) {
          this.trouble.value = 'The rest would take too long here.';
          break;
        }
      }
    } catch (error) {
      if (!life.signal.aborted) this.trouble.value = reasonOf(error);
    } finally {
      if (this.#life === life) this.stop();
    }
  }

  /** @param {Engine} engine @param {Uint8Array} file @param {AbortSignal} signal @returns {Promise<number | null>}  null where it was stopped */
  async #time(engine, file, signal) {
    const url = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (file)]));
    /** @type {number[]} */
    const times = [];
    try {
      for (let round = 0; round < ROUNDS && !signal.aborted; round++) {
        const reply = await engine.ask(this, 'time', PRIORITY, () =>
          signal.aborted ? null : { kind: 'time', url: url + SEED },
        );
        if (!reply) return null;
        times.push(...reply.times);
      }
    } finally {
      URL.revokeObjectURL(url);
    }
    return signal.aborted ? null : medianOf(times.slice(1));
  }
}

/** @param {string} url @param {AbortSignal} signal */
async function fileAt(url, signal) {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The page's: what was measured stays where a figure goes and comes back. */
export const timing = new Timing();
