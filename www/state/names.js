// What networks shown and elements of a group are called.

import { symmetriesOf, titleOf } from './kinds.js';

/**
 * @import { GroupElementInfo } from '../../pkg/gsa_net.js'
 * @import { Demo } from './demo.js'
 */

/** The plain name of a network shown; those of one kind go by the names of their own. @param {Pick<Demo, 'networks'>} demo @param {number} i */
export function nameAt({ networks }, i) {
  const titles = networks.shown.value.map(
    ({ info }) => info.value && titleOf(symmetriesOf(info.value)),
  );
  const title = titles[i];
  const isOne = title && titles.indexOf(title) === titles.lastIndexOf(title);
  return isOne ? title : (networks.names.value[i] ?? '');
}

/** What an element of a group is called, and the map that is its own. @param {Pick<GroupElementInfo, 'degrees' | 'mirror'>} element */
export function nameOf({ degrees, mirror }) {
  return `${mirror ? '↔ ' : ''}${Number(degrees.toFixed(1))}°`;
}
