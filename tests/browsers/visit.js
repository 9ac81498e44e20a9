// What a person does with the page in a browser that is driven from outside, and what a test sees of it.

import assert from 'node:assert/strict';
import { until } from '../e2e/person.js';
import { PREFIX } from '../e2e/server.js';

/**
 * @import { Actions, Browser, Hand } from './types.d.ts'
 * @import { Site } from '../e2e/server.js'
 * @import { GsaDemo } from '../../www/element.js'
 */

/** Remembers what goes wrong on the page; it comes first in the page. */
function report() {
  window.complaints = [];
  const note = (/** @type {unknown[]} */ ...words) => window.complaints.push(words.join(' '));
  addEventListener(
    'error',
    (event) => {
      const { target } = event;
      if (target instanceof Element) note('not loaded:', target.outerHTML);
      else note('uncaught:', event.message);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => note('rejected:', reason));
  addEventListener('securitypolicyviolation', (event) => note('refused:', event.blockedURI));
  for (const name of /** @type {const} */ (['error', 'warn'])) {
    const said = console[name];
    console[name] = (...words) => {
      note(`console.${name}:`, ...words);
      said.apply(console, words);
    };
  }
}

/** A page's text, with the report in front of all that it does. @param {string} html @param {string} [more]  behind the report */
export function reported(html, more = '') {
  const place = /<head>|<meta charset="utf-8" ?\/?>/.exec(html);
  assert(place, 'there is a place for the report');
  const end = place.index + place[0].length;
  return `${html.slice(0, end)}<script>(${report})()</script>${more}${html.slice(end)}`;
}

/** The address of a new page with the element. @param {Site} site @param {string} body @param {string} [script] */
export function pageWith(
  site,
  body,
  script = `<script type="module" src="${PREFIX}define.js"></script>`,
) {
  const path = `/page-${site.pages.size}.html`;
  site.pages.set(path, { body: plain(script + body) });
  return site.origin + path;
}

/** @param {string} content */
export function plain(content) {
  return reported(
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
      `<title>A page</title>${content}`,
  );
}

/**
 * Opens a page, hands it to `body`, and afterwards insists that nothing went wrong on it.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {(visitor: Visitor) => Promise<void>} body
 * @param {{ width?: number, height?: number, expected?: RegExp }} [options]
 */
export async function visit(browser, url, body, { width = 1280, height = 900, expected } = {}) {
  await browser.open('about:blank');
  browser.noted();
  await browser.resize(width, height);
  await browser.open(url);
  await body(new Visitor(browser));
  const complaints = [...(await browser.evaluate(() => window.complaints)), ...browser.noted()];
  const unexpected = complaints.filter((text) => !expected?.test(text));
  assert.deepEqual(unexpected, [], 'the console stays silent');
}

export class Visitor {
  /** @param {Browser} browser */
  constructor(browser) {
    this.browser = browser;
  }

  /**
   * Calls a function with the page's first demonstration.
   *
   * @template {unknown[]} A @template R
   * @param {(demo: GsaDemo, ...given: A) => R} f
   * @param {A} given
   * @returns {Promise<Awaited<R>>}
   */
  ask(f, ...given) {
    const call = `async (...given) => {
      await customElements.whenDefined('gsa-demo');
      return (${f})(document.querySelector('gsa-demo'), ...given);
    }`;
    return /** @type {any} */ (this.browser.evaluate)(call, ...given);
  }

  async ready() {
    await this.ask((demo) => demo.ready.then(() => undefined));
  }

  /** What all networks say of what is on the pad now. */
  async predictions() {
    return this.ask(async (demo) => {
      await demo.ready;
      await demo.predict();
      return demo.predictions;
    });
  }

  strokes() {
    return this.ask((demo) => demo.strokes);
  }

  angle() {
    return this.ask((demo) => demo.angle);
  }

  /** @param {number} angle */
  setAngle(angle) {
    return this.ask((demo, a) => void (demo.angle = a), angle);
  }

  /** What the element says somewhere. @param {string} selector */
  text(selector) {
    return this.ask((demo, s) => demo.shadowRoot?.querySelector(s)?.textContent ?? '', selector);
  }

  /** @param {string} selector @param {RegExp} words */
  async reads(selector, words) {
    await until(async () => words.test(await this.text(selector)), `${selector} to read ${words}`);
  }

  /**
   * Where something of the element is on the screen, once it has been scrolled there.
   *
   * @param {string} selector
   * @returns {Promise<{ x: number, y: number, width: number, height: number }>}
   */
  async box(selector) {
    const box = await this.ask((demo, s) => {
      const element = demo.shadowRoot?.querySelector(s);
      if (!element) return null;
      const { top, bottom } = element.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight)
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }, selector);
    assert(box, `there is ${selector}`);
    return box;
  }

  /** @param {string} selector */
  async click(selector) {
    const { x, y, width, height } = await this.box(selector);
    await this.drag([[x + width / 2, y + height / 2]]);
  }

  /** Draws on the pad. @param {[number, number][]} points  in 0..1 of it @param {Hand} [by] */
  async draw(points, by) {
    const { x, y, width, height } = await this.box('[part=pad]');
    await this.drag(
      points.map(([px, py]) => [x + px * width, y + py * height]),
      by,
    );
  }

  /** Presses at the first point of the screen, goes on to the last and lets go. @param {[number, number][]} points @param {Hand} [by] */
  async drag(points, by = 'mouse') {
    await this.browser.act([path(by, points)]);
  }

  /** @param {string[]} keys  as WebDriver writes them */
  async press(...keys) {
    await this.browser.act([
      {
        type: 'key',
        id: 'keys',
        actions: keys.flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      },
    ]);
  }

  /** How many colours each canvas has. @param {string} selector @returns {Promise<number[]>} */
  colours(selector) {
    return this.ask((demo, s) => {
      const canvases = demo.shadowRoot?.querySelectorAll(s) ?? [];
      return [...canvases].map((canvas) => {
        const small = document.createElement('canvas');
        small.width = small.height = 96;
        const context = small.getContext('2d');
        const source = /** @type {HTMLCanvasElement} */ (canvas);
        if (!context || source.width === 0) return 0;
        context.drawImage(source, 0, 0, 96, 96);
        const { data } = context.getImageData(0, 0, 96, 96);
        return new Set(new Uint32Array(data.buffer)).size;
      });
    }, selector);
  }
}

/** One pointer's way. @param {Hand} pointerType @param {[number, number][]} points @returns {Actions} */
function path(pointerType, points) {
  const [[x, y], ...rest] = points.map((point) => point.map(Math.round));
  const move = { type: 'pointerMove', origin: 'viewport' };
  return {
    type: 'pointer',
    id: pointerType,
    parameters: { pointerType },
    actions: [
      { ...move, x, y, duration: 0 },
      { type: 'pointerDown', button: 0 },
      ...rest.map(([x, y]) => ({ ...move, x, y, duration: 30 })),
      { type: 'pointerUp', button: 0 },
    ],
  };
}
