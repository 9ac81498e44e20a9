// The demonstration that a figure brings where its page has none. What is on its small pad the figure's attributes say.

import { signal as signalOf } from '@preact/signals-core';
import { samples } from '../samples.js';
import { putAngle, putSample } from '../state/attributes.js';
import { MOST, parseNetworks } from '../state/choice.js';
import { DEFAULT_NETWORKS } from '../state/defaults.js';
import { Demo } from '../state/demo.js';
import { putPlace } from '../state/placing.js';
import { OF_INSIDE } from '../state/figures.js';

/** @import { ErrorDetail } from '../types.d.ts' */

/** The digit with which it begins: the one at which the networks differ most. */
const FIRST_DIGIT = 7;
/** Where one looks inside, it is the one with a crossing. */
const CROSSED = { digit: 4, of: [...OF_INSIDE, 'group-size'] };

/** @param {Element} figure @param {string} name  of what it shows @param {(detail: ErrorDetail) => void} failed */
export function makeOwn(figure, name, failed) {
  const quiet = () => {};
  const told = { answered: quiet, settled: quiet, switched: quiet, chosen: quiet };
  const own = new Demo({ ...told, failed });
  for (const attribute of ['sample', 'angle', 'place']) {
    if (figure.hasAttribute(attribute)) put(own, figure, attribute);
  }
  if (own.drawing.isEmpty.peek())
    own.drawing.open(samples[CROSSED.of.includes(name) ? CROSSED.digit : FIRST_DIGIT].strokes);
  // Nothing is loaded before somebody looks.
  own.attention.join(signalOf(false), new AbortController().signal);
  own.connect(networksOf(figure));
  return own;
}

/** @param {Element} figure */
function networksOf(figure) {
  const listed = parseNetworks(figure.getAttribute('networks') ?? '').slice(0, MOST);
  return listed.length > 0 ? listed : DEFAULT_NETWORKS;
}

/** What an attribute says now. @param {Demo} own @param {Element} figure @param {string} attribute */
export function put(own, figure, attribute) {
  const value = figure.getAttribute(attribute);
  if (attribute === 'networks') own.show(networksOf(figure));
  else if (attribute === 'angle') putAngle(own, value ?? 0);
  else if (value === null) return;
  else if (attribute === 'sample') putSample(own, value);
  else putPlace(own, value);
}
