// Feature maps on a canvas: one map per group element, each at its angle on a circle, so that the maps
// of a turned drawing are the same picture turned as a whole.

import { paintMap } from '../ui/colour.js';
import { drawPixels, paintGrey } from '../ui/canvas.js';

/**
 * @import { FeatureMaps, GroupElementInfo } from '../../pkg/gsa_net.js'
 * @import { Sheet } from '../ui/canvas.js'
 */

/** So many maps leave room between them. */
const FEW = 4;

/**
 * @typedef {object} Scene
 * @property {FeatureMaps} maps
 * @property {number} limit  the value that gets the last colour
 * @property {Float32Array} centre  28×28 shown in the middle of the circle
 */

/**
 * Middle and half-width of a map, in units of the canvas, and its angle on the circle.
 *
 * @typedef {{ x: number, y: number, half: number, angle: number }} Place
 */

/**
 * Where each map is.
 *
 * @param {GroupElementInfo[]} elements
 * @returns {Place[]}
 */
export function arrange(elements) {
  if (elements.length === 1) return [{ x: 0.5, y: 0.5, half: 0.3, angle: 0 }];
  const mirrored = elements.some((element) => element.mirror);
  const onRing = mirrored ? elements.length / 2 : elements.length;
  const chord = onRing > 1 ? Math.sin(Math.PI / onRing) : 1;
  // The widest squares that fit beside each other on the circle and inside the canvas.
  const half = Math.min(0.152, mirrored ? 0.3 * 0.68 * chord : 0.32 * chord * 0.94);
  const radius = 0.485 - half;
  return elements.map(({ degrees, mirror }) => {
    // Upright is at the top, as on the dial.
    const angle = ((degrees + 90) * Math.PI) / 180;
    const r = mirror ? radius * 0.48 : radius;
    const size = mirror ? half * 0.62 : half;
    return { x: 0.5 + r * Math.cos(angle), y: 0.5 - r * Math.sin(angle), half: size, angle };
  });
}

/**
 * Half-width of the picture in the middle of the circle: what many maps leave, with room for their labels.
 *
 * @param {Place[]} places
 */
function middle(places) {
  return places.length > FEW ? 0.07 : Math.min(0.1, 0.36 - 2 * places[0].half);
}

/**
 * Paints maps on their circle, and where there are none, their places.
 *
 * @param {Sheet} sheet
 * @param {GroupElementInfo[]} elements
 * @param {Scene | null} scene
 */
export function paintRing(sheet, elements, scene) {
  const { context, size, colour, dark } = sheet;
  const places = arrange(elements);
  const line = colour('line-strong');
  if (elements.length > 1) {
    const { x, y } = places[0];
    context.strokeStyle = line;
    context.lineWidth = size / 300;
    context.beginPath();
    context.arc(size / 2, size / 2, size * Math.hypot(x - 0.5, y - 0.5), 0, 2 * Math.PI);
    context.stroke();
    if (scene && !elements.some((element) => element.mirror)) {
      paintTile(sheet, paintGrey(scene.centre), { x: 0.5, y: 0.5, half: middle(places) }, line);
    }
  }
  if (scene) {
    const { rows, cols, maps } = scene.maps;
    for (const [i, place] of places.entries()) {
      const values = maps.subarray(i * rows * cols, (i + 1) * rows * cols);
      paintTile(sheet, paintMap(values, cols, scene.limit, dark), place, line);
    }
  } else {
    paintOutlines(sheet, places, line);
  }
  paintLabels(sheet, elements, places);
}

/**
 * Where maps will be.
 *
 * @param {Sheet} sheet
 * @param {Place[]} places
 * @param {string} line
 */
function paintOutlines({ context, size, colour }, places, line) {
  context.strokeStyle = line;
  context.fillStyle = colour('surface');
  context.lineWidth = Math.max(1, size / 400);
  context.setLineDash([size / 90, size / 90]);
  for (const { x, y, half } of places) {
    const box = [(x - half) * size, (y - half) * size, 2 * half * size, 2 * half * size];
    context.fillRect(box[0], box[1], box[2], box[3]);
    context.strokeRect(box[0], box[1], box[2], box[3]);
  }
  context.setLineDash([]);
}

/**
 * @param {Sheet} sheet
 * @param {ImageData} image
 * @param {Pick<Place, 'x' | 'y' | 'half'>} place
 * @param {string} line
 */
function paintTile({ context, size }, image, { x, y, half }, line) {
  const left = Math.round((x - half) * size);
  const top = Math.round((y - half) * size);
  const side = Math.round(2 * half * size);
  drawPixels(context, image, left, top, side);
  context.strokeStyle = line;
  context.lineWidth = Math.max(1, size / 400);
  context.strokeRect(left, top, side, side);
}

/** @param {Sheet} sheet @param {GroupElementInfo[]} elements @param {Place[]} places */
function paintLabels({ context, size, colour }, elements, places) {
  if (elements.length < 2 || elements.some((e) => e.mirror)) return;
  context.fillStyle = colour('muted');
  context.textBaseline = 'middle';
  const height = Math.max(10.5 * (devicePixelRatio || 1), size * 0.04);
  context.font = `${height}px ui-sans-serif, system-ui, sans-serif`;
  if (elements.length > FEW) {
    paintLabelsInside(context, size, elements, places, height);
    return;
  }
  // On the side of each map that the circle runs on to, so that the labels turn with their places.
  const gap = size * 0.032;
  for (const [i, { x, y, half, angle }] of places.entries()) {
    const [right, up] = [-Math.sin(angle), Math.cos(angle)];
    context.textAlign = right > 0.5 ? 'left' : right < -0.5 ? 'right' : 'center';
    context.fillText(
      `${Math.round(elements[i].degrees)}°`,
      size * (x + right * half) + right * gap * 0.6,
      size * (y - up * half) - up * gap,
    );
  }
}

/**
 * Many maps stand too close: their labels are round the picture in the middle, like those of a clock.
 * Where not all have room, those of the quarter turns are there, or none.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number} size
 * @param {GroupElementInfo[]} elements
 * @param {Place[]} places
 * @param {number} height  of the letters
 */
function paintLabelsInside(context, size, elements, places, height) {
  context.textAlign = 'center';
  const { x, y, half } = places[0];
  const inner = Math.hypot(x - 0.5, y - 0.5) - half;
  const radius = (size * (inner + middle(places))) / 2;
  /** @type {{ text: string, degrees: number, box: Box }[]} */
  const labels = elements.map(({ degrees }, i) => {
    const text = `${Math.round(degrees)}°`;
    const { angle } = places[i];
    const [x, y] = [size / 2 + radius * Math.cos(angle), size / 2 - radius * Math.sin(angle)];
    const width = context.measureText(text).width;
    return { text, degrees, box: { x, y, width, height } };
  });
  /** @type {Box[]} */
  const taken = places.map(({ x, y, half }) => square(size, x, y, half));
  taken.push(square(size, 0.5, 0.5, middle(places)));
  for (const shown of [labels, labels.filter(({ degrees }) => Math.round(degrees) % 90 === 0)]) {
    const boxes = shown.map(({ box }) => box);
    if (boxes.some((box, i) => [...taken, ...boxes.slice(0, i)].some((b) => meet(box, b))))
      continue;
    for (const { text, box } of shown) context.fillText(text, box.x, box.y);
    return;
  }
}

/**
 * Its middle and its size.
 *
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 */

/** @param {number} size @param {number} x @param {number} y @param {number} half @returns {Box} */
function square(size, x, y, half) {
  return { x: size * x, y: size * y, width: 2 * size * half, height: 2 * size * half };
}

/** @param {Box} a @param {Box} b */
function meet(a, b) {
  const [dx, dy] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  return 2 * dx < a.width + b.width && 2 * dy < a.height + b.height;
}
