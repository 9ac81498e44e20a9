// What is asked, and when: the state of a demonstration on a fake engine.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { signal } from '@preact/signals-core';
import { CodedError } from '../../www/engine/errors.js';
import * as errors from '../../www/views/errors.js';
import * as maps from '../../www/views/maps.js';
import * as polar from '../../www/views/polar.js';
import { STROKES, errorAt, fakeDemo, infoOf, probabilities, settled } from './fake_demo.js';

/** @import { Signal } from '@preact/signals-core' */
/** @import { Demo } from '../../www/state/demo.js' */
/** @import { FakeEngine } from './fake_demo.js' */

const world = /** @type {any} */ (globalThis);

/** @type {Demo} */
let demo;
/** @type {FakeEngine} */
let engine;
/** @type {{ predicted: any[], failed: any[] }} */
let heard;
/** @type {AbortController} */
let life;
/** Whether each view is near the screen. @type {Record<'errors' | 'polar' | 'maps', Signal<boolean>>} */
let near;

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  world.document = { hidden: false, baseURI: 'http://host/page/' };
  ({ demo, engine, heard } = fakeDemo('r4_sa', 'z2_sa'));
  life = new AbortController();
  near = { errors: signal(true), polar: signal(true), maps: signal(true) };
  demo.study.join(polar.wants, near.polar, life.signal);
  demo.study.join(errors.wants, near.errors, life.signal);
  demo.study.join(maps.wants, near.maps, life.signal);
  demo.study.joinAnswers('maps', near.maps, life.signal);
});
afterEach(() => {
  life.abort();
  mock.timers.reset();
});

/** Until the pad has been at rest for so long that all is asked. */
async function rest() {
  await settled();
  mock.timers.tick(1000);
  for (let i = 0; i < 6; i++) await settled();
}

const kinds = () => engine.requests.map(({ kind }) => kind);
/** @param {string} kind */
const count = (kind) => kinds().filter((other) => other === kind).length;

describe('the answer', () => {
  test('is asked once for many changes, of what is there in the end', async () => {
    demo.drawing.put(STROKES);
    for (const angle of [10, 20, 90]) demo.turning.turn(angle);
    await settled();
    assert.deepEqual(kinds(), ['answer']);
    assert.deepEqual(engine.requests[0], {
      ...{ kind: 'answer', strokes: STROKES, engine: 'cpu', angle: 90 },
      ...demo.subject,
      models: ['r4_sa', 'z2_sa'].map((name) => ({
        url: `http://host/${name}`,
        view: { layer: 0, channel: 2 },
      })),
    });
    assert.equal(demo.prediction?.digit, 8);
    assert.equal(demo.prediction?.model, 'r4_sa');
    assert.equal(heard.predicted.length, 1);
    assert.equal(heard.predicted[0].angle, 90);
    assert.equal(demo.asking.seen.value?.[0], 90);
    assert.equal(demo.asking.blank.value, null);
  });

  test('that comes too late is shown, unless it is of another drawing', async () => {
    engine.slow = true;
    demo.drawing.put(STROKES);
    await settled();
    demo.turning.turn(90);
    engine.release();
    await settled();
    assert.equal(demo.prediction?.digit, 7, 'better than none');
    engine.release();
    await settled();
    assert.equal(demo.prediction?.digit, 8);

    demo.turning.turn(180);
    await settled();
    demo.drawing.replace([...STROKES, ...STROKES]);
    const gone = demo.prediction;
    assert.equal(gone, null, 'at once');
    assert.equal(
      demo.networks.shown.value[0].shown.value?.prediction.digit,
      8,
      'but still to be seen',
    );
    const before = heard.predicted.length;
    engine.release();
    await settled();
    assert.equal(heard.predicted.length, before);
    engine.release();
    await settled();
    assert.equal(demo.prediction?.digit, 9);
  });

  test('of a stroke that has grown since is not kept for the round', async () => {
    engine.slow = true;
    demo.drawing.begin({ x: 0.1, y: 0.1 });
    await settled();
    demo.drawing.extend([{ x: 0.9, y: 0.9 }]);
    engine.release();
    await settled();
    const [network] = demo.networks.shown.value;
    assert.equal(network.shown.value?.prediction.digit, 7);
    assert.equal(network.round.value.size, 0);
    engine.release();
    await settled();
    assert.equal(network.round.value.get(0)?.digit, 7);
  });

  test('goes with the drawing', async () => {
    demo.drawing.put(STROKES);
    await rest();
    demo.drawing.clear();
    await settled();
    const [network] = demo.networks.shown.value;
    assert.equal(demo.asking.blank.value, 'empty');
    assert.equal(demo.asking.seen.value, null);
    assert.equal(network.shown.value, null);
    assert.equal(network.errors.value, null);
    assert.equal(network.round.value.size, 0);
    assert.deepEqual(heard.predicted.at(-1), { prediction: null, predictions: [], angle: 0 });
  });

  test('has maps only while they are near the screen, and is asked again when they come near', async () => {
    near.maps.value = false;
    demo.drawing.put(STROKES);
    await settled();
    const [network] = demo.networks.shown.value;
    const none = network.maps.value;
    assert.equal(none, null);
    near.maps.value = true;
    await settled();
    assert.equal(count('answer'), 2);
    assert.equal(network.maps.value?.live.elements, 1);
    near.maps.value = false;
    await settled();
    assert.equal(count('answer'), 2, 'nothing is asked for what goes');
  });
});

describe('at rest', () => {
  test('the difference is measured first, then answers are asked all round, then errors', async () => {
    demo.drawing.put(STROKES);
    demo.turning.turn(90);
    await rest();
    const order = kinds().filter((kind, i, all) => kind !== all[i - 1]);
    assert.deepEqual(order, ['answer', 'turn', 'batch', 'curve']);
    assert.equal(count('turn'), 2);
    for (const network of demo.networks.shown.value) {
      const { drawing, layer, points } = network.errors.value ?? {};
      assert.deepEqual([drawing, layer, points?.size], [1, 0, 72]);
      for (const degrees of [0, 5, 90, 355])
        assert.deepEqual(points?.get(degrees), errorAt(degrees));
      const { round, shown } = network;
      assert.equal(round.value.size, 72);
      assert.deepEqual(round.value.get(54)?.probabilities, probabilities(0));
      assert.equal(shown.value?.upright?.digit, 7, 'the answer is compared with the upright one');
    }
    const asked = engine.requests.length;
    await rest();
    assert.equal(engine.requests.length, asked, 'nothing is asked twice');
  });

  test('nothing is asked before it, nor once something moves', async () => {
    demo.drawing.put(STROKES);
    await settled();
    mock.timers.tick(100);
    await settled();
    assert.deepEqual(kinds(), ['answer']);
    engine.slow = true;
    mock.timers.tick(100);
    await settled();
    assert.deepEqual(kinds(), ['answer', 'turn']);
    demo.turning.turn(10);
    engine.release();
    await settled();
    assert.deepEqual(kinds(), ['answer', 'turn', 'answer']);
    const kept = demo.networks.shown.value[0].errors.value;
    assert.equal(kept, null, 'nor kept');
  });

  test('nothing is asked while the pen is down', async () => {
    demo.drawing.begin({ x: 0.1, y: 0.1 });
    await rest();
    assert.deepEqual(kinds(), ['answer']);
    demo.drawing.end();
    await rest();
    assert(count('turn') > 0);
  });

  test('errors are measured again where the layer or the angle is another', async () => {
    demo.drawing.put(STROKES);
    await rest();
    const [network] = demo.networks.shown.value;
    const curves = count('curve');
    assert.equal(count('turn'), 2, 'of the nearest quarter turn, near upright');
    assert.deepEqual([...(network.errors.value?.points.keys() ?? [])].slice(0, 2), [90, 0]);
    demo.turning.turn(60);
    await rest();
    assert.equal(count('turn'), 2, 'it is on the curve');
    for (const angle of [61, 62]) demo.turning.turn(angle);
    await rest();
    assert.equal(count('turn'), 4);
    demo.turning.turn(63);
    await rest();
    assert.equal(count('turn'), 6);
    const points = network.errors.value?.points;
    assert.equal(points?.size, 73, 'of the angles beside the grid the newest is kept');
    assert.deepEqual(points?.get(63), errorAt(63));
    demo.looking.chooseChannel(1);
    await rest();
    assert.equal(count('turn'), 6, 'errors are of all channels');
    assert.equal(count('curve'), curves);
    demo.looking.chooseLayer(1);
    await rest();
    assert.equal(count('turn'), 8);
    assert.equal(count('curve'), 2 * curves);
    assert.equal(network.errors.value?.layer, 1);
  });

  test('errors of a network that takes long are measured at few angles', async () => {
    demo.drawing.put(STROKES);
    await settled();
    const [slow, fast] = demo.networks.shown.value;
    demo.networks.times.value = new Map([
      [slow.value, 201],
      [fast.value, 199],
    ]);
    await rest();
    assert.deepEqual(
      [...(slow.errors.value?.points.keys() ?? [])].sort((a, b) => a - b),
      [0, 45, 90, 135, 180, 225, 270, 315],
    );
    assert.equal(fast.errors.value?.points.size, 72);
  });

  test('an answer that was late once leaves no curve half done', async () => {
    engine.milliseconds = 1;
    demo.drawing.put(STROKES);
    await settled();
    engine.milliseconds = 400;
    demo.turning.turn(1);
    await settled();
    await rest();
    for (const { errors } of demo.networks.shown.value)
      assert(Number(errors.value?.points.size) >= 72);
  });

  test('what changes while nobody looks is not late', async () => {
    const looked = signal(true);
    demo.attention.join(looked, life.signal);
    engine.slow = true;
    demo.drawing.put(STROKES);
    await settled();
    looked.value = false;
    demo.turning.set(33);
    engine.release();
    await settled();
    mock.timers.tick(5000);
    assert.equal(demo.lateness.late.value, null);
  });

  test('a crash while nobody looks is made good once somebody does', async () => {
    const looked = signal(true);
    demo.attention.join(looked, life.signal);
    engine.slow = true;
    demo.drawing.put(STROKES);
    await settled();
    looked.value = false;
    engine.fail = new CodedError('engine-crashed', 'gone');
    engine.release();
    await settled();
    engine.slow = false;
    looked.value = true;
    await settled();
    assert.equal(demo.prediction?.digit, 7);
  });

  test('whoever asks a network that was let be is told so', async () => {
    demo.drawing.put(STROKES);
    await settled();
    demo.loading.retry();
    await settled();
    const stopped = new CodedError('model-stopped', 'Stopped after 3 seconds.');
    for (const { error } of demo.networks.shown.value) error.value = stopped;
    demo.turning.set(10);
    await settled();
    await assert.rejects(demo.asking.predict(), /Stopped after 3 seconds/);
  });

  test('where nobody looks nothing is asked, until somebody does', async () => {
    const looked = signal(false);
    demo.attention.join(looked, life.signal);
    demo.drawing.put(STROKES);
    await rest();
    assert.deepEqual(kinds(), []);
    looked.value = true;
    await rest();
    assert.equal(count('answer'), 1);
    assert(count('batch') > 0);
  });

  test('where nobody looks predict() answers, and nothing else is asked', async () => {
    demo.attention.join(signal(false), life.signal);
    demo.drawing.put(STROKES);
    const ready = new Promise((done) => done(undefined));
    Object.defineProperty(demo.loading, 'ready', { get: () => ready });
    assert.equal((await demo.asking.predict())?.digit, 7);
    await rest();
    assert.deepEqual(kinds(), ['answer']);
  });

  test('two that look are two: it rests when both have gone', async () => {
    const [near, far] = [new AbortController(), signal(false)];
    demo.attention.join(signal(true), near.signal);
    demo.attention.join(far, life.signal);
    near.abort();
    demo.drawing.put(STROKES);
    await rest();
    assert.deepEqual(kinds(), []);
    far.value = true;
    await rest();
    assert(count('answer') > 0);
  });
});

describe('a view that is not near the screen', () => {
  test('is not asked for, until it comes near', async () => {
    near.errors.value = near.polar.value = near.maps.value = false;
    demo.drawing.put(STROKES);
    await rest();
    assert.deepEqual(kinds(), ['answer']);
    near.polar.value = true;
    await rest();
    assert.equal(count('curve') + count('turn'), 0);
    assert.equal(demo.networks.shown.value[0].round.value.size, 72);
    near.maps.value = true;
    await rest();
    assert.equal(count('curve'), 0);
    assert.equal(count('turn'), 2);
    near.errors.value = true;
    await rest();
    assert.equal(demo.networks.shown.value[0].errors.value?.points.size, 72);
  });

  test('is asked for all the same while everything is wanted', async () => {
    near.errors.value = near.polar.value = near.maps.value = false;
    const release = demo.study.everything();
    demo.drawing.put(STROKES);
    await rest();
    assert(count('batch') > 0 && count('turn') > 0 && count('curve') > 0);
    assert(demo.networks.shown.value[0].maps.value);
    release();
    demo.turning.turn(45);
    const asked = engine.requests.length;
    await rest();
    assert.equal(engine.requests.length, asked + 1, 'the answer alone');
  });

  test('that is taken away is asked for no more', async () => {
    life.abort();
    demo.drawing.put(STROKES);
    await rest();
    assert.deepEqual(kinds(), ['answer']);
    assert.equal(demo.networks.shown.value[0].maps.value, null);
  });
});

describe('the layer that is looked at', () => {
  test('is the one of that name in each network, else the one at its place', () => {
    const [first, second] = demo.networks.shown.value;
    first.info.value = infoOf('r4_sa', ['lifting', 'pool', 'group', 'classes']);
    second.info.value = infoOf('z2_sa', ['lifting', 'group', 'classes']);
    /** @type {(number | undefined)[][]} */
    const seen = [];
    for (let layer = 0; layer < 4; layer++) {
      demo.looking.chooseLayer(layer);
      seen.push([first, second].map((network) => demo.looking.viewOf(network).layer));
    }
    assert.deepEqual(seen, [
      [0, 0],
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
  });

  test('begins with the channel that tells most, and the channel chosen stays', () => {
    assert.deepEqual(demo.looking.at.value, { layer: 0, channel: 2, channels: 4 });
    demo.looking.chooseLayer(1);
    assert.deepEqual(demo.looking.at.value, { layer: 1, channel: 3, channels: 5 });
    demo.looking.chooseChannel(-1);
    assert.equal(demo.looking.at.value.channel, 4, 'before the first comes the last');
    demo.looking.chooseLayer(0);
    assert.equal(demo.looking.at.value.channel, 3, 'as far as there are so many');
    demo.looking.chooseLayer(99);
    assert.equal(demo.looking.at.value.layer, 1);
  });
});
