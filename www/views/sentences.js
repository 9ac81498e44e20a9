// What is said of the answers in whole sentences, to those who hear them and to those who wonder.

import { nameAt } from '../state/names.js';
import { shiftBetween } from '../state/round.js';
import { isShared, twinOf } from '../state/twins.js';

/**
 * @import { Demo } from '../state/demo.js'
 * @import { Shown } from '../state/networks.js'
 */

/** An answer, and what the network is called that gives it. @typedef {Pick<Shown, 'angle' | 'upright'> & { name: string, prediction: { digit: number, probabilities: number[] } }} Spoken */

/** Probabilities that differ by less are the same but for rounding. */
const SAME = 1e-4;
/** So near to half a turn a digit stands on its head. */
const HEAD_DEGREES = 50;

/** What the networks shown say, in plain names. @param {Demo} demo @returns {Spoken[]} */
export function spokenOf(demo) {
  return demo.networks.shown.value.flatMap(({ shown }, i) =>
    shown.value ? [{ name: nameAt(demo, i), ...shown.value }] : [],
  );
}

/** @param {number} p  as it is spoken */
function inPercent(p) {
  if (p > 0.99 && p < 1) return 'over 99 percent';
  return `${Math.round(100 * p)} percent`;
}

/** Names that are words are words of a sentence. @param {string} name */
function within(name) {
  return /^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}

/** @param {string} sentence */
function begin(sentence) {
  return sentence && sentence[0].toUpperCase() + sentence.slice(1);
}

/**
 * What each network says.
 *
 * @param {Spoken[]} spoken
 * @param {'drawn' | 'turned'} why  what is new: the drawing, or only how it is turned
 */
export function sayAnswers(spoken, why) {
  if (spoken.length === 0) return '';
  const degrees = Math.round(spoken[0].angle) % 360;
  const parts = spoken.map(({ name, prediction: { digit, probabilities }, upright }) => {
    const [who, sure] = [within(name), inPercent(probabilities[digit])];
    if (degrees === 0 || !upright) return `${who} reads ${digit}, ${sure}`;
    if (upright.digit !== digit)
      return why === 'turned'
        ? `${who} now ${digit}, ${sure}`
        : `${who} reads ${digit}, ${sure}, upright ${upright.digit}`;
    const same = shiftBetween(upright.probabilities, probabilities) < SAME;
    return why === 'turned'
      ? `${who} still ${digit}, ${same ? 'same probabilities' : sure}`
      : `${who} reads ${digit}, ${sure}, as upright`;
  });
  const turned = why === 'turned' ? `turned by ${degrees}°` : `at ${degrees}°`;
  const where = degrees > 0 ? `${turned}: ` : why === 'turned' ? 'upright: ' : '';
  return begin(`${where}${parts.join('; ')}.`);
}

/** Why an answer is not wrong that takes a 6 for a 9, or one for both; nothing where none is. @param {Spoken[]} spoken */
export function explainTwins(spoken) {
  const isOnHead = Math.abs((spoken[0]?.angle ?? 0) - 180) <= HEAD_DEGREES;
  const swapped = spoken.find(
    ({ prediction, upright }) => isOnHead && upright && twinOf(upright.digit) === prediction.digit,
  );
  const sharing = spoken.find(
    ({ prediction, upright }) =>
      isShared(prediction.probabilities) || (upright && isShared(upright.probabilities)),
  );
  if (swapped) {
    const { digit } = /** @type {NonNullable<Spoken['upright']>} */ (swapped.upright);
    const why = `Upside down, a ${digit} is a ${swapped.prediction.digit}: the ${swapped.prediction.digit} of “${swapped.name}” is what stands there now.`;
    if (!sharing || sharing === swapped) return why;
    return `${why} “${sharing.name}” cannot see what is up, and shares its answer between both.`;
  }
  if (!sharing) return '';
  return `Upside down, a 6 is a 9: whoever ignores turns has only small habits of the hand to go by. So “${sharing.name}” shares its answer between both.`;
}
