// Time of one prediction in headless Chromium, for `cargo xtask bench`: node bench.mjs ADDRESS RUNS pkg/models/FILE...
// Prints a report as `gsa bench --json` does.

import { chromium } from 'playwright-core';

const [address, runs, ...files] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  const page = await browser.newPage();
  await page.goto(new URL('package.json', address).href);
  const networks = await page.evaluate(measure, { address, runs: Number(runs), files });
  console.log(JSON.stringify({ networks }));
} finally {
  await browser.close();
}

/** Runs in the page. Every round asks each model once; two rounds before them warm up. */
async function measure({ address, runs, files }) {
  const { default: init, Model, prepareStrokes } = await import(new URL('gsa_net.js', address).href);
  await init();
  const seven = [[0.3, 0.2], [0.7, 0.2], [0.45, 0.85]].map(([x, y]) => ({ x, y }));
  const { pixels } = prepareStrokes([seven], 0);
  const networks = [];
  for (const network of files) {
    const response = await fetch(new URL(network.replace(/^pkg\//, ''), address));
    if (!response.ok) throw new Error(`${network}: the server answered ${response.status}`);
    networks.push({ network, model: new Model(new Uint8Array(await response.arrayBuffer())), times: [] });
  }
  for (let round = -2; round < runs; round++) {
    for (const { model, times } of networks) {
      const start = performance.now();
      model.predict(pixels);
      if (round >= 0) times.push(performance.now() - start);
    }
  }
  return networks.map(({ network, times }) => {
    times.sort((a, b) => a - b);
    return { network, median_ms: times[times.length >> 1], fastest_ms: times[0] };
  });
}
