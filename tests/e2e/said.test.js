// What is read out, and what is explained.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEVEN, setUp, until, visit } from './person.js';

/**
 * @import { Person } from './person.js'
 */

setUp();

/** All that the live region says from now on. @param {Person} person */
async function listen(person) {
  await person.demo.evaluate((demo) => {
    const live = demo.shadowRoot?.querySelector('[aria-live]');
    Object.assign(window, { said: [] });
    new MutationObserver(() => window.said.push(live?.textContent)).observe(
      /** @type {Node} */ (live),
      { childList: true },
    );
  });
  return () => person.page.evaluate(() => window.said);
}

describe('read out', () => {
  test('are the answers after a stroke, and after a turn what stayed and what changed', () =>
    visit(async (person) => {
      await person.ready();
      const said = await listen(person);
      await person.drawWithMouse(SEVEN);
      await until(async () => (await said()).length === 1, 'the answers');
      assert.match(
        String((await said())[0]),
        /^Built to turn reads 7, [\w ]+; ordinary reads \d, /,
      );
      await person.knob.focus();
      await person.page.keyboard.press('PageUp');
      await until(async () => (await said()).length === 2, 'the turn');
      assert.match(
        String((await said())[1]),
        /^Turned by 90°: built to turn still 7, same probabilities; ordinary (now|still) \d, [\w ]+\.$/,
      );
      await person.predict();
      const [, other] = await person.predictions();
      assert(String((await said())[1]).includes(` ${other.digit}, `));
      await person.button('Clear').click();
      await until(async () => (await said()).length === 3, 'that there is nothing');
      assert.equal((await said())[2], 'The pad is empty.');
    }));

  test('is nothing while it turns by itself or under a hand, and one sentence when it rests', () =>
    visit(async (person) => {
      await person.ready();
      await person.sample(7);
      const said = await listen(person);
      await until(async () => (await said()).length === 1, 'the answers');
      await person.button('Once round').click();
      await until(async () => (await person.angle()) > 90, 'a quarter of the way');
      assert.equal((await said()).length, 1, 'it is silent on its way');
      await person.button('Stop').click();
      await until(async () => (await said()).length === 2, 'where it came to rest');
      assert.match(String((await said())[1]), /^Turned by \d+°: built to turn /);
      const box = await person.knob.boundingBox();
      assert(box);
      await person.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await person.page.mouse.down();
      const middle = await person.onScreen([0.5, 0.5]);
      await person.page.mouse.move(middle.x + 200, middle.y + 30, { steps: 5 });
      await until(async () => (await person.predict()) !== null, 'an answer');
      // Longer than an answer must stand; this is about nothing happening.
      await person.page.waitForTimeout(1300);
      assert.equal((await said()).length, 2, 'it is silent under the hand');
      await person.page.mouse.up();
      await until(async () => (await said()).length === 3, 'where it was let go of');
    }));

  test('is not an answer of random weights', () =>
    visit(async (person) => {
      await person.ready();
      const said = await listen(person);
      await person.sample(7);
      await until(async () => (await said()).length === 1, 'the answers');
      await person.demo.getByRole('radio', { name: 'random weights' }).check();
      await until(() => person.panel('main').locator('.untaught').isVisible(), 'random weights');
      await person.predict();
      await person.setAngle(90);
      await until(
        async () => /^Turned by 90°\. With random weights/.test(`${(await said()).at(-1)}`),
        'the turn',
      );
      const [, ...since] = await said();
      assert(!since.some((text) => /reads|still/.test(`${text}`)));
    }));
});

describe('6 and 9', () => {
  test('share an answer: both bars light up, and the page says why', () =>
    visit(async (person) => {
      await person.sample(6);
      const main = await person.predict();
      assert(main && main.digit === 6 && main.probabilities[9] > 0.01);
      const weight = (/** @type {'main' | 'other'} */ role, /** @type {string} */ row) =>
        person
          .panel(role)
          .locator(`.bars .${row}`)
          .evaluate((line) => {
            const bar = /** @type {HTMLElement} */ (line.querySelector('.bar'));
            return `${getComputedStyle(line).fontWeight} ${getComputedStyle(bar).opacity}`;
          });
      await person.reads(person.panel('main').locator('.second .name'), '9');
      assert.equal(await weight('main', 'second'), await weight('main', 'best'));
      assert.notEqual(await weight('other', 'second'), await weight('other', 'best'), 'a sure one');
      const caption = person.demo.locator('.caption .text');
      await person.reads(caption, /^Upside down, a 6 is a 9: whoever ignores turns/);
      await person.setAngle(180);
      const [, other] = await person.predictions();
      assert.equal(other.digit, 9);
      await person.reads(caption, /the 9 of “Ordinary” is what stands there now\./);
      await person.sample(7);
      await person.reads(caption, /^Draw in the middle/);
      assert.notEqual(await weight('main', 'second'), await weight('main', 'best'));
    }));
});
