// Everything of gsa-net in one plain script: <script src="standalone.js"></script>, then <gsa-demo>.
// For pages opened from a disk, and for frames without an origin, where browsers load no modules.
// Made by `cargo xtask package`.
(() => {
  'use strict';
  /** Pairs of name and source; each module comes after those that it imports. */
  const modules = /* MODULES */ [];
  /** Base64. */
  const wasm = /* WASM */ '';
  const models = /* MODELS */ {};

  function load(modules, base) {
    const urls = {};
    for (const [name, source] of modules) {
      let text = source.replaceAll('import.meta.url', JSON.stringify(base));
      for (const known of Object.keys(urls)) text = text.replaceAll(`'./${known}'`, `'${urls[known]}'`);
      urls[name] = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    }
    return urls;
  }

  function address(type, base64) {
    const data = `data:${type};base64,${base64}`;
    // A worker of a page from a disk may not read the page's blobs.
    if (location.protocol === 'file:') return data;
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return URL.createObjectURL(new Blob([bytes], { type }));
  }

  const { currentScript, baseURI } = document;
  const entry = currentScript?.dataset.entry ?? 'define.js';
  const ofWorker = modules.slice(0, modules.findIndex(([name]) => name === 'worker.js') + 1);
  const worker = `import((${load})(${JSON.stringify(ofWorker)}, ${JSON.stringify(baseURI)})['worker.js'])
    .catch((error) => setTimeout(() => { throw error; }));`;
  const urls = load(modules, baseURI);
  import(urls['settings.js']).then(({ configure }) => {
    configure({
      worker: URL.createObjectURL(new Blob([worker], { type: 'text/javascript' })),
      wasm: address('application/wasm', wasm),
      models: Object.fromEntries(
        Object.entries(models).map(([name, base64]) => [name, address('application/octet-stream', base64)]),
      ),
    });
    return import(urls[entry]);
  }).catch((error) => {
    const notice = document.querySelector('gsa-demo > .loading');
    if (notice) notice.textContent = 'The demonstration could not be loaded.';
    throw error;
  });
})();
