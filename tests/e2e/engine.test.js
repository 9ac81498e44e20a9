// The engine on the page: several workers, workers that die, cards that never say, and memory that is refused.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN, allRound, eventually, pageWith, setUp, until, visit } from './person.js';

/** @import { Page } from 'playwright-core' */
/** @import { Person } from './person.js' */

setUp();

/** Says so many processors, and keeps all workers, to end them behind the page's back. @param {number} processors */
const watched = (processors) => (/** @type {Page} */ page) =>
  page.addInitScript((count) => {
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => count });
    const world = /** @type {any} */ (globalThis);
    world.workers = [];
    world.Worker = class extends Worker {
      /** @param {string | URL} url @param {WorkerOptions} [options] */
      constructor(url, options) {
        super(url, options);
        world.workers.push(this);
      }
    };
  }, processors);

/** Ends a worker as the browser would, without a word. @param {Person} person @param {number} at */
const end = (person, at) =>
  person.page.evaluate((i) => /** @type {any} */ (globalThis).workers.at(i).terminate(), at);

/** Puts something before the worker's script. @param {string} code */
const inWorker = (code) => (/** @type {Page} */ page) =>
  page.context().route('**/worker.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });

const page = (attributes = '') => ({ url: pageWith(`<gsa-demo ${attributes}></gsa-demo>`) });

describe('further workers', () => {
  test('fill the curves in, one of them dead, and never more than four in all', () =>
    visit(
      async (person) => {
        await person.sample(7);
        await until(() => person.page.workers().length === 4, 'the workers');
        await end(person, -1);
        const curves = [await allRound(person, 'main'), await allRound(person, 'other')];
        for (const { count } of curves) assert.match(count ?? '', /^\d+ of 72 angles/);
        assert(person.page.workers().length <= 4);
        await person.demo.evaluate((demo) => demo.remove());
        await until(() => person.page.workers().length === 0, 'all workers to go');
      },
      { ...page(), prepare: watched(8) },
    ));

  test('are not there where a worker can only be had from a blob', () =>
    visit(
      async (person) => {
        await person.sample(7);
        await allRound(person, 'main');
        assert.equal(person.page.workers().length, 1);
      },
      {
        ...page(),
        prepare: async (page) => {
          await watched(8)(page);
          await page.addInitScript(() => {
            const world = /** @type {any} */ (globalThis);
            const Real = world.Worker;
            world.Worker = class extends Real {
              /** @param {string | URL} url @param {WorkerOptions} [options] */
              constructor(url, options) {
                if (!String(url).startsWith('blob:')) throw new Error('made to fail by the test');
                super(url, options);
              }
            };
          });
        },
      },
    ));
});

describe('a worker that is ended without a word', () => {
  test('while it has nothing to do is replaced by the next question', () =>
    visit(
      async (person) => {
        await person.drawWithMouse(SEVEN);
        await person.predict();
        await end(person, 0);
        await person.setAngle(180);
        assert.equal((await person.predict())?.digit, 7);
        assert(!(await person.demo.getByRole('alert').first().isVisible()));
      },
      { ...page(), prepare: watched(2) },
    ));

  test('while it computes is replaced within seconds; meanwhile what is shown is marked', () =>
    visit(
      async (person) => {
        await person.drawWithMouse(SEVEN);
        await person.predict();
        const panel = person.panel('main');
        await hang(person, 'at once');
        await person.setAngle(180);
        await until(async () => (await panel.getAttribute('data-late')) !== null, 'the mark');
        await person.reads(panel.locator('.asking'), 'at 0°, asking…');
        await end(person, 0);
        assert.equal((await person.predict())?.digit, 7);
        await eventually(async () => assert.equal(await panel.getAttribute('data-late'), null));
        assert.equal(await person.demo.locator('.trouble:visible').count(), 0);
      },
      { ...page(), prepare: watched(2) },
    ));
});

/**
 * The first worker computes for ever from now on, or from the second network of an answer on.
 *
 * @param {Person} person
 * @param {'at once' | 'at the second'} when
 */
const hang = (person, when) =>
  person.page.workers()[0].evaluate((when) => {
    const post = self.postMessage.bind(self);
    let first = { id: 0, runs: '' };
    /** @type {any} */ (self).postMessage = (/** @type {any} */ message) => {
      post(message);
      if (message.runs === undefined) return;
      const isSecond = message.id === first.id && message.runs !== first.runs;
      if (message.id !== first.id) first = message;
      while (when === 'at once' || isSecond);
    };
  }, when);

test('a network that takes long can be stopped, and the other one goes on', () =>
  visit(
    async (person) => {
      await person.drawWithMouse(SEVEN);
      await person.predict();
      await hang(person, 'at the second');
      await person.setAngle(180);
      const panel = person.panel('other');
      const stop = panel.getByRole('button', { name: 'Stop' });
      await until(() => stop.isVisible(), 'the button');
      assert.equal(await person.panel('main').getByRole('button', { name: 'Stop' }).count(), 0);
      await stop.click();
      await person.reads(panel.locator('.trouble p'), /^Stopped after \d+ seconds\.$/);
      assert.equal((await person.predict())?.digit, 7);
      await panel.getByRole('button', { name: 'Try again' }).click();
      await person.reads(panel.locator('.digit'), /\d/);
    },
    { ...page(), prepare: watched(2) },
  ));

describe('a graphics card', () => {
  const never = '() => new Promise(() => {})';
  /** @param {string} gpu */
  const faked = (gpu) => inWorker(`Object.defineProperty(navigator, 'gpu', { value: ${gpu} });`);
  const adapter = `{ info: { vendor: 'a maker of cards' }, requestDevice: ${never} }`;

  for (const [what, gpu, why] of /** @type {[string, string, RegExp][]} */ ([
    [
      'of which the browser never says whether it is there',
      `{ requestAdapter: ${never} }`,
      /did not say within 3 seconds/,
    ],
    [
      'that the browser never gives',
      `{ requestAdapter: async () => (${adapter}) }`,
      /did not open within 3 seconds/,
    ],
  ])) {
    test(`${what} keeps nobody waiting, and the reason is told`, () =>
      visit(
        async (person) => {
          await person.sample(7);
          // Long before anything is given up.
          await person.reads(person.panel('main').locator('.digit'), '7');
          await person.ready();
          const badge = person.demo.locator('.badge');
          await person.reads(badge.locator('.badge-text'), /^CPU instead of WebGPU/);
          await badge.locator('summary').click();
          assert.match(await badge.innerText(), why);
        },
        { ...page('engine="webgpu"'), prepare: faked(gpu) },
      ));
  }

  test('that was not there is asked for again', () =>
    visit(
      async (person) => {
        await person.ready();
        const asked = () =>
          person.page.workers()[0].evaluate(() => /** @type {any} */ (globalThis).asked);
        assert.equal(await asked(), 1, 'once for both networks');
        await person.button('Try WebGPU again').click();
        await until(async () => (await asked()) === 2, 'the second time');
        await person.ready();
        assert.equal(await asked(), 2);
      },
      {
        ...page('engine="webgpu"'),
        prepare: faked(
          '{ requestAdapter: async () => { globalThis.asked = (globalThis.asked ?? 0) + 1; return null; } }',
        ),
      },
    ));
});

describe('it is said in plain words', () => {
  for (const [what, code, message] of /** @type {[string, string, RegExp][]} */ ([
    [
      'that there is no WebAssembly',
      'delete globalThis.WebAssembly;',
      /^This browser has no WebAssembly, or it is switched off/,
    ],
    [
      'that memory is refused',
      `WebAssembly.instantiate = async () => { throw new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance'); };`,
      /^This device has not enough free memory/,
    ],
  ])) {
    test(what, () =>
      visit(
        async (person) => {
          const alert = person.demo.getByRole('alert').first();
          await until(() => alert.isVisible(), 'the message');
          assert.match((await alert.locator('p').textContent()) ?? '', message);
        },
        { ...page(), prepare: inWorker(code) },
      ),
    );
  }

  test('where a file cannot be had, without the password of its address', () =>
    visit(async (person) => {
      const trouble = person.panel('main').locator('.trouble');
      await until(() => trouble.isVisible(), 'the message');
      const text = await person.demo.evaluate((demo) => demo.shadowRoot?.textContent ?? '');
      assert.match(text, /The model file could not be fetched from http:\/\/127\.0\.0\.1/);
      assert.doesNotMatch(text, /secret|somebody/);
    }, page('model="http://somebody:secret@127.0.0.1:9/a.safetensors"')));
});
