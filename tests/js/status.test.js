// What the badge says: status.js without a browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeStatus } from '../../www/views/status.js';

/** @import { EngineReport } from '../../www/engine/choice.js' */
/** @import { Line } from '../../www/views/status.js' */

Object.defineProperty(globalThis, 'navigator', { value: {} });

/** @type {EngineReport} */
const report = {
  name: 'cpu',
  note: '',
  why: '',
  card: null,
  opening: false,
  version: '0.0.0',
  build: 'simd',
};

/** The line about a network. @param {Record<string, unknown> | null} training */
function lineOf(training) {
  const info = { name: 'r4_sa', group: { name: 'C4', order: 4 }, parameters: 44428, training };
  const line = /** @type {Line} */ (/** @type {unknown} */ ({ name: 'R4_SA', info }));
  return describeStatus(null, report, [line]).more.at(-1);
}

test('the share that is right is said of what was held out', () => {
  const start = 'R4_SA: group C4 with 4 elements, 44,428 parameters';
  for (const [data, what] of /** @type {[unknown, string][]} */ ([
    ['rotated MNIST made from MNIST: 10,000 digits learnt, 2,000 held out', 'turned digits'],
    ['MNIST’s training digits and 4998 drawings by pen, half and half', 'digits and drawings'],
    [
      'MNIST’s training digits, and 4998 drawings by pen, all turned by at most 15° only',
      'upright digits and drawings',
    ],
    [undefined, 'turned digits'],
    [{ toString: null }, 'turned digits'],
  ])) {
    assert.equal(
      lineOf({ data, held_out_accuracy: 0.973 }),
      `${start}, 97.3 % right on ${what} held out in training.`,
    );
  }
  for (const training of [null, {}, { held_out_accuracy: '1' }]) {
    assert.equal(lineOf(training), `${start}.`);
  }
});
