// 6 and 9: the one upside down is the other.

/** From this probability on, a 6 might as well be a 9, or the other way round. */
const DOUBT = 0.01;

/** What a digit is upside down, if that is another digit. @param {number} digit @returns {number | null} */
export function twinOf(digit) {
  return digit === 6 || digit === 9 ? 15 - digit : null;
}

/** Whether an answer is shared between 6 and 9. @param {ArrayLike<number>} probabilities */
export function isShared(probabilities) {
  const [first, second] = [...Array(probabilities.length).keys()].sort(
    (a, b) => probabilities[b] - probabilities[a],
  );
  return twinOf(first) === second && probabilities[second] >= DOUBT;
}
