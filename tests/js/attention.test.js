// Where a pixel looks: the pixel of a layer, the clock turned as one picture, and what is asked of which network.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import * as request from '../../www/engine/requests/attention.js';
import * as attention from '../../www/figures/attention.js';
import { layoutOf } from '../../www/figures/attention/face.js';
import {
  ALL_HEADS,
  cellAfter,
  comparedClock,
  elementAfter,
  elsewhere,
  elsewhereOfAll,
  isFramed,
  sharesOf,
  sum,
  turnedClock,
} from '../../www/state/gaze.js';
import { insideOf } from '../../www/state/inside.js';
import { formatTiny } from '../../www/ui/format.js';
import { STROKES, fakeDemo, settled } from './fake_demo.js';

/** @import { Looked } from '../../www/engine/requests/attention.js' */

/** @param {number} count @param {boolean} [mirrors] */
const group = (count, mirrors = false) =>
  [false, true].slice(0, mirrors ? 2 : 1).flatMap((mirror) =>
    Array.from({ length: count }, (_, i) => ({
      ...{ index: i, name: '', degrees: (i * 360) / count, mirror },
    })),
  );

/** Shares that are no two alike, and sum to 1 for each head and output element. @param {number} heads @param {number} elements @param {number} keys @param {number} cells @param {(i: number) => number} [of] */
function shares(heads, elements, keys, cells, of = (i) => 1 + ((i * 7919) % 101)) {
  const all = new Float32Array(heads * elements * keys * cells);
  for (let i = 0; i < all.length; i += keys * cells) {
    const line = Array.from({ length: keys * cells }, (_, k) => of(i + k));
    all.set(
      line.map((share) => share / sum(line)),
      i,
    );
  }
  return all;
}

/** A network that turns along by construction, or one that stays where it was. @param {'along' | 'not'} how @param {number} quarters @returns {Looked} */
function lookedAt(how, quarters, elements = group(4)) {
  const [heads, keys, window] = [2, elements.length, 3];
  const cells = window ** 2;
  const here = shares(heads, keys, keys, cells);
  const turned = here.slice();
  if (how === 'along') {
    for (let head = 0; head < heads; head++) {
      for (let h = 0; h < keys; h++) {
        for (let m = 0; m < keys; m++) {
          for (let cell = 0; cell < cells; cell++) {
            // A turn by quarters, spelt out: (r, c) goes to (S − 1 − c, r), and an element to the one 90° further.
            let [row, col] = [Math.floor(cell / 3), cell % 3];
            for (let i = 0; i < quarters; i++) [row, col] = [2 - col, row];
            const on = (/** @type {number} */ e) =>
              Math.floor(e / 4) * 4 + (((e % 4) + quarters) % 4);
            const to = ((head * keys + on(h)) * keys + on(m)) * cells + row * 3 + col;
            turned[to] = here[((head * keys + h) * keys + m) * cells + cell];
          }
        }
      }
    }
  }
  const gaze = (/** @type {Float32Array} */ shares) => ({
    ...{ picture: new Float32Array(784), at: { row: 15, col: 14 }, ink: Array(cells).fill(0.5) },
    shares,
  });
  return {
    ...{ name: 'r4_sa', layer: 'layer 1', layers: ['lifting', 'layer 1'], elements, heads, keys },
    ...{
      window,
      side: 28,
      stride: 1,
      indexed: true,
      pixel: { row: 15, col: 14 },
      here: gaze(here),
      turned: gaze(turned),
    },
  };
}

const LAYERS = [
  ['lifting', 28, true],
  ['layer 1', 28, true],
  ['layer 2', 24, true],
  ['pool 1', 12, false],
  ['layer 3', 12, true],
  ['classes', 12, false],
].map(([name, rows, attention], index) => ({ index, name, rows, attention }));
const INFO = /** @type {any} */ ({ layers: LAYERS, group: { elements: group(4) } });

describe('the pixel of a layer', () => {
  test('is the same pixel where the layer has all of them, and lies over it where it has fewer', () => {
    const first = request.placeOf(INFO, 'layer 1');
    assert(first);
    assert.deepEqual([first.index, first.side, first.stride], [1, 28, 1]);
    assert.deepEqual(first.layers, ['lifting', 'layer 1', 'layer 2', 'layer 3']);
    assert.deepEqual(request.pixelOf({ row: 15, col: 14 }, first), { row: 15, col: 14 });
    const third = request.placeOf(INFO, 'layer 3');
    assert(third);
    assert.deepEqual([third.side, third.stride], [12, 2]);
    // 12 pixels of 2×2 in the middle of 28.
    assert.deepEqual(request.pixelOf({ row: 15, col: 14 }, third), { row: 6, col: 6 });
    assert.deepEqual(request.pixelOf({ row: 0, col: 27 }, third), { row: 0, col: 11 });
    // Of a name that is none, the one behind the lifting layer.
    assert.equal(request.placeOf(INFO, '<img>')?.name, 'layer 1');
    assert.equal(request.placeOf({ ...INFO, layers: [] }, 'layer 1'), null);
  });

  test('is on the ink where nobody chose one', () => {
    const picture = new Float32Array(784);
    assert.deepEqual(request.onInk(picture), { row: 15, col: 14 });
    for (const [row, col] of [[3, 4], [20, 14], [15, 20]]) picture[row * 28 + col] = 0.9; // prettier-ignore
    picture[15 * 28 + 15] = 0.3;
    assert.deepEqual(request.onInk(picture), { row: 20, col: 14 });
    picture[15 * 28 + 14] = 0.6;
    assert.deepEqual(request.onInk(picture), { row: 15, col: 14 });
  });

  test('turns with the picture, whatever the layer', () => {
    for (const name of ['layer 1', 'layer 3']) {
      const place = request.placeOf(INFO, name);
      assert(place);
      for (let row = 2; row < 26; row++) {
        const pixel = { row, col: 9 };
        assert.deepEqual(
          request.turn(request.pixelOf(pixel, place), place.side, 1),
          request.pixelOf(request.turn(pixel, 28, 1), place),
        );
      }
    }
  });

  test('has the mean of the picture under it', () => {
    const picture = new Float32Array(784);
    for (const at of [14 * 28 + 14, 14 * 28 + 15]) picture[at] = 1;
    const place = { index: 4, name: 'layer 3', layers: [], side: 12, stride: 2 };
    assert.equal(request.inkAt(picture, { row: 6, col: 6 }, place), 0.5);
    assert.equal(request.inkAt(picture, { row: 6, col: 5 }, place), 0);
  });
});

describe('the clock', () => {
  test('turns by quarters as one picture', () => {
    assert.deepEqual(
      [0, 1, 2].map((cell) => cellAfter(3, cell, 1)),
      [6, 3, 0],
    );
    for (let cell = 0; cell < 25; cell++) assert.equal(cellAfter(5, cell, 4), cell);
    assert.deepEqual(
      [0, 1, 2, 3].map((e) => elementAfter(group(4), e, 1)),
      [1, 2, 3, 0],
    );
    assert.deepEqual(
      [0, 3, 4, 7].map((e) => elementAfter(group(4, true), e, 3)),
      [3, 2, 7, 6],
    );
    assert.equal(elementAfter(group(8), 7, 1), 1);
    assert.equal(elementAfter(group(1), 0, 1), 0);
    assert.equal(elementAfter(group(3), 1, 1), 1, 'has no quarter turn');
  });

  test('of a network that turns along is where it was predicted; of one that does not, it is not', () => {
    for (const elements of [group(4), group(4, true)]) {
      for (const quarters of [1, 2, 3]) {
        const along = lookedAt('along', quarters, elements);
        const not = lookedAt('not', quarters, elements);
        for (const head of [0, 1, ALL_HEADS]) {
          for (let element = 0; element < elements.length; element++) {
            const good = comparedClock(along, head, element, quarters);
            assert(elsewhere(good.predicted, good.measured) < 1e-7);
            const bad = comparedClock(not, head, element, quarters);
            assert(elsewhere(bad.predicted, bad.measured) > 0.1);
          }
        }
        assert(elsewhereOfAll(along, 1, quarters) < 1e-7);
        assert(elsewhereOfAll(not, 1, quarters) > 0.1);
      }
    }
  });

  test('has shares that sum to 1, and what is elsewhere is a share of them', () => {
    const looked = lookedAt('along', 1);
    for (const head of [0, ALL_HEADS]) {
      assert(Math.abs(sum(sharesOf(looked, looked.here, head, 2).flat()) - 1) < 1e-6);
    }
    const [a, b] = [[[1, 0], [0, 0]], [[0, 0], [0.5, 0.5]]]; // prettier-ignore
    assert.equal(elsewhere(a, b), 1);
    assert.equal(elsewhere(a, a), 0);
    assert(Number.isNaN(elsewhere(a, [[NaN, 0], [0, 0]]))); // prettier-ignore
    assert.deepEqual(turnedClock({ ...looked, window: 1 }, [[1], [2], [3], [4]], 1), [
      [4],
      [1],
      [2],
      [3],
    ]);
  });

  test('is framed where each element looks at itself alone', () => {
    const looked = lookedAt('along', 1);
    assert.equal(isFramed(looked), false);
    const own = shares(2, 4, 4, 9, (i) => {
      const [key, element] = [Math.floor(i / 9) % 4, Math.floor(i / 36) % 4];
      return key === element ? 1 : 0;
    });
    assert.equal(isFramed({ ...looked, here: { ...looked.here, shares: own } }), true);
  });

  test('has its windows at their angles, upright at the top, and none over another', () => {
    for (const elements of [group(4), group(8), group(16), group(4, true)]) {
      const { windows, digit } = layoutOf(elements, elements.length);
      assert(Math.abs(windows[0].x - 0.5) < 1e-9 && windows[0].y < 0.3);
      const all = [...windows, digit];
      for (const [i, a] of all.entries()) {
        assert(a.x - a.side / 2 >= 0 && a.x + a.side / 2 <= 1, 'inside');
        for (const b of all.slice(i + 1)) {
          const apart = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
          assert(apart >= (a.side + b.side) / 2 - 1e-9, `${elements.length}: ${i}`);
        }
      }
    }
    const [, left] = layoutOf(group(4), 4).windows;
    assert(left.x < 0.3 && Math.abs(left.y - 0.5) < 1e-9, '90° is on the left');
    assert.equal(layoutOf(group(4), 1).windows.length, 1);
  });
});

describe('what is asked', () => {
  /** @type {ReturnType<typeof fakeDemo>['demo']} */
  let demo;
  /** @type {ReturnType<typeof fakeDemo>['engine']} */
  let engine;
  const world = /** @type {any} */ (globalThis);

  beforeEach(() => {
    world.document = { hidden: false, baseURI: 'http://host/page/' };
    ({ demo, engine } = fakeDemo('z2_sa'));
  });

  const asked = () => /** @type {any} */ (attention.wants(demo, false));

  test('is the paper’s network, or one on the stage that turns and has attention', () => {
    const [main] = demo.networks.shown.value;
    const info = (/** @type {number} */ order, /** @type {boolean} */ has) => {
      return /** @type {any} */ ({ name: 'other', group: { order }, layers: [{ attention: has }] });
    };
    const offered = () => [...insideOf(demo).networks.value.keys()];
    for (const [order, has, count] of /** @type {const} */ ([
      [4, true, 2],
      [1, true, 1],
      [4, false, 1],
    ])) {
      main.info.value = info(order, has);
      assert.equal(offered().length, count, `${order} ${has}`);
    }
  });

  test('is the paper’s network, whatever is on the stage, and then the same with the published index', () => {
    assert.equal(asked(), null, 'nothing is drawn');
    demo.drawing.put(STROKES);
    const whole = asked();
    assert.match(whole.url, /r4_sa\.safetensors$/);
    assert.deepEqual([whole.layer, whole.pixel, whole.quarters], ['layer 1', null, 1]);
    insideOf(demo).keep(whole, { looked: lookedAt('along', 1) });
    assert.match(asked().url, /r4_sa\.safetensors#index=published$/);
    insideOf(demo).keep(asked(), { looked: lookedAt('not', 1) });
    assert.equal(asked(), null);
    assert(attention.isWhole(demo));
    demo.turning.turn(30);
    assert.equal(asked().angle, 30);
    assert(!attention.isWhole(demo));
  });

  test('is broken by its positions where it has no index', () => {
    demo.drawing.put(STROKES);
    insideOf(demo).keep(asked(), { looked: { ...lookedAt('along', 1), indexed: false } });
    assert.match(asked().url, /#positions=still$/);
  });

  test('by a pixel is asked at once, and no pixel is outside', async () => {
    demo.drawing.put(STROKES);
    await settled();
    const before = engine.requests.length;
    const inside = insideOf(demo);
    for (const at of [3, 5, 99]) inside.choosePixel(at, -4);
    await settled();
    assert.deepEqual(inside.pixel.value, { row: 27, col: 0 });
    const requests = /** @type {any[]} */ (engine.requests.slice(before));
    assert.deepEqual(
      requests.map(({ kind, pixel }) => [kind, pixel]),
      [['attention', { row: 27, col: 0 }]],
    );
  });

  test('of a network that there is not is told, and of the next one that there is nothing is', () => {
    demo.drawing.put(STROKES);
    const inside = insideOf(demo);
    inside.chooseNetwork('nonsense');
    assert.match(inside.error.value?.message ?? '', /no built-in model/);
    assert.equal(asked(), null);
    inside.chooseNetwork('r4_sa');
    assert.equal(inside.error.value, null);
    assert.match(asked().url, /r4_sa/);
    inside.fail(new Error('gone'));
    assert.equal(asked(), null);
    inside.chooseNetwork('r8_sa');
    assert.match(asked().url, /r8_sa/);
  });

  test('and fails is told, until somebody tries again', async () => {
    demo.drawing.put(STROKES);
    await settled();
    engine.fail = new Error('no such file');
    insideOf(demo).chooseLayer('layer 2');
    await settled();
    assert.match(insideOf(demo).error.value?.message ?? '', /no such file/);
    assert.equal(asked(), null);
    insideOf(demo).retry();
    assert(asked());
  });

  test('is tabled: shares, and what lands elsewhere once it is turned', () => {
    demo.drawing.put(STROKES);
    const inside = insideOf(demo);
    assert.deepEqual(attention.figure.table(demo).rows, []);
    inside.keep(asked(), { looked: lookedAt('along', 1) });
    inside.keep(asked(), { looked: lookedAt('not', 1) });
    inside.chooseHead(1);
    assert.deepEqual(
      attention.figure.table(demo).rows.map((row) => row[5]),
      Array(10).fill(''),
    );
    inside.turnOn(1);
    const { columns, rows } = attention.figure.table(demo);
    assert.equal(columns.length, 6);
    assert.deepEqual(
      rows.map((row) => row[0]),
      [...Array(5).fill('R4_SA'), ...Array(5).fill('R4_SA, published index')],
    );
    assert(Number(rows[4][5]) < 1e-7 && Number(rows[9][5]) > 0.1);
    // As drawn at 0° is where 90° is then.
    assert(Math.abs(Number(rows[0][2]) - Number(rows[1][4])) < 1e-6);
    inside.turnOn(0);
  });
});

test('a share that is nearly nothing is written out', () => {
  for (const [share, text] of /** @type {const} */ ([
    [0.62, '62 %'],
    [0.061, '6 %'],
    [0.0034, '0.3 %'],
    [4.7e-7, '0.00005 %'],
    [0, '0 %'],
    [1e-12, '< 0.0000001 %'],
    [NaN, '< 0.0000001 %'],
  ])) {
    if (!Number.isNaN(share)) assert.equal(formatTiny(share), text);
  }
});
