// What the figures `results` and `cost` show: what the paper reports, from published.json, and what was measured here, from the cards and
// the tables of docs/. No figure of ours stands here.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of the 50,000 test digits of rotated MNIST. */
const TESTED = 50_000;
/** Standard deviations on either side of 95 %. */
const Z = 1.959964;

/**
 * Where it stands how well a network of ours reads rotated MNIST: a card, which may still have to be written, or a line among those trained
 * alike. Names of the paper, and ours after them.
 *
 * @type {Record<string, { card?: string, row?: string }>}
 */
const HERE = {
  Z2_SA: { card: 'z2_sa' },
  R4_SA: { card: 'r4_sa' },
  R8_SA: { row: 'r8_sa-from-r4' },
  R12_SA: { row: 'r12_sa-from-r8' },
  R16_SA: { row: 'r16_sa-from-r8' },
  R8F_SA: { card: 'r8f_sa' },
  Z2_CNN: { card: 'z2_cnn' },
  R4_CNN: { card: 'r4_cnn' },
  'α-R4_CNN': { card: 'alpha_r4_cnn' },
};
/** Which stands behind which, where the paper has none. */
const BEHIND = { R8F_SA: 'R16_SA' };

/** Runs of four epochs by one recipe, and longer ones of those that are cheap enough. */
const ALIKE = ['z2_sa-4-epochs-seed-1', 'z2_sa-4-epochs-seed-2', 'r4_sa-4-epochs-seed-1'];
ALIKE.push('r4_sa-4-epochs-seed-2', 'r8f_sa-4-epochs');
const LONG = ['z2_sa-seed-1', 'z2_sa-seed-2', 'r8f_sa'];

/** @import { Cost, Results, Row, Run } from '../../www/figures/measured.d.ts' */

/** @param {string} root  of the repository @returns {Promise<Results>} */
export async function makeResults(root) {
  const read = (/** @type {string} */ name) => readFile(join(root, name), 'utf8');
  const published = JSON.parse(await read('xtask/assets/published.json'));
  const table = await read('docs/rotmnist/README.md');
  /** @type {Row[]} */
  const rows = published.networks.rows.map((/** @type {Row} */ row) => ({ ...EMPTY, ...row }));
  for (const [name, behind] of Object.entries(BEHIND)) {
    const at = rows.findIndex((row) => row.name === behind);
    rows.splice(at + 1, 0, { ...EMPTY, name, family: 'attention' });
  }
  for (const row of rows) {
    const { card, row: line } = HERE[row.name] ?? {};
    const text = card ? await read(`models/${card}.md`).catch(() => null) : table;
    const found = !text ? null : card ? ofCard(text, card) : line ? ofLine(text, line) : null;
    if (!found) continue;
    // What was counted is told rather than what was rounded.
    const { parameters, ...here } = found;
    Object.assign(row, { parameters, here: { ...here, ...binomial(here.right, here.of) } });
  }
  return {
    paper: published.paper,
    networks: { table: published.networks.table, rows },
    windows: {
      table: published.windows.table,
      network: published.windows.network,
      rows: windowsOf(await read('docs/rotmnist/windows.csv'), published.windows.rows),
    },
    runs: [
      ...runsOf(await read('docs/rotmnist/early.csv'), ALIKE, false),
      ...runsOf(await read('docs/rotmnist/curves.csv'), LONG, true),
    ],
  };
}

const EMPTY = { parameters: null, rotmnist: null, cifar10: null, pcam: null, here: null };

/** @param {string} text */
const whole = (text) => Number(text.replaceAll(',', ''));

/** @param {string} text @param {string} card */
export function ofCard(text, card) {
  const [, percent, right] =
    /\*\*accuracy on the 50,000\*\* \| \*\*([\d.]+) %\*\* \(([\d,]+) right\)/.exec(text) ?? [];
  const [, parameters] = /([\d,]+) parameters/.exec(text) ?? [];
  if (!right || !parameters) throw new Error(`models/${card}.md does not say how many it reads`);
  return checked(Number(percent), whole(right), TESTED, whole(parameters), `models/${card}.md`);
}

/** @param {string} table  lines of the networks trained alike @param {string} file */
export function ofLine(table, file) {
  const line = table.split('\n').find((text) => text.includes(`(weights/${file}.safetensors)`));
  const [, parameters] = /\| ([\d,]+) \|/.exec(line ?? '') ?? [];
  const [, percent] = /([\d.]+) %\*{0,2}(?: of every tenth)? \(/.exec(line ?? '') ?? [];
  const [, right, of] = /\(([\d,]+) (?:right|of ([\d,]+))\)/.exec(line ?? '') ?? [];
  if (!parameters || !percent || !right)
    throw new Error(`docs/rotmnist/README.md does not say how many ${file} reads`);
  return checked(Number(percent), whole(right), of ? whole(of) : TESTED, whole(parameters), file);
}

/**
 * A share and a count that say the same.
 *
 * @param {number} percent
 * @param {number} right
 * @param {number} of
 * @param {number} parameters
 * @param {string} where
 */
function checked(percent, right, of, parameters, where) {
  if (!(Math.abs((100 * right) / of - percent) < 0.0051))
    throw new Error(`${where}: ${right} of ${of} are not ${percent} %`);
  return { percent, right, of, parameters };
}

/** Within what the true share lies, in per cent: Wilson's interval. @param {number} right @param {number} of */
export function binomial(right, of) {
  const [p, n] = [right / of, of];
  const middle = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n * n))) / (1 + Z ** 2 / n);
  return { low: 100 * (middle - half), high: 100 * (middle + half) };
}

/**
 * The lines of a table of numbers with a head.
 *
 * @param {string} text
 * @param {string} head
 * @param {string[]} [words]  columns that are no numbers
 * @param {string[]} [gaps]  columns that may have none
 */
export function linesOf(text, head, words = [], gaps = []) {
  const [first, ...lines] = text.trim().split('\n');
  if (first !== head) throw new Error(`a table begins with “${first}”, not with “${head}”`);
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== columns.length) throw new Error(`not ${columns.length} cells: “${line}”`);
    return Object.fromEntries(
      columns.map((column, i) => {
        if (words.includes(column)) return [column, cells[i]];
        if (cells[i] === '' && gaps.includes(column)) return [column, null];
        const value = Number(cells[i]);
        if (cells[i].trim() === '' || !Number.isFinite(value))
          throw new Error(`${column} is no number: “${line}”`);
        return [column, value];
      }),
    );
  });
}

/** @param {string} text @param {{ window: number, percent: number }[]} published */
export function windowsOf(text, published) {
  const head = 'window,test_percent,published_percent,minutes_per_epoch';
  const rows = linesOf(text, head, [], ['test_percent']);
  const same = rows.map(({ window, published_percent: percent }) => ({ window, percent }));
  if (JSON.stringify(same) !== JSON.stringify(published))
    throw new Error('windows.csv and published.json have other numbers of the paper');
  return rows.map(({ window, published_percent, test_percent }) => ({
    ...{ window, published: published_percent, here: test_percent },
  }));
}

/** @param {string} text @param {string[]} names @param {boolean} isLong @returns {Run[]} */
export function runsOf(text, names, isLong) {
  const head = 'run,epoch,loss,training_percent,held_out_percent,seconds,memory_mb';
  const lines = linesOf(text, head, ['run']);
  return names.map((run) => {
    const points = lines
      .filter((line) => line.run === run)
      .map(({ epoch, seconds, held_out_percent }) => ({
        ...{ epoch, minutes: seconds / 60, percent: held_out_percent },
      }));
    if (points.length < 2 || points.some(({ epoch }, i) => epoch !== i + 1))
      throw new Error(`${run} is not there, or its epochs are not one after the other`);
    const [network] = /^\w+_sa/.exec(run) ?? [''];
    return { run, network: network.toUpperCase(), isLong, points };
  });
}

/** What docs/cost.csv says. @param {string} root @returns {Promise<Cost[]>} */
export async function makeCosts(root) {
  return costsOf(await readFile(join(root, 'docs/cost.csv'), 'utf8'));
}

/** @param {string} text @returns {Cost[]} */
export function costsOf(text) {
  const head = 'varied,value,median_ms,peak_memory_mb,published_law_ms,published_law_attention_mb';
  const lines = linesOf(text, head, ['varied']);
  for (const varied of ['group elements', 'window', 'picture']) {
    const values = lines.filter((line) => line.varied === varied).map(({ value }) => value);
    if (values.length < 3 || values.some((value, i) => i > 0 && value <= values[i - 1]))
      throw new Error(`cost.csv: “${varied}” is not there, or not in order`);
  }
  return lines.map(({ varied, value, median_ms, peak_memory_mb, published_law_ms }) => ({
    ...{ varied, value, milliseconds: median_ms, megabytes: peak_memory_mb },
    ...{ published: published_law_ms },
  }));
}
