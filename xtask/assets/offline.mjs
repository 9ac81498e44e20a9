// What the page's service worker keeps: writes sw.js into a staged package, with the digests of the files that the page needs at once.

import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { transform } from 'esbuild';
import { RELAXED_PROBE } from '../../www/engine/builds.js';
import { DEFAULT_NETWORKS } from '../../www/state/defaults.js';

const PLACE = /\/\* BUILD \*\/ \{.*\}/;

/** Files of the package that no page asks for where there is a service worker. */
const NOT_ASKED = [
  /^(sw|standalone)\.js$/,
  /^(plain\/)?gsa_net\.js$/,
  /^share\.png$/,
  // For those who build pages.
  /^examples\//,
  // For those who import it: it only names what is in another one.
  /^figure\.js$/,
  /\.(map|ts|md)$/,
  /^(package|custom-elements|built-from)\.json$/,
  /^LICENSE/,
];
/** What the page does without at first: in folders, all but the networks that it opens with; and what takes a worker's place. */
const LATER = [/\//, /^runner\.js$/];

/** A part of the element, whose name is made of what is in it. */
const PART = /-[0-9A-Z]{8}\.js$/;
/** One that every visit loads, after its first picture. */
const SOON = /^below-.*\.js$/;

/** That, and what it is made of. @param {string} folder @param {string[]} names */
async function soonOf(folder, names) {
  const soon = new Set(names.filter((name) => SOON.test(name)));
  for (const name of soon) {
    const text = await readFile(join(folder, name), 'utf8');
    for (const [, other] of text.matchAll(/\b(?:from|import)"\.\/([\w-]+\.js)"/g)) soon.add(other);
  }
  return soon;
}

/** @param {string} folder @param {string[]} names */
async function digestsOf(folder, names) {
  /** @type {Record<string, string>} */
  const digests = {};
  for (const name of names.sort()) {
    const bytes = await readFile(join(folder, name));
    digests[name] = `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  }
  return digests;
}

/** @param {string} www  sources @param {string} target  the package, all of whose files are there */
export async function writeServiceWorker(www, target) {
  const entries = await readdir(target, { withFileTypes: true, recursive: true });
  const asked = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(target, join(entry.parentPath ?? entry.path, entry.name)))
    .map((name) => name.split(sep).join('/'))
    .filter((name) => !NOT_ASKED.some((pattern) => pattern.test(name)));
  // Parts of the element that the page does not name are loaded when somebody looks.
  const page = await readFile(join(target, 'index.html'), 'utf8');
  const first = DEFAULT_NETWORKS.map((name) => `models/${name}.safetensors`);
  const soon = await soonOf(target, asked);
  if (soon.size === 0) throw new Error('there is nothing below the answers');
  const isLater = (/** @type {string} */ name) =>
    (PART.test(name) && !page.includes(name) && !soon.has(name)) ||
    (!first.includes(name) && LATER.some((pattern) => pattern.test(name)));
  const now = await digestsOf(
    target,
    asked.filter((name) => !isLater(name)),
  );
  const later = await digestsOf(target, asked.filter(isLater));
  const name = createHash('sha256')
    .update(JSON.stringify([now, later]))
    .digest('hex')
    .slice(0, 16);
  const text = await readFile(join(www, 'page/sw.js'), 'utf8');
  if (!PLACE.test(text)) throw new Error('www/page/sw.js has no place for the build');
  const build = JSON.stringify({ name, now, later, probe: RELAXED_PROBE }, null, 2);
  const whole = text.replace(PLACE, () => build);
  const { code } = await transform(whole, { minify: true, charset: 'utf8' });
  await writeFile(join(target, 'sw.js'), code);
}
