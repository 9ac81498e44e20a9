// Figures alone, and the parts of the element that are shown.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NAMES } from '../../www/views/figures.js';
import { Person, SEVEN_STROKES, eventually, pageWith, setUp, until, visit } from './person.js';

/** @import { Locator } from 'playwright-core' */
/** @import { GsaDemo } from '../../www/element.js' */
/** @import { GsaFigure } from '../../www/figure.js' */

setUp();

/** @param {Locator} figure @param {string} state @param {number} [timeout] */
async function is(figure, state, timeout = 120000) {
  // Attribute and property at once: a figure may be told that there is more to ask.
  const now = () =>
    figure.evaluate((element) => [
      element.getAttribute('state'),
      /** @type {GsaFigure} */ (element).state,
    ]);
  await until(async () => (await now()).every((is) => is === state), `to be ${state}`, timeout);
}

/** What it says of itself. @param {Locator} figure */
const word = (figure) => figure.locator('.figure-word').innerText();

/** @param {Locator} figure */
const tableOf = (figure) => figure.evaluate((e) => /** @type {GsaFigure} */ (e).table());

/** A PNG's size and how many colours it has. @param {Locator} figure */
function pictureOf(figure) {
  return figure.evaluate(async (element) => {
    const blob = await /** @type {GsaFigure} */ (element).toBlob();
    const image = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Set(new Uint32Array(data.buffer)).size;
    return { type: blob.type, width: image.width, colours };
  });
}

describe('a figure of a demonstration', () => {
  test('shows its numbers, as a picture, as a table, and as files', () =>
    visit(
      async ({ page, demo }) => {
        const figures = page.locator('gsa-figure');
        assert.deepEqual(
          await page.evaluate(() => /** @type {any} */ (customElements.get('gsa-figure')).names),
          NAMES,
        );
        for (const [i, least] of [72, 2, 2, 9, 10].entries()) {
          const figure = figures.nth(i);
          await figure.scrollIntoViewIfNeeded();
          await is(figure, 'ready');
          const { columns, rows } = await tableOf(figure);
          assert(rows.length >= least, `${columns}: ${rows.length} rows`);
          assert(rows.every((row) => row.length === columns.length));
          const picture = await pictureOf(figure);
          assert.equal(picture.type, 'image/png');
          assert(picture.width > 600 && picture.colours > 20, JSON.stringify(picture));
        }
        const [polar, maps, , , answers] = [0, 1, 2, 3, 4].map((i) => figures.nth(i));
        const said = await demo.evaluate((e) => /** @type {GsaDemo} */ (e).predictions);
        const { rows } = await tableOf(answers);
        for (const [digit, ...p] of rows) {
          for (const [i, value] of p.entries()) {
            assert(Math.abs(Number(value) - said[i].probabilities[Number(digit)]) < 1e-5);
          }
        }
        const all = await tableOf(polar);
        assert.deepEqual(all.rows[18].slice(0, 2), [90, said[0].digit]);

        // The table that one reads is the one that a program gets.
        await polar.locator('summary').click();
        // It is written when the browser tells that it is open.
        await eventually(async () => assert.equal(await polar.locator('tbody tr').count(), 72));
        assert.equal(await polar.locator('th[scope=row]').nth(18).textContent(), '90');
        assert.equal(await polar.locator('th[scope=col]').count(), all.columns.length);

        const svg = await polar.evaluate((e) => /** @type {GsaFigure} */ (e).toSVG());
        const shapes = await page.evaluate((text) => {
          const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
          const styled = [...parsed.querySelectorAll('path')].filter((p) =>
            p.hasAttribute('stroke'),
          );
          return {
            root: parsed.documentElement.localName,
            paths: parsed.querySelectorAll('path').length,
            styled: styled.length,
            open: /var\(|class=|<script|href/.test(text),
          };
        }, svg);
        assert.equal(shapes.root, 'svg');
        assert(shapes.paths > 8);
        assert.equal(shapes.styled, shapes.paths);
        assert.equal(shapes.open, false, 'it needs nothing from outside');
        await assert.rejects(
          maps.evaluate((e) => /** @type {GsaFigure} */ (e).toSVG()),
          /no drawing of vectors/,
        );
        const download = page.waitForEvent('download');
        await polar.getByRole('button', { name: 'Save as SVG' }).click();
        assert.equal((await download).suggestedFilename(), 'answers-all-round.svg');
      },
      {
        url: pageWith(
          ['polar', 'maps', 'errors', 'orientation', 'answers']
            .map((name) => `<gsa-figure name="${name}" for="it"></gsa-figure>`)
            .join('') + '<gsa-demo id="it" view="compact" sample="7" angle="90"></gsa-demo>',
        ),
      },
    ));

  test('is there before its demonstration, follows it out and in, and another when told', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await is(figure, 'waiting');
        assert.match(await word(figure), /Waiting for the demonstration “one”/);
        await page.evaluate(() => {
          for (const [id, sample] of [
            ['one', '7'],
            ['two', '1'],
          ]) {
            const demo = document.createElement('gsa-demo');
            Object.assign(demo, { id });
            demo.setAttribute('sample', sample);
            demo.setAttribute('view', 'compact');
            document.body.append(demo);
          }
        });
        await is(figure, 'ready');
        const digit = () => figure.locator('.panel.main .digit').textContent();
        assert.equal(await digit(), '7');
        await figure.evaluate((e) => e.setAttribute('for', 'two'));
        await until(async () => (await digit()) === '1', 'the other demonstration');
        await page.evaluate(() => {
          const two = /** @type {Element} */ (document.querySelector('#two'));
          two.remove();
          setTimeout(() => document.body.append(two), 200);
        });
        await is(figure, 'waiting');
        await is(figure, 'ready');
        assert.equal(await digit(), '1');
        await figure.evaluate((e) => e.removeAttribute('for'));
        await until(async () => (await digit()) === '7', 'the first of the page');
      },
      { url: pageWith('<gsa-figure name="answers" for="one"></gsa-figure>') },
    ));

  test('several of one, and what one turns all of them show', () =>
    visit(
      async ({ page, demo }) => {
        const figures = page.locator('gsa-figure');
        await is(figures.nth(0), 'ready');
        const face = figures.nth(0).getByRole('slider');
        const box = await face.boundingBox();
        assert(box);
        // A click on the left: a quarter turn.
        await page.mouse.click(box.x + 0.12 * box.width, box.y + box.height / 2);
        const angle = () => demo.evaluate((e) => /** @type {GsaDemo} */ (e).angle);
        assert.equal(await angle(), 90);
        const second = figures.nth(1).getByRole('slider');
        await until(async () => (await second.getAttribute('aria-valuenow')) === '90', 'both');
        // Dragged on, by the hand's end, to the bottom.
        const [left, middle] = [box.x + (0.5 - 0.457) * box.width, box.y + box.height / 2];
        await page.mouse.move(left, middle);
        await page.mouse.down();
        await page.mouse.move(left + 20, middle + 100, { steps: 5 });
        await page.mouse.move(box.x + box.width / 2, box.y + 0.96 * box.height, { steps: 8 });
        await page.mouse.up();
        assert.equal(await angle(), 180);
        await page.keyboard.press('ArrowRight');
        assert.equal(await angle(), 185);
        await page.keyboard.press('Home');
        assert.equal(await angle(), 0);
        await page.keyboard.press('PageUp');
        await until(
          async () =>
            /^90° counter-clockwise; Built to turn reads \d, .*%; Ordinary reads \d/.test(
              (await face.getAttribute('aria-valuetext')) ?? '',
            ),
          'the answers there to be told',
        );
      },
      {
        url: pageWith(
          '<gsa-figure name="polar"></gsa-figure><gsa-figure name="polar"></gsa-figure><gsa-demo view="compact" sample="7"></gsa-demo>',
        ),
      },
    ));

  test('a finger taps it to turn, and drags its hand', () =>
    visit(
      async ({ page, demo }) => {
        const figure = page.locator('gsa-figure');
        await is(figure, 'ready');
        const box = await figure.getByRole('slider').boundingBox();
        assert(box);
        const angle = () => demo.evaluate((e) => /** @type {GsaDemo} */ (e).angle);
        await page.touchscreen.tap(box.x + 0.85 * box.width, box.y + box.height / 2);
        await until(async () => (await angle()) === 270, 'a tap to turn');
        const input = await page.context().newCDPSession(page);
        const [x, y] = [box.x + 0.957 * box.width, box.y + box.height / 2];
        for (const [type, touch] of /** @type {const} */ ([
          ['touchStart', [x, y]],
          ['touchMove', [x - 10, y - 60]],
          ['touchMove', [box.x + 0.8 * box.width, box.y + 0.12 * box.height]],
          ['touchMove', [box.x + 0.5 * box.width, box.y + 0.04 * box.height]],
          ['touchEnd', []],
        ])) {
          const touchPoints = touch.length > 0 ? [{ x: touch[0], y: touch[1] ?? 0, id: 1 }] : [];
          await input.send('Input.dispatchTouchEvent', {
            type,
            touchPoints: /** @type {any} */ (touchPoints),
          });
        }
        await until(async () => (await angle()) === 0, 'the hand to be dragged');
      },
      {
        url: pageWith(
          '<meta name="viewport" content="width=device-width"><gsa-figure name="polar"></gsa-figure><gsa-demo view="compact" sample="7"></gsa-demo>',
        ),
        context: { hasTouch: true, viewport: { width: 390, height: 664 } },
      },
    ));

  test('far below it asks for nothing; near, it wakes a demonstration that is far away', () => {
    /** @type {string[]} */
    const asked = [];
    return visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
        assert.deepEqual(asked, []);
        assert.equal(await figure.getAttribute('state'), 'waiting');
        await figure.scrollIntoViewIfNeeded();
        await is(figure, 'ready');
        assert(asked.length > 0);
      },
      {
        url: pageWith(
          '<div style="height: 9000px"></div><gsa-figure name="answers"></gsa-figure><div style="height: 9000px"></div><gsa-demo sample="7"></gsa-demo>',
        ),
        prepare: async (page) =>
          void page.on('request', (request) => {
            if (request.url().endsWith('.safetensors')) asked.push(request.url());
          }),
      },
    );
  });

  test('follows its own ground', () =>
    visit(
      async ({ page }) => {
        const dark = (/** @type {number} */ i) =>
          page
            .locator('gsa-figure')
            .nth(i)
            .evaluate((e) => getComputedStyle(e).getPropertyValue('--gsa-dark').trim());
        assert.deepEqual([await dark(0), await dark(1), await dark(2)], ['0', '1', '1']);
      },
      {
        url: pageWith(
          '<gsa-figure name="answers"></gsa-figure><div style="background: #111"><gsa-figure name="answers"></gsa-figure></div><gsa-figure name="answers" theme="dark"></gsa-figure><gsa-demo></gsa-demo>',
        ),
      },
    ));

  test('an unknown one says which there are, and says so to its page', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await is(figure, 'failed');
        assert.match(
          await word(figure),
          /There is no figure “pie”; there are polar, maps, errors, orientation, answers, [\w, -]+\./,
        );
        const heard = await figure.evaluate(async (element) => {
          const figure = /** @type {GsaFigure} */ (element);
          const heard = new Promise((resolve) =>
            figure.addEventListener('error', (event) =>
              resolve(/** @type {CustomEvent} */ (/** @type {Event} */ (event)).detail.code),
            ),
          );
          const refused = await figure.toBlob().catch((error) => error.message);
          figure.name = 'cake';
          const code = await heard;
          figure.name = 'answers';
          return { code, refused, state: figure.state };
        });
        assert.equal(heard.code, 'invalid-figure');
        assert.match(heard.refused, /There is no figure/);
        assert.equal(heard.state, 'waiting');
      },
      { url: pageWith('<gsa-figure name="pie"></gsa-figure><gsa-demo></gsa-demo>') },
    ));

  test('whose engine has stopped keeps the last answers, pale, and offers to try again', () =>
    visit(
      async ({ page, demo }) => {
        const figure = page.locator('gsa-figure');
        await is(figure, 'ready');
        let isCut = true;
        await page.route('**/*', (route) => (isCut ? route.abort() : route.continue()));
        // Crash after crash, until it gives up.
        await until(
          async () => {
            for (const worker of page.workers()) {
              await worker
                .evaluate(
                  () =>
                    void setTimeout(() => {
                      throw new Error('gone');
                    }),
                )
                .catch(() => {});
            }
            await demo.evaluate((e) => {
              const demo = /** @type {GsaDemo} */ (e);
              demo.angle = (demo.angle + 15) % 360;
            });
            await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
            return (await figure.getAttribute('state')) === 'failed';
          },
          'it to fail',
          60000,
        );
        const panel = figure.locator('.panel.main');
        assert.match((await panel.innerText()) ?? '', /that was at \d+°/);
        assert.equal(await panel.evaluate((e) => e.hasAttribute('data-old')), true);
        isCut = false;
        await figure.getByRole('button', { name: 'Try again' }).click();
        await is(figure, 'ready');
        assert.equal(await panel.evaluate((e) => e.hasAttribute('data-old')), false);
      },
      {
        url: pageWith(
          '<gsa-figure name="answers"></gsa-figure><gsa-demo view="compact" sample="7"></gsa-demo>',
        ),
        expectErrors: /gone|ERR_FAILED|Failed to/,
      },
    ));
});

describe('a figure without a demonstration', () => {
  for (const name of ['polar', 'answers', 'maps', 'errors', 'orientation']) {
    test(`${name} brings a pad of its own, and fits a column of 320 pixels`, () =>
      visit(
        async ({ page }) => {
          const figure = page.locator('gsa-figure');
          await is(figure, 'ready');
          const person = new Person(page);
          person.demo = figure;
          person.pad = figure.locator('[part=pad]');
          const { columns, rows } = await tableOf(figure);
          assert(rows.length > 0, columns.join());
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert(wide <= 320, `${wide} pixels wide`);
          // One's own drawing takes the place of the one that was there.
          await person.drawWithMouse([
            [0.5, 0.2],
            [0.5, 0.5],
            [0.5, 0.8],
          ]);
          if (name === 'answers') await person.reads(figure.locator('.panel.main .digit'), '1');
          await is(figure, 'ready');
          const small = await figure.evaluate((e) =>
            [...(e.shadowRoot?.querySelectorAll('button, summary, select') ?? [])]
              .map((control) => control.getBoundingClientRect())
              .filter(({ width, height }) => width > 0 && Math.min(width, height) < 33.5)
              .map(({ width, height }) => `${width}×${height}`),
          );
          assert.deepEqual(small, []);
        },
        {
          url: pageWith(
            `<style>body { margin: 0 16px }</style><gsa-figure name="${name}"></gsa-figure>`,
          ),
          context: { viewport: { width: 320, height: 640 } },
        },
      ));
  }

  test('gives way to a demonstration that comes later', () =>
    visit(
      async ({ page }) => {
        const figure = page.locator('gsa-figure');
        await is(figure, 'ready');
        assert.equal(await figure.locator('.pad').count(), 1);
        await page.evaluate((strokes) => {
          const demo = /** @type {GsaDemo} */ (document.createElement('gsa-demo'));
          document.body.append(demo);
          demo.strokes = strokes;
        }, SEVEN_STROKES);
        await until(async () => (await figure.locator('.pad').count()) === 0, 'its pad to go');
        await is(figure, 'ready');
      },
      { url: pageWith('<gsa-figure name="answers"></gsa-figure>') },
    ));
});

describe('what the element shows', () => {
  /** @param {Person} person */
  const shown = async ({ demo }) => {
    const parts = [
      'pad',
      'knob',
      'polar',
      'answer',
      'maps',
      'errors',
      'orientation',
      'samples',
      'seen',
      'badge',
    ];
    const counts = await Promise.all(parts.map((part) => demo.locator(`[part=${part}]`).count()));
    return parts.filter((_, i) => counts[i] > 0);
  };

  for (const [attributes, parts] of [
    [
      '',
      [
        'pad',
        'knob',
        'polar',
        'answer',
        'maps',
        'errors',
        'orientation',
        'samples',
        'seen',
        'badge',
      ],
    ],
    ['view="compact"', ['pad', 'knob', 'polar', 'answer']],
    ['view="compact" figures="maps"', ['pad', 'knob', 'maps']],
    ['figures="answers errors"', ['pad', 'knob', 'answer', 'errors', 'samples', 'seen', 'badge']],
  ]) {
    test(`with ${attributes || 'nothing said'}`, () =>
      visit(
        async (person) => {
          await person.ready();
          assert.deepEqual(await shown(person), parts);
        },
        { url: pageWith(`<gsa-demo sample="7" ${attributes}></gsa-demo>`) },
      ));
  }

  test('what there is not is told, and the rest is shown', () =>
    visit(
      async (person) => {
        await person.ready();
        assert.deepEqual(await shown(person), [
          'pad',
          'knob',
          'answer',
          'samples',
          'seen',
          'badge',
        ]);
        assert.match(
          await person.demo.locator('[part=alert]').innerText(),
          /“pie” is no figure; there are polar, maps, errors, orientation, answers, [\w, -]+\./,
        );
        const heard = await person.demo.evaluate((element) => {
          /** @type {string[]} */
          const heard = [];
          element.addEventListener('error', (event) =>
            heard.push(/** @type {CustomEvent} */ (/** @type {Event} */ (event)).detail.code),
          );
          element.setAttribute('view', 'huge');
          element.setAttribute('figures', `polar ${'x'.repeat(1e6)}`);
          return heard;
        });
        assert.deepEqual(heard, ['invalid-view', 'invalid-figure']);
        assert((await shown(person)).includes('polar'));
        await person.demo.evaluate((element) => {
          const demo = /** @type {GsaDemo} */ (element);
          demo.removeAttribute('view');
          demo.figures = ['answers'];
        });
        assert.equal(await person.demo.getAttribute('figures'), 'answers');
        assert.equal((await person.predict())?.digit, 7, 'and it goes on working');
      },
      { url: pageWith('<gsa-demo sample="7" figures="answers pie"></gsa-demo>') },
    ));
});
