// Networks on their way, and who waits for them.

import { batch } from '@preact/signals-core';
import { modelUrl } from '../engine/settings.js';
import { PRIORITY, isStale } from '../engine/requests/load.js';
import { CodedError } from '../engine/errors.js';
import { coded, isOfEngine } from './failures.js';
import { fileOf, withVariant } from '../engine/variant.js';
import { Gate } from './gate.js';
import { variantFor } from './trial.js';

/**
 * @import { Demo } from './demo.js'
 * @import { Network } from './networks.js'
 */

export class Loading {
  #demo;
  /** Other networks are chosen, and are opened in a moment. */
  #pending = false;
  /** They are chosen, and are opened once somebody looks. */
  #sleeps = false;
  /** Whether even those that are here are to be opened anew. */
  #anew = false;
  /** @type {Gate<void>} */
  #ready = new Gate();

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
  }

  /** Fulfilled once the networks are loaded; a new promise after others are chosen. */
  get ready() {
    return this.#ready.promise;
  }

  #expect() {
    if (this.#ready.settled) this.#ready = new Gate();
  }

  /** Many choices in one turn of the event loop open networks once. @param {boolean} [anew]  even those that are here */
  openSoon(anew = false) {
    this.#anew ||= anew;
    if (!this.#demo.engine || this.#pending) return;
    this.#pending = true;
    // Whoever asks from here on asks the networks that are to come.
    this.#expect();
    this.#demo.asking.questions.change();
    queueMicrotask(() => {
      this.#pending = false;
      if (this.#demo.engine) this.open();
    });
  }

  /** Shows the networks that are asked for, and loads what is not loaded. */
  open() {
    const demo = this.#demo;
    // What was asked of other networks, and networks that are not shown any more.
    demo.withdraw();
    demo.lateness.end();
    demo.costly.endAll();
    this.#expect();
    demo.asking.questions.startAnew();
    demo.report.value = null;
    const { networks, files } = demo;
    const before = networks.shown.peek();
    const urls = demo.values.map((value) => this.#addressOf(value));
    networks.show(demo.values, urls, !this.#anew);
    this.#anew = false;
    const shown = networks.shown.peek();
    files.keep(shown.flatMap(({ value, former }) => (former ? [value, former] : value)));
    for (const network of shown) {
      network.label = files.nameOf(network.value) ?? network.value;
    }
    if (before.map(({ value }) => value).join() !== demo.values.join()) demo.told.chosen();
    this.#sleeps = !demo.attention.is.peek();
    if (!this.#sleeps) this.#loadAll();
    demo.recorded.follow();
    if (shown.every(({ isHere }) => isHere)) this.#settle();
    if (shown.some((network) => before.includes(network))) demo.asking.touch();
  }

  /** With what a visitor tries out; empty where there is none, as will be told. @param {string} value */
  #addressOf(value) {
    const { networks, trial } = this.#demo;
    try {
      const known = networks.shown.peek().find((other) => other.value === value && other.isHere);
      return withVariant(modelUrl(value), variantFor(trial.peek(), known));
    } catch {
      return '';
    }
  }

  /** Somebody looks. */
  wake() {
    if (!this.#sleeps || !this.#demo.engine) return;
    this.#sleeps = false;
    this.#loadAll();
  }

  #loadAll() {
    for (const network of this.#demo.networks.shown.peek()) {
      if (!network.isHere) this.#load(network);
      else if (network.isOpening) this.#load(network, false);
    }
  }

  /** It is decided at last which engine runs a network. @param {string} url */
  chosen(url) {
    for (const network of this.#demo.networks.from(url)) {
      if (network.isOpening) this.#load(network, false);
    }
  }

  /** @param {Network} network @param {boolean} [anew]  whether somebody chose it, or what it runs on */
  async #load(network, anew = true) {
    const demo = this.#demo;
    const { engine, moment: asked } = demo;
    if (!engine) return;
    network.error.value = null;
    demo.failure.value = null;
    const isGone = () => isStale(asked, demo.moment);
    const place = demo.networks.shown.peek().indexOf(network);
    const isApart = anew && demo.costly.isApart(network);
    const isCostly = anew && demo.costly.isCostly(network);
    const slot = `${isApart ? 'apart ' : ''}${anew ? 'load' : 'report'} ${place}`;
    const opening = anew ? demo.networks.version : 0;
    if (isCostly) demo.costly.begin(network, slot);
    if (!isApart) demo.lateness.expect(slot);
    try {
      network.url ||= modelUrl(network.value);
      const { url } = network;
      const reply = await engine.ask(demo, slot, PRIORITY, () => {
        const choice = isApart ? 'cpu' : demo.choice.peek();
        return { kind: 'load', url, engine: choice, opening };
      });
      if (!reply || isGone()) return;
      network.error.value = null;
      network.isOpening = reply.engine.opening;
      network.telling = reply.telling;
      network.indexed = reply.indexed;
      batch(() => {
        network.info.value = reply.info;
        network.isComing.value = false;
      });
      demo.reportFrom(network, isApart ? demo.costly.reportOf(reply.engine) : reply.engine);
      demo.engineRuns();
      demo.asking.touch();
    } catch (error) {
      if (isGone()) return;
      const failure = this.#named(network, coded(error));
      batch(() => {
        network.error.value = failure;
        network.isComing.value = false;
        network.info.value = null;
        network.forgetAnswers();
      });
      if (isOfEngine(failure)) demo.engineFailed(failure);
      else demo.tell(failure, network.value);
    } finally {
      demo.costly.end(network, slot);
      if (!isGone()) demo.lateness.settle(slot);
    }
    if (!this.#pending) this.#settle();
  }

  /** A file that a visitor brought goes by its name. @param {Network} network @param {CodedError} error */
  #named({ url, value }, error) {
    const name = this.#demo.files.nameOf(value);
    if (name === null) return error;
    const message = error.message.replaceAll(fileOf(url), `“${name.slice(0, 80)}”`);
    return new CodedError(error.code, message.replace('The file at', 'The file'));
  }

  /** Tells whoever waits that all is there, or what is not. */
  #settle() {
    const networks = this.#demo.networks.shown.peek();
    if (networks.some(({ isOpening, error }) => isOpening && !error.peek())) return;
    if (networks.every(({ isHere }) => isHere)) {
      this.#ready.resolve();
      return;
    }
    if (!networks.every(({ isHere, error }) => isHere || error.peek())) return;
    const failed = networks.find(({ error }) => error.peek());
    const error = /** @type {CodedError} */ (failed?.error.peek());
    if (failed === networks[0] || isOfEngine(error)) this.refuse(error);
    else this.#ready.resolve();
  }

  /** Whoever waits waits in vain. @param {Error} error */
  refuse(error) {
    this.#ready.reject(error);
    this.#demo.asking.questions.refuse(error);
  }

  /** The element goes; whoever asks later asks anew. @param {Error} gone */
  end(gone) {
    this.#demo.asking.questions.refuse(gone);
    if (!this.#ready.settled) this.#ready.reject(gone);
    this.#ready = new Gate();
  }

  /** Tries again what failed. */
  retry() {
    const demo = this.#demo;
    const networks = demo.networks.shown.peek();
    const error = networks.find((network) => network.error.peek())?.error.peek();
    demo.notice.value = null;
    demo.failure.value = null;
    this.#expect();
    if (!error || isOfEngine(error)) demo.asking.restart();
    for (const network of networks) {
      if (network.error.peek() || !network.isHere) this.#load(network);
    }
    if (networks.every(({ isHere }) => isHere)) this.#ready.resolve();
    demo.asking.touch();
  }
}
