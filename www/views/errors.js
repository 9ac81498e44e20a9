// What is left over of the layer that is looked at, at every angle: a curve for each network, and below it what the pixel grid alone
// would leave. The axis is the scale of the difference pictures.

import { computed } from '@preact/signals-core';
import { normalise, quarterNear } from '../state/angle.js';
import {
  NEAR_UPRIGHT,
  apart,
  countFor,
  errorsNow,
  inOrder,
  missingOf,
  nearestTo,
} from '../state/errors.js';
import { add, find, write } from '../ui/dom.js';
import { formatError } from '../ui/format.js';
import { TICKS, placeOnScale } from '../ui/palette.js';
import { addSvg, setAttributes } from '../ui/svg.js';
import { turnByKey } from './dial.js';
import { nameAt } from '../state/names.js';
import { eachNetwork, near, placeOf, watch, widthOf } from '../watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { Point, Points } from '../state/errors.js'
 * @import { Network } from '../state/networks.js'
 * @import { Wants } from '../state/study.js'
 */

const HEIGHT = 216;
const MARGIN = { left: 34, right: 14, top: 16, bottom: 26 };
/** Fewer points than this are dots: lines between them would pass over what lies there. */
const DENSE = 24;
/** So many points tell whether the pixel grid weighs more near upright. */
const ENOUGH = 4;

export const style = `
.errors { display: grid; gap: 8px; min-width: 0; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); }
.errors .sub { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.errors .plot { position: relative; border-radius: 6px; cursor: pointer; touch-action: pan-y; -webkit-user-select: none; user-select: none; -webkit-tap-highlight-color: transparent; }
.errors svg { display: block; width: 100%; height: ${HEIGHT}px; overflow: visible; }
.errors .grid { stroke: var(--gsa-line); stroke-width: 1; }
.errors .mark { stroke: var(--gsa-muted); stroke-width: 1.5; }
.errors .mark.quarter { stroke: var(--gsa-ink); stroke-width: 2.5; }
.errors text { fill: var(--gsa-muted); font-size: 12px; font-variant-numeric: tabular-nums; }
.errors .curve { fill: none; stroke: var(--bar); stroke-width: 2.5; stroke-linejoin: round; }
.errors .floor { fill: none; stroke: var(--gsa-muted); stroke-width: 1.5; stroke-dasharray: 1 3; }
.errors .ground { fill: var(--gsa-muted); fill-opacity: 0.09; stroke: none; }
.errors .here { fill: var(--bar); stroke: var(--gsa-surface); stroke-width: 2; }
.errors .dots { fill: none; stroke: var(--bar); stroke-width: 5; stroke-linecap: round; }
.errors .coarse .curve { opacity: 0.6; }
/* Of another drawing or layer */
.errors .stale { opacity: 0.22; }
.errors .stale :is(.curve, .dots) { stroke: var(--gsa-muted); }
.errors .stale .here { visibility: hidden; }
.errors .hand line { stroke: var(--gsa-ink); stroke-width: 2; }
.errors .hand circle { fill: var(--gsa-ink); }
.errors .key { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 0.8125rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
.errors .key b { color: var(--bar); }
.errors .key svg { display: inline-block; width: 26px; height: 8px; margin-inline-end: 6px; vertical-align: middle; }
.errors .key > :first-child { order: 1; color: var(--gsa-muted); }
.errors .key small { color: var(--gsa-muted); font-size: inherit; }
.errors .near { min-height: 1.35em; color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.errors .other .curve { stroke-dasharray: 6 4; }
.errors .third .curve { stroke-dasharray: 9 3 2 3; }
@media (forced-colors: active) {
  .errors :is(.curve, .dots, .here) { stroke: CanvasText; }
  .errors .hand line { stroke: Highlight; }
}
`;

export const figure = { name: 'errors', title: 'What is left over, at every angle', table };

/** All angles, of the network that has the most to be asked. @type {Wants} */
export function wants(demo) {
  const [next] = demo.networks.loaded
    .peek()
    .map((network) => ({ network, angles: missingOf(demo, network) }))
    .sort((a, b) => b.angles.length - a.angles.length);
  if (!next || next.angles.length === 0) return null;
  const { layer } = demo.looking.viewOf(next.network);
  return { kind: 'curve', ...demo.subject, url: next.network.url, layer, angles: next.angles };
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const errors = add(
    root,
    `<figure class="errors" part="errors">
      <figcaption>
        <h3>${figure.title}</h3>
        <p class="sub"><i>|f(g·p) − g·f(p)| / |f(p)|</i> over all channels of <span class="layer"></span>. Click to turn there.</p>
      </figcaption>
      <div class="plot" role="slider" tabindex="0" aria-label="What is left over, by angle" aria-valuemin="0" aria-valuemax="359"></div>
      <p class="key"><span><svg viewBox="0 0 26 8" aria-hidden="true"><path class="floor" d="M0 4H26"/></svg>the pixel grid alone</span></p>
      <p class="near"></p>
    </figure>`,
  );
  const plot = find(errors, '.plot');
  const width = widthOf(plot, signal);
  const svg = addSvg(plot, 'svg', { 'aria-hidden': 'true' });
  const axes = addSvg(svg, 'g', {});
  const curves = addSvg(svg, 'g', {});
  const hand = addSvg(svg, 'g', { class: 'hand' });
  const foot = HEIGHT - MARGIN.bottom;
  addSvg(hand, 'line', { x1: 0, x2: 0, y1: MARGIN.top - 6, y2: foot });
  addSvg(hand, 'circle', { cx: 0, cy: MARGIN.top - 8, r: 6 });
  watch(signal, () => drawAxes(axes, width.value, turnsOf(demo)));
  eachNetwork(demo, signal, (network, index, life) => [
    mountCurve(curves, demo, network, index, width, life),
    mountKey(find(errors, '.key'), demo, network, index, life),
  ]);
  watch(signal, () => {
    const { angle } = demo.turning;
    hand.setAttribute('transform', `translate(${xOf(angle.value, width.value).toFixed(1)})`);
  });
  watch(signal, () => {
    const degrees = Math.round(demo.turning.angle.value) % 360;
    plot.setAttribute('aria-valuenow', String(degrees));
    plot.setAttribute('aria-valuetext', `${degrees}°. ${saidAt(demo).join('. ')}`);
  });
  watch(signal, () => {
    const { layers, at } = demo.looking;
    write(find(errors, '.layer'), layers.value[at.value.layer]?.name ?? 'the layer');
    const all = demo.networks.shown.value.map((network) => errorsNow(demo, network));
    const weighs = all.some((one) => one && gridWeighs(one.points));
    write(
      find(errors, '.near'),
      weighs
        ? `Near upright, to about ${NEAR_UPRIGHT}°, the pixel grid weighs more than the network does.`
        : '',
    );
  });
  listen(plot, demo, signal);
  demo.study.join(wants, near(errors, signal), signal);
}

/** @param {number} degrees @param {number} width */
function xOf(degrees, width) {
  return MARGIN.left + (degrees / 360) * (width - MARGIN.left - MARGIN.right);
}

/** @param {number} share */
function yOf(share) {
  const foot = HEIGHT - MARGIN.bottom;
  return foot - placeOnScale(share) * (foot - MARGIN.top);
}

/** The turns of the first network's group. @param {Demo} demo */
function turnsOf(demo) {
  const elements = demo.networks.shown.value.at(0)?.info.value?.group.elements ?? [];
  return new Set(elements.map(({ degrees }) => degrees));
}

/** @param {SVGElement} root @param {number} width @param {Set<number>} turns */
function drawAxes(root, width, turns) {
  root.replaceChildren();
  const foot = HEIGHT - MARGIN.bottom;
  for (const tick of TICKS) {
    const y = yOf(tick);
    addSvg(root, 'line', {
      class: 'grid',
      x1: MARGIN.left,
      x2: width - MARGIN.right,
      y1: y,
      y2: y,
    });
    const text = addSvg(root, 'text', { x: MARGIN.left - 6, y: y + 4, 'text-anchor': 'end' });
    text.textContent = String(tick);
  }
  const labels = width >= 440 ? 45 : 90;
  const places = new Set([...Array.from({ length: 9 }, (_, i) => 45 * i), ...turns]);
  if (turns.size > 0) places.add(360);
  for (const degrees of places) {
    const x = xOf(degrees, width);
    const isQuarter = degrees % 90 === 0;
    if (turns.has(degrees % 360) || isQuarter) {
      const name = isQuarter ? 'mark quarter' : 'mark';
      addSvg(root, 'line', { class: name, x1: x, x2: x, y1: foot, y2: foot + (isQuarter ? 6 : 4) });
    }
    if (degrees % labels !== 0) continue;
    const text = addSvg(root, 'text', { x, y: HEIGHT - 5, 'text-anchor': 'middle' });
    text.textContent = `${degrees}°`;
  }
}

/**
 * @param {SVGElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {number} index
 * @param {ReadonlySignal<number>} width
 * @param {AbortSignal} signal
 */
function mountCurve(root, demo, network, index, width, signal) {
  const group = addSvg(root, 'g', {});
  const ground = addSvg(group, 'path', { class: 'ground' });
  const floor = addSvg(group, 'path', { class: 'floor' });
  const curve = addSvg(group, 'path', { class: 'curve' });
  const dots = addSvg(group, 'path', { class: 'dots' });
  const here = addSvg(group, 'circle', { class: 'here', r: 5.5 });
  const points = computed(() => network.value?.errors.value?.points ?? NO_POINTS);
  const now = computed(() => errorsNow(demo, network.value));
  watch(signal, () => {
    const ordered = inOrder(points.value);
    const line = (/** @type {(point: Point) => number} */ value) =>
      ordered.length < DENSE ? '' : lineOf(ordered, value, width.value);
    const bottom = line(({ turn }) => turn.resampling);
    floor.setAttribute('d', bottom);
    const [from, to] = [
      ordered.at(0)?.degrees ?? 0,
      ordered.at(0)?.degrees === 0 ? 360 : (ordered.at(-1)?.degrees ?? 0),
    ];
    const feet = [to, from].map((degrees) => `L${xOf(degrees, width.value)} ${yOf(0)}`);
    ground.setAttribute('d', bottom && `${bottom}${feet.join('')}Z`);
    curve.setAttribute(
      'd',
      line(({ turn }) => turn.error),
    );
    dots.setAttribute('d', ordered.length < DENSE ? dotsOf(ordered, width.value) : '');
  });
  watch(signal, () => {
    const stale = points.value.size > 0 && !now.value;
    const wanted = network.value ? countFor(demo, network.value) : 0;
    const coarse = !!now.value && now.value.points.size < wanted;
    const names = [placeOf(index), stale && 'stale', coarse && 'coarse'];
    group.setAttribute('class', names.filter(Boolean).join(' '));
  });
  watch(signal, () => {
    const degrees = demo.turning.angle.value;
    const known = now.value && nearestTo(now.value.points, degrees);
    const visibility = known?.near ? 'visible' : 'hidden';
    const at = known?.near ? yOf(known.turn.error) : 0;
    setAttributes(here, { cx: xOf(degrees, width.value), cy: at, visibility });
  });
  return group;
}

/** @param {Point[]} points @param {number} width */
function dotsOf(points, width) {
  return points
    .map(
      ({ degrees, turn }) => `M${xOf(degrees, width).toFixed(1)} ${yOf(turn.error).toFixed(1)}h0`,
    )
    .join('');
}

/** @type {Points} */
const NO_POINTS = new Map();

/**
 * Through all that is known; where upright is, it is at both ends.
 *
 * @param {Point[]} points  in order
 * @param {(point: Point) => number} value
 * @param {number} width
 */
function lineOf(points, value, width) {
  if (points.length < 2) return '';
  const ends = points[0].degrees === 0 ? [...points, { ...points[0], degrees: 360 }] : points;
  const places = ends.map(
    (point) => `${xOf(point.degrees, width).toFixed(1)} ${yOf(value(point)).toFixed(1)}`,
  );
  return `M${places.join('L')}`;
}

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountKey(root, demo, network, index, signal) {
  const key = add(
    root,
    `<span class="${placeOf(index)}"><svg viewBox="0 0 26 8" aria-hidden="true"><path class="curve" d="M0 4H26"/></svg><b></b> <small></small></span>`,
  );
  watch(signal, () => {
    write(find(key, 'b'), nameAt(demo, index));
    write(find(key, 'small'), saidOf(demo, network.value));
  });
  return key;
}

/** What is known of a network where the dial stands. @param {Demo} demo @param {Network | undefined} network */
function saidOf(demo, network) {
  const now = errorsNow(demo, network);
  const known = now && nearestTo(now.points, demo.turning.angle.value);
  if (!known?.near) return '–';
  const { error, resampling } = known.turn;
  const degrees = Math.round(known.degrees * 10) / 10;
  return `${formatError(error)} at ${degrees}°, the pixel grid alone ${formatError(resampling)}`;
}

/** @param {Demo} demo */
function saidAt(demo) {
  return demo.networks.shown.value.map(
    (network, i) => `${demo.networks.names.value[i] ?? ''}: ${saidOf(demo, network)}`,
  );
}

/** Whether near upright most of what is left over is there with maps that are only turned forth and back. @param {Points} points */
export function gridWeighs(points) {
  const close = inOrder(points).filter(({ degrees }) => {
    const distance = apart(degrees, 0);
    return distance > 0 && distance < NEAR_UPRIGHT;
  });
  const sum = (/** @type {'error' | 'resampling'} */ which) =>
    close.reduce((total, { turn }) => total + turn[which], 0);
  return close.length >= ENOUGH && sum('resampling') > sum('error') / 2;
}

/** A click or a finger turns there; a swipe up or down scrolls the page. @param {HTMLElement} plot @param {Demo} demo @param {AbortSignal} signal */
function listen(plot, demo, signal) {
  const { turning } = demo;
  /** @type {number | null} */
  let held = null;
  /** @param {PointerEvent} event @param {boolean} finished */
  const turn = (event, finished) => {
    const box = plot.getBoundingClientRect();
    const inner = box.width - MARGIN.left - MARGIN.right;
    const share = (event.clientX - box.left - MARGIN.left) / inner;
    const degrees = Math.round(3600 * Math.min(1, Math.max(0, share))) / 10;
    turning.turn(normalise(quarterNear(degrees) ?? degrees), finished);
  };
  plot.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      held = event.pointerId;
      // A finger may be about to scroll: it turns once it moves sideways, or is lifted.
      if (event.pointerType === 'touch') return;
      event.preventDefault();
      plot.focus({ preventScroll: true });
      capture(plot, event);
      turn(event, false);
    },
    { signal },
  );
  plot.addEventListener('pointermove', (event) => held === event.pointerId && turn(event, false), {
    signal,
  });
  plot.addEventListener(
    'pointerup',
    (event) => {
      if (held !== event.pointerId) return;
      held = null;
      turn(event, true);
    },
    { signal },
  );
  plot.addEventListener(
    'pointercancel',
    (event) => (held = held === event.pointerId ? null : held),
    {
      signal,
    },
  );
  plot.addEventListener('keydown', (event) => turnByKey(demo, event), { signal });
}

/** @param {HTMLElement} element @param {PointerEvent} event */
function capture(element, event) {
  try {
    element.setPointerCapture(event.pointerId);
  } catch {
    // A synthetic pointer cannot be captured; turning works without.
  }
}

/** The numbers of the curves. @param {Demo} demo */
function table(demo) {
  const known = demo.networks.shown.value.map((network, i) => ({
    name: demo.networks.names.value[i] ?? '',
    points: errorsNow(demo, network)?.points ?? NO_POINTS,
  }));
  const columns = known.flatMap(({ name }) => [name, `${name}, the pixel grid alone`]);
  const angles = new Set(known.flatMap(({ points }) => [...points.keys()]));
  const rows = [...angles]
    .sort((a, b) => a - b)
    .map((degrees) => {
      /** @type {(string | number)[]} */
      const row = [degrees];
      for (const { points } of known) {
        const turn = points.get(degrees);
        row.push(turn?.error ?? '', turn?.resampling ?? '');
      }
      return row;
    });
  return { columns: ['Angle', ...columns], rows };
}
