// What is said of a file that could not be had.

import assert from 'node:assert/strict';
import { afterEach, describe, mock, test } from 'node:test';
import { whyUnreached } from '../../www/engine/unreached.js';

const FILE = 'https://elsewhere.example/a.wasm';
const REFUSED = new TypeError('Failed to fetch');

afterEach(() => {
  mock.restoreAll();
  Reflect.deleteProperty(globalThis, 'location');
});

/** A page of an origin, and a server that answers who wants no more than to ask. @param {string} origin @param {boolean} answers */
function page(origin, answers) {
  Object.defineProperty(globalThis, 'location', { value: { origin }, configurable: true });
  return mock.method(
    globalThis,
    'fetch',
    async (/** @type {string} */ _, /** @type {any} */ init) => {
      if (!answers) throw REFUSED;
      assert.equal(init.mode, 'no-cors');
      return new Response();
    },
  );
}

describe('a file that could not be had', () => {
  for (const origin of ['https://here.example', 'null']) {
    test(`is refused to pages of ${origin} where its server answers all the same`, async () => {
      page(origin, true);
      const why = /** @type {Error} */ (await whyUnreached(FILE, REFUSED));
      assert.match(why.message, /^elsewhere\.example does not let .*“Access-Control-Allow-Origin”/);
      assert.equal(why.cause, REFUSED);
    });
  }

  test('is out of reach where nobody answers, and the browser’s own reason stands', async () => {
    page('https://here.example', false);
    assert.equal(await whyUnreached(FILE, REFUSED), REFUSED);
  });

  test('of the page’s own origin, of no server, or for another reason is not asked for again', async () => {
    const asked = page('https://elsewhere.example', true);
    assert.equal(await whyUnreached(FILE, REFUSED), REFUSED);
    for (const url of ['data:,', 'blob:https://here.example/1', 'file:///a.wasm', '']) {
      assert.equal(await whyUnreached(url, REFUSED), REFUSED);
    }
    const other = new Error('the server answered 404');
    assert.equal(await whyUnreached('https://third.example/', other), other);
    assert.equal(asked.mock.callCount(), 0);
  });

  test('and its server’s name and password are not shown', async () => {
    page('https://here.example', true);
    const why = await whyUnreached('https://me:secret@elsewhere.example/', REFUSED);
    assert.doesNotMatch(/** @type {Error} */ (why).message, /secret|me:/);
  });
});
