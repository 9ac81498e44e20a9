// Variants of a network, by the fragment of its address.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileOf, isIndexed, variantOf, withVariant } from '../../www/engine/variant.js';

const FILE = 'http://host/r4_sa.safetensors';

test('an address says which variant it is', () => {
  assert.deepEqual(variantOf(`${FILE}#seed=3&positions=still&index=published`), {
    ...{ seed: 3, positions: 'still', index: 'published' },
  });
  assert.deepEqual(variantOf(FILE), {});
  assert.deepEqual(variantOf('data:x,y#seed=0'), { seed: 0 });
  assert.deepEqual(variantOf(`${FILE}#rotations=6`), { rotations: 6 });
});

test('what is no variant says nothing', () => {
  for (const fragment of [
    ...['', 'seed', 'seed=', 'seed=-1', 'seed=1.5', 'seed=4294967296', 'seed=1e3', 'seed=NaN'],
    ...[
      'rotations',
      'rotations=',
      'rotations=-4',
      'rotations=4.5',
      'rotations=1e1',
      'rotations=six',
    ],
    ...['rotations=4294967296', 'rotations=0x4', 'rotations= 4'],
    ...['index=both', 'positions=', 'top', '%', '%E0%A4%A', 'seed=99999999999999999999', '#seed=1'],
  ]) {
    assert.deepEqual(variantOf(`${FILE}#${fragment}`), {}, fragment);
  }
});

test('the address of a variant names it, and the file stays the same', () => {
  const varied = withVariant(FILE, { seed: 4, index: 'published' });
  assert.equal(varied, `${FILE}#seed=4&index=published`);
  assert.equal(fileOf(varied), FILE);
  assert.equal(withVariant(varied, { seed: 5 }), `${FILE}#seed=5&index=published`);
  assert.equal(
    withVariant(varied, { rotations: 12 }),
    `${FILE}#seed=4&index=published&rotations=12`,
  );
  assert.equal(withVariant(FILE, {}), FILE);
  assert.equal(withVariant(`${FILE}#top`, {}), `${FILE}#top`, 'nothing is touched');
});

test('networks of the paper have an embedding of the group, frames have none', async () => {
  const read = (/** @type {string} */ name) =>
    readFile(new URL(`../../models/${name}.safetensors`, import.meta.url));
  assert.equal(isIndexed(await read('r4_sa')), true);
  assert.equal(isIndexed(await read('r8f_sa')), false);
  for (const bytes of [[], [1, 2, 3], Array(9).fill(255)]) {
    assert.equal(isIndexed(Uint8Array.from(bytes)), false);
  }
});
