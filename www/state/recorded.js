// What was recorded, in the place of answers that are still to come: shown of the very sample that it is of and of the networks that
// gave it, until these have answered here.

import { batch } from '@preact/signals-core';
import { modelUrl } from '../engine/settings.js';
import { samples } from '../samples.js';
import { remembered } from './recording.js';
import { fillIn, uprightOf } from './round.js';

/**
 * @import { View } from '../engine/requests/answer.js'
 * @import { Demo } from './demo.js'
 * @import { Network } from './networks.js'
 * @import { NetworkRecording, Recording } from './recording.js'
 */

export class Recorded {
  #demo;
  /** How far the answers all round are unfolded, in degrees. */
  #reach = 360;
  #angle = 0;
  /** Those whose answers all round are filled up, though they may answer themselves by now. @type {WeakSet<Network>} */
  #filling = new WeakSet();

  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
  }

  /** Whether all that is shown is recorded. */
  get stands() {
    const shown = this.#demo.networks.shown.peek();
    return shown.length > 0 && shown.every(({ isRecorded }) => isRecorded.peek());
  }

  /** The answers all round unfold with the turn that begins, and not before. */
  fold() {
    this.#reach = 0;
    this.#angle = this.#demo.turning.angle.peek();
    for (const network of this.#demo.networks.shown.peek()) {
      if (network.isRecorded.peek()) network.forgetDrawing();
    }
    this.follow();
  }

  /** All that was recorded is shown. */
  unfold() {
    if (this.#reach >= 360) return;
    this.#reach = 360;
    this.follow();
  }

  /** Something is different: another drawing or angle, other networks, or what is looked at in them. */
  follow() {
    const recording = remembered();
    if (!recording) return;
    const { turning } = this.#demo;
    const angle = turning.angle.peek();
    this.#reach += (((angle - this.#angle) % 360) + 360) % 360;
    this.#angle = angle;
    batch(() => {
      for (const network of this.#demo.networks.shown.peek()) this.#put(network, recording);
    });
  }

  /** @param {Network} network @param {Recording} recording */
  #put(network, recording) {
    const { drawing, asking } = this.#demo;
    const sample = samples.find(({ digit }) => digit === recording.sample);
    const isOf = !network.error.peek() && drawing.strokes.peek() === sample?.strokes;
    const own = isOf ? recording.networks.find(({ name }) => isAt(network, name)) : undefined;
    if (!own) this.#filling.delete(network);
    else if (!network.isLive) this.#filling.add(network);
    if (own && this.#filling.has(network)) {
      network.round.value = fillIn(network.round.peek(), own.answers, this.#reach);
    }
    if (own && !network.isLive) {
      asking.blank.value = null;
      this.#show(network, own, recording);
    } else if (network.isRecorded.peek()) {
      network.forgetAnswers();
      asking.seen.value = null;
    }
  }

  /** @param {Network} network @param {NetworkRecording} own @param {Recording} recording */
  #show(network, own, { seen }) {
    const angle = this.#angle;
    const { info, telling, indexed, answers, maps } = own;
    if (!network.info.peek()) {
      network.telling = telling;
      network.indexed = indexed;
      network.isComing.value = true;
      network.info.value = info;
    }
    network.isRecorded.value = true;
    const cell = nearest(angle, answers.length);
    const prediction = { ...answers[cell], model: info.name, engine: /** @type {const} */ ('cpu') };
    network.shown.value = {
      prediction: { ...prediction, milliseconds: NaN },
      angle: (cell * 360) / answers.length,
      upright: uprightOf(network.round.peek()),
    };
    const picture = seen[nearest(angle, seen.length)].pixels;
    this.#demo.asking.seen.value = picture;
    const isLookedAt = isSame(maps[0].view, this.#demo.looking.viewOf(network));
    // While it turns, the maps stay behind.
    const at = maps.find((other) => other.angle === angle) ?? maps[0];
    if (!isLookedAt) network.maps.value = null;
    else if (at.angle === angle || !network.maps.peek()) {
      const { live, still } = at;
      const upright = seen[0].pixels;
      network.maps.value = { live, still, angle: at.angle, seen: picture, upright };
    }
    this.#showError(network, own);
  }

  /** @param {Network} network @param {NetworkRecording} own */
  #showError(network, { error: { angle, turn }, maps }) {
    const { layer } = maps[0].view;
    const drawing = this.#demo.drawing.version.peek();
    const before = network.errors.peek();
    if (before?.drawing === drawing && before.layer === layer) return;
    const points = new Map([[angle, { ...turn, recorded: /** @type {const} */ (true) }]]);
    network.errors.value = { drawing, layer, points };
  }
}

/** Whether a network comes from where the built-in one of this name is, as it is. @param {Network} network @param {string} name */
function isAt({ url }, name) {
  try {
    return url === modelUrl(name);
  } catch {
    return false;
  }
}

/** @param {View} a @param {View} b */
function isSame(a, b) {
  return a.layer === b.layer && a.channel === b.channel;
}

/** Which of so many angles all round. @param {number} angle @param {number} count */
function nearest(angle, count) {
  return Math.round((angle * count) / 360) % count;
}
