// Theorem 2, the construction: an ordinary network with one hidden layer, and the same averaged over quarter turns. Both are fitted to one
// picture and one painted answer.

import { computed, signal } from '@preact/signals-core';
import { readSteps, readWords, writeSteps, writeWords } from './chosen.js';
import { off } from './distance.js';
import { randomNumbers } from './random.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { Demo } from './demo.js'
 */

/** Seven by seven. @typedef {readonly number[]} Picture */

export const SIDE = 7;
const PIXELS = SIDE * SIDE;
/** Of the picture, to one of these pixels. */
const POOL = 4;
export const TURNS = [0, 1, 2, 3];
const HIDDEN = 64;
/** More than there are pixels, for rounding. */
const MOST_STEPS = 120;

/** An arrow: looks alike from no two sides. @type {Picture} */
const FIRST = ['...#...', '..###..', '.#.#.#.', '...#...', '...#...', '...##..', '...#...'].flatMap(
  (row) => Array.from(row, (dot) => Number(dot === '#')),
);

/** Pixels to a letter of a link. */
const TO_A_LETTER = 5;

/** As a link has it. @param {Picture} picture */
function lettersOf(picture) {
  const steps = Array.from({ length: Math.ceil(PIXELS / TO_A_LETTER) }, (_, letter) => {
    const part = picture.slice(letter * TO_A_LETTER, (letter + 1) * TO_A_LETTER);
    return part.reduce((step, value, i) => step + (value > 0 ? 2 ** i : 0), 0);
  });
  return writeSteps(steps);
}

/** The reverse; null of what is none, and of nothing, which can't turn. @param {string | undefined} letters @returns {Picture | null} */
function pictureOf(letters) {
  const steps = readSteps(letters);
  if (steps.length !== Math.ceil(PIXELS / TO_A_LETTER)) return null;
  const picture = Array.from({ length: PIXELS }, (_, at) => {
    return (steps[Math.floor(at / TO_A_LETTER)] >> (at % TO_A_LETTER)) & 1;
  });
  return picture.some(Boolean) ? picture : null;
}

/** By quarters, counter-clockwise. @param {Picture} x @param {number} quarters @returns {number[]} */
export function turned(x, quarters) {
  let out = [...x];
  for (let i = 0; i < ((quarters % 4) + 4) % 4; i++) {
    const before = out;
    out = before.map((_, at) => before[(at % SIDE) * SIDE + SIDE - 1 - Math.floor(at / SIDE)]);
  }
  return out;
}

/** What the network sees, coarser. @param {ArrayLike<number>} seen  28×28 @returns {number[]} */
export function pooled(seen) {
  const side = SIDE * POOL;
  return Array.from({ length: PIXELS }, (_, at) => {
    const [top, left] = [Math.floor(at / SIDE) * POOL, (at % SIDE) * POOL];
    let sum = 0;
    for (let i = 0; i < POOL * POOL; i++) {
      sum += seen[(top + Math.floor(i / POOL)) * side + left + (i % POOL)];
    }
    return sum / POOL ** 2;
  });
}

/** @param {readonly number[]} a @param {readonly number[]} b */
const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** The hidden layer, as random as before training. */
const WEIGHTS = (() => {
  const numbers = randomNumbers(2);
  const next = () => 2 * numbers.next().value - 1;
  return Array.from({ length: HIDDEN }, () => ({
    input: Array.from({ length: PIXELS }, () => 0.8 * next()),
    bias: next(),
  }));
})();

/** @param {Picture} x */
function hidden(x) {
  return WEIGHTS.map(({ input, bias }) => Math.tanh(dot(input, x) + bias));
}

/**
 * Two networks with that hidden layer, whose output weights are the smallest that give the answer for this one picture: by the network itself,
 * and by its mean over the group, x ↦ mean of g⁻¹ net(g x).
 *
 * @param {Picture} x
 * @param {Picture} answer
 * @returns {Record<'ordinary' | 'averaged', (x: Picture) => number[]>}
 */
export function fitted(x, answer) {
  const own = hidden(x);
  const size = dot(own, own);
  const seen = TURNS.map((g) => hidden(turned(x, g)));
  // Weights Σ_g g λ ⊗ φ(g x) / 4, of which the mean is K λ: solved for by conjugate gradients.
  const products = seen.map((a) => seen.map((b) => dot(a, b) / 16));
  /** @param {readonly number[]} lambda */
  const apply = (lambda) => {
    const sum = Array(PIXELS).fill(0);
    for (const g of TURNS) {
      for (const k of TURNS) {
        turned(lambda, k - g).forEach((value, i) => (sum[i] += products[g][k] * value));
      }
    }
    return sum;
  };
  const lambda = solve(apply, answer);
  /** @param {Picture} other */
  const net = (other) => {
    const now = hidden(other);
    const sum = Array(PIXELS).fill(0);
    for (const g of TURNS) {
      const share = dot(seen[g], now) / 4;
      turned(lambda, g).forEach((value, i) => (sum[i] += share * value));
    }
    return sum;
  };
  return {
    ordinary: (other) => {
      const share = dot(own, hidden(other)) / size;
      return answer.map((value) => share * value);
    },
    averaged: (other) => {
      const sum = Array(PIXELS).fill(0);
      for (const g of TURNS) {
        turned(net(turned(other, g)), -g).forEach((value, i) => (sum[i] += value / 4));
      }
      return sum;
    },
  };
}

/** @param {(x: readonly number[]) => number[]} apply  symmetric, and positive but for what it can't reach @param {Picture} goal */
function solve(apply, goal) {
  const x = Array(goal.length).fill(0);
  let rest = [...goal];
  let way = [...rest];
  let size = dot(rest, rest);
  const enough = 1e-26 * size;
  for (let step = 0; step < MOST_STEPS && size > enough; step++) {
    const moved = apply(way);
    const along = dot(way, moved);
    // Beyond, there is nothing but rounding.
    if (!(along > 1e-14 * size)) break;
    const far = size / along;
    way.forEach((value, i) => (x[i] += far * value));
    rest = rest.map((value, i) => value - far * moved[i]);
    const next = dot(rest, rest);
    way = rest.map((value, i) => value + (next / size) * way[i]);
    size = next;
  }
  return x;
}

/** @type {WeakMap<Demo, Averaging>} */
const all = new WeakMap();

/** @param {Demo} demo */
export function averagingOf(demo) {
  let averaging = all.get(demo);
  if (!averaging) all.set(demo, (averaging = new Averaging(demo)));
  return averaging;
}

export class Averaging {
  /** @type {Signal<Picture>} */
  painted = signal(FIRST);
  /** What was guessed to turn along. @type {Signal<'both' | 'averaged' | null>} */
  guess = signal(null);

  /** For each quarter turn what is read, and what both answer; how far that is from the first answer, turned. */
  answers;

  /** @param {Demo} demo */
  constructor(demo) {
    // What was guessed is the reader's own.
    demo.places.keep('theorem-2', {
      write: () => {
        const painted = this.painted.peek();
        return writeWords({ painted: painted !== FIRST && lettersOf(painted) });
      },
      read: (text) => {
        this.painted.value = pictureOf(readWords(text).get('painted')) ?? this.painted.peek();
      },
    });
    const drawn = computed(() => demo.asking.seen.value && pooled(demo.asking.seen.value));
    this.answers = computed(() => {
      const x = drawn.value;
      if (!x) return null;
      const { ordinary, averaged } = fitted(x, this.painted.value);
      const first = { ordinary: ordinary(x), averaged: averaged(x) };
      return TURNS.map((turn) => {
        const read = turned(x, turn);
        const said = { ordinary: ordinary(read), averaged: averaged(read) };
        return {
          ...{ turn, read, ...said },
          ordinaryOff: off(said.ordinary, turned(first.ordinary, turn)),
          averagedOff: off(said.averaged, turned(first.averaged, turn)),
          // A drawing that looks alike from other sides has no answer but one that does too.
          missed: off(first.averaged, this.painted.value),
        };
      });
    });
  }

  /** @param {number} at */
  tap(at) {
    const painted = [...this.painted.peek()];
    if (!(at in painted)) return;
    painted[at] = 1 - painted[at];
    // Of nothing, nothing turns.
    if (painted.some(Boolean)) this.painted.value = painted;
  }

  /** @param {'both' | 'averaged'} guess */
  guessed(guess) {
    this.guess.value = guess;
  }
}
