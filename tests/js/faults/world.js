// A page and its workers in one thread, made anew for each fault: a clock that jumps, a server, a graphics card, and networks that answer
// at once.

/** Wasm with nothing in it. */
const WASM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** What is run: the page's script and the workers'. @typedef {{ page: string, worker: string }} Scripts */

/**
 * What goes wrong, and where.
 *
 * @typedef {object} Fault
 * @property {string} place
 * @property {'rejects' | 'crashes' | 'never settles' | 'loses the card'} how
 * @property {boolean} always  or once
 */

/** Time that passes when nothing else happens. */
class Clock {
  /** @type {Map<number, { at: number, every: number | null, run: () => void }>} */
  #timers = new Map();
  #last = 0;
  now = 0;

  /** @param {() => void} run @param {number} [ms] @param {number | null} [every] */
  set(run, ms = 0, every = null) {
    this.#timers.set(++this.#last, { at: this.now + Math.max(1, ms), every, run });
    return this.#last;
  }

  /** @param {number} [id] */
  clear(id) {
    this.#timers.delete(id ?? 0);
  }

  /** To what comes next; whether there is anything. */
  step() {
    const [first] = [...this.#timers].sort(([a, x], [b, y]) => x.at - y.at || a - b);
    if (!first) return false;
    const [id, timer] = first;
    this.now = Math.max(this.now, timer.at);
    if (timer.every === null) this.#timers.delete(id);
    else timer.at = this.now + timer.every;
    timer.run();
    return true;
  }
}

const INFO = {
  name: 'r4_sa',
  group: { name: 'R4', order: 1, elements: [{ index: 0, name: '0°', degrees: 0, mirror: false }] },
  parameters: 1,
  input: { channels: 1, rows: 28, cols: 28 },
  layers: [
    { index: 0, name: 'lifting', channels: 1, elements: 1, rows: 28, cols: 28, attention: true },
  ],
  exact: true,
  whyInexact: null,
  training: null,
};
const MAPS = { elements: 1, rows: 1, cols: 1, maps: new Float32Array(1) };
const ANSWER = { digit: 7, logits: Array(10).fill(0), probabilities: Array(10).fill(0.1) };
const LOOK = {
  ...{ heads: 1, outputElements: 1, keyElements: 1, rows: 28, cols: 28 },
  ...{ windowRows: 1, windowCols: 1, queries: new Float32Array(2) },
  probabilities: new Float32Array(784),
};
const TURN = { error: 0, resampling: 0, rows: 1, cols: 1, difference: new Float32Array(1) };

/** @param {Fault | null} fault @param {Scripts} scripts @param {{ workers?: boolean, card?: boolean }} [has] */
export function makeWorld(fault, scripts, { workers = true, card = true } = {}) {
  const clock = new Clock();
  /** Which awaits were reached. @type {Set<string>} */
  const reached = new Set();
  let injected = 0;
  /** Whether the server has refused the engine's file, as it does once where there is no card. */
  let refused = false;
  /** @type {Set<{ lost: string | undefined, broken: boolean }>} */
  const cards = new Set();
  /** @type {Thread[]} */
  const threads = [];

  /** @param {string} place @param {unknown} value */
  function meddle(place, value) {
    reached.add(place);
    if (place !== fault?.place || (injected > 0 && !fault.always)) return value;
    injected++;
    Promise.resolve(value).catch(() => {});
    switch (fault.how) {
      case 'rejects':
        return Promise.reject(new Error('made to fail'));
      case 'crashes':
        return Promise.reject(new WebAssembly.RuntimeError('unreachable'));
      case 'never settles':
        return new Promise(() => {});
      case 'loses the card':
        for (const model of cards) model.lost = 'made to be lost';
        return Promise.reject(new Error('the device was lost'));
    }
  }

  class Model {
    free() {}
    info() {
      return INFO;
    }
    /** @returns {any} */
    predict() {
      return ANSWER;
    }
    featureMaps() {
      return MAPS;
    }
    stabilisedMaps() {
      return MAPS;
    }
    /** @returns {any} */
    attention() {
      return LOOK;
    }
    /** @returns {any} */
    attentionParts() {
      return LOOK;
    }
    encoding() {
      return {
        rows: new Float32Array(2),
        cols: new Float32Array(2),
        rowChannels: 1,
        colChannels: 1,
      };
    }
    /** @returns {any} */
    equivarianceError() {
      return 0;
    }
    evidence() {
      return { classes: 10, elements: 1, values: new Float32Array(10) };
    }
    /** @returns {any} */
    turnError() {
      return TURN;
    }
  }
  class GpuModel extends Model {
    /** @type {string | undefined} */
    lost = undefined;
    broken = false;
    static async create() {
      const model = new GpuModel();
      cards.add(model);
      return model;
    }
    /** @param {any} answer @returns {Promise<any>} */
    async #unlessLost(answer) {
      if (this.lost || this.broken) throw new Error('the device was lost');
      return answer;
    }
    selfTest() {
      return this.#unlessLost({ passed: true, difference: 0, layer: '' });
    }
    adapterInfo() {
      return { name: 'a card', software: false };
    }
    /** @override */
    predict() {
      return this.#unlessLost(ANSWER);
    }
    /** @param {Float32Array} pixels */
    predictBatch(pixels) {
      return this.#unlessLost(Array(pixels.length / 784).fill(ANSWER));
    }
    /** @override */
    attention() {
      return this.#unlessLost(LOOK);
    }
    /** @override */
    attentionParts() {
      return this.#unlessLost(LOOK);
    }
    /** @override */
    equivarianceError() {
      return this.#unlessLost(0);
    }
    /** @override */
    turnError() {
      return this.#unlessLost(TURN);
    }
  }
  const glue = {
    default: async () => ({ memory: null }),
    version: () => '0.0.0',
    prepareStrokes: (/** @type {unknown} */ _, /** @type {number} */ angle) => {
      return { pixels: new Float32Array(784).fill(0.1 + angle / 1000), empty: false };
    },
    convolutionByAttention: () => ({ target: new Float32Array(1), error: 0 }),
    Model,
    GpuModel,
  };

  const gpu = {
    requestAdapter: async () => ({
      info: { vendor: 'acme' },
      requestDevice: async () => ({ destroy() {} }),
    }),
  };
  const navigator = { hardwareConcurrency: 2, ...(card && { gpu }) };

  /** A worker: what it is told and says goes by turns of the event loop. */
  class Thread extends EventTarget {
    ended = false;
    constructor() {
      super();
      if (!workers) throw new Error('no workers here');
      threads.push(this);
      const inside = new EventTarget();
      /** @param {EventTarget} to @param {any} data */
      const post = (to, data) =>
        setImmediate(() => this.ended || to.dispatchEvent(new MessageEvent('message', { data })));
      this.postMessage = (/** @type {any} */ data) => post(inside, data);
      const self = {
        addEventListener: inside.addEventListener.bind(inside),
        postMessage: (/** @type {any} */ data) => post(this, data),
      };
      setImmediate(() => !this.ended && run(scripts.worker, self));
    }
    terminate() {
      this.ended = true;
    }
  }

  /** @param {any} url @param {RequestInit} [how] */
  async function fetch(url, how) {
    if (String(url).startsWith('http://closed/') && !how?.mode) throw new TypeError('not for you');
    if (!card && String(url).endsWith('.wasm') && !how?.mode && !refused) {
      refused = true;
      throw new TypeError('not for you, once');
    }
    // Not every server knows what it sends.
    const headers = { 'content-type': workers ? 'application/wasm' : 'text/plain' };
    if (String(url).endsWith('.wasm')) return new Response(WASM, { headers });
    return new Response(String(url).endsWith('.json') ? '[]' : new Uint8Array(64));
  }

  /** @type {any} */
  let page = null;

  /** @param {string} script @param {any} self */
  function run(script, self) {
    /** @type {Record<string, any>} */
    const names = {
      self,
      navigator,
      document: { hidden: false, baseURI: 'http://host/' },
      location: { protocol: 'http:' },
      fetch,
      Worker: Thread,
      setTimeout: (/** @type {any} */ run, /** @type {number} */ ms) => clock.set(run, ms),
      clearTimeout: (/** @type {number} */ id) => clock.clear(id),
      setInterval: (/** @type {any} */ run, /** @type {number} */ ms) => clock.set(run, ms, ms),
      clearInterval: (/** @type {number} */ id) => clock.clear(id),
      performance: { now: () => clock.now },
      __fault: meddle,
      __import: async (/** @type {string} */ url) =>
        url.includes('runner.js') ? { Runner: page.Runner } : glue,
    };
    return new Function(...Object.keys(names), `${script}\nreturn made;`)(...Object.values(names));
  }
  page = run(scripts.page, null);
  page.configure({
    worker: 'http://host/worker.js',
    module: 'http://host/gsa_net.js',
    wasm: 'http://host/gsa_net_bg.wasm',
    catalogue: 'http://host/catalogue.json',
  });

  return {
    page,
    reached,
    get injected() {
      return injected;
    },
    get minutes() {
      return clock.now / 60000;
    },
    /** Everything that is on a card is lost. */
    loseCards() {
      for (const model of cards) {
        model.broken = true;
        // A browser tells of it a little later.
        clock.set(() => (model.lost = 'lost by the scenario'), 50);
      }
    },
    /**
     * Lets time pass until something is settled; what is not within so many minutes never will be.
     *
     * @template T
     * @param {Promise<T>} promise
     * @param {number} [minutes]
     * @returns {Promise<{ value?: T, error?: any, hangs?: true }>}
     */
    async until(promise, minutes = 10) {
      /** @type {{ value?: T, error?: any } | null} */
      let outcome = null;
      promise.then(
        (value) => (outcome = { value }),
        (error) => (outcome = { error }),
      );
      const end = clock.now + 60000 * minutes;
      while (!outcome) {
        for (let i = 0; i < 6 && !outcome; i++) await new Promise((done) => setImmediate(done));
        if (outcome) break;
        if (clock.now > end || !clock.step()) return { hangs: true };
      }
      return outcome;
    },
    /** Lets so many seconds pass. @param {number} seconds */
    async pass(seconds) {
      const end = clock.now + 1000 * seconds;
      const mark = new Promise((done) => clock.set(() => done(0), 1000 * seconds));
      await this.until(mark, seconds);
      clock.now = Math.max(clock.now, end);
    },
    end() {
      for (const thread of threads) thread.terminate();
    },
  };
}
