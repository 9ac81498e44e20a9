// The figures there are, by name: views that stand anywhere, with the numbers behind them. Those of a demonstration's first sight are
// here; the others are loaded, each by itself, when somebody first looks or asks.

import { effect, signal, untracked } from '@preact/signals-core';
import { CodedError } from '../engine/errors.js';
import * as bars from './bars.js';
import * as errors from './errors.js';
import * as maps from './maps.js';
import * as polar from './polar_figure.js';

/**
 * @import { Signal } from '@preact/signals-core'
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

/**
 * Loads each of the others. Written out, so that bundlers see what there is.
 *
 * @type {Record<string, () => Promise<FigureView>>}
 */
const LATE = {
  orientation: () => import('../figures/orientation.js'),
  results: () => import('../figures/results.js'),
  cost: () => import('../figures/cost.js'),
  'by-angle': () => import('../figures/by_angle.js'),
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
/** Those that are of no drawing: they need neither a pad nor a network. @type {string[]} */
export const OF_NO_DRAWING = ['results', 'cost'];
/** All there are. */
export const NAMES = [...new Set([...ON_STAGE, ...Object.keys(LATE)])];

/** Those that are here, by name. @type {Signal<ReadonlyMap<string, FigureView>>} */
const here = signal(
  new Map(
    [polar, maps, errors, bars].map((view) => [view.figure.name, /** @type {FigureView} */ (view)]),
  ),
);
/** Why one could not be loaded. @type {Signal<ReadonlyMap<string, CodedError>>} */
const troubles = signal(new Map());
/** @type {Map<string, Promise<FigureView>>} */
const coming = new Map();

/** What can be seen of those that are here: the style of the others comes with them. */
export const style = Array.from(here.peek().values(), (view) => view.style).join('');

/** A figure where it is here already; of a signal. @param {string} name */
export function viewOf(name) {
  return here.value.get(name) ?? null;
}

/** Why it could not be loaded when it was last tried; of a signal. @param {string} name */
export function troubleOf(name) {
  return troubles.value.get(name) ?? null;
}

/** A figure, loaded where it is not here yet, or failed to come. @param {string} name @returns {Promise<FigureView>} */
export async function bring(name) {
  const view = here.peek().get(name);
  if (view) return view;
  if (!Object.hasOwn(LATE, name)) throw new CodedError('invalid-figure', `There is no “${name}”.`);
  const loading = coming.get(name) ?? load(name);
  coming.set(name, loading);
  return loading;
}

/** @param {string} name */
async function load(name) {
  tell(name);
  try {
    const view = await LATE[name]();
    here.value = new Map(here.peek()).set(name, view);
    return view;
  } catch (cause) {
    const error = new CodedError('figure-unreachable', 'This figure could not be loaded.', {
      cause,
    });
    tell(name, error);
    throw error;
  } finally {
    coming.delete(name);
  }
}

/** @param {string} name @param {CodedError} [error] */
function tell(name, error) {
  const others = new Map(troubles.peek());
  others.delete(name);
  troubles.value = error ? others.set(name, error) : others;
}

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
