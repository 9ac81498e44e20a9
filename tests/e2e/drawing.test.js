// Drawing: by hand, from samples, by keys.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allRound, CLEAR, SEVEN, difference, eventually, setUp, until, visit } from './person.js';

setUp();

describe('drawing', () => {
  test('a 7 drawn with the mouse is answered by both networks', () =>
    visit(async (person) => {
      await person.drawWithMouse(SEVEN);
      const [main, other] = await person.predictions();
      assert.equal(main.digit, 7);
      assert.equal(main.model, 'r8f_sa_upright');
      assert.equal(other.model, 'z2_sa_upright');
      for (const { probabilities, engine, milliseconds } of [main, other]) {
        assert.equal(probabilities.length, 10);
        const sum = probabilities.reduce((a, b) => a + b);
        assert(Math.abs(sum - 1) < 1e-4, `probabilities sum to ${sum}`);
        assert.equal(engine, 'cpu');
        assert(milliseconds > 0 && milliseconds < 5000);
      }
      await person.reads(person.panel('main').locator('.digit'), '7');
      await person.reads(person.panel('other').locator('.digit'), String(other.digit));
      await person.reads(person.panel('main').locator('.time'), /^[\d.]+ ms$/);
      await person.reads(
        person.demo.locator('.badge-text'),
        /^CPU · R8F_SA [\d.]+ ms · Z2_SA [\d.]+ ms$/,
      );
    }));

  test('bars show the two highest probabilities, and all others together', () =>
    visit(async (person) => {
      await person.drawWithMouse(SEVEN);
      const [main] = await person.predictions();
      const rows = person.panel('main').locator('.bars li');
      assert.equal(await rows.count(), 3);
      assert.equal(main.probabilities.length, 10);
      const sorted = [...main.probabilities.entries()].sort(([, a], [, b]) => b - a);
      const others = sorted.slice(2).reduce((sum, [, p]) => sum + p, 0);
      const expected = [...sorted.slice(0, 2), /** @type {const} */ (['others', others])];
      for (const [i, [name, p]] of expected.entries()) {
        const row = rows.nth(i);
        await person.reads(row.locator('.name'), String(name));
        await eventually(async () => {
          const transform = await row.locator('.bar').evaluate((bar) => bar.style.transform);
          const shown = Number(/scaleX\(([\d.]+)\)/.exec(transform)?.[1]);
          assert(Math.abs(shown - p) < 1e-3, `bar ${name} is ${shown}, expected ${p}`);
        });
      }
      assert.equal(await person.panel('main').locator('.best .name').textContent(), '7');
    }));

  test('a 7 drawn with a finger is answered, and the page does not scroll meanwhile', () =>
    visit(
      async (person) => {
        await person.ready();
        await person.pad.scrollIntoViewIfNeeded();
        const before = await person.page.evaluate(() => scrollY);
        await person.drawWithTouch(SEVEN);
        assert.equal(await person.page.evaluate(() => scrollY), before);
        assert.equal((await person.strokes()).length, 1);
        assert.equal((await person.predict())?.digit, 7);
      },
      { context: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    ));

  test('the page scrolls when a finger moves beside the pad', () =>
    visit(
      async ({ page }) => {
        const input = await page.context().newCDPSession(page);
        await input.send('Input.synthesizeScrollGesture', { x: 180, y: 120, yDistance: -400 });
        await until(() => page.evaluate(() => scrollY > 100), 'the page to scroll');
      },
      { context: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    ));

  test('a pad that is hidden while somebody draws keeps the drawing whole', () =>
    visit(async (person) => {
      const { page } = person;
      const [from, to] = [await person.onScreen([0.4, 0.4]), await person.onScreen([0.6, 0.7])];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await person.demo.evaluate((demo) => (demo.style.display = 'none'));
      await page.mouse.move(from.x, to.y, { steps: 5 });
      await person.demo.evaluate((demo) => (demo.style.display = ''));
      await page.mouse.up();
      const points = (await person.strokes()).flat();
      assert(points.length > 3 && points.every(({ x, y }) => Number.isFinite(x + y)));
    }));

  test('a second finger draws nothing', () =>
    visit(
      async (person) => {
        await person.pad.scrollIntoViewIfNeeded();
        const input = await person.page.context().newCDPSession(person.page);
        const first = { ...(await person.onScreen([0.3, 0.5])), id: 1 };
        const second = { ...(await person.onScreen([0.7, 0.5])), id: 2 };
        const lower = { ...(await person.onScreen([0.7, 0.7])), id: 2 };
        /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {any[]} touchPoints */
        const send = (type, touchPoints) =>
          input.send('Input.dispatchTouchEvent', { type, touchPoints });
        await send('touchStart', [first]);
        await send('touchStart', [first, second]);
        await send('touchMove', [first, lower]);
        await send('touchEnd', []);
        await person.frames();
        assert.equal((await person.strokes()).length, 0, 'and of the first one nothing is left');
        // Nor does one that comes onto the pad while the first rests elsewhere.
        const elsewhere = { ...(await person.onScreen([0.5, 1.35])), id: 1 };
        await send('touchStart', [elsewhere]);
        await send('touchStart', [elsewhere, second]);
        await send('touchMove', [elsewhere, lower]);
        await send('touchEnd', []);
        await person.frames();
        assert.equal((await person.strokes()).length, 0);
      },
      { context: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    ));

  test('a touch that is taken away leaves no stroke, and the next one draws', () =>
    visit(
      async (person) => {
        await person.drawWithTouch(SEVEN, { end: 'touchCancel' });
        assert.equal((await person.strokes()).length, 0);
        await person.drawWithTouch(SEVEN);
        assert.equal((await person.strokes()).length, 1);
      },
      { context: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    ));

  test('a pen draws', () =>
    visit(async (person) => {
      await person.pad.scrollIntoViewIfNeeded();
      const input = await person.page.context().newCDPSession(person.page);
      /** @type {('mousePressed' | 'mouseMoved' | 'mouseReleased')[]} */
      const types = ['mousePressed', 'mouseMoved', 'mouseMoved', 'mouseMoved', 'mouseReleased'];
      const points = [SEVEN[0], SEVEN[2], SEVEN[3], SEVEN[5], SEVEN[5]];
      for (const [i, type] of types.entries()) {
        await input.send('Input.dispatchMouseEvent', {
          type,
          ...(await person.onScreen(points[i])),
          button: 'left',
          buttons: 1,
          clickCount: 1,
          pointerType: 'pen',
        });
      }
      assert.equal((await person.strokes()).length, 1);
      assert.equal((await person.predict())?.digit, 7);
    }));

  test('the right mouse button draws nothing', () =>
    visit(async (person) => {
      const { x, y } = await person.onScreen([0.4, 0.4]);
      await person.page.mouse.move(x, y);
      await person.page.mouse.down({ button: 'right' });
      await person.page.mouse.move(x + 60, y + 60);
      await person.page.mouse.up({ button: 'right' });
      assert.deepEqual(await person.strokes(), []);
    }));

  test('keys alone draw a 1', () =>
    visit(async (person) => {
      await person.pad.focus();
      await person.page.keyboard.press('Enter');
      for (let i = 0; i < 7; i++) await person.page.keyboard.press('ArrowUp');
      await person.page.keyboard.press('Space');
      for (let i = 0; i < 14; i++) await person.page.keyboard.press('ArrowDown');
      await person.page.keyboard.press('Space');
      await person.page.keyboard.press('Enter');
      await person.page.keyboard.press('ArrowLeft');
      assert.equal(await person.angle(), 355, 'afterwards the arrows turn again');
      await person.page.keyboard.press('ArrowRight');
      const strokes = await person.strokes();
      assert.equal(strokes.length, 1);
      assert.equal(strokes[0].length, 15);
      assert.equal((await person.predict())?.digit, 1);
    }));

  test('a stroke drawn on the turned pad is kept upright', () =>
    visit(async (person) => {
      await person.setAngle(90);
      // From the middle upwards on the screen is to the right in the drawing, which lies turned left.
      await person.drawWithMouse([
        [0.5, 0.5],
        [0.5, 0.2],
      ]);
      const [stroke] = await person.strokes();
      const end = stroke[stroke.length - 1];
      assert(Math.abs(end.x - 0.8) < 0.02 && Math.abs(end.y - 0.5) < 0.02, JSON.stringify(end));
    }));

  test('undo takes the last stroke back, clear takes all', () =>
    visit(async (person) => {
      const { button } = person;
      assert(await person.button('Undo').isDisabled());
      assert(await person.button('Clear').isDisabled());
      await person.drawWithMouse(SEVEN);
      await person.drawWithMouse([
        [0.4, 0.55],
        [0.65, 0.55],
      ]);
      assert.equal((await person.strokes()).length, 2);
      await button.call(person, 'Undo').click();
      assert.equal((await person.strokes()).length, 1);
      assert.equal((await person.predict())?.digit, 7);
      await person.page.keyboard.press('Control+z');
      assert.equal((await person.strokes()).length, 0);
      await person.drawWithMouse(SEVEN);
      await person.predict();
      await person.button('Clear').click();
      assert.deepEqual(await person.strokes(), []);
      assert.equal(await person.predict(), null);
    }));

  test('a drawing that was cleared or made way for a sample is not lost', () =>
    visit(async (person) => {
      await person.drawWithMouse(SEVEN);
      const drawn = await person.strokes();
      await person.button('Clear').click();
      await person.button('Undo').click();
      assert.deepEqual(await person.strokes(), drawn);
      await person.sample(4);
      await person.drawWithMouse(SEVEN);
      await person.button('Undo').click();
      await person.button('Undo').click();
      assert.deepEqual(await person.strokes(), drawn);
      await person.button('Undo').click();
      assert.deepEqual(await person.strokes(), []);
      assert(await person.button('Undo').isDisabled());
    }));

  test('a blank pad says so, and so do the answers', () =>
    visit(async (person) => {
      await person.ready();
      const hint = person.demo.locator('.hint');
      const blank = person.panel('main').locator('.blank');
      assert.match((await hint.textContent()) ?? '', /Draw a digit/);
      assert(await blank.isVisible());
      assert.equal(await blank.textContent(), 'Draw something');
      await person.sample(3);
      await person.predict();
      await until(async () => !(await blank.isVisible()), 'the text to go');
      await until(
        () => hint.evaluate((element) => getComputedStyle(element).opacity === '0'),
        'the hint on the pad to go',
      );
      await person.button('Clear').click();
      await until(() => blank.isVisible(), 'the text to come back');
      await person.reads(person.panel('main').locator('.digit'), '–');
    }));

  test('a dot is no digit', () =>
    visit(async (person) => {
      await person.drawWithMouse([[0.5, 0.5]]);
      assert.equal(await person.predict(), null);
      await person.reads(person.panel('main').locator('.blank'), 'Draw a little more');
    }));
});

describe('samples', () => {
  test('the 3 that the page opens with is kept by R8F_SA at all angles, and lost by Z2_SA at most', () =>
    visit(async (person) => {
      await person.sample(3);
      const [main, other] = [await allRound(person, 'main'), await allRound(person, 'other')];
      assert.equal(main.count, '72 of 72 angles: still 3');
      const kept = Number(/^(\d+) of 72 angles: still 3$/.exec(other.count ?? '')?.[1]);
      assert(kept <= 36, `Z2_SA keeps it at ${kept} angles`);
    }));

  test('every sample is drawn, and the clear ones are read right by R8F_SA', () =>
    visit(async (person) => {
      const wrong = [];
      for (let digit = 0; digit < 10; digit++) {
        await person.sample(digit);
        const prediction = await person.predict();
        assert(prediction, `sample ${digit} is answered`);
        await eventually(async () =>
          assert((await person.look(person.pad)).colours > 2, `sample ${digit} is drawn`),
        );
        if (CLEAR.includes(digit) && prediction.digit !== digit)
          wrong.push([digit, prediction.digit]);
      }
      assert.deepEqual(wrong, []);
    }));

  test('what the networks see is shown', () =>
    visit(async (person) => {
      await person.sample(8);
      await person.predict();
      const seen = person.demo.locator('canvas.seen');
      const before = await eventually(async () => {
        const { colours, pixels } = await person.look(seen);
        assert(colours > 8, `${colours} colours`);
        return pixels;
      });
      await person.setAngle(90);
      await person.predict();
      await eventually(async () => {
        const turned = await person.look(seen);
        assert(difference(before, turned.pixels) > 2, 'it turns with the drawing');
      });
    }));
});

describe('keys', () => {
  test('where the focused button has nothing left to do, the pad has the focus, and its keys work', () =>
    visit(async (person) => {
      const { page } = person;
      await person.sample(4);
      await person.button('Clear').focus();
      await page.keyboard.press('Enter');
      assert.equal((await person.strokes()).length, 0);
      await page.keyboard.press('Control+z');
      assert.notEqual((await person.strokes()).length, 0);
    }));

  test('undo in a field is the field’s', () =>
    visit(async (person) => {
      await person.sample(4);
      await person.predict();
      await person.demo.locator('input.channel').fill('2');
      await person.page.keyboard.press('Control+z');
      assert.notEqual((await person.strokes()).length, 0);
    }));
});
