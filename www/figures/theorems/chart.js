// Errors against α, each step of ten as tall as any other.

import { addSvg, setAttributes } from '../../ui/svg.js';

/** @typedef {readonly (readonly [number, number])[]} Points */

/**
 * @typedef {object} Line
 * @property {string} kind  of its style
 * @property {Points} points
 * @property {string} text
 * @property {[number, number]} at  α and error where the text stands
 * @property {'start' | 'end'} [anchor]
 */

/** What is smaller is drawn there. */
const LEAST = 1e-8;
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 10, 12, 26];
const TENS = [0, -2, -4, -6, -8];
const RAISED = new Map([
  [-2, '10⁻²'],
  [-4, '10⁻⁴'],
  [-6, '10⁻⁶'],
  [-8, '10⁻⁸'],
]);

export const style = `
.errors-of-alpha { display: block; width: 100%; height: 220px; overflow: visible; }
.errors-of-alpha .grid { stroke: var(--gsa-line); }
.errors-of-alpha :is(.own, .solved, .fewer, .law) { fill: none; stroke: var(--gsa-accent); stroke-width: 2.5; stroke-linejoin: round; }
.errors-of-alpha .solved { stroke-dasharray: 2 4; }
.errors-of-alpha .fewer { stroke: var(--gsa-other); }
.errors-of-alpha .law { stroke: var(--gsa-muted); stroke-width: 1.5; stroke-dasharray: 5 4; }
.errors-of-alpha text.own, .errors-of-alpha text.solved { fill: var(--gsa-accent); stroke: none; font-weight: 650; }
.errors-of-alpha text.fewer { fill: var(--gsa-other); stroke: none; font-weight: 650; }
.errors-of-alpha text.law { fill: var(--gsa-muted); stroke: none; }
.errors-of-alpha .now { fill: var(--gsa-accent); stroke: var(--gsa-surface); stroke-width: 2; }
.errors-of-alpha .end { text-anchor: end; }
.errors-of-alpha .middle { text-anchor: middle; }
`;

/**
 * @param {SVGSVGElement} svg
 * @param {number} width
 * @param {number} most  the largest α
 * @param {Line[]} lines
 * @param {readonly [number, number] | null} now
 */
export function drawChart(svg, width, most, lines, now) {
  const height = 220;
  svg.replaceChildren();
  setAttributes(svg, { viewBox: `0 0 ${width} ${height}` });
  /** @param {number} alpha */
  const x = (alpha) => LEFT + (alpha / most) * (width - LEFT - RIGHT);
  /** @param {number} error */
  const y = (error) => {
    const tens = Math.log10(Math.max(LEAST, Math.min(2, error)));
    return TOP + (tens / TENS[TENS.length - 1]) * (height - TOP - BOTTOM);
  };
  for (const tens of TENS) {
    const at = y(10 ** tens);
    addSvg(svg, 'path', { class: 'grid', d: `M${LEFT} ${at.toFixed(1)}H${width - RIGHT}` });
    const label = addSvg(svg, 'text', { class: 'end', x: LEFT - 6, y: at + 4 });
    label.textContent = RAISED.get(tens) ?? '1';
  }
  for (let alpha = 0; alpha <= most; alpha += 4) {
    const label = addSvg(svg, 'text', { class: 'middle', x: x(alpha), y: height - 6 });
    label.textContent = alpha === 0 ? 'α = 0' : String(alpha);
  }
  for (const { kind, points } of lines) {
    const d = points.map(([alpha, error], i) => {
      return `${i === 0 ? 'M' : 'L'}${x(alpha).toFixed(1)} ${y(error).toFixed(1)}`;
    });
    if (d.length > 0) addSvg(svg, 'path', { class: kind, d: d.join('') });
  }
  for (const { kind, points, text, at, anchor } of lines) {
    if (points.length === 0) continue;
    const place = { x: x(at[0]), y: y(at[1]) };
    addSvg(svg, 'text', { class: `${kind} ${anchor ?? ''}`, ...place }).textContent = text;
  }
  if (now) addSvg(svg, 'circle', { class: 'now', cx: x(now[0]), cy: y(now[1]), r: 7 });
}
