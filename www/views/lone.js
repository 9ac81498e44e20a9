// A figure that stands alone: of which demonstration it is, what it says of itself, and what is round it. Where a page has no
// demonstration it brings one of its own: a small pad with its dial.

import { computed, effect, signal as signalOf, untracked } from '@preact/signals-core';
import { add } from '../ui/dom.js';
import * as alert from './alert.js';
import * as announce from './announce.js';
import { comings, findDemo } from './demos.js';
import { NAMES, OF_VECTORS, bring, isWhole, troubleOf, viewOf } from './figures.js';
import { codeOfFigure } from './embed.js';
import * as frame from './frame.js';
import { REACH, dressAndMount } from './late.js';
import { OF_NO_DRAWING } from '../state/figures.js';
import { listen, mountDrawing, style as layoutStyle } from './layout.js';
import { makeOwn, put } from './own.js';
import { reached, watch } from '../watch.js';

/**
 * @import { ReadonlySignal, Signal } from '@preact/signals-core'
 * @import { ErrorDetail } from '../types.d.ts'
 * @import { Demo } from '../state/demo.js'
 * @import { FigureView, Table } from './figures.js'
 */

/**
 * What a figure says of itself: why there is nothing to see, or that it shows what it should; and whether that comes by itself.
 *
 * @typedef {{ state: 'waiting' | 'ready' | 'failed', message: string, canRetry: boolean, isComing: boolean }} Said
 */

/** Figures that show what is read, which proves nothing of random weights. */
const OF_ANSWERS = ['polar', 'answers'];

export const style = `
${layoutStyle}
${frame.style}
.figure-pad { --stage: 300px; }
.figure-pad[data-whole] { --stage: 536px; }
/* Beside a pad so small, not over its knob. */
@container (min-width: 461px) {
  .figure-pad:not([data-whole]) .tools { right: -52px; }
  .figure-pad:not([data-whole]) .spin { width: 44px; padding: 0; }
  .figure-pad:not([data-whole]) .spin span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
`;

export class Lone {
  #host;
  #failed;
  /** @type {Signal<string>} */
  #name = signalOf('');
  /** Of the demonstration; null for the page's first one. @type {Signal<string | null>} */
  #id = signalOf(null);
  /** @type {Signal<Demo | null>} */
  #demo = signalOf(null);
  /** @type {Demo | null} */
  #own = null;
  #dark = signalOf(false);
  #looks = signalOf(0);

  /** What it shows, where it is here. @type {ReadonlySignal<FigureView | null>} */
  #view = computed(() => viewOf(this.#name.value));
  #isOfDrawing = computed(() => !OF_NO_DRAWING.includes(this.#name.value));
  said = computed(() => this.#describe());
  /** @type {ReadonlySignal<Table>} */
  table = computed(() => {
    const [view, demo] = [this.#view.value, this.#demo.value];
    return view && demo ? view.figure.table(demo) : { columns: [], rows: [] };
  });

  /** @param {Element} host @param {(detail: ErrorDetail) => void} failed  is told of errors */
  constructor(host, failed) {
    this.#host = host;
    this.#failed = failed;
  }

  /** @param {string | null} name */
  show(name) {
    this.#name.value = name?.trim() ?? '';
    if (name === null || this.isThere) return;
    this.#failed({ code: 'invalid-figure', message: this.said.peek().message });
  }

  /** Whether there is such a figure, be it here or not. */
  get isThere() {
    return NAMES.includes(this.#name.value);
  }

  /** Tries again what failed: to load it, or what it is of. */
  #retry() {
    if (troubleOf(this.#name.peek())) this.#load();
    else this.#demo.peek()?.loading.retry();
  }

  #load() {
    bring(this.#name.peek()).catch(({ code, message }) => this.#failed({ code, message }));
  }

  /** Until it is here, where there is such a figure. */
  async bring() {
    if (this.isThere) await bring(this.#name.peek());
  }

  /** @param {string | null} id */
  of(id) {
    this.#id.value = id?.trim() || null;
  }

  /** Of a demonstration of its own. @param {string} attribute  that says something else now */
  put(attribute) {
    if (this.#own) put(this.#own, this.#host, attribute);
  }

  /** Looks again for its demonstration. */
  look() {
    this.#looks.value++;
  }

  /** @param {boolean} dark */
  dress(dark) {
    this.#dark.value = dark;
    this.#own?.dress(dark);
  }

  // ---- Its stay ----

  /** Looks for its demonstration whenever one comes or goes. @param {ReadonlySignal<boolean>} isNear @param {AbortSignal} signal */
  stay(isNear, signal) {
    const page = this.#host.ownerDocument;
    const isParsed = signalOf(page.readyState !== 'loading');
    page.addEventListener('DOMContentLoaded', () => (isParsed.value = true), { signal });
    watch(signal, () => {
      void [comings.value, this.#looks.value];
      const [id, parsed] = [this.#id.value, isParsed.value];
      untracked(() => {
        const { element, demo } = findDemo(this.#host, id);
        const needsOwn = !element && id === null && parsed;
        if (!needsOwn) this.#dropOwn();
        this.#demo.value = needsOwn ? this.#makeOwn() : demo;
      });
    });
    watch(signal, () => {
      const demo = this.#demo.value;
      if (!demo) return;
      const life = new AbortController();
      const isWanted = computed(() => isNear.value && this.#isOfDrawing.value);
      untracked(() => demo.attention.join(isWanted, life.signal));
      return () => life.abort();
    });
    const isLookedAt = reached(this.#host, signal, REACH);
    watch(signal, () => {
      const name = this.#name.value;
      if (!isLookedAt.value || !NAMES.includes(name)) return;
      untracked(() => this.#load());
    });
    signal.addEventListener('abort', () => {
      this.#dropOwn();
      this.#demo.value = null;
    });
  }

  #makeOwn() {
    if (this.#own) return this.#own;
    this.#own = makeOwn(this.#host, this.#name.peek(), this.#failed);
    this.#own.dress(this.#dark.peek());
    return this.#own;
  }

  #dropOwn() {
    this.#own?.disconnect();
    this.#own = null;
  }

  // ---- What is shown ----

  /** @param {ShadowRoot} shadow @param {AbortSignal} signal @returns {HTMLElement} */
  mount(shadow, signal) {
    const root = add(shadow, '<div class="root figure" part="root" role="group"></div>');
    watch(signal, () => {
      const [view, demo] = [this.#view.value, this.#demo.value];
      // Colours are read when things are painted.
      void this.#dark.value;
      const life = new AbortController();
      untracked(() => this.#fill(root, shadow, view, demo, life.signal));
      return () => life.abort();
    });
    return root;
  }

  /**
   * @param {HTMLElement} root
   * @param {ShadowRoot} shadow
   * @param {FigureView | null} view
   * @param {Demo | null} demo
   * @param {AbortSignal} signal
   */
  #fill(root, shadow, view, demo, signal) {
    root.replaceChildren();
    root.setAttribute('aria-label', view?.figure.title ?? 'Figure');
    const body = add(root, '<div class="figure-body"></div>');
    if (view && demo) {
      if (demo === this.#own && this.#isOfDrawing.peek()) this.#mountOwn(root, body, demo, signal);
      if (view.head) dressAndMount(view.head, body, demo, signal);
      const beside = demo === this.#own && view.mountBesidePad;
      dressAndMount(beside ? { ...view, mount: beside } : view, body, demo, signal);
    }
    frame.mount(
      root,
      {
        said: this.said,
        table: this.table,
        title: view?.figure.title ?? '',
        files: view ? (OF_VECTORS.includes(view.figure.name) ? ['PNG', 'SVG'] : ['PNG']) : [],
        retry: () => this.#retry(),
        codeOf: view && demo && (() => codeOfFigure(demo, view.figure.name)),
        fileOf: async (kind) => {
          if (kind === 'PNG') return this.toBlob(shadow);
          return new Blob([await this.toSVG(shadow)], { type: 'image/svg+xml' });
        },
      },
      signal,
    );
  }

  /** @param {HTMLElement} root @param {HTMLElement} body @param {Demo} demo @param {AbortSignal} signal */
  #mountOwn(root, body, demo, signal) {
    const isWhole = this.#view.peek()?.figure.name === 'polar';
    const pad = add(body, '<div class="figure-pad"></div>');
    pad.toggleAttribute('data-whole', isWhole);
    mountDrawing(pad, demo, signal, true, isWhole);
    alert.mount(body, demo, signal);
    announce.mount(body, demo, signal);
    listen(root, demo, signal);
  }

  // ---- What it says of itself ----

  /** @returns {Said} */
  #describe() {
    const [name, view, demo] = [this.#name.value, this.#view.value, this.#demo.value];
    if (!NAMES.includes(name)) {
      const which = name ? `There is no figure “${name.slice(0, 40)}”` : 'This figure has no name';
      return failed(`${which}; there are ${NAMES.join(', ')}.`, false);
    }
    const trouble = troubleOf(name);
    if (trouble) return failed(trouble.message, true);
    if (!view) return waiting('Loading…');
    if (!demo) {
      const id = this.#id.value;
      return waiting(`Waiting for the demonstration${id === null ? '' : ` “${id.slice(0, 40)}”`}.`);
    }
    if (!this.#isOfDrawing.value) {
      const isThere = this.table.value.rows.length > 0 && isWhole(view, demo);
      return isThere ? READY : waiting('One moment…');
    }
    const { asking, networks, drawing, turning } = demo;
    const shown = networks.shown.value.filter(({ error }) => !error.value);
    const ofNetwork = networks.shown.value.find(({ error }) => error.value)?.error.value;
    const error = demo.failure.value ?? asking.unanswered.value ?? null;
    if (error) return failed(error.message, true);
    if (shown.length === 0 && ofNetwork) return failed(ofNetwork.message, true);
    if (drawing.isEmpty.value) return waiting('Draw a digit.', false);
    if (shown.length === 0 || shown.some(({ info }) => !info.value)) return waiting('Loading…');
    if (asking.blank.value === 'nearly') return waiting('Draw a little more.', false);
    // What nobody has taught answers anything; there is nothing to wait for.
    if (demo.isUntaught.value && OF_ANSWERS.includes(view.figure.name)) return READY;
    const { rows } = this.table.value;
    void [asking.answers.value, turning.angle.value, drawing.version.value];
    const isSettled = untracked(() => {
      const { questions } = asking;
      return questions.isAnswered(questions.version);
    });
    return rows.length > 0 && isSettled && isWhole(view, demo) ? READY : waiting('Asking…');
  }

  /** Shown, or not to be: for as long as it waits it keeps its demonstration awake. @returns {Promise<Demo>} */
  async #whenReady() {
    await this.bring();
    const demo = this.#demo.peek();
    const { state, message } = this.said.peek();
    if (!demo || state === 'failed') throw new Error(message);
    const isOfDrawing = this.#isOfDrawing.peek();
    if (isOfDrawing && demo.drawing.isEmpty.peek()) throw new Error('There is no drawing yet.');
    const releases = [demo.study.everything(), demo.attention.hold()];
    demo.study.rest();
    try {
      await new Promise((resolve, reject) => {
        releases.push(
          effect(() => {
            const { state, message } = this.said.value;
            if (this.#demo.value !== demo) reject(new Error('The demonstration is gone.'));
            else if (isOfDrawing && demo.drawing.isEmpty.value)
              reject(new Error('There is no drawing any more.'));
            else if (state === 'ready') resolve(demo);
            else if (state === 'failed') reject(new Error(message));
          }),
        );
      });
    } finally {
      for (const release of releases) release();
    }
    return demo;
  }

  /** Computes what it shows, wherever it stands; in vain where it cannot. */
  async prepare() {
    await this.#whenReady().catch(() => {});
  }

  /** @param {ShadowRoot} shadow @returns {Promise<Blob>} a PNG */
  async toBlob(shadow) {
    const { pictureOf } = await import('./picture.js');
    return pictureOf(shadow, await this.#whenReady(), [this.#name.peek()]);
  }

  /** @param {ShadowRoot} shadow @returns {Promise<string>} */
  async toSVG(shadow) {
    const { vectorsOf } = await import('./picture.js');
    return vectorsOf(shadow, await this.#whenReady(), this.#name.peek());
  }
}

/** @type {Said} */
const READY = { state: 'ready', message: '', canRetry: false, isComing: false };

/** @param {string} message @param {boolean} [isComing] @returns {Said} */
function waiting(message, isComing = true) {
  return { state: 'waiting', message, canRetry: false, isComing };
}

/** @param {string} message @param {boolean} canRetry @returns {Said} */
function failed(message, canRetry) {
  return { state: 'failed', message, canRetry, isComing: false };
}
