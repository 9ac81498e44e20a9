// What the curves and tracks round the pad say, in a sentence or two.

import { add, find, write } from '../ui/dom.js';
import { explainTwins, spokenOf } from './sentences.js';
import { placeOf, watch } from '../watch.js';

/** @import { Demo } from '../state/demo.js' */

/** What the rings are called, by how many there are; one needs no name. */
const RINGS = [[], ['inner', 'outer'], ['inner', 'middle', 'outer']];

const CAPTION =
  'Draw in the middle, or take a digit. Line: how sure a network is of its upright answer, from not at all (at the drawing) to certain. Numbers on a ring: what it reads there instead.';

const UNTAUGHT =
  'Draw in the middle, or take a digit. With random weights nothing is read; look at the maps.';

export const style = `
.caption { width: min(100%, var(--stage)); color: var(--gsa-muted); font-size: 0.875rem; }
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
    const isUntaught = demo.isUntaught.value;
    const twins = isUntaught ? '' : explainTwins(spokenOf(demo));
    write(find(caption, '.text'), isUntaught ? UNTAUGHT : twins || CAPTION);
  });
}
