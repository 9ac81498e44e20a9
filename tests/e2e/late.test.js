// Figures that are loaded when somebody first looks at one, or asks for it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pageWith, setUp, until, visit } from './person.js';

/** @import { Page } from 'playwright-core' */
/** @import { GsaDemo } from '../../www/element.js' */
/** @import { GsaFigure } from '../../www/figure.js' */

setUp();

/** So far below the screen that nobody is about to look. */
const FAR = '<div style="height: 9000px"></div>';

/** Names of the files of figures that have been asked for, as often as they were. @param {Page} page */
function listen(page) {
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.match(/([\w-]+)-[0-9A-Z]{8}\.js$/)?.[1];
    // What all figures have round them is no figure.
    if (name && !['chunk', 'lone', 'below'].includes(name)) asked.push(name);
  });
  return asked;
}

describe('a figure far below', () => {
  for (const [what, body] of [
    ['alone', '<gsa-figure name="orientation"></gsa-figure>'],
    ['of a demonstration', '<gsa-demo view="compact" figures="orientation" sample="4"></gsa-demo>'],
  ]) {
    test(`${what} is loaded once somebody comes near, and once`, () => {
      /** @type {string[]} */
      let asked = [];
      return visit(
        async ({ page }) => {
          await page.locator('gsa-demo, gsa-figure').first().waitFor({ state: 'attached' });
          const names = await page.evaluate(
            () => /** @type {any} */ (customElements.get('gsa-figure')).names,
          );
          assert(names.includes('orientation'), 'it is known all the same');
          // As long as a figure on the screen takes to be asked for.
          await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
          assert.deepEqual(asked, []);
          await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
          const figure = page.locator('[part=orientation]');
          await until(async () => (await figure.count()) === 1, 'the figure');
          const { borderTopStyle } = await figure.evaluate((e) => ({
            borderTopStyle: getComputedStyle(e).borderTopStyle,
          }));
          assert.equal(borderTopStyle, 'solid', 'its style came with it');
          await until(
            async () => /Longest for/.test(await figure.locator('.said').first().innerText()),
            'what it says',
            60000,
          );
          assert.deepEqual(asked, ['orientation']);
        },
        {
          url: pageWith(FAR + body),
          prepare: async (page) => {
            asked = listen(page);
          },
        },
      );
    });
  }

  test('is not loaded for who hurries past it, and soon for who slows down', () => {
    /** @type {string[]} */
    let asked = [];
    return visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await figure.waitFor({ state: 'attached' });
        /** Three screens a second, until it has gone by or is in the middle of the screen. @param {boolean} isPast */
        const scroll = (isPast) =>
          page.evaluate(async (isPast) => {
            const { top } = document.querySelector('gsa-figure')?.getBoundingClientRect() ?? {};
            const aim = (top ?? 0) + scrollY + (isPast ? 3 : -0.3) * innerHeight;
            const began = await new Promise(requestAnimationFrame);
            for (let now = began, at = 0; at < aim;) {
              now = await new Promise(requestAnimationFrame);
              at = Math.min(aim, ((now - began) * 3 * innerHeight) / 1000);
              scrollTo({ top: at, behavior: 'instant' });
            }
          }, isPast);
        await scroll(true);
        await page.evaluate(() => new Promise((done) => setTimeout(done, 400)));
        assert.deepEqual(asked, []);
        await scroll(false);
        await until(async () => asked.length > 0, 'the figure');
        await until(async () => (await figure.getAttribute('state')) === 'ready', 'what it shows');
        assert.deepEqual(asked, ['cost']);
      },
      {
        url: pageWith(
          '<div style="height: 3000px"></div><gsa-figure name="cost"></gsa-figure><div style="height: 5000px"></div>',
        ),
        prepare: async (page) => {
          asked = listen(page);
        },
      },
    );
  });

  test('is brought by its table and its picture', () => {
    /** @type {string[]} */
    let asked = [];
    return visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        const empty = await figure.evaluate((e) => /** @type {GsaFigure} */ (e).table());
        assert.equal(empty.columns.length, 5);
        assert.deepEqual(asked, ['orientation']);
        const type = await figure.evaluate(
          async (e) => (await /** @type {GsaFigure} */ (e).toBlob()).type,
        );
        assert.equal(type, 'image/png');
        const { rows } = await figure.evaluate((e) => /** @type {GsaFigure} */ (e).table());
        assert(rows.length >= 8, String(rows.length));
      },
      {
        url: pageWith(`${FAR}<gsa-figure name="orientation"></gsa-figure>`),
        prepare: async (page) => {
          asked = listen(page);
        },
      },
    );
  });

  test('says on paper that it is left out, and is there the next time', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await until(async () => (await figure.getAttribute('state')) === 'waiting', 'it');
        const text = () => figure.locator('.root').innerText();
        await page.emulateMedia({ media: 'print' });
        assert.match(await text(), /^Left out: [^]* Print again/);
        assert.doesNotMatch(await text(), /Loading/);
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        await until(
          async () => (await figure.getAttribute('state')) === 'ready',
          'what the next paper has',
          60000,
        );
        assert.equal(await page.evaluate(() => scrollY), 0);
        assert.doesNotMatch(await text(), /Left out|Not computed/);
      },
      { url: pageWith(`${FAR}<gsa-figure name="theorem-3"></gsa-figure>`) },
    ));

  test('is on the picture of its demonstration', () =>
    visit(
      async ({ page, demo }) => {
        const size = await demo.evaluate(async (e) => {
          const element = /** @type {GsaDemo} */ (e);
          const before = (await element.toBlob()).size;
          return { before, there: element.shadowRoot?.querySelectorAll('.late svg').length };
        });
        assert(size.before > 5000);
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        await until(async () => (await demo.locator('[part=orientation]').count()) === 1, 'it');
      },
      {
        url: pageWith(
          `${FAR}<gsa-demo view="compact" figures="orientation" sample="4"></gsa-demo>`,
        ),
      },
    ));
});

describe('a figure that cannot be loaded', () => {
  for (const [what, body, retry] of [
    ['alone', '<gsa-figure name="orientation"></gsa-figure>', '.figure-word .retry'],
    [
      'of a demonstration',
      '<gsa-demo view="compact" figures="orientation" sample="4"></gsa-demo>',
      '.coming button',
    ],
  ]) {
    test(`${what} says so, and comes when it is tried again`, () =>
      visit(
        async ({ page }) => {
          const word = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
          await until(async () => (await word.count()) === 1, 'a word');
          const button = page.locator(retry);
          assert.equal(await button.innerText(), 'Try again');
          await page.unroute(/orientation-/);
          await button.focus();
          await page.keyboard.press('Enter');
          await until(
            async () => (await page.locator('[part=orientation]').count()) === 1,
            'the figure',
          );
          assert.equal(await word.count(), 0);
        },
        {
          url: pageWith(body),
          prepare: (page) => page.route(/orientation-/, (route) => route.abort()),
          expectErrors: /ERR_FAILED/,
        },
      ));
  }

  test('nor what all have round them says so too', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await until(async () => (await figure.getAttribute('state')) === 'failed', 'a word');
        assert.match(await figure.getByRole('alert').innerText(), /could not be loaded/);
        await page.unroute(/lone-/);
        await figure.getByRole('button', { name: 'Try again' }).click();
        await until(async () => (await figure.getAttribute('state')) === 'ready', 'the figure');
      },
      {
        url: pageWith('<gsa-figure name="cost"></gsa-figure>'),
        prepare: (page) => page.route(/lone-/, (route) => route.abort()),
        expectErrors: /ERR_FAILED/,
      },
    ));
});

test('a figure that comes when all is at rest is asked for', () =>
  visit(
    async ({ page, demo }) => {
      await demo.evaluate((e) => /** @type {GsaDemo} */ (e).predict());
      const figure = page.locator('gsa-figure');
      // Its code is held back until nothing moves any more.
      await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
      let isHeld = true;
      await page.unroute(/orientation-/);
      await page.route(/orientation-/, async (route) => {
        await until(() => !isHeld, 'leave');
        await route.continue();
      });
      await figure.evaluate((e) => e.setAttribute('name', 'orientation'));
      await page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
      isHeld = false;
      await until(
        async () => (await figure.getAttribute('state')) === 'ready',
        'the figure',
        60000,
      );
    },
    {
      url: pageWith(
        '<gsa-demo view="compact" figures="answers" sample="4"></gsa-demo><gsa-figure name="answers"></gsa-figure>',
      ),
    },
  ));

test('what stands below the answers is in its place too where it was loaded before', () =>
  visit(
    async ({ page, demo }) => {
      await demo.locator('.card.main .ring').waitFor();
      const places = await page.evaluate(() => {
        const [first] = document.querySelectorAll('gsa-demo');
        first.setAttribute('view', 'compact');
        first.setAttribute('view', 'full');
        const second = document.createElement('gsa-demo');
        document.body.append(second);
        return [first, second].map(({ shadowRoot }) => {
          const below = shadowRoot?.querySelector('.below');
          return {
            display: below && getComputedStyle(below).display,
            inside: shadowRoot?.querySelectorAll('.inside').length,
            waits: shadowRoot?.querySelectorAll('[data-opening], .top > .late').length,
          };
        });
      });
      const place = { display: 'contents', inside: 1, waits: 0 };
      assert.deepEqual(places, [place, place]);
    },
    { url: pageWith('<gsa-demo></gsa-demo>') },
  ));
