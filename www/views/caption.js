// What the curves and tracks round the pad say, in a sentence or two.

import { add, find, write } from '../ui/dom.js';
import { placeOf, watch } from './watch.js';

/** @import { Demo } from '../state/demo.js' */

/** From this probability on, a 6 might as well be a 9, or the other way round. */
const DOUBT = 0.01;

/** What the rings are called, by how many there are; one needs no name. */
const RINGS = [[], ['inner', 'outer'], ['inner', 'middle', 'outer']];

const TWINS =
  'Upside down, a 6 is a 9: whoever ignores turns has only small habits of the hand to go by, and both share the probability.';
const CAPTION =
  'Draw in the middle, or take a digit. Line: how sure a network is of its upright answer, from not at all (at the drawing) to certain. Numbers on a ring: what it reads there instead.';

export const style = `
.caption { width: min(100%, 536px); color: var(--gsa-muted); font-size: 0.875rem; }
.caption .key { display: flex; flex-wrap: wrap; gap: 0 16px; font-weight: 600; }
.caption .key span { color: var(--bar); }
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const caption = add(
    root,
    `<div class="caption">
      <p class="key" aria-hidden="true"></p>
      <p class="text"></p>
    </div>`,
  );
  watch(signal, () => {
    const names = demo.networks.names.value;
    const rings = demo.isUntaught.value ? [] : (RINGS[names.length - 1] ?? []);
    const key = find(caption, '.key');
    key.replaceChildren();
    for (const [i, ring] of rings.entries()) {
      add(key, `<span class="${placeOf(i)}"></span>`).textContent = `${ring} ring: ${names[i]}`;
    }
  });
  watch(signal, () => {
    const upright = demo.networks.shown.value.at(0)?.shown.value?.upright;
    write(find(caption, '.text'), upright && isSixOrNine(upright.probabilities) ? TWINS : CAPTION);
  });
}

/** Whether a network wavers between 6 and 9. @param {number[]} probabilities */
function isSixOrNine(probabilities) {
  const [first, second] = [...probabilities.keys()].sort(
    (a, b) => probabilities[b] - probabilities[a],
  );
  const both = [first, second].every((digit) => digit === 6 || digit === 9);
  return both && probabilities[second] >= DOUBT;
}
