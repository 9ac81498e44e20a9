// What keys do in the view for a class.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionOf } from '../../www/page/class.js';

/** @param {string} name  of a key, with what is held before it */
function action(name) {
  const held = name.split('+');
  const key = held.pop() ?? '';
  const [shiftKey, ctrlKey, metaKey, altKey] = ['Shift', 'Ctrl', 'Meta', 'Alt'].map((each) =>
    held.includes(each),
  );
  return actionOf({ key: key === 'Space' ? ' ' : key, shiftKey, ctrlKey, metaKey, altKey });
}

test('a remote, arrows and the space bar go on and back, Home and End to the ends', () => {
  for (const key of ['PageDown', 'ArrowDown', 'Space', 'Ctrl+ArrowRight'])
    assert.deepEqual(action(key), { go: 1 }, key);
  for (const key of ['PageUp', 'ArrowUp', 'Shift+Space', 'Ctrl+ArrowLeft'])
    assert.deepEqual(action(key), { go: -1 }, key);
  assert.deepEqual(action('Home'), { to: 0 });
  assert.deepEqual(action('End'), { to: Infinity });
});

test('arrows turn, with Shift by a quarter; digits are digits; letters in either case', () => {
  assert.deepEqual(action('ArrowRight'), { turn: 15 });
  assert.deepEqual(action('ArrowLeft'), { turn: -15 });
  assert.deepEqual(action('Shift+ArrowLeft'), { turn: -90 });
  assert.deepEqual(action('7'), { sample: 7 });
  for (const [key, does] of Object.entries({ r: 'random', B: 'break', h: 'hide', Escape: 'leave' }))
    assert.equal(action(key), does);
});

test('what the browser or the system does with keys is left to them', () => {
  for (const key of ['Ctrl+r', 'Ctrl+7', 'Meta+ArrowLeft', 'Alt+ArrowRight', 'Tab', 'Enter', 'F5'])
    assert.equal(action(key), null, key);
  // Names that every object has.
  for (const key of ['constructor', 'toString', '__proto__']) assert(!action(key), key);
});
