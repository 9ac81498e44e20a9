// What the package consists of.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Script } from 'node:vm';
import { makeCatalogue } from '../../xtask/assets/catalogue.mjs';
import { PACKAGE } from './server.js';

const run = promisify(execFile);

/** @param {string} name */
const read = (name) => readFile(join(PACKAGE, name), 'utf8');

/** Whatever a module says that another one is imported by, in code. @param {string} text */
function importsOf(text) {
  const code = text.replace(/^\s*(\/?\*|\/\/).*$/gm, '');
  return Array.from(
    code.matchAll(
      /\b(?:import|export)\b(?:[^'"`;()]*?\bfrom)?\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g,
    ),
    ([, still, later]) => still ?? later,
  );
}

/** A module with all that it needs at once. @param {string} name */
async function imported(name) {
  const found = [name];
  for (const module of found) {
    const text = (await read(module)).replace(/\bimport\(\s*["'][^"']+["']/g, '');
    for (const path of importsOf(text)) {
      const other = path.replace('./', '');
      if (!found.includes(other)) found.push(other);
    }
  }
  return found;
}

/** @param {string} name @returns {Promise<string[]>} */
async function sourcesOf(name) {
  return JSON.parse(await read(`${name}.map`)).sources;
}

/** @param {RegExp} pattern */
async function fileLike(pattern) {
  const found = (await readdir(PACKAGE)).filter((name) => pattern.test(name) && !/map$/.test(name));
  assert.equal(found.length, 1, `${pattern}: ${found}`);
  return found[0];
}

test('imports are found', () => {
  const text =
    'import a from "./a.js";\nimport "./b.js";export{c}from\'./c.js\';\nimport("./d.js");export class E{f="./f.js"}';
  assert.deepEqual(importsOf(text), ['./a.js', './b.js', './c.js', './d.js']);
});

describe('a module of the package', () => {
  for (const [name, imports] of /** @type {[string, string[]][]} */ ([
    ['worker.js', []],
    ['runner.js', []],
    ['samples.js', []],
    ['element.js', ['./chunk-*.js']],
    ['define.js', ['./chunk-*.js']],
    ['opening.js', ['./element.js']],
    ['page.js', ['./class-*.js', './define.js', './opening.js']],
    ['standalone.js', []],
  ])) {
    test(`${name} imports ${imports.join(' and ') || 'nothing'}`, async () => {
      const imported = new Set(importsOf(await read(name)));
      const told = Array.from(imported, (path) => path.replace(/-[0-9A-Z]{8}\.js$/, '-*.js'));
      assert.deepEqual(told.sort(), imports);
    });
  }

  test('is made of sources that no other has too, but for worker and page, which run by themselves', async () => {
    const element = await imported('define.js');
    const [shared, ...others] = element.filter((name) => /^chunk-/.test(name));
    assert.deepEqual(others, [], 'all that an element needs at once is one file');
    const late = importsOf(await read(shared)).filter((path) => /-[0-9A-Z]{8}\.js$/.test(path));
    assert(late.includes('./' + (await fileLike(/^orientation-/))), 'figures are loaded late');
    const of = await Promise.all(
      [...new Set([...element, ...late.map((path) => path.slice(2)), 'samples.js'])].map(sourcesOf),
    );
    const all = of.flat();
    assert(all.includes('../node_modules/@preact/signals-core/src/index.ts'));
    assert(all.includes('../www/state/demo.js') && all.includes('../www/figures/orientation.js'));
    assert.deepEqual(
      all.filter((source, i) => all.indexOf(source) !== i),
      [],
    );
    for (const name of late) {
      const shares = importsOf(await read(name.slice(2)));
      assert(shares.includes(`./${shared}`), `${name} takes what it shares from ${shared}`);
    }
  });

  test('has a source map that names sources of the repository, and holds them', async () => {
    const maps = (await readdir(PACKAGE)).filter((name) => name.endsWith('.js.map'));
    assert(maps.length > 6);
    for (const map of maps) {
      const { sources, sourcesContent } = JSON.parse(await read(map));
      // These only name what is in what they share with others.
      assert.equal(sources.length > 0, !/^(element|rarely-\w+)\.js\.map$/.test(map), map);
      for (const [i, source] of sources.entries()) {
        assert.match(
          source,
          /^(\.\.\/(www|node_modules)\/[@\w./-]+|package:gsa_net\.js|embedded:\w+)$/,
          map,
        );
        assert(sourcesContent[i].length > 0, source);
      }
      assert.match(await read(map.replace(/\.map$/, '')), /\/\/# sourceMappingURL=[\w.-]+\.map\n$/);
    }
  });
});

describe('for bundlers', () => {
  /** The element's own modules, as they are cut. */
  const modules = async () => {
    const all = (await readdir(PACKAGE)).filter((name) => name.endsWith('.js'));
    const others = ['gsa_net.js', 'standalone.js', 'sw.js', 'start.js'];
    return all.filter((name) => !others.includes(name));
  };

  test('every file is named by the element, whole, and is there', async () => {
    const texts = await Promise.all((await modules()).map(read));
    const named = texts.flatMap((text) =>
      Array.from(text.matchAll(/\bnew URL\("([^"]*)",\s*import\.meta\.url\s*\)/g)),
    );
    const names = named.map(([, name]) => name);
    assert(names.length > 15);
    for (const name of names) {
      assert(!name.includes('\\'), `${name} is in two pieces`);
      assert((await stat(join(PACKAGE, name))).isFile(), name);
    }
    for (const name of ['./worker.js', './gsa_net_bg.wasm', './plain/gsa_net.js']) {
      assert(names.includes(name), name);
    }
  });

  test('a worker and what takes its place name none, and are scripts as well as modules', async () => {
    for (const name of ['worker.js', 'runner.js']) {
      assert.doesNotMatch(await read(name), /\bimport\.meta\b/, name);
    }
    const worker = await read('worker.js');
    assert.doesNotThrow(() => new Script(worker));
  });

  test('what only a browser can know is marked as such for each of them', async () => {
    let found = 0;
    for (const name of await modules()) {
      const calls = (await read(name)).matchAll(/\bimport\((?!["'])(.{0,90})/gs);
      for (const [, text] of calls) {
        found++;
        for (const mark of ['@vite-ignore', 'webpackIgnore: true', 'turbopackIgnore: true']) {
          assert(text.includes(mark), `${name}: ${text}`);
        }
      }
    }
    assert(found >= 3);
  });
});

test('its networks, in half precision, read digits as those of the repository do', async () => {
  const package_ = await import(pathToFileURL(join(PACKAGE, 'gsa_net.js')).href);
  package_.initSync({ module: await readFile(join(PACKAGE, 'gsa_net_bg.wasm')) });
  const { samples } = await import(pathToFileURL(join(PACKAGE, 'samples.js')).href);
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { files } = await makeCatalogue(root);
  for (const [name, source] of files) {
    const [whole, small] = await Promise.all(
      [join(root, source), join(PACKAGE, 'models', name)].map(
        async (file) => new package_.Model(new Uint8Array(await readFile(file))),
      ),
    );
    // Other angles for each digit, 5° apart in all; of those that take long one.
    const step = /^r(8|12|16)_sa/.test(name) ? 360 : 50;
    let compared = 0;
    for (const { digit, strokes } of samples) {
      for (let angle = 5 * digit; angle < 360; angle += step) {
        const { pixels } = package_.prepareStrokes(strokes, angle);
        const [expected, found] = [whole, small].map((model) => model.predict(pixels));
        assert.equal(found.digit, expected.digit, `${name}: ${digit} at ${angle}°`);
        for (const [k, p] of expected.probabilities.entries()) {
          assert(Math.abs(found.probabilities[k] - p) < 0.01, `${name}: ${digit} at ${angle}°`);
        }
        compared++;
      }
    }
    assert(compared >= samples.length && small.info().parameters === whole.info().parameters);
  }
  assert(files.size > 10);
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

test('its types are whole, for a user who has no others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gsa-types-'));
  try {
    await mkdir(join(folder, 'node_modules'));
    await symlink(PACKAGE, join(folder, 'node_modules/gsa-net'), 'dir');
    const options = '--noEmit --strict --target es2022 --lib es2022,dom --module nodenext'.split(
      ' ',
    );
    /** What tsc says of a user's file. @param {string} text */
    const check = async (text) => {
      await writeFile(join(folder, 'user.mts'), text);
      const tsc = createRequire(import.meta.url).resolve('typescript/package.json');
      const program = [join(tsc, '../bin/tsc'), ...options, 'user.mts'];
      const { stdout } = await run(process.execPath, program, { cwd: folder }).catch(
        (error) => error,
      );
      return stdout;
    };
    const text = `import { GsaDemo, configure } from 'gsa-net/define.js';
      import { Model, prepareStrokes } from 'gsa-net';
      configure({ worker: '/worker.js', models: { mine: new URL('https://host/mine') } });
      const demo: GsaDemo = document.querySelector('gsa-demo')!;
      demo.strokes = [[{ x: 0, y: 1 }]];
      demo.addEventListener('predict', ({ detail }) => console.log(detail.angle, detail.prediction?.digit));
      const answer: Promise<{ digit: number, model: string } | null> = demo.predict();
      const { pixels } = prepareStrokes(demo.strokes, demo.angle);
      console.log(answer, (model: Model) => model.predict(pixels).probabilities);`;
    assert.equal(await check(text), '');
    assert.match(await check(`${text}\ndemo.engine = 'steam';`), /'"steam"' is not assignable/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
