// The build with relaxed SIMD: that a browser that has it gets it and others do not, and that it answers as the ordinary one does.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readableWorker } from './readable.js';
import { SEVEN, SEVEN_STROKES, setUp, theSite, visit } from './person.js';
import { PACKAGE } from './server.js';

/** @import { Page } from 'playwright-core' */

const RELAXED = 'gsa_net_relaxed_bg.wasm';
const ORDINARY = 'gsa_net_bg.wasm';

/** Largest difference of answers, as a share of the largest logit: a product and its sum are rounded once instead of twice. */
const ROUNDING = 1e-5;

/** Sizes with pixels left over in every direction, in other networks than those that come along. */
const AWKWARD = [
  { input: [1, 25, 25] },
  { input: [1, 29, 29], query: 'own' },
  { input: [1, 31, 23], window: 3 },
  { input: [1, 24, 30], window: 7 },
];

setUp();

/** Which of the engine's files are fetched. @param {Page} page @param {string[]} fetched */
async function watch(page, fetched) {
  page.context().on('request', (request) => {
    const [name] = /gsa_net\w*\.wasm$/.exec(new URL(request.url()).pathname) ?? [];
    if (name) fetched.push(name);
  });
}

/**
 * Draws a seven, and looks whether it is read and what the badge says of the engine.
 *
 * @param {RegExp} badge
 * @param {string[]} expected  files of the engine
 * @param {{ prepare?: (page: Page) => Promise<unknown>, expectErrors?: RegExp }} [options]
 */
async function answersWith(badge, expected, { prepare, expectErrors } = {}) {
  /** @type {string[]} */
  const fetched = [];
  await visit(
    async (person) => {
      await person.drawWithMouse(SEVEN);
      const [upright] = await person.predictions();
      assert.equal(upright.digit, 7);
      await person.reads(person.demo.locator('.badge-more'), badge);
      assert.deepEqual(fetched, expected);
    },
    {
      expectErrors,
      prepare: async (page) => {
        await watch(page, fetched);
        await prepare?.(page);
      },
    },
  );
}

describe('relaxed SIMD', () => {
  test('is used where the browser has it, and no other engine is fetched', () =>
    answersWith(/WebAssembly with relaxed SIMD/, [RELAXED]));

  test('is not asked for where the browser lacks it', () =>
    answersWith(/WebAssembly with SIMD/, [ORDINARY], {
      prepare: (page) =>
        page.context().route('**/worker.js', async (route) => {
          const lacks = `{
            const { validate } = WebAssembly;
            WebAssembly.validate = (module) => module.at(-3) !== 133 && validate.call(WebAssembly, module);
          }\n`;
          const response = await route.fetch();
          await route.fulfill({ response, body: lacks + (await readableWorker()) });
        }),
    }));

  test('is done without where its file can’t be had, and the console says so', () =>
    answersWith(/WebAssembly with SIMD/, [RELAXED, ORDINARY], {
      expectErrors: /without relaxed SIMD|status of 404/,
      prepare: (page) =>
        page.context().route(`**/${RELAXED}`, (route) => route.fulfill({ status: 404 })),
    }));
});

/** How often a file says `f32x4.relaxed_madd`. @param {string} file */
async function fused(file) {
  const bytes = await readFile(join(PACKAGE, file));
  let count = 0;
  for (let at = bytes.indexOf(253); at >= 0; at = bytes.indexOf(253, at + 1)) {
    if (bytes[at + 1] === 133 && bytes[at + 2] === 2) count++;
  }
  return count;
}

test('one build multiplies and adds in one go, the other does not', async () => {
  const [relaxed, ordinary] = [await fused(RELAXED), await fused(ORDINARY)];
  // Three bytes may stand there by chance.
  assert(relaxed > 100 && ordinary < 5, `${relaxed} and ${ordinary}`);
});

/** A model file whose description is changed. @param {Buffer} file @param {object} changes */
function described(file, changes) {
  const length = Number(file.readBigUInt64LE(0));
  const header = JSON.parse(file.subarray(8, 8 + length).toString());
  const config = { ...JSON.parse(header.__metadata__.config), ...changes };
  header.__metadata__.config = JSON.stringify(config);
  const text = JSON.stringify(header);
  const bytes = Buffer.from(text.padEnd(Math.ceil(text.length / 8) * 8));
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(bytes.length));
  return Buffer.concat([size, bytes, file.subarray(8 + length)]);
}

/** @returns {Promise<Map<string, Buffer>>} the networks that come along, and others of awkward sizes */
async function networks() {
  const folder = join(PACKAGE, 'models');
  const files = new Map();
  for (const name of await readdir(folder)) files.set(name, await readFile(join(folder, name)));
  for (const name of ['r4_sa.safetensors', 'z2_sa.safetensors', 'r8f_sa.safetensors']) {
    for (const changes of AWKWARD) {
      // A frame of its own for each element is what R8F_SA is.
      if (name.startsWith('r8f') && 'query' in changes) continue;
      files.set(`${name} ${JSON.stringify(changes)}`, described(files.get(name), changes));
    }
  }
  return files;
}

/**
 * Runs in the page: what both builds answer, for the picture and for one that differs in a single pixel, and how far the answer of
 * the one with relaxed SIMD moves under a quarter turn, layer by layer.
 *
 * @param {{ scripts: string[], wasms: string[], base64: string, strokes: any }} asked
 */
async function askBoth({ scripts, wasms, base64, strokes }) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const answers = [];
  for (const [i, script] of scripts.entries()) {
    /** @type {typeof import('../../pkg/gsa_net.js')} */
    const { default: init, Model, prepareStrokes } = await import(script);
    await init({ module_or_path: wasms[i] });
    const model = new Model(bytes);
    const { layers, input, group, exact } = model.info();
    const seven = prepareStrokes(strokes, 0).pixels;
    const { rows, cols } = input;
    const pixels = new Float32Array(rows * cols);
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++) {
        pixels[row * cols + col] = seven[(row % 28) * 28 + (col % 28)];
      }
    }
    const logits = [...model.predict(pixels).logits];
    const errors =
      i === 1 && rows === cols && exact && group.order >= 4
        ? layers.map(({ index }) => model.equivarianceError(pixels, index, 1, false))
        : [];
    pixels[(rows >> 1) * cols + (cols >> 1)] += 0.01;
    answers.push({ logits, errors, changed: [...model.predict(pixels).logits] });
    model.free();
  }
  return answers;
}

/** @param {number[]} a @param {number[]} b  the larger of the differences, as a share of the largest number */
function apart(a, b) {
  assert(a.length > 1 && a.length === b.length);
  const size = Math.max(...a.map(Math.abs));
  return Math.max(...a.map((x, i) => Math.abs(x - b[i]))) / size;
}

test('both builds give the same answers, and turn as exactly, at awkward sizes too', () =>
  visit(async ({ page }) => {
    const { url } = theSite();
    const at = (/** @type {string} */ file) => new URL(file, url).href;
    // A page without a demonstration, which would compute beside it.
    await page.goto(at('package.json'));
    const all = await networks();
    assert(all.size >= 6 + AWKWARD.length);
    let exact = 0;
    for (const [name, file] of all) {
      const [ordinary, relaxed] = await page.evaluate(askBoth, {
        scripts: [at('gsa_net.js'), at('gsa_net.js?relaxed')],
        wasms: [at(ORDINARY), at(RELAXED)],
        base64: file.toString('base64'),
        strokes: SEVEN_STROKES,
      });
      const difference = apart(ordinary.logits, relaxed.logits);
      assert(difference <= ROUNDING, `${name}: ${difference}`);
      // One pixel, changed a little, would be noticed.
      const control = apart(ordinary.logits, relaxed.changed);
      assert(control > ROUNDING, `${name}: one pixel changes ${control}`);
      for (const [layer, error] of relaxed.errors.entries()) {
        // R16_SA sums over 256 pairs of elements; with weights in half precision it rounds to 1.05e-5.
        const most = name.startsWith('r16_sa') ? 1.2 * ROUNDING : ROUNDING;
        assert(error <= most, `${name}, layer ${layer}: ${error} under a quarter turn`);
        exact++;
      }
    }
    assert(exact > 6, 'networks were turned');
  }));
