// How views follow the state.

import { computed, effect, signal as signalOf, untracked } from '@preact/signals-core';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from './state/demo.js'
 * @import { Network } from './state/networks.js'
 */

/** How far beyond the screen a view is still near it: what is scrolled to has been asked for by then. */
const REACH = '300% 0px';

/**
 * Runs something now and whenever a signal that it read has changed.
 *
 * @param {AbortSignal} signal  ends it
 * @param {() => void} follow
 */
export function watch(signal, follow) {
  signal.addEventListener('abort', effect(follow));
}

/**
 * Whether an element is on the screen or near it. Until that is known, and where it cannot be known, it is.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 * @param {{ reach?: string, first?: boolean }} [how]  how far is near, and what counts until that is known
 * @returns {ReadonlySignal<boolean>}
 */
export function near(element, signal, { reach = REACH, first = true } = {}) {
  const is = signalOf(true);
  if (typeof IntersectionObserver !== 'function') return is;
  is.value = first;
  const observer = new IntersectionObserver(
    (entries) => (is.value = entries[entries.length - 1].isIntersecting),
    { rootMargin: reach },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
  return is;
}

/** Who has not scrolled quickly for so long has slowed down. */
const SLOW_MS = 100;
/** What was scrolled longer ago than this was another move: how fast this one is, is not known yet. */
const APART_MS = 400;

const hurries = signalOf(false);
/** What was scrolled last, and where to. @type {{ target: EventTarget | null, top: number, time: number }} */
let last = { target: null, top: 0, time: 0 };
let hurriedAt = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let slowing;

/** @param {Event} event */
function followScroll({ target, timeStamp: time }) {
  const top = target instanceof Element ? target.scrollTop : scrollY;
  const [way, ms] = [Math.abs(top - last.top), time - last.time];
  const isFast = target === last.target && ms < APART_MS && way * 1000 > innerHeight * ms;
  last = { target, top, time };
  if (!isFast) return;
  hurries.value = true;
  hurriedAt = time;
  clearTimeout(slowing);
  // On a slow machine the next move may be late: it is told before the next frame.
  const slowDown = () => {
    if (hurriedAt === time) hurries.value = false;
  };
  slowing = setTimeout(() => requestAnimationFrame(slowDown), SLOW_MS);
}

/** Whether one scrolls by more than a screen a second: what is made then makes that stutter, and nobody reads it. @returns {ReadonlySignal<boolean>} */
export function hurried() {
  // Who listens twice is told once.
  globalThis.document?.addEventListener('scroll', followScroll, { capture: true, passive: true });
  return hurries;
}

/**
 * Whether somebody may look at it: it is near the screen, and was not only hurried past.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 * @param {string} reach  how far is near
 * @returns {ReadonlySignal<boolean>}
 */
export function reached(element, signal, reach) {
  const isNear = near(element, signal, { first: false, reach });
  const hurry = hurried();
  const is = signalOf(false);
  watch(signal, () => {
    if (!isNear.value) is.value = false;
    else if (!hurry.value) is.value = true;
  });
  return is;
}

/** How long a page that draws no frames is waited for. */
const NO_FRAME_MS = 200;

/**
 * Whether what is there now has been painted: false until the frame after the next begins.
 *
 * @param {AbortSignal} signal
 * @returns {ReadonlySignal<boolean>}
 */
export function painted(signal) {
  const is = signalOf(false);
  const tell = () => (is.value = true);
  if (typeof requestAnimationFrame !== 'function') {
    tell();
    return is;
  }
  requestAnimationFrame(() => requestAnimationFrame(tell));
  const clock = setTimeout(tell, NO_FRAME_MS);
  signal.addEventListener('abort', () => clearTimeout(clock));
  return is;
}

/** How wide an element is, in the page's pixels. @param {HTMLElement} element @param {AbortSignal} signal @returns {ReadonlySignal<number>} */
export function widthOf(element, signal) {
  const width = signalOf(element.clientWidth || 560);
  if (typeof ResizeObserver === 'function') {
    const observer = new ResizeObserver(() => (width.value = element.clientWidth || width.peek()));
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
  }
  return width;
}

/** What marks the places of networks in markup and style. */
export const PLACES = /** @type {const} */ (['main', 'other', 'third']);

/** What marks a network's place in markup and style. @param {number} index */
export function placeOf(index) {
  return PLACES[Math.min(index, PLACES.length - 1)];
}

/**
 * Makes a part of a view for each network shown, and takes it away with it. The networks themselves may change.
 *
 * @param {Demo} demo
 * @param {AbortSignal} signal
 * @param {(network: ReadonlySignal<Network | undefined>, index: number, signal: AbortSignal) => Element[]} mount  gives what
 *   is to be taken away
 */
export function eachNetwork(demo, signal, mount) {
  /** @type {{ life: AbortController, elements: Element[] }[]} */
  const parts = [];
  const count = computed(() => demo.networks.shown.value.length);
  const more = () => {
    const index = parts.length;
    const life = new AbortController();
    const network = computed(() => demo.networks.shown.value.at(index));
    parts.push({ life, elements: mount(network, index, life.signal) });
  };
  const less = () => {
    const { life, elements } = /** @type {(typeof parts)[0]} */ (parts.pop());
    life.abort();
    for (const element of elements) element.remove();
  };
  watch(signal, () => {
    const wanted = count.value;
    untracked(() => {
      while (parts.length < wanted) more();
      while (parts.length > wanted) less();
    });
  });
  signal.addEventListener('abort', () => parts.forEach(({ life }) => life.abort()));
}
