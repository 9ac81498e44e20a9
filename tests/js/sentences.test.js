// What is said of the answers.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isShared, twinOf } from '../../www/state/twins.js';
import { nameAt } from '../../www/state/names.js';
import { explainTwins, sayAnswers } from '../../www/views/sentences.js';
import { fakeDemo } from './fake_demo.js';

/** @import { Spoken } from '../../www/views/sentences.js' */

/** @param {Record<number, number>} shares  of digits */
const probabilities = (shares) => Array.from({ length: 10 }, (_, i) => shares[i] ?? 0);

/**
 * @param {string} name
 * @param {number} angle
 * @param {Record<number, number>} now
 * @param {Record<number, number>} [before]  upright
 * @returns {Spoken}
 */
function answer(name, angle, now, before) {
  const best = (/** @type {Record<number, number>} */ shares) =>
    Number(Object.entries(shares).sort(([, a], [, b]) => b - a)[0][0]);
  const upright = before && {
    ...{ digit: best(before), probabilities: probabilities(before), degrees: 0 },
  };
  return {
    ...{ name, angle, upright: upright ?? null },
    prediction: { digit: best(now), probabilities: probabilities(now) },
  };
}

describe('after a turn', () => {
  test('what stayed and what changed is said', () => {
    const spoken = [
      answer('Built to turn', 90, { 3: 0.98, 8: 0.02 }, { 3: 0.98, 8: 0.02 }),
      answer('Ordinary', 90, { 5: 0.71, 3: 0.29 }, { 3: 0.997, 5: 0.003 }),
    ];
    assert.equal(
      sayAnswers(spoken, 'turned'),
      'Turned by 90°: built to turn still 3, same probabilities; ordinary now 5, 71 percent.',
    );
  });

  test('an answer that stays less sure is not called the same', () => {
    const spoken = [answer('R8F_SA', 45, { 7: 0.6, 1: 0.4 }, { 7: 0.998 })];
    assert.equal(sayAnswers(spoken, 'turned'), 'Turned by 45°: R8F_SA still 7, 60 percent.');
  });

  test('upright again it says so', () => {
    const spoken = [answer('Ordinary', 0, { 7: 0.998 }, { 7: 0.998 })];
    assert.equal(sayAnswers(spoken, 'turned'), 'Upright: ordinary reads 7, over 99 percent.');
  });
});

describe('after a stroke', () => {
  test('the answers are said, and at an angle what they would be upright', () => {
    const shares = { 3: 0.98, 8: 0.02 };
    assert.equal(
      sayAnswers([answer('Ordinary', 0, shares), answer('Built to turn', 0, shares)], 'drawn'),
      'Ordinary reads 3, 98 percent; built to turn reads 3, 98 percent.',
    );
    const spoken = [
      answer('Built to turn', 90, shares, shares),
      answer('Ordinary', 90, { 5: 0.71 }, shares),
    ];
    assert.equal(
      sayAnswers(spoken, 'drawn'),
      'At 90°: built to turn reads 3, 98 percent, as upright; ordinary reads 5, 71 percent, upright 3.',
    );
    assert.equal(sayAnswers([], 'drawn'), '');
  });
});

describe('6 and 9', () => {
  test('are shared by an answer that gives something to each, and to nothing else as much', () => {
    assert(isShared(probabilities({ 6: 0.85, 9: 0.15 })));
    assert(isShared(probabilities({ 9: 0.98, 6: 0.011, 8: 0.009 })));
    assert(!isShared(probabilities({ 9: 0.995, 6: 0.005 })), 'certain');
    assert(!isShared(probabilities({ 6: 0.6, 8: 0.3, 9: 0.1 })), 'another one comes between');
    assert(!isShared([]));
    assert.deepEqual([6, 9, 7].map(twinOf), [9, 6, null]);
  });

  test('where one is the other upside down, or both, it is explained', () => {
    const shared = { 6: 0.85, 9: 0.15 };
    const built = (/** @type {number} */ angle) => answer('Built to turn', angle, shared, shared);
    const ordinary = (/** @type {number} */ angle, /** @type {Record<number, number>} */ now) =>
      answer('Ordinary', angle, now, { 6: 1 });
    assert.match(
      explainTwins([built(0), ordinary(0, { 6: 1 })]),
      /^Upside down, a 6 is a 9: .*“Built to turn” shares its answer/,
    );
    assert.match(
      explainTwins([built(180), ordinary(180, { 9: 1 })]),
      /^Upside down, a 6 is a 9: the 9 of “Ordinary” is what stands there now\. “Built to turn” cannot see/,
    );
    assert.match(
      explainTwins([ordinary(180, { 9: 1 })]),
      /^Upside down, a 6 is a 9: the 9 of “Ordinary” is what stands there now\.$/,
    );
    assert.equal(explainTwins([ordinary(90, { 9: 1 })]), '', 'on its side it is a mistake');
    assert.equal(explainTwins([ordinary(180, { 5: 1 })]), '');
    assert.equal(explainTwins([answer('Ordinary', 180, { 7: 1 }, { 7: 1 })]), '');
  });
});

test('a network goes by its kind, and by its own name where another is of that kind', () => {
  const namesOf = (/** @type {string[]} */ ...names) => {
    const { demo } = fakeDemo(...names);
    for (const { info } of demo.networks.shown.value) {
      const known = /** @type {any} */ (info.value);
      const elements = Array.from({ length: known.group.order }, () => ({ mirror: false }));
      info.value = { ...known, group: { ...known.group, elements } };
    }
    return names.map((_, i) => nameAt(demo, i));
  };
  assert.deepEqual(namesOf('r4_sa', 'z2_sa'), ['Built to turn', 'Ordinary']);
  assert.deepEqual(namesOf('r4_sa', 'z2_sa', 'r8_sa'), ['R4_SA', 'Ordinary', 'R8_SA']);
});
