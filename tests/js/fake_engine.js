// Stands in for the WebAssembly package: networks whose model file says how long they take, by a clock of their own.

/** @import { ModelInfo } from '../../pkg/gsa_net.js' */

/**
 * What a model file holds here.
 *
 * @typedef {object} Costs
 * @property {string} name
 * @property {number} cpu  milliseconds of a prediction
 * @property {number} card
 * @property {number} [breaks]  the number of the prediction at which the card fails
 */

/**
 * The time, and what was asked of which network, such as `card predict small`.
 *
 * @type {{ now: number, asked: string[] }}
 */
export const world = { now: 0, asked: [] };

class Network {
  #place;
  #costs;
  #count = 0;

  /** @param {'cpu' | 'card'} place @param {Uint8Array} bytes @param {object} [variant] */
  constructor(place, bytes, variant = {}) {
    this.#place = place;
    /** @type {Costs} */
    this.#costs = JSON.parse(new TextDecoder().decode(bytes));
    this.note('create');
    if (Object.keys(variant).length > 0) this.note(`vary ${JSON.stringify(variant)}`);
  }

  /** @param {string} what */
  note(what) {
    world.asked.push(`${this.#place} ${what} ${this.#costs.name}`);
  }

  /** @returns {ModelInfo} */
  info() {
    return /** @type {any} */ ({
      name: this.#costs.name,
      input: { channels: 1, rows: 28, cols: 28 },
      layers: [{ index: 0, name: 'lifting', channels: 1, elements: 1, rows: 28, cols: 28 }],
    });
  }

  pass() {
    if (++this.#count === this.#costs.breaks) throw new Error('it broke');
    world.now += this.#costs[this.#place];
    return { digit: 7, logits: [], probabilities: [1] };
  }

  free() {
    this.note('free');
  }
}

export class Model extends Network {
  /** @param {Uint8Array} bytes @param {object} variant */
  constructor(bytes, variant) {
    super('cpu', bytes, variant);
  }

  predict() {
    this.note('predict');
    return this.pass();
  }
}

export class GpuModel extends Network {
  gpuMilliseconds = 0.5;
  lost = undefined;

  /** @param {Uint8Array} bytes @param {object} variant */
  static async create(bytes, variant) {
    return new GpuModel('card', bytes, variant);
  }

  async predict() {
    this.note('predict');
    return this.pass();
  }

  /** @param {Float32Array} pixels */
  async predictBatch(pixels) {
    const count = pixels.length / 784;
    this.note(`batch of ${count}`);
    return Array.from({ length: count }, () => this.pass());
  }

  async selfTest() {
    return { passed: true, difference: 1e-6, layer: 'logits' };
  }

  adapterInfo() {
    return { name: 'a card', software: false, timestamps: true };
  }
}

/** Every angle has a picture of its own. @param {unknown} _strokes @param {number} degrees */
export function prepareStrokes(_strokes, degrees) {
  return { pixels: new Float32Array(784).fill(degrees / 360), empty: false };
}

export function version() {
  return '0.0.0';
}

export default async function init() {}
