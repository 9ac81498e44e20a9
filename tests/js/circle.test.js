import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arc, bearing, countKept, curveOf, place, runsOf, sureAt } from '../../www/ui/circle.js';

/** Sure of `digit` by `share`, and of 7 by the rest. @param {number} digit @param {number} [share] */
function said(digit, share = 1) {
  const probabilities = new Array(10).fill(0);
  probabilities[digit] = share;
  probabilities[7] += 1 - share;
  return { digit, probabilities };
}

describe('places on the circle', () => {
  test('upright is at the top, a quarter turn to the left', () => {
    for (const [degrees, x, y] of [
      [0, 0, -2],
      [90, -2, 0],
      [180, 0, 2],
      [270, 2, 0],
    ]) {
      const at = place(degrees, 2);
      assert.ok(Math.hypot(at.x - x, at.y - y) < 1e-9, `${degrees}°`);
      assert.ok(Math.abs(Math.cos(((bearing(x, y) - degrees) * Math.PI) / 180) - 1) < 1e-9);
    }
  });

  test('arcs go counter-clockwise and know which way is longer', () => {
    assert.equal(arc(0, 90, 2), 'M0 -2A2 2 0 0 0 -2 0');
    assert.match(arc(0, 200, 2), /A2 2 0 1 0 /);
    assert.equal(arc(0, 360, 2).match(/A/g)?.length, 2, 'a whole circle is two arcs');
  });
});

describe('runs of answers', () => {
  test('a run that passes 0° is one', () => {
    const cells = [said(2), said(2), said(5), said(5), said(5), null, null, said(2)];
    const runs = runsOf(cells);
    assert.deepEqual(
      runs.map(({ digit, count, kept }) => [digit, count, kept]),
      [
        [5, 3, false],
        [null, 2, false],
        [2, 3, true],
      ],
    );
    assert.deepEqual([runs[0].from, runs[0].to], [67.5, 202.5]);
    const last = runs[2];
    assert.equal(last.to - last.from, 135);
    assert.equal(
      runs.reduce((sum, { from, to }) => sum + to - from, 0),
      360,
    );
  });

  test('one answer all round is one run', () => {
    const [run, ...more] = runsOf(new Array(72).fill(said(3)));
    assert.equal(more.length, 0);
    assert.deepEqual([run.count, run.to - run.from, run.kept], [72, 360, true]);
    assert.deepEqual(runsOf([]), []);
  });

  test('nothing is kept while upright is not known', () => {
    const cells = [null, said(3), said(3)];
    assert.ok(runsOf(cells).every(({ kept }) => !kept));
    assert.deepEqual(countKept(cells), { asked: 2, kept: 0 });
    assert.deepEqual(countKept([said(3), said(3), null, said(4)]), { asked: 3, kept: 2 });
  });
});

describe('how sure', () => {
  const cells = [said(2, 1), said(2, 0.5), null, said(2, 0.75)];

  test('is that of the upright answer, between angles in between', () => {
    assert.equal(sureAt(cells, 90), 0.5);
    assert.equal(sureAt(cells, 45), 0.75);
    assert.equal(sureAt(cells, 315), 0.875, 'round the end');
    assert.equal(sureAt(cells, 100), null, 'beside an angle not asked');
    assert.equal(sureAt([null, said(2)], 180), null);
  });

  test('is a closed curve through the angles asked', () => {
    assert.equal(curveOf(cells, 1, 3), 'M0 -3L-2 0L2.5 0Z');
    assert.equal(curveOf([said(2), said(2), null], 1, 3), '', 'two points are no curve');
  });
});
