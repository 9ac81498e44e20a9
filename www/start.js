// Starts the page. Modules are loaded only from a server, and into a frame without an origin only from
// one that lets everybody read; where the browser refuses them, one plain script that holds everything
// takes their place.

(() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  import('./page.js').catch((reason) => {
    const script = document.createElement('script');
    script.src = new URL('../pkg/standalone.js', here).href;
    script.dataset.entry = 'page.js';
    script.addEventListener('error', () => {
      const notice = document.querySelector('gsa-demo > .loading');
      if (notice) notice.textContent = `The demonstration could not be loaded: ${reason.message}.`;
    });
    document.head.append(script);
  });
})();
