// The engine's file, from servers that are slow or silent: module.js on a fake server.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { EngineModule, MAX_SECONDS, inTime, patiently } from '../../www/engine/module.js';
import { FakeServer } from './fake_server.js';

const FILE = 'http://host/engine.wasm';

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
    const got = patiently(FILE, read);
    mock.timers.tick(1000 * MAX_SECONDS.answer - 1);
    server.send(FILE, [1, 2]);
    await settled();
    mock.timers.tick(1000 * MAX_SECONDS.file - 1);
    server.send(FILE, [3]);
    server.end(FILE);
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
      const got = patiently(FILE, read);
      const refused = assert.rejects(got, {
        message: `the server has not sent ${lacks} within ${seconds} seconds`,
      });
      if (sends) server.send(FILE, [1]);
      await settled();
      mock.timers.tick(1000 * seconds);
      await refused;
      assert.deepEqual(server.aborted, [FILE]);
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
    const got = patiently(FILE, async (file) => {
      await file;
      throw new Error('not a module');
    });
    server.send(FILE, [1]);
    await assert.rejects(got, { message: 'not a module' });
  });
});

describe('in a browser without SIMD', () => {
  const fake = new URL('./fake_engine.js', import.meta.url).href;
  beforeEach(() => mock.method(WebAssembly, 'validate', () => false));

  test('the build for it is used', async () => {
    const engine = new EngineModule({ module: 'http://host/simd.js', plain: { module: fake } });
    assert(!engine.simd);
    assert.equal((await engine.ready()).version(), (await import(fake)).version());
  });

  test('who moved only the build with SIMD is told', async () => {
    for (const settings of [{ module: fake }, { wasm: FILE }]) {
      await assert.rejects(new EngineModule(settings).ready(), {
        code: 'engine-unavailable',
        message: /has no SIMD/,
      });
    }
    assert.deepEqual(server.asked, []);
  });
});

test('with SIMD the other build is not', async () => {
  const fake = new URL('./fake_engine.js', import.meta.url).href;
  const engine = new EngineModule({ module: fake, plain: { module: 'http://host/plain.js' } });
  assert(engine.simd);
  await assert.doesNotReject(engine.ready());
});
