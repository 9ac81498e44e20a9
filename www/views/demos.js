// The demonstrations that are on pages, so that a figure finds the one that it is of.

import { signal } from '@preact/signals-core';

/** @import { Demo } from '../state/demo.js' */

/** By their elements, in the order in which they came. @type {Map<Element, Demo>} */
const here = new Map();

/** Counts comings and goings. */
export const comings = signal(0);

/** @param {Element} element @param {Demo} demo @param {AbortSignal} signal  ends its stay */
export function enter(element, demo, signal) {
  here.set(element, demo);
  comings.value++;
  signal.addEventListener('abort', () => {
    here.delete(element);
    comings.value++;
  });
}

/**
 * The one that an id names, as seen from a place on a page; without an id the first one of the page.
 *
 * @param {Element} from
 * @param {string | null} id
 * @returns {{ element: Element | null, demo: Demo | null }} an element without its demonstration is still to come
 */
export function findDemo(from, id) {
  const root = /** @type {Document | ShadowRoot} */ (from.getRootNode());
  const roots = 'querySelector' in root ? [root, from.ownerDocument] : [from.ownerDocument];
  /** @param {Document | ShadowRoot} root */
  const look = (root) => (id === null ? root.querySelector('gsa-demo') : root.getElementById(id));
  /** @type {Element | null} */
  let element = roots.map(look).find((found) => found) ?? null;
  // Or one in a shadow root, where no selector reaches.
  if (!element && id === null) {
    element = [...here.keys()].find((e) => e.ownerDocument === from.ownerDocument) ?? null;
  }
  return { element, demo: (element && here.get(element)) ?? null };
}
