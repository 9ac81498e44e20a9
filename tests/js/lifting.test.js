// The steps of lifting, in numbers.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import * as lifting from '../../www/figures/lifting.js';
import {
  encodingOf,
  liftingOf,
  liftingShares,
  mapOf,
  offOf,
  quartersOf,
} from '../../www/state/lifting.js';
import { STROKES, fakeDemo } from './fake_demo.js';

/** @import { Lifted } from '../../www/engine/requests/lifting.js' */

const [HEADS, CELLS, SIDE] = [2, 9, 4];

/** Maps of a picture and of the same turned by a quarter, by an honest layer or by one that forgets to move on. @param {'along' | 'not'} how @param {number} [count]  of elements @returns {Lifted} */
function liftedBy(how, count = 4) {
  const size = SIDE ** 2;
  const here = Float32Array.from({ length: count * size }, (_, i) => Math.sin(i * i));
  const turned = new Float32Array(count * size);
  for (let e = 0; e < count; e++) {
    const to = how === 'along' ? (e + count / 4) % count : e;
    for (let row = 0; row < SIDE; row++) {
      for (let col = 0; col < SIDE; col++) {
        turned[to * size + (SIDE - 1 - col) * SIDE + row] = here[e * size + row * SIDE + col];
      }
    }
  }
  const wave = (/** @type {number} */ length) =>
    Float32Array.from({ length }, (_, i) => 2 * Math.sin(7 * i + 1));
  const parts = {
    ...{ heads: HEADS, outputElements: count, queryElements: 1, windowRows: 3, windowCols: 3 },
    ...{ channels: 1, inside: Uint8Array.from([0, 1, 1, 0, 1, 1, 0, 1, 1]) },
    ...{ content: wave(HEADS * CELLS), group: new Float32Array(HEADS * count) },
    ...{ rows: wave(HEADS * count * CELLS), cols: wave(HEADS * count * CELLS) },
    ...{ queries: wave(4), outputs: wave(HEADS * CELLS), bias: wave(1) },
  };
  const elements = Array.from({ length: count }, (_, index) => ({
    ...{ index, name: '', degrees: (360 * index) / count, mirror: false },
  }));
  const maps = (/** @type {Float32Array} */ maps) => ({ elements: count, rows: SIDE, cols: SIDE, maps }); // prettier-ignore
  return {
    ...{ name: 'r4_sa', elements, ink: Array(CELLS).fill(0), parts, channel: 0, error: 1e-7 },
    ...{ here: maps(here), turned: maps(turned) },
  };
}

describe('the lifting layer', () => {
  test('attends by the sum of q·k and the encoding as an element sees it', () => {
    const lifted = liftedBy('along');
    const { content, rows, cols } = lifted.parts;
    const [head, element] = [1, 2];
    const encoding = encodingOf(lifted, head, element);
    const shares = liftingShares(lifted, head, element);
    let total = 0;
    for (let k = 0; k < CELLS; k++) {
      const at = (head * 4 + element) * CELLS + k;
      assert.equal(encoding[k], rows[at] + cols[at]);
      if (k % 3 > 0) total += Math.exp(content[head * CELLS + k] + encoding[k]);
    }
    for (let k = 0; k < CELLS; k++) {
      const expected = k % 3 > 0 ? Math.exp(content[head * CELLS + k] + encoding[k]) / total : 0;
      assert(Math.abs(shares[k] - expected) < 1e-12);
    }
  });

  test('has maps that turn and move on by one place; that they stay is noticed', () => {
    for (const count of [4, 8]) {
      for (const element of quartersOf(liftedBy('along', count))) {
        assert.equal(offOf(liftedBy('along', count), element), 0);
        assert(offOf(liftedBy('not', count), element) > 0.1);
      }
    }
    assert.deepEqual(quartersOf(liftedBy('along', 8)), [0, 2, 4, 6]);
    assert.equal(mapOf(liftedBy('along').here, 3).length, SIDE ** 2);
  });
});

describe('what is asked', () => {
  /** @type {ReturnType<typeof fakeDemo>['demo']} */
  let demo;
  const asked = () => /** @type {any} */ (lifting.wants(demo, false));

  beforeEach(() => {
    /** @type {any} */ (globalThis).document = { hidden: false, baseURI: 'http://host/page/' };
    ({ demo } = fakeDemo('z2_sa'));
    demo.drawing.put(STROKES);
  });

  test('is of the paper’s network, and then of the ordinary one', () => {
    assert.match(asked().url, /r4_sa/);
    liftingOf(demo).keep(asked(), { lifted: liftedBy('along') });
    assert.equal(lifting.figure.table(demo).rows.length, 5);
    assert.match(asked().url, /z2_sa/);
    liftingOf(demo).keep(asked(), {
      lifted: { ...liftedBy('along', 1), name: 'z2_sa', error: 0.14 },
    });
    assert.equal(asked(), null);
    const { columns, rows } = lifting.figure.table(demo);
    assert.equal(columns.length, 5);
    assert.deepEqual(
      rows.map((row) => [row[0], row[4]]),
      [...['0°', '90°', '180°', '270°'].map((at) => [at, 0]), ['R4_SA', 1e-7], ['Z2_SA', 0.14]],
    );
    demo.turning.turn(20);
    assert.match(asked().url, /r4_sa/);
    assert.deepEqual(lifting.figure.table(demo).rows, []);
  });

  test('steps are done one after the other, and begun again', () => {
    const steps = liftingOf(demo);
    for (const [to, is] of [
      [1, 1],
      [4, 4],
      [99, 4],
      [-3, 0],
    ]) /* prettier-ignore */ {
      steps.go(to);
      assert.equal(steps.step.value, is);
    }
  });

  test('the first step is done once the encoding has been acted on by each element', () => {
    const steps = liftingOf(demo);
    assert.deepEqual(steps.acted.value, [0]);
    for (const [place, done] of [
      [2, 0],
      [2, 0],
      [9, 0],
      [-1, 0],
      [NaN, 0],
      [0, 0],
      [3, 0],
      [1, 1],
    ]) /* prettier-ignore */ {
      steps.act(place);
      assert.equal(steps.step.value, done, String(place));
    }
    assert.deepEqual(steps.acted.value, [0, 2, 3, 1]);
    steps.go(0);
    assert.deepEqual(steps.acted.value, [0]);
    steps.go(1);
    assert.equal(steps.acted.value.length, 4);
  });

  test('what is known is gone once the pad was blank', () => {
    const steps = liftingOf(demo);
    steps.keep(asked(), { lifted: liftedBy('along') });
    steps.keep(asked(), { lifted: { ...liftedBy('along', 1), name: 'z2_sa' } });
    assert(steps.last() && steps.last(true));
    demo.turning.turn(20);
    assert(steps.last() && !steps.now(), 'it is shown until there is more');
    demo.drawing.clear();
    assert.equal(steps.last(), null);
    demo.drawing.put(STROKES);
    assert.equal(steps.last() ?? steps.last(true), null);
    steps.keep(asked(), { lifted: liftedBy('along') });
    assert(steps.last() && !steps.last(true), 'nothing of before stands beside it');
  });
});
