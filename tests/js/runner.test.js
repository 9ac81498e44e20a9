// Which engine answers, and how many pictures it is given at once: runner.js on a fake package, without a browser.

import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { reasonOf } from '../../www/engine/errors.js';
import { Runner } from '../../www/engine/runner.js';
import { world } from './fake_engine.js';

/** @import { EngineChoice } from '../../www/types.d.ts' */
/** @import { AnswerReply } from '../../www/engine/requests/answer.js' */
/** @import { BatchReply } from '../../www/engine/requests/batch.js' */
/** @import { LoadReply } from '../../www/engine/requests/load.js' */
/** @import { Request } from '../../www/engine/requests/request.js' */
/** @import { Costs } from './fake_engine.js' */

const strokes = [[{ x: 0.5, y: 0.5 }]];
const ALL_ROUND = Array.from({ length: 24 }, (_, i) => i * 15);

/** What the browser gives. */
const card = {
  destroyed: 0,
  device: async () => ({ destroy: () => card.destroyed++ }),
  adapter: async () => ({
    info: { vendor: 'a maker of cards' },
    requestDevice: () => card.device(),
  }),
};

mock.method(performance, 'now', () => world.now);
Object.defineProperty(globalThis, 'isSecureContext', { value: true });
Object.defineProperty(globalThis, 'navigator', {
  value: { gpu: { requestAdapter: () => card.adapter() } },
});

/** @type {Runner} */
let runner;
beforeEach(() => {
  world.asked = [];
  runner = new Runner({ module: new URL('./fake_engine.js', import.meta.url).href });
});

/** @param {Costs} costs */
function file(costs) {
  return `data:application/json,${encodeURIComponent(JSON.stringify(costs))}`;
}

/** Runs a request; what is missing is brought, as client.js does. @param {Request} request */
async function run(request) {
  const reply = await runner.run(request);
  if (!('missing' in reply)) return reply;
  return runner.run(request, files(reply.missing));
}

/** @param {string[]} urls */
function files(urls) {
  const text = (/** @type {string} */ url) => decodeURIComponent(url.slice(url.indexOf(',') + 1));
  return new Map(urls.map((url) => [url, new TextEncoder().encode(text(url))]));
}

/** @param {string} url @param {EngineChoice} engine */
async function load(url, engine) {
  for (;;) {
    const reply = /** @type {LoadReply} */ (await run({ kind: 'load', url, engine }));
    // On a busy machine that takes longer than anybody waits.
    if (!reply.engine.opening) return reply;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** @param {string} url @param {EngineChoice} engine @param {number} angle */
async function answer(url, engine, angle) {
  const models = [{ url, view: null }];
  const reply = await run({ kind: 'answer', strokes, angle, engine, models });
  return /** @type {AnswerReply} */ (reply).answers[0];
}

/** @param {string} url @param {EngineChoice} engine @param {number[]} angles */
async function ask(url, engine, angles) {
  const reply = await run({ kind: 'batch', strokes, angles, engine, url });
  return /** @type {BatchReply} */ (reply).answers;
}

/** @param {RegExp} what */
const asked = (what) => world.asked.filter((text) => what.test(text)).length;

describe('left to itself the runner', () => {
  test('takes the card where it is faster, and says so', async () => {
    const url = file({ name: 'large', cpu: 30, card: 2 });
    const { engine } = await load(url, 'auto');
    assert.equal(engine.name, 'webgpu');
    assert.equal(engine.why, 'The graphics card takes 2.0 ms, the CPU 30.0 ms.');
    assert.equal(engine.card?.adapter, 'a card');
    const { engine: after, milliseconds } = await answer(url, 'auto', 10);
    assert.equal(after.name, 'webgpu');
    assert.equal(milliseconds, 2);
  });

  test('takes the CPU where the card is slower, and says so', async () => {
    const url = file({ name: 'small', cpu: 3, card: 8 });
    const { engine } = await load(url, 'auto');
    assert.equal(engine.name, 'cpu');
    assert.equal(engine.why, 'The CPU takes 3.0 ms, the graphics card 8.0 ms.');
    assert.equal(engine.note, '', 'nobody asked for anything else');
    assert.equal((await answer(url, 'auto', 10)).engine.name, 'cpu');
  });

  test('measures each network once', async () => {
    const large = file({ name: 'large', cpu: 30, card: 2 });
    const small = file({ name: 'small', cpu: 3, card: 8 });
    for (const url of [large, small]) await load(url, 'auto');
    const measured = world.asked.length;
    assert.equal(asked(/^card create large$/), 1);
    assert.equal(asked(/^card create small$/), 1);
    assert(asked(/^cpu predict large$/) > 1 && asked(/^card predict small$/) > 1);
    for (const angle of [10, 20]) {
      assert.equal((await load(large, 'auto')).engine.name, 'webgpu');
      assert.equal((await answer(large, 'auto', angle)).engine.name, 'webgpu');
      assert.equal((await answer(small, 'auto', angle)).engine.name, 'cpu');
    }
    const since = world.asked.slice(measured);
    assert.deepEqual(
      [...new Set(since)].sort(),
      ['card predict large', 'cpu predict small'],
      'what lost is not asked again',
    );
  });

  test('takes the CPU where the card fails while it is measured', async () => {
    const { engine } = await load(file({ name: 'n', cpu: 30, card: 2, breaks: 2 }), 'auto');
    assert.equal(engine.name, 'cpu');
    assert.equal(engine.why, 'The graphics card failed: it broke.');
  });

  test('goes on with the CPU where the card fails later', async () => {
    const url = file({ name: 'n', cpu: 30, card: 2, breaks: 8 });
    assert.equal((await load(url, 'auto')).engine.name, 'webgpu');
    assert.equal((await ask(url, 'auto', ALL_ROUND)).length, 1);
    const { engine } = await answer(url, 'auto', 10);
    assert.equal(engine.name, 'cpu');
    assert.equal(engine.why, 'The graphics card failed: it broke.');
    assert.equal(asked(/^card free n$/), 1);
  });
});

test('the card is used, slower as it is, where it is asked for; the CPU likewise', async () => {
  const url = file({ name: 'small', cpu: 3, card: 8 });
  assert.equal((await load(url, 'webgpu')).engine.name, 'webgpu');
  assert.equal(asked(/^cpu predict/), 0, 'nothing is measured');
  assert.equal((await load(url, 'cpu')).engine.name, 'cpu');
});

describe('of many angles', () => {
  test('a card is given as many at once as take it a moment', async () => {
    for (const [card, count] of /** @type {[number, number][]} */ ([
      [1, 24],
      [15, 10],
      [100, 1],
      [1000, 1],
    ])) {
      const url = file({ name: `card${card}`, cpu: 1, card });
      await load(url, 'webgpu');
      assert.equal((await ask(url, 'webgpu', ALL_ROUND)).length, count);
      assert.equal(asked(new RegExp(`^card batch of ${count} card${card}$`)), 1);
    }
  });

  test('the CPU is given few, so that what is newer need not wait', async () => {
    for (const [cpu, count] of /** @type {[number, number][]} */ ([
      [1, 23],
      [5, 5],
      [13, 1],
      [300, 1],
    ])) {
      const name = `cpu${cpu}`;
      const url = file({ name, cpu, card: 1 });
      await load(url, 'cpu');
      const before = asked(new RegExp(`^cpu predict ${name}$`));
      const answers = await ask(url, 'cpu', ALL_ROUND.slice(1));
      assert.deepEqual(answers, Array(count).fill({ digit: 7, probabilities: [1] }));
      assert.equal(asked(new RegExp(`^cpu predict ${name}$`)), before + count);
    }
  });
});

describe('model files', () => {
  const a = file({ name: 'a', cpu: 1, card: 1 });
  const b = file({ name: 'b', cpu: 1, card: 1 });
  /** @type {Request} */
  const both = {
    ...{ kind: 'answer', strokes, angle: 0, engine: 'cpu' },
    models: [a, b].map((url) => ({ url, view: null })),
  };

  test('are asked for where they are missing, and once', async () => {
    assert.deepEqual(await runner.run(both), { missing: [a, b] });
    await load(a, 'cpu');
    assert.deepEqual(await runner.run(both), { missing: [b] });
    const reply = /** @type {AnswerReply} */ (await runner.run(both, files([b])));
    assert.equal(reply.answers.length, 2);
    assert.equal(/** @type {AnswerReply} */ (await runner.run(both)).answers.length, 2);
    assert.equal(asked(/create a/), 1);
  });

  test('are kept for the networks used last', async () => {
    await load(a, 'cpu');
    for (let i = 0; i < 5; i++) await load(file({ name: `n${i}`, cpu: 1, card: 1 }), 'cpu');
    // The oldest, but this request uses it: another one goes.
    await runner.run(both, files([b]));
    assert.equal(asked(/free a/), 0);
    assert.equal(asked(/free n0/), 1);
  });

  test('that are none are told, and can be sent again', async () => {
    /** @type {Request} */
    const request = { kind: 'load', url: a, engine: 'cpu' };
    await assert.rejects(runner.run(request, new Map([[a, new Uint8Array(3)]])), {
      code: 'model-broken',
    });
    assert.deepEqual(await runner.run(request), { missing: [a] });
    await runner.run(request, files([a]));
  });

  test('serve all variants of a network, which are told apart', async () => {
    await load(a, 'cpu');
    const varied = `${a}#seed=3&positions=still`;
    await runner.run({ kind: 'load', url: varied, engine: 'webgpu' });
    const told = (/** @type {string} */ place) => `${place} vary {"seed":3,"positions":"still"} a`;
    assert.equal(world.asked.filter((text) => text === told('cpu')).length, 1);
    assert.equal(world.asked.filter((text) => text === told('card')).length, 1);
    assert.equal(asked(/vary/), 2, 'the file itself is as it is');
    await load(a, 'cpu');
    assert.equal(asked(/cpu create a/), 2, 'both are kept');
  });

  test('are there before computing begins', async () => {
    /** @type {string[]} */
    const runs = [];
    const note = (/** @type {string} */ url) => runs.push(url);
    await runner.run(both, new Map(), note);
    assert.deepEqual(runs, []);
    await runner.run(both, files([a, b]), note);
    assert.deepEqual(runs, [a, a, b], 'and each network is told when its turn comes');
  });
});

describe('what an error says', () => {
  test('is cut where it is too long to be shown', () => {
    assert.equal(reasonOf(new Error('x'.repeat(2e7))), `${'x'.repeat(500)}…`);
    assert.equal(reasonOf(new Error('short')), 'short');
  });

  test('is found whatever is thrown', () => {
    const spiteful = new Error();
    Object.defineProperty(spiteful, 'message', {
      get() {
        throw new Error('no message');
      },
    });
    for (const thrown of [Object.create(null), spiteful, { toString: null, valueOf: null }]) {
      assert.equal(reasonOf(thrown), 'an error that has no text');
    }
    for (const [thrown, text] of [
      [undefined, 'undefined'],
      [Symbol('s'), 'Symbol(s)'],
      [3, '3'],
    ]) {
      assert.equal(reasonOf(thrown), text);
    }
  });
});
