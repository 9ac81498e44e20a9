// Signed numbers: purple above zero, green below, so that no sign is taken for a network.

import { Painter, drawPixels } from '../../ui/canvas.js';
import { oklch } from '../../ui/colour.js';
import { css, inkOn } from '../../ui/palette.js';

/** @import { Sheet } from '../../ui/canvas.js' */

const HUES = { above: 305, below: 150 };
const STEPS = 64;

/** Numbers to be painted, with the one that gets the last colour. @typedef {{ values: ArrayLike<number>, cols: number, limit: number }} Picture */

/** @type {Map<boolean, [number, number, number][]>} */
const tables = new Map();

/** From the most negative number through zero to the most positive. @param {boolean} dark */
function tableOf(dark) {
  let table = tables.get(dark);
  if (!table) {
    const [zero, end] = dark ? [0.25, 0.78] : [0.97, 0.42];
    table = Array.from({ length: 2 * STEPS + 1 }, (_, i) => {
      const t = i / STEPS - 1;
      const size = Math.abs(t);
      return oklch(
        zero + (end - zero) * size,
        0.16 * size ** 0.85,
        t < 0 ? HUES.below : HUES.above,
      );
    });
    tables.set(dark, table);
  }
  return table;
}

/** @param {number} value @param {number} limit @param {boolean} dark */
function rgbOf(value, limit, dark) {
  const t = limit > 0 ? Math.max(-1, Math.min(1, value / limit)) : 0;
  return tableOf(dark)[Math.round(STEPS * (t || 0)) + STEPS];
}

/** @param {number} value @param {number} limit @param {boolean} dark */
export function signedColour(value, limit, dark) {
  const colour = css(rgbOf(value, limit, dark));
  return { colour, ink: inkOn(colour) };
}

/** @param {Picture} picture @param {boolean} dark */
function paint({ values, cols, limit }, dark) {
  const image = new ImageData(cols, values.length / cols);
  for (let i = 0; i < values.length; i++) {
    image.data.set([...rgbOf(values[i], limit, dark), 255], 4 * i);
  }
  return image;
}

/**
 * Keeps a canvas painted.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {() => Picture | null} picture
 * @param {AbortSignal} signal
 * @returns {() => void} paints anew
 */
export function paintSigned(canvas, picture, signal) {
  const draw = (/** @type {Sheet} */ { context, size, dark }) => {
    const now = picture();
    if (now) drawPixels(context, paint(now, dark), 0, 0, size);
  };
  const painter = new Painter(canvas, draw, signal);
  return () => painter.invalidate();
}

/** The largest size of a number. @param {ArrayLike<number>} values */
export function largest(values) {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
}

/** As people write it. @param {number} value */
export function signedText(value) {
  return String(Math.round(value * 100) / 100).replace('-', '−');
}
