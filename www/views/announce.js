// Reads the answers out, for those who do not see them.

import { computed } from '@preact/signals-core';
import { add } from '../ui/dom.js';
import { watch } from './watch.js';

/** @import { Demo } from '../state/demo.js' */

/** How long an answer must stand before it is read out. */
const ANNOUNCE_MS = 900;

export const style = `
.live-region { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const live = add(root, '<p class="live-region" role="status" aria-live="polite"></p>');
  const { asking, networks } = demo;
  const text = computed(() =>
    (demo.isUntaught.value ? [] : networks.shown.value)
      .flatMap(({ shown }, i) => {
        const answer = shown.value?.prediction;
        return answer ? `${networks.names.value[i]} says ${answer.digit}.` : [];
      })
      .join(' '),
  );
  let said = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let clock;
  watch(signal, () => {
    // Each answer counts: while they come, nothing stands.
    void asking.answers.value;
    const next = text.value;
    clearTimeout(clock);
    clock = setTimeout(() => {
      if (next === said) return;
      said = next;
      live.textContent = next;
    }, ANNOUNCE_MS);
  });
  signal.addEventListener('abort', () => clearTimeout(clock));
}
