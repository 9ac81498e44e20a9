// The feature maps of a chosen layer and channel, and the table of equivariance errors.

import { STEPS, divergingTable } from '../ui/colour.js';
import { Rings } from './rings.js';
import { find } from './bars.js';

/** @import { Answer, Looking, ModelInfo, View } from '../types.d.ts' */

/** @typedef {'main' | 'other'} Role */

/** Below this a relative error is rounding of 32-bit numbers. */
const ROUNDING = 2e-4;

/** @type {Role[]} */
export const ROLES = ['main', 'other'];

export class Inside {
  #root;
  #layer;
  #channel;
  /** @type {Record<Role, { live: Rings, still: Rings, card: HTMLElement }>} */
  #cards;
  /** @type {Record<Role, ModelInfo | null>} */
  #infos = { main: null, other: null };
  /** What is said of a network's maps, whatever the layer. @type {Record<Role, string>} */
  #notes = { main: '', other: '' };
  /** @type {Record<Role, number[]>} */
  #telling = { main: [], other: [] };
  #chosen;

  /**
   * @param {HTMLElement} root
   * @param {Looking} view  what is looked at; changed in place
   * @param {() => void} chosen
   * @param {AbortSignal} signal
   */
  constructor(root, view, chosen, signal) {
    this.#root = root;
    this.view = view;
    this.#chosen = chosen;
    this.#layer = /** @type {HTMLSelectElement} */ (find(root, 'select.layer'));
    this.#channel = /** @type {HTMLInputElement} */ (find(root, 'input.channel'));
    /** @param {Role} role */
    const card = (role) => {
      const element = find(root, `.card.${role}`);
      const live = /** @type {HTMLCanvasElement} */ (find(element, 'canvas.live'));
      const still = /** @type {HTMLCanvasElement} */ (find(element, 'canvas.still'));
      return { card: element, live: new Rings(live, signal), still: new Rings(still, signal) };
    };
    this.#cards = { main: card('main'), other: card('other') };
    const options = { signal };
    this.#layer.addEventListener('change', () => this.#chooseLayer(), options);
    this.#channel.addEventListener(
      'change',
      () => this.#choose(Math.round(Number(this.#channel.value)) - 1 || 0),
      options,
    );
    find(root, '.less').addEventListener('click', () => this.#choose(view.channel - 1), options);
    find(root, '.more').addEventListener('click', () => this.#choose(view.channel + 1), options);
    this.#ramp();
  }

  /**
   * @param {Role} role
   * @param {string} name
   * @param {string} note
   * @param {ModelInfo | null} info
   * @param {number[]} [telling]  for each layer the channel to look at first
   */
  describe(role, name, note, info, telling = []) {
    const { card } = this.#cards[role];
    find(card, '.model').textContent = name;
    card.setAttribute('aria-label', `Feature maps of ${name}`);
    find(this.#root, `.${role}-name b`).textContent = name;
    this.#infos[role] = info;
    this.#notes[role] = note;
    this.#telling[role] = telling;
    this.#cards[role].live.elements = this.#cards[role].still.elements = info?.group.elements ?? [];
    this.#list();
  }

  /** Fills the choice of layers with those of the first network that is there. */
  #list() {
    const info = this.#listed;
    const names = info?.layers.map(({ name }) => name) ?? [];
    const listed = Array.from(this.#layer.options, (option) => option.text);
    if (names.join('\n') !== listed.join('\n')) {
      this.#layer.replaceChildren(
        ...(info?.layers ?? []).map(({ index, name }) => new Option(name, String(index))),
      );
    }
    this.#clamp();
  }

  /** The network whose layers can be chosen. */
  get #listed() {
    return this.#infos.main ?? this.#infos.other;
  }

  get #channels() {
    return this.#listed?.layers[this.view.layer]?.channels ?? 0;
  }

  /**
   * The layer of a network that is looked at: the one called as the layer chosen, since not every network is
   * pooled at the same place; where it has none of that name, the one at its place.
   *
   * @param {Role} role
   */
  #layerOf(role) {
    const layers = this.#infos[role]?.layers ?? [];
    const chosen = this.#listed?.layers[this.view.layer];
    const place = Math.min(this.view.layer, layers.length - 1);
    return layers.find(({ name }) => name === chosen?.name) ?? layers[place];
  }

  /** What is looked at in a network. @param {Role} role @returns {View} */
  viewOf(role) {
    const { layer, channel } = this.view;
    return { layer: this.#layerOf(role)?.index ?? layer, channel };
  }

  /** Tells of which layer the maps and errors are, where it is not called as the one chosen. */
  #tell() {
    const chosen = this.#listed?.layers[this.view.layer]?.name;
    for (const role of ROLES) {
      const name = this.#layerOf(role)?.name ?? chosen;
      const besides = name === chosen ? '' : name;
      const note = [this.#notes[role], besides].filter(Boolean).join(' · ');
      find(this.#cards[role].card, '.note').textContent = note;
      find(this.#root, `.${role}-name small`).textContent = besides ?? '';
    }
  }

  #clamp() {
    this.#settle();
    this.#tell();
  }

  #settle() {
    const info = this.#listed;
    if (!info) return;
    const { view } = this;
    view.layer = Math.min(Math.max(0, view.layer), info.layers.length - 1);
    const telling = info === this.#infos.main ? this.#telling.main : this.#telling.other;
    if (!view.chosen) view.channel = telling[view.layer] ?? 0;
    view.channel = Math.min(Math.max(0, view.channel), this.#channels - 1);
    this.#layer.value = String(view.layer);
    this.#channel.value = String(view.channel + 1);
    this.#channel.max = String(this.#channels);
  }

  #chooseLayer() {
    this.view.layer = Number(this.#layer.value) || 0;
    this.#clamp();
    this.#chosen();
  }

  /** @param {number} channel */
  #choose(channel) {
    const count = Math.max(1, this.#channels);
    this.view.chosen = true;
    this.view.channel = ((channel % count) + count) % count;
    this.#clamp();
    this.#chosen();
  }

  /**
   * @param {Role} role
   * @param {Answer} answer
   * @param {number} angle
   * @param {Float32Array} seen
   * @param {Float32Array | null} upright
   */
  show(role, answer, angle, seen, upright) {
    const info = this.#infos[role];
    const { live, still, card } = this.#cards[role];
    const { maps, stabilised } = answer;
    if (!info || !maps || !stabilised) {
      live.show(null);
      still.show(null);
      return;
    }
    let limit = 0;
    for (const value of maps.maps) limit = Math.max(limit, Math.abs(value));
    const { elements } = info.group;
    live.show({ maps, elements, limit, centre: seen });
    still.show({ maps: stabilised, elements, limit, centre: upright ?? seen });
    find(card, '.by').textContent = `by ${Math.round(angle)}°`;
  }

  clear() {
    for (const role of ROLES) {
      this.#cards[role].live.show(null);
      this.#cards[role].still.show(null);
      this.errors(role, null, null);
    }
  }

  repaint() {
    for (const role of ROLES) {
      this.#cards[role].live.invalidate();
      this.#cards[role].still.invalidate();
    }
    this.#ramp();
  }

  /** @param {number} quarterTurns @param {number} angle */
  angles(quarterTurns, angle) {
    find(this.#root, '.quarter-angle').textContent = `${90 * quarterTurns}°`;
    this.turn(angle);
  }

  /** @param {number} angle */
  turn(angle) {
    find(this.#root, '.turn-angle').textContent = `${Math.round(angle)}°`;
  }

  /**
   * @param {Role} role
   * @param {number | null} quarter
   * @param {{ error: number, resampling: number } | null} turn
   */
  errors(role, quarter, turn) {
    let verdict = '';
    if (quarter !== null)
      verdict = quarter < ROUNDING ? 'exact, up to rounding' : 'not equivariant';
    // At quarter turns nothing is resampled, and there is nothing to compare with.
    const ratio = turn && turn.resampling > ROUNDING ? turn.error / turn.resampling : null;
    this.#cell('quarter', role, quarter, verdict);
    if (turn && ratio) {
      this.#write('turn', role, `${ratio.toFixed(2)} × resampling`, formatError(turn.error));
    } else this.#cell('turn', role, turn?.error ?? null, '');
    this.#cell('resampling', role, turn?.resampling ?? null, '');
  }

  /**
   * @param {string} row
   * @param {Role} role
   * @param {number | null} value
   * @param {string} note
   */
  #cell(row, role, value, note) {
    this.#write(row, role, value === null ? '–' : formatError(value), note);
  }

  /**
   * @param {string} row
   * @param {Role} role
   * @param {string} text
   * @param {string} note
   */
  #write(row, role, text, note) {
    const cell = find(this.#root, `.errors .${row} td.${role}`);
    cell.classList.remove('stale');
    const small = document.createElement('small');
    small.textContent = note;
    cell.replaceChildren(text, small);
  }

  /** The numbers belong to another drawing, layer or angle until they come in again. */
  stale(rows = ['quarter', 'turn', 'resampling']) {
    for (const row of rows) {
      for (const cell of this.#root.querySelectorAll(`.errors .${row} td`)) {
        cell.classList.add('stale');
      }
    }
  }

  #ramp() {
    const canvas = /** @type {HTMLCanvasElement} */ (find(this.#root, '.ramp'));
    const dark = getComputedStyle(canvas).getPropertyValue('--gsa-dark').trim() === '1';
    const table = divergingTable(dark);
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
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** @param {number} value  e.g. 0.12 as `0.120`, 3.1e-7 as `3.1 · 10⁻⁷` */
export function formatError(value) {
  if (!Number.isFinite(value)) return '?';
  if (value === 0) return '0';
  if (value >= 0.001) return value < 10 ? value.toFixed(3) : value.toPrecision(3);
  const [digits, exponent] = value.toExponential(1).split('e-');
  const raised = Array.from(exponent, (digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `${digits} · 10⁻${raised}`;
}
