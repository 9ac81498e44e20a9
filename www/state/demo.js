// Everything that a demonstration shows is one state: views read its signals and write by its actions alone.

import { batch, computed, effect, signal, untracked } from '@preact/signals-core';
import { acquireEngine, releaseEngine } from '../engine/client.js';
import { Asking } from './asking.js';
import { Attention } from './attention.js';
import { placed } from './choice.js';
import { Drawing } from './drawing.js';
import { Costly } from './costly.js';
import { coded } from './failures.js';
import { Files } from './files.js';
import { Lateness } from './lateness.js';
import { Loading } from './loading.js';
import { Looking } from './looking.js';
import { Networks } from './networks.js';
import { Places } from './places.js';
import { Recorded } from './recorded.js';
import { Rounds } from './rounds.js';
import { Study } from './study.js';
import { AS_THEY_ARE } from './trial.js';
import { Turning } from './turning.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { EngineReport } from '../engine/choice.js'
 * @import { EngineChoice, ErrorDetail, NetworkPrediction, PredictDetail } from '../types.d.ts'
 * @import { Engine } from '../engine/client.js'
 * @import { CodedError } from '../engine/errors.js'
 * @import { Moment } from '../engine/requests/request.js'
 * @import { Network } from './networks.js'
 * @import { Trial } from '../types.d.ts'
 */

/**
 * What is told outside.
 *
 * @typedef {object} Told
 * @property {(detail: PredictDetail) => void} answered
 * @property {(detail: ErrorDetail) => void} failed
 * @property {() => void} settled  the drawing is turned, and meant to stay so
 * @property {(choice: EngineChoice) => void} switched  another engine is chosen
 * @property {() => void} chosen  other networks are shown
 */

/**
 * A message across the whole: with a button to try again, or not, and whether it is settled once the engine runs.
 *
 * @typedef {{ message: string, retry: boolean, ofEngine: boolean }} Notice
 */

export class Demo {
  drawing = new Drawing({
    grown: () => this.#drawn(),
    replaced: () => this.#replaced(),
    full: () => this.#full(),
  });
  turning = new Turning({
    turned: () => {
      this.recorded.follow();
      this.asking.touch();
    },
    settled: () => {
      this.recorded.unfold();
      this.told.settled();
    },
  });
  attention = new Attention();
  networks = new Networks();
  looking = new Looking(this.networks, () => {
    this.recorded.follow();
    this.asking.touch();
  });
  lateness = new Lateness(this);
  loading = new Loading(this);
  asking = new Asking(this);
  costly = new Costly(this);
  rounds = new Rounds(this);
  study = new Study(this);
  recorded = new Recorded(this);
  files = new Files();
  places = new Places();

  /** @type {Signal<EngineChoice>} */
  choice = signal('auto');
  /** What is tried out in the networks. @type {Signal<Trial>} */
  trial = signal(AS_THEY_ARE);
  /** Whether answers mean nothing: nobody has taught the networks. */
  isUntaught = computed(() => this.trial.value.weights === 'random');
  /** Which engine answers, once one does. @type {Signal<EngineReport | null>} */
  report = signal(null);
  /** Why the engine does not run. @type {Signal<CodedError | null>} */
  failure = signal(null);
  /** @type {Signal<Notice | null>} */
  notice = signal(null);
  /** Whether what it stands on is dark. */
  dark = signal(false);

  /** While it is on a page. @type {Engine | null} */
  engine = null;
  /** By which the networks to show are asked for. @type {string[]} */
  values = [];
  /** Whether a visitor chose them. */
  picked = false;

  /** @param {Told} told */
  constructor(told) {
    this.told = told;
    // What was left aside while nobody looked.
    effect(() => {
      if (!this.attention.is.value) return;
      untracked(() => {
        this.loading.wake();
        this.asking.wake();
      });
    });
  }

  /** It is put on a page. @param {string[]} values  of the networks to show */
  connect(values) {
    this.engine = acquireEngine(this, (url) => this.loading.chosen(url));
    this.values = this.picked ? this.files.renew(this.values) : values;
    this.loading.open();
  }

  /** It is taken off the page; the drawing stays. */
  disconnect() {
    this.turning.stop();
    this.drawing.drop();
    this.study.stop();
    this.engine = null;
    this.lateness.end();
    this.networks.show([]);
    this.files.rest();
    this.notice.value = null;
    releaseEngine(this);
    this.loading.end(new Error('The element was taken off the page.'));
  }

  /** Ends what takes long; the network that takes it is let be until somebody tries again. @param {Network} [network]  the one */
  stop(network) {
    const slot = network?.asked.peek();
    if (network && slot) this.engine?.stopAt(this, slot, network.url);
    else this.engine?.stop(this);
  }

  /** Forgets all that is asked of the engine. */
  withdraw() {
    this.engine?.withdraw(this);
  }

  /** @returns {Moment} */
  get moment() {
    const { version, oldest } = this.asking.questions;
    const { down } = this.drawing.pen.peek();
    return { version, oldest, networks: this.networks.version, pen: down };
  }

  /** What every question about the drawing says. */
  get subject() {
    return { strokes: this.drawing.strokes.peek(), engine: this.choice.peek() };
  }

  /** What the first network says of the drawing, or null while there is nothing. @returns {NetworkPrediction | null} */
  get prediction() {
    return this.networks.shown.peek().at(0)?.prediction ?? null;
  }

  // ---- Actions that concern more than one part ----

  /** Other networks are to be shown, as the page says. @param {string[]} values */
  show(values) {
    this.values = values;
    this.picked = false;
    this.loading.openSoon();
  }

  /** A visitor chooses the networks to be shown. @param {string[]} values */
  pick(values) {
    this.values = values;
    this.picked = true;
    this.loading.openSoon();
  }

  /** A visitor brings a network. @param {File} file @param {number} place */
  bring(file, place) {
    try {
      this.pick(placed(this.values, place, this.files.add(file)));
    } catch (error) {
      this.warn(coded(error));
    }
  }

  /** A visitor changes something in the networks. @param {Partial<Trial>} changes */
  vary(changes) {
    this.trial.value = { ...this.trial.peek(), ...changes };
    this.loading.openSoon();
  }

  /** @param {EngineChoice} choice */
  chooseEngine(choice) {
    if (choice === this.choice.peek()) return;
    this.choice.value = choice;
    this.costly.forget();
    this.loading.openSoon(true);
  }

  /** From the graphics card to the CPU, or the other way round. */
  switchEngine() {
    const choice = this.report.peek()?.name === 'webgpu' ? 'cpu' : 'webgpu';
    // The card that was not there may be there now.
    if (choice === this.choice.peek()) this.loading.openSoon(true);
    this.chooseEngine(choice);
    this.told.switched(choice);
  }

  /** The message has been read. */
  dismiss() {
    this.notice.value = null;
  }

  /** @param {boolean} dark */
  dress(dark) {
    this.dark.value = dark;
  }

  #drawn() {
    this.rounds.forget();
    for (const network of this.networks.shown.peek()) network.forgetDrawing();
    this.recorded.follow();
    this.asking.touch();
  }

  #replaced() {
    this.asking.questions.startAnew();
    for (const network of this.networks.shown.peek()) network.isAnswered = false;
  }

  #full() {
    const message = 'The pad is full. Undo a stroke or clear it to go on.';
    this.notice.value = { message, retry: false, ofEngine: false };
  }

  // ---- What goes wrong ----

  /** Tells of an error. @param {CodedError} error @param {string} [model]  by which it was asked for */
  tell({ code, message }, model) {
    this.told.failed(model === undefined ? { code, message } : { code, message, model });
  }

  /** Tells of an error, and shows it. @param {CodedError} error */
  warn(error) {
    this.notice.value = { message: error.message, retry: false, ofEngine: false };
    this.tell(error);
  }

  /** @param {CodedError} error */
  engineFailed(error) {
    batch(() => {
      this.notice.value = { message: error.message, retry: true, ofEngine: true };
      this.failure.value = error;
    });
    this.tell(error);
  }

  /** It has answered. */
  engineRuns() {
    this.failure.value = null;
    if (this.notice.peek()?.ofEngine) this.notice.value = null;
  }

  /** Which engine a network runs on; what is shown is that of the first one. @param {Network} network @param {EngineReport} report */
  reportFrom(network, report) {
    this.costly.learn(report);
    if (network === this.networks.shown.peek()[0] || !this.report.peek())
      this.report.value = report;
  }
}
