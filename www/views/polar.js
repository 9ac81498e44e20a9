// All round: how sure each network is of its upright answer at 72 angles, as a closed curve, and for each network a track of what it
// reads there: thick where that is as upright, else thin with the digit.

import { computed } from '@preact/signals-core';
import { cellsOf, uprightOf } from '../state/round.js';
import { ANGLES } from '../state/rounds.js';
import { arc, countKept, curveOf, place, runsOf, sureAt } from '../ui/circle.js';
import { add } from '../ui/dom.js';
import { addSvg, setAttributes } from '../ui/svg.js';
import { eachNetwork, hurried, near, placeOf, watch } from '../watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { Wants } from '../state/study.js'
 * @import { Cells, Run } from '../ui/circle.js'
 */

export { ANGLES };

/** Radii, from the pad outwards, in a square of twice `half`. */
export const RADII = {
  half: 280,
  pad: 122,
  unsure: 132,
  sure: 194,
  knob: 256,
};
/** The tracks of answers, from the inside, by how many networks are shown. */
const TRACKS = [[207], [207, 228], [204, 219.5, 235]];
const MARKS = { from: 242, to: 250, quarterTo: 254, label: 268, side: 259 };
/** Shorter runs than this have no room for a digit. */
const LABEL_DEGREES = 7;
/** Nearer than this the knob stands on a label. */
const KNOB_DEGREES = 9;
/** Between the digits of one track. */
const LABEL_SPACE = 9;

export const style = `
.polar[data-old] :is(.curves, .tracks) { opacity: 0.4; }
.polar { position: absolute; inset: 0; container-type: inline-size; }
.polar svg { display: block; width: 100%; height: 100%; overflow: visible; }
.polar[data-untaught] :is(.curves, .tracks) { display: none; }
.polar .rim { fill: none; stroke: var(--gsa-line); stroke-width: 1; }
.polar .mark { stroke: var(--gsa-muted); stroke-width: 1.5; stroke-linecap: round; }
.polar .mark.quarter { stroke: var(--gsa-ink); stroke-width: 3; }
.polar .degrees { fill: var(--gsa-muted); font-size: 12px; text-anchor: middle; dominant-baseline: central; }
.polar .main { --of: var(--gsa-accent); }
.polar .other { --of: var(--gsa-other); }
.polar .third { --of: var(--gsa-third); }
.polar .curve { stroke: var(--of); stroke-width: 2; stroke-linejoin: round; fill: var(--of); fill-opacity: 0.13; }
.polar .other .curve { fill: none; stroke-dasharray: 4 3; stroke-width: 2.5; }
.polar .third .curve { fill: none; stroke-dasharray: 1 5; stroke-linecap: round; stroke-width: 3; }
.polar .three .read { font-size: 12px; stroke-width: 4; }
.polar .three .run.kept { stroke-width: 8; }
.polar .run { fill: none; stroke: var(--of); stroke-width: 1.5; }
.polar .run.kept { stroke-width: 9; }
.polar .run.unasked { stroke: var(--gsa-line-strong); stroke-dasharray: 1.5 5; stroke-linecap: round; }
.polar .read { fill: var(--of); font-size: 14px; font-weight: 700; text-anchor: middle; dominant-baseline: central; stroke: var(--gsa-ground); stroke-width: 6; paint-order: stroke; }
.polar .here { fill: var(--of); stroke: var(--gsa-surface); stroke-width: 2; }
@container (max-width: 460px) {
  .polar .degrees { display: none; }
  .polar .read { font-size: 20px; stroke-width: 8; }
  .polar .run.kept { stroke-width: 12; }
  .polar .curve { stroke-width: 3; }
  .polar .other .curve { stroke-width: 3.5; }
  .polar .third .curve { stroke-width: 4; stroke-dasharray: 1 7; }
  .polar .three .read { font-size: 15px; stroke-width: 5; }
  .polar .three .run.kept { stroke-width: 9; }
}
@media (forced-colors: active) {
  .polar .main { --of: LinkText; }
  .polar .other { --of: CanvasText; }
  .polar .third { --of: Highlight; }
}
`;

/** All angles of all networks. @type {Wants} */
export function wants(demo, shared) {
  return demo.rounds.next(shared);
}

/**
 * @param {HTMLElement} root  a square
 * @param {Demo} demo
 * @param {AbortSignal} signal
 * @param {boolean} [asks]  without that the circle has its marks and degrees alone
 * @returns {SVGSVGElement}
 */
export function mount(root, demo, signal, asks = true) {
  const { half, unsure, sure } = RADII;
  const polar = add(root, `<div class="polar" ${asks ? 'part="polar"' : ''}></div>`);
  const viewBox = `${-half} ${-half} ${2 * half} ${2 * half}`;
  const svg = addSvg(polar, 'svg', { viewBox, role: 'img' });
  for (const r of [unsure, sure]) addSvg(svg, 'circle', { class: 'rim', r });
  const marks = addSvg(svg, 'g', {});
  watch(signal, () => {
    marks.replaceChildren();
    const elements = demo.networks.shown.value.at(0)?.info.value?.group.elements ?? [];
    drawMarks(marks, new Set(elements.map(({ degrees }) => degrees)));
  });
  watch(signal, () => {
    void demo.networks.shown.value.at(0)?.info.value;
    const angle = demo.turning.angle.value;
    for (const label of /** @type {NodeListOf<SVGElement>} */ (marks.querySelectorAll('text'))) {
      const apart = Math.abs(differenceOf(angle, parseFloat(label.textContent ?? '')));
      // The knob stands there, and says it.
      label.style.visibility = apart < KNOB_DEGREES ? 'hidden' : '';
    }
  });
  if (!asks) {
    svg.setAttribute('aria-hidden', 'true');
    return svg;
  }
  const curves = addSvg(svg, 'g', { class: 'curves' });
  const tracks = addSvg(svg, 'g', { class: 'tracks' });
  watch(signal, () => polar.toggleAttribute('data-untaught', demo.isUntaught.value));
  const count = computed(() => demo.networks.shown.value.length);
  watch(signal, () => tracks.classList.toggle('three', count.value > 2));
  eachNetwork(demo, signal, (network, index, life) => {
    const cells = computed(() => cellsOf(network.value?.round.value ?? new Map(), ANGLES));
    return [
      mountCurve(curves, demo, cells, index, life),
      mountTrack(tracks, cells, count, index, life),
    ];
  });
  watch(signal, () => svg.setAttribute('aria-label', describe(demo)));
  watch(signal, () => polar.toggleAttribute('data-old', demo.asking.unanswered.value !== null));
  const isNear = near(polar, signal);
  const hurry = hurried();
  // It is always on the screen, and 72 answers draw it anew many times: those can wait until one has scrolled to where one wants to be.
  demo.study.join(
    wants,
    computed(() => isNear.value && !hurry.value),
    signal,
  );
  return svg;
}

/** Marks at eighths of a turn and at the turns of the first network's group. @param {SVGElement} root @param {Set<number>} turns */
function drawMarks(root, turns) {
  for (const degrees of new Set([0, 45, 90, 135, 180, 225, 270, 315, ...turns])) {
    const isQuarter = degrees % 90 === 0;
    if (isQuarter || turns.has(degrees)) {
      const [a, b] = [MARKS.from, isQuarter ? MARKS.quarterTo : MARKS.to].map((r) =>
        place(degrees, r),
      );
      const name = isQuarter ? 'mark quarter' : 'mark';
      addSvg(root, 'line', { class: name, x1: a.x, y1: a.y, x2: b.x, y2: b.y });
    }
    if (degrees % 45 === 0) {
      // Beside the circle a label would stand on its mark.
      const side = { 90: 'end', 270: 'start' }[degrees];
      const { x, y } = place(degrees, side ? MARKS.side : MARKS.label);
      const label = addSvg(root, 'text', { class: 'degrees', x, y });
      if (side) label.style.textAnchor = side;
      label.textContent = `${degrees}°`;
    }
  }
}

/**
 * @param {SVGElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Cells>} cells
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountCurve(root, demo, cells, index, signal) {
  const { unsure, sure } = RADII;
  const group = addSvg(root, 'g', { class: placeOf(index) });
  const curve = addSvg(group, 'path', { class: 'curve' });
  const here = addSvg(group, 'circle', { class: 'here', r: 6 });
  watch(signal, () => curve.setAttribute('d', curveOf(cells.value, unsure, sure)));
  watch(signal, () => {
    const degrees = demo.turning.angle.value;
    const share = sureAt(cells.value, degrees);
    const { x, y } = place(degrees, unsure + (sure - unsure) * (share ?? 0));
    setAttributes(here, { cx: x, cy: y, visibility: share === null ? 'hidden' : 'visible' });
  });
  return group;
}

/**
 * @param {SVGElement} root
 * @param {ReadonlySignal<Cells>} cells
 * @param {ReadonlySignal<number>} count  of networks shown
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountTrack(root, cells, count, index, signal) {
  const group = addSvg(root, 'g', { class: placeOf(index) });
  watch(signal, () => {
    group.replaceChildren();
    const radius = trackOf(count.value, index);
    const runs = runsOf(cells.value);
    for (const run of runs) {
      const name = run.digit === null ? 'run unasked' : run.kept ? 'run kept' : 'run';
      // A little short of each other, where what is read changes.
      const gap = runs.length > 1 && run.digit !== null ? 0.7 : 0;
      addSvg(group, 'path', { class: name, d: arc(run.from + gap, run.to - gap, radius) });
    }
    for (const { run, degrees } of labelsOf(runs)) {
      addSvg(group, 'text', { class: 'read', ...place(degrees, radius) }).textContent =
        `${run.digit}`;
    }
  });
  return group;
}

/** @param {number} count  of networks shown @param {number} index */
function trackOf(count, index) {
  const radii = TRACKS[Math.min(count, TRACKS.length) - 1] ?? TRACKS[0];
  return radii[Math.min(index, radii.length - 1)];
}

/**
 * Digits in the middle of what is not read as upright, the longest runs first, as far as there is room.
 *
 * @param {Run[]} runs
 */
function labelsOf(runs) {
  /** @type {{ run: Run, degrees: number }[]} */
  const labels = [];
  const lost = runs.filter((run) => run.digit !== null && !run.kept);
  for (const run of lost.sort((a, b) => b.count - a.count)) {
    const degrees = (run.from + run.to) / 2;
    const space = LABEL_SPACE;
    const apart = labels.every((other) => Math.abs(differenceOf(degrees, other.degrees)) >= space);
    if (run.to - run.from >= LABEL_DEGREES && apart) labels.push({ run, degrees });
  }
  return labels;
}

/** From one angle to another the short way. @param {number} a @param {number} b */
function differenceOf(a, b) {
  return ((((b - a) % 360) + 540) % 360) - 180;
}

/** What it shows, in words. @param {Demo} demo */
function describe(demo) {
  if (demo.isUntaught.value)
    return 'Nothing is shown all round: with random weights answers mean nothing';
  const said = demo.networks.shown.value.map(({ round }, i) => {
    const cells = cellsOf(round.value, ANGLES);
    const { asked, kept } = countKept(cells);
    const upright = uprightOf(round.value);
    const name = demo.networks.names.value[i] ?? '';
    if (!upright) return `${name}: not asked yet`;
    return `${name} reads ${upright.digit} upright, and again at ${kept} of ${asked} angles`;
  });
  return `Answers all round. ${said.join('. ')}`;
}
