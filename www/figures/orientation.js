// What the maximum over the group throws away: at each element of the group how much speaks for the answer, as a flower whose petals
// ride round when the drawing turns. Ticks are the upright flower's petals, moved along.

import { evidenceNow, movedAlong, peakOf, readingOf, rowOf } from '../state/evidence.js';
import { normalise } from '../state/angle.js';
import { nameAt, nameOf } from '../state/names.js';
import { isShared } from '../state/twins.js';
import { add, find, write } from '../ui/dom.js';
import { formatError } from '../ui/format.js';
import { directionColour } from '../ui/palette.js';
import { addSvg } from '../ui/svg.js';
import { eachNetwork, near, placeOf, watch } from '../watch.js';
import { wordFor } from './blank.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { ModelInfo } from '../../pkg/gsa_net.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Known } from '../state/evidence.js'
 * @import { Network } from '../state/networks.js'
 * @import { Wants } from '../state/study.js'
 */

/** @typedef {ModelInfo['group']['elements']} Elements */
/** @typedef {ReturnType<typeof flowersOf>[0]} Flower */

/** From the middle to where petals begin, and to their longest. */
const [INNER, RIM] = [22, 84];
/** A smaller share of the length is rounding of 32-bit numbers. */
const ROUNDING = 1e-4;

export const figure = { name: 'orientation', title: 'What the maximum throws away', table };

export const style = `
.orientation { display: grid; gap: 10px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); font-size: 0.8125rem; line-height: 1.35; }
.orientation .sub { color: var(--gsa-muted); }
.orientation .one { display: flex; flex-wrap: wrap; align-items: center; gap: 0 16px; }
.orientation b { flex: 1 0 100%; color: var(--bar); }
.orientation .flowers { display: grid; grid-template-columns: repeat(2, minmax(0, 180px)); flex: 1 1 240px; }
.orientation .flowers:empty { display: none; }
.orientation svg { display: block; width: 100%; transition: opacity 120ms; }
.orientation [data-stale] :is(svg, .said) { opacity: 0.3; }
.orientation .said { flex: 1 1 200px; white-space: pre-line; }
.orientation .flowers:not(:empty) + .said { min-height: 9lh; }
.orientation :is(circle, path) { fill: none; stroke: var(--gsa-muted); }
.orientation .tick { stroke: var(--gsa-ink); stroke-width: 2; }
.orientation .most { stroke: var(--gsa-ink); stroke-width: 4; paint-order: stroke; }
.orientation text { fill: var(--gsa-ink); font-size: 20px; text-anchor: middle; }
`;

/** Of the first network of which it is not known. @type {Wants} */
export function wants(demo) {
  const next = demo.networks.loaded.peek().find((network) => !evidenceNow(demo, network));
  const angle = demo.turning.angle.peek();
  return next ? { kind: 'evidence', ...demo.subject, url: next.url, angle } : null;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const element = add(
    root,
    `<figure class="orientation" part="orientation"><figcaption>
      <h3>${figure.title}</h3>
      <p class="sub">How much speaks for a digit, at each element of the group. The answer is the longest petal; where it stands is thrown away. Ticks: the upright petals, moved along. Arrow: where “up” is taken to be.</p>
    </figcaption></figure>`,
  );
  eachNetwork(demo, signal, (network, index, life) => [
    mountOne(element, demo, network, index, life),
  ]);
  demo.study.join(wants, near(element, signal), signal);
}

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountOne(root, demo, network, index, signal) {
  const one = add(
    root,
    `<div class="one ${placeOf(index)}"><b></b><div class="flowers"></div><p class="said"></p></div>`,
  );
  const [title, flowers, said] = ['b', '.flowers', '.said'].map((name) => find(one, name));
  watch(signal, () => {
    const info = network.value?.info.value;
    const known = network.value?.evidence.value ?? null;
    write(title, nameAt(demo, index));
    one.toggleAttribute('data-stale', !!known && !evidenceNow(demo, network.value));
    flowers.replaceChildren();
    const elements = info?.group.elements ?? [];
    if (elements.length < 2) {
      write(said, info ? 'One number for each digit: nothing turns along.' : '');
      return;
    }
    const untaught = demo.isUntaught.value;
    const shown = known ? flowersOf(known, elements, untaught) : [];
    for (const mirror of new Set(elements.map((element) => element.mirror))) {
      for (const flower of shown.length > 0 ? shown : [null]) {
        const name = `${untaught ? '' : (flower?.digit ?? '')}${mirror ? ' ↔' : ''}`;
        const svg = draw(flowers, elements, mirror, flower, scaleOf(shown), demo.dark.value);
        addSvg(svg, 'text', { x: -80, y: -78, 'font-weight': '700' }).textContent = name;
        svg.setAttribute(
          'aria-label',
          `${title.textContent}, evidence${name && ` for ${name}`}: ${flower ? toldOf(flower, elements, mirror) : 'not asked yet'}`,
        );
      }
    }
    write(said, wordsOf(shown, untaught) || wordFor(demo));
  });
  return one;
}

/** Of the answer, and of a twin that shares it. @param {Known} known @param {Elements} elements @param {boolean} untaught */
export function flowersOf({ upright, now, angle }, elements, untaught) {
  const { order, probabilities } = readingOf(now);
  return order.slice(0, isShared(probabilities) && !untaught ? 2 : 1).map((digit) => {
    const [row, before] = [now, upright].map((evidence) => rowOf(evidence, digit));
    const [peak, first] = [row, before].map((some) => elements[peakOf(some)]);
    const { by, along } = movedAlong(before, elements, angle);
    const off = Math.max(...row.map((value, i) => Math.abs(value - along[i])));
    return { digit, row, along, peak, by, off, up: normalise(peak.degrees - first.degrees) };
  });
}

/** From the middle to the rim. @param {Flower[]} flowers */
function scaleOf(flowers) {
  const all = flowers.flatMap(({ row, along }) => [...row, ...along]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return { least, most, span: most - least || 1 };
}

/** @param {Flower[]} flowers @param {boolean} untaught */
export function wordsOf(flowers, untaught) {
  const [first, twin] = flowers;
  if (!first) return '';
  const { least, most, span } = scaleOf(flowers);
  const { digit, peak, up, by } = first;
  const off = Math.max(...flowers.map((flower) => flower.off)) / span;
  const lines = [
    untaught
      ? 'Random weights: no answer; the ticks tell whether the petals turn along.'
      : `Longest for ${digit}: ${nameOf(peak)}, so “up” is taken to have turned by ${up}°.`,
    `Upright moved along by ${by}°: off by ${formatError(off)} of the length at most, ${off < ROUNDING ? 'rounding alone' : 'so only nearly'}.`,
    `Length: logits, ${written(least)} in the middle, ${written(most)} at the rim.`,
  ];
  if (twin) {
    const where =
      twin.peak === peak
        ? 'there too. Upside down both stand opposite: only that could tell 6 from 9'
        : `${nameOf(twin.peak)}. The maximum does not know that`;
    lines.splice(1, 0, `Longest for ${twin.digit}: ${where}.`);
  }
  return lines.join('\n');
}

/** @param {number} value */
function written(value) {
  return value.toFixed(1).replace('-', '−');
}

/** @param {Flower} flower @param {Elements} elements @param {boolean} mirror */
function toldOf({ row, peak }, elements, mirror) {
  const petals = elements.flatMap((element, i) =>
    element.mirror === mirror ? `${nameOf(element)} ${written(row[i])}` : [],
  );
  return `longest at ${nameOf(peak)}; ${petals.join(', ')}`;
}

/**
 * @param {HTMLElement} root
 * @param {Elements} elements
 * @param {boolean} mirror  which of them
 * @param {Flower | null} flower
 * @param {ReturnType<typeof scaleOf>} scale
 * @param {boolean} dark
 */
function draw(root, elements, mirror, flower, { least, span }, dark) {
  const svg = addSvg(root, 'svg', { viewBox: '-95 -108 190 196', role: 'img' });
  for (const r of [INNER, RIM]) addSvg(svg, 'circle', { r });
  addSvg(svg, 'text', { x: 0, y: -90 }).textContent = '0°';
  const half = Math.min(7, 120 / elements.length);
  /** @param {number} value */
  const lengthOf = (value) => INNER + ((value - least) / span) * (RIM - INNER);
  for (const [i, element] of elements.entries()) {
    if (element.mirror !== mirror || !flower) continue;
    const petal = addSvg(svg, 'path', {
      class: element === flower.peak ? 'most' : '',
      d: `M${-half} ${-INNER}V${-lengthOf(flower.row[i])}H${half}V${-INNER}`,
    });
    petal.style.fill = directionColour(element.degrees, dark);
    const reach = half + 3;
    const tick = `M${-reach} ${-lengthOf(flower.along[i])}h${2 * reach}`;
    for (const path of [petal, addSvg(svg, 'path', { class: 'tick', d: tick })]) {
      path.setAttribute('transform', `rotate(${-element.degrees})`);
    }
  }
  if (flower && !mirror) {
    const transform = `rotate(${-flower.up})`;
    addSvg(svg, 'path', { class: 'tick', transform, d: 'M0 14V-14M-6-7 0-14 6-7' });
  }
  return svg;
}

/** @param {Demo} demo */
function table(demo) {
  /** @type {(string | number)[][]} */
  const rows = [];
  for (const [i, network] of demo.networks.shown.value.entries()) {
    const [known, info] = [evidenceNow(demo, network), network.info.value];
    if (!known || !info) continue;
    const name = demo.networks.names.value[i];
    const { elements } = info.group;
    const untaught = demo.isUntaught.value;
    for (const { digit, row, along } of flowersOf(known, elements, untaught)) {
      const of = untaught ? '' : digit;
      elements.forEach((element, k) => rows.push([name, of, nameOf(element), row[k], along[k]]));
    }
  }
  return { columns: ['Network', 'Digit', 'Element', 'Evidence', 'Upright, moved along'], rows };
}
