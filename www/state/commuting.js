// Theorem 4: linear layers as tables κ(g, g̃), moved at both ends. Twelve points on a ring, and the eight symmetries of a square.

import { computed, signal } from '@preact/signals-core';
import { PRIORITY, isStale } from '../engine/requests/exactness.js';
import { modelUrl } from '../engine/settings.js';
import { withVariant } from '../engine/variant.js';
import { readWords, wholeIn, writeWords } from './chosen.js';
import { off } from './distance.js';
import { randomNumbers } from './random.js';
import { addKind } from './study.js';

/**
 * @import { ReadonlySignal, Signal } from '@preact/signals-core'
 * @import { ExactnessReply, ExactnessRequest } from '../engine/requests/exactness.js'
 * @import { Demo } from './demo.js'
 */

/** Points on the ring, and symmetries of a square. */
export const [POINTS, SYMMETRIES] = [12, 8];
/** What is moved, and how, at first. @type {{ shift: number, symmetry: number, shuffle: number, entry: readonly [number, number] }} */
const FIRST = { shift: 3, symmetry: 1, shuffle: 1, entry: [4, 3] };
/** Shuffles that a link can name. */
const MOST_SHUFFLES = 9999;
/** The network of the last line, and its first group layer. */
const [PAPER, LAYER] = ['r4_sa', 'layer 1'];

/**
 * A layer: how much the output at g takes from the input at g̃.
 *
 * @typedef {number[][]} Kappa
 */

/**
 * A kind of layer beside one that only looks like it.
 *
 * @typedef {object} Case
 * @property {CaseName} name
 * @property {string} title
 * @property {string} moves  what it commutes with
 * @property {string} counter  what the other one is
 * @property {boolean} signed  whether entries may be negative
 * @property {[Kappa, Kappa]} tables
 */

/** @typedef {'constant' | 'relative' | 'convolution' | 'group'} CaseName */

/** @template T @param {number} count @param {(i: number) => T} of */
const list = (count, of) => Array.from({ length: count }, (_, i) => of(i));

/** Scores to shares that sum to 1. @param {number[]} scores */
function softmax(scores) {
  const shares = scores.map(Math.exp);
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

/** In D₄ an element mirrors first, where it is one of the last four, and then turns by quarters: a · b. @param {number} a @param {number} b */
export function compose(a, b) {
  const turned = a < 4 ? (a % 4) + (b % 4) : (a % 4) + 4 - (b % 4);
  return (turned % 4) + 4 * (Number(a >= 4) ^ Number(b >= 4));
}

/** @param {number} a */
export function inverse(a) {
  return a < 4 ? (4 - a) % 4 : a;
}

/** @returns {Case[]} */
function makeCases() {
  const numbers = randomNumbers(4);
  /** @param {number} count @param {number} size */
  const random = (count, size) => list(count, () => size * (numbers.next().value - 0.5));
  const ring = list(POINTS, (i) => i);
  /** @param {(g: number, other: number) => number} score */
  const attention = (score) => ring.map((g) => softmax(ring.map((other) => score(g, other))));
  /** @param {number} g @param {number} other */
  const apart = (g, other) => (other - g + POINTS) % POINTS;
  const [relative, absolute] = [random(POINTS, 5), random(POINTS, 5)];
  const filter = [1, -0.6, 0.8];
  const filters = list(POINTS, () => random(3, 1.2).map((more, i) => filter[i] + more));
  /** @param {(g: number) => number[]} of */
  const convolution = (of) =>
    ring.map((g) => ring.map((other) => of(g)[(apart(g, other) + 1) % POINTS] ?? 0));
  const embedding = random(SYMMETRIES, 5);
  const square = list(SYMMETRIES, (i) => i);
  /** @param {(h: number, key: number) => number} index */
  const group = (index) =>
    square.map((h) => softmax(square.map((key) => embedding[index(h, key)])));
  const byDistance = attention((g, other) => relative[apart(g, other)]);
  return [
    {
      ...{ name: 'constant', title: 'Constant encoding', moves: 'any shuffle' },
      ...{ counter: 'relative encoding, same shuffle', signed: false },
      tables: [attention(() => 1), byDistance],
    },
    {
      ...{ name: 'relative', title: 'Relative encoding', moves: 'shifts on a ring' },
      ...{ counter: 'absolute encoding, same shift', signed: false },
      tables: [byDistance, attention((_, other) => absolute[other])],
    },
    {
      ...{ name: 'convolution', title: 'Convolution', moves: 'shifts on a ring' },
      ...{ counter: 'a filter for each place, same shift', signed: true },
      tables: [convolution(() => filter), convolution((g) => filters[g])],
    },
    {
      ...{ name: 'group', title: 'Group attention, h⁻¹ĥ', moves: 'turns and mirrors of a square' },
      ...{ counter: 'hĥ⁻¹ instead, same symmetry', signed: false },
      tables: [
        group((h, key) => compose(inverse(h), key)),
        group((h, key) => compose(h, inverse(key))),
      ],
    },
  ];
}

export const CASES = makeCases();

/** How far κ is from commuting with a move of points: ‖κ(L f) − L(κ f)‖ / ‖κ f‖. @param {Kappa} kappa @param {number[]} move  where each point goes */
export function distance(kappa, move) {
  const numbers = randomNumbers(11);
  const f = list(kappa.length, () => numbers.next().value - 0.5);
  /** @param {number[]} f */
  const apply = (f) => kappa.map((row) => row.reduce((sum, weight, i) => sum + weight * f[i], 0));
  /** @param {number[]} f */
  const moved = (f) => {
    const out = [...f];
    move.forEach((to, from) => (out[to] = f[from]));
    return out;
  };
  return off(apply(moved(f)), moved(apply(f)));
}

addKind('exactness', {
  priority: PRIORITY,
  isStale,
  keep: (demo, request, reply) => commutingOf(demo).keep(request, reply),
});

/** @type {WeakMap<Demo, Commuting>} */
const all = new WeakMap();

/** @param {Demo} demo */
export function commutingOf(demo) {
  let commuting = all.get(demo);
  if (!commuting) all.set(demo, (commuting = new Commuting(demo)));
  return commuting;
}

export class Commuting {
  #demo;
  #shuffles = signal(FIRST.shuffle);

  /** By how much the ring is shifted. */
  shift = signal(FIRST.shift);
  /** Of the square. */
  symmetry = signal(FIRST.symmetry);
  /** The entry that is followed, (g, g̃). @type {Signal<readonly [number, number]>} */
  entry = signal(FIRST.entry);
  /** What was guessed: whether hĥ⁻¹ is as good. @type {Signal<boolean | null>} */
  guess = signal(null);

  shuffle = computed(() => {
    const numbers = randomNumbers(31 * this.#shuffles.value);
    const left = list(POINTS, (i) => i);
    return list(POINTS, () => left.splice(Math.floor(numbers.next().value * left.length), 1)[0]);
  });
  /** Where each point goes. @type {ReadonlySignal<Record<CaseName, number[]>>} */
  moves = computed(() => {
    const shift = list(POINTS, (i) => (i + this.shift.value) % POINTS);
    const group = list(SYMMETRIES, (i) => compose(this.symmetry.value, i));
    return { constant: this.shuffle.value, relative: shift, convolution: shift, group };
  });
  /** Of each kind of layer and its counter-case. */
  errors = computed(() =>
    CASES.map(({ name, tables }) => tables.map((kappa) => distance(kappa, this.moves.value[name]))),
  );
  /** Of the real layer, as it is and with the published index, and of which drawing. @type {Signal<{ about: string, errors: number[] } | null>} */
  #real = signal(null);
  #about = computed(() => {
    const { drawing, turning } = this.#demo;
    return `${drawing.version.value} ${turning.angle.value}`;
  });

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
    demo.places.keep('theorem-4', {
      write: () => this.#write(),
      read: (text) => this.#read(text),
    });
  }

  // ---- As a link says it; what was guessed is the reader's own ----

  #write() {
    const [shift, symmetry] = [this.shift.peek(), this.symmetry.peek()];
    const [shuffle, entry] = [this.#shuffles.peek(), this.entry.peek().join('-')];
    return writeWords({
      shift: shift === FIRST.shift ? null : shift,
      move: symmetry === FIRST.symmetry ? null : symmetry,
      shuffle: shuffle === FIRST.shuffle ? null : shuffle,
      entry: entry === FIRST.entry.join('-') ? null : entry,
    });
  }

  /** @param {string} text */
  #read(text) {
    const words = readWords(text);
    this.shiftBy(wholeIn(words.get('shift'), 0, POINTS - 1) ?? this.shift.peek());
    this.moveBy(wholeIn(words.get('move'), 0, SYMMETRIES - 1) ?? this.symmetry.peek());
    this.#shuffles.value = wholeIn(words.get('shuffle'), 1, MOST_SHUFFLES) ?? this.#shuffles.peek();
    const [g, other] = (words.get('entry') ?? '')
      .split('-')
      .map((at) => wholeIn(at, 0, POINTS - 1));
    if (g !== null && other !== null && other !== undefined) this.follow(g, other);
  }

  /** What the real layer is off by; null where that is not known. */
  get real() {
    const real = this.#real.value;
    return real?.about === this.#about.value ? real.errors : null;
  }

  /** What is still to be asked. @returns {ExactnessRequest | null} */
  get question() {
    const { drawing, turning, choice } = this.#demo;
    if (drawing.isEmpty.value || this.real) return null;
    let url;
    try {
      url = modelUrl(PAPER);
    } catch {
      // A page may have said that there is no such network.
      return null;
    }
    return {
      ...{ kind: 'exactness', layer: LAYER, strokes: drawing.strokes.value },
      models: [{ url }, { url: withVariant(url, { index: 'published' }) }],
      ...{ angle: turning.angle.value, engine: choice.value },
    };
  }

  /** @param {ExactnessRequest} _asked @param {ExactnessReply} reply */
  keep(_asked, { errors }) {
    if (errors.length === 0) return false;
    this.#real.value = { about: this.#about.peek(), errors };
    return true;
  }

  // ---- Actions ----

  shuffleAgain() {
    this.#shuffles.value++;
  }

  /** @param {number} by */
  shiftBy(by) {
    this.shift.value = ((Math.round(by) % POINTS) + POINTS) % POINTS || 0;
  }

  /** @param {number} element */
  moveBy(element) {
    this.symmetry.value = element;
  }

  /** @param {number} g @param {number} other */
  follow(g, other) {
    const [row, col] = [g, other].map((at) => Math.max(0, Math.min(POINTS - 1, at)));
    this.entry.value = [row, col];
  }

  /** @param {boolean} guess */
  guessed(guess) {
    this.guess.value = guess;
  }
}
