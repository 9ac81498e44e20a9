// One place where requests are run, and the request that it is busy with. A place that computes for too long is ended.

import { openPlace } from './place.js';
import { CodedError, OUT_OF_MEMORY, reasonOf } from './errors.js';

/**
 * @import { ErrorCode } from './errors.js'
 * @import { Opening, Place } from './place.js'
 * @import { Request } from './requests/request.js'
 * @import { Waiting } from './client.js'
 */

/** How long a place may compute for one request. */
const MAX_SECONDS = 60;
/** How long it may take before it computes: the engine is loaded, which a slow server may draw out. */
const MAX_BEGINNING_SECONDS = 180;
/** The same when nobody wants the answer any more, since another network was chosen. */
const MAX_STALE_SECONDS = 15;

/**
 * @typedef {object} Busy
 * @property {number} id
 * @property {Waiting} waiting
 * @property {Request} request
 * @property {number} seconds  for which this network has been computed; before that, for which it is waited for
 * @property {string} url  of the network that is computed; empty until one is
 * @property {boolean} stale  another network was chosen since
 */

/**
 * What becomes of requests. The station is free when it is told.
 *
 * @typedef {object} Told
 * @property {(busy: Busy, reply: unknown) => void} answered
 * @property {(busy: Busy, error: CodedError) => void} refused
 * @property {(busy: Busy) => void} unwanted  it was ended, and what it computed was not wanted any more
 * @property {(busy: Busy | null, why: string) => void} died  its place is gone
 * @property {(busy: Busy, why: string) => void} unopened  there is no place for it
 * @property {(place: Place) => void} opened
 * @property {(url: string) => void} chosen
 * @property {(module: WebAssembly.Module) => void} compiled
 */

let lastId = 0;

export class Station {
  #opening;
  #told;
  /** @type {Promise<Place> | null} */
  #place = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #clock;

  /** @type {Busy | null} */
  busy = null;

  /** @param {() => Opening} opening  how its place is opened, whenever that is @param {Told} told */
  constructor(opening, told) {
    this.#opening = opening;
    this.#told = told;
  }

  /** Opens the place, if it is not open, and has it run a request. @param {Waiting} waiting @param {Request} request */
  async run(waiting, request) {
    const busy = { id: ++lastId, waiting, request, seconds: 0, url: '', stale: false };
    this.busy = busy;
    this.#watch(busy);
    try {
      const place = await (this.#place ??= this.#open());
      if (this.busy === busy) place.post(busy.id, request, waiting.files);
    } catch (error) {
      // It may have been ended meanwhile, and another place opened.
      if (this.busy !== busy) return;
      this.end();
      this.#told.unopened(busy, reasonOf(error));
    }
  }

  #open() {
    /** @type {Promise<Place>} */
    const place = openPlace(this.#opening(), {
      runs: (id, url) => this.#runs(id, url),
      settled: (id, reply, error) => this.#settled(id, reply, error),
      chosen: (url) => this.#told.chosen(url),
      compiled: (module) => this.#told.compiled(module),
      computes: () => Boolean(this.busy?.url),
      died: (why) => {
        if (this.#place !== place) return;
        this.#told.died(this.end(), why);
      },
    });
    place.then(
      (opened) => this.#place === place && this.#told.opened(opened),
      () => {},
    );
    return place;
  }

  /** Ends the place, if there is one. @returns {Busy | null} what it was busy with */
  end() {
    this.#place?.then(
      (place) => place.close(),
      () => {},
    );
    this.#place = null;
    return this.#free();
  }

  #free() {
    clearInterval(this.#clock);
    const { busy } = this;
    this.busy = null;
    return busy;
  }

  /**
   * It has all that it needs for a request and computes from now on. Seconds are counted one by one, since both sides
   * stand still while a machine sleeps.
   *
   * @param {number} id
   * @param {string} url
   */
  #runs(id, url) {
    const { busy } = this;
    if (busy?.id !== id) return;
    busy.url = url;
    busy.seconds = 0;
    this.#watch(busy);
  }

  /** Gives up what does not come. @param {Busy} busy */
  #watch(busy) {
    clearInterval(this.#clock);
    this.#clock = setInterval(() => {
      busy.seconds++;
      if (!busy.url) {
        if (busy.seconds < MAX_BEGINNING_SECONDS) return;
        this.end();
        const minutes = MAX_BEGINNING_SECONDS / 60;
        this.#told.unopened(busy, `The engine has not begun within ${minutes} minutes.`);
      } else if (busy.seconds >= MAX_SECONDS) {
        const message =
          'This network is too slow for a page: it took more than a minute. Choose another.';
        this.end();
        this.#told.refused(busy, ofNetwork('model-too-slow', message, busy.url));
      } else if (busy.stale && busy.seconds >= MAX_STALE_SECONDS) {
        this.end();
        this.#told.unwanted(busy);
      }
    }, 1000);
  }

  /**
   * @param {number} id
   * @param {unknown} reply
   * @param {{ code: ErrorCode, message: string } | null} error
   */
  #settled(id, reply, error) {
    if (this.busy?.id !== id) return;
    const { busy } = this;
    this.#free();
    if (!error) {
      this.#told.answered(busy, reply);
      return;
    }
    // Its WebAssembly is of no use any more.
    const { code, message } = error;
    if (code === 'engine-crashed' || message === OUT_OF_MEMORY) this.end();
    this.#told.refused(busy, ofNetwork(code, message, busy.url));
  }
}

/** @param {ErrorCode} code @param {string} message @param {string} url */
export function ofNetwork(code, message, url) {
  const error = new CodedError(code, message);
  error.url = url;
  return error;
}
