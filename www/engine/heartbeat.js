// Whether a worker still lives. One that computes hears nothing and says nothing, for a minute if need be, so silence tells
// little. But it holds a lock for as long as it lives, which the browser frees when it dies, however it dies: whoever waits for
// that lock knows. Where a page has no locks (not by HTTPS, or in a frame without an origin), a worker that is not computing is
// asked now and then.

/** How often a worker without a lock is asked. */
const PING_MS = 2000;
/** How long a lock that nobody else wants may be waited for. */
const LOCK_MS = 2000;
/** Questions that may stay open: what starts, or opens a graphics card, is busy for a while too. */
const MAX_UNANSWERED = 4;

/**
 * The worker's side: a sign of life that lasts as long as it does.
 *
 * @param {string} name
 * @returns {Promise<boolean>}  whether there is one
 */
export function holdLock(name) {
  return new Promise((resolve) => {
    if (!navigator.locks) {
      resolve(false);
      return;
    }
    const held = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(name, held).catch(() => resolve(false));
    setTimeout(() => resolve(false), LOCK_MS);
  });
}

/** A name that no other lock of this origin has. */
export function lockName() {
  return `gsa-net ${Array.from(crypto.getRandomValues(new Uint32Array(4))).join(' ')}`;
}

/**
 * The page's side.
 *
 * @param {Worker} worker
 * @param {string | null} name  of its lock, where it holds one
 * @param {() => boolean} computes  whether it can't be expected to answer
 * @param {() => void} died  called once, unless it is stopped before
 * @returns {() => void}  stops watching
 */
export function watchLife(worker, name, computes, died) {
  const stop = new AbortController();
  const { signal } = stop;
  const end = () => {
    if (signal.aborted) return;
    stop.abort();
    died();
  };
  if (name) {
    // One that has died already is told of too.
    navigator.locks.request(name, { signal }, end).catch(() => {});
    return () => stop.abort();
  }
  let unanswered = 0;
  const clock = setInterval(() => {
    // Both sides stand still while a machine sleeps: questions are counted, not seconds.
    if (computes() || globalThis.document?.hidden) unanswered = 0;
    else if (++unanswered > MAX_UNANSWERED) end();
    else worker.postMessage({ ping: true });
  }, PING_MS);
  signal.addEventListener('abort', () => clearInterval(clock));
  // Whatever it says, it lives.
  worker.addEventListener('message', () => (unanswered = 0), { signal });
  return () => stop.abort();
}
