// Where each head looks: nine cells for a head, in each a square as large as its share.

import { addSvg, setAttributes } from '../../ui/svg.js';

const [CELL, GAP, BLOCK_GAP] = [11, 5, 13];
const HEAD = 3 * CELL;
const BLOCK = 3 * HEAD + 2 * GAP;

export const style = `
.heads-of { display: block; width: 100%; }
.heads-of .head { fill: var(--gsa-sunken); stroke: var(--gsa-line-strong); stroke-width: 0.75; }
.heads-of .head[data-gone] { stroke: var(--gsa-other); stroke-width: 2; stroke-dasharray: 4 3; }
.heads-of .share { fill: var(--gsa-accent); }
@media (forced-colors: active) { .heads-of .share { fill: CanvasText; } }
`;

/**
 * Of heads for several elements, each block of nine shows the window at its own element.
 *
 * @param {SVGSVGElement} svg
 * @param {ArrayLike<number>} patterns  `[heads, keys]`
 * @param {number} heads
 * @param {number | null} gone  the one that is taken away
 */
export function drawHeads(svg, patterns, heads, gone) {
  const keys = patterns.length / heads;
  const blocks = heads / 9;
  const across = blocks > 1 ? 2 : 1;
  const size = across * BLOCK + (across - 1) * BLOCK_GAP;
  svg.replaceChildren();
  setAttributes(svg, { viewBox: `-1 -1 ${size + 2} ${size + 2}` });
  for (let head = 0; head < heads; head++) {
    const block = Math.floor(head / 9);
    const [row, col] = [Math.floor((head % 9) / 3), head % 3];
    const left = (block % 2) * (BLOCK + BLOCK_GAP) + col * (HEAD + GAP);
    const top = Math.floor(block / 2) * (BLOCK + BLOCK_GAP) + row * (HEAD + GAP);
    const box = addSvg(svg, 'rect', { class: 'head', x: left, y: top, width: HEAD, height: HEAD });
    if (head === gone) box.setAttribute('data-gone', '');
    for (let cell = 0; cell < 9; cell++) {
      const share = patterns[head * keys + (keys > 9 ? block * 9 : 0) + cell];
      const side = Math.sqrt(share) * (CELL - 1);
      if (side < 0.4) continue;
      const [x, y] = [left + ((cell % 3) + 0.5) * CELL, top + (Math.floor(cell / 3) + 0.5) * CELL];
      addSvg(svg, 'rect', {
        class: 'share',
        ...{ x: x - side / 2, y: y - side / 2, width: side, height: side },
      });
    }
  }
}
