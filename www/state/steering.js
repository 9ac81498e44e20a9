// Theorem 3: a head's scores, read off the encoding at turned points, beside the same numbers blended at each turn.

import { computed, signal } from '@preact/signals-core';
import { PRIORITY, isStale } from '../engine/requests/landscape.js';
import { modelUrl } from '../engine/settings.js';
import { readWords, wholeIn, writeWords } from './chosen.js';
import { off } from './distance.js';
import { addKind } from './study.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { LandscapeReply, LandscapeRequest } from '../engine/requests/landscape.js'
 * @import { Demo } from './demo.js'
 */

/** @typedef {[[number, number], [number, number]]} Matrix */
/** How places beyond the border of a filter are filled in. @typedef {'border' | 'zeros'} Beyond */

export const STEPS = 8;
export const STEP_DEGREES = 45;
/** The window's side. */
export const SIDE = 5;
const MIDDLE = (SIDE - 1) / 2;
const PAPER = 'r4_sa';
export const HEADS = 9;

/** +row towards +column. @param {number} degrees @returns {Matrix} */
function turnBy(degrees) {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return [
    [cos, -sin],
    [sin, cos],
  ];
}

/** @param {Matrix} a @param {Matrix} b @returns {Matrix} */
function product(a, b) {
  const at = (/** @type {0 | 1} */ i, /** @type {0 | 1} */ j) =>
    a[i][0] * b[0][j] + a[i][1] * b[1][j];
  return [
    [at(0, 0), at(0, 1)],
    [at(1, 0), at(1, 1)],
  ];
}

/** What a filter that is turned by a matrix sees at each place: the point turned back. @param {Matrix} matrix @returns {[number, number][]} */
function pointsOf(matrix) {
  return Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [row, col] = [Math.floor(i / SIDE) - MIDDLE, (i % SIDE) - MIDDLE];
    // The inverse of a rotation is its transpose.
    return [matrix[0][0] * row + matrix[1][0] * col, matrix[0][1] * row + matrix[1][1] * col];
  });
}

/** For each number of steps: the matrices multiplied, and the one of the whole angle. */
const WINDOWS = (() => {
  const step = turnBy(STEP_DEGREES);
  /** @type {Matrix[]} */
  const multiplied = [turnBy(0)];
  for (let i = 0; i < STEPS; i++) multiplied.push(product(multiplied[i], step));
  const direct = multiplied.map((_, i) => turnBy((i * STEP_DEGREES) % 360));
  return [...multiplied, ...direct].map(pointsOf);
})();

/** A filter turned by blending the four numbers round each point. @param {readonly number[]} filter @param {number} degrees @param {Beyond} beyond */
export function blended(filter, degrees, beyond) {
  const last = SIDE - 1;
  /** @param {number} row @param {number} col */
  const at = (row, col) => {
    const isInside = row >= 0 && col >= 0 && row <= last && col <= last;
    if (!isInside && beyond === 'zeros') return 0;
    const [r, c] = [row, col].map((place) => Math.max(0, Math.min(last, place)));
    return filter[r * SIDE + c];
  };
  return pointsOf(turnBy(degrees)).map(([row, col]) => {
    const [r, c] = [row + MIDDLE, col + MIDDLE].map((x) => {
      // A whole number but for rounding.
      const place = Math.abs(x - Math.round(x)) < 1e-9 ? Math.round(x) : x;
      return beyond === 'border' ? Math.max(0, Math.min(last, place)) : place;
    });
    const [top, left] = [Math.floor(r), Math.floor(c)];
    const [down, right] = [r - top, c - left];
    return (
      (1 - down) * ((1 - right) * at(top, left) + right * at(top, left + 1)) +
      down * ((1 - right) * at(top + 1, left) + right * at(top + 1, left + 1))
    );
  });
}

addKind('landscape', {
  priority: PRIORITY,
  isStale,
  keep: (demo, request, reply) => steeringOf(demo).keep(request, reply),
});

/** @type {WeakMap<Demo, Steering>} */
const all = new WeakMap();

/** @param {Demo} demo */
export function steeringOf(demo) {
  let steering = all.get(demo);
  if (!steering) all.set(demo, (steering = new Steering(demo)));
  return steering;
}

export class Steering {
  #demo;

  /** How many times it is turned. */
  steps = signal(0);
  /** From 0. */
  head = signal(HEADS - 1);
  /** Which was guessed to come home. @type {Signal<'sampled' | 'blended' | null>} */
  guess = signal(null);
  /** @type {Signal<{ about: string, drawing: number, scores: number[][] } | null>} */
  #known = signal(null);
  #about = computed(() => `${this.#demo.drawing.version.value} ${this.head.value}`);

  /** Of each number of steps, without their mean, which no softmax sees. */
  turned = computed(() => {
    const known = this.#demo.drawing.sinceBlank(this.#known.value);
    if (!known) return null;
    const [first] = known.scores;
    const mean = first.reduce((a, b) => a + b, 0) / first.length;
    const centred = known.scores.map((scores) => scores.map((score) => score - mean));
    const sampled = centred.slice(0, STEPS + 1);
    const direct = centred.slice(STEPS + 1);
    /** @param {Beyond} beyond */
    const again = (beyond) => {
      const all = [sampled[0]];
      for (let i = 0; i < STEPS; i++) all.push(blended(all[i], STEP_DEGREES, beyond));
      return all;
    };
    const border = again('border');
    const back = blended(blended(sampled[0], STEP_DEGREES, 'border'), -STEP_DEGREES, 'border');
    return {
      ...{ isNow: known.about === this.#about.value, sampled, direct, blended: border },
      zeros: off(again('zeros')[STEPS], sampled[0]),
      back: off(back, sampled[0]),
    };
  });

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
    demo.places.keep('theorem-3', {
      write: () => {
        const [steps, head] = [this.steps.peek(), this.head.peek()];
        return writeWords({ steps: steps || null, head: head === HEADS - 1 ? null : head + 1 });
      },
      read: (text) => {
        const words = readWords(text);
        this.turnTo(wholeIn(words.get('steps'), 0, STEPS) ?? this.steps.peek());
        this.choose((wholeIn(words.get('head'), 1, HEADS) ?? this.head.peek() + 1) - 1);
      },
    });
  }

  /** What is still to be asked. @returns {LandscapeRequest | null} */
  get question() {
    const { drawing, choice } = this.#demo;
    if (drawing.isEmpty.value || this.turned.value?.isNow) return null;
    try {
      const url = modelUrl(PAPER);
      return {
        ...{ kind: 'landscape', url, strokes: drawing.strokes.value, engine: choice.value },
        ...{ head: this.head.value, points: WINDOWS },
      };
    } catch {
      // A page may have said that there is no such network.
      return null;
    }
  }

  /** @param {LandscapeRequest} asked @param {LandscapeReply} reply */
  keep({ head }, { scores }) {
    if (scores.length === 0 || head !== this.head.peek()) return false;
    const drawing = this.#demo.drawing.version.peek();
    this.#known.value = { about: this.#about.peek(), drawing, scores };
    return true;
  }

  // ---- Actions ----

  /** @param {number} steps */
  turnTo(steps) {
    this.steps.value = Math.max(0, Math.min(STEPS, Math.round(steps) || 0));
  }

  /** Once more, and from home anew. */
  turnOn() {
    this.turnTo(this.steps.peek() >= STEPS ? 1 : this.steps.peek() + 1);
  }

  /** @param {number} head */
  choose(head) {
    this.head.value = Math.max(0, Math.min(HEADS - 1, Math.round(head) || 0));
    this.#demo.study.rest();
  }

  /** @param {'sampled' | 'blended'} guess */
  guessed(guess) {
    this.guess.value = guess;
    this.turnTo(STEPS);
  }
}
