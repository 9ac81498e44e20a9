// Which networks stand side by side, in one row: each opens the list of all, and one press changes what both have learnt.

import { CodedError } from '../engine/errors.js';
import { settings } from '../engine/settings.js';
import { MOST } from '../state/choice.js';
import { symmetriesOf, titleOf } from '../state/kinds.js';
import { add, find } from '../ui/dom.js';
import { style as segmentsStyle } from '../ui/segments.js';
import { adoptMore } from '../ui/styles.js';
import * as lesson from './lesson.js';
import { eachNetwork, placeOf, watch } from '../watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { Network } from '../state/networks.js'
 */

export const style = `
${segmentsStyle}
.compare { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 10px; font-size: 0.875rem; color: var(--gsa-muted); }
.compare .places { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-width: 0; }
.compare .places:empty { display: none; }
.compare button { height: 36px; padding: 0 12px; }
.compare .choose-network { display: inline-flex; align-items: center; gap: 6px; min-width: 0; max-width: 100%; border-color: var(--bar); color: var(--gsa-ink); }
.compare .choose-network b { color: var(--bar); font-weight: 650; }
.compare .choose-network span { color: var(--gsa-muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.compare .choose-network::after { content: ""; flex: none; width: 7px; height: 7px; margin: -4px 2px 0 2px; border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
.compare .third-one { border-style: dashed; }
.compare .all { border: 0; background: none; padding: 0; margin-inline-start: auto; color: var(--gsa-muted); text-decoration: underline; text-underline-offset: 0.2em; }
/* About as wide as it becomes, before it is known what kind of network it is. */
@container (min-width: 1080px) { .compare .choose-network { min-width: 12.5rem; justify-content: space-between; } }
@container (max-width: 1079px) {
  .compare { gap: 8px 6px; }
  .compare .places { flex: 1 1 calc(100% - 52px); flex-wrap: nowrap; gap: 6px; }
  .compare .choose-network { flex: 1 1 0; justify-content: center; padding: 0 8px; }
  .compare .choose-network b { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .compare .choose-network span { color: var(--bar); font-weight: 650; }
  .compare :is(.word, .lesson .title, .choose-network[data-known] b, .third-one .long) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .compare .third-one { flex: none; width: 40px; padding: 0; font-size: 1.2rem; }
}
/* Or it would stand alone on a line. */
@container (max-width: 939px) {
  .compare .all .long { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
}
@container (max-width: 679px) { .compare .all { display: none; } }
@container (max-width: 639px) { .compare .segments { display: none; } }
@media print { .compare { display: none; } }
@media (pointer: coarse) { .compare button { height: 44px; min-width: 44px; } }
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const { networks } = demo;
  const row = add(
    root,
    `<div class="compare" role="group" aria-label="Networks">
      <span class="word" aria-hidden="true">Compare</span>
      <span class="places"></span>
      <button type="button" class="third-one" aria-haspopup="dialog">+<span class="long"> a third</span></button>
    </div>`,
  );
  const places = find(row, '.places');
  const load = pickerOf(root, demo, signal, (place) => {
    const chosen = places.querySelector(`.${placeOf(place)}`) ?? places.lastElementChild;
    /** @type {HTMLElement | null} */ (chosen)?.focus({ preventScroll: true });
  });
  /** @param {number} place */
  const open = async (place) => {
    try {
      (await load()).open(place);
    } catch (cause) {
      const message = 'The list of networks could not be loaded. Try again.';
      demo.warn(new CodedError('failed', message, { cause }));
    }
  };
  // So that it is there by the time that it is wanted.
  const soon = () => void load().catch(() => {});
  for (const type of ['pointerenter', 'focusin']) row.addEventListener(type, soon, { signal });
  eachNetwork(demo, signal, (network, index, life) => [
    mountPlace(places, demo, network, index, () => open(index), life),
  ]);
  const more = find(row, '.third-one');
  more.addEventListener('click', () => open(networks.shown.peek().length), { signal });
  lesson.mount(row, demo, signal);
  const count = Object.keys(settings.models).length;
  const all = add(
    row,
    `<button type="button" class="all" aria-haspopup="dialog">all ${count}<span class="long"> networks</span></button>`,
  );
  all.addEventListener('click', () => open(0), { signal });
  watch(signal, () => {
    const count = networks.shown.value.length;
    more.hidden = count >= MOST;
    find(row, '.word').hidden = count >= MOST;
    find(more, '.long').textContent = count < 2 ? ' another' : ' a third';
  });
}

/**
 * The list of all, which few look at: loaded when somebody is about to.
 *
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {AbortSignal} signal
 * @param {(place: number) => void} chosen
 */
function pickerOf(root, demo, signal, chosen) {
  /** @type {Promise<{ open: (place: number) => void }> | null} */
  let coming = null;
  const load = async () => {
    const picker = await import('./picker.js');
    if (signal.aborted) throw new Error('It is not shown any more.');
    adoptMore(/** @type {ShadowRoot} */ (root.getRootNode()), picker.style);
    return picker.mount(root, demo, signal, chosen);
  };
  return () => {
    coming ??= load().catch((error) => {
      coming = null;
      throw error;
    });
    return coming;
  };
}

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {number} index
 * @param {() => void} open
 * @param {AbortSignal} signal
 */
function mountPlace(root, demo, network, index, open, signal) {
  const button = add(
    root,
    `<button type="button" class="choose-network ${placeOf(index)}" aria-haspopup="dialog"><b></b> <span></span></button>`,
  );
  button.addEventListener('click', open, { signal });
  watch(signal, () => {
    const name = demo.networks.names.value[index] ?? '';
    const info = network.value?.info.value;
    const title = info ? titleOf(symmetriesOf(info)) : name;
    find(button, 'b').textContent = title;
    find(button, 'span').textContent = info ? name : '';
    // Told by an attribute: WebKit does not notice when something in :has() is no longer :empty.
    button.toggleAttribute('data-known', !!info);
    button.title = 'Choose another network';
  });
  return button;
}
