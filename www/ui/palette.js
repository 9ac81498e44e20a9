// Colours with a meaning of their own: one for each direction of a group, and one scale for what is left over.

/** @typedef {[number, number, number]} Rgb */

/** At every 45° from upright on: dark ones at quarter turns, light ones between, apart with every kind of colour blindness. */
const DIRECTIONS = {
  light: ['#0072b2', '#56b4e9', '#00795a', '#e5c200', '#1b1d22', '#e58fbf', '#6a3d9a', '#e69f00'],
  dark: ['#3f9bdc', '#9ad4f7', '#1fbf94', '#ffe14d', '#e9e6df', '#f3b3d6', '#a97fe0', '#ffb733'],
};

/** Nothing is left over, to all of it and more: lightness goes one way. */
const LEFT_OVER = {
  light: ['#ffffff', '#fad6a5', '#e9806e', '#a8205c', '#4a083e'],
  dark: ['#1c1e23', '#5c1e54', '#be3462', '#f48c5e', '#ffecbe'],
};
/** Where nothing is compared: a blank disc reads as a result, not as nothing. */
const CORNER = { light: '#e4e1d8', dark: '#34363d' };

/** The end of the scale of what is left over, as a share of a layer's own strength. */
export const MOST = 1.5;
export const TICKS = [0, 0.1, 0.5, 1, MOST];

/** Where a share lies on that scale, a square root, from 0 to 1. @param {number} share */
export function placeOnScale(share) {
  return Math.sqrt(Math.min(Math.max(share, 0), MOST) / MOST);
}

/** The colour of a direction; what lies between two of eight is mixed of both. @param {number} degrees @param {boolean} dark */
export function directionColour(degrees, dark) {
  return css(along(DIRECTIONS[dark ? 'dark' : 'light'], (degrees / 45) % 8));
}

/** The colour of what is left over; of what is no number, that of corners. @param {number} share @param {boolean} dark @returns {Rgb} */
export function leftOverColour(share, dark) {
  const scheme = dark ? 'dark' : 'light';
  if (Number.isNaN(share)) return rgbOf(CORNER[scheme]);
  return along(LEFT_OVER[scheme], placeOnScale(share) * (LEFT_OVER[scheme].length - 1));
}

/** Steps of the scale that a picture has. */
const STEPS = 1024;
/** @type {Map<boolean, Rgb[]>} */
const tables = new Map();

/**
 * A picture of what is left over.
 *
 * @param {Float32Array} shares  row after row
 * @param {number} cols
 * @param {boolean} dark
 */
export function paintLeftOver(shares, cols, dark) {
  let table = tables.get(dark);
  if (!table) {
    table = Array.from({ length: STEPS + 1 }, (_, i) =>
      leftOverColour(MOST * (i / STEPS) ** 2, dark),
    );
    tables.set(dark, table);
  }
  const corner = leftOverColour(NaN, dark);
  const image = new ImageData(cols, shares.length / cols);
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i];
    const rgb = Number.isNaN(share) ? corner : table[Math.round(placeOnScale(share) * STEPS)];
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = rgb[c];
    image.data[4 * i + 3] = 255;
  }
  return image;
}

/** Black or white: what can be read on a colour. @param {string} colour  `rgb(…)` */
export function inkOn(colour) {
  const [r, g, b] = (colour.match(/\d+/g) ?? []).map((value) => {
    const share = Number(value) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // From this luminance on, black has the greater contrast.
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000000' : '#ffffff';
}

/** @param {Rgb} rgb */
export function css(rgb) {
  return `rgb(${rgb.join(', ')})`;
}

/** Between two of a round of colours. @param {string[]} colours @param {number} place @returns {Rgb} */
function along(colours, place) {
  const first = Math.floor(place);
  const share = place - first;
  const [a, b] = [colours[first % colours.length], colours[(first + 1) % colours.length]].map(
    rgbOf,
  );
  const [red, green, blue] = a.map((value, i) => Math.round(value + (b[i] - value) * share));
  return [red, green, blue];
}

/** @param {string} hex @returns {Rgb} */
function rgbOf(hex) {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
