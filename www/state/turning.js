// By how much the drawing is turned, by hand or by itself.

import { signal } from '@preact/signals-core';
import { normalise } from './angle.js';
import { Spinner } from './spin.js';

/**
 * @typedef {object} Told
 * @property {() => void} turned  at each change
 * @property {() => void} settled  once it is meant to stay so
 */

export class Turning {
  #told;
  #spinner = new Spinner(
    () => this.angle.peek(),
    (degrees) => this.set(degrees),
  );

  /** Degrees, counter-clockwise, in [0, 360). */
  angle = signal(0);
  spins = signal(false);

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
    this.stop();
    this.set(degrees);
    if (finished) this.#told.settled();
  }

  /** Begins to turn by itself, or stops it. */
  spin() {
    if (this.#spinner.active) {
      this.stop();
      return;
    }
    this.spins.value = true;
    this.#spinner.start();
  }

  /** Turns by itself by so many degrees, once, unless somebody turns it meanwhile. @param {number} degrees @param {number} seconds */
  turnBy(degrees, seconds) {
    this.stop();
    this.#spinner.turnBy(degrees, seconds, () => this.stop());
  }

  stop() {
    if (!this.#spinner.active) return;
    this.#spinner.stop();
    this.spins.value = false;
    this.set(normalise(Math.round(this.angle.peek() * 10) / 10));
    this.#told.settled();
  }
}
