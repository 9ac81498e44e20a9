// One set of weights at several numbers of rotations: which one is looked at, what came of each, and what it takes to ask.

import { computed, signal } from '@preact/signals-core';
import { catalogue } from '../engine/catalogue.js';
import { CodedError } from '../engine/errors.js';
import { PRIORITY, isStale } from '../engine/requests/rotations.js';
import { modelUrl } from '../engine/settings.js';
import { withVariant } from '../engine/variant.js';
import { readWords, writeWords } from './chosen.js';
import { coded } from './failures.js';
import { addKind } from './study.js';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { Entry } from '../engine/catalogue.js'
 * @import { Rotated, RotationsReply, RotationsRequest } from '../engine/requests/rotations.js'
 * @import { Demo } from './demo.js'
 */

/** What is known, and of which drawing and angle. @typedef {{ drawing: number, angle: number, rotated: Rotated }} Known */

/** The numbers that one can choose from. */
export const SIZES = [1, 2, 3, 4, 6, 8, 12, 16];
/** Whose weights they are, and with how many rotations these were trained. */
export const NETWORK = 'r4_sa';
export const TRAINED = 4;
/** How many passes of the network a question takes: of the drawing, and of two drawings that are compared. */
const PASSES = 3;
/** What takes longer is asked only when somebody says so. */
const LONG_MS = 800;

/** By what further workers are asked, and the worker that has the graphics card. */
const SLOTS = { apart: 'apart rotations', card: 'rotations' };

/** What is known of all networks; null until the list is here. @type {Signal<Entry[] | null>} */
const entries = signal(/** @type {Entry[] | null} */ (null));
/** How many digits these weights read right at each number, and what one costs. */
export const measured = computed(
  () => entries.value?.find(({ name }) => name === NETWORK)?.byRotations ?? null,
);
/** Why there is no list. */
export const trouble = signal('');

/** Somebody is about to look. */
export async function bringMeasured() {
  if (entries.peek()) return;
  try {
    trouble.value = '';
    entries.value = await catalogue();
  } catch (error) {
    trouble.value = /** @type {Error} */ (error).message;
  }
}

addKind('rotations', {
  priority: PRIORITY,
  isStale,
  keep: (demo, request, reply) => rotationsOf(demo).keep(request, reply),
  failed: (demo, error) => rotationsOf(demo).fail(error),
});

/** @type {WeakMap<Demo, Rotations>} */
const all = new WeakMap();

/** @param {Demo} demo */
export function rotationsOf(demo) {
  let rotations = all.get(demo);
  if (!rotations) all.set(demo, (rotations = new Rotations(demo)));
  return rotations;
}

/** The address of the weights with so many rotations: as they were trained they may be here already. @param {number} size */
function urlOf(size) {
  return withVariant(modelUrl(NETWORK), size === TRAINED ? {} : { rotations: size });
}

export class Rotations {
  #demo;
  /** By number of rotations. @type {Signal<ReadonlyMap<number, Known>>} */
  #known = signal(/** @type {ReadonlyMap<number, Known>} */ (new Map()));
  /** How long an answer took here at best, and on which engine. @type {Signal<{ engine: string, times: ReadonlyMap<number, number> }>} */
  #times = signal({ engine: '', times: new Map() });
  /** The channel that is looked at, the same at all numbers. @type {number | null} */
  #channel = null;

  /** How many rotations are looked at. */
  size = signal(TRAINED);
  /** For how many it is being asked because somebody said so. @type {Signal<number | null>} */
  asking = signal(/** @type {number | null} */ (null));
  /** Why there is nothing to see. @type {Signal<CodedError | null>} */
  error = signal(/** @type {CodedError | null} */ (null));

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
    demo.places.keep('group-size', {
      write: () =>
        writeWords({ rotations: this.size.peek() === TRAINED ? null : this.size.peek() }),
      read: (text) => {
        const size = Number(readWords(text).get('rotations'));
        if (SIZES.includes(size)) this.choose(size);
      },
    });
  }

  /** The question as it stands; null where there is none. @param {number} size @returns {RotationsRequest | null} */
  #question(size) {
    const { drawing, turning, choice } = this.#demo;
    if (drawing.isEmpty.value) return null;
    try {
      return {
        ...{ kind: 'rotations', strokes: drawing.strokes.value, engine: choice.value },
        url: urlOf(size),
        ...{ angle: turning.angle.value, channel: this.#channel },
      };
    } catch (error) {
      this.error.value = coded(error);
      return null;
    }
  }

  /** What is known of the state as it is now; of signals. @param {number} size */
  now(size) {
    const known = this.#known.value.get(size);
    const { drawing, turning } = this.#demo;
    const isNow = known?.drawing === drawing.version.value && known.angle === turning.angle.value;
    return isNow && !drawing.isEmpty.value ? known.rotated : null;
  }

  /** What was known last, to be shown until there is more. @param {number} size */
  last(size) {
    return this.#demo.drawing.sinceBlank(this.#known.value.get(size))?.rotated ?? null;
  }

  /** How long a question will take here, in milliseconds; null where nothing is known to go by. @param {number} size */
  timeOf(size) {
    const { times } = this.#times.value;
    const own = times.get(size);
    if (own !== undefined) return PASSES * own;
    const cost = (/** @type {number} */ of) =>
      measured.value?.find(({ rotations }) => rotations === of)?.cost;
    const [nearest] = [...times.keys()].sort((a, b) => Math.abs(a - size) - Math.abs(b - size));
    const [here, there] = [cost(size), cost(nearest)];
    return here && there ? (PASSES * (times.get(nearest) ?? 0) * here) / there : null;
  }

  /** @param {number} size */
  isCostly(size) {
    const ms = this.timeOf(size);
    return ms === null ? size > TRAINED : ms > LONG_MS;
  }

  /** What is to be asked at rest. @returns {RotationsRequest | null} */
  get wish() {
    const size = this.size.peek();
    if (this.error.peek() || this.now(size) || this.isCostly(size)) return null;
    return this.#question(size);
  }

  /** @param {RotationsRequest} asked @param {RotationsReply} reply */
  keep(asked, { rotated }) {
    const size = rotated?.elements.length ?? 0;
    if (!rotated || !SIZES.includes(size)) return false;
    const drawing = this.#demo.drawing.version.peek();
    this.#known.value = new Map(this.#known.peek()).set(size, {
      ...{ drawing, angle: asked.angle, rotated },
    });
    if (size > 1) this.#channel ??= rotated.channel;
    const before = this.#times.peek();
    const times = new Map(before.engine === rotated.engine ? before.times : []);
    times.set(size, Math.min(times.get(size) ?? Infinity, rotated.milliseconds));
    this.#times.value = { engine: rotated.engine, times };
    return true;
  }

  /** @param {unknown} error */
  fail(error) {
    this.error.value = coded(error);
  }

  // ---- Actions ----

  /** @param {number} size */
  choose(size) {
    if (!SIZES.includes(size) || size === this.size.peek()) return;
    this.size.value = size;
    this.error.value = null;
    this.#demo.study.rest();
  }

  /** Those that are not known of the state as it is now; of signals. */
  get left() {
    return SIZES.filter((size) => !this.now(size));
  }

  /** Somebody wants these, however long it takes; what is asked of another drawing or angle is of no use any more. @param {readonly number[]} sizes */
  async ask(sizes) {
    const demo = this.#demo;
    if (this.asking.peek() !== null) return;
    this.error.value = null;
    const [drawing, angle] = [demo.drawing.version.peek(), demo.turning.angle.peek()];
    const isOver = () =>
      drawing !== demo.drawing.version.peek() || angle !== demo.turning.angle.peek();
    try {
      for (const size of sizes) {
        const { engine } = demo;
        if (!engine || isOver()) return;
        if (this.now(size)) continue;
        this.asking.value = size;
        const slot = this.#slot;
        /** @type {RotationsRequest | null} */
        let asked = null;
        const reply = await engine.ask(demo, slot, PRIORITY, () => {
          const question = isOver() ? null : this.#question(size);
          const isApart = slot === SLOTS.apart && engine.lanes > 0;
          return (asked = question && isApart ? { ...question, engine: 'cpu' } : question);
        });
        if (!reply || !asked || drawing !== demo.drawing.version.peek()) return;
        this.keep(asked, reply);
      }
    } catch (error) {
      if (coded(error).code !== 'model-stopped') this.fail(error);
    } finally {
      this.asking.value = null;
    }
  }

  /** What nobody waits for keeps nobody waiting; a graphics card does not, and only one worker has it. */
  get #slot() {
    return this.#demo.report.peek()?.name === 'webgpu' ? SLOTS.card : SLOTS.apart;
  }

  /** Nobody wants it any more. */
  stop() {
    const size = this.asking.peek();
    if (size === null) return;
    for (const slot of Object.values(SLOTS))
      this.#demo.engine?.stopAt(this.#demo, slot, urlOf(size));
  }

  /** After an error. */
  retry() {
    this.error.value = null;
    this.#demo.study.rest();
  }
}
