// A model file for another number of rotations, or another window: for its time alone, since what it says nobody has taught.

/**
 * Tensors of a model file, as its header describes them.
 *
 * @typedef {{ dtype: string, shape: number[], data_offsets: [number, number] }} Tensor
 */

const EMBEDDING = '.group_embedding';

/**
 * Encodings are functions of positions, so that a window has no weights of its own; of the group's elements each has a row, and rows are
 * taken again from the first.
 *
 * @param {Uint8Array} bytes
 * @param {{ rotations?: number, window?: number }} changes
 * @returns {Uint8Array}
 */
export function reshaped(bytes, { rotations, window }) {
  const start = 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { __metadata__: metadata, ...tensors } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(8, start)),
  );
  const config = JSON.parse(metadata.config);
  if (rotations) config.group = { ...config.group, rotations };
  if (window) config.window = window;
  /** @type {Record<string, unknown>} */
  const header = { __metadata__: { ...metadata, config: JSON.stringify(config) } };
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  const byPlace = /** @type {[string, Tensor][]} */ (Object.entries(tensors)).sort(
    ([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0],
  );
  for (const [name, { shape, data_offsets: from, ...rest }] of byPlace) {
    const data = bytes.subarray(start + from[0], start + from[1]);
    const isToGrow = rotations && name.endsWith(EMBEDDING);
    const part = isToGrow ? rowsAgain(data, shape[0], rotations) : data;
    header[name] = {
      ...rest,
      shape: isToGrow ? [rotations, ...shape.slice(1)] : shape,
      data_offsets: [length, length + part.byteLength],
    };
    parts.push(part);
    length += part.byteLength;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const made = new Uint8Array(8 + text.byteLength + length);
  new DataView(made.buffer).setUint32(0, text.byteLength, true);
  made.set(text, 8);
  let at = 8 + text.byteLength;
  for (const part of parts) {
    made.set(part, at);
    at += part.byteLength;
  }
  return made;
}

/** @param {Uint8Array} data @param {number} rows  that there are @param {number} wanted */
function rowsAgain(data, rows, wanted) {
  const row = data.byteLength / rows;
  const made = new Uint8Array(row * wanted);
  for (let i = 0; i < wanted; i++) {
    const from = (i % rows) * row;
    made.set(data.subarray(from, from + row), i * row);
  }
  return made;
}
