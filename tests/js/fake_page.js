// A page with the engine's client on it, a fake worker or several, fake locks and a fake server.

import { afterEach, beforeEach, mock } from 'node:test';
import { Engine } from '../../www/engine/client.js';
import { FakeLocks } from './fake_locks.js';
import { FakeServer } from './fake_server.js';
import { FakeWorker } from './fake_worker.js';

const world = /** @type {any} */ (globalThis);
world.document = { baseURI: 'http://host/page/' };
const machine = { hardwareConcurrency: 4, locks: /** @type {FakeLocks | undefined} */ (undefined) };
Object.defineProperty(globalThis, 'navigator', { value: machine });

export const [A, B, SLOW] = ['http://host/a', 'http://host/b', 'http://host/slow'];
/** Elements. */
export const [one, two] = [{ name: 'one' }, { name: 'two' }];

export const page = {
  machine,
  /** Networks that it was told of at last which engine runs them. @type {string[]} */
  chosen: [],
  server: /** @type {FakeServer} */ (/** @type {unknown} */ (null)),
  engine: /** @type {Engine} */ (/** @type {unknown} */ (null)),
};

/** A new one for each test of a file. */
export function setUp() {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setInterval'] });
    world.Worker = FakeWorker;
    FakeWorker.all = [];
    FakeWorker.refuse = 0;
    machine.hardwareConcurrency = 4;
    FakeWorker.locks = new FakeLocks();
    machine.locks = FakeWorker.locks;
    page.chosen = [];
    page.server = new FakeServer();
    page.engine = new Engine((url) => page.chosen.push(url));
  });
  afterEach(() => {
    page.engine.close();
    mock.timers.reset();
    mock.restoreAll();
  });
  return page;
}

/** Lets everything happen that does not wait for a clock or the server. */
export async function settled() {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** @param {number} seconds */
export async function pass(seconds) {
  mock.timers.tick(1000 * seconds);
  await settled();
}

/** An error that is looked at later. @template T @param {Promise<T>} promise */
export function kept(promise) {
  promise.catch(() => {});
  return promise;
}

/**
 * What becomes of a request: a reply, null, an error's code, or 'waits'.
 *
 * @param {Promise<any>} promise
 */
export async function outcome(promise) {
  await settled();
  return Promise.race([
    promise.then(
      (reply) => reply && reply.of.join(' '),
      ({ code }) => code,
    ),
    settled().then(() => 'waits'),
  ]);
}

/** @param {object} client @param {string} url @param {string} [slot] */
export function load(client, url, slot = 'load main') {
  return kept(page.engine.ask(client, slot, 0, () => ({ kind: 'load', url, engine: 'cpu' })));
}

/** @param {object} client @param {string[]} urls */
export function answer(client, ...urls) {
  const models = urls.map((url) => ({ url, view: null }));
  return kept(
    page.engine.ask(client, 'answer', 1, () => ({
      kind: 'answer',
      strokes: [],
      angle: 0,
      engine: 'cpu',
      models,
    })),
  );
}

/** @param {string} url */
export async function serve(url) {
  await settled();
  page.server.send(url, [1]);
  page.server.end(url);
  await settled();
}
