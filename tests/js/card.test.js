// A graphics card that is not there, or keeps one waiting, or is lost: runner.js on a fake package and a fake card.

import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { Runner } from '../../www/engine/runner.js';
import { forgetCard } from '../../www/engine/card.js';
import { GpuModel, world } from './fake_engine.js';

/** @import { EngineReport } from '../../www/engine/choice.js' */
/** @import { AnswerReply } from '../../www/engine/requests/answer.js' */
/** @import { LoadReply } from '../../www/engine/requests/load.js' */

const never = () => new Promise(() => {});
const device = { destroy: () => card.destroyed++ };
const there = { info: { vendor: 'a maker of cards' }, requestDevice: () => card.device() };

/** What the browser gives. */
const card = {
  asked: 0,
  destroyed: 0,
  /** @type {() => Promise<unknown>} */
  device: async () => device,
  /** @type {() => Promise<unknown>} */
  adapter: async () => there,
  /** What stands in the place of WebGPU throws. */
  isTrap: false,
};
Object.defineProperty(globalThis, 'isSecureContext', { value: true });
Object.defineProperty(globalThis, 'navigator', {
  value: {
    get gpu() {
      if (card.isTrap) throw new Error('not for you');
      return {
        requestAdapter: () => {
          card.asked++;
          return card.adapter();
        },
      };
    },
  },
});

const strokes = [[{ x: 0.5, y: 0.5 }]];
const file = JSON.stringify({ name: 'n', cpu: 30, card: 2 });
const [A, B] = ['http://host/a', 'http://host/b'];
const files = new Map([A, B].map((url) => [url, new TextEncoder().encode(file)]));

/** @type {Runner} */
let runner;
/** Networks that it was told of at last. @type {string[]} */
let chosen;
/** Clocks that run. @type {{ act: () => void, ms: number }[]} */
let clocks;

beforeEach(() => {
  mock.restoreAll();
  world.asked = [];
  Object.assign(card, { asked: 0, destroyed: 0, device: async () => device, isTrap: false });
  card.adapter = async () => there;
  forgetCard();
  chosen = [];
  clocks = [];
  const { setTimeout: real } = globalThis;
  // Long waits are for the test to end; short ones pass by themselves.
  mock.method(globalThis, 'setTimeout', (/** @type {() => void} */ act, ms = 0) => {
    if (ms < 1000) return real(act, ms);
    clocks.push({ act, ms });
    return undefined;
  });
  const module = new URL('./fake_engine.js', import.meta.url).href;
  runner = new Runner({ module }, (url) => chosen.push(url));
});

/** @param {string} url @param {'auto' | 'webgpu' | 'cpu'} engine @param {number} [opening] */
async function load(url, engine, opening = 0) {
  const reply = await runner.run({ kind: 'load', url, engine, opening }, files);
  return /** @type {LoadReply} */ (reply).engine;
}

/** @param {number} angle @param {string} [url] */
async function answer(angle, url = A) {
  const models = [{ url, view: null }];
  const request = { kind: /** @type {const} */ ('answer'), strokes, angle, models };
  const reply = await runner.run({ ...request, engine: 'webgpu' }, files);
  return /** @type {AnswerReply} */ (reply).answers[0].engine;
}

/** Once it is decided. @param {string} url @param {number} [opening] @returns {Promise<EngineReport>} */
async function decided(url, opening) {
  for (let report = await load(url, 'webgpu', opening); ; report = await load(url, 'webgpu')) {
    if (!report.opening) return report;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('while a card is opened', () => {
  test('the CPU answers, and says why; then the card is told of', async () => {
    /** @type {(value: unknown) => void} */
    let give = () => {};
    card.device = () => new Promise((resolve) => (give = resolve));
    const first = await load(A, 'webgpu', 1);
    assert.deepEqual([first.name, first.opening], ['cpu', true]);
    assert.match(first.note, /is being opened, and the CPU answers meanwhile/);
    assert.equal((await answer(10)).name, 'cpu');
    assert.deepEqual(chosen, []);
    give(device);
    while (chosen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(chosen, [A]);
    assert.equal((await answer(20)).name, 'webgpu');
    assert.equal(card.destroyed, 1, 'the engine asks for a device of its own');
  });

  test('one that is there at once answers from the beginning', async () => {
    assert.equal((await decided(A, 1)).name, 'webgpu');
  });
});

describe('a browser that never says', () => {
  for (const [what, hang, why] of /** @type {const} */ ([
    ['whether there is a card', 'adapter', /did not say within 3 seconds whether there is one/],
    ['whether it gives the card', 'device', /did not open within 3 seconds/],
  ])) {
    test(`${what} is given up after three seconds`, async () => {
      card[hang] = never;
      assert.equal((await load(A, 'webgpu', 1)).opening, true);
      const timed = clocks.filter(({ ms }) => ms === 3000);
      assert.equal(timed.length, what.includes('gives') ? 2 : 1, 'each is timed');
      timed[timed.length - 1].act();
      const report = await decided(A);
      assert.equal(report.name, 'cpu');
      assert.match(report.note, why);
    });
  }
});

describe('a card that was not there', () => {
  test('is asked for once for all networks', async () => {
    card.adapter = async () => null;
    for (const url of [A, B]) assert.match((await decided(url, 1)).note, /offers no graphics card/);
    assert.equal(card.asked, 1);
  });

  test('is asked for again when it is chosen again, and once', async () => {
    card.adapter = async () => null;
    for (const url of [A, B]) await decided(url, 1);
    assert.equal((await load(A, 'cpu', 2)).name, 'cpu');
    card.adapter = async () => there;
    for (const url of [A, B]) assert.equal((await decided(url, 3)).name, 'webgpu');
    assert.equal(card.asked, 2);
  });

  test('may refuse in any way', async () => {
    for (const refuse of [
      () => Promise.reject(new Error('no')),
      () => {
        throw new Error('no');
      },
    ]) {
      forgetCard();
      card.adapter = refuse;
      const opening = card.asked + 10;
      assert.match((await decided(A, opening)).note, /refuses its graphics card: no\./);
    }
  });

  test('may be kept behind something that throws', async () => {
    card.isTrap = true;
    const report = await decided(A);
    assert.equal(report.name, 'cpu');
    assert.match(report.note, /has no WebGPU, or it is switched off/);
  });
});

describe('a card that is lost', () => {
  test('during readback, which is told a little later, is opened again, twice', async () => {
    assert.equal((await decided(A, 1)).name, 'webgpu');
    const engines = [];
    for (let loss = 1; loss <= 3; loss++) {
      mock.method(GpuModel.prototype, 'predict', async function () {
        // @ts-expect-error - a field of the fake
        setTimeout(() => (this.lost = 'destroyed'), 30);
        throw new Error('the buffer could not be read');
      });
      const during = await answer(loss * 10);
      assert.equal(during.name, 'cpu', 'the CPU answers meanwhile');
      mock.restoreAll();
      engines.push((await decided(A)).name);
    }
    assert.deepEqual(engines, ['webgpu', 'webgpu', 'cpu']);
    assert.match((await decided(A)).note, /was lost 3 times, so the CPU answers/);
  });

  test('for good may be chosen again', async () => {
    await decided(A, 1);
    mock.method(GpuModel.prototype, 'predict', async () => {
      throw new Error('it refuses');
    });
    await answer(10);
    mock.restoreAll();
    assert.match((await decided(A)).note, /The graphics card failed: it refuses/);
    assert.equal((await decided(A, 2)).name, 'webgpu');
  });

  test('that never answers is given up', async () => {
    await decided(A, 1);
    mock.method(GpuModel.prototype, 'predict', never);
    const patience = () => clocks.filter(({ ms }) => ms === 30000);
    const before = patience().length;
    const waits = answer(10);
    while (patience().length === before) await new Promise((resolve) => setTimeout(resolve, 5));
    patience().at(-1)?.act();
    assert.match((await waits).note, /has not answered within 30 seconds/);
  });
});

test('a network that has gone while its card was opened leaves nothing there', async () => {
  /** @type {(value: unknown) => void} */
  let give = () => {};
  card.device = () => new Promise((resolve) => (give = resolve));
  await load(A, 'webgpu', 1);
  const others = ['c', 'd', 'e', 'f', 'g', 'h'].map((name) => `http://host/${name}`);
  for (const url of others) {
    await runner.run(
      { kind: 'load', url, engine: 'cpu' },
      new Map([[url, new TextEncoder().encode(file)]]),
    );
  }
  give(device);
  const freed = () => world.asked.filter((text) => text === 'card free n').length;
  while (freed() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(freed(), 1);
});
