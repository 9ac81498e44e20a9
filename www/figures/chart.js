// Charts of lines and points, drawn at the width that there is, so that letters keep their size.

import { add } from '../ui/dom.js';
import { addSvg } from '../ui/svg.js';

/**
 * An axis: what it goes from and to, where it has marks, and how these are written.
 *
 * @typedef {{ from: number, to: number, isLog?: boolean, ticks: readonly number[], say?: (tick: number) => string }} Axis
 */

/**
 * Points in their order, with a line through them. `kind` names its colour and marks in the style.
 *
 * @typedef {{ name: string, kind: string, points: readonly (readonly [number, number])[], isRing?: boolean, isDashed?: boolean, isSquare?: boolean }} Line
 */

/** @typedef {{ label: string, x: Axis, y: Axis, lines: readonly Line[], height?: number }} Chart */

/** Of the letters, in pixels: what is said below is for these, and grows with them. */
const LETTERS = 12;
/** How wide a digit is at most. */
const DIGIT = 8;
/** Round the plot: above, at the end (for names), below, at the start (for marks). */
const ROUND = [8, 68, 24, 44];
/** Between names, so that none covers another. */
const LINE_HEIGHT = 15;
/** Where there is no width yet. */
const USUAL_WIDTH = 420;

export const style = `
.chart { min-width: 0; }
.chart svg { display: block; width: 100%; overflow: visible; font-size: 12px; font-variant-numeric: tabular-nums; }
.chart .grid { stroke: var(--gsa-line); }
.chart text { fill: var(--gsa-muted); }
.chart .of { --of: var(--gsa-muted); }
.chart .of.z2 { --of: var(--gsa-other); } .chart .of.group { --of: var(--gsa-accent); } .chart .of.frames { --of: var(--gsa-third); }
.chart .of.here { --of: var(--gsa-ink); }
.chart .of text { fill: var(--of); font-weight: 650; }
.chart .of path { fill: none; stroke: var(--of); stroke-width: 1.75; }
.chart .of path.dashed { stroke-dasharray: 5 4; }
.chart .of :is(circle, .square) { fill: var(--of); stroke: var(--of); stroke-width: 2; }
.chart .of .ring { fill: var(--gsa-surface); }
@media (forced-colors: active) {
  .chart text, .chart .of text { fill: CanvasText; }
  .chart .of path, .chart .of :is(circle, .square) { stroke: CanvasText; }
  .chart .of :is(circle, .square):not(.ring) { fill: CanvasText; }
  .chart .of .ring { fill: Canvas; }
}
`;

/** Where a value lies on an axis, from 0 to 1. @param {Axis} axis @param {number} value */
export function share({ from, to, isLog }, value) {
  const of = (/** @type {number} */ x) => (isLog ? Math.log(x) : x);
  return (of(value) - of(from)) / (of(to) - of(from));
}

/** Heights, moved as little as keeps them apart; in the order given. @param {readonly number[]} wanted @param {number} least  between two */
export function spread(wanted, least) {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  for (let turn = 0; turn < 20 * wanted.length; turn++) {
    for (let k = 1; k < order.length; k++) {
      const short = least - (order[k].y - order[k - 1].y);
      if (short <= 0) continue;
      order[k - 1].y -= short / 2;
      order[k].y += short / 2;
    }
  }
  /** @type {number[]} */
  const placed = [];
  for (const { y, i } of order) placed[i] = y;
  return placed;
}

/**
 * A place for a chart, which is drawn by what it gives, and again where its width changes.
 *
 * @param {HTMLElement} root
 * @param {AbortSignal} signal
 * @returns {(chart: Chart) => void}
 */
export function addChart(root, signal) {
  const box = add(root, '<div class="chart"></div>');
  /** @type {Chart | null} */
  let shown = null;
  let drawn = 0;
  const redraw = () => {
    const width = box.clientWidth || USUAL_WIDTH;
    if (!shown || width === drawn) return;
    drawn = width;
    draw(box, shown, width);
  };
  if (typeof ResizeObserver === 'function') {
    const observer = new ResizeObserver(redraw);
    observer.observe(box);
    signal.addEventListener('abort', () => observer.disconnect());
  }
  return (chart) => {
    [shown, drawn] = [chart, 0];
    redraw();
  };
}

/** @param {HTMLElement} box @param {Chart} chart @param {number} width */
function draw(box, { label, x, y, lines, height = 220 }, width) {
  box.replaceChildren();
  const svg = addSvg(box, 'svg', { viewBox: `0 0 ${width} ${height}`, role: 'img' });
  svg.setAttribute('aria-label', label);
  svg.style.height = `${height}px`;
  const scale = Math.max(1, (parseFloat(getComputedStyle(svg).fontSize) || 0) / LETTERS);
  const [ABOVE, END, BELOW, START] = ROUND.map((pixels) => pixels * scale);
  const atX = (/** @type {number} */ value) => START + share(x, value) * (width - START - END);
  const atY = (/** @type {number} */ value) =>
    height - BELOW - share(y, value) * (height - ABOVE - BELOW);
  for (const tick of y.ticks) {
    const at = atY(tick);
    addSvg(svg, 'path', { class: 'grid', d: `M${START} ${at.toFixed(1)}H${width - END}` });
    const words = { x: START - 8, y: at + 4, 'text-anchor': 'end' };
    addSvg(svg, 'text', words).textContent = y.say?.(tick) ?? String(tick);
  }
  let end = -Infinity;
  for (const tick of x.ticks) {
    const text = x.say?.(tick) ?? String(tick);
    const [middle, half] = [atX(tick), (text.length * scale * DIGIT) / 2];
    // One that would cover its neighbour is left out.
    if (middle - half < end) continue;
    end = middle + half;
    const words = { x: middle, y: height - 6, 'text-anchor': 'middle' };
    addSvg(svg, 'text', words).textContent = text;
  }
  const named = lines.filter(({ name }, i) => lines.findIndex((l) => l.name === name) === i);
  const heights = spread(
    named.map(({ points }) => atY(/** @type {[number, number]} */ (points.at(-1))[1])),
    LINE_HEIGHT * scale,
  );
  for (const line of lines) {
    const group = addSvg(svg, 'g', { class: `of ${line.kind}` });
    const places = line.points.map(([a, b]) => [atX(a), atY(b)]);
    const d = places.map(([a, b]) => `${a.toFixed(1)} ${b.toFixed(1)}`).join('L');
    addSvg(group, 'path', { class: line.isDashed ? 'dashed' : 'solid', d: `M${d}` });
    for (const [a, b] of line.isDashed ? [] : places) mark(group, line, a, b);
    const at = named.indexOf(line);
    if (at < 0) continue;
    const words = { x: places[places.length - 1][0] + 9, y: heights[at] + 4 };
    addSvg(group, 'text', words).textContent = line.name;
  }
}

/** @param {Element} group @param {Pick<Line, 'isRing' | 'isSquare'>} line @param {number} x @param {number} y */
export function mark(group, { isRing, isSquare }, x, y) {
  const kind = isRing ? 'ring' : 'dot';
  const corner = `M${(x - 3.5).toFixed(2)} ${(y - 3.5).toFixed(2)}`;
  if (isSquare) addSvg(group, 'path', { class: `${kind} square`, d: `${corner}h7v7h-7z` });
  else addSvg(group, 'circle', { class: kind, cx: x, cy: y, r: isRing ? 4.5 : 4 });
}
