// From the maps of the drawing to those of the turned one: each map's place moves on by one, and the last one's comes first.

import { addSvg } from '../../ui/svg.js';

/** The last reaches so far beyond the columns. */
const OUT = 8;
const [HEIGHT, HEAD] = [34, 5];

export const style = `
.lifting .arrows { grid-column: 2 / -1; min-width: 0; }
.lifting .arrows svg { display: block; width: 100%; height: ${HEIGHT}px; overflow: visible; }
.lifting .arrows .line { fill: none; stroke: var(--gsa-accent); stroke-width: 1.5; }
.lifting .arrows .dashed { stroke-dasharray: 3 3; }
.lifting .arrows .tip { fill: var(--gsa-accent); }
.lifting .way > span { color: var(--gsa-accent); font-weight: 650; }
.lifting .way[data-hidden] { display: none; }
@container (max-width: 559px) { .lifting .arrows { grid-column: 1 / -1; } }
@media (forced-colors: active) {
  .lifting .arrows .line { stroke: CanvasText; }
  .lifting .arrows .tip { fill: CanvasText; }
}
`;

/** @param {HTMLElement} holder  as wide as the columns @param {number} count  of columns; of fewer than four there is no next one @param {number} width */
export function drawWay(holder, count, width) {
  holder.replaceChildren();
  if (count < 4) return;
  const svg = addSvg(holder, 'svg', { viewBox: `0 0 ${width} ${HEIGHT}` });
  const pitch = width / count;
  const end = HEIGHT - HEAD;
  for (let i = 0; i < count; i++) {
    const at = (i + 0.5) * pitch;
    const [high, low] = [0.3 * HEIGHT, 0.7 * HEIGHT];
    // Beyond the last column is the first.
    const d =
      i === 0
        ? `M${-OUT} ${HEIGHT / 2}C${0.2 * pitch} ${HEIGHT / 2} ${at} ${high} ${at} ${end}`
        : `M${at - pitch} 2C${at - pitch} ${low} ${at} ${high} ${at} ${end}`;
    addSvg(svg, 'path', { class: `line ${i === 0 ? 'dashed' : ''}`, d });
    if (i === count - 1) {
      const out = `M${at} 2C${at} ${low} ${width - 0.2 * pitch} ${HEIGHT / 2} ${width + OUT} ${HEIGHT / 2}`;
      addSvg(svg, 'path', { class: 'line dashed', d: out });
    }
    const tip = `M${at - HEAD} ${end}h${2 * HEAD}L${at} ${HEIGHT + 2}Z`;
    addSvg(svg, 'path', { class: 'tip', d: tip });
  }
}
