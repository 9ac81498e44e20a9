// Who is answered, and by what.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Questions } from '../../www/state/questions.js';

/** @import { NetworkPrediction } from '../../www/types.d.ts' */

/** @param {number} digit @returns {NetworkPrediction} */
function prediction(digit) {
  return { digit, probabilities: [], model: 'r4_sa', engine: 'cpu', milliseconds: 1 };
}

/** What a promise has come to by now. @param {Promise<NetworkPrediction | null>} promise */
function outcome(promise) {
  const waits = new Promise((resolve) => setImmediate(() => resolve('waits')));
  return Promise.race([
    promise.then(
      (answer) => answer && answer.digit,
      (error) => error.message,
    ),
    waits,
  ]);
}

/** @type {Questions} */
let questions;
beforeEach(() => {
  questions = new Questions();
  questions.change();
});

test('an answer is for those who asked before it, not for those who asked of something newer', async () => {
  const { version } = questions;
  const early = questions.answerTo(version);
  questions.change();
  const late = questions.answerTo(questions.version);
  assert.equal(await outcome(early), 'waits');

  questions.answer(version, prediction(7));
  assert.equal(await outcome(early), 7);
  assert.equal(await outcome(late), 'waits');
  assert(questions.isAnswered(version));
  assert(!questions.isAnswered(questions.version));

  questions.answer(questions.version, null);
  assert.equal(await outcome(late), null);
});

test('a newer answer is also one to what was asked before', async () => {
  const { version } = questions;
  const early = questions.answerTo(version);
  questions.change();
  questions.answer(questions.version, prediction(3));
  assert.equal(await outcome(early), 3);
  // One that was overtaken takes nothing back.
  questions.answer(version, prediction(4));
  assert(questions.isAnswered(questions.version));
});

test('an answer that is under way is for what was asked, until something changes or it fails', () => {
  assert(!questions.underWay);
  questions.ask();
  assert(questions.underWay);
  questions.change();
  assert(!questions.underWay);
  questions.ask();
  questions.giveUp();
  assert(!questions.underWay);
});

test('after a change an answer still serves, after a new beginning it does not', () => {
  const { version } = questions;
  questions.change();
  assert(version >= questions.oldest);
  questions.startAnew();
  assert(version < questions.oldest);
  assert(questions.version >= questions.oldest);
});

test('all who wait are refused, once', async () => {
  const refused = [questions.answerTo(questions.version), questions.answerTo(questions.version)];
  questions.refuse(new Error('gone'));
  for (const promise of refused) assert.equal(await outcome(promise), 'gone');
  const next = questions.answerTo(questions.version);
  questions.answer(questions.version, prediction(1));
  assert.equal(await outcome(next), 1);
});
