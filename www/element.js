// <gsa-demo>: a pad to draw and turn a digit on, and two networks that look at it.
// Importing this file registers nothing; define.js does.

import { acquireEngine, releaseEngine } from './engine/client.js';
import { CodedError, reasonOf } from './engine/errors.js';
import { isOnDark, watchGround } from './ui/scheme.js';
import { adoptStyles } from './ui/styles.js';
import { copyStrokes, parseStrokes } from './state/strokes.js';
import { View } from './views/view.js';
import { normalise } from './views/dial.js';
import { Gate } from './state/gate.js';
import { UndoHistory } from './state/history.js';
import { ROLES } from './views/inside.js';
import { makePicture } from './views/picture.js';
import { Questions } from './state/questions.js';
import { configure, modelUrl } from './engine/settings.js';
import { emptySlot, nameSlots } from './state/networks.js';
import { Spinner } from './state/spin.js';
import { describeStatus } from './views/status.js';
import { askAllRound, measureErrors } from './state/study.js';

/**
 * @import {
 *   AnswerReply, EngineChoice, EngineReport, ErrorDetail, PredictDetail, Prediction, Stroke
 * } from './types.d.ts'
 * @import { Engine } from './engine/client.js'
 * @import { Slot } from './state/networks.js'
 */

export { configure };

const DEFAULTS = { main: 'r8f_sa_drawn', other: 'z2_sa_drawn' };
const ENGINES = ['auto', 'webgpu', 'cpu'];
/** How long nothing may change before the slower questions are asked. */
const QUIET_MS = 160;
/** Order of requests: models, then the answer, then what study.js asks. */
const PRIORITY = { load: 0, answer: 1 };

/**
 * The state that a question is about: numbers of the version and of the drawing, and the angle.
 *
 * @typedef {{ version: number, drawing: number, angle: number }} Asked
 */

// Importing the package where there is no document must not throw.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * A pad to draw a digit on, a dial to turn it, and what one or two networks make of it, live.
 *
 * @tag gsa-demo
 * @attr theme - `light` or `dark`; without it, as the ground that it stands on.
 * @slot actions - Further buttons below the pad.
 * @fires {CustomEvent<PredictDetail>} predict - After every answer, and when the pad becomes blank.
 * @fires {CustomEvent<ErrorDetail>} error - What went wrong.
 * @csspart root - All of it.
 * @csspart alert - What went wrong with the engine or with what was handed in.
 * @csspart dial - The square that holds ring, knob and pad.
 * @csspart angle - The angle, in degrees.
 * @csspart pad - The canvas to draw on.
 * @csspart knob - What turns the drawing.
 * @csspart samples - The digits to take.
 * @csspart seen - The canvas with what the networks see.
 * @csspart answer - The answer of one network.
 * @csspart digit - The digit that it says.
 * @csspart bars - Its ten probabilities.
 * @csspart sweep - The answers all round.
 * @csspart maps - The feature maps of one network.
 * @csspart errors - The table of equivariance errors.
 * @csspart badge - Which engine answers, and how fast.
 * @csspart switch-engine - The button for another engine.
 */
export class GsaDemo extends Base {
  static get observedAttributes() {
    return ['model', 'compare', 'angle', 'engine', 'theme'];
  }

  /** @type {Stroke[]} */
  #strokes = [];
  #history = new UndoHistory();
  #angle = 0;
  /** @type {EngineChoice} */
  #choice = 'auto';
  #looking = { layer: 0, channel: 0, chosen: false };

  /** @type {Engine | null} */
  #engine = null;
  /** @type {View | null} */
  #view = null;
  /** @type {AbortController | null} */
  #life = null;
  /** @type {Slot[]} */
  #slots = [];
  /** @type {Gate<void>} */
  #ready = new Gate();
  /** @type {EngineReport | null} */
  #engineState = null;

  #questions = new Questions();
  #crashes = 0;
  /** Whether what the alert says is of the engine, and settled once it runs. */
  #engineAlert = false;
  /** What went wrong before there was a place to say so. */
  #unseen = '';
  #dark = false;
  /** Counts changes of the drawing itself. */
  #drawing = 0;
  /** Whether the last `predict` event, if there was one, said that the pad is blank. */
  #blank = false;
  #pending = false;
  #reloading = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #quiet;
  #spinner = new Spinner(
    () => this.#angle,
    (degrees) => this.#turnTo(degrees),
  );
  /** @type {{ drawing: number, pixels: Float32Array } | null} */
  #upright = null;

  constructor() {
    super();
    adoptStyles(this.attachShadow({ mode: 'open' }), false);
  }

  connectedCallback() {
    for (const name of ['model', 'compare', 'engine', 'angle', 'strokes']) this.#upgrade(name);
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#engine = acquireEngine(this);
    this.#view = new View(
      /** @type {ShadowRoot} */ (this.shadowRoot),
      this.#strokes,
      this.#looking,
      {
        drawn: (why) => this.#drawn(why),
        turned: (degrees, finished) => this.#turnedByHand(degrees, finished),
        undo: () => this.undo(),
        clear: () => this.clear(),
        spin: () => (this.#spinner.active ? this.#stopSpin() : this.#startSpin()),
        sample: (strokes) => {
          this.#history.keep(this.#strokes, strokes.length);
          this.#replace(copyStrokes(strokes));
        },
        chosen: () => {
          this.#view?.inside.stale();
          this.#touch();
        },
        retry: () => this.#retry(),
        switchEngine: () => {
          this.engine = this.#engineState?.name === 'webgpu' ? 'cpu' : 'webgpu';
        },
      },
      signal,
    );
    this.#dress();
    watchGround(this, () => this.#dress(), signal);
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.hidden) this.#stopSpin();
        else this.#settleSoon();
      },
      { signal },
    );
    this.#view.drawn(this.#angle, this.#strokes.length > 0 || !this.#history.empty);
    this.#view.turn(this.#angle);
    this.#view.blank(false);
    if (this.#unseen) this.#view.alert(this.#unseen);
    this.#unseen = '';
    this.#open();
  }

  disconnectedCallback() {
    this.#stopSpin();
    clearTimeout(this.#quiet);
    this.#life?.abort();
    this.#life = null;
    this.#view = null;
    this.#engine = null;
    this.#slots = [];
    releaseEngine(this);
    const gone = new Error('The element was taken off the page.');
    this.#questions.refuse(gone);
    if (!this.#ready.settled) this.#ready.reject(gone);
    this.#ready = new Gate();
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    switch (name) {
      case 'angle':
        if (value === null) this.#turnTo(0);
        else if (!(value.trim() !== '' && Number(value) === this.#angle)) this.#setAngle(value);
        break;
      case 'engine':
        this.#setEngine(value ?? 'auto');
        break;
      case 'theme':
        this.#dress();
        break;
      default:
        this.#reopen();
    }
  }

  // ---- Attributes and properties ----

  /**
   * The network to look at: `r8f_sa_drawn` (the default), `r4_sa_drawn` or `z2_sa_drawn`, trained on
   * drawings, `r8f_sa`, `r4_sa` or `z2_sa`, trained on rotated MNIST alone, or the address of a
   * .safetensors file.
   *
   * @type {string}
   * @default 'r8f_sa_drawn'
   */
  get model() {
    return this.getAttribute('model') ?? DEFAULTS.main;
  }
  set model(value) {
    if (value === null || value === undefined) this.removeAttribute('model');
    else this.setAttribute('model', value);
  }

  /**
   * The network beside it, or `none`.
   *
   * @type {string}
   * @default 'z2_sa_drawn'
   */
  get compare() {
    return this.getAttribute('compare') ?? DEFAULTS.other;
  }
  set compare(value) {
    if (value === null || value === undefined) this.removeAttribute('compare');
    else this.setAttribute('compare', value);
  }

  /**
   * Degrees by which the drawing is turned, counter-clockwise, in [0, 360).
   *
   * @type {number}
   * @default 0
   */
  get angle() {
    return this.#angle;
  }
  set angle(value) {
    if (this.#setAngle(value)) this.#reflectAngle();
  }

  /**
   * `auto`, `webgpu` or `cpu`.
   *
   * @type {EngineChoice}
   * @default 'auto'
   */
  get engine() {
    return this.#choice;
  }
  set engine(value) {
    if (value === null || value === undefined) this.removeAttribute('engine');
    else this.setAttribute('engine', value);
  }

  /**
   * The drawing as it was drawn, upright: lists of {x, y} in 0..1 of the pad, y down. A copy.
   *
   * @type {Stroke[]}
   */
  get strokes() {
    return copyStrokes(this.#strokes);
  }
  set strokes(value) {
    try {
      const strokes = parseStrokes(value);
      if (this.#strokes.length > 0) this.#history.keep(this.#strokes, strokes.length);
      this.#replace(strokes);
    } catch (error) {
      this.#report(error);
    }
  }

  /** What `model` says of the drawing, or null while there is none. @type {Prediction | null} */
  get prediction() {
    return this.#slots.find(({ role }) => role === 'main')?.prediction ?? null;
  }

  /** What each network shown says. @type {Prediction[]} */
  get predictions() {
    return this.#slots.flatMap(({ prediction }) => prediction ?? []);
  }

  /** Fulfilled once the networks are loaded; a new promise after another network is chosen. @type {Promise<void>} */
  get ready() {
    return this.#ready.promise;
  }

  /** Empties the pad; `undo()` brings the drawing back. */
  clear() {
    if (this.#strokes.length > 0) this.#history.keep(this.#strokes, 0);
    this.#replace([]);
  }

  /** Takes the last stroke back, or what emptied the pad or filled it anew. */
  undo() {
    const before = this.#history.back(this.#strokes);
    if (before) this.#replace(before);
  }

  /**
   * The prediction for what is on the pad now, null when that is nothing.
   *
   * @returns {Promise<Prediction | null>}
   */
  async predict() {
    if (!this.#engine) throw new Error('The element is not on a page.');
    const { version } = this.#questions;
    if (this.#strokes.length === 0) return null;
    await this.ready;
    if (!this.#engine) throw new Error('The element was taken off the page.');
    if (this.#questions.isAnswered(version)) return this.prediction;
    const answer = this.#questions.answerTo(version);
    if (!this.#questions.underWay) this.#ask();
    return answer;
  }

  /** What is shown, as a PNG. @returns {Promise<Blob>} */
  async toBlob() {
    if (!this.#view) throw new Error('The element is not on a page.');
    if (this.#strokes.length === 0) throw new Error('There is no drawing yet.');
    await this.predict();
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (!this.#view) throw new Error('The element was taken off the page.');
    this.#view.pad.draw();
    const answers = this.#slots.flatMap(({ name, prediction }) =>
      prediction ? [{ name, prediction }] : [],
    );
    return makePicture(/** @type {ShadowRoot} */ (this.shadowRoot), answers, this.#angle);
  }

  /** Takes over a property that was set before the element was defined. @param {string} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const self = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    const value = self[name];
    delete self[name];
    self[name] = value;
  }

  /** @param {unknown} value */
  #setAngle(value) {
    const usable = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
    const degrees = usable ? Number(value) : NaN;
    if (!Number.isFinite(degrees)) {
      const shown = typeof value === 'string' ? `“${value.slice(0, 40)}”` : 'This';
      this.#report(new CodedError('invalid-angle', `${shown} is not an angle in degrees.`));
      return false;
    }
    this.#turnTo(normalise(degrees));
    return true;
  }

  #reflectAngle() {
    if (this.getAttribute('angle') !== String(this.#angle)) {
      this.setAttribute('angle', String(this.#angle));
    }
  }

  /** @param {string} value */
  #setEngine(value) {
    if (!ENGINES.includes(value)) {
      const message = `“${value.slice(0, 40)}” is not an engine; there are ${ENGINES.join(', ')}.`;
      this.#report(new CodedError('invalid-engine', message));
      return;
    }
    this.#choice = /** @type {EngineChoice} */ (value);
    this.#reopen();
  }

  /** Light or dark: as `theme` says, else as the page is. */
  #dress() {
    const view = this.#view;
    if (!view) return;
    const around = isOnDark(this);
    const theme = this.getAttribute('theme');
    const dark = theme === 'dark' || (theme !== 'light' && around);
    view.island(dark !== around);
    // A page may change its attributes at every frame; colours are another matter.
    if (dark === this.#dark) return;
    this.#dark = dark;
    adoptStyles(/** @type {ShadowRoot} */ (this.shadowRoot), dark);
    view.repaint();
  }

  // ---- Changes ----

  /** @param {Stroke[]} strokes */
  #replace(strokes) {
    this.#strokes = strokes;
    this.#view?.pad.replace(strokes);
    this.#questions.startAnew();
    for (const slot of this.#slots) slot.prediction = null;
    this.#drawn('stroke');
  }

  /** @param {'stroke' | 'full'} why */
  #drawn(why) {
    const view = this.#view;
    if (why === 'full') {
      view?.alert('The pad is full. Undo a stroke or clear it to go on.');
      return;
    }
    if (view) this.#strokes = view.pad.strokes;
    this.#drawing++;
    for (const slot of this.#slots) slot.quarters.clear();
    view?.drawn(this.#angle, this.#strokes.length > 0 || !this.#history.empty);
    view?.inside.stale();
    for (const role of ROLES) view?.sweeps[role].clear();
    this.#touch();
  }

  /** @param {number} degrees  in [0, 360) */
  #turnTo(degrees) {
    if (degrees === this.#angle) return;
    this.#angle = degrees;
    this.#view?.turn(degrees);
    this.#view?.inside.stale(['turn', 'resampling']);
    this.#touch();
  }

  /** @param {number} degrees @param {boolean} finished */
  #turnedByHand(degrees, finished) {
    this.#stopSpin();
    this.#turnTo(degrees);
    if (finished) this.#reflectAngle();
  }

  #startSpin() {
    this.#view?.spinning(true);
    this.#spinner.start();
  }

  #stopSpin() {
    if (!this.#spinner.active) return;
    this.#spinner.stop();
    this.#view?.spinning(false);
    this.#turnTo(normalise(Math.round(this.#angle * 10) / 10));
    this.#reflectAngle();
  }

  /** Many changes in one turn of the event loop make one question. */
  #touch() {
    this.#questions.change();
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (this.#view) this.#ask();
    });
  }

  // ---- Networks ----

  #reopen() {
    if (!this.#view || this.#reloading) return;
    this.#reloading = true;
    // Whoever asks from here on asks the networks that are to come.
    if (this.#ready.settled) this.#ready = new Gate();
    this.#questions.change();
    queueMicrotask(() => {
      this.#reloading = false;
      if (this.#view) this.#open();
    });
  }

  /** Makes the slots that the attributes ask for, and loads what is not loaded. */
  #open() {
    const view = this.#view;
    if (!view) return;
    // What was asked of other networks, and networks that are not shown any more.
    this.#engine?.withdraw(this);
    if (this.#ready.settled) this.#ready = new Gate();
    this.#questions.startAnew();
    this.#engineState = null;
    this.#slots = [];
    const values = { main: this.model, other: this.compare };
    view.single(values.other === 'none' || values.other === '');
    for (const role of ROLES) {
      if (role === 'other' && (values.other === 'none' || values.other === '')) {
        view.inside.describe(role, '', '', null);
        continue;
      }
      this.#slots.push(emptySlot(role, values[role]));
      view.trouble(role, null);
      view.bars[role].clear();
      view.sweeps[role].clear();
      view.inside.errors(role, null, null);
    }
    this.#name();
    this.#badge();
    for (const slot of this.#slots) this.#load(slot);
  }

  /** @param {Slot} slot */
  async #load(slot) {
    const engine = this.#engine;
    if (!engine) return;
    slot.error = null;
    this.#view?.trouble(slot.role, null);
    try {
      slot.url = modelUrl(slot.value);
      const reply = await engine.ask(this, `load ${slot.role}`, PRIORITY.load, () => ({
        kind: 'load',
        url: slot.url,
        engine: this.#choice,
      }));
      if (!reply || !this.#slots.includes(slot)) return;
      slot.error = null;
      slot.info = reply.info;
      slot.telling = reply.telling;
      if (slot.role === 'main' || !this.#engineState) this.#engineState = reply.engine;
      this.#name();
      if (this.#engineAlert) this.#view?.alert(null);
      this.#engineAlert = false;
      this.#touch();
    } catch (error) {
      if (!this.#slots.includes(slot)) return;
      slot.error = coded(error);
      if (isOfEngine(slot.error)) this.#engineFailed(slot.error);
      else {
        this.#view?.trouble(slot.role, slot.error.message);
        this.#report(slot.error, slot.value, false);
      }
    }
    this.#badge();
    if (this.#reloading) return;
    if (this.#slots.every(({ info }) => info)) this.#ready.resolve();
    const failed = this.#slots.find((other) => other.error);
    if (failed?.error && this.#slots.every(({ info, error }) => info || error)) {
      if (failed.role === 'main' || isOfEngine(failed.error)) {
        this.#ready.reject(failed.error);
        this.#questions.refuse(failed.error);
      } else this.#ready.resolve();
    }
  }

  #name() {
    nameSlots(this.#slots);
    for (const { role, name, info, telling } of this.#slots) {
      this.#view?.name(role, name, info, telling);
    }
  }

  #retry() {
    const { error } = this.#slots.find((slot) => slot.error) ?? {};
    this.#view?.alert(null);
    if (this.#ready.settled) this.#ready = new Gate();
    if (!error || isOfEngine(error)) {
      this.#engine?.restart();
      this.#crashes = 0;
    }
    for (const slot of this.#slots) {
      if (slot.error || !slot.info) this.#load(slot);
    }
    this.#badge();
    if (this.#slots.every(({ info }) => info)) this.#ready.resolve();
    this.#touch();
  }

  /** @param {CodedError} error */
  #engineFailed(error) {
    this.#view?.alert(error.message, true);
    this.#engineAlert = true;
    this.#report(error, undefined, false);
    this.#badge(error);
  }

  // ---- Questions and answers ----

  #ask() {
    const engine = this.#engine;
    if (!engine || !this.#view) return;
    clearTimeout(this.#quiet);
    if (this.#strokes.length === 0) {
      this.#nothing(false, this.#now);
      return;
    }
    if (!this.#slots.some(({ info }) => info)) return;
    this.#questions.ask();
    const of = { version: 0, angle: 0, drawing: 0 };
    engine
      .ask(this, 'answer', PRIORITY.answer, () => {
        const { inside } = /** @type {View} */ (this.#view);
        const models = this.#slots
          .filter(({ info }) => info)
          .map(({ url, role }) => ({ url, view: inside.viewOf(role) }));
        if (models.length === 0 || this.#strokes.length === 0) return null;
        Object.assign(of, this.#now);
        const { angle } = of;
        return { kind: 'answer', strokes: this.#strokes, angle, engine: this.#choice, models };
      })
      .then((reply) => {
        if (reply) this.#show(reply, of);
        else this.#questions.giveUp();
      })
      .catch((error) => this.#unanswered(coded(error), of.version));
  }

  /** @returns {Asked} */
  get #now() {
    return { version: this.#questions.version, angle: this.#angle, drawing: this.#drawing };
  }

  /** @param {AnswerReply} reply @param {Asked} of  what it answers */
  #show(reply, of) {
    const view = this.#view;
    if (!view || this.#questions.isStale(of.version)) return;
    this.#crashes = 0;
    if (this.#engineAlert) view.alert(null);
    this.#engineAlert = false;
    if (reply.empty) {
      this.#nothing(true, of);
      return;
    }
    const { angle, drawing } = of;
    view.see(reply.seen);
    if (angle === 0) this.#upright = { drawing, pixels: reply.seen };
    const upright = this.#upright?.drawing === drawing ? (this.#upright?.pixels ?? null) : null;
    const spoken = [];
    for (const slot of this.#slots) {
      const answer = reply.answers.find(({ url }) => url === slot.url);
      if (!answer || !slot.info) continue;
      if (slot.role === 'main' || !this.#engineState) this.#engineState = answer.engine;
      slot.prediction = {
        digit: answer.digit,
        probabilities: answer.probabilities,
        model: slot.info.name,
        engine: answer.engine.name,
        milliseconds: answer.milliseconds,
      };
      view.answer(slot.role, slot.prediction, angle);
      view.inside.show(slot.role, answer, angle, reply.seen, upright);
      // A stroke that has grown since will be asked again; its strip is not to begin with this.
      if (drawing !== this.#drawing) view.sweeps[slot.role].clear();
      spoken.push(`${slot.name} says ${answer.digit}.`);
    }
    view.say(spoken.join(' '));
    this.#badge();
    // Where the network that `prediction` is about is still to come, it will be asked as soon as it is there.
    const main = this.#slots.find(({ role }) => role === 'main');
    if (main?.prediction || main?.error) {
      this.#questions.answer(of.version, this.prediction);
      this.#tell(angle);
    }
    this.#settleSoon();
  }

  /** The pad is blank, or as good as that. @param {boolean} nearly @param {Asked} of */
  #nothing(nearly, { version, angle }) {
    for (const slot of this.#slots) slot.prediction = null;
    this.#view?.blank(nearly);
    this.#questions.answer(version, null);
    if (!this.#blank) this.#tell(angle);
    this.#blank = true;
  }

  /** @param {number} angle  at which it was asked */
  #tell(angle) {
    this.#blank = false;
    /** @type {PredictDetail} */
    const detail = { prediction: this.prediction, predictions: this.predictions, angle };
    this.dispatchEvent(new CustomEvent('predict', { detail, bubbles: true, composed: true }));
  }

  /** @param {CodedError} error @param {number} version */
  #unanswered(error, version) {
    if (!this.#view) return;
    if (error.code === 'engine-crashed' && this.#crashes++ === 0) {
      this.#ask();
      return;
    }
    this.#questions.giveUp();
    this.#questions.refuse(error);
    if (this.#questions.isStale(version)) return;
    if (isOfEngine(error)) this.#engineFailed(error);
    else this.#report(error);
  }

  // ---- What can wait until the pad is at rest: errors of equivariance, and the other angles ----

  #settleSoon() {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      // Nothing that a person asked for: the next change tries again.
      this.#study(this.#questions.version).catch(() => {});
    }, QUIET_MS);
  }

  /** @param {number} version */
  async #study(version) {
    const engine = this.#engine;
    const view = this.#view;
    if (!engine || !view || this.#strokes.length === 0) return;
    const subject = {
      client: this,
      engine,
      view,
      slots: this.#slots.filter(({ info }) => info),
      strokes: this.#strokes,
      angle: this.#angle,
      choice: this.#choice,
      current: () =>
        version === this.#questions.version && this.#view === view && !view.pad.drawing,
    };
    if (await measureErrors(subject)) await askAllRound(subject, () => this.#judge());
  }

  /** The upright answer has come in: what is shown can be compared with it. */
  #judge() {
    for (const { role, prediction } of this.#slots) {
      if (prediction) this.#view?.answer(role, prediction, this.#angle);
    }
  }

  // ---- Telling ----

  /**
   * @param {unknown} error
   * @param {string} [model]
   * @param {boolean} [visible]
   */
  #report(error, model, visible = true) {
    const { code, message } = coded(error);
    if (visible && this.#view) {
      this.#view.alert(message);
      this.#engineAlert = false;
    } else if (visible) this.#unseen = message;
    /** @type {ErrorDetail} */
    const detail = model === undefined ? { code, message } : { code, message, model };
    this.dispatchEvent(new CustomEvent('error', { detail }));
  }

  /** @param {CodedError | null} [error]  why the engine does not run */
  #badge(error = this.#slots.find((slot) => slot.error && isOfEngine(slot.error))?.error) {
    const status = describeStatus(this.#engine, this.#engineState, this.#slots, error);
    this.#view?.badge(status);
  }
}

/** @param {CodedError} error */
function isOfEngine(error) {
  return error.code === 'engine-unavailable' || error.code === 'engine-crashed';
}

/** @param {unknown} error */
function coded(error) {
  return error instanceof CodedError ? error : new CodedError('failed', reasonOf(error));
}
