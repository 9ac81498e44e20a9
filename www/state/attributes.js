// What attributes say of the pad, done to a demonstration; what can't be done is told.

import { CodedError } from '../engine/errors.js';
import { samples } from '../samples.js';
import { normalise } from './angle.js';

/** @import { Demo } from './demo.js' */

/** @param {Demo} demo @param {string} value  a digit; what is on the pad stays where it is none */
export function putSample(demo, value) {
  const sample = samples.find(({ digit }) => String(digit) === value.trim());
  if (sample) demo.drawing.open(sample.strokes);
  else {
    const message = `“${value.slice(0, 40)}” is not a sample; there are the digits 0 to 9.`;
    demo.warn(new CodedError('invalid-strokes', message));
  }
}

/** @param {Demo} demo @param {unknown} value  degrees @returns {boolean} whether it is an angle */
export function putAngle(demo, value) {
  const usable = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  const degrees = usable ? Number(value) : NaN;
  if (Number.isFinite(degrees)) {
    demo.turning.set(normalise(degrees));
    return true;
  }
  const shown = typeof value === 'string' ? `“${value.slice(0, 40)}”` : 'This';
  demo.warn(new CodedError('invalid-angle', `${shown} is not an angle in degrees.`));
  return false;
}
