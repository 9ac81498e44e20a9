// How far round the drawing is asked, and by further workers: the state of a demonstration on a fake engine.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { signal } from '@preact/signals-core';
import { ofNetwork } from '../../www/engine/station.js';
import * as errors from '../../www/views/errors.js';
import * as polar from '../../www/views/polar.js';
import { STROKES, fakeDemo, settled } from './fake_demo.js';

/** @import { BatchRequest } from '../../www/engine/requests/batch.js' */
/** @import { Demo } from '../../www/state/demo.js' */
/** @import { FakeEngine } from './fake_demo.js' */

const world = /** @type {any} */ (globalThis);

/** @type {Demo} */
let demo;
/** @type {FakeEngine} */
let engine;
const life = new AbortController();

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  world.document = { hidden: false, baseURI: 'http://host/page/' };
  ({ demo, engine } = fakeDemo('r4_sa', 'z2_sa'));
  engine.lanes = 3;
  demo.study.join(polar.wants, signal(true), life.signal);
  demo.study.join(errors.wants, signal(true), life.signal);
});
afterEach(() => mock.timers.reset());

async function rest() {
  await settled();
  mock.timers.tick(1000);
  for (let i = 0; i < 12; i++) await settled();
}

const batches = () =>
  /** @type {BatchRequest[]} */ (engine.requests.filter(({ kind }) => kind === 'batch'));
const rounds = () => demo.networks.shown.value.map(({ round }) => round.value.size);

describe('with further workers', () => {
  test('each is given a few angles at a time, no angle twice, and the networks fill up together', async () => {
    engine.milliseconds = 12;
    demo.drawing.put(STROKES);
    await settled();
    engine.slow = true;
    mock.timers.tick(1000);
    await settled();
    const first = batches().map(({ url, angles }) => `${url.slice(-5)} ${angles}`);
    // Upright is known from the answer.
    assert.deepEqual(first, ['r4_sa 90,180', 'z2_sa 90,180', 'r4_sa 270,45']);
    engine.slow = false;
    engine.release();
    for (let i = 0; i < 12; i++) await settled();
    assert.deepEqual(rounds(), [72, 72]);
    for (const name of ['r4_sa', 'z2_sa']) {
      const asked = batches().flatMap(({ url, angles }) => (url.endsWith(name) ? angles : []));
      assert.equal(asked.length, 71, 'and nothing by symmetry');
      assert.equal(new Set(asked).size, 71);
    }
    assert(batches().every(({ engine }) => engine === 'cpu'));
  });

  test('errors are measured meanwhile', async () => {
    demo.drawing.put(STROKES);
    await settled();
    engine.slow = true;
    mock.timers.tick(1000);
    await settled();
    const kinds = engine.requests.map(({ kind }) => kind).sort();
    assert.deepEqual(kinds, ['answer', 'batch', 'batch', 'batch', 'curve']);
  });

  test('a stale drawing is cut short, and the newest is asked', async () => {
    demo.drawing.put(STROKES);
    await settled();
    engine.slow = true;
    mock.timers.tick(1000);
    await settled();
    const stale = batches().length;
    assert.equal(stale, 3);
    const other = [...STROKES, ...STROKES];
    demo.drawing.put(other);
    engine.slow = false;
    engine.release();
    await rest();
    assert.deepEqual(rounds(), [72, 72]);
    const later = batches().slice(stale);
    assert(later.every(({ strokes }) => strokes === other));
  });

  test('they go on while the drawing is turned, where there are many', async () => {
    for (const [lanes, expected] of [
      [3, 72],
      [2, 1],
    ]) {
      engine.lanes = lanes;
      demo.drawing.clear();
      demo.drawing.put(STROKES);
      await settled();
      for (let angle = 1; angle < 40; angle++) {
        demo.turning.turn(angle / 100);
        await settled();
        mock.timers.tick(16);
        await settled();
      }
      assert.equal(rounds()[0], expected, `${lanes} workers`);
    }
  });

  test('what runs on a card is asked of the worker that has it, in one batch', async () => {
    engine.engine = 'webgpu';
    demo.drawing.put(STROKES);
    await rest();
    assert.deepEqual(rounds(), [72, 72]);
    assert(batches()[0].angles.length > 60);
    assert(batches().every(({ engine }) => engine === 'auto'));
  });

  test('without them in the middle of it the rest is asked all the same', async () => {
    demo.drawing.put(STROKES);
    await settled();
    engine.slow = true;
    mock.timers.tick(1000);
    await settled();
    engine.lanes = 0;
    engine.slow = false;
    engine.release();
    await rest();
    await rest();
    assert.deepEqual(rounds(), [72, 72]);
  });
});

describe('a network that takes long', () => {
  beforeEach(() => {
    engine.milliseconds = 400;
  });

  test('is asked at 8 angles, and the rest is offered', async () => {
    demo.drawing.put(STROKES);
    await rest();
    assert.deepEqual(rounds(), [8, 8]);
    const [network] = demo.networks.shown.value;
    const offer = demo.rounds.offerOf(network);
    assert.equal(offer?.asking, false);
    assert(Math.abs((offer?.seconds ?? 0) - (64 * 0.4) / 3) < 1e-9, 'with how long it takes');
    demo.rounds.askAllRound(network);
    await rest();
    assert.deepEqual(rounds(), [72, 8]);
    assert.equal(demo.rounds.offerOf(network), null);
  });

  test('is not kept waiting by one that is asked at more', async () => {
    const [slow, quick] = demo.networks.shown.value;
    demo.drawing.put(STROKES);
    await settled();
    demo.networks.times.value = new Map([
      [slow.value, 400],
      [quick.value, 1],
    ]);
    await rest();
    const order = batches().map(({ url }) => url);
    assert(order.indexOf(slow.url) < 3);
    assert(order.lastIndexOf(slow.url) < order.lastIndexOf(quick.url));
    assert.deepEqual(rounds(), [8, 72]);
  });

  test('is none that was late once: the best time counts', async () => {
    engine.milliseconds = 4;
    demo.drawing.put(STROKES);
    await settled();
    engine.milliseconds = 400;
    demo.turning.turn(1);
    await settled();
    await rest();
    assert.deepEqual(rounds(), [72, 72]);
    assert.equal(demo.rounds.offerOf(demo.networks.shown.value[0]), null);
  });

  test('stops when it is told to', async () => {
    demo.drawing.put(STROKES);
    await rest();
    const [network] = demo.networks.shown.value;
    demo.rounds.askAllRound(network);
    engine.slow = true;
    mock.timers.tick(1000);
    await settled();
    assert.equal(demo.rounds.offerOf(network)?.asking, true);
    demo.rounds.stop(network);
    engine.slow = false;
    engine.release();
    await rest();
    assert.equal(rounds()[0], 8 + 3, 'what was under way is kept');
    assert.equal(demo.rounds.offerOf(network)?.asking, false);
  });

  test('is asked at 8 angles of the next drawing', async () => {
    demo.drawing.put(STROKES);
    await rest();
    for (const network of demo.networks.shown.value) demo.rounds.askAllRound(network);
    await rest();
    assert.deepEqual(rounds(), [72, 72]);
    demo.drawing.put([...STROKES, ...STROKES]);
    await rest();
    assert.deepEqual(rounds(), [8, 8]);
  });
});

describe('a question that is open for long', () => {
  const late = () => demo.lateness.late.value;
  beforeEach(() => {
    engine.lanes = 0;
  });

  test('marks what is shown, until there is an answer', async () => {
    demo.drawing.put(STROKES);
    await settled();
    engine.slow = true;
    engine.running = () => ({ url: 'http://host/z2_sa', seconds: 3 });
    demo.turning.turn(90);
    await settled();
    mock.timers.tick(999);
    assert.equal(late(), null);
    mock.timers.tick(1);
    assert.deepEqual(late(), { url: 'http://host/z2_sa', seconds: 3 });
    engine.release();
    await settled();
    assert.equal(late(), null);
    mock.timers.tick(5000);
    assert.equal(late(), null);
  });

  test('is none while newer answers keep coming', async () => {
    demo.drawing.put(STROKES);
    await settled();
    engine.slow = true;
    for (let i = 1; i < 5; i++) {
      demo.turning.turn(i);
      await settled();
      mock.timers.tick(800);
      engine.release();
      await settled();
      assert.equal(late(), null);
    }
  });

  test('and is stopped gives up one network alone', async () => {
    demo.drawing.put(STROKES);
    await settled();
    const [main, other] = demo.networks.shown.value;
    engine.fail = ofNetwork('model-stopped', 'Stopped after 3 seconds.', other.url);
    demo.turning.turn(90);
    await settled();
    assert.equal(other.error.value?.code, 'model-stopped');
    assert.equal(other.shown.value, null, 'what it said of another angle does not stand');
    assert.equal(demo.notice.value, null);
    assert.equal(demo.prediction?.digit, 8, 'the other one is asked again, alone');
    assert.equal(engine.requests.at(-1)?.kind, 'answer');
    assert.deepEqual(
      /** @type {any} */ (engine.requests.at(-1)).models.map((/** @type {any} */ m) => m.url),
      [main.url],
    );
    demo.loading.retry();
    await settled();
    await settled();
    assert.equal(other.error.value, null);
    assert.equal(other.shown.value && demo.networks.predictions.length, 2);
  });
});
