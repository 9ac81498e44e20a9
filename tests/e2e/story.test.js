// The story below the stage: it sets what it talks about, gives the visitor's own back, and each of its sections has a link.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN, setUp, until, visit } from './person.js';

/** @import { GsaDemo } from '../../www/element.js' */

setUp();

describe('the story', () => {
  test('sets digit and angle where one asks for it, and gives back what was there', () =>
    visit(async (person) => {
      await person.ready();
      await person.drawWithMouse(SEVEN);
      const state = () =>
        person.demo.evaluate((element) => {
          const { strokes, angle } = /** @type {GsaDemo} */ (element);
          return { strokes, angle };
        });
      const own = await state();
      await person.page.getByRole('button', { name: 'Show me a 6 on its head' }).click();
      await until(async () => (await state()).angle === 180, 'half a turn');
      assert.notDeepEqual((await state()).strokes, own.strokes);
      await person.page.getByRole('button', { name: 'Give mine back' }).click();
      await until(async () => (await state()).angle === own.angle, 'the angle');
      assert.deepEqual(await state(), own);
      assert.equal(await person.page.getByRole('button', { name: 'Give mine back' }).count(), 0);
    }));

  test('leaves the arrow keys to a slider that has the focus', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.sample(4);
        const figure = person.page.locator('gsa-figure[name="theorem-1"]');
        await until(async () => (await figure.getAttribute('state')) === 'ready', 'it', 60000);
        const slider = figure.locator('.alpha input');
        await slider.focus();
        const before = Number(await slider.inputValue());
        await person.page.keyboard.press('ArrowRight');
        assert(Number(await slider.inputValue()) > before);
        assert.equal(await person.angle(), 0);
      },
      { query: '#f=theorem-1' },
    ));

  test('sets the pixel, layer and head that it talks about, and gives one’s own back', () =>
    visit(async (person) => {
      const { page, demo } = person;
      await person.ready();
      await person.drawWithMouse(SEVEN);
      const inside = () => demo.evaluate((e) => /** @type {GsaDemo} */ (e).choices.inside);
      const own = 'pixel-8-12.head-3.layer-layer_2';
      await demo.evaluate((e, inside) => {
        /** @type {GsaDemo} */ (e).choices = { inside };
      }, own);
      const figure = page.locator('gsa-figure[name=attention]');
      await figure.scrollIntoViewIfNeeded();
      const label = figure.locator('.clock.here .aim');
      const layer = figure.getByLabel('layer');
      await until(async () => (await label.count()) > 0, 'the figure', 60000);
      const reads = async (/** @type {RegExp} */ pixel, /** @type {string} */ name) =>
        pixel.test((await label.getAttribute('aria-label')) ?? '') &&
        (await layer.inputValue()) === name;
      await until(() => reads(/row 9, column 13 /, 'layer 2'), 'what is chosen', 60000);
      await page.getByRole('button', { name: 'Show me a 4' }).click();
      await until(() => reads(/row 16, column 15 /, 'layer 1'), 'the crossing', 60000);
      assert.equal(await inside(), 'pixel-15-14');
      await page.getByRole('button', { name: 'Give mine back' }).click();
      assert.equal(await inside(), own);
      await until(() => reads(/row 9, column 13 /, 'layer 2'), 'one’s own', 60000);
    }));

  test('has a link to each section, which a copied one names', () =>
    visit(
      async (person) => {
        const section = person.page.locator('#theorem-3');
        await until(async () => {
          const box = await section.boundingBox();
          return !!box && box.y > -40 && box.y < 400;
        }, 'the section in sight');
        await person.ready();
        await person.sample(4);
        await person.page
          .locator('#theorem-4')
          .evaluate((e) => scrollBy(0, e.getBoundingClientRect().top - innerHeight / 2 + 20));
        await person.page.locator('#share').evaluate((e) => /** @type {HTMLElement} */ (e).click());
        await until(() => /[#&]f=theorem-4/.test(person.page.url()), 'a link to the section');
      },
      { query: '#f=theorem-3' },
    ));
});
