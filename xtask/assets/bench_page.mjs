// How quickly the page opens, answers and scrolls, for `cargo xtask bench --page`: node bench_page.mjs RUNS NAME=FOLDER...
// Each FOLDER is a package, served from here. The builds take turns, in a fresh browser context each time, at the machine's own speed
// and with the page's thread slowed down four times; the table has medians. Workers can't be slowed down so.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { SCROLL_SPEED, scrollThrough, timeFigures } from './bench_figures.mjs';

const SLOWED = [1, 4];
const SPIN_MS = 4000;
const STROKES = 5;
/** What is read is at most so long in coming. */
const PATIENCE_MS = 60_000;
const KB = 1024;

/**
 * What is measured, and what it is held to: at which speed, and how much it may be, or has to be at least.
 *
 * @type {[name: string, title: string, unit: string, limit?: { value: number, slowed?: number, cores?: number, isLeast?: boolean }][]}
 */
const MEASURES = [
  ['paint', 'first paint with content', 'ms', { value: 1000, slowed: 4 }],
  ['stage', 'digit and both answers painted', 'ms', { value: 1000, slowed: 4 }],
  ['largest', 'largest paint', 'ms'],
  ['live', 'first live answer', 'ms'],
  ['shift', 'layout shift until it rests', '', { value: 0.001 }],
  ['frame50', 'frame while spinning, median', 'ms', { value: 17, slowed: 1 }],
  ['frame95', 'frame while spinning, 95 %', 'ms', { value: 20, slowed: 1 }],
  ['long', 'tasks over 50 ms while spinning', '', { value: 0, slowed: 1 }],
  ['stroke', 'answer after a stroke', 'ms', { value: 100, slowed: 1 }],
  ['round', '72 angles of both networks', 'ms', { value: 600, slowed: 1, cores: 4 }],
  ['scroll', 'frames a second while scrolling', '', { value: 50, slowed: 4, isLeast: true }],
  ['scroll95', 'frame while scrolling, 95 %', 'ms'],
  ['code', 'HTML, CSS and JavaScript, gzip', 'KB', { value: 110 }],
  ['visit', 'first visit, gzip', 'KB', { value: 800 }],
];
/** Each figure of the story, once it comes into view. @type {(typeof MEASURES)[0][3]} */
const FIGURE = { value: 1000, slowed: 1, cores: 2 };
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const runs = Number(process.argv[2]);
const builds = process.argv.slice(3).map((given) => {
  const at = given.indexOf('=');
  return { name: given.slice(0, at), folder: given.slice(at + 1) };
});

/** A package on a port of its own, which notes what is asked of it. */
async function serve(folder) {
  const asked = new Set();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const name = normalize(path.replace(/\/$/, '/index.html')).slice(1);
    try {
      if (name.startsWith('..' + sep)) throw new Error('outside');
      const body = await readFile(join(folder, name));
      asked.add(name);
      const type = TYPES[extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}/`, asked, server };
}

/** Before anything of the page: notes what happens when. */
function watch() {
  const noted = (globalThis.noted = { shift: 0, largest: 0, long: 0, paint: 0, stage: 0, live: 0 });
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      ...{ type, buffered: true },
    });
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) noted.shift += value;
  });
  observe('largest-contentful-paint', ({ startTime }) => (noted.largest = startTime));
  observe('longtask', () => noted.long++);
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') noted.paint = startTime;
  });
  addEventListener('predict', () => (noted.live ||= performance.now()));
  const look = () => {
    const root = document.querySelector('gsa-demo')?.shadowRoot;
    const digits = Array.from(root?.querySelectorAll('.panel .digit') ?? [], (d) => d.textContent);
    const isThere = digits.length > 1 && digits.every((digit) => /^\d$/.test(digit));
    // What stands there in this frame is painted by the next one.
    if (isThere) requestAnimationFrame(() => (noted.stage = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Until the first live answer has come and the drawing does not turn any more. */
async function atRest() {
  const demo = document.querySelector('gsa-demo');
  let [angle, still] = [NaN, 0];
  while (!globalThis.noted.live || still < 10) {
    await new Promise((done) => setTimeout(done, 100));
    still = demo.angle === angle ? still + 1 : 0;
    angle = demo.angle;
  }
}

/** Frames while the drawing spins. @param {number} ms */
async function spin(ms) {
  const button = document.querySelector('gsa-demo').shadowRoot.querySelector('.spin');
  button.click();
  const before = globalThis.noted.long;
  const frames = [];
  const began = performance.now();
  for (let last = began; last - began < ms;) {
    const now = await new Promise(requestAnimationFrame);
    if (now > last) frames.push(now - last);
    last = Math.max(last, now);
  }
  button.click();
  frames.sort((a, b) => a - b);
  const at = (share) => frames[Math.floor(share * (frames.length - 1))];
  return { frame50: at(0.5), frame95: at(0.95), long: globalThis.noted.long - before };
}

/** How long each answer takes from the moment that the pen is lifted; the times are in `answers`. */
function timeStrokes() {
  globalThis.answers = [];
  const demo = document.querySelector('gsa-demo');
  demo.angle = 0;
  demo.addEventListener('pointerup', async () => {
    const began = performance.now();
    await demo.predict();
    globalThis.answers.push(performance.now() - began);
  });
}

/** From another drawing to the last of its 72 answers of each network. */
async function allRound() {
  const demo = document.querySelector('gsa-demo');
  const counts = () =>
    Array.from(demo.shadowRoot.querySelectorAll('.panel .count'), (count) => count.textContent);
  const began = performance.now();
  demo.shadowRoot.querySelector('[aria-label="Sample 4"]').click();
  await demo.predict();
  while (!counts().every((text) => /of 72\b/.test(text)))
    await new Promise((done) => setTimeout(done, 5));
  return performance.now() - began;
}

async function drawStroke(page) {
  const box = await page.locator('gsa-demo').locator('.pad').boundingBox();
  const at = (x, y) => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(0.5, 0.3));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.7), { steps: 8 });
  await page.mouse.up();
}

/** Opens the page anew and hands it over once it is at rest. */
async function open(browser, address, slowed, measure) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
    await page.addInitScript(watch);
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('gsa-demo:defined').waitFor();
    await page.evaluate(atRest);
    return await measure(page);
  } finally {
    await context.close();
  }
}

/** One figure after the other, and in another visit all of them while one scrolls through the page. */
async function measureStory(browser, { address }, slowed) {
  const figures = await open(browser, address, slowed, (page) =>
    page.evaluate(timeFigures, PATIENCE_MS / 4),
  );
  const frames = await open(browser, address, slowed, (page) =>
    page.evaluate(scrollThrough, SCROLL_SPEED),
  );
  return { figures, frames };
}

async function measure(browser, { address, asked }, slowed) {
  asked.clear();
  return open(browser, address, slowed, async (page) => {
    const opened = await page.evaluate(() => globalThis.noted);
    const files = [...asked];
    const frames = await page.evaluate(spin, SPIN_MS);
    await page.evaluate(timeStrokes);
    for (let i = 1; i <= STROKES; i++) {
      await drawStroke(page);
      await page.waitForFunction((count) => globalThis.answers.length >= count, i);
    }
    const stroke = median(await page.evaluate(() => globalThis.answers));
    const round = await page.evaluate(allRound);
    return { files, times: { ...opened, ...frames, stroke, round } };
  });
}

/** What was loaded, as a server that compresses sends it. */
async function sizes(folder, files) {
  const sum = { code: 0, visit: 0 };
  for (const file of files) {
    const size = gzipSync(await readFile(join(folder, file)), { level: 9 }).length / KB;
    sum.visit += size;
    if (/\.(html|css|js)$/.test(file)) sum.code += size;
  }
  return sum;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
const sites = [];
for (const build of builds) sites.push(await serve(build.folder));
/** By build, speed and measure. */
const taken = builds.map(() => SLOWED.map(() => ({})));
/** Figures that there are, in the order of the page. @type {Set<string>} */
const named = new Set();
try {
  for (let run = 0; run < runs; run++) {
    for (const [s, slowed] of SLOWED.entries()) {
      for (const [b, { folder }] of builds.entries()) {
        const { files, times } = await measure(browser, sites[b], slowed);
        const story = await measureStory(browser, sites[b], slowed);
        for (const name of Object.keys(story.figures)) named.add(name);
        const all = { ...times, ...story.frames, ...(await sizes(folder, files)) };
        for (const [name, value] of [...Object.entries(all), ...Object.entries(story.figures)])
          (taken[b][s][name] ??= []).push(value);
      }
    }
  }
} finally {
  await browser.close();
  for (const { server } of sites) server.close();
}

const cores = cpus().length;
const WIDTH = 12;
const columns = builds.flatMap(({ name }) => SLOWED.map((slowed) => `${name} ${slowed}×`));
console.log(`median of ${runs}; ${cores} cores; 4×: the page's thread slowed down, workers not`);
console.log(
  ''.padEnd(34) + columns.map((name) => name.padStart(WIDTH)).join('') + '   held to, this build',
);
const story = Array.from(named, (name) => [name, `figure ${name}, in view`, 'ms', FIGURE]);
for (const [name, title, unit, limit] of [...MEASURES, ...story]) {
  const values = builds.flatMap((_, b) => SLOWED.map((_, s) => median(taken[b][s][name] ?? [])));
  const digits = unit === '' && name === 'shift' ? 4 : unit === 'KB' || unit === 'ms' ? 1 : 0;
  const cells = values.map((value) => `${value.toFixed(digits)} ${unit}`.trim().padStart(WIDTH));
  console.log(title.padEnd(34) + cells.join('') + verdict(values, unit, limit));
}

/** Whether the first build keeps to what it is held to. */
function verdict(values, unit, limit) {
  if (!limit) return '';
  const { value, slowed, cores: needed = 0, isLeast = false } = limit;
  const at = SLOWED.flatMap((speed, i) => (slowed && speed !== slowed ? [] : [i]));
  const keeps = at.every((i) => (isLeast ? values[i] >= value : values[i] <= value));
  const where = slowed ? ` at ${slowed}×` : '';
  const on = needed > cores ? `, on ${needed} free cores` : '';
  return (
    `   ${keeps ? '✓' : on ? '–' : '✗'} ${isLeast ? '≥' : '≤'} ${value} ${unit}`.trimEnd() +
    where +
    on
  );
}
