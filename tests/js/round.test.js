// Answers round one turn.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  NOTHING_ASKED,
  cellsOf,
  missingOf,
  record,
  shiftBetween,
  uprightOf,
} from '../../www/state/round.js';
import { probabilities } from './fake_demo.js';

/** @import { Round } from '../../www/state/round.js' */

/** @param {[angle: number, digit: number][]} answers */
function roundOf(...answers) {
  /** @type {Round} */
  let round = NOTHING_ASKED;
  for (const [angle, digit] of answers) {
    round = record(round, angle, { digit, probabilities: probabilities(digit) });
  }
  return round;
}

/** @param {Round} round @param {number} count */
function digits(round, count) {
  /** @type {Record<number, number>} */
  const found = {};
  for (const [cell, answer] of cellsOf(round, count).entries())
    if (answer) found[cell] = answer.digit;
  return found;
}

describe('an answer', () => {
  test('keeps its probabilities', () => {
    const round = roundOf([90, 3], [0, 7]);
    assert.deepEqual(cellsOf(round, 24)[6]?.probabilities, probabilities(3));
    assert.deepEqual(uprightOf(round), { digit: 7, probabilities: probabilities(7), degrees: 0 });
  });

  test('given at just this angle stays, one from near by makes way', () => {
    assert.deepEqual(digits(roundOf([43, 1], [46, 2], [44, 3]), 24), { 3: 3 });
    assert.deepEqual(digits(roundOf([45, 4], [46, 2], [44, 3]), 24), { 3: 4 });
    assert.deepEqual(digits(roundOf([46, 2], [45, 4], [50, 3]), 24), { 3: 4 });
  });

  test('from near 0° is not upright', () => {
    assert.equal(uprightOf(roundOf([1, 7], [359, 7])), null);
    assert.deepEqual(digits(roundOf([1, 7], [359, 7]), 24), {});
    assert.equal(uprightOf(roundOf([360, 7]))?.digit, 7);
    assert.equal(uprightOf(roundOf([-360, 7]))?.digit, 7);
  });

  test('is on the finer circle too', () => {
    const round = roundOf([90, 3], [5, 1], [95, 2]);
    assert.deepEqual(digits(round, 72), { 1: 1, 18: 3, 19: 2 });
    assert.deepEqual(digits(round, 24), { 6: 3 });
  });

  test('changes nothing that was recorded before', () => {
    const before = roundOf([0, 7]);
    record(before, 90, { digit: 1, probabilities: probabilities(1) });
    assert.equal(before.size, 1);
    assert.equal(NOTHING_ASKED.size, 0);
  });
});

test('a drawing that spins fills no memory', () => {
  const many = Array.from(
    { length: 5000 },
    (_, i) => /** @type {[number, number]} */ ([i * 0.401, i % 10]),
  );
  assert(roundOf(...many).size <= 72);
});

test('what is missing is asked from coarse to fine', () => {
  assert.deepEqual(missingOf(NOTHING_ASKED, 24).slice(0, 13), [
    ...[0, 6, 12, 18],
    ...[3, 9, 15, 21],
    ...[1, 2, 4, 5, 7],
  ]);
  assert.deepEqual(missingOf(NOTHING_ASKED, 72).slice(4, 12), [
    ...[9, 27, 45, 63],
    ...[3, 6, 12, 15],
  ]);
  assert.deepEqual(missingOf(NOTHING_ASKED, 8), [0, 2, 4, 6, 1, 3, 5, 7]);
  assert.equal(missingOf(NOTHING_ASKED, 72).length, 72);
  const round = roundOf([0, 7], [90, 7], [44, 7]);
  assert.deepEqual(missingOf(round, 24).slice(0, 3), [12, 18, 3], 'near is not there');
  assert.equal(missingOf(round, 24).length, 22);
});

test('the largest change of a probability is told', () => {
  assert.equal(shiftBetween([0.5, 0.5], [0.5, 0.5]), 0);
  assert.equal(shiftBetween([0.75, 0.25], [0.5, 0.5]), 0.25);
});
