// What speaks for each digit at each element of the group: of these a network takes the largest, and throws away where it stood.

import { normalise } from './angle.js';

/**
 * @import { Evidence, ModelInfo } from '../../pkg/gsa_net.js'
 * @import { Demo } from './demo.js'
 * @import { Network } from './networks.js'
 */

/** Of one drawing, upright and turned. @typedef {{ drawing: number, angle: number, upright: Evidence, now: Evidence }} Known */

/** What is known of the drawing as it is now. @param {Demo} demo @param {Network | undefined} network */
export function evidenceNow(demo, network) {
  const known = network?.evidence.value;
  const isOfThis =
    known?.drawing === demo.drawing.version.value && known.angle === demo.turning.angle.value;
  return isOfThis ? known : null;
}

/** Of one digit, in the order of the elements. @param {Evidence} evidence @param {number} digit */
export function rowOf({ elements, values }, digit) {
  return Array.from(values.slice(digit * elements, (digit + 1) * elements));
}

/** Where the largest of some numbers stands. @param {number[]} row */
export function peakOf(row) {
  return row.indexOf(Math.max(...row));
}

/** The digits with the largest evidence, and how sure the network is of each. @param {Evidence} evidence */
export function readingOf(evidence) {
  const most = Array.from({ length: evidence.classes }, (_, digit) =>
    Math.max(...rowOf(evidence, digit)),
  );
  const top = Math.max(...most);
  const shares = most.map((value) => Math.exp(value - top));
  const sum = shares.reduce((a, b) => a + b, 0);
  const order = [...shares.keys()].sort((a, b) => shares[b] - shares[a]);
  return { order, probabilities: shares.map((share) => share / sum) };
}

/**
 * What was upright, moved along to the elements where it stands when the drawing is turned; between two of them the nearer one.
 *
 * @param {number[]} row
 * @param {ModelInfo['group']['elements']} elements
 * @param {number} angle
 */
export function movedAlong(row, elements, angle) {
  const step = 360 / elements.filter(({ mirror }) => !mirror).length;
  const by = Math.round(angle / step) * step;
  const from = elements.map(({ degrees, mirror }) =>
    elements.findIndex(
      (other) => other.mirror === mirror && Math.abs(normalise(degrees - by - other.degrees)) < 1,
    ),
  );
  return { by: normalise(by), along: from.map((i) => row[i]) };
}
