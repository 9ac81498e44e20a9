// How many digits networks read right, turned by each angle: those that learnt upright ones only, on what they had never seen. Measured
// by `gsa eval --by-angle`; the numbers come with the list of networks.

import { computed, signal as signalOf } from '@preact/signals-core';
import { catalogue } from '../engine/catalogue.js';
import { normalise } from '../state/angle.js';
import { add, find, write } from '../ui/dom.js';
import { addSegments } from '../ui/segments.js';
import { addSvg } from '../ui/svg.js';
import { near, watch, widthOf } from '../watch.js';

/**
 * @import { ReadonlySignal, Signal } from '@preact/signals-core'
 * @import { Entry } from '../engine/catalogue.js'
 * @import { Demo } from '../state/demo.js'
 */

/** @typedef {Entry & { byAngle: NonNullable<Entry['byAngle']> }} Measured */
/** @typedef {keyof Measured['byAngle']} Subject */

/** Of the chart, in pixels. @typedef {{ width: number, height: number }} Size */

/** What was shown. @type {Record<Subject, string>} */
const SUBJECTS = {
  drawings: 'drawings by five writers unknown to them',
  digits: 'digits of MNIST’s test set',
};
/** Colours and lines, by what a network is built for. @type {Partial<Record<Entry['family'], string>>} */
const PLACES = { frames: 'main', ordinary: 'other', rotations: 'third' };
/** Where nothing says otherwise. */
const HEIGHT = 236;
const MARGIN = { left: 40, right: 12, top: 14, bottom: 26 };
/** Who guesses reads one of ten. */
const GUESSING = 10;

export const style = `
.by-angle { display: grid; gap: 8px; min-width: 0; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); }
.by-angle .sub { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.by-angle svg { display: block; width: 100%; height: var(--plot-height, ${HEIGHT}px); cursor: pointer; overflow: visible; }
.by-angle .grid { stroke: var(--gsa-line); }
.by-angle .mark { stroke: var(--gsa-ink); stroke-width: 2; }
.by-angle .guess { stroke: var(--gsa-muted); stroke-width: 1.5; stroke-dasharray: 1 3; }
.by-angle text { fill: var(--gsa-muted); font-size: 0.75rem; font-variant-numeric: tabular-nums; }
.by-angle .curve { fill: none; stroke: var(--bar); stroke-width: 2.5; stroke-linejoin: round; }
.by-angle .other .curve { stroke-dasharray: 6 4; }
.by-angle .third .curve { stroke-dasharray: 9 3 2 3; }
.by-angle .hand { stroke: var(--gsa-ink); stroke-width: 1.5; }
.by-angle .key { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 0.8125rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
.by-angle .key svg { display: inline-block; width: 26px; height: 8px; margin-inline-end: 6px; vertical-align: middle; }
.by-angle .key b { color: var(--bar); }
.by-angle .key small { font-size: inherit; }
@media (forced-colors: active) {
  .by-angle .curve { stroke: CanvasText; }
  .by-angle .hand { stroke: Highlight; }
}
`;

export const figure = { name: 'by-angle', title: 'Right answers, at every angle', table };

/** Of networks that were asked at all angles; null until the list is here. @type {Signal<Measured[] | null>} */
const measured = signalOf(null);
/** @type {Signal<Error | null>} */
const trouble = signalOf(null);
/** @type {Signal<Subject>} */
const subject = signalOf('drawings');

async function load() {
  if (measured.peek()) return;
  try {
    trouble.value = null;
    const known = await catalogue();
    measured.value = /** @type {Measured[]} */ (known.filter((entry) => entry.byAngle));
  } catch (error) {
    trouble.value = /** @type {Error} */ (error);
  }
}

/** The list is all it needs. */
export function isWhole() {
  return measured.value !== null;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const element = add(
    root,
    `<figure class="by-angle" part="by-angle">
      <figcaption>
        <h3>${figure.title}</h3>
        <p class="sub">Per cent of <span class="asked"></span>. The networks learnt upright ones alone. Click to turn there.</p>
      </figcaption>
      <div class="which"></div>
      <div class="plot" role="slider" tabindex="0" aria-label="Right answers, by angle" aria-valuemin="0" aria-valuemax="359"></div>
      <p class="key"></p>
    </figure>`,
  );
  const plot = find(element, '.plot');
  const svg = addSvg(plot, 'svg', { 'aria-hidden': 'true' });
  const width = widthOf(plot, signal);
  /** @type {ReadonlySignal<Size>} */
  const size = computed(() => ({ width: width.value, height: plot.clientHeight || HEIGHT }));
  const axes = addSvg(svg, 'g', {});
  watch(signal, () => drawAxes(axes, size.value));
  const curves = addSvg(svg, 'g', {});
  const hand = addSvg(svg, 'line', { class: 'hand', x1: 0, x2: 0, y1: MARGIN.top - 8 });
  watch(signal, () => hand.setAttribute('y2', String(size.value.height - MARGIN.bottom)));
  const isNear = near(element, signal);
  watch(signal, () => {
    if (isNear.value) load();
  });
  const { show } = addSegments(
    find(element, '.which'),
    'What they are asked',
    { drawings: 'drawings', digits: 'digits' },
    (which) => (subject.value = which),
    signal,
    false,
  );
  watch(signal, () => {
    write(find(element, '.asked'), SUBJECTS[subject.value]);
    show(subject.value);
    drawCurves(curves, measured.value ?? [], subject.value, size.value);
  });
  watch(signal, () => {
    const degrees = demo.turning.angle.value;
    hand.setAttribute('transform', `translate(${xOf(degrees, width.value).toFixed(1)})`);
    const said = (measured.value ?? []).map((entry) => ({ entry, ...at(entry, degrees) }));
    writeKey(find(element, '.key'), said, trouble.value);
    plot.setAttribute('aria-valuenow', String(Math.round(degrees) % 360));
    const texts = said.map(
      ({ entry, near: angle, right }) => `${entry.title} ${right} % at ${angle}°`,
    );
    plot.setAttribute('aria-valuetext', texts.join('. '));
  });
  plot.addEventListener(
    'click',
    (event) => {
      const box = svg.getBoundingClientRect();
      const inner = box.width - MARGIN.left - MARGIN.right;
      const share = (event.clientX - box.left - MARGIN.left) / inner;
      const step = 360 / STEPS;
      demo.turning.turn(
        normalise(step * Math.round((Math.min(1, Math.max(0, share)) * 360) / step)),
      );
    },
    { signal },
  );
  plot.addEventListener('keydown', (event) => byKey(demo, event), { signal });
}

/** So many angles were asked. */
const STEPS = 24;

/** @param {Demo} demo @param {KeyboardEvent} event */
function byKey(demo, event) {
  const step = 360 / STEPS;
  const by = { ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step }[event.key];
  if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const now = Math.round(demo.turning.angle.peek() / step) * step;
  demo.turning.turn(normalise(now + by));
}

/** @param {number} degrees @param {number} width */
function xOf(degrees, width) {
  return MARGIN.left + (degrees / 360) * (width - MARGIN.left - MARGIN.right);
}

/** @param {number} percent @param {number} height */
function yOf(percent, height) {
  const foot = height - MARGIN.bottom;
  return foot - (percent / 100) * (foot - MARGIN.top);
}

/** @param {SVGElement} svg @param {Size} size */
function drawAxes(svg, { width, height }) {
  svg.replaceChildren();
  const [from, to, foot] = [MARGIN.left, width - MARGIN.right, height - MARGIN.bottom];
  for (const percent of [0, 25, 50, 75, 100]) {
    const y = yOf(percent, height);
    addSvg(svg, 'line', { class: 'grid', x1: from, x2: to, y1: y, y2: y });
    const text = addSvg(svg, 'text', { x: from - 6, y: y + 4, 'text-anchor': 'end' });
    text.textContent = String(percent);
  }
  const y = yOf(GUESSING, height);
  addSvg(svg, 'line', { class: 'guess', x1: from, x2: to, y1: y, y2: y });
  for (const degrees of [0, 90, 180, 270, 360]) {
    const x = xOf(degrees, width);
    addSvg(svg, 'line', { class: 'mark', x1: x, x2: x, y1: foot, y2: foot + 6 });
    const text = addSvg(svg, 'text', { x, y: height - 4, 'text-anchor': 'middle' });
    text.textContent = `${degrees}°`;
  }
}

/** @param {SVGElement} root @param {Measured[]} entries @param {Subject} which @param {Size} size */
function drawCurves(root, entries, which, { width, height }) {
  root.replaceChildren();
  for (const { byAngle, family } of entries) {
    const group = addSvg(root, 'g', { class: PLACES[family] ?? 'third' });
    // Upright stands at both ends.
    const all = [...byAngle[which], byAngle[which][0]];
    const places = all.map(
      (percent, i) =>
        `${xOf((360 * i) / STEPS, width).toFixed(1)} ${yOf(percent, height).toFixed(1)}`,
    );
    addSvg(group, 'path', { class: 'curve', d: `M${places.join('L')}` });
  }
}

/** What a network reads at the angle asked that is nearest. @param {Measured} entry @param {number} degrees */
function at({ byAngle }, degrees) {
  const i = Math.round((degrees * STEPS) / 360) % STEPS;
  return { near: (360 * i) / STEPS, right: byAngle[subject.value][i] };
}

/** @param {HTMLElement} key @param {{ entry: Measured, near: number, right: number }[]} said @param {Error | null} error */
function writeKey(key, said, error) {
  key.replaceChildren();
  if (error) write(key, error.message);
  for (const { entry, near: angle, right } of said) {
    const one = add(
      key,
      `<span class="${PLACES[entry.family] ?? 'third'}"><svg viewBox="0 0 26 8" aria-hidden="true"><path class="curve" d="M0 4H26"/></svg><b></b> <small></small></span>`,
    );
    write(find(one, 'b'), entry.title);
    write(find(one, 'small'), `${right.toFixed(1)} % at ${angle}°`);
  }
  if (said.length > 0) {
    add(
      key,
      '<span><svg viewBox="0 0 26 8" aria-hidden="true"><path class="guess" d="M0 4H26"/></svg>guessing</span>',
    );
  }
}

/** Both, whichever is drawn. */
function table() {
  const entries = measured.value ?? [];
  const all = entries.flatMap(({ title, byAngle }) =>
    /** @type {Subject[]} */ (Object.keys(SUBJECTS)).map((which) => ({
      column: `${title}, ${which}, right %`,
      values: byAngle[which],
    })),
  );
  const rows = (all[0]?.values ?? []).map((_, i) => [
    (360 * i) / STEPS,
    ...all.map(({ values }) => values[i]),
  ]);
  return { columns: ['Angle', ...all.map(({ column }) => column)], rows };
}
