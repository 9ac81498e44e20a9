// Feature maps on a canvas: one for each element of the group, on a circle, in a frame and on a spoke of the element's own colour.

import { paintMap } from './colour.js';
import { directionColour, inkOn } from './palette.js';

/** @import { Sheet } from './canvas.js' */

/** An element of a group by what it does. @typedef {{ degrees: number, mirror: boolean }} Direction */

/**
 * Middle and half-width of a map, in units of the canvas, its angle on the circle, and how far its inner edge is from the middle.
 *
 * @typedef {{ x: number, y: number, half: number, angle: number, inner: number }} Place
 */

/** A single map. @type {Place} */
const ALONE = { x: 0.5, y: 0.5, half: 0.36, angle: 0, inner: 0 };

/** From the middle to the frames' outer edge, which leaves room for the outline of one that is followed. */
const EDGE = 0.47;
/** Between the circle of rotations and that of mirrors. */
const GAP = 0.07;

/** How many of them are rotations. @param {Direction[]} elements */
export function rotationsOf(elements) {
  return elements.filter(({ mirror }) => !mirror).length;
}

/**
 * Where each map is when the drawing is turned.
 *
 * @param {Direction[]} elements
 * @param {number} turned  degrees
 * @returns {Place[]}
 */
export function arrange(elements, turned) {
  if (elements.length === 1) return [ALONE];
  const onRing = rotationsOf(elements);
  const mirrored = onRing < elements.length;
  const chord = onRing > 1 ? Math.sin(Math.PI / onRing) : 1;
  // The widest squares that never meet, however they ride: two on a diagonal are nearest. Mirrors have a smaller circle inside.
  const widest = (0.96 * EDGE * chord) / (Math.SQRT2 + chord);
  const half = mirrored ? Math.min(0.1, 0.7 * widest) : Math.min(0.152, widest);
  const radius = EDGE - half;
  const small = 0.62 * half;
  return elements.map(({ degrees, mirror }) => {
    // Upright is at the top, as on the dial.
    const angle = ((degrees + turned + 90) * Math.PI) / 180;
    const r = mirror ? radius - half - GAP - small : radius;
    const size = mirror ? small : half;
    const [x, y] = [0.5 + r * Math.cos(angle), 0.5 - r * Math.sin(angle)];
    return { x, y, half: size, angle, inner: r - size };
  });
}

/** Smaller letters cannot be read, in pixels of the page. */
const LETTERS = 12;

/**
 * Maps ready to be painted: one picture below the other.
 *
 * @typedef {{ strip: HTMLCanvasElement, side: number }} Tiles
 */

/**
 * @typedef {object} Scene
 * @property {Direction[]} elements
 * @property {string[]} names  of the elements
 * @property {number} turned  degrees by which the frames have moved on
 * @property {number} followed  index of the map that is looked after; −1 for none
 * @property {Tiles | null} tiles  null where there are no maps
 */

/**
 * @param {Float32Array} maps  [elements, rows, cols]
 * @param {number} cols
 * @param {number} limit  the value that gets the last colour
 * @param {boolean} dark
 * @returns {Tiles}
 */
export function makeTiles(maps, cols, limit, dark) {
  const image = paintMap(maps, cols, limit, dark);
  const strip = document.createElement('canvas');
  strip.width = image.width;
  strip.height = image.height;
  strip.getContext('2d')?.putImageData(image, 0, 0);
  return { strip, side: cols };
}

/** The index of the map at a place of the canvas, both from 0 to 1. @param {Scene} scene @param {number} x @param {number} y */
export function mapAt({ elements, turned }, x, y) {
  // A little beyond the frame too: on a phone maps are smaller than a finger.
  return arrange(elements, turned).findIndex(
    (place) => Math.max(Math.abs(x - place.x), Math.abs(y - place.y)) <= 1.15 * place.half,
  );
}

/** Paints maps on their circle, and where there are none, their places. @param {Sheet} sheet @param {Scene} scene */
export function paintRing(sheet, scene) {
  const { elements, names, turned, followed } = scene;
  const places = arrange(elements, turned);
  if (elements.length > 1) paintSpokes(sheet, elements, places, followed);
  for (const [i, place] of places.entries()) paintTile(sheet, scene, i, place);
  if (elements.length > 1) paintTags(sheet, elements, names, places, followed);
}

/** @param {Sheet} sheet @param {Direction[]} elements @param {Place[]} places @param {number} followed */
function paintSpokes({ context, size, colour, dark }, elements, places, followed) {
  const unit = unitOf();
  for (const [i, { x, y }] of places.entries()) {
    if (elements[i].mirror) continue;
    context.strokeStyle = directionColour(elements[i].degrees, dark);
    context.lineWidth = unit * (i === followed ? 3.5 : 2);
    context.beginPath();
    context.moveTo(size / 2, size / 2);
    context.lineTo(size * x, size * y);
    context.stroke();
  }
  context.fillStyle = colour('ink');
  context.beginPath();
  context.arc(size / 2, size / 2, 3.5 * unit, 0, 2 * Math.PI);
  context.fill();
}

/** @param {Sheet} sheet @param {Scene} scene @param {number} index @param {Place} place */
function paintTile(sheet, { elements, followed, tiles }, index, { x, y, half }) {
  const { context, size, colour, dark } = sheet;
  const unit = unitOf();
  const alone = elements.length === 1;
  const [left, top] = [x - half, y - half].map((at) => Math.round(at * size));
  const side = Math.round(2 * half * size);
  context.fillStyle = colour('surface');
  context.fillRect(left, top, side, side);
  if (tiles) {
    const { strip, side: pixels } = tiles;
    context.imageSmoothingEnabled = false;
    context.drawImage(strip, 0, index * pixels, pixels, pixels, left, top, side, side);
  }
  /** @param {number} out @param {number} width @param {string} stroke */
  const frame = (out, width, stroke) => {
    context.strokeStyle = stroke;
    context.lineWidth = width * unit;
    const reach = out * unit;
    context.strokeRect(left - reach, top - reach, side + 2 * reach, side + 2 * reach);
  };
  if (!tiles) context.setLineDash([4 * unit, 3 * unit]);
  if (alone) frame(0, 1.5, colour('muted'));
  else {
    const { degrees, mirror } = elements[index];
    // Some colours are light: an outline sets them off.
    frame(1.5, 1, colour('muted'));
    if (mirror) context.setLineDash([3 * unit, 2 * unit]);
    frame(0, 2.5, directionColour(degrees, dark));
    context.setLineDash([]);
    if (index === followed) frame(4, 1.75, colour('ink'));
  }
  context.setLineDash([]);
}

/**
 * Where each spoke meets its map, the angle at which that map stood upright: of all maps where there is room, else of quarter turns and of
 * the one that is followed.
 *
 * @param {Sheet} sheet
 * @param {Direction[]} elements
 * @param {string[]} names
 * @param {Place[]} places
 * @param {number} followed
 */
function paintTags({ context, size, dark }, elements, names, places, followed) {
  const unit = unitOf();
  const letters = LETTERS * unit;
  const height = letters + 2 * unit;
  context.font = `600 ${letters}px ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const tags = elements.map((_, i) => {
    const text = names[i];
    const width = context.measureText(text).width + 6 * unit;
    const { angle, inner } = places[i];
    // On the spoke, a little over the frame.
    const reach = (Math.abs(Math.cos(angle)) * width + Math.abs(Math.sin(angle)) * height) / 2;
    const r = size * inner - Math.max(height * 0.2, reach - 9 * unit);
    return { i, text, width, x: size / 2 + r * Math.cos(angle), y: size / 2 - r * Math.sin(angle) };
  });
  const upright = tags.filter(({ i }) => !elements[i].mirror);
  const quarters = upright.filter(({ i }) => elements[i].degrees % 90 === 0);
  const r = size * places[0].inner;
  const shown = [upright, quarters].find((some) => haveRoom(some, r, height)) ?? [];
  const own = tags[followed];
  for (const { i, text, width, x, y } of !own || shown.includes(own) ? shown : [...shown, own]) {
    const colour = directionColour(elements[i].degrees, dark);
    context.fillStyle = colour;
    context.fillRect(x - width / 2, y - height / 2, width, height);
    context.fillStyle = inkOn(colour);
    context.fillText(text, x, y + unit / 2);
  }
}

/** Whether tags spread evenly on a circle never meet, however it is turned. @param {{ width: number }[]} tags @param {number} r @param {number} height */
function haveRoom(tags, r, height) {
  const widest = Math.max(...tags.map(({ width }) => width));
  return 2 * r * Math.sin(Math.PI / Math.max(2, tags.length)) >= Math.hypot(widest, height);
}

/** A pixel of the page, in pixels of a canvas as sharp as the screen. */
function unitOf() {
  return Math.min(3, devicePixelRatio || 1);
}
