// The page for a class, on paper, and by its links.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN, setUp, until, visit } from './person.js';

/** @import { GsaDemo } from '../../www/element.js' */
/** @import { Page } from 'playwright-core' */

setUp();

/** Whether all of the page is on the screen. @param {Page} page */
const fits = (page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
  });

/** The lesson that is shown. @param {Page} page */
const lesson = (page) => page.locator('.lesson-place').textContent();

describe('for a class', () => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ]) {
    test(`every lesson is on one screen of ${width} × ${height}, and a remote goes from one to the next`, () =>
      visit(
        async (person) => {
          const { page } = person;
          await person.ready();
          await page.getByRole('button', { name: 'For a class' }).click();
          await page.keyboard.press('7');
          await until(async () => (await person.strokes()).length > 0, 'the digit');
          await person.predict();
          const count = await page.locator('.lessons section').count();
          assert(count > 3);
          for (let i = 1; i <= count; i++) {
            assert.match((await lesson(page)) ?? '', new RegExp(`^${i} of ${count} · .+`));
            assert.equal(await page.locator('.lessons h1:visible').count(), 1);
            assert(await fits(page), `lesson ${i} fits`);
            await page.keyboard.press('PageDown');
          }
          assert.match((await lesson(page)) ?? '', new RegExp(`^${count} of`), 'and stops there');
          await page.keyboard.press('PageUp');
          assert.match((await lesson(page)) ?? '', new RegExp(`^${count - 1} of`));
        },
        { context: { viewport: { width, height } } },
      ));
  }

  test('keys turn, take digits, change the networks, hide themselves and leave', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        assert.match((await lesson(page)) ?? '', /^2 of/, 'as the address says');
        await page.keyboard.press('4');
        for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'ArrowLeft'])
          await page.keyboard.press(key);
        assert.equal(await person.angle(), 105);
        const [main] = await person.predictions();
        assert.equal(main.digit, 4);
        const trial = () => person.demo.evaluate((demo) => /** @type {GsaDemo} */ (demo).trial);
        await page.keyboard.press('b');
        await page.keyboard.press('r');
        const { weights, positions } = await trial();
        assert.deepEqual([weights, positions], ['random', 'still']);
        for (const key of ['b', 'r']) await page.keyboard.press(key);
        assert.equal((await trial()).weights, 'trained');
        const keys = page.locator('.lesson-keys');
        await page.keyboard.press('h');
        assert(!(await keys.isVisible()));
        await page.keyboard.press('h');
        await keys.getByRole('button', { name: 'next' }).click();
        assert.match((await lesson(page)) ?? '', /^3 of/);
        assert.match(page.url(), /view=class&section=3/);
        await page.keyboard.press('Escape');
        assert(await page.locator('article h2').first().isVisible(), 'the page is back');
        assert.doesNotMatch(page.url(), /view|section/);
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'class');
      },
      { query: '?view=class&section=2' },
    ));
});

describe('on paper', () => {
  test('ink is dark, the emblem and both answers are on the first page, and nothing is to be pressed', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await person.sample(7);
        await person.predict();
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        await page.setViewportSize({ width: 680, height: 1010 });
        const ink = await person.demo
          .locator('.count')
          .first()
          .evaluate((element) => getComputedStyle(element).color);
        assert.equal(ink, 'rgb(91, 96, 107)', 'as on a light page');
        for (const part of ['[part=dial]', '.panel']) {
          for (const element of await person.demo.locator(part).all()) {
            const box = await element.boundingBox();
            assert(box && box.y + box.height <= 1010 && box.x + box.width <= 680, part);
          }
        }
        assert.equal(await page.locator('button:visible').count(), 0);
        const adjust = await person.demo
          .locator('.bars .bar')
          .first()
          .evaluate((bar) => getComputedStyle(bar).printColorAdjust);
        assert.equal(adjust, 'exact');
        const { colours } = await person.look(person.pad);
        assert(colours > 1);
        const pdf = await page.pdf({ format: 'A4' });
        assert(pdf.length > 20000, `${pdf.length} bytes`);
        await page.emulateMedia({ media: 'screen' });
        await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      },
      { context: { colorScheme: 'dark' } },
    ));
});

describe('a link', () => {
  test('brings back digit, angle, networks, layer, channel and trial', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.demo.evaluate((element) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.networks = ['r4_sa', 'z2_sa'];
        });
        await person.ready();
        await person.drawWithMouse(SEVEN);
        await person.setAngle(45);
        await person.demo.evaluate((element) => {
          const demo = /** @type {GsaDemo} */ (element);
          Object.assign(demo, { layer: 2, channel: 3 });
          demo.trial = { ...demo.trial, index: 'published' };
        });
        await page.getByRole('button', { name: 'Copy link' }).click();
        await until(() => /#a=45&s=/.test(page.url()), 'the link');
        const link = page.url();
        assert(link.length <= 2048);
        await page.goto('about:blank');
        await page.goto(link);
        await person.ready();
        const shown = await person.demo.evaluate((element) => {
          const { angle, networks, layer, channel, trial } = /** @type {GsaDemo} */ (element);
          return { angle, networks, layer, channel, index: trial.index };
        });
        assert.deepEqual(shown, {
          angle: 45,
          networks: ['r4_sa', 'z2_sa'],
          layer: 2,
          channel: 3,
          index: 'published',
        });
      },
      { context: { permissions: ['clipboard-read', 'clipboard-write'] } },
    ));

  test('that is damaged opens the page with a word about it, and with what could be read', () =>
    visit(async (person) => {
      await person.page.evaluate(() => (location.hash = 'a=90&s=AAA&l=x&n=r4_sa,z2_sa'));
      const told = person.page.locator('#told');
      await person.reads(told, 'This link is damaged: its drawing and layer could not be read.');
      assert(await told.isVisible());
      assert.equal(await person.angle(), 90);
      const networks = await person.demo.evaluate((demo) => /** @type {GsaDemo} */ (demo).networks);
      assert.deepEqual(networks, ['r4_sa', 'z2_sa']);
    }));

  test('asks no other host, whatever networks it names', () =>
    visit(async (person) => {
      await person.page.evaluate(
        () => (location.hash = 'a=0&n=https://elsewhere.example/x.safetensors'),
      );
      await person.reads(person.page.locator('#told'), /its networks could not be read/);
      await person.sample(7);
      assert.equal((await person.predict())?.digit, 7);
    }));
});
