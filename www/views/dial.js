// The rotation dial round the pad, with what is said all round on it: 0° lies at the top and angles grow counter-clockwise, so that the
// hand points where the digit's own “up” does, as on the ring of the feature maps.

import { normalise } from '../state/angle.js';
import { add, find } from '../ui/dom.js';
import { describeAngle } from '../ui/format.js';
import { mount as mountPad, style as padStyle } from './pad.js';
import { listenToPointers } from './pointers.js';
import { RADII, mount as mountPolar, style as polarStyle } from './polar.js';
import { watch } from '../watch.js';

/** @import { Demo } from '../state/demo.js' */

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
.dial { position: relative; width: min(100%, var(--stage)); aspect-ratio: 1; cursor: pointer; touch-action: pan-x pan-y; -webkit-user-select: none; user-select: none; }
${polarStyle}
${padStyle}
:is(.pad, .paper, .hint) { inset: calc(50% - ${share(RADII.pad)}%); }
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
/* Both ways along the ring. */
.ways { position: absolute; width: 88px; height: 44px; pointer-events: none; overflow: visible; fill: none; stroke: var(--gsa-ink); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.angle {
  position: relative; transform: rotate(calc(-1 * var(--angle, 0deg))); pointer-events: none;
  color: var(--gsa-ground); font-size: 0.8125rem; line-height: 1; font-weight: 700; font-variant-numeric: tabular-nums;
}
@media (forced-colors: active) {
  .knob::before { background: Highlight; forced-color-adjust: none; }
  .angle { color: HighlightText; forced-color-adjust: none; }
  .ways { stroke: CanvasText; }
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
  const pad = mountPad(dial, demo, signal);
  const arm = add(
    dial,
    `<div class="arm"><div class="knob" part="knob" role="slider" tabindex="0"
      aria-label="Turn the drawing" aria-valuemin="0" aria-valuemax="359"><svg class="ways" viewBox="-44 -22 88 44" aria-hidden="true"><path d="M-31-6l-6 6 6 6M31-6l6 6-6 6" /></svg><span class="angle" part="angle" aria-hidden="true"></span></div></div>`,
  );
  const knob = find(arm, '.knob');
  listenToPointers(dial, { pad, knob }, demo, signal);
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
