// Times of one prediction in headless Chromium, for `cargo xtask bench`: node bench.mjs ADDRESS RUNS pkg/models/FILE...
// Measures the package on the CPU and by WebGPU, and ONNX Runtime Web on the same network from REFERENCE (an ONNX file), where
// that is at hand. Prints {"places": {PLACE: {networks, load_ms, bytes, adapter}}, "skipped": {PLACE: why}}.

import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const [address, runs, ...files] = process.argv.slice(2);
/** ONNX Runtime's WebGPU takes half a minute a run on a software adapter. */
const ORT_RUNS = { wasm: 3, webgpu: 1 };
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
try {
  for (const engine of ['CPU', 'WebGPU']) {
    const place = `Chromium, ${engine}`;
    try {
      const result = await onPage((page) => page.evaluate(measure, { address, runs: Number(runs), files, engine }));
      report.places[place] = result;
    } catch (error) {
      if (engine === 'CPU') throw error;
      report.skipped[place] = String(error);
    }
  }
  if (process.env.GSA_BENCH_ORT !== '0') await measureOrt();
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
    await page.route('**/ort/**', async (route) => {
      const path = new URL(route.request().url()).pathname.split('/ort/')[1];
      const file = path === 'model.onnx' ? process.env.REFERENCE : join(ortFolder(), path);
      const contentType = path.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
      await route.fulfill({ body: await readFile(file), contentType });
    });
    await page.goto(new URL('package.json', address).href);
    return await use(page);
  } finally {
    await context.close();
  }
}

function ortFolder() {
  return dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
}

async function measureOrt() {
  const { REFERENCE } = process.env;
  for (const provider of ['wasm', 'webgpu']) {
    const place = `ONNX Runtime Web, ${provider}`;
    if (!REFERENCE || !existsSync(REFERENCE)) {
      report.skipped[place] = `there is no ONNX file at ${REFERENCE}`;
      continue;
    }
    try {
      const result = await onPage((page) =>
        page.evaluate(measureOnnx, { address, runs: ORT_RUNS[provider], provider }),
      );
      const onnx = await stat(REFERENCE);
      report.places[place] = { ...result, bytes: result.bytes + onnx.size };
    } catch (error) {
      report.skipped[place] = String(error);
    }
  }
}

/** Runs in the page. Every round asks each model once; two rounds before them warm up. */
async function measure({ address, runs, files, engine }) {
  const began = performance.now();
  const { default: init, Model, GpuModel, prepareStrokes } = await import(new URL('gsa_net.js', address).href);
  await init();
  const seven = [[0.3, 0.2], [0.7, 0.2], [0.45, 0.85]].map(([x, y]) => ({ x, y }));
  const { pixels } = prepareStrokes([seven], 0);
  const networks = [];
  let load_ms = 0;
  for (const network of files) {
    const response = await fetch(new URL(network.replace(/^pkg\//, ''), address));
    if (!response.ok) throw new Error(`${network}: the server answered ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const model = engine === 'CPU' ? new Model(bytes) : await GpuModel.create(bytes);
    const first = performance.now();
    await model.predict(pixels);
    networks.push({ network, model, times: [], onCard: [], first_ms: performance.now() - first });
    // Until the first network has answered.
    load_ms ||= performance.now() - began;
  }
  for (let round = -2; round < runs; round++) {
    for (const { model, times, onCard } of networks) {
      const start = performance.now();
      await model.predict(pixels);
      if (round < 0) continue;
      times.push(performance.now() - start);
      if (model.gpuMilliseconds !== undefined) onCard.push(model.gpuMilliseconds);
    }
  }
  const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  const loaded = performance.getEntriesByType('resource').filter(({ name }) => /gsa_net/.test(name));
  const sizes = await Promise.all(
    [...loaded.map(({ name }) => name), new URL(files[0].replace(/^pkg\//, ''), address).href].map(async (url) =>
      (await (await fetch(url)).arrayBuffer()).byteLength,
    ),
  );
  return {
    load_ms,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    adapter: engine === 'CPU' ? null : networks[0].model.adapterInfo().name,
    networks: networks.map(({ network, times, onCard, first_ms }) => ({
      network,
      median_ms: median(times),
      fastest_ms: times[0],
      first_ms,
      card_ms: onCard.length > 0 ? median(onCard) : null,
    })),
  };
}

/** Runs in the page: the network of the reference, 28×28 and R4 with a 5×5 window, by ONNX Runtime Web. */
async function measureOnnx({ address, runs, provider }) {
  const began = performance.now();
  const ort = await import(new URL(`ort/ort.${provider === 'wasm' ? 'wasm' : 'webgpu'}.min.mjs`, address).href);
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = new URL('ort/', address).href;
  const session = await ort.InferenceSession.create(new URL('ort/model.onnx', address).href, {
    executionProviders: [provider],
  });
  const run = () => {
    const data = Float32Array.from({ length: 784 }, (_, i) => Math.sin(i * 0.37));
    return session.run({ [session.inputNames[0]]: new ort.Tensor('float32', data, [1, 1, 28, 28]) });
  };
  await run();
  const load_ms = performance.now() - began;
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const files = performance.getEntriesByType('resource').filter(({ name }) => /\/ort\/.*(mjs|wasm)$/.test(name));
  const sizes = await Promise.all(
    files.map(async ({ name }) => (await (await fetch(name)).arrayBuffer()).byteLength),
  );
  return {
    load_ms,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    adapter: null,
    networks: [{ network: 'R4 5×5 (reference)', median_ms: times[times.length >> 1], fastest_ms: times[0] }],
  };
}
