// Which layer and channel is looked at.

import { computed, signal } from '@preact/signals-core';

/**
 * @import { Signal } from '@preact/signals-core'
 * @import { View } from '../engine/requests/answer.js'
 * @import { Network, Networks } from './networks.js'
 */

export class Looking {
  #networks;
  #changed;
  /** What a person chose; null where nobody did. @type {Signal<{ layer: number | null, channel: number | null }>} */
  chosen = signal(/** @type {any} */ ({ layer: null, channel: null }));

  /** The map that is looked after, by the element at which it stands upright. @type {Signal<{ degrees: number, mirror: boolean }>} */
  followed = signal({ degrees: 0, mirror: false });
  /** Whether maps are turned back with the drawing. */
  turnedBack = signal(false);

  /** The network whose layers can be chosen: the first of which it is known what it is. */
  #listed = computed(() => this.#networks.shown.value.find(({ info }) => info.value));

  /** The layers that can be chosen. */
  layers = computed(() => this.#listed.value?.info.value?.layers ?? []);

  /** The layer and channel chosen, as far as there are such; else the layer in the middle, and the channel that tells most. */
  at = computed(() => {
    const { layer, channel } = this.chosen.value;
    const layers = this.layers.value;
    const last = Math.max(0, layers.length - 1);
    const at = Math.min(Math.max(0, layer ?? Math.floor(last / 2)), last);
    const wanted = channel ?? this.#listed.value?.telling[at] ?? 0;
    const channels = layers[at]?.channels ?? 0;
    return { layer: at, channel: Math.max(0, Math.min(wanted, channels - 1)), channels };
  });

  /** @param {Networks} networks @param {() => void} changed */
  constructor(networks, changed) {
    this.#networks = networks;
    this.#changed = changed;
  }

  /** Handed in, perhaps before it is known what there is; without a channel, the one to look at first. @param {{ layer?: number, channel?: number | null }} place */
  put(place) {
    this.chosen.value = { ...this.chosen.peek(), ...place };
    this.#changed();
  }

  /** @param {number} layer */
  chooseLayer(layer) {
    this.chosen.value = { ...this.chosen.peek(), layer };
    this.#changed();
  }

  /** After the last channel comes the first one. @param {number} channel */
  chooseChannel(channel) {
    const { layer, channels } = this.at.peek();
    const count = Math.max(1, channels);
    this.chosen.value = { layer, channel: ((channel % count) + count) % count };
    this.#changed();
  }

  /** @param {{ degrees: number, mirror: boolean }} element */
  follow({ degrees, mirror }) {
    this.followed.value = { degrees, mirror };
  }

  /** @param {boolean} back */
  turnBack(back) {
    this.turnedBack.value = back;
  }

  /**
   * The layer of a network that is looked at: the one called as the layer chosen, since not every network is
   * pooled at the same place; where it has none of that name, the one at its place.
   *
   * @param {Network} network
   */
  layerOf(network) {
    const layers = network.info.value?.layers ?? [];
    const { layer } = this.at.value;
    const name = this.layers.value[layer]?.name;
    return (
      layers.find((other) => other.name === name) ?? layers[Math.min(layer, layers.length - 1)]
    );
  }

  /** What is looked at in a network. @param {Network} network @returns {View} */
  viewOf(network) {
    const { layer, channel } = this.at.value;
    return { layer: this.layerOf(network)?.index ?? layer, channel };
  }
}
