// Turns the drawing by itself.

import { normalise } from './angle.js';

/** Where motion is unwelcome the drawing is turned by steps. */
const CALM_STEP_DEGREES = 45;
const CALM_STEP_MS = 1500;

/** The last part of a long turn, which slows down: shares of its time and of its way. */
const EASE = { from: 0.82, way: 0.9 };

/** Constant speed, and rest at the end. @param {number} share  of the time, 0 to 1 @returns {number} of the way */
export function steadily(share) {
  const { from, way } = EASE;
  if (share < from) return (share / from) * way;
  const rest = (share - from) / (1 - from);
  return way + (1 - way) * (1 - (1 - rest) ** 2);
}

/** At once, and slower and slower. @param {number} share  of the time, 0 to 1 @returns {number} of the way */
export function softly(share) {
  return 1 - (1 - share) ** 3;
}

/** Whether motion is unwelcome. */
export function isCalm() {
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

  /**
   * Turns by so many degrees and then stands; nothing of it where motion is unwelcome but the end.
   *
   * @param {number} degrees
   * @param {number} ms
   * @param {(share: number) => number} ease
   * @param {() => void} done
   */
  turnBy(degrees, ms, ease, done) {
    const [start, began] = [this.#angle(), performance.now()];
    this.active = true;
    /** @param {number} now */
    const glide = (now) => {
      const share = Math.min(1, Math.max(0, now - began) / ms);
      this.#turn(normalise(start + degrees * ease(share)));
      if (share < 1) this.#frame = requestAnimationFrame(glide);
      else done();
    };
    glide(isCalm() ? Infinity : began);
  }

  /**
   * Once round and back to where it was; by steps where motion is unwelcome.
   *
   * @param {number} ms
   * @param {() => void} done
   */
  turnRound(ms, done) {
    if (!isCalm()) {
      this.turnBy(360, ms, steadily, done);
      return;
    }
    this.active = true;
    const start = this.#angle();
    let next = (Math.floor(start / CALM_STEP_DEGREES) + 1) * CALM_STEP_DEGREES;
    const step = () => {
      this.#turn(normalise(Math.min(next, start + 360)));
      if (next >= start + 360) done();
      next += CALM_STEP_DEGREES;
    };
    this.#timer = setInterval(step, CALM_STEP_MS);
    step();
  }

  stop() {
    this.active = false;
    cancelAnimationFrame(this.#frame);
    clearInterval(this.#timer);
  }
}
