// The worker's script as it is written, for tests that change what it says: names in the package's are short.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { PACKAGE } from './server.js';

/** @type {Promise<string> | null} */
let made = null;

export function readableWorker() {
  made ??= build({
    entryPoints: [fileURLToPath(new URL('../../www/worker.js', import.meta.url))],
    bundle: true,
    charset: 'utf8',
    format: 'esm',
    target: 'es2022',
    tsconfigRaw: {},
    write: false,
    plugins: [
      {
        name: 'package',
        setup({ onResolve }) {
          onResolve({ filter: /\/pkg\/gsa_net\.js$/ }, () => ({
            path: join(PACKAGE, 'gsa_net.js'),
          }));
        },
      },
    ],
  }).then(({ outputFiles }) => outputFiles[0].text);
  return made;
}
