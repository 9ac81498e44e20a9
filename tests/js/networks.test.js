// What networks are called.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Network, namesOf } from '../../www/state/networks.js';

/** @import { ModelInfo } from '../../pkg/gsa_net.js' */

/** Names shown for two networks. @param {[string, string | null][]} networks  value and, once it is loaded, name */
function names(...networks) {
  return namesOf(
    networks.map(([value, name]) => {
      const network = new Network(value);
      if (name !== null) network.info.value = /** @type {ModelInfo} */ ({ name });
      return network;
    }),
  );
}

test('a network goes by what its file says, and until it is here by what that will most likely be', () => {
  assert.deepEqual(names(['r8f_sa_drawn', null], ['z2_sa', 'z2_sa']), ['R8F_SA', 'Z2_SA']);
  assert.deepEqual(names(['https://host/a/mine.safetensors?x=1', null]), ['mine.safetensors']);
  assert.deepEqual(names(['https://host/mine.safetensors', 'r4_sa']), ['R4_SA']);
});

test('two of one name go by how they were asked for', () => {
  const two = names(['r4_sa_drawn', 'r4_sa'], ['https://host/mine.safetensors', 'r4_sa']);
  assert.deepEqual(two, ['R4_SA_DRAWN', 'mine.safetensors']);
  // Two that are still to come have no names that could be alike.
  assert.deepEqual(names(['r4_sa', null], ['r4_sa_drawn', null]), ['R4_SA', 'R4_SA']);
});

test('long names are cut', () => {
  const [name] = names([`https://host/${'x'.repeat(99)}.safetensors`, null]);
  assert.equal(name, `${'x'.repeat(23)}…`);
});
