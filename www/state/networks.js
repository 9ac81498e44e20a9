// The networks that are shown: what was asked for, what came, and what is known of each.

import { computed, signal } from '@preact/signals-core';
import { NOTHING_ASKED } from './round.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { FeatureMaps, ModelInfo, TurnError } from '../../pkg/gsa_net.js'
 * @import { CodedError } from '../engine/errors.js'
 * @import { NetworkPrediction } from '../types.d.ts'
 * @import { AnswerAt, Round } from './round.js'
 */

/** Those to show where nobody chose: one that has turning built in, and an ordinary one. */
export const DEFAULTS = ['r8f_sa_upright', 'z2_sa_upright'];

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

/**
 * Errors of equivariance of one layer, and what they were measured on.
 *
 * @typedef {{ drawing: number, layer: number, angle: number, quarter: number, turn: TurnError }} Measured
 */

/** One network shown. */
export class Network {
  url = '';
  /** Whether what is shown is of the drawing that is on the pad now. */
  isAnswered = false;
  /** For each layer the channel to look at first. @type {number[]} */
  telling = [];
  /** Errors of quarter turns of the present drawing, by layer and quarter turns. @type {Map<string, number>} */
  quarters = new Map();

  /** Null until it is loaded. @type {Signal<ModelInfo | null>} */
  info = signal(null);
  /** @type {Signal<CodedError | null>} */
  error = signal(null);
  /** @type {Signal<Shown | null>} */
  shown = signal(null);
  /** @type {Signal<Round>} */
  round = signal(NOTHING_ASKED);
  /** @type {Signal<ShownMaps | null>} */
  maps = signal(null);
  /** @type {Signal<Measured | null>} */
  measured = signal(null);

  /** @param {string} value  by which it was asked for */
  constructor(value) {
    this.value = value;
  }

  /** What it says of the drawing that is on the pad now. @returns {NetworkPrediction | null} */
  get prediction() {
    return this.isAnswered ? (this.shown.peek()?.prediction ?? null) : null;
  }

  /** What is known of the drawing is of another one. */
  forgetDrawing() {
    this.quarters.clear();
    this.round.value = NOTHING_ASKED;
  }

  /** There is nothing to answer. */
  forgetAnswers() {
    this.isAnswered = false;
    this.shown.value = null;
    this.round.value = NOTHING_ASKED;
    this.maps.value = null;
    this.measured.value = null;
  }
}

export class Networks {
  /** In the order in which they are shown; the first is the one that `prediction` is about. @type {Signal<Network[]>} */
  shown = signal([]);
  /** Counts every choice. */
  version = 0;
  names = computed(() => namesOf(this.shown.value));
  loaded = computed(() => this.shown.value.filter(({ info }) => info.value));

  /** @param {string[]} values */
  show(values) {
    this.version++;
    this.shown.value = values.map((value) => new Network(value));
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

/** The names to show of networks; those that are called alike go by how they were asked for. @param {Network[]} networks */
export function namesOf(networks) {
  const told = networks.map(({ info }) => info.value?.name);
  return networks.map(({ value }, i) => {
    // Until its file is here, a network goes by what that will most likely say.
    const name = told[i] ?? value.replace(/_(drawn|upright)$/, '');
    const alike = told[i] && told.indexOf(told[i]) !== told.lastIndexOf(told[i]);
    return displayName(alike ? value : name);
  });
}

/** @param {string} name  `r4_sa` is R4_SA; of an address only the file is shown */
function displayName(name) {
  if (/^[a-z0-9_]{1,24}$/.test(name)) return name.toUpperCase();
  const file = name.split(/[?#]/)[0].split('/').pop() || name;
  return file.length > 24 ? `${file.slice(0, 23)}…` : file;
}
