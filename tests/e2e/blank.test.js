// Every figure once the pad is cleared, while one draws anew, and afterwards: no number of a drawing that is gone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageWith, setUp, until, visit } from './person.js';

/** @import { Locator } from 'playwright-core' */
/** @import { GsaDemo } from '../../www/element.js' */
/** @import { GsaFigure } from '../../www/figure.js' */

setUp();

/** Of no drawing, or of the dial alone. */
const OTHERS = ['results', 'cost', 'by-angle'];
/** What is hidden while nothing is known, where that is not the whole figure. @type {Record<string, string>} */
const INSIDE = { 'theorem-4': '.real', 'group-size': '.half' };
/** A number that was measured, as figures write it. */
const MEASURED = /\d ?%|\d·10⁻/;
/** @type {[number, number][]} */
const HOOK = [
  [0.3, 0.25],
  [0.65, 0.3],
  [0.4, 0.55],
  [0.62, 0.75],
];

/** @param {Locator} figure */
const tableOf = (figure) => figure.evaluate((e) => /** @type {GsaFigure} */ (e).table());

test('nothing is left of a drawing that is gone, in any figure', () =>
  visit(
    async (person) => {
      const { page, demo } = person;
      const names = await page.evaluate(async (others) => {
        await customElements.whenDefined('gsa-figure');
        const all = /** @type {typeof GsaFigure} */ (customElements.get('gsa-figure')).names;
        const holder = /** @type {HTMLElement} */ (document.querySelector('#all'));
        const names = all.filter((name) => !others.includes(name));
        for (const name of names) {
          const figure = document.createElement('gsa-figure');
          figure.setAttribute('name', name);
          holder.append(figure);
        }
        return names;
      }, OTHERS);
      assert(names.length >= 13, names.join());
      const figures = names.map((name) => page.locator(`gsa-figure[name="${name}"]`));
      const allAre = async (/** @type {string} */ state) => {
        for (const [i, figure] of figures.entries()) {
          const is = async () => (await figure.getAttribute('state')) === state;
          await until(is, `${names[i]} to be ${state}`, 180000);
        }
      };
      /** What can be read in each of them; what is hidden is not. */
      const texts = () =>
        Promise.all(
          figures.map((figure, i) =>
            figure.evaluate(
              (e, part) => /** @type {HTMLElement} */ (e.shadowRoot?.querySelector(part)).innerText,
              INSIDE[names[i]] ?? '.root',
            ),
          ),
        );
      await allAre('ready');
      const before = await Promise.all(figures.map(tableOf));
      const first = await texts();

      await demo.evaluate((e) => /** @type {GsaDemo} */ (e).clear());
      await allAre('waiting');
      /** @type {string[]} */
      const wrong = [];
      for (const [i, text] of (await texts()).entries()) {
        if (!/draw a digit/i.test(text)) wrong.push(`${names[i]} does not say what to do: ${text}`);
        if (MEASURED.test(text))
          wrong.push(`${names[i]} has numbers: ${text.replaceAll('\n', ' ')}`);
        const { rows } = await tableOf(figures[i]);
        // What stays of the others is of no drawing.
        if (rows.length > 0 && !(names[i] in INSIDE)) wrong.push(`${names[i]} has a table`);
      }
      assert.equal(wrong.join('\n'), '');

      // While the pen is down nothing is known but the answers.
      for (const [i, point] of HOOK.entries()) {
        const { x, y } = await person.onScreen(point);
        await page.mouse.move(x, y, { steps: i === 0 ? 1 : 4 });
        if (i === 0) await page.mouse.down();
      }
      for (const [i, text] of (await texts()).entries()) {
        for (const number of first[i].match(/\d+ ?%|[\d.]+·10\S+/g) ?? []) {
          if (['answers', 'polar', 'theorem-2'].includes(names[i])) continue;
          if (text.includes(number)) wrong.push(`${names[i]} still says ${number}: ${text}`);
        }
      }
      assert.equal(wrong.join('\n'), '');
      await page.mouse.up();
      await allAre('ready');
      for (const [i, figure] of figures.entries()) {
        const { rows } = await tableOf(figure);
        assert(rows.length > 0, names[i]);
        // What the darkest pixel asks is the same wherever one is black.
        if (names[i] !== 'theorem-3')
          assert.notDeepEqual(rows, before[i].rows, `${names[i]} is of the new drawing`);
        const pale = await figure.locator('[data-past], [data-unknown]').count();
        assert.equal(pale, 0, names[i]);
      }
    },
    {
      url: pageWith(
        `<style>#all { zoom: 0.4; display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 16px; } gsa-demo { max-width: 320px }</style>
        <gsa-demo view="compact" figures="answers" engine="cpu" sample="4"></gsa-demo><div id="all"></div>`,
      ),
    },
  ));
