// From the maps of the drawing to those of the turned one: each map's place moves on by one, and the last one's comes first.

import { addSvg } from '../../ui/svg.js';

const [HEIGHT, HEAD] = [34, 5];

export const style = `
.lifting .arrows { grid-column: 2 / -1; min-width: 0; }
.lifting .arrows svg { display: block; width: 100%; height: ${HEIGHT}px; overflow: visible; }
.lifting .arrows .line { fill: none; stroke: var(--gsa-accent); stroke-width: 1.5; }
.lifting .arrows .dashed { stroke-dasharray: 3 3; }
.lifting .arrows .tip { fill: var(--gsa-accent); }
.lifting .way > span { color: var(--gsa-accent); font-weight: 650; }
.lifting .way[data-hidden] { visibility: hidden; }
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
  /** @param {number} from @param {number} to @param {string} kind */
  const line = (from, to, kind) => {
    const d = `M${from} 2C${from} ${0.7 * HEIGHT} ${to} ${0.3 * HEIGHT} ${to} ${end}`;
    addSvg(svg, 'path', { class: `line ${kind}`, d });
  };
  for (let i = 0; i < count; i++) {
    const at = (i + 0.5) * pitch;
    // Beyond the last column is the first.
    line(at - pitch, at, i === 0 ? 'dashed' : '');
    if (i === count - 1) line(at, at + pitch, 'dashed');
    const tip = `M${at - HEAD} ${end}h${2 * HEAD}L${at} ${HEIGHT + 2}Z`;
    addSvg(svg, 'path', { class: 'tip', d: tip });
  }
}
