// By how much the drawing is turned, by hand or by itself.

import { batch, computed, signal } from '@preact/signals-core';
import { normalise } from './angle.js';
import { Spinner, softly, steadily } from './spin.js';

/**
 * @typedef {object} Told
 * @property {() => void} turned  at each change
 * @property {() => void} settled  once it is meant to stay so
 */

/** How long once round takes. */
const ROUND_MS = 8000;
/** How long it takes to go where somebody points. */
const GLIDE_MS = 320;

export class Turning {
  #told;
  #spinner = new Spinner(
    () => this.angle.peek(),
    (degrees) => this.set(degrees),
  );
  #glides = signal(false);
  #held = signal(false);

  /** Degrees, counter-clockwise, in [0, 360). */
  angle = signal(0);
  /** Whether it goes once round. */
  spins = signal(false);
  /** Whether it is on its way, by itself or under a hand. */
  moves = computed(() => this.#glides.value || this.#held.value);

  /** @param {Told} told */
  constructor(told) {
    this.#told = told;
  }

  /** @param {number} degrees  in [0, 360) */
  set(degrees) {
    if (degrees === this.angle.peek()) return;
    this.angle.value = degrees;
    this.#told.turned();
  }

  /** Turned by a person. @param {number} degrees  in [0, 360) @param {boolean} [finished]  false while it is dragged */
  turn(degrees, finished = true) {
    batch(() => {
      this.#halt();
      this.#held.value = !finished;
      this.set(degrees);
    });
    if (finished) this.#told.settled();
  }

  /** Goes where somebody points, the short way. @param {number} degrees */
  turnTo(degrees) {
    this.#halt();
    const way = normalise(degrees - this.angle.peek());
    this.#glide(way > 180 ? way - 360 : way, GLIDE_MS, softly);
  }

  /** Turns by itself by so many degrees, once, unless somebody turns it meanwhile. @param {number} degrees @param {number} seconds */
  turnBy(degrees, seconds) {
    this.#halt();
    this.#glide(degrees, 1000 * seconds, steadily);
  }

  /** @param {number} degrees @param {number} ms @param {(share: number) => number} ease */
  #glide(degrees, ms, ease) {
    this.#glides.value = true;
    this.#spinner.turnBy(degrees, ms, ease, () => this.stop());
  }

  /** Goes once round, or stops doing so. */
  spin() {
    if (this.spins.peek()) {
      this.stop();
      return;
    }
    this.#halt();
    this.#glides.value = this.spins.value = true;
    this.#spinner.turnRound(ROUND_MS, () => this.stop());
  }

  /** Stands still, where it went by itself. */
  stop() {
    if (!this.#spinner.active) return;
    batch(() => {
      this.#halt();
      this.set(normalise(Math.round(this.angle.peek() * 10) / 10));
    });
    this.#told.settled();
  }

  #halt() {
    if (!this.#spinner.active) return;
    this.#spinner.stop();
    this.#glides.value = this.spins.value = false;
  }
}
