// What takes long, of one network: what an answer will take, before the first; that its answer is not of now, a button that stops it, and one that asks for all angles.

import { ANGLES } from '../state/rounds.js';
import { add, find, write, yieldFocus } from '../ui/dom.js';
import { formatSeconds, formatTime } from '../ui/format.js';
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
/* Before the first answer, in the place of what will be said of it. */
.panel[data-first] .costly { grid-area: 1 / 1 / 3 / -1; display: flex; align-items: center; gap: 2px 12px; margin: 0; line-height: 1.25; }
@container (max-width: 639px) {
  .panel[data-first] .blank { display: none; }
  .panel[data-first] .costly { grid-area: auto; column-gap: 6px; white-space: nowrap; }
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
      <span class="estimate" hidden><span class="takes"></span><span class="wordy"> an answer here</span></span>
      <button type="button" class="stop" hidden>Stop</button>
      <button type="button" class="all-round" hidden></button>
    </span>`,
  );
  const [estimate, stop, round] = ['.estimate', '.stop', '.all-round'].map((part) =>
    find(costly, part),
  );
  stop.addEventListener('click', () => demo.stop(network.peek()), { signal });
  const askOrStop = () => {
    const one = network.peek();
    if (!one) return;
    if (demo.rounds.offerOf(one)?.asking) demo.rounds.stop(one);
    else demo.rounds.askAllRound(one);
  };
  round.addEventListener('click', askOrStop, { signal });
  /** Whether what is shown of this network is not of now. */
  const isLate = () => {
    const one = network.value;
    if (!one) return false;
    const isItsOwn = one.asked.value !== '' || demo.costly.isApart(one);
    return isItsOwn ? one.isLate.value : demo.lateness.late.value !== null;
  };
  /** Whether it is to run for the first time. */
  const isFirst = () => {
    const one = network.value;
    return Boolean(one?.asked.value && (!one.shown.value || one.isRecorded.value));
  };
  watch(signal, () => {
    const late = isLate();
    const shown = network.value?.shown.value;
    panel.toggleAttribute('data-late', Boolean(late && shown));
    panel.setAttribute('aria-busy', String(late));
    asking.hidden = !late || !shown;
    write(asking, shown ? `at ${Math.round(shown.angle)}°, asking…` : '');
  });
  watch(signal, () => {
    const one = network.value;
    const late = demo.lateness.late.value;
    const isLong = late?.url === one?.url && (late?.seconds ?? 0) >= LONG_SECONDS;
    const takes = (one && demo.costly.timeOf(one)) ?? 0;
    const isLongApart = one?.isLate.value && takes > 1000 * LONG_SECONDS;
    const isOffered = isLong || isLongApart || isFirst();
    if (!isOffered) yieldFocus(stop);
    stop.hidden = !isOffered;
    panel.toggleAttribute('data-first', isFirst());
    estimate.hidden = !isFirst() || takes === 0;
    write(find(estimate, '.takes'), `≈ ${formatTime(takes)}`);
  });
  watch(signal, () => {
    const offer = network.value ? demo.rounds.offerOf(network.value) : null;
    // One button at a time.
    const isHidden = !offer || demo.isUntaught.value || isLate();
    if (isHidden) yieldFocus(round);
    round.hidden = isHidden;
    if (!offer) return;
    const left = formatSeconds(offer.seconds);
    write(round, offer.asking ? `Stop (about ${left} left)` : `${ANGLES} angles (about ${left})`);
  });
}
