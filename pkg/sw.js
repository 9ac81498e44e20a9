// The service worker of the page: it keeps the files of one build, whole, and answers from them. What stands in the place of BUILD
// is written by xtask/assets/offline.mjs: a name that follows from the files, and digests of those that are needed at once and of
// those that may be chosen later. Files are asked for by their digests, so that those of two builds never mix. A new build is taken at
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
  /** @type {{ name: string, now: Record<string, string>, later: Record<string, string> }} */
  const build = {
  "name": "4b80ba5a4121fd30",
  "now": {
    "catalogue.json": "sha256-swYkWBWtG3JoHCj0Rm5Zq0kdCSBr9ch/GCnO61iCLMM=",
    "class.css": "sha256-PzUABBMOchL8/WrFxJRFMRqwLjXrmmoKUEwtfa8ZnWI=",
    "define.js": "sha256-AAj9B378TbIpWLE13He3Jk4W5LBDnThirEkXnK5djtQ=",
    "element.js": "sha256-HkIVJM33dEZbVDhRaDQjKNZ1o9LwIlyzIsZ0KaoTqsg=",
    "figure.js": "sha256-ZP2Rh4xai+opNguIzjuOM41tnBZY+27kR9UCVGyvsL4=",
    "gsa_net_bg.wasm": "sha256-tDzlRnmQX9sp/Ld6BM9VRyHGKYBhCT5wDRVRxhYWtGY=",
    "icon.svg": "sha256-7ADBQ6atmUZ1dFb9fHvkdPlYI4Yn7VqQXsl3A/TrZOc=",
    "index.html": "sha256-g8GCr4nganJt9zYL6K0+uiKu2fvzI6HIEBRVrcpXFjM=",
    "models/r8f_sa_upright.safetensors": "sha256-SKU3c2wqX8Sl/UojnLLbaRfvJKqcwtOKiazkUZeYw5g=",
    "models/z2_sa_upright.safetensors": "sha256-AOPRrKzRKMfntCC5HlSieE/XVZBHNZw0n+VrgAlAYWE=",
    "opening.js": "sha256-NraWxeZLulDdax8Je/sd/k4ZFmChZeJFXiUUs0cYdys=",
    "page.css": "sha256-58pjrOX8MlQOviTINKum7SET+huHt1xRvg1l2TcTiQo=",
    "page.js": "sha256-fD+b7iEWm6EorU61mu+3j0fhTQL9WNoU65LMM2tnYow=",
    "samples.js": "sha256-Z+xLVMIYa11gtUdn/bagVGsYkGJry83hRFEVJpvdNxs=",
    "start.js": "sha256-aJCMWRfNoXEBKuYlAthU9WvNQVlYfmJD9biKHyaMnyI=",
    "worker.js": "sha256-Z2XrucK0/L+hT7AxISV0dbqSlXtwELawJMh7+2pPH3k="
  },
  "later": {
    "models/r12_sa.safetensors": "sha256-5KNB2xZe3fFLAALe6emrsDlYsMBJ3FoeZXQHWkNBJ60=",
    "models/r16_sa.safetensors": "sha256-JTzVXgtp2EbRzwOrFb3liVRnC0PD0jp0lYqCoPmSJs0=",
    "models/r4_sa.safetensors": "sha256-PmQDI/KO+0HhpA6Jvyo3wV/LlQX9X4tvXiVQoEpH6oc=",
    "models/r4_sa_drawn.safetensors": "sha256-M3d++imSbikiU8P0pVA+MiTNp4YsOO+WTve1WKorB58=",
    "models/r4_sa_published.safetensors": "sha256-Cfe9f9C5pxvyvqp1Vis3/r7TIkO6IiwtN8Y2RgZ6W8w=",
    "models/r8_sa.safetensors": "sha256-Ryg5hbmF53raFlQUCIZJDTYTYPPpsLR1If9xn4FFXxQ=",
    "models/r8f_sa.safetensors": "sha256-rhWpPLmTxFdIO1QdO+uoybOx/3Rhn3pNXOcNlZvb6To=",
    "models/r8f_sa_drawn.safetensors": "sha256-rGuvq7F+e6GKaSo5I9D8GZyttbkVhuwi9ZcWyD4I0VY=",
    "models/z2_sa.safetensors": "sha256-r70Lp6TI2cmRHZovigeEv8qtY8/RCidwLHq+Pxc7VjM=",
    "models/z2_sa_drawn.safetensors": "sha256-P2bw8MB4zWNLX/fA0U/nCIQhkFFDdvDn5GFPTprmzDc=",
    "plain/gsa_net_bg.wasm": "sha256-viCgrTJMHrjzSzbrTUokooW9SGpSvPAXTCObaOmlTwQ=",
    "runner.js": "sha256-9cS2UZjTmtKjZidCXpGnPlVt9TEbyZQk9PChkOzUls8="
  }
};
  const digests = { ...build.now, ...build.later };

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
    await Promise.all(Object.keys(build.now).map(bringAndKeep));
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
  worker.addEventListener('message', ({ data }) => {
    if (data === 'begin') worker.skipWaiting();
  });
  worker.addEventListener('fetch', (/** @type {Asked} */ event) => {
    const { request } = event;
    const file = fileOf(request.url);
    if (request.method !== 'GET' || file === null || !Object.hasOwn(digests, file)) return;
    event.respondWith(answer(request, file));
  });
})();
