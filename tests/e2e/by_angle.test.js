// How many are read right, by angle: as the file of measurements says, and with the dial.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { pageWith, setUp, until, visit } from './person.js';

/** @import { GsaFigure } from '../../www/figure.js' */

setUp();

const measured = readFile(new URL('../../docs/upright/by-angle.csv', import.meta.url), 'utf8');

/** What was measured, in per cent. @param {string} network @param {string} subject @param {number} degrees */
async function right(network, subject, degrees) {
  const line = (await measured)
    .split('\n')
    .find((text) => text.startsWith(`${network}_upright,${subject},${degrees},`));
  return Number(line?.split(',')[3]);
}

describe('right answers by angle', () => {
  test('are those of the file, follow the dial, and turn it by click and key', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        const plot = figure.getByRole('slider', { name: 'Right answers, by angle' });
        const key = figure.locator('.key');
        const says = (/** @type {string} */ text) =>
          until(async () => (await key.innerText()).replace(/\s+/g, ' ').includes(text), text);
        await says(`R8F_SA ${(await right('r8f_sa', 'drawings', 0)).toFixed(1)} % at 0°`);

        const { columns, rows } = await figure.evaluate((e) =>
          /** @type {GsaFigure} */ (e).table(),
        );
        assert.equal(rows.length, 24);
        for (const network of ['z2_sa', 'r8f_sa']) {
          for (const subject of ['drawings', 'digits']) {
            const column = columns.indexOf(`${network.toUpperCase()}, ${subject}, right %`);
            assert(column > 0, columns.join());
            for (const row of rows) {
              assert.equal(row[column], await right(network, subject, Number(row[0])));
            }
          }
        }

        const box = await plot.boundingBox();
        assert(box);
        // A quarter of the way between the margins of the plot.
        await page.mouse.click(box.x + 40 + (box.width - 52) / 4, box.y + box.height / 2);
        await says(`Z2_SA ${(await right('z2_sa', 'drawings', 90)).toFixed(1)} % at 90°`);
        await plot.focus();
        await page.keyboard.press('ArrowRight');
        await says(`Z2_SA ${(await right('z2_sa', 'drawings', 105)).toFixed(1)} % at 105°`);
        const curve = figure.locator('.other path.curve').first();
        const before = await curve.getAttribute('d');
        await figure.getByRole('radio', { name: 'digits' }).check();
        await says(`Z2_SA ${(await right('z2_sa', 'digits', 105)).toFixed(1)} % at 105°`);
        assert.notEqual(await curve.getAttribute('d'), before);
      },
      { url: pageWith('<gsa-figure name="by-angle"></gsa-figure>') },
    ));
});
