// Numbers that look random and are the same each time.

/** From 0 to 1. @param {number} seed @returns {Generator<number, never>} */
export function* randomNumbers(seed) {
  let state = (Math.imul(seed, 7919) + 1) >>> 0;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}
