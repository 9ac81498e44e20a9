// What the page's text says of errors, asked of the networks that come with it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { samples } from '../../www/samples.js';
import { Model, initSync, prepareStrokes } from '../../pkg/gsa_net.js';

const ANGLES = [22.5, 45, 67.5];
/** Those that Z2_SA has as well. */
const LATER_LAYERS = {
  r8f_sa_upright: ['layer 3', 'layer 4', 'classes'],
  r4_sa_drawn: ['layer 3', 'layer 4', 'layer 5', 'classes'],
};

/** @param {string} path */
const packaged = (path) => readFile(new URL(`../../pkg/${path}`, import.meta.url));

/** @param {string} name */
async function packagedModel(name) {
  return new Model(new Uint8Array(await packaged(`models/${name}.safetensors`)));
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * How many times the error of resampling alone the error of each layer is: the median over all samples, at each angle and
 * over all of them.
 *
 * @param {string} name
 * @param {string[]} layers
 * @returns {Promise<Map<string, { all: number, at: Map<number, number> }>>}
 */
async function ratios(name, layers) {
  const model = await packagedModel(name);
  const medians = new Map();
  const names = model.info().layers.map((layer) => layer.name);
  for (const layer of layers) {
    const index = names.indexOf(layer);
    assert(index >= 0, layer);
    const at = new Map();
    const all = [];
    for (const angle of ANGLES) {
      const found = [];
      for (const { strokes } of samples) {
        const upright = prepareStrokes(strokes, 0).pixels;
        const turned = prepareStrokes(strokes, angle).pixels;
        const { error, resampling } = model.turnError(upright, turned, index, angle);
        found.push(error / resampling);
      }
      at.set(angle, median(found));
      all.push(...found);
    }
    medians.set(layer, { all: median(all), at });
  }
  model.free();
  return medians;
}

before(async () => initSync({ module: await packaged('gsa_net_bg.wasm') }));

test('the error of a quarter turn is some parts in a million in every layer of R8F_SA', async () => {
  const model = await packagedModel('r8f_sa_upright');
  assert(model.info().layers.length > 1 && samples.length > 1);
  for (const { index, name } of model.info().layers) {
    for (const { digit, strokes } of samples) {
      const { pixels } = prepareStrokes(strokes, 0);
      const error = model.equivarianceError(pixels, index, 1, false);
      assert(error < 1e-5, `${name}, sample ${digit}: ${error}`);
    }
  }
  model.free();
});

describe('between quarter turns', () => {
  for (const network of /** @type {const} */ (['r8f_sa_upright', 'r4_sa_drawn'])) {
    const name = network.replace(/_(drawn|upright)$/, '').toUpperCase();
    test(`the error of ${name}’s later layers is little more than that of resampling, and Z2_SA’s goes beyond`, async () => {
      const layers = LATER_LAYERS[network];
      const [found, ordinary] = [
        await ratios(network, layers),
        await ratios(`z2_sa_${network.split('_').at(-1)}`, layers),
      ];
      for (const layer of layers) {
        const [ours, other] = [found.get(layer)?.all ?? NaN, ordinary.get(layer)?.all ?? NaN];
        const told = `${layer}: ${name} ${ours.toFixed(2)}, Z2_SA ${other.toFixed(2)} × resampling`;
        console.log(told);
        assert(ours < 1.25, told);
        assert(other > ours + 0.05, told);
      }
      if (network !== 'r8f_sa_upright') return;
      // Between its eight rotations about as much as resampling, and somewhat more at 45°.
      for (const layer of layers) {
        for (const angle of ANGLES) {
          const ours = found.get(layer)?.at.get(angle) ?? NaN;
          const other = ordinary.get(layer)?.at.get(angle) ?? NaN;
          const told = `${layer}, ${angle}°: ${name} ${ours.toFixed(2)}, Z2_SA ${other.toFixed(2)} × resampling`;
          console.log(told);
          assert(ours < (angle === 45 ? 1.5 : 1.15), told);
          assert(other > ours + 0.05, told);
        }
      }
    });
  }
});

test('the difference picture’s mean square is the square of its number, and outside the disc there is nothing', async () => {
  for (const name of ['r8f_sa_upright', 'z2_sa_upright']) {
    const model = await packagedModel(name);
    for (const { index } of model.info().layers) {
      for (const angle of [45, 90]) {
        const [upright, turned] = [0, angle].map((at) => prepareStrokes(samples[7].strokes, at));
        const { error, difference, rows, cols } = model.turnError(
          upright.pixels,
          turned.pixels,
          index,
          angle,
        );
        assert.equal(difference.length, rows * cols);
        const inside = difference.filter((share) => !Number.isNaN(share));
        assert(inside.length >= 1 && inside.length <= rows * cols);
        assert(rows < 4 || Number.isNaN(difference[0]), 'corners are not counted');
        const mean = inside.reduce((sum, share) => sum + share ** 2, 0) / inside.length;
        const told = `${name}, layer ${index}, ${angle}°: ${Math.sqrt(mean)}, ${error}`;
        assert(Math.abs(Math.sqrt(mean) - error) <= 1e-5 * error, told);
        if (angle === 90) assert.equal(error < 1e-5, name.startsWith('r8f'), told);
      }
    }
    model.free();
  }
});
