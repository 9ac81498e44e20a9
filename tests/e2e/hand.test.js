// The hand on the pad: pens and palms, one finger and two, wheels, what is lost on the way, and pads that are turned themselves.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN, eventually, pageWith, setUp, until, visit } from './person.js';

/**
 * @import { CDPSession } from 'playwright-core'
 * @import { GsaDemo } from '../../www/element.js'
 * @import { Person } from './person.js'
 */

setUp();

const TABLET = { context: { viewport: { width: 1024, height: 1000 }, hasTouch: true } };
const PHONE = {
  context: { viewport: { width: 390, height: 740 }, hasTouch: true, isMobile: true },
};

/** @typedef {{ id: number, at: [number, number], radius?: number }} Finger */

/** Several fingers and a pen at once, by the browser's own input. */
class Hands {
  /** @param {Person} person @param {CDPSession} input */
  constructor(person, input) {
    this.person = person;
    this.input = input;
  }

  /** @param {Person} person */
  static async of(person) {
    await person.ready();
    await person.pad.scrollIntoViewIfNeeded();
    return new Hands(person, await person.page.context().newCDPSession(person.page));
  }

  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {Finger[]} fingers  all that are down, places in 0..1 of the pad */
  async touch(type, ...fingers) {
    const touchPoints = [];
    for (const { id, at, radius = 10 } of fingers) {
      const place = await this.person.onScreen(at);
      touchPoints.push({ ...place, id, radiusX: radius, radiusY: radius });
    }
    await this.input.send('Input.dispatchTouchEvent', { type, touchPoints });
    if (type === 'touchEnd') await this.person.frames();
  }

  /** @param {'mousePressed' | 'mouseMoved' | 'mouseReleased'} type @param {[number, number]} at @param {'pen' | 'mouse'} [pointerType] */
  async point(type, at, pointerType = 'pen', buttons = type === 'mouseReleased' ? 0 : 1) {
    const place = await this.person.onScreen(at);
    const button = buttons || type === 'mouseReleased' ? 'left' : 'none';
    await this.input.send('Input.dispatchMouseEvent', {
      ...{ type, ...place, button, buttons, clickCount: 1, pointerType },
    });
  }

  /** @param {[number, number][]} points */
  async drawWithPen(points) {
    await this.point('mousePressed', points[0]);
    for (const point of points.slice(1)) await this.point('mouseMoved', point);
    await this.point('mouseReleased', points[points.length - 1]);
  }

  /** All there is on the pad is the 7 drawn by the pen. */
  async onlySeven() {
    await eventually(async () => {
      const strokes = await this.person.strokes();
      assert.equal(strokes.length, 1);
      assert(strokes[0].length > 3, 'the stroke is there');
      const [first, last] = [strokes[0][0], strokes[0][strokes[0].length - 1]];
      const off = Math.hypot(first.x - SEVEN[0][0], first.y - SEVEN[0][1]);
      assert(off < 0.02, `begins at ${JSON.stringify(first)}`);
      assert(Math.hypot(last.x - SEVEN[5][0], last.y - SEVEN[5][1]) < 0.02, 'and ends at its end');
    });
  }
}

/** @param {Person} person @param {(hands: Hands) => Promise<void>} body */
async function withHands(person, body) {
  const hands = await Hands.of(person);
  await body(hands);
  await hands.input.detach();
}

/** A place round the pad, by the angle that it stands for, radius 1 at the side of the dial. @param {number} degrees @param {number} radius @returns {[number, number]} */
function onRing(degrees, radius) {
  const [angle, side] = [(degrees * Math.PI) / 180, (radius * 280) / 244];
  return [0.5 - side * Math.sin(angle), 0.5 - side * Math.cos(angle)];
}

/** @param {Person} person @param {number} degrees */
async function turnsTo(person, degrees, within = 2) {
  await until(async () => {
    const off = Math.abs((await person.angle()) - degrees);
    return Math.min(off, 360 - off) <= within;
  }, `the angle to be ${degrees}`);
}

/**
 * Events in one go, where it matters how soon one follows the other.
 *
 * @param {Person} person
 * @param {(readonly [string, 'pen' | 'touch', [number, number]])[]} events  type, kind, and place in 0..1 of the pad
 */
function atOnce(person, events) {
  return person.demo.evaluate((demo, events) => {
    const pad = /** @type {Element} */ (demo.shadowRoot?.querySelector('.pad'));
    const box = pad.getBoundingClientRect();
    for (const [type, pointerType, [x, y]] of events) {
      const pointer = { pointerId: pointerType === 'pen' ? 90 : 91, isPrimary: true, pointerType };
      const place = { clientX: box.x + x * box.width, clientY: box.y + y * box.height };
      const buttons = type === 'pointerup' ? 0 : 1;
      pad.dispatchEvent(new PointerEvent(type, { ...pointer, ...place, buttons, bubbles: true }));
    }
  }, events);
}

/** Counts how often the angle is told to be meant. @param {Person} person */
async function countSettled(person) {
  await person.demo.evaluate((demo) => {
    Object.assign(window, { settled: 0 });
    const count = (/** @type {MutationRecord[]} */ records) => (window.settled += records.length);
    new MutationObserver(count).observe(demo, { attributeFilter: ['angle'] });
  });
  return () => person.page.evaluate(() => window.settled);
}

describe('a pen and the hand that holds it', () => {
  test('a palm that lay there first leaves nothing, and the pen draws', () =>
    visit(
      (person) =>
        withHands(person, async (hands) => {
          await hands.touch('touchStart', { id: 1, at: [0.7, 0.8] });
          await hands.touch('touchMove', { id: 1, at: [0.71, 0.82] });
          await hands.drawWithPen(SEVEN);
          await hands.touch('touchEnd');
          await hands.onlySeven();
          assert.equal(await person.angle(), 0);
          await person.button('Undo').click();
          assert.deepEqual(await person.strokes(), [], 'the palm is not behind it either');
        }),
      TABLET,
    ));

  test('nor does one that touched the pad just before the pen', () =>
    visit(
      (person) =>
        withHands(person, async (hands) => {
          await atOnce(person, [
            ['pointerdown', 'touch', [0.7, 0.8]],
            ['pointerup', 'touch', [0.7, 0.8]],
            ['pointerdown', 'pen', SEVEN[0]],
            ...SEVEN.slice(1).map((at) => /** @type {const} */ (['pointermove', 'pen', at])),
            ['pointerup', 'pen', SEVEN[5]],
          ]);
          await hands.onlySeven();
        }),
      TABLET,
    ));

  test('nor one that comes after the pen, or stays when the pen is lifted', () =>
    visit(
      (person) =>
        withHands(person, async (hands) => {
          await hands.point('mousePressed', SEVEN[0]);
          await hands.touch('touchStart', { id: 1, at: [0.8, 0.8] });
          await hands.touch('touchMove', { id: 1, at: [0.6, 0.9] });
          for (const point of SEVEN.slice(1)) await hands.point('mouseMoved', point);
          await hands.point('mouseReleased', SEVEN[5]);
          await hands.touch('touchMove', { id: 1, at: [0.4, 0.9] });
          await hands.touch('touchEnd');
          await hands.onlySeven();
          await person.button('Clear').click();
          await atOnce(person, [
            ['pointerdown', 'pen', SEVEN[0]],
            ...SEVEN.slice(1).map((at) => /** @type {const} */ (['pointermove', 'pen', at])),
            ['pointerup', 'pen', SEVEN[5]],
            ['pointerdown', 'touch', [0.3, 0.3]],
            ['pointermove', 'touch', [0.3, 0.6]],
            ['pointerup', 'touch', [0.3, 0.6]],
          ]);
          await hands.onlySeven();
        }),
      TABLET,
    ));

  test('a palm on the ring turns nothing, and what it has turned goes back', () =>
    visit(
      (person) =>
        withHands(person, async (hands) => {
          await hands.touch('touchStart', { id: 1, at: onRing(230, 0.85) });
          await hands.drawWithPen(SEVEN);
          await hands.touch('touchEnd');
          await hands.onlySeven();
          assert.equal(await person.angle(), 0, 'it rested');
          await person.button('Clear').click();
          // Long after the pen.
          await person.page.waitForTimeout(600);
          await hands.touch('touchStart', { id: 1, at: onRing(230, 0.85) });
          await hands.touch('touchMove', { id: 1, at: onRing(250, 0.85) });
          await turnsTo(person, 20);
          await hands.drawWithPen(SEVEN);
          await hands.touch('touchEnd');
          await hands.onlySeven();
          assert.equal(await person.angle(), 0, 'it slipped');
        }),
      TABLET,
    ));

  test('a finger that rests on the ring for long is no tap', () =>
    visit(
      (person) =>
        withHands(person, async (hands) => {
          await hands.touch('touchStart', { id: 1, at: onRing(230, 0.85) });
          await person.page.waitForTimeout(700);
          await hands.touch('touchEnd');
          await person.page.waitForTimeout(400);
          assert.equal(await person.angle(), 0);
          assert(!(await person.demo.getAttribute('angle')), 'nor is it told');
        }),
      TABLET,
    ));

  test('what touches with a large part is a palm without a pen too', () =>
    visit(
      (person) =>
        withHands(person, async (hands) => {
          await hands.touch('touchStart', { id: 1, at: [0.7, 0.8], radius: 60 });
          await hands.touch('touchMove', { id: 1, at: [0.5, 0.8], radius: 60 });
          const second = { id: 2, at: /** @type {[number, number]} */ ([0.3, 0.3]) };
          const palm = { id: 1, at: /** @type {[number, number]} */ ([0.5, 0.8]), radius: 60 };
          await hands.touch('touchStart', palm, second);
          await hands.touch('touchMove', palm, { ...second, at: [0.3, 0.7] });
          await hands.touch('touchEnd');
          await until(async () => (await person.strokes()).length > 0, 'the finger to draw');
          const strokes = await person.strokes();
          assert.equal(strokes.length, 1);
          assert(strokes[0].every(({ x }) => Math.abs(x - 0.3) < 0.02));
          assert.equal(await person.angle(), 0);
        }),
      TABLET,
    ));
});

describe('fingers', () => {
  test('two of them twist the drawing, without a jump, and leave no mark', () =>
    visit(
      (person) =>
        withHands(person, async (hands) => {
          await person.sample(7);
          const drawn = await person.strokes();
          await person.setAngle(20);
          const settled = await countSettled(person);
          const pair = (/** @type {number} */ degrees) =>
            /** @type {[Finger, Finger]} */ ([
              { id: 1, at: onRing(degrees, 0.3) },
              { id: 2, at: onRing(degrees + 180, 0.3) },
            ]);
          await hands.touch('touchStart', pair(100)[0]);
          await hands.touch('touchMove', { ...pair(103)[0] });
          await hands.touch('touchStart', pair(103)[0], pair(103)[1]);
          await person.frames();
          assert.equal(await person.angle(), 20, 'it does not jump');
          for (const degrees of [120, 150, 190, 243]) {
            await hands.touch('touchMove', ...pair(degrees));
          }
          await turnsTo(person, 160);
          assert.equal(await settled(), 0, 'it is not meant to stay so yet');
          await hands.touch('touchEnd', pair(243)[1]);
          await until(async () => (await settled()) === 1, 'one settling');
          await hands.touch('touchMove', { id: 1, at: [0.2, 0.2] });
          await turnsTo(person, 160);
          await hands.touch('touchMove', { id: 1, at: onRing(0, 0.3) });
          await hands.touch(
            'touchStart',
            { id: 1, at: onRing(0, 0.3) },
            { id: 3, at: onRing(180, 0.3) },
          );
          await hands.touch(
            'touchMove',
            { id: 1, at: onRing(30, 0.3) },
            { id: 3, at: onRing(210, 0.3) },
          );
          await turnsTo(person, 190);
          await hands.touch('touchEnd');
          await until(async () => (await settled()) === 2, 'another one');
          assert.deepEqual(await person.strokes(), drawn);
          assert.equal((await person.predict())?.digit, 7);
        }),
      PHONE,
    ));

  for (const [where, radius] of /** @type {[string, number][]} */ ([
    ['between pad and band', 0.55],
    ['on the band', 0.85],
  ])) {
    test(`two of them twist ${where} too, and the page stays where it is`, () =>
      visit(
        (person) =>
          withHands(person, async (hands) => {
            const before = await person.page.evaluate(() => scrollY);
            const pair = (/** @type {number} */ degrees) =>
              /** @type {[Finger, Finger]} */ ([
                { id: 1, at: onRing(degrees, radius) },
                { id: 2, at: onRing(degrees + 180, radius) },
              ]);
            await hands.touch('touchStart', pair(90)[0]);
            await hands.touch('touchStart', ...pair(90));
            for (const degrees of [95, 105, 120, 140, 150])
              await hands.touch('touchMove', ...pair(degrees));
            await turnsTo(person, 60);
            await hands.touch('touchEnd');
            await turnsTo(person, 60);
            assert.equal(await person.page.evaluate(() => scrollY), before);
          }),
        PHONE,
      ));
  }

  test('a long stroke stays when a second finger comes', () =>
    visit(
      (person) =>
        withHands(person, async (hands) => {
          await hands.touch('touchStart', { id: 1, at: [0.3, 0.3] });
          for (let i = 1; i <= 10; i++) {
            await hands.touch('touchMove', { id: 1, at: [0.3, 0.3 + i * 0.04] });
            await person.page.waitForTimeout(50);
          }
          await hands.touch('touchStart', { id: 1, at: [0.3, 0.7] }, { id: 2, at: [0.7, 0.3] });
          await hands.touch('touchEnd');
          const strokes = await person.strokes();
          assert.equal(strokes.length, 1);
          assert(strokes[0][strokes[0].length - 1].y > 0.6);
        }),
      PHONE,
    ));

  test('one drags the band at the rim, and the page stays where it is', () =>
    visit(
      (person) =>
        withHands(person, async (hands) => {
          const before = await person.page.evaluate(() => scrollY);
          await hands.touch('touchStart', { id: 1, at: onRing(225, 0.85) });
          for (const degrees of [235, 250, 270, 300])
            await hands.touch('touchMove', { id: 1, at: onRing(degrees, 0.85) });
          await hands.touch('touchEnd');
          await turnsTo(person, 75);
          assert.equal(await person.page.evaluate(() => scrollY), before);
          assert.equal((await person.strokes()).length, 0);
        }),
      PHONE,
    ));

  test('one that swipes beside the dial scrolls', () =>
    visit(
      (person) =>
        withHands(person, async ({ input }) => {
          const box = await person.demo.locator('[part=dial]').boundingBox();
          assert(box);
          // The upper left corner of its square, which is no part of the circle.
          await input.send('Input.synthesizeScrollGesture', {
            ...{ x: box.x + 14, y: box.y + 40, yDistance: -150 },
          });
          await until(() => person.page.evaluate(() => scrollY > 100), 'the page to scroll');
          assert.equal(await person.angle(), 0);
        }),
      PHONE,
    ));

  test('a touch that the system takes away can be brought back by undo, if it was long', () =>
    visit(
      (person) =>
        withHands(person, async () => {
          await person.drawWithTouch(SEVEN, { end: 'touchCancel' });
          assert.equal((await person.strokes()).length, 0);
          await person.button('Undo').click();
          assert.equal((await person.strokes()).length, 1);
        }),
      PHONE,
    ));
});

describe('where a stroke begins', () => {
  test('in a corner of the pad’s square, on the ring, it draws, and beyond it the dial turns', () =>
    visit(async (person) => {
      await person.ready();
      await person.drawWithMouse([
        [0.02, 0.03],
        [0.3, 0.3],
        [0.5, 0.6],
      ]);
      assert.equal((await person.strokes()).length, 1);
      assert.equal(await person.angle(), 0);
      const [start] = (await person.strokes())[0];
      assert(Math.hypot(start.x - 0.5, start.y - 0.5) < 0.5, 'the ink stays inside the rim');
      await person.drawWithMouse([onRing(90, 0.8), onRing(60, 0.8), onRing(30, 0.8)]);
      await turnsTo(person, 300);
      assert.equal((await person.strokes()).length, 1);
    }));

  test('buttons in the corners of the dial do not turn it', () =>
    visit(async (person) => {
      await person.sample(7);
      const box = await person.button('Undo').boundingBox();
      assert(box);
      // The part that is nearest to the ring.
      await person.page.mouse.click(box.x + 3, box.y + 3);
      assert.equal((await person.strokes()).length, 0);
      await person.page.waitForTimeout(400);
      assert.equal(await person.angle(), 0);
    }, PHONE));

  test('a click on the ring goes there the short way, in a moment', () =>
    visit(async (person) => {
      await person.ready();
      await person.setAngle(350);
      await person.demo.evaluate((demo) => {
        Object.assign(window, { angles: [] });
        const note = () => {
          window.angles.push(/** @type {GsaDemo} */ (demo).angle);
          requestAnimationFrame(note);
        };
        note();
      });
      const { x, y } = await person.onScreen(onRing(40, 0.85));
      await person.page.mouse.click(x, y);
      await turnsTo(person, 40, 0.5);
      const angles = await person.page.evaluate(() => window.angles);
      assert(
        angles.every((angle) => angle >= 350 || angle <= 40.5),
        `by way of ${angles}`,
      );
      assert(new Set(angles).size > 3, 'not at once');
      await until(async () => (await person.demo.getAttribute('angle')) === '40', 'it to settle');
    }));

  test('at once where motion is unwelcome', () =>
    visit(
      async (person) => {
        await person.ready();
        const { x, y } = await person.onScreen(onRing(40, 0.85));
        await person.page.mouse.click(x, y);
        assert(Math.abs((await person.angle()) - 40) < 1);
      },
      { context: { reducedMotion: 'reduce' } },
    ));

  test('a drawing that turns by itself stands still under the pen', () =>
    visit(async (person) => {
      await person.sample(7);
      await person.button('Once round').click();
      await until(async () => (await person.angle()) > 5, 'the drawing to turn');
      const { x, y } = await person.onScreen([0.4, 0.4]);
      await person.page.mouse.move(x, y);
      await person.page.mouse.down();
      const angle = await person.angle();
      await person.page.mouse.move(x + 40, y + 40, { steps: 8 });
      assert.equal(await person.angle(), angle);
      await person.page.mouse.up();
      assert.equal((await person.strokes()).length, 2);
      assert(await person.button('Once round').isVisible());
    }));
});

describe('wheels', () => {
  test('one turns with Shift on the dial, and scrolls without or elsewhere', () =>
    visit(async (person) => {
      await person.sample(7);
      const settled = await countSettled(person);
      const { x, y } = await person.onScreen([0.5, 0.5]);
      const { mouse, keyboard } = person.page;
      await mouse.move(x, y);
      await keyboard.down('Shift');
      for (let i = 0; i < 3; i++) await mouse.wheel(0, 100);
      await turnsTo(person, 345, 0.2);
      await mouse.wheel(0, -100);
      await turnsTo(person, 350, 0.2);
      await until(async () => (await person.demo.getAttribute('angle')) === '350', 'it to settle');
      const before = await settled();
      // In one go: however busy the machine is, it does not rest between them.
      await person.demo.evaluate((demo) => {
        const dial = demo.shadowRoot?.querySelector('.dial');
        for (const deltaY of [100, 100, -300, 100])
          dial?.dispatchEvent(new WheelEvent('wheel', { deltaY, shiftKey: true, bubbles: true }));
        for (const deltaY of [-20, 20])
          dial?.dispatchEvent(new WheelEvent('wheel', { deltaY, shiftKey: true, bubbles: true }));
      });
      assert.equal(await person.angle(), 350);
      await person.setAngle(350);
      assert((await settled()) - before <= 1, 'once at most');
      await mouse.move(x, 20);
      await mouse.wheel(0, 100);
      await keyboard.up('Shift');
      await mouse.move(x, y);
      await mouse.wheel(0, 200);
      await until(() => person.page.evaluate(() => scrollY > 0), 'the page to scroll');
      assert.equal(await person.angle(), 350);
    }));
});

describe('what is lost on the way', () => {
  test('a move without a button ends a stroke, and keeps it', () =>
    visit((person) =>
      withHands(person, async (hands) => {
        await hands.point('mousePressed', [0.3, 0.3], 'mouse');
        await hands.point('mouseMoved', [0.5, 0.5], 'mouse');
        await hands.point('mouseMoved', [0.7, 0.2], 'mouse', 0);
        await hands.point('mouseMoved', [0.8, 0.6], 'mouse', 0);
        const [stroke, ...more] = await person.strokes();
        assert.deepEqual(more, []);
        assert(Math.abs(stroke[stroke.length - 1].x - 0.5) < 0.02, 'no more than was drawn');
        await hands.point('mouseReleased', [0.8, 0.6], 'mouse');
        await person.drawWithMouse(SEVEN);
        assert.equal((await person.strokes()).length, 2);
        // Chromium tells of the button's end by itself; other browsers have been seen not to.
        await hands.point('mousePressed', [0.3, 0.3], 'mouse');
        await hands.point('mouseMoved', [0.5, 0.5], 'mouse');
        const { x, y } = await person.onScreen([0.7, 0.2]);
        await person.demo.evaluate(
          (demo, [clientX, clientY]) => {
            const pad = demo.shadowRoot?.querySelector('.pad');
            const pointer = { pointerId: 1, pointerType: 'mouse', isPrimary: true, buttons: 0 };
            pad?.dispatchEvent(new PointerEvent('pointermove', { ...pointer, clientX, clientY }));
          },
          [x, y],
        );
        await hands.point('mouseMoved', [0.8, 0.6], 'mouse');
        await hands.point('mouseReleased', [0.8, 0.6], 'mouse');
        const third = (await person.strokes())[2];
        assert(Math.abs(third[third.length - 1].x - 0.5) < 0.02, JSON.stringify(third));
      }),
    ));

  test('a finger draws on where its moves are said to be without a button', () =>
    visit(async (person) => {
      await person.ready();
      // Firefox and Safari have been seen to say so.
      await person.demo.evaluate((demo) => {
        const pad = /** @type {Element} */ (demo.shadowRoot?.querySelector('.pad'));
        const box = pad.getBoundingClientRect();
        const finger = { pointerId: 7, pointerType: 'touch', isPrimary: true, bubbles: true };
        const send = (/** @type {string} */ type, /** @type {number} */ x, buttons = 0) => {
          const place = { clientX: box.x + x * box.width, clientY: box.y + 0.4 * box.height };
          pad.dispatchEvent(new PointerEvent(type, { ...finger, ...place, buttons }));
        };
        send('pointerdown', 0.3, 1);
        for (const x of [0.4, 0.5, 0.6]) send('pointermove', x);
        send('pointerup', 0.6);
        send('pointermove', 0.7);
      });
      const [stroke, ...more] = await person.strokes();
      assert.deepEqual(more, []);
      assert(Math.abs(stroke[stroke.length - 1].x - 0.6) < 0.02, JSON.stringify(stroke));
    }));

  test('a window that loses the focus ends it, and so does a pointer that is taken away', () =>
    visit(async (person) => {
      const { mouse } = person.page;
      const [from, to] = [await person.onScreen([0.3, 0.3]), await person.onScreen([0.6, 0.6])];
      for (const [i, lose] of [
        () => person.page.evaluate(() => dispatchEvent(new Event('blur'))),
        () =>
          person.demo.evaluate((demo) =>
            demo.shadowRoot
              ?.querySelector('.pad')
              ?.dispatchEvent(
                new PointerEvent('pointercancel', { pointerId: 1, pointerType: 'mouse' }),
              ),
          ),
      ].entries()) {
        await mouse.move(from.x, from.y);
        await mouse.down();
        await mouse.move(to.x, to.y, { steps: 4 });
        await lose();
        await mouse.move(from.x, to.y, { steps: 4 });
        const strokes = await person.strokes();
        assert.equal(strokes.length, i + 1);
        assert(Math.abs(strokes[i][strokes[i].length - 1].x - 0.6) < 0.02, `loss ${i}`);
        await mouse.up();
      }
    }));

  test('a pointer that is no longer held by the dial goes on drawing, and is lifted anywhere', () =>
    visit(async (person) => {
      const { mouse } = person.page;
      const [from, to] = [await person.onScreen([0.3, 0.3]), await person.onScreen([0.6, 0.6])];
      await mouse.move(from.x, from.y);
      await mouse.down();
      await person.demo.evaluate((demo) =>
        demo.shadowRoot?.querySelector('.dial')?.releasePointerCapture(1),
      );
      await mouse.move(to.x, to.y, { steps: 4 });
      await mouse.move(to.x, 10, { steps: 4 });
      await mouse.up();
      await mouse.move(from.x, to.y, { steps: 4 });
      const [stroke, ...more] = await person.strokes();
      assert.deepEqual(more, []);
      const { y } = stroke[stroke.length - 1];
      assert(stroke.length > 4 && y < 0.1, `it ends at ${y}`);
    }));

  test('another button, and a menu, are nothing to a stroke', () =>
    visit(async (person) => {
      const { mouse } = person.page;
      const [a, b, c] = [
        await person.onScreen([0.3, 0.3]),
        await person.onScreen([0.6, 0.3]),
        await person.onScreen([0.6, 0.7]),
      ];
      await person.page.evaluate(() => {
        Object.assign(window, { menus: [] });
        addEventListener('contextmenu', (event) => window.menus.push(event.defaultPrevented));
      });
      await mouse.move(a.x, a.y);
      await mouse.down();
      await mouse.move(b.x, b.y, { steps: 4 });
      await mouse.down({ button: 'right' });
      await mouse.up({ button: 'right' });
      await mouse.move(c.x, c.y, { steps: 4 });
      await mouse.up();
      await mouse.move(a.x, c.y, { steps: 4 });
      const [stroke, ...more] = await person.strokes();
      assert.deepEqual(more, []);
      const end = stroke[stroke.length - 1];
      assert(Math.hypot(end.x - 0.6, end.y - 0.7) < 0.02, JSON.stringify(end));
      const menus = await person.page.evaluate(() => window.menus);
      assert(
        menus.every((prevented) => prevented),
        'no menu opens',
      );
    }));

  test('the other button alone, held on, lets the stroke go', () =>
    visit(async (person) => {
      const { mouse } = person.page;
      const [a, b] = [await person.onScreen([0.3, 0.3]), await person.onScreen([0.6, 0.3])];
      await mouse.move(a.x, a.y);
      await mouse.down();
      await mouse.move(b.x, b.y, { steps: 4 });
      await mouse.down({ button: 'right' });
      await mouse.up();
      await mouse.move(a.x, b.y + 60, { steps: 4 });
      await mouse.up({ button: 'right' });
      const [stroke] = await person.strokes();
      assert(Math.abs(stroke[stroke.length - 1].x - 0.6) < 0.02);
    }));

  test('a knob that is let go of outside of everything is let go of', () =>
    visit((person) =>
      withHands(person, async (hands) => {
        await hands.point('mousePressed', onRing(0, 256 / 280), 'mouse');
        await hands.point('mouseMoved', onRing(45, 0.9), 'mouse');
        await turnsTo(person, 45);
        await hands.point('mouseMoved', onRing(200, 0.9), 'mouse', 0);
        await turnsTo(person, 45);
        assert(Math.abs(Number(await person.demo.getAttribute('angle')) - 45) < 2);
        await hands.point('mouseReleased', onRing(200, 0.9), 'mouse');
      }),
    ));
});

describe('nothing is lost', () => {
  test('what a link or a sample takes the place of comes back, and the stroke that was being drawn', () =>
    visit(async (person) => {
      await person.drawWithMouse(SEVEN);
      const drawn = await person.strokes();
      await person.page.evaluate(() => (location.hash = '#a=90&s=IAIA.gAgAoAoA'));
      await until(async () => (await person.strokes()).length === 2, 'the drawing of the link');
      await person.button('Undo').click();
      assert.deepEqual(await person.strokes(), drawn);
      const { mouse, keyboard } = person.page;
      const [from, to] = [await person.onScreen([0.3, 0.6]), await person.onScreen([0.7, 0.6])];
      await person.button('Sample 4').focus();
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 4 });
      const both = await person.strokes();
      assert.equal(both.length, 2);
      await person.button('Sample 4').focus();
      await keyboard.press('Enter');
      await mouse.move(from.x, to.y + 30, { steps: 4 });
      await mouse.up();
      const four = await person.strokes();
      await person.button('Undo').click();
      assert.deepEqual(await person.strokes(), both);
      assert.notDeepEqual(four, both);
      await person.drawWithMouse(SEVEN);
      assert.equal((await person.strokes()).length, 3, 'and the pad draws on');
    }));

  test('what the page opens with stands still under the pen, makes way for it, and comes back', () =>
    visit(
      async (person) => {
        await until(async () => (await person.angle()) > 5, 'it to turn', 60000);
        const opening = await person.strokes();
        const { x, y } = await person.onScreen([0.4, 0.4]);
        await person.page.mouse.move(x, y);
        await person.page.mouse.down();
        const angle = await person.angle();
        await person.page.mouse.move(x + 50, y + 60, { steps: 6 });
        await person.page.mouse.up();
        assert.equal(await person.angle(), angle);
        assert.equal((await person.strokes()).length, 1);
        await person.button('Undo').click();
        await person.button('Undo').click();
        assert.deepEqual(await person.strokes(), opening);
      },
      { opening: true },
    ));

  test('a palm on what the page opens with leaves it whole', () =>
    visit(
      (person) =>
        withHands(person, async (hands) => {
          const opening = await person.strokes();
          assert(opening.length > 0);
          await hands.touch('touchStart', { id: 1, at: [0.7, 0.8] });
          await hands.touch('touchStart', { id: 1, at: [0.7, 0.8] }, { id: 2, at: [0.3, 0.3] });
          await hands.touch('touchEnd');
          assert.deepEqual(await person.strokes(), opening);
          await hands.drawWithPen(SEVEN);
          assert.equal((await person.strokes()).length, 1, 'and it makes way for the pen');
        }),
      { ...TABLET, opening: true },
    ));
});

describe('points', () => {
  test('that are tapped are ink, and are answered', () =>
    visit(async (person) => {
      const dots = /** @type {[number, number][]} */ ([
        ...[0.3, 0.4, 0.5, 0.6, 0.7].map((x) => [x, 0.24]),
        ...[0.66, 0.62, 0.58, 0.54, 0.5, 0.46].map((x, i) => [x, 0.34 + 0.09 * i]),
      ]);
      for (const dot of dots) await person.drawWithMouse([dot]);
      assert.equal((await person.strokes()).length, dots.length);
      assert((await person.strokes()).every(({ length }) => length === 1));
      const answer = await person.predict();
      assert.equal(answer?.probabilities.length, 10);
      await person.reads(person.panel('main').locator('.digit'), String(answer.digit));
      await eventually(async () => {
        const { colours } = await person.look(person.demo.locator('canvas.seen'));
        assert(colours > 4, 'the networks see them');
      });
    }));
});

describe('sharp', () => {
  test('pictures are drawn anew for another screen', () =>
    visit(
      async (person) => {
        await person.sample(7);
        await person.predict();
        const input = await person.page.context().newCDPSession(person.page);
        const ratios = () =>
          person.demo.evaluate((demo) => {
            const { shadowRoot } = demo;
            const canvases = Array.from(shadowRoot?.querySelectorAll('canvas:not(.ramp)') ?? []);
            return /** @type {HTMLCanvasElement[]} */ (canvases)
              .filter(({ clientWidth }) => clientWidth > 0)
              .map(({ width, clientWidth }) => width / clientWidth);
          });
        await until(async () => (await ratios()).length >= 4, 'pad, what is seen, and maps');
        const { width, height } = await person.page.evaluate(() => ({
          ...{ width: innerWidth, height: innerHeight },
        }));
        await input.send('Emulation.setDeviceMetricsOverride', {
          ...{ width, height, deviceScaleFactor: 2, mobile: false },
        });
        await until(
          async () => (await ratios()).every((ratio) => Math.abs(ratio - 2) < 0.02),
          'two pixels to one',
        );
        await eventually(async () =>
          assert((await person.look(person.pad)).colours > 2, 'and the drawing is there'),
        );
      },
      // The browser tells nobody of another screen where the size of the window is emulated too.
      { context: { viewport: null } },
    ));
});

describe('a pad that is itself', () => {
  /** @type {[string, string][]} */
  const ways = [
    ['turned', 'transform: rotate(30deg)'],
    ['mirrored', 'transform: scaleX(-1)'],
    ['larger', 'transform: scale(1.4); transform-origin: 0 0'],
    ['slanted', 'transform: skewX(20deg) scaleY(0.8)'],
    ['turned and mirrored', 'transform: rotate(-120deg) scale(-0.9, 0.7)'],
    ['zoomed', 'zoom: 1.5'],
    ['seen from the side', 'transform: perspective(900px) rotateY(35deg)'],
    ['mirrored and tipped over', 'transform: perspective(800px) rotateX(40deg) scaleX(-1)'],
  ];
  for (const [how, style] of ways) {
    test(`${how} is drawn on and turned where one points`, () =>
      visit(
        async (person) => {
          await person.ready();
          // The middles of buttons in known places tell where the pad's places are, without the code that is tested.
          const onScreen = await person.demo.evaluateHandle((demo) => {
            const shadow = /** @type {ShadowRoot} */ (demo.shadowRoot);
            const dial = /** @type {HTMLElement} */ (shadow.querySelector('.dial'));
            const mark = document.createElement('b');
            mark.style.cssText = 'position:absolute;width:2px;height:2px;margin:-1px';
            mark.style.pointerEvents = 'none';
            dial.append(mark);
            return (/** @type {[number, number]} */ [x, y]) => {
              mark.style.left = `${50 + ((x - 0.5) * 244 * 100) / 560}%`;
              mark.style.top = `${50 + ((y - 0.5) * 244 * 100) / 560}%`;
              const box = mark.getBoundingClientRect();
              return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
            };
          });
          const at = (/** @type {[number, number]} */ place) =>
            onScreen.evaluate((find, place) => find(place), place);
          const drag = async (/** @type {[number, number][]} */ places) => {
            for (const [i, place] of places.entries()) {
              const { x, y } = await at(place);
              await person.page.mouse.move(x, y, { steps: i === 0 ? 1 : 4 });
              if (i === 0) await person.page.mouse.down();
            }
            await person.page.mouse.up();
          };
          await drag([
            [0.3, 0.25],
            [0.7, 0.25],
            [0.5, 0.8],
          ]);
          const [stroke, ...more] = await person.strokes();
          assert.deepEqual(more, []);
          for (const [point, [x, y]] of /** @type {const} */ ([
            [stroke[0], [0.3, 0.25]],
            [stroke[stroke.length - 1], [0.5, 0.8]],
          ])) {
            assert(Math.hypot(point.x - x, point.y - y) < 0.01, JSON.stringify(point));
          }
          await drag([onRing(0, 256 / 280), onRing(40, 0.9), onRing(80, 0.9), onRing(130, 0.9)]);
          await turnsTo(person, 130, 1);
          // Moved straight there.
          const { x, y } = await at(onRing(220, 0.85));
          await person.page.mouse.click(x, y);
          await turnsTo(person, 220, 1);
          assert.equal((await person.strokes()).length, 1);
        },
        {
          url: pageWith(
            `<div style="width: 700px; margin: 300px; ${style}"><gsa-demo></gsa-demo></div>`,
          ),
          context: { viewport: { width: 1800, height: 1800 } },
        },
      ));
  }

  test('in a frame that is turned is drawn on where one points', () =>
    visit(
      async (outer) => {
        const frame = outer.page.frames()[1];
        assert(frame);
        const demo = frame.locator('gsa-demo');
        await demo.evaluate((element) => /** @type {GsaDemo} */ (element).ready);
        // The frame's middle stays where it is, at 600, 550; its pad has places of its own.
        const pad = await frame.evaluate(() => {
          const canvas = document.querySelector('gsa-demo')?.shadowRoot?.querySelector('.pad');
          const { x, y, width } = /** @type {Element} */ (canvas).getBoundingClientRect();
          return { x, y, width };
        });
        const size = { width: 800, height: 700 };
        const place = (/** @type {[number, number]} */ [x, y]) => {
          const angle = Math.PI / 6;
          const [u, v] = [
            pad.x + x * pad.width - size.width / 2,
            pad.y + y * pad.width - size.height / 2,
          ];
          const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
          return { x: 600 + cos * u - sin * v, y: 550 + sin * u + cos * v };
        };
        const { mouse } = outer.page;
        for (const [i, spot] of /** @type {[number, number][]} */ ([
          [0.3, 0.3],
          [0.6, 0.7],
        ]).entries()) {
          const { x, y } = place(spot);
          await mouse.move(x, y, { steps: i === 0 ? 1 : 5 });
          if (i === 0) await mouse.down();
        }
        await mouse.up();
        const [stroke] = await demo.evaluate((element) => /** @type {GsaDemo} */ (element).strokes);
        const [start, end] = [stroke[0], stroke[stroke.length - 1]];
        assert(Math.hypot(start.x - 0.3, start.y - 0.3) < 0.015, JSON.stringify(start));
        assert(Math.hypot(end.x - 0.6, end.y - 0.7) < 0.015, JSON.stringify(end));
      },
      {
        url: pageWith(
          `<style>body { margin: 0 }</style><iframe src="${pageWith('<gsa-demo></gsa-demo>')}" style="position: absolute; left: 200px; top: 200px; width: 800px; height: 700px; border: 0; transform: rotate(30deg)"></iframe>`,
        ),
        context: { viewport: { width: 1200, height: 1200 } },
      },
    ));
});
