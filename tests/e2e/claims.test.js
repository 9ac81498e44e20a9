// What the page's text says of errors between quarter turns, asked of the networks that come with it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, test } from 'node:test';
import { samples } from '../../www/samples.js';
import { Model, initSync, prepareStrokes } from '../../pkg/gsa_net.js';

const ANGLES = [22.5, 45, 67.5];
const LATER_LAYERS = ['layer 3', 'layer 4', 'layer 5', 'classes'];

/** @param {string} path */
const packaged = (path) => readFile(new URL(`../../pkg/${path}`, import.meta.url));

/**
 * How many times the error of resampling alone the error of each later layer is: the median over all samples and angles.
 *
 * @param {string} name
 * @returns {Promise<Map<string, number>>}
 */
async function ratios(name) {
  const model = new Model(new Uint8Array(await packaged(`models/${name}.safetensors`)));
  const medians = new Map();
  const names = model.info().layers.map((layer) => layer.name);
  for (const layer of LATER_LAYERS) {
    const index = names.indexOf(layer);
    assert(index >= 0, layer);
    const found = [];
    for (const { strokes } of samples) {
      const upright = prepareStrokes(strokes, 0).pixels;
      for (const angle of ANGLES) {
        const turned = prepareStrokes(strokes, angle).pixels;
        const { error, resampling } = model.turnError(upright, turned, index, angle);
        found.push(error / resampling);
      }
    }
    found.sort((a, b) => a - b);
    medians.set(layer, found[Math.floor(found.length / 2)]);
  }
  model.free();
  return medians;
}

describe('between quarter turns', () => {
  before(async () => initSync({ module: await packaged('gsa_net_bg.wasm') }));

  test('the error of R4_SA’s later layers is little more than that of resampling, and Z2_SA’s goes beyond', async () => {
    const [r4, z2] = [await ratios('r4_sa_drawn'), await ratios('z2_sa_drawn')];
    for (const layer of LATER_LAYERS) {
      const [ours, other] = [r4.get(layer) ?? NaN, z2.get(layer) ?? NaN];
      const told = `${layer}: R4_SA ${ours.toFixed(2)}, Z2_SA ${other.toFixed(2)} × resampling`;
      console.log(told);
      assert(ours < 1.25, told);
      assert(other > ours + 0.05, told);
    }
  });
});
