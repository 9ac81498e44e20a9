// Waiting, but not for ever.

/**
 * Gives up what does not come.
 *
 * @template T
 * @param {Promise<T>} coming
 * @param {number} seconds
 * @param {string} why  what is said then
 * @returns {Promise<T>}
 */
export function settles(coming, seconds, why) {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => reject(new Error(why)), 1000 * seconds);
    coming.then(resolve, reject).finally(() => clearTimeout(clock));
  });
}
