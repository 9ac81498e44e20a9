// The examples of the package, from a static server as they are.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { Person, setUp, theSite, until, visit } from './person.js';
import { PACKAGE } from './server.js';

/** @import { Locator, Page } from 'playwright-core' */

setUp();

const url = (/** @type {string} */ name) => `${theSite().url}examples/${name}.html`;

/** @param {Locator} figure */
const isReady = (figure) =>
  until(
    async () => (await figure.getAttribute('state')) === 'ready',
    'the figure to be ready',
    60000,
  );

/** @param {Page} page */
const widthOf = (page) => page.evaluate(() => document.documentElement.scrollWidth);

describe('the examples', () => {
  test('are these', async () => {
    const names = await readdir(`${PACKAGE}/examples`);
    assert.deepEqual(names.sort(), ['figures.html', 'frame.html', 'plain.html', 'slides.html']);
  });

  for (const width of [320, 1280]) {
    test(`a plain page, ${width} pixels wide: a demonstration, and a figure of it`, () =>
      visit(
        async (person) => {
          const { page } = person;
          await person.ready();
          assert.equal(await person.angle(), 90);
          const figure = page.locator('gsa-figure');
          await figure.scrollIntoViewIfNeeded();
          await isReady(figure);
          assert.equal(await figure.locator('[part=pad]').count(), 0);
          assert.equal(await widthOf(page), width);
        },
        { opening: true, url: url('plain'), context: { viewport: { width, height: 800 } } },
      ));
  }

  test('a frame: what is in it answers', () =>
    visit(
      async ({ page }) => {
        await page.locator('iframe').scrollIntoViewIfNeeded();
        await until(() => page.frames().length > 1, 'the frame');
        const person = new Person(page, page.frames()[1]);
        await person.ready();
        assert.equal((await person.predict())?.digit, 3);
      },
      { opening: true, url: url('frame') },
    ));

  test('several figures: what is turned on the pad, all show, and the page hears it', () =>
    visit(
      async (person) => {
        const { page, demo } = person;
        const figures = page.locator('gsa-figure');
        assert.equal(await figures.count(), 2);
        for (const i of [0, 1]) {
          await figures.nth(i).scrollIntoViewIfNeeded();
          await isReady(figures.nth(i));
        }
        await person.reads(page.locator('#said'), 'Turned by 0°, the network reads a 4.');
        await demo.locator('[part=knob]').focus();
        await page.keyboard.press('PageUp');
        await person.reads(page.locator('#said'), /^Turned by 90°, the network reads a \d\.$/);
        assert.equal(await widthOf(page), 1280);
      },
      { opening: true, url: url('figures') },
    ));

  test('slides: with a remote, with keys, with the address, and what a figure has in focus is its own', () =>
    visit(
      async (person) => {
        const { page } = person;
        const shown = page.locator('section:not([hidden]) h1');
        const [first, second, third] = [
          'Who still reads a turned digit?',
          'Shuffle the neighbours: who notices?',
          'What about other people’s digits?',
        ];
        await person.reads(shown, first);
        await person.ready();
        // On the pad arrows turn, and the remote goes on.
        await person.knob.focus();
        await page.keyboard.press('ArrowRight');
        assert.equal(await person.angle(), 5);
        await person.reads(shown, first);
        await page.keyboard.press('PageDown');
        await person.reads(shown, second);
        assert.equal(await person.angle(), 5);
        const position = page.locator('gsa-figure[name=position]');
        await isReady(position);
        await person.reads(position.locator('.how').first(), 'neighbours shuffled');
        await person.reads(position.locator('.sub'), /^Head 3 of /);
        await page.keyboard.press('ArrowRight');
        await person.reads(shown, third);
        await isReady(page.locator('gsa-figure[name=by-angle]'));
        await page.keyboard.press('ArrowRight');
        await person.reads(shown, third);
        assert.match(page.url(), /#3$/);
        await page.getByRole('button', { name: 'Slide before' }).click();
        await person.reads(shown, second);
        await page.reload();
        await person.reads(shown, second);
        await page.evaluate(() => (location.hash = '#x'));
        await person.reads(shown, first);
      },
      { opening: true, url: url('slides'), context: { viewport: { width: 1280, height: 720 } } },
    ));

  test('slides at 1280×720 need no scrolling, and on a phone stick out nowhere', () =>
    visit(
      async ({ page }) => {
        for (const [i, figure] of [
          'gsa-demo',
          'gsa-figure >> nth=0',
          'gsa-figure >> nth=1',
        ].entries()) {
          await page.setViewportSize({ width: 390, height: 664 });
          if (i > 0) await page.keyboard.press('PageDown');
          if (i > 0) await isReady(page.locator(figure));
          assert.equal(await widthOf(page), 390, figure);
          await page.setViewportSize({ width: 1280, height: 720 });
          const tall = () => page.evaluate(() => document.documentElement.scrollHeight);
          await until(async () => (await tall()) <= 720, `slide ${i + 1} to fit`);
        }
      },
      { opening: true, url: url('slides'), context: { viewport: { width: 390, height: 664 } } },
    ));
});
