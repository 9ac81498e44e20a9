// Which pointer draws, which turns, and which only rests.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Hand } from '../../www/views/hand.js';

/** @import { Pointer, Zone } from '../../www/views/hand.js' */

/** @type {string[]} */
let done = [];
let angle = 0;
/** @type {Hand} */
let hand;
beforeEach(() => {
  done = [];
  angle = 0;
  hand = new Hand({
    begin: () => done.push('begin') > 0,
    extend: () => done.push('extend'),
    end: () => done.push('end'),
    cancel: (keep) => done.push(keep ? 'cancel, keep' : 'cancel'),
    angle: () => angle,
    turn: (degrees) => (angle = degrees),
    settle: () => done.push('settle'),
    turnTo: (degrees) => done.push(`go to ${Math.round(degrees)}`),
  });
});

/** A place by the angle that it stands for. @param {number} degrees @param {number} radius */
const round = (degrees, radius) => ({
  x: -radius * Math.sin((degrees * Math.PI) / 180),
  y: -radius * Math.cos((degrees * Math.PI) / 180),
});

/** @param {number} id @param {string} kind @param {{ x: number, y: number }} at @param {number} time @param {number} [size] @returns {Pointer} */
const pointer = (id, kind, at, time, size = 20) => ({
  ...{ id, kind, at, time, size },
  seen: { x: 200 * at.x, y: 200 * at.y },
});

/** @param {number} id @param {string} kind @param {Zone} zone @param {{ x: number, y: number }} at @param {number} time @param {number} [size] */
const down = (id, kind, zone, at, time, size) => hand.down(pointer(id, kind, at, time, size), zone);

/** @param {number} id @param {string} kind @param {{ x: number, y: number }} at @param {number} time @param {number} [size] */
const move = (id, kind, at, time, size) => hand.move(pointer(id, kind, at, time, size), [at]);

describe('one pointer', () => {
  test('draws on the pad', () => {
    assert.equal(down(1, 'mouse', 'pad', { x: 0, y: 0 }, 0), 'draws');
    move(1, 'mouse', { x: 0.1, y: 0 }, 10);
    move(2, 'mouse', { x: 0.1, y: 0 }, 10);
    hand.up(1, 20);
    hand.up(1, 20);
    move(1, 'mouse', { x: 0.2, y: 0 }, 30);
    assert.deepEqual(done, ['begin', 'extend', 'end']);
    assert(!hand.isBusy);
  });

  test('on the ring goes there if it is lifted where it came down, and drags it elsewhere', () => {
    for (const zone of /** @type {const} */ (['band', 'curves'])) {
      down(1, 'mouse', zone, round(88, 0.9), 0);
      hand.up(1, 2000);
    }
    assert.deepEqual(done.splice(0), ['go to 90', 'go to 90'], 'it holds on to a quarter turn');
    down(1, 'mouse', 'band', round(100, 0.9), 0);
    for (const degrees of [120, 200, 290, 370, 400]) move(1, 'mouse', round(degrees, 0.9), 10);
    assert.equal(Math.round(angle), 300, 'by as much as it has moved, and not by a turn more');
    hand.up(1, 20);
    assert.deepEqual(done, ['settle']);
  });

  test('holds on to quarter turns, but not to one beside which it began', () => {
    angle = 88;
    down(1, 'mouse', 'knob', round(88, 0.9), 0);
    move(1, 'mouse', round(88.5, 0.9), 10);
    assert.equal(Math.round(10 * angle), 885, 'no jump');
    move(1, 'mouse', round(110, 0.9), 20);
    move(1, 'mouse', round(92, 0.9), 30);
    assert.equal(angle, 90);
  });

  test('that is a finger drags only the band, and taps only for a moment', () => {
    assert.equal(down(1, 'touch', 'curves', round(100, 0.6), 0), 'waits');
    move(1, 'touch', round(130, 0.6), 10);
    hand.up(1, 20);
    down(1, 'touch', 'band', round(100, 0.9), 100);
    hand.up(1, 800);
    assert.deepEqual([...done, angle], [0]);
    down(1, 'touch', 'band', round(100, 0.9), 1000);
    move(1, 'touch', round(130, 0.9), 1010);
    assert.equal(Math.round(angle), 30);
  });

  test('that is taken away is undone where it is a finger, and stands where it is none', () => {
    for (const kind of ['touch', 'mouse', 'pen']) {
      down(1, kind, 'pad', { x: 0, y: 0 }, 0);
      hand.cancel(1);
    }
    down(1, 'touch', 'pad', { x: 0, y: 0 }, 2000);
    move(1, 'touch', { x: 0.4, y: 0 }, 2100);
    hand.cancel(1);
    assert.deepEqual(
      done.filter((what) => what !== 'begin' && what !== 'extend'),
      ['cancel', 'end', 'end', 'cancel, keep'],
    );
    down(1, 'touch', 'band', round(100, 0.9), 3000);
    hand.cancel(1);
    assert.equal(done.at(-1), 'cancel, keep', 'nor is it a tap');
  });

  test('that nobody lifted is replaced by the next of its name, and all can be let go of', () => {
    down(1, 'mouse', 'pad', { x: 0, y: 0 }, 0);
    down(1, 'mouse', 'pad', { x: 0.1, y: 0 }, 100);
    hand.letGo();
    hand.letGo();
    assert.deepEqual(done, ['begin', 'end', 'begin', 'end']);
    down(2, 'touch', 'pad', { x: 0, y: 0 }, 1000);
    hand.forgetFingers();
    assert.equal(down(3, 'touch', 'pad', { x: 0.1, y: 0 }, 1100), 'draws', 'no second finger');
  });
});

describe('a pen', () => {
  test('takes the mark of a palm away, be it there or just lifted, and no drawing', () => {
    down(1, 'touch', 'pad', { x: 0.1, y: 0 }, 0);
    assert.equal(down(9, 'pen', 'pad', { x: 0, y: 0 }, 100), 'draws');
    hand.up(1, 150);
    hand.up(9, 200);
    assert.deepEqual(done.splice(0), ['begin', 'cancel', 'begin', 'end']);
    down(2, 'touch', 'pad', { x: 0.1, y: 0 }, 5000);
    hand.up(2, 5050);
    down(9, 'pen', 'pad', { x: 0, y: 0 }, 5200);
    assert.deepEqual(done.splice(0), ['begin', 'end', 'cancel', 'begin']);
    hand.up(9, 5300);
    down(3, 'touch', 'pad', { x: 0.1, y: 0 }, 9000);
    for (let i = 0; i < 5; i++) move(3, 'touch', { x: 0.1 * i, y: 0.3 }, 9010 + i);
    hand.up(3, 9050);
    down(9, 'pen', 'pad', { x: 0, y: 0 }, 9100);
    assert(!done.includes('cancel'), 'what is drawn was meant');
  });

  test('leaves fingers nothing while it is near, and for a moment after', () => {
    hand.seePen(0);
    assert.equal(down(1, 'touch', 'pad', { x: 0, y: 0 }, 300), 'rests');
    assert.equal(down(9, 'pen', 'pad', { x: 0, y: 0 }, 400), 'draws');
    assert.equal(down(2, 'touch', 'band', round(9, 0.9), 5000), 'rests', 'however long it draws');
    hand.up(9, 5100);
    hand.up(2, 5150);
    assert.equal(down(3, 'touch', 'pad', { x: 0, y: 0 }, 5400), 'rests');
    hand.up(3, 5450);
    hand.up(1, 5500);
    assert.equal(down(4, 'touch', 'pad', { x: 0, y: 0 }, 6000), 'draws');
    assert.deepEqual(done, ['begin', 'end', 'begin']);
  });

  test('turns back what a palm has turned, tapped or twisted', () => {
    angle = 10;
    down(1, 'touch', 'band', round(0, 0.9), 0);
    move(1, 'touch', round(30, 0.9), 10);
    assert.notEqual(angle, 10);
    down(9, 'pen', 'pad', { x: 0, y: 0 }, 100);
    assert.equal(angle, 10);
    hand.letGo();
    assert.equal(done.filter((what) => what === 'settle').length, 1);
    done = [];
    down(1, 'touch', 'band', round(100, 0.9), 2000);
    hand.up(1, 2100);
    down(9, 'pen', 'pad', { x: 0, y: 0 }, 2300);
    assert.deepEqual(done, ['go to 100', 'go to 10', 'begin']);
  });

  test('ends what a mouse draws, and keeps it', () => {
    down(1, 'mouse', 'pad', { x: 0, y: 0 }, 0);
    down(9, 'pen', 'pad', { x: 0, y: 0 }, 100);
    move(1, 'mouse', { x: 0.3, y: 0 }, 150);
    assert.deepEqual(done, ['begin', 'end', 'begin']);
  });
});

describe('two fingers', () => {
  const centre = { x: 0.1, y: -0.2 };
  /** @param {number} degrees */
  const about = (degrees) => {
    const { x, y } = round(degrees, 0.3);
    return { x: centre.x + x, y: centre.y + y };
  };

  test('twist about their own middle, and the mark of the first one goes', () => {
    angle = 20;
    down(1, 'touch', 'pad', about(0), 0);
    assert.equal(down(2, 'touch', 'pad', about(180), 100), 'twists');
    assert.equal(angle, 20);
    for (let degrees = 10; degrees <= 400; degrees += 10) {
      move(1, 'touch', about(degrees), 200);
      move(2, 'touch', about(degrees + 180), 200);
    }
    assert.equal(Math.round(angle), 420);
    hand.up(1, 300);
    move(2, 'touch', about(0), 310);
    assert.deepEqual(done, ['begin', 'cancel', 'settle']);
    assert.equal(down(1, 'touch', 'pad', about(100), 400), 'twists', 'the second one is there yet');
  });

  test('twist on the ring too; a third one, or one on the knob, does not', () => {
    down(1, 'touch', 'curves', about(0), 0);
    assert.equal(down(2, 'touch', 'band', about(180), 100), 'twists');
    assert.equal(down(3, 'touch', 'pad', about(90), 100), 'rests');
    hand.letGo();
    assert.deepEqual(done.splice(0), ['settle']);
    down(1, 'touch', 'knob', round(0, 0.9), 1000);
    assert.equal(down(2, 'touch', 'pad', about(180), 1100), 'rests');
  });

  test('leave a stroke that was meant', () => {
    down(1, 'touch', 'pad', { x: 0, y: 0 }, 0);
    move(1, 'touch', { x: 0.3, y: 0 }, 300);
    down(2, 'touch', 'pad', { x: 0, y: 0.3 }, 600);
    assert.deepEqual(done, ['begin', 'extend', 'end']);
  });

  test('of which one is a palm do not twist', () => {
    assert.equal(down(1, 'touch', 'pad', { x: 0.2, y: 0.2 }, 0, 120), 'rests');
    assert.equal(down(2, 'touch', 'pad', { x: 0, y: 0 }, 100), 'draws');
    assert.equal(down(3, 'touch', 'pad', { x: 0.3, y: 0 }, 150, 120), 'rests');
    move(2, 'touch', { x: 0.01, y: 0 }, 160, 120);
    assert.deepEqual(done, ['begin', 'cancel'], 'it turns out to be one');
  });
});
