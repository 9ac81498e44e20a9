// The graphics card in the page: that it answers, that one can switch, and that nothing is lost with it.
// Chromium's own software adapter stands in for a card; where there is none these tests fail.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN, WITH_ADAPTER, setUp, until, visit, theSite } from './person.js';

/** @import { Person } from './person.js' */

/** Probabilities from the card and from the CPU: f32 through five layers, summed in another order. */
const SAME = 1e-3;

setUp(WITH_ADAPTER);

/** @param {string} query */
const page = (query) => ({ url: `${process.env.URL ?? theSite().url}?${query}` });

/** @param {number[]} a @param {number[]} b */
function farthest(a, b) {
  assert.equal(a.length, b.length);
  return Math.max(...a.map((x, i) => Math.abs(x - b[i])));
}

/** The one worker of the page. @param {Person} person */
async function worker(person) {
  await until(() => person.page.workers().length > 0, 'a worker');
  return person.page.workers()[0];
}

/**
 * Changes what card.js says before it is run.
 *
 * @param {string} from @param {string} to
 * @returns {(page: import('playwright-core').Page) => Promise<unknown>}
 */
function change(from, to) {
  return (page) =>
    page.context().route('**/card.js', async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      assert(text.includes(from), `card.js has ${from}`);
      await route.fulfill({ response, body: text.replace(from, to) });
    });
}

describe('the graphics card', () => {
  test('answers as the CPU does, tells its name and time, and one click switches', () =>
    visit(async (person) => {
      person.page.setDefaultTimeout(60000);
      await person.ready();
      await person.drawWithMouse(SEVEN);
      const onCard = await person.predictions();
      assert.deepEqual(
        onCard.map(({ engine }) => engine),
        ['webgpu', 'webgpu'],
      );
      const badge = person.demo.locator('.badge');
      await person.reads(badge.locator('.badge-text'), /^WebGPU · R4_SA [\d.]+ m?s/);
      await badge.locator('summary').click();
      const told = await badge.innerText();
      assert.match(told, /Graphics card: google swiftshader, a program on the processor/i);
      assert.match(told, /by its own clock/);
      assert.match(told, /largest difference from the CPU in the self-test \d\.\de-\d/);

      await person.button('Use the CPU').click();
      await person.ready();
      const onCpu = await person.predictions();
      assert.deepEqual(
        onCpu.map(({ engine }) => engine),
        ['cpu', 'cpu'],
      );
      for (const [i, { digit, probabilities }] of onCpu.entries()) {
        assert.equal(onCard[i].digit, digit);
        const difference = farthest(onCard[i].probabilities, probabilities);
        assert(difference <= SAME, `model ${i}: ${difference}`);
      }
      await person.reads(badge.locator('.badge-text'), /^CPU · /);

      await person.button('Try WebGPU').click();
      await person.ready();
      assert.equal((await person.predict())?.engine, 'webgpu');
      assert.equal((await person.strokes()).length, 1, 'the drawing is kept');
    }, page('engine=webgpu')));

  test('that is only a program is left to those who insist', () =>
    visit(async (person) => {
      await person.ready();
      await person.drawWithMouse(SEVEN);
      assert.equal((await person.predict())?.engine, 'cpu');
      const badge = person.demo.locator('.badge');
      await person.reads(badge.locator('.badge-text'), /^CPU · /);
      await badge.locator('summary').click();
      assert.match(await badge.innerText(), /WebGPU would run on the processor here/);
    }));

  test('may be lost: it is opened again, twice, and then the CPU answers; nothing drawn is lost', () =>
    visit(
      async (person) => {
        person.page.setDefaultTimeout(60000);
        await person.ready();
        await person.drawWithMouse(SEVEN);
        await person.setAngle(30);
        await person.demo.locator('select.layer').selectOption({ index: 2 });
        assert.equal((await person.predict())?.engine, 'webgpu');
        const place = await worker(person);
        const engines = [];
        for (let loss = 1; loss <= 3; loss++) {
          await place.evaluate(() => {
            const { prototype } = /** @type {any} */ (globalThis).GPUDevice;
            const original = prototype.createCommandEncoder;
            prototype.createCommandEncoder = function (/** @type {unknown[]} */ ...given) {
              prototype.createCommandEncoder = original;
              const encoder = original.apply(this, given);
              this.destroy();
              return encoder;
            };
          });
          await person.setAngle(30 + loss);
          engines.push((await person.predict())?.engine);
        }
        assert.deepEqual(engines, ['webgpu', 'webgpu', 'cpu']);
        assert.equal((await person.strokes()).length, 1);
        assert.equal(await person.angle(), 33);
        const layer = person.demo.locator('select.layer');
        assert.equal(await layer.evaluate((e) => /** @type {any} */ (e).selectedIndex), 2);
        const badge = person.demo.locator('.badge');
        await person.reads(badge.locator('.badge-text'), /^CPU instead of WebGPU/);
        await badge.locator('summary').click();
        assert.match(await badge.innerText(), /was lost 3 times, so the CPU answers/);
      },
      {
        ...page('engine=webgpu'),
        prepare: (page) =>
          page.addInitScript(() => {
            document.addEventListener('DOMContentLoaded', () => {
              // One network, so that each loss is one of the same network.
              document.querySelector('gsa-demo')?.setAttribute('compare', 'none');
            });
          }),
      },
    ));

  test('that computes something else is not believed, and the reason is told', () =>
    visit(
      async (person) => {
        person.page.setDefaultTimeout(60000);
        await person.ready();
        await person.drawWithMouse(SEVEN);
        assert.equal((await person.predict())?.engine, 'cpu');
        const badge = person.demo.locator('.badge');
        await person.reads(badge.locator('.badge-text'), /^CPU instead of WebGPU/);
        await badge.locator('summary').click();
        assert.match(await badge.innerText(), /computes something else than the CPU/);
      },
      { ...page('engine=webgpu'), prepare: change('if (!passed)', 'if (passed)') },
    ));

  test('is used of its own accord only where it is faster', () =>
    visit(
      async (person) => {
        person.page.setDefaultTimeout(60000);
        await person.ready();
        await person.drawWithMouse(SEVEN);
        assert.equal((await person.predict())?.engine, 'cpu');
        const badge = person.demo.locator('.badge');
        await person.reads(badge.locator('.badge-text'), /^CPU · /);
        await badge.locator('summary').click();
        assert.match(
          await badge.innerText(),
          /The CPU takes [\d.]+ ms, the graphics card [\d.]+ ms/,
        );
      },
      // The adapter passes for a card, and is measured.
      { prepare: change("choice === 'auto' && isProgram(adapter)", 'false') },
    ));
});
