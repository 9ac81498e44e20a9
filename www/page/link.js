// Links to what is shown: read when the page opens, written when a reader copies one.

import { describeDamage, readAddress, writeAddress } from '../state/address.js';

/**
 * @import { GsaDemo } from '../element.js'
 * @import { Place } from '../state/address.js'
 */

/** Figures of the demonstration that can be gone to, in the order in which they stand; after them come the sections of the story. */
const FIGURES = ['polar', 'maps', 'errors', 'orientation'];

function sections() {
  return [...document.querySelectorAll('.prose section')].map(({ id }) => id);
}

/** @param {GsaDemo} demo @param {string} figure */
function partOf(demo, figure) {
  if (sections().includes(figure)) return document.getElementById(figure);
  // In its place before it is loaded, too, which may be one for several.
  const places = `[part~="${figure}"], [data-figure~="${figure}"]`;
  return demo.shadowRoot?.querySelector(places) ?? null;
}

/** The figure or section below the stage that is looked at; none at the top of the page. @param {GsaDemo} demo */
function figureInSight(demo) {
  const middle = innerHeight / 2;
  const [, ...below] = [...FIGURES, ...sections()];
  return below.findLast((figure) => {
    const box = partOf(demo, figure)?.getBoundingClientRect();
    return scrollY > 0 && box && box.top < middle && box.bottom > 0;
  });
}

/** Goes to a figure, unless the reader has gone somewhere by then. @param {GsaDemo} demo @param {string} figure */
async function goTo(demo, figure) {
  const isSection = sections().includes(figure);
  if (!isSection && !FIGURES.includes(figure)) return;
  await demo.ready.catch(() => {});
  if (scrollY > 0) return;
  const part = partOf(demo, figure);
  if (isSection && part) keepInSight(part);
  else part?.scrollIntoView({ block: 'center' });
}

/** How long figures above a section may take to come, and how far they may push it until it is followed. */
const SETTLED = { ms: 6000, pixels: 24 };

/** Goes to a section, and follows it while figures above it come, until the reader does something. @param {Element} section */
function keepInSight(section) {
  const reader = new AbortController();
  const { signal } = reader;
  for (const what of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
    addEventListener(what, () => reader.abort(), { signal, passive: true });
  setTimeout(() => reader.abort(), SETTLED.ms);
  const follow = () => {
    if (signal.aborted) return;
    if (Math.abs(section.getBoundingClientRect().top) > SETTLED.pixels) {
      section.scrollIntoView({ behavior: 'instant' });
    }
    requestAnimationFrame(follow);
  };
  follow();
}

/** @param {GsaDemo} demo @param {Place} place */
function show(demo, { strokes, angle, networks, layer, channel, figure, trial, choices }) {
  if (networks) demo.networks = networks;
  if (trial) demo.trial = trial;
  if (strokes) demo.strokes = strokes;
  if (strokes || angle !== undefined) demo.angle = angle ?? 0;
  if (layer !== undefined) demo.layer = layer;
  if (channel !== undefined) demo.channel = channel;
  if (choices) demo.choices = choices;
  if (figure) goTo(demo, figure);
}

/**
 * @param {GsaDemo} demo
 * @param {(text: string) => void} tell  the reader
 */
export function followLinks(demo, tell) {
  const read = () => {
    const said = readAddress(location.hash);
    if (!said) return;
    show(demo, said.place);
    if (said.damaged.length > 0) tell(`This link is damaged: ${describeDamage(said.damaged)}.`);
  };
  read();
  addEventListener('hashchange', read);
}

/** A link to what is shown, with what is said of it. @param {GsaDemo} demo @returns {Promise<string>} */
export async function copyLink(demo) {
  if (demo.strokes.length === 0) return 'Draw something first.';
  const { angle, strokes, networks, layer, channel, trial, choices } = demo;
  const place = { angle, strokes, networks, layer, channel, trial, choices };
  const page = location.href.split('#')[0];
  const end = writeAddress({ ...place, figure: figureInSight(demo) }, page);
  if (!end) return 'This drawing is too long for a link.';
  try {
    history.replaceState(null, '', end);
  } catch {
    // A frame without an address of its own.
  }
  try {
    await navigator.clipboard.writeText(page + end);
    return 'The link is copied.';
  } catch {
    return 'The link is in the address bar.';
  }
}
