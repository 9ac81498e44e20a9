// The story below the stage: it sets what it talks about, gives the visitor's own back, and each of its sections has a link.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN, setUp, until, visit } from './person.js';

setUp();

describe('the story', () => {
  test('sets digit and angle where one asks for it, and gives back what was there', () =>
    visit(async (person) => {
      await person.ready();
      await person.drawWithMouse(SEVEN);
      const state = () =>
        person.demo.evaluate((element) => {
          const { strokes, angle } = /** @type {import('../../www/element.js').GsaDemo} */ (
            element
          );
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
