// What is shown as text for the end of a link, `#a=90&s=…`: a angle, s strokes, n networks, l layer, c channel, f figure (or section), t trial; and
// by names of their own what is chosen inside figures, `inside=pixel-15-14.head-3`.

import { decodeStrokes, encodeStrokes } from './link.js';
import { AS_THEY_ARE } from './trial.js';

/**
 * @import { Stroke } from '../types.d.ts'
 * @import { Trial } from '../types.d.ts'
 */

/**
 * What a link can say; what it does not say stays as it is.
 *
 * @typedef {object} Place
 * @property {number} [angle]
 * @property {Stroke[]} [strokes]
 * @property {string[]} [networks]  by name
 * @property {number} [layer]
 * @property {number} [channel]
 * @property {string} [figure]
 * @property {Trial} [trial]
 * @property {Record<string, string>} [choices]  inside figures, as these write and read them
 */

/** What a whole address may be, in characters: some programs cut off more. */
const LONGEST = 2048;
/** How much of the line may be lost, of the pad's size, to make a long drawing short. */
const TOLERANCES = [0.003, 0.006, 0.012, 0.025, 0.05];

/** What is damaged where nothing can be read. */
export const WHOLE = 'the whole of it';
/** More characters than any drawing has. */
const HOPELESS = 200000;
const MAX_NETWORKS = 3;

/** Names alone: no link makes a page ask another host. */
const NAME = /^[\w-]{1,40}$/;

/** What may be chosen inside a figure, by the name of that part, and how many there may be. */
const CHOICE = { name: /^(?=.{3,24}$)[a-z]+(-[a-z\d]+)*$/, text: /^[\w.-]{1,200}$/, most: 16 };

/**
 * The end of a link, with its `#`; null where the drawing is too long for one.
 *
 * @param {Place} place
 * @param {string} page  the address that it is for, as far as `#`
 * @returns {string | null}
 */
export function writeAddress(place, page = '') {
  const { strokes = [], angle = 0 } = place;
  const [first, ...rest] = sayRest({ ...place, angle });
  for (const tolerance of TOLERANCES) {
    const drawing = strokes.length > 0 ? [`s=${encodeStrokes(strokes, tolerance)}`] : [];
    const text = `#${[first, ...drawing, ...rest].join('&')}`;
    if (page.length + text.length <= LONGEST) return text;
  }
  return null;
}

/** The same for an attribute, however long the drawing is. @param {Place} place */
export function writePlace(place) {
  const { strokes = [] } = place;
  const drawing = strokes.length > 0 ? [`s=${encodeStrokes(strokes)}`] : [];
  return [...drawing, ...sayRest(place)].join('&');
}

/** All but the drawing. @param {Place} place */
function sayRest({ angle, networks = [], layer, channel, figure, trial, choices = {} }) {
  const others = angle === undefined ? [] : [`a=${Math.round(angle * 10) / 10}`];
  // One that was dropped on the page, or has an address of its own, is not to be had by name.
  if (networks.length > 0 && networks.every((name) => NAME.test(name)))
    others.push(`n=${networks.join(',')}`);
  if (layer !== undefined) others.push(`l=${layer}`);
  if (channel !== undefined) others.push(`c=${channel}`);
  if (figure) others.push(`f=${figure}`);
  const tried = trial ? writeTrial(trial) : '';
  if (tried) others.push(`t=${tried}`);
  for (const [name, text] of Object.entries(choices)) others.push(`${name}=${text}`);
  return others;
}

/** @param {Trial} trial */
function writeTrial({ weights, seed, positions, index }) {
  const said = weights === 'random' ? [`seed-${seed}`] : [];
  if (positions === 'still') said.push('still');
  if (index === 'published') said.push('published');
  return said.join('.');
}

/** How a part of a link is read; undefined where it is damaged. @type {Record<string, (text: string) => Place | undefined>} */
const READERS = {
  a: (text) => {
    const angle = text.trim() === '' ? NaN : Number(text);
    return Number.isFinite(angle) ? { angle: angle % 360 } : undefined;
  },
  s: (text) => {
    const strokes = decodeStrokes(text);
    return strokes && strokes.length > 0 ? { strokes } : undefined;
  },
  n: (text) => {
    const networks = text.split(',');
    const usable = networks.length <= MAX_NETWORKS && networks.every((name) => NAME.test(name));
    return usable ? { networks } : undefined;
  },
  l: (text) => (/^\d{1,3}$/.test(text) ? { layer: Number(text) } : undefined),
  c: (text) => (/^\d{1,5}$/.test(text) ? { channel: Number(text) } : undefined),
  f: (text) => (NAME.test(text) ? { figure: text } : undefined),
  section: (text) => (NAME.test(text) ? { figure: text } : undefined),
  t: (text) => {
    const trial = readTrial(text);
    return trial ? { trial } : undefined;
  },
};

/** What each part is called. @type {Record<string, string>} */
const CALLED = {
  a: 'angle',
  s: 'drawing',
  n: 'networks',
  l: 'layer',
  c: 'channel',
  f: 'figure',
  section: 'section',
  t: 'trial',
};

/** @param {string} text @returns {Trial | undefined} */
function readTrial(text) {
  const trial = { ...AS_THEY_ARE };
  for (const word of text.split('.')) {
    const seed = /^seed-(\d{1,10})$/.exec(word)?.[1];
    if (seed) Object.assign(trial, { weights: 'random', seed: Number(seed) });
    else if (word === 'still') trial.positions = 'still';
    else if (word === 'published') trial.index = 'published';
    else return undefined;
  }
  return trial;
}

/**
 * What the end of a link says, and which of its parts are damaged; null where it says nothing of this kind, as `#demo`.
 *
 * @param {string} hash  with or without `#`
 * @returns {{ place: Place, damaged: string[] } | null}
 */
export function readAddress(hash) {
  const text = hash.replace(/^#/, '');
  if (!/^[a-z][\w-]*=/.test(text)) return null;
  if (text.length > HOPELESS) return { place: {}, damaged: [WHOLE] };
  const said = new URLSearchParams(text);
  const found = { place: /** @type {Place} */ ({}), damaged: /** @type {string[]} */ ([]) };
  for (const [key, read] of Object.entries(READERS)) {
    const part = said.get(key);
    if (part === null) continue;
    const place = read(part);
    if (place) Object.assign(found.place, place);
    else found.damaged.push(CALLED[key]);
  }
  // Of a figure that this build has not, nobody asks; of one that it has, what can't be is let be.
  const choices = [...said]
    .filter(
      ([name, text]) => !(name in READERS) && CHOICE.name.test(name) && CHOICE.text.test(text),
    )
    .slice(0, CHOICE.most);
  if (choices.length > 0) found.place.choices = Object.fromEntries(choices);
  return found;
}

/** In words. @param {string[]} damaged  what of it */
export function describeDamage(damaged) {
  const last = damaged[damaged.length - 1];
  const all = damaged.length > 1 ? `${damaged.slice(0, -1).join(', ')} and ${last}` : last;
  return `${last === WHOLE ? '' : 'its '}${all} could not be read`;
}
