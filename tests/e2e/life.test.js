// The life of the element among frameworks, frames and odd pages: it is moved, adopted, hidden, forbidden things, and goes on.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PREFIX } from './server.js';
import { SEVEN_STROKES, pageWith, setUp, until, visit } from './person.js';

/** @import { Page } from 'playwright-core' */
/** @import { GsaDemo } from '../../www/element.js' */

setUp();

/** How often model files were fetched. @param {Page} page */
function countFetches(page) {
  const asked = { models: 0 };
  page.on('request', (request) => {
    if (request.url().endsWith('.safetensors')) asked.models++;
  });
  return asked;
}

describe('what frameworks do', () => {
  test('undefined and null for any property restore its default, without an alert', () =>
    visit(
      async (person) => {
        await person.ready();
        const found = await person.demo.evaluate(async (element, given) => {
          const demo = /** @type {any} */ (element);
          let errors = 0;
          demo.addEventListener('error', () => errors++);
          const properties = ['networks', 'model', 'compare', 'angle', 'engine', 'strokes'];
          const all = [...properties, 'view', 'figures'];
          const read = () => JSON.stringify(all.map((name) => demo[name]));
          const before = read();
          const results = [];
          for (const nothing of [undefined, null]) {
            Object.assign(demo, {
              ...{ networks: ['r4_sa'], model: 'z2_sa', compare: 'none', angle: 30, engine: 'cpu' },
              ...{ strokes: given, view: 'compact', figures: ['polar'] },
            });
            const changed = read() !== before;
            for (const name of all) demo[name] = nothing;
            results.push({ changed, restored: read() === before });
          }
          await new Promise((done) => setTimeout(done, 50));
          const alert = demo.shadowRoot.querySelector('[part=alert]');
          return { results, errors, isTold: !alert.hidden, angle: demo.getAttribute('angle') };
        }, SEVEN_STROKES);
        assert.deepEqual(found.results, new Array(2).fill({ changed: true, restored: true }));
        assert.equal(found.errors, 0);
        assert.equal(found.isTold, false);
        assert.equal(found.angle, '0');
      },
      { url: pageWith('<gsa-demo></gsa-demo>') },
    ));

  for (const [how, move] of /** @type {const} */ ([
    ['put before another', 'insert'],
    ['appended twice', 'append'],
    ['taken out and put back at once', 'remove'],
    ['moved whole', 'moveBefore'],
  ])) {
    test(`${how}, what was promised is kept and nothing is loaded again`, () => {
      let asked = { models: 0 };
      return visit(
        async (person) => {
          await person.ready();
          const loaded = asked.models;
          assert(loaded > 0);
          const told = await person.demo.evaluate(async (element, [given, move]) => {
            const demo = /** @type {GsaDemo} */ (element);
            const list = /** @type {any} */ (demo.parentElement);
            demo.strokes = /** @type {any} */ (given);
            const pad = demo.shadowRoot?.querySelector('.pad');
            const answer = demo.predict();
            const ready = demo.ready;
            // It is asked, and cannot be answered yet.
            await null;
            if (move === 'insert') list.insertBefore(demo, list.firstChild);
            else if (move === 'moveBefore') list.moveBefore(demo, list.firstChild);
            else {
              demo.remove();
              list.append(demo);
              if (move === 'append') list.append(demo);
            }
            await ready;
            const digit = (await answer)?.digit;
            return { digit, isSame: pad === demo.shadowRoot?.querySelector('.pad') };
          }, /** @type {const} */ ([SEVEN_STROKES, move]));
          assert.deepEqual(told, { digit: 7, isSame: true });
          assert.equal(asked.models, loaded);
          await person.setAngle(90);
          assert.equal((await person.predict())?.digit !== undefined, true);
        },
        {
          url: pageWith('<div><p>One</p><p>Two</p><gsa-demo></gsa-demo></div>'),
          prepare: async (page) => void (asked = countFetches(page)),
        },
      );
    });
  }

  test('moved on to another ground it is dressed for it', () =>
    visit(
      async (person) => {
        await person.ready();
        const dark = () =>
          person.demo.evaluate((demo) =>
            getComputedStyle(demo).getPropertyValue('--gsa-dark').trim(),
          );
        assert.equal(await dark(), '0');
        await person.page.evaluate(() =>
          document
            .querySelector('.dark')
            ?.append(/** @type {Element} */ (document.querySelector('gsa-demo'))),
        );
        assert.equal(await dark(), '1');
        await person.page.evaluate(() => document.querySelector('.dark')?.classList.remove('dark'));
        await until(async () => (await dark()) === '0', 'the new ground to be followed');
      },
      {
        url: pageWith(
          '<style>body { background: #fff } .dark { background: #111 }</style><gsa-demo></gsa-demo><div class="dark"></div>',
        ),
      },
    ));

  test('adopted into a frame it keeps its styles and goes on', () =>
    visit(
      async (person) => {
        await person.ready();
        const found = await person.page.evaluate(async (given) => {
          const demo = /** @type {GsaDemo} */ (document.querySelector('gsa-demo'));
          demo.strokes = given;
          const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
          const inside = /** @type {Document} */ (frame.contentDocument);
          const look = () => {
            const knob = /** @type {Element} */ (demo.shadowRoot?.querySelector('.knob'));
            const style = getComputedStyle(knob);
            return [
              style.position,
              style.width,
              getComputedStyle(demo).getPropertyValue('--gsa-ink'),
            ];
          };
          const before = look();
          const answer = demo.predict();
          inside.body.append(inside.adoptNode(demo));
          const after = look();
          const digit = (await answer)?.digit;
          demo.angle = 90;
          await demo.predict();
          const styled = demo.shadowRoot?.querySelector('style') === null;
          return {
            before,
            after,
            digit,
            styled,
            angle: demo.shadowRoot?.querySelector('.angle')?.textContent,
          };
        }, SEVEN_STROKES);
        assert.deepEqual(found.after, found.before);
        assert.equal(found.before[0], 'absolute');
        assert.equal(found.digit, 7);
        assert.equal(found.angle, '90°');
        assert.equal(found.styled, true, 'by sheets of that document');
      },
      { url: pageWith('<gsa-demo></gsa-demo><iframe width="800" height="900"></iframe>') },
    ));
});

describe('what a platform lacks or forbids', () => {
  test('without ResizeObserver, IntersectionObserver and matchMedia it works', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.sample(7);
        assert.equal((await person.predict())?.digit, 7);
        const pad = person.demo.locator('canvas.pad');
        await until(async () => (await person.look(pad)).colours > 4, 'the drawing to be painted');
        await person.setAngle(90);
        const blob = await person.demo.evaluate(
          async (demo) => (await /** @type {GsaDemo} */ (demo).toBlob()).size,
        );
        assert(blob > 5000);
      },
      {
        url: pageWith('<gsa-demo></gsa-demo>'),
        prepare: (page) =>
          page.addInitScript(() => {
            for (const name of ['ResizeObserver', 'IntersectionObserver', 'matchMedia']) {
              delete (/** @type {any} */ (window)[name]);
            }
          }),
      },
    ));

  const csp = "require-trusted-types-for 'script'";
  test('where Trusted Types are required and its own are allowed, it works, in a worker', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.sample(7);
        assert.equal((await person.predict())?.digit, 7);
        await person.demo.locator('.badge summary').click();
        assert.match(await person.demo.locator('.badge').innerText(), /in a worker/);
      },
      {
        url: pageWith('<gsa-demo></gsa-demo>', {
          'content-security-policy': `${csp}; trusted-types gsa-net gsa-net-worker`,
        }),
      },
    ));

  test('where they are not allowed, it says what is missing', () =>
    visit(
      async (person) => {
        await until(
          async () =>
            /trusted-types gsa-net gsa-net-worker/.test(
              (await person.demo.locator('.root').textContent()) ?? '',
            ),
          'the element to say so',
        );
      },
      {
        url: pageWith('<gsa-demo></gsa-demo>', {
          'content-security-policy': `${csp}; trusted-types nothing`,
        }),
        expectErrors: /Trusted|policy/i,
      },
    ));
});

describe('where nobody looks', () => {
  test('far below it loads nothing, until it comes near', () => {
    let asked = { models: 0 };
    return visit(
      async (person) => {
        await person.page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
        assert.equal(asked.models, 0);
        assert.deepEqual(
          await person.demo.evaluate((demo) => /** @type {GsaDemo} */ (demo).prediction),
          null,
        );
        await person.demo.scrollIntoViewIfNeeded();
        await person.reads(person.panel('main').locator('.digit'), '7');
        assert.equal(asked.models, 2);
      },
      {
        url: pageWith('<div style="height: 9000px"></div><gsa-demo sample="7"></gsa-demo>'),
        prepare: async (page) => void (asked = countFetches(page)),
      },
    );
  });

  for (const [where, body] of [
    ['hidden', '<div hidden><gsa-demo sample="7"></gsa-demo></div>'],
    ['far below', '<div style="height: 9000px"></div><gsa-demo sample="7"></gsa-demo>'],
  ]) {
    test(`${where}, it answers who asks, and nothing but that`, () =>
      visit(
        async (person) => {
          const found = await person.demo.evaluate(async (element) => {
            const demo = /** @type {GsaDemo} */ (element);
            let events = 0;
            demo.addEventListener('predict', () => events++);
            const digit = (await demo.predict())?.digit;
            // The network beside it may be answered a little later.
            await new Promise((done) => setTimeout(done, 500));
            const before = events;
            for (const angle of [10, 20, 30]) {
              demo.angle = angle;
              await new Promise((done) => setTimeout(done, 100));
            }
            return { digit, more: events - before, angle: (await demo.predict()) && demo.angle };
          });
          assert.deepEqual(found, { digit: 7, more: 0, angle: 30 });
        },
        { url: pageWith(body) },
      ));
  }

  test('scrolled away it stops to spin', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.demo.locator('.spin').click();
        await until(async () => (await person.angle()) > 2, 'the drawing to turn');
        await person.page.evaluate(() => scrollTo(0, 8000));
        await until(
          () => person.demo.locator('.spin').evaluate((button) => !button.hasAttribute('data-on')),
          'it to stop',
        );
        const angle = await person.angle();
        await person.page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
        assert.equal(await person.angle(), angle);
      },
      { url: pageWith('<gsa-demo sample="7"></gsa-demo><div style="height: 9000px"></div>') },
    ));

  test('in a page in the background toBlob() draws all, without a frame', () =>
    visit(
      async (person) => {
        const colours = await person.demo.evaluate(async (element) => {
          const blob = await /** @type {GsaDemo} */ (element).toBlob();
          const image = await createImageBitmap(blob);
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
            canvas.getContext('2d', { willReadFrequently: true })
          );
          context.drawImage(image, 0, 0);
          /** Different colours in a band of the picture. @param {number} from @param {number} to */
          const count = (from, to) => {
            const top = Math.round(from * image.height);
            const height = Math.round((to - from) * image.height);
            const { data } = context.getImageData(0, top, image.width, height);
            return new Set(new Uint32Array(data.buffer)).size;
          };
          return { top: count(0, 0.3), middle: count(0.35, 0.75) };
        });
        assert(colours.top > 100, `emblem and answers: ${colours.top}`);
        assert(colours.middle > 100, `maps: ${colours.middle}`);
      },
      {
        url: pageWith('<gsa-demo sample="7" angle="30"></gsa-demo>'),
        prepare: (page) =>
          page.addInitScript(() => {
            Object.defineProperty(document, 'hidden', { get: () => true });
            Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
            window.requestAnimationFrame = () => 0;
            for (const name of ['ResizeObserver', 'IntersectionObserver']) {
              const silent = class {
                observe() {}
                disconnect() {}
              };
              Object.assign(window, { [name]: silent });
            }
          }),
      },
    ));
});

describe('on odd pages', () => {
  for (const [ground, dark] of [
    ['linear-gradient(#102, #135)', '1'],
    ['linear-gradient(#fff, #eef)', '0'],
    ['radial-gradient(circle, rgb(20 20 40 / 90%), black)', '1'],
    ['url("data:image/gif;base64,R0lGODlhAQABAAAAACw="); color: #eee', '1'],
  ]) {
    test(`on ${ground.slice(0, 40)} it can be read`, () =>
      visit(
        async (person) => {
          const found = await person.demo.evaluate((demo) =>
            getComputedStyle(demo).getPropertyValue('--gsa-dark').trim(),
          );
          assert.equal(found, dark);
        },
        { url: pageWith(`<style>body { background: ${ground} }</style><gsa-demo></gsa-demo>`) },
      ));
  }

  test('where a rem is 10 pixels, no text is smaller than 12', () =>
    visit(
      async (person) => {
        await person.ready();
        const small = await person.demo.evaluate((demo) => {
          const found = [];
          for (const element of demo.shadowRoot?.querySelectorAll('.root *') ?? []) {
            const says = [...element.childNodes].some(
              (node) => node instanceof Text && node.data.trim() !== '',
            );
            const size = parseFloat(getComputedStyle(element).fontSize);
            if (says && !(element instanceof SVGElement) && size < 12) {
              found.push(`${element.className}: ${size}`);
            }
          }
          return found;
        });
        assert.deepEqual(small, []);
      },
      { url: pageWith('<style>html { font-size: 10px }</style><gsa-demo sample="7"></gsa-demo>') },
    ));

  test('on a page from right to left its English stays in order', () =>
    visit(
      async (person) => {
        await person.ready();
        const root = person.demo.locator('.root');
        assert.equal(await root.evaluate((e) => getComputedStyle(e).direction), 'ltr');
        assert.equal(await root.getAttribute('lang'), 'en');
      },
      { url: pageWith('<html dir="rtl"><gsa-demo sample="7"></gsa-demo>') },
    ));

  test('in a column of 320 pixels nothing is wider', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.reads(person.panel('main').locator('.digit'), '7');
        const { wide, page } = await person.demo.evaluate((demo) => {
          const right = demo.getBoundingClientRect().right + 0.5;
          const all = [...(demo.shadowRoot?.querySelectorAll('.root *') ?? [])];
          const wide = all.filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width > 0 && !(element instanceof SVGElement) && box.right > right;
          });
          return {
            wide: wide.map((element) => element.className),
            page: document.documentElement.scrollWidth,
          };
        });
        assert.deepEqual(wide, []);
        assert(page <= 320, `the page is ${page} wide`);
      },
      {
        url: pageWith(
          '<style>body { margin: 0 }</style><gsa-demo sample="7" angle="90" view="compact"></gsa-demo>',
        ),
        context: { viewport: { width: 320, height: 640 } },
      },
    ));
});

test('the package names the figure as a module of its own, the same as the element has', () =>
  visit(
    async (person) => {
      const isSame = await person.page.evaluate(async (base) => {
        const { GsaFigure } = await import(`${base}figure.js`);
        return GsaFigure === customElements.get('gsa-figure');
      }, PREFIX);
      assert.equal(isSame, true);
    },
    { url: pageWith('') },
  ));
