// One of a few: radio buttons that look like one bar.

import { add } from './dom.js';

export const style = `
.segments { position: relative; display: inline-flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; min-width: 0; font-size: 0.875rem; }
.segments .title { color: var(--gsa-muted); }
.segments .bar-of { display: inline-flex; max-width: 100%; border: 1px solid var(--gsa-line-strong); border-radius: 10px; background: var(--gsa-surface); }
.segments label { position: relative; display: grid; place-items: center; min-height: 34px; padding: 4px 12px; line-height: 1.2; text-align: center; cursor: pointer; -webkit-tap-highlight-color: transparent; }
.segments label:first-child { border-radius: 9px 0 0 9px; }
.segments label:last-child { border-radius: 0 9px 9px 0; }
.segments label + label { border-inline-start: 1px solid var(--gsa-line-strong); }
.segments input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.segments label:has(:checked) { background: var(--gsa-ink); color: var(--gsa-surface); font-weight: 600; }
.segments label:has(:focus-visible) { outline: 2.5px solid var(--gsa-accent); outline-offset: 2px; z-index: 1; }
@media (pointer: coarse) { .segments label { min-height: 44px; } }
@media (forced-colors: active) {
  .segments label:has(:checked) { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
`;

/** Names of groups of radio buttons, which no two may share. */
let count = 0;

/**
 * @template {string} T
 * @param {HTMLElement} root
 * @param {string} title  of all, which need not be seen
 * @param {Record<T, string>} choices  what each is called
 * @param {(choice: T) => void} chosen  by a person
 * @param {AbortSignal} signal
 * @param {boolean} [isTitled]  whether the title is seen
 * @returns {{ element: HTMLElement, show: (choice: T | null) => void }}
 */
export function addSegments(root, title, choices, chosen, signal, isTitled = true) {
  // Not a fieldset: WebKit makes one that is a flex box too narrow, by as much as its legend takes.
  const element = add(root, '<div class="segments" role="group"></div>');
  element.setAttribute('aria-label', title);
  if (isTitled) add(element, '<span class="title" aria-hidden="true"></span>').textContent = title;
  const bar = add(element, '<span class="bar-of"></span>');
  const name = `segments-${++count}`;
  /** @type {Map<string, HTMLInputElement>} */
  const inputs = new Map();
  for (const [choice, text] of /** @type {[T, string][]} */ (Object.entries(choices))) {
    const label = add(bar, `<label><input type="radio" name="${name}"><span></span></label>`);
    const input = /** @type {HTMLInputElement} */ (label.firstElementChild);
    /** @type {Element} */ (label.lastElementChild).textContent = text;
    input.addEventListener('change', () => chosen(choice), { signal });
    inputs.set(choice, input);
  }
  const show = (/** @type {T | null} */ choice) => {
    for (const [other, input] of inputs) input.checked = other === choice;
  };
  return { element, show };
}
