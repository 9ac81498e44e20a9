// Theorems as somebody plays with them: what is asked and kept, what is arithmetic, and that what must fail does.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as convolution from '../../www/engine/requests/convolution.js';
import * as exactness from '../../www/engine/requests/exactness.js';
import { darkest } from '../../www/engine/requests/landscape.js';
import * as first from '../../www/figures/theorem-1.js';
import * as second from '../../www/figures/theorem-2.js';
import * as third from '../../www/figures/theorem-3.js';
import * as fourth from '../../www/figures/theorem-4.js';
import { averagingOf, fitted, pooled, turned } from '../../www/state/averaging.js';
import {
  CASES,
  Commuting,
  commutingOf,
  compose,
  distance,
  inverse,
} from '../../www/state/commuting.js';
import { MOST_ALPHA, convolvingOf, randomFilter } from '../../www/state/convolving.js';
import { off } from '../../www/state/distance.js';
import { STEPS, blended, steeringOf } from '../../www/state/steering.js';
import { STROKES, fakeDemo } from './fake_demo.js';

/** @import { ConvolutionRequest } from '../../www/engine/requests/convolution.js' */
/** @import { LandscapeRequest } from '../../www/engine/requests/landscape.js' */

/** @type {any} */ (globalThis).document = { baseURI: 'http://host/page/' };

/** A drawing on the pad. */
function drawn() {
  const { demo, engine } = fakeDemo('a');
  demo.drawing.open(STROKES);
  return { demo, engine };
}

/** What a layer would be: heads that are known by α. @param {number} error */
const layer = (error, heads = 9) => ({
  ...{ heads, patterns: new Float32Array(heads * 9), error },
  ...{ output: new Float32Array(16), target: new Float32Array(16) },
});

describe('a convolution by attention', () => {
  /** Answers until nothing is asked any more; each error is told by its setup. @param {ReturnType<typeof drawn>['demo']} demo */
  function answer(demo) {
    const state = convolvingOf(demo);
    /** @type {ConvolutionRequest[]} */
    const asked = [];
    for (let question = state.question; question; question = state.question) {
      asked.push(question);
      assert(asked.length < 1000, 'it ends');
      const digit = question.form === 'network' ? 4 : null;
      const found = question.setups.slice(0, 7).map(({ alpha, solved, without }) => {
        if (without !== undefined) return { error: 0.25, digit };
        return { error: solved ? 2e-7 : Math.exp(-alpha), digit };
      });
      assert(state.keep(question, { shown: question.shown && layer(0.5), found }));
    }
    return asked;
  }

  test('is asked about what is shown first, then about the curves, and about a head fewer once somebody guessed', () => {
    const { demo } = drawn();
    const state = convolvingOf(demo);
    assert.deepEqual(first.figure.table(demo).rows, []);
    const asked = answer(demo);
    assert.deepEqual(asked[0].shown, { alpha: 2, solved: false });
    assert.deepEqual(asked[0].setups, []);
    assert(asked.slice(1).every(({ shown, setups }) => !shown && setups.length > 0));
    assert.equal(asked[1].filter.length, 9);
    assert(asked.flatMap(({ setups }) => setups).every(({ without }) => without === undefined));
    assert.equal(state.curve(false).length, MOST_ALPHA + 1);
    assert.equal(state.curve(true).length, MOST_ALPHA, 'nothing is solved for at α = 0');
    assert.equal(state.fewer, undefined);
    state.guessed(true);
    const more = answer(demo).flatMap(({ setups }) => setups);
    assert(more.length > 0 && more.every(({ without }) => without !== undefined));
    assert.deepEqual(state.fewer, { error: 0.25, digit: null });
    const { rows } = first.figure.table(demo);
    assert.deepEqual(rows[0].slice(0, 4), [9, 'the filter’s numbers, shown', 2, 0.5]);
    const own = rows.filter(([, weights]) => weights === 'the filter’s numbers');
    for (const [, , alpha, error, law] of own) {
      assert.equal(error, Math.exp(-Number(alpha)));
      assert(Math.abs(Number(law) - 4 * Math.exp(-Number(alpha))) < 1e-12);
    }
    assert.equal(rows.filter(([heads]) => heads === 8).length, 8);
    assert.equal(first.wants(demo, false), null);
  });

  test('forgets what is of another filter, form or drawing, but not what is of another α', () => {
    const { demo } = drawn();
    const state = convolvingOf(demo);
    const late = /** @type {ConvolutionRequest} */ (state.question);
    answer(demo);
    state.sharpen(5);
    assert.equal(state.now, null);
    assert.equal(state.curve(false).length, MOST_ALPHA + 1);
    answer(demo);
    const changes = [
      () => state.tap(4),
      () => state.choose('group'),
      () => demo.drawing.open([...STROKES, ...STROKES]),
    ];
    for (const change of changes) {
      answer(demo);
      assert(state.now && state.curve(false).length > 0);
      change();
      assert.equal(state.now, null);
      assert.deepEqual(state.curve(false), []);
      assert.equal(state.keep(late, { shown: layer(0), found: [] }), false, 'too late');
    }
    assert.equal(state.question?.filter.length, 36);
    assert.equal(state.heads.peek(), 36);
    assert(Math.abs(state.law(3) - 7 * Math.exp(-3)) < 1e-12);
  });

  test('of a whole network is asked about that one, and says when it can not be had', async () => {
    const { demo } = drawn();
    const state = convolvingOf(demo);
    state.choose('network');
    state.guessed(true);
    const asked = answer(demo);
    assert(asked.every(({ models }) => models.length === 1 && /r4_cnn/.test(models[0].url)));
    assert(asked.every(({ filter }) => filter.length === 0));
    assert.deepEqual(state.fewer, { error: 0.25, digit: 4 });
    assert.deepEqual(state.fewerRandom, [], 'it has its own filters');
    const rows = first.figure.table(demo).rows;
    assert(rows.length > 10 && rows.every(([, , , , law]) => law === ''));
    demo.drawing.open([...STROKES, ...STROKES]);
    assert(state.question);
    state.fail(new Error('not there'));
    assert.match(state.error.peek()?.message ?? '', /not there/);
    answer(demo);
    assert.equal(state.error.peek(), null, 'it was asked again, and has come');
    state.fail(new Error('not there'));
    assert.match(state.error.peek()?.message ?? '', /not there/);
    state.choose('picture');
    assert.equal(state.error.peek(), null);
    const ofPicture = /** @type {ConvolutionRequest | null} */ (state.question);
    assert.deepEqual(ofPicture?.models, []);
    state.choose('network');
    assert.equal(state.error.peek(), null);
  });

  test('of a whole network is run by it', async () => {
    /** @type {unknown[][]} */
    const given = [];
    const byAttention = (/** @type {unknown[]} */ ...all) => {
      given.push(all);
      return { ...layer(0.5), prediction: { digit: 7 }, own: { digit: 4 }, rows: 2, cols: 2 };
    };
    const pixels = new Float32Array(784);
    const tools = /** @type {any} */ ({
      picture: async () => ({ pixels, empty: false }),
      network: async () => ({ cpu: { model: { byAttention } } }),
    });
    const reply = await convolution.run(tools, {
      ...{ kind: 'convolution', models: [{ url: 'x' }], about: '', strokes: STROKES, angle: 0 },
      ...{ form: 'network', filter: [], shown: { alpha: 4, solved: false } },
      setups: [{ alpha: 2, solved: true, without: 3 }],
    });
    assert.equal(reply.shown?.error, 0.5);
    assert.deepEqual(reply.found, [{ error: 0.5, digit: 7 }]);
    assert.deepEqual(given, [
      [pixels, 1, 4, false, true, undefined],
      [pixels, 1, 2, true, true, 3],
    ]);
  });

  test('has knobs that stay within bounds, whatever they are given', () => {
    const state = convolvingOf(drawn().demo);
    for (const [given, kept] of [
      [NaN, 0],
      [-3, 0],
      [1e9, MOST_ALPHA],
      [2.3, 2.5],
    ]) {
      state.sharpen(given);
      assert.equal(state.alpha.peek(), kept);
    }
    state.solve(true);
    state.sharpen(0);
    assert.deepEqual(state.setup.peek(), { alpha: 0, solved: false }, 'all heads look alike');
    const taps = Array.from({ length: 7 }, () => {
      state.tap(0);
      return state.numbers.peek()[0];
    });
    assert.deepEqual(taps, [-0.5, 0, 0.5, 1, 1.5, -1.5, -1]);
    state.tap(1);
    assert.equal(state.numbers.peek()[1], 0);
    for (const value of [NaN, Infinity, -Infinity]) {
      state.set(2, value);
      assert(Number.isFinite(state.numbers.peek()[2]));
    }
  });

  test('asks nothing of a blank pad', () => {
    const { demo } = fakeDemo('a');
    assert.equal(first.wants(demo, false), null);
    assert.equal(third.wants(demo, false), null);
    assert.equal(fourth.wants(demo, false), null);
  });

  test('is run for as many setups as there is time for, and for one at least', async () => {
    /** @type {unknown[][]} */
    const runs = [];
    const tools = /** @type {any} */ ({
      picture: async () => ({ pixels: new Float32Array(784), empty: false }),
      convolve:
        async () =>
        (/** @type {unknown[]} */ ...given) => {
          runs.push(given);
          const end = performance.now() + 30;
          while (performance.now() < end);
          return layer(0.125);
        },
    });
    const setups = Array.from({ length: 9 }, (_, alpha) => ({ alpha, solved: true, without: 3 }));
    const request = /** @type {ConvolutionRequest} */ ({
      ...{ kind: 'convolution', models: [], about: '', strokes: STROKES, angle: 0 },
      ...{ form: 'frames', filter: randomFilter(36, 1), shown: null, setups },
    });
    const { shown, found } = await convolution.run(tools, request);
    assert.equal(shown, null);
    assert(found.length >= 1 && found.length < setups.length, String(found.length));
    assert.deepEqual(found[0], { error: 0.125, digit: null });
    assert.equal(runs[0].length, 5, 'first the picture is lifted');
    assert.deepEqual(runs[1].slice(2), [0, true, true, 3]);
    const empty = {
      ...tools,
      picture: async () => ({ pixels: new Float32Array(784), empty: true }),
    };
    assert.deepEqual(await convolution.run(empty, request), { shown: null, found: [] });
  });

  test('tries filters that are the same each time and no two alike', () => {
    const filters = Array.from({ length: 20 }, (_, i) => randomFilter(9, i));
    assert.deepEqual(filters[3], randomFilter(9, 3));
    assert.equal(new Set(filters.map(String)).size, 20);
    const all = filters.flat();
    const mean = all.reduce((a, b) => a + b, 0) / all.length;
    const deviation = Math.sqrt(all.reduce((sum, x) => sum + x * x, 0) / all.length);
    assert(Math.abs(mean) < 0.25 && deviation > 0.7 && deviation < 1.3, `${mean} ${deviation}`);
  });
});

describe('tables that are moved at both ends', () => {
  test('symmetries of a square are a group in which order matters', () => {
    const all = Array.from({ length: 8 }, (_, i) => i);
    for (const a of all) {
      assert.equal(compose(a, inverse(a)), 0);
      assert.equal(compose(0, a), a);
      for (const b of all) {
        for (const c of all) assert.equal(compose(compose(a, b), c), compose(a, compose(b, c)));
      }
    }
    assert.notEqual(compose(1, 4), compose(4, 1));
  });

  test('keep the layer and break its counter-case, at every shift, symmetry and many shuffles', () => {
    const state = commutingOf(drawn().demo);
    for (let i = 1; i < 12; i++) {
      state.shiftBy(i);
      state.moveBy(1 + (i % 7));
      state.shuffleAgain();
      for (const [at, [kept, broken]] of state.errors.value.entries()) {
        assert(kept < 1e-12, `${CASES[at].name}, ${i}: ${kept}`);
        // Half a turn commutes with everything, so hĥ⁻¹ passes there too.
        const isCentral = CASES[at].name === 'group' && state.symmetry.peek() === 2;
        assert.equal(broken > 0.02, !isCentral, `${CASES[at].name}, ${i}: ${broken}`);
      }
    }
    state.shiftBy(0);
    state.moveBy(0);
    assert.deepEqual(state.errors.value.slice(1), Array(3).fill([0, 0]), 'nothing is moved');
  });

  test('commute just when every entry stays: the number by another way', () => {
    const state = commutingOf(drawn().demo);
    for (const { name, tables } of CASES) {
      const move = state.moves.value[name];
      for (const [k, kappa] of tables.entries()) {
        const off = kappa.flatMap((row, g) =>
          row.map((value, other) => Math.abs(kappa[move[g]][move[other]] - value)),
        );
        assert.equal(Math.max(...off) < 1e-12, k === 0, `${name} ${k}`);
      }
    }
    const changed = CASES[1].tables[0].map((row) => [...row]);
    changed[2][3] += 1e-6;
    assert(distance(changed, state.moves.value.relative) > 1e-8, 'one entry is seen');
  });

  test('first show an entry that differs in each counter-case', () => {
    const state = commutingOf(drawn().demo);
    for (const { name, tables } of CASES) {
      const [g, other] = state.entry.value;
      const move = state.moves.value[name];
      const [kept, broken] = tables.map((kappa) =>
        Math.abs(kappa[g][other] - kappa[move[g]][move[other]]),
      );
      assert(kept < 1e-12 && broken > 0.01, `${name}: ${kept} ${broken}`);
    }
  });

  test('end with the real layer, which is asked once for a drawing', async () => {
    const { demo } = drawn();
    const state = commutingOf(demo);
    const question = state.question;
    assert(question);
    assert.equal(question.models.length, 2);
    assert.match(question.models[1].url, /r4_sa\.safetensors#index=published$/);
    assert(state.keep(question, { errors: [6e-7, 0.06] }));
    assert.equal(state.question, null);
    const { rows } = fourth.figure.table(demo);
    assert.equal(rows.length, 10);
    assert.deepEqual(
      rows.slice(8).map((row) => row[2]),
      [6e-7, 0.06],
    );
    demo.drawing.open([...STROKES, ...STROKES]);
    assert.equal(state.real, null);
    assert.equal(state.keep(question, { errors: [] }), false);
    /** @type {unknown[][]} */
    const measured = [];
    const tools = /** @type {any} */ ({
      picture: async () => ({ pixels: new Float32Array(784), empty: false }),
      network: async (/** @type {string} */ url) => ({
        url,
        info: { layers: [{ name: 'lifting' }, { name: 'layer 1' }] },
      }),
      on: async (
        /** @type {any} */ _network,
        /** @type {any} */ _engine,
        /** @type {any} */ work,
      ) => ({
        result: await work({
          model: { equivarianceError: (/** @type {unknown[]} */ ...given) => measured.push(given) },
        }),
      }),
    });
    assert.deepEqual(await exactness.run(tools, question), { errors: [1, 2] });
    assert.deepEqual(measured[0].slice(1), [1, 1, false], 'layer 1, by a quarter');
  });

  test('follow entries within bounds', () => {
    const state = new Commuting(drawn().demo);
    state.follow(-4, 99);
    assert.deepEqual(state.entry.peek(), [0, 11]);
    state.shiftBy(NaN);
    assert.equal(state.shift.peek(), 0);
  });
});

describe('filters that are turned', () => {
  const ramp = Array.from({ length: 25 }, (_, i) => Math.floor(i / 5) + 2 * (i % 5));

  test('by blending stay what they are at quarter turns, and blur between', () => {
    for (const beyond of /** @type {const} */ (['border', 'zeros'])) {
      let turned = ramp;
      for (let i = 0; i < 4; i++) turned = blended(turned, 90, beyond);
      assert.deepEqual(turned, ramp);
      // +row goes to +column: what stood below stands to the right.
      const bottom = ramp.map((_, i) => (i === 22 ? 1 : 0));
      assert.equal(blended(bottom, 90, beyond).indexOf(1), 14);
      assert(off(blended(blended(ramp, 45, beyond), -45, beyond), ramp) > 0.02);
    }
  });

  test('are asked for at the points of eight matrices multiplied, and of each angle at once', () => {
    const { demo } = drawn();
    const state = steeringOf(demo);
    const { points } = /** @type {LandscapeRequest} */ (state.question);
    assert.equal(points.length, 2 * (STEPS + 1));
    assert.deepEqual(points[0][0], [-2, -2]);
    for (const [step, window] of points.slice(0, STEPS + 1).entries()) {
      const angle = (step * Math.PI) / 4;
      for (const [i, [row, col]] of window.entries()) {
        // The literal inverse.
        const [y, x] = [Math.floor(i / 5) - 2, (i % 5) - 2];
        assert(Math.abs(row - (Math.cos(angle) * y + Math.sin(angle) * x)) < 1e-12);
        assert(Math.abs(col - (Math.cos(angle) * x - Math.sin(angle) * y)) < 1e-12);
      }
    }
  });

  test('come home where they are sampled, and do not where they are blended', () => {
    const { demo } = drawn();
    const state = steeringOf(demo);
    const scores = (/** @type {LandscapeRequest} */ { points }) =>
      points.map((window) =>
        window.map(([row, col]) => Math.sin(row + 0.3) + 0.4 * col * col - 0.7 * col),
      );
    const question = /** @type {LandscapeRequest} */ (state.question);
    assert(state.keep(question, { scores: scores(question) }));
    const { rows } = third.figure.table(demo);
    assert.equal(rows.length, STEPS + 1);
    const [angle, sampled, blended] = rows[STEPS].map(Number);
    assert.equal(angle, 360);
    assert(sampled < 1e-12 && blended > 0.2, `${sampled} ${blended}`);
    const wrong = scores(question);
    wrong[STEPS][7] += 0.01;
    state.choose(3);
    const another = /** @type {LandscapeRequest} */ (state.question);
    assert.equal(state.keep(question, { scores: wrong }), false, 'of another head');
    assert(state.keep(another, { scores: wrong }));
    assert(Number(third.figure.table(demo).rows[STEPS][1]) > 1e-4, 'a wrong number is seen');
    state.turnTo(NaN);
    assert.equal(state.steps.peek(), 0);
    for (let i = 0; i < STEPS + 1; i++) state.turnOn();
    assert.equal(state.steps.peek(), 1, 'and begin anew');
    state.choose(99);
    assert.equal(state.head.peek(), 8);
  });

  test('are of the pixel with most ink that is nearest to the middle', () => {
    const pixels = new Float32Array(784);
    pixels[3] = pixels[15 * 28 + 14] = 1;
    const { row, col } = darkest(pixels);
    assert.deepEqual([row, col], [15, 14]);
  });
});

describe('a network that is averaged over the group', () => {
  /** Looks alike from no two sides. */
  const x = Array.from({ length: 49 }, (_, i) => Math.abs(Math.sin(i * i + 0.3 * i)));
  const answer = Array.from({ length: 49 }, (_, i) => Number((i * 7919) % 5 < 2));

  test('gives any answer for the one picture that it was fitted to, and gives it turned; the other does not', () => {
    const { ordinary, averaged } = fitted(x, answer);
    assert(off(averaged(x), answer) < 1e-9 && off(ordinary(x), answer) < 1e-9);
    for (const turn of [1, 2, 3]) {
      const goal = turned(answer, turn);
      assert(off(averaged(turned(x, turn)), goal) < 1e-9, String(turn));
      assert(off(ordinary(turned(x, turn)), goal) > 0.2, String(turn));
    }
    const other = x.map((value, i) => value * Math.cos(i));
    assert(off(averaged(turned(other, 1)), turned(averaged(other), 1)) < 1e-12, 'and any other');
    assert(off(averaged(other), answer) > 0.01, 'for which it has another answer');
  });

  test('has no answer that tells apart what a drawing does not', () => {
    const even = x.map((value, i) => value + x[48 - i]);
    const { averaged } = fitted(even, answer);
    const said = averaged(even);
    assert(said.every(Number.isFinite));
    assert(off(said, turned(said, 2)) < 1e-9);
    assert(off(said, answer) > 0.1);
  });

  test('turns by quarters counter-clockwise, and reads the picture four pixels at a time', () => {
    const bottom = x.map((_, i) => Number(i === 45));
    assert.equal(turned(bottom, 1).indexOf(1), 27, '+row towards +column');
    assert.deepEqual(turned(turned(x, 3), 1), x);
    const seen = new Float32Array(784);
    seen[4 * 28 + 9] = 1;
    assert.equal(pooled(seen)[7 + 2], 1 / 16);
  });

  test('stands in the table once something was seen, for whatever is painted but nothing', () => {
    const { demo } = drawn();
    assert.deepEqual(second.figure.table(demo).rows, []);
    assert.equal(second.isWhole(demo), false);
    demo.asking.seen.value = Float32Array.from({ length: 784 }, (_, i) => Math.abs(Math.sin(i)));
    const { rows } = second.figure.table(demo);
    assert.deepEqual(
      rows.map((row) => row[0]),
      [0, 90, 180, 270],
    );
    for (const [turn, averaged, ordinary] of rows.map((row) => row.map(Number))) {
      assert(averaged < 1e-9 && (turn === 0 || ordinary > 0.2), `${turn}: ${averaged} ${ordinary}`);
    }
    const state = averagingOf(demo);
    for (let i = 0; i < 49; i++) if (state.painted.peek()[i]) state.tap(i);
    assert(state.painted.peek().some(Boolean));
    state.tap(NaN);
    state.tap(99);
    assert.equal(state.painted.peek().length, 49);
  });
});
