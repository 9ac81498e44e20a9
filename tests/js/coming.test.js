// What is loaded when it is first wanted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Coming } from '../../www/views/coming.js';

const FAILURE = { code: /** @type {const} */ ('figure-unreachable'), message: 'Not here.' };

test('what comes late is loaded once, however many want it', async () => {
  let count = 0;
  const coming = new Coming(async () => ++count, FAILURE);
  assert.equal(coming.here.value, null);
  assert.deepEqual(await Promise.all([coming.bring(), coming.bring()]), [1, 1]);
  assert.equal(await coming.bring(), 1);
  assert.equal(coming.here.value, 1);
});

test('what could not be loaded says why, and is tried again', async () => {
  let works = false;
  const load = async () => {
    if (!works) throw new Error('offline');
    return 'it';
  };
  const coming = new Coming(load, FAILURE);
  const tries = [coming.bring(), coming.bring()];
  for (const one of tries) await assert.rejects(one, FAILURE);
  assert.equal(coming.trouble.value?.message, 'Not here.');
  works = true;
  const again = coming.bring();
  assert.equal(coming.trouble.value, null, 'while it comes, nothing is wrong');
  assert.equal(await again, 'it');
  assert.equal(coming.here.value, 'it');
});
