// Numbers and model files in half precision.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { half, halved } from '../../xtask/assets/half.mjs';

/** What a pattern of bits is read as. @param {number} bits */
function valueOf(bits) {
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  const size =
    exponent === 0
      ? fraction * 2 ** -24
      : exponent === 31
        ? fraction === 0
          ? Infinity
          : NaN
        : (1024 + fraction) * 2 ** (exponent - 25);
  return bits & 0x8000 ? -size : size;
}

test('every number of half precision stays what it is', () => {
  for (let bits = 0; bits < 65536; bits++) {
    const value = valueOf(bits);
    if (Number.isNaN(value)) assert(Number.isNaN(valueOf(half(value))));
    else assert.equal(half(value), bits, `${value}`);
  }
});

test('between two of them the nearest is taken, in the middle the even one', () => {
  for (let bits = 0; bits < 0x7bff; bits++) {
    const [low, high] = [valueOf(bits), valueOf(bits + 1)];
    const step = high - low;
    assert.equal(half(low + 0.499 * step), bits);
    assert.equal(half(low + 0.501 * step), bits + 1);
    assert.equal(half(low + 0.5 * step), bits % 2 ? bits + 1 : bits);
  }
  assert.equal(half(65519.9), 0x7bff);
  assert.equal(half(-65520), 0xfc00);
});

/** @param {Record<string, object>} header @param {number[]} values */
function file(header, values) {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + 4 * values.length);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  for (const [i, value] of values.entries()) view.setFloat32(8 + text.length + 4 * i, value, true);
  return bytes;
}

test('a file keeps names, shapes and what it says of itself', () => {
  const header = {
    __metadata__: { config: '{}' },
    a: { dtype: 'F32', shape: [1, 2], data_offsets: [0, 8] },
    b: { dtype: 'F32', shape: [1], data_offsets: [8, 12] },
  };
  const small = halved(file(header, [1, -0.5, 65504]));
  const view = new DataView(small.buffer);
  const length = Number(view.getBigUint64(0, true));
  assert.deepEqual(JSON.parse(new TextDecoder().decode(small.subarray(8, 8 + length))), {
    __metadata__: { config: '{}' },
    a: { dtype: 'F16', shape: [1, 2], data_offsets: [0, 4] },
    b: { dtype: 'F16', shape: [1], data_offsets: [4, 6] },
  });
  const values = [0, 2, 4].map((at) => valueOf(view.getUint16(8 + length + at, true)));
  assert.deepEqual(values, [1, -0.5, 65504]);
  assert.equal(small.length, 8 + length + 6);
});

test('a file in another precision is refused', () => {
  const header = { a: { dtype: 'F64', shape: [1], data_offsets: [0, 8] } };
  assert.throws(() => halved(file(header, [1, 2])), /a: its numbers are F64/);
});

test('a file with a number that half precision has not is refused', () => {
  const header = { a: { dtype: 'F32', shape: [1], data_offsets: [0, 4] } };
  assert.doesNotThrow(() => halved(file(header, [65519])));
  for (const value of [65520, -1e9]) {
    assert.throws(() => halved(file(header, [value])), /has no place in half precision/);
  }
});
