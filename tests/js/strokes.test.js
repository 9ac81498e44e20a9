// Strokes that are handed in, and strokes as text for a link.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeStrokes, encodeStrokes, thin } from '../../www/state/link.js';
import { MAX_POINTS, MAX_STROKES, parseStrokes } from '../../www/state/strokes.js';

/** @import { Stroke } from '../../www/types.d.ts' */

describe('strokes handed in', () => {
  test('are copied', () => {
    const given = [[{ x: 0.25, y: -8, pressure: 1 }], []];
    assert.deepEqual(parseStrokes(given), [[{ x: 0.25, y: -8 }]]);
  });

  test('are refused with what is wrong with them', () => {
    const point = { x: 0.5, y: 0.5 };
    for (const [given, why] of /** @type {[unknown, RegExp][]} */ ([
      ['x', /expected an array of strokes/],
      [[3], /stroke 0 is not an array of points/],
      [
        [[point, { x: NaN, y: 0 }]],
        /point 1 of stroke 0 is not \{x, y\} with finite numbers, 0 to 1 on the pad/,
      ],
      [[[{ x: 9, y: 0 }]], /±8 at most/],
      [[[null]], /point 0 of stroke 0/],
      [new Array(MAX_STROKES + 1), /more than 500 strokes/],
      [[new Array(1e9)], /more than 20000 points/],
      [[new Array(MAX_POINTS).fill(point), [point]], /more than 20000 points/],
    ])) {
      assert.throws(() => parseStrokes(given), { code: 'invalid-strokes', message: why });
    }
  });

  test('do not grow while they are read', () => {
    /** @type {unknown[]} */
    const stroke = [];
    const strokes = [stroke];
    const point = {
      get x() {
        stroke.push(point);
        strokes.push(stroke);
        return 0.5;
      },
      y: 0.5,
    };
    stroke.push(point, point);
    assert.deepEqual(
      parseStrokes(strokes).map(({ length }) => length),
      [2],
    );
    const many = new Proxy(/** @type {unknown[]} */ ([]), {
      get: (_, key) => (key === 'length' ? 1e9 : []),
    });
    assert.throws(() => parseStrokes(many), /more than 500 strokes/);
  });
});

describe('strokes in a link', () => {
  /** @param {Stroke[]} a @param {Stroke[] | null} b @param {number} tolerance */
  function near(a, b, tolerance) {
    assert.deepEqual(
      a.map(({ length }) => length),
      b?.map(({ length }) => length),
    );
    for (const [i, stroke] of a.entries()) {
      for (const [j, { x, y }] of stroke.entries()) {
        const other = /** @type {Stroke[]} */ (b)[i][j];
        assert(Math.hypot(x - other.x, y - other.y) <= tolerance, `point ${j} of stroke ${i}`);
      }
    }
  }

  /** Strokes that turn at each point, so that none is left out. @param {number} low @param {number} high */
  const zigzag = (low, high) =>
    [1, 2, 3, 6].map((count) =>
      Array.from({ length: count }, (_, i) => ({
        x: low + ((high - low) * i) / 6,
        y: i % 2 ? high : low,
      })),
    );

  test('come back to a fraction of a pixel, the same from then on', () => {
    const strokes = zigzag(0, 1);
    const text = encodeStrokes(strokes);
    assert.equal(text.length, 4 * 12 + 3);
    const back = decodeStrokes(text);
    near(strokes, back, 2e-4);
    assert.equal(encodeStrokes(/** @type {Stroke[]} */ (back)), text);
  });

  test('come back from beside the pad too', () => {
    for (const strokes of [zigzag(-8, 8), zigzag(-0.2, 1.2), [...zigzag(0, 1), ...zigzag(-1, 0)]]) {
      const text = encodeStrokes(strokes);
      const back = decodeStrokes(text);
      near(strokes, back, 2e-4);
      assert.equal(encodeStrokes(/** @type {Stroke[]} */ (back)), text);
    }
  });

  test('of links made before are read as they were', () => {
    assert.deepEqual(decodeStrokes('AA__.-AAA'), [
      [{ x: 0, y: 1 }],
      [{ x: (62 * 64) / 4095, y: 0 }],
    ]);
  });

  test('that are none give null', () => {
    for (const text of [
      '-',
      'A',
      'AA',
      'AAA',
      'AAAAA',
      'AAAAAA',
      '-AAAAA',
      'AAAAAAA',
      'AA A',
      'ÄAAA',
    ]) {
      assert.equal(decodeStrokes(text), null, text);
    }
    assert.deepEqual(decodeStrokes(''), []);
    assert.equal(decodeStrokes('AAAA'.repeat(MAX_POINTS + 1)), null);
    assert.equal(decodeStrokes('AAAA.'.repeat(MAX_STROKES + 1)), null);
    assert.equal(decodeStrokes('A'.repeat(2e7)), null);
  });

  test('are thinned without a point further off than the tolerance', () => {
    const circle = Array.from({ length: 1800 }, (_, i) => ({
      x: 0.5 + 0.4 * Math.cos(i / 100),
      y: 0.5 + 0.4 * Math.sin(i / 100),
    }));
    const thinned = thin(circle);
    assert(thinned.length < 150, `${thinned.length} points`);
    assert.equal(thinned[0], circle[0]);
    assert.equal(thinned.at(-1), circle.at(-1));
    for (const { x, y } of thinned.slice(1).map((b, i) => ({
      x: (b.x + thinned[i].x) / 2,
      y: (b.y + thinned[i].y) / 2,
    }))) {
      assert(Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.4) < 0.0031);
    }
  });

  test('are made soon, however long a stroke is', () => {
    const stroke = Array.from({ length: MAX_POINTS }, (_, i) => ({
      x: 0.1 + (0.8 * i) / MAX_POINTS,
      y: 0.5 + (i % 2 ? 0.4 : -0.4) * (1 - i / 40000),
    }));
    const began = performance.now();
    const text = encodeStrokes([stroke]);
    // 5 s before strokes were thinned in pieces, 0.1 s since; 1.5 s on a machine that does other things too.
    assert(performance.now() - began < 1500);
    assert((decodeStrokes(text)?.[0].length ?? 0) > MAX_POINTS / 2, 'most are corners');
  });
});
