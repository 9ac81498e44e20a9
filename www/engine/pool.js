// Further workers, for what nobody waits for and what can be done in parts. They are started when there is something to do, and let
// go when there has been nothing for a while. One that fails is given up and another one does its part: with none left, all is
// as it is with one worker.

import { Station } from './station.js';

/** @import { Told } from './station.js' */

/** With the one that answers people, there are never more workers than four. */
const MAX_WORKERS = 3;
/** How long workers that do nothing are kept. */
const IDLE_MS = 15000;

export class Pool {
  #opening;
  #told;
  /** @type {Station[]} */
  #stations = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #idle;

  /** @param {ConstructorParameters<typeof Station>[0]} opening @param {Told} told */
  constructor(opening, told) {
    this.#opening = opening;
    this.#told = told;
    this.renew();
  }

  /** Those that can still be used. @returns {readonly Station[]} */
  get stations() {
    return this.#stations;
  }

  /** As many as the machine has processors for, beside the page's own thread. */
  renew() {
    this.close();
    const count = Math.max(1, Math.min(MAX_WORKERS, (navigator.hardwareConcurrency || 1) - 1));
    this.#stations = Array.from({ length: count }, () => this.#station());
  }

  /** Lets all workers go; they are started again when they are needed. */
  close() {
    clearTimeout(this.#idle);
    for (const station of this.#stations) station.end();
  }

  #station() {
    /** @type {Told} */
    const told = {
      ...this.#told,
      answered: (busy, reply) => {
        this.#rest();
        this.#told.answered(busy, reply);
      },
      refused: (busy, error) => {
        const ofEngine = error.code === 'engine-crashed' || error.code === 'engine-unavailable';
        if (ofEngine) this.#giveUp(station);
        if (ofEngine) this.#told.died(busy, error.message);
        else this.#told.refused(busy, error);
      },
      died: (busy, why) => {
        // One that was idle may have been ended for its memory.
        if (busy) this.#giveUp(station);
        this.#told.died(busy, why);
      },
      unopened: (busy, why) => {
        this.#giveUp(station);
        this.#told.died(busy, why);
      },
    };
    const station = new Station(this.#opening, told);
    return station;
  }

  /** @param {Station} station */
  #giveUp(station) {
    station.end();
    this.#stations = this.#stations.filter((other) => other !== station);
  }

  /** Something is done; perhaps it was the last for a while. */
  #rest() {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (this.#stations.every(({ busy }) => !busy)) this.close();
    }, IDLE_MS);
  }
}
