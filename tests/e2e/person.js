// What a person does with the page, with real pointer, touch and key events.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { PREFIX, serve } from './server.js';
import { SLOWNESS, slow } from './slow.js';

/**
 * @import { Browser, BrowserContextOptions, Frame, Locator, Page } from 'playwright-core'
 * @import { GsaDemo } from '../../www/element.js'
 * @import { Site } from './server.js'
 */

/** A 7 as one draws it, in 0..1 of the pad. @type {[number, number][]} */
export const SEVEN = [
  [0.3, 0.24],
  [0.5, 0.235],
  [0.68, 0.23],
  [0.6, 0.42],
  [0.52, 0.6],
  [0.45, 0.8],
];

/** The same, as `strokes`. */
export const SEVEN_STROKES = [SEVEN.map(([x, y]) => ({ x, y }))];

/** Clear samples; 6 and 9 are near twins for a network that ignores how they are turned. */
export const CLEAR = [0, 1, 2, 3, 4, 5, 7, 8];

/** @type {Browser} */
let browser;
/** @type {Site} */
let site;

/** Gives the browser a graphics card, though one that is a program. */
export const WITH_ADAPTER = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

/**
 * What the browser does without. For each window, and so for each test, it would get two pages of its address bar ready, which takes half
 * a second of a processor. The list takes the place of Playwright's: what follows is what tests need of that.
 */
const WITHOUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['LensOverlay', 'MediaRouter', 'OptimizationHints', 'PaintHolding'],
  'ThirdPartyStoragePartitioning',
];

/** @param {string[]} [flags] */
export function openBrowser(flags = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--disable-features=${WITHOUT}`,
      ...flags,
    ],
  });
}

/** Starts browser and server for a file of tests. @param {string[]} [flags]  of the browser */
export function setUp(flags = []) {
  before(async () => {
    site = await serve();
    browser = await openBrowser(flags);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });
}

export function theSite() {
  return site;
}

/**
 * The address of a new page.
 *
 * @param {string} body
 * @param {Record<string, string>} [headers]
 * @param {string} [script]  tag that brings the element
 */
export function pageWith(
  body,
  headers,
  script = `<script type="module" src="${PREFIX}define.js"></script>`,
) {
  const path = `/page-${Math.random().toString(36).slice(2)}.html`;
  site.pages.set(path, { body: `<!doctype html><meta charset="utf-8">${script}${body}`, headers });
  return site.origin + path;
}

/**
 * Opens the page, hands it to `body`, and afterwards insists that nothing went wrong on it and that no
 * other host was asked for anything. The page's demonstration begins blank, unless its opening is what is looked at.
 *
 * @param {(person: Person) => Promise<void>} body
 * @param {{ url?: string, query?: string, context?: BrowserContextOptions, expectErrors?: RegExp, hosts?: string[],
 *   prepare?: (page: Page) => Promise<unknown>, opening?: boolean }} [options]
 */
export async function visit(
  body,
  {
    query = '',
    url = (process.env.URL ?? site.url) + query,
    context,
    expectErrors,
    hosts = [],
    prepare,
    opening = false,
  } = {},
) {
  const place = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    // What the server gives is what is tested; offline.test.js asks for one.
    serviceWorkers: 'block',
    ...context,
  });
  place.setDefaultTimeout(20000 * SLOWNESS);
  const page = await place.newPage();
  await slow(page);
  /** @type {string[]} */
  const complaints = [];
  /** @type {string[]} */
  const abroad = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  const expected = [new URL(url).host, ...hosts];
  place.on('request', (request) => {
    const asked = new URL(request.url());
    if (/^https?:$/.test(asked.protocol) && !expected.includes(asked.host))
      abroad.push(request.url());
  });
  try {
    if (!opening && url.startsWith(site.url)) await page.addInitScript(openBlank);
    await prepare?.(page);
    await page.goto(url);
    await body(new Person(page));
    const unexpected = complaints.filter(
      (text) => !expectErrors?.test(text) && !/blocked by Playwright/.test(text),
    );
    assert.deepEqual(unexpected, [], 'the console stays silent');
    assert.deepEqual(abroad, [], 'no other host is asked for anything');
  } finally {
    // What a test changes on its way may be on its way still.
    await place.unrouteAll({ behavior: 'ignoreErrors' });
    for (const other of place.pages()) await other.unrouteAll({ behavior: 'ignoreErrors' });
    await place.close();
  }
}

/** Takes away what the page's demonstration opens with, before there is a demonstration. */
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
 * Whether a network has been asked all round, and what it reads there: for each run of equal answers where it lies, and the digits
 * beside them.
 *
 * @param {Person} person
 * @param {'main' | 'other'} role
 */
export async function allRound(person, role) {
  const track = person.demo.locator(`.tracks .${role}`);
  await until(
    async () =>
      (await track.locator('.run').count()) > 0 && (await track.locator('.unasked').count()) === 0,
    'all angles to be asked',
    240000,
  );
  return {
    count: await person.panel(role).locator('.count').textContent(),
    runs: await track
      .locator('.run')
      .evaluateAll((runs) =>
        runs.map((run) => `${run.getAttribute('class')} ${run.getAttribute('d')}`),
      ),
    digits: await track.locator('.read').allTextContents(),
  };
}

export class Person {
  /** @param {Page} page @param {Frame} [frame] */
  constructor(page, frame) {
    this.page = page;
    this.frame = frame ?? page.mainFrame();
    this.demo = this.frame.locator('gsa-demo').first();
    this.pad = this.demo.locator('[part=pad]');
    this.knob = this.demo.locator('[part=knob]');
  }

  /** @param {string} name */
  button(name) {
    return this.demo.getByRole('button', { name, exact: true });
  }

  /** @param {'main' | 'other'} role */
  panel(role) {
    return this.demo.locator(`.panel.${role}`);
  }

  async ready() {
    await this.demo.evaluate((demo) => /** @type {GsaDemo} */ (demo).ready);
  }

  /** What the element answers for what is on the pad now. */
  predict() {
    return this.demo.evaluate((demo) => /** @type {GsaDemo} */ (demo).predict());
  }

  /** Predictions of all networks for what is on the pad now. One that takes long on this machine answers later than the first one. */
  async predictions() {
    const given = () =>
      this.demo.evaluate((element) => {
        const demo = /** @type {GsaDemo} */ (element);
        return { all: demo.predictions, count: Math.min(3, demo.networks.length) };
      });
    if (await this.predict()) {
      const isWhole = async () => {
        const { all, count } = await given();
        return all.length === count;
      };
      await until(isWhole, 'all networks to answer', 60000);
    }
    return (await given()).all;
  }

  strokes() {
    return this.demo.evaluate((demo) => /** @type {GsaDemo} */ (demo).strokes);
  }

  angle() {
    return this.demo.evaluate((demo) => /** @type {GsaDemo} */ (demo).angle);
  }

  /** @param {number} angle */
  async setAngle(angle) {
    await this.demo.evaluate((demo, a) => {
      /** @type {GsaDemo} */ (demo).angle = a;
    }, angle);
  }

  /** @param {number} digit */
  async sample(digit) {
    await this.button(`Sample ${digit}`).click();
  }

  /**
   * Where a point of the pad is on the screen.
   *
   * @param {[number, number]} point
   */
  async onScreen([x, y]) {
    const box = await this.pad.boundingBox();
    assert(box, 'the pad is shown');
    return { x: box.x + x * box.width, y: box.y + y * box.height };
  }

  /** @param {[number, number][]} points */
  async drawWithMouse(points) {
    await this.pad.scrollIntoViewIfNeeded();
    for (const [i, point] of points.entries()) {
      const { x, y } = await this.onScreen(point);
      await this.page.mouse.move(x, y, { steps: i === 0 ? 1 : 6 });
      if (i === 0) await this.page.mouse.down();
    }
    await this.page.mouse.up();
  }

  /**
   * Draws with a finger, by the browser's own touch input.
   *
   * @param {[number, number][]} points
   * @param {{ end?: 'touchEnd' | 'touchCancel' }} [options]
   */
  async drawWithTouch(points, { end = 'touchEnd' } = {}) {
    await this.pad.scrollIntoViewIfNeeded();
    const input = await this.page.context().newCDPSession(this.page);
    for (const [i, point] of points.entries()) {
      const touchPoints = [{ ...(await this.onScreen(point)), id: 1 }];
      await input.send('Input.dispatchTouchEvent', {
        type: i === 0 ? 'touchStart' : 'touchMove',
        touchPoints,
      });
    }
    await input.send('Input.dispatchTouchEvent', { type: end, touchPoints: [] });
    await this.frames();
    await input.detach();
  }

  /**
   * Two frames of the page: what was sent to it has reached it by then, and what has changed is painted. Of a touch the browser may say
   * that it is done while it waits for a frame; clicks and keys are done when they are said to be.
   */
  async frames() {
    await this.page.evaluate(
      () =>
        new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
        ),
    );
  }

  /**
   * How the pixels of a canvas are: whether there is anything, and a copy to compare.
   *
   * @param {Locator} canvas
   * @returns {Promise<{ colours: number, pixels: number[] }>}
   */
  look(canvas) {
    return canvas.evaluate((element) => {
      const source = /** @type {HTMLCanvasElement} */ (element);
      const small = document.createElement('canvas');
      small.width = small.height = 96;
      const context = /** @type {CanvasRenderingContext2D} */ (small.getContext('2d'));
      if (source.width > 0) context.drawImage(source, 0, 0, 96, 96);
      const { data } = context.getImageData(0, 0, 96, 96);
      const colours = new Set(new Uint32Array(data.buffer)).size;
      return { colours, pixels: Array.from(data) };
    });
  }

  /** @param {Locator} locator @param {RegExp | string} text */
  async reads(locator, text) {
    await until(async () => {
      const content = (await locator.textContent()) ?? '';
      return typeof text === 'string' ? content.trim() === text : text.test(content);
    }, `to read ${text}`);
  }
}

/** Mean difference of two pictures, 0..255. @param {number[]} a @param {number[]} b */
export function difference(a, b) {
  assert.equal(a.length, b.length);
  assert(a.length > 0);
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;
}

/**
 * Waits for something to become true.
 *
 * @param {() => Promise<boolean> | boolean} condition
 * @param {string} what
 */
export async function until(condition, what, timeout = 20000) {
  const end = Date.now() + timeout * SLOWNESS;
  while (!(await condition())) {
    if (Date.now() > end) assert.fail(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 40));
  }
}

/**
 * Looks again until assertions hold, or fails as they did at last. What follows an action by way of an event, a frame or a worker is not
 * there yet when the action is done: whoever looks once has read a race.
 *
 * @template T
 * @param {() => Promise<T> | T} look  asserts, and may give what it has seen
 * @returns {Promise<T>}
 */
export async function eventually(look, timeout = 20000) {
  const end = Date.now() + timeout * SLOWNESS;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof assert.AssertionError) || Date.now() > end) throw error;
    }
    await new Promise((done) => setTimeout(done, 40));
  }
}
