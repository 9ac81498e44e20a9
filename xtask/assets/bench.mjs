// Times of one prediction in headless Chromium, for `cargo xtask bench`: node bench.mjs ADDRESS RUNS FOLDER NETWORK...
// FOLDER holds each network as NETWORK.safetensors and NETWORK.onnx. Measures the package on the CPU, with relaxed SIMD, with SIMD
// and without, and by WebGPU, and with GSA_BENCH_ORT=1 ONNX Runtime Web on the same networks. Prints
// {"places": {PLACE: {networks: [{network, median_ms, logits, …}], load_ms, bytes, adapter}}, "skipped": {PLACE: why}}.

import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const [address, runs, folder, ...networks] = process.argv.slice(2);
/** ONNX Runtime's WebGPU takes half a minute a run of R4 on a software adapter, so it answers once, and larger networks not at all. */
const ORT = {
  wasm: { runs: 3, networks },
  webgpu: { runs: 1, networks: networks.filter((network) => ['z2_sa', 'r4_sa'].includes(network)) },
};
/** Where a browser can't run it, the others are measured all the same. */
const RELAXED = 'CPU, relaxed SIMD';
/** Engines of the package, each with the JavaScript that has it. */
const SCRIPTS = {
  [RELAXED]: 'gsa_net.js',
  CPU: 'gsa_net.js',
  'CPU without SIMD': 'plain/gsa_net.js',
  WebGPU: 'gsa_net.js',
};
const report = { places: {}, skipped: {} };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
  ],
});
/** What every network is shown, as the package prepares it. */
let drawing;
try {
  for (const engine of Object.keys(SCRIPTS)) {
    const place = `Chromium, ${engine}`;
    try {
      const script = SCRIPTS[engine];
      const wasm = engine === RELAXED ? 'gsa_net_relaxed_bg.wasm' : null;
      const task = { address, runs: Number(runs), networks, engine, script, wasm };
      const { pixels, ...result } = await onPage((page) => page.evaluate(measure, task));
      report.places[place] = result;
      drawing = pixels;
    } catch (error) {
      if (![RELAXED, 'WebGPU'].includes(engine)) throw error;
      report.skipped[place] = String(error);
    }
  }
  if (process.env.GSA_BENCH_ORT !== '0') await measureOrt(drawing);
  console.log(JSON.stringify(report));
} finally {
  await browser.close();
}

/** Runs in a fresh page of the site, without the cache of the one before. */
async function onPage(use) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    for (const [name, from] of Object.entries({ ort: ortFolder(), networks: folder })) {
      await page.route(`**/${name}/**`, async (route) => {
        const path = new URL(route.request().url()).pathname.split(`/${name}/`)[1];
        const contentType = path.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
        await route.fulfill({ body: await readFile(join(from, path)), contentType });
      });
    }
    await page.goto(new URL('package.json', address).href);
    return await use(page);
  } finally {
    await context.close();
  }
}

function ortFolder() {
  return dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
}

async function measureOrt(pixels) {
  for (const [provider, { runs, networks }] of Object.entries(ORT)) {
    const place = `ONNX Runtime Web, ${provider}`;
    try {
      const task = { address, runs, networks, provider, pixels };
      const result = await onPage((page) => page.evaluate(measureOnnx, task));
      const onnx = await stat(join(folder, `${networks[0]}.onnx`));
      report.places[place] = { ...result, bytes: result.bytes + onnx.size };
    } catch (error) {
      report.skipped[place] = String(error);
    }
  }
}

/** Runs in the page. Every round asks each model once; two rounds before them warm up. */
async function measure({ address, runs, networks, engine, script, wasm }) {
  const began = performance.now();
  const {
    default: init,
    Model,
    GpuModel,
    prepareStrokes,
  } = await import(new URL(script, address).href);
  await init(wasm ? { module_or_path: new URL(wasm, address) } : undefined);
  const seven = [
    [0.3, 0.2],
    [0.7, 0.2],
    [0.45, 0.85],
  ].map(([x, y]) => ({ x, y }));
  const { pixels } = prepareStrokes([seven], 0);
  const models = [];
  let load_ms = 0;
  for (const network of networks) {
    const response = await fetch(new URL(`networks/${network}.safetensors`, address));
    const bytes = new Uint8Array(await response.arrayBuffer());
    const model = engine === 'WebGPU' ? await GpuModel.create(bytes) : new Model(bytes);
    const first = performance.now();
    const { logits } = await model.predict(pixels);
    models.push({
      network,
      model,
      logits: [...logits],
      times: [],
      onCard: [],
      first_ms: performance.now() - first,
    });
    // Until the first network has answered.
    load_ms ||= performance.now() - began;
  }
  for (let round = -2; round < runs; round++) {
    for (const { model, times, onCard } of models) {
      const start = performance.now();
      await model.predict(pixels);
      if (round < 0) continue;
      times.push(performance.now() - start);
      if (model.gpuMilliseconds !== undefined) onCard.push(model.gpuMilliseconds);
    }
  }
  const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  const loaded = performance
    .getEntriesByType('resource')
    .filter(({ name }) => /gsa_net/.test(name));
  const sizes = await Promise.all(
    [
      ...loaded.map(({ name }) => name),
      new URL(`networks/${networks[0]}.safetensors`, address).href,
    ].map(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength),
  );
  return {
    pixels: [...pixels],
    load_ms,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    adapter: engine === 'WebGPU' ? models[0].model.adapterInfo().name : null,
    networks: models.map(({ network, logits, times, onCard, first_ms }) => ({
      network,
      logits,
      median_ms: median(times),
      fastest_ms: times[0],
      first_ms,
      card_ms: onCard.length > 0 ? median(onCard) : null,
    })),
  };
}

/** Runs in the page: the same networks and drawing by ONNX Runtime Web, one after another. */
async function measureOnnx({ address, runs, networks, provider, pixels }) {
  const began = performance.now();
  const ort = await import(
    new URL(`ort/ort.${provider === 'wasm' ? 'wasm' : 'webgpu'}.min.mjs`, address).href
  );
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = new URL('ort/', address).href;
  let load_ms = 0;
  const results = [];
  for (const network of networks) {
    const session = await ort.InferenceSession.create(
      new URL(`networks/${network}.onnx`, address).href,
      {
        executionProviders: [provider],
      },
    );
    const run = () =>
      session.run({ x: new ort.Tensor('float32', Float32Array.from(pixels), [1, 1, 28, 28]) });
    const { logits } = await run();
    load_ms ||= performance.now() - began;
    const times = [];
    for (let i = 0; i < runs; i++) {
      const start = performance.now();
      await run();
      times.push(performance.now() - start);
    }
    await session.release();
    times.sort((a, b) => a - b);
    results.push({
      network,
      logits: [...logits.data],
      median_ms: times[times.length >> 1],
      fastest_ms: times[0],
    });
  }
  const files = performance
    .getEntriesByType('resource')
    .filter(({ name }) => /\/ort\/.*(mjs|wasm)$/.test(name));
  const sizes = await Promise.all(
    files.map(async ({ name }) => (await (await fetch(name)).arrayBuffer()).byteLength),
  );
  return {
    load_ms,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    adapter: null,
    networks: results,
  };
}
