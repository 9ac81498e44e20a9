// Figures of experiments: what the tables say against the files that they are made of, sorted by a hand and by keys, measured here.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { axeFindsNothing } from './axe.js';
import { pageWith, setUp, until, visit } from './person.js';

/** @import { Locator } from 'playwright-core' */
/** @import { GsaFigure } from '../../www/figure.js' */

setUp();

/** @param {string} name */
const read = (name) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

/** @param {Locator} figure */
async function ready(figure) {
  const isIt = async () => (await figure.getAttribute('state')) === 'ready';
  await until(isIt, 'the figure to be ready', 60000);
}

/** @param {Locator} figure */
const tableOf = (figure) => figure.evaluate((e) => /** @type {GsaFigure} */ (e).table());

/** Names of networks in the order in which they stand. @param {Locator} table */
const namesIn = (table) => table.locator('tbody th b').allInnerTexts();

const RESULTS = '<gsa-figure name="results"></gsa-figure>';
const COST = '<gsa-figure name="cost"></gsa-figure>';

describe('the results', () => {
  test('show what the files say, and load no network', () => {
    /** @type {string[]} */
    const asked = [];
    return visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await ready(figure);
        assert.deepEqual(
          asked.filter((url) => /safetensors|wasm/.test(url)),
          [],
        );
        const { columns, rows } = await tableOf(figure);
        assert(rows.every((row) => row.length === columns.length));
        const [, right] =
          /\*\*([\d.]+) %\*\* \(48,909 right\)/.exec(await read('models/r4_sa.md')) ?? [];
        const told = rows.find(([on, name]) => on === 'rotated MNIST' && name === 'R4_SA');
        assert.deepEqual(told?.slice(3, 5), [97.46, Number(right)]);
        for (const line of (await read('docs/rotmnist/windows.csv')).trim().split('\n').slice(1)) {
          const [window, here, published] = line.split(',');
          const row = rows.find(([on, , at]) => on === 'window' && at === `${window}×${window}`);
          assert.deepEqual(row?.slice(3, 5), [Number(published), here ? Number(here) : 'not yet']);
        }
        const table = figure.getByRole('table', { name: 'Networks on rotated MNIST' });
        const line = table.getByRole('row', { name: /^R4_SA/ });
        assert.match(await line.innerText(), /97\.46\s+97\.82/);
        for (const [name, says] of /** @type {const} */ ([
          [/^R4_CNN/, /98\.21\s+97\.79/],
          [/^α-R4_CNN/, /98\.31\s+not yet/],
        ]))
          assert.match(await table.getByRole('row', { name }).innerText(), says);
        // None stands beyond the axis, over what is beside it.
        const beyond = await table.locator('tbody .plot svg').evaluateAll((all) =>
          all.flatMap((svg) => {
            const { width } = /** @type {SVGSVGElement} */ (svg).viewBox.baseVal;
            const dots = [...svg.querySelectorAll('[cx]')].map((dot) => dot.getAttribute('cx'));
            return dots.filter((cx) => !(Number(cx) > 4 && Number(cx) < width - 4));
          }),
        );
        assert.deepEqual(beyond, []);
        // Where a dot stands is what the number says.
        const at = (/** @type {string} */ name, /** @type {string} */ kind) =>
          table
            .getByRole('row', { name: new RegExp(`^${name}`) })
            .locator(`.${kind}`)
            .evaluate((dot) => Number(dot.getAttribute('cx')));
        const [z2, r4] = [await at('Z2_SA', 'ring'), await at('R4_SA', 'ring')];
        const [low, high] = [await at('Z2_CNN', 'ring'), await at('α-R4_CNN', 'ring')];
        const shares = [(z2 - low) / (high - low), (r4 - low) / (high - low)];
        const wanted = [(96.37 - 94.97) / (98.31 - 94.97), (97.46 - 94.97) / (98.31 - 94.97)];
        for (const [i, share] of shares.entries()) assert(Math.abs(share - wanted[i]) < 0.002);
      },
      {
        url: pageWith(RESULTS),
        prepare: async (page) => {
          page.on('request', (request) => asked.push(request.url()));
        },
      },
    );
  });

  test('are sorted by a press and by keys, and come back to the paper’s order', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await ready(figure);
        const table = figure.getByRole('table', { name: 'Networks on rotated MNIST' });
        const before = await namesIn(table);
        assert.equal(before.length, 9);
        const head = table.getByRole('columnheader', { name: 'Here' });
        const button = head.getByRole('button');
        await button.click();
        assert.equal(await head.getAttribute('aria-sort'), 'descending');
        assert.deepEqual((await namesIn(table)).slice(0, 2), ['R8F_SA', 'R8_SA']);
        await button.focus();
        await page.keyboard.press('Enter');
        assert.equal(await head.getAttribute('aria-sort'), 'ascending');
        const up = await namesIn(table);
        assert.deepEqual(up.slice(0, 2), ['Z2_CNN', 'Z2_SA']);
        assert.equal(up.at(-1), 'α-R4_CNN', 'what is not known comes last');
        await page.keyboard.press('Space');
        assert.equal(await head.getAttribute('aria-sort'), 'none');
        assert.deepEqual(await namesIn(table), before);
      },
      { url: pageWith(RESULTS) },
    ));

  test('are counted per epoch or per minute, and say what each shows', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await ready(figure);
        const chart = figure.getByRole('img', { name: /held-out digits/ });
        assert.match(
          (await chart.getAttribute('aria-label')) ?? '',
          /per epoch.*R4_SA reads 93\.0 to 93\.7 % after two/,
        );
        const lines = await chart.locator('path.solid').count();
        assert.equal(lines, 5);
        await figure.getByRole('radio', { name: 'per minute' }).focus();
        await page.keyboard.press('Space');
        assert.match(
          (await chart.getAttribute('aria-label')) ?? '',
          /per minute.*after 11 minutes R4_SA reads 84\.9 %/,
        );
      },
      { url: pageWith(RESULTS) },
    ));

  test('are one picture, heads of tables and all', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        const size = await figure.evaluate(async (e) => {
          const image = await createImageBitmap(await /** @type {GsaFigure} */ (e).toBlob());
          return [image.width, image.height];
        });
        assert(size[0] > 1200 && size[1] > 1200, String(size));
      },
      { url: pageWith(RESULTS) },
    ));
});

describe('the cost', () => {
  test('is as the file has it', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await ready(figure);
        const { rows } = await tableOf(figure);
        const lines = (await read('docs/cost.csv')).trim().split('\n').slice(1);
        assert.equal(rows.length, lines.length);
        for (const [i, line] of lines.entries()) {
          const [, value, ms, memory, law] = line.split(',');
          assert.deepEqual(rows[i].slice(1, 5), [value, ms, memory, law].map(Number));
        }
        const said = figure.locator('.said');
        assert.match(await said.innerText(), /16 rotations: 33 times as long/);
        await figure.getByRole('radio', { name: 'picture' }).check();
        assert.match(await said.innerText(), /112×112 pixels: 21 times as long/);
        assert.equal(await figure.getByRole('button', { name: 'Measure here' }).isVisible(), false);
      },
      { url: pageWith(COST) },
    ));

  test('is measured here, is drawn as it comes, and can be stopped', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await ready(figure);
        await figure.getByRole('radio', { name: 'window' }).check();
        await figure.getByRole('button', { name: 'Measure here' }).focus();
        await page.keyboard.press('Enter');
        const stop = figure.getByRole('button', { name: 'Stop' });
        await stop.waitFor();
        const here = async () => {
          const { rows } = await tableOf(figure);
          return rows
            .filter((row) => Number(row[5]) > 0)
            .map(([kind, value]) => `${kind} ${value}`);
        };
        await until(async () => (await here()).length >= 2, 'two windows', 240000);
        assert.deepEqual((await here()).slice(0, 2), ['window 3', 'window 5']);
        const chart = figure.getByRole('img', { name: /here 3×3 window [\d.]+ m?s/ });
        await chart.locator('.of.z2 .square').nth(1).waitFor();
        if (await stop.isVisible()) await stop.click();
        await figure.getByRole('button', { name: 'Measure here' }).waitFor();
        const count = (await here()).length;
        assert(count < 6, 'it was stopped in time');
        assert.match(await figure.locator('.said').innerText(), /project’s own measurement/);
        // Nothing more comes.
        await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
        assert.equal((await here()).length, count);
      },
      { url: pageWith(COST) },
    ));

  test('says why it could not be measured', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await ready(figure);
        await figure.getByRole('button', { name: 'Measure here' }).click();
        const word = figure.locator('.going');
        await until(async () => /the server answered 404/.test(await word.innerText()), 'a word');
        assert(await figure.getByRole('button', { name: 'Measure here' }).isVisible());
      },
      {
        url: pageWith(COST),
        prepare: (page) =>
          page.route(/r4_sa\.safetensors/, (route) => route.fulfill({ status: 404, body: '' })),
        expectErrors: /404/,
      },
    ));
});

describe('anybody can read', () => {
  for (const [
    what,
    context,
    theme,
  ] of /** @type {[string, import('playwright-core').BrowserContextOptions, string][]} */ ([
    ['light', { viewport: { width: 1280, height: 900 } }, 'light'],
    ['dark, on a phone', { viewport: { width: 390, height: 664 }, colorScheme: 'dark' }, 'dark'],
    [
      'forced colours, narrow',
      { viewport: { width: 320, height: 640 }, forcedColors: 'active' },
      'light',
    ],
  ])) {
    test(`results and cost, ${what}`, () =>
      visit(
        async ({ page }) => {
          for (const figure of await page.locator('gsa-figure').all()) {
            await figure.scrollIntoViewIfNeeded();
            await ready(figure);
          }
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert(wide <= 0, `${wide} px too wide`);
          await axeFindsNothing(page);
        },
        {
          context,
          url: pageWith(
            `<html lang="en"><title>Figures</title><meta name="viewport" content="width=device-width"><style>body { margin: 8px; color-scheme: ${theme}; background: Canvas; color: CanvasText }</style><main><h1>Figures</h1><h2>Two</h2>${RESULTS}${COST}</main>`,
          ),
        },
      ));
  }
});
