// Networks on their way, and who waits for them.

import { modelUrl } from '../engine/settings.js';
import { PRIORITY, isStale } from '../engine/requests/load.js';
import { coded, isOfEngine } from './failures.js';
import { Gate } from './gate.js';

/**
 * @import { CodedError } from '../engine/errors.js'
 * @import { Demo } from './demo.js'
 * @import { Network } from './networks.js'
 */

export class Loading {
  #demo;
  /** Other networks are chosen, and are opened in a moment. */
  #pending = false;
  /** They are chosen, and are opened once somebody looks. */
  #sleeps = false;
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

  /** Many choices in one turn of the event loop open networks once. */
  openSoon() {
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
    this.#expect();
    demo.asking.questions.startAnew();
    demo.report.value = null;
    demo.networks.show(demo.values);
    this.#sleeps = !demo.attention.is.peek();
    if (this.#sleeps) return;
    for (const network of demo.networks.shown.peek()) this.#load(network);
  }

  /** Somebody looks. */
  wake() {
    if (!this.#sleeps || !this.#demo.engine) return;
    this.#sleeps = false;
    for (const network of this.#demo.networks.shown.peek()) this.#load(network);
  }

  /** @param {Network} network */
  async #load(network) {
    const demo = this.#demo;
    const { engine, moment: asked } = demo;
    if (!engine) return;
    network.error.value = null;
    demo.failure.value = null;
    const isGone = () => isStale(asked, demo.moment);
    const place = demo.networks.shown.peek().indexOf(network);
    try {
      network.url = modelUrl(network.value);
      const reply = await engine.ask(demo, `load ${place}`, PRIORITY, () => ({
        kind: 'load',
        url: network.url,
        engine: demo.choice.peek(),
      }));
      if (!reply || isGone()) return;
      network.error.value = null;
      network.telling = reply.telling;
      network.info.value = reply.info;
      demo.reportFrom(network, reply.engine);
      demo.engineRuns();
      demo.asking.touch();
    } catch (error) {
      if (isGone()) return;
      const failure = (network.error.value = coded(error));
      if (isOfEngine(failure)) demo.engineFailed(failure);
      else demo.tell(failure, network.value);
    }
    if (!this.#pending) this.#settle();
  }

  /** Tells whoever waits that all is there, or what is not. */
  #settle() {
    const networks = this.#demo.networks.shown.peek();
    if (networks.every(({ info }) => info.peek())) {
      this.#ready.resolve();
      return;
    }
    if (!networks.every(({ info, error }) => info.peek() || error.peek())) return;
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
      if (network.error.peek() || !network.info.peek()) this.#load(network);
    }
    if (networks.every(({ info }) => info.peek())) this.#ready.resolve();
    demo.asking.touch();
  }
}
