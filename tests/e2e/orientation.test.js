// What the maximum over the group throws away: flowers that turn along with the drawing.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pageWith, setUp, until, visit } from './person.js';

/** @import { Page } from 'playwright-core' */
/** @import { GsaDemo } from '../../www/element.js' */
/** @import { GsaFigure } from '../../www/figure.js' */

setUp();

const PAGE =
  '<gsa-figure name="orientation"></gsa-figure><gsa-demo view="compact" networks="r4_sa,z2_sa" engine="cpu"';

/** Turns there, and gives what is tabled of a network once it is of there. @param {Page} page @param {number} angle @param {string} name */
async function evidenceAt(page, angle, name) {
  await page.locator('gsa-demo').evaluate((element, degrees) => {
    /** @type {GsaDemo} */ (element).angle = degrees;
  }, angle);
  const figure = page.locator('gsa-figure');
  await until(async () => (await figure.getAttribute('state')) === 'ready', 'the flower', 60000);
  const { rows } = await figure.evaluate((e) => /** @type {GsaFigure} */ (e).table());
  return rows.filter((row) => row[0] === name);
}

/** The largest distance of two columns. @param {(string | number)[][]} rows */
const off = (rows) => Math.max(...rows.map((row) => Math.abs(Number(row[3]) - Number(row[4]))));

describe('the flower', () => {
  test('turns with the drawing, exactly at quarter turns and not between', () =>
    visit(
      async ({ page }) => {
        const upright = (await evidenceAt(page, 0, 'R4_SA')).map((row) => Number(row[3]));
        assert.equal(upright.length, 4);
        assert(Math.max(...upright) - Math.min(...upright) > 1, 'petals differ');
        for (const [turns, angle] of [90, 180, 270].entries()) {
          const rows = await evidenceAt(page, angle, 'R4_SA');
          assert(off(rows) < 1e-4, `${angle}°: ${off(rows)}`);
          for (const [i, row] of rows.entries()) {
            const before = upright[(i + 3 - turns) % 4];
            assert(Math.abs(Number(row[3]) - before) < 1e-4, `${angle}°, ${row[2]}`);
          }
        }
        const figure = page.locator('gsa-figure');
        const label = await figure.locator('svg[role=img]').first().getAttribute('aria-label');
        assert.match(label ?? '', /^Built to turn, evidence for 2: longest at \d+°; 0° /);
        assert.match(await figure.locator('.said').first().innerText(), /rounding alone/);
        assert.match(await figure.locator('.said').nth(1).innerText(), /nothing turns along/);
        assert(off(await evidenceAt(page, 45, 'R4_SA')) > 0.1, 'no copy of the upright one');
      },
      { url: pageWith(`${PAGE} sample="2"></gsa-demo>`) },
    ));

  test('does not turn where positions are held still; with random weights it does, and answers nothing', () =>
    visit(
      async ({ page, demo }) => {
        await evidenceAt(page, 90, 'R4_SA');
        /** @param {object} trial */
        const vary = (trial) =>
          demo.evaluate((element, changes) => {
            const demo = /** @type {GsaDemo} */ (element);
            demo.trial = { ...demo.trial, ...changes };
          }, trial);
        const state = () => page.locator('gsa-figure').getAttribute('state');
        await vary({ positions: 'still' });
        await until(async () => (await state()) === 'waiting', 'what was before to go');
        assert(off(await evidenceAt(page, 90, 'R4_SA')) > 0.1);
        await vary({ positions: 'turning', weights: 'random', seed: 3 });
        const said = page.locator('gsa-figure .said').first();
        await until(
          async () => /no answer.*rounding alone/s.test(await said.innerText()),
          'random',
        );
        const rows = await evidenceAt(page, 90, 'R4_SA');
        assert(rows.length === 4 && off(rows) < 1e-4);
        assert(rows.every((row) => row[1] === ''));
      },
      { url: pageWith(`${PAGE} sample="2" angle="90"></gsa-demo>`) },
    ));

  test('pales at once when the drawing turns on', () =>
    visit(
      async ({ page }) => {
        await evidenceAt(page, 90, 'R4_SA');
        const stale = await page.locator('gsa-demo').evaluate((element) => {
          /** @type {GsaDemo} */ (element).angle = 120;
          const root = document.querySelector('gsa-figure')?.shadowRoot;
          return root?.querySelector('.one.main')?.hasAttribute('data-stale');
        });
        assert.equal(stale, true);
        const one = page.locator('gsa-figure .one.main');
        await until(async () => (await one.getAttribute('data-stale')) === null, 'the new one');
      },
      { url: pageWith(`${PAGE} sample="2"></gsa-demo>`) },
    ));

  test('of 9 stands beside that of 6 where they share the answer', () =>
    visit(
      async ({ page }) => {
        const flowers = page.locator('gsa-figure .one.main svg');
        await until(async () => (await flowers.count()) === 2, 'two flowers', 60000);
        const said = await page.locator('gsa-figure .one.main .said').innerText();
        assert.match(said, /Longest for 6: 180°.*\nLongest for 9: there too\./);
      },
      {
        url: pageWith(
          '<gsa-figure name="orientation"></gsa-figure><gsa-demo view="compact" sample="6" engine="cpu"></gsa-demo>',
        ),
      },
    ));
});
