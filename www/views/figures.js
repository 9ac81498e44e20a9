// The figures there are, by name: views that stand anywhere, with the numbers behind them.

import { effect, untracked } from '@preact/signals-core';
import * as bars from './bars.js';
import * as errors from './errors.js';
import * as maps from './maps.js';
import * as orientation from './orientation.js';
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
 * @property {(demo: Demo) => boolean} [isWhole]  of signals; without that it is whole where it wants nothing
 */

/** @type {ReadonlyMap<string, FigureView>} */
export const FIGURES = new Map(
  [polar, maps, errors, orientation, bars].map((view) => [
    view.figure.name,
    /** @type {FigureView} */ (view),
  ]),
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

/** Whether a figure has been told all that it asks; of signals. @param {FigureView} view @param {Demo} demo */
export function isWhole(view, demo) {
  if (view.isWhole) return view.isWhole(demo);
  // What it wants follows from what is tabled.
  void view.figure.table(demo);
  return untracked(() => !view.wants?.(demo, false));
}

/** Until figures are whole, or so many milliseconds have passed. @param {Demo} demo @param {readonly string[]} names @param {number} ms */
export async function whenWhole(demo, names, ms) {
  const views = names.flatMap((name) => FIGURES.get(name) ?? []);
  demo.study.rest();
  /** @type {() => void} */
  let stop = () => {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let clock;
  await new Promise((resolve) => {
    clock = setTimeout(resolve, ms);
    stop = effect(() => {
      const whole = views.map((view) => isWhole(view, demo));
      if (whole.every(Boolean)) resolve(undefined);
    });
  });
  clearTimeout(clock);
  stop();
}
