// The element for those who embed it: its API.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { join } from 'node:path';
import { PACKAGE, PREFIX } from './server.js';
import {
  Person,
  SEVEN,
  SEVEN_STROKES,
  difference,
  eventually,
  pageWith,
  setUp,
  until,
  visit,
} from './person.js';

/** @import { GsaDemo } from '../../www/element.js' */

setUp();

describe('the API', () => {
  test('strokes go in and come out as they are, whatever the angle', () =>
    visit(
      async ({ demo }) => {
        const result = await demo.evaluate((element, given) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.strokes = given;
          demo.angle = -90;
          const out = demo.strokes;
          out[0][0].x = 99;
          return {
            angle: demo.angle,
            strokes: demo.strokes,
            attribute: demo.getAttribute('angle'),
          };
        }, SEVEN_STROKES);
        assert.deepEqual(result.strokes, SEVEN_STROKES);
        assert.equal(result.angle, 270);
        assert.equal(result.attribute, '270');
      },
      { url: pageWith('<gsa-demo></gsa-demo>') },
    ));

  test('predict() answers for what is on the pad now', () =>
    visit(
      async ({ demo }) => {
        const results = await demo.evaluate(async (element, given) => {
          const demo = /** @type {GsaDemo} */ (element);
          const blank = await demo.predict();
          demo.strokes = given;
          const soon = demo.predict();
          const seven = await soon;
          const kept = demo.prediction;
          demo.clear();
          return { blank, seven, kept, after: demo.prediction, cleared: await demo.predict() };
        }, SEVEN_STROKES);
        assert.equal(results.blank, null);
        assert.equal(results.seven?.digit, 7);
        assert.deepEqual(results.kept, results.seven);
        assert.equal(results.after, null, 'a cleared pad has no prediction, at once');
        assert.equal(results.cleared, null);
      },
      { url: pageWith('<gsa-demo></gsa-demo>') },
    ));

  test('many calls of predict() at once are all answered', () =>
    visit(
      async ({ demo }) => {
        const digits = await demo.evaluate(async (element, given) => {
          const demo = /** @type {GsaDemo} */ (element);
          const all = [];
          for (let i = 0; i < 20; i++) {
            demo.strokes = given;
            demo.angle = (i % 4) * 90;
            all.push(demo.predict());
          }
          return (await Promise.all(all)).map((prediction) => prediction?.digit);
        }, SEVEN_STROKES);
        assert.deepEqual(digits, new Array(20).fill(7));
      },
      { url: pageWith('<gsa-demo></gsa-demo>') },
    ));

  test('the predict event carries the prediction', () =>
    visit(
      async (person) => {
        await person.ready();
        const detail = await person.demo.evaluate(
          (element, given) =>
            new Promise((resolve) => {
              element.addEventListener('predict', (event) => {
                const { detail } = /** @type {CustomEvent} */ (event);
                if (detail.prediction) resolve(detail);
              });
              /** @type {GsaDemo} */ (element).strokes = given;
            }),
          SEVEN_STROKES,
        );
        assert.equal(detail.prediction.digit, 7);
        assert.equal(detail.predictions.length, 2);
        assert.equal(detail.angle, 0);
      },
      { url: pageWith('<gsa-demo></gsa-demo>') },
    ));

  test('attributes say what is shown; none shows one network', () =>
    visit(
      async (person) => {
        const { demo } = person;
        await person.ready();
        assert.equal(await person.angle(), 90);
        assert(!(await person.panel('other').isVisible()));
        await demo.evaluate((element, given) => {
          /** @type {GsaDemo} */ (element).strokes = given;
        }, SEVEN_STROKES);
        const predictions = await person.predictions();
        assert.deepEqual(
          predictions.map(({ model }) => model),
          ['z2_sa'],
        );
        await demo.evaluate((element) => element.setAttribute('compare', 'r4_sa'));
        await person.ready();
        assert.deepEqual(
          (await person.predictions()).map(({ model }) => model),
          ['z2_sa', 'r4_sa'],
        );
      },
      { url: pageWith('<gsa-demo model="z2_sa" compare="none" angle="90"></gsa-demo>') },
    ));

  test('every built-in network is there under its name', () =>
    visit(
      async ({ demo }) => {
        const names = ['r8f_sa', 'r4_sa', 'z2_sa'].flatMap((name) => [name, `${name}_drawn`]);
        names.push(
          ...['r4_cnn', 'z2_cnn'].flatMap((name) => [`${name}_drawn`, `${name}_upright`]),
          'r8f_sa_upright',
          'r4_sa_upright',
          'z2_sa_upright',
          'r4_sa_published',
          'r8_sa',
          'r12_sa',
          'r16_sa',
        );
        const models = await demo.evaluate(async (element, [strokes, names]) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.strokes = strokes;
          const models = [];
          for (const model of names) {
            demo.model = model;
            await new Promise((done) => setTimeout(done));
            models.push((await demo.predict())?.model);
          }
          return models;
        }, /** @type {const} */ ([SEVEN_STROKES, names]));
        assert.deepEqual(models, names, 'each is called as it was asked for');
      },
      { url: pageWith('<gsa-demo compare="none"></gsa-demo>') },
    ));

  test('R4_SA, chosen, keeps its answer at every quarter turn too, and its maps stand still', () =>
    visit(
      async (person) => {
        await person.sample(2);
        await person.setAngle(0);
        const upright = await person.predict();
        assert.equal(upright?.model, 'r4_sa_drawn');
        const still = person.demo.locator('.card.main .ring');
        await person.button('turned back').click();
        await until(async () => (await person.look(still)).colours > 30, 'its maps');
        const before = (await person.look(still)).pixels;
        for (const angle of [90, 180, 270]) {
          await person.setAngle(angle);
          const turned = await person.predict();
          for (const [i, p] of upright.probabilities.entries()) {
            const q = turned?.probabilities[i] ?? NaN;
            assert(Math.abs(p - q) < 2e-3, `P(${i}) at ${angle}°: ${q}, upright ${p}`);
          }
          // Its maps are of this angle, and painted.
          const left = person.demo.locator('.card.main .leftover');
          await person.reads(left.locator('.what'), new RegExp(`at ${angle}°$`));
          await until(async () => (await left.getAttribute('data-state')) === 'fresh', 'the maps');
          await person.frames();
          const moved = difference(before, (await person.look(still)).pixels);
          assert(moved < 0.05, `turned back by ${angle}° they stand still: ${moved}`);
        }
        await person.reads(person.demo.locator('.card.main .verdict'), 'only rounding');
      },
      { url: pageWith('<gsa-demo model="r4_sa_drawn"></gsa-demo>') },
    ));

  test('both networks show the layer of the same name, whatever its place', () =>
    visit(
      async ({ page }) => {
        const [person, swapped] = [0, 1].map((i) => {
          const person = new Person(page);
          person.demo = page.locator('gsa-demo').nth(i);
          return person;
        });
        await person.ready();
        await swapped.ready();
        for (const [layer, beside] of [
          ['pool 1', ''],
          ['layer 1', ''],
          ['pool 2', 'layer 3'],
          ['layer 4', ''],
          ['classes', ''],
        ]) {
          for (const { demo } of [person, swapped]) {
            const select = demo.locator('select.layer');
            const names = await select.locator('option').allTextContents();
            await select.selectOption(names.includes(layer) ? layer : beside);
            await demo.locator('input.channel').fill('3');
            await demo.locator('input.channel').press('Tab');
            await demo.evaluate((element, given) => {
              /** @type {GsaDemo} */ (element).strokes = given;
            }, SEVEN_STROKES);
          }
          await person.reads(person.demo.locator('.card.main .note'), /^R8F_SA · 8 maps$/);
          await person.reads(
            person.demo.locator('.card.other .note'),
            beside ? new RegExp(`^Z2_SA · one map · ${beside}$`) : /^Z2_SA · one map$/,
          );
          const error = (/** @type {Person} */ { demo }, /** @type {string} */ role) =>
            demo.locator(`.card.${role} .leftover[data-state=fresh] .number`).textContent();
          await until(
            async () =>
              difference(
                (await person.look(person.demo.locator('.card.other .ring'))).pixels,
                (await swapped.look(swapped.demo.locator('.card.main .ring'))).pixels,
              ) === 0,
            `${layer} of Z2_SA on both`,
          );
          await until(
            async () =>
              /\d/.test((await error(person, 'other')) ?? '') &&
              (await error(person, 'other')) === (await error(swapped, 'main')),
            `errors of ${layer}`,
          );
        }
      },
      {
        url: pageWith(
          '<gsa-demo angle="30"></gsa-demo><gsa-demo angle="30" model="z2_sa_upright" compare="r8f_sa_upright"></gsa-demo>',
        ),
      },
    ));

  test('a model is given by its address', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.drawWithMouse(SEVEN);
        assert.equal((await person.predict())?.model, 'z2_sa');
      },
      {
        url: pageWith(
          `<gsa-demo model="${PREFIX}models/z2_sa.safetensors" compare="none"></gsa-demo>`,
        ),
      },
    ));

  test('properties set before the element is defined are taken over', () =>
    visit(
      async (person) => {
        await person.ready();
        assert.equal(await person.angle(), 180);
        assert.deepEqual(await person.strokes(), SEVEN_STROKES);
      },
      {
        url: pageWith(
          `<gsa-demo></gsa-demo><script>const demo = document.querySelector('gsa-demo');
           demo.strokes = ${JSON.stringify(SEVEN_STROKES)}; demo.angle = 180;</script>`,
        ),
      },
    ));

  test('predict() waits for a network that was just chosen', () =>
    visit(
      async (person) => {
        await person.ready();
        const models = await person.demo.evaluate(async (element, given) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.strokes = given;
          await demo.predict();
          /** @type {(string | undefined)[]} */
          const models = [];
          for (const model of ['r4_sa_drawn', 'z2_sa_drawn', 'r4_sa_drawn']) {
            demo.model = model;
            models.push((await demo.predict())?.model);
          }
          return models;
        }, SEVEN_STROKES);
        assert.deepEqual(models, ['r4_sa_drawn', 'z2_sa_drawn', 'r4_sa_drawn']);
      },
      { url: pageWith('<gsa-demo></gsa-demo>') },
    ));

  test('whoever waits is told when it is taken out, or its network is not there', () =>
    visit(
      async (person) => {
        const told = await person.demo.evaluate(async (element, given) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.strokes = given;
          /** @param {Promise<unknown>} promise */
          const outcome = (promise) =>
            Promise.race([
              promise.then(
                () => 'fulfilled',
                (error) => error.message,
              ),
              new Promise((resolve) => setTimeout(resolve, 15000, 'silence')),
            ]);
          /** Lets all happen that waits for no worker and no clock: then it is asked, and cannot be answered yet. */
          const asking = async () => {
            for (let i = 0; i < 20; i++) await null;
          };
          const leave = async () => {
            demo.remove();
            // It has gone when it is still out after this turn of the event loop.
            await new Promise((resolve) => setTimeout(resolve, 20));
          };
          const again = () => {
            document.body.append(demo);
            return demo.ready;
          };
          const loading = outcome(demo.predict());
          await leave();
          const gone = await outcome(demo.predict());
          await again();
          const asked = outcome(demo.predict());
          await asking();
          await leave();
          await again();
          const picture = outcome(demo.toBlob());
          await asking();
          await leave();
          await again();
          const whole = await outcome(demo.toBlob());
          await leave();
          await again();
          const nonsense = outcome(demo.predict());
          demo.model = 'nonsense';
          return {
            left: await Promise.all([loading, asked, picture]),
            gone,
            whole,
            nonsense: await nonsense,
          };
        }, SEVEN_STROKES);
        for (const text of told.left) assert.equal(text, 'The element was taken off the page.');
        assert.equal(told.gone, 'The element is not on a page.');
        assert.equal(told.whole, 'fulfilled', 'unless nothing happens');
        assert.match(told.nonsense, /nonsense/);
      },
      { url: pageWith('<gsa-demo compare="none"></gsa-demo>') },
    ));

  test('a server that never answers holds up nothing but its own network', () =>
    visit(
      async (person) => {
        await person.page.route('**/silent', () => {});
        await person.ready();
        const found = await person.demo.evaluate(async (element, given) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.strokes = given;
          demo.compare = '/silent';
          await new Promise((resolve) => demo.addEventListener('predict', resolve, { once: true }));
          const meanwhile = demo.prediction?.digit;
          demo.compare = 'r4_sa_drawn';
          return meanwhile;
        }, SEVEN_STROKES);
        assert.equal(found, 7);
        await person.reads(person.panel('other').locator('.note'), '4 rotations · R4_SA');
        await person.reads(person.panel('other').locator('.digit'), '7');
      },
      { url: pageWith('<gsa-demo></gsa-demo>') },
    ));

  test('a network that is not shown any more is not fetched any more', () =>
    visit(
      async (person) => {
        await person.ready();
        const asked = person.page.waitForRequest('**/silent');
        const givenUp = person.page.waitForEvent('requestfailed', (request) =>
          request.url().endsWith('/silent'),
        );
        await person.demo.evaluate((demo) => demo.setAttribute('compare', '/silent'));
        await asked;
        await person.demo.evaluate((demo) => demo.setAttribute('compare', 'none'));
        await givenUp;
        await person.ready();
      },
      {
        url: pageWith('<gsa-demo></gsa-demo>'),
        prepare: (page) => page.route('**/silent', () => {}),
      },
    ));

  test('two networks of one name are told apart', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.reads(person.panel('main').locator('.note'), '4 rotations · R4_SA');
        await person.reads(person.panel('other').locator('.note'), '4 rotations · R4_SA_DRAWN');
        await person.drawWithMouse(SEVEN);
        await person.reads(person.demo.locator('.badge-text'), /R4_SA \d.* R4_SA_DRAWN \d/);
      },
      { url: pageWith('<gsa-demo model="r4_sa" compare="r4_sa_drawn"></gsa-demo>') },
    ));

  for (const [ground, theme, dark, island] of /** @type {const} */ ([
    ['#fff', '', '0', false],
    ['#111', '', '1', false],
    ['#fff', 'theme="dark"', '1', true],
    ['#111', 'theme="dark"', '1', false],
  ])) {
    test(`on ${ground}${theme && `, ${theme}`}, it can be read though the reader's system is dark`, () =>
      visit(
        async (person) => {
          await person.ready();
          const found = await person.demo.evaluate((demo) => [
            getComputedStyle(demo).getPropertyValue('--gsa-dark').trim(),
            demo.shadowRoot?.querySelector('.root')?.hasAttribute('data-island'),
          ]);
          assert.deepEqual(found, [dark, island]);
        },
        {
          url: pageWith(
            `<style>body { background: ${ground} }</style><gsa-demo ${theme}></gsa-demo>`,
          ),
          context: { colorScheme: 'dark' },
        },
      ));
  }

  test('it can be read when what it stands on changes, also round a slot', () =>
    visit(
      async (person) => {
        await person.ready();
        const dark = () =>
          person.demo.evaluate((demo) =>
            getComputedStyle(demo).getPropertyValue('--gsa-dark').trim(),
          );
        assert.equal(await dark(), '0');
        await person.page.evaluate(() => document.querySelector('#app')?.classList.add('dark'));
        await until(async () => (await dark()) === '1', 'dark colours');
        await person.page.evaluate(() => {
          const frame = document.createElement('div');
          frame.attachShadow({ mode: 'open' }).innerHTML =
            '<div style="background: #fff"><slot></slot></div>';
          document.querySelector('#app')?.append(frame);
          frame.append(/** @type {Element} */ (document.querySelector('gsa-demo')));
        });
        assert.equal(await dark(), '0');
      },
      {
        url: pageWith(
          '<style>body { background: #fff } .dark { background: #111 }</style><div id="app"><gsa-demo></gsa-demo></div>',
        ),
      },
    ));

  test('shown after it has answered, it shows what the networks see', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.demo.evaluate((element, given) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.strokes = given;
          return demo.predict();
        }, SEVEN_STROKES);
        await person.page.evaluate(() => document.querySelector('#tab')?.removeAttribute('hidden'));
        const seen = person.demo.locator('canvas.seen');
        await until(async () => (await person.look(seen)).colours > 8, 'the drawing to be seen');
      },
      { url: pageWith('<div id="tab" hidden><gsa-demo></gsa-demo></div>') },
    ));

  test('far from the screen it answers, but measures nothing and asks nowhere else, until it comes near', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.demo.evaluate((element, given) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.strokes = given;
        }, SEVEN_STROKES);
        // That it is far away is known from the next frame on; what was asked before is not to count.
        await new Promise((done) => setTimeout(done, 300));
        await person.setAngle(40);
        assert.equal((await person.predict())?.digit, 7);
        await person.demo.evaluate((element) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.strokes = [demo.strokes[0].slice(0, -1)];
          return demo.predict();
        });
        await new Promise((done) => setTimeout(done, 1000));
        /** So many angles have been asked, of the network of which the fewest have. */
        const filled = async () => {
          const counts = await person.demo.locator('.count').allTextContents();
          return Math.min(...counts.map((text) => Number(/ of (\d+)/.exec(text)?.[1] ?? 0)));
        };
        const live = person.demo.locator('.card.main .ring');
        assert((await filled()) <= 2, 'the live answers alone');
        assert.equal(await person.demo.locator('.leftover[data-state=fresh]').count(), 0);
        const far = (await person.look(live)).colours;

        const picture = await person.demo.evaluate(async (element) => {
          const blob = await /** @type {GsaDemo} */ (element).toBlob();
          return blob.size;
        });
        assert(picture > 5000);
        assert((await person.look(live)).colours > far + 20, 'a picture has maps all the same');

        await person.demo.scrollIntoViewIfNeeded();
        await until(async () => (await filled()) === 72, 'the answers all round');
        await person.reads(person.demo.locator('.card.main .number'), /\d/);
        await eventually(async () =>
          assert.equal(await person.demo.locator('.leftover[data-state=fresh]').count(), 2),
        );
      },
      {
        url: pageWith('<div style="height: 9000px">A long text.</div><gsa-demo></gsa-demo>'),
      },
    ));

  test('a predict event is of the angle asked, and a blank pad that turns sends none', () =>
    visit(
      async (person) => {
        await person.ready();
        const told = await person.demo.evaluate(async (element, given) => {
          const demo = /** @type {GsaDemo} */ (element);
          /** @type {string[]} */
          const told = [];
          demo.addEventListener('predict', (event) => {
            const { prediction, angle } = /** @type {CustomEvent} */ (event).detail;
            told.push(`${prediction?.digit ?? 'blank'} at ${angle}`);
          });
          const rest = () => new Promise((done) => setTimeout(done, 50));
          for (const angle of [10, 20, 30]) {
            demo.angle = angle;
            await rest();
          }
          const blank = told.length;
          demo.strokes = given;
          const asked = demo.predict();
          // Asked by now, and answered only later.
          await new Promise((done) => setTimeout(done));
          demo.angle = 40;
          await asked;
          await demo.predict();
          demo.clear();
          await rest();
          return { blank, told };
        }, SEVEN_STROKES);
        assert(told.blank <= 1, told.told.join('; '));
        assert.deepEqual(told.told.slice(-3), ['7 at 30', '7 at 40', 'blank at 40']);
      },
      { url: pageWith('<gsa-demo></gsa-demo>') },
    ));

  test('WebGPU, asked for, is answered by the CPU, which says why', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.drawWithMouse(SEVEN);
        assert.equal((await person.predict())?.engine, 'cpu');
        const badge = person.demo.locator('.badge');
        await person.reads(badge.locator('.badge-text'), /^CPU instead of WebGPU/);
        await badge.locator('summary').click();
        assert.match(
          await badge.innerText(),
          /no WebGPU|offers no graphics card|refuses its graphics card/,
        );
      },
      { url: pageWith('<gsa-demo engine="webgpu"></gsa-demo>') },
    ));

  test('nonsense is refused by an error event, and what was there stays', () =>
    visit(
      async (person) => {
        await person.ready();
        const heard = await person.demo.evaluate(async (element, given) => {
          const demo = /** @type {any} */ (element);
          demo.strokes = given;
          /** @type {string[]} */
          const heard = [];
          demo.addEventListener('error', (/** @type {CustomEvent} */ event) =>
            heard.push(`${event.detail.code}: ${event.detail.message}`),
          );
          demo.angle = NaN;
          demo.angle = 'round';
          demo.angle = Infinity;
          demo.angle = {};
          demo.setAttribute('angle', 'ninety');
          const angles = heard.length;
          demo.strokes = 'seven';
          demo.strokes = [[{ x: NaN, y: 0 }]];
          demo.strokes = [[null]];
          demo.strokes = [[{ x: '0', y: 0 }]];
          demo.strokes = [{ length: 1e9 }];
          demo.strokes = new Array(1e6);
          demo.strokes = [new Array(1e8)];
          demo.strokes = [[{ x: 1e30, y: 0 }]];
          const all = heard.length;
          demo.engine = 'steam';
          demo.model = 'r99_sa';
          demo.compare = 'javascript:alert(1)/x.safetensors';
          await new Promise((done) => setTimeout(done, 300));
          return { heard, angles, all, angle: demo.angle, strokes: demo.strokes };
        }, SEVEN_STROKES);
        assert.equal(heard.angles, 5, heard.heard.join('\n'));
        assert.equal(heard.all, 13, heard.heard.join('\n'));
        assert.equal(heard.angle, 0);
        assert.deepEqual(heard.strokes, SEVEN_STROKES);
        const last = heard.heard.slice(13).join('\n');
        assert.match(last, /invalid-engine: “steam” is not an engine; there are auto, webgpu, cpu/);
        assert.match(last, /invalid-model: There is no built-in model “r99_sa”/);
        assert.match(last, /invalid-model: Models cannot be loaded from “javascript:”/);
        await person.demo.evaluate((element) => {
          element.setAttribute('model', 'r4_sa');
          element.removeAttribute('compare');
        });
        await person.ready();
        assert.equal((await person.predict())?.digit, 7, 'and it goes on working');
      },
      { url: pageWith('<gsa-demo></gsa-demo>') },
    ));

  test('importing it where there is no document does no harm', async () => {
    const file = join(PACKAGE, 'element.js');
    const { GsaDemo } = await import(file);
    assert.equal(typeof GsaDemo, 'function');
    await import(file.replace(/element\.js$/, 'define.js'));
  });
});
