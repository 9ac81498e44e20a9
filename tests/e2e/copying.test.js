// “Copy embed code”: what is copied shows the same on another page; without a clipboard it can be copied by hand.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN, pageWith, setUp, theSite, until, visit } from './person.js';

/** @import { Locator, Page } from 'playwright-core' */
/** @import { GsaDemo } from '../../www/element.js' */

setUp();

/** Who may read and write it. */
const context = { permissions: ['clipboard-read', 'clipboard-write'] };

/** @param {Page} page @returns {Promise<string>} */
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

/** @param {Locator} figure */
const isReady = (figure) =>
  until(
    async () => (await figure.getAttribute('state')) === 'ready',
    'the figure to be ready',
    120000,
  );

/** The page that somebody makes of the code. @param {Page} page @param {string} code */
async function paste(page, code) {
  await page.goto('about:blank');
  await page.goto(pageWith(code, {}, ''));
}

const button = (/** @type {Locator} */ of) =>
  of.getByRole('button', { name: 'Copy embed code', exact: true });

describe('of a figure', () => {
  test('what was drawn, its turn, pixel and head are there on the page that it is pasted into', () =>
    visit(
      async (person) => {
        const { page } = person;
        const figure = page.locator('gsa-figure');
        person.demo = figure;
        person.pad = figure.locator('[part=pad]');
        await isReady(figure);
        await person.drawWithMouse(SEVEN);
        await figure.locator('[part=knob]').focus();
        await page.keyboard.press('PageUp');
        const looked = figure.locator('.attention');
        await looked.getByRole('radio', { name: '3', exact: true }).check({ force: true });
        await looked.getByRole('button', { name: 'Just turn it' }).click();
        const face = looked.locator('canvas[tabindex], [role=application], .face').first();
        assert(await face.isVisible());
        await isReady(figure);
        const before = await figure.evaluate((e) =>
          /** @type {import('../../www/figure.js').GsaFigure} */ (e).table(),
        );
        // With keys, and said once.
        await button(figure).focus();
        await page.keyboard.press('Enter');
        const told = figure.locator('.embed-told');
        await person.reads(told, 'The code is copied.');
        assert.equal(await told.getAttribute('role'), 'status');
        const code = await copied(page);
        assert.equal(
          code.split('\n')[0],
          `<script type="module" src="${theSite().url}define.js"></script>`,
        );
        assert.match(
          code,
          /\n<gsa-figure name="attention" angle="90" place="s=[\w.-]+&amp;inside=head-3\.turned-1"><\/gsa-figure>\n$/,
        );

        await paste(page, code);
        await isReady(figure);
        const after = await figure.evaluate((e) =>
          /** @type {import('../../www/figure.js').GsaFigure} */ (e).table(),
        );
        assert.deepEqual(after.rows.length, before.rows.length);
        for (const [i, row] of after.rows.entries()) {
          for (const [j, value] of row.entries()) {
            const was = before.rows[i][j];
            if (typeof value !== 'number') assert.equal(value, was);
            // A line that is a little thinner.
            else assert(Math.abs(value - Number(was)) < 0.05, `${value} was ${was}`);
          }
        }
        assert.equal(await figure.locator('[part=knob]').getAttribute('aria-valuenow'), '90');
      },
      { url: pageWith('<gsa-figure name="attention"></gsa-figure>'), context },
    ));

  test('attributes say what is on its pad, now and later; what can’t be is told', () =>
    visit(
      async (person) => {
        const { page } = person;
        const figure = page.locator('gsa-figure');
        await isReady(figure);
        const digits = figure.locator('.panel .digit');
        assert.equal(await digits.count(), 1, 'one network');
        await person.reads(digits.first(), '6');
        const angle = () => figure.locator('[part=knob]').getAttribute('aria-valuenow');
        assert.equal(await angle(), '15');
        await figure.evaluate((e) => {
          e.setAttribute('sample', '1');
          e.setAttribute('angle', '0');
          e.setAttribute('networks', 'z2_sa_drawn, r4_sa_drawn');
        });
        await until(async () => (await digits.count()) === 2, 'both networks');
        await person.reads(digits.first(), '1');
        assert.equal(await angle(), '0');
        const codes = await figure.evaluate(async (e) => {
          /** @type {string[]} */
          const codes = [];
          e.addEventListener('error', (event) =>
            codes.push(/** @type {CustomEvent} */ (/** @type {Event} */ (event)).detail.code),
          );
          for (const [name, value] of [
            ['sample', 'x'.repeat(1e6)],
            ['angle', 'up'],
            ['place', '<b>'],
          ])
            e.setAttribute(name, value);
          return codes;
        });
        assert.deepEqual(codes, ['invalid-strokes', 'invalid-angle', 'invalid-place']);
        await person.reads(
          figure.locator('[part=alert] p'),
          'This place is damaged: the whole of it could not be read.',
        );
        await isReady(figure);
        await person.reads(digits.first(), '1');
      },
      {
        url: pageWith(
          '<gsa-figure name="answers" sample="6" angle="15" networks="r8f_sa_drawn"></gsa-figure>',
        ),
      },
    ));

  test('that is of no drawing its name is all', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await isReady(figure);
        await button(figure).click();
        await until(async () => /name="results"/.test(await copied(page)), 'the code');
        assert.match(await copied(page), /\n<gsa-figure name="results"><\/gsa-figure>\n$/);
      },
      { url: pageWith('<gsa-figure name="results"></gsa-figure>'), context },
    ));

  test('without a clipboard the code is shown, selected, and gone once there is one', () =>
    visit(
      async (person) => {
        const { page } = person;
        const figure = page.locator('gsa-figure');
        await isReady(figure);
        await button(figure).tap();
        await person.reads(figure.locator('.embed-told'), 'This is the code, to be copied.');
        const box = figure.getByRole('textbox', { name: 'Embed code' });
        const selected = await box.evaluate((e) => {
          const area = /** @type {HTMLTextAreaElement} */ (e);
          const shadow = /** @type {ShadowRoot} */ (area.getRootNode());
          return {
            text: area.value.slice(area.selectionStart, area.selectionEnd),
            whole: area.value,
            hasFocus: shadow.activeElement === area,
          };
        });
        assert.equal(selected.text, selected.whole);
        assert(selected.hasFocus);
        assert.match(selected.whole, /<gsa-figure name="answers" sample="7"><\/gsa-figure>/);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert(wide <= 320, `${wide} pixels wide`);
        const { height } = (await button(figure).boundingBox()) ?? { height: 0 };
        assert(height >= 44, `${height}`);
        // Arrows go through the text, and do not turn the digit.
        await page.keyboard.press('ArrowRight');
        assert.equal(await figure.locator('[part=knob]').getAttribute('aria-valuenow'), '0');
        await page.evaluate(() => {
          const clipboard = { writeText: async () => {} };
          Object.defineProperty(navigator, 'clipboard', { value: clipboard });
        });
        await button(figure).tap();
        await person.reads(figure.locator('.embed-told'), 'The code is copied.');
        assert.equal(await box.count(), 0);
      },
      {
        url: pageWith(
          '<meta name="viewport" content="width=device-width"><gsa-figure name="answers"></gsa-figure>',
        ),
        context: { hasTouch: true, viewport: { width: 320, height: 640 } },
        prepare: (page) =>
          page.addInitScript(() => {
            const refuse = { writeText: () => Promise.reject(new Error('not allowed')) };
            Object.defineProperty(navigator, 'clipboard', { value: refuse, configurable: true });
          }),
      },
    ));
});

describe('of a demonstration', () => {
  test('digit, turn, networks, layer and channel are there again', () =>
    visit(
      async (person) => {
        const { page, demo } = person;
        await person.ready();
        await person.sample(6);
        await person.setAngle(180);
        await demo.evaluate((element) => {
          const demo = /** @type {GsaDemo} */ (element);
          Object.assign(demo, { networks: ['r4_sa', 'z2_sa'], layer: 2, channel: 5 });
        });
        await person.ready();
        await button(demo.locator('.status')).click();
        await person.reads(demo.locator('.status .embed-told'), 'The code is copied.');
        const code = await copied(page);
        assert.equal(
          code,
          `<script type="module" src="${theSite().url}define.js"></script>\n` +
            '<gsa-demo sample="6" angle="180" networks="r4_sa, z2_sa" layer="2" channel="5"></gsa-demo>\n',
        );
        await paste(page, code);
        await person.ready();
        const shown = await demo.evaluate((element) => {
          const { angle, networks, layer, channel } = /** @type {GsaDemo} */ (element);
          return { angle, networks, layer, channel };
        });
        assert.deepEqual(shown, {
          ...{ angle: 180, networks: ['r4_sa', 'z2_sa'] },
          ...{ layer: 2, channel: 5 },
        });
        assert.equal((await person.predict())?.model, 'r4_sa');
      },
      { url: pageWith('<gsa-demo sample="3"></gsa-demo>'), context },
    ));

  test('what one drew is there again, too', () =>
    visit(
      async (person) => {
        const { page, demo } = person;
        await person.ready();
        await person.drawWithMouse(SEVEN);
        const drawn = await person.strokes();
        await button(demo.locator('.status')).click();
        await person.reads(demo.locator('.status .embed-told'), 'The code is copied.');
        await paste(page, await copied(page));
        await person.ready();
        await until(async () => (await person.strokes()).length === 1, 'the stroke');
        const [first] = (await person.strokes())[0];
        assert(Math.hypot(first.x - drawn[0][0].x, first.y - drawn[0][0].y) < 1e-3);
        assert.equal((await person.predict())?.digit, 7);
      },
      { context },
    ));

  test('a damaged place is told, and what can be read is shown', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.reads(
          person.demo.locator('[part=alert] p'),
          'This place is damaged: its drawing could not be read.',
        );
        assert.equal(await person.angle(), 45);
        await person.demo.evaluate((demo) => {
          /** @type {string[]} */ (/** @type {any} */ (window).heard = []);
          demo.addEventListener('error', (event) =>
            /** @type {any} */ (window).heard.push(
              /** @type {CustomEvent} */ (/** @type {Event} */ (event)).detail.code,
            ),
          );
          demo.setAttribute('place', 'x'.repeat(1e6));
        });
        const heard = () => person.page.evaluate(() => /** @type {any} */ (window).heard.join());
        await until(async () => (await heard()) === 'invalid-place', 'the error');
        await person.drawWithMouse(SEVEN);
        assert.equal((await person.predict())?.digit, 7);
      },
      {
        url: pageWith('<gsa-demo place="a=45&amp;s=AAA&amp;inside=pixel-99-99.head-x"></gsa-demo>'),
      },
    ));
});
