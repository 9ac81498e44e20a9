// <gsa-figure>: one figure of a demonstration, anywhere on a page. Here are its attributes, properties and methods, and its life.
// Importing this file registers nothing; define.js does.

import { Base } from './ui/base.js';
import { adoptLate, adoptMore } from './ui/styles.js';
import { NAMES } from './views/figures.js';
import { REACH, addComing, style } from './views/late.js';
import { Stay } from './views/stay.js';
import { reached, watch } from './watch.js';

/**
 * @import { FigureState, FigureTable } from './types.d.ts'
 * @import { Lone } from './views/lone.js'
 */

/**
 * One figure: of the `<gsa-demo>` that `for` names, else of the page's first, else with a small pad of its own.
 *
 * @tag gsa-figure
 * @attr theme - `light` or `dark`; without it, as the ground that it stands on.
 * @attr for - The id of the `<gsa-demo>` that it is of.
 * @attr large - For a projector: the picture and its numbers, without what can be said.
 * @attr sample - A digit that is on a pad of its own at first, 0 to 9.
 * @attr angle - Degrees by which that is turned at first.
 * @attr networks - The networks that it is of where no `<gsa-demo>` says them.
 * @attr place - What such a pad and figure show at first, as the end of a link to the demonstration page says it.
 * @attr state - Set by the figure: `waiting`, `ready` or `failed`.
 * @fires {CustomEvent<ErrorDetail>} error - What went wrong.
 * @csspart root - All of it. Inside are the parts that `<gsa-demo>` has for the same figure.
 */
export class GsaFigure extends Base {
  static get observedAttributes() {
    return ['name', 'for', 'theme', 'large', 'sample', 'angle', 'networks', 'place'];
  }

  /** The figures there are. @returns {string[]} */
  static get names() {
    return [...NAMES];
  }

  /** What is in it, once somebody is about to look, or asks. @type {Lone | null} */
  #lone = null;
  /** @type {Promise<Lone> | null} */
  #coming = null;
  #hasFailed = false;
  #dark = false;
  /** While it is on a page. @type {AbortSignal | null} */
  #life = null;
  #stay = new Stay(this, style, {
    show: (signal) =>
      this.#lone?.mount(this.#shadow, signal) ??
      addComing(this.#shadow, this.#hasFailed, () => this.#loadSoon(), signal),
    came: (signal) => this.#came(signal),
    left: () => (this.#life = null),
    dressed: (dark) => {
      this.#dark = dark;
      this.#lone?.dress(dark);
    },
    isPlace: () => !this.#lone,
  });

  /** @type {ShadowRoot} */
  get #shadow() {
    return /** @type {ShadowRoot} */ (this.shadowRoot);
  }

  connectedCallback() {
    for (const name of ['name', 'htmlFor']) this.#upgrade(name);
    this.#stay.connected();
    // It may be of another demonstration where it is now.
    this.#lone?.look();
  }

  disconnectedCallback() {
    this.#stay.disconnected();
  }

  /** @param {AbortSignal} signal  ends its stay */
  #came(signal) {
    this.#life = signal;
    // This paper waits for nobody, but the next one has it.
    addEventListener(
      'beforeprint',
      () =>
        this.#load().then(
          (lone) => lone.prepare(),
          () => {},
        ),
      {
        signal,
      },
    );
    if (this.#lone) {
      this.#begin(this.#lone, signal);
      return;
    }
    this.setAttribute('state', 'waiting');
    const isReached = reached(this, signal, REACH);
    watch(signal, () => {
      if (isReached.value) this.#loadSoon();
    });
  }

  /** @param {Lone} lone @param {AbortSignal} signal */
  #begin(lone, signal) {
    lone.stay(this.#stay.isNear, signal);
    watch(signal, () => this.setAttribute('state', lone.said.value.state));
  }

  #loadSoon() {
    this.#load().catch(() => {
      this.#hasFailed = true;
      this.setAttribute('state', 'failed');
      this.#stay.show();
    });
  }

  /** What all figures have round them: not needed where nobody looks. @returns {Promise<Lone>} */
  #load() {
    this.#coming ??= this.#make().catch((error) => {
      this.#coming = null;
      throw error;
    });
    return this.#coming;
  }

  async #make() {
    const { Lone, style } = await import('./views/lone.js');
    const lone = new Lone(this, (detail) => {
      this.dispatchEvent(new CustomEvent('error', { detail }));
    });
    lone.dress(this.#dark);
    lone.of(this.getAttribute('for'));
    lone.show(this.getAttribute('name'));
    this.#lone = lone;
    adoptMore(this.#shadow, style);
    this.#stay.show();
    if (this.#life) this.#begin(lone, this.#life);
    return lone;
  }

  /** Moved by `moveBefore`: nothing of it ends. */
  connectedMoveCallback() {
    this.connectedCallback();
  }

  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === 'name') this.#lone?.show(value);
    else if (name === 'for') this.#lone?.of(value);
    else if (name === 'theme') this.#stay.dress();
    else if (name === 'large') adoptLate(this.#shadow, import('./views/large_figure.js'));
    else this.#lone?.put(name);
  }

  // ---- Attributes, properties and methods ----

  /**
   * Which figure: `polar`, `maps`, `errors`, `orientation` or `answers`.
   *
   * @type {string}
   */
  get name() {
    return this.getAttribute('name') ?? '';
  }
  set name(value) {
    this.#put('name', value);
  }

  /** The id of the `<gsa-demo>` that it is of; empty where it is of the page's first. @type {string} */
  get htmlFor() {
    return this.getAttribute('for') ?? '';
  }
  set htmlFor(value) {
    this.#put('for', value);
  }

  /** Whether it shows what it should: `ready`; else it is `waiting`, or has `failed`. @type {FigureState} */
  get state() {
    return this.#lone?.said.peek().state ?? (this.#hasFailed ? 'failed' : 'waiting');
  }

  /** The numbers behind the picture, as it is now, once the figure is loaded. @returns {Promise<FigureTable>} */
  async table() {
    const lone = await this.#load();
    await lone.bring();
    return lone.table.peek();
  }

  /** The picture, once it is ready, as a PNG. @returns {Promise<Blob>} */
  async toBlob() {
    return (await this.#load()).toBlob(this.#shadow);
  }

  /** The same as an SVG that needs no other file; `polar` and `errors` have one. @returns {Promise<string>} */
  async toSVG() {
    return (await this.#load()).toSVG(this.#shadow);
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
}
