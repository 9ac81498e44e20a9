// The round drawing pad: strokes in the frame of the drawing, which is shown turned. Keys draw here; pointers are the dial's.

import { traceStroke, turnPoint } from '../state/strokes.js';
import { Painter } from '../ui/canvas.js';
import { add } from '../ui/dom.js';
import { describeAngle } from '../ui/format.js';
import { watch } from '../watch.js';

/**
 * @import { Point } from '../../pkg/gsa_net.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Pen } from '../state/drawing.js'
 * @import { Sheet } from '../ui/canvas.js'
 */

/** Width of the pen, of the pad's size. */
const PEN = 0.062;
/** Ink stays this far inside the rim. */
export const REACH = 0.5 - PEN / 2;

export const style = `
.pad {
  position: absolute; border-radius: 50%;
  background: var(--gsa-surface); box-shadow: 0 0 0 1px var(--gsa-line-strong);
  cursor: crosshair; touch-action: none;
  -webkit-touch-callout: none; -webkit-tap-highlight-color: transparent;
}
.pad:focus-visible { outline-offset: 1px; }
/* A stroke may begin beside the rim. */
.paper { position: absolute; cursor: crosshair; touch-action: none; -webkit-touch-callout: none; -webkit-tap-highlight-color: transparent; }
.hint {
  position: absolute; display: grid; place-content: center; gap: 2px; text-align: center;
  color: var(--gsa-muted); pointer-events: none; transition: opacity 150ms;
}
.hint > * { justify-self: center; padding: 0 6px; background: var(--gsa-surface); }
.hint b { font-size: 1.0625rem; font-weight: 600; color: var(--gsa-ink); }
.root[data-compact] .hint span, .figure-pad .hint span, :host([large]) .hint span { display: none; }
.hint::before {
  content: ""; justify-self: center; width: 10px; height: 10px; margin-bottom: 10px; border-radius: 50%; background: var(--gsa-accent);
}
.pad:not([data-blank]) ~ .hint { opacity: 0; }
.pad:is([data-drawing], [data-keys]) ~ .hint { opacity: 0; }
.keys { position: absolute; inset: auto 0 32%; display: none; text-align: center; font-size: 0.8125rem; color: var(--gsa-muted); pointer-events: none; }
.pad[data-keys] ~ .keys { display: block; }
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal @returns {HTMLElement} what has the focus while one draws */
export function mount(root, demo, signal) {
  add(root, '<div class="paper"></div>');
  const canvas = /** @type {HTMLCanvasElement} */ (
    add(root, '<canvas class="pad" part="pad" tabindex="0" role="application"></canvas>')
  );
  add(
    root,
    '<p class="hint" aria-hidden="true"><b>Draw a digit</b><span>or take one from below</span></p>',
  );
  add(root, '<p class="keys" aria-hidden="true">Arrows move, Space draws, Enter ends</p>');
  listenToKeys(canvas, demo, signal);

  const { drawing, turning } = demo;
  const painter = new Painter(canvas, (sheet) => paint(sheet, demo), signal);
  watch(signal, () => {
    void [drawing.strokes.value, drawing.pen.value, turning.angle.value, demo.dark.value];
    painter.invalidate();
  });
  watch(signal, () => {
    const { down, keys } = drawing.pen.value;
    canvas.toggleAttribute('data-blank', drawing.isEmpty.value);
    canvas.toggleAttribute('data-drawing', down);
    canvas.toggleAttribute('data-keys', keys !== null);
  });
  watch(signal, () => {
    const count = drawing.strokes.value.length;
    const drawn = count === 0 ? 'empty' : count === 1 ? 'one stroke' : `${count} strokes`;
    const label = `Drawing pad, ${drawn}, ${describeAngle(turning.angle.value)}. Arrow keys turn it. Enter begins to draw with keys: arrows move the pen, space lowers and lifts it.`;
    if (canvas.getAttribute('aria-label') !== label) canvas.setAttribute('aria-label', label);
  });
  return canvas;
}

/**
 * Drawing with keys: Enter begins and ends it, arrows move the pen, space lowers and lifts it.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Demo} demo
 * @param {AbortSignal} signal
 */
function listenToKeys(canvas, { drawing, turning }, signal) {
  /** @param {Point} point */
  const upright = (point) => turnPoint(point, -turning.angle.peek());

  /** @param {KeyboardEvent} event */
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const { down, keys } = drawing.pen.peek();
    if (!keys) {
      if (key !== 'Enter') return;
      event.preventDefault();
      drawing.writeByKeys({ x: 0.5, y: 0.5 });
      return;
    }
    const step = event.shiftKey ? 0.01 : 0.04;
    /** @type {Record<string, [number, number]>} */
    const moves = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    if (key === 'Enter' || key === 'Escape') drawing.writeByKeys(null);
    else if (key === ' ' && down) drawing.end();
    else if (key === ' ') drawing.begin(upright(keys), keys);
    else if (Object.hasOwn(moves, key)) {
      const to = { x: keys.x + moves[key][0], y: keys.y + moves[key][1] };
      const inside = Math.hypot(to.x - 0.5, to.y - 0.5) <= REACH;
      if (inside && down) drawing.extend([upright(to)], to);
      else if (inside) drawing.moveKeys(to);
    } else return;
    event.preventDefault();
  };
  canvas.addEventListener('keydown', press, { signal });
  const leave = () => drawing.pen.peek().keys && drawing.writeByKeys(null);
  canvas.addEventListener('blur', leave, { signal });
}

// ---- Painting ----

/** @param {Sheet} sheet @param {Demo} demo */
function paint({ context, size, colour }, { drawing, turning }) {
  context.save();
  context.scale(size, size);
  context.save();
  context.translate(0.5, 0.5);
  context.rotate((-turning.angle.peek() * Math.PI) / 180);
  context.translate(-0.5, -0.5);
  paintFrame(context, colour('line'), colour('muted'));
  context.strokeStyle = colour('ink');
  context.lineWidth = PEN;
  context.lineCap = context.lineJoin = 'round';
  for (const stroke of drawing.strokes.peek()) {
    context.beginPath();
    traceStroke(context, stroke);
    context.stroke();
  }
  context.restore();
  paintCursor(context, drawing.pen.peek(), colour('accent'));
  context.restore();
}

/**
 * The axes of the drawing, which turn with it.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {string} line
 * @param {string} muted
 */
function paintFrame(context, line, muted) {
  context.strokeStyle = line;
  context.lineWidth = 0.003;
  context.setLineDash([0.008, 0.012]);
  context.beginPath();
  context.moveTo(0.06, 0.5);
  context.lineTo(0.94, 0.5);
  context.moveTo(0.5, 0.06);
  context.lineTo(0.5, 0.94);
  context.stroke();
  context.setLineDash([]);
  // Which side of the drawing is up.
  context.fillStyle = muted;
  context.beginPath();
  context.moveTo(0.5, 0.02);
  context.lineTo(0.516, 0.047);
  context.lineTo(0.484, 0.047);
  context.fill();
}

/**
 * The pen, where keys move it.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Pen} pen
 * @param {string} colour
 */
function paintCursor(context, { down, keys }, colour) {
  if (!keys) return;
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = 0.008;
  context.beginPath();
  context.arc(keys.x, keys.y, down ? PEN / 2 : PEN * 0.7, 0, 2 * Math.PI);
  if (down) context.fill();
  else context.stroke();
}
