// Where files of the package are.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installed } from '../../www/engine/installed.js';

test('files are beside their modules, but not where Vite’s server moved those alone', () => {
  for (const [module, file] of [
    ['https://host/some/gsa-net/element.js', 'https://host/some/gsa-net/worker.js'],
    ['file:///home/gsa-net/element.js', 'file:///home/gsa-net/worker.js'],
    [
      'http://localhost:5173/base/node_modules/.vite/deps/gsa-net_define__js.js?v=1',
      'http://localhost:5173/base/node_modules/gsa-net/worker.js',
    ],
    [
      'http://localhost:3000/_nuxt/node_modules/.cache/vite/client/deps/gsa-net_define__js.js',
      'http://localhost:3000/_nuxt/node_modules/gsa-net/worker.js',
    ],
    [
      'http://localhost/@fs/home/node_modules/.pnpm/gsa-net@1/node_modules/gsa-net/element.js',
      'http://localhost/@fs/home/node_modules/.pnpm/gsa-net@1/node_modules/gsa-net/worker.js',
    ],
    ['https://host/node_modules/deps/gsa-net.js', 'https://host/node_modules/deps/worker.js'],
    [
      'http://localhost:5173/node_modules/gsa-net/element.js',
      'http://localhost:5173/node_modules/gsa-net/worker.js',
    ],
  ]) {
    assert.equal(installed(new URL('./worker.js', module)), file);
  }
});
