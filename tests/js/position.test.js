// Attention put together from its parts: what a shuffle changes, and what a query scores at any relative position.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cellAfter } from '../../www/state/gaze.js';
import {
  CURVE,
  blended,
  coordinateOf,
  coordinatesFor,
  landscapeOf,
  offBy,
  offsetOf,
  scoresAt,
  seenAt,
} from '../../www/state/landscape.js';
import { ownOf } from '../../www/figures/encoding.js';
import {
  changeBy,
  changesBy,
  neighboursOf,
  orderOf,
  outputWith,
  sharesWith,
} from '../../www/state/shuffle.js';

/** @import { Asked } from '../../www/engine/requests/parts.js' */

const [HEADS, ELEMENTS, SIDE, CHANNELS, DIM] = [2, 4, 5, 3, 4];
const CELLS = SIDE ** 2;
/** Learnt curves: of each channel. @param {number} c @param {number} t */
const rowOf = (c, t) => Math.sin(2 * t + c) + 0.3 * t * t;
/** @param {number} c @param {number} t */
const colOf = (c, t) => Math.cos(1.5 * t - c);
const wave = (/** @type {number} */ i) => Math.sin(12.9898 * i + 1);

/** Of a lifting layer of R4, with the pixel at a corner's row 1 where `border`. @param {boolean} [border] @returns {Asked} */
function askedOf(border = false) {
  const queries = Float32Array.from({ length: HEADS * DIM }, (_, i) => wave(i));
  const inside = Uint8Array.from({ length: CELLS }, (_, k) => (border && k < 2 * SIDE ? 0 : 1));
  const [rows, cols] = [0, 1].map(() => new Float32Array(HEADS * ELEMENTS * CELLS));
  for (let head = 0; head < HEADS; head++) {
    const q = queries.subarray(head * DIM, (head + 1) * DIM);
    for (let h = 0; h < ELEMENTS; h++) {
      for (let k = 0; k < CELLS; k++) {
        // A quarter turn back, spelt out: (row, col) is seen at (col, −row).
        let [row, col] = [Math.floor(k / SIDE) / 2 - 1, (k % SIDE) / 2 - 1];
        for (let i = 0; i < h; i++) [row, col] = [col, -row];
        const at = (head * ELEMENTS + h) * CELLS + k;
        if (!inside[k]) continue;
        rows[at] = q[0] * rowOf(0, row) + q[1] * rowOf(1, row);
        cols[at] = q[2] * colOf(0, col) + q[3] * colOf(1, col);
      }
    }
  }
  const all = coordinatesFor(SIDE);
  const table = (/** @type {(c: number, t: number) => number} */ of) =>
    Float32Array.from(all.flatMap((t) => [of(0, t), of(1, t)]));
  const random = (/** @type {number} */ length, /** @type {number} */ from) =>
    Float32Array.from({ length }, (_, i) => wave(from + i));
  const parts = {
    ...{ heads: HEADS, outputElements: ELEMENTS, queryElements: 1, windowRows: SIDE },
    ...{ windowCols: SIDE, channels: CHANNELS, inside, rows, cols, queries },
    content: random(HEADS * CELLS, 100).map((x, i) => (inside[i % CELLS] ? 3 * x : 0)),
    group: new Float32Array(HEADS * ELEMENTS),
    outputs: random(HEADS * CELLS * CHANNELS, 999),
    bias: random(CHANNELS, 7),
  };
  const elements = [0, 90, 180, 270].map((degrees, index) => ({
    ...{ index, name: '', degrees, mirror: false },
  }));
  return {
    ...{ name: 'r4_sa', layer: 'lifting', elements, at: { row: 15, col: 14 } },
    ...{ ink: Array(CELLS).fill(0), parts },
    encoding: { rowChannels: 2, colChannels: 2, rows: table(rowOf), cols: table(colOf) },
  };
}

describe('a shuffle of the neighbours', () => {
  const asked = askedOf();

  test('changes nothing by q·k alone, nor with one encoding for all, and something with the relative one', () => {
    for (const seed of [1, 2, 3, 99]) {
      const order = orderOf(asked, seed);
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        [...order.keys()],
      );
      assert.equal(order[12], 12, 'the pixel itself stays');
      assert.notDeepEqual(order, orderOf(asked, seed + 1));
      for (let element = 0; element < ELEMENTS; element++) {
        assert(changeBy(asked, 'alone', element, order) < 1e-14);
        assert(changeBy(asked, 'constant', element, order) < 1e-14);
        assert(changeBy(asked, 'relative', element, order) > 1e-2);
      }
    }
    const { least, middle, most } = changesBy(asked, 'relative', 0, 50);
    assert(least > 0 && least < middle && middle < most);
  });

  test('gives what the formula gives', () => {
    const { parts } = asked;
    const order = orderOf(asked, 5);
    for (const [head, element] of [
      [0, 0],
      [1, 3],
    ]) /* prettier-ignore */ {
      const weights = order.map((from, k) => {
        const at = (head * ELEMENTS + element) * CELLS + k;
        return Math.exp(parts.content[head * CELLS + from] + parts.rows[at] + parts.cols[at]);
      });
      const total = weights.reduce((a, b) => a + b);
      sharesWith(asked, 'relative', head, element, order).forEach((share, k) =>
        assert(Math.abs(share - weights[k] / total) < 1e-12),
      );
    }
    const same = outputWith(asked, 'relative', 0, orderOf(asked, 0));
    assert.equal(same.length, CHANNELS);
    assert.equal(changeBy(asked, 'relative', 0, orderOf(asked, 0)), 0);
  });

  test('leaves what is no pixel where it is, and gives it no share', () => {
    const cut = askedOf(true);
    assert.equal(neighboursOf(cut).length, 14);
    const order = orderOf(cut, 3);
    for (let k = 0; k < 10; k++) assert.equal(order[k], k);
    const shares = sharesWith(cut, 'relative', 0, 1, order);
    assert.deepEqual(shares.slice(0, 10), Array(10).fill(0));
    assert(Math.abs(shares.reduce((a, b) => a + b) - 1) < 1e-12);
    assert(changeBy(cut, 'alone', 1, order) < 1e-14);
  });
});

describe('a landscape', () => {
  const asked = askedOf();
  const landscape = landscapeOf(asked, 1);

  test('is the sum of two curves, read at turned points at every degree', () => {
    const q = asked.parts.queries.subarray(DIM, 2 * DIM);
    for (const i of [0, 40, CURVE - 1]) {
      const t = coordinateOf(i);
      const expected = q[0] * rowOf(0, t) + q[1] * rowOf(1, t);
      assert(Math.abs(landscape.curves.rows[i] - expected) < 1e-6);
    }
    for (const degrees of [0, 30, 89, 90, 133, 270, 359]) {
      const { points, rows, cols } = landscape.sampled(degrees);
      const angle = (degrees * Math.PI) / 180;
      for (let cell = 0; cell < CELLS; cell++) {
        const [row, col] = [Math.floor(cell / SIDE) / 2 - 1, (cell % SIDE) / 2 - 1];
        const seen = [
          Math.cos(angle) * row + Math.sin(angle) * col,
          Math.cos(angle) * col - Math.sin(angle) * row,
        ];
        assert(Math.hypot(points[cell][0] - seen[0], points[cell][1] - seen[1]) < 1e-12);
        const byRow = q[0] * rowOf(0, seen[0]) + q[1] * rowOf(1, seen[0]);
        const byCol = q[2] * colOf(0, seen[1]) + q[3] * colOf(1, seen[1]);
        assert(Math.abs(rows[cell] - byRow) < 1e-6, `${degrees}, ${cell}`);
        assert(Math.abs(cols[cell] - byCol) < 1e-6, `${degrees}, ${cell}`);
      }
    }
  });

  test('gives at the group’s angles what the network reads, which are the same numbers moved', () => {
    const upright = scoresAt(landscape, 0);
    for (const [quarters, degrees] of [0, 90, 180, 270].entries()) {
      const scores = scoresAt(landscape, degrees);
      const own = ownOf(asked, 1, degrees);
      assert(own);
      assert(offBy(own, scores) < 1e-6, `${degrees}`);
      const moved = upright.map((_, cell) => upright[cellAfter(SIDE, cell, (4 - quarters) % 4)]);
      assert(offBy(moved, scores) < 1e-6);
      assert(offBy(blended(upright, degrees), scores) < 1e-6, 'pixels fall on pixels');
    }
    assert.equal(ownOf(asked, 1, 45), null);
    assert.equal(ownOf(askedOf(true), 1, 90), null, 'some are masked');
  });

  test('is missed by what is blended between them', () => {
    const upright = scoresAt(landscape, 0);
    for (const degrees of [30, 45, 200]) {
      assert(offBy(blended(upright, degrees), scoresAt(landscape, degrees)) > 0.02);
    }
    // A plane is blended without loss inside, so what is missed is curvature and border.
    const plane = upright.map((_, cell) => offsetOf(SIDE, cell)[0]);
    const expected = upright.map((_, cell) => seenAt(offsetOf(SIDE, cell), 30)[0]);
    for (const cell of [6, 7, 8, 12, 18]) {
      assert(Math.abs(blended(plane, 30)[cell] - expected[cell]) < 1e-12);
    }
  });
});
