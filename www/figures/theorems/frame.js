// What all theorems have in common: a claim, and two boxes below with the number and the counter-case.

import { add, find, write } from '../../ui/dom.js';
import { style as blankStyle } from '../blank.js';
import { style as guessStyle } from '../guess.js';

export const style = `
${blankStyle}
${guessStyle}
.theorem { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; line-height: 1.4; font-size: 0.875rem; }
.theorem .sub { max-width: 66ch; color: var(--gsa-muted); }
.theorem .knobs { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 20px; }
.theorem .small { color: var(--gsa-muted); font-size: 0.8125rem; }
.theorem .boxes { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px; }
.theorem .box { padding: 10px 14px; border: 1px solid var(--gsa-line); border-radius: 12px; }
.theorem .box b { display: block; color: var(--bar); font-size: 1.625rem; line-height: 1.25; white-space: nowrap; font-variant-numeric: tabular-nums; }
.theorem text { fill: var(--gsa-muted); font-size: 12px; }
@container (max-width: 559px) {
  .theorem { padding: 12px 10px; }
  .theorem .boxes { grid-template-columns: minmax(0, 1fr); }
}
@media print { .theorem .knobs { display: none; } }
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
 * The number, and the counter-case.
 *
 * @param {HTMLElement} root
 * @returns {{ boxes: HTMLElement, main: (number: string, words: string) => void, other: (number: string, words: string) => void }}
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
  return { boxes, main, other };
}
