// What was recorded with the package: how it is written, and of what it is shown.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { samples } from '../../www/samples.js';
import { CodedError } from '../../www/engine/errors.js';
import { configure, modelUrl } from '../../www/engine/settings.js';
import { pack, remembered, unpack } from '../../www/state/recording.js';
import { errorsNow, missingOf as missingErrors } from '../../www/state/errors.js';
import { cellsOf, fillIn, missingOf, record, uprightOf } from '../../www/state/round.js';
import { STROKES, fakeDemo, infoOf, probabilities, settled } from './fake_demo.js';

/** @import { Recording } from '../../www/state/recording.js' */
/** @import { Demo } from '../../www/state/demo.js' */
/** @import { FakeEngine } from './fake_demo.js' */

/** Says 7 upright, 8 from 90° on, and so forth, as the fake engine does. @param {number} cell */
function answerAt(cell) {
  const digit = (7 + Math.floor((5 * cell) / 90)) % 10;
  return { digit, probabilities: probabilities(digit) };
}

/** @param {number} value */
function mapsOf(value) {
  return { elements: 1, rows: 1, cols: 2, maps: Float32Array.of(value, -value / 2) };
}

/** @param {string} name @returns {Recording['networks'][0]} */
function networkOf(name) {
  const view = { layer: 0, channel: 2 };
  return {
    ...{ name, info: infoOf(name), telling: [2, 3] },
    indexed: false,
    error: {
      angle: 90,
      turn: {
        ...{ error: 9e-8, resampling: 0, rows: 1, cols: 2 },
        difference: Float32Array.of(NaN, 9e-8),
      },
    },
    answers: Array.from({ length: 72 }, (_, cell) => answerAt(cell)),
    maps: [0, 90].map((angle) => ({ angle, view, live: mapsOf(angle + 1), still: mapsOf(1) })),
  };
}

/** The top right corner, as it stands after so many quarter turns counterclockwise. */
const CORNERS = [27, 0, 27 * 28, 783];

/** @type {Recording} */
const RECORDING = {
  sample: 7,
  seen: CORNERS.map((corner, quarter) => ({
    angle: 90 * quarter,
    pixels: new Float32Array(784).fill(0.2).fill(1, corner, corner + 1),
  })),
  networks: ['r8f_sa_upright', 'z2_sa_upright'].map(networkOf),
};
const SEVEN = samples[7].strokes;

describe('a recording', () => {
  test('has what is seen in the first quarter, and is refused where the rest is not that, turned', () => {
    assert.equal(pack(RECORDING).seen.length, 1);
    const [first, ...rest] = RECORDING.seen;
    for (const wrong of [rest[1].pixels, new Float32Array(784).fill(NaN)]) {
      const seen = [first, { angle: 90, pixels: wrong }, ...rest.slice(1)];
      assert.throws(() => pack({ ...RECORDING, seen }), /seen at 90°/);
    }
    assert.throws(() => pack({ ...RECORDING, seen: [first, ...rest.slice(1)] }), /seen at 90°/);
  });

  test('reads as it was written, but for the last digits', () => {
    const { sample, seen, networks } = unpack(JSON.parse(JSON.stringify(pack(RECORDING))));
    assert.equal(sample, 7);
    assert.deepEqual(
      seen.map(({ angle }) => angle),
      [0, 90, 180, 270],
    );
    for (const [quarter, { pixels }] of seen.entries()) {
      const right = RECORDING.seen[quarter].pixels;
      assert.ok(pixels.every((p, i) => Math.abs(p - right[i]) < 1 / 124 + 1e-6));
    }
    for (const [i, network] of networks.entries()) {
      assert.equal(network.name, RECORDING.networks[i].name);
      assert.deepEqual(network.info, RECORDING.networks[i].info);
      for (const [cell, { digit, probabilities }] of network.answers.entries()) {
        assert.equal(digit, answerAt(cell).digit);
        for (const [k, p] of probabilities.entries()) {
          assert.ok(Math.abs(p - answerAt(cell).probabilities[k]) < 1e-5);
        }
      }
      const { angle, turn } = network.error;
      assert.deepEqual([angle, turn.error, turn.cols], [90, 9e-8, 2]);
      const [outside, inside] = turn.difference;
      assert.ok(Number.isNaN(outside) && Math.abs(inside - 9e-8) < 1e-9);
      const { live } = network.maps[1];
      assert.ok(Math.abs(live.maps[0] - 91) < 0.01 && Math.abs(live.maps[1] + 45.5) < 91 / 250);
    }
  });

  test('does not round to certainty what is not certain', () => {
    const nearly = [1 - 1e-7, 1e-7, 0, 0, 0, 0, 0, 0, 0, 0];
    const [network] = RECORDING.networks;
    const answers = [{ digit: 0, probabilities: nearly }];
    const packed = pack({ ...RECORDING, networks: [{ ...network, answers }] });
    const [first, second, third] = unpack(packed).networks[0].answers[0].probabilities;
    assert.ok(first > 0.9999 && first < 1 && second > 0 && second < 1e-4);
    assert.equal(third, 0);
  });

  test('gives the same text for maps that differ by rounding alone', () => {
    const [network] = RECORDING.networks;
    /** @param {number} value */
    const text = (value) =>
      JSON.stringify(
        pack({
          ...RECORDING,
          networks: [
            {
              ...network,
              maps: [{ ...network.maps[0], live: mapsOf(value), still: mapsOf(value) }],
            },
          ],
        }),
      );
    assert.equal(text(1.2341), text(1.2341001));
    assert.notEqual(text(1.2341), text(1.3));
  });
});

test('what is no recording is not remembered', () => {
  for (const opening of [{}, { sample: 7 }, { ...pack(RECORDING), networks: [{}] }]) {
    configure({ opening });
    assert.equal(remembered(), null);
  }
});

describe('answers all round', () => {
  const answers = RECORDING.networks[0].answers;

  test('that were recorded are there as far as they are unfolded, and are asked all the same', () => {
    const round = fillIn(new Map(), answers, 90);
    assert.equal(cellsOf(round, 72).filter(Boolean).length, 19);
    assert.equal(missingOf(round, 72).length, 72);
    assert.equal(fillIn(round, answers, 90), round);
  });

  test('that were recorded make way for answers, but not for those from near by', () => {
    const own = { digit: 1, probabilities: probabilities(1) };
    const round = fillIn(new Map(), answers, 360);
    assert.equal(cellsOf(record(round, 46, own), 72)[9]?.digit, 7);
    const after = record(round, 45, own);
    assert.equal(cellsOf(after, 72)[9]?.digit, 1);
    assert.equal(missingOf(after, 72).length, 71);
    assert.equal(cellsOf(fillIn(after, answers, 360), 72)[9]?.digit, 1);
  });
});

describe('what was recorded', () => {
  /** @type {Demo} */
  let demo;
  /** @type {FakeEngine} */
  let engine;
  beforeEach(() => {
    /** @type {any} */ (globalThis).document = { hidden: false, baseURI: 'http://host/page/' };
    configure({ opening: pack(RECORDING) });
    ({ demo, engine } = fakeDemo());
  });
  // Or what it waits for would keep the test from ending.
  afterEach(() => demo.lateness.end());

  /** As the element does when it is put on a page. @param {string[]} values */
  function connect(...values) {
    engine.slow = true;
    demo.values = values.length > 0 ? values : ['r8f_sa_upright', 'z2_sa_upright'];
    demo.loading.open();
  }
  const shown = () => demo.networks.shown.peek().map(({ shown }) => shown.peek());
  const digits = () => shown().map((answer) => answer?.prediction.digit);

  test('stands there before the networks do, and is nobody’s prediction', () => {
    demo.drawing.open(SEVEN);
    connect();
    assert.deepEqual(digits(), [7, 7]);
    assert.equal(demo.recorded.stands, true);
    assert.equal(demo.networks.loaded.peek().length, 0);
    assert.equal(demo.prediction, null);
    assert.deepEqual(demo.networks.predictions, []);
    assert.equal(demo.asking.blank.peek(), null);
    assert.ok(demo.networks.shown.peek()[0].maps.peek());
    assert.equal(demo.looking.at.peek().channel, 2);
    const [network] = demo.networks.shown.peek();
    const known = errorsNow(demo, network);
    assert.equal(known?.points.get(90)?.error, 9e-8);
    // And is asked all the same.
    assert.equal(missingErrors(demo, network).length, 72);
  });

  test('follows the dial: the answer there, and the maps where there are any', () => {
    demo.drawing.open(SEVEN);
    connect();
    demo.turning.turn(200);
    assert.deepEqual(digits(), [9, 9]);
    assert.equal(demo.networks.shown.peek()[0].maps.peek()?.angle, 0);
    demo.turning.turn(90);
    assert.deepEqual(digits(), [8, 8]);
    assert.equal(demo.networks.shown.peek()[0].maps.peek()?.angle, 90);
  });

  test('shows no maps but those of the layer that is looked at', () => {
    demo.drawing.open(SEVEN);
    connect();
    const [network] = demo.networks.shown.peek();
    demo.looking.chooseLayer(1);
    assert.equal(network.maps.peek(), null);
    demo.turning.turn(45);
    assert.equal(network.maps.peek(), null);
    demo.looking.chooseLayer(0);
    assert.equal(network.maps.peek()?.angle, 0);
  });

  test('makes way for what the networks say', async () => {
    demo.drawing.open(SEVEN);
    connect();
    demo.turning.turn(90);
    for (let i = 0; i < 4; i++) {
      engine.release();
      await settled();
    }
    assert.equal(demo.recorded.stands, false);
    assert.equal(demo.prediction?.milliseconds, 1);
    const [network] = demo.networks.shown.peek();
    assert.equal(network.isRecorded.peek(), false);
    assert.equal(network.isHere, true);
    // Until they are asked at rest, the others stay.
    assert.ok(uprightOf(network.round.peek())?.recorded);
    assert.equal(missingOf(network.round.peek(), 72).length, 71);
    demo.turning.turn(100);
    assert.equal(network.isRecorded.peek(), false);
  });

  test('is not shown of a network that cannot be had', () => {
    connect();
    demo.drawing.open(samples[7].strokes);
    assert.deepEqual(digits(), [7, 7]);
    const [gone] = demo.networks.shown.peek();
    gone.error.value = new CodedError('engine-unavailable', 'none');
    gone.forgetAnswers();
    demo.turning.set(15);
    assert.equal(digits()[0], undefined);
    assert.equal(gone.round.value.size, 0);
  });

  test('is of that sample alone: another drawing empties what it showed', () => {
    demo.drawing.open(SEVEN);
    connect();
    demo.drawing.begin({ x: 0.5, y: 0.5 });
    assert.deepEqual(shown(), [null, null]);
    assert.equal(demo.asking.seen.peek(), null);
    assert.equal(cellsOf(demo.networks.shown.peek()[0].round.peek(), 72).some(Boolean), false);
    demo.turning.turn(90);
    assert.deepEqual(shown(), [null, null]);
    // Not even if it looks the same.
    demo.drawing.put(SEVEN.map((stroke) => [...stroke]));
    assert.deepEqual(shown(), [null, null]);
  });

  test('is not shown once a network has answered, though the sample comes back', async () => {
    demo.drawing.open(SEVEN);
    connect();
    for (let i = 0; i < 4; i++) {
      engine.release();
      await settled();
    }
    demo.drawing.replace(STROKES);
    demo.drawing.replace(SEVEN);
    const [network] = demo.networks.shown.peek();
    assert.equal(network.isRecorded.peek(), false);
    assert.equal(cellsOf(network.round.peek(), 72).some(Boolean), false);
  });

  test('is of those networks alone, unchanged', () => {
    demo.drawing.open(SEVEN);
    connect('r4_sa', 'z2_sa_upright', 'r8f_sa_upright');
    assert.deepEqual(digits(), [undefined, 7, 7]);
    connect('r8f_sa_upright', `${modelUrl('z2_sa_upright')}#seed=3`);
    assert.deepEqual(digits(), [7, undefined]);
  });

  test('unfolds behind the hand while it turns by itself, and whole once it does not', () => {
    demo.drawing.open(SEVEN);
    connect();
    const asked = () =>
      demo.networks.shown
        .peek()
        .map(({ round }) => cellsOf(round.peek(), 72).filter(Boolean).length);
    assert.deepEqual(asked(), [72, 72]);
    demo.recorded.fold();
    assert.deepEqual(asked(), [1, 1]);
    for (const angle of [100, 200, 300]) demo.turning.set(angle);
    assert.deepEqual(asked(), [61, 61]);
    demo.recorded.unfold();
    assert.deepEqual(asked(), [72, 72]);
  });
});
