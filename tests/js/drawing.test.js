// The drawing: what the pen does, and what undo brings back.

import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { Drawing } from '../../www/state/drawing.js';
import { MAX_STROKES } from '../../www/state/strokes.js';

/** @import { Stroke } from '../../www/types.d.ts' */

/** @param {number} at @returns {Stroke} */
const stroke = (at) => [
  { x: at, y: 0.1 },
  { x: at, y: 0.9 },
];

const told = { grown: mock.fn(), replaced: mock.fn(), full: mock.fn() };
/** @type {Drawing} */
let drawing;
beforeEach(() => {
  for (const fn of Object.values(told)) fn.mock.resetCalls();
  drawing = new Drawing(told);
});

describe('the pen', () => {
  test('draws strokes that are never changed in place', () => {
    drawing.begin({ x: 0.1, y: 0.1 });
    const first = drawing.strokes.value;
    const copy = structuredClone(first);
    drawing.extend([
      { x: 0.2, y: 0.1 },
      { x: 0.2001, y: 0.1 },
      { x: 0.3, y: 0.1 },
    ]);
    assert.deepEqual(first, copy);
    assert.deepEqual(
      drawing.strokes.value[0].map(({ x }) => x),
      [0.1, 0.2, 0.3],
      'a step too short is left out',
    );
    assert(drawing.pen.value.down);
    drawing.end();
    assert(!drawing.pen.value.down);
    assert.equal(told.grown.mock.callCount(), 3);
    assert.equal(told.replaced.mock.callCount(), 0);
  });

  test('that is taken away leaves no stroke', () => {
    drawing.put([stroke(0.2)]);
    drawing.begin({ x: 0.1, y: 0.1 });
    drawing.cancel();
    assert.deepEqual(drawing.strokes.value, [stroke(0.2)]);
    assert(!drawing.pen.value.down);
  });

  test('that was not meant is as if it had never been, also after its end', () => {
    const opening = [stroke(0.2), stroke(0.3)];
    drawing.open(opening);
    drawing.begin({ x: 0.1, y: 0.1 });
    drawing.end();
    drawing.cancel();
    assert.deepEqual(drawing.strokes.value, opening);
    drawing.undo();
    assert.deepEqual(drawing.strokes.value, [stroke(0.2)], 'nothing else can be undone');
    drawing.put([]);
    drawing.open(opening);
    drawing.begin({ x: 0.1, y: 0.1 });
    drawing.cancel();
    drawing.begin({ x: 0.1, y: 0.1 });
    assert.equal(drawing.strokes.value.length, 1, 'what was there at first makes way yet');
  });

  test('cannot be taken away once something else has happened', () => {
    drawing.begin({ x: 0.1, y: 0.1 });
    drawing.end();
    drawing.replace([stroke(0.5)]);
    drawing.cancel();
    assert.deepEqual(drawing.strokes.value, [stroke(0.5)]);
    drawing.undo();
    drawing.cancel();
    assert.equal(drawing.strokes.value.length, 1);
  });

  test('taken away for what may have been meant is brought back by undo', () => {
    drawing.put([stroke(0.2)]);
    drawing.begin({ x: 0.1, y: 0.1 });
    drawing.extend([{ x: 0.6, y: 0.1 }]);
    const meant = drawing.strokes.value;
    drawing.cancel(true);
    assert.deepEqual(drawing.strokes.value, [stroke(0.2)]);
    drawing.undo();
    assert.deepEqual(drawing.strokes.value, meant);
    drawing.undo();
    drawing.undo();
    assert.deepEqual(drawing.strokes.value, []);
    assert(!drawing.canUndo.value);
  });

  test('has no room on a full pad, and says so', () => {
    drawing.put(Array.from({ length: MAX_STROKES }, () => stroke(0.5)));
    assert(!drawing.begin({ x: 0.1, y: 0.1 }));
    assert.equal(told.full.mock.callCount(), 1);
    assert.equal(drawing.strokes.value.length, MAX_STROKES);
    assert(!drawing.pen.value.down);
  });

  test('moved by keys is somewhere before it draws', () => {
    drawing.writeByKeys({ x: 0.5, y: 0.5 });
    drawing.moveKeys({ x: 0.6, y: 0.5 });
    assert.deepEqual(drawing.pen.value, { down: false, keys: { x: 0.6, y: 0.5 } });
    assert(drawing.isEmpty.value);
    drawing.begin({ x: 0.6, y: 0.5 }, drawing.pen.value.keys);
    drawing.end();
    assert.deepEqual(drawing.pen.value.keys, { x: 0.6, y: 0.5 });
    drawing.writeByKeys(null);
    assert.equal(drawing.pen.value.keys, null);
    assert.equal(drawing.strokes.value.length, 1);
  });
});

describe('undo', () => {
  test('takes strokes back one by one, then brings back what made way for them', () => {
    drawing.put([stroke(0.1)]);
    drawing.replace([stroke(0.2), stroke(0.3)]);
    drawing.begin({ x: 0.4, y: 0.4 });
    drawing.end();
    const seen = [];
    while (drawing.canUndo.value) {
      drawing.undo();
      seen.push(drawing.strokes.value.map(([{ x }]) => x));
    }
    assert.deepEqual(seen, [[0.2, 0.3], [0.1], []]);
    drawing.undo();
    assert.deepEqual(drawing.strokes.value, []);
  });

  test('brings back what was cleared, but no empty pad that was filled from outside', () => {
    drawing.put([stroke(0.1)]);
    drawing.clear();
    assert(drawing.canUndo.value);
    drawing.undo();
    assert.deepEqual(drawing.strokes.value, [stroke(0.1)]);
    drawing.undo();
    assert(!drawing.canUndo.value);
    assert.equal(told.replaced.mock.callCount(), 4);
  });

  test('a sample on an empty pad can be taken away at once', () => {
    drawing.replace([stroke(0.1), stroke(0.2)]);
    drawing.undo();
    assert.deepEqual(drawing.strokes.value, []);
  });
});

test('a drawing that was there at first makes way for the first stroke, and undo brings it back', () => {
  const drawing = new Drawing({ grown: () => {}, replaced: () => {}, full: () => {} });
  const opening = [[{ x: 0.1, y: 0.1 }], [{ x: 0.2, y: 0.2 }]];
  drawing.open(opening);
  drawing.begin({ x: 0.5, y: 0.5 });
  drawing.end();
  assert.deepEqual(drawing.strokes.value, [[{ x: 0.5, y: 0.5 }]]);
  drawing.begin({ x: 0.6, y: 0.6 });
  assert.equal(drawing.strokes.value.length, 2, 'the second stroke stays beside the first');
  drawing.end();
  for (let i = 0; i < 3; i++) drawing.undo();
  assert.deepEqual(drawing.strokes.value, opening);
  drawing.put(opening);
  drawing.begin({ x: 0.5, y: 0.5 });
  assert.equal(drawing.strokes.value.length, 3, 'a drawing that was handed in stays');
});
