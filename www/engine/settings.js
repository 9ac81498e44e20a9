// Where the package's files are, seen from the modules in it, and which address a network has. All files are named here and nowhere
// else, and spelt out: that is how bundlers find them. Workers are told.

import { CodedError, withoutPassword } from './errors.js';
import { installed } from './installed.js';

/**
 * Settings of the engine; every address can be overridden.
 *
 * @typedef {object} Settings
 * @property {string | URL} [worker]  the worker's script
 * @property {string | URL} [module]  the JavaScript of the WebAssembly package
 * @property {string | URL} [wasm]  the .wasm file
 * @property {string | URL} [relaxed]  the .wasm file for browsers with relaxed SIMD, where it is faster; where only the other one is
 *   moved, they take that
 * @property {{ module: string | URL, wasm?: string | URL }} [plain]  the two of the build for browsers without SIMD; where only
 *   those with SIMD are moved, other browsers are told that they can't
 * @property {Record<string, string | URL | null>} [models]  addresses of the models that have names; null where one can't be had
 * @property {string | URL} [catalogue]  what is known of them
 * @property {object} [opening]  what was recorded when the package was made; `opening.js` hands it in
 */

const SIMD = installed(new URL('./gsa_net_bg.wasm', import.meta.url));
const RELAXED = installed(new URL('./gsa_net_relaxed_bg.wasm', import.meta.url));
const PLAIN = {
  module: installed(new URL('./plain/gsa_net.js', import.meta.url)),
  wasm: installed(new URL('./plain/gsa_net_bg.wasm', import.meta.url)),
};

/**
 * Where the JavaScript is, if not in the worker itself, and where the WebAssembly, if its JavaScript does not know.
 *
 * @typedef {{ module?: string, wasm?: string }} Addresses
 */

/** @type {Settings & Required<Pick<Settings, 'worker' | 'models' | 'catalogue'>>} */
export const settings = {
  worker: installed(new URL('./worker.js', import.meta.url)),
  models: {
    r8f_sa_upright: installed(new URL('./models/r8f_sa_upright.safetensors', import.meta.url)),
    z2_sa_upright: installed(new URL('./models/z2_sa_upright.safetensors', import.meta.url)),
    r4_sa_upright: installed(new URL('./models/r4_sa_upright.safetensors', import.meta.url)),
    r8f_sa: installed(new URL('./models/r8f_sa.safetensors', import.meta.url)),
    r4_sa: installed(new URL('./models/r4_sa.safetensors', import.meta.url)),
    z2_sa: installed(new URL('./models/z2_sa.safetensors', import.meta.url)),
    r8f_sa_drawn: installed(new URL('./models/r8f_sa_drawn.safetensors', import.meta.url)),
    r4_sa_drawn: installed(new URL('./models/r4_sa_drawn.safetensors', import.meta.url)),
    z2_sa_drawn: installed(new URL('./models/z2_sa_drawn.safetensors', import.meta.url)),
    r4_cnn_upright: installed(new URL('./models/r4_cnn_upright.safetensors', import.meta.url)),
    z2_cnn_upright: installed(new URL('./models/z2_cnn_upright.safetensors', import.meta.url)),
    r4_cnn_drawn: installed(new URL('./models/r4_cnn_drawn.safetensors', import.meta.url)),
    z2_cnn_drawn: installed(new URL('./models/z2_cnn_drawn.safetensors', import.meta.url)),
    r4_sa_published: installed(new URL('./models/r4_sa_published.safetensors', import.meta.url)),
    r8_sa: installed(new URL('./models/r8_sa.safetensors', import.meta.url)),
    r12_sa: installed(new URL('./models/r12_sa.safetensors', import.meta.url)),
    r16_sa: installed(new URL('./models/r16_sa.safetensors', import.meta.url)),
  },
  catalogue: installed(new URL('./catalogue.json', import.meta.url)),
};

/**
 * Overrides addresses; call it before the first element is connected.
 *
 * @param {Settings} changes
 */
export function configure(changes) {
  const { models, ...rest } = changes;
  Object.assign(settings, rest);
  settings.models = { ...settings.models, ...models };
}

/**
 * Where an engine is loaded from: its builds with SIMD, with relaxed SIMD, and without; who moved only the first has none of the
 * others.
 *
 * @returns {Addresses & { relaxed?: string, plain: Addresses | null }}
 */
export function engineFiles() {
  const { module, wasm, relaxed, plain } = settings;
  const files = (/** @type {NonNullable<Settings['plain']>} */ { module, wasm }) => ({
    module: address(module),
    wasm: wasm && address(wasm),
  });
  // Somebody else's module knows its WebAssembly itself.
  const moved = module || wasm;
  return {
    module: module && address(module),
    wasm: wasm || !module ? address(wasm || SIMD) : undefined,
    relaxed: relaxed || !moved ? address(relaxed || RELAXED) : undefined,
    plain: plain ? files(plain) : moved ? null : files(PLAIN),
  };
}

/** A whole address, for somebody elsewhere. @param {string | URL} url */
export function address(url) {
  return new URL(url, document.baseURI).href;
}

/**
 * The address of a model that is named or given by its address.
 *
 * @param {string} value
 * @returns {string}
 */
export function modelUrl(value) {
  const known = Object.hasOwn(settings.models, value) ? settings.models[value] : undefined;
  if (known) return address(known);
  if (known === null) {
    const here = Object.keys(settings.models).filter((name) => settings.models[name]);
    throw new CodedError(
      'model-unreachable',
      `“${value}” needs the page from a server; without one there are ${here.join(', ')}.`,
    );
  }
  if (/^\w*$/.test(value)) {
    const names = Object.keys(settings.models).join(', ');
    throw new CodedError(
      'invalid-model',
      `There is no built-in model “${withoutPassword(value).slice(0, 80)}”. Built in are ${names}; any other is given by the address of its .safetensors file.`,
    );
  }
  let url;
  try {
    url = new URL(value, document.baseURI);
  } catch {
    throw new CodedError(
      'invalid-model',
      `“${withoutPassword(value).slice(0, 80)}” is not an address.`,
    );
  }
  if (!['http:', 'https:', 'blob:', 'data:', 'file:'].includes(url.protocol)) {
    throw new CodedError(
      'invalid-model',
      `Models cannot be loaded from “${url.protocol.slice(0, 80)}”.`,
    );
  }
  return url.href;
}
