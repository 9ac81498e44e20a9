// The HTML that shows elsewhere what is shown here now.

import { samples } from '../samples.js';
import { writePlace } from './address.js';
import { joinNetworks } from './choice.js';
import { DEFAULT_NETWORKS } from './defaults.js';
import { encodeStrokes } from './link.js';

/** @import { Place } from './address.js' */
/** @import { Demo } from './demo.js' */

/** Attributes, in order; those without a value are not there. @typedef {Record<string, string | number | null | undefined>} Attributes */

/** Where the package is for a page that does not say. */
const USUAL = 'gsa-net/';

/** Modules and scripts of the package that a page names, and what is to be named elsewhere in their place. Others have a `page.js` too. */
const SCRIPTS = /\/(?:(define)|(standalone))\.js(?:[?#]|$)/;
/** What the demonstration page names. */
const PAGE = /\/page\.js$/;

/**
 * The tag that brings the elements: from where this page has them, if it says so.
 *
 * @param {Iterable<{ src: string }>} scripts  of the page
 * @param {string} page  its address
 */
export function scriptTag(scripts, page) {
  const all = [...scripts];
  for (const { src } of all) {
    const [, module, plain] = SCRIPTS.exec(src) ?? [];
    if (!/^https?:/.test(src) || !(module || plain)) continue;
    const folder = folderOf(src);
    return plain ? `<script src="${quoted(src)}"></script>` : moduleTag(folder);
  }
  const own = all.find(({ src }) => PAGE.test(src) && folderOf(src) === folderOf(page));
  return moduleTag(own && /^https?:/.test(own.src) ? folderOf(own.src) : USUAL);
}

/** @param {string} address */
function folderOf(address) {
  const path = address.replace(/[?#].*$/s, '');
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** @param {string} folder */
function moduleTag(folder) {
  return `<script type="module" src="${quoted(folder)}define.js"></script>`;
}

/** @param {string} text  for an attribute */
function quoted(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** @param {string} tag @param {Attributes} attributes */
function element(tag, attributes) {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${quoted(String(value))}"`);
  return `<${tag}${said.join('')}></${tag}>`;
}

/** Drawing, angle and networks, said by attributes as far as these can; the rest is said as links do. @param {Demo} demo @param {Place} more */
function stateOf(demo, more) {
  const strokes = demo.drawing.strokes.peek();
  const trial = demo.trial.peek();
  const drawn = encodeStrokes(strokes);
  const sample = samples.find((one) => encodeStrokes(one.strokes) === drawn);
  const names = demo.values;
  const isUsual = names.join() === DEFAULT_NETWORKS.join();
  const canBeHad = names.every((name) => !name.startsWith('blob:'));
  return {
    sample: sample?.digit,
    angle: Math.round(10 * demo.turning.angle.peek()) / 10 || null,
    networks: isUsual || !canBeHad ? null : joinNetworks(names),
    place: writePlace({ ...more, trial, strokes: sample ? [] : strokes }) || null,
  };
}

/** Layer and channel, where somebody chose them. @param {Demo} demo */
function chosenOf({ looking }) {
  const { layer, channel } = looking.chosen.peek();
  return { layer: layer ?? undefined, channel: channel ?? undefined };
}

/** @param {Demo} demo @param {readonly string[]} parts */
function choicesOf({ places }, parts) {
  return Object.fromEntries(Object.entries(places.all).filter(([part]) => parts.includes(part)));
}

/** A figure alone. @param {Demo} demo @param {string} name @param {{ isOfDrawing: boolean, isOfLayer: boolean, parts: readonly string[] }} what  it is of */
export function figureCode(demo, name, { isOfDrawing, isOfLayer, parts }) {
  if (!isOfDrawing) return element('gsa-figure', { name });
  const more = { ...(isOfLayer && chosenOf(demo)), choices: choicesOf(demo, parts) };
  return element('gsa-figure', { name, ...stateOf(demo, more) });
}

/** The whole demonstration. @param {Demo} demo @param {Attributes} attributes  that it has besides @param {readonly string[]} parts  of which choices are told */
export function demoCode(demo, attributes, parts) {
  const { place, ...state } = stateOf(demo, { choices: choicesOf(demo, parts) });
  return element('gsa-demo', { ...attributes, ...state, ...chosenOf(demo), place });
}
