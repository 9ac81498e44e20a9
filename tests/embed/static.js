// A server for what a bundler wrote: files of a folder and nothing else.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * @param {string} folder
 * @param {(path: string) => Record<string, string>} [headers]  sent besides
 */
export async function serveFolder(folder, headers = () => ({})) {
  const root = resolve(folder);
  const site = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(root, path.replace(/\/$/, '/index.html'));
    const body = file.startsWith(root + sep) ? await readFile(file).catch(() => null) : null;
    if (!body) {
      // Browsers ask for one by themselves.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, ...headers(path) }).end(body);
  });
  await new Promise((done) => site.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (site.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((done) => {
        site.closeAllConnections();
        site.close(done);
      }),
  };
}
