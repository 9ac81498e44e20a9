// The stay of an element on a page: it begins, is carried from place to place, and ends.

import { computed, effect, signal as signalOf, untracked } from '@preact/signals-core';
import { paintNow } from '../ui/canvas.js';
import { windowOf } from '../ui/dom.js';
import { isOnDark, watchGround } from '../ui/scheme.js';
import { adoptStyles } from '../ui/styles.js';
import { near, painted } from '../watch.js';

/** @import { ReadonlySignal, Signal } from '@preact/signals-core' */

/**
 * What an element does about its stay.
 *
 * @typedef {object} Told
 * @property {(signal: AbortSignal) => HTMLElement} show  makes all that is shown, once more when it is to be made anew
 * @property {(signal: AbortSignal) => void} came  before it is shown
 * @property {() => void} left
 * @property {(dark: boolean) => void} dressed
 * @property {() => boolean} [isPlace]  whether there is only a place for what is to come, which nobody sees before they are near
 */

/** What is near the screen counts as on it, so that it is there by the time that it is scrolled to. */
const ON_SCREEN = '0px';

export class Stay {
  #host;
  #shadow;
  #style;
  #told;
  /** While it is on a page. @type {AbortController | null} */
  #life = null;
  /** While it is shown as it is. @type {AbortController | null} */
  #shown = null;
  /** While it is at one place. @type {AbortController | null} */
  #place = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leaving;
  /** Of which it has styles and listeners. @type {Document | null} */
  #document = null;
  /** @type {HTMLElement | null} */
  #root = null;
  #dark = false;
  /** Whether it is near the screen, on it, and its page is looked at. */
  #near = signalOf(false);
  #on = signalOf(false);
  #visible = signalOf(false);

  /** Whether somebody may look at it soon. */
  isNear = computed(() => this.#near.value && this.#visible.value);
  /** Whether somebody may look at it now. */
  isOn = computed(() => this.#on.value && this.#visible.value);

  /** @param {HTMLElement} host @param {string} style @param {Told} told */
  constructor(host, style, told) {
    this.#host = host;
    this.#style = style;
    this.#told = told;
    this.#shadow = host.attachShadow({ mode: 'open' });
    adoptStyles(this.#shadow, style, false);
  }

  /** Whether it is on a page, be it only about to leave it. */
  get lasts() {
    return this.#life !== null;
  }

  connected() {
    clearTimeout(this.#leaving);
    const isNew = !this.#life;
    this.#life ??= new AbortController();
    // First, so that what is shown is made once, of all that is known.
    if (isNew) this.#told.came(this.#life.signal);
    if (isNew || this.#document !== this.#host.ownerDocument) this.show();
    else this.#settle();
  }

  /** Whoever puts an element elsewhere takes it out first; it leaves only if it is still out when all that has happened. */
  disconnected() {
    this.#leaving = setTimeout(() => {
      for (const controller of [this.#place, this.#shown, this.#life]) controller?.abort();
      this.#place = this.#shown = this.#life = this.#root = null;
      this.#near.value = this.#on.value = false;
      this.#told.left();
    });
  }

  /** Makes what is shown, anew where there is something. */
  show() {
    if (!this.#life) return;
    this.#shown?.abort();
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    if (this.#document !== this.#host.ownerDocument) {
      this.#document = this.#host.ownerDocument;
      adoptStyles(this.#shadow, this.#style, this.#dark);
    }
    for (const old of this.#shadow.querySelectorAll('.root, .dock')) old.remove();
    this.#root = null;
    // On what it stands is asked while there is nothing in it yet: later, all that is new would be laid out for the answer.
    const ground = this.#told.isPlace?.() ? null : this.#ground;
    if (ground) this.#wear(ground.dark);
    try {
      this.#root = this.#told.show(signal);
    } catch (error) {
      this.#root = this.#apologise(error);
    }
    // What it says is English, wherever it stands.
    Object.assign(this.#root, { lang: 'en', dir: 'ltr' });
    this.#look(this.#root, signal);
    if (ground) {
      this.#root.toggleAttribute('data-island', ground.isIsland);
      this.#watchPlace();
    } else this.#dressOnceNear(this.#root, signal);
  }

  /** Colours are asked for as late as that: a page may have many of these. @param {HTMLElement} root @param {AbortSignal} signal */
  #dressOnceNear(root, signal) {
    root.toggleAttribute('data-undressed', true);
    const stop = effect(() => {
      if (!this.#near.value || !root.hasAttribute('data-undressed')) return;
      root.removeAttribute('data-undressed');
      untracked(() => this.#settle());
    });
    signal.addEventListener('abort', stop);
  }

  /** It stands elsewhere, or on another ground. */
  #settle() {
    if (!this.#root || this.#root.hasAttribute('data-undressed')) return;
    this.dress();
    this.#watchPlace();
  }

  #watchPlace() {
    this.#place?.abort();
    this.#place = new AbortController();
    watchGround(this.#host, () => this.dress(), this.#place.signal);
  }

  /** Light or dark: as `theme` says, else as the page is; and whether it needs a ground of its own. */
  get #ground() {
    const around = isOnDark(this.#host);
    const theme = this.#host.getAttribute('theme');
    const dark = theme === 'dark' || (theme !== 'light' && around);
    return { dark, isIsland: dark !== around };
  }

  /** As light or dark as it should be. */
  dress() {
    if (!this.#root || this.#root.hasAttribute('data-undressed')) return;
    const { dark, isIsland } = this.#ground;
    this.#root.toggleAttribute('data-island', isIsland);
    this.#wear(dark);
  }

  /** @param {boolean} dark */
  #wear(dark) {
    // A page may change its attributes at every frame; colours are another matter.
    if (dark === this.#dark) return;
    this.#dark = dark;
    adoptStyles(this.#shadow, this.#style, dark);
    this.#told.dressed(dark);
  }

  /** @param {HTMLElement} root @param {AbortSignal} signal */
  #look(root, signal) {
    const page = this.#host.ownerDocument;
    const follow = (/** @type {ReadonlySignal<boolean>} */ is, /** @type {Signal<boolean>} */ to) =>
      signal.addEventListener(
        'abort',
        effect(() => void (to.value = is.value)),
      );
    // What follows from that, as loading networks, is not to come between the first picture and the screen.
    const isNear = near(root, signal, { first: false });
    const isPainted = painted(signal);
    follow(
      computed(() => isNear.value && isPainted.value),
      this.#near,
    );
    follow(near(root, signal, { first: false, reach: ON_SCREEN }), this.#on);
    const window = windowOf(this.#host);
    window.addEventListener('beforeprint', () => this.#dressForPaper(), { signal });
    window.addEventListener('afterprint', () => this.dress(), { signal });
    const see = () => (this.#visible.value = !page.hidden);
    page.addEventListener('visibilitychange', see, { signal });
    see();
  }

  /** Paper is white, and there is no frame before it is printed. */
  #dressForPaper() {
    this.#dark = false;
    adoptStyles(this.#shadow, this.#style, false);
    this.#told.dressed(false);
    for (const canvas of this.#shadow.querySelectorAll('canvas')) paintNow(canvas);
  }

  /** What cannot be shown says why. @param {unknown} error */
  #apologise(error) {
    const root = document.createElement('div');
    root.className = 'root';
    const words = document.createElement('p');
    const needed = /TrustedHTML/.test(String(error));
    words.textContent = needed
      ? 'This page requires Trusted Types. Its content security policy must allow those of this element: trusted-types gsa-net gsa-net-worker'
      : `This cannot be shown: ${error instanceof Error ? error.message : error}`;
    root.append(words);
    this.#shadow.append(root);
    return root;
  }
}
