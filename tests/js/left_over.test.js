// What is left over at every angle: what is kept, what stands for an angle, what is asked next, and the numbers behind the pictures.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  apart,
  comparedAt,
  errorsNow,
  missingOf,
  nearestTo,
  withMore,
} from '../../www/state/errors.js';
import { verdictOf } from '../../www/views/difference.js';
import * as errors from '../../www/views/errors.js';
import * as maps from '../../www/views/maps.js';
import { formatError } from '../../www/ui/format.js';
import { STROKES, errorAt, fakeDemo } from './fake_demo.js';

/** @param {...number} angles */
const points = (...angles) => new Map(angles.map((angle) => [angle, errorAt(angle)]));

test('near upright, where pixels alone are mixed, the nearest quarter turn is compared', () => {
  assert.deepEqual(
    [0, 39.9, 40, 47.3, 180, 320, 320.1, 359.9].map(comparedAt),
    [90, 90, 40, 47.3, 180, 320, 270, 270],
  );
  assert.equal(apart(350, 10), 20);
  assert.equal(apart(10, 350), 20);
});

describe('errors', () => {
  test('of one layer and drawing come together, and make way for those of another', () => {
    const first = withMore(null, { drawing: 1, layer: 0, points: points(90) });
    const more = withMore(first, { drawing: 1, layer: 0, points: points(0, 5) });
    assert.deepEqual([...more.points.keys()], [90, 0, 5]);
    assert.equal(first.points.size, 1, 'never changed in place');
    for (const other of [
      { drawing: 2, layer: 0 },
      { drawing: 1, layer: 1 },
    ]) {
      const after = withMore(more, { ...other, points: points(45) });
      assert.deepEqual(after, { ...other, points: points(45) });
    }
  });

  test('of angles beside the grid only the newest stays', () => {
    let all = withMore(null, { drawing: 1, layer: 0, points: points(45, 90) });
    for (const angle of [47.3, 12.1]) {
      all = withMore(all, { drawing: 1, layer: 0, points: points(angle) });
    }
    assert.deepEqual([...all.points.keys()], [45, 90, 12.1]);
  });

  test('stand for angles as near as half a step, round the circle', () => {
    const known = points(0, 5, 90);
    assert.equal(nearestTo(known, 358)?.degrees, 0);
    assert.equal(nearestTo(known, 358)?.near, true);
    assert.equal(nearestTo(known, 92.5)?.near, true);
    assert.deepEqual([nearestTo(known, 93)?.degrees, nearestTo(known, 93)?.near], [90, false]);
    assert.equal(nearestTo(new Map(), 0), null);
  });

  test('are asked coarse to fine, and not again', () => {
    const { demo } = fakeDemo('r4_sa');
    const [network] = demo.networks.shown.value;
    demo.drawing.put(STROKES);
    const all = missingOf(demo, network);
    assert.equal(all.length, 72);
    assert.deepEqual(all.slice(0, 8), [0, 45, 90, 135, 180, 225, 270, 315]);
    assert(all.slice(8, 24).every((degrees) => degrees % 15 === 0));
    const drawing = demo.drawing.version.value;
    network.errors.value = { drawing, layer: 0, points: points(0, 45, 47) };
    assert.deepEqual(missingOf(demo, network), all.slice(2));
    assert(errorsNow(demo, network));
    demo.looking.chooseLayer(1);
    assert.equal(missingOf(demo, network).length, 72);
    demo.looking.chooseLayer(0);
    demo.drawing.put([...STROKES, ...STROKES]);
    assert.equal(errorsNow(demo, network), null);
  });
});

test('a number says whether it is rounding, another map, or more than the pixel grid', () => {
  const said = (/** @type {number} */ error, /** @type {number} */ resampling) =>
    verdictOf(/** @type {any} */ ({ error, resampling }));
  assert.equal(said(5e-7, 0), 'only rounding');
  assert.equal(said(0.79, 0), 'another map');
  assert.equal(said(0.04, 0), 'nearly the same map');
  assert.equal(said(0.4, 0.249), 'pixel grid alone: 0.25');
});

test('errors are written short', () => {
  assert.deepEqual([0, 4.9e-7, 1e-12, 0.0094, 0.0095, 0.794, 12.34, NaN].map(formatError), [
    ...['0', '5·10⁻⁷', '1·10⁻¹²', '9·10⁻³', '0.01', '0.79', '12.3', '?'],
  ]);
});

describe('the numbers behind', () => {
  test('the curve are those of every angle, those of another drawing left out', () => {
    const { demo } = fakeDemo('r4_sa', 'z2_sa');
    demo.drawing.put(STROKES);
    const drawing = demo.drawing.version.value;
    const [first, second] = demo.networks.shown.value;
    first.errors.value = { drawing, layer: 0, points: points(90, 0) };
    second.errors.value = { drawing: drawing - 1, layer: 0, points: points(45) };
    const { columns, rows } = errors.figure.table(demo);
    assert.equal(columns[0], 'Angle');
    assert.equal(columns.length, 5);
    assert.deepEqual(rows, [
      [0, 0, 0, '', ''],
      [90, 0.09, 0.045, '', ''],
    ]);
  });

  test('the maps say what each map is and where it stands', () => {
    const { demo } = fakeDemo('r4_sa');
    const [network] = demo.networks.shown.value;
    const elements = [0, 90, 180, 270].map((degrees) => ({ degrees, mirror: false }));
    network.info.value = /** @type {any} */ ({
      ...network.info.value,
      group: { order: 4, elements },
    });
    const live = { elements: 4, rows: 1, cols: 2, maps: Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7) };
    network.maps.value = /** @type {any} */ ({ live, still: live, angle: 90 });
    demo.turning.turn(90);
    assert.deepEqual(maps.figure.table(demo).rows, [
      ['R4_SA', 'map for 0°', '90°', 2, 3, ''],
      ['R4_SA', 'map for 90°', '180°', 4, 5, ''],
      ['R4_SA', 'map for 180°', '270°', 6, 7, ''],
      ['R4_SA', 'map for 270°', '0°', 0, 1, ''],
    ]);
    const difference = Float32Array.of(0.5, NaN);
    const turn = /** @type {any} */ ({ error: 0.5, resampling: 0, difference });
    const drawing = demo.drawing.version.value;
    network.errors.value = { drawing, layer: 0, points: new Map([[90, turn]]) };
    assert.deepEqual(maps.figure.table(demo).rows.at(-1), [
      ...['R4_SA', 'difference at 90°', '', 0.5, 0.5, '0.50'],
    ]);
  });
});
