// The first seconds: once the networks have answered, the drawing turns by itself, one turn and a quarter, so that one sees which
// answers stay. Whatever a person does ends it.

/** @import { Demo } from './demo.js' */

const WAIT_MS = 600;
const DEGREES = 450;
const SECONDS = 5.6;

/** What ends it, wherever on the page. */
const INPUT = ['pointerdown', 'keydown', 'wheel', 'touchstart'];

/** @param {Demo} demo @param {AbortSignal} signal */
export async function introduce({ asking, turning, drawing, loading }, signal) {
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
  // A link has put another drawing there, or another angle.
  if (over.signal.aborted || version.peek() !== before || turning.angle.peek() !== 0) return;
  turning.turnBy(DEGREES, SECONDS);
}
