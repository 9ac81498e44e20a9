// What the page says of the networks shown: its title is true of those that it opens with, and of others is said what is true of them.

/** @import { GsaDemo } from '../element.js' */

/**
 * Title and sentence, by what all of them learnt.
 *
 * @type {Record<'upright' | 'drawn' | 'other', { title: string[], taught: string[] }>}
 */
const WORDS = {
  upright: {
    title: [
      'It has never seen a turned digit.',
      'Neither has ever seen a turned digit.',
      'None of them has ever seen a turned digit.',
    ],
    taught: [
      'This one learnt upright digits only.',
      'These two learnt upright digits only.',
      'These three learnt upright digits only.',
    ],
  },
  drawn: {
    title: [
      'It was shown every turn of every digit.',
      'Both were shown every turn of every digit.',
      'All were shown every turn of every digit.',
    ],
    taught: [
      'This one learnt digits at every angle.',
      'These two learnt digits at every angle.',
      'These three learnt digits at every angle.',
    ],
  },
  other: {
    title: Array(3).fill('Who still reads a turned digit?'),
    taught: ['', '', ''],
  },
};

/**
 * What is true of networks of these names.
 *
 * @param {string[]} networks  names or addresses
 * @returns {{ title: string, taught: string, isPair: boolean, isUpright: boolean }} with whether the first is built to turn and the
 *   second, and last, is ordinary
 */
export function wordsFor(networks) {
  const are = (/** @type {string} */ end) =>
    networks.every((name) => /^[a-z0-9]+_sa_[a-z]+$/.test(name) && name.endsWith(`_${end}`));
  const taught = are('upright') ? 'upright' : are('drawn') ? 'drawn' : 'other';
  const { title, taught: sentence } = WORDS[taught];
  const at = Math.min(networks.length, title.length) - 1;
  const [first, second] = networks.map((name) => name.startsWith('z2_'));
  return {
    title: title[at] ?? '',
    taught: sentence[at] ?? '',
    isPair: networks.length === 2 && taught !== 'other' && !first && second,
    isUpright: taught === 'upright',
  };
}

/** @param {GsaDemo} demo */
export function followNetworks(demo) {
  const [title, taught, pair] = ['#title', '#taught', '#pair'].map(
    (selector) => /** @type {HTMLElement} */ (document.querySelector(selector)),
  );
  const follow = () => {
    const words = wordsFor(demo.networks);
    if (title.textContent !== words.title) title.textContent = words.title;
    taught.textContent = words.taught;
    pair.hidden = !words.isPair;
    document.documentElement.toggleAttribute('data-taught-turns', !words.isUpright);
  };
  demo.addEventListener('networks', follow);
  follow();
}
