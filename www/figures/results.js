// What the experiments say, the paper's and this project's: rings are published, dots are measured here. They were not run alike, so they
// stand in one picture but are never subtracted from each other.

import { signal as signalOf } from '@preact/signals-core';
import results from 'embedded:results';
import { add, find } from '../ui/dom.js';
import { addSegments, style as segmentsStyle } from '../ui/segments.js';
import { addSvg } from '../ui/svg.js';
import { watch } from '../watch.js';
import { addChart, mark, share, style as chartStyle } from './chart.js';
import { comparisonOf, convergenceOf, minutesOf, sorted } from './results/reading.js';

/**
 * @import { Demo } from '../state/demo.js'
 * @import { Row, Run } from './measured.d.ts'
 * @import { Column } from './results/reading.js'
 */

export const figure = { name: 'results', title: 'What the experiments say', table };

/** Of the axis in the first table, beyond what stands furthest out. */
const EDGE = 0.4;
/** @type {[Column, string][]} */
const COLUMNS = [
  ['name', 'Network'],
  ['rotmnist', 'Published'],
  ['here', 'Here'],
];
/** @type {[Column, string][]} */
const ELSEWHERE = [
  ['name', 'Published, %'],
  ['cifar10', 'CIFAR-10'],
  ['pcam', 'PatchCamelyon'],
];
const NOT_YET = 'not yet';

export const style = `
${chartStyle}
${segmentsStyle}
.results { display: grid; grid-template-columns: minmax(0, 1fr); gap: 28px 36px; padding: 18px 20px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); font-size: 0.875rem; line-height: 1.45; }
.results > div { min-width: 0; display: grid; gap: 8px; align-content: start; grid-template-columns: minmax(0, 1fr); }
.results .key { color: var(--gsa-muted); max-width: 46rem; }
.results .key b { color: var(--gsa-ink); }
.results .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.4; max-width: 52rem; }
.results .note b { color: var(--gsa-ink); font-weight: 600; }
.results .top-of { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 6px 16px; min-height: 36px; }
.results table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
.results :is(th, td) { padding: 0 0 0 12px; height: 30px; text-align: end; font-weight: 400; white-space: nowrap; }
.results tbody :is(th, td) { border-top: 1px solid var(--gsa-line); }
.results :is(th, td):first-child { padding-inline-start: 0; text-align: start; }
.results th .size { color: var(--gsa-muted); font-size: 0.8125rem; margin-inline-start: 8px; }
.results tbody th b { font-weight: 650; color: var(--of, var(--gsa-ink)); }
.results tbody .yet { color: var(--gsa-muted); }
.results td.here:not(.yet) { font-weight: 650; }
.results sub { font-size: max(12px, 0.75em); line-height: 0; }
.results .elsewhere table { max-width: 36rem; }
.results thead button { height: 34px; padding: 0; border: 0; background: none; color: var(--gsa-muted); font-size: 0.8125rem; white-space: nowrap; }
.results thead button::after { content: " ↕"; color: var(--gsa-line-strong); }
.results thead [aria-sort="ascending"] button::after { content: " ↑"; color: var(--gsa-ink); }
.results thead [aria-sort="descending"] button::after { content: " ↓"; color: var(--gsa-ink); }
.results .plot { width: 60%; padding-inline: 16px 4px; }
.results .plot svg { display: block; width: 100%; height: 30px; overflow: visible; font-size: 12px; }
.results .of { --of: var(--gsa-muted); }
.results .of.z2 { --of: var(--gsa-other); } .results .of.group { --of: var(--gsa-accent); } .results .of.frames { --of: var(--gsa-third); }
.results .plot .grid { stroke: var(--gsa-line); }
.results .plot text { fill: var(--gsa-muted); text-anchor: middle; }
.results .plot :is(.dot, .ring) { fill: var(--of); stroke: var(--of); stroke-width: 2; }
.results .plot .ring { fill: var(--gsa-surface); }
.results .plot .bar { stroke: var(--of); stroke-width: 2; }
@container (min-width: 620px) {
  .results { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); padding: 22px 26px; }
  .results > .whole { grid-column: 1 / -1; }
}
@container (max-width: 519px) {
  .results { padding: 14px; }
  .results .plot { width: 42%; padding-inline: 12px 14px; }
  .results :is(th, td) { padding-inline-start: 8px; }
  .results th .size { display: block; margin: 0; font-size: 0.75rem; line-height: 1; padding-bottom: 4px; }
}
@container (max-width: 359px) {
  .results { padding: 10px; }
  .results table { font-size: 0.8125rem; }
  .results :is(th, td) { padding-inline-start: 6px; }
  .results .plot { padding-inline: 8px 12px; }
  .results thead [aria-sort="none"] button::after { content: none; }
}
@media (pointer: coarse) { .results thead button { height: 44px; } }
@media (forced-colors: active) {
  .results .plot :is(.dot, .bar) { fill: CanvasText; stroke: CanvasText; }
  .results .plot .ring { fill: Canvas; stroke: CanvasText; }
  .results .plot text { fill: CanvasText; }
}
`;

/** @param {string} name  of a network */
function kindOf(name) {
  if (/CNN/.test(name)) return 'convolution';
  if (/^Z2/.test(name)) return 'z2';
  return /F_/.test(name) ? 'frames' : 'group';
}

/** @param {HTMLElement} root @param {Demo} _demo @param {AbortSignal} signal */
export function mount(root, _demo, signal) {
  const body = add(root, '<div class="results" part="results"></div>');
  mountNetworks(body, signal);
  mountWindows(body, signal);
  mountRuns(body, signal);
  mountElsewhere(body, signal);
}

/** @param {HTMLElement} body @param {AbortSignal} signal */
function mountNetworks(body, signal) {
  const { rows, table } = results.networks;
  const shown = rows.filter(({ rotmnist, here }) => rotmnist !== null || here !== null);
  const part = add(
    body,
    `<div class="whole">
      <h3>Rotated MNIST, theirs and ours</h3>
      <p class="key"><b>○ published</b>, <b>● measured here</b>, in % of test digits. The two were <em>not</em> run alike: compare rings with rings, and dots with dots.</p>
    </div>`,
  );
  mountTable(part, shown, COLUMNS, 'Networks on rotated MNIST', signal, true);
  const note = add(part, '<p class="note"><b></b> <span></span></p>');
  find(note, 'b').textContent = comparisonOf(shown);
  find(note, 'span').textContent =
    `Published (${table}): the benchmark’s own pictures, each at one angle, up to 300 epochs, the best test epoch; attention learnt from 10,000 digits, convolutions from 12,000. Here: 10,000 digits, turned and slanted afresh each time, weights chosen on held-out digits, tested once (R12 and R16 on 5,000 of 50,000; R8 to R16 went on from R4). Line under a dot: 95 % by chance alone.`;
}

/**
 * A table that is sorted by its heads.
 *
 * @param {HTMLElement} part
 * @param {Row[]} rows
 * @param {[Column, string][]} columns
 * @param {string} label
 * @param {AbortSignal} signal
 * @param {boolean} [isPlotted]
 */
function mountTable(part, rows, columns, label, signal, isPlotted = false) {
  const table = /** @type {HTMLTableElement} */ (
    add(part, '<table><thead><tr></tr></thead><tbody></tbody></table>')
  );
  table.setAttribute('aria-label', label);
  const head = table.rows[0];
  const body = table.tBodies[0];
  /** By what it is sorted; as the paper has it where by nothing. @type {import('@preact/signals-core').Signal<{ by: Column, up: boolean } | null>} */
  const order = signalOf(null);
  for (const [column, title] of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    head.append(cell);
    const button = add(cell, '<button type="button" class="said"></button>');
    button.textContent = title;
    const sort = () => {
      const now = order.peek();
      const first = column === 'name';
      if (now?.by !== column) order.value = { by: column, up: first };
      else order.value = now.up === first ? { by: column, up: !first } : null;
    };
    button.addEventListener('click', sort, { signal });
    watch(signal, () => {
      const now = order.value;
      const way = now?.by !== column ? 'none' : now.up ? 'ascending' : 'descending';
      cell.setAttribute('aria-sort', way);
    });
    if (column === 'name' && isPlotted) head.append(plotCell());
  }
  const lines = new Map(rows.map((row) => [row, lineOf(row, columns, isPlotted)]));
  if (isPlotted) mountPlots(head, lines, signal);
  watch(signal, () => {
    for (const row of sorted(rows, order.value)) body.append(/** @type {Node} */ (lines.get(row)));
  });
}

/** @param {Row} row @param {[Column, string][]} columns @param {boolean} isPlotted */
function lineOf(row, columns, isPlotted) {
  const line = document.createElement('tr');
  line.className = `of ${kindOf(row.name)}`;
  for (const [column] of columns) {
    if (column === 'name') {
      const cell = document.createElement('th');
      cell.scope = 'row';
      writeName(add(cell, '<b></b>'), row.name);
      if (isPlotted && row.parameters) {
        const size = add(cell, '<span class="size"></span>');
        size.textContent = `${Math.round(row.parameters / 1000)} K`;
        size.title = `${row.parameters.toLocaleString('en')} parameters`;
      }
      line.append(cell);
      if (isPlotted) line.append(plotCell());
      continue;
    }
    const cell = line.insertCell();
    cell.className = column;
    const value = column === 'here' ? row.here?.percent : row[column];
    if (value !== null && value !== undefined) cell.textContent = value.toFixed(2);
    else {
      cell.textContent = column === 'here' ? NOT_YET : '–';
      cell.classList.add('yet');
      cell.title = column === 'here' ? 'Not trained here yet' : 'Not in the paper';
    }
  }
  return line;
}

/** @param {HTMLElement} element @param {string} name */
function writeName(element, name) {
  const [first, rest] = name.split('_F-');
  element.textContent = first;
  if (!rest) return;
  add(element, '<sub>F</sub>');
  element.append(`-${rest}`);
}

/** The numbers beside it say the same. */
function plotCell() {
  const cell = document.createElement('td');
  cell.className = 'plot';
  cell.setAttribute('aria-hidden', 'true');
  return cell;
}

/** An axis on which all of them are. @param {Row[]} rows */
function scaleOf(rows) {
  const all = rows.flatMap(({ rotmnist, here }) => [rotmnist, here?.low, here?.high]);
  const known = all.filter((value) => typeof value === 'number');
  const [from, to] = [Math.min(...known) - EDGE, Math.max(...known) + EDGE];
  const first = Math.ceil(from);
  return {
    from,
    to,
    ticks: Array.from({ length: Math.floor(to) - first + 1 }, (_, i) => first + i),
  };
}

/**
 * A column of pictures on one axis, drawn at the width that it has.
 *
 * @param {HTMLTableRowElement} head
 * @param {ReadonlyMap<Row, HTMLTableRowElement>} lines
 * @param {AbortSignal} signal
 */
function mountPlots(head, lines, signal) {
  const axis = find(head, '.plot');
  const scale = scaleOf([...lines.keys()]);
  let drawn = 0;
  const redraw = () => {
    const { paddingLeft, paddingRight } = getComputedStyle(axis);
    const width = axis.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    if (!(width > 0) || width === drawn) return;
    drawn = width;
    const ticks = scale.ticks.filter((_, i) => width > 200 || i % 2 === 0);
    const across = (/** @type {number} */ value) => width * share(scale, value);
    axis.replaceChildren();
    const marks = addSvg(axis, 'svg', { viewBox: `0 0 ${width} 30` });
    for (const tick of ticks)
      addSvg(marks, 'text', { x: across(tick), y: 20 }).textContent = String(tick);
    for (const [row, line] of lines) drawRow(find(line, '.plot'), row, ticks, across, width);
  };
  redraw();
  if (typeof ResizeObserver !== 'function') return;
  const observer = new ResizeObserver(redraw);
  observer.observe(axis);
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * @param {HTMLElement} cell
 * @param {Row} row
 * @param {number[]} ticks
 * @param {(value: number) => number} across
 * @param {number} width
 */
function drawRow(cell, { rotmnist, here }, ticks, across, width) {
  cell.replaceChildren();
  const svg = addSvg(cell, 'svg', { viewBox: `0 0 ${width} 30` });
  for (const tick of ticks)
    addSvg(svg, 'path', { class: 'grid', d: `M${across(tick).toFixed(1)} 0V30` });
  if (here) {
    const [from, to] = [here.low, here.high].map((value) => across(value).toFixed(1));
    addSvg(svg, 'path', { class: 'bar', d: `M${from} 24H${to}` });
  }
  if (rotmnist !== null) mark(svg, { isRing: true }, across(rotmnist), 14);
  if (here) mark(svg, {}, across(here.percent), 14);
}

/** @param {HTMLElement} body @param {AbortSignal} signal */
function mountWindows(body, signal) {
  const { rows, network, table } = results.windows;
  const part = add(
    body,
    '<div><div class="top-of"><h3>How wide a window has to be</h3></div></div>',
  );
  const ours = rows.flatMap(({ window, here }) =>
    here === null ? [] : [/** @type {[number, number]} */ ([window, here])],
  );
  const told = rows.map(
    ({ window, published, here }) =>
      `${window}×${window} ${published}${here === null ? '' : `, here ${here}`}`,
  );
  addChart(
    part,
    signal,
  )({
    label: `${network}, % of test digits by window, published: ${told.join('; ')}`,
    x: { from: 2, to: 28, ticks: rows.map(({ window }) => window) },
    y: { from: 93.5, to: 98, ticks: [94, 95, 96, 97, 98] },
    lines: [
      {
        ...{ name: 'published', kind: 'group', isRing: true },
        points: rows.map(({ window, published }) => [window, published]),
      },
      { name: 'here', kind: 'group', points: ours },
    ],
  });
  const note = add(part, '<p class="note"></p>');
  note.textContent = `${network} by the window’s width in pixels. ○ ${table}: best test epoch of 300. ● here: four epochs from one seed. The shape can be compared, the height cannot.`;
}

/** @param {HTMLElement} body @param {AbortSignal} signal */
function mountRuns(body, signal) {
  const part = add(body, '<div><div class="top-of"><h3>Does it learn faster?</h3></div></div>');
  /** @type {import('@preact/signals-core').Signal<'epochs' | 'minutes'>} */
  const by = signalOf('epochs');
  const choice = { epochs: 'per epoch', minutes: 'per minute' };
  const { show } = addSegments(
    find(part, '.top-of'),
    'Counted',
    choice,
    (chosen) => (by.value = chosen),
    signal,
    false,
  );
  const draw = addChart(part, signal);
  const note = add(part, '<p class="note"><b></b> <span></span></p>');
  watch(signal, () => {
    show(by.value);
    const isMinutes = by.value === 'minutes';
    const runs = isMinutes ? minutesOf(results.runs) : results.runs.filter((run) => !run.isLong);
    const [first, rest] = convergenceOf(results.runs, by.value);
    find(note, 'b').textContent = first;
    find(note, 'span').textContent = rest;
    const last = Math.max(...runs.flatMap(({ points }) => points.map(({ minutes }) => minutes)));
    draw({
      label: `% of held-out digits ${choice[by.value]}. ${first}`,
      x: isMinutes
        ? { from: 0, to: last, ticks: [0, 10, 20, 30, 40, 50, 60].filter((tick) => tick <= last) }
        : { from: 0.7, to: 4, ticks: [1, 2, 3, 4] },
      y: { from: 70, to: 100, ticks: [70, 80, 90, 100] },
      lines: runs.map((run) => lineOfRun(run, isMinutes)),
    });
  });
}

/** @param {Run} run @param {boolean} isMinutes */
function lineOfRun({ network, points }, isMinutes) {
  const kind = kindOf(network);
  return {
    ...{ name: network, kind, isSquare: kind === 'frames' },
    points: points.map(
      ({ epoch, minutes, percent }) =>
        /** @type {const} */ ([isMinutes ? minutes : epoch, percent]),
    ),
  };
}

/** @param {HTMLElement} body @param {AbortSignal} signal */
function mountElsewhere(body, signal) {
  const { rows, table } = results.networks;
  const shown = rows.filter(({ cifar10, pcam }) => cifar10 !== null || pcam !== null);
  const part = add(
    body,
    '<div class="whole elsewhere"><h3>What is not trained here yet</h3></div>',
  );
  mountTable(part, shown, ELSEWHERE, 'Networks on CIFAR-10 and PatchCamelyon', signal);
  const note = add(part, '<p class="note"></p>');
  note.textContent = `${table} on two other sets of pictures, as published: the best test epoch. Nothing of it is measured here.`;
}

/** @param {Demo} _demo */
function table(_demo) {
  /** @type {(string | number)[][]} */
  const rows = [];
  for (const { name, rotmnist, cifar10, pcam, here } of results.networks.rows) {
    const { percent = NOT_YET, low = '', high = '', of = '' } = here ?? {};
    if (rotmnist !== null || here)
      rows.push(['rotated MNIST', name, '', rotmnist ?? '', percent, low, high, of]);
    if (cifar10 !== null) rows.push(['CIFAR-10', name, '', cifar10, NOT_YET, '', '', '']);
    if (pcam !== null) rows.push(['PatchCamelyon', name, '', pcam, NOT_YET, '', '', '']);
  }
  const { network } = results.windows;
  for (const { window, published, here } of results.windows.rows)
    rows.push(['window', network, `${window}×${window}`, published, here ?? NOT_YET, '', '', '']);
  for (const { network, run, points } of results.runs) {
    for (const { epoch, minutes, percent } of points) {
      const at = `epoch ${epoch}, ${minutes.toFixed(1)} min`;
      rows.push([`held out, ${run}`, network, at, '', percent, '', '', '']);
    }
  }
  const columns = [
    'On',
    'Network',
    'At',
    'Published, %',
    'Here, %',
    '95 % between',
    'and',
    'Tested on',
  ];
  return { columns, rows };
}
