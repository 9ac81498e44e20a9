// The package in what people build pages with: each project of this folder is installed, built and opened.

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { openBrowser, until } from '../e2e/person.js';
import { open, prepares, warm, works } from './page.js';
import { Unreachable, build, project, server, tool } from './project.js';
import { serveFolder } from './static.js';

/** @import { Browser } from 'playwright-core' */

/**
 * @typedef {object} Fixture
 * @property {string[]} pages  what its `npm run build` makes work, seen from its folder
 * @property {string[]} [dev]  its development server, but for the port
 * @property {string[]} [types]  its compiler, which looks into every declaration
 * @property {RegExp} [says]  what it says of any package with a wasm
 */

const VITE = { pages: ['dist/'], dev: ['vite', '--strictPort', '--port'] };

/** @type {Record<string, Fixture>} */
const FIXTURES = {
  next: {
    pages: ['out/'],
    // prettier-ignore
    types: [
      'tsc', '--noEmit', '--strict', '--jsx', 'react-jsx', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom',
      'app/types.tsx', 'app/preact.tsx',
    ],
  },
  astro: { pages: ['dist/'], dev: ['astro', 'dev', '--port'] },
  webpack: {
    pages: [''],
    // 244 KB are recommended, for a wasm as for a picture.
    says: /^WARNING in asset size limit.*\n.*\nAssets: \n( {2}\w+\.wasm.*\n)+|compiled with 1 warning/gm,
  },
  vite6: VITE,
  vite7: VITE,
  vite8: VITE,
  esbuild: { pages: ['', 'whole.html'] },
};

/** What no bundler may say. */
const COMPLAINT = /warn|error|critical|deprecat|\(!\)|doesn't exist/i;

/** @type {Browser} */
let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

describe('the package in', { concurrency: 2, timeout: 900000 }, () => {
  for (const [name, { pages, dev, types, says }] of Object.entries(FIXTURES)) {
    // One after the other, what a project is asked.
    describe(name, { concurrency: 1, timeout: 600000 }, () => {
      /** Why there is no project; in CI there must be one. */
      let without = '';
      /** @type {string} */
      let folder;
      before(async () => {
        try {
          folder = await project(name);
        } catch (error) {
          if (process.env.CI || !(error instanceof Unreachable)) throw error;
          without = 'npm’s registry is out of reach';
        }
      });

      test('is built without a warning, and works', { timeout: 300000 }, async (t) => {
        if (without) return t.skip(without);
        const said = (await build(folder)).replace(says ?? /(?!)/, '');
        assert.doesNotMatch(said, COMPLAINT, said);
        for (const page of pages) {
          const [, out, file] = /** @type {string[]} */ (/^(.*\/)?(.*)$/.exec(page));
          const site = await serveFolder(join(folder, out ?? ''));
          try {
            await open(browser, site.url + file, async (person) => {
              await works(person);
              if (file !== 'whole.html') await prepares(person);
            });
          } finally {
            await site.stop();
          }
        }
      });

      if (types) {
        test('has its types, in TSX too', { timeout: 300000 }, async (t) => {
          if (without) return t.skip(without);
          assert.equal(await tool(folder, types), '');
        });
      }

      if (!dev) return;
      test('is served while one develops', { timeout: 300000 }, async (t) => {
        if (without) return t.skip(without);
        const port = await freePort();
        const site = server(folder, [...dev, String(port)]);
        try {
          const hasBegun = () => /http:\/\/localhost:/.test(site.said) || !site.isRunning;
          await until(hasBegun, 'the server', 60000);
          await warm(browser, `http://localhost:${port}/`);
          await open(browser, `http://localhost:${port}/`, async (person) => {
            await works(person);
            await prepares(person);
          });
          assert.doesNotMatch(site.said, COMPLAINT, site.said);
        } finally {
          await site.stop();
        }
      });
    });
  }
});

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
