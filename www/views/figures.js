// The figures there are, by name: views that stand anywhere, with the numbers behind them.

import * as bars from './bars.js';
import * as errors from './errors.js';
import * as maps from './maps.js';
import * as polar from './polar_figure.js';

/**
 * @import { Demo } from '../state/demo.js'
 * @import { Wants } from '../state/study.js'
 */

/** Numbers behind a picture; an empty text where there is none yet. @typedef {{ columns: string[], rows: (string | number)[][] }} Table */

/**
 * What a figure is called, and the numbers that it shows now, of signals that it reads.
 *
 * @typedef {{ name: string, title: string, table: (demo: Demo) => Table }} Figure
 */

/**
 * @typedef {object} FigureView
 * @property {Figure} figure
 * @property {string} style
 * @property {(root: HTMLElement, demo: Demo, signal: AbortSignal) => unknown} mount
 * @property {Wants} [wants]
 */

/** @type {ReadonlyMap<string, FigureView>} */
export const FIGURES = new Map(
  [polar, maps, errors, bars].map((view) => [view.figure.name, /** @type {FigureView} */ (view)]),
);

/** Those that are drawings of vectors. */
export const OF_VECTORS = ['polar', 'errors'];

/** Names with spaces or commas between; null where there are none. @param {string | null} text */
export function namesIn(text) {
  const names = (text ?? '')
    .slice(0, 1000)
    .split(/[\s,]+/)
    .filter(Boolean);
  return names.length > 0 ? [...new Set(names)] : null;
}
