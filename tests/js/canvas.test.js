// When pictures are to be drawn anew.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { watchRatio } from '../../www/ui/canvas.js';

const world = /** @type {any} */ (globalThis);

describe('pixels of another size', () => {
  /** @type {Map<string, EventTarget>} */
  const queries = new Map();
  const page = new EventTarget();
  const life = new AbortController();
  beforeEach(() => {
    world.devicePixelRatio = 1;
    world.addEventListener = page.addEventListener.bind(page);
    world.matchMedia = (/** @type {string} */ query) => {
      if (!queries.has(query)) queries.set(query, new EventTarget());
      return queries.get(query);
    };
  });
  afterEach(() => {
    life.abort();
    for (const name of ['devicePixelRatio', 'addEventListener', 'matchMedia']) delete world[name];
  });

  test('are told of each time, by the window’s size or without, until the end', () => {
    let count = 0;
    /** @param {number} ratio @param {EventTarget} target @param {string} type */
    const become = (ratio, target, type) => {
      world.devicePixelRatio = ratio;
      target.dispatchEvent(new Event(type));
    };
    const query = (/** @type {number} */ ratio) =>
      /** @type {EventTarget} */ (queries.get(`(resolution: ${ratio}dppx)`));
    watchRatio(() => count++, life.signal);
    become(2, query(1), 'change');
    assert.equal(count, 1);
    become(1.25, query(2), 'change');
    assert.equal(count, 2, 'the query is about the new one');
    become(1.25, page, 'resize');
    assert.equal(count, 2, 'a window of another size is not it');
    become(1.5, page, 'resize');
    assert.equal(count, 3);
    life.abort();
    become(3, page, 'resize');
    become(3, query(1.25), 'change');
    assert.equal(count, 3);
  });
});
