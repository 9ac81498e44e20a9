// Puts a demonstration in the state that the end of a link says.

import { CodedError } from '../engine/errors.js';
import { WHOLE, describeDamage, readAddress } from './address.js';
import { normalise } from './angle.js';

/** @import { Demo } from './demo.js' */

/** @param {Demo} demo @param {string} text  with or without `#`; what it does not say stays as it is */
export function putPlace(demo, text) {
  if (/^#?$/.test(text)) return;
  const { place, damaged } = readAddress(text) ?? { place: {}, damaged: [WHOLE] };
  const { strokes, angle, networks, layer, channel, trial, choices } = place;
  if (networks) demo.pick(networks);
  if (trial) demo.vary(trial);
  if (strokes) demo.drawing.put(strokes);
  if (angle !== undefined) demo.turning.set(normalise(angle));
  if (layer !== undefined) demo.looking.put({ layer });
  if (channel !== undefined) demo.looking.put({ channel });
  if (choices) demo.places.put(choices);
  if (damaged.length > 0)
    demo.warn(
      new CodedError('invalid-place', `This place is damaged: ${describeDamage(damaged)}.`),
    );
}
