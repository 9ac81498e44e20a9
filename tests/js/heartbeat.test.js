// Workers that die without a word: client.js with fake workers that hold locks, or have none.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
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

async function begin() {
  const loaded = load(one, A);
  await serve(A);
  assert.equal(await outcome(loaded), A);
}

function withoutLocks() {
  FakeWorker.locks = null;
  page.machine.locks = undefined;
}

describe('a worker that dies without a word', () => {
  test('while it computes is replaced at once, and asked again', async () => {
    const slow = load(one, SLOW);
    await serve(SLOW);
    FakeWorker.all[0].die();
    await settled();
    assert.equal(FakeWorker.all.length, 2);
    assert.deepEqual(FakeWorker.all[1].computed, [SLOW]);
    assert.equal(await outcome(slow), 'waits', 'nothing is said of slowness');
  });

  test('while it has nothing to do is replaced by the next question', async () => {
    await begin();
    FakeWorker.all[0].die();
    await settled();
    assert.equal(await outcome(answer(one, A)), A);
    assert.equal(FakeWorker.all.length, 2);
  });

  test('again and again is told, and what waits is told too', async () => {
    const slow = load(one, SLOW);
    const other = load(two, B);
    await serve(SLOW);
    for (let i = 0; i < 3; i++) {
      FakeWorker.all[i].die();
      await settled();
    }
    await assert.rejects(slow, {
      code: 'engine-crashed',
      message: 'The engine stopped repeatedly: its worker was ended.',
    });
    assert.equal(await outcome(other), 'engine-crashed');
    assert.equal(FakeWorker.all.length, 3);
  });

  test('is not one that was ended on purpose', async () => {
    load(one, SLOW);
    await serve(SLOW);
    page.engine.withdraw(one);
    page.engine.restart();
    await settled();
    assert.equal(FakeWorker.all.length, 1);
  });
});

describe('where there are no locks', () => {
  test('one that dies while it should answer is replaced within seconds', async () => {
    withoutLocks();
    await begin();
    FakeWorker.all[0].die();
    const lost = answer(one, A);
    await pass(8);
    assert.equal(await outcome(lost), 'waits');
    for (let i = 0; i < 2; i++) await pass(1);
    assert.equal(FakeWorker.all.length, 2);
    assert.equal(await outcome(lost), A);
  });

  test('one that computes long is let alone', async () => {
    withoutLocks();
    const slow = load(one, SLOW);
    await serve(SLOW);
    for (let i = 0; i < 59; i++) await pass(1);
    assert.equal(FakeWorker.all.length, 1);
    assert.equal(await outcome(slow), 'waits');
  });

  test('one that answers is let alone', async () => {
    withoutLocks();
    await begin();
    for (let i = 0; i < 60; i++) await pass(1);
    assert(FakeWorker.all[0].pings > 20);
    assert.equal(await outcome(answer(one, A)), A);
    assert.equal(FakeWorker.all.length, 1);
  });
});

test('with a lock nothing is asked', async () => {
  await begin();
  for (let i = 0; i < 30; i++) await pass(1);
  assert.equal(FakeWorker.all[0].pings, 0);
});

describe('what takes long', () => {
  test('can be stopped, and the others go on', async () => {
    const slow = load(one, SLOW);
    const other = load(two, A);
    await serve(SLOW);
    assert.deepEqual(page.engine.running(one), { url: SLOW, seconds: 0 });
    assert.equal(page.engine.running(two), null);
    await pass(7);
    assert.equal(page.engine.running(one)?.seconds, 7);
    page.engine.stop(two);
    assert.equal(await outcome(slow), 'waits', 'it is not theirs');
    page.engine.stop(one);
    await assert.rejects(slow, {
      code: 'model-stopped',
      message: 'Stopped after 7 seconds.',
      url: SLOW,
    });
    await serve(A);
    assert.equal(await outcome(other), A);
  });

  test('is the network that is computed, not one that never got to run', async () => {
    const slow = answer(one, SLOW, A);
    for (const url of [SLOW, A]) await serve(url);
    // The fake computes both at once: the second one is what runs.
    await pass(60);
    await assert.rejects(slow, { code: 'model-too-slow', url: A });
  });
});
