// The engine's file, from servers that are slow or silent: module.js on a fake server.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { MAX_SECONDS, inTime, patiently } from '../../www/module.js';
import { FakeServer } from './fake_server.js';

const URL = 'http://host/engine.wasm';

/** @type {FakeServer} */
let server;
beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  server = new FakeServer();
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

/** Lets everything happen that does not wait for a clock. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the engine’s file', () => {
  /** @type {Uint8Array | undefined} */
  let bytes;
  const read = async (/** @type {Promise<Response>} */ file) => {
    bytes = undefined;
    bytes = new Uint8Array(await (await file).arrayBuffer());
  };

  test('may come slowly', async () => {
    const got = patiently(URL, read);
    mock.timers.tick(1000 * MAX_SECONDS.answer - 1);
    server.send(URL, [1, 2]);
    await settled();
    mock.timers.tick(1000 * MAX_SECONDS.file - 1);
    server.send(URL, [3]);
    server.end(URL);
    await got;
    assert.deepEqual(bytes, new Uint8Array([1, 2, 3]));
    mock.timers.tick(1000 * MAX_SECONDS.file);
    assert.deepEqual(server.aborted, []);
  });

  for (const [what, sends, seconds, lacks] of /** @type {const} */ ([
    ['never answers', false, MAX_SECONDS.answer, 'anything'],
    ['stops midway', true, MAX_SECONDS.file, 'the whole file'],
  ])) {
    test(`from a server that ${what} is given up, and it says why`, async () => {
      const got = patiently(URL, read);
      const refused = assert.rejects(got, {
        message: `the server has not sent ${lacks} within ${seconds} seconds`,
      });
      if (sends) server.send(URL, [1]);
      await settled();
      mock.timers.tick(1000 * seconds);
      await refused;
      assert.deepEqual(server.aborted, [URL]);
    });
  }

  test('in JavaScript is given up too', async () => {
    await assert.doesNotReject(inTime(Promise.resolve(1), 'it'));
    await assert.rejects(inTime(Promise.reject(new Error('no such file')), 'it'), {
      message: 'no such file',
    });
    const refused = assert.rejects(inTime(new Promise(() => {}), 'it'), {
      message: 'the server has not sent it within 120 seconds',
    });
    mock.timers.tick(1000 * MAX_SECONDS.file);
    await refused;
  });

  test('that is refused is refused with the reason that the browser gives', async () => {
    const got = patiently(URL, async (file) => {
      await file;
      throw new Error('not a module');
    });
    server.send(URL, [1]);
    await assert.rejects(got, { message: 'not a module' });
  });
});
