// Which networks stand where.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinNetworks, lessonOf, parseNetworks, placed, taught } from '../../www/state/choice.js';

describe('a list of networks', () => {
  test('is parted by commas', () => {
    assert.deepEqual(parseNetworks('r4_sa,z2_sa'), ['r4_sa', 'z2_sa']);
    assert.deepEqual(parseNetworks(' r4_sa , ,https://host/a%2Cb.safetensors,'), [
      ...['r4_sa', 'https://host/a%2Cb.safetensors'],
    ]);
    assert.deepEqual(parseNetworks(' , '), []);
    assert.deepEqual(parseNetworks(''), []);
  });

  test('may hold a file as data, with its comma', () => {
    const data = 'data:application/octet-stream;base64,AAAA';
    assert.deepEqual(parseNetworks(`z2_sa, ${data},r4_sa`), ['z2_sa', data, 'r4_sa']);
  });

  test('ends where more are named than can be shown, however long it is', () => {
    assert.equal(parseNetworks('z2_sa,'.repeat(1e6)).length, 4);
    assert.deepEqual(parseNetworks(','.repeat(1e6)), []);
  });

  test('is read as it was written', () => {
    const values = ['r4_sa', 'http://host/a,b', 'data:x,AAAA'];
    assert.deepEqual(parseNetworks(joinNetworks(values)), [
      ...['r4_sa', 'http://host/a%2Cb', 'data:x,AAAA'],
    ]);
  });
});

describe('a network that is picked', () => {
  test('takes its place, or one more', () => {
    assert.deepEqual(placed(['a', 'b'], 1, 'c'), ['a', 'c']);
    assert.deepEqual(placed(['a', 'b'], 2, 'c'), ['a', 'b', 'c']);
    assert.deepEqual(placed(['a'], 1, 'c'), ['a', 'c']);
    assert.deepEqual(placed(['a', 'b', 'c'], 9, 'd'), ['a', 'b', 'd']);
  });

  test('changes places where it has one already', () => {
    assert.deepEqual(placed(['a', 'b', 'c'], 0, 'c'), ['c', 'b', 'a']);
    assert.deepEqual(placed(['a', 'b'], 2, 'a'), ['a', 'b']);
    assert.deepEqual(placed(['a', 'b'], 0, 'a'), ['a', 'b']);
  });
});

describe('what networks learnt', () => {
  const there = new Set([
    'r8f_sa_upright',
    'r8f_sa_drawn',
    'z2_sa_upright',
    'z2_sa_drawn',
    'r4_sa_drawn',
  ]);
  const isThere = (/** @type {string} */ name) => there.has(name);

  test('is changed for all that there are otherwise', () => {
    const values = ['r8f_sa_upright', 'z2_sa_upright', 'r8_sa'];
    const drawn = ['r8f_sa_drawn', 'z2_sa_drawn', 'r8_sa'];
    assert.deepEqual(taught(values, 'drawn', isThere), drawn);
    assert.deepEqual(taught(drawn, 'upright', isThere), values);
    assert.deepEqual(taught(['r4_sa_drawn'], 'upright', isThere), ['r4_sa_drawn']);
  });

  test('is told where all are alike, and there is a choice', () => {
    const lesson = (/** @type {string[]} */ ...values) => lessonOf(values, isThere);
    assert.deepEqual(lesson('r8f_sa_upright', 'z2_sa_upright'), {
      ...{ lesson: 'upright', canSwitch: true },
    });
    assert.deepEqual(lesson('r8f_sa_drawn', 'r4_sa_drawn'), { lesson: 'drawn', canSwitch: true });
    assert.deepEqual(lesson('r8f_sa_drawn', 'z2_sa_upright'), { lesson: null, canSwitch: true });
    assert.deepEqual(lesson('r4_sa_drawn', 'http://host/a_upright'), {
      ...{ lesson: null, canSwitch: false },
    });
    assert.deepEqual(lesson(), { lesson: null, canSwitch: false });
  });
});
