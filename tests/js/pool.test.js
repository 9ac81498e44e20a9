// Further workers: client.js with fake workers, which answer batches when the test says so.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { A, B, answer, kept, load, one, outcome, serve, setUp, settled, two } from './fake_page.js';
import { FakeWorker } from './fake_worker.js';

const page = setUp();

/** @param {number} lane @param {string} [url] @param {object} [client] */
function batch(lane, url = A, client = one) {
  return kept(
    page.engine.ask(client, `lane ${lane}`, 3, () => {
      return { kind: 'batch', strokes: [], angles: [0], engine: 'cpu', url };
    }),
  );
}

/** The worker for people has a network; what it has is known from then on. */
async function begin() {
  const loaded = load(one, A);
  await serve(A);
  assert.equal(await outcome(loaded), A);
}

const computed = () => FakeWorker.all.map((worker) => worker.computed.length);

test('there are as many as processors allow, and never more than four workers', async () => {
  for (const [processors, lanes] of [
    [undefined, 1],
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [64, 3],
  ]) {
    page.machine.hardwareConcurrency = /** @type {number} */ (processors);
    page.engine.restart();
    const loaded = load(one, A);
    if (page.server.asked.length === 0) await serve(A);
    assert.equal(await outcome(loaded), A);
    assert.equal(page.engine.lanes, lanes, `${processors} processors`);
  }
});

test('they are started when there is something to do, and need no file from the server', async () => {
  await begin();
  assert.equal(FakeWorker.all.length, 1);
  const parts = [0, 1].map((lane) => batch(lane));
  await settled();
  assert.deepEqual(computed(), [1, 1, 1]);
  for (const worker of FakeWorker.all) worker.release();
  for (const part of parts) assert.equal(await outcome(part), A);
  assert.deepEqual(page.server.asked, [A]);
});

test('they share what the first has compiled', async () => {
  await begin();
  const compiled = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  FakeWorker.all[0].dispatchEvent(new MessageEvent('message', { data: { compiled } }));
  batch(0);
  await settled();
  assert.equal(FakeWorker.all[0].hello.compiled, null);
  assert.equal(FakeWorker.all[1].hello.compiled, compiled);
});

test('an answer waits behind none of them', async () => {
  await begin();
  const parts = [0, 1, 2].map((lane) => batch(lane));
  await settled();
  assert.equal(await outcome(answer(one, A)), A, 'while all of them compute');
  assert.equal(await outcome(parts[0]), 'waits');
});

describe('a network of which others are not to wait', () => {
  /** @param {string} slot @param {string} [url] */
  const apart = (slot, url = B) =>
    kept(
      page.engine.ask(one, `apart ${slot}`, 1, () => {
        // Which the test can hold back.
        return { kind: 'batch', strokes: [], angles: [0], engine: 'cpu', url };
      }),
    );
  /** @param {string} slot */
  const stop = (slot) => page.engine.stopAt(one, `apart ${slot}`, B);

  test('is computed by another worker, before what nobody waits for', async () => {
    page.machine.hardwareConcurrency = 2;
    page.engine.restart();
    await begin();
    const part = batch(0);
    await settled();
    const rest = batch(1);
    const answered = apart('answer 1', A);
    FakeWorker.all[1].release();
    assert.equal(await outcome(part), A);
    assert.equal(await outcome(answered), 'waits', 'while it is computed');
    assert.equal(await outcome(answer(one, A)), A, 'others wait for nothing');
    FakeWorker.all[1].release();
    assert.equal(await outcome(answered), A);
    assert.equal(await outcome(rest), 'waits');
  });

  test('that ends one worker after the other is told to who waits', async () => {
    await begin();
    const dies = 'http://host/dies';
    const part = apart('load 1', dies);
    await serve(dies);
    for (let i = 1; i <= 3; i++) {
      assert.equal(await outcome(part), 'waits');
      FakeWorker.all[i].die();
      await settled();
    }
    await assert.rejects(part, { code: 'model-stopped', url: dies });
  });

  test('is stopped while its file comes, while it waits, and while it is computed', async () => {
    page.machine.hardwareConcurrency = 2;
    page.engine.restart();
    await begin();
    const coming = apart('load 1');
    await settled();
    stop('load 1');
    assert.match(String(await outcome(coming)), /model-stopped/);
    const computed = apart('answer 1', A);
    await settled();
    const waiting = apart('answer 2', A);
    await settled();
    stop('answer 2');
    assert.match(String(await outcome(waiting)), /model-stopped/);
    assert.equal(await outcome(computed), 'waits');
    stop('answer 1');
    assert.match(String(await outcome(computed)), /model-stopped/);
    stop('nothing');
    assert.equal(await outcome(answer(one, A)), A);
    assert.equal(page.engine.lanes, 1, 'and is started anew when there is something to do');
    const next = apart('answer 1', A);
    await settled();
    FakeWorker.all.at(-1)?.release();
    assert.equal(await outcome(next), A);
  });
});

test('of an element that has gone is dropped', async () => {
  await begin();
  const part = batch(0);
  const other = batch(0, A, two);
  await settled();
  page.engine.withdraw(one);
  assert.equal(await outcome(part), null);
  for (const worker of FakeWorker.all) worker.release();
  assert.equal(await outcome(other), A);
});

test('they are let go with the engine', async () => {
  await begin();
  batch(0);
  await settled();
  page.engine.close();
  await settled();
  assert.deepEqual(
    FakeWorker.all.map(({ ended }) => ended),
    [true, true],
  );
});

describe('one that fails', () => {
  test('is given up, and another does its part', async () => {
    await begin();
    const part = batch(0);
    await settled();
    FakeWorker.all[1].die();
    await settled();
    assert.deepEqual(computed(), [1, 1, 1]);
    FakeWorker.all[2].release();
    assert.equal(await outcome(part), A);
    assert.equal(page.engine.lanes, 2);
  });

  test('to start is given up, and with none left the worker that answers people does it', async () => {
    page.machine.hardwareConcurrency = 3;
    page.engine.restart();
    await begin();
    FakeWorker.refuse = 2;
    const part = batch(0);
    await settled();
    assert.equal(page.engine.lanes, 0);
    assert.equal(FakeWorker.all.length, 3, 'no blob is tried, nor this thread');
    FakeWorker.all[0].release();
    assert.equal(await outcome(part), A);
    assert.equal(await outcome(answer(one, A)), A);
  });

  test('while it is idle is started anew', async () => {
    await begin();
    const part = batch(0);
    await settled();
    FakeWorker.all[1].release();
    assert.equal(await outcome(part), A);
    FakeWorker.all[1].die();
    const next = batch(0);
    await settled();
    FakeWorker.all[2].release();
    assert.equal(await outcome(next), A);
    assert.equal(page.engine.lanes, 3);
  });

  test('by its WebAssembly takes two others with it at most, and nobody is told', async () => {
    await begin();
    const crash = 'http://host/dies';
    const part = batch(0, crash);
    await serve(crash);
    for (let i = 1; i <= 3; i++) {
      assert.equal(await outcome(part), 'waits');
      FakeWorker.all[i].die();
      await settled();
    }
    assert.equal(await outcome(part), null);
    assert.equal(await outcome(answer(one, A)), A, 'the others go on');
    assert.equal(FakeWorker.all[0].ended, false);
  });
});

test('without workers by their address there are none of them', async () => {
  FakeWorker.refuse = 1;
  const loaded = load(one, B);
  await serve(B);
  assert.equal(await outcome(loaded), B);
  assert.equal(page.engine.place, 'blob worker');
  assert.equal(page.engine.lanes, 0);
});
