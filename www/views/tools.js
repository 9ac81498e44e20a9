// Undo, clear and once round.

import { add, find, write, yieldFocus } from '../ui/dom.js';
import { watch } from '../watch.js';

/** @import { Demo } from '../state/demo.js' */

const ICONS = {
  undo: '<path d="M7 4 3 8l4 4M3.5 8H11a4 4 0 0 1 0 8H8" />',
  clear: '<path d="M5 5l10 10M15 5 5 15" />',
  spin: '<path d="M16 10a6 6 0 1 1-1.8-4.3M14.5 2.5v3.5H11" transform="matrix(-1 0 0 1 20 0)" />',
  stop: '<path d="M6.5 6.5h7v7h-7z" />',
};

export const style = `
/* In the corners of the dial's square. */
.tools { position: absolute; inset: 0; pointer-events: none; }
.tools button { position: absolute; right: 0; display: inline-flex; justify-content: center; align-items: center; gap: 6px; height: 44px; padding: 0 14px 0 10px; pointer-events: auto; }
.tools :is(.undo, .clear) { bottom: 0; width: 44px; padding: 0; }
.tools .undo { right: 52px; }
.tools .spin { top: 0; }
.tools :is(.undo, .clear) span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (max-width: 460px) {
  .tools .undo { right: 0; bottom: 50px; }
}
/* Where the dial is small its words would stand on the ring. */
@container (max-width: 460px) or ((min-width: 640px) and (max-width: 899px)) {
  .tools .spin { width: 44px; padding: 0; }
  .tools .spin span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
.icon { width: 18px; height: 18px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.spin .stop-icon, .spin[data-on] .spin-icon { display: none; }
.spin[data-on] .stop-icon { display: block; }
`;

/** @param {keyof typeof ICONS} name */
function icon(name) {
  return `<svg class="icon ${name}-icon" viewBox="0 0 20 20" aria-hidden="true">${ICONS[name]}</svg>`;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const tools = add(
    root,
    `<div class="tools" role="group" aria-label="Tools">
      <button type="button" class="undo" title="Undo (Ctrl+Z)">${icon('undo')}<span>Undo</span></button>
      <button type="button" class="clear" title="Clear">${icon('clear')}<span>Clear</span></button>
      <button type="button" class="spin">${icon('spin')}${icon('stop')}<span>Once round</span></button>
    </div>`,
  );
  const { drawing, turning } = demo;
  /** @param {string} name @param {() => void} act @param {() => boolean} canAct */
  const button = (name, act, canAct) => {
    const element = /** @type {HTMLButtonElement} */ (find(tools, `.${name}`));
    element.addEventListener('click', act, { signal });
    watch(signal, () => {
      const disabled = !canAct();
      if (disabled) yieldFocus(element);
      element.disabled = disabled;
    });
    return element;
  };
  button(
    'undo',
    () => drawing.undo(),
    () => drawing.canUndo.value,
  );
  button(
    'clear',
    () => drawing.clear(),
    () => !drawing.isEmpty.value,
  );
  const spin = button(
    'spin',
    () => turning.spin(),
    () => turning.spins.value || !drawing.isEmpty.value,
  );
  watch(signal, () => {
    spin.toggleAttribute('data-on', turning.spins.value);
    write(find(spin, 'span'), turning.spins.value ? 'Stop' : 'Once round');
  });
}
