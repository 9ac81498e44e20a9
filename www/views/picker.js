// Every network that there is, by family, to be put in one of the places; and files that a visitor brings.

import { signal as signalOf } from '@preact/signals-core';
import { catalogue } from '../engine/catalogue.js';
import { reasonOf } from '../engine/errors.js';
import { MOST, placed } from '../state/choice.js';
import { symmetriesOf, titleOf } from '../state/kinds.js';
import { add, find } from '../ui/dom.js';
import * as lesson from './lesson.js';
import * as list from './picker_list.js';
import { placeOf, watch } from '../watch.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 */

/** Places as they are called here. */
const LETTERS = ['A', 'B', 'C'];

export const style = `
.picker { width: min(1040px, calc(100vw - 32px)); max-width: none; max-height: calc(100dvh - 32px); padding: 0; border: 1px solid var(--gsa-line); border-radius: 16px; background: var(--gsa-surface); color: var(--gsa-ink); font-size: 0.9375rem; overflow: hidden; }
.picker[open] { display: grid; grid-template-rows: minmax(0, 1fr); }
.picker::backdrop { background: rgb(0 0 0 / 0.4); }
.picker .sheet { container: picker / inline-size; padding: 20px 22px; overflow: auto; scrollbar-color: var(--gsa-line-strong) transparent; overscroll-behavior: contain; }
.picker-head { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 12px; padding-inline-end: 44px; }
.picker-head h2 { font: 600 1.375rem/1.2 var(--gsa-font-digit, "Iowan Old Style", Palatino, "P052", Georgia, serif); margin-inline-end: auto; }
.picker .close { position: absolute; top: 14px; inset-inline-end: 14px; width: 40px; padding: 0; border: 0; background: none; font-size: 1.125rem; }
.picker-places { display: flex; flex-wrap: wrap; gap: 8px; }
.picker-places .chip { display: inline-flex; border: 1px solid var(--gsa-line-strong); border-radius: 10px; }
.picker-places .chip.free { border-style: dashed; }
.picker-places .chip:has([aria-pressed="true"]) { border-color: var(--gsa-ink); box-shadow: 0 0 0 1px var(--gsa-ink); }
.picker-places button { height: 36px; border: 0; background: none; padding: 0 10px; display: inline-flex; align-items: center; gap: 8px; font-size: 0.875rem; }
.picker-places .remove { padding: 0 10px 0 6px; color: var(--gsa-muted); }
.letter { display: inline-grid; place-items: center; flex: none; width: 24px; height: 24px; border-radius: 50%; border: 1.5px solid var(--gsa-line-strong); font-size: 0.8125rem; font-weight: 650; color: var(--gsa-ink); }
:is(.main, .other, .third) > .letter { border-color: var(--bar); background: var(--bar); color: var(--gsa-surface); }

.picker-foot { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-top: 20px; padding: 10px 14px; border: 1px dashed var(--gsa-line-strong); border-radius: 12px; color: var(--gsa-muted); font-size: 0.875rem; }
.picker-foot p { flex: 1 1 16rem; }
.picker .trouble { margin-top: 16px; }
@media (forced-colors: active) { .picker-places .chip:has([aria-pressed="true"]) { outline: 2px solid Highlight; } }
@media (pointer: coarse) { .picker-places button { height: 44px; min-width: 44px; } .picker .close { width: 44px; height: 44px; } }
@media (min-width: 640px) { .picker .lesson { display: none; } }
@media (max-width: 639px) {
  .picker { width: 100vw; max-height: 100dvh; height: 100dvh; border: 0; border-radius: 0; margin: 0; }
  .picker .sheet { padding: 14px 14px 24px; }
}
${list.style}
`;

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {AbortSignal} signal
 * @param {(place: number) => void} chosen  something stands in a place now, which may be new
 */
export function mount(root, demo, signal, chosen) {
  const dialog = /** @type {HTMLDialogElement} */ (
    add(
      root,
      `<dialog class="picker" part="picker" aria-label="Which networks stand side by side?">
        <div class="sheet">
          <header class="picker-head">
            <h2>Which networks stand side by side?</h2>
            <div class="picker-places" role="group" aria-label="Choose for"></div>
            <button type="button" class="close" aria-label="Close">✕</button>
          </header>
          <p class="wait">The list is being fetched.</p>
          <div class="trouble" role="alert" hidden><p></p><button type="button" class="again">Try again</button></div>
          <div class="families"></div>
          <footer class="picker-foot">
            <p>Or drop a <b>.safetensors</b> file of this project on the page. It stays on this device.</p>
            <button type="button" class="choose-file">Choose a file</button>
            <input type="file" class="file" accept=".safetensors" hidden aria-label="Model file" />
          </footer>
        </div>
      </dialog>`,
    )
  );
  /** The place that is chosen for. */
  const active = signalOf(0);
  const { entries } = demo.costly;
  const close = () => {
    dialog.close();
    // Once it stands there.
    queueMicrotask(() => chosen(active.peek()));
  };
  const pick = (/** @type {string} */ name) => {
    demo.pick(placed(demo.values, active.peek(), name));
    close();
  };

  const fetchList = async () => {
    const [wait, trouble] = ['.wait', '.trouble'].map((name) => find(dialog, name));
    trouble.hidden = true;
    wait.hidden = entries.peek().length > 0;
    try {
      entries.value = await catalogue();
    } catch (error) {
      trouble.hidden = false;
      find(trouble, 'p').textContent = reasonOf(error);
    }
    wait.hidden = true;
  };
  find(dialog, '.again').addEventListener('click', fetchList, { signal });
  find(dialog, '.close').addEventListener('click', close, { signal });
  dialog.addEventListener('click', (event) => event.target === dialog && close(), { signal });
  // Its keys are not those of the dial.
  dialog.addEventListener('keydown', (event) => event.stopPropagation(), { signal });
  mountFile(dialog, demo, () => active.peek(), close, signal);

  lesson.mount(find(dialog, '.picker-head'), demo, signal);
  watch(signal, () => showPlaces(find(dialog, '.picker-places'), demo, active));
  list.mount(find(dialog, '.families'), demo, entries, active, pick, signal);

  return {
    /** @param {number} place  to choose for; the one after the last adds one */
    open(place) {
      active.value = Math.min(place, MOST - 1);
      fetchList();
      if (!dialog.open) dialog.showModal();
    },
  };
}

/**
 * @param {HTMLElement} dialog
 * @param {Demo} demo
 * @param {() => number} place
 * @param {() => void} close
 * @param {AbortSignal} signal
 */
function mountFile(dialog, demo, place, close, signal) {
  const input = /** @type {HTMLInputElement} */ (find(dialog, '.file'));
  find(dialog, '.choose-file').addEventListener('click', () => input.click(), { signal });
  const brought = () => {
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = '';
    if (!file) return;
    demo.bring(file, place());
    close();
  };
  input.addEventListener('change', brought, { signal });
}

/** @param {HTMLElement} root @param {Demo} demo @param {Signal<number>} active */
function showPlaces(root, demo, active) {
  const shown = demo.networks.shown.value;
  const focused = /** @type {ShadowRoot} */ (root.getRootNode()).activeElement;
  const hadFocus = focused !== null && root.contains(focused);
  root.replaceChildren();
  for (const [place, letter] of LETTERS.slice(0, Math.min(MOST, shown.length + 1)).entries()) {
    const network = shown.at(place);
    const info = network?.info.value;
    const title = !network
      ? 'one more'
      : info
        ? titleOf(symmetriesOf(info))
        : (demo.networks.names.value[place] ?? '');
    const chip = add(
      root,
      `<span class="chip ${network ? placeOf(place) : 'free'}"><button type="button" class="which ${network ? placeOf(place) : ''}"><span class="letter">${letter}</span><span class="title"></span></button></span>`,
    );
    const which = find(chip, '.which');
    find(chip, '.title').textContent = title;
    which.setAttribute('aria-pressed', String(active.value === place));
    which.addEventListener('click', () => (active.value = place));
    if (network && shown.length > 1) {
      const remove = add(chip, '<button type="button" class="remove">✕</button>');
      remove.setAttribute('aria-label', `Remove ${letter}, ${title}`);
      remove.addEventListener('click', () => {
        active.value = Math.min(active.peek(), shown.length - 2);
        demo.pick(demo.values.filter((_, i) => i !== place));
      });
    }
  }
  if (hadFocus) find(root, '[aria-pressed="true"]').focus();
}
