// Digits to take.

import { samples } from '../samples.js';
import { pathOf } from '../state/strokes.js';
import { add } from '../ui/dom.js';

/** @import { Demo } from '../state/demo.js' */

export const style = `
.samples { display: grid; grid-template-columns: repeat(10, 1fr); gap: 6px; width: min(100%, var(--stage)); }
.samples button { padding: 0; height: 44px; min-width: 0; border-color: var(--gsa-line); background: var(--gsa-surface); border-radius: 8px; display: grid; place-items: center; color: var(--gsa-ink); }
.samples button:hover { background: var(--gsa-sunken); }
.samples svg { height: 78%; max-width: 88%; fill: none; stroke: currentColor; stroke-width: 0.075; stroke-linecap: round; stroke-linejoin: round; overflow: visible; }
@container (max-width: 420px) {
  .samples { gap: 3px; }
}
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const group = add(
    root,
    '<div class="samples" part="samples" role="group" aria-label="Sample digits"></div>',
  );
  for (const { digit, strokes } of samples) {
    const button = add(
      group,
      `<button type="button" title="Draw a ${digit}" aria-label="Sample ${digit}">
        <svg viewBox="0.1 0.1 0.8 0.8" aria-hidden="true"><path d="${pathOf(strokes)}" /></svg>
      </button>`,
    );
    button.addEventListener('click', () => demo.drawing.replace(strokes), { signal });
  }
}
