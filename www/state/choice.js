// Which networks are to be shown: as a page asks, until a visitor picks others.

/** How many stand side by side at most. */
export const MOST = 3;

/** Letters of a list that are looked at; addresses of data are long. */
const MAX_LETTERS = 1 << 28;

/**
 * The networks of a list with commas. Commas within an address are written `%2C`, but for the one in an address of data.
 *
 * @param {string} text
 * @returns {string[]} one more than can be shown at most
 */
export function parseNetworks(text) {
  const values = [];
  const items = text.slice(0, MAX_LETTERS).matchAll(/(?:\s*data:[^,]*,)?[^,]*/g);
  for (const [item] of items) {
    const value = item.trim();
    if (value) values.push(value);
    if (values.length > MOST) break;
  }
  return values;
}

/** The list that `parseNetworks` reads. @param {string[]} values */
export function joinNetworks(values) {
  return values
    .map((value) => (value.startsWith('data:') ? value : value.replaceAll(',', '%2C')))
    .join(', ');
}

/**
 * The networks shown, with another one in one place. One that has another place already changes places with it.
 *
 * @param {string[]} values
 * @param {number} place  the one after the last adds one
 * @param {string} value
 */
export function placed(values, place, value) {
  const next = values.slice(0, MOST);
  const at = next.indexOf(value);
  if (at >= 0 && place >= next.length) return next;
  const index = Math.min(place, MOST - 1);
  if (at >= 0) next[at] = next[index];
  next[index] = value;
  return next;
}

/** What networks learnt from, as their names end. */
const ENDS = /** @type {const} */ (['_upright', '_drawn']);

/** @typedef {'upright' | 'drawn'} Lesson */

/**
 * The same networks after another lesson, as far as there are such.
 *
 * @param {string[]} values
 * @param {Lesson} lesson
 * @param {(name: string) => boolean} isThere
 */
export function taught(values, lesson, isThere) {
  return values.map((value) => {
    const end = ENDS.find((ending) => value.endsWith(ending));
    const other = end && `${value.slice(0, -end.length)}_${lesson}`;
    return other && isThere(other) ? other : value;
  });
}

/**
 * Which lesson all those had that could have had another; null where they differ, or none could.
 *
 * @param {string[]} values
 * @param {(name: string) => boolean} isThere
 * @returns {{ lesson: Lesson | null, canSwitch: boolean }}
 */
export function lessonOf(values, isThere) {
  const [upright, drawn] = /** @type {const} */ (['upright', 'drawn']).map((lesson) =>
    taught(values, lesson, isThere),
  );
  const canSwitch = upright.some((value, i) => value !== drawn[i]);
  const isAll = (/** @type {string[]} */ other) => other.every((value, i) => value === values[i]);
  const lesson = !canSwitch ? null : isAll(upright) ? 'upright' : isAll(drawn) ? 'drawn' : null;
  return { lesson, canSwitch };
}
