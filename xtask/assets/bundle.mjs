// Bundles the page and the element into a staged package: node bundle.mjs PACKAGE
// PACKAGE has the wasm with its JavaScript. What is written depends on the sources alone: names in source maps
// are those in the repository, wherever PACKAGE lies.

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { DEFAULT_NETWORKS } from '../../www/state/defaults.js';
import { careful } from './careful.mjs';
import { makeCatalogue } from './catalogue.mjs';
import { halved } from './half.mjs';
import { writeServiceWorker } from './offline.mjs';
import { record } from './record.mjs';
import { makeCosts, makeResults } from './results.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const www = join(root, 'www');
const target = resolve(process.argv[2]);

/** Modules of the package, by the sources they are made of. */
const MODULES = {
  'element.js': 'element.js',
  'define.js': 'define.js',
  'opening.js': 'opening.js',
  'samples.js': 'samples.js',
  'page.js': 'page/page.js',
  'runner.js': 'engine/runner.js',
  'worker.js': 'worker.js',
};
/** The two that are bundled together, with all that they load late: what they share is there once. */
const ELEMENT = ['element.js', 'define.js'];
/** Each of these is one file that needs no other: a worker, and what takes its place on the main thread. */
const WHOLE = ['worker.js', 'runner.js'];
/** Modules that name what is in another one: with the sources in both, a page would have two engines. */
const NAMES = { 'figure.js': "export { GsaFigure } from './element.js';\n" };
/** What standalone.js has: the networks shown first, and the paper's. */
const CARRIED = [...DEFAULT_NETWORKS, 'r4_sa'];
/** Files of the page that are no modules. */
const PLAIN = ['page.css', 'icon.svg', 'share.png', 'start.js'];
/** Pages that show how it is done: as they are written, comments and all. */
const EXAMPLES = 'examples';

/** What the sources import as `pkg/gsa_net.js` is the one just built. */
const fromPackage = {
  name: 'package',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/pkg\/gsa_net\.js$/ }, () => ({
      path: 'gsa_net.js',
      namespace: 'package',
    }));
    onLoad({ filter: /.*/, namespace: 'package' }, async ({ path }) => ({
      contents: await readFile(join(target, path)),
    }));
  },
};

/**
 * An import of what is a module of the package itself stays one, so that nothing is there twice.
 *
 * @param {string[]} together  modules that are bundled with what imports them
 */
const besides = (together = []) => ({
  name: 'besides',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      const source = relative(www, resolve(resolveDir, path));
      const [module] = Object.entries(MODULES).find(([, of]) => of === source) ?? [];
      if (module && !together.includes(module) && kind !== 'entry-point')
        return { path: `./${module}`, external: true };
    });
  },
});

/** Styles in sources, which no other tool makes small. */
const STYLES = /(\bconst (?:style|BASE|LIGHT|DARK) = `)([^`]*)`/g;

/** A style without comments and what is written for the eye; as many lines, so that source maps stay right. @param {string} css */
function slim(css) {
  return css
    .split(/(\$\{[^}]*\})/)
    .map((part, i) =>
      i % 2
        ? part
        : part
            .replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
            .replace(/[ \t]*([{};,\n])[ \t]*/g, '$1')
            .replace(/: /g, ':')
            .replace(/;\}/g, '}'),
    )
    .join('');
}

/**
 * Sources as they are bundled. What is loaded late names the element besides: else esbuild would cut what they share into as many files
 * as there are sets of modules that share something.
 */
const sources = {
  name: 'sources',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      return { path: resolve(resolveDir, path), pluginData: 'late' };
    });
    onLoad({ filter: /\.js$/ }, async ({ path, pluginData }) => {
      if (!path.startsWith(www)) return undefined;
      const text = await readFile(path, 'utf8');
      const slimmed = text.replace(STYLES, (_, start, css) => `${start}${slim(css)}\``);
      const up = relative(dirname(path), join(www, 'element.js'));
      // On the last line: see above.
      const besides = pluginData === 'late' ? `import '${up}';` : '';
      return { contents: slimmed + besides, loader: 'js' };
    });
  },
};

/** What opening.js and standalone.js hold besides themselves. */
const embedded = {
  name: 'embedded',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^embedded:/ }, ({ path }) => ({
      path: path.replace('embedded:', ''),
      namespace: 'embedded',
    }));
    onLoad({ filter: /^opening$/, namespace: 'embedded' }, () => ({
      contents: JSON.stringify(opening),
      loader: 'json',
    }));
    onLoad({ filter: /^results$/, namespace: 'embedded' }, async () => ({
      contents: JSON.stringify(await makeResults(root)),
      loader: 'json',
    }));
    onLoad({ filter: /^costs$/, namespace: 'embedded' }, async () => ({
      contents: JSON.stringify(await makeCosts(root)),
      loader: 'json',
    }));
    onLoad({ filter: /^worker$/, namespace: 'embedded' }, async () => ({
      contents: await script(join(www, 'worker.js')),
      loader: 'text',
    }));
    onLoad({ filter: /^wasm$/, namespace: 'embedded' }, async () => ({
      contents: await readFile(join(target, 'gsa_net_bg.wasm')),
      loader: 'base64',
    }));
    onLoad({ filter: /^catalogue$/, namespace: 'embedded' }, () => ({
      contents: JSON.stringify(catalogue),
      loader: 'text',
    }));
    onLoad({ filter: /^models$/, namespace: 'embedded' }, async () => ({
      contents: JSON.stringify(await models()),
      loader: 'json',
    }));
  },
};

/** Those that standalone.js carries: base64, by name. */
async function models() {
  const all = {};
  for (const name of CARRIED) {
    const bytes = await readFile(join(target, 'models', `${name}.safetensors`));
    all[name] = bytes.toString('base64');
  }
  return all;
}

const { networks: catalogue, files: weights } = await makeCatalogue(root);
// In half precision, in which they answer alike and take half the time to arrive.
for (const [name, file] of weights) {
  await write(`models/${name}`, halved(await readFile(join(root, file))));
}

const common = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  // Source maps have what is lost.
  lineLimit: 500,
  minifyIdentifiers: true,
  minifySyntax: true,
  minifyWhitespace: true,
  // Or the name of what is linked would be in source maps.
  preserveSymlinks: true,
  target: 'es2022',
  // What tsconfig.json says is for tsc alone.
  tsconfigRaw: {},
  write: false,
};

/** A script that is no module, mostly base64 and so not made to be read; the address of modules is what `base` is where it runs. */
async function script(entry) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [entry],
    format: 'iife',
    define: { 'import.meta.url': 'base' },
    plugins: [fromPackage, embedded],
  });
  return outputFiles[0].text;
}

/**
 * A module as bundlers read it. Minified, it has lost the comments by which they leave alone what only a browser can know, and
 * a name that was cut at the end of a line is none to those that look for it in the text.
 *
 * @param {string} text
 */
function forBundlers(text) {
  return (
    text
      .replace(
        /\bimport\((?!["'])/g,
        'import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ ',
      )
      // The line ends behind it, or source maps would be wrong.
      .replace(/\bnew URL\("([^"]*)\\\n([^"]*)",/g, 'new URL("$1$2",\n')
  );
}

/**
 * The JavaScript of the WebAssembly, which finds its file where Vite's server, up to version 7, has left it: see `installed.js`.
 *
 * @param {string} text
 * @param {string} folder  of the package
 */
function findsItsFile(text, folder) {
  const url = "new URL('gsa_net_bg.wasm', import.meta.url)";
  const moved = `${url}.href.replace('/node_modules/.vite/deps/', '/node_modules/gsa-net/${folder}')`;
  const changed = text.replace(`module_or_path = ${url};`, `module_or_path = ${moved};`);
  if (!changed.includes(moved)) throw new Error('wasm-bindgen names its file in another way');
  return changed;
}

async function write(name, content) {
  const file = join(target, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

const opening = await record(target, await readFile(join(www, 'page/index.html'), 'utf8'));
/** How esbuild is told of modules. */
const asModules = {
  ...common,
  format: 'esm',
  // Not where they are written to, but where the repository has them: source maps are relative to it.
  outdir: join(root, 'pkg'),
  sourcemap: true,
};

/** A source map with the sources as they are written. @param {string} text */
async function withSources(text) {
  const map = JSON.parse(text);
  for (const [i, source] of map.sources.entries()) {
    if (source.startsWith('../www/'))
      map.sourcesContent[i] = await readFile(join(root, 'pkg', source), 'utf8');
  }
  return `${JSON.stringify(map, null, 2)}\n`;
}

/** @param {import('esbuild').OutputFile[]} files */
async function writeModules(files) {
  for (const { path, text } of files) {
    const content = path.endsWith('.js') ? forBundlers(text) : await withSources(text);
    await write(relative(join(root, 'pkg'), path), content);
  }
}

/** The element with what it shows at once, and by themselves what it loads late; gives what it needs at once besides the modules that have names. */
async function bundleElement() {
  const { outputFiles, metafile } = await build({
    ...asModules,
    entryPoints: ELEMENT.map((module) => ({ in: join(www, MODULES[module]), out: stem(module) })),
    splitting: true,
    chunkNames: '[name]-[hash]',
    metafile: true,
    plugins: [fromPackage, embedded, besides(ELEMENT), sources],
  });
  await writeModules(outputFiles);
  /** @type {Map<string, string[]>} */
  const imports = new Map();
  for (const [path, { imports: named }] of Object.entries(metafile.outputs)) {
    const own = named.filter(({ kind, external }) => kind === 'import-statement' && !external);
    if (path.endsWith('.js'))
      imports.set(
        basename(path),
        own.map(({ path }) => basename(path)),
      );
  }
  const first = new Set(ELEMENT);
  for (const module of first) for (const other of imports.get(module) ?? []) first.add(other);
  return [...first].filter((module) => !ELEMENT.includes(module));
}

/** A file of the page as it is, or smaller where it is a script or a style. @param {string} name */
async function plain(name) {
  const content = await readFile(join(www, 'page', name));
  const [, loader] = /\.(js|css)$/.exec(name) ?? [];
  if (!loader) return content;
  const { code } = await transform(content, { loader, minify: true, charset: 'utf8' });
  return code;
}

/** @param {string} module */
function stem(module) {
  return module.replace(/\.js$/, '');
}

/** The page, which has its browser fetch at once what the element is made of. @param {string[]} shared */
async function writePage(shared) {
  const text = await readFile(join(www, 'page/index.html'), 'utf8');
  const after = '    <link rel="modulepreload" href="./define.js" />\n';
  if (!text.includes(after)) throw new Error('www/page/index.html has no place for modules');
  const links = shared.map((module) => after.replace('define.js', module));
  await write(
    'index.html',
    text.replace(after, () => after + links.join('')),
  );
}

const shared = await bundleElement();
for (const [module, source] of Object.entries(MODULES)) {
  if (ELEMENT.includes(module)) continue;
  const { outputFiles } = await build({
    ...asModules,
    entryPoints: [{ in: join(www, source), out: stem(module) }],
    // They are told where files are. Named in them too, bundlers would take a file for one of theirs.
    ...(WHOLE.includes(module)
      ? { define: { 'import.meta.url': 'location.href' }, plugins: [fromPackage] }
      : { plugins: [fromPackage, embedded, besides(), sources] }),
    // The page loads the view for a class late.
    ...(module === 'page.js' && { splitting: true, chunkNames: '[name]-[hash]' }),
    // What was recorded has no source, and runner.js none that the worker's map has not.
    sourcemap: !['opening.js', 'runner.js'].includes(module),
  });
  await writeModules(outputFiles);
}
await writePage(shared);
for (const [name, text] of Object.entries(NAMES)) await write(name, text);
const standalone = await script(join(www, 'standalone.js'));
await write(
  'standalone.js',
  `(() => {\n'use strict';\nconst base = document.baseURI;\n${standalone}})();\n`,
);
for (const name of PLAIN) await write(name, await plain(name));
for (const name of await readdir(join(www, EXAMPLES))) {
  await write(join(EXAMPLES, name), await readFile(join(www, EXAMPLES, name)));
}
await write('catalogue.json', `${JSON.stringify(catalogue, null, 1)}\n`);
// After the worker, which makes none of the mistakes that are told here, and is to be small.
for (const name of await readdir(target, { recursive: true })) {
  if (basename(name) !== 'gsa_net.js') continue;
  const [text, types] = await Promise.all(
    [name, name.replace(/js$/, 'd.ts')].map((file) => readFile(join(target, file), 'utf8')),
  );
  await write(name, findsItsFile(careful(text, types), name.slice(0, -'gsa_net.js'.length)));
}
// Last: it names the others.
await writeServiceWorker(www, target);
