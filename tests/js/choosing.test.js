// Networks come and go while others stay: the state of a demonstration on a fake engine.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { STROKES, fakeDemo, settled } from './fake_demo.js';

/** @import { Demo } from '../../www/state/demo.js' */
/** @import { FakeEngine } from './fake_demo.js' */

const world = /** @type {any} */ (globalThis);
const A = 'http://host/r4.safetensors';
const B = 'http://host/z2.safetensors';
const C = 'http://host/r8.safetensors';

/** @type {Demo} */
let demo;
/** @type {FakeEngine} */
let engine;
/** @type {{ failed: any[] }} */
let heard;
/** Addresses of blobs that are in use. @type {Set<string>} */
let blobs;

beforeEach(async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  world.document = { hidden: false, baseURI: 'http://host/page/' };
  let count = 0;
  blobs = new Set();
  mock.method(URL, 'createObjectURL', () => {
    const url = `blob:http://host/${++count}`;
    blobs.add(url);
    return url;
  });
  mock.method(URL, 'revokeObjectURL', (/** @type {string} */ url) => blobs.delete(url));
  ({ demo, engine, heard } = fakeDemo());
  demo.show([A, B]);
  await settled();
  demo.drawing.put(STROKES);
  await settled();
  engine.requests.length = 0;
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

const shown = () => demo.networks.shown.value;
const loads = () => engine.requests.filter(({ kind }) => kind === 'load').map(urlOf);
const urlOf = (/** @type {any} */ { url }) => url;

describe('what stays when others are picked', () => {
  test('is not loaded again, and goes on saying what it said', async () => {
    const [first] = shown();
    const said = first.shown.value;
    assert(said);
    demo.pick([A, B, C]);
    await Promise.resolve();
    assert.equal(shown()[0], first);
    assert.equal(first.shown.value, said);
    await settled();
    assert.deepEqual(loads(), [C]);
    assert.equal(demo.networks.predictions.length, 3);
  });

  test('may change places', async () => {
    const [a, b] = shown();
    demo.pick([B, A]);
    await settled();
    assert.deepEqual(shown(), [b, a]);
    assert.deepEqual(loads(), []);
    await demo.loading.ready;
    assert.equal(demo.prediction, b.prediction);
  });

  test('is loaded again on another engine', async () => {
    demo.chooseEngine('cpu');
    await settled();
    assert.deepEqual(loads(), [A, B]);
  });

  test('is ready at once where nothing is to be loaded', async () => {
    demo.pick([B]);
    await demo.loading.ready;
    assert.equal((await demo.asking.predict())?.digit, 7);
    assert.equal(shown().length, 1);
  });
});

describe('the time that a network takes', () => {
  test('is the best of this engine', async () => {
    const [first] = shown();
    demo.networks.timed(first, 0.5, 'webgpu');
    demo.networks.timed(first, 0.7, 'webgpu');
    demo.networks.timed(first, 0, 'webgpu');
    assert.equal(demo.networks.times.value.get(A), 0.5);
    demo.networks.timed(first, 9, 'cpu');
    assert.equal(demo.networks.times.value.get(A), 9, 'not of a card that was lost');
    demo.networks.timed(first, 0.5, 'cpu');
    demo.pick([B, C]);
    await settled();
    assert.equal(demo.networks.times.value.get(A), 0.5, 'it may come again');
    demo.chooseEngine('cpu');
    await settled();
    assert.equal(demo.networks.times.value.has(A), false);
  });
});

describe('a visitor’s choice', () => {
  test('lasts until the page chooses', async () => {
    demo.pick([C]);
    assert.deepEqual(demo.values, [C]);
    demo.show([A]);
    assert.deepEqual([demo.values, demo.picked], [[A], false]);
  });

  test('can be taken back where it fails', async () => {
    demo.pick(['no_such_network', B]);
    await settled();
    const [failed, other] = shown();
    assert.equal(failed.error.value?.code, 'invalid-model');
    assert.equal(failed.former, A);
    assert(other.isHere, 'the rest goes on');
    assert.equal(heard.failed[0].model, 'no_such_network');
    demo.pick([String(failed.former), B]);
    await settled();
    assert(shown().every(({ isHere }) => isHere));
  });
});

describe('a file that is brought', () => {
  const file = (/** @type {string} */ name, size = 3) =>
    /** @type {File} */ (/** @type {unknown} */ ({ name, size }));

  test('becomes one of the networks, under its name', async () => {
    demo.bring(file('mine.safetensors'), 2);
    await settled();
    assert.deepEqual(demo.values, [A, B, 'blob:http://host/1']);
    assert.equal(demo.networks.names.value[2], 'mine.safetensors');
  });

  test('loses its address when nothing shows it any more', async () => {
    demo.bring(file('mine.safetensors'), 1);
    await settled();
    demo.pick([A, C]);
    await settled();
    assert.equal(blobs.size, 1, 'one may go back to it');
    demo.pick([A, B]);
    await settled();
    demo.pick([A]);
    await settled();
    assert.equal(blobs.size, 0);
  });

  test('has no address while the element is off the page, and another when it is back', async () => {
    demo.bring(file('mine.safetensors'), 1);
    await settled();
    demo.files.rest();
    assert.equal(blobs.size, 0);
    assert.deepEqual(demo.files.renew(demo.values), [A, 'blob:http://host/2']);
    assert.equal(demo.files.nameOf('blob:http://host/2'), 'mine.safetensors');
  });

  test('is refused where it can be none, and all stays as it is', () => {
    demo.bring(file('cat.png'), 1);
    assert.match(demo.notice.value?.message ?? '', /“cat.png” is no .safetensors file/);
    demo.bring(file('huge.safetensors', 1e9), 1);
    assert.match(demo.notice.value?.message ?? '', /“huge.safetensors” is larger than 64 MB/);
    assert.deepEqual(demo.values, [A, B]);
    assert.equal(blobs.size, 0);
  });
});

describe('what is tried out', () => {
  test('makes variants of the networks, and only of those that it changes', async () => {
    const [, ordinary] = shown();
    demo.vary({ positions: 'still' });
    await settled();
    assert.deepEqual(loads(), [`${A}#positions=still`]);
    assert.equal(shown()[1], ordinary, 'nothing turns along in it');
    demo.vary({ weights: 'random', seed: 5 });
    await settled();
    assert.deepEqual(loads().slice(1), [`${A}#seed=5&positions=still`, `${B}#seed=5`]);
  });

  test('is left again', async () => {
    demo.vary({ weights: 'random' });
    await settled();
    assert.equal(demo.isUntaught.value, true);
    demo.vary({ weights: 'trained' });
    await settled();
    assert.equal(demo.isUntaught.value, false);
    assert.deepEqual(
      shown().map(({ url }) => url),
      [A, B],
    );
  });

  test('leaves what the networks are in sight while they come, and asks nothing of them', async () => {
    engine.slow = true;
    demo.vary({ weights: 'random' });
    await settled();
    const [first] = shown();
    assert(first.info.value && !first.isHere);
    assert.equal(first.shown.value, null, 'what others said is not theirs');
    assert.deepEqual(demo.networks.loaded.value, []);
    assert(demo.looking.layers.value.length > 0);
    engine.slow = false;
    engine.release();
    await settled();
    assert(first.isHere && first.shown.value);
  });

  test('says nothing all round with random weights', async () => {
    const { wants } = await import('../../www/views/polar.js');
    assert(wants(demo, false));
    demo.vary({ weights: 'random' });
    await settled();
    assert.equal(wants(demo, false), null);
  });
});
