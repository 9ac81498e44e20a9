// Which networks stand side by side, and what one may try out in them.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { SEVEN, eventually, pageWith, setUp, theSite, until, visit } from './person.js';
import { PACKAGE } from './server.js';

/**
 * @import { GsaDemo } from '../../www/element.js'
 * @import { Person } from './person.js'
 */

setUp();

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The element with a drawing, so that networks have something to say. @param {string} [attributes] */
const page = (attributes = '') =>
  pageWith(
    `<meta name="viewport" content="width=device-width"><gsa-demo sample="7" ${attributes}></gsa-demo>`,
  );

/** Turns the drawing, and waits for the first network to answer, which must not wait for others. @param {Person} person @param {number} angle */
const turned = (person, angle) =>
  person.demo.evaluate(
    (element, angle) =>
      new Promise((resolve) => {
        const demo = /** @type {GsaDemo} */ (element);
        demo.addEventListener('predict', ({ detail }) => detail.angle === angle && resolve(0));
        demo.angle = angle;
      }),
    angle,
  );

/** Names of those that answer, in their order. @param {Person} person */
const models = async (person) => (await person.predictions()).map(({ model }) => model);

/** @param {Person} person @param {string} name */
const row = (person, name) => person.demo.locator(`.pick[data-name="${name}"]`);

/** @param {Person} person */
const dialog = (person) => person.demo.locator('dialog.picker');

/** Opens the list for a place. @param {Person} person @param {string} place */
async function open(person, place) {
  await person.demo.locator(`.choose-network.${place}`).click();
  await until(() => row(person, 'r8_sa').isVisible(), 'the list');
}

/** Which element of the demonstration has the focus. @param {Person} person */
const focused = (person) =>
  person.demo.evaluate((demo) => demo.shadowRoot?.activeElement?.className ?? '');

describe('the attribute networks', () => {
  test('shows three, and model and compare give way', () =>
    visit(
      async (person) => {
        await person.ready();
        assert.deepEqual(await models(person), ['r4_sa_drawn', 'z2_sa', 'r8f_sa']);
        for (const [place, title] of [
          ['main', 'Built to turn'],
          ['other', 'Ordinary'],
          ['third', 'Built to turn'],
        ]) {
          await person.reads(person.demo.locator(`.panel.${place} .model`), title);
          await person.reads(person.demo.locator(`.panel.${place} .digit`), /\d/);
          assert.equal(await person.demo.locator(`.tracks > .${place}`).count(), 1);
          assert.equal(await person.demo.locator(`.card.${place}`).count(), 1);
        }
        assert.equal(await person.button('+ a third').isVisible(), false);
      },
      { url: page('networks="r4_sa_drawn, z2_sa,r8f_sa" model="r4_sa" compare="none"') },
    ));

  test('can be set, replaced and taken back by scripts', () =>
    visit(
      async (person) => {
        await person.ready();
        const said = await person.demo.evaluate(async (element) => {
          const demo = /** @type {GsaDemo} */ (element);
          const said = [demo.networks];
          for (const value of /** @type {any[]} */ ([
            ['z2_sa'],
            'r4_sa,z2_sa',
            undefined,
            [],
            null,
          ])) {
            demo.networks = value;
            await demo.ready;
            const models = (await demo.predict()) && demo.predictions.map(({ model }) => model);
            said.push(models ?? [], [demo.getAttribute('networks') ?? 'none']);
          }
          return said;
        });
        const usual = ['r8f_sa_upright', 'z2_sa_upright'];
        assert.deepEqual(said, [
          ...[usual, ['z2_sa'], ['z2_sa'], ['r4_sa', 'z2_sa'], ['r4_sa,z2_sa']],
          ...[usual, ['none'], usual, [''], usual, ['none']],
        ]);
      },
      { url: page() },
    ));

  test('an unknown one is told in its place, and the rest goes on', () =>
    visit(
      async (person) => {
        const trouble = person.panel('main').locator('.trouble');
        await person.reads(trouble, /There is no built-in model “r5_sa”/);
        await person.reads(person.panel('other').locator('.digit'), /\d/);
        await person.reads(person.demo.locator('.panel.third .digit'), /\d/);
        assert.equal(await trouble.getByRole('button', { name: /Back to/ }).count(), 0);
      },
      { url: page('networks="r5_sa,z2_sa,r8f_sa"') },
    ));

  test('of more than three the first three are shown, and a word says so', () =>
    visit(
      async (person) => {
        await person.reads(person.demo.locator('[part=alert]'), /3 networks at most/);
        await person.ready();
        assert.deepEqual(await models(person), ['z2_sa', 'r4_sa', 'r8f_sa']);
      },
      { url: page('networks="z2_sa,r4_sa,r8f_sa,r8_sa,r12_sa"') },
    ));

  test('what is no list of networks does no harm', () =>
    visit(
      async (person) => {
        const errors = await person.demo.evaluate(async (element) => {
          const demo = /** @type {any} */ (element);
          const errors = [];
          for (const value of [0, {}, { length: 1e9 }, ',,,', 'x'.repeat(1e6), [null, {}], NaN]) {
            try {
              demo.networks = value;
            } catch (error) {
              errors.push(String(error));
            }
            await new Promise((done) => setTimeout(done));
          }
          demo.networks = ['z2_sa'];
          await demo.ready;
          return errors;
        });
        assert.deepEqual(errors, []);
        assert.deepEqual(await models(person), ['z2_sa']);
      },
      { url: page(), expectErrors: /404/ },
    ));

  test('the page takes it from its address', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.drawWithMouse(SEVEN);
        assert.deepEqual(await models(person), ['r4_sa', 'z2_sa']);
      },
      { url: `${theSite()?.url ?? ''}?networks=r4_sa,z2_sa` },
    ));
});

describe('the picker', () => {
  test('puts a network in a place, and the others stay', () =>
    visit(
      async (person) => {
        await person.ready();
        const before = (await person.predictions())[0];
        await open(person, 'other');
        assert.match(
          (await row(person, 'z2_sa_upright').textContent()) ?? '',
          /50\.63 %.*never saw/s,
        );
        // What it takes is told before it runs.
        await person.reads(row(person, 'r16_sa').locator('.time'), /≈ .* s/);
        await person.reads(row(person, 'r16_sa').locator('.tag'), 'slow here');
        await row(person, 'r4_sa_drawn').click();
        await until(async () => !(await dialog(person).isVisible()), 'the list to close');
        assert.match(await focused(person), /choose-network other/);
        await person.reads(person.panel('other').locator('.note'), '4 rotations · R4_SA');
        assert.deepEqual(await models(person), ['r8f_sa_upright', 'r4_sa_drawn']);
        assert.deepEqual((await person.predictions())[0].probabilities, before.probabilities);
        await open(person, 'other');
        await person.reads(row(person, 'r4_sa_drawn').locator('.time'), /^\d+(\.\d)? ms$/);
        assert.equal(await row(person, 'r4_sa_drawn').getAttribute('aria-pressed'), 'true');
      },
      { url: page() },
    ));

  test('says what one takes before it runs, which keeps nobody waiting and can be stopped', () => {
    /** Lets its file come. @type {() => void} */
    let go = () => {};
    const held = new Promise((resolve) => (go = () => resolve(undefined)));
    return visit(
      async (person) => {
        await person.ready();
        await person.predictions();
        const panel = person.panel('other');
        const stop = panel.getByRole('button', { name: 'Stop', exact: true });
        await open(person, 'other');
        await row(person, 'r16_sa').click();
        await person.reads(panel.locator('.estimate'), /^≈ [\d.]+ m?s an answer here$/);
        const tall = (await panel.boundingBox())?.height ?? 0;
        assert((await stop.boundingBox())?.height);
        // While its file comes.
        await turned(person, 90);
        go();
        // And while it is computed, by another worker than that which answers.
        await turned(person, 180);
        await stop.click();
        await person.reads(panel.getByRole('alert'), /^\s*Stopped/);
        await turned(person, 270);
        assert.equal(await panel.locator('.estimate').isVisible(), false);
        await panel.getByRole('button', { name: 'Back to Z2_SA' }).click();
        await person.reads(panel.locator('.note'), /no rotations/);
        await until(async () => (await person.predictions()).length === 2, 'both to answer');
        await eventually(async () => {
          const after = (await panel.boundingBox())?.height ?? 0;
          assert(Math.abs(tall - after) <= 1, `${tall} px before it ran, ${after} after`);
        });
      },
      {
        url: page(),
        prepare: (page) =>
          page.context().route('**/r16_sa.safetensors', async (route) => {
            await held;
            await route.continue();
          }),
      },
    );
  });

  test('works by keys, and its keys do not turn the drawing', () =>
    visit(
      async (person) => {
        await person.ready();
        const { keyboard } = person.page;
        await person.demo.locator('.choose-network.main').focus();
        await keyboard.press('Enter');
        await until(() => row(person, 'r8_sa').isVisible(), 'the list');
        await keyboard.press('ArrowRight');
        await keyboard.press('Escape');
        await until(async () => !(await dialog(person).isVisible()), 'the list to close');
        assert.match(await focused(person), /choose-network main/);
        assert.equal(await person.angle(), 0);
        await keyboard.press('Tab');
        await keyboard.press('Tab');
        await keyboard.press('Enter');
        await until(() => dialog(person).isVisible(), 'the list');
        for (let i = 0; i < 40 && !/\bpick\b/.test(await focused(person)); i++)
          await keyboard.press('Tab');
        await keyboard.press('ArrowDown');
        await keyboard.press('Enter');
        await person.ready();
        assert.deepEqual(await models(person), ['r8f_sa_upright', 'z2_sa_upright', 'z2_sa']);
        assert.match(await focused(person), /choose-network third/);
      },
      { url: page() },
    ));

  test('adds a third one and takes it away again, by touch on a phone', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.button('+ a third').tap();
        await until(() => row(person, 'r8f_sa_drawn').isVisible(), 'the list');
        const box = await row(person, 'r8f_sa_drawn').boundingBox();
        assert(box && box.height >= 44 && box.x >= 0 && box.x + box.width <= 390);
        await row(person, 'r8f_sa_drawn').tap();
        await person.reads(person.demo.locator('.panel.third .digit'), '7');
        await person.demo.locator('.choose-network.third').tap();
        await person.demo.getByRole('button', { name: 'Remove B, Ordinary' }).tap();
        await eventually(async () =>
          assert.deepEqual(await models(person), ['r8f_sa_upright', 'r8f_sa_drawn']),
        );
        await person.button('Close').tap();
        await until(async () => !(await dialog(person).isVisible()), 'the list to close');
        assert.equal(await person.demo.locator('.panel').count(), 2);
        const wide = await person.page.evaluate(() => document.documentElement.scrollWidth);
        assert(wide <= 390, `${wide} px`);
      },
      {
        url: page(),
        context: { viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true },
      },
    ));

  test('one press changes what both have learnt, and back', () =>
    visit(
      async (person) => {
        await person.ready();
        const lesson = person.demo.locator('.compare .lesson');
        assert(await lesson.getByLabel('upright digits').isChecked());
        await lesson.getByLabel('every turn').click();
        await person.ready();
        assert.deepEqual(await models(person), ['r8f_sa_drawn', 'z2_sa_drawn']);
        await lesson.getByLabel('upright digits').click();
        await person.ready();
        assert.deepEqual(await models(person), ['r8f_sa_upright', 'z2_sa_upright']);
        await person.demo.evaluate((demo) => demo.setAttribute('networks', 'r8_sa'));
        await until(
          async () => !(await lesson.isVisible()),
          'the choice to go where there is none',
        );
      },
      { url: page() },
    ));

  test('says when the list cannot be had, and gets it later', () =>
    visit(
      async (person) => {
        const list = '**/catalogue.json';
        await person.page.route(list, (route) => route.abort());
        await person.ready();
        await person.demo.locator('.choose-network.main').click();
        const trouble = dialog(person).locator('.trouble');
        await person.reads(trouble, /The list of networks could not be fetched/);
        await person.page.unroute(list);
        await trouble.getByRole('button', { name: 'Try again' }).click();
        await until(() => row(person, 'r8_sa').isVisible(), 'the list');
        assert(!(await trouble.isVisible()));
      },
      { url: page(), expectErrors: /ERR_FAILED/ },
    ));

  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`keeps nobody out, ${colorScheme}`, () =>
      visit(
        async (person) => {
          await person.ready();
          await person.page.addScriptTag({ path: axePath });
          for (const width of [320, 768, 1280]) {
            await person.page.setViewportSize({ width, height: 720 });
            await open(person, 'main');
            const found = await person.page.evaluate(async () => {
              const { violations } = await window.axe.run(document);
              return violations.map(
                (/** @type {any} */ { id, nodes }) =>
                  `${id}: ${nodes.map((/** @type {any} */ { html }) => html).join('\n')}`,
              );
            });
            assert.deepEqual(found, [], `${width} px`);
            await person.page.keyboard.press('Escape');
          }
        },
        // What fades is pale for a moment.
        { context: { colorScheme, reducedMotion: 'reduce' } },
      ));
  }
});

describe('a file that is dropped', () => {
  /** Drops bytes on an element, as a hand does. @param {Person} person @param {string} on @param {string} name @param {Buffer} bytes */
  const drop = (person, on, name, bytes) =>
    person.demo.locator(on).evaluate(
      (element, [name, bytes]) => {
        const file = new File([Uint8Array.from(/** @type {number[]} */ (bytes))], String(name));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(file);
        for (const type of ['dragenter', 'dragover', 'drop']) {
          element.dispatchEvent(
            new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer }),
          );
        }
      },
      /** @type {const} */ ([name, Array.from(bytes)]),
    );

  test('stands beside the others, or in the place that it is dropped on', () =>
    visit(
      async (person) => {
        await person.ready();
        const bytes = await readFile(join(PACKAGE, 'models/r4_sa_drawn.safetensors'));
        await drop(person, '.inside', 'mine.safetensors', bytes);
        await person.reads(person.demo.locator('.panel.third .digit'), '7');
        await person.reads(person.demo.locator('.choose-network.third span'), 'mine.safetensors');
        await drop(person, '.panel.other .digit', 'yours.safetensors', bytes);
        await person.reads(person.demo.locator('.choose-network.other span'), 'yours.safetensors');
        await person.ready();
        assert.deepEqual(await models(person), ['r8f_sa_upright', 'r4_sa', 'r4_sa']);
        // Variants of it are made of the same file.
        await person.demo.getByLabel('held still').click();
        await person.ready();
        assert.equal((await person.predictions()).length, 3);
        assert.equal(await person.demo.locator('.drop').isVisible(), false);
      },
      { url: page() },
    ));

  test('is told where it is none, and one press brings the former one back', () =>
    visit(
      async (person) => {
        await person.ready();
        await drop(person, '.panel.main .digit', 'evil.safetensors', Buffer.alloc(4000, 0xff));
        const trouble = person.panel('main').locator('.trouble');
        await person.reads(trouble, /The file “evil\.safetensors” is not a model that can be used/);
        await person.reads(person.panel('other').locator('.digit'), '7');
        await trouble.getByRole('button', { name: 'Back to R8F_SA_UPRIGHT' }).click();
        await person.reads(person.panel('main').locator('.digit'), '7');
        assert.deepEqual(await models(person), ['r8f_sa_upright', 'z2_sa_upright']);
        await drop(person, '.pad', 'cat.png', Buffer.alloc(4));
        await person.reads(
          person.demo.locator('[part=alert]'),
          /“cat\.png” is no \.safetensors file/,
        );
      },
      { url: page() },
    ));

  test('can be chosen by a button, too', () =>
    visit(
      async (person) => {
        await person.ready();
        await open(person, 'other');
        const chosen = person.page.waitForEvent('filechooser');
        await person.button('Choose a file').click();
        await (await chosen).setFiles(join(PACKAGE, 'models/r8f_sa.safetensors'));
        await person.reads(person.demo.locator('.choose-network.other span'), 'r8f_sa.safetensors');
        assert.deepEqual(await models(person), ['r8f_sa_upright', 'r8f_sa']);
      },
      { url: page() },
    ));
});

describe('what is tried out', () => {
  /** The relative error of a quarter turn. @param {Person} person @param {string} place @param {(error: number) => boolean} is */
  async function leaves(person, place, is) {
    const cell = person.demo.locator(`.card.${place} .leftover[data-state="fresh"] .number`);
    await until(async () => {
      const text = (await cell.count()) > 0 ? ((await cell.textContent()) ?? '') : '';
      const error = /⁻/.test(text) ? 0 : parseFloat(text);
      return Number.isFinite(error) && is(error);
    }, `the difference of ${place}`);
  }
  const none = (/** @type {number} */ error) => error < 2e-4;
  const some = (/** @type {number} */ error) => error > 0.02;

  test('random weights answer nothing, and the one that is built to turn still turns', () =>
    visit(
      async (person) => {
        await person.ready();
        const before = await person.predictions();
        const panel = person.panel('main');
        await person.demo.getByLabel('random weights', { exact: true }).click();
        await until(() => panel.locator('.untaught').isVisible(), 'the word about answers');
        for (const part of ['.digit', '.bars', 'footer', '.count', '.verdict'])
          assert.equal(await panel.locator(part).isVisible(), false, part);
        assert.equal(await person.demo.locator('.curves').isVisible(), false);
        await leaves(person, 'main', none);
        await leaves(person, 'other', some);
        const first = await person.predictions();
        await person.button('Fresh random weights').click();
        await person.ready();
        const second = await person.predictions();
        assert.notDeepEqual(second[0].probabilities, first[0].probabilities);
        await leaves(person, 'main', none);
        // By keys, and as they were.
        await person.demo.getByLabel('random weights', { exact: true }).focus();
        await person.page.keyboard.press('ArrowLeft');
        await person.reads(panel.locator('.digit'), '7');
        assert.deepEqual(
          (await person.predictions()).map(({ probabilities }) => probabilities),
          before.map(({ probabilities }) => probabilities),
        );
        assert.equal(await person.angle(), 90, 'the arrow is not the dial’s');
      },
      { url: page('angle="90"') },
    ));

  test('positions held still break what is built in, and nothing else', () =>
    visit(
      async (person) => {
        await person.ready();
        await leaves(person, 'main', none);
        const [, ordinary] = await person.predictions();
        await person.demo.getByLabel('held still').click();
        await leaves(person, 'main', some);
        const [, after] = await person.predictions();
        assert.deepEqual(after.probabilities, ordinary.probabilities);
        assert.equal(await person.demo.getByLabel('published').isVisible(), false);
        await person.demo.getByLabel('positions turn along').click();
        await leaves(person, 'main', none);
      },
      { url: page('angle="90"') },
    ));

  test('the index matters where there is an embedding of the group', () =>
    visit(
      async (person) => {
        await person.ready();
        await leaves(person, 'main', none);
        await person.demo.getByLabel('published').click();
        await leaves(person, 'main', some);
        await person.demo.getByLabel('exact').click();
        await leaves(person, 'main', none);
      },
      { url: page('networks="r4_sa_drawn, z2_sa_drawn" angle="90"') },
    ));
});
