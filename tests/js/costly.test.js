// Networks that take long: what is told of them before they run, and that nothing waits for them.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { signal } from '@preact/signals-core';
import { expected } from '../../www/state/costly.js';
import * as errors from '../../www/views/errors.js';
import { STROKES, fakeDemo, settled } from './fake_demo.js';

/** @import { Demo } from '../../www/state/demo.js' */
/** @import { FakeEngine } from './fake_demo.js' */

const world = /** @type {any} */ (globalThis);
const ENTRIES = /** @type {any[]} */ ([
  { name: 'z2_sa', cost: 1 },
  { name: 'r16_sa', cost: 300 },
  { name: 'r8f_sa', cost: null },
]);
const REPORT = /** @type {any} */ ({ name: 'cpu', note: '', why: 'no card', opening: false });

/** @type {Demo} */
let demo;
/** @type {FakeEngine} */
let engine;

/** @param {string[]} names */
function begin(...names) {
  ({ demo, engine } = fakeDemo(...names));
  engine.lanes = 3;
  demo.costly.entries.value = ENTRIES;
  demo.costly.learn(REPORT);
  demo.networks.times.value = new Map([['z2_sa', 4]]);
}

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  world.document = { hidden: false, baseURI: 'http://host/page/' };
  begin('z2_sa', 'r16_sa');
});
afterEach(() => mock.timers.reset());

const named = (/** @type {string} */ name) =>
  /** @type {any} */ (demo.networks.shown.value.find(({ value }) => value === name));
/** By what each network was asked, and of which engine. */
const slots = () =>
  engine.slots.map((slot, i) => {
    const request = /** @type {any} */ (engine.requests[i]);
    const urls = request.models?.map((/** @type {any} */ model) => model.url) ?? [request.url];
    const names = urls.map((/** @type {string} */ url) => url.split('/').pop());
    return `${slot}: ${names} ${request.engine}`;
  });

describe('what an answer takes', () => {
  test('is what it took, or follows from what others took and cost', () => {
    const times = new Map([['z2_sa', 4]]);
    assert.deepEqual(expected('z2_sa', ENTRIES, times), { ms: 4, measured: true });
    assert.deepEqual(expected('r16_sa', ENTRIES, times), { ms: 1200, measured: false });
  });

  test('is not made up', () => {
    for (const [name, entries, times] of /** @type {[string, any[], Map<string, number>][]} */ ([
      ['r16_sa', ENTRIES, new Map()],
      ['r16_sa', [], new Map([['z2_sa', 4]])],
      ['r8f_sa', ENTRIES, new Map([['z2_sa', 4]])],
      ['r16_sa', ENTRIES, new Map([['r8f_sa', 4]])],
      ['nothing', ENTRIES, new Map([['z2_sa', 4]])],
    ])) {
      assert.equal(expected(name, entries, times), null, name);
    }
  });
});

describe('a network that takes long', () => {
  test('is asked by itself, of another worker, and the others are shown before it', async () => {
    engine.slow = true;
    demo.drawing.put(STROKES);
    await settled();
    assert.deepEqual(slots(), ['answer: z2_sa auto', 'apart answer 1: r16_sa cpu']);
    assert.equal(named('r16_sa').asked.value, 'apart answer 1');
    engine.release(0);
    await settled();
    assert.equal(named('z2_sa').shown.value.prediction.digit, 7);
    assert.equal(named('r16_sa').shown.value, null);
    assert.equal(named('r16_sa').isLate.value, false);
    mock.timers.tick(1000);
    assert.equal(named('r16_sa').isLate.value, true, 'and only this one is late');
    assert.equal(demo.lateness.late.value, null);
    engine.release();
    await settled();
    assert.equal(named('r16_sa').shown.value.prediction.digit, 7);
    assert.deepEqual([named('r16_sa').asked.value, named('r16_sa').isLate.value], ['', false]);
  });

  test('is loaded by another worker too', async () => {
    begin('z2_sa');
    await settled();
    demo.values = ['z2_sa', 'r16_sa'];
    engine.slow = true;
    demo.loading.open();
    await settled();
    const at = engine.slots.indexOf('apart load 1');
    assert(at >= 0, String(engine.slots));
    const request = /** @type {any} */ (engine.requests[at]);
    assert.deepEqual([request.kind, request.engine], ['load', 'cpu']);
    assert.equal(named('r16_sa').asked.value, 'apart load 1');
    engine.release();
    await settled();
    assert.equal(named('r16_sa').asked.value, '');
    const { why } = demo.costly.reportOf({ ...REPORT, why: '' });
    assert.equal(why, demo.report.value?.why, 'what is told of the engine stays');
  });

  test('of which a newer answer came shows no older one', async () => {
    engine.slow = true;
    demo.drawing.put(STROKES);
    await settled();
    demo.turning.set(90);
    await settled();
    const mine = engine.slots.flatMap((slot, i) => (slot === 'apart answer 1' ? i : []));
    assert.equal(mine.length, 2);
    engine.release(mine[1]);
    await settled();
    engine.release(mine[0]);
    await settled();
    assert.equal(named('r16_sa').shown.value.angle, 90);
  });

  test('where it is the one that is told of, is waited for by who asks', async () => {
    begin('r16_sa', 'z2_sa');
    engine.slow = true;
    demo.loading.open = () => {};
    demo.drawing.put(STROKES);
    await settled();
    let told;
    demo.asking.questions.answerTo(demo.asking.questions.version).then((answer) => (told = answer));
    engine.release(engine.slots.indexOf('answer'));
    await settled();
    assert.equal(told, undefined);
    engine.release();
    await settled();
    assert.equal(/** @type {any} */ (told)?.model, named('r16_sa').model);
  });

  test('which only its answer shows, has answered with that, whoever waits', async () => {
    begin('r16_sa', 'z2_sa');
    demo.costly.entries.value = [];
    engine.others.set(named('r16_sa').url, 400);
    engine.slow = true;
    demo.drawing.put(STROKES);
    await settled();
    assert.deepEqual(slots(), ['answer: r16_sa,z2_sa auto'], 'as others are');
    let told;
    demo.asking.questions.answerTo(demo.asking.questions.version).then((answer) => (told = answer));
    engine.release();
    await settled();
    assert(demo.costly.isApart(named('r16_sa')), 'the next time it will be asked apart');
    assert.equal(/** @type {any} */ (told)?.model, named('r16_sa').model);
    engine.slow = false;
    demo.turning.set(90);
    await settled();
    assert.equal(slots().at(-1), 'apart answer 0: r16_sa cpu');
    assert.equal(named('r16_sa').shown.value.angle, 90);
  });

  test('is stopped by itself', async () => {
    engine.slow = true;
    demo.drawing.put(STROKES);
    await settled();
    demo.stop(named('z2_sa'));
    assert.deepEqual(engine.stopped, ['']);
    demo.stop(named('r16_sa'));
    assert.deepEqual(engine.stopped, ['', 'apart answer 1']);
  });

  test('keeps its errors from those of others', async () => {
    engine.others.set(named('r16_sa').url, 1100);
    const life = new AbortController();
    demo.study.join(errors.wants, signal(true), life.signal);
    demo.drawing.put(STROKES);
    await settled();
    demo.turning.set(45);
    for (let i = 0; i < 9; i++) {
      await settled();
      mock.timers.tick(1000);
    }
    const asked = slots().filter((line) => line.includes('study'));
    assert(
      asked.some((line) => line === 'study: z2_sa auto'),
      String(asked),
    );
    assert(
      asked.some((line) => line === 'apart study: r16_sa cpu'),
      String(asked),
    );
    life.abort();
  });
});

test('what one worker does is as it was: alone, on a card, beside none that is quick, or unknown', async () => {
  for (const change of /** @type {(() => void)[]} */ ([
    () => (engine.lanes = 0),
    () => demo.costly.learn({ ...REPORT, name: 'webgpu' }),
    () => demo.costly.learn({ ...REPORT, rival: true }),
    () => demo.costly.forget(),
    () => begin('r16_sa'),
    () => (demo.costly.entries.value = []),
    () => (demo.networks.times.value = new Map([['z2_sa', 0.1]])),
  ])) {
    begin('z2_sa', 'r16_sa');
    change();
    demo.drawing.put(STROKES);
    await settled();
    assert.deepEqual(
      engine.slots.filter((slot) => slot.includes('answer')),
      ['answer'],
      String(change),
    );
  }
});
