// The theorems, played with: their numbers against literal formulas, and counter-cases that fail.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pageWith, setUp, theSite, until, visit } from './person.js';
import { PREFIX } from './server.js';

/** @import { Page } from 'playwright-core' */
/** @import { GsaDemo } from '../../www/element.js' */
/** @import { GsaFigure } from '../../www/figure.js' */

setUp();

/** @param {string} name @param {string} [sample] */
const page = (name, sample = '4') =>
  pageWith(
    `<gsa-figure name="${name}"></gsa-figure><gsa-demo view="compact" networks="r4_sa" sample="${sample}" engine="cpu"></gsa-demo>`,
  );

/** What is tabled once all is known. @param {Page} page */
async function tabled(page) {
  const figure = page.locator('gsa-figure');
  await until(async () => (await figure.getAttribute('state')) === 'ready', 'the figure', 60000);
  return figure.evaluate(async (e) => (await /** @type {GsaFigure} */ (e).table()).rows);
}

/** The picture that networks see. @param {Page} page @returns {Promise<number[]>} */
const pixelsOf = (page) =>
  page.evaluate(async (address) => {
    const { default: init, prepareStrokes } = await import(address);
    await init();
    const demo = /** @type {GsaDemo} */ (document.querySelector('gsa-demo'));
    return Array.from(prepareStrokes(demo.strokes, demo.angle).pixels);
  }, `${theSite().origin}${PREFIX}gsa_net.js`);

/**
 * The largest error of nine soft heads, of the largest number of the convolution, by the formulas in f64: the head for δ* gives a neighbour at
 * Δ a share that falls with α |A⁻¹Δ − δ*|².
 *
 * @param {number[]} pixels
 * @param {number[]} filter
 * @param {number} alpha
 */
function literalError(pixels, filter, alpha) {
  const offsets = Array.from({ length: 9 }, (_, i) => [Math.floor(i / 3) - 1, (i % 3) - 1]);
  const at = (/** @type {number} */ row, /** @type {number} */ col) =>
    row < 0 || col < 0 || row > 27 || col > 27 ? 0 : pixels[28 * row + col];
  let [most, off] = [0, 0];
  for (let turn = 0; turn < 4; turn++) {
    // A quarter sends (row, col) to (−col, row).
    const turned = offsets.map(([row, col]) => {
      for (let i = 0; i < turn; i++) [row, col] = [-col, row];
      return [row, col];
    });
    for (let i = 0; i < 784; i++) {
      const [row, col] = [Math.floor(i / 28), i % 28];
      const seen = turned.map(([down, right]) => at(row + down, col + right));
      let [soft, sharp] = [0, 0];
      for (const [head, [y, x]] of offsets.entries()) {
        const shares = offsets.map(([r, c]) => Math.exp(-alpha * ((r - y) ** 2 + (c - x) ** 2)));
        const sum = shares.reduce((a, b) => a + b, 0);
        const looked = shares.reduce((total, share, key) => total + (share / sum) * seen[key], 0);
        soft += filter[head] * looked;
        sharp += filter[head] * seen[head];
      }
      most = Math.max(most, Math.abs(sharp));
      off = Math.max(off, Math.abs(soft - sharp));
    }
  }
  return off / most;
}

describe('theorem 1', () => {
  const FILTER = [-1, -0.4, 0.2, -1.3, 0.1, 1.3, -0.2, 0.5, 0.8];

  test('has the errors of the formulas, at every α and for a filter that somebody changes', () =>
    visit(
      async ({ page }) => {
        const rows = await tabled(page);
        const pixels = await pixelsOf(page);
        const own = rows.filter((row) => row[1] === 'the filter’s numbers');
        assert.equal(own.length, 21);
        for (const [heads, , alpha, error, law] of own) {
          assert.equal(heads, 9);
          const literal = literalError(pixels, FILTER, Number(alpha));
          // Rounding of 32-bit numbers besides.
          assert(
            Math.abs(Number(error) - literal) < 1e-6 + 1e-3 * literal,
            `α ${alpha}: ${error} ${literal}`,
          );
          // Below the law where that says something; α too small is no convolution.
          assert(Number(alpha) < 4 || Number(error) < Number(law) + 1e-6, `α ${alpha}`);
          assert(Number(alpha) > 1 || Number(error) > 0.1, `α ${alpha}`);
        }
        const figure = page.locator('gsa-figure');
        const cell = figure.getByRole('button', { name: /^middle: / });
        await cell.click();
        assert.equal(await cell.innerText(), '0.5');
        await cell.press('ArrowUp');
        assert.equal(await cell.innerText(), '0.6');
        const changed = FILTER.map((value, i) => (i === 4 ? 0.6 : value));
        await until(async () => {
          const [first] = await tabled(page);
          return Math.abs(Number(first[3]) - literalError(pixels, changed, 2)) < 1e-5;
        }, 'the error of the changed filter');
      },
      { url: page('theorem-1') },
    ));

  test('is exact at once where weights are solved for, in all forms, and never with a head fewer', () =>
    visit(
      async ({ page }) => {
        await tabled(page);
        const figure = page.locator('gsa-figure');
        await figure.getByRole('radio', { name: 'solved for' }).check({ force: true });
        for (const [form, heads] of /** @type {const} */ ([
          ['picture, 9 heads', 9],
          ['group in frames, 9', 9],
          ['group, 36', 36],
        ])) {
          await figure.getByRole('radio', { name: form }).check({ force: true });
          await until(async () => {
            const [first] = await tabled(page);
            return first[0] === heads && first[1] === 'solved for, shown';
          }, form);
          const [first] = await tabled(page);
          assert(Number(first[3]) < 3e-6, `${form}: ${first[3]}`);
        }
        await figure.getByRole('radio', { name: 'picture, 9 heads' }).check({ force: true });
        assert.equal((await tabled(page)).filter((row) => row[0] === 8).length, 0);
        await figure.getByRole('button', { name: 'Yes, fitted anew' }).click();
        assert.match(await figure.locator('.told').innerText(), /^No/);
        await until(async () => (await tabled(page)).some((row) => row[0] === 8), 'eight heads');
        const fewer = (await tabled(page)).filter((row) => row[0] === 8);
        assert.equal(fewer.length, 8);
        for (const [, how, alpha, error] of fewer) {
          assert(Number(error) > 0.03, `${how}, α ${alpha}: ${error}`);
        }
        assert.match(await figure.locator('.box.other').innerText(), /^\d+ %/);
      },
      { url: page('theorem-1') },
    ));

  test('is every convolution of a trained network, whose answer stays, and is not with a head fewer', () =>
    visit(
      async ({ page }) => {
        await tabled(page);
        const figure = page.locator('gsa-figure');
        await figure.getByRole('radio', { name: 'solved for' }).check({ force: true });
        await figure.getByRole('radio', { name: 'trained R4_CNN' }).check({ force: true });
        await until(async () => {
          const [first] = await tabled(page);
          return first?.[0] === 9 && first[1] === 'solved for, shown' && first[4] === '';
        }, 'the network by attention');
        const [, , , error] = (await tabled(page))[0];
        assert(Number(error) > 0 && Number(error) < 1e-4, String(error));
        const answers = async () => {
          const text = await figure.locator('.box.main').innerText();
          return Array.from(text.matchAll(/(\d) \((?:[<>] )?\d+ %\)/g), ([answer]) => answer);
        };
        const [own, byAttention] = await answers();
        assert(own && own === byAttention, `${own}, ${byAttention}`);
        // The network itself says so, too.
        const asked = await page.locator('gsa-demo').evaluate(async (element) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.model = 'r4_cnn_drawn';
          await new Promise((done) => setTimeout(done));
          return (await demo.predict())?.digit;
        });
        assert.equal(own[0], String(asked));
        await figure.getByRole('button', { name: 'No', exact: true }).click();
        await until(
          async () => (await tabled(page)).some((row) => row[0] === 8),
          'eight heads in each layer',
        );
        const [, , , off] = (await tabled(page)).filter((row) => row[0] === 8)[0];
        assert(Number(off) > 0.05, String(off));
        assert.match(await figure.locator('.box.other').innerText(), /the answer is then \d/);
      },
      { url: page('theorem-1') },
    ));

  test('is played with by keys alone', () =>
    visit(
      async ({ page }) => {
        await tabled(page);
        const slider = page.locator('gsa-figure input[type=range]');
        await slider.focus();
        const angle = await page
          .locator('gsa-demo')
          .evaluate((e) => /** @type {GsaDemo} */ (e).angle);
        for (let i = 0; i < 4; i++) await slider.press('ArrowRight');
        await until(async () => (await tabled(page))[0][2] === 4, 'α = 4');
        const [, , , error] = (await tabled(page))[0];
        assert(Math.abs(Number(error) - literalError(await pixelsOf(page), FILTER, 4)) < 1e-5);
        assert.equal(
          await page.locator('gsa-demo').evaluate((e) => /** @type {GsaDemo} */ (e).angle),
          angle,
          'the dial stays',
        );
        const label = await page.locator('gsa-figure .heads-of').getAttribute('aria-label');
        assert.match(label ?? '', /^9 heads; each gives at least 9\d %/);
      },
      { url: page('theorem-1') },
    ));
});

describe('theorem 2', () => {
  test('turns a painted answer along where the network is averaged, and not where it is ordinary', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        const check = async () => {
          const rows = await tabled(page);
          assert.equal(rows.length, 4);
          for (const [turn, averaged, ordinary] of rows.map((row) => row.map(Number))) {
            assert(averaged < 1e-12, `${turn}: ${averaged}`);
            assert(turn === 0 || ordinary > 0.2, `${turn}: ${ordinary}`);
          }
          return rows;
        };
        const before = await check();
        assert.match(await figure.locator('.box.main').innerText(), /^\?/);
        await figure.getByRole('button', { name: 'that of both' }).click();
        assert.match(await figure.locator('.box.other').innerText(), /^\d+ %/);
        const cell = figure.getByRole('button', { name: 'row 7, column 7' });
        await cell.click();
        assert.equal(await cell.getAttribute('aria-pressed'), 'true');
        assert.notDeepEqual(await check(), before);
      },
      { url: page('theorem-2') },
    ));
});

describe('theorem 3', () => {
  test('comes home where it is sampled, on whatever is drawn, and does not where it is blended', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        const rows = await tabled(page);
        assert.equal(rows.length, 9);
        const [angle, sampled, blended] = rows[8].map(Number);
        assert(angle === 360 && sampled < 1e-6 && blended > 0.2, rows[8].join());
        assert(
          rows.slice(1).every((row) => Number(row[2]) > 0.02),
          'each blend blurs',
        );
        assert.match(await figure.locator('.box.other').innerText(), /^\?/);
        for (let i = 0; i < 8; i++)
          await figure.getByRole('button', { name: 'Turn by 45°' }).click();
        assert.match(await figure.locator('.box.other').innerText(), /^\d\d %/);
        await figure.getByRole('combobox', { name: 'Head' }).selectOption('1');
        await until(async () => Number((await tabled(page))[8][2]) !== blended, 'another head');
        assert(Number((await tabled(page))[8][1]) < 1e-6);
      },
      { url: page('theorem-3') },
    ));
});

describe('theorem 4', () => {
  test('commutes, and its counter-cases do not; the real layer likewise', () =>
    visit(
      async ({ page }) => {
        const rows = await tabled(page);
        assert.equal(rows.length, 10);
        for (const [i, [name, , error]] of rows.entries()) {
          const limit = i < 8 ? 1e-12 : 1e-5;
          assert.equal(Number(error) < limit, i % 2 === 0, `${name}: ${error}`);
          assert(i % 2 === 0 || Number(error) > 0.01, `${name}: ${error}`);
        }
      },
      { url: page('theorem-4') },
    ));

  test('follows an entry by pointer and by keys, which do not turn the drawing', () =>
    visit(
      async ({ page }) => {
        await tabled(page);
        const tables = page.locator('gsa-figure .kappa');
        assert.equal(await tables.count(), 8);
        const first = tables.nth(2);
        const box = await first.boundingBox();
        assert(box);
        // Row 2, column 7 of twelve.
        await page.mouse.click(box.x + (7.5 / 12) * box.width, box.y + (2.5 / 12) * box.height);
        const label = async () => (await first.getAttribute('aria-label')) ?? '';
        assert.match(await label(), /Entry 2, 7 is .* moved, entry 5, 10 is .*: the same/);
        await first.focus();
        await first.press('ArrowRight');
        await first.press('ArrowDown');
        assert.match(await label(), /Entry 3, 8 /);
        const angle = await page
          .locator('gsa-demo')
          .evaluate((e) => /** @type {GsaDemo} */ (e).angle);
        assert.equal(angle, 0);
        const shift = page.locator('gsa-figure').getByRole('slider', { name: 'Shift by' }).first();
        await shift.press('ArrowRight');
        assert.match(await label(), /moved, entry 7, 0 is/);
      },
      { url: page('theorem-4') },
    ));

  test('is whole at 320 pixels', () =>
    visit(
      async ({ page }) => {
        await tabled(page);
        const [wide, width] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        assert(wide <= width, `${wide} > ${width}`);
      },
      { url: page('theorem-4'), context: { viewport: { width: 320, height: 640 } } },
    ));
});
