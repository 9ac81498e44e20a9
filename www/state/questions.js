// Which state of the pad has been asked about, which is answered, and who waits for an answer.

/** @import { NetworkPrediction } from '../types.d.ts' */

/**
 * @typedef {object} Waiter
 * @property {number} version
 * @property {(prediction: NetworkPrediction | null) => void} resolve
 * @property {(error: Error) => void} reject
 */

export class Questions {
  #version = 0;
  /** Answers to older versions are of no use. */
  #oldest = 0;
  #answered = 0;
  /** The version last asked about, 0 where no answer is to come. */
  #asked = 0;
  /** @type {Waiter[]} */
  #waiters = [];

  /** Counts every change of what is on the pad or of what is asked about it. */
  get version() {
    return this.#version;
  }

  /** Whether an answer for what is on the pad now is to come. */
  get underWay() {
    return this.#asked === this.#version;
  }

  /** Something is different; an answer to what was before is still better than none. */
  change() {
    this.#version++;
  }

  /** Nothing is as it was: answers to what was before are of no use any more. */
  startAnew() {
    this.#oldest = ++this.#version;
  }

  /** What is on the pad now has been asked about. */
  ask() {
    this.#asked = this.#version;
  }

  /** No answer will come to what was asked last. */
  giveUp() {
    this.#asked = 0;
  }

  /** The version from which on answers are of use. */
  get oldest() {
    return this.#oldest;
  }

  /** Whether this version, or a newer one, has been answered. @param {number} version */
  isAnswered(version) {
    return this.#answered >= version;
  }

  /** The answer to this version, or to a newer one. @param {number} version @returns {Promise<NetworkPrediction | null>} */
  answerTo(version) {
    return new Promise((resolve, reject) => {
      this.#waiters.push({ version, resolve, reject });
    });
  }

  /** @param {number} version @param {NetworkPrediction | null} prediction  what it is answered with */
  answer(version, prediction) {
    this.#answered = Math.max(this.#answered, version);
    const done = this.#waiters.filter((waiter) => waiter.version <= version);
    this.#waiters = this.#waiters.filter((waiter) => waiter.version > version);
    for (const { resolve } of done) resolve(prediction);
  }

  /** Whoever waits waits in vain. @param {Error} error */
  refuse(error) {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const { reject } of waiters) reject(error);
  }
}
