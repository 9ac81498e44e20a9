// What the networks see.

import { Painter, drawPixels, paintGrey } from '../ui/canvas.js';
import { add, find } from '../ui/dom.js';
import { watch } from './watch.js';

/** @import { Demo } from '../state/demo.js' */

export const style = `
.seen-row { display: grid; grid-template-columns: auto 1fr; gap: 16px; align-items: center; }
.seen { width: 84px; height: 84px; border-radius: 8px; background: #000; image-rendering: pixelated; }
.seen-row p { color: var(--gsa-muted); font-size: 0.875rem; }
@container (max-width: 639px) {
  /* The answers stand right below the dial, where a hand that turns it does not hide them. */
  .seen-row { order: 1; }
}
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const row = add(
    root,
    `<div class="seen-row">
      <canvas class="seen" part="seen" role="img" aria-label="What the networks see"></canvas>
      <div>
        <h2>What the networks see</h2>
        <p>Your drawing as 28 × 28 grey pixels, centred by its weight, at a size that does not depend on the turn.</p>
      </div>
    </div>`,
  );
  const { seen } = demo.asking;
  const canvas = /** @type {HTMLCanvasElement} */ (find(row, '.seen'));
  const painter = new Painter(
    canvas,
    ({ context, size }) => {
      const pixels = seen.peek();
      if (pixels) drawPixels(context, paintGrey(pixels), 0, 0, size);
    },
    signal,
  );
  watch(signal, () => {
    void seen.value;
    painter.paint();
  });
}
