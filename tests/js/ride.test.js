// Maps on a ring, and how they ride round it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arrange } from '../../www/ui/ring.js';
import { carried, nearestElement, rideOf } from '../../www/views/ride.js';

/** @import { Direction } from '../../www/ui/ring.js' */

/** @param {number} count @param {boolean} [mirrors] @returns {Direction[]} */
function group(count, mirrors = false) {
  const turns = Array.from({ length: count }, (_, i) => ({
    degrees: (360 / count) * i,
    mirror: false,
  }));
  return mirrors ? [...turns, ...turns.map(({ degrees }) => ({ degrees, mirror: true }))] : turns;
}

/** One map for each element, all of whose pixels say which. @param {number} elements */
function numbered(elements) {
  const maps = Float32Array.from({ length: 4 * elements }, (_, i) => Math.floor(i / 4));
  return /** @type {any} */ ({ elements, rows: 2, cols: 2, maps });
}

/** @param {Float32Array} values */
const firsts = (values) => Array.from(values).filter((_, i) => i % 4 === 0);

describe('places on the ring', () => {
  test('upright is at the top, and turning goes to the left', () => {
    for (const [turned, x, y] of [
      [0, 0.5, 0],
      [90, 0, 0.5],
      [180, 0.5, 1],
      [270, 1, 0.5],
    ]) {
      const [place] = arrange(group(8), turned);
      assert(Math.abs(place.x - (0.5 + (x - 0.5) * 0.748)) < 0.01, `${turned}: ${place.x}`);
      assert(Math.abs(place.y - (0.5 + (y - 0.5) * 0.748)) < 0.01, `${turned}: ${place.y}`);
    }
  });

  test('maps never meet, nor leave the canvas, however they are turned', () => {
    for (const elements of [1, 2, 3, 4, 6, 8, 12, 16].flatMap((n) => [group(n), group(n, true)])) {
      for (let turned = 0; turned < 360; turned += 3.5) {
        const places = arrange(elements, turned);
        for (const [i, a] of places.entries()) {
          for (const at of [a.x, a.y]) assert(at - a.half > 0.02 && at + a.half < 0.98);
          for (const b of places.slice(0, i)) {
            const apart = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
            const told = `${elements.length} elements at ${turned}°, ${i}`;
            assert(apart > a.half + b.half, told);
          }
        }
      }
    }
  });
});

describe('what is carried', () => {
  test('at a turn of the group is the map from where it moved to', () => {
    assert.deepEqual(firsts(carried(numbered(8), group(8), 0)), [0, 1, 2, 3, 4, 5, 6, 7]);
    assert.deepEqual(firsts(carried(numbered(8), group(8), 90)), [2, 3, 4, 5, 6, 7, 0, 1]);
    assert.deepEqual(firsts(carried(numbered(8), group(8), 315)), [7, 0, 1, 2, 3, 4, 5, 6]);
    assert.deepEqual(firsts(carried(numbered(3), group(3), 120)), [1, 2, 0]);
    assert.deepEqual(firsts(carried(numbered(1), group(1), 77)), [0]);
  });

  test('between two is mixed by how near they are', () => {
    const [first, , , , , , , last] = firsts(carried(numbered(8), group(8), 45 / 4));
    assert(Math.abs(first - 0.25) < 1e-5, `${first}`);
    assert(Math.abs(last - 0.75 * 7) < 1e-5, `${last}`);
  });

  test('mirrors stay mirrors', () => {
    assert.deepEqual(firsts(carried(numbered(8), group(4, true), 90)), [1, 2, 3, 0, 5, 6, 7, 4]);
  });
});

describe('a map that is followed', () => {
  test('is told to have moved, to be on its way, or to stand', () => {
    const eight = group(8);
    assert.equal(rideOf(eight, 2, 90), 'The map for 90° moved to where the one for 180° was.');
    assert.equal(rideOf(eight, 7, 90), 'The map for 315° moved to where the one for 45° was.');
    assert.equal(rideOf(eight, 0, 350), 'The map for 0° is between the places of 315° and 0°.');
    assert.match(rideOf(eight, 3, 0), /^The map for 135° stands in its place/);
    assert.equal(rideOf(group(1), 0, 90), 'One map: nothing to ride on.');
    assert.match(rideOf(group(16), 1, 90), /22\.5° moved to where the one for 112\.5° was/);
    assert.match(rideOf(group(4, true), 5, 90), /↔ 90° moved to where the one for ↔ 180° was/);
  });

  test('is the nearest one where a network has no such map', () => {
    assert.equal(nearestElement(group(8), { degrees: 90, mirror: false }), 2);
    assert.equal(nearestElement(group(4), { degrees: 315.1, mirror: false }), 0);
    assert.equal(nearestElement(group(4, true), { degrees: 90, mirror: true }), 5);
    assert.equal(nearestElement(group(4), { degrees: 180, mirror: true }), 2);
    assert.equal(nearestElement(group(1), { degrees: 180, mirror: true }), 0);
  });
});
