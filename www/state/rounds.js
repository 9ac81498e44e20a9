// How far round the drawing is asked, and by how many workers at once. The answers themselves are kept in each network's `round`.

import { signal } from '@preact/signals-core';
import { SLOW_MS } from './costly.js';
import { missingOf } from './round.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { BatchRequest } from '../engine/requests/batch.js'
 * @import { Demo } from './demo.js'
 * @import { Network } from './networks.js'
 */

/** 15° divides 45°, where eight rotations are nearly exact: 24 angles would flatter. */
export const ANGLES = 72;
/** Of a network that takes long, unless somebody asks for more. */
export const FEW_ANGLES = 8;
/** One worker is given as many angles at once as take about this long. */
const PART_MS = 25;
const MAX_PART = 4;

export class Rounds {
  #demo;
  /** Networks of which somebody asked for all angles. @type {Signal<ReadonlySet<Network>>} */
  #wanted = signal(new Set());
  /** Angles that are being asked for, by network. @type {WeakMap<Network, Set<number>>} */
  #asking = new WeakMap();

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
  }

  /** At how many angles a network is asked. @param {Network} network */
  anglesOf(network) {
    return this.isSlow(network) && !this.#wanted.value.has(network) ? FEW_ANGLES : ANGLES;
  }

  /** @param {Network} network */
  isSlow(network) {
    return this.#timeOf(network) > SLOW_MS;
  }

  /** What an answer takes when nothing else is in the way. @param {Network} network @returns {number} milliseconds, 0 where none came yet */
  #timeOf(network) {
    return this.#demo.networks.times.value.get(network.value) ?? 0;
  }

  /**
   * What somebody could ask for, or stop: all angles of a network that takes long; null where there is nothing to offer.
   *
   * @param {Network} network
   * @returns {{ seconds: number, asking: boolean } | null}  with about how long it takes
   */
  offerOf(network) {
    if (!network.shown.value || !this.isSlow(network)) return null;
    const missing = missingOf(network.round.value, ANGLES).length;
    if (missing === 0) return null;
    const workers = Math.max(1, this.#lanesFor(network));
    const seconds = (missing * this.#timeOf(network)) / 1000 / workers;
    return { seconds, asking: this.#wanted.value.has(network) };
  }

  /** All angles, however long it takes. @param {Network} network */
  askAllRound(network) {
    this.#wanted.value = new Set([...this.#wanted.peek(), network]);
    this.#demo.study.rest();
  }

  /** Enough. @param {Network} network */
  stop(network) {
    const rest = [...this.#wanted.peek()].filter((other) => other !== network);
    this.#wanted.value = new Set(rest);
  }

  /** Another drawing: nobody has asked for all round it. */
  forget() {
    if (this.#wanted.peek().size > 0) this.#wanted.value = new Set();
  }

  /** How many workers can share the angles of a network: none while it runs on a card. @param {Network} network */
  #lanesFor(network) {
    const onCpu = network.shown.peek()?.prediction.engine === 'cpu';
    return onCpu ? (this.#demo.engine?.lanes ?? 0) : 0;
  }

  /**
   * What is to be asked next: of the network that was asked least, so that all fill up together, the angles that are coarsest.
   *
   * @param {boolean} shared  whether by further workers, a few angles at a time
   * @returns {BatchRequest | null}
   */
  next(shared) {
    if (this.#demo.isUntaught.peek()) return null;
    const [first] = this.#demo.networks.loaded
      .peek()
      .filter((network) => this.#lanesFor(network) > 0 === shared)
      .map((network) => ({ network, angles: this.#missing(network) }))
      .filter(({ angles }) => angles.length > 0)
      .sort((a, b) => this.#asked(a) - this.#asked(b));
    if (!first) return null;
    const { network, angles } = first;
    const ask = { kind: /** @type {const} */ ('batch'), ...this.#demo.subject, url: network.url };
    if (!shared) return { ...ask, angles };
    const milliseconds = this.#timeOf(network) || PART_MS;
    const count = Math.max(1, Math.min(MAX_PART, Math.floor(PART_MS / milliseconds)));
    return { ...ask, engine: 'cpu', angles: angles.slice(0, count) };
  }

  /** @param {{ network: Network, angles: number[] }} missing @returns {number} how many are not */
  #asked({ network, angles }) {
    return this.anglesOf(network) - angles.length;
  }

  /** Angles that nobody has been asked for yet. @param {Network} network */
  #missing(network) {
    const count = this.anglesOf(network);
    const asking = this.#asking.get(network);
    return missingOf(network.round.peek(), count)
      .map((cell) => (cell * 360) / count)
      .filter((angle) => !asking?.has(angle));
  }

  /** Angles are being asked for, until what is returned is called. @param {BatchRequest} request @returns {() => void} */
  begin({ url, angles }) {
    const sets = this.#demo.networks.from(url).map((network) => {
      const set = this.#asking.get(network) ?? new Set();
      this.#asking.set(network, set);
      for (const angle of angles) set.add(angle);
      return set;
    });
    return () => sets.forEach((set) => angles.forEach((angle) => set.delete(angle)));
  }
}
