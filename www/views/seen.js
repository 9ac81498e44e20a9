// What the networks see.

import { Painter, drawPixels, paintGrey } from '../ui/canvas.js';
import { add, find, write } from '../ui/dom.js';
import { watch } from '../watch.js';

/** @import { Demo } from '../state/demo.js' */

export const style = `
.seen-row { position: absolute; left: 0; bottom: 0; pointer-events: none; }
.seen { display: block; width: 64px; height: 64px; border-radius: 4px; background: #000; image-rendering: pixelated; }
.seen-row p { margin-top: 2px; white-space: nowrap; color: var(--gsa-muted); font-size: 0.75rem; line-height: 1.2; }
@container (max-width: 460px) {
  .seen { width: 48px; height: 48px; }
}
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const row = add(
    root,
    `<div class="seen-row">
      <canvas class="seen" part="seen" role="img" aria-label="What the networks see: the drawing as 28 × 28 grey pixels"></canvas>
      <p></p>
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
    painter.invalidate();
  });
  const label = find(row, 'p');
  watch(signal, () => {
    const isRecorded = demo.networks.shown.value.some((network) => network.isRecorded.value);
    write(label, isRecorded ? 'recorded; live in a moment' : 'what they see');
  });
}
