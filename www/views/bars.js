// The answer of each network: its digit, ten bars, how far it is from the upright one, and how long it took.

import { shiftBetween } from '../state/round.js';
import { isOfEngine } from '../state/failures.js';
import { add, find } from '../ui/dom.js';
import { formatMilliseconds, formatPercent, formatPoints } from '../ui/format.js';
import { eachNetwork, placeOf, watch } from './watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { ModelInfo } from '../../pkg/gsa_net.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Network, Shown } from '../state/networks.js'
 */

/** Probabilities that differ by less are the same but for rounding. */
const SAME = 1e-4;

export const style = `
.panels { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
.panels > :only-child { grid-column: 1 / -1; }
.panel {
  display: grid; grid-template: auto 1fr auto / minmax(0, 1fr); gap: 12px; min-width: 0; padding: 14px 14px 12px;
  border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); position: relative;
}
.panel > footer { grid-row: 3; }
.panel header { display: flex; justify-content: space-between; align-items: flex-start; gap: 8px; }
.panel header > :first-child { min-width: 0; overflow-wrap: anywhere; }
.panel .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.digit { font-size: 3.1rem; line-height: 0.95; font-weight: 700; font-variant-numeric: tabular-nums; letter-spacing: -0.03em; }
.main .digit { color: var(--gsa-accent); }
.other .digit { color: var(--gsa-other); }
.panel[data-state="lost"] .digit { color: var(--gsa-lost); }
.panel[data-state="blank"] .digit { color: var(--gsa-line-strong); font-weight: 400; }
.bars { display: grid; gap: 3px; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.bars li { display: grid; grid-template-columns: 0.8em minmax(0, 1fr) 3.5em; gap: 8px; align-items: center; line-height: 1.35; color: var(--gsa-muted); }
.bars .track { height: 10px; border-radius: 3px; background: var(--gsa-sunken); overflow: hidden; }
.bars .bar { display: block; height: 100%; width: 100%; transform-origin: 0 50%; transition: transform 110ms ease-out; background: var(--bar); opacity: 0.55; }
.panel[data-state="lost"] { --bar: var(--gsa-lost); }
.bars .best { color: var(--gsa-ink); font-weight: 650; }
.bars .best .bar { opacity: 1; }
.bars .value { text-align: right; white-space: nowrap; }
.panel .blank { display: none; grid-area: 2 / 1; place-self: center; padding: 4px 12px; border-radius: 99px; background: var(--gsa-surface); color: var(--gsa-muted); font-size: 0.9375rem; text-align: center; z-index: 1; }
.panel .bars { grid-area: 2 / 1; }
.panel[data-state="blank"] .blank { display: block; }
.panel[data-state="blank"] .bars { opacity: 0.45; }
.panel .trouble { grid-area: 2 / 1; display: flex; gap: 12px; justify-content: center; flex-direction: column; align-items: flex-start; font-size: 0.875rem; overflow-wrap: anywhere; }
.trouble button { height: 36px; flex: none; }
.panel[data-trouble] :is(.bars, .blank) { display: none; }
.panel footer { display: flex; justify-content: space-between; gap: 8px; min-height: 1.3em; font-size: 0.8125rem; color: var(--gsa-muted); font-variant-numeric: tabular-nums; }
.panel .time { white-space: nowrap; }
.panel[data-state="lost"] .verdict { color: var(--gsa-lost); font-weight: 600; }
@container (min-width: 900px) {
  .panels { gap: 16px; }
  .panel { padding: 16px 18px 14px; }
}
@container (max-width: 420px) {
  .panel { padding: 12px 10px 10px; }
  .bars li { grid-template-columns: 0.8em minmax(0, 1fr) 3.6em; gap: 5px; }
  .digit { font-size: 2.6rem; }
}
@container (max-width: 899px) {
  .panel footer { min-height: 2.7em; align-items: flex-end; }
}
@media (forced-colors: active) {
  .bars .bar { background: CanvasText; forced-color-adjust: none; }
}
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const panels = add(root, '<div class="panels"></div>');
  eachNetwork(demo, signal, (network, index, life) => [
    mountPanel(panels, demo, network, index, life),
  ]);
}

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountPanel(root, demo, network, index, signal) {
  const rows = Array.from(
    { length: 10 },
    (_, digit) =>
      `<li><span class="name">${digit}</span><span class="track"><span class="bar"></span></span><span class="value"></span></li>`,
  );
  const panel = add(
    root,
    `<section class="panel ${placeOf(index)}" part="answer" data-state="blank" role="group">
      <header>
        <div><h3 class="model"></h3><p class="note"></p></div>
        <div class="digit" part="digit"></div>
      </header>
      <ol class="bars" part="bars">${rows.join('')}</ol>
      <p class="blank">Draw something</p>
      <div class="trouble" role="alert" hidden>
        <p></p>
        <button type="button" class="retry">Try again</button>
      </div>
      <footer><span class="verdict" title="± is the largest change of a probability since upright"></span><span class="time"></span></footer>
    </section>`,
  );
  find(panel, '.retry').addEventListener('click', () => demo.loading.retry(), { signal });
  watch(signal, () => {
    const name = demo.networks.names.value[index] ?? '';
    const info = network.value?.info.value;
    find(panel, '.model').textContent = name;
    find(panel, '.note').textContent = info ? describeGroup(info) : '';
    panel.setAttribute('aria-label', `Answer of ${name}`);
  });
  watch(signal, () => {
    const why = demo.asking.blank.value;
    if (why)
      find(panel, '.blank').textContent =
        `Draw ${why === 'nearly' ? 'a little more' : 'something'}`;
  });
  watch(signal, () => {
    const error = network.value?.error.value;
    const message = error && !isOfEngine(error) ? error.message : null;
    const box = find(panel, '.trouble');
    panel.toggleAttribute('data-trouble', message !== null);
    box.hidden = message === null;
    find(box, 'p').textContent = message ?? '';
  });
  watch(signal, () => show(panel, network.value?.shown.value ?? null));
  return panel;
}

/** @param {HTMLElement} panel @param {Shown | null} shown */
function show(panel, shown) {
  const { digit, probabilities, milliseconds } = shown?.prediction ?? {};
  const lost = shown?.upright && shown.upright.digit !== digit;
  panel.dataset.state = !shown ? 'blank' : lost ? 'lost' : 'kept';
  find(panel, '.digit').textContent = String(digit ?? '–');
  find(panel, '.time').textContent =
    milliseconds === undefined ? '' : formatMilliseconds(milliseconds);
  find(panel, '.verdict').textContent = shown ? describeVerdict(shown) : '';
  for (const [i, row] of panel.querySelectorAll('.bars li').entries()) {
    const p = probabilities?.[i] ?? 0;
    find(row, '.bar').style.transform = `scaleX(${probabilities ? p.toFixed(4) : 0})`;
    find(row, '.value').textContent = probabilities ? formatPercent(p) : '';
    row.classList.toggle('best', i === digit);
  }
}

/** How far an answer is from the upright one. @param {Shown} shown */
function describeVerdict({ prediction: { digit, probabilities }, angle, upright }) {
  if (angle === 0) return 'upright';
  if (!upright) return '';
  if (upright.digit !== digit) return `${upright.digit} when upright`;
  const shift = shiftBetween(upright.probabilities, probabilities);
  return shift < SAME ? 'same as upright' : `as upright ±${formatPoints(shift)}`;
}

/** @param {ModelInfo} info */
function describeGroup({ group }) {
  if (group.order === 1) return 'ordinary self-attention';
  const mirrors = group.elements.some((element) => element.mirror);
  const turns = mirrors ? group.order / 2 : group.order;
  if (turns === 1) return 'equivariant to mirroring';
  return `equivariant to ${turns} rotations${mirrors ? ' and mirrors' : ''}`;
}
