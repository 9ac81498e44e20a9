// Numbers behind figures, names of figures, who looks at a demonstration, and sizes of letters.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { signal } from '@preact/signals-core';
import { Attention } from '../../www/state/attention.js';
import { record } from '../../www/state/round.js';
import { floored } from '../../www/ui/styles.js';
import { NAMES, ON_STAGE, bring, troubleOf, viewOf } from '../../www/views/figures.js';
import { OF_NO_DRAWING, namesIn } from '../../www/state/figures.js';
import './embedded.js';
import { fakeDemo, probabilities } from './fake_demo.js';

/** @import { Table } from '../../www/views/figures.js' */

/** @param {string} name @param {ReturnType<typeof fakeDemo>['demo']} demo @returns {Promise<Table>} */
async function tableOf(name, demo) {
  return (await bring(name)).figure.table(demo);
}

describe('the table of answers all round', () => {
  const { demo } = fakeDemo('a', 'b');
  const [a, b] = demo.networks.shown.value;
  for (const [network, angle, digit] of /** @type {const} */ ([
    [a, 0, 7],
    [a, 90, 7],
    [b, 0, 4],
    [b, 90, 2],
    [a, 5, 1],
  ])) {
    const outcome = { digit, probabilities: probabilities(digit) };
    network.round.value = record(network.round.peek(), angle, outcome);
  }

  test('has a row for each angle asked, with what is read and how sure of the upright answer that is', async () => {
    const { columns, rows } = await tableOf('polar', demo);
    assert.equal(columns.length, 5);
    assert.match(columns[2], /probability of 7/);
    assert.deepEqual(rows, [
      [0, 7, 0.91, 4, 0.91],
      [5, 1, 0.01, '', ''],
      [90, 7, 0.91, 2, 0.01],
    ]);
  });

  test('has none for weights that nobody taught', async () => {
    demo.trial.value = { ...demo.trial.peek(), weights: 'random' };
    assert.deepEqual((await tableOf('polar', demo)).rows, []);
    demo.trial.value = { ...demo.trial.peek(), weights: 'trained' };
    assert.equal((await tableOf('polar', demo)).rows.length, 3);
  });
});

test('every figure has a name, a title, and a table that is empty while nothing is known', async () => {
  const { demo } = fakeDemo('a', 'b');
  assert.deepEqual(ON_STAGE, ['polar', 'maps', 'errors', 'orientation', 'answers']);
  assert.deepEqual(NAMES.slice(0, ON_STAGE.length), ON_STAGE);
  assert.equal(viewOf('orientation'), null, 'it is not here before somebody asks');
  assert.deepEqual(await Promise.all([bring('orientation'), bring('orientation')]), [
    await bring('orientation'),
    viewOf('orientation'),
  ]);
  await assert.rejects(bring('nothing'), { code: 'invalid-figure' });
  for (const name of NAMES) {
    const { figure } = await bring(name);
    assert.equal(troubleOf(name), null);
    assert.equal(figure.name, name);
    assert(figure.title.length > 3);
    const { columns, rows } = await tableOf(name, demo);
    assert(columns.length > 0);
    assert(rows.every((row) => row.length === columns.length));
    // Half of what theorem-4 shows is computed without asking anybody.
    const isComputed = OF_NO_DRAWING.includes(name) || name === 'theorem-4';
    assert.equal(rows.length > 0, isComputed, name);
  }
});

test('a figure that is loaded late is in the file of its name', async () => {
  const folder = new URL('../../www/', import.meta.url);
  const text = await readFile(new URL('views/figures.js', folder), 'utf8');
  const late = [...text.matchAll(/import\('\.\.\/(figures\/([^']+)\.js)'\)/g)];
  assert(late.length > 10);
  for (const [, path, name] of late) {
    assert(NAMES.includes(name), name);
    assert.match(await readFile(new URL(path, folder), 'utf8'), new RegExp(`name: '${name}'`));
  }
});

test('names of figures are parted by spaces or commas', () => {
  assert.deepEqual(namesIn(' polar  answers,maps polar '), ['polar', 'answers', 'maps']);
  for (const nothing of [null, '', ' , ']) assert.equal(namesIn(nothing), null);
  const many = namesIn('a '.repeat(1e6));
  assert.deepEqual(many, ['a']);
});

describe('who looks', () => {
  test('is anybody where nothing says how it is shown', () => {
    assert.equal(new Attention().is.value, true);
  });

  test('is nobody where it is near no screen, until somebody waits', async () => {
    const attention = new Attention();
    const near = signal(false);
    const life = new AbortController();
    attention.join(near, life.signal);
    assert.equal(attention.is.value, false);
    near.value = true;
    assert.equal(attention.is.value, true);
    near.value = false;
    const release = attention.hold();
    const waiting = attention.during(Promise.reject(new Error('in vain')));
    assert.equal(attention.is.value, true);
    release();
    release();
    assert.equal(attention.is.value, true, 'for the other');
    await assert.rejects(waiting);
    assert.equal(attention.is.value, false);
    life.abort();
  });
});

test('letters have a least size', () => {
  assert.equal(
    floored(
      'font: 700 5rem/0.95 serif; padding: .5rem 2px; margin: -1rem; --gsa-rem: max(1rem, 16px); --premium: 1rems',
    ),
    'font: 700 calc(5 * var(--gsa-rem))/0.95 serif; padding: calc(.5 * var(--gsa-rem)) 2px; margin: calc(-1 * var(--gsa-rem)); --gsa-rem: max(1rem, 16px); --premium: 1rems',
  );
});
