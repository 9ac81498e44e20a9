// Networks that take long: what an answer of one will take, said before it first runs; and that nothing else waits for it, since
// further workers compute it where there are some.

import { signal } from '@preact/signals-core';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { Entry } from '../engine/catalogue.js'
 * @import { EngineReport } from '../engine/choice.js'
 * @import { Demo } from './demo.js'
 * @import { Network } from './networks.js'
 */

/** An answer that takes longer is one that others are not to wait for. */
export const SLOW_MS = 200;
/** From then on what is shown is marked as old. */
const LATE_MS = 1000;

export class Costly {
  #demo;
  /** Which engine answered last, of whatever networks. @type {EngineReport | null} */
  #report = null;
  /** @type {WeakMap<Network, ReturnType<typeof setTimeout>>} */
  #clocks = new WeakMap();

  /** What is known of all networks that have names, once somebody has asked for that. @type {Signal<Entry[]>} */
  entries = signal([]);

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
  }

  /** An engine has answered. @param {EngineReport} report */
  learn(report) {
    if (!report.opening) this.#report = report;
  }

  /** Another engine is chosen. */
  forget() {
    this.#report = null;
  }

  /** What an answer takes here, in milliseconds; null where nothing is known yet. @param {Network} network */
  timeOf({ value }) {
    return expected(value, this.entries.value, this.#demo.networks.times.value)?.ms ?? null;
  }

  /** @param {Network} network */
  isCostly(network) {
    return (this.timeOf(network) ?? 0) > SLOW_MS;
  }

  /**
   * Whether further workers compute a network: one that others would wait for. Where a graphics card may be the faster one, that has to
   * be found out, and it keeps nobody waiting.
   *
   * @param {Network} network
   */
  isApart(network) {
    const { engine, networks } = this.#demo;
    const report = this.#report;
    const onCpu = report?.name === 'cpu' && !report.rival;
    const shown = networks.shown.peek();
    return (
      onCpu &&
      (engine?.lanes ?? 0) > 0 &&
      this.isCostly(network) &&
      shown.some((other) => !this.isCostly(other))
    );
  }

  /** What is told of the engine of a network that further workers compute. @param {EngineReport} report @returns {EngineReport} */
  reportOf(report) {
    const { why = '', note = '' } = this.#report ?? {};
    return { ...report, why, note };
  }

  /** A network is computed, for itself. @param {Network} network @param {string} slot  by which that was asked for */
  begin(network, slot) {
    if (network.asked.peek() === slot) return;
    this.#rest(network);
    network.asked.value = slot;
    this.#clocks.set(
      network,
      setTimeout(() => (network.isLate.value = true), LATE_MS),
    );
  }

  /** @param {Network} network @param {string} slot */
  end(network, slot) {
    if (network.asked.peek() === slot) this.#rest(network);
  }

  /** Nobody waits for anything. */
  endAll() {
    for (const network of this.#demo.networks.shown.peek()) this.#rest(network);
  }

  /** @param {Network} network */
  #rest(network) {
    clearTimeout(this.#clocks.get(network));
    network.asked.value = '';
    network.isLate.value = false;
  }
}

/**
 * How long an answer takes: as measured here, else as much longer than a network that was measured as it costs more. Null where that
 * can't be told.
 *
 * @param {string} name
 * @param {Entry[]} entries
 * @param {ReadonlyMap<string, number>} times
 * @returns {{ ms: number, measured: boolean } | null}
 */
export function expected(name, entries, times) {
  const measured = times.get(name);
  if (measured !== undefined) return { ms: measured, measured: true };
  const cost = entries.find((entry) => entry.name === name)?.cost;
  const known = entries.filter((entry) => entry.cost && times.has(entry.name));
  const other = known.sort((a, b) => (b.cost ?? 0) - (a.cost ?? 0)).at(0);
  if (!cost || !other?.cost) return null;
  return { ms: ((times.get(other.name) ?? 0) * cost) / other.cost, measured: false };
}
