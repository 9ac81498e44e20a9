// A picture of what is shown: the drawing, the answers and the feature maps on one sheet.

import { paintNow, paletteOf } from '../ui/canvas.js';
import { formatPercent } from '../ui/format.js';

/** @import { NetworkPrediction } from '../types.d.ts' */

/** A network by the name under which it is shown, and its answer. @typedef {{ name: string, prediction: NetworkPrediction }} Shown */

/** With one network or two. */
const WIDTH = 1200;
const HUES = ['accent', 'other', 'third'];
const MARGIN = 40;
const PAD = 340;
const RING = 265;
const FONT = 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';

/**
 * @param {ShadowRoot} shadow
 * @param {Shown[]} answers
 * @returns {Promise<Blob>} a PNG
 */
export function makePicture(shadow, answers) {
  const sheet = document.createElement('canvas');
  const rings = Array.from(shadow.querySelectorAll('.card'), (card) =>
    Array.from(card.querySelectorAll('canvas')),
  ).slice(0, answers.length);
  const top = MARGIN + PAD + 50;
  sheet.width = WIDTH + Math.max(0, answers.length - 2) * (WIDTH / 2 - 10);
  sheet.height = top + RING + 70;
  const context = sheet.getContext('2d');
  const pad = shadow.querySelector('canvas.pad');
  if (!context || !(pad instanceof HTMLCanvasElement)) {
    return Promise.reject(new Error('This browser cannot make pictures.'));
  }
  for (const canvas of [pad, ...rings.flat()]) paintNow(canvas);
  const { colour } = paletteOf(pad);
  context.fillStyle = colour('surface');
  context.fillRect(0, 0, sheet.width, sheet.height);

  context.strokeStyle = colour('line-strong');
  context.lineWidth = 2;
  context.beginPath();
  context.arc(MARGIN + PAD / 2, MARGIN + PAD / 2, PAD / 2, 0, 2 * Math.PI);
  context.stroke();
  if (pad.width > 0) context.drawImage(pad, MARGIN, MARGIN, PAD, PAD);

  for (const [i, answer] of answers.entries()) {
    const left = MARGIN + PAD + 60 + i * 370;
    drawAnswer(context, answer, left, colour, HUES[i] ?? HUES[0]);
    for (const [j, ring] of (rings[i] ?? []).entries()) {
      const x = MARGIN + i * (WIDTH / 2 - 10) + j * (RING + 15);
      if (ring.width > 0) context.drawImage(ring, x, top, RING, RING);
      context.fillStyle = colour('muted');
      context.font = `17px ${FONT}`;
      context.textAlign = 'center';
      context.fillText(ring.dataset.title ?? answer.name, x + RING / 2, top + RING + 36);
    }
  }
  return new Promise((resolve, reject) =>
    sheet.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))),
      'image/png',
    ),
  );
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Shown} answer
 * @param {number} left
 * @param {(name: string) => string} colour
 * @param {string} hue
 */
function drawAnswer(context, { name, prediction: { digit, probabilities } }, left, colour, hue) {
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = colour('ink');
  context.font = `600 24px ${FONT}`;
  context.fillText(name, left, MARGIN + 40);
  context.fillStyle = colour(hue);
  context.font = `700 64px ${FONT}`;
  context.textAlign = 'right';
  context.fillText(String(digit), left + 320, MARGIN + 50);
  for (const [i, p] of probabilities.entries()) {
    const y = MARGIN + 90 + i * 25;
    context.globalAlpha = i === digit ? 1 : 0.55;
    context.fillStyle = colour('sunken');
    context.fillRect(left + 24, y - 12, 220, 13);
    context.fillStyle = colour(hue);
    context.fillRect(left + 24, y - 12, 220 * p, 13);
    context.globalAlpha = 1;
    context.fillStyle = colour(i === digit ? 'ink' : 'muted');
    context.font = `${i === digit ? '600 ' : ''}16px ${FONT}`;
    context.textAlign = 'left';
    context.fillText(String(i), left, y);
    context.textAlign = 'right';
    context.fillText(formatPercent(p), left + 320, y);
  }
}
