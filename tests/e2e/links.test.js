// Links that say what is chosen inside figures: a teacher sends “this pixel of this head”.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { samples } from '../../www/samples.js';
import { encodeStrokes } from '../../www/state/link.js';
import { setUp, until, visit } from './person.js';

/** @import { Page } from 'playwright-core' */

setUp();

const FOUR = encodeStrokes(samples[4].strokes);
const context = { permissions: ['clipboard-read', 'clipboard-write'] };

/** A figure of the story, scrolled to. @param {Page} page @param {string} name */
async function figureOf(page, name) {
  const figure = page.locator(`gsa-figure[name="${name}"]`);
  await figure.evaluate((e) => e.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const state = () => figure.getAttribute('state');
  await until(async () => (await state()) === 'ready', `${name} to be ready`, 120000);
  return figure;
}

/** What a copied link says, by name. @param {Page} page */
async function copied(page) {
  const before = page.url();
  await page.locator('#share').evaluate((e) => /** @type {HTMLElement} */ (e).click());
  await until(() => page.url() !== before, 'the link');
  return Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)));
}

describe('a link to what is chosen inside', () => {
  const inside = 'pixel-9-12.head-3.element-2.layer-layer_2.turned-1';

  test('goes to its section, shows that, and is copied as it came', () =>
    visit(
      async (person) => {
        const { page } = person;
        const section = page.locator('#attention');
        await until(async () => {
          const box = await section.boundingBox();
          return !!box && box.y > -40 && box.y < 400;
        }, 'the section in sight');
        const attention = await figureOf(page, 'attention');
        assert(await attention.getByRole('radio', { name: '3', exact: true }).isChecked());
        assert.equal(await attention.locator('.clock.turned').isVisible(), true);
        assert.equal(await attention.getByLabel('layer').inputValue(), 'layer 2');
        await person.reads(attention.locator('.box.main p'), /R4_SA, layer 2/);
        // Those of the same state show it, and one that nobody has come to is not forgotten.
        const lifting = await figureOf(page, 'lifting');
        assert.equal(await lifting.locator('.row.stack').getAttribute('data-hidden'), null);
        assert.notEqual(await lifting.locator('.row.turn').getAttribute('data-hidden'), null);
        await person.reads(lifting.locator('.sub'), /head 3/);
        const said = await copied(page);
        assert.equal(said.inside, inside);
        assert.equal(said.lifting, 'step-3');
        assert.equal(said['theorem-4'], 'shift-7');
      },
      {
        query: `#a=0&s=${FOUR}&section=attention&inside=${inside}&lifting=step-3&theorem-4=shift-7`,
        context,
      },
    ));

  test('is made by choosing, and opens what was chosen', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        await person.sample(4);
        const theorem = await figureOf(page, 'theorem-4');
        await theorem.getByRole('slider').first().fill('9');
        const lifting = await figureOf(page, 'lifting');
        await lifting.getByRole('button', { name: '1 Act on the encoding' }).click();
        await lifting.getByRole('button', { name: '2 Attend with each' }).click();
        const said = await copied(page);
        assert.equal(said['theorem-4'], 'shift-9');
        assert.equal(said.lifting, 'step-2');
        assert.equal(said.inside, undefined, 'what nobody chose is not said');
        assert(page.url().length <= 2048);
        const link = page.url();
        await page.goto('about:blank');
        await page.goto(link);
        const again = await figureOf(page, 'lifting');
        assert.equal(await again.locator('.row.attend').getAttribute('data-hidden'), null);
        assert.notEqual(await again.locator('.row.stack').getAttribute('data-hidden'), null);
      },
      { context },
    ));

  test('that is nonsense is let be', () =>
    visit(
      async (person) => {
        const { page } = person;
        await person.ready();
        const lifting = await figureOf(page, 'lifting');
        assert.notEqual(await lifting.locator('.row.attend').getAttribute('data-hidden'), null);
        await person.reads(lifting.locator('.sub'), /head 9/);
        assert.equal(await page.locator('#told').textContent(), '');
        await page.evaluate(() => (location.hash = '#a=0&lifting=step-2&inside=head-2'));
        await until(
          async () => (await lifting.locator('.row.attend').getAttribute('data-hidden')) === null,
          'a link that comes later',
        );
        await person.reads(lifting.locator('.sub'), /head 2/);
      },
      {
        query: `#a=0&s=${FOUR}&inside=pixel-99-x.head-0.of-__proto__.layer-%3Cb%3E&lifting=step-77&theorem-1=filter-~&constructor=1`,
      },
    ));
});
