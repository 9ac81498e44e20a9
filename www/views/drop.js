// A model file that is dropped anywhere becomes one of the networks shown: on an answer in its place, else as one more.

import { MOST } from '../state/choice.js';
import { add } from '../ui/dom.js';
import { PLACES, watch } from '../watch.js';
import { signal as signalOf } from '@preact/signals-core';

/** @import { Demo } from '../state/demo.js' */

export const style = `
.drop { position: absolute; inset: 0; z-index: 2; display: grid; place-items: start center; padding: 24px; pointer-events: none; border: 3px dashed var(--gsa-accent); border-radius: 16px; background: color-mix(in srgb, var(--gsa-ground) 70%, transparent); }
.drop span { position: sticky; top: 24px; padding: 10px 16px; border-radius: 10px; background: var(--gsa-surface); border: 1px solid var(--gsa-line-strong); font-weight: 600; }
.root:has(> .drop:not([hidden])) { position: relative; }
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const hint = add(
    root,
    '<div class="drop" aria-hidden="true" hidden><span>Drop the network to compare it</span></div>',
  );
  const isOver = signalOf(false);
  watch(signal, () => {
    hint.hidden = !isOver.value;
  });
  /** @param {DragEvent} event */
  const over = (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Or the browser would go to the file.
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    isOver.value = true;
  };
  /** @param {DragEvent} event */
  const leave = (event) => {
    if (!root.contains(/** @type {Node | null} */ (event.relatedTarget))) isOver.value = false;
  };
  /** @param {DragEvent} event */
  const drop = (event) => {
    isOver.value = false;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    demo.bring(file, placeAt(event, demo));
  };
  root.addEventListener('dragenter', over, { signal });
  root.addEventListener('dragover', over, { signal });
  root.addEventListener('dragleave', leave, { signal });
  root.addEventListener('drop', drop, { signal });
}

/** @param {DragEvent} event @param {Demo} demo */
function placeAt({ target }, demo) {
  const panel = /** @type {Element} */ (target).closest('.panel');
  const place = PLACES.findIndex((name) => panel?.classList.contains(name));
  return place >= 0 ? place : Math.min(demo.networks.shown.peek().length, MOST - 1);
}
