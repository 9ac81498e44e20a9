// @ts-nocheck: the analyzer's types do not name all that it exports.
// What editors and catalogues are told of the element, read from its source: node custom_elements.mjs PACKAGE
// Members and attributes are those of the class. Slots, parts and events are described at the class, and what is described
// there must be there: each part and each slot in the markup of a view, and none besides.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';

const WWW = fileURLToPath(new URL('../../www/', import.meta.url));
/** Called by the browser, and not yet known to the analyzer as such. */
const MOVED = 'connectedMoveCallback';
const MODULES = ['element.js', 'figure.js', 'define.js'];

/**
 * The manifest of some sources.
 *
 * @param {Record<string, string>} sources  by path, those of the elements and of what registers them
 */
export function manifestOf(sources) {
  const modules = Object.entries(sources).map(([path, text]) =>
    ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true),
  );
  const found = create({ modules, plugins: [], context: { dev: false } });
  const manifest = JSON.parse(JSON.stringify(found), (key, value) => {
    if (key === 'description') return value.replaceAll('\n', ' ');
    // Of a module beside it.
    return key === 'module' ? value.replace(/^\//, '') : value;
  });
  delete manifest.readme;
  for (const { declarations } of manifest.modules) {
    const elements = declarations.filter(({ customElement }) => customElement);
    declarations.splice(0, declarations.length, ...elements.map(tidied));
  }
  return manifest;
}

/** What is private goes, and attributes are told as the members of the same name are. */
function tidied({ members, attributes, superclass: _, ...element }) {
  const open = members.filter(
    ({ name, privacy, static: of }) => privacy !== 'private' && !of && name !== MOVED,
  );
  return {
    ...element,
    superclass: { name: 'HTMLElement' },
    attributes: attributes.map((attribute) => {
      const member = open.find(({ name }) => name === attribute.name);
      if (!member) return attribute;
      member.attribute = attribute.name;
      const { description, type, default: value } = member;
      return { ...attribute, fieldName: attribute.name, description, type, default: value };
    }),
    members: open,
  };
}

/**
 * What an element's description and the markup of its views do not agree on.
 *
 * @param {any} element  of the manifest
 * @param {string} markup
 * @param {boolean} [isWhole]  whether all of the markup may be in it
 * @returns {string[]}
 */
export function disagreements(element, markup, isWhole = true) {
  const found = [];
  for (const [kind, marks] of [
    ['cssParts', /\bpart="([\w-]+)"/g],
    ['slots', /<slot name="([\w-]+)"/g],
  ]) {
    const told = new Set((element[kind] ?? []).map(({ name }) => name));
    const there = new Set(Array.from(markup.matchAll(marks), ([, name]) => name));
    for (const name of told) if (!there.has(name)) found.push(`${kind}: ${name} is not there`);
    for (const name of isWhole ? there : [])
      if (!told.has(name)) found.push(`${kind}: ${name} is not described`);
  }
  for (const { name, description } of [...element.attributes, ...element.members]) {
    if (!description) found.push(`${name} is not described`);
  }
  return found;
}

/** The text of all scripts below a folder. @param {string} folder */
async function scripts(folder) {
  const names = (await readdir(folder, { recursive: true })).sort();
  const texts = names
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFile(join(folder, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sources = {};
  for (const path of MODULES) sources[path] = await readFile(join(WWW, path), 'utf8');
  const manifest = manifestOf(sources);
  const elements = manifest.modules.flatMap(({ declarations }) => declarations);
  const markup = await scripts(WWW);
  const wrong = elements.flatMap((element, i) => disagreements(element, markup, i === 0));
  if (wrong.length > 0)
    throw new Error(`the elements are not as they are described:\n${wrong.join('\n')}`);
  await writeFile(
    join(process.argv[2], 'custom-elements.json'),
    `${JSON.stringify(manifest, null, 2)}\n`,
  );
}
