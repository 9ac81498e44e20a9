// The page without a network, after the first visit: a service worker of this page, never of one that embeds the element.

/** By then the visit has all that it began with; what it may want later does not stand in its way. */
const SETTLED_MS = 8000;

/** Where there can be none (a disk, a frame without an origin, http elsewhere than here), nothing happens. */
export async function keepOffline() {
  const { protocol, href } = location;
  if (!isSecureContext || !/^https?:$/.test(protocol) || !('serviceWorker' in navigator)) return;
  if (document.readyState !== 'complete')
    await new Promise((done) => addEventListener('load', done, { once: true }));
  try {
    const registration = await navigator.serviceWorker.register(new URL('./sw.js', href));
    // Browsers look for a new one when they have time; a visit may be over by then.
    await registration.update();
    await navigator.serviceWorker.ready;
    setTimeout(() => registration.active?.postMessage('fill'), SETTLED_MS);
  } catch {
    // A server without it, or a browser that lets no page keep anything: all works as before, with a network.
  }
}
