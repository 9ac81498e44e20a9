// The networks that are shown: what was asked for, what came, and what is known of each.

import { computed, signal } from '@preact/signals-core';
import { withoutPassword } from '../engine/errors.js';
import { settings } from '../engine/settings.js';
import { fileOf } from '../engine/variant.js';
import { NOTHING_ASKED } from './round.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { FeatureMaps, ModelInfo } from '../../pkg/gsa_net.js'
 * @import { CodedError } from '../engine/errors.js'
 * @import { NetworkPrediction } from '../types.d.ts'
 * @import { Errors } from './errors.js'
 * @import { Known } from './evidence.js'
 * @import { AnswerAt, Round } from './round.js'
 */

/**
 * An answer as it is shown.
 *
 * @typedef {object} Shown
 * @property {NetworkPrediction} prediction
 * @property {number} angle  at which it was asked
 * @property {AnswerAt | null} upright  what it is compared with, where that is known
 */

/**
 * Maps of one layer and channel, as they are shown.
 *
 * @typedef {object} ShownMaps
 * @property {FeatureMaps} live  as computed
 * @property {FeatureMaps} still  turned back
 * @property {number} angle
 * @property {Float32Array} seen  the picture that they are of
 * @property {Float32Array} upright  the same upright, where it is known
 */

/** One network shown. */
export class Network {
  /** Whether it has embeddings of group elements, whose index can be formed in two ways. */
  indexed = false;
  /** Which one was in its place before, while that was good. @type {string | null} */
  former = null;
  /** What it is called where its file says nothing that tells it from others. */
  label;
  /** Whether what is shown is of the drawing that is on the pad now. */
  isAnswered = false;
  /** Whether a graphics card may take over in a moment. */
  isOpening = false;
  /** Whether it has ever answered; until then, what is shown may be recorded. */
  isLive = false;
  /** The engine whose time is known. */
  timedOn = '';
  /** By what it is asked for itself while further workers compute it; empty while they do not. */
  asked = signal('');
  /** Whether that takes long. */
  isLate = signal(false);
  /** For each layer the channel to look at first. @type {number[]} */
  telling = [];

  /** Whether what is shown was recorded when the package was made. */
  isRecorded = signal(false);
  /** Null until it is loaded, unless another variant of it was, or a recording knows it. @type {Signal<ModelInfo | null>} */
  info = signal(null);
  /** Whether it is to be loaded, though what it is is known already. */
  isComing = signal(false);
  /** @type {Signal<CodedError | null>} */
  error = signal(null);
  /** @type {Signal<Shown | null>} */
  shown = signal(null);
  /** @type {Signal<Round>} */
  round = signal(NOTHING_ASKED);
  /** @type {Signal<ShownMaps | null>} */
  maps = signal(null);
  /** What was measured last, perhaps of another layer or drawing. @type {Signal<Errors | null>} */
  errors = signal(null);
  /** Before the largest is taken, perhaps of another drawing or angle. @type {Signal<Known | null>} */
  evidence = signal(null);

  /**
   * @param {string} value  by which it was asked for
   * @param {string} [url]  of its file, with the variant
   */
  constructor(value, url = '') {
    this.value = value;
    this.label = value;
    this.url = url;
  }

  /** It takes the place of another variant, whose maps stand there until its own come. @param {Network} other */
  follow(other) {
    this.label = other.label;
    this.telling = other.telling;
    this.indexed = other.indexed;
    this.info.value = other.info.peek();
    this.maps.value = other.maps.peek();
    this.isComing.value = true;
  }

  /** Whether it can be asked. */
  get isHere() {
    return this.info.value !== null && !this.isComing.value;
  }

  /** How it is named in answers: as it was asked for, or where that is an address, as its file says. */
  get model() {
    return Object.hasOwn(settings.models, this.value) ? this.value : (this.info.peek()?.name ?? '');
  }

  /** What it says of the drawing that is on the pad now. @returns {NetworkPrediction | null} */
  get prediction() {
    return this.isAnswered ? (this.shown.peek()?.prediction ?? null) : null;
  }

  /** What is known of the drawing is of another one. */
  forgetDrawing() {
    this.round.value = NOTHING_ASKED;
  }

  /** There is nothing to answer. */
  forgetAnswers() {
    this.isAnswered = false;
    this.isRecorded.value = false;
    this.shown.value = null;
    this.round.value = NOTHING_ASKED;
    this.maps.value = null;
    this.errors.value = null;
    this.evidence.value = null;
  }
}

export class Networks {
  /** In the order in which they are shown; the first is the one that `prediction` is about. @type {Signal<Network[]>} */
  shown = signal([]);
  /** Counts every choice. */
  version = 0;
  names = computed(() => namesOf(this.shown.value));
  /** Those that can be asked: they are there, and were not given up. */
  loaded = computed(() => this.shown.value.filter(({ isHere, error }) => isHere && !error.value));
  /** How long an answer took here at best, on the engine that is chosen, by the name or address of the network. @type {Signal<ReadonlyMap<string, number>>} */
  times = signal(new Map());

  /**
   * @param {string[]} values  by which they are asked for
   * @param {string[]} [urls]  of each, empty where it has none
   * @param {boolean} [keep]  whether those that are here already stay as they are
   */
  show(values, urls = [], keep = false) {
    this.version++;
    if (!keep) this.times.value = new Map();
    const before = this.shown.peek();
    const free = new Set(keep ? before.filter(({ isHere, error }) => isHere && !error.peek()) : []);
    this.shown.value = values.map((value, i) => {
      const url = urls[i] ?? '';
      for (const network of free) {
        if (network.url !== url || network.value !== value) continue;
        free.delete(network);
        return network;
      }
      const network = new Network(value, url);
      const variant = before.find((other) => other.value === value && isVariant(other.url, url));
      if (variant?.info.peek()) network.follow(variant);
      else if (before[i]?.value !== value) network.former = before[i]?.value ?? null;
      else network.former = before[i].former;
      return network;
    });
  }

  /** Another engine may have taken over since. @param {Network} network @param {number} milliseconds @param {string} engine  that answered */
  timed(network, milliseconds, engine) {
    const { value } = network;
    const best = (network.timedOn === engine && this.times.peek().get(value)) || Infinity;
    network.timedOn = engine;
    if (milliseconds <= 0 || milliseconds >= best) return;
    this.times.value = new Map(this.times.peek()).set(value, milliseconds);
  }

  /** Those with a file of their own from this address. @param {string} url */
  from(url) {
    return this.shown.peek().filter((network) => network.url === url);
  }

  /** What each says, without those that have said nothing yet. */
  get predictions() {
    return this.shown.peek().flatMap(({ prediction }) => prediction ?? []);
  }
}

/** Whether both are of one file, and not the same. @param {string} a @param {string} b */
function isVariant(a, b) {
  return a !== b && a !== '' && fileOf(a) === fileOf(b);
}

/** The names to show of networks; those that are called alike go by how they were asked for. @param {Network[]} networks */
export function namesOf(networks) {
  const told = networks.map(({ info }) => info.value?.name);
  return networks.map(({ value, label }, i) => {
    // Until its file is here, a network goes by what that will most likely say.
    const name = told[i] ?? label.replace(/_(drawn|upright)$/, '');
    const alike = told[i] && told.indexOf(told[i]) !== told.lastIndexOf(told[i]);
    return displayName(alike || label !== value ? label : name);
  });
}

/** @param {string} name  `r4_sa` is R4_SA; of an address only the file is shown */
export function displayName(name) {
  if (/^[a-z0-9_]{1,24}$/.test(name)) return name.toUpperCase();
  const file = withoutPassword(name).split(/[?#]/)[0].split('/').pop() || withoutPassword(name);
  return file.length > 24 ? `${file.slice(0, 23)}…` : file;
}
