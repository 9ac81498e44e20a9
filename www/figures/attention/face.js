// A clock of windows as a picture: a window for each key element, at its angle round the digit. The area of a square is its share.

import { place } from '../../ui/circle.js';
import { drawPixels } from '../../ui/canvas.js';
import { hatch, paintSquares, shade } from '../window.js';

/**
 * @import { Gaze, Looked } from '../../engine/requests/attention.js'
 * @import { Sheet } from '../../ui/canvas.js'
 */

/** A square by its middle and its side, as shares of the face. @typedef {{ x: number, y: number, side: number }} Square */

/** @typedef {{ digit: Square, windows: Square[], radius: number }} Layout */

/**
 * @typedef {object} Scene
 * @property {Looked} looked
 * @property {Gaze} gaze
 * @property {number[][] | null} shares  none while they are only predicted
 * @property {number[][] | null} ghosts  what was predicted
 * @property {number} most  the share whose square fills a cell
 * @property {number} element  of the output
 * @property {boolean} framed  whether it looks at itself alone
 * @property {number} swing  how far the ghosts still are from where they belong, in quarter turns clockwise
 * @property {string} ink  name of the colour of shares
 */

/** Smaller than this a ghost is a speck, in pixels of the page. */
const LEAST_GHOST = 4;

/** Where everything stands. @param {Looked['elements']} elements @param {number} keys @returns {Layout} */
export function layoutOf(elements, keys) {
  if (keys < 2) {
    const [digit, window] = [0.27, 0.73].map((x) => ({ x, y: 0.5, side: 0.36 }));
    return { digit, windows: [window], radius: 0 };
  }
  const rotations = elements.filter(({ mirror }) => !mirror).length;
  const [radius, side, digit] =
    keys <= 4 ? [0.325, 0.25, 0.3] : keys <= 8 ? [0.355, 0.18, 0.32] : [0.405, 0.12, 0.43];
  const windows = elements.slice(0, keys).map(({ degrees, mirror }) => {
    const { x, y } = place(degrees + (mirror ? 180 / rotations : 0), radius);
    return { x: 0.5 + x, y: 0.5 + y, side };
  });
  return { digit: { x: 0.5, y: 0.5, side: digit }, windows, radius };
}

/** @param {Sheet} sheet @param {Scene} scene */
export function paintFace({ context, size, colour, dark }, scene) {
  const { looked, gaze, shares, ghosts, swing } = scene;
  const { digit, windows, radius } = layoutOf(looked.elements, looked.keys);
  const unit = size / context.canvas.clientWidth || 1;
  const line = Math.max(1, Math.round(unit));
  context.lineWidth = line;
  context.strokeStyle = colour('line-strong');
  context.beginPath();
  context.arc(size / 2, size / 2, radius * size, 0, 2 * Math.PI);
  context.stroke();
  swung(context, size, swing, () => paintDigit(context, size, digit, scene, colour, dark, line));
  windows.forEach((window, key) => {
    const isLit = !scene.framed || key === scene.element;
    context.globalAlpha = isLit ? 1 : 0.4;
    const cells = cellsOf(window, looked.window, size);
    context.fillStyle = colour('surface');
    context.fillRect(cells.x, cells.y, cells.whole, cells.whole);
    if (swing === 0) paintInk(context, cells, gaze.ink, colour, dark, line);
    context.lineWidth = line;
    context.strokeStyle = colour('line-strong');
    context.strokeRect(cells.x, cells.y, cells.whole, cells.whole);
    context.globalAlpha = 1;
    if (shares && swing === 0) {
      context.fillStyle = colour(scene.ink);
      paintSquares(cells, shares[key], scene.most, (x, y, side) => {
        context.fillRect(x, y, side, side);
      });
    }
    if (swing === 0) paintMiddle(context, cells, colour, unit);
  });
  if (!ghosts) return;
  swung(context, size, swing, () => {
    context.strokeStyle = colour('ink');
    context.lineWidth = 1.5 * unit;
    context.setLineDash([3 * unit, 2 * unit]);
    windows.forEach((window, key) => {
      const cells = cellsOf(window, looked.window, size);
      if (swing > 0) context.strokeRect(cells.x, cells.y, cells.whole, cells.whole);
      paintSquares(cells, ghosts[key], scene.most, (x, y, side) => {
        if (side >= LEAST_GHOST * unit) context.strokeRect(x, y, side, side);
      });
    });
    context.setLineDash([]);
  });
}

/** Draws something that has still to swing on. @param {CanvasRenderingContext2D} context @param {number} size @param {number} quarters @param {() => void} draw */
function swung(context, size, quarters, draw) {
  context.save();
  context.translate(size / 2, size / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.translate(-size / 2, -size / 2);
  draw();
  context.restore();
}

/** A window in whole pixels. @param {Square} window @param {number} count @param {number} size */
function cellsOf(window, count, size) {
  const cell = Math.max(1, Math.round((window.side * size) / count));
  const whole = cell * count;
  const [x, y] = [window.x, window.y].map((at) => Math.round(at * size - whole / 2));
  return { x, y, cell, whole, count };
}

/** @typedef {ReturnType<typeof cellsOf>} Cells */

/**
 * The digit under the window as shades, and as hatching what is no pixel of the picture.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Cells} cells
 * @param {number[]} ink
 * @param {Sheet['colour']} colour
 * @param {boolean} dark
 * @param {number} line
 */
function paintInk(context, { x, y, cell, count }, ink, colour, dark, line) {
  ink.forEach((value, k) => {
    const [left, top] = [x + (k % count) * cell, y + Math.floor(k / count) * cell];
    if (Number.isNaN(value)) hatch(context, left, top, cell, colour('muted'), line);
    else {
      context.fillStyle = shade(value, dark);
      context.fillRect(left, top, cell, cell);
    }
  });
  context.fillStyle = colour('line');
  for (let i = 1; i < count; i++) {
    context.fillRect(x + i * cell, y, line, count * cell);
    context.fillRect(x, y + i * cell, count * cell, line);
  }
}

/** The pixel from which is looked. @param {CanvasRenderingContext2D} context @param {Cells} cells @param {Sheet['colour']} colour @param {number} unit */
function paintMiddle(context, { x, y, whole }, colour, unit) {
  context.beginPath();
  context.arc(x + whole / 2, y + whole / 2, 2.5 * unit, 0, 2 * Math.PI);
  context.fillStyle = colour('surface');
  context.strokeStyle = colour('ink');
  context.lineWidth = 1.5 * unit;
  context.fill();
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} size
 * @param {Square} square
 * @param {Scene} scene
 * @param {Sheet['colour']} colour
 * @param {boolean} dark
 * @param {number} line
 */
function paintDigit(context, size, square, { looked, gaze, ink }, colour, dark, line) {
  const whole = square.side * size;
  const [x, y] = [square.x * size - whole / 2, square.y * size - whole / 2];
  drawPixels(context, onPaper(gaze.picture, dark), x, y, whole);
  const pixel = whole / 28;
  const [top, left] = [gaze.at.row, gaze.at.col].map(
    (at) => (at + 0.5 - looked.side / 2) * looked.stride + 14,
  );
  const reach = looked.window * looked.stride * pixel;
  context.save();
  context.beginPath();
  context.rect(x, y, whole, whole);
  context.clip();
  context.strokeStyle = colour(ink);
  context.lineWidth = 2 * line;
  context.strokeRect(x + left * pixel - reach / 2, y + top * pixel - reach / 2, reach, reach);
  context.restore();
  context.strokeStyle = colour('line-strong');
  context.lineWidth = line;
  context.strokeRect(x, y, whole, whole);
  context.beginPath();
  context.arc(x + left * pixel, y + top * pixel, 2.5 * line, 0, 2 * Math.PI);
  context.fillStyle = colour('surface');
  context.strokeStyle = colour(ink);
  context.lineWidth = 1.5 * line;
  context.fill();
  context.stroke();
}

/** The digit as ink on paper. @param {Float32Array} picture @param {boolean} dark */
export function onPaper(picture, dark) {
  const image = new ImageData(28, picture.length / 28);
  picture.forEach((value, i) => {
    const share = Math.min(1, Math.max(0, value));
    const level = Math.round(dark ? 27 + 190 * share : 255 - 190 * share);
    image.data.set([level, level, level, 255], 4 * i);
  });
  return image;
}
