// What kind of network it is, for somebody who knows no names.

/** @import { ModelInfo } from '../../pkg/gsa_net.js' */

/** What a group is made of. @typedef {{ rotations: number, mirrors: boolean }} Symmetries */

/** @param {ModelInfo} info @returns {Symmetries} */
export function symmetriesOf({ group }) {
  const mirrors = group.elements.some((element) => element.mirror);
  return { rotations: mirrors ? group.order / 2 : group.order, mirrors };
}

/** @param {Symmetries} symmetries */
export function titleOf({ rotations, mirrors }) {
  if (rotations > 1) return 'Built to turn';
  return mirrors ? 'Built to mirror' : 'Ordinary';
}

/** @param {Symmetries} symmetries */
export function describeSymmetries({ rotations, mirrors }) {
  if (rotations === 1) return mirrors ? 'mirrors' : 'no rotations';
  return `${rotations} rotations${mirrors ? ' and mirrors' : ''}`;
}
