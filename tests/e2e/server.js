// A static server like any other: no COOP or COEP headers, and the package under some path.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The built package; another folder can be tried with GSA_PKG. */
export const PACKAGE = resolve(process.env.GSA_PKG ?? join(ROOT, 'pkg'));
/** Not at the root: the page must work under any path. */
export const PREFIX = '/some/where/gsa-net/';
/** The same without leave for other origins to read it, as most servers are. */
export const CLOSED = '/closed/';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * @typedef {object} Site
 * @property {string} origin
 * @property {string} url  of the page
 * @property {Map<string, { body: string, headers?: Record<string, string> }>} pages  served besides, by path
 * @property {() => Promise<void>} close
 */

/** Whether the port asked for is in use. */
let taken = false;

/** @param {string} [folder]  with the package @returns {Promise<Site>} */
export async function serve(folder = PACKAGE) {
  /** @type {Site['pages']} */
  const pages = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const page = pages.get(path);
    if (page) {
      response.writeHead(200, { 'content-type': TYPES['.html'], ...page.headers });
      response.end(page.body);
      return;
    }
    const prefix = [PREFIX, CLOSED].find((start) => path.startsWith(start));
    const name = path.slice(prefix?.length).replace(/^$|\/$/, '$&index.html');
    const file = normalize(join(folder, name));
    if (!prefix || !file.startsWith(folder + sep)) {
      response.writeHead(404).end('not here');
      return;
    }
    try {
      const body = await readFile(file);
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        // As GitHub Pages sends it; modules in frames without an origin need it.
        ...(prefix === PREFIX && { 'access-control-allow-origin': '*' }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end('not here');
    }
  });
  const port = taken ? 0 : Number(process.env.PORT ?? 0);
  taken = true;
  await new Promise((done) => server.listen(port, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    url: origin + PREFIX,
    pages,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
