// When an answer is of no use any more.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as answer from '../../www/engine/requests/answer.js';
import * as attention from '../../www/engine/requests/attention.js';
import * as batch from '../../www/engine/requests/batch.js';
import * as curve from '../../www/engine/requests/curve.js';
import * as evidence from '../../www/engine/requests/evidence.js';
import * as load from '../../www/engine/requests/load.js';
import * as parts from '../../www/engine/requests/parts.js';
import { REQUESTS } from '../../www/engine/requests/requests.js';
import * as time from '../../www/engine/requests/time.js';
import * as turn from '../../www/engine/requests/turn.js';

/** @import { Moment } from '../../www/engine/requests/request.js' */

/** @type {Record<string, { isStale: (asked: Moment, now: Moment) => boolean, PRIORITY: number }>} */
const KINDS = /** @type {any} */ (REQUESTS);

/** @type {Moment} */
const ASKED = { version: 7, oldest: 5, networks: 2, pen: false };

/** All but what somebody asked for, whatever is on the pad. */
const ASKED_OF_THE_PAD = Object.keys(REQUESTS).filter((kind) => kind !== 'time');

/** What is asked at rest, of what is on the pad just then. */
const AT_REST = [
  ...['attention', 'batch', 'convolution', 'curve', 'evidence'],
  ...['exactness', 'landscape', 'lifting', 'parts', 'rotations', 'turn'],
];

/** What happens after it was asked, and which kinds are stale then. @type {[string, Partial<Moment>, string[]][]} */
const LATER = [
  ['nothing', {}, []],
  ['the drawing is turned', { version: 8 }, AT_REST],
  ['the pen comes down', { pen: true }, AT_REST],
  ['another drawing takes its place', { version: 8, oldest: 8 }, ['answer', ...AT_REST]],
  ['other networks are chosen', { version: 8, oldest: 8, networks: 3 }, ASKED_OF_THE_PAD],
];

describe('after', () => {
  for (const [what, change, stale] of LATER) {
    test(`${what}, stale are: ${stale.join(', ') || 'none'}`, () => {
      const found = Object.entries(KINDS).filter(([, { isStale }]) =>
        isStale(ASKED, { ...ASKED, ...change }),
      );
      assert.deepEqual(found.map(([name]) => name).sort(), [...stale].sort());
    });
  }
});

test('networks come first, then the answer, and last errors at many angles, and times', () => {
  const order = [load, answer, turn, batch, evidence, curve, time].map(({ PRIORITY }) => PRIORITY);
  assert.deepEqual(order, [...order].sort());
  assert(load.PRIORITY < answer.PRIORITY && answer.PRIORITY < turn.PRIORITY);
  // Whoever drags a pixel waits as somebody who draws does.
  assert.deepEqual([attention.PRIORITY, parts.PRIORITY], [answer.PRIORITY, answer.PRIORITY]);
  assert(
    turn.PRIORITY < batch.PRIORITY &&
      batch.PRIORITY < evidence.PRIORITY &&
      evidence.PRIORITY < curve.PRIORITY,
  );
});
