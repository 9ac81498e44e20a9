// The element put into another document than the one whose scripts made it: a frame, or a window of its own.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN, SEVEN_STROKES, eventually, pageWith, setUp, until, visit } from './person.js';

/**
 * @import { Locator, Page } from 'playwright-core'
 * @import { GsaDemo } from '../../www/element.js'
 */

setUp();

const DARK = '#111';
const FRAME = `<iframe width="1000" height="1400" srcdoc="<!doctype html><style>body { margin: 0; background: ${DARK} }</style>"></iframe>`;

/** @param {Locator} demo */
function isDark(demo) {
  return demo.evaluate(
    (element) => getComputedStyle(element).getPropertyValue('--gsa-dark').trim() === '1',
  );
}

/** Drags the mouse over places of the pad, in 0..1 of it. @param {Page} page @param {Locator} pad @param {[number, number][]} places */
async function drag(page, pad, places) {
  const box = await pad.boundingBox();
  assert(box, 'the pad is shown');
  for (const [i, [x, y]] of places.entries()) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height, {
      steps: i === 0 ? 1 : 5,
    });
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/** @param {Locator} demo */
function strokesOf(demo) {
  return demo.evaluate((element) => /** @type {GsaDemo} */ (element).strokes);
}

/** Opens a window without an address, and gives its page. @param {Page} page */
async function openWindow(page) {
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate(() => {
      window.opened = open('about:blank', '', 'width=900,height=1000');
    }),
  ]);
  return opened;
}

/** Puts the element into the window that was opened. @param {Page} page @param {string} ground */
async function putThere(page, ground) {
  await page.evaluate((ground) => {
    const { body } = /** @type {Window} */ (window.opened).document;
    body.style.background = ground;
    body.append(/** @type {Element} */ (document.querySelector('gsa-demo')));
  }, ground);
}

describe('in a frame', () => {
  test('it is dressed for the ground there, and drawn on and turned by the pointer', () =>
    visit(
      async (person) => {
        await person.ready();
        assert.equal(await isDark(person.demo), false);
        await person.page.evaluate(() => {
          const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
          frame.contentDocument?.body.append(
            /** @type {Element} */ (document.querySelector('gsa-demo')),
          );
        });
        const demo = person.page.frames()[1].locator('gsa-demo');
        assert.equal(await isDark(demo), true);
        const pad = demo.locator('[part=pad]');
        await pad.scrollIntoViewIfNeeded();
        await drag(person.page, pad, SEVEN);
        const [stroke, ...more] = await strokesOf(demo);
        assert.deepEqual(more, []);
        // The focus has come into the frame with the stroke, which goes on.
        const last = stroke[stroke.length - 1];
        assert(Math.hypot(last.x - 0.45, last.y - 0.8) < 0.02, JSON.stringify(last));
        assert.equal(
          await demo.evaluate(async (element) => {
            return (await /** @type {GsaDemo} */ (element).predict())?.digit;
          }),
          7,
        );
        const body = person.page.frames()[1].locator('body');
        await body.evaluate((element) => (element.style.background = '#fff'));
        await until(async () => !(await isDark(demo)), 'the other ground to be followed');
      },
      {
        url: pageWith(`<style>body { background: #fff }</style><gsa-demo></gsa-demo>${FRAME}`),
        context: { viewport: { width: 1200, height: 1700 } },
      },
    ));
});

describe('in a window of its own', () => {
  test('it is painted though the window that opened it draws no frames, and comes back', () =>
    visit(
      async (person) => {
        await person.ready();
        const other = await openWindow(person.page);
        // As one in the background does.
        await person.page.evaluate(() => {
          const { requestAnimationFrame } = globalThis;
          globalThis.requestAnimationFrame = () => 0;
          Object.assign(globalThis, { again: requestAnimationFrame });
        });
        await putThere(person.page, DARK);
        const demo = other.locator('gsa-demo');
        const pad = demo.locator('[part=pad]');
        await eventually(async () => assert.equal(await isDark(demo), true));
        const blank = (await person.look(pad)).pixels;
        await drag(other, pad, SEVEN);
        assert.equal((await strokesOf(demo)).length, 1);
        await eventually(async () => {
          const { pixels } = await person.look(pad);
          const changed = pixels.filter((value, i) => Math.abs(value - blank[i]) > 60).length;
          assert(changed > 200, `${changed} numbers of the pad's picture are others`);
        });
        await person.page.evaluate(() => {
          globalThis.requestAnimationFrame = /** @type {any} */ (globalThis).again;
          const there = /** @type {Window} */ (window.opened);
          const demo = /** @type {Element} */ (there.document.querySelector('gsa-demo'));
          document.body.append(demo);
          there.close();
        });
        assert.equal(await isDark(person.demo), false);
        assert.equal((await person.predict())?.digit, 7);
        await eventually(async () => assert((await person.look(person.pad)).colours > 2));
      },
      { url: pageWith('<style>body { background: #fff }</style><gsa-demo></gsa-demo>') },
    ));

  test('closed with it in, it answers again where it is put back', () =>
    visit(
      async (person) => {
        await person.ready();
        await openWindow(person.page);
        await person.page.evaluate(() => {
          Object.assign(window, { kept: document.querySelector('gsa-demo') });
        });
        await putThere(person.page, '#fff');
        const digit = await person.page.evaluate(async (strokes) => {
          const demo = /** @type {GsaDemo} */ (/** @type {any} */ (window).kept);
          /** @type {Window} */ (window.opened).close();
          await new Promise((done) => setTimeout(done));
          document.body.append(demo);
          demo.strokes = strokes;
          return (await demo.predict())?.digit;
        }, SEVEN_STROKES);
        assert.equal(digit, 7);
        await eventually(async () => assert((await person.look(person.pad)).colours > 2));
      },
      { url: pageWith('<style>body { background: #fff }</style><gsa-demo></gsa-demo>') },
    ));
});
