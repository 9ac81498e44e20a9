// Model files that come slowly, never, or without end: download.js on a fake server.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { Downloads, MAX_MODEL_BYTES, QUIET_SECONDS, download } from '../../www/engine/download.js';
import { FakeServer } from './fake_server.js';

/** @type {FakeServer} */
let server;
beforeEach(() => {
  mock.timers.enable({ apis: ['setInterval'] });
  server = new FakeServer();
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

const never = new AbortController().signal;

/** Lets everything happen that does not wait for a clock. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a download', () => {
  test('is what the server sends, in however many pieces', async () => {
    const got = download('http://host/a', never);
    await settled();
    for (const piece of [[1, 2], [], [3]]) server.send('http://host/a', piece);
    server.end('http://host/a');
    assert.deepEqual(await got, new Uint8Array([1, 2, 3]));
  });

  test('of nothing is nothing', async () => {
    const got = download('data:,', never);
    server.end('data:,');
    assert.equal((await got).byteLength, 0);
  });

  test('of a page that stands in the place of the file is refused, and said to be one', async () => {
    server.headers = { 'content-type': 'text/html; charset=utf-8' };
    const got = download('http://host/a', never);
    const refused = assert.rejects(got, {
      code: 'model-unreachable',
      message:
        'The model file could not be fetched from http://host/a: the server sent a page in its place.',
    });
    await settled();
    server.send('http://host/a', [60]);
    await refused;
  });

  for (const [what, sends] of /** @type {[string, number[] | null][]} */ ([
    ['never answers', null],
    ['stops after a byte', [1]],
  ])) {
    test(`from a server that ${what} ends with an error that says what to do`, async () => {
      const got = download('http://host/a', never);
      const refused = assert.rejects(got, {
        code: 'model-unreachable',
        message:
          'The model file could not be fetched from http://host/a: the server has sent nothing for 20 seconds; check the address and try again.',
      });
      if (sends) server.send('http://host/a', sends);
      await settled();
      mock.timers.tick(1000 * QUIET_SECONDS);
      await refused;
      assert.deepEqual(server.aborted, ['http://host/a']);
    });
  }

  for (const [what, answer] of /** @type {[string, () => Promise<any>][]} */ ([
    ['a request', () => new Promise(() => {})],
    ['a file', async () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }))],
  ])) {
    test(`does not wait for ${what} that hears nothing of being given up`, async () => {
      mock.method(globalThis, 'fetch', answer);
      const refused = assert.rejects(download('http://host/a', never), /sent nothing for 20 sec/);
      await settled();
      mock.timers.tick(1000 * QUIET_SECONDS);
      await refused;
      const leaves = new AbortController();
      const left = assert.rejects(download('http://host/a', leaves.signal));
      await settled();
      leaves.abort();
      await left;
    });
  }

  test('goes on for as long as something comes', async () => {
    const got = download('http://host/a', never);
    for (let i = 0; i < 10; i++) {
      server.send('http://host/a', [i]);
      await settled();
      mock.timers.tick(1000 * (QUIET_SECONDS - 1));
    }
    server.end('http://host/a');
    assert.equal((await got).byteLength, 10);
  });

  test('without end and without a length is given up at the limit', async () => {
    const got = download('http://host/a', never);
    const refused = assert.rejects(got, {
      code: 'model-unreachable',
      message: /larger than 64 MB/,
    });
    const piece = new Uint8Array(1 << 20);
    for (let i = 0; i <= MAX_MODEL_BYTES / piece.length; i++) server.send('http://host/a', piece);
    await refused;
    assert.deepEqual(server.aborted, ['http://host/a']);
  });

  test('that is announced as too large is not begun', async () => {
    server.headers = { 'content-length': String(MAX_MODEL_BYTES + 1) };
    const got = download('http://host/a', never);
    const refused = assert.rejects(got, /larger than 64 MB/);
    server.send('http://host/a', [1]);
    await refused;
    assert.deepEqual(server.aborted, ['http://host/a']);
  });

  test('that the server refuses is told, with a message that can be shown', async () => {
    server.status = 404;
    const got = download(`http://host/${'a'.repeat(1e6)}`, never);
    const refused = assert.rejects(got, (/** @type {Error} */ error) => {
      assert.match(error.message, /the server answered 404/);
      return error.message.length < 300;
    });
    server.end(`http://host/${'a'.repeat(1e6)}`);
    await refused;
  });
});

describe('several who want the same file', () => {
  test('get it by one download', async () => {
    const downloads = new Downloads();
    const both = [1, 2].map(() => downloads.fetch('http://host/a', never));
    server.send('http://host/a', [7]);
    server.end('http://host/a');
    for (const got of both) assert.deepEqual(await got, new Uint8Array([7]));
    assert.equal(server.asked.length, 1);
    await settled();
    downloads.fetch('http://host/a', never);
    assert.equal(server.asked.length, 2, 'later it is asked for again');
    server.end('http://host/a');
  });

  test('keep it going until the last of them has gone', async () => {
    const downloads = new Downloads();
    const [a, b] = [new AbortController(), new AbortController()];
    const gone = [a, b].map(({ signal }) =>
      assert.rejects(downloads.fetch('http://host/a', signal), { code: 'model-unreachable' }),
    );
    a.abort();
    await settled();
    assert.deepEqual(server.aborted, []);
    b.abort();
    const again = downloads.fetch('http://host/a', never);
    await Promise.all(gone);
    assert.deepEqual(server.aborted, ['http://host/a']);
    assert.equal(server.asked.length, 2, 'who comes then does not join what was given up');
    server.end('http://host/a');
    await again;
  });
});
