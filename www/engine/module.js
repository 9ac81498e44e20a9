// The engine's WebAssembly module: fetched when it is first wanted. One that crashed is of no use any more, nor is what
// holds it: whoever started that starts it anew.

import { bestBuild } from './builds.js';
import { CodedError, OUT_OF_MEMORY, isOfMemory, reasonOf, shorten } from './errors.js';
import { whyUnreached } from './unreached.js';

/** @import { Addresses } from './settings.js' */

/** @typedef {typeof import('../../pkg/gsa_net.js')} Package */

/** What gsa_net.js gives, the build without SIMD too: that has no `GpuModel`. @typedef {Omit<Package, 'GpuModel'> & Partial<Package>} WasmModule */

/**
 * What an engine is told first: addresses, and how often it was started before.
 *
 * @typedef {object} Hello
 * @property {Addresses & { relaxed?: string, plain?: Addresses | null, attempt?: number, compiled?: WebAssembly.Module | null }} hello
 *   with what another worker has compiled
 */

/** How long the server may take before it answers, and until all of the file is here. */
export const MAX_SECONDS = { answer: 20, file: 120 };

/** What may have become of a file that is not there. */
const LEFT_BEHIND =
  'if a bundler made this page, it has left the file behind: gsa-net’s README says what to do';

export class EngineModule {
  /** @type {Promise<WasmModule> | null} */
  #module = null;
  #attempts;
  #addresses;
  #compiled;
  /** The file of the build with relaxed SIMD. @type {string | undefined} */
  #relaxed;
  /** @type {(module: WebAssembly.Module) => void} */
  #share = () => {};
  /** What it computes in. @type {WebAssembly.Memory | null} */
  #memory = null;

  /** For further workers, once there is something. @type {Promise<WebAssembly.Module>} */
  shared = new Promise((resolve) => (this.#share = resolve));

  /** The build in use; the plain one is slower, and has no engine on the graphics card. */
  build = bestBuild();

  /** @param {Hello['hello']} settings */
  constructor(settings) {
    const { module, wasm, relaxed, plain } = settings;
    this.#addresses = this.build === 'plain' ? (plain ?? null) : { module, wasm };
    // Who moved the others and not that one does without it.
    if (this.build === 'relaxed' && !relaxed) this.build = 'simd';
    this.#relaxed = relaxed;
    this.#attempts = settings.attempt ?? 0;
    this.#compiled = settings.compiled ?? null;
  }

  /** Whether memory would be refused: WebAssembly that wants more and gets none just ends. */
  get isFull() {
    try {
      this.#memory?.grow(1);
      return false;
    } catch {
      return true;
    }
  }

  /** The module, ready to be used; one that could not be had is tried again by the next call. */
  ready() {
    this.#module ??= this.#start().catch((error) => {
      this.#module = null;
      throw error;
    });
    return this.#module;
  }

  async #start() {
    if (typeof WebAssembly !== 'object') {
      throw new CodedError(
        'engine-unavailable',
        'This browser has no WebAssembly, or it is switched off, so the networks cannot run here.',
      );
    }
    if (!this.#addresses) {
      throw new CodedError(
        'engine-unavailable',
        'This browser’s WebAssembly has no SIMD, and this page has no engine without it. Any browser of 2023 or later has it.',
      );
    }
    const { module: script, wasm } = this.#addresses;
    let file = script ?? '';
    try {
      const module = await inTime(this.#import(script), 'its JavaScript');
      file = wasm ?? '';
      const made = await this.#instance(module, wasm);
      // Somebody else's module may give nothing.
      this.#memory = made?.memory ?? null;
      return module;
    } catch (cause) {
      if (isOfMemory(cause)) throw new CodedError('engine-unavailable', OUT_OF_MEMORY, { cause });
      const from = /^(https?|file):/.test(file) ? ` from ${shorten(file)}` : '';
      const why = reasonOf(await whyUnreached(file, cause));
      throw new CodedError('engine-unavailable', `The engine could not be loaded${from}: ${why}.`, {
        cause,
      });
    }
  }

  /** @param {WasmModule} module @param {string} [wasm] */
  async #instance(module, wasm) {
    if (this.#compiled) return module.default({ module_or_path: this.#compiled });
    const ordinary = () => (wasm ? this.#fetched(module, wasm) : module.default());
    if (this.build !== 'relaxed' || !this.#relaxed) return ordinary();
    return this.#fetched(module, this.#relaxed).catch((cause) => {
      if (isOfMemory(cause)) throw cause;
      console.warn(`gsa-net: without relaxed SIMD, since it can’t be had: ${reasonOf(cause)}.`);
      this.build = 'simd';
      return ordinary();
    });
  }

  /** @param {WasmModule} module @param {string} wasm */
  #fetched(module, wasm) {
    return patiently(wasm, async (file) => {
      const compiled = await compile(file);
      const made = await module.default({ module_or_path: compiled });
      // Not before it has run here: whoever is handed it has no other.
      this.#share(compiled);
      return made;
    });
  }

  /**
   * A failed or crashed module stays in the browser's module map under its address, so each further
   * attempt adds a fragment.
   *
   * @param {string} [script]
   * @returns {Promise<WasmModule>}
   */
  #import(script) {
    const attempt = this.#attempts++;
    if (!script) return import('../../pkg/gsa_net.js');
    const url = new URL(script);
    if (attempt > 0) url.hash = `attempt-${attempt}`;
    return import(/* @vite-ignore */ url.href);
  }
}

/**
 * Gives up what does not come; a browser tells nothing of a module on its way.
 *
 * @template T
 * @param {Promise<T>} coming
 * @param {string} what
 * @returns {Promise<T>}
 */
export function inTime(coming, what) {
  return new Promise((resolve, reject) => {
    const seconds = MAX_SECONDS.file;
    const clock = setTimeout(
      () => reject(new Error(`the server has not sent ${what} within ${seconds} seconds`)),
      1000 * seconds,
    );
    coming.then(resolve, reject).finally(() => clearTimeout(clock));
  });
}

/** @param {Promise<Response>} coming @returns {Promise<WebAssembly.Module>} */
async function compile(coming) {
  const file = await coming;
  const said = `the server answered ${file.status} ${file.statusText}`.trim();
  if (file.status === 404) throw new Error(`${said} (${LEFT_BEHIND})`);
  if (!file.ok) throw new Error(said);
  // Many servers have a page for every address that they do not know.
  const isPage = file.headers.get('content-type')?.startsWith('text/html');
  if (isPage) throw new Error(`the server sent a page in its place (${LEFT_BEHIND})`);
  // Compiled while it comes, where the server says what it is.
  return file.headers.get('content-type') === 'application/wasm' && WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(file)
    : WebAssembly.compile(await file.arrayBuffer());
}

/**
 * Fetches a file for `use`, and gives up a server that does not answer, or takes minutes. What `use` gets is the
 * browser's own response, since only from that does a browser keep the compiled code for the next visit; so pieces that come in
 * can't be counted.
 *
 * @template T
 * @param {string} url
 * @param {(file: Promise<Response>) => Promise<T>} use
 */
export async function patiently(url, use) {
  const stop = new AbortController();
  /** @param {number} seconds @param {string} what */
  const allow = (seconds, what) =>
    setTimeout(() => {
      const why = `the server has not sent ${what} within ${seconds} seconds`;
      stop.abort(new Error(why));
    }, 1000 * seconds);
  let clock = allow(MAX_SECONDS.answer, 'anything');
  const answered = fetch(url, { signal: stop.signal }).then((response) => {
    clearTimeout(clock);
    clock = allow(MAX_SECONDS.file, 'the whole file');
    return response;
  });
  try {
    return await use(answered);
  } catch (cause) {
    // What is thrown for an aborted file says nothing of the reason.
    throw stop.signal.aborted ? stop.signal.reason : cause;
  } finally {
    clearTimeout(clock);
  }
}
