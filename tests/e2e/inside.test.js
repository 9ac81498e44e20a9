// What is shown of the inside of the networks: maps that ride, what is left over of them, and the curve over all angles.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN_STROKES, difference, eventually, pageWith, setUp, until, visit } from './person.js';

/** @import { GsaDemo } from '../../www/element.js' */
/** @import { Locator } from 'playwright-core' */
/** @import { Person } from './person.js' */

setUp();

/** @param {Person} person @param {'main' | 'other'} role */
function cardOf(person, role) {
  const card = person.demo.locator(`.card.${role}`);
  return {
    ring: card.locator('.ring'),
    told: card.locator('.told'),
    note: card.locator('.note'),
    follow: card.locator('.follow'),
    left: card.locator('.leftover'),
    picture: card.locator('.difference'),
    number: card.locator('.number'),
    verdict: card.locator('.verdict'),
  };
}

/** Until the difference of this angle is there. @param {ReturnType<typeof cardOf>} card @param {number} degrees */
async function differenceAt({ left }, degrees) {
  await reads(left.locator('.what'), new RegExp(`^difference\\s+at ${degrees}°$`));
  await until(async () => (await left.getAttribute('data-state')) === 'fresh', 'the difference');
}

/** @param {Locator} locator @param {RegExp} text */
async function reads(locator, text) {
  await until(async () => text.test((await locator.textContent()) ?? ''), `to read ${text}`);
}

/** The colour of a pixel of a square canvas, both places from 0 to 1. @param {Locator} canvas @param {number} x @param {number} y */
function colourAt(canvas, x, y) {
  return canvas.evaluate(
    (element, at) => {
      const source = /** @type {HTMLCanvasElement} */ (element);
      const pixel = document.createElement('canvas');
      pixel.width = pixel.height = 1;
      const context = /** @type {CanvasRenderingContext2D} */ (pixel.getContext('2d'));
      const [left, top] = at.map((place) => Math.floor(place * source.width));
      context.drawImage(source, -left, -top);
      return Array.from(context.getImageData(0, 0, 1, 1).data.subarray(0, 3));
    },
    [x, y],
  );
}

/** Of the spoke to the map that stands at an angle. @param {Locator} ring @param {number} degrees */
function spokeAt(ring, degrees) {
  const angle = ((degrees + 90) * Math.PI) / 180;
  return colourAt(ring, 0.5 + 0.1 * Math.cos(angle), 0.5 - 0.1 * Math.sin(angle));
}

/** Of the map that stands upright at 0°. */
const BLUE = [0, 0x72, 0xb2];
/** At 90°. */
const GREEN = [0, 0x79, 0x5a];

describe('the maps', () => {
  test('are drawn; turned back, R8F_SA’s stand still in every layer and Z2_SA’s do not', () =>
    visit(async (person) => {
      await person.sample(2);
      await person.predict();
      const [main, other] = [cardOf(person, 'main'), cardOf(person, 'other')];
      await until(async () => (await person.look(main.ring)).colours > 30, 'maps of R8F_SA');
      const layer = person.demo.locator('select.layer');
      const layers = await layer.locator('option').allTextContents();
      assert(layers.length >= 7);
      /** The maps of every layer. @param {number} angle */
      const at = async (angle) => {
        await person.setAngle(angle);
        const seen = [];
        for (const name of layers) {
          await layer.selectOption(name);
          await person.button('as computed').click();
          await person.predict();
          for (const card of [main, other]) await differenceAt(card, angle || 90);
          await person.frames();
          const live = (await person.look(main.ring)).pixels;
          await person.button('turned back').click();
          await reads(main.told, /^Turned back, the map for 0° stands in its place\.$/);
          await person.frames();
          const [still, ordinary] = [await person.look(main.ring), await person.look(other.ring)];
          assert(still.colours > 30 && ordinary.colours > 20, name);
          seen.push({ live, still: still.pixels, ordinary: ordinary.pixels });
        }
        return seen;
      };
      const [upright, turned] = [await at(0), await at(90)];
      const lost = [];
      for (const [i, name] of layers.entries()) {
        const live = difference(upright[i].still, turned[i].live);
        const still = difference(upright[i].still, turned[i].still);
        assert(live > 0.3, `${name}: the maps turn: ${live}`);
        assert(still < 0.05, `${name}: turned back they stand still: ${still}`);
        lost.push(difference(upright[i].ordinary, turned[i].ordinary));
      }
      // Some channels of an ordinary network happen to see little of directions.
      const moved = lost.filter((amount) => amount > 0.5).length;
      assert(moved > layers.length / 2, `those of Z2_SA do not: ${lost.join(', ')}`);
    }));

  test('ride round the ring with the dial, at once, each in its colour', () =>
    visit(async (person) => {
      await person.sample(7);
      await person.predict();
      const { ring, told } = cardOf(person, 'main');
      await until(async () => (await person.look(ring)).colours > 30, 'its maps');
      assert.deepEqual(await spokeAt(ring, 0), BLUE);
      assert.deepEqual(await spokeAt(ring, 90), GREEN);
      await person.reads(told, 'The map for 0° stands in its place. Turn, and it moves on.');
      for (const [angle, text] of /** @type {const} */ ([
        [90, 'The map for 0° moved to where the one for 90° was.'],
        [45, 'The map for 0° moved to where the one for 45° was.'],
        [200, 'The map for 0° is between the places of 180° and 225°.'],
        [340, 'The map for 0° is between the places of 315° and 0°.'],
      ])) {
        // No answer is waited for: two frames after the dial, frames and spokes are there.
        await person.demo.evaluate((demo, degrees) => {
          /** @type {GsaDemo} */ (demo).angle = degrees;
          return new Promise((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(undefined))),
          );
        }, angle);
        assert.deepEqual(await spokeAt(ring, angle), BLUE, `${angle}°`);
        assert.deepEqual(await spokeAt(ring, angle + 90), GREEN, `${angle}°`);
        assert.equal(await told.textContent(), text);
        const label = (await ring.getAttribute('aria-label')) ?? '';
        assert.match(label, new RegExp(`8 maps on a ring of .*, channel \\d+, .* at ${angle}°`));
        assert(label.endsWith(text));
      }
    }));

  test('can be followed by a click, a finger and keys, and all networks follow the same', () =>
    visit(
      async (person) => {
        await person.sample(7);
        await person.setAngle(90);
        await person.predict();
        const { ring, told, follow } = cardOf(person, 'main');
        await until(async () => (await person.look(ring)).colours > 30, 'its maps');
        await ring.scrollIntoViewIfNeeded();
        const box = await ring.boundingBox();
        assert(box);
        // What stands at the bottom, at 180°, stood at 90° upright.
        const at = { x: 0.5 * box.width, y: 0.88 * box.height };
        await ring.click({ position: at });
        await person.reads(told, 'The map for 90° moved to where the one for 180° was.');
        await person.reads(follow, '90°');
        await ring.tap({ position: { x: 0.88 * box.width, y: 0.5 * box.height } });
        await person.reads(told, 'The map for 180° moved to where the one for 270° was.');
        await follow.press('ArrowUp');
        await person.reads(told, 'The map for 225° moved to where the one for 315° was.');
        await follow.press('ArrowDown');
        await follow.press('ArrowDown');
        await person.reads(told, 'The map for 135° moved to where the one for 225° was.');
        await follow.press('Enter');
        await person.reads(told, 'The map for 180° moved to where the one for 270° was.');
        assert.equal(await person.angle(), 90, 'nothing is turned by it');
        await person.reads(
          cardOf(person, 'other').told,
          'The map for 180° moved to where the one for 270° was.',
        );
      },
      {
        url: pageWith('<gsa-demo compare="r4_sa"></gsa-demo>'),
        context: { hasTouch: true },
      },
    ));

  for (const [width, tags] of /** @type {[number, number[]][]} */ ([
    [360, [0, 45, 90, 135, 180, 225, 270, 315]],
    [1216, [0, 90, 180, 270]],
    [1280, [0, 45, 90, 135, 180, 225, 270, 315]],
  ])) {
    test(`have tags with their angles where there is room, at ${width} pixels`, () =>
      visit(
        async (person) => {
          await person.sample(2);
          await person.predict();
          const said = () => person.page.evaluate(() => [...new Set(window.said)]);
          await until(async () => (await said()).length >= tags.length, 'tags');
          assert.deepEqual((await said()).sort(), tags.map((degrees) => `${degrees}°`).sort());
        },
        {
          context: { viewport: { width, height: 800 } },
          url: pageWith('<gsa-demo></gsa-demo>'),
          prepare: (page) =>
            page.addInitScript(() => {
              Object.assign(window, { said: [] });
              CanvasRenderingContext2D.prototype.fillText = (text) => window.said.push(text);
            }),
        },
      ));
  }

  test('of every layer and another channel can be looked at', () =>
    visit(async (person) => {
      await person.sample(5);
      await person.predict();
      const layer = person.demo.locator('select.layer');
      const { ring } = cardOf(person, 'main');
      const options = await layer.locator('option').count();
      assert(options >= 7, `${options} layers`);
      assert.equal(await layer.inputValue(), String(Math.floor((options - 1) / 2)), 'the middle');
      let before = (await person.look(ring)).pixels;
      for (const i of Array.from({ length: options }, (_, i) => i)) {
        if (String(i) === (await layer.inputValue())) continue;
        await layer.selectOption({ index: i });
        await person.predict();
        await until(
          async () => difference(before, (await person.look(ring)).pixels) > 0.1,
          `layer ${i} to look different`,
        );
        before = (await person.look(ring)).pixels;
      }
      await layer.selectOption({ index: 0 });
      await person.predict();
      await person.frames();
      before = (await person.look(ring)).pixels;
      const channel = person.demo.locator('input.channel');
      const shown = Number(await channel.inputValue());
      await person.button('Next channel').click();
      assert.equal(
        Number(await channel.inputValue()),
        (shown % Number(await channel.getAttribute('max'))) + 1,
      );
      await person.predict();
      await until(
        async () => difference(before, (await person.look(ring)).pixels) > 0.1,
        'the next channel to look different',
      );
      await person.demo.locator('input.channel').fill('100000');
      await person.page.keyboard.press('Tab');
      assert(Number(await person.demo.locator('input.channel').inputValue()) < 1000);
    }));
});

describe('what is left over', () => {
  test('of a quarter turn is a blank disc for R8F_SA and another map for Z2_SA, on one scale', () =>
    visit(async (person) => {
      await person.sample(7);
      await person.setAngle(90);
      const [main, other] = [cardOf(person, 'main'), cardOf(person, 'other')];
      for (const card of [main, other]) await differenceAt(card, 90);
      await person.frames();
      assert.match((await main.number.textContent()) ?? '', /^(\d·10⁻[⁵⁶⁷⁸⁹]|0)$/);
      assert.equal(await main.verdict.textContent(), 'only rounding');
      const number = Number(await other.number.textContent());
      assert(number > 0.3 && number < 2, `${number}`);
      assert.equal(await other.verdict.textContent(), 'another map');
      assert.deepEqual(await colourAt(main.picture, 0.5, 0.5), [255, 255, 255]);
      const corner = await colourAt(main.picture, 0.04, 0.04);
      assert.notDeepEqual(corner, [255, 255, 255], 'corners are not compared');
      assert.deepEqual(await colourAt(other.picture, 0.04, 0.04), corner);
      assert((await person.look(other.picture)).colours > 20, 'something is left over');
      assert.match(
        (await other.picture.getAttribute('aria-label')) ?? '',
        new RegExp(`^Difference when turned back by 90°: ${number.toFixed(2)}, another map$`),
      );
      await person.reads(person.demo.locator('.leftover-scale'), /0\s*0\.1\s*0\.5\s*1\s*1\.5/);
    }));

  test('is never shown near upright, where pixels alone are mixed, but of the nearest quarter turn', () =>
    visit(async (person) => {
      await person.sample(7);
      const main = cardOf(person, 'main');
      for (const [angle, compared] of [
        [0, 90],
        [20, 90],
        [39, 90],
        [40, 40],
        [62.5, 62.5],
        [325, 270],
      ]) {
        await person.setAngle(angle);
        await differenceAt(main, compared);
        await until(
          async () =>
            /pixel grid/.test((await main.verdict.textContent()) ?? '') === compared % 90 > 0,
          `the verdict at ${angle}°`,
        );
      }
    }));

  test('of another drawing or layer is pale at once, and so is its curve', () =>
    visit(async (person) => {
      await person.sample(7);
      await person.setAngle(90);
      const main = cardOf(person, 'main');
      await differenceAt(main, 90);
      const now = () =>
        person.demo.evaluate((element) => {
          const root = /** @type {ShadowRoot} */ (element.shadowRoot);
          const text = (/** @type {string} */ name) => root.querySelector(name)?.textContent;
          return {
            left: root.querySelector('.leftover')?.getAttribute('data-state'),
            curve: root.querySelector('.errors svg .main')?.getAttribute('class'),
            key: text('.errors .key .main small'),
          };
        });
      await until(async () => !(await now()).curve?.includes('stale'), 'the curve');
      await person.demo.evaluate((element, strokes) => {
        /** @type {GsaDemo} */ (element).strokes = strokes;
      }, SEVEN_STROKES);
      const after = await now();
      // Either pale, or already of what is there.
      if (after.left !== 'fresh') {
        assert.equal(after.left, 'stale');
        assert.match(after.curve ?? '', /stale/);
        assert.equal(after.key, '–');
      }
      await differenceAt(main, 90);
      const layer = person.demo.locator('select.layer');
      const states = await layer.evaluate((select) => {
        const root = /** @type {ShadowRoot} */ (select.getRootNode());
        const list = /** @type {HTMLSelectElement} */ (select);
        list.value = '0';
        list.dispatchEvent(new Event('change'));
        return ['.leftover', '.errors svg .main'].map((name) => {
          const { dataset, classList } = /** @type {HTMLElement} */ (root.querySelector(name));
          return dataset.state ?? String(classList);
        });
      });
      assert.deepEqual(states, ['stale', 'main stale']);
      await differenceAt(main, 90);
      assert.doesNotMatch((await now()).curve ?? '', /stale/);
    }));

  test('a blank pad has no number, and no colour of the scale', () =>
    visit(async (person) => {
      await person.sample(7);
      const main = cardOf(person, 'main');
      await differenceAt(main, 90);
      await person.demo.evaluate((demo) => /** @type {GsaDemo} */ (demo).clear());
      await person.reads(main.number, '–');
      assert.equal(await main.verdict.textContent(), '');
      assert.match((await main.picture.getAttribute('aria-label')) ?? '', /not measured yet$/);
      const middle = 4 * (48 * 96 + 48) + 3;
      await until(
        async () => (await person.look(main.picture)).pixels[middle] === 0,
        'the picture to be empty',
      );
    }));
});

describe('the curve over all angles', () => {
  /** @param {Person} person */
  async function drawn(person) {
    await person.sample(7);
    const group = person.demo.locator('.errors svg .main');
    await until(
      async () => {
        const name = (await group.getAttribute('class')) ?? '';
        const d = await group.locator('.curve').getAttribute('d');
        return !!d && !/coarse|stale/.test(name);
      },
      'all angles to be measured',
      240000,
    );
    return group;
  }

  test('is nothing at each quarter turn for R8F_SA, and not for Z2_SA', () =>
    visit(async (person) => {
      const group = await drawn(person);
      /** @param {Locator} curve @returns {Promise<number[]>} heights, from the left */
      const heights = async (curve) =>
        ((await curve.getAttribute('d')) ?? '')
          .slice(1)
          .split('L')
          .map((point) => Number(point.split(' ')[1]));
      const main = await heights(group.locator('.curve'));
      assert.equal(main.length, 73, 'once round, and upright again');
      const [foot] = main;
      const dips = main.flatMap((y, i) => (foot - y < 1 ? [5 * i] : []));
      assert.deepEqual(dips, [0, 90, 180, 270, 360]);
      await until(
        async () => (await heights(person.demo.locator('.errors svg .other .curve'))).length === 73,
        'the other one',
        240000,
      );
      const other = await heights(person.demo.locator('.errors svg .other .curve'));
      assert.deepEqual(
        other.flatMap((y, i) => (foot - y < 1 ? [5 * i] : [])),
        [0, 360],
      );
      assert(foot - other[18] > 60, 'far up at 90°');
      await person.reads(person.demo.locator('.errors .near'), /^Near upright, to about 40°/);
    }));

  test('turns the drawing by a click, a drag, keys and a finger', () =>
    visit(
      async (person) => {
        await person.sample(7);
        await person.predict();
        const plot = person.demo.getByRole('slider', { name: 'What is left over, by angle' });
        await plot.scrollIntoViewIfNeeded();
        const box = await plot.boundingBox();
        assert(box);
        const x = (/** @type {number} */ degrees) =>
          box.x + 34 + (degrees / 360) * (box.width - 34 - 14);
        const y = box.y + 100;
        await person.page.mouse.click(x(91), y);
        assert.equal(await person.angle(), 90, 'held at the quarter turn');
        await person.page.mouse.move(x(120), y);
        await person.page.mouse.down();
        await person.page.mouse.move(x(140), y, { steps: 3 });
        assert(Math.abs((await person.angle()) - 140) < 1.5, 'while it is dragged');
        await person.page.mouse.move(x(200), y - 400, { steps: 3 });
        await person.page.mouse.up();
        assert(Math.abs((await person.angle()) - 200) < 1.5);
        await person.page.mouse.move(x(300), y);
        assert(Math.abs((await person.angle()) - 200) < 1.5, 'let go');
        await plot.press('Home');
        assert.equal(await person.angle(), 0);
        for (const key of ['ArrowRight', 'ArrowUp', 'Shift+ArrowRight']) await plot.press(key);
        assert.equal(await person.angle(), 11);
        await plot.press('PageUp');
        assert.equal(await person.angle(), 101);
        assert.equal(await plot.getAttribute('aria-valuenow'), '101');
        await until(
          async () =>
            /^101°\. R8F_SA: 0\.\d\d at 10[01]°, the pixel grid alone 0\.\d\d\. Z2_SA: /.test(
              (await plot.getAttribute('aria-valuetext')) ?? '',
            ),
          'what is said of it',
        );
        await person.page.touchscreen.tap(x(270), y);
        await eventually(async () => assert.equal(await person.angle(), 270));
      },
      { context: { hasTouch: true } },
    ));
});
