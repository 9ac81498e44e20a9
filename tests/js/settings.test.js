// Where the engine is loaded from.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { configure, engineFiles, settings } from '../../www/engine/settings.js';

const before = { ...settings };
const beside = (/** @type {string} */ name) =>
  new URL(`../../www/engine/${name}`, import.meta.url).href;
const PLAIN = {
  module: beside('plain/gsa_net.js'),
  wasm: beside('plain/gsa_net_bg.wasm'),
};

beforeEach(() => {
  Object.defineProperty(globalThis, 'document', {
    value: { baseURI: 'https://host/page/' },
    configurable: true,
  });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'document');
  for (const name of ['module', 'wasm', 'relaxed', 'plain']) Reflect.deleteProperty(settings, name);
  Object.assign(settings, before);
});

describe('the engine is loaded', () => {
  test('from beside the element, in all builds', () => {
    assert.deepEqual(engineFiles(), {
      module: undefined,
      wasm: beside('gsa_net_bg.wasm'),
      relaxed: beside('gsa_net_relaxed_bg.wasm'),
      plain: PLAIN,
    });
  });

  test('from where it was moved to, and then there is no other build', () => {
    configure({ wasm: '/moved.wasm' });
    assert.deepEqual(engineFiles(), {
      module: undefined,
      wasm: 'https://host/moved.wasm',
      relaxed: undefined,
      plain: null,
    });
  });

  test('from somebody else’s module, which knows its WebAssembly itself', () => {
    configure({ module: 'theirs.js' });
    assert.deepEqual(engineFiles(), {
      module: 'https://host/page/theirs.js',
      wasm: undefined,
      relaxed: undefined,
      plain: null,
    });
  });

  test('without SIMD from where that build was moved to', () => {
    configure({ plain: { module: 'old.js' }, wasm: new URL('https://cdn/new.wasm') });
    assert.deepEqual(engineFiles(), {
      module: undefined,
      wasm: 'https://cdn/new.wasm',
      relaxed: undefined,
      plain: { module: 'https://host/page/old.js', wasm: undefined },
    });
  });

  test('with relaxed SIMD from where that build was moved to', () => {
    configure({ relaxed: 'fast.wasm' });
    assert.deepEqual(engineFiles(), {
      module: undefined,
      wasm: beside('gsa_net_bg.wasm'),
      relaxed: 'https://host/page/fast.wasm',
      plain: PLAIN,
    });
  });
});
