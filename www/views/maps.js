// The feature maps of the layer and channel that are looked at: as computed, and turned back.

import { STEPS, divergingTable } from '../ui/colour.js';
import { Painter, paletteOf } from '../ui/canvas.js';
import { add, find } from '../ui/dom.js';
import { paintRing } from './ring.js';
import { eachNetwork, near, placeOf, watch } from './watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { ModelInfo } from '../../pkg/gsa_net.js'
 * @import { Demo } from '../state/demo.js'
 * @import { Network, ShownMaps } from '../state/networks.js'
 * @import { Scene } from './ring.js'
 */

export const figure = { name: 'maps', title: 'Feature maps', table };

export const style = `
.cards { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
.card { display: grid; grid-template: auto 1fr / minmax(0, 1fr); gap: 10px; min-width: 0; padding: 14px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); }
.card header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; overflow-wrap: anywhere; }
.card .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.pair figure { display: grid; gap: 6px; justify-items: center; min-width: 0; }
.pair canvas { width: min(100%, 300px); aspect-ratio: 1; }
.pair figcaption { font-size: 0.8125rem; color: var(--gsa-muted); text-align: center; font-variant-numeric: tabular-nums; }
.legend { display: flex; justify-content: center; align-items: center; gap: 8px; color: var(--gsa-muted); font-size: 0.875rem; line-height: 1; }
.ramp { width: 180px; height: 8px; border-radius: 4px; }
@container (min-width: 900px) and (max-width: 1079px) {
  .cards { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .cards > :only-child, .cards > :nth-child(3) { grid-column: 1 / -1; }
}
@container (max-width: 420px) {
  .card { padding: 12px 8px; }
  .pair { gap: 4px; }
}
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const cards = add(root, '<div class="cards"></div>');
  eachNetwork(demo, signal, (network, index, life) => [
    mountCard(cards, demo, network, index, life),
  ]);
  const legend = add(
    root,
    '<div class="legend" aria-hidden="true"><span>−</span><canvas class="ramp"></canvas><span>+</span></div>',
  );
  const ramp = /** @type {HTMLCanvasElement} */ (find(legend, '.ramp'));
  watch(signal, () => {
    void demo.dark.value;
    paintRamp(ramp);
  });
  demo.study.joinAnswers('maps', near(cards, signal), signal);
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
      <div class="pair">
        <figure>
          <canvas class="live" role="img" aria-label="Feature maps as computed"></canvas>
          <figcaption>as computed</figcaption>
        </figure>
        <figure>
          <canvas class="still" role="img" aria-label="The same maps, turned back"></canvas>
          <figcaption>turned back <span class="by"></span></figcaption>
        </figure>
      </div>
    </section>`,
  );
  watch(signal, () => {
    const name = demo.networks.names.value[index] ?? '';
    find(card, '.model').textContent = name;
    card.setAttribute('aria-label', `Feature maps of ${name}`);
  });
  watch(signal, () => {
    const info = network.value?.info.value;
    const maps = info ? describeMaps(info) : '';
    // Of which layer they are, where it is not called as the one chosen.
    const layer = network.value && demo.looking.layerOf(network.value)?.name;
    const chosen = demo.looking.layers.value[demo.looking.at.value.layer]?.name;
    const note = [maps, layer === chosen ? '' : layer].filter(Boolean).join(' · ');
    find(card, '.note').textContent = note;
  });
  for (const [kind, picture] of /** @type {const} */ ([
    ['live', 'seen'],
    ['still', 'upright'],
  ])) {
    const canvas = /** @type {HTMLCanvasElement} */ (find(card, `.${kind}`));
    const painter = new Painter(
      canvas,
      (sheet) => {
        const elements = network.peek()?.info.peek()?.group.elements ?? [];
        paintRing(sheet, elements, sceneOf(network.peek()?.maps.peek(), kind, picture));
      },
      signal,
    );
    watch(signal, () => {
      void [network.value?.info.value, network.value?.maps.value, demo.dark.value];
      painter.invalidate();
    });
  }
  watch(signal, () => {
    const maps = network.value?.maps.value;
    if (maps) find(card, '.by').textContent = `by ${Math.round(maps.angle)}°`;
  });
  return card;
}

/**
 * One scale for the two pictures of a network, that of the maps as computed.
 *
 * @param {ShownMaps | null | undefined} maps
 * @param {'live' | 'still'} kind
 * @param {'seen' | 'upright'} picture
 * @returns {Scene | null}
 */
function sceneOf(maps, kind, picture) {
  if (!maps) return null;
  let limit = 0;
  for (const value of maps.live.maps) limit = Math.max(limit, Math.abs(value));
  return { maps: maps[kind], limit, centre: maps[picture] };
}

/** @param {ModelInfo} info */
function describeMaps({ group }) {
  if (group.order === 1) return 'one map: no rotations';
  const mirrors = group.elements.some((element) => element.mirror);
  return `${group.order} maps, one for each ${mirrors ? 'rotation and mirror' : 'rotation'}`;
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

/** @param {Demo} demo @returns {{ columns: string[], rows: (string | number)[][] }} how strong each map is */
function table({ networks, looking }) {
  const rows = networks.shown.value.flatMap((network, i) => {
    const [maps, elements] = [network.maps.value?.live, network.info.value?.group.elements ?? []];
    if (!maps) return [];
    const { channel } = looking.at.value;
    const what = [networks.names.value[i], looking.layerOf(network)?.name ?? '', channel + 1];
    return elements.map(({ degrees }, e) => {
      const size = maps.rows * maps.cols;
      const values = maps.maps.subarray(e * size, (e + 1) * size);
      const square = values.reduce((sum, value) => sum + value * value, 0) / size;
      return [...what, Math.round(degrees), Math.round(1e4 * Math.sqrt(square)) / 1e4];
    });
  });
  const columns = ['Network', 'Layer', 'Channel', 'Rotation', 'Root mean square'];
  return { columns, rows };
}
