// Ways to start what answers: workers, and the main thread.

/** How long it may take before the next way is tried. */
const START_MS = 20000;

/** By this name a page that requires Trusted Types allows addresses of workers: they come from the package, or from `configure`. */
const POLICY = 'gsa-net-worker';

/** @type {{ createScriptURL(url: string): any } | null | undefined} */
let policy;

/** What may be a worker's address. @param {string} url */
function trusted(url) {
  try {
    policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy(POLICY, {
      createScriptURL: (/** @type {string} */ address) => address,
    });
  } catch {
    // Not allowed, or made already by another copy: where text will not do, the next way is taken.
    policy = null;
  }
  return policy ? policy.createScriptURL(url) : url;
}

/**
 * Bundlers see no worker in this, and that is as it should be: the file needs no other, and what they make of it would.
 *
 * @param {string} url
 */
export function openWorker(url) {
  // As standalone.js makes it: a plain script, since frames without an origin refuse blobs as modules.
  if (url.startsWith('blob:')) return new Worker(trusted(url), { name: 'gsa-demo' });
  return new Worker(trusted(url), { type: 'module', name: 'gsa-demo' });
}

/**
 * A classic script that imports the module: in a frame without an origin Chromium refuses module workers
 * whose own address is a blob.
 *
 * @param {string} url
 */
export function openBlobWorker(url) {
  const source = `import(${JSON.stringify(url)}).catch((error) => setTimeout(() => { throw error; }));`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(trusted(blobUrl), { name: 'gsa-demo' });
  // Not earlier: the worker fetches the blob only once it runs.
  worker.addEventListener('message', () => URL.revokeObjectURL(blobUrl), { once: true });
  worker.addEventListener('error', () => URL.revokeObjectURL(blobUrl), { once: true });
  return worker;
}

/**
 * What a worker would do, on this thread. A module that failed or crashed stays in the browser's module map under its
 * address, so each further attempt adds a fragment.
 *
 * @param {number} attempt
 * @returns {Promise<typeof import('./runner.js')>}
 */
export function openHere(attempt) {
  // Spelt out, so that bundlers find the file.
  if (attempt === 0) return import('./runner.js');
  return import(/* @vite-ignore */ `${new URL('./runner.js', import.meta.url)}#attempt-${attempt}`);
}

/**
 * A worker that has said that it runs, and has answered the first that it was told.
 *
 * @param {() => Worker} open
 * @param {object} hello
 * @returns {Promise<{ worker: Worker, said: { locked: boolean } }>}
 */
export function started(open, hello) {
  return new Promise((resolve, reject) => {
    const worker = open();
    const timer = setTimeout(() => fail('it did not start in time'), START_MS);
    const abandon = new AbortController();
    const { signal } = abandon;
    /** @param {string} why */
    function fail(why) {
      clearTimeout(timer);
      abandon.abort();
      worker.terminate();
      reject(new Error(why));
    }
    worker.addEventListener(
      'message',
      ({ data }) => {
        if (data.locked === undefined) {
          worker.postMessage(hello);
          return;
        }
        clearTimeout(timer);
        abandon.abort();
        resolve({ worker, said: data });
      },
      { signal },
    );
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        fail(event.message || 'the browser refused to start it');
      },
      { signal },
    );
  });
}
