// What a person sees and touches: builds the inside of the element and reports what is done to it.

import { Bars, find } from './bars.js';
import { fitCanvas, drawPixels, paintGrey } from '../ui/canvas.js';
import { Dial, describeAngle, normalise } from './dial.js';
import { Inside, ROLES } from './inside.js';
import { Pad } from './pad.js';
import { samples } from '../samples.js';
import { traceStroke } from '../state/strokes.js';
import { Sweep } from './sweep.js';
import { TEMPLATE } from './template.js';

/** @import { Looking, ModelInfo, Prediction, Stroke } from '../types.d.ts' */
/** @import { Role } from './inside.js' */
/** @import { Status } from './status.js' */

/** How long an answer must stand before it is read out. */
const ANNOUNCE_MS = 900;

/** Probabilities that differ by less are the same but for rounding. */
const SAME = 1e-4;

/** From this probability on, a 6 might as well be a 9, or the other way round. */
const DOUBT = 0.01;

const SWEEP_HINT = 'Asked every 15°; the count says how often the upright answer comes again.';
const TWINS_HINT =
  'Upside down, a 6 is a 9: whoever ignores turns has only small habits of the hand to go by.';

/**
 * @typedef {object} Actions
 * @property {(why: 'stroke' | 'full') => void} drawn
 * @property {(degrees: number, finished: boolean) => void} turned
 * @property {() => void} undo
 * @property {() => void} clear
 * @property {() => void} spin
 * @property {(strokes: Stroke[]) => void} sample
 * @property {() => void} chosen  another layer or channel
 * @property {() => void} retry
 * @property {() => void} switchEngine
 */

export class View {
  #root;
  #alert;
  #seen;
  #spin;
  #spinning = false;
  #undo;
  #clear;
  #angle;
  #padCanvas;
  #live;
  #sweepHint;
  #said = '';
  /** What the networks see. @type {Float32Array | null} */
  #pixels = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #announcing;
  /** @type {Record<Role, HTMLElement>} */
  #panels;

  /**
   * @param {ShadowRoot} shadow
   * @param {Stroke[]} strokes
   * @param {Looking} looking
   * @param {Actions} actions
   * @param {AbortSignal} signal
   */
  constructor(shadow, strokes, looking, actions, signal) {
    const holder = document.createElement('template');
    holder.innerHTML = TEMPLATE;
    shadow.querySelector('.root')?.remove();
    shadow.append(holder.content);
    const root = (this.#root = find(shadow, '.root'));
    const options = { signal };

    this.#padCanvas = /** @type {HTMLCanvasElement} */ (find(root, 'canvas.pad'));
    this.pad = new Pad(this.#padCanvas, actions.drawn, signal);
    this.pad.replace(strokes);
    this.dial = new Dial(find(root, '.dial'), find(root, '.knob'), actions.turned, signal);
    this.inside = new Inside(find(root, '.inside'), looking, actions.chosen, signal);
    this.#panels = { main: find(root, '.panel.main'), other: find(root, '.panel.other') };
    /** @type {Record<Role, Bars>} */
    this.bars = { main: new Bars(this.#panels.main), other: new Bars(this.#panels.other) };
    /** @param {number} degrees */
    const turn = (degrees) => actions.turned(degrees, true);
    /** @type {Record<Role, Sweep>} */
    this.sweeps = {
      main: new Sweep(find(root, '.sweep.main'), turn, signal),
      other: new Sweep(find(root, '.sweep.other'), turn, signal),
    };
    this.#alert = find(root, '.alert');
    this.#seen = /** @type {HTMLCanvasElement} */ (find(root, 'canvas.seen'));
    this.#angle = find(root, '.angle');
    this.#live = find(root, '.live-region');
    this.#sweepHint = find(root, '.hint-line');
    this.#hint(null);
    this.#spin = /** @type {HTMLButtonElement} */ (find(root, 'button.spin'));
    this.#undo = /** @type {HTMLButtonElement} */ (find(root, 'button.undo'));
    this.#clear = /** @type {HTMLButtonElement} */ (find(root, 'button.clear'));

    this.#spin.addEventListener('click', actions.spin, options);
    this.#undo.addEventListener('click', actions.undo, options);
    this.#clear.addEventListener('click', actions.clear, options);
    for (const button of root.querySelectorAll('.retry')) {
      button.addEventListener('click', actions.retry, options);
    }
    find(root, '.switch-engine').addEventListener('click', actions.switchEngine, options);
    find(root, '.dismiss').addEventListener('click', () => this.alert(null), options);
    find(root, '.samples').replaceChildren(
      ...samples.map(({ digit, strokes }) => {
        const button = sampleButton(digit, strokes);
        button.addEventListener('click', () => actions.sample(strokes), options);
        return button;
      }),
    );
    root.addEventListener('keydown', (event) => this.#key(event, actions), options);
    // A ring round what has the focus helps those who use keys, and is in the way of those who draw.
    root.addEventListener('pointerdown', () => root.toggleAttribute('data-pointer', true), options);
    for (const type of ['keydown', 'keyup', 'focusout']) {
      root.addEventListener(type, () => root.toggleAttribute('data-pointer', false), options);
    }
    // What was answered while the element was hidden is painted once it is not.
    const observer = new ResizeObserver(() => this.see(this.#pixels));
    observer.observe(this.#seen);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(this.#announcing);
    });
  }

  /**
   * Keys that the control in focus has no use for: on the pad all those of the dial, elsewhere only
   * left and right, since up and down scroll.
   *
   * @param {KeyboardEvent} event
   * @param {Actions} actions
   */
  #key(event, actions) {
    const { target } = event;
    if (target instanceof HTMLElement) {
      if (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z') {
      event.preventDefault();
      actions.undo();
      return;
    }
    if (target === this.#padCanvas || event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      this.dial.key(event);
    }
  }

  /** @param {number} degrees */
  turn(degrees) {
    this.pad.angle = degrees;
    this.dial.angle = degrees;
    this.inside.turn(degrees);
    this.#angle.textContent = `${Math.round(normalise(degrees)) % 360}°`;
    for (const role of ROLES) this.sweeps[role].mark(degrees);
    this.#describePad(degrees);
  }

  /** What is drawn has changed. @param {number} degrees @param {boolean} undoable */
  drawn(degrees, undoable) {
    const none = this.pad.strokes.length === 0;
    this.#disable(this.#clear, none);
    this.#disable(this.#undo, !undoable);
    this.#root.toggleAttribute('data-blank', none);
    this.#root.toggleAttribute('data-drawing', this.pad.drawing);
    this.#root.toggleAttribute('data-keys', this.pad.byKeys);
    this.#disable(this.#spin, none && !this.#spinning);
    this.#describePad(degrees);
  }

  /** Those who use keys are not to lose their place to it. @param {HTMLButtonElement} button @param {boolean} disabled */
  #disable(button, disabled) {
    if (disabled && button.matches(':focus')) this.#padCanvas.focus({ preventScroll: true });
    button.disabled = disabled;
  }

  /** @param {number} degrees */
  #describePad(degrees) {
    const count = this.pad.strokes.length;
    const drawn = count === 0 ? 'empty' : count === 1 ? 'one stroke' : `${count} strokes`;
    const label = `Drawing pad, ${drawn}, ${describeAngle(degrees)}. Arrow keys turn it. Enter begins to draw with keys: arrows move the pen, space lowers and lifts it.`;
    if (this.#padCanvas.getAttribute('aria-label') !== label) {
      this.#padCanvas.setAttribute('aria-label', label);
    }
  }

  /** @param {boolean} spinning */
  spinning(spinning) {
    this.#spinning = spinning;
    this.#disable(this.#spin, !spinning && this.pad.strokes.length === 0);
    this.#spin.toggleAttribute('data-on', spinning);
    find(this.#spin, 'span').textContent = spinning ? 'Stop' : 'Spin';
  }

  /** @param {boolean} single */
  single(single) {
    this.#root.toggleAttribute('data-single', single);
  }

  /**
   * @param {Role} role
   * @param {string} name
   * @param {ModelInfo | null} info
   * @param {number[]} [telling]  for each layer the channel to look at first
   */
  name(role, name, info, telling = []) {
    const note = info ? describeGroup(info) : '';
    this.bars[role].name(name, note);
    this.#panels[role].setAttribute('aria-label', `Answer of ${name}`);
    this.sweeps[role].name = name;
    this.inside.describe(role, name, info ? describeMaps(info) : '', info, telling);
  }

  /** @param {Role} role @param {string | null} message */
  trouble(role, message) {
    const panel = this.#panels[role];
    panel.toggleAttribute('data-trouble', message !== null);
    const box = find(panel, '.trouble');
    box.hidden = message === null;
    find(box, 'p').textContent = message ?? '';
    if (message !== null) {
      this.bars[role].clear();
      this.verdict(role, '');
    }
  }

  /** @param {string | null} message @param {boolean} [retry] */
  alert(message, retry = false) {
    if (message === null && this.#alert.matches(':focus-within')) {
      this.#padCanvas.focus({ preventScroll: true });
    }
    this.#alert.hidden = message === null;
    find(this.#alert, 'p').textContent = message ?? '';
    find(this.#alert, '.retry').hidden = !retry;
  }

  /**
   * @param {Role} role
   * @param {Prediction} prediction
   * @param {number} angle
   */
  answer(role, prediction, angle) {
    const sweep = this.sweeps[role];
    sweep.record(angle, prediction);
    if (role === 'main') this.#hint(sweep.uprightProbabilities);
    const { upright } = sweep;
    this.bars[role].show(prediction, upright);
    const shift = sweep.shift(prediction.probabilities);
    if (normalise(angle) === 0) this.verdict(role, 'upright');
    else if (upright === null || shift === null) this.verdict(role, '');
    else if (upright !== prediction.digit) this.verdict(role, `${upright} when upright`);
    else
      this.verdict(role, shift < SAME ? 'same as upright' : `as upright ±${formatPoints(shift)}`);
  }

  /** @param {number[] | null} probabilities */
  #hint(probabilities) {
    const text = probabilities && isSixOrNine(probabilities) ? TWINS_HINT : SWEEP_HINT;
    if (this.#sweepHint.textContent !== text) this.#sweepHint.textContent = text;
  }

  /** @param {Role} role @param {string} text */
  verdict(role, text) {
    find(this.#panels[role], '.verdict').textContent = text;
  }

  /** @param {Float32Array | null} pixels */
  see(pixels) {
    this.#pixels = pixels;
    const view = fitCanvas(this.#seen);
    if (view && pixels) drawPixels(view.context, paintGrey(pixels), 0, 0, view.size);
  }

  /** Nothing to answer. @param {boolean} nearly  something is there, but too little */
  blank(nearly) {
    const text = nearly ? 'Draw a little more' : 'Draw something';
    for (const role of ROLES) {
      this.bars[role].clear();
      this.sweeps[role].clear();
      this.verdict(role, '');
      find(this.#panels[role], '.blank').textContent = text;
    }
    this.#hint(null);
    this.inside.clear();
    this.see(null);
    this.say('');
  }

  /**
   * Reads the answer out once it has stood for a while, and only when it is another one.
   *
   * @param {string} text
   */
  say(text) {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      if (text === this.#said) return;
      this.#said = text;
      this.#live.textContent = text;
    }, ANNOUNCE_MS);
  }

  /** @param {Status} status */
  badge({ state, text, more, offer }) {
    const badge = find(this.#root, '.badge');
    badge.dataset.state = state;
    const label = find(badge, '.badge-text');
    if (label.textContent !== text) label.textContent = text;
    const button = find(this.#root, '.switch-engine');
    if (!offer && button.matches(':focus')) find(badge, 'summary').focus({ preventScroll: true });
    button.hidden = !offer;
    button.textContent = offer;
    const list = find(badge, '.badge-more');
    if (Array.from(list.children, (item) => item.textContent).join('\n') === more.join('\n'))
      return;
    list.replaceChildren(
      ...more.map((line) => {
        const item = document.createElement('li');
        item.textContent = line;
        return item;
      }),
    );
  }

  /** Whether it needs a ground of its own. @param {boolean} island */
  island(island) {
    this.#root.toggleAttribute('data-island', island);
  }

  repaint() {
    this.pad.invalidate();
    this.inside.repaint();
  }
}

/** @param {number} digit @param {Stroke[]} strokes */
function sampleButton(digit, strokes) {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = `Draw a ${digit}`;
  button.setAttribute('aria-label', `Sample ${digit}`);
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0.1 0.1 0.8 0.8');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  let data = '';
  const pen = {
    /** @param {number} x @param {number} y */
    moveTo: (x, y) => (data += `M${x} ${y}`),
    /** @param {number} x @param {number} y */
    lineTo: (x, y) => (data += `L${x} ${y}`),
    /** @param {number} cx @param {number} cy @param {number} x @param {number} y */
    quadraticCurveTo: (cx, cy, x, y) => (data += `Q${cx} ${cy} ${x} ${y}`),
  };
  for (const stroke of strokes) traceStroke(pen, stroke);
  path.setAttribute('d', data);
  svg.append(path);
  button.append(svg);
  return button;
}

/** Whether the network wavers between 6 and 9. @param {number[]} probabilities */
function isSixOrNine(probabilities) {
  const [first, second] = [...probabilities.keys()].sort(
    (a, b) => probabilities[b] - probabilities[a],
  );
  const both = [first, second].every((digit) => digit === 6 || digit === 9);
  return both && probabilities[second] >= DOUBT;
}

/** @param {number} shift  of a probability, shown in points of percentage */
function formatPoints(shift) {
  const points = 100 * shift;
  return `${points < 10 ? points.toFixed(points < 0.1 ? 2 : 1) : Math.round(points)}\u00a0%`;
}

/** @param {ModelInfo} info */
function describeGroup({ group }) {
  if (group.order === 1) return 'ordinary self-attention';
  const mirrors = group.elements.some((element) => element.mirror);
  const turns = mirrors ? group.order / 2 : group.order;
  if (turns === 1) return 'equivariant to mirroring';
  return `equivariant to ${turns} rotations${mirrors ? ' and mirrors' : ''}`;
}

/** @param {ModelInfo} info */
function describeMaps({ group }) {
  if (group.order === 1) return 'one map: no rotations';
  const mirrors = group.elements.some((element) => element.mirror);
  return `${group.order} maps, one for each ${mirrors ? 'rotation and mirror' : 'rotation'}`;
}
