// The element where browsers differ in what they tell of its place and its nodes: in another document's tree, and on pages that are
// zoomed or seen from the side.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SEVEN, eventually } from '../e2e/person.js';
import { pageWith, visit } from './visit.js';

/**
 * @import { Browser } from './types.d.ts'
 * @import { Site } from '../e2e/server.js'
 * @import { GsaDemo } from '../../www/element.js'
 * @import { Visitor } from './visit.js'
 */

const SIZE = { width: 1200, height: 1300 };

/**
 * Where the pad's square is, by what is hit there, whatever the browser tells of boxes.
 *
 * @param {Visitor} visitor
 */
function hitOf(visitor) {
  return visitor.ask((demo) => {
    const isHit = (/** @type {number} */ x, /** @type {number} */ y) =>
      Boolean(demo.shadowRoot?.elementFromPoint(x, y)?.closest('.pad, .paper'));
    for (let y = 20; y < innerHeight; y += 40) {
      for (let x = 20; x < innerWidth; x += 40) {
        if (!isHit(x, y)) continue;
        let [left, right, top, bottom] = [x, x, y, y];
        while (isHit(left - 1, y)) left--;
        while (isHit(right + 1, y)) right++;
        while (isHit(x, top - 1)) top--;
        while (isHit(x, bottom + 1)) bottom++;
        return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
      }
    }
    return null;
  });
}

/** @param {Visitor} visitor @param {[number, number]} from @param {[number, number]} to */
async function isDrawn(visitor, from, to) {
  await eventually(async () => {
    const [stroke] = await visitor.strokes();
    assert(stroke, 'a stroke is there');
    const [first, last] = [stroke[0], stroke[stroke.length - 1]];
    for (const [point, [x, y]] of /** @type {const} */ ([
      [first, from],
      [last, to],
    ])) {
      assert(Math.hypot(point.x - x, point.y - y) < 0.02, JSON.stringify(point));
    }
  });
}

/** @param {() => { browser: Browser, site: Site }} here */
export function standing(here) {
  test('on a zoomed page the pad is drawn on where one points', () => {
    const { browser, site } = here();
    const page = '<div style="zoom: 1.3; width: 600px; margin: 60px"><gsa-demo></gsa-demo></div>';
    return visit(
      browser,
      pageWith(site, page),
      async (visitor) => {
        await visitor.ready();
        const box = await hitOf(visitor);
        assert(box, 'the pad is on the screen');
        assert(Math.abs(box.width - box.height) < 4, JSON.stringify(box));
        const at = (/** @type {[number, number]} */ [x, y]) =>
          /** @type {[number, number]} */ ([box.x + x * box.width, box.y + y * box.height]);
        await visitor.drag([at([0.3, 0.25]), at([0.7, 0.25]), at([0.5, 0.8])]);
        await isDrawn(visitor, [0.3, 0.25], [0.5, 0.8]);
      },
      SIZE,
    );
  });

  test('seen from the side, too', () => {
    const { browser, site } = here();
    const page =
      '<div style="transform: perspective(900px) rotateY(35deg); width: 600px; margin: 120px"><gsa-demo></gsa-demo></div>';
    return visit(
      browser,
      pageWith(site, page),
      async (visitor) => {
        await visitor.ready();
        const at = (/** @type {[number, number]} */ place) =>
          visitor.ask((demo, [x, y]) => {
            const mark = document.createElement('b');
            mark.style.cssText = `position: absolute; width: 2px; height: 2px; margin: -1px; left: ${100 * x}%; top: ${100 * y}%`;
            demo.shadowRoot?.querySelector('.paper')?.append(mark);
            const { left, right, top, bottom } = mark.getBoundingClientRect();
            mark.remove();
            return /** @type {[number, number]} */ ([(left + right) / 2, (top + bottom) / 2]);
          }, place);
        await visitor.drag([await at([0.3, 0.25]), await at([0.7, 0.25]), await at([0.5, 0.8])]);
        await isDrawn(visitor, [0.3, 0.25], [0.5, 0.8]);
      },
      SIZE,
    );
  });

  test('put into a frame it is dressed for it, drawn on, answered and saved', () => {
    const { browser, site } = here();
    const frame =
      '<iframe width="900" height="1200" style="border: 0" srcdoc="<!doctype html><style>body { margin: 0; background: #111 }</style>"></iframe>';
    return visit(
      browser,
      pageWith(site, `<gsa-demo></gsa-demo>${frame}`),
      async (visitor) => {
        await visitor.ready();
        const [x, y, width] = await visitor.ask(async (demo) => {
          const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
          Object.assign(window, { demo });
          frame.contentDocument?.body.append(demo);
          frame.scrollIntoView();
          const pad = /** @type {Element} */ (demo.shadowRoot?.querySelector('.pad'));
          const [outer, inner] = [frame, pad].map((each) => each.getBoundingClientRect());
          return [outer.x + inner.x, outer.y + inner.y, inner.width];
        });
        await visitor.drag(SEVEN.map(([px, py]) => [x + px * width, y + py * width]));
        const seen = await browser.evaluate(async () => {
          const demo = /** @type {GsaDemo} */ (/** @type {any} */ (window).demo);
          const end = Date.now() + 5000;
          const count = () => demo.strokes[0]?.length ?? 0;
          while (count() < 4 && Date.now() < end) await new Promise((done) => setTimeout(done, 40));
          return {
            dark: getComputedStyle(demo).getPropertyValue('--gsa-dark').trim(),
            points: count(),
            digit: (await demo.predict())?.digit,
            type: (await demo.toBlob()).type,
          };
        });
        assert(seen.points > 3, `${seen.points} points of the stroke`);
        assert.deepEqual([seen.dark, seen.digit, seen.type], ['1', 7, 'image/png']);
      },
      SIZE,
    );
  });
}
