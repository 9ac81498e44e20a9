// The engine with a fault at each of its awaits: `await x` becomes `await __fault(place, x)`, and all is put into two scripts that can be
// begun anew, that of the page and that of a worker.

import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const WWW = fileURLToPath(new URL('../../../www', import.meta.url));

/** What is instrumented. @param {string} name  from `www/` */
const isEngine = (name) => name.startsWith('engine/') || name === 'worker.js';

/** The end of the operand of an `await`. @param {string} text @param {number} from */
function endOf(text, from) {
  let at = text.startsWith('new ', from) ? from + 4 : from;
  for (;;) {
    if (text[at] === '(' || text[at] === '[') at = closeOf(text, at);
    else if (/[\w$#.]/.test(text[at] ?? '') || text.startsWith('?.', at)) at++;
    else return at;
  }
}

/** Behind the bracket that closes one. @param {string} text @param {number} open */
function closeOf(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (`'"\``.includes(text[at])) at = text.indexOf(text[at], at + 1);
    if ('([{'.includes(text[at])) depth++;
    if (')]}'.includes(text[at]) && --depth === 0) return at + 1;
  }
  throw new Error(`a bracket that is not closed: ${text.slice(open, open + 80)}`);
}

/** @param {string} text  of a module @param {string} name @param {string[]} places  gets those of its awaits */
export function instrumented(text, name, places) {
  const awaits = Array.from(text.matchAll(/\bawait /g))
    .map(({ index }) => index)
    .filter((index) => !/^\s*(\/\/|\/?\*)/.test(text.slice(text.lastIndexOf('\n', index) + 1)));
  let result = text;
  /** @type {string[]} */
  const found = [];
  // From the end, since one may stand in another.
  for (const index of awaits.reverse()) {
    const from = index + 'await '.length;
    const to = endOf(result, from);
    const line = text.slice(0, index).split('\n').length;
    const place = `${name}: ${text.slice(from, endOf(text, from)).replace(/\s+/g, ' ').slice(0, 60)} (${line})`;
    found.unshift(place);
    const operand = result.slice(from, to);
    result = `${result.slice(0, from)}__fault(${JSON.stringify(place)}, ${operand})${result.slice(to)}`;
  }
  places.push(...found);
  return result;
}

/** @param {string} entry  text @param {string[]} places */
async function script(entry, places) {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: WWW },
    bundle: true,
    format: 'iife',
    globalName: 'made',
    define: { 'import.meta.url': '"http://host/engine.js"' },
    legalComments: 'none',
    tsconfigRaw: {},
    write: false,
    external: ['*/gsa_net.js'],
    plugins: [
      {
        name: 'faults',
        setup({ onLoad }) {
          onLoad({ filter: /\.js$/ }, async ({ path }) => {
            const name = relative(WWW, path).split(sep).join('/');
            if (!isEngine(name)) return;
            const text = await readFile(path, 'utf8');
            const { code } = await transform(text, { minifyWhitespace: true });
            const before = places.length;
            const contents = instrumented(text, name, places)
              // What only a browser can import.
              .replaceAll(/(?<!#)\bimport\((?!['"])/g, '__import(');
            const awaits = code.match(/\bawait\b/g)?.length ?? 0;
            if (places.length - before !== awaits) {
              throw new Error(`${name}: ${places.length - before} of ${awaits} awaits are found`);
            }
            return { contents, resolveDir: dirname(join(WWW, name)) };
          });
        },
      },
    ],
  });
  return outputFiles[0].text;
}

/** Both scripts, and the places of all awaits. */
export async function instrument() {
  /** @type {string[]} */
  const places = [];
  const page = await script(
    `export { Demo } from './state/demo.js';
     export { configure } from './engine/settings.js';
     export { catalogue } from './engine/catalogue.js';
     export { Runner } from './engine/runner.js';
     export { REQUESTS } from './engine/requests/requests.js';`,
    places,
  );
  const worker = await script(`import './worker.js';`, places);
  return { page, worker, places: new Set(places) };
}
