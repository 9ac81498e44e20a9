// The round drawing pad: pointers become strokes in the frame of the drawing, which is shown turned.

import { MAX_POINTS, MAX_STROKES, traceStroke, turnPoint } from '../state/strokes.js';
import { fitCanvas } from '../ui/canvas.js';

/** @import { Point, Stroke } from '../types.d.ts' */

/** Width of the pen, of the pad's size. */
export const PEN = 0.062;
/** Shorter steps of the pointer than this are left out. */
const MIN_STEP = 0.003;
/** Ink stays this far inside the rim. */
const REACH = 0.5 - PEN / 2;

/** @typedef {Point & { down: boolean }} Cursor */

export class Pad {
  /** @type {Stroke[]} */
  strokes = [];
  #angle = 0;
  #canvas;
  #changed;
  /** @type {{ id: number, stroke: Stroke } | null} */
  #pen = null;
  #frame = 0;
  #points = 0;
  /** The pen of those who draw with keys. @type {Cursor | null} */
  #cursor = null;
  #observer;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(why: 'stroke' | 'full') => void} changed
   * @param {AbortSignal} signal  ends all listening
   */
  constructor(canvas, changed, signal) {
    this.#canvas = canvas;
    this.#changed = changed;
    const options = { signal };
    canvas.addEventListener('pointerdown', (event) => this.#down(event), options);
    canvas.addEventListener('pointermove', (event) => this.#move(event), options);
    canvas.addEventListener('pointerup', (event) => this.#up(event), options);
    canvas.addEventListener('pointercancel', (event) => this.#cancel(event), options);
    canvas.addEventListener('lostpointercapture', (event) => this.#up(event), options);
    canvas.addEventListener('contextmenu', (event) => event.preventDefault(), options);
    canvas.addEventListener('keydown', (event) => this.#key(event), options);
    canvas.addEventListener('blur', () => this.#leave(), options);
    this.#observer = new ResizeObserver(() => this.invalidate());
    this.#observer.observe(canvas);
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      cancelAnimationFrame(this.#frame);
      this.#pen = null;
    });
  }

  get drawing() {
    return this.#pen !== null || this.#cursor?.down === true;
  }

  /** Whether keys move the pen. */
  get byKeys() {
    return this.#cursor !== null;
  }

  get #full() {
    return this.strokes.length >= MAX_STROKES || this.#points >= MAX_POINTS;
  }

  /** Degrees, counter-clockwise. @param {number} degrees */
  set angle(degrees) {
    this.#angle = degrees;
    this.invalidate();
  }

  /** @param {Stroke[]} strokes */
  replace(strokes) {
    this.#pen = null;
    if (this.#cursor?.down) this.#cursor.down = false;
    this.strokes = strokes;
    this.#points = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
    this.invalidate();
  }

  invalidate() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.draw();
    });
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (!event.isPrimary || event.button !== 0 || this.#pen) return;
    if (this.#full) {
      this.#changed('full');
      return;
    }
    const point = this.#locate(event);
    if (!point) return;
    event.preventDefault();
    this.#canvas.focus({ preventScroll: true });
    this.#cursor = null;
    try {
      this.#canvas.setPointerCapture(event.pointerId);
    } catch {
      // The pointer may be gone already, and synthetic ones cannot be captured; drawing works without.
    }
    this.#pen = { id: event.pointerId, stroke: [point] };
    this.#points++;
    this.strokes.push(this.#pen.stroke);
    this.#touched();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (this.#pen?.id !== event.pointerId) return;
    const { stroke } = this.#pen;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length > 0 ? events : [event]) {
      const point = this.#locate(each);
      if (point) this.#extend(stroke, point);
    }
    this.#touched();
  }

  /** @param {PointerEvent} event */
  #up(event) {
    if (this.#pen?.id !== event.pointerId) return;
    this.#pen = null;
    this.#touched();
  }

  /** A palm or a gesture took the pointer: the stroke was not meant. @param {PointerEvent} event */
  #cancel(event) {
    if (this.#pen?.id !== event.pointerId) return;
    const { stroke } = this.#pen;
    this.#pen = null;
    this.strokes = this.strokes.filter((other) => other !== stroke);
    this.#points -= stroke.length;
    this.#touched();
  }

  /** @param {Stroke} stroke @param {Point} point */
  #extend(stroke, point) {
    const last = stroke[stroke.length - 1];
    if (Math.hypot(point.x - last.x, point.y - last.y) < MIN_STEP) return;
    if (this.#points >= MAX_POINTS) {
      this.#changed('full');
      return;
    }
    stroke.push(point);
    this.#points++;
  }

  #touched() {
    this.invalidate();
    this.#changed('stroke');
  }

  /**
   * Where in the upright drawing a pointer is; nowhere while the pad is hidden.
   *
   * @param {PointerEvent} event
   * @returns {Point | null}
   */
  #locate(event) {
    const box = this.#canvas.getBoundingClientRect();
    if (!(box.width > 0)) return null;
    let x = (event.clientX - box.left) / box.width - 0.5;
    let y = (event.clientY - box.top) / box.height - 0.5;
    const radius = Math.hypot(x, y);
    if (radius > REACH) {
      x *= REACH / radius;
      y *= REACH / radius;
    }
    return turnPoint({ x: x + 0.5, y: y + 0.5 }, -this.#angle);
  }

  // ---- Drawing with keys: Enter begins and ends it, arrows move the pen, space lowers and lifts it ----

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (!this.#cursor) {
      if (key !== 'Enter') return;
      event.preventDefault();
      this.#cursor = { x: 0.5, y: 0.5, down: false };
      this.#touched();
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
    if (key === 'Enter' || key === 'Escape') this.#leave();
    else if (key === ' ') this.#toggle(this.#cursor);
    else if (Object.hasOwn(moves, key)) this.#step(this.#cursor, moves[key]);
    else return;
    event.preventDefault();
  }

  #leave() {
    if (!this.#cursor) return;
    this.#cursor = null;
    this.#touched();
  }

  /** @param {Cursor} cursor */
  #toggle(cursor) {
    if (cursor.down) {
      cursor.down = false;
    } else if (this.#full) {
      this.#changed('full');
      return;
    } else {
      cursor.down = true;
      this.#points++;
      this.strokes.push([turnPoint(cursor, -this.#angle)]);
    }
    this.#touched();
  }

  /** @param {Cursor} cursor @param {[number, number]} move */
  #step(cursor, [dx, dy]) {
    const x = cursor.x + dx;
    const y = cursor.y + dy;
    if (Math.hypot(x - 0.5, y - 0.5) > REACH) return;
    cursor.x = x;
    cursor.y = y;
    if (cursor.down) {
      this.#extend(this.strokes[this.strokes.length - 1], turnPoint(cursor, -this.#angle));
      this.#touched();
    } else {
      this.invalidate();
    }
  }

  // ---- Painting ----

  draw() {
    const view = fitCanvas(this.#canvas);
    if (!view) return;
    const { context, size } = view;
    const style = getComputedStyle(this.#canvas);
    const ink = style.getPropertyValue('--gsa-ink');
    const line = style.getPropertyValue('--gsa-line');
    const muted = style.getPropertyValue('--gsa-muted');
    const accent = style.getPropertyValue('--gsa-accent');
    context.save();
    context.scale(size, size);
    context.save();
    context.translate(0.5, 0.5);
    context.rotate((-this.#angle * Math.PI) / 180);
    context.translate(-0.5, -0.5);
    this.#drawFrame(context, line, muted);
    context.strokeStyle = ink;
    context.lineWidth = PEN;
    context.lineCap = context.lineJoin = 'round';
    for (const stroke of this.strokes) {
      context.beginPath();
      traceStroke(context, stroke);
      context.stroke();
    }
    context.restore();
    if (this.#cursor) this.#drawCursor(context, this.#cursor, accent);
    context.restore();
  }

  /**
   * The axes of the drawing, which turn with it.
   *
   * @param {CanvasRenderingContext2D} context
   * @param {string} line
   * @param {string} muted
   */
  #drawFrame(context, line, muted) {
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
   * @param {CanvasRenderingContext2D} context
   * @param {Cursor} cursor
   * @param {string} colour
   */
  #drawCursor(context, { x, y, down }, colour) {
    context.strokeStyle = context.fillStyle = colour;
    context.lineWidth = 0.008;
    context.beginPath();
    context.arc(x, y, down ? PEN / 2 : PEN * 0.7, 0, 2 * Math.PI);
    if (down) context.fill();
    else context.stroke();
  }
}
