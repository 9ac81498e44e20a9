// The answer of each network: its digit, how sure it is, whether that is as upright, at how many angles it is, and how long it took.

import { cellsOf, shiftBetween, uprightOf } from '../state/round.js';
import { isOfEngine } from '../state/failures.js';
import { countKept } from '../ui/circle.js';
import { add, find, write } from '../ui/dom.js';
import { formatMilliseconds, formatPoints, formatShare } from '../ui/format.js';
import { ANGLES } from './polar.js';
import { eachNetwork, placeOf, watch } from './watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { ModelInfo } from '../../pkg/gsa_net.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Network, Shown } from '../state/networks.js'
 */

/** Probabilities that differ by less are the same but for rounding. */
const SAME = 1e-4;

export const figure = { name: 'answers', title: 'Answers', table };

export const style = `
.panels { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
.panels > :only-child { grid-column: 1 / -1; }
.panel {
  display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 14px; align-content: start; min-width: 0; padding: 14px 16px;
  border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); position: relative; font-variant-numeric: tabular-nums;
}
.panel > header { grid-column: 2; }
.panel .model { color: var(--bar); overflow-wrap: anywhere; }
.panel .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.panel .digit {
  grid-row: 1 / span 2; min-width: 0.62em; align-self: start; text-align: center; color: var(--bar);
  font: 700 5rem/0.95 var(--gsa-font-digit, Georgia, "Palatino Linotype", Palatino, "P052", serif); font-variant-numeric: lining-nums;
}
.panel[data-state="blank"] .digit { color: var(--gsa-line-strong); font-weight: 400; }
.panel .bars { grid-column: 2; display: grid; gap: 4px; margin-top: 6px; font-size: 0.875rem; }
.bars li { display: grid; grid-template-columns: 3.2em minmax(0, 1fr) 3.6em; gap: 8px; align-items: center; line-height: 1.35; color: var(--gsa-muted); }
.bars .name { white-space: nowrap; }
.bars .track { height: 9px; border-radius: 2px; background: var(--gsa-sunken); overflow: hidden; }
.bars .bar { display: block; height: 100%; width: 100%; transform-origin: 0 50%; transition: transform 110ms ease-out; background: var(--bar); }
.bars li:not(.best) .bar { opacity: 0.55; }
.bars .best { color: var(--gsa-ink); font-weight: 650; }
.bars .value { text-align: right; white-space: nowrap; }
.panel footer { grid-column: 1 / -1; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; margin-top: 8px; font-size: 0.875rem; color: var(--gsa-muted); min-height: 1.45em; }
.panel .verdict { color: var(--bar); font-weight: 650; white-space: nowrap; }
.panel .count b { color: var(--gsa-ink); }
.panel .time { white-space: nowrap; }
/* The last good answer, when none comes any more. */
.panel[data-old] :is(.digit, .verdict) { color: var(--gsa-muted); }
.panel[data-old] .bars { opacity: 0.5; filter: grayscale(1); }
.panel .blank { display: none; grid-column: 2; align-self: center; color: var(--gsa-muted); }
.panel[data-state="blank"] .blank { display: block; }
.panel[data-state="blank"] .bars { display: none; }
.panel .trouble { grid-column: 1 / -1; display: flex; gap: 12px; flex-direction: column; align-items: flex-start; margin-top: 8px; font-size: 0.875rem; overflow-wrap: anywhere; }
.trouble button { height: 36px; flex: none; }
.panel[data-trouble] :is(.bars, .blank, footer) { display: none; }
@container (min-width: 640px) and (max-width: 1079px) {
  .panels { grid-template-columns: minmax(0, 1fr); }
}
@container (max-width: 420px) {
  .panel .verdict { white-space: normal; }
}
@container (max-width: 639px) {
  .panels { gap: 8px; }
  .panel { padding: 8px 10px; gap: 0 8px; }
  .panel .model { font-size: 0.9375rem; }
  .panel .digit { font-size: 3.4rem; }
  .panel .note { font-size: 0.75rem; }
  .panel footer { margin-top: 2px; font-size: 0.8125rem; }
  .panel .bars, .panel .time { display: none; }
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
  const rows = ['best', 'second', 'others'].map(
    (name) =>
      `<li class="${name}"><span class="name"></span><span class="track"><span class="bar"></span></span><span class="value"></span></li>`,
  );
  const panel = add(
    root,
    `<section class="panel ${placeOf(index)}" part="answer" data-state="blank" role="group">
      <div class="digit" part="digit"></div>
      <header><h2 class="model"></h2><p class="note"></p></header>
      <ol class="bars" part="bars">${rows.join('')}</ol>
      <p class="blank">Draw something</p>
      <div class="trouble" role="alert" hidden>
        <p></p>
        <button type="button" class="retry">Try again</button>
      </div>
      <footer><span class="verdict" title="± is the largest change of a probability since upright"></span><span class="count"></span><span class="time"></span></footer>
    </section>`,
  );
  find(panel, '.retry').addEventListener('click', () => demo.loading.retry(), { signal });
  watch(signal, () => {
    const name = demo.networks.names.value[index] ?? '';
    const info = network.value?.info.value;
    find(panel, '.model').textContent = info ? titleOf(info) : name;
    find(panel, '.note').textContent = info ? `${describeGroup(info)} · ${name}` : '';
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
  watch(signal, () => {
    const shown = network.value?.shown.value ?? null;
    const isOld = shown !== null && demo.asking.unanswered.value !== null;
    panel.toggleAttribute('data-old', isOld);
    show(panel, shown);
    if (isOld) find(panel, '.verdict').textContent = `that was at ${Math.round(shown.angle)}°`;
  });
  watch(signal, () => {
    const round = network.value?.round.value;
    const upright = round && uprightOf(round);
    const { asked, kept } = countKept(round ? cellsOf(round, ANGLES) : []);
    const count = find(panel, '.count');
    count.replaceChildren();
    if (!upright) return;
    add(count, `<b>${kept} of ${asked}</b>`);
    count.append(` angles: still ${upright.digit}`);
  });
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
  for (const { row, name, p } of topOf(probabilities ?? [])) {
    const line = find(panel, `.bars .${row}`);
    write(find(line, '.name'), name);
    find(line, '.bar').style.transform = `scaleX(${p.toFixed(4)})`;
    write(find(line, '.value'), formatShare(p));
  }
}

/** The two most probable digits, and all others together. @param {number[]} probabilities */
function topOf(probabilities) {
  if (probabilities.length === 0) return [];
  const [first, second] = [...probabilities.keys()].sort(
    (a, b) => probabilities[b] - probabilities[a],
  );
  const others = probabilities.reduce(
    (sum, p, i) => (i === first || i === second ? sum : sum + p),
    0,
  );
  return [
    { row: 'best', name: String(first), p: probabilities[first] },
    { row: 'second', name: String(second), p: probabilities[second] },
    { row: 'others', name: 'others', p: Math.min(1, others) },
  ];
}

/** How far an answer is from the upright one. @param {Shown} shown */
function describeVerdict({ prediction: { digit, probabilities }, angle, upright }) {
  if (angle === 0) return 'upright';
  if (!upright) return '';
  if (upright.digit !== digit) return `✗ upright: ${upright.digit}`;
  const shift = shiftBetween(upright.probabilities, probabilities);
  return shift < SAME ? '✓ same as upright' : `✓ as upright ±${formatPoints(shift)}`;
}

/** What kind of network it is, for somebody who knows no names. @param {ModelInfo} info */
export function titleOf({ group }) {
  return group.order === 1 ? 'Ordinary' : 'Built to turn';
}

/** @param {ModelInfo} info */
function describeGroup({ group }) {
  if (group.order === 1) return 'no rotations';
  const mirrors = group.elements.some((element) => element.mirror);
  const turns = mirrors ? group.order / 2 : group.order;
  if (turns === 1) return 'mirrors';
  return `${turns} rotations${mirrors ? ' and mirrors' : ''}`;
}

/** @param {Demo} demo @returns {{ columns: string[], rows: (string | number)[][] }} all ten probabilities */
function table({ networks }) {
  const answers = networks.shown.value.flatMap(({ shown }, i) => {
    const { probabilities } = shown.value?.prediction ?? {};
    return probabilities ? [{ name: networks.names.value[i], probabilities }] : [];
  });
  const rows = answers.length === 0 ? [] : [...answers[0].probabilities.keys()];
  return {
    columns: ['Digit', ...answers.map(({ name }) => name)],
    rows: rows.map((digit) => [
      digit,
      ...answers.map(({ probabilities }) => Math.round(1e6 * probabilities[digit]) / 1e6),
    ]),
  };
}
