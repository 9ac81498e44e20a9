// What can wait until the pad is at rest. Views say what they want asked, and are asked only while they are near the screen.

import { computed, effect, signal, untracked } from '@preact/signals-core';
import * as batch from '../engine/requests/batch.js';
import * as curve from '../engine/requests/curve.js';
import * as evidence from '../engine/requests/evidence.js';
import { urlsOf } from '../engine/requests/request.js';
import * as turn from '../engine/requests/turn.js';
import { withMore } from './errors.js';
import { record } from './round.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Engine } from '../engine/client.js'
 * @import { AttentionRequest } from '../engine/requests/attention.js'
 * @import { BatchReply, BatchRequest } from '../engine/requests/batch.js'
 * @import { ConvolutionRequest } from '../engine/requests/convolution.js'
 * @import { CurveReply, CurveRequest } from '../engine/requests/curve.js'
 * @import { EvidenceReply, EvidenceRequest } from '../engine/requests/evidence.js'
 * @import { ExactnessRequest } from '../engine/requests/exactness.js'
 * @import { LandscapeRequest } from '../engine/requests/landscape.js'
 * @import { LiftingRequest } from '../engine/requests/lifting.js'
 * @import { Moment } from '../engine/requests/request.js'
 * @import { PartsRequest } from '../engine/requests/parts.js'
 * @import { RotationsRequest } from '../engine/requests/rotations.js'
 * @import { TurnReply, TurnRequest } from '../engine/requests/turn.js'
 * @import { Demo } from './demo.js'
 * @import { Points } from './errors.js'
 */

/** What can be wanted. @typedef {TurnRequest | AttentionRequest | BatchRequest | ConvolutionRequest | CurveRequest | EvidenceRequest | ExactnessRequest | LandscapeRequest | LiftingRequest | PartsRequest | RotationsRequest} Wish */

/**
 * What a view wants asked, of what is on the pad now; null where it has all that it needs. Where `shared` is true, what it wants of
 * further workers, which is the batch that one of them is given; else what the worker is to answer that answers people.
 *
 * @typedef {(demo: Demo, shared: boolean) => Wish | null} Wants
 */

/** How long nothing may change before the slower questions are asked. */
const QUIET_MS = 160;
/** With so many workers they go on while the drawing is turned: the page and the live answers have processors of their own. */
const MANY_LANES = 3;

/**
 * How each kind is asked and kept. `keep` says whether there may be more to ask; `failed` is told why no answer came.
 *
 * @typedef {{ priority: number, isStale: typeof batch.isStale, keep: (demo: Demo, request: any, reply: any) => boolean,
 *   failed?: (demo: Demo, error: unknown) => void }} Kind
 */

/** @type {Partial<Record<Wish['kind'], Kind>>} */
const KINDS = {
  turn: { priority: turn.PRIORITY, isStale: turn.isStale, keep: keepTurn },
  batch: { priority: batch.PRIORITY, isStale: batch.isStale, keep: keepBatch },
  curve: { priority: curve.PRIORITY, isStale: curve.isStale, keep: keepCurve },
  evidence: { priority: evidence.PRIORITY, isStale: evidence.isStale, keep: keepEvidence },
};

/** Of figures that are loaded late. @param {Wish['kind']} name @param {Kind} kind */
export function addKind(name, kind) {
  KINDS[name] = kind;
}

/** @param {Wish} wish */
function kindOf({ kind }) {
  return /** @type {Kind} */ (KINDS[kind]);
}

export class Study {
  #demo;
  /** @type {Set<{ wants: Wants, near: ReadonlySignal<boolean> }>} */
  #views = new Set();
  /** By what they want of each answer. @type {Map<string, Set<ReadonlySignal<boolean>>>} */
  #live = new Map();
  /** How many want everything asked, be it on the screen or not. */
  #all = signal(0);
  /** When what is being asked for was. @type {Moment | null} */
  #asked = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #quiet;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #spreading;
  /** Further workers that are being asked. @type {Set<number>} */
  #lanes = new Set();
  /** Those of them that are to begin anew once they are free. @type {Set<number>} */
  #waiting = new Set();

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
  }

  /**
   * A view asks for something when the pad is at rest.
   *
   * @param {Wants} wants
   * @param {ReadonlySignal<boolean>} near  whether it is near the screen
   * @param {AbortSignal} signal
   */
  join(wants, near, signal) {
    const view = { wants, near: computed(() => near.value || this.#all.value > 0) };
    this.#views.add(view);
    // While others are asked for, its turn will come.
    const stop = whenever(view.near, () => {
      if (this.#asked?.version === this.#demo.moment.version) this.#spreadSoon();
      else this.rest();
    });
    signal.addEventListener('abort', () => {
      stop();
      this.#views.delete(view);
    });
  }

  /**
   * A view takes a part of each answer, which is left out while no view takes it.
   *
   * @param {'maps'} part
   * @param {ReadonlySignal<boolean>} near
   * @param {AbortSignal} signal
   */
  joinAnswers(part, near, signal) {
    const views = this.#live.get(part) ?? new Set();
    this.#live.set(part, views);
    const wanted = computed(() => near.value || this.#all.value > 0);
    views.add(wanted);
    // What was answered before it came is without that part.
    const lacks = this.#demo.networks.shown.peek().some((one) => one.isLive && !one[part].peek());
    if (lacks && wanted.peek()) this.#demo.asking.touch();
    const stop = whenever(wanted, () => this.#demo.asking.touch());
    signal.addEventListener('abort', () => {
      stop();
      views.delete(wanted);
    });
  }

  /** @param {'maps'} part */
  isLive(part) {
    return Array.from(this.#live.get(part) ?? []).some((wanted) => wanted.peek());
  }

  /** Until it is called back, everything counts as near the screen. @returns {() => void} */
  everything() {
    this.#all.value++;
    return () => this.#all.value--;
  }

  /** Asks, once nothing has changed for a while. */
  rest() {
    this.stop();
    this.#quiet = setTimeout(() => {
      // Nothing that a person asked for: the next change tries again.
      this.#ask().catch(() => {});
    }, QUIET_MS);
    this.#spreadSoon();
  }

  stop() {
    clearTimeout(this.#quiet);
    if (!this.#isCrowded) return;
    clearTimeout(this.#spreading);
    this.#spreading = undefined;
  }

  /** Whether further workers would take processors from what moves. */
  get #isCrowded() {
    return (this.#demo.engine?.lanes ?? 0) < MANY_LANES;
  }

  /** Whether there is anything to ask about. */
  get #isBlank() {
    const { engine, drawing, asking } = this.#demo;
    return !engine || drawing.isEmpty.peek() || asking.blank.peek() !== null;
  }

  async #ask() {
    const demo = this.#demo;
    const { engine, moment } = demo;
    if (!engine || this.#isBlank) return;
    this.#asked = moment;
    try {
      await this.#askFor(engine, moment);
    } finally {
      if (this.#asked === moment) this.#asked = null;
    }
  }

  /** @param {Engine} engine @param {Moment} asked */
  async #askFor(engine, asked) {
    const demo = this.#demo;
    /** Kinds that came to nothing this time: others are not to wait for them. @type {Set<Wish['kind']>} */
    const vain = new Set();
    while (demo.attention.is.peek()) {
      const wish = this.#next(false, vain);
      if (!wish) return;
      const { priority, isStale, keep, failed } = kindOf(wish);
      // What takes long, others who are asked live are not to wait for.
      const networks = urlsOf(wish).flatMap((url) => demo.networks.from(url));
      const isApart = networks.some((network) => demo.costly.isApart(network));
      const slot = isApart ? 'apart study' : 'study';
      const request = isApart ? { ...wish, engine: /** @type {const} */ ('cpu') } : wish;
      const build = () => (isStale(asked, demo.moment) ? null : request);
      const reply = await engine.ask(demo, slot, priority, build).catch((error) => {
        failed?.(demo, error);
        vain.add(wish.kind);
        return null;
      });
      if (isStale(asked, demo.moment)) return;
      if (vain.has(wish.kind)) continue;
      if (!reply) return;
      if (!keep(demo, wish, reply)) vain.add(wish.kind);
    }
  }

  /**
   * What comes first by its kind, and of one kind what the view that joined first wants.
   *
   * @param {boolean} shared  by further workers
   * @param {ReadonlySet<Wish['kind']>} [besides]  kinds that are left out
   */
  #next(shared, besides) {
    /** @type {Wish | null} */
    let first = null;
    for (const { wants, near } of this.#views) {
      const wish = near.peek() ? wants(this.#demo, shared) : null;
      // Most views want nothing but what the other worker answers, and say so all the same.
      if (shared && wish?.kind !== 'batch') continue;
      if (wish && besides?.has(wish.kind)) continue;
      if (wish && (!first || kindOf(wish).priority < kindOf(first).priority)) first = wish;
    }
    return first;
  }

  // ---- What further workers are asked ----

  /** Where there are many it is not put off by each turn of the dial. */
  #spreadSoon() {
    this.#spreading ??= setTimeout(() => {
      this.#spreading = undefined;
      for (let lane = 0; lane < (this.#demo.engine?.lanes ?? 0); lane++) {
        if (this.#lanes.has(lane)) this.#waiting.add(lane);
        // As above.
        else this.#share(lane).catch(() => {});
      }
    }, QUIET_MS);
  }

  /** Gives one of the further workers a batch after the other. @param {number} lane */
  async #share(lane) {
    const demo = this.#demo;
    const { engine, moment } = demo;
    const drawing = demo.drawing.version.peek();
    const isOver = () => {
      const { version, networks, pen } = demo.moment;
      const another = drawing !== demo.drawing.version.peek() || networks !== moment.networks;
      return another || pen || (this.#isCrowded && version !== moment.version);
    };
    this.#lanes.add(lane);
    try {
      while (
        engine &&
        lane < engine.lanes &&
        !this.#isBlank &&
        !isOver() &&
        demo.attention.is.peek()
      ) {
        const wish = this.#next(true);
        if (wish?.kind !== 'batch') break;
        const end = demo.rounds.begin(wish);
        try {
          const build = () => (isOver() ? null : wish);
          const reply = await engine.ask(demo, `lane ${lane}`, batch.PRIORITY, build);
          if (!reply || isOver() || !keepBatch(demo, wish, reply)) break;
        } finally {
          end();
        }
      }
    } finally {
      this.#lanes.delete(lane);
    }
    // Something newer waits for it, or others must do it.
    if (this.#waiting.delete(lane)) this.#spreadSoon();
    else if (demo.engine && lane >= demo.engine.lanes) this.rest();
  }
}

/**
 * Calls back each time that something becomes true, but not for being so from the beginning.
 *
 * @param {ReadonlySignal<boolean>} condition
 * @param {() => unknown} act
 */
function whenever(condition, act) {
  let before = condition.peek();
  return effect(() => {
    const now = condition.value;
    if (now && !before) untracked(act);
    before = now;
  });
}

/** @param {Demo} demo @param {TurnRequest} request @param {TurnReply} turn */
function keepTurn(demo, { url, layer, angle }, turn) {
  return keepErrors(demo, url, layer, new Map([[angle, turn]]));
}

/** @param {Demo} demo @param {CurveRequest} request @param {CurveReply} reply */
function keepCurve(demo, { url, layer, angles }, { turns }) {
  return keepErrors(demo, url, layer, new Map(turns.map((turn, i) => [angles[i], turn])));
}

/** @param {Demo} demo @param {string} url @param {number} layer @param {Points} points */
function keepErrors(demo, url, layer, points) {
  const drawing = demo.drawing.version.peek();
  for (const { errors } of demo.networks.from(url)) {
    errors.value = withMore(errors.peek(), { drawing, layer, points });
  }
  return points.size > 0;
}

/** @param {Demo} demo @param {BatchRequest} request @param {BatchReply} reply */
function keepBatch(demo, { url, angles }, { answers }) {
  for (const { round } of demo.networks.from(url)) {
    // At once: each change draws all that follows it.
    round.value = answers.reduce((all, one, i) => record(all, angles[i], one), round.peek());
  }
  if (angles[0] === 0) demo.asking.compare();
  return answers.length > 0;
}

/** @param {Demo} demo @param {EvidenceRequest} request @param {EvidenceReply} reply */
function keepEvidence(demo, { url, angle }, { upright, now }) {
  const drawing = demo.drawing.version.peek();
  for (const { evidence } of demo.networks.from(url)) {
    evidence.value = upright && now ? { drawing, angle, upright, now } : null;
  }
  return !!now;
}
