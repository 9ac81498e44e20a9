// The live answer: what is on the pad is asked at each of its changes, and the newest question wins.

import { batch, signal } from '@preact/signals-core';
import { PRIORITY, isStale } from '../engine/requests/answer.js';
import { coded, isOfEngine, isOfOne } from './failures.js';
import { Questions } from './questions.js';
import { record, uprightOf } from './round.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { CodedError } from '../engine/errors.js'
 * @import { Answer, AnswerReply } from '../engine/requests/answer.js'
 * @import { Moment } from '../engine/requests/request.js'
 * @import { Engine } from '../engine/client.js'
 * @import { EngineChoice, NetworkPrediction } from '../types.d.ts'
 * @import { Demo } from './demo.js'
 * @import { Network } from './networks.js'
 */

/** What a question is about. @typedef {{ moment: Moment, drawing: number, angle: number }} Asked */

/** By what a network is asked that further workers compute. @param {number} place */
const slotOf = (place) => `apart answer ${place}`;

export class Asking {
  #demo;
  #pending = false;
  #crashes = 0;
  /** Whether the last answer told, if there was one, said that the pad is blank. */
  #toldBlank = false;
  /** @type {{ drawing: number, pixels: Float32Array } | null} */
  #upright = null;
  /** The newest version that each has answered. @type {WeakMap<Network, number>} */
  #shown = new WeakMap();

  questions = new Questions();
  /** What the networks see, 28×28. @type {Signal<Float32Array | null>} */
  seen = signal(null);
  /** Why there is no answer: nothing is drawn, or next to nothing. @type {Signal<'empty' | 'nearly' | null>} */
  blank = signal('empty');
  /** Why what is shown is older than what is on the pad, when no answer came. @type {Signal<CodedError | null>} */
  unanswered = signal(null);
  /** Counts answers. */
  answers = signal(0);

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
  }

  /** Something is different: many changes in one turn of the event loop make one question. */
  touch() {
    this.questions.change();
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      this.ask();
    });
  }

  /** @returns {Asked} */
  get #now() {
    const { moment, drawing, turning } = this.#demo;
    return { moment, drawing: drawing.version.peek(), angle: turning.angle.peek() };
  }

  ask() {
    const demo = this.#demo;
    const { engine } = demo;
    if (!engine) return;
    demo.study.stop();
    if (demo.drawing.isEmpty.peek()) {
      this.#nothing('empty', this.#now);
      return;
    }
    if (demo.networks.loaded.peek().length === 0 || !demo.attention.is.peek()) return;
    this.questions.ask();
    const apart = demo.networks.loaded.peek().filter((network) => demo.costly.isApart(network));
    const together = () => demo.networks.loaded.peek().filter((one) => !apart.includes(one));
    // One that was apart until now is waited for with the others.
    for (const network of together())
      demo.costly.end(network, slotOf(demo.networks.shown.peek().indexOf(network)));
    if (together().length > 0) {
      demo.lateness.expect('answer');
      this.#ask(engine, 'answer', demo.choice.peek(), together, () =>
        demo.lateness.settle('answer'),
      );
    }
    for (const network of apart) {
      const slot = slotOf(demo.networks.shown.peek().indexOf(network));
      const mine = () => demo.networks.loaded.peek().filter((one) => one === network);
      // What it said is not of what is on the pad now.
      network.isAnswered = false;
      demo.costly.begin(network, slot);
      this.#ask(engine, slot, 'cpu', mine, () => demo.costly.end(network, slot));
    }
  }

  /**
   * @param {Engine} engine
   * @param {string} slot
   * @param {EngineChoice} choice
   * @param {() => Network[]} networks  that are to answer, when their turn comes
   * @param {() => void} settle  nobody waits for this answer any more
   */
  #ask(engine, slot, choice, networks, settle) {
    const demo = this.#demo;
    /** @type {Asked} */
    let asked = this.#now;
    engine
      .ask(demo, slot, PRIORITY, () => {
        const maps = demo.study.isLive('maps');
        const models = networks().map((network) => ({
          url: network.url,
          view: maps ? demo.looking.viewOf(network) : null,
        }));
        if (models.length === 0 || demo.drawing.isEmpty.peek()) return null;
        asked = this.#now;
        return { kind: 'answer', ...demo.subject, engine: choice, angle: asked.angle, models };
      })
      .then((reply) => {
        if (reply) this.#show(reply, asked, slot, settle);
        else this.#giveUp(asked, settle);
      })
      .catch((error) => this.#unanswered(coded(error), asked, settle));
  }

  /** Somebody looks: asks what nobody wanted to know before, and goes on with what can wait. */
  wake() {
    const { questions } = this;
    if (!this.#demo.engine || this.#pending) return;
    if (!questions.isAnswered(questions.version) && !questions.underWay) this.ask();
    else this.#demo.study.rest();
  }

  /** No answer will come, unless something newer is asked already. @param {Asked} asked @param {() => void} settle */
  #giveUp({ moment }, settle) {
    if (moment.version !== this.questions.version) return;
    this.questions.giveUp();
    settle();
  }

  /** @param {AnswerReply} reply @param {Asked} asked  what it answers @param {string} slot @param {() => void} settle */
  #show(reply, asked, slot, settle) {
    const demo = this.#demo;
    // Where nobody looks, nothing is asked that somebody could wait for.
    const isAsked = demo.attention.is.peek() && asked.moment.version < this.questions.version;
    const isTogether = slot === 'answer';
    if (isTogether || !isAsked) settle();
    if (isTogether && isAsked) demo.lateness.expect('answer');
    if (!demo.engine || isStale(asked.moment, demo.moment)) return;
    this.#crashes = 0;
    demo.engineRuns();
    this.unanswered.value = null;
    if (reply.empty) {
      this.#nothing('nearly', asked);
      return;
    }
    const { angle, drawing } = asked;
    // Of one that takes long: something newer of it is asked, and of the others something newer may be shown.
    const isBehind = !isTogether && asked.moment.version < this.questions.version;
    batch(() => {
      this.blank.value = null;
      if (!isBehind) this.seen.value = reply.seen;
      if (angle === 0) this.#upright = { drawing, pixels: reply.seen };
      for (const network of demo.networks.loaded.peek()) {
        const answer = reply.answers.find(({ url }) => url === network.url);
        if (!answer) continue;
        this.#showAnswer(network, answer, reply.seen, asked, !isTogether);
        if (isBehind) network.isAnswered = false;
      }
    });
    // Where the network that `prediction` is about is still to come, it will be asked as soon as it is there.
    const [main] = demo.networks.shown.peek();
    if (!isBehind && (main?.prediction || main?.error.peek())) {
      // By what was answered: with this very answer a network may have turned out to be one that is asked apart.
      const isOfMain = reply.answers.some(({ url }) => url === main.url);
      if (isOfMain || main.error.peek()) {
        this.questions.answer(asked.moment.version, demo.prediction);
      }
      this.#tell(angle);
    }
    this.answers.value++;
    demo.study.rest();
  }

  /** @param {Network} network @param {Answer} answer @param {Float32Array} seen @param {Asked} asked @param {boolean} isApart */
  #showAnswer(network, answer, seen, { moment, angle, drawing }, isApart) {
    const demo = this.#demo;
    // Several workers may answer one network, and not in the order in which they were asked.
    if (moment.version < (this.#shown.get(network) ?? 0)) return;
    this.#shown.set(network, moment.version);
    const { digit, probabilities, milliseconds, maps, stabilised } = answer;
    demo.reportFrom(network, isApart ? demo.costly.reportOf(answer.engine) : answer.engine);
    network.isOpening = answer.engine.opening;
    // A stroke that has grown since will be asked again; its round is not to begin with this.
    const before = network.round.peek();
    const after = record(before, angle, answer);
    if (drawing === demo.drawing.version.peek()) network.round.value = after;
    const { model } = network;
    demo.networks.timed(network, milliseconds, answer.engine.name);
    network.isAnswered = true;
    network.isLive = true;
    network.isRecorded.value = false;
    network.shown.value = {
      prediction: { digit, probabilities, model, engine: answer.engine.name, milliseconds },
      angle,
      upright: uprightOf(after),
    };
    const upright = this.#upright?.drawing === drawing ? this.#upright.pixels : seen;
    network.maps.value =
      maps && stabilised ? { live: maps, still: stabilised, angle, seen, upright } : null;
  }

  /** Upright answers have come in: what is shown can be compared with them. */
  compare() {
    for (const { shown, round } of this.#demo.networks.shown.peek()) {
      const answer = shown.peek();
      const upright = uprightOf(round.peek());
      if (answer && upright !== answer.upright) shown.value = { ...answer, upright };
    }
  }

  /** The pad is blank, or as good as that. @param {'empty' | 'nearly'} why @param {Asked} asked */
  #nothing(why, { moment, angle }) {
    batch(() => {
      for (const network of this.#demo.networks.shown.peek()) network.forgetAnswers();
      this.blank.value = why;
      this.unanswered.value = null;
      this.seen.value = null;
    });
    this.#demo.lateness.settle('answer');
    this.questions.answer(moment.version, null);
    this.answers.value++;
    if (!this.#toldBlank) this.#tell(angle);
    this.#toldBlank = true;
  }

  /** @param {number} angle  at which it was asked */
  #tell(angle) {
    this.#toldBlank = false;
    const { prediction, networks, told } = this.#demo;
    told.answered({ prediction, predictions: networks.predictions, angle });
  }

  /** @param {CodedError} error @param {Asked} asked @param {() => void} settle */
  #unanswered(error, { moment }, settle) {
    const demo = this.#demo;
    if (!demo.engine) return;
    this.questions.giveUp();
    settle();
    if (error.code === 'engine-crashed' && this.#crashes++ === 0) {
      this.ask();
      return;
    }
    const given = isOfOne(error) ? demo.networks.from(error.url) : [];
    if (given.length === 0 || given[0] === demo.networks.shown.peek()[0]) {
      this.questions.refuse(error);
    }
    if (given.length > 0) {
      for (const network of given) this.#letBe(network, error);
      this.ask();
      return;
    }
    if (isStale(moment, demo.moment)) return;
    this.unanswered.value = error;
    if (isOfEngine(error)) demo.engineFailed(error);
    else demo.warn(error);
  }

  /** A network is asked no more, until somebody tries again. @param {Network} network @param {CodedError} error */
  #letBe(network, error) {
    network.forgetAnswers();
    network.error.value = error;
    this.#demo.tell(error, network.value);
  }

  /** Starts the engine afresh. */
  restart() {
    this.#demo.engine?.restart();
    this.#crashes = 0;
  }

  /**
   * The prediction for what is on the pad now, null when that is nothing.
   *
   * @returns {Promise<NetworkPrediction | null>}
   */
  predict() {
    return this.#demo.attention.during(this.#predict());
  }

  async #predict() {
    const demo = this.#demo;
    if (!demo.engine) throw new Error('The element is not on a page.');
    const { version } = this.questions;
    if (demo.drawing.isEmpty.peek()) return null;
    await demo.loading.ready;
    if (!demo.engine) throw new Error('The element was taken off the page.');
    if (this.questions.isAnswered(version)) return demo.prediction;
    // All that were there have been let be since.
    const given =
      demo.networks.loaded.peek().length === 0 && demo.networks.shown.peek()[0]?.error.peek();
    if (given) throw given;
    const answer = this.questions.answerTo(version);
    if (!this.questions.underWay) this.ask();
    return answer;
  }
}
