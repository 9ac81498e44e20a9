// Whether the element works on a page, whatever brought it there.

import assert from 'node:assert/strict';
import { Person, until } from '../e2e/person.js';

/** @import { Browser } from 'playwright-core' */

/** What a loaded machine takes. */
const PATIENCE_MS = 180000;

/**
 * Opens a page and hands it to `body`; then nothing may have been refused or complained of.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {(person: Person) => Promise<void>} body
 * @param {RegExp} [expected]  complaints that are part of what is tested
 */
export async function open(browser, url, body, expected) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('response', async (response) => {
    const request = response.request();
    const type = (await response.headerValue('content-type').catch(() => '')) ?? '';
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    // What many servers send for a file that they do not have.
    else if (type.startsWith('text/html') && !request.isNavigationRequest())
      complaints.push(`a page for a file: ${response.url()}`);
  });
  context.on('request', (request) => {
    const asked = new URL(request.url());
    const { host } = new URL(url);
    if (/^(http|ws)s?:$/.test(asked.protocol) && asked.host !== host && !expected)
      complaints.push(`another host: ${request.url()}`);
  });
  try {
    await page.goto(url);
    await body(new Person(page));
    const unexpected = complaints.filter((text) => !expected?.test(text));
    assert.deepEqual(unexpected, [], 'nothing is complained of');
  } catch (error) {
    if (complaints.length > 0) console.error(complaints.join('\n'));
    throw error;
  } finally {
    await context.close();
  }
}

/**
 * Opens a page of a development server before it is looked at: what such a server finds out at the first visit has it load the page anew,
 * whenever that is.
 *
 * @param {Browser} browser
 * @param {string} url
 */
export async function warm(browser, url) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  for (let visit = 0; visit < 2; visit++) {
    await page.waitForFunction(() => {
      const demo = /** @type {any} */ (document.querySelector('gsa-demo'));
      return demo?.predictions?.length === 2;
    });
    await page.waitForLoadState('networkidle');
    await page.reload();
  }
  await page.close();
}

/** It draws, answers from a worker, is asked all round by others, and paints. @param {Person} person */
export async function works(person) {
  const { demo, page } = person;
  await page.waitForFunction(() => Boolean(customElements.get('gsa-demo')));
  await person.ready();
  assert.equal((await person.predict())?.digit, 3);
  await person.reads(demo.locator('.badge-text'), /\d ms/);
  await demo.locator('.badge summary').click();
  assert.match(await demo.locator('.badge').innerText(), /in a worker/);
  assert(page.workers().length >= 1, 'there is a worker');
  await demo.locator('[part=maps]').first().scrollIntoViewIfNeeded();
  const painted = async () => (await person.look(demo.locator('canvas.ring').first())).colours > 30;
  await until(painted, 'the maps', PATIENCE_MS);
  const figure = page.locator('gsa-figure');
  await figure.scrollIntoViewIfNeeded();
  const isReady = async () => (await figure.getAttribute('state')) === 'ready';
  await until(isReady, 'the figure', PATIENCE_MS);
  await person.drawWithMouse([
    [0.2, 0.5],
    [0.8, 0.5],
  ]);
  assert.equal((await person.strokes()).length, 1);
  assert.match(String((await person.predict())?.digit), /^\d$/);
}

/** The networks are there without the element too, if the page wants them. @param {Person} person */
export async function prepares({ page }) {
  const pixels = await page.evaluate(() => /** @type {any} */ (globalThis).prepared());
  assert.equal(pixels, 28 * 28);
}
