// The package in one plain script, but for most of its networks: <script src="standalone.js"></script>, then <gsa-demo>.
// For pages opened from a disk, and for frames without an origin, where browsers load no modules.

import catalogue from 'embedded:catalogue';
import models from 'embedded:models';
import wasm from 'embedded:wasm';
import worker from 'embedded:worker';
import { configure, settings } from './engine/settings.js';

/** @type {Record<string, () => Promise<unknown>>} */
const ENTRIES = {
  'define.js': () => import('./define.js'),
  'page.js': () => import('./page/page.js'),
};

const { currentScript, baseURI } = document;
/** Where this script lies, and what it does not hold beside it. */
const here = /** @type {HTMLScriptElement | null} */ (currentScript)?.src ?? '';
const entry = currentScript?.dataset.entry ?? 'define.js';

/** @param {string} type @param {string} base64 */
function address(type, base64) {
  const data = `data:${type};base64,${base64}`;
  // A worker of a page from a disk may not read the page's blobs.
  if (location.protocol === 'file:') return data;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type }));
}

/** Where a network is that is not in this script: beside it, if it came from a server. @param {string} name */
function elsewhere(name) {
  return /^https?:/.test(here) ? new URL(`./models/${name}.safetensors`, here) : null;
}

// A script of its own, since frames without an origin refuse blobs as modules.
const source = `'use strict';\nconst base = ${JSON.stringify(baseURI)};\n${worker}`;
configure({
  worker: URL.createObjectURL(new Blob([source], { type: 'text/javascript' })),
  wasm: address('application/wasm', wasm),
  models: Object.fromEntries(
    Object.keys(settings.models).map((name) => [
      name,
      Object.hasOwn(models, name)
        ? address('application/octet-stream', models[name])
        : elsewhere(name),
    ]),
  ),
  catalogue: address('application/json', btoa(catalogue)),
});
/** The page's script looks for what stands behind this one. */
async function parsed() {
  if (document.readyState !== 'loading') return;
  await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
}

const ready = entry === 'page.js' ? parsed() : Promise.resolve();
ready.then(ENTRIES[entry]).catch((error) => {
  const notice = document.querySelector('gsa-demo > .loading');
  if (notice) notice.textContent = 'The demonstration could not be loaded.';
  throw error;
});
