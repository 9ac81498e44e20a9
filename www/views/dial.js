// The rotation dial round the pad, with what is said all round on it: 0° lies at the top and angles grow counter-clockwise, so that the
// hand points where the digit's own “up” does, as on the ring of the feature maps.

import { normalise } from '../state/angle.js';
import { add, find } from '../ui/dom.js';
import { bearing } from '../ui/circle.js';
import { describeAngle } from '../ui/format.js';
import { mount as mountPad, style as padStyle } from './pad.js';
import { RADII, mount as mountPolar, style as polarStyle } from './polar.js';
import { watch } from './watch.js';

/** @import { Demo } from '../state/demo.js' */

/** Near a quarter turn, where equivariance is exact, dragging holds on to it. */
const HOLD_DEGREES = 3;

/** @type {Record<string, number>} */
const STEPS = {
  ArrowRight: 5,
  ArrowUp: 5,
  ArrowLeft: -5,
  ArrowDown: -5,
  PageUp: 90,
  PageDown: -90,
};

/** The share of the square that lies within a radius, in per cent of half its side. @param {number} radius */
const share = (radius) => ((50 * radius) / RADII.half).toFixed(2);

export const style = `
.dial { position: relative; width: min(100%, 536px); aspect-ratio: 1; cursor: pointer; -webkit-user-select: none; user-select: none; }
${polarStyle}
${padStyle}
:is(.pad, .hint) { inset: calc(50% - ${share(RADII.pad)}%); }
.pad { width: calc(2 * ${share(RADII.pad)}%); height: calc(2 * ${share(RADII.pad)}%); }
.arm { position: absolute; left: 50%; bottom: 50%; width: 0; height: ${share(RADII.knob)}%; transform-origin: 50% 100%; pointer-events: none; transform: rotate(var(--angle, 0deg)); }
.arm::before {
  content: ""; position: absolute; left: -1px; width: 2px; top: 0; bottom: ${((100 * RADII.unsure) / RADII.knob).toFixed(2)}%; background: var(--gsa-ink);
}
.knob {
  position: absolute; left: 0; top: 0; width: 44px; height: 44px; margin: -22px; border-radius: 50%;
  display: grid; place-items: center; pointer-events: auto; cursor: grab; touch-action: none; -webkit-tap-highlight-color: transparent;
}
.knob::before {
  content: ""; position: absolute; inset: 2px; border-radius: 50%;
  background: var(--gsa-ink); box-shadow: 0 0 0 2px var(--gsa-surface);
}
.knob:active { cursor: grabbing; }
.knob:focus-visible { outline-offset: -1px; }
.angle {
  position: relative; transform: rotate(calc(-1 * var(--angle, 0deg))); pointer-events: none;
  color: var(--gsa-ground); font-size: 0.8125rem; line-height: 1; font-weight: 700; font-variant-numeric: tabular-nums;
}
@media (forced-colors: active) {
  .knob::before { background: Highlight; forced-color-adjust: none; }
  .angle { color: HighlightText; forced-color-adjust: none; }
}
`;

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {AbortSignal} signal
 * @param {boolean} [hasPolar]  whether what is said all round is on it
 * @returns {HTMLElement} the square, whose corners are free
 */
export function mount(root, demo, signal, hasPolar = true) {
  const dial = add(root, '<div class="dial" part="dial"></div>');
  mountPolar(dial, demo, signal, hasPolar);
  mountPad(dial, demo, signal);
  const arm = add(
    dial,
    `<div class="arm"><div class="knob" part="knob" role="slider" tabindex="0"
      aria-label="Turn the drawing" aria-valuemin="0" aria-valuemax="359"><span class="angle" part="angle" aria-hidden="true"></span></div></div>`,
  );
  const knob = find(arm, '.knob');
  listen(dial, knob, demo, signal);
  knob.addEventListener('keydown', (event) => turnByKey(demo, event), { signal });
  watch(signal, () => {
    const degrees = demo.turning.angle.value;
    const shown = String(Math.round(degrees) % 360);
    dial.style.setProperty('--angle', `${-degrees}deg`);
    find(dial, '.angle').textContent = `${shown}°`;
    knob.setAttribute('aria-valuenow', shown);
    knob.setAttribute('aria-valuetext', describeAngle(degrees));
  });
  return dial;
}

/** @param {Demo} demo @param {KeyboardEvent} event */
export function turnByKey({ turning }, event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  let degrees;
  if (event.key === 'Home') degrees = 0;
  else if (event.key === 'End') degrees = 359;
  else if (event.key in STEPS) {
    const step = STEPS[event.key];
    degrees = turning.angle.peek() + (event.shiftKey && Math.abs(step) === 5 ? step / 5 : step);
  } else return;
  event.preventDefault();
  turning.turn(normalise(Math.round(degrees * 10) / 10));
}

/**
 * @param {HTMLElement} dial  the square that holds ring, knob and pad
 * @param {HTMLElement} knob
 * @param {Demo} demo
 * @param {AbortSignal} signal
 */
function listen(dial, knob, { turning }, signal) {
  /** @type {{ id: number, offset: number } | null} */
  let grip = null;
  /** A finger on the ring: a tap turns there, a swipe scrolls the page. @type {number | null} */
  let tap = null;

  /** Angle of a pointer seen from the middle. @param {PointerEvent} event */
  const placeOf = (event) => {
    const box = dial.getBoundingClientRect();
    const x = event.clientX - box.left - box.width / 2;
    const y = event.clientY - box.top - box.height / 2;
    return { degrees: bearing(x, y), radius: Math.hypot(x, y) / box.width };
  };
  /** @param {number} degrees @param {boolean} finished */
  const turn = (degrees, finished) => {
    const quarter = Math.round(degrees / 90) * 90;
    const held = Math.abs(degrees - quarter) <= HOLD_DEGREES ? quarter : degrees;
    turning.turn(normalise(Math.round(held * 10) / 10), finished);
  };

  /** @param {PointerEvent} event */
  const down = (event) => {
    if (!event.isPrimary || event.button !== 0 || grip) return;
    const onKnob = event.target === knob || knob.contains(/** @type {Node} */ (event.target));
    // Events of the pad pass here too; corners of the square are no part of the ring.
    if (!onKnob && event.target instanceof HTMLCanvasElement) return;
    const { degrees, radius } = placeOf(event);
    if (!onKnob && radius > 0.53) return;
    if (!onKnob && event.pointerType === 'touch') {
      tap = event.pointerId;
      return;
    }
    event.preventDefault();
    knob.focus({ preventScroll: true });
    try {
      dial.setPointerCapture(event.pointerId);
    } catch {
      // A synthetic pointer cannot be captured; turning works without.
    }
    grip = { id: event.pointerId, offset: onKnob ? degrees - turning.angle.peek() : 0 };
    if (!onKnob) turn(degrees, false);
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    if (grip?.id === event.pointerId) turn(placeOf(event).degrees - grip.offset, false);
  };
  /** @param {PointerEvent} event */
  const release = (event) => {
    if (grip?.id !== event.pointerId) return;
    grip = null;
    turning.turn(turning.angle.peek());
  };
  /** @param {PointerEvent} event */
  const up = (event) => {
    if (tap === event.pointerId) turn(placeOf(event).degrees, true);
    else release(event);
    if (tap === event.pointerId) tap = null;
  };
  /** @param {PointerEvent} event */
  const cancel = (event) => {
    if (tap === event.pointerId) tap = null;
    else release(event);
  };
  dial.addEventListener('pointerdown', down, { signal });
  dial.addEventListener('pointermove', move, { signal });
  dial.addEventListener('pointerup', up, { signal });
  dial.addEventListener('pointercancel', cancel, { signal });
}
