// Colours with a meaning of their own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  MOST,
  TICKS,
  css,
  directionColour,
  inkOn,
  leftOverColour,
  placeOnScale,
} from '../../www/ui/palette.js';

/** Relative luminance of WCAG. @param {number[]} rgb */
function luminance(rgb) {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('the scale of what is left over is a square root that ends at its last tick', () => {
  assert.deepEqual(TICKS, [0, 0.1, 0.5, 1, 1.5]);
  assert.equal(placeOnScale(0), 0);
  assert.equal(placeOnScale(MOST), 1);
  assert.equal(placeOnScale(MOST / 4), 0.5);
  for (const beyond of [7, Infinity]) assert.equal(placeOnScale(beyond), 1);
  assert.equal(placeOnScale(-1), 0);
});

test('its lightness goes one way, from the ground on', () => {
  for (const dark of [false, true]) {
    let last = luminance(leftOverColour(0, dark));
    for (let i = 1; i <= 60; i++) {
      const next = luminance(leftOverColour((MOST * i) / 60, dark));
      assert(dark ? next > last : next < last, `${dark ? 'dark' : 'light'}, ${i}`);
      last = next;
    }
  }
  assert.deepEqual(leftOverColour(0, false), [255, 255, 255]);
  assert.deepEqual(leftOverColour(9, false), [0x4a, 0x08, 0x3e]);
});

test('rounding is blank, and corners are not', () => {
  for (const dark of [false, true]) {
    const blank = leftOverColour(0, dark);
    assert.deepEqual(leftOverColour(5e-7, dark), blank);
    assert.notDeepEqual(leftOverColour(NaN, dark), blank);
    assert.notDeepEqual(leftOverColour(0.06, dark), blank, 'the published index rule is seen');
  }
});

test('each direction has a colour, and its name can be read on it', () => {
  for (const dark of [false, true]) {
    const colours = new Set();
    for (let degrees = 0; degrees < 360; degrees += 22.5) {
      const colour = directionColour(degrees, dark);
      colours.add(colour);
      const [a, b] = [
        colour.match(/\d+/g) ?? [],
        inkOn(colour) === '#000000' ? [0, 0, 0] : [255, 255, 255],
      ]
        .map((rgb) => luminance(rgb.map(Number)))
        .sort((x, y) => y - x);
      assert((a + 0.05) / (b + 0.05) >= 4.5, `${degrees}° ${colour}`);
    }
    assert.equal(colours.size, 16);
    assert.equal(directionColour(360, dark), directionColour(0, dark));
  }
  assert.equal(directionColour(90, false), css([0, 0x79, 0x5a]));
});
