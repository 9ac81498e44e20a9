// How maps of a group ride round their circle when the drawing turns: the map that stood at h upright stands at g·h then, and keeps its
// colour and its name.

import { nameOf } from '../state/names.js';
import { rotationsOf } from '../ui/ring.js';

/**
 * @import { FeatureMaps } from '../../pkg/gsa_net.js'
 * @import { Direction } from '../ui/ring.js'
 */

/**
 * The maps in the order in which they stood upright, as they are when the drawing is turned: that of h is found at g·h, and between two
 * places of the group it is mixed of both, by how near they are.
 *
 * @param {FeatureMaps} maps
 * @param {Direction[]} elements
 * @param {number} turned  degrees
 */
export function carried({ rows, cols, maps }, elements, turned) {
  const size = rows * cols;
  const count = rotationsOf(elements);
  const out = new Float32Array(maps.length);
  for (const [i, element] of elements.entries()) {
    const place = ((element.degrees + turned) * count) / 360;
    // Whole but for rounding is whole.
    const lower = Math.floor(place + 1e-6);
    const share = Math.max(0, place - lower - 1e-6);
    for (const [rotation, part] of [
      [lower, 1 - share],
      [lower + 1, share],
    ]) {
      const from = part > 0 ? indexOf(elements, rotation, count, element.mirror) : -1;
      if (from < 0) continue;
      for (let p = 0; p < size; p++) out[i * size + p] += part * maps[from * size + p];
    }
  }
  return out;
}

/** @param {Direction[]} elements @param {number} rotation @param {number} count @param {boolean} mirror */
function indexOf(elements, rotation, count, mirror) {
  const wanted = ((rotation % count) + count) % count;
  return elements.findIndex(
    (element) =>
      element.mirror === mirror && Math.round((element.degrees * count) / 360) % count === wanted,
  );
}

/** The element nearest to a direction, of its kind where there is one. @param {Direction[]} elements @param {Direction} wanted */
export function nearestElement(elements, wanted) {
  const distance = (/** @type {Direction} */ { degrees, mirror }) => {
    const between = Math.abs(degrees - wanted.degrees) % 360;
    return Math.min(between, 360 - between) + (mirror === wanted.mirror ? 0 : 1000);
  };
  let nearest = 0;
  for (const [i, element] of elements.entries()) {
    if (distance(element) < distance(elements[nearest])) nearest = i;
  }
  return nearest;
}

/**
 * What the map of an element does when the drawing is turned, in a sentence.
 *
 * @param {Direction[]} elements
 * @param {number} index
 * @param {number} turned  degrees, in [0, 360)
 */
export function rideOf(elements, index, turned) {
  if (elements.length === 1) return 'One map: nothing to ride on.';
  const { degrees, mirror } = elements[index];
  const name = nameOf(elements[index]);
  if (turned === 0) return `The map for ${name} stands in its place. Turn, and it moves on.`;
  const step = 360 / rotationsOf(elements);
  const steps = (degrees + turned) / step;
  const [from, to] = [Math.floor(steps + 1e-6), Math.ceil(steps - 1e-6)].map((place) =>
    nameOf({ degrees: (place * step) % 360, mirror }),
  );
  if (from === to) return `The map for ${name} moved to where the one for ${from} was.`;
  return `The map for ${name} is between the places of ${from} and ${to}.`;
}
