// What is left over of a layer when the drawing is turned and its maps are turned back: errors by angle, of one layer on one drawing.

import { normalise } from './angle.js';
import { ANGLES, FEW_ANGLES } from './rounds.js';

/**
 * @import { TurnError } from '../../pkg/gsa_net.js'
 * @import { Demo } from './demo.js'
 * @import { Network } from './networks.js'
 */

/**
 * By degrees in [0, 360): those of the grid, and of the other angles the one asked last; some may have been recorded when the package
 * was made.
 *
 * @typedef {ReadonlyMap<number, TurnError & { recorded?: true }>} Points
 */

/** And what they were measured on. @typedef {{ drawing: number, layer: number, points: Points }} Errors */

/** An angle that was asked, and its error. @typedef {{ degrees: number, turn: TurnError }} Point */

/** Nearer to upright than this, mixing pixels weighs more than what a network does. */
export const NEAR_UPRIGHT = 40;

/** What is measured stands for angles as near as this. */
const REACH = 180 / ANGLES;

/** From one angle to the other the short way, without a sign. @param {number} a @param {number} b */
export function apart(a, b) {
  const between = normalise(a - b);
  return Math.min(between, 360 - between);
}

/** The angle at which maps are compared: that of the dial, but near upright the nearest quarter turn that is one. @param {number} angle */
export function comparedAt(angle) {
  if (apart(angle, 0) >= NEAR_UPRIGHT) return angle;
  return angle <= 180 ? 90 : 270;
}

/** The errors of this layer on this drawing, with those of more angles. @param {Errors | null} before @param {Errors} more @returns {Errors} */
export function withMore(before, { drawing, layer, points }) {
  const goesOn = before?.drawing === drawing && before.layer === layer;
  const all = new Map(goesOn ? before.points : []);
  for (const [degrees, turn] of points) {
    if (!isOnGrid(degrees)) for (const other of all.keys()) if (!isOnGrid(other)) all.delete(other);
    all.set(degrees, turn);
  }
  return { drawing, layer, points: all };
}

/** What is known nearest to an angle; `near` says whether it may stand for it. @param {Points} points @param {number} angle */
export function nearestTo(points, angle) {
  /** @type {(Point & { near: boolean }) | null} */
  let nearest = null;
  let least = Infinity;
  for (const [degrees, turn] of points) {
    const distance = apart(degrees, angle);
    if (distance < least) {
      least = distance;
      nearest = { degrees, turn, near: distance <= REACH };
    }
  }
  return nearest;
}

/** From upright once round. @param {Points} points @returns {Point[]} */
export function inOrder(points) {
  return Array.from(points, ([degrees, turn]) => ({ degrees, turn })).sort(
    (a, b) => a.degrees - b.degrees,
  );
}

/** Those of the layer that is looked at, on the drawing that is there; null while none are. @param {Demo} demo @param {Network | undefined} network */
export function errorsNow(demo, network) {
  const errors = network?.errors.value;
  if (!network || !errors || errors.drawing !== demo.drawing.version.value) return null;
  return errors.layer === demo.looking.viewOf(network).layer ? errors : null;
}

/** Whether an angle was asked here. @param {Points | undefined} points @param {number} degrees */
export function isMeasured(points, degrees) {
  const turn = points?.get(degrees);
  return turn !== undefined && !turn.recorded;
}

/** How many angles a network is asked at. @param {Demo} demo @param {Network} network */
export function countFor({ rounds }, network) {
  return rounds.isSlow(network) ? FEW_ANGLES : ANGLES;
}

/** The angles still to be asked of a network, coarse to fine. @param {Demo} demo @param {Network} network */
export function missingOf(demo, network) {
  const known = errorsNow(demo, network)?.points;
  const count = countFor(demo, network);
  return COARSE_TO_FINE.slice(0, count).filter((degrees) => !isMeasured(known, degrees));
}

/** Every 45°, then every 15°, then every 5°. */
const COARSE_TO_FINE = Array.from({ length: ANGLES }, (_, i) => (i * 360) / ANGLES).sort(
  (a, b) => fineness(a) - fineness(b) || a - b,
);

/** @param {number} degrees */
function fineness(degrees) {
  return degrees % 45 === 0 ? 0 : degrees % 15 === 0 ? 1 : 2;
}

/** @param {number} degrees */
function isOnGrid(degrees) {
  return degrees % (360 / ANGLES) === 0;
}
