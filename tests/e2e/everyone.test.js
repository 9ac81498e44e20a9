// That axe finds nothing that keeps people out: the page, its dock and the view for a class, at every width, in all colours.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createRequire } from 'node:module';
import { setUp, until, visit } from './person.js';

/** @import { Page } from 'playwright-core' */

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

setUp();

/** @param {Page} page @param {string} state */
async function look(page, state) {
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
  });
  assert.deepEqual(found, [], state);
}

/** @type {Record<string, object>} */
const COLOURS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
};

describe('axe finds nothing', () => {
  for (const [width, height] of [
    [320, 568],
    [390, 664],
    [768, 1024],
    [1280, 800],
    [1920, 1080],
  ]) {
    for (const [name, colours] of Object.entries(COLOURS)) {
      test(`at ${width} pixels, ${name}`, () =>
        visit(
          async (person) => {
            const { page } = person;
            await page.addScriptTag({ path: axePath });
            await person.sample(7);
            await person.setAngle(90);
            await person.predict();
            await look(page, 'the page');
            const inside = person.demo.locator('.inside');
            const dock = person.demo.locator('[part=dock]');
            const goDown = async () => {
              await inside.evaluate((element) => element.scrollIntoView());
              return width >= 1280 || dock.isVisible();
            };
            await until(goDown, 'the dock', 60000);
            await look(page, 'further down');
            await page.evaluate(() => scrollTo(0, 0));
            await page.getByRole('button', { name: 'For a class' }).click();
            const place = page.locator('.lesson-place');
            await until(async () => /^1 of/.test((await place.textContent()) ?? ''), 'a class');
            await look(page, 'for a class');
            await page.keyboard.press('PageDown');
            await page.keyboard.press('PageDown');
            await look(page, 'the maps for a class');
          },
          { context: { viewport: { width, height }, reducedMotion: 'reduce', ...colours } },
        ));
    }
  }
});
