// The first seconds: once the networks have answered, the drawing turns by itself, one turn and a quarter, so that one sees which
// answers stay. Whatever a person does ends it.

import { effect } from '@preact/signals-core';

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
export async function introduce({ asking, turning, drawing, loading }, isSeen, signal) {
  if (turning.angle.peek() !== 0 || drawing.isEmpty.peek()) return;
  const over = new AbortController();
  const end = () => {
    if (!over.signal.aborted) turning.stop();
    over.abort();
  };
  signal.addEventListener('abort', end);
  for (const type of INPUT) {
    const options = { capture: true, passive: true, signal: over.signal };
    document.addEventListener(type, end, options);
  }
  const { version } = drawing;
  const before = version.peek();
  try {
    await loading.ready;
    await asking.predict();
  } catch {
    return; // What went wrong is told elsewhere.
  }
  await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  await seen(isSeen, over.signal);
  // A link has put another drawing there, or another angle.
  if (over.signal.aborted || version.peek() !== before || turning.angle.peek() !== 0) return;
  turning.turnBy(DEGREES, SECONDS);
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
