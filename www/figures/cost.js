// What symmetry costs: time and memory against the number of rotations, the window and the picture, as measured when the project was, and
// on this device when somebody asks.

import { signal as signalOf } from '@preact/signals-core';
import costs from 'embedded:costs';
import { timing } from '../state/timing.js';
import { add, find, write } from '../ui/dom.js';
import { addSegments, style as segmentsStyle } from '../ui/segments.js';
import { watch } from '../watch.js';
import { addChart, style as chartStyle } from './chart.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { Size, Timed } from '../state/timing.js'
 * @import { Cost } from './measured.d.ts'
 */

/** @typedef {Cost['varied']} Varied */

export const figure = { name: 'cost', title: 'What it costs', table };

/** What each is called, how its values are written, and what is measured here of it. @type {Record<Varied, { title: string, say: (value: number) => string, sizes: Size[] }>} */
const KINDS = {
  'group elements': {
    title: 'rotations',
    say: (value) => (value === 1 ? '1 rotation' : `${value} rotations`),
    sizes: [1, 2, 4, 8, 12, 16].map((rotations) => ({ rotations })),
  },
  window: {
    title: 'window',
    say: (value) => `${value}×${value} window`,
    sizes: [3, 5, 7, 9, 11, 15].map((window) => ({ window })),
  },
  picture: { title: 'picture', say: (value) => `${value}×${value} pixels`, sizes: [] },
};

export const style = `
${chartStyle}
${segmentsStyle}
.cost { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px 36px; padding: 18px 20px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); font-size: 0.875rem; line-height: 1.45; }
.cost .top-of { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; }
.cost .top-of button { height: 36px; }
.cost .top-of .going { color: var(--gsa-muted); font-variant-numeric: tabular-nums; }
.cost .part { min-width: 0; }
.cost h3 { margin-bottom: 8px; }
.cost .said { font-weight: 600; }
.cost .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.4; max-width: 52rem; }
@container (min-width: 620px) {
  .cost { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); padding: 22px 26px; }
  .cost > .whole { grid-column: 1 / -1; }
}
@container (max-width: 359px) {
  .cost { padding: 14px 10px; }
  .cost .segments label { padding-inline: 8px; }
}
@media (pointer: coarse) { .cost .top-of button { height: 44px; } }
@media print { .cost .top-of { display: none; } }
`;

/** @param {Varied} varied */
function rowsOf(varied) {
  return costs.filter((cost) => cost.varied === varied);
}

/** @param {Size} size @returns {[Varied, number]} */
function valueOf(size) {
  return 'rotations' in size ? ['group elements', size.rotations] : ['window', size.window];
}

/** What was measured here of one kind, from small to large. @param {Varied} varied @param {readonly Timed[]} measured */
export function hereOf(varied, measured) {
  return measured
    .flatMap(({ size, milliseconds }) => {
      const [kind, value] = valueOf(size);
      return kind === varied ? [/** @type {const} */ ([value, milliseconds])] : [];
    })
    .toSorted(([a], [b]) => a - b);
}

/** How a time grows: from the usual value to the largest. @param {Varied} varied @param {readonly (readonly [number, number])[]} points @param {string} where */
export function growthOf(varied, points, where) {
  const usual = { 'group elements': 4, window: 5, picture: 28 }[varied];
  const from = points.find(([value]) => value === usual);
  const to = points.at(-1);
  if (!from || !to || to[0] <= from[0]) return '';
  const times = to[1] / from[1];
  const { say } = KINDS[varied];
  const [a, b] = [from[1], to[1]].map(timeSaid);
  return `From ${say(from[0])} to ${say(to[0])}: ${times.toFixed(times < 9.95 ? 1 : 0)} times as long ${where} (${a} to ${b}).`;
}

/** @param {number} ms */
function timeSaid(ms) {
  if (ms >= 1000) return `${Number((ms / 1000).toPrecision(2))} s`;
  return `${Number(ms.toPrecision(2))} ms`;
}

/** @param {HTMLElement} root @param {Demo} _demo @param {AbortSignal} signal */
export function mount(root, _demo, signal) {
  /** @type {Signal<Varied>} */
  const varied = signalOf('group elements');
  timing.join(signal);
  const body = add(
    root,
    `<div class="cost" part="cost">
      <div class="whole top-of"></div>
      <div class="part"><h3>Time for a picture</h3></div>
      <div class="part"><h3>Memory, at most</h3></div>
      <div class="whole"><p class="said"></p><p class="note"></p></div>
    </div>`,
  );
  const top = find(body, '.top-of');
  const choices = /** @type {Record<Varied, string>} */ (
    Object.fromEntries(Object.entries(KINDS).map(([name, { title }]) => [name, title]))
  );
  const { show } = addSegments(
    top,
    'More of',
    choices,
    (chosen) => (varied.value = chosen),
    signal,
  );
  const button = add(top, '<button type="button"></button>');
  const going = add(top, '<span class="going" role="status"></span>');
  const press = () => {
    if (timing.running.peek()) timing.stop();
    else timing.start(KINDS[varied.peek()].sizes);
  };
  button.addEventListener('click', press, { signal });
  watch(signal, () => {
    const { sizes, title } = KINDS[varied.value];
    const now = timing.running.value;
    show(varied.value);
    button.hidden = !now && sizes.length === 0;
    write(button, now ? 'Stop' : 'Measure here');
    // Told at its beginning and its end: what comes between is seen.
    const said = now ? `Measuring by ${title in now ? title : 'size'}…` : timing.trouble.value;
    write(going, said);
  });
  const [time, memory] = Array.from(body.querySelectorAll('.part'), (part) =>
    addChart(/** @type {HTMLElement} */ (part), signal),
  );
  watch(signal, () => {
    const kind = varied.value;
    const here = hereOf(kind, timing.measured.value);
    const rows = rowsOf(kind);
    time(timeChart(kind, rows, here));
    memory(memoryChart(kind, rows));
    const before = rows.map(
      ({ value, milliseconds }) => /** @type {const} */ ([value, milliseconds]),
    );
    const first = growthOf(kind, before, 'in the project’s own measurement');
    const second = growthOf(kind, here, 'on this device');
    write(find(body, '.said'), [first, second].filter(Boolean).join(' '));
    write(find(body, '.note'), noteOf(here.length > 0));
  });
}

/** @param {boolean} isHere */
function noteOf(isHere) {
  const own = isHere
    ? ' On this device: the same network with random weights, by WebAssembly on one thread, while the page goes on.'
    : '';
  return `R4_SA, changed in one thing at a time. Measured: one thread of the project’s machine (docs/cost.csv). Published law: what the published code computes, scaled from one timing of it at R4_SA on another machine; not measured.${own}`;
}

/** Powers of ten round some values. @param {number[]} values */
function decades(values) {
  const [from, to] = [Math.min(...values), Math.max(...values)].map(Math.log10);
  const [low, high] = [Math.floor(from), Math.ceil(to)];
  return Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
}

/** @param {Varied} varied @param {Cost[]} rows @returns {import('./chart.js').Axis} */
function axisOf(varied, rows) {
  const values = rows.map(({ value }) => value);
  const ends = { from: values[0], to: values[values.length - 1] };
  return { ...ends, isLog: varied !== 'window', ticks: values };
}

/** @param {Varied} varied @param {Cost[]} rows @param {readonly (readonly [number, number])[]} here @returns {import('./chart.js').Chart} */
function timeChart(varied, rows, here) {
  const points = (/** @type {'milliseconds' | 'published'} */ of) =>
    rows.map((row) => /** @type {const} */ ([row.value, row[of]]));
  const [measured, published] = [points('milliseconds'), points('published')];
  const ticks = decades([...measured, ...published, ...here].map(([, ms]) => ms));
  const { say, title } = KINDS[varied];
  const told = [...measured.map(([value, ms]) => `${say(value)} ${timeSaid(ms)}`)];
  if (here.length > 0)
    told.push(...here.map(([value, ms]) => `here ${say(value)} ${timeSaid(ms)}`));
  return {
    label: `Time for a picture by ${title}: ${told.join(', ')}`,
    height: 260,
    x: axisOf(varied, rows),
    y: { from: ticks[0], to: ticks[ticks.length - 1], isLog: true, ticks, say: timeSaid },
    lines: [
      { name: 'law', kind: 'published', points: published, isDashed: true },
      { name: 'measured', kind: 'group', points: measured },
      ...(here.length > 0 ? [{ name: 'here', kind: 'z2', points: here, isSquare: true }] : []),
    ],
  };
}

/** @param {Varied} varied @param {Cost[]} rows @returns {import('./chart.js').Chart} */
function memoryChart(varied, rows) {
  const points = rows.map(({ value, megabytes }) => /** @type {const} */ ([value, megabytes]));
  const most = Math.max(...points.map(([, mb]) => mb));
  const step = most > 40 ? 20 : 5;
  const ticks = Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
  const { say, title } = KINDS[varied];
  return {
    label: `Memory by ${title}: ${points.map(([value, mb]) => `${say(value)} ${mb} MB`).join(', ')}`,
    height: 260,
    x: axisOf(varied, rows),
    y: { from: 0, to: ticks[ticks.length - 1], ticks, say: (mb) => `${mb} MB` },
    lines: [{ name: 'measured', kind: 'group', points }],
  };
}

/** @param {Demo} _demo */
function table(_demo) {
  /** @type {(string | number)[][]} */
  const rows = costs.map(({ varied, value, milliseconds, megabytes, published }) => [
    ...[KINDS[varied].title, value, milliseconds, megabytes, published, ''],
  ]);
  for (const { size, milliseconds } of timing.measured.value) {
    const [varied, value] = valueOf(size);
    const title = KINDS[varied].title;
    const row = rows.find(([a, b]) => a === title && b === value);
    if (row) row[5] = milliseconds;
    else rows.push([title, value, '', '', '', milliseconds]);
  }
  const measured = ['Measured, ms', 'Memory, MB', 'Published law, ms', 'On this device, ms'];
  return { columns: ['More of', 'Value', ...measured], rows };
}
