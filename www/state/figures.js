// Kinds of figures, by their names alone, and lists of names.

/** Those that are of no drawing: they need neither a pad nor a network. @type {string[]} */
export const OF_NO_DRAWING = ['results', 'cost'];
/** Those of one layer and channel. */
export const OF_A_LAYER = ['maps', 'errors'];
/** Those that look inside a network, at a pixel. */
export const OF_INSIDE = ['attention', 'position', 'encoding', 'lifting'];

/** Names with spaces or commas between; null where there are none. @param {string | null} text */
export function namesIn(text) {
  const names = (text ?? '')
    .slice(0, 1000)
    .split(/[\s,]+/)
    .filter(Boolean);
  return names.length > 0 ? [...new Set(names)] : null;
}
