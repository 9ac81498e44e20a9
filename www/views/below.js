// What stands below the answers: what is inside the networks, and which engine runs. It is not of the first picture, so it is loaded
// after that.

import { add } from '../ui/dom.js';
import { adoptMore } from '../ui/styles.js';
import * as chooser from './chooser.js';
import * as drop from './drop.js';
import * as errors from './errors.js';
import * as maps from './maps.js';
import * as status from './status.js';
import * as trial from './trial.js';

/** @import { Demo } from '../state/demo.js' */

export { chooser, errors, maps };

/** Figures of one layer, which is chosen there. */
const OF_A_LAYER = ['maps', 'errors'];

const style = [chooser, trial, status, drop].map((view) => view.style).join('');

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {AbortSignal} signal
 * @param {object} parts
 * @param {boolean} parts.isCompact
 * @param {string[]} parts.names  of the figures inside
 * @param {(root: HTMLElement, name: string) => void} parts.mountFigure
 */
export function mount(root, demo, signal, { isCompact, names, mountFigure }) {
  const shadow = /** @type {ShadowRoot} */ (root.getRootNode());
  adoptMore(shadow, style);
  if (names.length > 0) {
    const inside = add(
      root,
      '<section class="inside" part="inside" role="group" aria-label="Feature maps"></section>',
    );
    if (names.some((name) => OF_A_LAYER.includes(name))) chooser.mount(inside, demo, signal);
    for (const name of names) mountFigure(inside, name);
    if (!isCompact) trial.mount(inside, demo, signal);
  }
  if (isCompact) return;
  status.mount(root, demo, signal);
  drop.mount(/** @type {HTMLElement} */ (root.closest('.root')), demo, signal);
}
