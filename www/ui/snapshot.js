// A picture of a piece of the page as it stands: its boxes, its canvases, its vectors and its words. It needs no frame to be drawn, so
// it is whole also where the page is in the background.

import { paintNow } from './canvas.js';
import { paintVectors } from './vector.js';

/** Pixels of the picture for one of the page. */
const SCALE = 2;
const MARGIN = 16;

/** Controls say nothing on paper, but for those that are words of a table too. */
const LEFT_OUT = 'button:not(.said), input, select';

/**
 * @param {HTMLElement} root
 * @param {string} ground  what it lies on
 * @returns {HTMLCanvasElement}
 */
export function snapshot(root, ground) {
  const box = root.getBoundingClientRect();
  const sheet = document.createElement('canvas');
  const context = sheet.getContext('2d');
  if (!context) throw new Error('This browser cannot make pictures.');
  if (!(box.width > 0 && box.height > 0)) throw new Error('What is not shown has no picture.');
  sheet.width = Math.round(SCALE * (box.width + 2 * MARGIN));
  sheet.height = Math.round(SCALE * (box.height + 2 * MARGIN));
  context.fillStyle = ground;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.scale(SCALE, SCALE);
  paint(context, root, { x: box.left - MARGIN, y: box.top - MARGIN });
  return sheet;
}

/** @param {HTMLCanvasElement} sheet @returns {Promise<Blob>} a PNG */
export function fileOf(sheet) {
  return new Promise((resolve, reject) =>
    sheet.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('The picture could not be made.')),
    ),
  );
}

/** @param {CanvasRenderingContext2D} context @param {Element} element @param {{ x: number, y: number }} origin */
function paint(context, element, origin) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches(LEFT_OUT))
    return;
  const box = element.getBoundingClientRect();
  // What only a screen reader is told.
  if (style.clipPath.startsWith('inset(50%')) return;
  context.save();
  context.globalAlpha *= Number(style.opacity);
  if (element.localName === 'svg')
    paintVectors(context, /** @type {SVGSVGElement} */ (element), origin);
  else {
    const [x, y] = [box.left - origin.x, box.top - origin.y];
    paintBox(context, style, x, y, box.width, box.height);
    if (element.localName === 'canvas') {
      const canvas = /** @type {HTMLCanvasElement} */ (element);
      paintNow(canvas);
      context.imageSmoothingEnabled = style.imageRendering !== 'pixelated';
      if (canvas.width > 0) context.drawImage(canvas, x, y, box.width, box.height);
    }
    for (const child of element.childNodes) {
      if (child.nodeType === Node.ELEMENT_NODE)
        paint(context, /** @type {Element} */ (child), origin);
      else if (child.nodeType === Node.TEXT_NODE)
        paintWords(context, /** @type {Text} */ (child), style, origin);
    }
  }
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {CSSStyleDeclaration} style
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
function paintBox(context, style, x, y, width, height) {
  const border = parseFloat(style.borderTopWidth) || 0;
  const path = new Path2D();
  // Half of the border lies on either side of its line.
  const inset = border / 2;
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
  if (width <= border || height <= border) return;
  path.roundRect(x + inset, y + inset, width - border, height - border, radius);
  context.fillStyle = style.backgroundColor;
  context.fill(path);
  const gradient = gradientOf(context, style.backgroundImage, x, width);
  if (gradient) {
    context.fillStyle = gradient;
    context.fill(path);
  }
  const isWhole = parseFloat(style.borderLeftWidth) > 0;
  if (border > 0 && style.borderTopStyle !== 'none') {
    context.strokeStyle = style.borderTopColor;
    context.lineWidth = border;
    context.beginPath();
    context.moveTo(x, y + inset);
    context.lineTo(x + width, y + inset);
    if (isWhole) context.stroke(path);
    else context.stroke();
  }
}

/**
 * A gradient from left to right, as scales have it.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {string} image  as computed
 * @param {number} x
 * @param {number} width
 */
function gradientOf(context, image, x, width) {
  const [, colours] = /^linear-gradient\((?:to right|90deg), (.+)\)$/.exec(image) ?? [];
  if (!colours) return null;
  const stops = [...colours.matchAll(/(rgba?\([^)]*\))(?:\s+([\d.]+)%)?/g)];
  const gradient = context.createLinearGradient(x, 0, x + width, 0);
  for (const [i, [, colour, share]] of stops.entries()) {
    const at = share === undefined ? i / Math.max(1, stops.length - 1) : Number(share) / 100;
    gradient.addColorStop(Math.min(1, at), colour);
  }
  return gradient;
}

/** Word by word, since lines break. @param {CanvasRenderingContext2D} context @param {Text} text @param {CSSStyleDeclaration} style @param {{ x: number, y: number }} origin */
function paintWords(context, text, style, origin) {
  context.fillStyle = style.color;
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const box = range.getBoundingClientRect();
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = context.measureText(word);
    const baseline = box.top - origin.y + (box.height + up - down) / 2;
    if (box.width > 0) context.fillText(word, box.left - origin.x, baseline);
  }
}
