// A demonstration on an engine that answers at once, or when the test says so.

import { Demo } from '../../www/state/demo.js';

/** @import { ModelInfo } from '../../pkg/gsa_net.js' */
/** @import { Request } from '../../www/engine/requests/request.js' */

export const STROKES = [
  [
    { x: 0.2, y: 0.2 },
    { x: 0.8, y: 0.8 },
  ],
];

/** Ten, of which one is nearly certain. @param {number} digit */
export function probabilities(digit) {
  return Array.from({ length: 10 }, (_, i) => (i === digit ? 0.91 : 0.01));
}

/** @param {string} name @param {string[]} layers @returns {ModelInfo} */
export function infoOf(name, layers = ['lifting', 'classes']) {
  const shapes = layers.map((layer, index) => ({ index, name: layer, channels: 4 + index }));
  const elements = [{ index: 0, name: '0°', degrees: 0, mirror: false }];
  const order = name.includes('z2') ? 1 : 4;
  return /** @type {any} */ ({ name, layers: shapes, group: { name: '', order, elements } });
}

/** Every angle has an error of its own. @param {number} angle */
export function errorAt(angle) {
  return /** @type {any} */ ({ error: angle / 1000, resampling: angle / 2000 });
}

/** Of a 7 on a group of quarter turns: it rides along. @param {number} angle */
export function evidenceAt(angle) {
  const values = new Float32Array(40);
  for (const [i, value] of [9, 2, -3, 1].entries()) values[28 + ((i + angle / 90) % 4)] = value;
  return { classes: 10, elements: 4, values };
}

/** Answers with the digit that the angle's quarter turn makes of 7. */
export class FakeEngine {
  place = 'worker';
  /** @type {string[]} */
  reasons = [];
  /** @type {Request[]} */
  requests = [];
  /** By which they were asked for. @type {string[]} */
  slots = [];
  /** What was stopped. @type {string[]} */
  stopped = [];
  /** How many further workers there are. */
  lanes = 0;
  /** What an answer takes, by what it says. */
  milliseconds = 1;
  /** And of some networks, by address. @type {Map<string, number>} */
  others = new Map();
  /** Where it says that it answers. @type {'cpu' | 'webgpu'} */
  engine = 'cpu';
  /** What becomes of the next request. @type {Error | null} */
  fail = null;
  /** Where true, answers wait for `release`. */
  slow = false;
  /** By the number of the request. @type {Map<number, () => void>} */
  #waiting = new Map();

  /** @param {object} _client @param {string} slot @param {number} _priority @param {() => Request | null} build */
  async ask(_client, slot, _priority, build) {
    const request = build();
    if (!request) return null;
    const number = this.requests.push(request) - 1;
    this.slots.push(slot);
    if (this.slow) {
      await new Promise((done) => this.#waiting.set(number, () => done(undefined)));
    }
    const { fail } = this;
    this.fail = null;
    if (fail) throw fail;
    return this.#reply(request);
  }

  /** @param {number} [number]  of the request; all without it */
  release(number) {
    const all = [...this.#waiting].filter(([other]) => number === undefined || other === number);
    for (const [other, go] of all) {
      this.#waiting.delete(other);
      go();
    }
  }

  /** @returns {{ url: string, seconds: number } | null} */
  running() {
    return null;
  }

  stop() {
    this.stopped.push('');
  }

  /** @param {object} _client @param {string} slot */
  stopAt(_client, slot) {
    this.stopped.push(slot);
  }

  withdraw() {}
  restart() {}

  /** @param {Request} request @returns {object} */
  #reply(request) {
    const report = {
      ...{ name: this.engine, note: '', why: '', opening: false, card: null },
      ...{ version: '0.0.0', build: /** @type {const} */ ('simd') },
    };
    const at = (/** @type {number} */ angle) => {
      const digit = (7 + Math.floor(angle / 90)) % 10;
      return { digit, probabilities: probabilities(digit) };
    };
    switch (request.kind) {
      case 'load':
        return { info: infoOf(request.url), telling: [2, 3], engine: report, indexed: true };
      case 'answer': {
        const maps = { elements: 1, rows: 1, cols: 1, maps: new Float32Array(1) };
        const answers = request.models.map(({ url, view }) => ({
          ...{
            url,
            ...at(request.angle),
            milliseconds: this.others.get(url) ?? this.milliseconds,
            engine: report,
          },
          ...{ maps: view && maps, stabilised: view && maps },
        }));
        return { empty: false, seen: new Float32Array(784).fill(request.angle), answers };
      }
      case 'batch':
        return { answers: request.angles.slice(0, 5).map(at) };
      case 'curve':
        return { turns: request.angles.slice(0, 5).map(errorAt) };
      case 'turn':
        return errorAt(request.angle);
      case 'attention':
      case 'lifting':
      case 'parts':
      case 'rotations':
        return {};
      case 'convolution':
        return { shown: null, errors: [] };
      case 'exactness':
        return { errors: request.models.map((_, i) => i / 10) };
      case 'landscape':
        // A smooth landscape that is no two alike in any direction.
        return {
          scores: request.points.map((window) =>
            window.map(([row, col]) => Math.sin(row + 0.3) + 0.4 * col * col - 0.7 * col),
          ),
        };
      case 'evidence':
        return { upright: evidenceAt(0), now: evidenceAt(request.angle) };
      case 'time':
        return { times: [this.milliseconds, this.milliseconds] };
    }
  }
}

/** @param {string[]} names  of networks that are there */
export function fakeDemo(...names) {
  /** @type {{ predicted: any[], failed: any[] }} */
  const heard = { predicted: [], failed: [] };
  const demo = new Demo({
    answered: (detail) => heard.predicted.push(detail),
    failed: (detail) => heard.failed.push(detail),
    settled: () => {},
    switched: () => {},
    chosen: () => {},
  });
  const engine = new FakeEngine();
  demo.engine = /** @type {any} */ (engine);
  demo.networks.show(names);
  for (const network of demo.networks.shown.value) {
    network.url = `http://host/${network.value}`;
    network.telling = [2, 3];
    network.info.value = infoOf(network.value);
  }
  return { demo, engine, heard };
}

/** Lets everything happen that does not wait for a clock. */
export async function settled() {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}
