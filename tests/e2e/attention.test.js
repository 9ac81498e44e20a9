// What is looked at inside attention, on a real network: a clock that turns as one picture, a shuffle, a landscape.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { eventually, pageWith, setUp, until, visit } from './person.js';

/** @import { Page } from 'playwright-core' */
/** @import { GsaFigure } from '../../www/figure.js' */

setUp();

/** @param {string} name @param {string} [attributes] */
const pageOf = (name, attributes = 'networks="z2_sa" sample="4"') =>
  pageWith(
    `<meta name="viewport" content="width=device-width"><gsa-figure name="${name}"></gsa-figure><gsa-demo view="compact" engine="cpu" ${attributes}></gsa-demo>`,
  );

/** @param {Page} page @returns {Promise<any[][]>} */
async function rowsOf(page) {
  const figure = page.locator('gsa-figure');
  await until(async () => (await figure.getAttribute('state')) === 'ready', 'the figure', 60000);
  const { rows } = await figure.evaluate((e) => /** @type {GsaFigure} */ (e).table());
  return rows;
}

/**
 * What lands elsewhere, of the network as it is and of the one that is broken.
 *
 * @param {Page} page
 */
async function elsewhere(page) {
  const rows = (await rowsOf(page)).filter((row) => row[1] === 'all');
  assert.equal(rows.length, 2);
  for (const row of rows) assert(Math.abs(row[2] - 1) < 1e-5, 'shares sum to 1');
  return rows.map((row) => row[5]);
}

/** @param {Page} page */
const inFigure = (page) => ({
  button: (/** @type {string | RegExp} */ name) =>
    page.locator('gsa-figure').getByRole('button', { name }),
  aim: page.locator('gsa-figure .clock.here .aim'),
  numbers: () => page.locator('gsa-figure .box b').allInnerTexts(),
});

describe('the clock', () => {
  test('of the paper’s network turns with the digit, and with the published index it does not', () =>
    visit(
      async ({ page }) => {
        const { button, numbers } = inFigure(page);
        await rowsOf(page);
        assert.deepEqual(await numbers(), ['?', '?'], 'nothing is told before it is turned');
        // The largest share is at 0° as drawn, and comes to 90°.
        await button('← 90°').click();
        const [whole, broken] = await elsewhere(page);
        assert(whole < 1e-5, `rounding: ${whole}`);
        assert(broken > 0.2, `20 % and more: ${broken}`);
        assert.match((await numbers())[0], /^0\.0000\d+ %$/);
        assert.match((await numbers())[1], /^[2-9]\d %$/);
        const verdict = page.locator('gsa-figure .verdict');
        await until(async () => /guessed right/.test(await verdict.innerText()), 'the verdict');
        for (const degrees of [180, 270]) {
          await button('Turn on by 90°').click();
          assert((await elsewhere(page))[0] < 1e-5, `${degrees}°`);
          const what = page.locator('gsa-figure .clock.turned .what');
          await until(async () => (await what.innerText()) === `turned by ${degrees}°`, 'the turn');
        }
        await button('Turn on by 90°').click();
        await until(() => page.locator('gsa-figure .guess').isVisible(), 'the question again');
      },
      { url: pageOf('attention') },
    ));

  test('is of the pixel that is pressed, dragged to, or moved to by keys', () =>
    visit(
      async ({ page }) => {
        const { aim, button } = inFigure(page);
        await rowsOf(page);
        await button('Just turn it').click();
        const where = () => aim.getAttribute('aria-label');
        assert.match((await where()) ?? '', /row 16, column 15 of 28/);
        const before = (await rowsOf(page)).map((row) => row[2]);
        await aim.focus();
        for (const key of ['ArrowUp', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
        assert.match((await where()) ?? '', /row 14, column 14 of 28/);
        const after = (await rowsOf(page)).map((row) => row[2]);
        assert.notDeepEqual(after, before);
        assert((await elsewhere(page))[0] < 1e-5);
        const box = await aim.boundingBox();
        assert(box);
        const to = (/** @type {number} */ share) =>
          /** @type {[number, number]} */ ([box.x + share * box.width, box.y + share * box.height]);
        await page.mouse.move(...to(0.4));
        await page.mouse.down();
        await page.mouse.move(...to(0.6), { steps: 8 });
        await page.mouse.move(...to(0.98), { steps: 8 });
        await page.mouse.up();
        assert.match((await where()) ?? '', /row 28, column 28 of 28/);
        // At a corner a part of each window is no picture, and the shares of the rest sum to 1.
        assert((await elsewhere(page))[0] < 1e-5);
      },
      { url: pageOf('attention') },
    ));

  test('by a finger on a phone: one clock at a time, nothing wider than the screen', () =>
    visit(
      async ({ page }) => {
        const { aim, button } = inFigure(page);
        await rowsOf(page);
        await aim.tap();
        await eventually(async () => {
          const label = (await aim.getAttribute('aria-label')) ?? '';
          assert.match(label, /row 1[45], column 1[45] of 28/);
        });
        await button('Just turn it').tap();
        await until(async () => !(await aim.isVisible()), 'the upright clock to go');
        assert(await page.locator('gsa-figure .clock.turned canvas').isVisible());
        assert((await elsewhere(page))[0] < 1e-5);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(wide, 0);
        for (const name of ['button:visible', '.segments label:visible', 'select:visible']) {
          const small = await page
            .locator(`gsa-figure .attention :is(${name.replace(':visible', '')}):not(.window)`)
            .evaluateAll((all) =>
              all.filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44),
            );
          assert.equal(small.length, 0, name);
        }
      },
      {
        url: pageOf('attention'),
        context: { viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true },
      },
    ));

  test('has every layer and any output element; of the lifting layer it is one window, and says why', () =>
    visit(
      async ({ page }) => {
        const { button } = inFigure(page);
        await rowsOf(page);
        await button('Just turn it').click();
        const layers = page.locator('gsa-figure').getByLabel('layer');
        for (const layer of ['layer 2', 'layer 4']) {
          await layers.selectOption(layer);
          const [whole, broken] = await elsewhere(page);
          assert(whole < 1e-4, `${layer}: ${whole}`);
          assert(broken > 0.02, `${layer}: ${broken}`);
        }
        await page.locator('gsa-figure .clock.here .window').nth(2).click();
        const on = page.locator('gsa-figure .clock.turned .window[aria-pressed=true]');
        assert.match((await on.getAttribute('aria-label')) ?? '', /^270°: .*the output$/);
        assert((await elsewhere(page))[0] < 1e-4);
        await layers.selectOption('lifting');
        assert.equal((await rowsOf(page)).length, 4);
        assert.match(
          await page.locator('gsa-figure .sub').innerText(),
          /reads the picture, which has one orientation: one window/,
        );
        // There is no index in it to be wrong.
        const [whole, broken] = await elsewhere(page);
        assert(whole < 1e-5 && broken < 1e-5);
        assert.match(
          await page.locator('gsa-figure .box.other').innerText(),
          /nothing is broken in it/,
        );
      },
      { url: pageOf('attention') },
    ));

  test('of frames has one window lit, and is broken by positions held still', () =>
    visit(
      async ({ page }) => {
        const { button } = inFigure(page);
        await rowsOf(page);
        await page.locator('gsa-figure').getByLabel('network').selectOption('r8f_sa');
        await button('Just turn it').click();
        const rows = await rowsOf(page);
        assert.equal(rows.length, 18);
        assert.deepEqual(
          rows.slice(0, 8).map((row) => Math.round(row[2])),
          [1, 0, 0, 0, 0, 0, 0, 0],
        );
        const [whole, broken] = await elsewhere(page);
        assert(whole < 1e-5 && broken > 0.05, `${whole} ${broken}`);
        assert.match(await page.locator('gsa-figure .sub').innerText(), /one window is lit/);
        assert.match(String(rows[9][0]), /positions held still/);
      },
      { url: pageOf('attention', 'networks="r8f_sa" sample="4"') },
    ));
});

test('a shuffle changes nothing without the encoding, and with it something', () =>
  visit(
    async ({ page }) => {
      const { button, numbers } = inFigure(page);
      const before = await rowsOf(page);
      assert.deepEqual(before.at(-1)?.slice(1), [0, 0, 0, 0]);
      // Guessed, and shuffled with that.
      await button('that of both').click();
      assert.match(await page.locator('gsa-figure .told').innerText(), /^No/);
      const rows = await rowsOf(page);
      const [, , alone, , relative] = /** @type {any[]} */ (rows.at(-1));
      assert(alone < 1e-13, `${alone}`);
      assert(relative > 0.02, `${relative}`);
      for (const column of [1, 2, 3, 4]) {
        const sum = rows.slice(0, -1).reduce((sum, row) => sum + row[column], 0);
        assert(Math.abs(sum - 1) < 1e-9, 'shares sum to 1');
      }
      // The same shares in another order.
      const sorted = (/** @type {number} */ column) =>
        rows.slice(0, -1).map((row) => row[column].toPrecision(6)).sort(); // prettier-ignore
      assert.deepEqual(sorted(1), sorted(2));
      assert.notDeepEqual(sorted(3), sorted(4));
      assert.match((await numbers())[0], /10⁻¹[⁴-⁹]$|^0$/);
      await button('Back in order').click();
      assert.deepEqual((await rowsOf(page)).at(-1)?.slice(1), [0, 0, 0, 0]);
      await button('Shuffle the neighbours').click();
      assert.notDeepEqual((await rowsOf(page)).at(-1)?.slice(1), [0, 0, 0, 0]);
    },
    { url: pageOf('position') },
  ));

test('an encoding is read at any angle, at the group’s as the network does; what is blended misses between them', () =>
  visit(
    async ({ page }) => {
      const { button, numbers } = inFigure(page);
      const off = async () => (await rowsOf(page)).at(-1)?.[4];
      assert(await off());
      assert((await off()) > 0.05, 'at 30°');
      const [mixed, missed] = ['canvas.mixed', '.mix > b'].map((name) => page.locator(name));
      assert.deepEqual([await mixed.isVisible(), await missed.isVisible()], [false, false]);
      await button('Yes').click();
      assert.match(await page.locator('gsa-figure .told').innerText(), /^No/);
      assert.deepEqual([await mixed.isVisible(), await missed.isVisible()], [true, true]);
      const slider = page.locator('gsa-figure input[type=range]');
      await slider.focus();
      for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowLeft');
      const first = (await rowsOf(page)).slice(0, -1).map((row) => row[3]);
      assert((await off()) < 1e-6);
      // Of the network itself, in 32-bit numbers.
      const told = async () => (await numbers())[0];
      assert.match(await told(), /10⁻[⁶-⁹]$|^0$/);
      const box = await slider.boundingBox();
      assert(box);
      // Half a thumb is left out at both ends.
      const place = box.x + 8 + ((box.width - 16) * 89) / 360;
      await page.mouse.click(place, box.y + box.height / 2);
      const scores = (await rowsOf(page)).slice(0, -1).map((row) => row[3]);
      assert.match(await told(), /10⁻[⁶-⁹]$|^0$/, 'it settles on 90°');
      // Turned by a quarter: (r, c) comes to (4 − c, r).
      scores.forEach((score, cell) => {
        const [row, col] = [Math.floor(cell / 5), cell % 5];
        assert(Math.abs(score - first[col * 5 + 4 - row]) < 1e-4);
      });
    },
    { url: pageOf('encoding') },
  ));

test('lifting completes by doing: its maps turn along, and those of the ordinary network do not', () =>
  visit(
    async ({ page }) => {
      const { button, numbers } = inFigure(page);
      await until(async () => (await rowsOf(page)).length === 6, 'both networks', 60000);
      assert.deepEqual(await numbers(), ['?', '?']);
      for (const row of (await rowsOf(page)).slice(0, 4)) assert(row[4] < 1e-5, `${row}`);
      assert(await button('2 Attend with each').isDisabled());
      await button('1 Act on the encoding').focus();
      const row = (/** @type {string} */ name) => page.locator(`gsa-figure .row.${name} canvas`);
      assert(await row('act').first().isVisible(), 'what is acted on is there');
      for (const name of ['act', 'attend', 'stack', 'turn']) {
        assert(!(await row(name).last().isVisible()), `${name} is still to come`);
        // The next step has the focus.
        await page.keyboard.press('Enter');
        await until(() => row(name).nth(3).isVisible(), name);
      }
      const [whole, ordinary] = (await rowsOf(page)).slice(4).map((row) => row[4]);
      assert(whole < 1e-5 && ordinary > 0.05, `${whole} ${ordinary}`);
      assert.match((await numbers()).join(), /10⁻[⁶-⁹],\d+ %/);
      await button('Begin again').click();
      assert(!(await row('act').last().isVisible()));
      assert(!(await row('attend').first().isVisible()));
    },
    { url: pageOf('lifting') },
  ));

describe('an encoding is acted on', () => {
  /** The places that have one, of four. @param {Page} page */
  const acted = (page) =>
    page
      .locator('gsa-figure .cell canvas')
      .evaluateAll((all) =>
        all.flatMap((e, i) => (e.checkVisibility({ visibilityProperty: true }) ? i : [])),
      );
  /** The middle of a place. @param {Page} page @param {number} place */
  const middle = async (page, place) => {
    const cell = page.locator('gsa-figure .cell').nth(place);
    await cell.scrollIntoViewIfNeeded();
    const box = await cell.boundingBox();
    assert(box);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  test('by dragging its tile, which turns on its way; what is dropped elsewhere is not', () =>
    visit(
      async ({ page }) => {
        const { button } = inFigure(page);
        await rowsOf(page);
        assert.deepEqual(await acted(page), [0]);
        const ghost = page.locator('gsa-figure .ghost');
        for (const place of [2, 1, 3]) {
          const [from, to] = [await middle(page, 0), await middle(page, place)];
          await page.mouse.move(from.x, from.y);
          await page.mouse.down();
          await page.mouse.move(to.x, to.y, { steps: 6 });
          const turned = await ghost.evaluate((e) => {
            const { a, b } = new DOMMatrix(getComputedStyle(e).transform);
            return (Math.atan2(-b, a) * 180) / Math.PI;
          });
          assert(Math.abs(((turned - 90 * place + 540) % 360) - 180) < 2, `${turned}°`);
          // What comes out is what one dropped: turned, the tile is the other's.
          await page.mouse.up();
          assert.equal(await ghost.count(), 0);
        }
        assert.deepEqual(await acted(page), [0, 1, 2, 3]);
        assert(await button('2 Attend with each').isEnabled());
        await button('Begin again').click();
        const from = await middle(page, 0);
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(from.x + 40, from.y + 300, { steps: 4 });
        await page.mouse.up();
        assert.deepEqual(await acted(page), [0]);
        assert.equal(await ghost.count(), 0);
      },
      { url: pageOf('lifting') },
    ));

  test('by a finger that drags, and by one that taps', () =>
    visit(
      async ({ page }) => {
        const { button } = inFigure(page);
        await rowsOf(page);
        const input = await page.context().newCDPSession(page);
        const [from, to] = [await middle(page, 0), await middle(page, 2)];
        const scrolled = await page.evaluate(() => scrollY);
        const touch = (/** @type {string} */ type, /** @type {object[]} */ touchPoints) =>
          input.send('Input.dispatchTouchEvent', /** @type {any} */ ({ type, touchPoints }));
        await touch('touchStart', [{ ...from, id: 1 }]);
        for (const share of [0.3, 0.6, 1]) {
          const x = from.x + share * (to.x - from.x);
          await touch('touchMove', [{ x, y: to.y + 4 * share, id: 1 }]);
        }
        await touch('touchEnd', []);
        await until(async () => (await acted(page)).join() === '0,2', 'the tile at 180°');
        assert.equal(await page.evaluate(() => scrollY), scrolled, 'the page stays');
        for (const place of [1, 3]) {
          // A tap right after a drag may be taken for its end.
          await until(
            async () => {
              if ((await acted(page)).includes(place)) return true;
              await button(`act by ${90 * place}°`).tap();
              return false;
            },
            `a tap on ${90 * place}°`,
          );
        }
        assert.deepEqual(await acted(page), [0, 1, 2, 3]);
      },
      {
        url: pageOf('lifting'),
        context: { viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true },
      },
    ));

  test('by keys, which then have the next step', () =>
    visit(
      async ({ page }) => {
        const { button } = inFigure(page);
        await rowsOf(page);
        await button('act by 180°').focus();
        for (const next of ['act by 90°', 'act by 270°', '2 Attend with each']) {
          await page.keyboard.press('Enter');
          await until(() => button(next).evaluate((e) => e.matches(':focus')), next);
        }
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
        // What comes of the turn is guessed first.
        await button(/^each turns, and moves/).press('Enter');
        assert.match(await page.locator('gsa-figure .told').innerText(), /^Right/);
        assert(await page.locator('gsa-figure .row.turn canvas').last().isVisible());
      },
      { url: pageOf('lifting') },
    ));
});

describe('axe finds nothing in', () => {
  const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  for (const name of ['attention', 'position', 'encoding', 'lifting']) {
    for (const [width, colours] of /** @type {[number, object][]} */ ([
      [320, { colorScheme: 'dark' }],
      [1280, { colorScheme: 'light' }],
      [390, { forcedColors: 'active' }],
    ])) {
      test(`${name} at ${width} pixels`, () =>
        visit(
          async ({ page }) => {
            const { button } = inFigure(page);
            await page.addScriptTag({ path: axePath });
            await rowsOf(page);
            if (name === 'attention') await button('Just turn it').click();
            if (name === 'position') await button('Shuffle the neighbours').click();
            await rowsOf(page);
            const found = await page.evaluate(async () => {
              const { violations } = await window.axe.run({ include: ['gsa-figure'] });
              return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
            });
            assert.deepEqual(found, []);
            const wide = await page.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            assert.equal(wide, 0);
          },
          {
            url: pageOf(name),
            context: { viewport: { width, height: 700 }, reducedMotion: 'reduce', ...colours },
          },
        ));
    }
  }
});
