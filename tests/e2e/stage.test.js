// What is in sight together: the stage on phones and on wide screens, the dock, and that nothing jumps.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setUp, until, visit } from './person.js';

/** @import { Person } from './person.js' */

setUp();

const PHONE = { viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true };

/** Whether something is on the screen, whole. @param {Person} person @param {string} selector  in the element */
async function isInSight(person, selector) {
  const boxes = await person.demo.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return { top, bottom, left, right };
    }),
  );
  const size = person.page.viewportSize();
  assert(size && boxes.length > 0, selector);
  return boxes.every(
    ({ top, bottom, left, right }) =>
      top >= 0 && left >= 0 && bottom <= size.height && right <= size.width && bottom > top,
  );
}

/** @param {Person} person @param {string} selector */
async function goTo(person, selector) {
  await person.demo
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView());
}

const dockOf = (/** @type {Person} */ person) => person.demo.locator('[part=dock]');

describe('on a phone', () => {
  test('a tap on a sample shows both answers without scrolling', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.button('Sample 7').tap();
        const digits = person.demo.locator('.panel .digit');
        await until(async () => (await digits.allTextContents()).join() === '7,7', 'both answers');
        assert.equal(await person.page.evaluate(() => scrollY), 0);
        for (const part of ['.panel', '.samples button', '[part=dial]'])
          assert(await isInSight(person, part), `${part} is in sight`);
      },
      { context: PHONE },
    ));

  test('a dock takes the place of the dial that is out of sight, and a drag on it turns', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.sample(7);
        await person.predict();
        const dock = dockOf(person);
        assert(!(await dock.isVisible()), 'not while the dial is in sight');
        await goTo(person, '.inside');
        await until(() => dock.isVisible(), 'the dock');
        await until(async () => (await dock.boundingBox())?.y === 664 - 112, 'it at the bottom');
        await until(
          async () => /7\s*✓.*Built to turn.*7\s*✓/s.test((await dock.textContent()) ?? ''),
          'both answers on it',
        );
        const box = await dock.boundingBox();
        assert(box);
        const input = await person.page.context().newCDPSession(person.page);
        const [x, y] = [box.x + 150, box.y + 60];
        /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {number} [way] */
        const touch = (type, way) =>
          input.send('Input.dispatchTouchEvent', {
            type,
            touchPoints: way === undefined ? [] : [{ x: x + way, y, id: 1 }],
          });
        await touch('touchStart', 0);
        for (const way of [20, 50, 90]) await touch('touchMove', way);
        await touch('touchEnd');
        await until(async () => (await person.angle()) === 90, 'a pixel to be a degree');
        await until(
          async () => /^90°/.test((await dock.locator('.turned').textContent()) ?? ''),
          'the angle to be said',
        );
        await person.page.evaluate(() => scrollTo(0, 0));
        await until(async () => !(await dock.isVisible()), 'the dock to go');
      },
      { context: PHONE },
    ));

  test('the dock turns by keys, and leaves the focus to the pad where it goes', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.sample(7);
        await goTo(person, '.inside');
        const dock = dockOf(person);
        await until(() => dock.isVisible(), 'the dock');
        await dock.focus();
        for (const key of ['ArrowRight', 'PageUp', 'Shift+ArrowLeft'])
          await person.page.keyboard.press(key);
        assert.equal(await person.angle(), 94);
        assert.match((await dock.getAttribute('aria-valuetext')) ?? '', /^94° counter-clockwise/);
        await person.page.evaluate(() => scrollTo(0, 0));
        await until(async () => !(await dock.isVisible()), 'the dock to go');
        const focused = await person.demo.evaluate(
          (demo) => demo.shadowRoot?.activeElement?.className,
        );
        assert.match(focused ?? '', /^pad|knob/);
      },
      { context: PHONE },
    ));

  test('the dock does not cover the end of what is read', () =>
    visit(
      async (person) => {
        await person.ready();
        await goTo(person, '.inside');
        await until(() => dockOf(person).isVisible(), 'the dock');
        // Figures on the way are loaded, and make it longer.
        await until(async () => {
          await person.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
          return !(await dockOf(person).isVisible());
        }, 'the dock to go');
      },
      { context: PHONE },
    ));
});

describe('on a wide screen', () => {
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ]) {
    test(`the stage is in sight at ${width} × ${height}, and stays so to the end of what is read`, () =>
      visit(
        async (person) => {
          await person.ready();
          await person.sample(7);
          await person.predict();
          const stage = ['[part=dial]', '.samples button', '.panel'];
          for (const part of stage) assert(await isInSight(person, part), `${part} is in sight`);
          const headings = person.page.locator('article h2');
          assert((await headings.count()) > 2);
          for (const heading of await headings.all()) {
            await heading.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
            // Whether there is a need of a dock is told by a frame.
            await person.frames();
            assert(await isInSight(person, '[part=dial]'), `beside ${await heading.textContent()}`);
            assert(!(await dockOf(person).isVisible()), 'there is no need of a dock');
          }
        },
        { context: { viewport: { width, height } } },
      ));
  }
});

test('the list of networks is on a line with something else at any width', () =>
  visit(async ({ page }) => {
    const middle = async (/** @type {string} */ part) => {
      const box = await page.locator('gsa-demo').locator(`.compare ${part}`).boundingBox();
      return box && box.y + box.height / 2;
    };
    for (const width of [768, 785, 850, 900, 980, 1018, 1022, 1080, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      await until(async () => {
        const list = await middle('.all');
        const others = await Promise.all(['.choose-network.main', '.lesson'].map(middle));
        return list !== null && others.some((other) => Math.abs(Number(other) - list) < 4);
      }, `a line of more than one at ${width}`);
    }
    assert.equal(await page.getByRole('button', { name: /^all \d+ networks$/ }).count(), 1);
  }));

describe('nothing jumps', () => {
  for (const [width, height] of [
    [390, 664],
    [768, 1024],
    [1280, 800],
  ]) {
    test(`from the first paint to the last answer, at ${width} × ${height}`, () =>
      visit(
        async (person) => {
          await person.predict();
          await until(
            async () =>
              /72/.test((await person.panel('main').locator('.count').textContent()) ?? ''),
            'the answers all round',
            60000,
          );
          const shifts = await person.page.evaluate(() => window.said);
          const sum = shifts.reduce((total, value) => total + Number(value), 0);
          assert(sum < 0.01, `${sum}: ${shifts.join(', ')}`);
        },
        {
          opening: true,
          context: { viewport: { width, height }, reducedMotion: 'reduce' },
          prepare: (page) =>
            page.addInitScript(() => {
              Object.assign(window, { said: [] });
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries())
                  window.said.push(/** @type {any} */ (entry).value);
              }).observe({ type: 'layout-shift', buffered: true });
            }),
        },
      ));
  }
});
