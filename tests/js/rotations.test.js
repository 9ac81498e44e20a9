// One set of weights at several numbers of rotations: what is asked, when, and what is said of it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { CodedError } from '../../www/engine/errors.js';
import { SIZES, TRAINED, bringMeasured, measured, rotationsOf } from '../../www/state/rotations.js';
import { byRotationsOf } from '../../xtask/assets/catalogue.mjs';
import './embedded.js';
import { STROKES, fakeDemo, probabilities, settled } from './fake_demo.js';

const { figure, turnedSaid, wants } = await import('../../www/figures/group-size.js');

/** @import { Rotated } from '../../www/engine/requests/rotations.js' */

const root = new URL('../../', import.meta.url);
const read = (/** @type {string} */ name) => readFile(new URL(name, root), 'utf8');
const [table, costs] = [await read('docs/group-size/group-size.csv'), await read('docs/cost.csv')];

/** @param {number} size @param {Partial<Rotated>} [changes] @returns {Rotated} */
function rotated(size, changes) {
  const elements = Array.from({ length: size }, (_, index) => ({
    ...{ index, name: '', degrees: (360 * index) / size, mirror: false },
  }));
  return {
    ...{ digit: 3, probabilities: probabilities(3), elements, milliseconds: 10, engine: 'cpu' },
    ...{ channel: 7, error: 0.3, resampling: 0.2 },
    maps: { elements: size, rows: 2, cols: 2, maps: new Float32Array(4 * size) },
    ...changes,
  };
}

describe('what was measured', () => {
  test('is of every number that one can choose, of the same digits, and costs grow', () => {
    const { byRotations } = byRotationsOf(table, costs, 'r4_sa');
    assert(byRotations);
    assert.deepEqual(
      byRotations.map(({ rotations }) => rotations),
      SIZES,
    );
    for (const [i, { rotations, right, asTrained, cost }] of byRotations.entries()) {
      assert(cost > (byRotations[i - 1]?.cost ?? 0));
      assert(table.includes(`r4_sa,${rotations},${byRotations[0].digits},${right.toFixed(2)},`));
      assert.equal(asTrained === 100, rotations === TRAINED);
    }
    assert(costs.includes(`group elements,8,${byRotations[5].cost}`), 'as measured where it was');
    assert.deepEqual(byRotationsOf(table, costs, 'r8f_sa'), {});
  });

  test('is not made of a table that is damaged', () => {
    for (const [from, to, problem] of /** @type {[string | RegExp, string, RegExp][]} */ ([
      ['rotations,digits', 'digits,rotations', /other columns/],
      [/^r4_sa,8,\d+,/m, 'r4_sa,8,7,', /not sound/],
      [/^r4_sa,8,(.*)$/m, 'r4_sa,2,$1', /not sound/],
      [/^(r4_sa,8,\d+),[\d.]+,/m, '$1,101,', /not sound/],
      ['r4_sa,16,', 'r4_sa,17,', /does not reach 17/],
    ])) {
      const damaged = table.replace(from, to);
      assert.notEqual(damaged, table, String(from));
      assert.throws(() => byRotationsOf(damaged, costs, 'r4_sa'), problem, String(from));
    }
  });
});

describe('what is asked', () => {
  /** @type {ReturnType<typeof fakeDemo>} */
  let fake;
  const wish = () => /** @type {any} */ (wants(fake.demo, false));
  /** What was asked of any number of rotations; live answers are asked besides. @returns {any[]} */
  const asked = () => fake.engine.requests.filter(({ kind }) => kind === 'rotations');

  beforeEach(async () => {
    /** @type {any} */ (globalThis).document = { hidden: false, baseURI: 'http://host/page/' };
    fake = fakeDemo('z2_sa');
    fake.demo.drawing.put(STROKES);
    const list = JSON.stringify([{ name: 'r4_sa', ...byRotationsOf(table, costs, 'r4_sa') }]);
    mock.method(globalThis, 'fetch', async () => new Response(list));
    await bringMeasured();
    mock.restoreAll();
    assert.equal(measured.value?.length, SIZES.length);
    await settled();
  });

  // Whoever waits looks at the clock for as long as that takes.
  afterEach(() => fake.demo.disconnect());

  test('is of the weights as they are at first, and of a variant where another number is chosen', () => {
    const state = rotationsOf(fake.demo);
    assert.match(wish().url, /r4_sa\.safetensors$/);
    state.keep(wish(), { rotated: rotated(4) });
    assert.equal(wish(), null);
    state.choose(6);
    assert.match(wish().url, /r4_sa\.safetensors#rotations=6$/);
    assert.equal(wish().channel, 7, 'the same channel at every number');
    state.keep(wish(), { rotated: rotated(6, { channel: 2 }) });
    state.choose(5);
    assert.equal(state.size.value, 6, 'there is no such choice');
    assert(state.now(6) && state.now(4));
    fake.demo.turning.turn(20);
    assert.equal(state.now(6), null);
    assert(state.last(6), 'it is shown, as old');
    assert.equal(wish().angle, 20);
    fake.demo.drawing.clear();
    assert.equal(wish(), null);
  });

  test('is nothing that takes long, before somebody says so', async () => {
    const state = rotationsOf(fake.demo);
    assert(state.isCostly(16) && !state.isCostly(4), 'before anything is known');
    state.keep(wish(), { rotated: rotated(4, { milliseconds: 100 }) });
    const { byRotations } = byRotationsOf(table, costs, 'r4_sa');
    const cost = (/** @type {number} */ size) =>
      byRotations?.find(({ rotations }) => rotations === size)?.cost ?? NaN;
    const expected = (3 * 100 * cost(16)) / cost(4);
    assert(Math.abs(Number(state.timeOf(16)) - expected) < 1e-6);
    state.choose(16);
    assert.equal(wish(), null);
    fake.engine.lanes = 2;
    fake.engine.slow = true;
    const asking = state.ask([16, 2]);
    await settled();
    assert.equal(state.asking.value, 16);
    assert.equal(fake.engine.slots.at(-1), 'apart rotations');
    const [request] = asked();
    assert.equal(request.engine, 'cpu', 'further workers have no card');
    assert.match(request.url, /#rotations=16$/);
    state.stop();
    assert.deepEqual(fake.engine.stopped, ['apart rotations', 'rotations']);
    fake.engine.fail = new CodedError('model-stopped', 'Stopped.');
    fake.engine.release();
    await asking;
    assert.equal(state.asking.value, null);
    assert.equal(state.error.value, null, 'whoever stops it needs not be told');
    assert.equal(asked().length, 1, 'the next is not asked');
  });

  test('is asked one after the other, and no more once the drawing is turned', async () => {
    const state = rotationsOf(fake.demo);
    fake.engine.slow = true;
    const asking = state.ask([1, 2, 3]);
    await settled();
    fake.demo.turning.turn(45);
    fake.engine.release();
    await settled();
    await asking;
    assert.equal(asked().length, 1);
    fake.engine.slow = false;
    fake.engine.fail = new Error('no room');
    await state.ask([1]);
    assert.match(String(state.error.value?.message), /no room/);
    assert.equal(wish(), null);
    state.retry();
    assert(wish());
  });

  test('what came is tabled, of the state as it is now alone', () => {
    const state = rotationsOf(fake.demo);
    state.keep(wish(), { rotated: rotated(4, { milliseconds: 12.5 }) });
    const { columns, rows } = figure.table(fake.demo);
    assert.deepEqual(
      rows.map(([size]) => size),
      SIZES,
    );
    assert(rows.every((row) => row.length === columns.length));
    assert.deepEqual(rows[3].slice(3), [3, 0.91, 12.5, 0.3, 0.2]);
    assert.deepEqual(rows[4].slice(3), ['', '', '', '', '']);
    fake.demo.turning.turn(20);
    assert.deepEqual(figure.table(fake.demo).rows[3].slice(3), ['', '', '', '', '']);
  });

  test('an answer of another group, and none, are not kept', () => {
    const state = rotationsOf(fake.demo);
    assert.equal(state.keep(wish(), {}), false);
    assert.equal(state.keep(wish(), { rotated: rotated(5) }), false);
    assert(wish());
  });
});

test('what a turn does is said: whether it is of the group, and whether it is of the grid', () => {
  for (const [size, degrees, words] of /** @type {[number, number, RegExp][]} */ ([
    [4, 0, /^Turn the dial/],
    [
      4,
      90,
      /off by 1·10⁻⁷, rounding: that is one of these rotations, and takes pixels to pixels\.$/,
    ],
    [
      8,
      45,
      /off by 0\.30: that is one of these rotations, and mixes pixels \(mixing alone: 0\.20\)/,
    ],
    [6, 90, /that is none of these rotations, and takes pixels to pixels/],
    [4, 45, /that is none of these rotations, and mixes pixels/],
  ])) {
    const isExact = size === 4 && degrees === 90;
    const [error, resampling] = isExact ? [1.2e-7, 0] : [0.3, 0.2];
    assert.match(turnedSaid(rotated(size, { error, resampling }), degrees), words);
  }
});
