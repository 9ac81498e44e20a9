// What goes wrong, and what is told of it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN, SEVEN_STROKES, eventually, pageWith, setUp, until, visit } from './person.js';

/** @import { GsaDemo } from '../../www/element.js' */

setUp();

describe('errors that a person sees', () => {
  const model = '**/models/r8f_sa_upright.safetensors';

  test('numbers of a network do not stand under the name of the next one', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.drawWithMouse(SEVEN);
        const number = person.demo.locator('.card.other .number');
        await person.reads(number, /\d/);
        await person.demo.evaluate((demo) => demo.setAttribute('compare', '/silent'));
        await person.reads(number, '–');
      },
      {
        url: pageWith('<gsa-demo></gsa-demo>'),
        prepare: (page) => page.route('**/silent', () => {}),
      },
    ));

  test('a model file out of reach is told, and can be tried again with the drawing kept', () =>
    visit(
      async (person) => {
        const trouble = person.panel('main').locator('.trouble');
        await until(() => trouble.isVisible(), 'the message');
        assert.match(
          (await trouble.textContent()) ?? '',
          /The model file could not be fetched from .*r8f_sa_upright\.safetensors/,
        );
        const heard = await person.page.evaluate(() => window.heard);
        assert.equal(heard[0]?.code, 'model-unreachable');
        assert.equal(heard[0]?.model, 'r8f_sa_upright');
        await person.drawWithMouse(SEVEN);
        await person.reads(person.panel('other').locator('.digit'), /\d/);
        await person.page.unroute(model);
        await trouble.getByRole('button', { name: 'Try again' }).click();
        await person.reads(person.panel('main').locator('.digit'), '7');
        await eventually(async () => assert(!(await trouble.isVisible())));
        assert.equal((await person.strokes()).length, 1);
        assert.equal((await person.predict())?.digit, 7);
      },
      {
        url: pageWith(
          `<script>window.heard = []; document.addEventListener('error', (event) => {
             if (event.detail) window.heard.push(event.detail); }, true);</script><gsa-demo></gsa-demo>`,
        ),
        expectErrors: /ERR_FAILED/,
        prepare: (page) => page.route(model, (route) => route.abort()),
      },
    ));

  test('ready and predict() are refused when the model is out of reach', () =>
    visit(
      async (person) => {
        const messages = await person.demo.evaluate(async (element, given) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.strokes = given;
          const told = (/** @type {Error} */ error) => error.message;
          return [await demo.ready.then(() => '', told), await demo.predict().then(() => '', told)];
        }, SEVEN_STROKES);
        for (const message of messages) assert.match(message, /could not be fetched/);
      },
      {
        url: pageWith('<gsa-demo></gsa-demo>'),
        expectErrors: /404/,
        prepare: (page) => page.route(model, (route) => route.fulfill({ status: 404 })),
      },
    ));

  test('a long address that is not there sticks out nowhere on a narrow screen', () =>
    visit(
      async (person) => {
        await until(() => person.panel('main').locator('.trouble').isVisible(), 'the message');
        await person.sample(3);
        await person.reads(person.panel('other').locator('.digit'), /\d/);
        assert.equal(await person.page.evaluate(() => document.documentElement.scrollWidth), 360);
      },
      {
        url: pageWith(
          `<meta name="viewport" content="width=device-width"><gsa-demo model="/${'a-long-name'.repeat(9)}.safetensors"></gsa-demo>`,
        ),
        context: { viewport: { width: 360, height: 700 } },
        expectErrors: /404/,
      },
    ));

  test('a broken model file is told', () =>
    visit(
      async (person) => {
        const trouble = person.panel('main').locator('.trouble');
        await until(() => trouble.isVisible(), 'the message');
        const told = (await trouble.textContent()) ?? '';
        assert.match(told, /is not a model that can be used: .{10}/);
        assert.doesNotMatch(told, /[.?!]\./, 'a sentence ends once');
        await person.drawWithMouse(SEVEN);
        await person.reads(person.panel('other').locator('.digit'), /\d/);
      },
      {
        url: pageWith('<gsa-demo></gsa-demo>'),
        prepare: (page) =>
          page.route(model, (route) => route.fulfill({ body: Buffer.alloc(2000, 0xff) })),
      },
    ));

  test('an engine out of reach is told, and can be tried again with the drawing kept', () =>
    visit(
      async (person) => {
        const alert = person.demo.getByRole('alert');
        await until(() => alert.isVisible(), 'the message');
        assert.match((await alert.textContent()) ?? '', /The engine could not be loaded/);
        await person.drawWithMouse(SEVEN);
        await person.page.unroute('**/*.wasm');
        await alert.getByRole('button', { name: 'Try again' }).click();
        await person.reads(person.panel('main').locator('.digit'), '7');
        await eventually(async () => assert(!(await alert.isVisible())));
        assert.equal((await person.strokes()).length, 1);
      },
      {
        url: pageWith('<gsa-demo></gsa-demo>'),
        expectErrors: /ERR_FAILED|WebAssembly|relaxed SIMD/,
        prepare: (page) => page.route('**/*.wasm', (route) => route.abort()),
      },
    ));

  test('a worker that dies is replaced, and the answer comes all the same', () =>
    visit(
      async (person) => {
        await person.drawWithMouse(SEVEN);
        await person.predict();
        const [worker] = person.page.workers();
        await worker.evaluate(() => {
          setTimeout(() => {
            throw new Error('made to fail by the test');
          });
        });
        await until(() => person.page.workers()[0] !== worker, 'the worker to go');
        await person.setAngle(180);
        assert.equal((await person.predict())?.digit, 7);
      },
      { url: pageWith('<gsa-demo></gsa-demo>'), expectErrors: /made to fail/ },
    ));
});
