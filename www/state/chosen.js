// Choices as words for a link, `head-3.turn-1`: a name, and what is chosen, if there is more to it than that.

/** @param {Record<string, string | number | boolean | null>} words  those that are not chosen are null or false */
export function writeWords(words) {
  return Object.entries(words)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name, value]) => (value === true ? name : `${name}-${value}`))
    .join('.');
}

/** The reverse of `writeWords`, of whatever text: by name. @param {string} text @returns {Map<string, string>} */
export function readWords(text) {
  return new Map(
    text.split('.').map((word) => {
      const [name, ...value] = word.split('-');
      return [name, value.join('-')];
    }),
  );
}

/** A whole number in reach; null where it is none. @param {string | undefined} text @param {number} least @param {number} most */
export function wholeIn(text, least, most) {
  if (!/^\d{1,6}$/.test(text ?? '')) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** Steps as letters: one for each number, `A` for the first step. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** @param {readonly number[]} steps  whole numbers from 0 to 61 */
export function writeSteps(steps) {
  return steps.map((step) => LETTERS[step]).join('');
}

/** None where a letter is none of these. @param {string | undefined} text @returns {number[]} */
export function readSteps(text) {
  const steps = Array.from(text ?? '', (letter) => LETTERS.indexOf(letter));
  return steps.includes(-1) ? [] : steps;
}
