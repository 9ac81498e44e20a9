// The answers all round as a figure of its own: one control that is clicked, dragged, and turned by keys, with the drawing in the
// middle and the counts in words below.

import { normalise } from '../state/angle.js';
import { cellsOf, missingOf, uprightOf } from '../state/round.js';
import { pathOf } from '../state/strokes.js';
import { bearing, countKept, place } from '../ui/circle.js';
import { add, find, write } from '../ui/dom.js';
import { describeAngle, formatShare } from '../ui/format.js';
import { addSvg, setAttributes } from '../ui/svg.js';
import { turnByKey } from './dial.js';
import { ANGLES, RADII, mount as mountPolar, wants } from './polar.js';
import { nameAt } from '../state/names.js';
import { eachNetwork, placeOf, watch } from '../watch.js';

/**
 * @import { Demo } from '../state/demo.js'
 * @import { Network } from '../state/networks.js'
 * @import { Table } from './figures.js'
 */

export { wants };

/** Near a quarter turn, where equivariance is exact, dragging holds on to it. */
const HOLD_DEGREES = 3;
/** What the rings are called, by how many there are; one needs no name. */
const RINGS = [[], ['inner', 'outer'], ['inner', 'middle', 'outer']];
/** Beyond the knob begins what is no part of the circle. */
const EDGE = RADII.knob + 22;

export const figure = { name: 'polar', title: 'Answers all round', table };

export const style = `
.polar-figure { display: grid; gap: 10px; justify-items: center; }
.polar-face { position: relative; width: min(100%, 536px); aspect-ratio: 1; border-radius: 50%; cursor: pointer; touch-action: pan-y; -webkit-user-select: none; user-select: none; -webkit-tap-highlight-color: transparent; }
.polar .paper { fill: var(--gsa-surface); stroke: var(--gsa-line-strong); stroke-width: 1; }
.polar .ink { fill: none; stroke: var(--gsa-ink); stroke-width: 0.062; stroke-linecap: round; stroke-linejoin: round; }
.polar .hand { stroke: var(--gsa-ink); stroke-width: 2; }
.polar .hand-end { fill: var(--gsa-ink); stroke: var(--gsa-surface); stroke-width: 2; }
.polar .hand-angle { fill: var(--gsa-ground); font-size: 13px; font-weight: 700; text-anchor: middle; dominant-baseline: central; font-variant-numeric: tabular-nums; }
.polar-grip { position: absolute; width: 44px; height: 44px; margin: -22px; border-radius: 50%; cursor: grab; touch-action: none; }
.polar-grip:active { cursor: grabbing; }
.polar-words { width: min(100%, 536px); display: grid; gap: 2px; font-size: 0.9375rem; }
.polar-words b { color: var(--bar, inherit); }
.polar-words .how { color: var(--gsa-muted); font-size: 0.8125rem; }
@container (max-width: 460px) {
  .polar .hand-end { r: 30px; }
  .polar .hand-angle { font-size: 22px; }
}
@media (forced-colors: active) {
  .polar .hand-end { fill: Highlight; }
  .polar .hand-angle { fill: HighlightText; }
}
`;

/** Whether every network has been asked as far round as it is. @param {Demo} demo */
export function isWhole({ networks, rounds }) {
  return networks.loaded.value.every(
    (network) => missingOf(network.round.value, rounds.anglesOf(network)).length === 0,
  );
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const element = add(
    root,
    `<div class="polar-figure">
      <div class="polar-face" part="dial" role="slider" tabindex="0" aria-label="Turn the drawing, and read the answers there" aria-valuemin="0" aria-valuemax="359">
      </div>
    </div>`,
  );
  const face = find(element, '.polar-face');
  draw(face, demo, signal);
  const grip = add(face, '<div class="polar-grip" part="knob"></div>');
  listen(face, grip, demo, signal);
  watch(signal, () => {
    const degrees = demo.turning.angle.value;
    const { x, y } = place(degrees, (50 * RADII.knob) / RADII.half);
    Object.assign(grip.style, { left: `${50 + x}%`, top: `${50 + y}%` });
    face.setAttribute('aria-valuenow', String(Math.round(degrees) % 360));
    face.setAttribute('aria-valuetext', describeHere(demo));
  });
  mountBesidePad(element, demo, signal);
}

/** What the rings say, in words: all of it where a pad with its dial stands beside it. @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mountBesidePad(root, demo, signal) {
  const element = add(root, '<div class="polar-words"><div></div></div>');
  const words = /** @type {HTMLElement} */ (element.firstElementChild);
  eachNetwork(demo, signal, (network, index, life) => {
    const line = add(words, `<p class="${placeOf(index)}"><b></b><span></span></p>`);
    watch(life, () => {
      write(find(line, 'b'), nameAt(demo, index));
      const ring = RINGS[demo.networks.shown.value.length - 1]?.[index];
      const count = demo.isUntaught.value
        ? 'random weights, answers mean nothing'
        : network.value
          ? describeCount(network.value)
          : '';
      write(find(line, 'span'), `${ring ? ` (${ring} ring)` : ''}: ${count}`);
    });
    return [line];
  });
  add(element, '<p class="how">Thick: read as upright. Line: how sure of that.</p>');
}

/**
 * The picture: circle, drawing and hand in one drawing that can be taken away.
 *
 * @param {HTMLElement} root  a square
 * @param {Demo} demo
 * @param {AbortSignal} signal
 * @returns {SVGSVGElement}
 */
export function draw(root, demo, signal) {
  const svg = mountPolar(root, demo, signal);
  // The control round it says what is where the hand points.
  svg.removeAttribute('role');
  svg.setAttribute('aria-hidden', 'true');
  const middle = addSvg(svg, 'g', {});
  addSvg(middle, 'circle', { class: 'paper', r: RADII.pad });
  const turned = addSvg(middle, 'g', {});
  const size = 2 * RADII.pad;
  const ink = addSvg(turned, 'path', {
    class: 'ink',
    transform: `scale(${size}) translate(-0.5 -0.5)`,
  });
  const hand = addSvg(svg, 'line', { class: 'hand' });
  const end = addSvg(svg, 'circle', { class: 'hand-end', r: 20 });
  const angle = addSvg(svg, 'text', { class: 'hand-angle' });
  watch(signal, () => ink.setAttribute('d', pathOf(demo.drawing.strokes.value)));
  watch(signal, () => {
    const degrees = demo.turning.angle.value;
    turned.setAttribute('transform', `rotate(${(-degrees).toFixed(2)})`);
    const [from, to] = [RADII.unsure, RADII.knob].map((radius) => place(degrees, radius));
    setAttributes(hand, { x1: from.x, y1: from.y, x2: to.x, y2: to.y });
    setAttributes(end, { cx: to.x, cy: to.y });
    setAttributes(angle, to);
    write(angle, `${Math.round(degrees) % 360}°`);
  });
  return svg;
}

/**
 * @param {HTMLElement} face  the square that holds the circle
 * @param {HTMLElement} grip  the end of the hand, which a finger can drag
 * @param {Demo} demo
 * @param {AbortSignal} signal
 */
function listen(face, grip, demo, signal) {
  const { turning } = demo;
  /** The pointer that turns, and how far from the hand it took hold. @type {{ id: number, offset: number } | null} */
  let held = null;
  /** A finger beside the grip: a tap turns there, a swipe scrolls the page. @type {number | null} */
  let tap = null;
  /** @param {PointerEvent} event */
  const locate = ({ clientX, clientY }) => {
    const box = face.getBoundingClientRect();
    const [x, y] = [clientX - box.left - box.width / 2, clientY - box.top - box.height / 2];
    const radius = (Math.hypot(x, y) / box.width) * 2 * RADII.half;
    return { degrees: bearing(x, y), isInside: radius <= EDGE };
  };
  /** @param {number} degrees @param {boolean} finished */
  const turn = (degrees, finished) => {
    const quarter = Math.round(degrees / 90) * 90;
    const kept = Math.abs(degrees - quarter) <= HOLD_DEGREES ? quarter : degrees;
    turning.turn(normalise(Math.round(kept * 10) / 10), finished);
  };
  /** @param {PointerEvent} event */
  const down = (event) => {
    if (!event.isPrimary || event.button !== 0 || held) return;
    const { degrees, isInside } = locate(event);
    const onGrip = event.target === grip;
    if (!onGrip && !isInside) return;
    if (!onGrip && event.pointerType === 'touch') {
      tap = event.pointerId;
      return;
    }
    event.preventDefault();
    face.focus({ preventScroll: true });
    try {
      face.setPointerCapture(event.pointerId);
    } catch {
      // A synthetic pointer cannot be captured; turning works without.
    }
    held = { id: event.pointerId, offset: onGrip ? degrees - turning.angle.peek() : 0 };
    if (!onGrip) turn(degrees, false);
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    if (held?.id !== event.pointerId) return;
    // A button let go of where nothing was heard of it.
    if (event.buttons === 0) up(event);
    else turn(locate(event).degrees - held.offset, false);
  };
  /** @param {PointerEvent} event */
  const up = (event) => {
    if (held?.id === event.pointerId) turning.turn(turning.angle.peek());
    else if (tap === event.pointerId && event.type === 'pointerup')
      turn(locate(event).degrees, true);
    held = tap = null;
  };
  face.addEventListener('pointerdown', down, { signal });
  face.addEventListener('pointermove', move, { signal });
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture'])) {
    face.addEventListener(type, up, { signal });
  }
  face.addEventListener('keydown', (event) => turnByKey(demo, event), { signal });
}

/** What each network says where the hand points, as far as it has been asked. @param {Demo} demo */
function describeHere(demo) {
  const { turning, networks, isUntaught } = demo;
  const degrees = turning.angle.value;
  if (isUntaught.value) return describeAngle(degrees);
  const said = networks.shown.value.map(({ round }, i) => {
    const cells = cellsOf(round.value, ANGLES);
    const here = cells[Math.round((degrees / 360) * ANGLES) % ANGLES];
    const name = nameAt(demo, i);
    if (!here) return `${name} not asked yet`;
    return `${name} reads ${here.digit}, ${formatShare(here.probabilities[here.digit])}`;
  });
  return [describeAngle(degrees), ...said].join('; ');
}

/** @param {Network} network */
function describeCount({ round }) {
  const upright = uprightOf(round.value);
  if (!upright) return 'not asked yet';
  const { asked, kept } = countKept(cellsOf(round.value, ANGLES));
  return `still ${upright.digit} at ${kept} of ${asked} angles`;
}

/** @param {Demo} demo @returns {Table} */
function table({ networks, isUntaught }) {
  const columns = ['Angle'];
  if (isUntaught.value) return { columns, rows: [] };
  const all = networks.shown.value.map(({ round }) => cellsOf(round.value, ANGLES));
  for (const [i, cells] of all.entries()) {
    const name = networks.names.value[i];
    columns.push(
      `${name} reads`,
      `${name}: probability of ${cells[0]?.digit ?? 'its upright answer'}`,
    );
  }
  /** @type {(string | number)[][]} */
  const rows = [];
  for (let cell = 0; cell < ANGLES; cell++) {
    const said = all.map((cells) => ({ here: cells[cell], upright: cells[0] }));
    if (!said.some(({ here }) => here)) continue;
    const numbers = said.flatMap(({ here, upright }) => [
      here?.digit ?? '',
      here && upright ? rounded(here.probabilities[upright.digit]) : '',
    ]);
    rows.push([(360 * cell) / ANGLES, ...numbers]);
  }
  return { columns, rows };
}

/** To a ten-thousandth, which is more than one sees. @param {number} p */
function rounded(p) {
  return Math.round(1e4 * p) / 1e4;
}
