// Holds the order of the rooms in www/: page → element → views → figures → state → engine, with ui at the ground.

import { dirname, join, normalize } from 'node:path/posix';

/** What each room may import besides itself. @type {Record<string, string[]>} */
const BELOW = {
  standalone: ['page', 'element', 'engine'],
  page: ['element', 'state', 'ui'],
  element: ['views', 'watch', 'state', 'engine', 'ui', 'samples'],
  views: ['figures', 'watch', 'state', 'engine', 'ui', 'samples'],
  figures: ['watch', 'state', 'engine', 'ui'],
  watch: ['state'],
  state: ['engine', 'samples'],
  worker: ['engine'],
  engine: [],
  ui: [],
  samples: [],
};

/** Files that are a room of their own, or belong to one. @type {Record<string, string>} */
const ENTRIES = {
  'define.js': 'element',
  'opening.js': 'element',
  'element.js': 'element',
  'figure.js': 'element',
  'samples.js': 'samples',
  'standalone.js': 'standalone',
  'watch.js': 'watch',
  'worker.js': 'worker',
};

/** Where packages, the wasm and what the bundler embeds may be imported. @type {[string, string[]][]} */
const OUTSIDE = [
  ['@preact/signals-core', ['state', 'views', 'figures', 'watch']],
  ['../pkg/gsa_net.js', ['engine']],
  ['embedded:', ['standalone', 'element', 'figures']],
];

/** @param {string} file  its path in www/ */
function roomOf(file) {
  const [first, ...rest] = file.split('/');
  return rest.length > 0 ? first : ENTRIES[file];
}

/**
 * What a file imports, as code or for its types alone.
 *
 * @param {string} text
 * @returns {{ name: string, isType: boolean, isLate: boolean }[]}
 */
export function importsOf(text) {
  const found = [];
  for (const [whole, quoted] of text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^'\s]+)'/g)) {
    const at = text.indexOf(whole);
    const line = text.slice(text.lastIndexOf('\n', at) + 1, at).trimStart();
    const isType = /^(\/?\*|\/\/)/.test(line);
    found.push({ name: quoted, isType, isLate: whole.startsWith('import(') });
    text = text.slice(0, at) + ' '.repeat(whole.length) + text.slice(at + whole.length);
  }
  return found;
}

/**
 * Arrows up, arrows out of the house where there is no door, and circles.
 *
 * @param {Record<string, string>} sources  texts, by path in www/
 * @returns {string[]}
 */
export function problemsOf(sources) {
  const problems = [];
  /** @type {Map<string, string[]>} */
  const arrows = new Map();
  for (const [file, text] of Object.entries(sources)) {
    const room = roomOf(file);
    if (!room || !BELOW[room]) {
      problems.push(`${file} is in no room`);
      continue;
    }
    arrows.set(file, []);
    for (const { name, isType, isLate } of importsOf(text)) {
      const target = name.startsWith('.') ? normalize(join(dirname(file), name)) : name;
      const outside = OUTSIDE.find(([start]) => target.startsWith(start));
      if (outside) {
        if (!isType && !outside[1].includes(room)) problems.push(`${file} imports ${target}`);
      } else if (!target.endsWith('.d.ts')) {
        const other = roomOf(target);
        if (!(target in sources)) problems.push(`${file} imports ${target}, which is not there`);
        else if (other !== room && !BELOW[room].includes(other)) {
          problems.push(`${file} imports ${target}`);
        }
        if (!isType && !isLate && other === 'figures' && other !== room) {
          problems.push(`${file} imports ${target}, which is to be loaded late`);
        }
        if (!isType) arrows.get(file)?.push(target);
      }
    }
  }
  return [...problems, ...circlesOf(arrows)];
}

/** @param {Map<string, string[]>} arrows */
function circlesOf(arrows) {
  /** @type {string[]} */
  const circles = [];
  const done = new Set();
  /** @param {string} file @param {string[]} path */
  const visit = (file, path) => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push(`circle: ${[...path.slice(at), file].join(' → ')}`);
    if (at >= 0 || done.has(file)) return;
    for (const next of arrows.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of arrows.keys()) visit(file, []);
  return circles;
}
