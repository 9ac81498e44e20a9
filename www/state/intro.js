// The first seconds: the drawing turns by itself, one turn and a quarter, so that one sees which answers stay; at once where they were
// recorded, else when the networks have answered. Whatever a person does ends it.

import { effect } from '@preact/signals-core';
import { isCalm } from './spin.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from './demo.js'
 */

const WAIT_MS = 600;
const DEGREES = 450;
const SECONDS = 5.6;

/** What ends it, wherever on the page. */
const INPUT = ['pointerdown', 'keydown', 'wheel', 'touchstart'];

/** @param {Demo} demo @param {ReadonlySignal<boolean>} isSeen  it waits for that @param {AbortSignal} signal */
export async function introduce(demo, isSeen, signal) {
  const { asking, turning, drawing, loading, recorded } = demo;
  if (turning.angle.peek() !== 0 || drawing.isEmpty.peek()) return;
  const over = new AbortController();
  const end = () => {
    if (over.signal.aborted) return;
    over.abort();
    turning.stop();
    recorded.unfold();
  };
  signal.addEventListener('abort', end);
  for (const type of INPUT) {
    const options = { capture: true, passive: true, signal: over.signal };
    document.addEventListener(type, end, options);
  }
  const { version } = drawing;
  const before = version.peek();
  const isAsBefore = () => version.peek() === before && turning.angle.peek() === 0;
  if (recorded.stands) {
    // Before the first picture, so that nothing is seen to jump.
    if (isCalm()) return turning.turnBy(DEGREES, SECONDS);
    recorded.fold();
  } else {
    try {
      await loading.ready;
      await asking.predict();
    } catch {
      return; // What went wrong is told elsewhere.
    }
  }
  await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  await seen(isSeen, over.signal);
  if (over.signal.aborted) return;
  // A link has put another drawing there, or another angle.
  if (isAsBefore()) turning.turnBy(DEGREES, SECONDS);
  else recorded.unfold();
}

/** Until something is so, or is over. @param {ReadonlySignal<boolean>} is @param {AbortSignal} signal @returns {Promise<void>} */
function seen(is, signal) {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve());
    signal.addEventListener(
      'abort',
      effect(() => {
        if (is.value) resolve();
      }),
    );
  });
}
