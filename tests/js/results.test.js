// What the experiments say: made of cards and tables, damaged ones are noticed, and words follow from the numbers.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import './embedded.js';
import { share, spread } from '../../www/figures/chart.js';
import {
  comparisonOf,
  convergenceOf,
  minutesOf,
  sorted,
} from '../../www/figures/results/reading.js';
import {
  binomial,
  costsOf,
  linesOf,
  makeResults,
  ofCard,
  ofLine,
  runsOf,
  windowsOf,
} from '../../xtask/assets/results.mjs';

const root = new URL('../../', import.meta.url);
const read = (/** @type {string} */ name) => readFile(new URL(name, root), 'utf8');
const results = await makeResults(root.pathname);
const { rows } = results.networks;

/** @param {string} name */
const rowOf = (name) => {
  const row = rows.find((row) => row.name === name);
  assert(row, name);
  return row;
};

describe('the results', () => {
  test('have every network of the paper’s table, and this project’s own', async () => {
    const published = JSON.parse(await read('xtask/assets/published.json'));
    const names = published.networks.rows.map((/** @type {any} */ { name }) => name);
    assert.equal(names.length, 12);
    assert.deepEqual(
      rows.map(({ name }) => name).filter((name) => name !== 'R8F_SA'),
      names,
    );
    assert.equal(rowOf('R8F_SA').rotmnist, null);
    for (const row of rows) {
      const of = [row.rotmnist, row.cifar10, row.pcam, row.here?.percent ?? null];
      assert(
        of.some((value) => value !== null),
        row.name,
      );
      for (const value of of) assert(value === null || (value > 80 && value < 100), row.name);
    }
  });

  test('say of ours what card and table say, read in another way', async () => {
    for (const [name, card] of [
      ['Z2_SA', 'z2_sa'],
      ['R4_SA', 'r4_sa'],
      ['R8F_SA', 'r8f_sa'],
      ['Z2_CNN', 'z2_cnn'],
      ['R4_CNN', 'r4_cnn'],
    ]) {
      const text = await read(`models/${card}.md`);
      const { here, parameters } = rowOf(name);
      assert(here);
      assert(
        text.includes(
          `**${here.percent.toFixed(2)} %** (${here.right.toLocaleString('en')} right)`,
        ),
      );
      assert(text.includes(`${parameters?.toLocaleString('en')} parameters`));
      assert.equal(here.of, 50_000);
    }
    const table = await read('docs/rotmnist/README.md');
    for (const name of ['R12_SA', 'R16_SA']) {
      const { here } = rowOf(name);
      assert(here);
      const told = `${here.percent.toFixed(2)} % of every tenth (${here.right.toLocaleString('en')} of 5,000)`;
      assert(table.includes(told), told);
      assert.equal(here.of, 5000);
    }
  });

  test('have bars in which the share lies, wider where fewer digits were asked', () => {
    for (const { here } of rows) {
      if (here) assert(here.low < here.percent && here.percent < here.high);
    }
    const width = (/** @type {string} */ name) => {
      const { here } = rowOf(name);
      return here ? here.high - here.low : NaN;
    };
    assert(width('R12_SA') > 2.5 * width('R8_SA'));
    // Wilson's interval of 90 in 100, as tables have it.
    const { low, high } = binomial(90, 100);
    assert(Math.abs(low - 82.56) < 0.01 && Math.abs(high - 94.48) < 0.01, `${low} ${high}`);
  });

  test('say nothing of networks that are not trained here', () => {
    const others = rows.filter(({ name }) => /^α|M_/.test(name));
    assert(others.length > 0);
    for (const { name, here } of others) assert.equal(here, null, name);
  });

  test('are what the page says of convolutions: ahead in the paper, even here', () => {
    const [attention, convolution] = ['R4_SA', 'R4_CNN'].map(rowOf);
    const published = rows.filter(({ name }) => /^R\d+_SA$/.test(name)).map((row) => row.rotmnist);
    assert(published.length > 3);
    for (const percent of published) assert(Number(convolution.rotmnist) > Number(percent));
    const [a, c] = [attention.here, convolution.here];
    // Each lies within what chance alone would make of the other.
    assert(a && c && a.percent < c.high && a.percent > c.low);
    assert(c.percent < a.high && c.percent > a.low);
  });
});

describe('what is damaged is noticed:', () => {
  test('a card without its number, and one whose share is not that of its count', async () => {
    const card = await read('models/r4_sa.md');
    assert.equal(ofCard(card, 'r4_sa').right, 48909);
    assert.throws(() => ofCard(card.replace('**97.82 %**', '97.82 %'), 'r4_sa'), /does not say/);
    assert.throws(() => ofCard(card.replace('97.82', '97.92'), 'r4_sa'), /are not 97.92 %/);
    assert.throws(() => ofLine('', 'r8_sa-from-r4'), /does not say/);
  });

  test('a table with another head, a cell too few, or a word for a number', () => {
    assert.deepEqual(linesOf('a,b\n1,x\n', 'a,b', ['b']), [{ a: 1, b: 'x' }]);
    assert.throws(() => linesOf('a,c\n1,2', 'a,b'), /begins with/);
    assert.throws(() => linesOf('a,b\n1', 'a,b'), /not 2 cells/);
    for (const cell of ['x', '', ' ', 'NaN', 'Infinity'])
      assert.throws(() => linesOf(`a,b\n1,${cell}`, 'a,b'), /b is no number/);
  });

  test('a window that is published otherwise, an epoch that is missing, a cost out of order', async () => {
    const windows = await read('docs/rotmnist/windows.csv');
    const { rows } = JSON.parse(await read('xtask/assets/published.json')).windows;
    assert.equal(windowsOf(windows, rows).length, 9);
    assert.throws(() => windowsOf(windows.replace('97.49', '97.48'), rows), /other numbers/);
    const early = await read('docs/rotmnist/early.csv');
    const name = 'z2_sa-4-epochs-seed-1';
    assert.equal(runsOf(early, [name], false)[0].points.length, 4);
    const gap = early.replace(/^z2_sa-4-epochs-seed-1,2,.*\n/m, '');
    assert.throws(() => runsOf(gap, [name], false), /epochs/);
    assert.throws(() => runsOf(early, ['nobody'], false), /nobody/);
    const cost = await read('docs/cost.csv');
    assert.equal(costsOf(cost).length, 19);
    assert.throws(() => costsOf(cost.replace('window,7,', 'window,70,')), /not in order/);
    assert.throws(() => costsOf(cost.replaceAll('picture,', 'pictures,')), /picture/);
  });
});

/** @param {number} p */
const tenth = (p) => (Math.round(10 * p) / 10).toFixed(1);

describe('in words', () => {
  test('only what was run alike is compared', () => {
    const said = comparisonOf(rows);
    const [z2, r4] = [rowOf('Z2_SA'), rowOf('R4_SA')];
    const rings = Number(r4.rotmnist) - Number(z2.rotmnist);
    assert.match(
      said,
      new RegExp(`^Among rings R4_SA has \\+${rings.toFixed(1)} over Z2_SA, and α-R4_CNN leads\\.`),
    );
    const dots = Number(r4.here?.percent) - Number(z2.here?.percent);
    assert(said.includes(`Among dots R4_SA has +${dots.toFixed(1)} over Z2_SA.`), said);
    assert.match(said, /R8 to R16 differ by less than their lines/);
    assert.doesNotMatch(said, /R8F/);
  });

  test('what chance explains is told so, and what is apart is not called alike', () => {
    const close = structuredClone(rows);
    for (const row of close)
      if (row.here) Object.assign(row.here, { percent: 97, low: 96, high: 98 });
    assert.match(comparisonOf(close), /Among dots R4_SA has \+0\.0 over Z2_SA, within chance/);
    const apart = structuredClone(rows);
    Object.assign(apart.find(({ name }) => name === 'R12_SA')?.here ?? {}, { low: 99, high: 99.5 });
    assert.doesNotMatch(comparisonOf(apart), /R8 to R16/);
  });

  test('R4_SA learns faster by the epoch and slower by the minute, as the logs have it', async () => {
    const early = await read('docs/rotmnist/early.csv');
    const at = (/** @type {string} */ run, /** @type {number} */ epoch) =>
      Number(early.match(new RegExp(`^${run},${epoch},[^,]*,[^,]*,([^,]*)`, 'm'))?.[1]);
    const [slow, fast] = ['z2_sa', 'r4_sa'].map((name) => (/** @type {number} */ epoch) => [
      at(`${name}-4-epochs-seed-1`, epoch),
      at(`${name}-4-epochs-seed-2`, epoch),
    ]);
    assert(Math.min(...fast(2)) > Math.max(...slow(4)), 'the claim holds');
    const [epochs] = convergenceOf(results.runs, 'epochs');
    assert.equal(
      epochs,
      `Per epoch: R4_SA reads ${fast(2).map(tenth).join(' to ')} % after two, Z2_SA ${slow(4)
        .map(tenth)
        .join(' to ')} % after four.`,
    );
    const [minutes, how] = convergenceOf(results.runs, 'minutes');
    const [, r4, z2] = /R4_SA reads ([\d.]+) %, Z2_SA ([\d.]+)/.exec(minutes) ?? [];
    assert(Math.abs(Number(r4) - at('r4_sa-4-epochs-seed-1', 1)) < 0.051, minutes);
    assert(Number(z2) > Number(r4) + 5, minutes);
    assert.match(how, /shared machine.* took 50 and 67 minutes/);
    assert.deepEqual(
      minutesOf(results.runs).map(({ run }) => run),
      ['r4_sa-4-epochs-seed-1', 'r4_sa-4-epochs-seed-2', 'z2_sa-seed-1', 'z2_sa-seed-2', 'r8f_sa'],
    );
  });

  test('what is sorted has what there is not at its end, both ways', () => {
    for (const up of [true, false]) {
      const order = sorted(rows, { by: 'rotmnist', up }).map(({ rotmnist }) => rotmnist);
      const there = order.filter((value) => value !== null);
      assert.deepEqual(order.slice(there.length), Array(rows.length - there.length).fill(null));
      const way = [...there].sort((a, b) => (up ? a - b : b - a));
      assert.deepEqual(there, way);
    }
    assert.equal(sorted(rows, null), rows);
    assert.equal(sorted(rows, { by: 'name', up: true })[0].name, 'R12_SA');
  });
});

describe('a chart', () => {
  test('has values where they lie, evenly or by their powers', () => {
    assert.equal(share({ from: 2, to: 6, ticks: [] }, 3), 0.25);
    const powers = { from: 1, to: 100, isLog: true, ticks: [] };
    assert(Math.abs(share(powers, 10) - 0.5) < 1e-12);
  });

  test('keeps names apart and in their order', () => {
    assert.deepEqual(spread([10, 100], 15), [10, 100]);
    const placed = spread([50, 52, 51], 15);
    assert(placed[1] - placed[2] > 14.9 && placed[2] - placed[0] > 14.9, String(placed));
  });
});
