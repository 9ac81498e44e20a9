// What the maximum over the group throws away: what is asked, what is shown, and what is said of it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evidenceNow, movedAlong, peakOf, readingOf, rowOf } from '../../www/state/evidence.js';
import * as orientation from '../../www/figures/orientation.js';
import { STROKES, evidenceAt, fakeDemo } from './fake_demo.js';

const { flowersOf, wordsOf } = orientation;

/** @param {number} count @param {boolean} [mirrored] @returns {any[]} */
const group = (count, mirrored = false) =>
  (mirrored ? [false, true] : [false]).flatMap((mirror) =>
    Array.from({ length: count }, (_, i) => ({ degrees: (i * 360) / count, mirror })),
  );

/** @param {number} angle */
const known = (angle) => ({ drawing: 1, angle, upright: evidenceAt(0), now: evidenceAt(angle) });

describe('evidence', () => {
  test('of upright moves along with the drawing, mirrors among themselves', () => {
    assert.deepEqual(movedAlong([0, 1, 2, 3], group(4), 90), { by: 90, along: [3, 0, 1, 2] });
    assert.deepEqual(movedAlong([0, 1, 2, 3], group(4), 350), { by: 0, along: [0, 1, 2, 3] });
    assert.deepEqual(movedAlong([0, 1, 2, 3, 4, 5, 6, 7], group(4, true), 180).along, [
      ...[2, 3, 0, 1, 6, 7, 4, 5],
    ]);
    // Thirds of a turn are no whole degrees of a float.
    assert.deepEqual(movedAlong([0, 1, 2], group(3), 120).along, [2, 0, 1]);
  });

  test('is read by its largest', () => {
    const { order, probabilities } = readingOf(evidenceAt(0));
    assert.equal(order[0], 7);
    assert(Math.abs(probabilities.reduce((a, b) => a + b) - 1) < 1e-9);
    assert(Math.abs(probabilities[7] - 1 / (1 + 9 * Math.exp(-9))) < 1e-9);
    assert.deepEqual(rowOf(evidenceAt(90), 7), [1, 9, 2, -3]);
    assert.equal(peakOf(rowOf(evidenceAt(90), 7)), 1);
  });

  test('of another drawing or angle is not that of now, and is asked again', () => {
    const { demo } = fakeDemo('r4_sa');
    const [network] = demo.networks.shown.value;
    demo.drawing.put(STROKES);
    assert.equal(evidenceNow(demo, network), null);
    assert.equal(orientation.wants(demo, false)?.kind, 'evidence');
    network.evidence.value = { ...known(0), drawing: demo.drawing.version.value };
    assert(evidenceNow(demo, network));
    assert.equal(orientation.wants(demo, false), null);
    demo.turning.turn(90);
    assert.equal(evidenceNow(demo, network), null);
    assert(orientation.wants(demo, false));
    demo.turning.turn(0);
    assert(evidenceNow(demo, network));
    demo.drawing.put([...STROKES, ...STROKES]);
    assert.equal(evidenceNow(demo, network), null);
  });
});

describe('a flower', () => {
  test('turns along, and says by how much', () => {
    for (const angle of [0, 90, 180, 270]) {
      const [flower, twin] = flowersOf(known(angle), group(4), false);
      assert.equal(twin, undefined);
      assert.deepEqual([flower.digit, flower.up, flower.off], [7, angle, 0]);
      assert.match(wordsOf([flower], false), new RegExp(`turned by ${angle}°`));
      assert.match(wordsOf([flower], false), /−3\.0 in the middle, 9\.0 at the rim/);
    }
  });

  test('that stays where it was is off', () => {
    const [flower] = flowersOf({ ...known(90), now: evidenceAt(0) }, group(4), false);
    assert.deepEqual([flower.up, flower.off], [0, 8]);
    assert.match(wordsOf([flower], false), /off by 0\.67 of the length at most, so only nearly/);
  });

  test('of a twin stands beside it where both are the answer, and says where it is longest', () => {
    const now = evidenceAt(0);
    now.values.fill(0);
    now.values.set([1, 9, 2, 3], 24);
    for (const [sixes, said] of /** @type {const} */ ([
      [[1, 8, 2, 3], /Longest for 9: there too\. Upside down/],
      [[1, 2, 3, 8], /Longest for 9: 270°\./],
    ])) {
      now.values.set(sixes, 36);
      const flowers = flowersOf({ drawing: 1, angle: 0, upright: now, now }, group(4), false);
      assert.deepEqual(
        flowers.map(({ digit }) => digit),
        [6, 9],
      );
      assert.match(wordsOf(flowers, false), said);
      // Nobody has taught it digits.
      assert.equal(
        flowersOf({ drawing: 1, angle: 0, upright: now, now }, group(4), true).length,
        1,
      );
    }
  });

  test('of random weights claims no answer', () => {
    const said = wordsOf(flowersOf(known(90), group(4), true), true);
    assert.match(said, /no answer; the ticks tell whether the petals turn along/);
    assert.doesNotMatch(said, /Longest for|7/);
  });
});

test('the table has what is shown, without digits where nobody taught them', () => {
  const { demo } = fakeDemo('r4_sa');
  const [network] = demo.networks.shown.value;
  const info = /** @type {any} */ (network.info.value);
  network.info.value = { ...info, group: { order: 4, elements: group(4) } };
  demo.drawing.put(STROKES);
  demo.turning.turn(90);
  network.evidence.value = { ...known(90), drawing: demo.drawing.version.value };
  const { columns, rows } = orientation.figure.table(demo);
  assert.equal(columns.length, 5);
  assert.deepEqual(rows, [
    ['R4_SA', 7, '0°', 1, 1],
    ['R4_SA', 7, '90°', 9, 9],
    ['R4_SA', 7, '180°', 2, 2],
    ['R4_SA', 7, '270°', -3, -3],
  ]);
  demo.trial.value = { ...demo.trial.peek(), weights: 'random' };
  assert(orientation.figure.table(demo).rows.every(([, digit]) => digit === ''));
});
