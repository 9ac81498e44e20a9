// The graphics card in the page: that it answers, that one can switch, and that nothing is lost with it.
// Chromium's own software adapter stands in for a card; where there is none these tests fail.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readableWorker } from './readable.js';
import { allRound, SEVEN, WITH_ADAPTER, setUp, until, visit, theSite } from './person.js';

/** @import { Page } from 'playwright-core' */
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
 * Changes what scripts say before they are run.
 *
 * @param {[file: string, from: string, to: string][]} changes
 * @returns {(page: Page) => Promise<unknown>}
 */
function change(...changes) {
  const files = new Set(changes.map(([file]) => file));
  return (page) =>
    Promise.all(
      [...files].map((file) =>
        page.context().route(`**/${file}`, async (route) => {
          const response = await route.fetch();
          let body = file === 'worker.js' ? await readableWorker() : await response.text();
          for (const [, from, to] of changes.filter(([changed]) => changed === file)) {
            assert(body.includes(from), `${file} has ${from}`);
            body = body.replace(from, to);
          }
          await route.fulfill({ response, body });
        }),
      ),
    );
}

/** All angles go to the card in one batch, slow as it is here. */
const IN_ONE_BATCH = /** @type {const} */ (['worker.js', 'BATCH_MS = 150', 'BATCH_MS = 1e9']);
/** The adapter passes for a card, and is measured. */
const AS_A_CARD = /** @type {const} */ ([
  'worker.js',
  'choice === "auto" && isProgram(found)',
  'false',
]);

/**
 * Where a card is a program it takes long, and is asked for all angles only where one wants to.
 *
 * @param {Person} person
 * @param {'main' | 'other'} role
 */
async function askedAllRound(person, role) {
  const panel = person.panel(role);
  const offer = panel.locator('.all-round');
  const all = async () => /of 72 angles/.test(await panel.locator('.count').innerText());
  await until(async () => (await offer.isVisible()) || (await all()), 'an offer', 60000);
  if (await offer.isVisible()) {
    await offer.click();
    await until(all, 'all angles', 240000);
    await offer.waitFor({ state: 'hidden', timeout: 240000 });
  }
  return allRound(person, role);
}

/** Counts from now on how often the page's worker calls a method of WebGPU. @param {Person} person @param {string[]} methods */
async function counting(person, methods) {
  const place = await worker(person);
  await place.evaluate((methods) => {
    const world = /** @type {any} */ (globalThis);
    world.counts = {};
    for (const name of methods) {
      const [type, method] = name.split('.');
      const { prototype } = world[type];
      const original = prototype[method];
      world.counts[name] = 0;
      prototype[method] = function (/** @type {unknown[]} */ ...given) {
        world.counts[name]++;
        return original.apply(this, given);
      };
    }
  }, methods);
  return () =>
    place.evaluate(() => {
      const { counts } = /** @type {any} */ (globalThis);
      const seen = { ...counts };
      for (const name of Object.keys(counts)) counts[name] = 0;
      return seen;
    });
}

/** Leaves one network. @param {Page} page */
function alone(page) {
  return page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.querySelector('gsa-demo')?.setAttribute('compare', 'none');
    });
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
      await person.reads(badge.locator('.badge-text'), /^WebGPU · R8F_SA [\d.]+ m?s/);
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

  test('tells what speaks for an answer before the maximum, which turns along there too', () =>
    visit(
      async (person) => {
        person.page.setDefaultTimeout(60000);
        await person.ready();
        await person.sample(2);
        await person.setAngle(90);
        assert.equal((await person.predict())?.engine, 'webgpu');
        const said = person.demo.locator('.orientation .said');
        // It is loaded when somebody comes near.
        const place = person.demo.locator('[data-figure=orientation], .orientation').first();
        await place.scrollIntoViewIfNeeded();
        const there =
          /turned by 90°[^]*moved along by 90°: off by \S+ of the length at most, rounding/;
        await until(async () => there.test(await said.innerText()), 'the flower', 60000);
      },
      { ...page('engine=webgpu'), prepare: alone },
    ));

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
          assert.equal((await person.predict())?.engine, 'cpu', 'the CPU answers meanwhile');
          if (loss < 3) {
            const back = async () => (await person.predict())?.engine === 'webgpu';
            await until(back, 'the card to be opened again', 60000);
          }
        }
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
        // So that each loss is one of the same network.
        prepare: alone,
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
      { ...page('engine=webgpu'), prepare: change(['worker.js', 'if (!passed)', 'if (passed)']) },
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
      { prepare: change([...AS_A_CARD]) },
    ));

  test('is used of its own accord where it is faster, and the badge says so', () =>
    visit(
      async (person) => {
        person.page.setDefaultTimeout(60000);
        await person.ready();
        await person.drawWithMouse(SEVEN);
        const engines = (await person.predictions()).map(({ engine }) => engine);
        assert.deepEqual(engines, ['webgpu', 'webgpu']);
        const badge = person.demo.locator('.badge');
        await person.reads(badge.locator('.badge-text'), /^WebGPU · R8F_SA/);
        await badge.locator('summary').click();
        assert.match(
          await badge.innerText(),
          /The graphics card takes 1\.0 ms, the CPU 1000\.0 ms/,
        );
      },
      {
        prepare: change(
          [...AS_A_CARD],
          [
            'worker.js',
            'best = Math.min(best, performance.now() - began)',
            'best = "selfTest" in model ? 1 : 1000',
          ],
        ),
      },
    ));

  test('is given all angles in one go, and fills the curves in as the CPU does', () =>
    visit(
      async (person) => {
        person.page.setDefaultTimeout(60000);
        await person.ready();
        await person.demo.evaluate((element) => {
          // What else is asked is another matter.
          /** @type {import('../../www/element.js').GsaDemo} */ (element).figures = [
            'polar',
            'answers',
          ];
        });
        const counts = await counting(person, ['GPUQueue.submit']);
        await person.sample(7);
        const both = async () => [
          await askedAllRound(person, 'main'),
          await askedAllRound(person, 'other'),
        ];
        const onCard = await both();
        // Of each network: the answer, one for the few angles, and one for all others; an answer may be asked again. One by one
        // it would be 144.
        const { 'GPUQueue.submit': submitted } = await counts();
        assert(submitted >= 4 && submitted <= 10, `${submitted} submissions`);
        await person.button('Use the CPU').click();
        await person.ready();
        assert.equal((await person.predict())?.engine, 'cpu');
        assert.deepEqual(await both(), onCard);
        assert.deepEqual(await counts(), { 'GPUQueue.submit': 0 });
      },
      { ...page('engine=webgpu'), prepare: change([...IN_ONE_BATCH]) },
    ));

  test('is warm once it is ready: nothing is compiled or allocated for an answer', (t) =>
    visit(
      async (person) => {
        person.page.setDefaultTimeout(60000);
        await person.ready();
        const compiling = 'GPUDevice.createComputePipeline';
        const methods = ['ComputePipelineAsync', 'ShaderModule', 'Buffer', 'BindGroup'];
        const all = [compiling, ...methods.map((what) => `GPUDevice.create${what}`)];
        const counts = await counting(person, all);
        const nothing = Object.fromEntries(all.map((method) => [method, 0]));
        // Without a pause, and with nothing left on the pad, so that nothing but answers is asked for.
        const times = await person.demo.evaluate(
          async (element, given) => {
            const demo = /** @type {import('../../www/element.js').GsaDemo} */ (element);
            demo.strokes = given;
            const times = [];
            for (let i = 0; i < 10; i++) {
              demo.angle = 7 * i;
              times.push((await demo.predict())?.milliseconds ?? NaN);
            }
            demo.clear();
            demo.angle = 0;
            return times;
          },
          [SEVEN.map(([x, y]) => ({ x, y }))],
        );
        t.diagnostic(
          `R8F_SA, milliseconds of ten answers: ${times.map((ms) => ms.toFixed(1)).join(', ')}`,
        );
        assert.deepEqual(await counts(), nothing);

        // Curves and errors ask for more pictures at once, the first time.
        await person.button('Undo').click();
        await askedAllRound(person, 'main');
        const first = await counts();
        assert(first['GPUDevice.createBuffer'] > 0, 'calls are counted');
        assert.equal(first[compiling], 0);
        await person.sample(2);
        await askedAllRound(person, 'main');
        assert.deepEqual(await counts(), nothing);
      },
      {
        ...page('engine=webgpu'),
        prepare: (page) => Promise.all([alone(page), change([...IN_ONE_BATCH])(page)]),
      },
    ));
});
