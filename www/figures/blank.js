// What a figure is while there is nothing to see in it: as large as ever, with a word about what to do. And what is not of now is pale.

import { add, write } from '../ui/dom.js';
import { watch } from '../watch.js';

/** @import { Demo } from '../state/demo.js' */

export const style = `
[data-unknown] { position: relative; }
[data-unknown] > :not(figcaption, .unknown, .trouble) { visibility: hidden; }
.unknown { position: absolute; inset: min(50%, 240px) 16px auto; transform: translateY(-50%); color: var(--gsa-muted); font-size: 1rem; text-align: center; }
/* What went wrong is said in its place. */
.trouble:not([hidden]) ~ .unknown { display: none; }
[data-past] { opacity: 0.4; }
/* On paper the figure's foot says so. */
@media print { .figure .unknown[data-coming], .guess, .move button { display: none; } }
@media (forced-colors: active) { [data-past] { opacity: 1; } }
`;

const COMING = 'One moment…';

/** What to do, or that there is nothing to do. @param {Demo} demo */
export function wordFor({ drawing, asking }) {
  if (drawing.isEmpty.value) return 'Draw a digit: all of this is about what is on the pad.';
  return asking.blank.value === 'nearly' ? 'Draw a little more.' : COMING;
}

/**
 * Hides a figure's inside for as long as nothing is known that it could show.
 *
 * @param {HTMLElement} element
 * @param {Demo} demo
 * @param {() => boolean} isKnown  of signals
 * @param {AbortSignal} signal
 */
export function followBlank(element, demo, isKnown, signal) {
  const word = add(element, '<p class="unknown"></p>');
  watch(signal, () => {
    const isBlank = !isKnown();
    element.toggleAttribute('data-unknown', isBlank);
    word.hidden = !isBlank;
    if (!isBlank) return;
    const text = wordFor(demo);
    write(word, text);
    word.toggleAttribute('data-coming', text === COMING);
  });
}

/** Marks what is not of now. @param {Element | readonly Element[]} elements @param {boolean} isNow */
export function markStale(elements, isNow) {
  for (const element of [elements].flat()) element.toggleAttribute('data-past', !isNow);
}
