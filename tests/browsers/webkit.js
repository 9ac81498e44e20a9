// WebKit, the engine of Safari, as WebKitGTK has it: its small browser on a screen in memory, by WebDriver:
// https://www.w3.org/TR/webdriver2/

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { ANSWER_MS, soon, start, stop } from './process.js';

/** @import { Browser } from './types.d.ts' */

/** The bar above the page would not let a window be as narrow as a phone. */
const NARROW = '* { min-width: 0; padding: 0; margin: 0; }';

/**
 * @param {{ driver: string, browser: string, screen: string }} programs  `screen` is Xvfb
 * @returns {Promise<Browser>}
 */
export async function webkit({ driver, browser, screen }) {
  const home = await mkdtemp(join(tmpdir(), 'gsa-webkit-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const started = [];
  const close = async () => {
    for (const child of started.reverse()) await stop(child);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const options = ['-displayfd', '1', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'];
    const display = await start(screen, options, /^(\d+)\n/m);
    started.push(display.child);
    await mkdir(join(home, 'gtk-3.0'));
    await writeFile(join(home, 'gtk-3.0/gtk.css'), NARROW);
    const port = await freePort();
    const { child } = await start(driver, [`--port=${port}`], null, {
      DISPLAY: `:${display.word}`,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      XDG_CACHE_HOME: home,
      // By way of a graphics card that is a program a frame would take seconds.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    });
    started.push(child);
    const wire = new Wire(`http://127.0.0.1:${port}`);
    await soon(() => wire.send('GET', '/status'));
    const { sessionId, capabilities } = await wire.send('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
      },
    });
    wire.session = `/session/${sessionId}`;
    await wire.send('POST', '/timeouts', { script: ANSWER_MS, pageLoad: 60000 });
    return new WebKit(wire, capabilities.browserVersion, async () => {
      await wire.send('DELETE', '').catch(() => {});
      await close();
    });
  } catch (error) {
    await close();
    throw error;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @implements {Browser} */
class WebKit {
  name = 'WebKit';
  /** @type {Browser['hands']} */
  hands = ['mouse'];
  version;
  close;
  #wire;

  /** @param {Wire} wire @param {string} version @param {() => Promise<void>} close */
  constructor(wire, version, close) {
    this.#wire = wire;
    this.version = version;
    this.close = close;
  }

  /** @param {string} url */
  async open(url) {
    await this.#wire.send('POST', '/url', { url });
  }

  /** @type {Browser['evaluate']} */
  async evaluate(f, ...given) {
    const { error, text } = await this.#wire.send('POST', '/execute/async', {
      script: `const [given, done] = arguments;
        (async () => JSON.stringify([await (${f})(...JSON.parse(given))]))()
          .then((text) => done({ text }), (error) => done({ error: String(error) }));`,
      args: [JSON.stringify(given)],
    });
    if (error) throw new Error(error);
    return JSON.parse(text)[0] ?? undefined;
  }

  /** @type {Browser['act']} */
  async act(actions) {
    await this.#wire.send('POST', '/actions', { actions });
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    // The window has a bar above the page, and takes its time.
    await soon(async () => {
      const bar = await this.evaluate(() => outerHeight - innerHeight);
      await this.#wire.send('POST', '/window/rect', { x: 0, y: 0, width, height: height + bar });
      const inside = await this.evaluate(() => `${innerWidth}×${innerHeight}`);
      if (inside !== `${width}×${height}`) throw new Error(`the page has ${inside} pixels`);
    });
  }

  async screenshot() {
    return Buffer.from(await this.#wire.send('GET', '/screenshot'), 'base64');
  }

  /**
   * Its driver can't have a page printed, so each rule for print is made one for the screen and the other way round, in the page
   * and in every shadow tree; `beforeprint` is sent by hand. What is not tried is how WebKit breaks pages.
   */
  async layOutForPaper() {
    await this.evaluate(() => {
      const swapped = (/** @type {string} */ text) =>
        text.replace(/@media[^{]*/g, (media) =>
          media.replace(/\bscreen\b/g, 'speech').replace(/\bprint\b/g, 'screen'),
        );
      /** @param {Document | ShadowRoot} tree */
      const turn = (tree) => {
        const sheets = [...tree.styleSheets, ...tree.adoptedStyleSheets];
        tree.adoptedStyleSheets = sheets.map((sheet) => {
          const other = new CSSStyleSheet();
          other.replaceSync(swapped([...sheet.cssRules].map((rule) => rule.cssText).join('\n')));
          return other;
        });
        for (const sheet of tree.styleSheets) sheet.disabled = true;
        for (const { shadowRoot } of tree.querySelectorAll('*')) if (shadowRoot) turn(shadowRoot);
      };
      dispatchEvent(new Event('beforeprint'));
      turn(document);
    });
  }

  noted() {
    return [];
  }
}

/** Commands to the driver. */
class Wire {
  session = '';
  #address;

  /** @param {string} address */
  constructor(address) {
    this.#address = address;
  }

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async send(method, path, body) {
    const response = await fetch(this.#address + this.session + path, {
      method,
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }
}
