// The table of equivariance errors of the layer that is looked at.

import { computed } from '@preact/signals-core';
import { quarterFor } from '../state/angle.js';
import { add, find } from '../ui/dom.js';
import { formatError } from '../ui/format.js';
import { eachNetwork, near, placeOf, watch } from './watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Demo } from '../state/demo.js'
 * @import { Measured, Network } from '../state/networks.js'
 * @import { Wants } from '../state/study.js'
 */

/** Below this a relative error is rounding of 32-bit numbers. */
const ROUNDING = 2e-4;

export const figure = { name: 'errors', title: 'Errors of equivariance', table: tabulate };

export const style = `
.errors { width: 100%; max-width: 720px; border-collapse: collapse; font-size: 0.9375rem; }
.errors caption { text-align: start; padding-bottom: 6px; font-weight: 650; }
.errors .sub { display: inline-block; font-weight: 400; color: var(--gsa-muted); font-size: 0.875rem; }
.errors :is(th, td) { padding: 8px 0 8px 12px; border-top: 1px solid var(--gsa-line); text-align: end; font-variant-numeric: tabular-nums; vertical-align: baseline; }
.errors thead :is(th, td) { border-top: 0; padding-block: 0 6px; font-weight: 600; overflow-wrap: anywhere; }
.errors tbody th { text-align: start; padding-left: 0; font-weight: 400; }
.errors tbody td { min-width: 6.4em; font-weight: 600; transition: opacity 120ms; }
.errors tbody td small { min-height: 1.45em; }
.errors .resampling td small { min-height: 0; }
.errors small { display: block; font-weight: 400; font-size: 0.8125rem; color: var(--gsa-muted); }
.errors thead b { font-weight: inherit; }
.errors td.stale { opacity: 0.4; }
.errors .resampling :is(th, td) { border-top: 0; padding-top: 0; color: var(--gsa-muted); font-weight: 400; }
`;

/** One network after the other: a quarter turn, then the turn that is shown. @type {Wants} */
export function wants(demo) {
  const { subject, looking, turning, drawing } = demo;
  const angle = turning.angle.peek();
  const quarterTurns = quarterFor(angle);
  for (const network of demo.networks.loaded.peek()) {
    const { url, quarters, measured } = network;
    const { layer } = looking.viewOf(network);
    if (!quarters.has(`${layer}/${quarterTurns}`)) {
      return { kind: 'quarter', ...subject, url, layer, quarterTurns };
    }
    const last = measured.peek();
    if (last?.drawing !== drawing.version.peek() || last.layer !== layer || last.angle !== angle) {
      return { kind: 'turn', ...subject, url, layer, angle };
    }
  }
  return null;
}

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const table = add(
    root,
    `<table class="errors" part="errors">
      <caption>Relative equivariance error of this layer <span class="sub">‖<i>f</i>(<i>gp</i>) − <i>g f</i>(<i>p</i>)‖ / ‖<i>f</i>(<i>p</i>)‖, all channels</span></caption>
      <thead><tr><td></td></tr></thead>
      <tbody>
        <tr class="quarter"><th scope="row">Turned by <b class="quarter-angle"></b> exactly</th></tr>
        <tr class="turn"><th scope="row">Turned by <b class="turn-angle"></b>, as the dial stands</th></tr>
        <tr class="resampling"><th scope="row">Resampling the maps alone</th></tr>
      </tbody>
    </table>`,
  );
  eachNetwork(demo, signal, (network, index, life) =>
    mountColumn(table, demo, network, index, life),
  );
  watch(signal, () => {
    const turns = quarterFor(demo.study.restedAt.value);
    find(table, '.quarter-angle').textContent = `${90 * turns}°`;
  });
  watch(signal, () => {
    find(table, '.turn-angle').textContent = `${Math.round(demo.turning.angle.value)}°`;
  });
  demo.study.join(wants, near(table, signal), signal);
}

/**
 * @param {HTMLElement} table
 * @param {Demo} demo
 * @param {ReadonlySignal<Network | undefined>} network
 * @param {number} index
 * @param {AbortSignal} signal
 */
function mountColumn(table, demo, network, index, signal) {
  const { drawing, turning, looking, networks } = demo;
  const place = placeOf(index);
  const head = document.createElement('th');
  head.scope = 'col';
  head.className = `${place}-name ${place}`;
  head.append(document.createElement('b'), document.createElement('small'));
  find(table, 'thead tr').append(head);
  const [quarter, turn, resampling] = ['quarter', 'turn', 'resampling'].map((name) => {
    const cell = document.createElement('td');
    cell.className = place;
    find(table, `.${name}`).append(cell);
    return cell;
  });

  watch(signal, () => {
    find(head, 'b').textContent = networks.names.value[index] ?? '';
    // Of which layer they are, where it is not called as the one chosen.
    const layer = network.value && looking.layerOf(network.value)?.name;
    const chosen = looking.layers.value[looking.at.value.layer]?.name;
    find(head, 'small').textContent = layer && layer !== chosen ? layer : '';
  });
  watch(signal, () => show(quarter, turn, resampling, network.value?.measured.value ?? null));

  // The numbers belong to another drawing, layer or angle until they come in again.
  const isOfAnother = computed(() => {
    const measured = network.value?.measured.value;
    if (!network.value || !measured) return !drawing.isEmpty.value;
    const { layer } = looking.viewOf(network.value);
    return measured.drawing !== drawing.version.value || measured.layer !== layer;
  });
  const isTurned = computed(() => {
    const measured = network.value?.measured.value;
    return isOfAnother.value || (!!measured && measured.angle !== turning.angle.value);
  });
  watch(signal, () => {
    quarter.classList.toggle('stale', isOfAnother.value);
    for (const cell of [turn, resampling]) cell.classList.toggle('stale', isTurned.value);
  });
  return [head, quarter, turn, resampling];
}

/**
 * @param {Element} quarterCell
 * @param {Element} turnCell
 * @param {Element} resamplingCell
 * @param {Measured | null} measured
 */
function show(quarterCell, turnCell, resamplingCell, measured) {
  if (!measured) {
    for (const cell of [quarterCell, turnCell, resamplingCell]) fill(cell, '–', '');
    return;
  }
  const { quarter, turn } = measured;
  fill(
    quarterCell,
    formatError(quarter),
    quarter < ROUNDING ? 'exact, up to rounding' : 'not equivariant',
  );
  // At quarter turns nothing is resampled, and there is nothing to compare with.
  const ratio = turn.resampling > ROUNDING ? turn.error / turn.resampling : 0;
  if (ratio) fill(turnCell, `${ratio.toFixed(2)} × resampling`, formatError(turn.error));
  else fill(turnCell, formatError(turn.error), '');
  fill(resamplingCell, formatError(turn.resampling), '');
}

/** @param {Element} cell @param {string} text @param {string} note */
function fill(cell, text, note) {
  const small = document.createElement('small');
  small.textContent = note;
  cell.replaceChildren(text, small);
}

/** @param {Demo} demo @returns {{ columns: string[], rows: (string | number)[][] }} */
function tabulate({ networks, looking }) {
  const rows = networks.shown.value.flatMap((network, i) => {
    const measured = network.measured.value;
    if (!measured) return [];
    const { quarter, angle, turn } = measured;
    const layer = looking.layerOf(network)?.name ?? '';
    const name = networks.names.value[i];
    return [[name, layer, quarter, Math.round(angle * 10) / 10, turn.error, turn.resampling]];
  });
  const columns = ['Network', 'Layer', 'Quarter turn', 'Angle', 'Error there', 'Resampling alone'];
  return { columns, rows };
}
