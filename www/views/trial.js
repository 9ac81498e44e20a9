// Try to break it: random weights, positions held still, another index. What is built in survives the first and not the others.

import { computed } from '@preact/signals-core';
import { add, find, write } from '../ui/dom.js';
import { addSegments } from '../ui/segments.js';
import { watch } from '../watch.js';

/**
 * @import { Demo } from '../state/demo.js'
 * @import { Trial } from '../types.d.ts'
 */

export const style = `
.trial { display: grid; gap: 10px; padding: 14px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; }
.trial .tries { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; }
.trial h2 { margin-inline-end: auto; }
.trial .fresh { width: 40px; height: 36px; margin-inline-start: -12px; padding: 0; font-size: 1.125rem; line-height: 1; }
.trial p { color: var(--gsa-muted); font-size: 0.875rem; min-height: 2.9em; }
@media print { .trial { display: none; } }
@media (pointer: coarse) { .trial .fresh { width: 44px; height: 44px; } }
@container (max-width: 639px) { .trial p { min-height: 0; } .trial h2 { width: 100%; } }
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const card = add(
    root,
    `<section class="trial" part="trial" role="group" aria-label="Try to break it">
      <div class="tries"><h2>Try to break it</h2></div>
      <p role="status"></p>
    </section>`,
  );
  const tries = find(card, '.tries');
  const weights = addSegments(
    tries,
    'Weights',
    { trained: 'trained', random: 'random weights' },
    (weights) => demo.vary({ weights }),
    signal,
    false,
  );
  const fresh = add(
    tries,
    '<button type="button" class="fresh" aria-label="Fresh random weights" title="Fresh random weights">↻</button>',
  );
  const again = () => demo.vary({ seed: (demo.trial.peek().seed + 1) % 2 ** 32 });
  fresh.addEventListener('click', again, { signal });
  const positions = addSegments(
    tries,
    'Positions',
    { turning: 'positions turn along', still: 'held still' },
    (positions) => demo.vary({ positions }),
    signal,
    false,
  );
  const index = addSegments(
    tries,
    'index',
    { exact: 'exact', published: 'published' },
    (index) => demo.vary({ index }),
    signal,
  );
  const hasIndex = computed(() =>
    // What is no signal is read last.
    demo.networks.shown.value.some(
      (network) => (network.info.value?.group.order ?? 1) > 1 && network.indexed,
    ),
  );
  const isInexact = () =>
    (hasIndex.value && demo.trial.value.index === 'published') ||
    demo.networks.shown.value.some(
      ({ info, isComing }) => !isComing.value && info.value?.exact === false,
    );
  watch(signal, () => {
    const trial = demo.trial.value;
    weights.show(trial.weights);
    positions.show(trial.positions);
    index.show(trial.index);
    fresh.hidden = trial.weights !== 'random';
    index.element.hidden = !hasIndex.value;
    const isWhole = demo.networks.shown.value.every(({ info }) => info.value?.group.order === 1);
    write(find(card, 'p'), sayOf(trial, isInexact(), isWhole));
  });
}

/**
 * @param {Trial} trial
 * @param {boolean} isInexact  whether one shown is, by this trial or by its file
 * @param {boolean} isOrdinary  whether all networks shown are
 */
function sayOf({ weights, positions }, isInexact, isOrdinary) {
  if (isOrdinary) return 'Nothing is built into an ordinary network, so there is nothing to break.';
  const isStill = positions === 'still';
  if (weights === 'random') {
    const first = 'Nobody taught them anything: answers mean nothing, look at the difference. ';
    if (isStill) return `${first}With positions held still it fills: now nothing is built in.`;
    return isInexact
      ? `${first}With the published index some is left even at quarter turns.`
      : `${first}At quarter turns the built-in one leaves none: the construction turns, not the training.`;
  }
  if (isStill) {
    return 'The weights are as they were, yet the difference fills: the positions do not turn along. That one change is the whole idea.';
  }
  if (isInexact) {
    return 'With the index of the paper’s published code a quarter turn leaves a difference in every layer after the first: not quite equivariant any more.';
  }
  return 'With random weights they talk nonsense, yet the built-in one still turns along. With its positions held still it does not: that one change is the whole idea.';
}
