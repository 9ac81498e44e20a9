// Theorem 1 as somebody plays with it: which filter, how sharp the heads are, which weights stand behind them, and what came of it.

import { computed, signal } from '@preact/signals-core';
import { CURVE_PRIORITY, PRIORITY, isStale } from '../engine/requests/convolution.js';
import { readSteps, readWords, wholeIn, writeSteps, writeWords } from './chosen.js';
import { addressOf, coded } from './failures.js';
import { randomNumbers } from './random.js';
import { addKind } from './study.js';

/**
 * @import { ReadonlySignal, Signal } from '@preact/signals-core'
 * @import { CodedError } from '../engine/errors.js'
 * @import { Compared, ConvolutionReply, ConvolutionRequest, Form, Found, Setup } from '../engine/requests/convolution.js'
 * @import { Demo } from './demo.js'
 */

/** An ordinary filter with no number that is 0: of those a head could be missing. @type {readonly number[]} */
const FIRST_FILTER = [-1, -0.4, 0.2, -1.3, 0.1, 1.3, -0.2, 0.5, 0.8];
export const MOST_ALPHA = 20;
export const STEP_ALPHA = 0.5;
/** The largest number of a filter. */
const MOST = 1.5;
/** @type {readonly Form[]} */
const FORMS = ['picture', 'group', 'frames', 'network'];
/** The network of convolutions that attention takes the place of. */
const CONVOLUTIONAL = 'r4_cnn_drawn';
const FIRST_ALPHA = 2;
/** As links have them: how many steps of a filter's number are from 0 to 1, and of α. */
const [TENTHS, HALVES] = [10, 1 / STEP_ALPHA];
/** Below that, some heads can't be told apart in 32-bit numbers. */
const LEAST_SOLVED = 0.5;
/** Of the curves. */
const ALPHAS = Array.from({ length: MOST_ALPHA + 1 }, (_, i) => i);
/** At which random filters are tried with a head fewer, and how many. */
const ALPHAS_FEWER = [1, 2, 4, 8, 12, 16, 20];
/** Of 36 heads, and of a whole network, each of which takes a while: so far apart, and at these. */
const COSTLY_STEP = 2;
const GROUP_FEWER = [2, 8, 16];
export const RANDOM_FILTERS = 15;

addKind('convolution', {
  priority: PRIORITY,
  isStale,
  keep: (demo, request, reply) => convolvingOf(demo).keep(request, reply),
  failed: (demo, error) => convolvingOf(demo).fail(error),
});

/** @type {WeakMap<Demo, Convolving>} */
const all = new WeakMap();

/** @param {Demo} demo */
export function convolvingOf(demo) {
  let convolving = all.get(demo);
  if (!convolving) all.set(demo, (convolving = new Convolving(demo)));
  return convolving;
}

/** Those that were made, by their names. @type {Map<string, readonly number[]>} */
const filters = new Map();

/** Nearly normal ones, the same each time. @param {number} count @param {number} seed */
export function randomFilter(count, seed) {
  const name = `${count} ${seed}`;
  const filter = filters.get(name) ?? makeFilter(count, seed);
  filters.set(name, filter);
  return filter;
}

/** @param {number} count @param {number} seed */
function makeFilter(count, seed) {
  const numbers = randomNumbers(seed);
  const next = () => numbers.next().value - 0.5;
  return Array.from({ length: count }, () => {
    const sum = Array.from({ length: 12 }, next).reduce((a, b) => a + b, 0);
    return Math.round(sum * 100) / 100;
  });
}

/** What is there at first: for each of four elements. @type {readonly number[]} */
const FIRST_NUMBERS = [...FIRST_FILTER, ...randomFilter(27, 1)];

/** @param {Setup} setup */
function nameOf({ alpha, solved, without, filter }) {
  return [alpha, solved, without ?? '', filter ?? ''].join('|');
}

/** The middle one. @param {number[]} values */
function medianOf(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

export class Convolving {
  #demo;
  #pending = false;

  /** @type {Signal<Form>} */
  form = signal('picture');
  /** 3×3 numbers for each of four elements; of pictures the first nine count. @type {Signal<readonly number[]>} */
  numbers = signal(FIRST_NUMBERS);
  alpha = signal(FIRST_ALPHA);
  /** Whether the weights behind the heads are solved for. */
  solved = signal(false);
  /** What was guessed of eight heads; null before. @type {Signal<boolean | null>} */
  guess = signal(null);

  /** None of a network, which has its own. @type {ReadonlySignal<readonly number[]>} */
  filter = computed(() => {
    const count = { picture: 9, group: 36, frames: 36, network: 0 }[this.form.value];
    return this.numbers.value.slice(0, count);
  });
  heads = computed(() => (this.form.value === 'group' ? 36 : 9));
  /** Whether weights can be solved for. */
  canSolve = computed(() => this.alpha.value >= LEAST_SOLVED);
  /** @type {ReadonlySignal<Setup>} */
  setup = computed(() => ({
    alpha: this.alpha.value,
    solved: this.solved.value && this.canSolve.value,
  }));
  /** What all errors that are kept are about. */
  #about = computed(() => {
    const { drawing, turning } = this.#demo;
    const { form, filter } = this;
    return [drawing.version.value, turning.angle.value, form.value, ...filter.value].join(' ');
  });
  /** @type {Signal<{ about: string, drawing: number, setup: Setup, all: Compared } | null>} */
  #shown = signal(null);
  /** By the names of setups. @type {Signal<{ about: string, all: ReadonlyMap<string, Found> }>} */
  #found = signal({ about: '', all: new Map() });
  /** Why there is no network to be had. @type {Signal<CodedError | null>} */
  #failed = signal(null);
  #url = computed(() => addressOf(CONVOLUTIONAL));
  /** Why there is nothing to see. @type {ReadonlySignal<CodedError | null>} */
  error = computed(() => {
    if (this.form.value !== 'network') return null;
    return typeof this.#url.value === 'string' ? this.#failed.value : this.#url.value;
  });

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
    demo.places.keep('theorem-1', {
      write: () => this.#write(),
      read: (text) => this.#read(text),
    });
  }

  // ---- As a link says it; what was guessed is the reader's own ----

  #write() {
    const [form, alpha, numbers] = [this.form.peek(), this.alpha.peek(), this.numbers.peek()];
    // Of each number that somebody set: which, and to what.
    const changed = numbers.flatMap((value, at) =>
      value === FIRST_NUMBERS[at] ? [] : [at, Math.round(TENTHS * (value + MOST))],
    );
    return writeWords({
      of: form === 'picture' ? null : form,
      alpha: alpha === FIRST_ALPHA ? null : Math.round(HALVES * alpha),
      solved: this.solved.peek(),
      filter: changed.length > 0 && writeSteps(changed),
    });
  }

  /** @param {string} text */
  #read(text) {
    const words = readWords(text);
    const form = FORMS.find((form) => form === words.get('of'));
    if (form) this.choose(form);
    const alpha = wholeIn(words.get('alpha'), 0, HALVES * MOST_ALPHA);
    if (alpha !== null) this.sharpen(alpha / HALVES);
    if (words.has('solved')) this.solve(true);
    const changed = readSteps(words.get('filter'));
    for (let i = 0; i + 1 < changed.length; i += 2) {
      const [at, step] = [changed[i], changed[i + 1]];
      if (at < FIRST_NUMBERS.length) this.set(at, step / TENTHS - MOST);
    }
  }

  // ---- What is known ----

  /** Of the state as it is now; of signals. @returns {Compared | null} */
  get now() {
    const shown = this.#shown.value;
    const isOfThis =
      shown?.about === this.#about.value && nameOf(shown.setup) === nameOf(this.setup.value);
    return isOfThis ? shown.all : null;
  }

  /** What was known last, to be shown until there is more. @returns {Compared | null} */
  get last() {
    return this.#demo.drawing.sinceBlank(this.#shown.value)?.all ?? null;
  }

  /** @param {Setup} setup */
  #foundOf(setup) {
    const { about, all } = this.#found.value;
    return about === this.#about.value ? all.get(nameOf(setup)) : undefined;
  }

  /** @param {Setup} setup */
  #errorOf(setup) {
    return this.#foundOf(setup)?.error;
  }

  /** The curve of one kind of weights, as far as it is known. @param {boolean} solved @returns {[number, number][]} */
  curve(solved) {
    return ALPHAS.flatMap((alpha) => {
      const error = this.#errorOf({ alpha, solved });
      return error === undefined ? [] : [/** @type {[number, number]} */ ([alpha, error])];
    });
  }

  /** What random filters with a head fewer are off by, the median, as far as it is known. @returns {[number, number][]} */
  get fewerRandom() {
    if (this.guess.value === null || this.form.value === 'network') return [];
    return ALPHAS_FEWER.flatMap((alpha) => {
      const errors = this.#randomAt(alpha).map((setup) => this.#errorOf(setup));
      const known = errors.filter((error) => error !== undefined);
      if (known.length < RANDOM_FILTERS) return [];
      return [/** @type {[number, number]} */ ([alpha, medianOf(known)])];
    });
  }

  /** What this filter, or network, with a head fewer is off by at the α that is chosen, and what it answers. */
  get fewer() {
    return this.#foundOf(this.#fewerNow);
  }

  /** The law of what leaks from a head that looks to the middle. @param {number} alpha */
  law(alpha) {
    return (4 + (this.form.value === 'group' ? 3 : 0)) * Math.exp(-alpha);
  }

  // ---- What is asked ----

  /** @returns {Setup} the head that looks to the left is taken away, and the others are fitted anew */
  get #fewerNow() {
    const alpha = Math.max(this.alpha.value, LEAST_SOLVED);
    return { alpha, solved: true, without: 3 };
  }

  /** @param {number} alpha @returns {Setup[]} */
  #randomAt(alpha) {
    const heads = this.heads.value;
    const count = this.form.value === 'picture' ? 9 : 36;
    return Array.from({ length: RANDOM_FILTERS }, (_, i) => {
      const filter = randomFilter(count, 100 + i);
      return { alpha, solved: true, without: (i * 7) % heads, filter };
    });
  }

  /** Everything of which an error is to be known, what is seen first at the front. @returns {Setup[]} */
  get #setups() {
    const [isGroup, isNetwork] = [this.form.value === 'group', this.form.value === 'network'];
    const isCostly = isGroup || isNetwork;
    const alphas = ALPHAS.filter((alpha) => !isCostly || alpha % COSTLY_STEP === 0);
    const curves = [false, true].flatMap((solved) =>
      alphas
        .filter((alpha) => !solved || alpha >= LEAST_SOLVED)
        .map((alpha) => ({ alpha, solved })),
    );
    if (this.guess.value === null) return curves;
    if (isNetwork) return [this.#fewerNow, ...curves];
    const fewer = isGroup ? GROUP_FEWER : ALPHAS_FEWER;
    return [this.#fewerNow, ...curves, ...fewer.flatMap((alpha) => this.#randomAt(alpha))];
  }

  /** What is still to be asked; null where all is known; of signals. @returns {ConvolutionRequest | null} */
  get question() {
    const { drawing, turning } = this.#demo;
    const url = this.form.value === 'network' ? this.#url.value : '';
    if (typeof url !== 'string') return null;
    const isShown = this.now !== null;
    const missing = this.#setups.filter((setup) => this.#errorOf(setup) === undefined);
    if (drawing.isEmpty.value || (isShown && missing.length === 0)) return null;
    return {
      ...{ kind: 'convolution', about: this.#about.value },
      models: url ? [{ url }] : [],
      ...{ strokes: drawing.strokes.value, angle: turning.angle.value },
      ...{ form: this.form.value, filter: this.filter.value },
      shown: isShown ? null : this.setup.value,
      setups: isShown ? missing : [],
    };
  }

  /** @param {ConvolutionRequest} asked @param {ConvolutionReply} reply @returns {boolean} whether there may be more to ask */
  keep(asked, { shown, found }) {
    const about = this.#about.peek();
    if (asked.about !== about) return false;
    this.#failed.value = null;
    const drawing = this.#demo.drawing.version.peek();
    if (asked.shown && shown)
      this.#shown.value = { about, drawing, setup: asked.shown, all: shown };
    const before = this.#found.peek();
    const known = new Map(before.about === about ? before.all : []);
    found.forEach((one, i) => known.set(nameOf(asked.setups[i]), one));
    this.#found.value = { about, all: known };
    return shown !== null || found.length > 0;
  }

  /** The network can't be had, or not run. @param {unknown} error */
  fail(error) {
    if (this.form.peek() === 'network') this.#failed.value = coded(error);
  }

  /** Asks now, for those who move a knob; many moves in one turn of the event loop make one question. */
  #askSoon() {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      this.#ask().catch((error) => this.fail(error));
    });
  }

  async #ask() {
    const demo = this.#demo;
    while (demo.engine && this.question) {
      /** @type {ConvolutionRequest | null} */
      let asked = null;
      const priority = this.now ? CURVE_PRIORITY : PRIORITY;
      const reply = await demo.engine.ask(
        demo,
        'convolution',
        priority,
        () => (asked = this.question),
      );
      if (!reply || !asked || !this.keep(asked, reply)) return;
    }
  }

  // ---- Actions ----

  /** @param {Form} form */
  choose(form) {
    this.form.value = form;
    this.#failed.value = null;
    this.#askSoon();
  }

  /** @param {number} alpha */
  sharpen(alpha) {
    const steps = Math.round(alpha / STEP_ALPHA);
    this.alpha.value = Math.max(0, Math.min(MOST_ALPHA, steps * STEP_ALPHA || 0));
    this.#askSoon();
  }

  /** @param {boolean} solved */
  solve(solved) {
    this.solved.value = solved;
    this.#askSoon();
  }

  /** Sets one number of the filter. @param {number} at @param {number} value */
  set(at, value) {
    const numbers = [...this.numbers.peek()];
    numbers[at] = Math.round(Math.max(-MOST, Math.min(MOST, value)) * 10) / 10 || 0;
    this.numbers.value = numbers;
    this.#askSoon();
  }

  /** Each tap is a half more, and behind the largest comes the least. @param {number} at */
  tap(at) {
    const next = (Math.floor(this.numbers.peek()[at] * 2 + 1e-9) + 1) / 2;
    this.set(at, next > MOST ? -MOST : next);
  }

  /** @param {boolean} guess  whether eight heads would do */
  guessed(guess) {
    this.guess.value = guess;
    this.#askSoon();
  }
}
