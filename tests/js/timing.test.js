// Networks of other sizes, and how long they take here.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import './embedded.js';
import { isIndexed } from '../../www/engine/variant.js';
import { reshaped } from '../../www/engine/reshaped.js';
import { Timing, isSame, medianOf } from '../../www/state/timing.js';

// What it embeds can be had from now on.
const { growthOf, hereOf } = await import('../../www/figures/cost.js');

const file = new Uint8Array(
  await readFile(new URL('../../models/r4_sa.safetensors', import.meta.url)),
);

/** @param {Uint8Array} bytes */
function parse(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  return {
    header,
    config: JSON.parse(header.__metadata__.config),
    data: bytes.subarray(8 + length),
  };
}

describe('a file for another size', () => {
  const before = parse(file);

  test('is as it was but for what is said', () => {
    const { config, data } = parse(reshaped(file, { window: 9 }));
    assert.deepEqual(config, { ...before.config, window: 9 });
    assert.deepEqual(data, before.data);
  });

  test('has a row for each element of the group, in all of its layers', () => {
    for (const rotations of [1, 3, 16]) {
      const made = reshaped(file, { rotations });
      const { header, config, data } = parse(made);
      assert.deepEqual(config.group, { rotations, mirrors: false });
      assert(isIndexed(made));
      let embeddings = 0;
      let end = 0;
      for (const [name, { shape, data_offsets: at }] of /** @type {[string, any][]} */ (
        Object.entries(header)
      ).filter(([name]) => name !== '__metadata__')) {
        const was = before.header[name];
        assert.equal(at[0], end, name);
        end = at[1];
        const size = shape.reduce((/** @type {number} */ a, /** @type {number} */ b) => a * b, 4);
        assert.equal(at[1] - at[0], size, name);
        if (!name.endsWith('.group_embedding')) {
          assert.deepEqual(shape, was.shape);
          assert.deepEqual(data.subarray(...at), before.data.subarray(...was.data_offsets), name);
          continue;
        }
        embeddings++;
        assert.deepEqual(shape, [rotations, 4]);
        const last = data.subarray(at[1] - 16, at[1]);
        const row = (rotations - 1) % 4;
        const from = was.data_offsets[0] + 16 * row;
        assert.deepEqual(last, before.data.subarray(from, from + 16));
      }
      assert.equal(embeddings, 5);
      assert.equal(end, data.byteLength);
    }
  });
});

test('the middle one of times, and sizes that are one', () => {
  assert.equal(medianOf([9, 1, 2]), 2);
  assert.equal(medianOf([4, 1, 2, 3]), 2.5);
  assert(isSame({ window: 3 }, { window: 3 }));
  assert(!isSame({ window: 3 }, { rotations: 3 }));
});

test('what is measured here is told from small to large, and how it grows', () => {
  const measured = [
    { size: { rotations: 16 }, milliseconds: 600 },
    { size: { window: 3 }, milliseconds: 1 },
    { size: { rotations: 4 }, milliseconds: 20 },
  ];
  const here = hereOf('group elements', measured);
  assert.deepEqual(here, [
    [4, 20],
    [16, 600],
  ]);
  assert.equal(
    growthOf('group elements', here, 'on this device'),
    'From 4 rotations to 16 rotations: 30 times as long on this device (20 ms to 600 ms).',
  );
  assert.equal(growthOf('window', hereOf('window', measured), 'here'), '');
});

test('where nobody shows it any more it is not measured', () => {
  const timing = new Timing();
  const [one, other] = [new AbortController(), new AbortController()];
  timing.join(one.signal);
  timing.join(other.signal);
  timing.running.value = { window: 3 };
  one.abort();
  assert(timing.running.value, 'another one shows it');
  other.abort();
  assert.equal(timing.running.value, null);
});
