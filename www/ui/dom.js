// Elements made from text, and found.

import { trusted } from './trust.js';

/**
 * Adds what a text of one element says.
 *
 * @param {ParentNode & Node} parent
 * @param {string} html
 * @returns {HTMLElement}
 */
export function add(parent, html) {
  const holder = document.createElement('template');
  holder.innerHTML = trusted(html.trim());
  const element = /** @type {HTMLElement} */ (holder.content.firstElementChild);
  parent.append(element);
  return element;
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function find(root, selector) {
  // Never by its class: in another document's tree some browsers give it that document's.
  const found = root.querySelector(selector);
  if (!found) throw new Error(`the markup lacks ${selector}`);
  return /** @type {HTMLElement} */ (found);
}

/** The window that an element is in: not the one whose scripts made it where it was put into a frame or another window. @param {Node} node */
export function windowOf({ ownerDocument }) {
  return /** @type {Window & typeof globalThis} */ (ownerDocument?.defaultView ?? globalThis);
}

/** Writes only what is different: assistive technology tells each change. @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Those who use keys are not to lose their place to a control that goes: the pad gets the focus.
 *
 * @param {Element} element
 */
export function yieldFocus(element) {
  if (!element.matches(':focus, :focus-within')) return;
  const root = /** @type {ShadowRoot | Document} */ (element.getRootNode());
  const pad = /** @type {HTMLElement | null} */ (root.querySelector('.pad'));
  pad?.focus({ preventScroll: true });
}
