// One set of weights at several numbers of rotations: what is said there against the program `gsa`, and what was measured against its file.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { pageWith, setUp, until, visit } from './person.js';

/** @import { Locator } from 'playwright-core' */
/** @import { GsaDemo } from '../../www/element.js' */
/** @import { GsaFigure } from '../../www/figure.js' */

setUp();

const measured = readFile(new URL('../../docs/group-size/group-size.csv', import.meta.url), 'utf8');

/**
 * What is said of the sample 7 turned by 30°, and the probability of that: printed by `gsa predict x.safetensors seven.npy --json`, where
 * `gsa export models/r4_sa.safetensors --rotations N --out x.safetensors` and seven.npy has the pixels of `prepareStrokes`, normalised.
 *
 * @type {Record<number, [number, number]>}
 */
const PREDICTED = {
  1: [1, 0.99862],
  2: [7, 0.992001],
  3: [1, 0.624436],
  4: [7, 0.999554],
  6: [7, 0.99547],
};
/** The package's weights are in half precision. */
const TOLERANCE = 1.5e-3;

const url = (/** @type {number} */ angle) =>
  pageWith(
    `<gsa-figure name="group-size"></gsa-figure><gsa-demo view="compact" networks="r4_sa" sample="7" angle="${angle}" engine="cpu"></gsa-demo>`,
  );

/** @param {Locator} figure */
const rowsOf = (figure) =>
  figure.evaluate(async (e) => (await /** @type {GsaFigure} */ (e).table()).rows);

/** The row of a number, once that was asked; what takes long on this machine is asked by its button. @param {Locator} figure @param {number} size */
async function askedWith(figure, size) {
  const radio = figure.getByRole('radio', { name: new RegExp(`^${size} rotation`) });
  await until(async () => (await radio.count()) > 0, 'the figure', 60000);
  await radio.click({ force: true });
  const press = figure.getByRole('button', { name: new RegExp(`^Ask with ${size} `) });
  /** @type {(string | number)[]} */
  let row = [];
  await until(
    async () => {
      row = (await rowsOf(figure)).find(([rotations]) => rotations === size) ?? [];
      if (row[3] !== '' && row.length > 0) return true;
      if (await press.isVisible()) await press.click({ timeout: 1000 }).catch(() => {});
      return false;
    },
    `${size} rotations to be asked`,
    120000,
  );
  return row;
}

describe('one set of weights', () => {
  test('says at each number of rotations what the program says, and reads what the file says', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        for (const [size, [digit, probability]] of Object.entries(PREDICTED)) {
          const row = await askedWith(figure, Number(size));
          assert.equal(row[3], digit, `${size} rotations`);
          const off = (/** @type {number} */ other) => Math.abs(Number(row[4]) - other);
          assert(off(probability) < TOLERANCE, `${size} rotations: ${row[4]}`);
          // Weights that are not carried, or of another number, are noticed.
          for (const [other, [said, p]] of Object.entries(PREDICTED)) {
            const isOther = said !== digit || off(p) > TOLERANCE;
            assert(isOther || other === size, `${other} in the place of ${size}`);
          }
          // Nobody turns by 30° on a grid without a loss.
          assert(Number(row[6]) > 0.05);
        }
        const text = await measured;
        for (const [size, right, asTrained] of await rowsOf(figure)) {
          const line = text.split('\n').find((one) => one.startsWith(`r4_sa,${size},`));
          const [, , , percent, as] = (line ?? '').split(',');
          assert.deepEqual([right, asTrained], [Number(percent), Number(as)]);
        }
      },
      { url: url(30) },
    ));

  test('turns along exactly by what is of the group and of the grid, and says so', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        const told = () => figure.locator('.turned').innerText();
        const [four, three] = [await askedWith(figure, 4), await askedWith(figure, 3)];
        assert(Number(four[6]) < 1e-6 && Number(four[7]) === 0, String(four));
        assert(Number(three[6]) > 0.05, String(three));
        assert.match(await told(), /none of these rotations, and takes pixels to pixels/);
        assert.match((await figure.locator('.round').getAttribute('aria-label')) ?? '', /^3 maps/);
        // By keys from one number to the next.
        const radio = figure.getByRole('radio', { name: /^3 rotations: says/ });
        await radio.focus();
        await page.keyboard.press('ArrowRight');
        assert.match(await told(), /rounding: that is one of these rotations/);
        assert.match(
          (await figure.locator('.round').getAttribute('aria-label')) ?? '',
          /^4 maps, 90° apart, .* at 90°/,
        );
        await page.locator('gsa-demo').evaluate((e) => {
          /** @type {GsaDemo} */ (e).angle = 45;
        });
        await askedWith(figure, 4);
        await until(async () => /45°.*none of these/.test(await told()), 'the new angle');
      },
      { url: url(90) },
    ));

  test('on a phone what takes long waits for a tap, and can be stopped', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await askedWith(figure, 4);
        const sixteen = figure.getByRole('radio', { name: /^16 rotations/ });
        await until(
          async () => /takes about/.test((await sixteen.getAttribute('aria-label')) ?? ''),
          'an estimate',
        );
        await sixteen.tap({ force: true });
        const press = figure.getByRole('button', { name: /^Ask with 16 rotations \(about/ });
        await press.tap();
        await figure.getByRole('button', { name: 'Stop' }).tap();
        await press.waitFor();
        const row = (await rowsOf(figure)).find(([size]) => size === 16);
        assert.deepEqual(row?.slice(3), ['', '', '', '', '']);
        assert.equal(
          await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
          false,
        );
      },
      {
        url: url(0),
        context: { viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true },
      },
    ));
});
