// The rotation dial round the pad: 0° lies to the right and angles grow counter-clockwise, as on the
// unit circle and as in the arrangement of the feature maps.

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

/** An angle in [0, 360). @param {number} degrees */
export function normalise(degrees) {
  const rest = degrees % 360;
  const turned = rest < 0 ? rest + 360 : rest;
  return turned === 360 ? 0 : turned + 0;
}

/** @param {number} degrees */
export function describeAngle(degrees) {
  const shown = Math.round(normalise(degrees)) % 360;
  if (shown === 0) return 'upright';
  return shown <= 180 ? `${shown}° counter-clockwise` : `${360 - shown}° clockwise`;
}

export class Dial {
  #angle = 0;
  #root;
  #knob;
  #turned;
  /** @type {{ id: number, offset: number } | null} */
  #grip = null;
  /** A finger on the ring: a tap turns there, a swipe scrolls the page. @type {number | null} */
  #tap = null;

  /**
   * @param {HTMLElement} root  the square that holds ring, knob and pad
   * @param {HTMLElement} knob
   * @param {(degrees: number, finished: boolean) => void} turned
   * @param {AbortSignal} signal
   */
  constructor(root, knob, turned, signal) {
    this.#root = root;
    this.#knob = knob;
    this.#turned = turned;
    const options = { signal };
    root.addEventListener('pointerdown', (event) => this.#down(event), options);
    root.addEventListener('pointermove', (event) => this.#move(event), options);
    root.addEventListener('pointerup', (event) => this.#up(event), options);
    root.addEventListener('pointercancel', (event) => this.#cancel(event), options);
    knob.addEventListener('keydown', (event) => this.key(event), options);
    signal.addEventListener('abort', () => {
      this.#grip = null;
    });
  }

  get held() {
    return this.#grip !== null;
  }

  /** @param {number} degrees */
  set angle(degrees) {
    this.#angle = degrees;
    this.#root.style.setProperty('--angle', `${-degrees}deg`);
    this.#knob.setAttribute('aria-valuenow', String(Math.round(degrees) % 360));
    this.#knob.setAttribute('aria-valuetext', describeAngle(degrees));
  }

  /** Angle of a pointer seen from the middle. @param {PointerEvent} event */
  #bearing(event) {
    const box = this.#root.getBoundingClientRect();
    const x = event.clientX - box.left - box.width / 2;
    const y = event.clientY - box.top - box.height / 2;
    return { degrees: (Math.atan2(-y, x) * 180) / Math.PI, radius: Math.hypot(x, y) / box.width };
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (!event.isPrimary || event.button !== 0 || this.#grip) return;
    const onKnob = event.target === this.#knob;
    // Events of the pad pass here too; corners of the square are no part of the ring.
    if (!onKnob && event.target instanceof HTMLCanvasElement) return;
    const { degrees, radius } = this.#bearing(event);
    if (!onKnob && radius > 0.53) return;
    if (!onKnob && event.pointerType === 'touch') {
      this.#tap = event.pointerId;
      return;
    }
    event.preventDefault();
    this.#knob.focus({ preventScroll: true });
    try {
      this.#root.setPointerCapture(event.pointerId);
    } catch {
      // A synthetic pointer cannot be captured; turning works without.
    }
    this.#grip = { id: event.pointerId, offset: onKnob ? degrees - this.#angle : 0 };
    if (!onKnob) this.#turn(degrees, false);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (this.#grip?.id !== event.pointerId) return;
    this.#turn(this.#bearing(event).degrees - this.#grip.offset, false);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    if (this.#tap === event.pointerId) {
      this.#tap = null;
      this.#turn(this.#bearing(event).degrees, true);
      return;
    }
    if (this.#grip?.id !== event.pointerId) return;
    this.#grip = null;
    this.#turned(this.#angle, true);
  }

  /** @param {PointerEvent} event */
  #cancel(event) {
    if (this.#tap === event.pointerId) this.#tap = null;
    else this.#up(event);
  }

  /** @param {number} degrees @param {boolean} finished */
  #turn(degrees, finished) {
    const quarter = Math.round(degrees / 90) * 90;
    const held = Math.abs(degrees - quarter) <= HOLD_DEGREES ? quarter : degrees;
    this.#turned(normalise(Math.round(held * 10) / 10), finished);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    let degrees;
    if (event.key === 'Home') degrees = 0;
    else if (event.key === 'End') degrees = 359;
    else if (event.key in STEPS) {
      const step = STEPS[event.key];
      degrees = this.#angle + (event.shiftKey && Math.abs(step) === 5 ? step / 5 : step);
    } else return;
    event.preventDefault();
    this.#turned(normalise(Math.round(degrees * 10) / 10), true);
  }
}
