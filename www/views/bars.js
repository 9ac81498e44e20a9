// The answer of each network: its digit, how sure it is, whether that is as upright, at how many angles it is, and how long it took.

import { cellsOf, shiftBetween, uprightOf } from '../state/round.js';
import { ANGLES } from '../state/rounds.js';
import { isOfEngine } from '../state/failures.js';
import { isShared } from '../state/twins.js';
import { displayName } from '../state/networks.js';
import { describeSymmetries, symmetriesOf, titleOf } from '../state/kinds.js';
import { countKept } from '../ui/circle.js';
import { add, find, write } from '../ui/dom.js';
import { formatMilliseconds, formatPoints, formatShare } from '../ui/format.js';
import * as costly from './costly.js';
import { eachNetwork, placeOf, watch } from '../watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { Network, Shown } from '../state/networks.js'
 */

/** Probabilities that differ by less are the same but for rounding. */
const SAME = 1e-4;
/** A count of fewer angles says nothing. */
const FEW = 8;

export const figure = { name: 'answers', title: 'Answers', table };

export const style = `
.panels { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
.panels > :only-child { grid-column: 1 / -1; }
.panels[data-count="3"] { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.panel {
  display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 14px; align-content: start; min-width: 0; padding: 14px 16px;
  border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); position: relative; font-variant-numeric: tabular-nums;
}
.panel > header { grid-column: 2; }
/* Lines keep their place before there is something to say. */
.panel > header :is(.model, .note) { min-height: 1lh; }
.panel .model { color: var(--bar); overflow-wrap: anywhere; }
.panel .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.panel .digit {
  grid-row: 1 / span 2; min-width: 0.62em; align-self: start; text-align: center; color: var(--bar);
  font: 700 5rem/0.95 var(--gsa-font-digit, Georgia, "Palatino Linotype", Palatino, "P052", serif); font-variant-numeric: lining-nums;
}
.panel[data-state="blank"] .digit { color: var(--gsa-line-strong); font-weight: 400; }
.panel :is(.bars, .blank) { grid-area: 2 / 2; }
.panel .bars { display: grid; gap: 4px; margin-top: 6px; font-size: 0.875rem; }
.bars li { display: grid; grid-template-columns: 3.2em minmax(0, 1fr) 4.1em; gap: 8px; align-items: center; line-height: 1.35; color: var(--gsa-muted); }
.bars :is(.name, .value) { min-height: 1lh; white-space: nowrap; }
.bars .track { height: 9px; border-radius: 2px; background: var(--gsa-sunken); overflow: hidden; }
.bars .bar { display: block; height: 100%; width: 100%; transform-origin: 0 50%; transition: transform 110ms ease-out; background: var(--bar); }
.bars li:not(.best) .bar { opacity: 0.55; }
/* 6 and 9 are one digit for whoever ignores turns: both are its answer. */
.panel[data-shared] .bars .second .bar { opacity: 1; }
.bars .best, .panel[data-shared] .bars .second { color: var(--gsa-ink); font-weight: 650; }
.bars .value { text-align: right; }
/* Two lines, whatever stands in them, so that nothing moves while it turns. */
.panel footer { grid-column: 1 / -1; display: grid; grid-template: 1.45em minmax(1.45em, auto) / 1fr auto; gap: 0 12px; margin-top: 8px; font-size: 0.875rem; line-height: 1.45; color: var(--gsa-muted); }
.panel .verdict { color: var(--bar); font-weight: 650; white-space: nowrap; }
.panel .count { grid-area: 2 / 1 / auto / -1; }
.panel .count b { color: var(--gsa-ink); }
.panel .time { grid-area: 1 / 2; white-space: nowrap; }
.panel .blank { display: none; align-self: center; color: var(--gsa-muted); }
.panel[data-state="blank"] .blank { display: block; }
.panel[data-state="blank"] .bars { visibility: hidden; }
.panel .trouble { grid-column: 1 / -1; display: flex; gap: 12px; flex-direction: column; align-items: flex-start; margin-top: 8px; font-size: 0.875rem; overflow-wrap: anywhere; }
.trouble button { height: 36px; flex: none; }
.panel[data-trouble] :is(.bars, .blank, footer) { display: none; }
/* In the place of the answer, so that nothing moves under the hand that tries. */
.panel .untaught { display: none; position: absolute; inset: auto 16px 14px; color: var(--gsa-muted); font-size: 0.875rem; line-height: 1.35; }
.panel[data-untaught]:not([data-trouble]) .untaught { display: block; }
.panel[data-untaught] :is(.bars, .blank, .digit, footer) { visibility: hidden; }
@container (min-width: 640px) and (max-width: 1079px) {
  .panels, .panels[data-count="3"] { grid-template-columns: minmax(0, 1fr); }
}
/* Three beside each other have the digit above all else. */
@container (min-width: 1080px) {
  .panels[data-count="3"] .panel { grid-template-columns: auto minmax(0, 1fr); padding: 12px; }
  .panels[data-count="3"] :is(.bars, .blank) { grid-area: 3 / 1 / auto / -1; }
  .panels[data-count="3"] .digit { font-size: 3.4rem; }
  .panels[data-count="3"] footer { grid-template-columns: minmax(0, 1fr); }
  .panels[data-count="3"] .time { grid-area: auto; }
}
@container (max-width: 639px) {
  .panels { gap: 8px; }
  .panel .untaught { position: static; grid-area: 2 / 2; font-size: 0.8125rem; }
  .panel { padding: 10px 6px 10px 10px; gap: 0 8px; grid-template-rows: auto 1fr; align-items: start; }
  .panel .model { font-size: 0.9375rem; }
  .panel .digit { font-size: 3.75rem; }
  .panel footer { grid-area: 2 / 2; grid-template-columns: minmax(0, 1fr); margin: 0; font-size: 0.8125rem; }
  .panel .blank { font-size: 0.8125rem; }
  .panel :is(.note, .bars, .time, .wordy) { display: none; }
  .panels[data-count="3"] { gap: 6px; }
  .panels[data-count="3"] .panel { grid-template-columns: minmax(0, 1fr); padding: 8px; }
  .panels[data-count="3"] :is(header, .blank, .digit, footer, .untaught) { grid-area: auto; }
  .panels[data-count="3"] .digit { font-size: 2.6rem; text-align: start; }
  .panels[data-count="3"] .verdict { white-space: normal; }
}
@container (max-width: 349px) {
  .panel { gap: 0 6px; }
  .panel .digit { font-size: 3rem; }
  .panel > header .model, .panel .count { min-height: 2lh; line-height: 1.2; }
}
@media (forced-colors: active) {
  .bars .bar { background: CanvasText; forced-color-adjust: none; }
}
${costly.style}
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const panels = add(root, '<div class="panels"></div>');
  watch(signal, () => {
    panels.dataset.count = String(demo.networks.shown.value.length);
  });
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
      <p class="untaught">Random weights: it knows nothing.</p>
      <div class="trouble" role="alert" hidden>
        <p></p>
        <button type="button" class="retry">Try again</button>
        <button type="button" class="former" hidden></button>
      </div>
      <footer><span class="verdict" title="± is the largest change of a probability since upright"><span class="brief"></span><span class="wordy"></span></span><span class="count"></span><span class="time"></span></footer>
    </section>`,
  );
  find(panel, '.retry').addEventListener('click', () => demo.loading.retry(), { signal });
  const bringBack = () => {
    const former = network.peek()?.former;
    if (former) demo.pick(demo.values.map((value, i) => (i === index ? former : value)));
  };
  find(panel, '.former').addEventListener('click', bringBack, { signal });
  watch(signal, () => {
    const name = demo.networks.names.value[index] ?? '';
    const info = network.value?.info.value;
    const kind = info && symmetriesOf(info);
    find(panel, '.model').textContent = kind ? titleOf(kind) : name;
    // Of two of one kind each needs its name.
    const kinds = demo.networks.shown.value.flatMap(({ info }) => {
      return info.value ? titleOf(symmetriesOf(info.value)) : [];
    });
    const alone = kind && kinds.filter((title) => title === titleOf(kind)).length < 2;
    const note = kind ? [describeSymmetries(kind), ...(alone ? [] : [name])] : [];
    find(panel, '.note').textContent = note.join(' · ');
    panel.setAttribute('aria-label', `Answer of ${name}`);
  });
  watch(signal, () => {
    const why = demo.asking.blank.value;
    const isEmpty = demo.drawing.isEmpty.value;
    // A drawing that no network has seen yet is not blank.
    find(panel, '.blank').textContent =
      why === 'nearly' ? 'Draw a little more' : isEmpty ? 'Draw something' : 'One moment…';
  });
  watch(signal, () => {
    const error = network.value?.error.value;
    const message = error && !isOfEngine(error) ? error.message : null;
    const box = find(panel, '.trouble');
    panel.toggleAttribute('data-trouble', message !== null);
    box.hidden = message === null;
    find(box, 'p').textContent = message ?? '';
    const former = (message !== null && demo.picked && network.value?.former) || '';
    find(box, '.former').hidden = !former;
    find(box, '.former').textContent =
      `Back to ${displayName(demo.files.nameOf(former) ?? former)}`;
  });
  costly.mount(panel, find(panel, 'footer'), demo, network, signal);
  watch(signal, () => panel.toggleAttribute('data-untaught', demo.isUntaught.value));
  watch(signal, () => {
    const shown = network.value?.shown.value ?? null;
    const isOld = shown !== null && demo.asking.unanswered.value !== null;
    panel.toggleAttribute('data-old', isOld);
    show(panel, shown, network.value?.isRecorded.value ?? false);
    if (!isOld) return;
    write(find(panel, '.verdict .brief'), `that was at ${Math.round(shown.angle)}°`);
    write(find(panel, '.verdict .wordy'), '');
  });
  watch(signal, () => {
    const round = network.value?.round.value;
    const upright = round && uprightOf(round);
    const { asked, kept } = countKept(round ? cellsOf(round, ANGLES) : []);
    const count = find(panel, '.count');
    count.replaceChildren();
    if (!upright || asked < FEW) return;
    add(count, `<b>${kept} of ${asked}</b>`);
    count.append(' angles');
    add(count, `<span class="wordy">: still ${upright.digit}</span>`);
  });
  return panel;
}

/** @param {HTMLElement} panel @param {Shown | null} shown @param {boolean} isRecorded */
function show(panel, shown, isRecorded) {
  const { digit, probabilities, milliseconds } = shown?.prediction ?? {};
  const lost = shown?.upright && shown.upright.digit !== digit;
  panel.toggleAttribute('data-shared', isShared(probabilities ?? []));
  panel.dataset.state = !shown ? 'blank' : lost ? 'lost' : 'kept';
  find(panel, '.digit').textContent = String(digit ?? '–');
  find(panel, '.time').textContent = isRecorded
    ? 'recorded'
    : milliseconds === undefined
      ? ''
      : formatMilliseconds(milliseconds);
  const [verdict, more] = shown ? describeVerdict(shown) : [];
  write(find(panel, '.verdict .brief'), verdict ?? '');
  write(find(panel, '.verdict .wordy'), more ?? '');
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

/** How far an answer is from the upright one: in brief, and what else there is room for. @param {Shown} shown */
function describeVerdict({ prediction: { digit, probabilities }, angle, upright }) {
  if (angle === 0) return ['upright'];
  if (!upright) return [];
  if (upright.digit !== digit) return [`✗ upright: ${upright.digit}`];
  const shift = shiftBetween(upright.probabilities, probabilities);
  return shift < SAME ? ['✓ same', ' as upright'] : ['✓ as upright', ` ±${formatPoints(shift)}`];
}

/** @param {Demo} demo @returns {{ columns: string[], rows: (string | number)[][] }} all ten probabilities */
function table({ networks, isUntaught }) {
  if (isUntaught.value) return { columns: ['Digit'], rows: [] };
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
