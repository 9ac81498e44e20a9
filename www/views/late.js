// The place of a figure that may still have to be loaded, which it is once somebody is about to look.

import { untracked } from '@preact/signals-core';
import { add, find } from '../ui/dom.js';
import { adoptMore } from '../ui/styles.js';
import { reached, watch } from '../watch.js';
import { bring, troubleOf, viewOf } from './figures.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { View } from './figures.js'
 */

/** How far beyond the screen it is loaded: code and its first answers are to be there by the time that it is scrolled to. */
export const REACH = '50% 0px';

export const style = `
.late { display: grid; grid-template-columns: minmax(0, 1fr); min-width: 0; }
.late > .coming { display: flex; flex-wrap: wrap; gap: 12px; place-content: center; align-items: center; min-height: 300px; border: 1px solid var(--gsa-line); border-radius: 14px; color: var(--gsa-muted); font-size: 0.875rem; }
.late > .coming button { height: 44px; }
.late .on-paper { display: none; }
@media print {
  .late > .coming { min-height: 0; padding: 8pt; }
  .late > .coming > :not(.on-paper) { display: none; }
  .late > .coming > .on-paper { display: inline; }
}
`;

const PLACE = `<div class="late"><div class="coming">
  <span>Loading…</span><button type="button" hidden>Try again</button>
  <span class="on-paper">Left out: nobody had looked at this figure yet. Print again in a moment, and it is here.</span>
</div></div>`;

/** The place of a figure of which nothing is here yet. @param {ShadowRoot} shadow @param {boolean} hasFailed @param {() => void} retry @param {AbortSignal} signal */
export function addComing(shadow, hasFailed, retry, signal) {
  const root = add(shadow, '<div class="root" part="root"></div>');
  const place = add(root, PLACE);
  const button = find(place, 'button');
  button.hidden = !hasFailed;
  if (hasFailed) {
    const words = find(place, 'span');
    words.textContent = 'This figure could not be loaded.';
    words.setAttribute('role', 'alert');
  }
  button.addEventListener('click', retry, { signal });
  return root;
}

/** With what it needs to be seen. @param {View} view @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function dressAndMount(view, root, demo, signal) {
  adoptMore(/** @type {ShadowRoot} */ (root.getRootNode()), view.style);
  view.mount(root, demo, signal);
  // All may be at rest by the time that it comes: what it wants is asked all the same.
  if (view.wants) demo.study.rest();
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {Demo} demo
 * @param {AbortSignal} signal
 */
export function mount(root, name, demo, signal) {
  const view = untracked(() => viewOf(name));
  if (view) {
    dressAndMount(view, root, demo, signal);
    return;
  }
  const place = keepPlace(root, signal, {
    isWanted: (place, signal) => reached(place, signal, REACH),
    ask: () => void bring(name).catch(() => {}),
    trouble: () => troubleOf(name),
    here: () => viewOf(name),
    fill: (view, place) => {
      place.replaceChildren();
      dressAndMount(view, place, demo, signal);
    },
  });
  place.dataset.figure = name;
}

/**
 * Keeps the place of something that is loaded once it is wanted: says that it comes, or why it does not.
 *
 * @template T
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 * @param {object} what
 * @param {(place: HTMLElement, signal: AbortSignal) => ReadonlySignal<boolean>} what.isWanted
 * @param {() => void} what.ask
 * @param {() => Error | null} what.trouble  of signals
 * @param {() => T | null} what.here  of signals
 * @param {(it: T, place: HTMLElement) => void} what.fill
 */
export function keepPlace(root, signal, { isWanted, ask, trouble, here, fill }) {
  const place = add(root, PLACE);
  const [words, button] = ['span', 'button'].map((part) => find(place, part));
  button.addEventListener('click', ask, { signal });
  const waiting = new AbortController();
  signal.addEventListener('abort', () => waiting.abort(), { signal: waiting.signal });
  const wanted = isWanted(place, waiting.signal);
  addEventListener('beforeprint', ask, { signal: waiting.signal });
  watch(waiting.signal, () => {
    if (wanted.value) untracked(ask);
  });
  watch(waiting.signal, () => {
    const why = trouble();
    words.textContent = why?.message ?? 'Loading…';
    if (why) words.setAttribute('role', 'alert');
    button.hidden = !why;
  });
  watch(waiting.signal, () => {
    const it = here();
    if (!it) return;
    untracked(() => fill(it, place));
    // Not before the effect that it ends has run.
    queueMicrotask(() => waiting.abort());
  });
  return place;
}
