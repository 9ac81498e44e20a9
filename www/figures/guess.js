// What is guessed with one tap, before it is seen; the answer takes its place.

import { add, find, write } from '../ui/dom.js';
import { watch } from '../watch.js';

/** @import { ReadonlySignal } from '@preact/signals-core' */

export const style = `
.guess { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; padding: 10px 14px; border: 1px dashed var(--gsa-line-strong); border-radius: 12px; font-size: 0.875rem; }
.guess b { flex: 0 1 auto; }
@media (pointer: coarse) { .guess button { min-height: 44px; } }
@media print { .guess { display: none; } }
`;

/**
 * @template T
 * @param {HTMLElement} root
 * @param {string} question
 * @param {[string, T][]} answers
 * @param {ReadonlySignal<unknown>} guess  null before
 * @param {(answer: T) => void} guessed
 * @param {AbortSignal} signal
 */
export function addGuess(root, question, answers, guess, guessed, signal) {
  const element = add(root, '<div class="guess" role="group"><b></b></div>');
  write(find(element, 'b'), question);
  element.setAttribute('aria-label', question);
  for (const [text, answer] of answers) {
    const button = add(element, '<button type="button"></button>');
    write(button, text);
    button.addEventListener('click', () => guessed(answer), { signal });
  }
  const words = add(element, '<span class="told" role="status" tabindex="-1"></span>');
  watch(signal, () => {
    const isOpen = guess.value === null;
    const root = /** @type {ShadowRoot | Document} */ (element.getRootNode());
    const hadFocus = element.contains(root.activeElement);
    for (const button of element.querySelectorAll('button')) button.hidden = !isOpen;
    // The button that had it is gone.
    if (!isOpen && hadFocus) words.focus({ preventScroll: true });
  });
  return words;
}
