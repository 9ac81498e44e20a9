// Turns the drawing by itself.

import { normalise } from './angle.js';

const DEGREES_PER_SECOND = 24;
/** Where motion is unwelcome the drawing is turned by steps. */
const CALM_STEP_DEGREES = 45;
const CALM_STEP_MS = 1500;

/** The last part of a turn by itself, which slows down: shares of its time and of its way. */
const EASE = { from: 0.82, way: 0.9 };

/** Constant speed, and rest at the end. @param {number} share  of the time, 0 to 1 @returns {number} of the way */
function eased(share) {
  const { from, way } = EASE;
  if (share < from) return (share / from) * way;
  const rest = (share - from) / (1 - from);
  return way + (1 - way) * (1 - (1 - rest) ** 2);
}

/** Whether motion is unwelcome. */
function isCalm() {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}

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
    if (isCalm()) {
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

  /**
   * Turns by so many degrees and then stands; nothing of it where motion is unwelcome but the end.
   *
   * @param {number} degrees
   * @param {number} seconds
   * @param {() => void} done
   */
  turnBy(degrees, seconds, done) {
    const [start, began] = [this.#angle(), performance.now()];
    this.active = true;
    /** @param {number} now */
    const glide = (now) => {
      const share = Math.min(1, Math.max(0, now - began) / (1000 * seconds));
      this.#turn(normalise(start + degrees * eased(share)));
      if (share < 1) this.#frame = requestAnimationFrame(glide);
      else done();
    };
    glide(isCalm() ? Infinity : began);
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
