// Something goes wrong at each await of the engine, once and for ever: whoever asks is answered or told why, and what went wrong once does
// not keep the networks from answering afterwards.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { instrument, instrumented } from './faults/instrument.js';
import { ASKED, visit } from './faults/scenario.js';

/** @import { Fault } from './faults/world.js' */

const world = /** @type {any} */ (globalThis);

/** With further workers and a card; without workers, where the page computes itself; without a card. */
const PLACES = [{}, { workers: false }, { card: false }];
/** @type {[how: Fault['how'], always: boolean][]} */
const FAULTS = [
  ['rejects', false],
  ['rejects', true],
  ['crashes', false],
  ['loses the card', false],
  ['never settles', false],
  ['never settles', true],
];

/**
 * Awaits of what can't stay away for ever, and why. That it does not is tried where it is made.
 *
 * @type {[await: RegExp, why: string][]}
 */
const ALWAYS_SETTLES = [
  [/^engine\/download\.js: orStopped\(/, 'ends with the signal, after 20 seconds of silence'],
  [/^engine\/catalogue\.js: download\(/, 'ends with the download'],
  [/^engine\/files\.js: this\.#downloads\.fetch\(/, 'ends with the download'],
  [/^engine\/client\.js: this\.#files\.fetch\(/, 'ends with the download'],
  [/^engine\/client\.js: Promise\.all\(fetched\)/, 'ends with the downloads'],
];

/** What nobody waits for, and so would be told to the console. @type {unknown[]} */
let unheard = [];
const hear = (/** @type {unknown} */ error) => unheard.push(error);
const { isSecureContext, document } = world;
before(() => {
  Object.assign(world, { isSecureContext: true, document: { hidden: false } });
  process.on('unhandledRejection', hear);
});
after(() => {
  Object.assign(world, { isSecureContext, document });
  process.off('unhandledRejection', hear);
});

test('an await is found with all of what it waits for', () => {
  /** @type {string[]} */
  const places = [];
  const text = `// await nothing
const [a, b] = [await f(x, await g(')')), await (h ?? i())[0]?.j];
await new Promise((k) => l(k)); m = await n?.o();`;
  const changed = instrumented(text, 'a.js', places);
  assert.equal(places.length, 5);
  const names = places.map((place) => `__fault(${JSON.stringify(place)}, `);
  assert.equal(
    changed.split('\n')[1],
    `const [a, b] = [await ${names[0]}f(x, await ${names[1]}g(')')))), await ${names[2]}(h ?? i())[0]?.j)];`,
  );
  assert.equal(
    changed.split('\n')[2],
    `await ${names[3]}new Promise((k) => l(k))); m = await ${names[4]}n?.o());`,
  );
});

test('whatever goes wrong at any await, whoever asks is answered or told why', async () => {
  const scripts = await instrument();
  /** @type {Set<string>[]} */
  const reached = [];
  for (const has of PLACES) {
    const undisturbed = await visit(null, scripts, has);
    assert.deepEqual(undisturbed.faults, [], JSON.stringify(has));
    for (const { message } of undisturbed.told)
      assert.match(message, /does not let pages of other/);
    assert.deepEqual(undisturbed.kinds.sort(), [...ASKED].sort(), 'kinds of requests');
    reached.push(undisturbed.reached);
  }
  const left = [...scripts.places].filter((place) => !reached.some((set) => set.has(place)));
  assert.deepEqual(left, [], 'awaits that this visit does not reach');
  const isUsed = (/** @type {[RegExp, string]} */ [pattern]) =>
    [...scripts.places].some((place) => pattern.test(place));
  assert(ALWAYS_SETTLES.every(isUsed), 'an exception for what is not there any more');

  let injected = 0;
  /** @type {string[]} */
  const wrong = [];
  for (const place of scripts.places) {
    const has = PLACES[reached.findIndex((set) => set.has(place))];
    for (const [how, always] of FAULTS) {
      const settles = ALWAYS_SETTLES.some(([pattern]) => pattern.test(place));
      if (how === 'never settles' && settles) continue;
      unheard = [];
      const seen = await visit({ place, how, always }, scripts, has);
      injected += seen.injected;
      const all = [...seen.faults, ...unheard.map((error) => `nobody hears of ${error}`)];
      if (seen.injected === 0) all.push('was not reached');
      for (const fault of all) wrong.push(`${place} ${how}${always ? ' always' : ''}: ${fault}`);
    }
  }
  assert.deepEqual(wrong, []);
  const { size } = scripts.places;
  console.log(`${size} awaits of the engine, ${injected} faults injected`);
  assert(size > 90);
});
