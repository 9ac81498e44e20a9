// Attention of one pixel put together again from its parts, in 64-bit numbers, with or without what is known of positions: so that one sees
// what a shuffle of its neighbours changes.

import { off } from './distance.js';
import { randomNumbers } from './random.js';

/** @import { Asked } from '../engine/requests/parts.js' */

/** What the score has besides q·k: nothing, one encoding for all places, or each place's own. @typedef {'alone' | 'constant' | 'relative'} Rule */

/** The places of the window that are pixels, and are not the pixel itself. @param {Asked} asked */
export function neighboursOf({ parts }) {
  const middle = (parts.windowRows * parts.windowCols - 1) / 2;
  return Array.from(parts.inside.keys()).filter((k) => parts.inside[k] && k !== middle);
}

/** What lies where once the neighbours are shuffled: of each place the one it had before. @param {Asked} asked @param {number} seed  0 for none */
export function orderOf(asked, seed) {
  const order = Array.from(asked.parts.inside.keys());
  if (seed === 0) return order;
  const [numbers, places] = [randomNumbers(seed), neighboursOf(asked)];
  for (let i = places.length - 1; i > 0; i--) {
    const j = Math.floor(numbers.next().value * (i + 1));
    [order[places[i]], order[places[j]]] = [order[places[j]], order[places[i]]];
  }
  return order;
}

/**
 * The shares of one head of the lifting layer, once its neighbours lie in another order.
 *
 * @param {Asked} asked
 * @param {Rule} rule
 * @param {number} head
 * @param {number} element  of the output
 * @param {number[]} order
 */
export function sharesWith({ parts }, rule, head, element, order) {
  const cells = order.length;
  const middle = (cells - 1) / 2;
  const scores = order.map((from, k) => {
    if (!parts.inside[k]) return -Infinity;
    const content = parts.content[head * cells + from];
    if (rule === 'alone') return content;
    const at = (head * parts.outputElements + element) * cells + (rule === 'relative' ? k : middle);
    return content + parts.rows[at] + parts.cols[at];
  });
  const most = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - most));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}

/** The layer's output, of all heads. @param {Asked} asked @param {Rule} rule @param {number} element @param {number[]} order */
export function outputWith(asked, rule, element, order) {
  const { heads, channels, outputs, bias } = asked.parts;
  const cells = order.length;
  const y = Array.from(bias);
  for (let head = 0; head < heads; head++) {
    const shares = sharesWith(asked, rule, head, element, order);
    order.forEach((from, k) => {
      for (let c = 0; c < channels; c++) {
        y[c] += shares[k] * outputs[(head * cells + from) * channels + c];
      }
    });
  }
  return y;
}

/** By what share the output changes. @param {Asked} asked @param {Rule} rule @param {number} element @param {number[]} order */
export function changeBy(asked, rule, element, order) {
  const before = outputWith(asked, rule, element, orderOf(asked, 0));
  const after = outputWith(asked, rule, element, order);
  return off(after, before);
}

/** Of many shuffles the least, the middle and the largest change. @param {Asked} asked @param {Rule} rule @param {number} element @param {number} count */
export function changesBy(asked, rule, element, count) {
  const all = Array.from({ length: count }, (_, i) =>
    changeBy(asked, rule, element, orderOf(asked, i + 1)),
  );
  all.sort((a, b) => a - b);
  return { least: all[0], middle: all[Math.floor(count / 2)], most: all[count - 1] };
}
