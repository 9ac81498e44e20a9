// Turns the drawing by itself.

import { normalise } from './angle.js';

const DEGREES_PER_SECOND = 24;
/** Where motion is unwelcome the drawing is turned by steps. */
const CALM_STEP_DEGREES = 45;
const CALM_STEP_MS = 1500;

export class Spinner {
  #angle;
  #turn;
  #frame = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  active = false;

  /**
   * @param {() => number} angle  degrees at the moment
   * @param {(degrees: number) => void} turn
   */
  constructor(angle, turn) {
    this.#angle = angle;
    this.#turn = turn;
  }

  start() {
    this.active = true;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#step();
      this.#timer = setInterval(() => this.#step(), CALM_STEP_MS);
      return;
    }
    let before = performance.now();
    /** @param {number} now */
    const glide = (now) => {
      const seconds = Math.min(0.1, Math.max(0, now - before) / 1000);
      before = now;
      this.#turn(normalise(this.#angle() + DEGREES_PER_SECOND * seconds));
      this.#frame = requestAnimationFrame(glide);
    };
    this.#frame = requestAnimationFrame(glide);
  }

  stop() {
    this.active = false;
    cancelAnimationFrame(this.#frame);
    clearInterval(this.#timer);
  }

  #step() {
    const steps = Math.floor(this.#angle() / CALM_STEP_DEGREES) + 1;
    this.#turn(normalise(steps * CALM_STEP_DEGREES));
  }
}
