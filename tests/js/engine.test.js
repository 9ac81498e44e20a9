// What waits for what: client.js with a fake worker, or without one, and a fake server.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { configure, modelUrl } from '../../www/engine/settings.js';
import {
  A,
  B,
  SLOW,
  answer,
  load,
  one,
  outcome,
  pass,
  serve,
  setUp,
  settled,
  two,
} from './fake_page.js';
import { FakeWorker } from './fake_worker.js';

const page = setUp();

describe('a model file that does not come', () => {
  test('holds up no other request, of this element or of another', async () => {
    const hangs = load(one, A);
    const other = load(one, B, 'load other');
    const second = load(two, B);
    await serve(B);
    assert.equal(await outcome(other), B);
    assert.equal(await outcome(second), B);
    assert.equal(await outcome(answer(one, B)), B);
    assert.equal(await outcome(hangs), 'waits');
    assert.deepEqual(page.server.asked, [A, B], 'one download for both elements');
    await serve(A);
    assert.equal(await outcome(hangs), A);
  });

  test('is given up once another is chosen', async () => {
    const hangs = load(one, A);
    await settled();
    const next = load(one, B);
    assert.equal(await outcome(hangs), null);
    assert.deepEqual(page.server.aborted, [A]);
    await serve(B);
    assert.equal(await outcome(next), B);
  });

  test('is given up once its element goes, but not for another that waits for it', async () => {
    const first = load(one, A);
    const second = load(two, A);
    await settled();
    page.engine.withdraw(one);
    assert.equal(await outcome(first), null);
    assert.deepEqual(page.server.aborted, []);
    page.engine.withdraw(two);
    assert.equal(await outcome(second), null);
    assert.deepEqual(page.server.aborted, [A]);
  });

  test('is an error, and can be tried again', async () => {
    const first = load(one, A);
    await settled();
    await pass(20);
    assert.equal(await outcome(first), 'model-unreachable');
    const again = load(one, A);
    await serve(A);
    assert.equal(await outcome(again), A);
  });
});

test('a worker that is started anew is given its networks again, without the server', async () => {
  const first = load(one, A);
  await serve(A);
  assert.equal(await outcome(first), A);
  assert.equal(await outcome(answer(one, A)), A);
  assert.deepEqual(page.server.asked, [A]);
  FakeWorker.all[0].crash('made to fail by the test');
  assert.equal(await outcome(answer(one, A)), A);
  assert.equal(FakeWorker.all.length, 2);
  assert.deepEqual(page.server.asked, [A]);
});

test('a worker whose WebAssembly has crashed is given up, and the next request starts another', async () => {
  const crash = 'http://host/crash';
  const first = load(one, crash);
  await serve(crash);
  assert.equal(await outcome(first), 'engine-crashed');
  assert(FakeWorker.all[0].ended);
  assert.equal(FakeWorker.all.length, 1, 'nobody asks for anything');
  const again = load(one, crash);
  await serve(crash);
  assert.equal(await outcome(again), crash);
  assert.equal(FakeWorker.all.length, 2);
});

test('a drawing that never rests sees the end of a download, and is answered as it is then', async () => {
  const first = answer(one, A);
  await settled();
  const second = answer(one, A);
  assert.equal(await outcome(first), null);
  assert.deepEqual(page.server.aborted, []);
  await serve(A);
  assert.equal(await outcome(second), A);
  assert.deepEqual(page.server.asked, [A]);
});

test('an answer does not wait for files of a network when another is chosen', async () => {
  const waits = answer(one, A);
  const ofAnother = answer(two, B);
  await settled();
  load(one, B);
  assert.equal(await outcome(waits), null);
  assert.deepEqual(page.server.aborted, [A]);
  assert.equal(await outcome(ofAnother), 'waits');
});

describe('started afresh', () => {
  test('it goes on with what was being computed', async () => {
    const slow = load(two, SLOW);
    await serve(SLOW);
    page.engine.restart();
    await settled();
    assert(FakeWorker.all[0].ended);
    assert.deepEqual(FakeWorker.all[1].computed, [SLOW]);
    assert.equal(await outcome(slow), 'waits');
  });

  test('left, a page has no worker that would keep it from being kept; come back to, it goes on', async () => {
    const slow = load(two, SLOW);
    await serve(SLOW);
    page.engine.leave();
    load(one, A, 'load first');
    await settled();
    assert(FakeWorker.all.every((worker) => worker.ended));
    assert.equal(FakeWorker.all.length, 1, 'none is started meanwhile');
    page.engine.comeBack();
    await settled();
    assert.deepEqual(FakeWorker.all[1].computed, [SLOW]);
    assert.equal(await outcome(slow), 'waits');
  });

  test('it does not go on with what nobody wants', async () => {
    load(one, SLOW);
    await serve(SLOW);
    page.engine.withdraw(one);
    page.engine.restart();
    await settled();
    assert.equal(FakeWorker.all.length, 1);
  });
});

test('without workers the same is true of the main thread', async () => {
  delete (/** @type {any} */ (globalThis).Worker);
  configure({ module: new URL('./fake_engine.js', import.meta.url).href });
  const file = new TextEncoder().encode(JSON.stringify({ name: 'n', cpu: 1, card: 1 }));
  const hangs = load(one, A);
  const other = load(one, B, 'load other');
  // The engine's module comes from the disk, which takes as long as it takes.
  while (!page.server.asked.includes(B)) await new Promise((resolve) => setTimeout(resolve, 5));
  page.server.send(B, file);
  page.server.end(B);
  assert.equal((await other)?.info.name, 'n');
  assert.equal(page.engine.place, 'main thread');
  assert.equal(await outcome(hangs), 'waits');
});

describe('a worker that computes', () => {
  test('for more than a minute is ended, and the others go on in a new one', async () => {
    const slow = load(one, SLOW);
    await serve(SLOW);
    const other = load(two, A);
    await pass(59);
    assert.equal(await outcome(slow), 'waits');
    await pass(1);
    await assert.rejects(slow, {
      code: 'model-too-slow',
      message: 'This network is too slow for a page: it took more than a minute. Choose another.',
    });
    assert(FakeWorker.all[0].ended);
    await serve(A);
    assert.equal(await outcome(other), A);
  });

  test('not, for three minutes, is ended: its engine does not come, and another one may', async () => {
    const MUTE = 'http://host/mute';
    const mute = load(one, MUTE);
    await serve(MUTE);
    await pass(179);
    assert.equal(await outcome(mute), 'waits', 'its server may be slow');
    await pass(1);
    await assert.rejects(mute, {
      code: 'engine-unavailable',
      message: 'The engine has not begun within 3 minutes.',
    });
    assert(FakeWorker.all[0].ended);
    const next = load(one, A);
    await serve(A);
    assert.equal(await outcome(next), A);
  });

  test('for an answer that takes too long is ended too', async () => {
    const slow = answer(one, A, SLOW);
    for (const url of [A, SLOW]) await serve(url);
    await pass(60);
    await assert.rejects(slow, { code: 'model-too-slow', message: /^This network/, url: SLOW });
  });

  test('for what nobody wants any more is ended sooner', async () => {
    const slow = load(one, SLOW);
    await serve(SLOW);
    await pass(3);
    const next = load(one, A);
    await pass(11);
    assert.equal(await outcome(slow), 'waits');
    await pass(1);
    assert.equal(await outcome(slow), null);
    await serve(A);
    assert.equal(await outcome(next), A);
    assert.deepEqual(
      FakeWorker.all.map(({ ended }) => ended),
      [true, false],
    );
  });

  test('for an element that has gone is ended sooner', async () => {
    load(one, SLOW);
    await serve(SLOW);
    page.engine.withdraw(one);
    await pass(15);
    assert(FakeWorker.all[0].ended);
  });

  test('for an answer, when another network is chosen, is ended sooner, and asked again', async () => {
    let urls = [SLOW];
    const slow = page.engine.ask(one, 'answer', 1, () => {
      const models = urls.map((url) => ({ url, view: null }));
      return { kind: 'answer', strokes: [], angle: 0, engine: 'cpu', models };
    });
    await serve(SLOW);
    await pass(20);
    assert.equal(await outcome(slow), 'waits', 'nothing else was chosen');
    urls = [A];
    const next = load(one, A);
    await pass(1);
    await serve(A);
    assert.equal(await outcome(next), A);
    assert.equal(await outcome(slow), A);
  });

  test('is let alone when the same element loads a second network, or turns its drawing', async () => {
    const slow = load(one, SLOW);
    await serve(SLOW);
    load(one, A, 'load other');
    answer(one, A);
    load(two, A);
    await pass(59);
    assert.equal(await outcome(slow), 'waits');
    assert(!FakeWorker.all[0].ended);
  });

  test('again after it was ended counts from the beginning', async () => {
    const slow = load(one, SLOW);
    await serve(SLOW);
    await pass(60);
    assert.equal(await outcome(slow), 'model-too-slow');
    const again = load(one, SLOW);
    await serve(SLOW);
    await pass(59);
    assert.equal(await outcome(again), 'waits');
  });
});

test('addresses that are none are told at a length that can be shown', () => {
  for (const value of ['x'.repeat(1e7), `${'x'.repeat(1e6)}:y`, `http://${' '.repeat(1e6)}`]) {
    assert.throws(
      () => modelUrl(value),
      (/** @type {any} */ { code, message }) => code === 'invalid-model' && message.length < 400,
    );
  }
});
