// What the page says of the networks shown.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFor } from '../../www/page/words.js';

test('of the pair that learnt upright digits, that neither has seen a turned one', () => {
  const words = wordsFor(['r8f_sa_upright', 'z2_sa_upright']);
  assert.equal(words.title, 'Neither has ever seen a turned digit.');
  assert(words.isPair && words.isUpright);
});

test('of networks that were shown every turn it does not say so', () => {
  const words = wordsFor(['r8f_sa_drawn', 'z2_sa_drawn']);
  assert.doesNotMatch(words.title, /never|neither/i);
  assert.match(words.taught, /every angle/);
  assert(words.isPair && !words.isUpright);
});

test('where they learnt different things, or nobody knows what, nothing is said of it', () => {
  for (const networks of [
    ['r8f_sa_upright', 'z2_sa_drawn'],
    ['r4_sa', 'z2_sa'],
    ['https://elsewhere.example/x_sa_upright', 'z2_sa_upright'],
    ['my_upright'],
  ]) {
    const words = wordsFor(networks);
    assert.equal(words.taught, '', networks.join());
    assert(!words.isPair && !words.isUpright);
  }
});

test('one, three or none', () => {
  assert.match(wordsFor(['z2_sa_upright']).title, /^It has never/);
  const three = wordsFor(['r8f_sa_upright', 'z2_sa_upright', 'z2_sa_upright']);
  assert.match(three.title, /^None of them/);
  assert(!three.isPair);
  assert.doesNotThrow(() => wordsFor([]));
});

test('two that are both ordinary, or the other way round, are no such pair', () => {
  assert(!wordsFor(['z2_sa_upright', 'r8f_sa_upright']).isPair);
  assert(!wordsFor(['z2_sa_upright', 'z2_sa_upright']).isPair);
});
