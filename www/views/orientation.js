// What the maximum over the group throws away: at each element of the group how much speaks for the answer, as a flower whose petals
// ride round when the drawing turns. Ticks are the upright flower's petals, moved along.

import { peakOf, evidenceNow, movedAlong, readingOf, rowOf } from '../state/evidence.js';
import { normalise } from '../state/angle.js';
import { titleOf, symmetriesOf } from '../state/kinds.js';
import { isShared } from '../state/twins.js';
import { place } from '../ui/circle.js';
import { add, find, write } from '../ui/dom.js';
import { formatError } from '../ui/format.js';
import { directionColour } from '../ui/palette.js';
import { addSvg } from '../ui/svg.js';
import { nameOf } from './ride.js';
import { eachNetwork, near, placeOf, watch } from './watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { Known } from '../state/evidence.js'
 * @import { Network } from '../state/networks.js'
 * @import { Wants } from '../state/study.js'
 */

/** @typedef {import('../../pkg/gsa_net.js').ModelInfo['group']['elements']} Elements */

/** From the middle to where petals begin, to their longest, and to what is written. */
const RADII = { from: 22, to: 82, text: 96, name: 112 };

export const figure = { name: 'orientation', title: 'What the maximum throws away', table };

export const style = `
.orientation { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr)); gap: 8px 24px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); font-size: 0.8125rem; line-height: 1.35; }
.orientation figcaption { grid-column: 1 / -1; }
.orientation .sub { color: var(--gsa-muted); font-size: inherit; }
.orientation .one > b { color: var(--bar); }
.orientation .flowers { display: flex; justify-content: center; }
.orientation svg { display: block; flex: 0 1 220px; min-width: 0; aspect-ratio: 220 / 232; transition: opacity 120ms; }
.orientation [data-stale] :is(svg, .said) { opacity: 0.3; }
.orientation .said { min-height: 5lh; }
.orientation svg * { stroke: var(--gsa-muted); }
.orientation svg text { fill: var(--gsa-muted); stroke: none; font-size: 14px; text-anchor: middle; dominant-baseline: central; }
.orientation svg .name { fill: var(--gsa-ink); font-size: 20px; font-weight: 700; }
.orientation svg .most { stroke: var(--gsa-ink); stroke-width: 3; }
.orientation svg :is(.tick, .up) { fill: none; stroke: var(--gsa-ink); stroke-width: 2; }
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
      <p class="sub">How much speaks for a digit at each angle of the group. The answer is the largest petal; where it stands is thrown away. Ticks: upright’s petals, moved along.</p>
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
  const [flowers, said] = [find(one, '.flowers'), find(one, '.said')];
  watch(signal, () => {
    const info = network.value?.info.value;
    const known = network.value?.evidence.value ?? null;
    const title = info ? titleOf(symmetriesOf(info)) : (demo.networks.names.value[index] ?? '');
    write(find(one, 'b'), title);
    one.toggleAttribute('data-stale', !!known && !evidenceNow(demo, network.value));
    flowers.replaceChildren();
    if (!info) return;
    const { elements } = info.group;
    if (elements.length === 1) {
      write(said, 'One number for each digit: nothing turns along.');
      return;
    }
    const untaught = demo.isUntaught.value;
    const shown = known ? flowersOf(known, elements) : [];
    for (const mirror of new Set(elements.map((element) => element.mirror))) {
      for (const flower of shown.length > 0 ? shown : [null]) {
        const name = `${untaught || !flower ? '' : flower.digit}${mirror ? ' mirrored' : ''}`;
        const svg = draw(flowers, elements, mirror, flower, scaleOf(shown), demo.dark.value);
        addSvg(svg, 'text', { class: 'name', x: 0, y: RADII.name }).textContent = name;
        svg.setAttribute(
          'aria-label',
          `${title}: ${flower ? toldOf(flower, elements, mirror, untaught) : 'not asked yet'}`,
        );
      }
    }
    write(said, wordsOf(shown, untaught));
  });
  return one;
}

/** @typedef {ReturnType<typeof flowersOf>[0]} Flower */
/** @typedef {ReturnType<typeof scaleOf>} Scale */

/** Of the answer, and of a twin that shares it. @param {Known} known @param {Elements} elements */
export function flowersOf({ upright, now, angle }, elements) {
  const { order, probabilities } = readingOf(now);
  return order.slice(0, isShared(probabilities) ? 2 : 1).map((digit) => {
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
  if (!first) return 'Not asked yet.';
  const { least, most, span } = scaleOf(flowers);
  const at = nameOf(first.peak);
  const words = [
    untaught
      ? 'Random weights: no answer, but the flower turns along.'
      : `${first.digit} is largest at ${at}: up is taken to have turned by ${first.up}°.`,
  ];
  if (twin && !untaught) {
    words.push(
      first.peak === twin.peak
        ? `${twin.digit} is largest there too. Upside down both stand opposite; only that tells 6 from 9.`
        : `${twin.digit} is largest at ${nameOf(twin.peak)}.`,
    );
  }
  const off = Math.max(...flowers.map((flower) => flower.off));
  words.push(
    `Off upright’s petals moved along by ${first.by}°: ${formatError(off / span)} of the length.`,
    `Length: logits, ${least.toFixed(1)} in the middle to ${most.toFixed(1)} at the rim.`,
  );
  return words.join(' ');
}

/** @param {Flower} flower @param {Elements} elements @param {boolean} mirror @param {boolean} untaught */
function toldOf({ digit, row, peak }, elements, mirror, untaught) {
  const petals = elements.flatMap((element, i) =>
    element.mirror === mirror ? `${nameOf(element)} ${row[i].toFixed(1)}` : [],
  );
  return `evidence for ${untaught ? 'one digit' : digit}, largest at ${nameOf(peak)}: ${petals.join(', ')}`;
}

/**
 * @param {HTMLElement} root
 * @param {Elements} elements
 * @param {boolean} mirror  which of them
 * @param {Flower | null} flower
 * @param {Scale} scale
 * @param {boolean} dark
 */
function draw(root, elements, mirror, flower, { least, span }, dark) {
  const svg = addSvg(root, 'svg', { viewBox: '-110 -110 220 232', role: 'img' });
  const some = elements.filter((element) => element.mirror === mirror);
  const half = Math.min(7, 60 / some.length);
  /** @param {number} value */
  const lengthOf = (value) => RADII.from + ((value - least) / span) * (RADII.to - RADII.from);
  addSvg(svg, 'circle', { r: RADII.from - 2, fill: 'none' });
  for (const [i, element] of elements.entries()) {
    if (element.mirror !== mirror) continue;
    const { degrees } = element;
    const transform = `rotate(${-degrees})`;
    const end = flower ? lengthOf(flower.row[i]) : RADII.from;
    const petal = addSvg(svg, 'path', {
      ...{ class: 'petal', transform, fill: directionColour(degrees, dark) },
      d: `M${-half} ${-RADII.from}V${-end}H${half}V${-RADII.from}Z`,
    });
    if (flower) {
      if (element === flower.peak) petal.classList.add('most');
      const tick = -lengthOf(flower.along[i]);
      addSvg(svg, 'path', { class: 'tick', transform, d: `M${-half - 3} ${tick}H${half + 3}` });
    }
    if (degrees % 90 !== 0) continue;
    const { x, y } = place(degrees, RADII.text);
    addSvg(svg, 'text', { x, y }).textContent = `${degrees}°`;
  }
  if (flower && !mirror) {
    addSvg(svg, 'path', {
      class: 'up',
      transform: `rotate(${-flower.up})`,
      d: 'M0 14V-14M-6 -7 0 -14 6 -7',
    });
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
    for (const { digit, row, along } of flowersOf(known, elements)) {
      elements.forEach((element, k) => rows.push([name, digit, nameOf(element), row[k], along[k]]));
    }
  }
  const columns = ['Network', 'Digit', 'Element', 'Evidence', 'That of upright, moved along'];
  return { columns, rows };
}
