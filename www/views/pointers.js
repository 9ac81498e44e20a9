// Pointers on the dial: the browser's events are handed to `Hand`, and what it makes of them becomes actions.
//
// A finger that comes down in the pad's square draws, one on the knob or in the band at the rim turns, and there the page does not scroll.
// Everywhere else on and beside the dial it does.

import { normalise } from '../state/angle.js';
import { turnPoint } from '../state/strokes.js';
import { windowOf } from '../ui/dom.js';
import { Plane } from '../ui/plane.js';
import { Hand } from './hand.js';
import { REACH } from './pad.js';
import { RADII } from './polar.js';

/**
 * @import { Point } from '../../pkg/gsa_net.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Place } from '../ui/plane.js'
 * @import { Pointer, Zone } from './hand.js'
 */

/** Half the pad's side, of half the dial's. */
const PAD = RADII.pad / RADII.half;
/** From here on the ring can be dragged by a finger. */
const BAND = (RADII.sure + 4) / RADII.half;

/** Pixels of a wheel that turn by a degree. */
const WHEEL_PIXELS = 20;
const LINE_PIXELS = 16;
/** A wheel that stands still for so long is let go of. */
const WHEEL_MS = 200;

/** What is on the dial and works by itself. */
const CONTROLS = 'button, a, input, select, summary';

/** @param {Event} event */
function isOnControl({ target }) {
  return /** @type {Element} */ (target).closest(CONTROLS) !== null;
}

/** A place of the dial's square, seen from the middle. @param {Place} place */
function fromMiddle({ x, y }) {
  return { x: 2 * x - 1, y: 2 * y - 1 };
}

/** @param {Place} at  from the middle @returns {Zone | null} */
function zoneOf({ x, y }) {
  if (Math.max(Math.abs(x), Math.abs(y)) <= PAD) return 'pad';
  const radius = Math.hypot(x, y);
  return radius > 1 ? null : radius >= BAND ? 'band' : 'curves';
}

/**
 * @param {HTMLElement} dial  the square that holds all of it
 * @param {{ pad: HTMLElement, knob: HTMLElement }} parts
 * @param {Demo} demo
 * @param {AbortSignal} signal
 */
export function listenToPointers(dial, { pad, knob }, { drawing, turning }, signal) {
  const plane = new Plane(dial);

  /** Where in the upright drawing a place of the dial is, inside the rim. @param {Place} at @returns {Point} */
  const onPaper = ({ x, y }) => {
    const [right, down] = [x / PAD / 2, y / PAD / 2];
    const inside = Math.min(1, REACH / Math.hypot(right, down));
    return turnPoint({ x: 0.5 + inside * right, y: 0.5 + inside * down }, -turning.angle.peek());
  };
  const draws = () => drawing.pen.peek().down && !drawing.pen.peek().keys;

  const hand = new Hand({
    begin(at) {
      const { down, keys } = drawing.pen.peek();
      if (down && !keys) return false;
      // One draws on what stands still.
      turning.stop();
      return drawing.begin(onPaper(at));
    },
    extend: (points) => draws() && drawing.extend(points.map(onPaper)),
    end: () => draws() && drawing.end(),
    cancel: (keep) => drawing.cancel(keep),
    angle: () => turning.angle.peek(),
    turn: (degrees) => turning.turn(normalise(Math.round(degrees * 10) / 10), false),
    settle: () => turning.turn(turning.angle.peek()),
    turnTo: (degrees) => turning.turnTo(Math.round(degrees * 10) / 10),
  });

  /** @param {PointerEvent} event @param {Place} at @returns {Pointer} */
  const pointerOf = (event, at) => ({
    id: event.pointerId,
    kind: event.pointerType,
    at,
    seen: { x: event.clientX, y: event.clientY },
    size: Math.max(event.width, event.height),
    time: event.timeStamp,
  });

  /** @param {PointerEvent} event */
  const capture = ({ pointerId }) => {
    try {
      dial.setPointerCapture(pointerId);
    } catch {
      // The pointer may be gone already, and synthetic ones cannot be captured; all works without.
    }
  };
  /** @param {PointerEvent} event */
  const down = (event) => {
    if (event.button !== 0 || isOnControl(event)) return;
    const { map } = plane;
    const at = map && fromMiddle(map(event));
    const isOnKnob = knob.contains(/** @type {Node} */ (event.target));
    const zone = isOnKnob ? 'knob' : at && zoneOf(at);
    if (!at || !zone) return;
    // The first of its kind: of others nobody has told that they are gone.
    if (event.pointerType === 'touch' && event.isPrimary) hand.forgetFingers();
    const role = hand.down(pointerOf(event, at), zone);
    if (zone !== 'curves' || event.pointerType !== 'touch') {
      event.preventDefault();
      capture(event);
    }
    if (role !== 'rests') (role === 'draws' ? pad : knob).focus({ preventScroll: true });
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    // A finger that moves is down, though some browsers say of it that no button is.
    const isDown = (event.buttons & 1) === 1 || event.pointerType === 'touch';
    if (event.pointerType === 'pen' && !isDown) hand.seePen(event.timeStamp);
    // It was lifted where nobody saw it.
    if (!isDown) hand.up(event.pointerId);
    if (!hand.isBusy) return;
    const { map } = plane;
    if (!map) return;
    const events = event.getCoalescedEvents?.() ?? [];
    const points = (events.length > 0 ? events : [event]).map((each) => fromMiddle(map(each)));
    hand.move(pointerOf(event, points[points.length - 1]), points);
  };
  /** @param {PointerEvent} event */
  const lost = (event) => {
    // Chromium takes a mouse away when another of its buttons is lifted.
    if (event.pointerType === 'mouse' && (event.buttons & 1) === 1) capture(event);
    else hand.up(event.pointerId);
  };
  // All of them on their way down: some that tests and assistive technology send do not come up again.
  const options = { capture: true, signal };
  dial.addEventListener('pointerdown', down, options);
  dial.addEventListener('pointermove', move, options);
  dial.addEventListener('pointerup', (event) => hand.up(event.pointerId, event.timeStamp), options);
  dial.addEventListener('pointercancel', (event) => hand.cancel(event.pointerId), options);
  dial.addEventListener('lostpointercapture', lost, options);
  // A frame that it stands in has the focus while the window round it has lost it.
  windowOf(dial).addEventListener('blur', () => hand.letGo(), { signal });
  signal.addEventListener('abort', () => hand.letGo());

  /** Menus are in the way of a hand that is at work. @param {Event} event */
  const menu = (event) => {
    if (hand.isBusy || event.target === pad) event.preventDefault();
  };
  dial.addEventListener('contextmenu', menu, { signal });
  /** @param {TouchEvent} event */
  const touch = (event) => {
    if (!event.cancelable || isOnControl(event)) return;
    const { map } = plane;
    const fingers = Array.from(event.targetTouches);
    const zones = map ? fingers.map((finger) => zoneOf(fromMiddle(map(finger)))) : [];
    if (zones.length > 1 || zones.includes('band')) event.preventDefault();
  };
  // CSS can keep a page from scrolling in a box, but not in a ring.
  dial.addEventListener('touchstart', touch, { passive: false, signal });
  listenToWheel(dial, turning, signal);
}

/**
 * A wheel turns with Shift; without, it scrolls.
 *
 * @param {HTMLElement} dial
 * @param {Demo['turning']} turning
 * @param {AbortSignal} signal
 */
function listenToWheel(dial, turning, signal) {
  /** The angle, not rounded. @type {number | null} */
  let degrees = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;
  const settle = () => {
    clearTimeout(rest);
    if (degrees !== null) turning.turn(turning.angle.peek());
    degrees = null;
  };
  /** @param {WheelEvent} event */
  const roll = (event) => {
    if (!event.shiftKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // With Shift some browsers make it a wheel that scrolls sideways.
    const delta = event.deltaY || event.deltaX;
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? delta : delta * LINE_PIXELS;
    degrees = (degrees ?? turning.angle.peek()) - pixels / WHEEL_PIXELS;
    turning.turn(normalise(Math.round(degrees * 10) / 10), false);
    clearTimeout(rest);
    rest = setTimeout(settle, WHEEL_MS);
  };
  dial.addEventListener('wheel', roll, { passive: false, signal });
  signal.addEventListener('abort', settle);
}
