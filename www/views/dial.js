// The rotation dial round the pad: 0° lies to the right and angles grow counter-clockwise, as on the
// unit circle and as in the arrangement of the feature maps.

import { normalise } from '../state/angle.js';
import { add, find } from '../ui/dom.js';
import { describeAngle } from '../ui/format.js';
import { mount as mountPad, style as padStyle } from './pad.js';
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

export const style = `
.dial { position: relative; width: min(100%, 400px); aspect-ratio: 1; -webkit-user-select: none; user-select: none; }
.ticks { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; cursor: pointer; }
.ticks circle { fill: none; stroke: var(--gsa-ring); stroke-width: 7.2; }
.ticks line { stroke: var(--gsa-muted); stroke-width: 0.35; stroke-linecap: round; opacity: 0.75; }
.ticks .quarter { stroke: var(--gsa-ink); stroke-width: 0.7; opacity: 1; }
${padStyle}
.arm { position: absolute; left: 50%; top: 50%; width: 46%; height: 0; transform-origin: 0 0; pointer-events: none; transform: rotate(var(--angle, 0deg)); }
.knob {
  position: absolute; left: 100%; top: 0; width: 44px; height: 44px; margin: -22px; border-radius: 50%;
  pointer-events: auto; cursor: grab; touch-action: none; -webkit-tap-highlight-color: transparent;
}
.knob::before {
  content: ""; position: absolute; inset: 9px; border-radius: 50%;
  background: var(--gsa-accent); box-shadow: 0 0 0 3px var(--gsa-surface), 0 1px 5px 2px rgb(0 0 0 / 0.25);
}
.knob:active { cursor: grabbing; }
.knob:focus-visible { outline-offset: -3px; }
.angle { position: absolute; inset: 0 0 auto auto; font-size: 1.25rem; line-height: 1; font-weight: 650; font-variant-numeric: tabular-nums; }
@media (forced-colors: active) {
  .knob::before { background: Highlight; forced-color-adjust: none; }
}
`;

function ticks() {
  let marks = '';
  for (let degrees = 0; degrees < 360; degrees += 15) {
    const size = degrees % 90 === 0 ? 'quarter' : degrees % 45 === 0 ? 'eighth' : 'small';
    const length = { quarter: 3.4, eighth: 2.4, small: 1.4 }[size];
    marks += `<line class="${size}" x1="${46 - length / 2}" x2="${46 + length / 2}" y1="0" y2="0" transform="rotate(${-degrees})" />`;
  }
  return `<svg class="ticks" viewBox="-50 -50 100 100" aria-hidden="true"><circle r="46" />${marks}</svg>`;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const dial = add(
    root,
    `<div class="dial" part="dial">
      ${ticks()}
      <output class="angle" part="angle" aria-hidden="true"></output>
    </div>`,
  );
  mountPad(dial, demo, signal);
  const arm = add(
    dial,
    `<div class="arm"><div class="knob" part="knob" role="slider" tabindex="0"
      aria-label="Turn the drawing" aria-valuemin="0" aria-valuemax="359"></div></div>`,
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
  const bearing = (event) => {
    const box = dial.getBoundingClientRect();
    const x = event.clientX - box.left - box.width / 2;
    const y = event.clientY - box.top - box.height / 2;
    return { degrees: (Math.atan2(-y, x) * 180) / Math.PI, radius: Math.hypot(x, y) / box.width };
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
    const onKnob = event.target === knob;
    // Events of the pad pass here too; corners of the square are no part of the ring.
    if (!onKnob && event.target instanceof HTMLCanvasElement) return;
    const { degrees, radius } = bearing(event);
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
    if (grip?.id === event.pointerId) turn(bearing(event).degrees - grip.offset, false);
  };
  /** @param {PointerEvent} event */
  const release = (event) => {
    if (grip?.id !== event.pointerId) return;
    grip = null;
    turning.turn(turning.angle.peek());
  };
  /** @param {PointerEvent} event */
  const up = (event) => {
    if (tap === event.pointerId) turn(bearing(event).degrees, true);
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
