// What is looked at inside attention: of which network, which layer, pixel, head and element; and what came of it. Figures that look inside
// have a network of their own, the paper's, whatever stands on the stage.

import { batch, computed, signal } from '@preact/signals-core';
import { PRIORITY, isStale } from '../engine/requests/attention.js';
import { settings } from '../engine/settings.js';
import { withVariant } from '../engine/variant.js';
import { readWords, wholeIn, writeWords } from './chosen.js';
import { addressOf, coded } from './failures.js';
import { ALL_HEADS } from './gaze.js';
import { addKind } from './study.js';

/**
 * @import { ReadonlySignal, Signal } from '@preact/signals-core'
 * @import { CodedError } from '../engine/errors.js'
 * @import { AttentionReply, AttentionRequest, Looked, Pixel } from '../engine/requests/attention.js'
 * @import { Demo } from './demo.js'
 */

/** The network itself, and the same with what it must lack. @typedef {'whole' | 'broken'} Side */

/** What is known, and of which question it is the answer. @typedef {{ drawing: number, asked: AttentionRequest, looked: Looked }} Known */

/** The network that the paper is about. */
export const PAPER = 'r4_sa';
/** The picture's side. */
const SIDE = 28;
/** What is looked at first. */
const FIRST = { layer: 'layer 1', head: 8, element: 0 };
/** More than networks have. */
const [MOST_HEADS, MOST_ELEMENTS] = [99, 99];
/** The sides in the order in which they are asked. @type {readonly Side[]} */
export const SIDES = ['whole', 'broken'];

addKind('attention', {
  priority: PRIORITY,
  isStale,
  keep: (demo, request, reply) => insideOf(demo).keep(request, reply),
  failed: (demo, error) => insideOf(demo).fail(error),
});

/** Whether two pixels are one. @param {Pixel | null} a @param {Pixel | null} b */
export function isSame(a, b) {
  return a?.row === b?.row && a?.col === b?.col;
}

/** @type {WeakMap<Demo, Inside>} */
const all = new WeakMap();

/** What is looked at inside; begun when a figure first does. @param {Demo} demo */
export function insideOf(demo) {
  let inside = all.get(demo);
  if (!inside) all.set(demo, (inside = new Inside(demo)));
  return inside;
}

export class Inside {
  #demo;
  #pending = false;

  /** By which the network was asked for. */
  network = signal(PAPER);
  layer = signal(FIRST.layer);
  /** Of the picture, 28×28; null where nobody chose one. @type {Signal<Pixel | null>} */
  #chosen = signal(/** @type {Pixel | null} */ (null));
  /** From 0; ALL_HEADS for their mean. */
  head = signal(FIRST.head);
  /** Of the output. */
  element = signal(FIRST.element);
  /** How many quarter turns the drawing is turned on by; 0 while that is only asked. */
  quarters = signal(0);
  /** @type {Signal<Side>} */
  side = signal(/** @type {Side} */ ('whole'));
  /** @type {Record<Side, Signal<Known | null>>} */
  #known = {
    whole: signal(/** @type {Known | null} */ (null)),
    broken: signal(/** @type {Known | null} */ (null)),
  };
  #last = {
    whole: computed(() => this.#demo.drawing.sinceBlank(this.#known.whole.value)),
    broken: computed(() => this.#demo.drawing.sinceBlank(this.#known.broken.value)),
  };
  /** From which is looked: the one chosen, else one on the ink. @type {ReadonlySignal<Pixel>} */
  pixel = computed(() => {
    return this.#chosen.value ?? this.last('whole')?.pixel ?? { row: 15, col: 14 };
  });
  /** What went wrong, and with which network. @type {Signal<{ network: string, error: CodedError } | null>} */
  #failed = signal(null);
  /** The network's own address; or why it has none. @type {ReadonlySignal<string | CodedError>} */
  #url = computed(() => {
    const value = this.network.value;
    const shown = this.#demo.networks.shown.value.find((network) => network.value === value);
    return shown?.url || addressOf(value);
  });
  /** Why there is nothing to see. @type {ReadonlySignal<CodedError | null>} */
  error = computed(() => {
    const [url, failed] = [this.#url.value, this.#failed.value];
    if (typeof url !== 'string') return url;
    return failed?.network === this.network.value ? failed.error : null;
  });
  /** Those that one can look into: the paper's, and those on the stage that turn and have attention. */
  networks = computed(() => {
    const shown = this.#demo.networks.shown.value.filter(({ info: { value: info } }) => {
      return (info?.group.order ?? 1) > 1 && info?.layers.some(({ attention }) => attention);
    });
    /** @type {[string, string][]} */
    const all = shown.map(({ value, label, info }) => [value, info.value?.name ?? label]);
    const value = this.network.value;
    // A link may have chosen one that is not on the stage.
    return new Map([[PAPER, PAPER], [value, value], ...all]);
  });

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
    demo.places.keep('inside', {
      write: () => this.#write(),
      read: (text) => this.#read(text),
    });
  }

  // ---- As a link says it ----

  #write() {
    const { network, layer, head, element, quarters, side } = this;
    const [pixel, name] = [this.#chosen.peek(), network.peek()];
    const other = (/** @type {number} */ value, /** @type {number} */ first) =>
      value === first ? null : value + 1;
    return writeWords({
      pixel: pixel && `${pixel.row}-${pixel.col}`,
      head: head.peek() === ALL_HEADS ? 'all' : other(head.peek(), FIRST.head),
      element: other(element.peek(), FIRST.element),
      layer: layer.peek() === FIRST.layer ? null : layer.peek().replaceAll(' ', '_'),
      turned: quarters.peek() || null,
      broken: side.peek() === 'broken',
      // One that was dropped on the page is not to be had by name.
      of: name !== PAPER && Object.hasOwn(settings.models, name) ? name : null,
    });
  }

  #reset() {
    batch(() => {
      this.chooseNetwork(PAPER);
      this.chooseLayer(FIRST.layer);
      this.#chosen.value = null;
      this.chooseHead(FIRST.head);
      this.chooseElement(FIRST.element);
      this.turnOn(0);
      this.chooseSide('whole');
    });
  }

  /** @param {string} text */
  #read(text) {
    const words = readWords(text);
    // And nothing else: what is not said is as where nobody chose.
    if (words.has('only')) this.#reset();
    const [row, col] = (words.get('pixel') ?? '').split('-').map((at) => wholeIn(at, 0, SIDE - 1));
    if (row !== null && col !== null && col !== undefined) this.choosePixel(row, col);
    const head = wholeIn(words.get('head'), 1, MOST_HEADS);
    if (words.get('head') === 'all') this.chooseHead(ALL_HEADS);
    else if (head) this.chooseHead(head - 1);
    const element = wholeIn(words.get('element'), 1, MOST_ELEMENTS);
    if (element) this.chooseElement(element - 1);
    const layer = words.get('layer') ?? '';
    if (/^\w{1,20}$/.test(layer)) this.chooseLayer(layer.replaceAll('_', ' '));
    const turned = wholeIn(words.get('turned'), 1, 3);
    if (turned) this.turnOn(turned);
    if (words.has('broken')) this.chooseSide('broken');
    const network = words.get('of') ?? '';
    // There is nothing to see of orientations in one that has a single one.
    if (Object.hasOwn(settings.models, network) && !/^z2_/.test(network))
      this.chooseNetwork(network);
  }

  /** The question as it stands; null where there is none. @param {Side} side @returns {AttentionRequest | null} */
  question(side) {
    const demo = this.#demo;
    const url = this.#address(side);
    if (!url || demo.drawing.isEmpty.value) return null;
    return {
      ...{ kind: 'attention', strokes: demo.drawing.strokes.value, engine: demo.choice.value, url },
      ...{ angle: demo.turning.angle.value, quarters: this.quarters.value || 1 },
      ...{ layer: this.layer.value, pixel: this.#chosen.value },
    };
  }

  /** Which network is asked; empty where that is not known yet. @param {Side} side */
  #address(side) {
    const url = this.#url.value;
    if (typeof url !== 'string') return '';
    if (side === 'whole') return url;
    const whole = this.#known.whole.value;
    if (whole?.asked.url !== url) return '';
    return withVariant(url, whole.looked.indexed ? { index: 'published' } : { positions: 'still' });
  }

  /** What is known of the state as it is now; of signals. @param {Side} side */
  now(side) {
    const known = this.#known[side].value;
    return known && this.#isOf(known, this.question(side)) ? known.looked : null;
  }

  /** What was known last, to be shown until there is more. @param {Side} side */
  last(side) {
    return this.#last[side].value?.looked ?? null;
  }

  /** @param {Known} known @param {AttentionRequest | null} question */
  #isOf({ drawing, asked }, question) {
    if (!question || drawing !== this.#demo.drawing.version.value) return false;
    const { url, angle, quarters, layer, pixel } = question;
    const isThere = isSame(asked.pixel, pixel);
    const isThat = asked.url === url && asked.layer === layer && asked.quarters === quarters;
    return isThat && isThere && asked.angle === angle;
  }

  /** What is to be asked at rest. @returns {AttentionRequest | null} */
  get wish() {
    if (this.error.peek()) return null;
    for (const side of SIDES) if (!this.now(side)) return this.question(side);
    return null;
  }

  /** @param {AttentionRequest} asked @param {AttentionReply} reply */
  keep(asked, { looked }) {
    const side = SIDES.find((side) => this.question(side)?.url === asked.url);
    if (!side || !looked) return false;
    const drawing = this.#demo.drawing.version.peek();
    this.#known[side].value = { drawing, asked, looked };
    const { element } = this;
    if (element.peek() >= looked.elements.length) element.value = 0;
    return true;
  }

  /** @param {unknown} error */
  fail(error) {
    this.#failed.value = { network: this.network.peek(), error: coded(error) };
  }

  /** After an error. */
  retry() {
    this.#failed.value = null;
    this.#demo.study.rest();
  }

  // ---- Actions ----

  /** @param {string} value */
  chooseNetwork(value) {
    this.network.value = value;
    this.#failed.value = null;
    this.#askSoon();
  }

  /** @param {string} name */
  chooseLayer(name) {
    this.layer.value = name;
    this.#askSoon();
  }

  /** @param {number} row @param {number} col */
  choosePixel(row, col) {
    const [r, c] = [row, col].map((at) => Math.max(0, Math.min(SIDE - 1, Math.round(at))));
    if (isSame(this.#chosen.peek(), { row: r, col: c })) return;
    this.#chosen.value = { row: r, col: c };
    this.#askSoon();
  }

  /** @param {number} head */
  chooseHead(head) {
    this.head.value = head;
  }

  /** @param {number} element */
  chooseElement(element) {
    this.element.value = element;
  }

  /** @param {Side} side */
  chooseSide(side) {
    this.side.value = side;
  }

  /** @param {number} quarters */
  turnOn(quarters) {
    this.quarters.value = ((quarters % 4) + 4) % 4;
    this.#askSoon();
  }

  /** Many choices in one turn of the event loop make one question. */
  #askSoon() {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      for (const side of SIDES) this.#ask(side);
    });
  }

  /** Asks now, where nothing moves but what is looked at. @param {Side} side */
  #ask(side) {
    const demo = this.#demo;
    const { engine } = demo;
    if (!engine || this.now(side) || !this.question(side)) return;
    const drawing = demo.drawing.version.peek();
    /** @type {AttentionRequest | null} */
    let asked = null;
    engine
      .ask(demo, `attention ${side}`, PRIORITY, () => (asked = this.question(side)))
      .then((reply) => {
        if (!reply || !asked || drawing !== demo.drawing.version.peek()) return;
        const first = side === 'whole' && !this.#known.broken.peek();
        this.keep(asked, reply);
        // Only now it is known how it is broken.
        if (first || (side === 'whole' && !this.now('broken'))) this.#ask('broken');
      })
      .catch((error) => this.fail(error));
  }
}
