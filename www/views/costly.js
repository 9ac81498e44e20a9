// What takes long, of one network: that its answer is not of now, a button that stops it, and one that asks for all angles.

import { ANGLES } from '../state/rounds.js';
import { add, find, write, yieldFocus } from '../ui/dom.js';
import { formatSeconds } from '../ui/format.js';
import { watch } from '../watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { Network } from '../state/networks.js'
 */

/** From so many seconds on one may want to stop it. */
const LONG_SECONDS = 2;

export const style = `
.panel .asking { grid-area: 1 / 1; white-space: nowrap; }
.panel[data-late] { --bar: var(--gsa-muted); }
.panel[data-late] .verdict { display: none; }
.panel .costly { grid-area: 3 / 1 / 4 / -1; margin-top: 4px; }
.panel .costly:not(:has(> :not([hidden]))) { display: none; }
.costly button { min-height: 34px; padding: 0 12px; border-radius: 999px; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
@container (max-width: 639px) {
  .costly button { padding: 2px 6px; line-height: 1.2; font-size: 0.75rem; }
}
@media (pointer: coarse) {
  .costly button { min-height: 44px; }
}
`;

/**
 * @param {HTMLElement} panel
 * @param {HTMLElement} root  in it
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {AbortSignal} signal
 */
export function mount(panel, root, demo, network, signal) {
  const asking = add(root, '<span class="asking" hidden></span>');
  const costly = add(
    root,
    `<span class="costly">
      <button type="button" class="stop" hidden>Stop</button>
      <button type="button" class="all-round" hidden></button>
    </span>`,
  );
  const [stop, round] = ['.stop', '.all-round'].map((part) => find(costly, part));
  stop.addEventListener('click', () => demo.stop(), { signal });
  const askOrStop = () => {
    const one = network.peek();
    if (!one) return;
    if (demo.rounds.offerOf(one)?.asking) demo.rounds.stop(one);
    else demo.rounds.askAllRound(one);
  };
  round.addEventListener('click', askOrStop, { signal });
  watch(signal, () => {
    const late = demo.lateness.late.value;
    const shown = network.value?.shown.value;
    panel.toggleAttribute('data-late', Boolean(late && shown));
    panel.setAttribute('aria-busy', String(Boolean(late)));
    asking.hidden = !late || !shown;
    write(asking, shown ? `at ${Math.round(shown.angle)}°, asking…` : '');
  });
  watch(signal, () => {
    const late = demo.lateness.late.value;
    const isLong = late?.url === network.value?.url && (late?.seconds ?? 0) >= LONG_SECONDS;
    if (!isLong) yieldFocus(stop);
    stop.hidden = !isLong;
  });
  watch(signal, () => {
    const offer = network.value ? demo.rounds.offerOf(network.value) : null;
    // One button at a time.
    const isHidden = !offer || demo.isUntaught.value || demo.lateness.late.value !== null;
    if (isHidden) yieldFocus(round);
    round.hidden = isHidden;
    if (!offer) return;
    const left = formatSeconds(offer.seconds);
    write(round, offer.asking ? `Stop (about ${left} left)` : `${ANGLES} angles (about ${left})`);
  });
}
