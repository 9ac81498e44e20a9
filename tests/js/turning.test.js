// Turning by hand and by itself.

import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { Turning } from '../../www/state/turning.js';

const world = /** @type {any} */ (globalThis);

/** @type {((now: number) => void)[]} */
let frames = [];
let calm = false;
const told = { turned: mock.fn(), settled: mock.fn() };
/** @type {Turning} */
let turning;

/** Lets so much time pass, frame by frame. @param {number} ms */
function pass(ms) {
  const began = performance.now();
  for (let at = 0; at <= ms; at += 16) for (const frame of frames.splice(0)) frame(began + at);
}

beforeEach(() => {
  frames = [];
  calm = false;
  world.matchMedia = () => ({ matches: calm });
  world.requestAnimationFrame = (/** @type {(now: number) => void} */ frame) => frames.push(frame);
  world.cancelAnimationFrame = () => (frames = []);
  for (const fn of Object.values(told)) fn.mock.resetCalls();
  turning = new Turning(told);
});
afterEach(() => {
  turning.stop();
  for (const name of ['matchMedia', 'requestAnimationFrame', 'cancelAnimationFrame'])
    delete world[name];
});

const settlings = () => told.settled.mock.callCount();

describe('where somebody points', () => {
  test('it goes the short way, in a third of a second, and settles once', () => {
    turning.set(350);
    turning.turnTo(40);
    assert(turning.moves.value);
    pass(160);
    assert(turning.angle.value > 0 && turning.angle.value < 40, 'on its way');
    assert.equal(settlings(), 0);
    pass(400);
    assert.equal(turning.angle.value, 40);
    assert(!turning.moves.value);
    assert.equal(settlings(), 1);
  });

  test('it is there at once where motion is unwelcome', () => {
    calm = true;
    turning.turnTo(200);
    assert.equal(turning.angle.value, 200);
    assert.equal(settlings(), 1);
    assert(!turning.moves.value);
  });
});

describe('once round', () => {
  test('ends where it began', () => {
    turning.set(33.3);
    turning.spin();
    assert(turning.spins.value && turning.moves.value);
    pass(5000);
    assert.notEqual(turning.angle.value, 33.3);
    pass(9000);
    assert.equal(turning.angle.value, 33.3);
    assert(!turning.spins.value && !turning.moves.value);
    assert.equal(settlings(), 1);
  });

  test('goes by steps where motion is unwelcome, and ends', (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    calm = true;
    turning.set(10);
    turning.spin();
    const seen = [turning.angle.value];
    for (let i = 0; i < 12; i++) {
      t.mock.timers.tick(1500);
      seen.push(turning.angle.value);
    }
    assert.deepEqual(seen.slice(0, 9), [45, 90, 135, 180, 225, 270, 315, 0, 10]);
    assert(seen.slice(9).every((angle) => angle === 10));
    assert(!turning.spins.value);
  });

  test('ends under a hand, which holds it until it lets go', () => {
    turning.spin();
    pass(1000);
    turning.turn(77, false);
    assert(!turning.spins.value);
    assert(turning.moves.value, 'it is held');
    pass(1000);
    assert.equal(turning.angle.value, 77);
    assert.equal(settlings(), 0);
    turning.turn(77);
    assert(!turning.moves.value);
    assert.equal(settlings(), 1);
  });

  test('takes over from what turned it before', () => {
    turning.turnBy(450, 5.6);
    assert(turning.moves.value && !turning.spins.value);
    pass(500);
    turning.spin();
    assert(turning.spins.value, 'a press begins it, whatever went on');
    turning.spin();
    assert(!turning.spins.value && !turning.moves.value);
  });
});
