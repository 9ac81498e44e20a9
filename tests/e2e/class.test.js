// The page for a class, on paper, and by its links.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axeFindsNothing } from './axe.js';
import { SEVEN, setUp, until, visit } from './person.js';

/** @import { GsaDemo } from '../../www/element.js' */
/** @import { Locator, Page } from 'playwright-core' */

setUp();

/** Whether all of the page is on the screen. @param {Page} page */
const fits = (page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
  });

/** The lesson that is shown. @param {Page} page */
const lesson = (page) => page.locator('.lesson-place').textContent();

/** Which slide the address names. @param {Page} page */
const section = (page) => new URL(page.url()).searchParams.get('section');

/** The figure of the slide, once it shows what it should. @param {Page} page @param {string} name */
async function figure(page, name) {
  const shown = page.locator(`gsa-figure[name="${name}"][data-current]`);
  await until(async () => (await shown.getAttribute('state')) === 'ready', name, 60000);
  return shown;
}

/** What begins a class, when the page has come. @param {Page} page */
async function began(page) {
  await until(async () => !!(await lesson(page)), 'a class');
}

/**
 * Where a figure is, beside what is there for it, and the smallest letters that can be seen of it, as they are on the screen.
 *
 * @param {Locator} shown
 */
function measure(shown) {
  return shown.evaluate((figure) => {
    const place = /** @type {Element} */ (figure.closest('.prose'));
    const { height, width } = figure.getBoundingClientRect();
    const root = /** @type {ShadowRoot} */ (figure.shadowRoot);
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let count = 0;
    let least = { size: Infinity, text: '' };
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      if (!element?.checkVisibility({ visibilityProperty: true }) || !text.textContent?.trim())
        continue;
      range.selectNodeContents(text);
      if (range.getBoundingClientRect().width < 2) continue;
      const zoom =
        element instanceof SVGGraphicsElement
          ? element.getBoundingClientRect().width / element.getBBox().width
          : element.currentCSSZoom;
      const size = parseFloat(getComputedStyle(element).fontSize) * zoom;
      count++;
      if (!(size >= least.size)) least = { size, text: text.textContent };
    }
    const isWhole = place.scrollHeight <= place.clientHeight;
    return { count, least, isWhole, share: height / place.clientHeight, width };
  });
}

/** What has the focus, in whatever it stands. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.matches('.guess button') ? 'guess' : (at?.tagName ?? '');
  });

describe('for a class', () => {
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ]) {
    test(`every slide is on one screen of ${width} × ${height}, its figure with it, in letters that can be read`, () =>
      visit(
        async (person) => {
          const { page } = person;
          await person.ready();
          await page.getByRole('button', { name: 'For a class' }).click();
          await began(page);
          await page.keyboard.press('4');
          await until(async () => (await person.strokes()).length > 0, 'the digit');
          await person.predict();
          const count = await page.locator('.lessons section').count();
          const story = await page.locator('.prose gsa-figure').count();
          assert(story > 10 && count > story + 4, `${count} slides`);
          let seen = 0;
          for (let i = 1; i <= count; i++) {
            const at = await lesson(page);
            assert.match(at ?? '', new RegExp(`^${i} of ${count} · .+`));
            assert.equal(await page.locator('.lessons h1:visible').count(), 1);
            if ((await page.locator('gsa-figure[data-current]').count()) > 0) {
              const shown = await figure(page, (await section(page)) ?? '');
              const { least, isWhole, share, count } = await measure(shown);
              assert(count > 0, `${at}: what is read`);
              assert(isWhole && share <= 1, `${at}: all of the figure is seen`);
              assert(share > 0.6, `${at}: the figure fills ${share} of its place`);
              assert(
                least.size >= (16 * height) / 720 - 0.1,
                `${at}: “${least.text}” has ${least.size} px`,
              );
              seen++;
            }
            assert(await fits(page), `${at} fits`);
            await page.keyboard.press('PageDown');
          }
          assert.equal(seen, story, 'all figures of the story');
          assert.match((await lesson(page)) ?? '', new RegExp(`^${count} of`), 'and stops there');
          await page.keyboard.press('PageUp');
          assert.match((await lesson(page)) ?? '', new RegExp(`^${count - 1} of`));
        },
        { context: { viewport: { width, height } } },
      ));
  }

  test('keys alone lead through the story, and guess before one sees', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await page.locator('#class').focus();
        await page.keyboard.press('Enter');
        await began(page);
        await page.keyboard.press('4');
        const guessed = [];
        for (const key of ['PageDown', 'ArrowDown', 'Space']) {
          const before = await lesson(page);
          await page.keyboard.press(key);
          assert.notEqual(await lesson(page), before, key);
        }
        while (!/^(\d+) of \1 /.test((await lesson(page)) ?? '')) {
          const name = (await section(page)) ?? '';
          if (/^theorem/.test(name)) {
            const shown = await figure(page, name);
            for (let i = 0; i < 60 && (await focused(page)) !== 'guess'; i++)
              await page.keyboard.press('Tab');
            await page.keyboard.press('Enter');
            await until(
              async () => /^(No|Right)/.test(await shown.locator('.told').innerText()),
              'whether it is right',
            );
            await until(
              async () => (await measure(shown)).isWhole,
              `${name}: all of the figure to be seen still`,
            );
            guessed.push(name);
          }
          await page.keyboard.press('Space');
        }
        assert.deepEqual(guessed, ['theorem-1', 'theorem-2', 'theorem-3', 'theorem-4']);
        await page.keyboard.press('Home');
        assert.match((await lesson(page)) ?? '', /^1 of/);
        await page.keyboard.press('End');
        assert.match((await lesson(page)) ?? '', /^(\d+) of \1 /);
        await page.keyboard.press('Escape');
        assert(await page.locator('article h2').first().isVisible(), 'the page is back');
        for (const name of ['large', 'theme', 'style'])
          assert.equal(await page.locator(`gsa-figure[${name}]:not([${name}=""])`).count(), 0);
      },
      { context: { viewport: { width: 1280, height: 720 } } },
    ));

  test('arrows are a control’s own where it has the focus, and a remote goes on all the same', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await page.keyboard.press('4');
        const shown = await figure(page, 'theorem-1');
        const slider = shown.locator('.alpha input');
        await slider.focus();
        const before = await slider.inputValue();
        await page.keyboard.press('ArrowRight');
        assert.notEqual(await slider.inputValue(), before);
        assert.equal(await section(page), 'theorem-1');
        assert.equal(await person.angle(), 0);
        await page.keyboard.press('PageDown');
        assert.equal(await section(page), 'theorem-2');
        await figure(page, 'theorem-2');
        await page.keyboard.press('ArrowRight');
        assert.equal(await person.angle(), 15, 'elsewhere they turn');
      },
      {
        query: '?view=class&section=theorem-1',
        context: { viewport: { width: 1280, height: 720 } },
      },
    ));

  test('a pointer finds what it points at, however large the figure is', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await page.keyboard.press('4');
        const chart = await figure(page, 'by-angle');
        const lines = await chart
          .locator('.axes .mark, .plot .mark')
          .evaluateAll((marks) =>
            marks.map((mark) => mark.getBoundingClientRect()).map(({ x, y }) => ({ x, y })),
          );
        assert.equal(lines.length, 5);
        await page.mouse.click(lines[3].x, lines[3].y - 40);
        assert.equal(await person.angle(), 270);
        for (let i = 0; i < 30 && (await section(page)) !== 'attention'; i++)
          await page.keyboard.press('PageUp');
        const clock = await figure(page, 'attention');
        const aim = clock.locator('.aim').first();
        const box = await aim.boundingBox();
        assert(box);
        // In the middle of the pixel in row 21 and column 8.
        await page.mouse.click(box.x + (7.5 / 28) * box.width, box.y + (20.5 / 28) * box.height);
        await until(
          async () => /row 21, column 8 /.test((await aim.getAttribute('aria-label')) ?? ''),
          'the pixel',
        );
      },
      {
        query: '?view=class&section=by-angle',
        context: { viewport: { width: 1280, height: 720 } },
      },
    ));

  test('touch alone leads through the story', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await page.locator('#class').tap();
        await began(page);
        await person.drawWithTouch(SEVEN);
        const right = async () => {
          await page.touchscreen.tap(1270, 360);
          await person.frames();
        };
        for (let i = 0; i < 40 && (await section(page)) !== 'theorem-3'; i++) await right();
        const shown = await figure(page, 'theorem-3');
        const guess = shown.locator('.guess button').first();
        const box = await guess.boundingBox();
        assert(box && box.height >= 44, 'it can be hit');
        await guess.tap();
        await until(
          async () => /^Right/.test(await shown.locator('.told').innerText()),
          'whether it is right',
        );
        await page.touchscreen.tap(10, 360);
        await until(async () => (await section(page)) === 'theorem-2', 'the slide before');
        for (let i = 0; i < 40 && !/^(\d+) of \1 /.test((await lesson(page)) ?? ''); i++)
          await right();
        assert.equal(await section(page), 'meaning');
        await page.locator('.lesson-keys').getByRole('button', { name: 'leave' }).tap();
        assert(await page.locator('article h2').first().isVisible(), 'the page is back');
      },
      { context: { viewport: { width: 1280, height: 720 }, hasTouch: true } },
    ));

  test('axe finds nothing in its slides', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await page.keyboard.press('4');
        for (const name of ['attention', 'theorem-1', 'results']) {
          await page.evaluate((to) => (location.hash = `a=0&section=${to}`), name);
          await until(async () => (await section(page)) === name, name);
          await figure(page, name);
          await axeFindsNothing(page);
        }
      },
      { query: '?view=class', context: { viewport: { width: 1280, height: 720 } } },
    ));

  test('a link goes to its slide, with digit and angle; one that is damaged begins somewhere', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await began(page);
        assert.equal(await section(page), 'lifting');
        assert.equal(await person.angle(), 90);
        await page.reload();
        await person.ready();
        await began(page);
        assert.equal(await section(page), 'lifting');
        for (const wrong of ['-7', 'constructor', '1e9', '%00', 'x'.repeat(5000)]) {
          await page.goto(page.url().replace(/\?.*/, `?view=class&section=${wrong}`));
          await began(page);
          await until(() => fits(page), `a slide for ${wrong.slice(0, 20)}`);
          assert.equal(await section(page), wrong === '1e9' ? 'meaning' : '1');
        }
      },
      {
        query: '?view=class#a=90&section=lifting',
        context: { viewport: { width: 1280, height: 720 } },
      },
    ));

  test('keys turn, take digits, change the networks, hide themselves and leave', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await began(page);
        assert.match((await lesson(page)) ?? '', /^2 of/, 'as the address says');
        await page.keyboard.press('4');
        for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'ArrowLeft'])
          await page.keyboard.press(key);
        assert.equal(await person.angle(), 105);
        const [main] = await person.predictions();
        assert.equal(main.digit, 4);
        const trial = () => person.demo.evaluate((demo) => /** @type {GsaDemo} */ (demo).trial);
        await page.keyboard.press('b');
        await page.keyboard.press('r');
        const { weights, positions } = await trial();
        assert.deepEqual([weights, positions], ['random', 'still']);
        for (const key of ['b', 'r']) await page.keyboard.press(key);
        assert.equal((await trial()).weights, 'trained');
        const keys = page.locator('.lesson-keys');
        await page.keyboard.press('h');
        assert(!(await keys.isVisible()));
        await page.keyboard.press('h');
        await keys.getByRole('button', { name: 'next' }).click();
        assert.match((await lesson(page)) ?? '', /^3 of/);
        assert.match(page.url(), /view=class&section=3/);
        await page.keyboard.press('Escape');
        assert(await page.locator('article h2').first().isVisible(), 'the page is back');
        assert.doesNotMatch(page.url(), /view|section/);
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'class');
      },
      { query: '?view=class&section=2' },
    ));
});

describe('on paper', () => {
  test('ink is dark, the emblem and both answers are on the first page, and nothing is to be pressed', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await person.sample(7);
        await person.predict();
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        await page.setViewportSize({ width: 680, height: 1010 });
        const ink = await person.demo
          .locator('.count')
          .first()
          .evaluate((element) => getComputedStyle(element).color);
        assert.equal(ink, 'rgb(91, 96, 107)', 'as on a light page');
        for (const part of ['[part=dial]', '.panel']) {
          for (const element of await person.demo.locator(part).all()) {
            const box = await element.boundingBox();
            assert(box && box.y + box.height <= 1010 && box.x + box.width <= 680, part);
          }
        }
        // What is there of figures is part of their pictures, or says how they are sorted.
        const pressed = 'button:visible:not(.cells *, .window, .options *, thead *)';
        assert.equal(await page.locator(pressed).count(), 0);
        const adjust = await person.demo
          .locator('.bars .bar')
          .first()
          .evaluate((bar) => getComputedStyle(bar).printColorAdjust);
        assert.equal(adjust, 'exact');
        const { colours } = await person.look(person.pad);
        assert(colours > 1);
        const pdf = await page.pdf({ format: 'A4' });
        assert(pdf.length > 20000, `${pdf.length} bytes`);
        await page.emulateMedia({ media: 'screen' });
        await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      },
      { context: { colorScheme: 'dark' } },
    ));
});

describe('a link', () => {
  test('brings back digit, angle, networks, layer, channel and trial', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.demo.evaluate((element) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.networks = ['r4_sa', 'z2_sa'];
        });
        await person.ready();
        await person.drawWithMouse(SEVEN);
        await person.setAngle(45);
        await person.demo.evaluate((element) => {
          const demo = /** @type {GsaDemo} */ (element);
          Object.assign(demo, { layer: 2, channel: 3 });
          demo.trial = { ...demo.trial, index: 'published' };
        });
        await page.getByRole('button', { name: 'Copy link' }).click();
        await until(() => /#a=45&s=/.test(page.url()), 'the link');
        const link = page.url();
        assert(link.length <= 2048);
        await page.goto('about:blank');
        await page.goto(link);
        await person.ready();
        const shown = await person.demo.evaluate((element) => {
          const { angle, networks, layer, channel, trial } = /** @type {GsaDemo} */ (element);
          return { angle, networks, layer, channel, index: trial.index };
        });
        assert.deepEqual(shown, {
          angle: 45,
          networks: ['r4_sa', 'z2_sa'],
          layer: 2,
          channel: 3,
          index: 'published',
        });
      },
      { context: { permissions: ['clipboard-read', 'clipboard-write'] } },
    ));

  test('that is damaged opens the page with a word about it, and with what could be read', () =>
    visit(async (person) => {
      await person.page.evaluate(() => (location.hash = 'a=90&s=AAA&l=x&n=r4_sa,z2_sa'));
      const told = person.page.locator('#told');
      await person.reads(told, 'This link is damaged: its drawing and layer could not be read.');
      assert(await told.isVisible());
      assert.equal(await person.angle(), 90);
      const networks = await person.demo.evaluate((demo) => /** @type {GsaDemo} */ (demo).networks);
      assert.deepEqual(networks, ['r4_sa', 'z2_sa']);
    }));

  test('asks no other host, whatever networks it names', () =>
    visit(async (person) => {
      await person.page.evaluate(
        () => (location.hash = 'a=0&n=https://elsewhere.example/x.safetensors'),
      );
      await person.reads(person.page.locator('#told'), /its networks could not be read/);
      await person.sample(7);
      assert.equal((await person.predict())?.digit, 7);
    }));
});
