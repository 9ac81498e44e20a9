// Inside each network: the maps of the layer and channel that are looked at, on a ring on which they ride, and beside it what is left over
// of the layer when they are turned back.

import { computed } from '@preact/signals-core';
import { STEPS, divergingTable } from '../ui/colour.js';
import { Painter, paletteOf } from '../ui/canvas.js';
import { add, find, write } from '../ui/dom.js';
import { formatError } from '../ui/format.js';
import { directionColour } from '../ui/palette.js';
import { makeTiles, mapAt, paintRing } from '../ui/ring.js';
import { comparedAt, errorsNow, isMeasured } from '../state/errors.js';
import { symmetriesOf, titleOf } from '../state/kinds.js';
import {
  differenceOf,
  mount as mountDifference,
  mountScale,
  style as leftStyle,
} from './difference.js';
import { nameOf } from '../state/names.js';
import { carried, nearestElement, rideOf } from './ride.js';
import { eachNetwork, near, placeOf, watch } from '../watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { ModelInfo } from '../../pkg/gsa_net.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Network, ShownMaps } from '../state/networks.js'
 * @import { Wants } from '../state/study.js'
 * @import { Direction, Scene, Tiles } from '../ui/ring.js'
 */

export const style = `
.maps { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; padding: 14px 16px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); min-width: 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 270px), 1fr)); gap: 18px 33px; }
.card { position: relative; display: grid; grid-template-rows: auto 1fr auto; gap: 8px; min-width: 0; }
/* A line between two that stand side by side. */
.card + .card::before { content: ""; position: absolute; inset: 0 auto 0 -17px; border-left: 1px solid var(--gsa-line); }
.card header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; overflow-wrap: anywhere; }
.card .model { color: var(--bar); }
.card .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.card .pair { display: grid; grid-template-columns: minmax(0, 1fr) max(92px, 31%); gap: 10px; align-items: center; max-width: 520px; }
.card .ring { width: 100%; aspect-ratio: 1; touch-action: manipulation; }
.card .ring[data-can-follow] { cursor: pointer; }
.card .ride { display: flex; align-items: center; gap: 10px; min-height: 34px; font-size: 0.8125rem; line-height: 1.3; }
.card .follow { display: inline-flex; flex: none; align-items: center; gap: 7px; height: 34px; padding: 0 10px; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.card .follow i { width: 14px; height: 14px; border-radius: 2px; outline: 1px solid var(--gsa-muted); forced-color-adjust: none; }
.maps > footer { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 6px 24px; padding-top: 10px; border-top: 1px solid var(--gsa-line); }
.legend { display: flex; align-items: center; gap: 8px; color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.3; }
.ramp { width: 64px; height: 12px; border: 1px solid var(--gsa-line-strong); }
@container (max-width: 639px) {
  .maps { padding: 12px 10px; }
  .cards { grid-template-columns: minmax(0, 1fr); }
  .card + .card { padding-top: 14px; border-top: 1px solid var(--gsa-line); }
  .card + .card::before { display: none; }
  .card .pair { max-width: 460px; }
  .card .follow { height: 44px; }
}
${leftStyle}
`;

export const figure = { name: 'maps', title: 'Inside them', table };

/** The error where maps are compared. @type {Wants} */
export function wants(demo) {
  const angle = comparedAt(demo.turning.angle.peek());
  for (const network of demo.networks.loaded.peek()) {
    if (isMeasured(errorsNow(demo, network)?.points, angle)) continue;
    const { layer } = demo.looking.viewOf(network);
    return { kind: 'turn', ...demo.subject, url: network.url, layer, angle };
  }
  return null;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const maps = add(
    root,
    `<section class="maps" role="group" aria-label="Maps and differences">
      <div class="cards"></div>
      <footer>
        <p class="legend"><span>Maps</span><span aria-hidden="true">−</span><canvas class="ramp" role="img" aria-label="Negative values are violet, positive ones ink"></canvas><span aria-hidden="true">+</span></p>
      </footer>
    </section>`,
  );
  const cards = find(maps, '.cards');
  eachNetwork(demo, signal, (network, index, life) => [
    mountCard(cards, demo, network, index, life),
  ]);
  const ramp = /** @type {HTMLCanvasElement} */ (find(maps, '.ramp'));
  watch(signal, () => {
    void demo.dark.value;
    paintRamp(ramp);
  });
  mountScale(find(maps, 'footer'), demo, signal);
  const isNear = near(maps, signal);
  demo.study.joinAnswers('maps', isNear, signal);
  demo.study.join(wants, isNear, signal);
}

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountCard(root, demo, network, index, signal) {
  const card = add(
    root,
    `<section class="card ${placeOf(index)}" part="maps" role="group">
      <header><h3 class="model"></h3><p class="note"></p></header>
      <div class="pair"><canvas class="ring" role="img"></canvas></div>
      <p class="ride"><button type="button" class="follow"><i></i><span></span></button><span class="told"></span></p>
    </section>`,
  );
  watch(signal, () => {
    const name = demo.networks.names.value[index] ?? '';
    const info = network.value?.info.value;
    write(find(card, '.model'), info ? titleOf(symmetriesOf(info)) : name);
    card.setAttribute('aria-label', `Inside ${name}`);
    // Of which layer they are, where it is not called as the one chosen.
    const layer = network.value && demo.looking.layerOf(network.value)?.name;
    const chosen = demo.looking.layers.value[demo.looking.at.value.layer]?.name;
    const note = info ? [name, describeMaps(info), layer === chosen ? '' : layer] : [];
    write(find(card, '.note'), note.filter(Boolean).join(' · '));
  });
  mountRing(card, demo, network, index, signal);
  mountDifference(find(card, '.pair'), demo, network, signal);
  return card;
}

/**
 * @param {HTMLElement} card
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountRing(card, demo, network, index, signal) {
  const { looking, turning } = demo;
  const canvas = /** @type {HTMLCanvasElement} */ (find(card, '.ring'));
  const follow = find(card, '.follow');
  const elements = computed(() => network.value?.info.value?.group.elements ?? []);
  const followed = computed(() => nearestElement(elements.value, looking.followed.value));
  // Colours and frames are painted anew at each step of the dial, the maps themselves only when others come.
  const tiles = computed(() =>
    tilesOf(network.value?.maps.value, elements.value, looking.turnedBack.value, demo.dark.value),
  );
  const scene = computed(
    () =>
      /** @type {Scene} */ ({
        elements: elements.value,
        names: elements.value.map(nameOf),
        turned: looking.turnedBack.value ? 0 : turning.angle.value,
        followed: followed.value,
        tiles: tiles.value,
      }),
  );
  const painter = new Painter(
    canvas,
    (sheet) => {
      if (elements.peek().length > 0) paintRing(sheet, scene.peek());
    },
    signal,
  );
  watch(signal, () => {
    void [scene.value, demo.dark.value];
    painter.invalidate();
  });

  const step = (/** @type {number} */ by) => {
    const all = elements.peek();
    looking.follow(all[(followed.peek() + by + all.length) % all.length]);
  };
  follow.addEventListener('click', () => step(1), { signal });
  follow.addEventListener(
    'keydown',
    (event) => {
      const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      step(by);
    },
    { signal },
  );
  canvas.addEventListener(
    'click',
    (event) => {
      if (elements.peek().length < 2) return;
      const box = canvas.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      const at = mapAt(scene.peek(), x / box.width, y / box.height);
      if (at >= 0) looking.follow(elements.peek()[at]);
    },
    { signal },
  );
  const told = computed(() => {
    const one = elements.value[followed.value];
    if (!one) return '';
    if (looking.turnedBack.value && elements.value.length > 1)
      return `Turned back, the map for ${nameOf(one)} stands in its place.`;
    return rideOf(elements.value, followed.value, shortAngle(turning.angle.value));
  });
  watch(signal, () => write(find(card, '.told'), told.value));
  watch(signal, () => {
    const one = elements.value[followed.value];
    follow.hidden = elements.value.length < 2;
    canvas.toggleAttribute('data-can-follow', elements.value.length > 1);
    if (!one) return;
    write(find(follow, 'span'), nameOf(one));
    find(follow, 'i').style.background = directionColour(one.degrees, demo.dark.value);
    follow.setAttribute('aria-label', `Follow another map than that for ${nameOf(one)}`);
  });
  watch(signal, () => {
    const name = demo.networks.names.value[index] ?? '';
    const count = elements.value.length;
    const what = count === 1 ? 'one map' : `${count} maps on a ring`;
    const layer = network.value && looking.layerOf(network.value)?.name;
    const degrees = shortAngle(turning.angle.value);
    const back = looking.turnedBack.value;
    const how = back ? `turned back by ${degrees}°` : `as computed at ${degrees}°`;
    const shown = `${what} of ${layer}, channel ${looking.at.value.channel + 1}, ${how}. ${told.value}`;
    canvas.setAttribute('aria-label', `${name}: ${count > 0 ? shown : 'no maps yet'}`);
    canvas.dataset.title = back ? `${name}, turned back by ${degrees}°` : name;
  });
}

/** @param {number} degrees */
function shortAngle(degrees) {
  return Math.round(degrees * 10) / 10;
}

/**
 * One scale for a network's maps as computed and turned back.
 *
 * @param {ShownMaps | null | undefined} maps
 * @param {Direction[]} elements
 * @param {boolean} back
 * @param {boolean} dark
 * @returns {Tiles | null}
 */
function tilesOf(maps, elements, back, dark) {
  // A network may have changed before its maps have.
  if (!maps || maps.live.elements !== elements.length) return null;
  let limit = 0;
  for (const value of maps.live.maps) limit = Math.max(limit, Math.abs(value));
  const values = back ? maps.still.maps : carried(maps.live, elements, maps.angle);
  return makeTiles(values, maps.live.cols, limit, dark);
}

/** @param {ModelInfo} info */
function describeMaps({ group }) {
  return group.order === 1 ? 'one map' : `${group.order} maps`;
}

/** @param {HTMLCanvasElement} canvas */
function paintRamp(canvas) {
  const table = divergingTable(paletteOf(canvas).dark);
  canvas.width = STEPS;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(STEPS, 1);
  for (let i = 0; i < STEPS; i++) {
    image.data.set(table.subarray(3 * i, 3 * i + 3), 4 * i);
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

/** The numbers behind the pictures: of each map where it stands and what values it has, and what is left over. @param {Demo} demo */
function table(demo) {
  const columns = ['Network', 'Picture', 'Stands at', 'Least', 'Greatest', 'Left over'];
  /** @type {(string | number)[][]} */
  const rows = [];
  for (const [i, network] of demo.networks.shown.value.entries()) {
    const name = demo.networks.names.value[i] ?? '';
    const elements = network.info.value?.group.elements ?? [];
    const maps = network.maps.value;
    if (maps && maps.live.elements === elements.length) {
      const back = demo.looking.turnedBack.value;
      const values = back ? maps.still.maps : carried(maps.live, elements, maps.angle);
      const size = maps.live.rows * maps.live.cols;
      for (const [e, element] of elements.entries()) {
        const own = values.subarray(e * size, (e + 1) * size);
        const degrees = (element.degrees + (back ? 0 : maps.angle)) % 360;
        const place = nameOf({ ...element, degrees });
        rows.push([
          name,
          `map for ${nameOf(element)}`,
          place,
          Math.min(...own),
          Math.max(...own),
          '',
        ]);
      }
    }
    const left = differenceOf(demo, network);
    if (!left?.fresh) continue;
    const shares = left.turn.difference.filter((share) => !Number.isNaN(share));
    const picture = `difference at ${left.degrees}°`;
    rows.push([
      name,
      picture,
      '',
      Math.min(...shares),
      Math.max(...shares),
      formatError(left.turn.error),
    ]);
  }
  return { columns, rows };
}
