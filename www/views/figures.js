// The figures there are, by name: views that stand anywhere, with the numbers behind them. The answers are here; the others are loaded,
// each by itself, when somebody first looks or asks.

import { effect, untracked } from '@preact/signals-core';
import { CodedError } from '../engine/errors.js';
import * as answers from './bars.js';
import { Coming } from './coming.js';

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
 * What can be seen.
 *
 * @typedef {object} View
 * @property {string} style
 * @property {(root: HTMLElement, demo: Demo, signal: AbortSignal) => unknown} mount
 * @property {Wants} [wants]
 */

/**
 * @typedef {object} ViewOfFigure
 * @property {Figure} figure
 * @property {View} [head]  what stands above it where it is alone
 * @property {View['mount']} [mountBesidePad]  in the place of `mount` where a pad of its own has all the rest round it
 * @property {(demo: Demo) => boolean} [isWhole]  of signals; without that it is whole where it wants nothing
 */

/** @typedef {View & ViewOfFigure} FigureView */

/**
 * Loads each of the others. Written out, so that bundlers see what there is.
 *
 * @type {Record<string, () => Promise<FigureView>>}
 */
const LATE = {
  polar: () => import('./polar_figure.js'),
  maps: async () => {
    const { maps, chooser } = await import('./below.js');
    return { ...maps, head: chooser };
  },
  errors: async () => (await import('./below.js')).errors,
  orientation: () => import('../figures/orientation.js'),
  results: () => import('../figures/results.js'),
  cost: () => import('../figures/cost.js'),
  'by-angle': () => import('../figures/by-angle.js'),
  attention: () => import('../figures/attention.js'),
  position: () => import('../figures/position.js'),
  lifting: () => import('../figures/lifting.js'),
  encoding: () => import('../figures/encoding.js'),
  'group-size': () => import('../figures/group-size.js'),
  'theorem-1': () => import('../figures/theorem-1.js'),
  'theorem-2': () => import('../figures/theorem-2.js'),
  'theorem-3': () => import('../figures/theorem-3.js'),
  'theorem-4': () => import('../figures/theorem-4.js'),
};

/** What a demonstration shows where nothing else is said. */
export const ON_STAGE = ['polar', 'maps', 'errors', 'orientation', 'answers'];
/** Those that are drawings of vectors. */
export const OF_VECTORS = ['polar', 'errors', 'by-angle'];
/** All there are. */
export const NAMES = [...new Set([...ON_STAGE, ...Object.keys(LATE)])];

/** Those that are loaded, by name. @type {Map<string, Coming<FigureView>>} */
const comings = new Map(
  Object.entries(LATE).map(([name, load]) => [
    name,
    new Coming(load, {
      code: 'figure-unreachable',
      message: 'This figure could not be loaded.',
    }),
  ]),
);

/** What can be seen of the one that is here: the style of the others comes with them. */
export const { style } = answers;

/** A figure where it is here already; of a signal. @param {string} name @returns {FigureView | null} */
export function viewOf(name) {
  return name === answers.figure.name ? answers : (comings.get(name)?.here.value ?? null);
}

/** Why it could not be loaded when it was last tried; of a signal. @param {string} name */
export function troubleOf(name) {
  return comings.get(name)?.trouble.value ?? null;
}

/** A figure, loaded where it is not here yet, or failed to come. @param {string} name @returns {Promise<FigureView>} */
export async function bring(name) {
  if (name === answers.figure.name) return answers;
  const coming = comings.get(name);
  if (!coming) throw new CodedError('invalid-figure', `There is no “${name}”.`);
  return coming.bring();
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
  const views = await Promise.all(names.map(bring));
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
