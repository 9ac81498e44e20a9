// <gsa-demo>: a pad to draw and turn a digit on, and two networks that look at it. Here are its attributes, properties and
// events, and its life; what it shows is in views/, what it knows in state/.
// Importing this file registers nothing; define.js does.

import { Base } from './ui/base.js';
import { CodedError } from './engine/errors.js';
import { configure } from './engine/settings.js';
import { putAngle, putSample } from './state/attributes.js';
import { DEFAULT_NETWORKS } from './state/defaults.js';
import { Demo } from './state/demo.js';
import { coded } from './state/failures.js';
import { namesIn } from './state/figures.js';
import { copyStrokes, parseStrokes } from './state/strokes.js';
import { MOST, joinNetworks, parseNetworks } from './state/choice.js';
import { introduce } from './state/intro.js';
import { parseTrial } from './state/trial.js';
import { adoptLate } from './ui/styles.js';
import { enter } from './views/demos.js';
import { NAMES, ON_STAGE, whenWhole } from './views/figures.js';
import { mount, style } from './views/layout.js';
import { Stay } from './views/stay.js';
import { watch } from './watch.js';

/** @import { EngineChoice, NetworkPrediction, Stroke, Trial } from './types.d.ts' */

export { GsaFigure } from './figure.js';
export { configure };

const [MODEL, COMPARE] = DEFAULT_NETWORKS;
const ENGINES = ['auto', 'webgpu', 'cpu'];
const VIEWS = ['full', 'compact'];
/** The figures of a compact view. */
const COMPACT = ['polar', 'answers'];
/** How long a picture waits for what is still to be asked. */
const PICTURE_MS = 4000;
/** What may have been set before the element was defined. */
// prettier-ignore
const PROPERTIES = [
  'networks', 'model', 'compare', 'engine', 'angle', 'strokes', 'layer', 'channel', 'trial', 'view', 'figures', 'place', 'choices',
];

/**
 * A pad to draw a digit on, a dial to turn it, and what one or two networks make of it, live.
 *
 * @tag gsa-demo
 * @attr view - `compact`: pad, dial and answers alone, for a narrow column; `full`, the default, has all the rest.
 * @attr figures - Which figures it shows, by their names with spaces between: `polar`, `maps`, `errors`, `orientation`, `answers`.
 * @attr theme - `light` or `dark`; without it, as the ground that it stands on.
 * @attr sample - A digit that is on the pad at first, 0 to 9.
 * @attr large - For a projector: large type in the place of small print; sizes follow the page's own type. With `side` the drawing is
 *   small, beside what is in the slot `reading`.
 * @attr layer - The layer whose maps are shown at first, from 0.
 * @attr channel - The channel of it, from 0.
 * @attr place - What is shown at first, as the end of a link says it.
 * @attr intro - With it, the drawing turns once by itself when the networks have answered, and comes to rest at a quarter turn.
 * @slot actions - Further buttons below the pad.
 * @slot lead - What stands above the answers.
 * @slot reading - What is read below the maps; where there is room the drawing stays in sight beside it, elsewhere a small one does.
 * @fires {CustomEvent<PredictDetail>} predict - After every answer, and when the pad becomes blank.
 * @fires {CustomEvent<NetworksDetail>} networks - Other networks are shown, whoever chose them.
 * @fires {CustomEvent<ErrorDetail>} error - What went wrong.
 * @cssprop --gsa-stage - How wide the dial may be.
 * @csspart root - All of it.
 * @csspart alert - What went wrong with the engine or with what was handed in.
 * @csspart drawing - The dial, and what belongs to it.
 * @csspart answers - The answers together.
 * @csspart inside - Maps and errors together.
 * @csspart dock - The small drawing at the bottom, where the dial is out of sight.
 * @csspart dial - The square that holds ring, knob and pad.
 * @csspart angle - The angle, in degrees.
 * @csspart pad - The canvas to draw on.
 * @csspart knob - What turns the drawing.
 * @csspart samples - The digits to take.
 * @csspart seen - The canvas with what the networks see.
 * @csspart picker - The list of all networks.
 * @csspart trial - What can be tried out in the networks.
 * @csspart answer - The answer of one network.
 * @csspart digit - The digit that it says.
 * @csspart bars - Its ten probabilities.
 * @csspart polar - The answers all round, as a drawing.
 * @csspart maps - The feature maps of one network, and what is left over of them.
 * @csspart errors - What is left over at every angle.
 * @csspart orientation - What the maximum over the group throws away.
 * @csspart position - Where position is.
 * @csspart encoding - What a turn acts on.
 * @csspart lifting - How one picture becomes a map for each element.
 * @csspart group-size - One set of weights at several numbers of rotations.
 * @csspart attention - Where a pixel looks.
 * @csspart theorem-1 - A convolution made of heads.
 * @csspart theorem-2 - Answers that turn along.
 * @csspart theorem-3 - A filter that is turned.
 * @csspart theorem-4 - Tables that are moved at both ends.
 * @csspart by-angle - How many are read right, by angle.
 * @csspart results - What the experiments say.
 * @csspart cost - What it costs.
 * @csspart badge - Which engine answers, and how fast.
 * @csspart switch-engine - The button for another engine.
 */
export class GsaDemo extends Base {
  static get observedAttributes() {
    // prettier-ignore
    return ['networks', 'model', 'compare', 'angle', 'engine', 'theme', 'sample', 'layer', 'channel', 'view', 'figures', 'large', 'place'];
  }

  #demo = new Demo({
    answered: (detail) => {
      this.dispatchEvent(new CustomEvent('predict', { detail, bubbles: true, composed: true }));
    },
    failed: (detail) => {
      this.dispatchEvent(new CustomEvent('error', { detail }));
    },
    settled: () => this.#reflectAngle(),
    switched: (choice) => this.setAttribute('engine', choice),
    chosen: () => {
      const detail = { networks: this.networks };
      this.dispatchEvent(new CustomEvent('networks', { detail, bubbles: true, composed: true }));
    },
  });
  #stay = new Stay(this, style, {
    show: (signal) => mount(this.#shadow, this.#demo, signal, this.#parts),
    came: (signal) => this.#came(signal),
    left: () => this.#demo.disconnect(),
    dressed: (dark) => this.#demo.dress(dark),
  });

  /** @type {ShadowRoot} */
  get #shadow() {
    return /** @type {ShadowRoot} */ (this.shadowRoot);
  }

  connectedCallback() {
    for (const name of PROPERTIES) this.#upgrade(name);
    this.#stay.connected();
  }

  disconnectedCallback() {
    this.#stay.disconnected();
  }

  /** Moved by `moveBefore`: nothing of it ends. */
  connectedMoveCallback() {
    this.#stay.connected();
  }

  /** @param {AbortSignal} signal  ends its stay */
  #came(signal) {
    const demo = this.#demo;
    demo.attention.join(this.#stay.isNear, signal);
    demo.connect(this.#networks);
    enter(this, demo, signal);
    const { isOn } = this.#stay;
    // What turns where nobody sees it would turn for nothing.
    let wasOn = false;
    watch(signal, () => {
      if (wasOn && !isOn.value) demo.turning.stop();
      wasOn = isOn.value;
    });
    if (this.hasAttribute('intro')) introduce(demo, isOn, signal);
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    const { turning } = this.#demo;
    switch (name) {
      case 'angle':
        if (value === null) turning.set(0);
        else if (!(value.trim() !== '' && Number(value) === turning.angle.peek()))
          putAngle(this.#demo, value);
        break;
      case 'engine':
        this.#chooseEngine(value ?? 'auto');
        break;
      case 'theme':
        this.#stay.dress();
        break;
      case 'view':
      case 'figures':
        this.#checkParts(name, value);
        this.#stay.show();
        break;
      case 'sample':
        if (value !== null) putSample(this.#demo, value);
        break;
      case 'place':
        if (value !== null) this.#goTo(value);
        break;
      case 'layer':
      case 'channel':
        this.#look(name, value);
        break;
      case 'large':
        adoptLate(this.#shadow, import('./views/large.js'));
        break;
      case 'networks':
        if (parseNetworks(value ?? '').length > MOST) this.#refuseMore();
        this.#demo.show(this.#networks);
        break;
      default:
        if (!this.hasAttribute('networks')) this.#demo.show(this.#networks);
    }
  }

  // ---- Attributes and properties ----

  /**
   * The networks shown, one to three, each by its name or the address of a .safetensors file; as an attribute parted by commas. They take
   * the place of `model` and `compare`. A visitor may have chosen others than the attribute says.
   *
   * @type {string[]}
   * @default ['r8f_sa_upright', 'z2_sa_upright']
   */
  get networks() {
    return this.#demo.picked ? this.#demo.values.slice() : this.#networks;
  }
  set networks(value) {
    if (value === null || value === undefined) {
      this.removeAttribute('networks');
      if (this.#demo.picked) this.#demo.show(this.#networks);
      return;
    }
    const list = Array.isArray(value)
      ? joinNetworks(value.slice(0, MOST + 1).map(String))
      : String(value);
    // Even the same networks: a visitor may have chosen others.
    if (this.getAttribute('networks') === list) this.#demo.show(this.#networks);
    this.setAttribute('networks', list);
  }

  /**
   * The network to look at: `r8f_sa_upright` (the default) or `z2_sa_upright`, trained on upright digits and drawings alone,
   * `r8f_sa_drawn`, `r4_sa_drawn` or `z2_sa_drawn`, trained on digits and drawings at any angle, `r8f_sa`, `r4_sa`, `z2_sa`, `r8_sa`, `r12_sa`, `r16_sa` or
   * `r4_sa_published`, trained on rotated MNIST alone, `r4_cnn_upright`, `z2_cnn_upright`, `r4_cnn_drawn` or `z2_cnn_drawn`, networks of
   * convolutions, or the address of a .safetensors file.
   *
   * @type {string}
   * @default 'r8f_sa_upright'
   */
  get model() {
    return this.getAttribute('model') ?? MODEL;
  }
  set model(value) {
    if (value === null || value === undefined) this.removeAttribute('model');
    else this.setAttribute('model', value);
  }

  /**
   * The network beside it, or `none`.
   *
   * @type {string}
   * @default 'z2_sa_upright'
   */
  get compare() {
    return this.getAttribute('compare') ?? COMPARE;
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
    return this.#demo.turning.angle.peek();
  }
  set angle(value) {
    if (putAngle(this.#demo, value ?? 0)) this.#reflectAngle();
  }

  /**
   * The layer whose maps are shown, by its place in the list, from 0.
   *
   * @type {number}
   * @default 0
   */
  get layer() {
    return this.#demo.looking.at.peek().layer;
  }
  set layer(value) {
    this.#look('layer', value);
  }

  /**
   * The channel of it, from 0; where none is chosen, the one whose maps differ most.
   *
   * @type {number}
   */
  get channel() {
    return this.#demo.looking.at.peek().channel;
  }
  set channel(value) {
    this.#look('channel', value);
  }

  /**
   * What is changed in the networks to see what each part is for: their weights (`trained`, or `random` ones by their seed), whether
   * positions are `turning` along or held `still`, and the `exact` or the `published` index. A copy.
   *
   * @type {Trial}
   */
  get trial() {
    return { ...this.#demo.trial.peek() };
  }
  set trial(value) {
    this.#demo.vary(parseTrial(value));
  }

  /**
   * What is shown at first, as the end of a link to the demonstration page says it behind `#`; of any drawing, and of what is chosen inside
   * figures too.
   *
   * @type {string}
   */
  get place() {
    return this.getAttribute('place') ?? '';
  }
  set place(value) {
    this.#put('place', value);
  }

  /** What is chosen inside figures, as links have it: by the names of its parts. A copy. @type {Record<string, string>} */
  get choices() {
    return this.#demo.places.all;
  }
  set choices(value) {
    this.#demo.places.put(value ?? {});
  }

  /**
   * `auto`, `webgpu` or `cpu`.
   *
   * @type {EngineChoice}
   * @default 'auto'
   */
  get engine() {
    return this.#demo.choice.peek();
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
    return copyStrokes(this.#demo.drawing.strokes.peek());
  }
  set strokes(value) {
    try {
      this.#demo.drawing.put(parseStrokes(value ?? []));
    } catch (error) {
      this.#demo.warn(coded(error));
    }
  }

  /**
   * `full`, or `compact`: pad, dial and answers alone.
   *
   * @type {'full' | 'compact'}
   * @default 'full'
   */
  get view() {
    return this.getAttribute('view')?.trim() === 'compact' ? 'compact' : 'full';
  }
  set view(value) {
    this.#put('view', value);
  }

  /**
   * The names of the figures that it shows; the attribute has them with spaces between.
   *
   * @type {string[]}
   */
  get figures() {
    return [...this.#parts.figures];
  }
  set figures(value) {
    this.#put('figures', Array.isArray(value) ? value.join(' ') : value);
  }

  /** What `model` says of the drawing, or null while there is none. @type {NetworkPrediction | null} */
  get prediction() {
    return this.#demo.prediction;
  }

  /** What each network shown says. @type {NetworkPrediction[]} */
  get predictions() {
    return this.#demo.networks.predictions;
  }

  /** Fulfilled once the networks are loaded; a new promise after another network is chosen. @type {Promise<void>} */
  get ready() {
    const { attention, loading } = this.#demo;
    return attention.during(loading.ready);
  }

  /** Empties the pad; `undo()` brings the drawing back. */
  clear() {
    this.#demo.drawing.clear();
  }

  /** Takes the last stroke back, or what emptied the pad or filled it anew. */
  undo() {
    this.#demo.drawing.undo();
  }

  /**
   * The prediction for what is on the pad now, null when that is nothing.
   *
   * @returns {Promise<NetworkPrediction | null>}
   */
  predict() {
    return this.#demo.asking.predict();
  }

  /** What is shown, as a PNG. @returns {Promise<Blob>} */
  async toBlob() {
    const { drawing, study, attention } = this.#demo;
    if (!this.#stay.lasts) throw new Error('The element is not on a page.');
    if (drawing.isEmpty.peek()) throw new Error('There is no drawing yet.');
    // Maps too, wherever they are.
    const releases = [study.everything(), attention.hold()];
    try {
      // Both begin now: an element that is taken off its page meanwhile refuses its answer.
      const [{ pictureOf }] = await Promise.all([import('./views/picture.js'), this.predict()]);
      await whenWhole(this.#demo, this.figures, PICTURE_MS);
      if (!this.#stay.lasts) throw new Error('The element was taken off the page.');
      return await pictureOf(this.#shadow, this.#demo, this.figures);
    } finally {
      for (const release of releases) release();
    }
  }

  /** Those to show. */
  get #networks() {
    const listed = parseNetworks(this.getAttribute('networks') ?? '').slice(0, MOST);
    if (listed.length > 0) return listed;
    const none = this.compare === 'none' || this.compare === '';
    return none ? [this.model] : [this.model, this.compare];
  }

  #refuseMore() {
    const message = `${MOST} networks at most stand side by side; those after them are left out.`;
    this.#demo.warn(new CodedError('invalid-model', message));
  }

  /** What of it is shown, and what was asked for that there is not. */
  get #parts() {
    const isCompact = this.view === 'compact';
    const names = namesIn(this.getAttribute('figures'));
    const figures = names?.filter((name) => NAMES.includes(name));
    return { isCompact, figures: figures ?? (isCompact ? COMPACT : ON_STAGE) };
  }

  /** Sets an attribute, or takes it away. @param {string} name @param {unknown} value */
  #put(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }

  /** Takes over a property that was set before the element was defined. @param {string} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const self = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    const value = self[name];
    delete self[name];
    self[name] = value;
  }

  #reflectAngle() {
    const angle = String(this.angle);
    if (this.getAttribute('angle') !== angle) this.setAttribute('angle', angle);
  }

  /** @param {'layer' | 'channel'} name @param {unknown} value */
  #look(name, value) {
    const { looking } = this.#demo;
    if (value === null || value === undefined) {
      looking.put(name === 'layer' ? { layer: 0 } : { channel: null });
      return;
    }
    const usable = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
    const place = usable ? Number(value) : NaN;
    if (Number.isInteger(place) && place >= 0) looking.put({ [name]: place });
    else {
      const shown = typeof value === 'string' ? `“${value.slice(0, 40)}”` : 'This';
      const message = `${shown} is not a ${name}; they are counted from 0.`;
      this.#demo.warn(new CodedError(`invalid-${name}`, message));
    }
  }

  /** @param {string} place  read by what comes late: few pages say one */
  #goTo(place) {
    import('./views/rarely.js')
      .then(({ putPlace }) => this.place === place && putPlace(this.#demo, place))
      .catch((error) => this.#demo.warn(coded(error)));
  }

  /** What there is not is told, and all else is shown. @param {string} name @param {string | null} value */
  #checkParts(name, value) {
    const [known, what] = name === 'view' ? [VIEWS, 'view'] : [NAMES, 'figure'];
    const unknown = (namesIn(value) ?? []).filter((part) => !known.includes(part));
    if (unknown.length === 0) return;
    const shown = unknown.map((part) => `“${part.slice(0, 40)}”`).slice(0, 4);
    const message = `${shown.join(', ')} ${shown.length > 1 ? `are no ${what}s` : `is no ${what}`}; there are ${known.join(', ')}.`;
    this.#demo.warn(new CodedError(`invalid-${/** @type {'view' | 'figure'} */ (what)}`, message));
  }

  /** @param {string} value */
  #chooseEngine(value) {
    if (ENGINES.includes(value)) {
      this.#demo.chooseEngine(/** @type {EngineChoice} */ (value));
      return;
    }
    const message = `“${value.slice(0, 40)}” is not an engine; there are ${ENGINES.join(', ')}.`;
    this.#demo.warn(new CodedError('invalid-engine', message));
  }
}
