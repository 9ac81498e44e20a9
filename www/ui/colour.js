// A diverging colour map, made in OKLCH so that equal steps of value look like equal steps of colour. Positive values are ink and
// negative ones violet, so that blue and orange stand for networks alone; violet stays lighter than ink, so that they are told apart with
// every kind of colour blindness.

/**
 * @param {number} lightness  0..1
 * @param {number} chroma
 * @param {number} hue  degrees
 * @returns {[number, number, number]} linear sRGB, perhaps outside 0..1
 */
function oklchToLinear(lightness, chroma, hue) {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/**
 * sRGB bytes of a colour; one that the screen cannot show loses chroma, never lightness or hue.
 *
 * @param {number} lightness
 * @param {number} chroma
 * @param {number} hue
 * @returns {[number, number, number]}
 */
export function oklch(lightness, chroma, hue) {
  let linear = oklchToLinear(lightness, chroma, hue);
  for (let c = chroma; c > 0 && linear.some((v) => v < -1e-4 || v > 1.0001); c -= 0.004) {
    linear = oklchToLinear(lightness, Math.max(0, c - 0.004), hue);
  }
  const [r, g, b] = linear.map((v) => {
    const clipped = Math.min(1, Math.max(0, v));
    const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(255 * encoded);
  });
  return [r, g, b];
}

/** Of the violet arm. */
const HUE = 310;
export const STEPS = 255;

/** @type {Map<boolean, Uint8ClampedArray>} */
const tables = new Map();

/**
 * `STEPS` RGB triples from the most negative value through zero to the most positive.
 *
 * @param {boolean} dark  zero is dark on dark pages, light on light ones
 */
export function divergingTable(dark) {
  let table = tables.get(dark);
  if (!table) {
    table = new Uint8ClampedArray(3 * STEPS);
    const zero = dark ? 0.23 : 0.99;
    const [violet, ink] = dark ? [0.6, 0.93] : [0.55, 0.22];
    for (let i = 0; i < STEPS; i++) {
      const t = (2 * i) / (STEPS - 1) - 1;
      const size = Math.abs(t);
      const [end, chroma] = t < 0 ? [violet, 0.17 * size ** 0.85] : [ink, 0];
      table.set(oklch(zero + (end - zero) * size, chroma, HUE), 3 * i);
    }
    tables.set(dark, table);
  }
  return table;
}

/**
 * Pixels of one map.
 *
 * @param {Float32Array} values  [H, W], row after row
 * @param {number} cols
 * @param {number} limit  the value that gets the last colour
 * @param {boolean} dark
 */
export function paintMap(values, cols, limit, dark) {
  const table = divergingTable(dark);
  const image = new ImageData(cols, values.length / cols);
  const half = (STEPS - 1) / 2;
  for (let i = 0; i < values.length; i++) {
    const t = limit > 0 ? values[i] / limit : 0;
    const step = Math.round(half + half * Math.min(1, Math.max(-1, t))) || 0;
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = table[3 * step + c];
    image.data[4 * i + 3] = 255;
  }
  return image;
}
