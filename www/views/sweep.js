// Answers round one turn: for each network a strip of cells, one for each angle asked, coloured by whether the answer
// is still the one that the network gave upright.

import { computed } from '@preact/signals-core';
import { cellsOf, missingOf, uprightOf } from '../state/round.js';
import { add, find, write } from '../ui/dom.js';
import { eachNetwork, near, placeOf, watch } from './watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { Network } from '../state/networks.js'
 * @import { Round } from '../state/round.js'
 * @import { Wants } from '../state/study.js'
 */

const CELLS = 24;
const CELL_DEGREES = 360 / CELLS;

/** From this probability on, a 6 might as well be a 9, or the other way round. */
const DOUBT = 0.01;

const HINT = 'Asked every 15°; the count says how often the upright answer comes again.';
const TWINS_HINT =
  'Upside down, a 6 is a 9: whoever ignores turns has only small habits of the hand to go by.';

export const style = `
.sweeps { display: grid; gap: 6px; }
.sweeps .hint-line { color: var(--gsa-muted); font-size: 0.875rem; }
.strips { display: contents; }
.sweep { display: grid; grid-template-columns: 1fr auto; gap: 4px 8px; align-items: center; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.sweep .model { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.sweep .count { text-align: right; color: var(--gsa-muted); white-space: nowrap; }
.strip { grid-column: 1 / -1; grid-row: 2; display: grid; grid-template-columns: repeat(24, minmax(0, 1fr)); gap: 1px; border-radius: 6px; overflow: hidden; }
.cell { height: 26px; display: grid; place-items: center; background: var(--gsa-ring); cursor: pointer; font-size: 0.75rem; }
.cell.kept { background: var(--soft); color: var(--gsa-ink); }
.sweep.main { --soft: var(--gsa-accent-soft); }
.sweep.other { --soft: var(--gsa-other-soft); }
.cell.lost { background: var(--gsa-lost-soft); color: var(--gsa-lost); font-weight: 700; }
.cell.here { box-shadow: inset 0 -3px 0 var(--gsa-ink); }
.scale { display: grid; grid-template-columns: repeat(4, 1fr); font-size: 0.75rem; color: var(--gsa-muted); }
@container (min-width: 900px) {
  .sweep { grid-template-columns: 4.4em 1fr 4.4em; }
  .strip { grid-column: auto; grid-row: auto; }
  .scale { margin-inline: calc(5.2em + 8px); }
}
@container (max-width: 420px) {
  .cell { font-size: 0.625rem; }
}
@media (forced-colors: active) {
  .cell.lost { text-decoration: underline; }
}
`;

/** All angles, of the network that has the most to be asked, so that the strips fill up together. @type {Wants} */
export function wants(demo) {
  const [next] = demo.networks.loaded
    .peek()
    .map(({ url, round }) => ({ url, missing: missingOf(round.peek(), CELLS) }))
    .sort((a, b) => b.missing.length - a.missing.length);
  if (!next || next.missing.length === 0) return null;
  const angles = next.missing.map((cell) => cell * CELL_DEGREES);
  return { kind: 'batch', ...demo.subject, angles, url: next.url };
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const sweeps = add(
    root,
    `<div class="sweeps" part="sweep">
      <h2>The answers at 24 angles</h2>
      <p class="hint-line"></p>
      <div class="strips"></div>
      <div class="scale" aria-hidden="true"><span>0°</span><span>90°</span><span>180°</span><span>270°</span></div>
    </div>`,
  );
  const strips = find(sweeps, '.strips');
  eachNetwork(demo, signal, (network, index, life) => [
    mountStrip(strips, demo, network, index, life),
  ]);
  watch(signal, () => {
    const upright = demo.networks.shown.value.at(0)?.shown.value?.upright;
    const twins = upright && isSixOrNine(upright.probabilities);
    write(find(sweeps, '.hint-line'), twins ? TWINS_HINT : HINT);
  });
  demo.study.join(wants, near(sweeps, signal), signal);
}

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountStrip(root, demo, network, index, signal) {
  const { turning, networks } = demo;
  const sweep = add(
    root,
    `<div class="sweep ${placeOf(index)}">
      <span class="model"></span>
      <div class="strip" role="img"></div>
      <span class="count"></span>
    </div>`,
  );
  const strip = find(sweep, '.strip');
  const cells = Array.from({ length: CELLS }, (_, cell) => {
    const degrees = cell * CELL_DEGREES;
    const element = add(strip, `<span class="cell" title="${degrees}°"></span>`);
    element.addEventListener('click', () => turning.turn(degrees), { signal });
    return element;
  });
  watch(signal, () => {
    const name = networks.names.value[index] ?? '';
    const round = network.value?.round.value;
    find(sweep, '.model').textContent = name;
    if (round) show(sweep, cells, name, round);
  });
  const here = computed(() => Math.round(turning.angle.value / CELL_DEGREES) % CELLS);
  watch(signal, () => {
    for (const [i, cell] of cells.entries()) cell.classList.toggle('here', i === here.value);
  });
  return sweep;
}

/** @param {HTMLElement} sweep @param {HTMLElement[]} cells @param {string} name @param {Round} round */
function show(sweep, cells, name, round) {
  const answers = cellsOf(round, CELLS);
  const upright = uprightOf(round);
  for (const [i, cell] of cells.entries()) {
    const answer = answers[i];
    const known = answer && upright;
    write(cell, answer ? String(answer.digit) : '');
    cell.classList.toggle('kept', !!known && answer.digit === upright.digit);
    cell.classList.toggle('lost', !!known && answer.digit !== upright.digit);
  }
  const asked = answers.filter((answer) => answer).length;
  const kept = answers.filter((answer) => upright && answer?.digit === upright.digit).length;
  write(find(sweep, '.count'), upright ? `${kept} of ${asked}` : '');
  const summary = upright
    ? `the upright answer, ${upright.digit}, is kept at ${kept} of ${asked} angles`
    : 'not asked yet';
  find(sweep, '.strip').setAttribute('aria-label', `${name}: ${summary}`);
}

/** Whether a network wavers between 6 and 9. @param {number[]} probabilities */
function isSixOrNine(probabilities) {
  const [first, second] = [...probabilities.keys()].sort(
    (a, b) => probabilities[b] - probabilities[a],
  );
  const both = [first, second].every((digit) => digit === 6 || digit === 9);
  return both && probabilities[second] >= DOUBT;
}
