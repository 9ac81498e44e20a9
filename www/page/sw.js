// The service worker of the page: it keeps the files of one build, whole, and answers from them. What stands in the place of BUILD
// is written by xtask/assets/offline.mjs: a name that follows from the files, digests of those that are needed at once and of
// those that may be chosen later, and a module that browsers with relaxed SIMD take. Files are asked for by their digests, so that those of two builds never mix. A new build is taken at
// the next visit.

/**
 * What browsers give a service worker, as far as it is used here.
 *
 * @typedef {Event & { waitUntil(work: Promise<unknown>): void }} Lasting
 * @typedef {Event & { request: Request, respondWith(response: Promise<Response>): void }} Asked
 * @typedef {{ registration: ServiceWorkerRegistration, skipWaiting(): Promise<void>,
 *   clients: { matchAll(): Promise<unknown[]>, claim(): Promise<void> },
 *   addEventListener(type: string, listen: (event: any) => void): void }} Scope
 */

(() => {
  const worker = /** @type {Scope} */ (/** @type {unknown} */ (self));
  /** @type {{ name: string, now: Record<string, string>, later: Record<string, string>, probe: number[] }} */
  const build = /* BUILD */ { name: '', now: {}, later: {}, probe: [] };
  const digests = { ...build.now, ...build.later };
  /** The one of the two engines that this browser does without. */
  const spared =
    typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(build.probe))
      ? 'gsa_net_bg.wasm'
      : 'gsa_net_relaxed_bg.wasm';

  const { scope } = worker.registration;
  const ours = `gsa-net ${scope} `;
  const cacheName = ours + build.name;

  /** The file of the package under an address, by name; the page itself has two addresses. @param {string} url */
  function fileOf(url) {
    const [plain] = url.split(/[?#]/);
    if (!plain.startsWith(scope)) return null;
    return plain.slice(scope.length) || 'index.html';
  }

  /** A file of just this build, whatever the browser has kept of others. @param {string} file */
  async function bring(file) {
    const url = new URL(file, scope);
    const integrity = digests[file];
    const response = await fetch(url, { integrity }).catch(() =>
      fetch(url, { integrity, cache: 'reload' }),
    );
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    // One that came by a detour may not answer for a page; its copy may.
    return new Response(response.body, { headers: response.headers });
  }

  async function install() {
    const cache = await caches.open(cacheName);
    const bringAndKeep = async (/** @type {string} */ file) => cache.put(file, await bring(file));
    const needed = Object.keys(build.now).filter((file) => file !== spared);
    await Promise.all(needed.map(bringAndKeep));
  }

  /** Code that is loaded when somebody looks at something, so that it is there without a network too. */
  async function fill() {
    const cache = await caches.open(cacheName);
    for (const file of Object.keys(build.later).filter((name) => name.endsWith('.js'))) {
      if (!(await cache.match(file))) await cache.put(file, await bring(file));
    }
  }

  /** Takes away what former builds left. */
  async function activate() {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(ours) && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.clients.claim();
  }

  /** A new build waits while pages of the former one are open; a visit that is alone begins it. */
  async function isToBegin() {
    const { waiting } = worker.registration;
    if (!waiting || (await worker.clients.matchAll()).length > 1) return false;
    waiting.postMessage('begin');
    return true;
  }

  /** @param {Request} request @param {string} file */
  async function answer(request, file) {
    if (request.mode === 'navigate' && (await isToBegin())) {
      return new Response('', { headers: { refresh: '0', 'content-type': 'text/html' } });
    }
    const cache = await caches.open(cacheName);
    const kept = await cache.match(file);
    if (kept) return kept;
    const response = await bring(file);
    await cache.put(file, response.clone());
    return response;
  }

  worker.addEventListener('install', (/** @type {Lasting} */ event) => event.waitUntil(install()));
  worker.addEventListener('activate', (/** @type {Lasting} */ event) =>
    event.waitUntil(activate()),
  );
  worker.addEventListener('message', (event) => {
    if (event.data === 'begin') worker.skipWaiting();
    // What is in the way of it now may not be at the next visit.
    if (event.data === 'fill') event.waitUntil(fill().catch(() => {}));
  });
  worker.addEventListener('fetch', (/** @type {Asked} */ event) => {
    const { request } = event;
    const file = fileOf(request.url);
    if (request.method !== 'GET' || file === null || !Object.hasOwn(digests, file)) return;
    event.respondWith(answer(request, file));
  });
})();
