// Browsers load modules only from a server, and into a frame without an origin only from one that lets
// everybody read. Where page.js is refused, one plain script that holds everything takes its place. And what must be known before
// anything is painted.

(() => {
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;

  /** @param {Event} event */
  function refused({ target }) {
    if (!(target instanceof HTMLScriptElement) || target.type !== 'module') return;
    document.removeEventListener('error', refused, true);
    const script = document.createElement('script');
    script.src = new URL('./standalone.js', here).href;
    script.dataset.entry = 'page.js';
    script.addEventListener('error', () => {
      delete document.documentElement.dataset.view;
      const notice = document.querySelector('gsa-demo > .loading');
      if (notice)
        notice.textContent = 'The demonstration could not be loaded. Is the server there?';
    });
    document.head.append(script);
  }

  // Or the page would be seen as it is for one reader, before it is as for a class.
  if (new URLSearchParams(location.search).get('view') === 'class') {
    document.documentElement.dataset.view = 'class';
  }

  // Errors of scripts do not bubble, but they can be captured.
  document.addEventListener('error', refused, true);
})();
