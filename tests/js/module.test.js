// The engine's file, from servers that are slow or silent: module.js on a fake server.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { RELAXED_PROBE, bestBuild } from '../../www/engine/builds.js';
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

/** @param {() => boolean} holds */
async function until(holds) {
  while (!holds()) await settled();
}

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

const fake = new URL('./fake_engine.js', import.meta.url).href;

/** As in a browser that takes modules with these instructions alone. @param {number[]} known  their last bytes */
function browserWith(known) {
  mock.method(WebAssembly, 'validate', (/** @type {Uint8Array} */ module) =>
    known.includes(module.at(-2) ?? NaN),
  );
}
/** The last byte of `i8x16.popcnt`, and of `f32x4.relaxed_madd`. */
const [SIMD, RELAXED] = [98, 2];

describe('in a browser without SIMD', () => {
  beforeEach(() => browserWith([]));

  test('the build for it is used', async () => {
    const engine = new EngineModule({ module: 'http://host/simd.js', plain: { module: fake } });
    assert.equal(engine.build, 'plain');
    assert.equal((await engine.ready()).version(), (await import(fake)).version());
  });

  test('who moved only the build with SIMD is told', async () => {
    for (const settings of [{ module: fake }, { wasm: FILE }, { relaxed: FILE }]) {
      await assert.rejects(new EngineModule(settings).ready(), {
        code: 'engine-unavailable',
        message: /has no SIMD/,
      });
    }
    assert.deepEqual(server.asked, []);
  });
});

test('with SIMD the other build is not', async () => {
  const engine = new EngineModule({ module: fake, plain: { module: 'http://host/plain.js' } });
  assert.notEqual(engine.build, 'plain');
  await assert.doesNotReject(engine.ready());
});

describe('with relaxed SIMD', () => {
  const RELAXED_FILE = 'http://host/relaxed.wasm';
  const settings = { module: fake, wasm: FILE, relaxed: RELAXED_FILE };
  /** The smallest module. */
  const MODULE = [0, 97, 115, 109, 1, 0, 0, 0];

  /** @param {string} url */
  async function sendsModule(url) {
    await settled();
    server.send(url, MODULE);
    server.end(url);
  }

  test('the build with it is fetched, and no other', async () => {
    browserWith([SIMD, RELAXED]);
    const engine = new EngineModule(settings);
    assert.equal(engine.build, 'relaxed');
    const ready = engine.ready();
    await sendsModule(RELAXED_FILE);
    await ready;
    assert.deepEqual(server.asked, [RELAXED_FILE]);
    assert((await engine.shared) instanceof WebAssembly.Module);
  });

  test('a browser that lacks it gets the build with SIMD', async () => {
    browserWith([SIMD]);
    const engine = new EngineModule(settings);
    assert.equal(engine.build, 'simd');
    const ready = engine.ready();
    await sendsModule(FILE);
    await ready;
    assert.deepEqual(server.asked, [FILE]);
  });

  test('who moved only the other build gets that', () => {
    browserWith([SIMD, RELAXED]);
    for (const moved of [{ module: fake }, { wasm: FILE }]) {
      assert.equal(new EngineModule(moved).build, 'simd');
    }
    assert.equal(new EngineModule({ relaxed: FILE }).build, 'relaxed');
  });

  test('this runtime’s own verdict on it is that of the instruction itself', () => {
    mock.restoreAll();
    const isTaken = WebAssembly.validate(new Uint8Array(RELAXED_PROBE));
    assert.equal(bestBuild(), isTaken ? 'relaxed' : 'simd');
    // An instruction that nobody has.
    assert(
      !WebAssembly.validate(
        new Uint8Array(
          RELAXED_PROBE.map((byte, i) => (i === RELAXED_PROBE.length - 3 ? 255 : byte)),
        ),
      ),
    );
  });

  for (const [what, status, bytes] of /** @type {const} */ ([
    ['is not there', 404, MODULE],
    ['is no module', 200, [1, 2, 3]],
  ])) {
    test(`where its file ${what} the ordinary one is taken, and the console told why`, async () => {
      browserWith([SIMD, RELAXED]);
      const warn = mock.method(console, 'warn', () => {});
      const engine = new EngineModule(settings);
      const ready = engine.ready();
      await settled();
      server.status = status;
      server.send(RELAXED_FILE, bytes);
      server.end(RELAXED_FILE);
      await until(() => server.asked.includes(FILE));
      server.status = 200;
      await sendsModule(FILE);
      await ready;
      assert.deepEqual(server.asked, [RELAXED_FILE, FILE]);
      assert.equal(engine.build, 'simd');
      assert.equal(warn.mock.callCount(), 1);
      assert.match(String(warn.mock.calls[0].arguments[0]), /without relaxed SIMD/);
    });
  }
});
