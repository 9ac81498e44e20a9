// The list of networks, made of files and cards, and what is said of the time that one takes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { settings } from '../../www/engine/settings.js';
import { timeOf } from '../../www/views/picker_list.js';
import {
  accuracyOf,
  byAngleOf,
  makeCatalogue,
  rowOf,
  trainedOn,
} from '../../xtask/assets/catalogue.mjs';

/** @import { Entry } from '../../www/engine/catalogue.js' */

const root = fileURLToPath(new URL('../../', import.meta.url));
const made = makeCatalogue(root);
/** @type {Promise<Entry[]>} */
const entries = made.then(({ networks }) => /** @type {any} */ (networks));

describe('the catalogue', () => {
  test('has every network that has a name, with its file', async () => {
    const names = (await entries).map(({ name }) => name);
    assert.deepEqual(names.toSorted(), Object.keys(settings.models).sort());
    const { files } = await made;
    assert.equal(files.size, names.length);
    for (const file of files.values()) await readFile(root + file);
  });

  test('says of each what the cards say', async () => {
    const card = await readFile(`${root}models/r8f_sa_upright.md`, 'utf8');
    const entry = (await entries).find(({ name }) => name === 'r8f_sa_upright');
    assert(entry);
    assert(card.includes(`**${entry.reads.toFixed(2)} %** on average`));
    assert(card.includes(`${entry.parameters.toLocaleString('en')} parameters`));
    const { bytes, reads, parameters, byAngle, ...rest } = entry;
    const mean = (byAngle?.drawings ?? []).reduce((sum, right) => sum + right / 24, 0);
    assert(Math.abs(mean - reads) < 0.01, `${mean} on average, and the card says ${reads}`);
    assert(bytes > 2 * 40000 && bytes < 3 * parameters && reads > 90 && parameters > 40000);
    assert.deepEqual(rest, {
      ...{ name: 'r8f_sa_upright', title: 'R8F_SA', family: 'frames', rotations: 8 },
      ...{ mirrors: false, index: 'exact', trained: 'upright', tested: 'drawings', cost: null },
    });
  });

  test('knows families, lessons, and what was tested', async () => {
    const said = (await entries).map(({ name, family, trained, tested, index }) =>
      [name, family, trained, tested, index].join(' '),
    );
    for (const line of [
      'z2_sa ordinary digits digits exact',
      'r4_sa_drawn rotations drawings drawings exact',
      'r4_sa_published rotations digits digits published',
      'r16_sa rotations digits tenth exact',
    ]) {
      assert(said.includes(line), line);
    }
  });

  test('is not made of a card that does not say what is asked', () => {
    assert.throws(() => accuracyOf('| **accuracy** | 99 % |', 'digits', 'x.md'), /x.md does not/);
    assert.throws(() => rowOf('| a | b |', '(weights/c)'), /does not say how many/);
    assert.throws(() => trainedOn('cats', 'x'), /x does not say what it was trained on/);
  });
});

describe('the time that a network takes', () => {
  const entry = (/** @type {string} */ name, /** @type {number | null} */ cost) =>
    /** @type {Entry} */ ({ name, cost });
  const all = [entry('z2', 1), entry('r4', 8), entry('r16', 256), entry('r8f', null)];

  test('is what was measured here', () => {
    assert.deepEqual(timeOf(all[1], all, new Map([['r4', 52.4]])), {
      text: '52 ms',
      isSlow: false,
    });
    assert.deepEqual(timeOf(all[3], all, new Map([['r8f', 1234]])), {
      text: '1.2 s',
      isSlow: true,
    });
  });

  test('is told before it runs, by what another one took', () => {
    assert.deepEqual(timeOf(all[2], all, new Map([['z2', 7]])), { text: '≈ 1.8 s', isSlow: true });
    // By the one that is nearest to it in cost.
    const times = new Map([
      ['z2', 7],
      ['r4', 40],
    ]);
    assert.equal(timeOf(all[2], all, times).text, '≈ 1.3 s');
  });

  test('is not guessed without anything to go by', () => {
    assert.deepEqual(timeOf(all[2], all, new Map()), { text: '—', isSlow: false });
    assert.equal(timeOf(all[3], all, new Map([['z2', 7]])).text, '—');
    assert.equal(timeOf(all[2], all, new Map([['r8f', 7]])).text, '—');
  });

  test('has right answers at every angle, of those that were asked', async () => {
    const table = await readFile(`${root}docs/upright/by-angle.csv`, 'utf8');
    for (const { name, trained, byAngle } of await entries) {
      assert.equal(byAngle !== undefined, trained === 'upright', name);
    }
    const { byAngle } = byAngleOf(table, 'z2_sa_upright');
    assert(byAngle);
    const line = `z2_sa_upright,digits,90,${byAngle.digits[6].toFixed(2)},`;
    assert(table.includes(line), line);
    assert.throws(
      () => byAngleOf(table.replace(/^z2_sa_upright,digits,90.*\n/m, ''), 'z2_sa_upright'),
      /out of order/,
    );
    assert.throws(
      () => byAngleOf(table.replace(/^r8f_sa_upright,drawings,345.*\n/m, ''), 'r8f_sa_upright'),
      /lacks angles/,
    );
    assert.throws(() => byAngleOf('a,b\n', 'z2_sa_upright'), /other columns/);
    assert.deepEqual(byAngleOf(table, 'r4_sa'), {});
  });
});
