// What all theorems have in common: a claim, a guess, two boxes below with the number and the counter-case.

import { add, find, write } from '../../ui/dom.js';
import { watch } from '../../watch.js';

/** @import { ReadonlySignal } from '@preact/signals-core' */

export const style = `
.theorem { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; line-height: 1.4; font-size: 0.875rem; }
.theorem .sub { max-width: 66ch; color: var(--gsa-muted); }
.theorem .knobs { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 20px; }
.theorem .small { color: var(--gsa-muted); font-size: 0.8125rem; }
.theorem .guess { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; padding: 10px 14px; border: 1px dashed var(--gsa-line-strong); border-radius: 12px; }
.theorem .guess b { flex: 0 1 auto; }
.theorem .boxes { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px; }
.theorem .box { padding: 10px 14px; border: 1px solid var(--gsa-line); border-radius: 12px; }
.theorem .box b { display: block; color: var(--bar); font-size: 1.625rem; line-height: 1.25; white-space: nowrap; font-variant-numeric: tabular-nums; }
.theorem [data-stale] { opacity: 0.3; }
.theorem text { fill: var(--gsa-muted); font-size: 12px; }
@media (pointer: coarse) { .theorem .guess button { min-height: 44px; } }
@container (max-width: 559px) {
  .theorem { padding: 12px 10px; }
  .theorem .boxes { grid-template-columns: minmax(0, 1fr); }
}
@media print { .theorem :is(.knobs, .guess) { display: none; } }
`;

/** @param {HTMLElement} root @param {{ title: string }} figure @param {string} marks  its attributes @param {string} claim */
export function addTheorem(root, { title }, marks, claim) {
  const element = add(
    root,
    `<figure ${marks}><figcaption><h3></h3><p class="sub"></p></figcaption></figure>`,
  );
  write(find(element, 'h3'), title);
  write(find(element, '.sub'), claim);
  return element;
}

/**
 * What is guessed with one tap; the answer takes its place.
 *
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

/**
 * The number, and the counter-case.
 *
 * @param {HTMLElement} root
 * @returns {{ main: (number: string, words: string) => void, other: (number: string, words: string) => void }}
 */
export function addBoxes(root) {
  const boxes = add(root, '<div class="boxes"></div>');
  const [main, other] = ['main', 'other'].map((place) => {
    const box = add(boxes, `<div class="box ${place}"><b></b><p></p></div>`);
    return (/** @type {string} */ number, /** @type {string} */ words) => {
      write(find(box, 'b'), number);
      write(find(box, 'p'), words);
    };
  });
  return { main, other };
}
