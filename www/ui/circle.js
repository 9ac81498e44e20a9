// What is said all round a circle, as shapes: points on curves, runs of equal answers, arcs. Upright is at the top, and angles grow
// counter-clockwise, so that a place on the circle is where the digit's own “up” points.

/** @typedef {{ digit: number, probabilities: ArrayLike<number> }} Said */

/** What was said at so many angles, evenly spread from 0° on; null where it has not been asked. @typedef {(Said | null)[]} Cells */

/**
 * Angles next to each other at which the same is said.
 *
 * @typedef {object} Run
 * @property {number} from  degrees at which it begins, halfway between two angles; may be below 0
 * @property {number} to  degrees at which it ends, beyond `from` by 360 at most
 * @property {number} count  of angles
 * @property {number | null} digit  null where nothing was asked
 * @property {boolean} kept  as upright
 */

/** Right and down from the middle. @param {number} degrees @param {number} radius */
export function place(degrees, radius) {
  const angle = (degrees * Math.PI) / 180;
  return { x: -radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

/** The angle at which a place lies, right and down from the middle. @param {number} x @param {number} y */
export function bearing(x, y) {
  return (Math.atan2(-x, -y) * 180) / Math.PI;
}

/** Once round; a run that passes 0° is one. @param {Cells} cells @returns {Run[]} */
export function runsOf(cells) {
  const count = cells.length;
  const upright = cells[0]?.digit ?? null;
  /** @param {number} i */
  const digitAt = (i) => cells[((i % count) + count) % count]?.digit ?? null;
  /** @param {number} first @param {number} length @returns {Run} */
  const run = (first, length) => {
    const digit = digitAt(first);
    const [from, to] = [first - 0.5, first + length - 0.5].map((place) => (place * 360) / count);
    return { from, to, count: length, digit, kept: digit !== null && digit === upright };
  };
  // Begins where the answer changes, so that no run is cut in two.
  const start = cells.findIndex((_, i) => digitAt(i) !== digitAt(i - 1));
  if (start < 0) return count > 0 ? [run(0, count)] : [];
  const runs = [];
  for (let first = start; first < start + count;) {
    let length = 1;
    while (first + length < start + count && digitAt(first + length) === digitAt(first)) length++;
    runs.push(run(first, length));
    first += length;
  }
  return runs;
}

/** How many angles were asked, and at how many of them the upright answer came again. @param {Cells} cells */
export function countKept(cells) {
  const upright = cells[0]?.digit;
  const digits = cells.flatMap((said) => (said ? [said.digit] : []));
  return { asked: digits.length, kept: digits.filter((digit) => digit === upright).length };
}

/**
 * How sure a network is of its upright answer, from 0 to 1, at any angle: between angles that were asked as much as lies between; null
 * where too little is known.
 *
 * @param {Cells} cells
 * @param {number} degrees  in [0, 360)
 */
export function sureAt(cells, degrees) {
  const at = (degrees / 360) * cells.length;
  const [lower, upper] = [Math.floor(at), Math.ceil(at)].map((i) => shareOf(cells, i));
  if (lower === null || upper === null) return null;
  return lower + (upper - lower) * (at - Math.floor(at));
}

/** @param {Cells} cells @param {number} i */
function shareOf(cells, i) {
  const [upright, said] = [cells[0], cells[i % cells.length]];
  return upright && said ? Math.min(1, Math.max(0, said.probabilities[upright.digit])) : null;
}

/**
 * How sure a network is of its upright answer at each angle asked, as a closed path from `inner` (not at all) to `outer`.
 *
 * @param {Cells} cells
 * @param {number} inner
 * @param {number} outer
 */
export function curveOf(cells, inner, outer) {
  const points = cells.flatMap((_, i) => {
    const share = shareOf(cells, i);
    if (share === null) return [];
    return [point(place((360 * i) / cells.length, inner + (outer - inner) * share))];
  });
  return points.length < 3 ? '' : `M${points.join('L')}Z`;
}

/** A path along a circle, counter-clockwise. @param {number} from  degrees @param {number} to @param {number} radius */
export function arc(from, to, radius) {
  const end = (/** @type {number} */ degrees) => point(place(degrees, radius));
  const along = (/** @type {number} */ degrees, /** @type {0 | 1} */ large) =>
    `A${radius} ${radius} 0 ${large} 0 ${end(degrees)}`;
  if (to - from >= 360) return `M${end(from)}${along(from + 180, 0)}${along(from, 0)}Z`;
  return `M${end(from)}${along(to, to - from > 180 ? 1 : 0)}`;
}

/** @param {{ x: number, y: number }} at */
function point({ x, y }) {
  // Without a sign of nothing.
  const [right, down] = [x, y].map((value) => Math.round(value * 100) / 100 + 0);
  return `${right} ${down}`;
}
