// Figures as files. They are mounted once more beside the page, at a width of their own, so that a picture is the same whatever the
// screen, and whole where no frame is ever drawn.

import { paletteOf } from '../ui/canvas.js';
import { add } from '../ui/dom.js';
import { adoptMore } from '../ui/styles.js';
import { fileOf as pngOf, snapshot } from '../ui/snapshot.js';
import { fileOf as svgOf } from '../ui/vector.js';
import { OF_VECTORS, viewOf } from './figures.js';
import { dressAndMount } from './late.js';

/** @import { Demo } from '../state/demo.js' */

/** Of an SVG without a size of its own. */
const SVG_WIDTH = 560;

const style = `
.offstage { position: fixed; left: -10000px; top: 0; width: 640px; container-type: inline-size; }
.offstage[data-several] { width: 1120px; }
.offstage .sheet { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px 32px; align-items: start; }
.offstage[data-several] .sheet { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
.offstage .sheet > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; container-type: inline-size; }
.offstage .sheet > .wide { grid-column: 1 / -1; }
`;

/** Those that stand beside each other; others are as wide as the sheet. */
const NARROW = ['polar', 'answers'];

/**
 * Mounts figures that are here, hands over what holds them, and takes them away.
 *
 * @template T
 * @param {ShadowRoot} shadow
 * @param {Demo} demo
 * @param {readonly string[]} names
 * @param {(sheet: HTMLElement, ground: string) => T} use
 * @returns {T}
 */
function offstage(shadow, demo, names, use) {
  const life = new AbortController();
  adoptMore(shadow, style);
  const stage = add(
    shadow,
    '<div class="offstage" lang="en" dir="ltr" aria-hidden="true" inert><div class="sheet"></div></div>',
  );
  stage.toggleAttribute('data-several', names.length > 1);
  const sheet = /** @type {HTMLElement} */ (stage.firstElementChild);
  try {
    const ordered = [...NARROW.filter((name) => names.includes(name)), ...names];
    for (const name of new Set(ordered)) {
      const place = add(sheet, '<div></div>');
      place.classList.toggle('wide', !NARROW.includes(name));
      const view = viewOf(name);
      if (view) dressAndMount(view, place, demo, life.signal);
    }
    return use(sheet, paletteOf(stage).colour('ground'));
  } finally {
    life.abort();
    stage.remove();
  }
}

/** @param {ShadowRoot} shadow @param {Demo} demo @param {readonly string[]} names @returns {Promise<Blob>} a PNG */
export function pictureOf(shadow, demo, names) {
  return pngOf(offstage(shadow, demo, names, snapshot));
}

/** @param {ShadowRoot} shadow @param {Demo} demo @param {string} name  of a figure of vectors @returns {string} an SVG */
export function vectorsOf(shadow, demo, name) {
  return offstage(shadow, demo, [name], (sheet, ground) => {
    const svg = OF_VECTORS.includes(name) && sheet.querySelector('svg');
    if (!svg)
      throw new Error(`The figure “${name}” is no drawing of vectors; toBlob() gives a PNG.`);
    const title = viewOf(name)?.figure.title ?? '';
    return svgOf(svg, { ground, size: SVG_WIDTH, title });
  });
}
