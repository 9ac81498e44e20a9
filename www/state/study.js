// What can wait until the pad is at rest: errors of equivariance, and the answers at the other angles.

import { CELL_DEGREES } from '../views/sweep.js';

/**
 * @import { Engine } from '../engine/client.js'
 * @import { Slot } from './networks.js'
 * @import { EngineChoice, Stroke } from '../types.d.ts'
 * @import { View } from '../views/view.js'
 */

/** After models and answers, which have 0 and 1. */
const PRIORITY = 2;

/**
 * What is studied.
 *
 * @typedef {object} Subject
 * @property {object} client  who asks
 * @property {Engine} engine
 * @property {View} view
 * @property {Slot[]} slots  with loaded networks
 * @property {Stroke[]} strokes
 * @property {number} angle
 * @property {EngineChoice} choice
 * @property {() => boolean} current  false once something has changed
 */

/** The quarter turn shown for an angle: the nearest, but not none at all. @param {number} angle */
function quarterFor(angle) {
  return Math.round(angle / 90) % 4 || 1;
}

/**
 * Fills in the table of errors, one network after the other.
 *
 * @param {Subject} subject
 * @returns {Promise<boolean>} whether it got to the end
 */
export async function measureErrors({
  client,
  engine,
  view,
  slots,
  strokes,
  angle,
  choice,
  current,
}) {
  const quarterTurns = quarterFor(angle);
  view.inside.angles(quarterTurns, angle);
  for (const slot of slots) {
    const { url, role } = slot;
    const { layer } = view.inside.viewOf(role);
    const key = `${layer}/${quarterTurns}`;
    let quarter = slot.quarters.get(key);
    if (quarter === undefined) {
      const reply = await engine.ask(client, 'study', PRIORITY, () =>
        current() ? { kind: 'quarter', strokes, engine: choice, url, layer, quarterTurns } : null,
      );
      if (!reply || !current()) return false;
      quarter = reply.error;
      slot.quarters.set(key, quarter);
    }
    const turn = await engine.ask(client, 'study', PRIORITY, () =>
      current() ? { kind: 'turn', strokes, engine: choice, url, layer, angle } : null,
    );
    if (!turn || !current()) return false;
    view.inside.errors(role, quarter, turn);
  }
  return true;
}

/**
 * Asks at every angle of the strips that has not been asked yet.
 *
 * @param {Subject} subject
 * @param {() => void} uprightKnown  called once an answer at 0° is there
 */
export async function askAllRound(
  { client, engine, view, slots, strokes, choice, current },
  uprightKnown,
) {
  while (!document.hidden) {
    // The strip that has the most to ask, so that they fill up together.
    const [next] = slots
      .map(({ role, url }) => ({
        url,
        sweep: view.sweeps[role],
        missing: view.sweeps[role].missing,
      }))
      .sort((a, b) => b.missing.length - a.missing.length);
    if (!next || next.missing.length === 0) return;
    const { url, sweep, missing } = next;
    const angles = missing.map((cell) => cell * CELL_DEGREES);
    const reply = await engine.ask(client, 'study', PRIORITY, () =>
      current() ? { kind: 'batch', strokes, angles, engine: choice, url } : null,
    );
    if (!reply || reply.answers.length === 0 || !current()) return;
    for (const [i, answer] of reply.answers.entries()) sweep.record(angles[i], answer);
    if (missing[0] === 0) uprightKnown();
  }
}
