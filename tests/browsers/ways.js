// A person's way through page and element, in a browser that is not Chromium. What is the same everywhere, tests/e2e looks at; here
// is what browsers do each in its own manner: pointers and keys, canvases, workers, WebAssembly, layout, paper.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { CLEAR, SEVEN, eventually, until } from '../e2e/person.js';
import { CLOSED, PACKAGE, PREFIX, serve } from '../e2e/server.js';
import { standing } from './standing.js';
import { Visitor, pageWith, plain, reported, visit } from './visit.js';

/**
 * @import { Browser } from './types.d.ts'
 * @import { Site } from '../e2e/server.js'
 * @import { GsaDemo } from '../../www/element.js'
 * @import { GsaFigure } from '../../www/figure.js'
 */

/** Of the page's demonstration: it stands blank, without its opening. */
const BLANK = `<script>(${openBlank})()</script>`;

const FRESH = `<script>(${keepNothing})()</script>`;

/** Such keys have numbers of their own in WebDriver. */
const [RIGHT, PAGE_UP, ESCAPE] = ['\uE014', '\uE00E', '\uE00C'];

/** What the page shows at first; the others are drawn by the same means. */
const FIGURES = ['polar', 'maps', 'errors', 'orientation', 'answers'];

/** How far probabilities may lie apart at quarter turns: rounding, in another order of summation. */
const ROUNDING = 1e-4;

/** What the server gives is what is tested; the service worker has a test of its own. */
function keepNothing() {
  if (navigator.serviceWorker) navigator.serviceWorker.register = () => new Promise(() => {});
}

function openBlank() {
  const observer = new MutationObserver(() => {
    const demo = document.querySelector('gsa-demo');
    if (!demo) return;
    for (const name of ['sample', 'intro']) demo.removeAttribute(name);
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/**
 * The way, in one browser.
 *
 * @param {string} name
 * @param {() => Promise<Browser>} start
 * @param {string | false} missing  why it can't be started
 */
export function ways(name, start, missing) {
  if (missing && process.env.REQUIRE_BROWSERS === '1') throw new Error(`${name}: ${missing}`);
  describe(name, { skip: missing }, () => {
    /** @type {Browser} */
    let browser;
    /** @type {Site} */
    let site;
    /** @type {string} */
    let page;

    before(async () => {
      site = await serve();
      browser = await start();
      page = await readFile(join(PACKAGE, 'index.html'), 'utf8');
      site.pages.set(PREFIX, { body: reported(page, FRESH + BLANK) });
      console.log(`# ${browser.name} ${browser.version}`);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test('draws with a mouse, and is answered', () =>
      visit(browser, site.url, async (visitor) => {
        await visitor.draw(SEVEN);
        const [main, other] = await visitor.predictions();
        assert.deepEqual([main.digit, other.digit], [7, 7]);
        await visitor.reads('.panel.main .digit', /^7$/);
        await eventually(async () =>
          assert(Math.max(...(await visitor.colours('[part=pad]'))) > 10, 'the stroke is seen'),
        );
      }));

    test('turns with the knob, on the ring and with keys', () =>
      visit(browser, site.url, async (visitor) => {
        await visitor.click('[aria-label="Sample 7"]');
        await visitor.predictions();
        const pad = await visitor.box('[part=pad]');
        const knob = await visitor.box('[part=knob]');
        const middle = { x: pad.x + pad.width / 2, y: pad.y + pad.height / 2 };
        const radius = middle.y - (knob.y + knob.height / 2);
        const on = (/** @type {number} */ degrees) => {
          const angle = (degrees * Math.PI) / 180;
          return /** @type {[number, number]} */ ([
            middle.x - radius * Math.sin(angle),
            middle.y - radius * Math.cos(angle),
          ]);
        };
        await visitor.drag([0, 20, 45, 70, 91.5].map(on));
        await eventually(async () =>
          assert.equal(await visitor.angle(), 90, 'it holds on to the quarter turn'),
        );
        await visitor.drag([on(180)]);
        await until(async () => (await visitor.angle()) === 180, 'the press on the ring to turn');
        await visitor.ask((demo) => {
          /** @type {HTMLElement} */ (demo.shadowRoot?.querySelector('[part=knob]')).focus();
        });
        await visitor.press(RIGHT);
        await until(
          async () => Math.abs((await visitor.angle()) - 180) === 5,
          'an arrow to turn by 5°',
        );
        const angle = await visitor.angle();
        await visitor.press(PAGE_UP);
        await until(async () => (await visitor.angle()) === (angle + 90) % 360, '90° more');
        assert.equal((await visitor.predictions())[0].digit, 7);
      }));

    standing(() => ({ browser, site }));

    test('answers the same at quarter turns, where turning is built in', () =>
      visit(browser, site.url, answersStay));

    test('notices answers that do not stay', async () => {
      const worker = await readFile(join(PACKAGE, 'worker.js'), 'utf8');
      const headers = { 'content-type': 'text/javascript' };
      site.pages.set(`${PREFIX}worker.js`, { body: `(${spoil})();\n${worker}`, headers });
      try {
        await visit(browser, site.url, (visitor) => assert.rejects(answersStay(visitor), /at 90°/));
      } finally {
        site.pages.delete(`${PREFIX}worker.js`);
      }
    });

    test('paints its maps, and fits the width of a phone', () =>
      visit(
        browser,
        site.url,
        async (visitor) => {
          await visitor.click('[aria-label="Sample 3"]');
          await visitor.setAngle(90);
          await visitor.reads('.card.main .verdict', /only rounding/);
          await visitor.reads('.card.other .number', /\d/);
          for (const canvas of ['[part=pad]', '.card.main .ring', '.card.other .ring']) {
            await eventually(async () => {
              const [colours] = await visitor.colours(canvas);
              assert(colours > 20, `${canvas}: ${colours} colours`);
            });
          }
          await eventually(async () => {
            const [nothing, difference] = await visitor.colours('canvas.difference');
            assert(difference > nothing, 'what is left over of one network alone');
          });
          const { least, widest, inside } = await browser.evaluate(() => ({
            least: Math.min(
              ...[...document.body.children].map((e) => e.getBoundingClientRect().left),
            ),
            widest: document.documentElement.scrollWidth,
            inside: document.documentElement.clientWidth,
          }));
          assert(least >= 0);
          assert(widest <= inside, `${widest} in ${inside} pixels`);
        },
        { width: 390, height: 664 },
      ));

    test('three networks have room for their names on a phone', () =>
      visit(
        browser,
        site.url,
        async (visitor) => {
          await visitor.ask((demo) => {
            demo.networks = [...demo.networks, 'r4_sa'];
          });
          const room = await visitor.ask(async (demo) => {
            await demo.ready;
            const names = demo.shadowRoot?.querySelectorAll('.choose-network span') ?? [];
            return [...names].map((name) => [
              name.textContent,
              name.scrollWidth - name.clientWidth,
            ]);
          });
          assert.equal(room.length, 3);
          for (const [name, lacking] of room) assert.equal(lacking, 0, `${name} is cut off`);
          const widths = await visitor.ask((demo) =>
            [...(demo.shadowRoot?.querySelectorAll('.choose-network b') ?? [])].map(
              (name) => name.getBoundingClientRect().width,
            ),
          );
          assert(Math.max(...widths) <= 1, `only the short names are seen: ${widths}`);
        },
        { width: 390, height: 664 },
      ));

    test('groups of buttons are as wide as what is in them', () =>
      visit(browser, site.url, async (visitor) => {
        await visitor.ready();
        const rows = await visitor.ask((demo) =>
          [...(demo.shadowRoot?.querySelectorAll('.lesson') ?? [])].map((group) => {
            const [title, bar] = [...group.children].map((e) => e.getBoundingClientRect());
            return bar.top < title.bottom && bar.left > title.right;
          }),
        );
        assert(rows.length > 0 && !rows.includes(false), 'title and buttons stand in one line');
      }));

    test('a link brings drawing and angle back, and a picture can be saved', async () => {
      let link = '';
      /** @type {GsaDemo['strokes']} */
      let drawn = [];
      await visit(browser, site.url, async (visitor) => {
        await visitor.draw(SEVEN);
        await visitor.setAngle(90);
        drawn = await visitor.strokes();
        // What the clipboard allows is each browser's own affair.
        link = await browser.evaluate(async () => {
          document.getElementById('share')?.click();
          const end = Date.now() + 5000;
          while (!location.hash && Date.now() < end)
            await new Promise((done) => setTimeout(done, 50));
          return location.href;
        });
        const { type, width } = await visitor.ask(async (demo) => {
          const blob = await demo.toBlob();
          const image = await createImageBitmap(blob);
          return { type: blob.type, width: image.width };
        });
        assert.equal(type, 'image/png');
        assert(width > 300);
      });
      assert.match(link, /#a=90&s=/);
      await visit(browser, link, async (visitor) => {
        await visitor.ready();
        assert.equal(await visitor.angle(), 90);
        const strokes = await visitor.strokes();
        assert.equal(strokes.length, 1);
        for (const end of [0, -1]) {
          const [p, q] = [strokes, drawn].map(([stroke]) => stroke.at(end));
          assert(p && q && Math.hypot(p.x - q.x, p.y - q.y) < 1e-3, `${end}`);
        }
        assert.equal((await visitor.predictions())[0].digit, 7);
      });
    });

    test('opens by itself with a digit that turns once', async () => {
      site.pages.set(`${PREFIX}opening.html`, { body: reported(page, FRESH) });
      await visit(browser, `${site.url}opening.html`, async (visitor) => {
        await until(async () => (await visitor.angle()) > 100, 'it to turn', 60000);
        await until(async () => (await visitor.angle()) === 90, 'it to rest', 60000);
        const [main, other] = await visitor.predictions();
        assert.equal(main.digit, 3);
        assert.notEqual(other.digit, 3);
      });
    });

    test('figures are ready, in a page of somebody else', () => {
      const figures = FIGURES.map((name) => `<gsa-figure name="${name}"></gsa-figure>`).join('');
      const url = pageWith(
        site,
        `<gsa-demo view="compact" sample="7" angle="90"></gsa-demo>${figures}`,
      );
      return visit(browser, url, async (visitor) => {
        await visitor.ready();
        const count = await browser.evaluate(() => document.querySelectorAll('gsa-figure').length);
        assert.equal(count, FIGURES.length);
        for (let i = 0; i < count; i++) {
          const look = (/** @type {number} */ i) => {
            const figure = /** @type {GsaFigure} */ (document.querySelectorAll('gsa-figure')[i]);
            figure.scrollIntoView({ block: 'center', behavior: 'instant' });
            return `${figure.name} ${figure.state}`;
          };
          let said = '';
          await until(
            async () => (said = await browser.evaluate(look, i)).endsWith('ready'),
            `figure ${i}`,
            120000,
          ).catch(() => assert.fail(said));
          const { type, size, rows } = await browser.evaluate(async (i) => {
            const figure = /** @type {GsaFigure} */ (document.querySelectorAll('gsa-figure')[i]);
            const { type, size } = await figure.toBlob();
            return { type, size, rows: (await figure.table()).rows.length };
          }, i);
          assert.equal(type, 'image/png', said);
          assert(size > 3000 && rows > 0, `${said}: ${size} bytes, ${rows} rows`);
        }
      });
    });

    test('every hand draws, in a narrow column of a page of somebody else', () => {
      const column =
        '<p>Before</p><div style="width: 320px"><gsa-demo></gsa-demo></div><p>After</p>';
      return visit(
        browser,
        pageWith(site, column),
        async (visitor) => {
          for (const hand of browser.hands) {
            await visitor.draw(SEVEN, hand);
            await eventually(async () => {
              const strokes = await visitor.strokes();
              assert.equal(strokes.length, 1, `${hand}: ${JSON.stringify(strokes)}`);
              assert(strokes[0].length > 1, `${hand}: ${JSON.stringify(strokes)}`);
            });
            assert.equal((await visitor.predictions())[0].digit, 7, hand);
            await visitor.ask((demo) => demo.clear());
          }
          const { widest, inside } = await visitor.ask((demo) => ({
            widest: demo.scrollWidth,
            inside: demo.clientWidth,
          }));
          assert(inside > 0 && widest <= inside, `${widest} in ${inside} pixels`);
        },
        { width: 390, height: 664 },
      );
    });

    test('another network is picked from the list', () =>
      visit(browser, site.url, async (visitor) => {
        await visitor.draw(SEVEN);
        await visitor.ready();
        await visitor.click('.compare .all');
        await until(
          () => visitor.ask((demo) => !!demo.shadowRoot?.querySelector('dialog[open] .pick')),
          'the list',
        );
        await visitor.press(ESCAPE);
        await until(
          () => visitor.ask((demo) => !demo.shadowRoot?.querySelector('dialog[open]')),
          'the list to close',
        );
        await visitor.click('.choose-network.other');
        await visitor.click('.pick[data-name="r4_sa"]');
        await until(
          async () => (await visitor.predictions())[1]?.model === 'r4_sa',
          'the other network',
          60000,
        );
        const [main, other] = await visitor.predictions();
        assert.deepEqual([main.digit, other.digit, other.model], [7, 7, 'r4_sa']);
      }));

    test('on paper it is dark ink on white, with bars and maps', () => {
      const url = pageWith(site, '<gsa-demo theme="dark" sample="3" angle="90"></gsa-demo>');
      return visit(browser, url, async (visitor) => {
        await visitor.reads('.card.main .verdict', /only rounding/);
        await browser.layOutForPaper();
        const { hidden, shown, ink, ground } = await visitor.ask((demo) => {
          const shadow = /** @type {ShadowRoot} */ (demo.shadowRoot);
          const all = (/** @type {string} */ s) => [...shadow.querySelectorAll(s)];
          const style = (/** @type {string} */ s) => getComputedStyle(all(s)[0]);
          const isShown = (/** @type {Element} */ e) => e.getClientRects().length > 0;
          return {
            hidden: all('.tools, .samples, .compare, .trial').map(isShown),
            shown: all('.panel .bar, .maps canvas.ring, [part=pad]').map(isShown),
            ink: style('.panel .count').color,
            ground: style('.root').backgroundColor,
          };
        });
        assert(hidden.length >= 3 && !hidden.includes(true), 'nothing to press');
        assert(shown.length >= 9 && !shown.includes(false), 'all that was found');
        assert.match(ground, /rgba\(0, 0, 0, 0\)|transparent/);
        const light = Math.max(...(ink.match(/[\d.]+/g) ?? ['255']).slice(0, 3).map(Number));
        assert(light < 130, `the ink is ${ink}`);
        const [pad] = await visitor.colours('[part=pad]');
        assert(pad > 5, 'the drawing is there');
      });
    });

    test('as one plain script, from a server and from a disk', async () => {
      const body = (/** @type {string} */ address) =>
        `<gsa-demo></gsa-demo><script src="${address}"></script>`;
      const answers = async (/** @type {Visitor} */ visitor) => {
        await visitor.draw(SEVEN);
        assert.equal((await visitor.predictions())[0].digit, 7);
        assert.match(await visitor.text('.badge-more'), /in a worker/);
      };
      await visit(browser, pageWith(site, body(`${CLOSED}standalone.js`), ''), answers);
      const folder = await mkdtemp(join(tmpdir(), 'gsa-disk-'));
      try {
        const file = join(folder, 'page.html');
        const script = pathToFileURL(join(PACKAGE, 'standalone.js')).href;
        await writeFile(file, plain(body(script)));
        await visit(browser, pathToFileURL(file).href, answers);
      } finally {
        await rm(folder, { recursive: true });
      }
    });

    test('without a server after the first visit', async () => {
      const first = await serve();
      try {
        await browser.open(first.url);
        await browser.evaluate(async () => {
          await navigator.serviceWorker.ready;
          const end = Date.now() + 30000;
          while (!navigator.serviceWorker.controller && Date.now() < end) {
            await new Promise((done) => setTimeout(done, 100));
          }
        });
      } finally {
        await first.close();
      }
      const visitor = new Visitor(browser);
      await browser.open(first.url);
      await visitor.draw(SEVEN);
      assert.equal((await visitor.predictions())[0].digit, 7);
    });

    test('notices what goes wrong on a page', async () => {
      const faults = {
        'console.error': 'console.error("spoilt")',
        uncaught: 'setTimeout(() => { throw new Error("spoilt"); })',
        rejected: 'Promise.reject(new Error("spoilt"))',
      };
      for (const fault of Object.values(faults)) {
        const url = pageWith(site, `<script>${fault}</script>`, '');
        const look = visit(browser, url, async () => {
          await new Promise((done) => setTimeout(done, 100));
        });
        await assert.rejects(look, /spoilt/, fault);
      }
    });
  });
}

/** The built-in network's probabilities are the same at quarter turns; those of the other one are not. @param {Visitor} visitor */
async function answersStay(visitor) {
  let largest = 0;
  for (const digit of CLEAR.slice(2, 6)) {
    await visitor.click(`[aria-label="Sample ${digit}"]`);
    await visitor.setAngle(0);
    const [upright, ordinary] = await visitor.predictions();
    assert.equal(upright.digit, digit);
    assert.equal(upright.probabilities.length, 10);
    for (const angle of [90, 180, 270]) {
      await visitor.setAngle(angle);
      const [main, other] = await visitor.predictions();
      for (const [i, p] of upright.probabilities.entries()) {
        const q = main.probabilities[i];
        // Written so that NaN is noticed.
        assert(Math.abs(p - q) < ROUNDING, `P(${i}) of ${digit} at ${angle}°: ${q}, upright ${p}`);
        largest = Math.max(largest, Math.abs(other.probabilities[i] - ordinary.probabilities[i]));
      }
    }
  }
  assert(largest > 0.1, `the ordinary network's largest change is ${largest}`);
}

/** Has a worker tell each answer a little different from the one before. */
function spoil() {
  const tell = self.postMessage.bind(self);
  let count = 0;
  const change = (/** @type {any} */ value) => {
    if (!value || typeof value !== 'object') return;
    if (value.probabilities) {
      const by = (++count % 97) / 200;
      value.probabilities = Array.from(value.probabilities, (p) => p * (1 - by) + by / 10);
    }
    if (!ArrayBuffer.isView(value)) Object.values(value).forEach(change);
  };
  self.postMessage = (/** @type {any} */ message, /** @type {any} */ ...rest) => {
    change(message);
    tell(message, ...rest);
  };
}
