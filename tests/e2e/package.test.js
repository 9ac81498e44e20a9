// What the package consists of.

import assert from 'node:assert/strict';
import { readFile, readdir, stat } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { join } from 'node:path';
import { PACKAGE } from './server.js';

/** @param {string} name */
const read = (name) => readFile(join(PACKAGE, name), 'utf8');

/** Whatever a module says that another one is imported by, in code. @param {string} text */
function importsOf(text) {
  const code = text.replace(/^\s*(\/?\*|\/\/).*$/gm, '');
  return Array.from(
    code.matchAll(
      /^\s*(?:import|export)\b[^'"`;]*?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm,
    ),
    ([, still, later]) => still ?? later,
  );
}

test('imports are found', () => {
  const text =
    'import a from "./a.js";\nimport "./b.js";\nexport {\n  c\n} from \'./c.js\';\nimport("./d.js")';
  assert.deepEqual(importsOf(text), ['./a.js', './b.js', './c.js', './d.js']);
});

describe('a module of the package', () => {
  for (const [name, imports] of /** @type {[string, string[]][]} */ ([
    ['worker.js', []],
    ['runner.js', []],
    ['samples.js', []],
    ['element.js', ['./runner.js', './samples.js']],
    ['define.js', ['./element.js']],
    ['page.js', ['./define.js']],
    ['standalone.js', []],
  ])) {
    test(`${name} imports ${imports.join(' and ') || 'nothing'}`, async () => {
      assert.deepEqual(importsOf(await read(name)).sort(), imports);
    });
  }

  test('has a source map that names sources of the repository, and holds them', async () => {
    const maps = (await readdir(PACKAGE)).filter((name) => name.endsWith('.js.map'));
    assert.equal(maps.length, 6);
    for (const map of maps) {
      const { sources, sourcesContent } = JSON.parse(await read(map));
      assert(sources.length > 0, map);
      for (const [i, source] of sources.entries()) {
        assert.match(source, /^(\.\.\/(www|node_modules)\/[@\w./-]+|package:gsa_net\.js)$/, map);
        assert(sourcesContent[i].length > 0, source);
      }
      assert.match(await read(map.replace(/\.map$/, '')), /\/\/# sourceMappingURL=[\w.]+\.map\n$/);
    }
  });
});

test('what package.json exports is there', async () => {
  const { exports, sideEffects } = JSON.parse(await read('package.json'));
  /** @type {string[]} */
  const named = [...sideEffects];
  for (const target of Object.values(exports)) {
    named.push(...(typeof target === 'string' ? [target] : Object.values(target)));
  }
  assert(named.length > 15);
  for (const path of named.filter((path) => !path.includes('*'))) {
    assert((await stat(join(PACKAGE, path))).isFile(), path);
  }
});

test('declarations name nothing that is not in the package', async () => {
  const seen = new Set();
  const visit = async (/** @type {string} */ file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, name] of (await read(file)).matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
      assert.match(name, /^\.\.?\//, file);
      await visit(join(file, '..', name.replace(/(\.d\.ts|\.js)$/, '.d.ts')));
    }
  };
  for (const name of ['define.d.ts', 'element.d.ts']) await visit(name);
  assert(seen.has('gsa_net.d.ts') || seen.size > 3, [...seen].join(', '));
});
