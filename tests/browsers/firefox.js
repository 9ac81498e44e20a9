// Firefox, by WebDriver BiDi: https://w3c.github.io/webdriver-bidi/

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANSWER_MS, start, stop } from './process.js';

/** @import { Browser } from './types.d.ts' */

/** @typedef {{ id?: number, method?: string, params?: any, result?: any, error?: string, message?: string }} Message */

/** @param {string} program @returns {Promise<Browser>} */
export async function firefox(program) {
  const profile = await mkdtemp(join(tmpdir(), 'gsa-firefox-'));
  const { child, word } = await start(
    program,
    // System access is what tells a page that it is printed.
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      'about:blank',
    ],
    /WebDriver BiDi listening on (ws:\S+)/,
  );
  /** @type {Wire | undefined} */
  let wire;
  const close = async () => {
    wire?.close();
    await stop(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    wire = await Wire.to(`${word}/session`);
    const { capabilities } = await wire.send('session.new', { capabilities: {} });
    const { contexts } = await wire.send('browsingContext.getTree', {});
    await wire.send('session.subscribe', { events: ['log.entryAdded'] });
    return new Firefox(wire, contexts[0].context, capabilities.browserVersion, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** @implements {Browser} */
class Firefox {
  name = 'Firefox';
  /** @type {Browser['hands']} */
  hands = ['mouse', 'touch'];
  version;
  close;
  #wire;
  #context;

  /** @param {Wire} wire @param {string} context @param {string} version @param {() => Promise<void>} close */
  constructor(wire, context, version, close) {
    this.#wire = wire;
    this.#context = context;
    this.version = version;
    this.close = close;
  }

  /** @param {string} url */
  async open(url) {
    await this.#wire.send('browsingContext.navigate', {
      context: this.#context,
      url,
      wait: 'complete',
    });
  }

  /** @type {Browser['evaluate']} */
  evaluate(f, ...given) {
    return this.#call(this.#context, String(f), given);
  }

  /** @type {Browser['act']} */
  async act(actions) {
    await this.#wire.send('input.performActions', { context: this.#context, actions });
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    await this.#wire.send('browsingContext.setViewport', {
      context: this.#context,
      viewport: { width, height },
    });
  }

  async screenshot() {
    const { data } = await this.#wire.send('browsingContext.captureScreenshot', {
      context: this.#context,
    });
    return Buffer.from(data, 'base64');
  }

  /** The medium is print, as Firefox's own tools set it; `beforeprint` is sent by hand. */
  async layOutForPaper() {
    const { contexts } = await this.#wire.send('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    const chrome = contexts[0].context;
    await this.#call(
      chrome,
      `() => { gBrowser.selectedBrowser.browsingContext.mediumOverride = 'print'; }`,
      [],
    );
    await this.evaluate(() => void dispatchEvent(new Event('beforeprint')));
  }

  noted() {
    return this.#wire.noted.splice(0);
  }

  /** @param {string} context @param {string} f @param {unknown[]} given @returns {Promise<any>} */
  async #call(context, f, given) {
    const answer = await this.#wire.send('script.callFunction', {
      functionDeclaration: `async (given) => JSON.stringify([await (${f})(...JSON.parse(given))])`,
      arguments: [{ type: 'string', value: JSON.stringify(given) }],
      target: { context },
      awaitPromise: true,
    });
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value)[0] ?? undefined;
  }
}

/** Commands on their way, and what was told without having been asked for. */
class Wire {
  /** @type {string[]} */
  noted = [];
  #socket;
  #last = 0;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(data)));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has gone'));
      this.#waiting.clear();
    });
  }

  /** @param {string} url @returns {Promise<Wire>} */
  static to(url) {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      const wire = new Wire(socket);
      socket.addEventListener('open', () => resolve(wire));
      socket.addEventListener('error', () => reject(new Error(`no answer from ${url}`)));
    });
  }

  /** @param {string} method @param {object} params @returns {Promise<any>} */
  send(method, params) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new Error(`no answer to ${method}: ${JSON.stringify(params)}`));
      }, ANSWER_MS);
      const settle = (/** @type {(given: any) => void} */ how) => (/** @type {any} */ given) => {
        clearTimeout(timer);
        how(given);
      };
      this.#waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close() {
    this.#socket.close();
  }

  /** @param {Message} message */
  #hear({ id, method, params, result, error, message }) {
    if (method === 'log.entryAdded') {
      if (params.level === 'error' || params.level === 'warn') this.noted.push(params.text);
    }
    const waiting = this.#waiting.get(Number(id));
    if (!waiting) return;
    this.#waiting.delete(Number(id));
    if (error) waiting.reject(new Error(`${error}: ${message}`));
    else waiting.resolve(result);
  }
}
