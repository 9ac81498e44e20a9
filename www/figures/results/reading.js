// What the results say in words, made from their numbers: within what was run alike, never across.

/** @import { Row, Run } from '../measured.d.ts' */

/** By what a table can be sorted. @typedef {'name' | 'rotmnist' | 'here' | 'cifar10' | 'pcam'} Column */

/** @param {Row} row @param {Column} column @returns {string | number | null} */
function valueOf(row, column) {
  return column === 'here' ? (row.here?.percent ?? null) : row[column];
}

/** What there is not stands last, whichever way it is sorted. @param {readonly Row[]} rows @param {{ by: Column, up: boolean } | null} order */
export function sorted(rows, order) {
  if (!order) return rows;
  const way = order.up ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [x, y] = [valueOf(a, order.by), valueOf(b, order.by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === 'string') return way * x.localeCompare(String(y), 'en');
    return way * (x - Number(y));
  });
}

/** @param {number} points */
const difference = (points) => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;

/** @param {readonly Row[]} rows @param {string} name */
function find(rows, name) {
  const row = rows.find((row) => row.name === name);
  if (!row) throw new Error(`there is no ${name}`);
  return row;
}

/** R4 against Z2 among rings, and among dots; which leads the rings; whether more rotations are told apart. @param {readonly Row[]} rows */
export function comparisonOf(rows) {
  const [z2, r4] = ['Z2_SA', 'R4_SA'].map((name) => find(rows, name));
  const rings = rows.filter(({ rotmnist }) => rotmnist !== null);
  const lead = rings.reduce((a, b) => ((b.rotmnist ?? 0) > (a.rotmnist ?? 0) ? b : a));
  const said = [
    `Among rings R4_SA has ${difference(Number(r4.rotmnist) - Number(z2.rotmnist))} over Z2_SA, and ${lead.name} leads.`,
  ];
  if (r4.here && z2.here) {
    said.push(
      `Among dots R4_SA has ${difference(r4.here.percent - z2.here.percent)} over Z2_SA${isApart(r4, z2) ? '' : ', within chance'}.`,
    );
  }
  const more = ['R8_SA', 'R12_SA', 'R16_SA'].map((name) => find(rows, name));
  const touch = more.every((a) => more.every((b) => a === b || !isApart(a, b)));
  if (more.every(({ here }) => here) && touch)
    said.push('R8 to R16 differ by less than their lines.');
  return said.join(' ');
}

/** Whether two measurements differ by more than chance explains. @param {Row} a @param {Row} b */
function isApart({ here: a }, { here: b }) {
  return !!a && !!b && (a.low > b.high || b.low > a.high);
}

/** By the minute those count that had the time to go on; the four epochs of R4_SA are all there is of it. @param {readonly Run[]} runs */
export function minutesOf(runs) {
  const isLonger = (/** @type {Run} */ run) =>
    runs.some((r) => r.isLong && r.network === run.network);
  return runs.filter((run) => run.isLong || !isLonger(run));
}

/** Half a tenth is rounded up, be its nearest number a little less or more. @param {number} percent */
const tenth = (percent) => (Math.round(10 * percent) / 10).toFixed(1);

/** @param {readonly number[]} values  one or two that say the same */
function range(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(tenth);
  return low === high ? low : `${low} to ${high}`;
}

/** Where a run stands after so many minutes: its last epoch by then. @param {Run} run @param {number} minutes */
function percentAt({ points }, minutes) {
  return points.findLast((point) => point.minutes <= minutes)?.percent ?? null;
}

/**
 * What the curves say, and what differs between them.
 *
 * @param {readonly Run[]} runs
 * @param {'epochs' | 'minutes'} by
 * @returns {[string, string]}
 */
export function convergenceOf(runs, by) {
  const short = (/** @type {string} */ network) =>
    runs.filter((r) => !r.isLong && r.network === network);
  if (by === 'epochs') {
    const after = (/** @type {string} */ network, /** @type {number} */ epoch) =>
      range(short(network).map(({ points }) => points[epoch - 1].percent));
    return [
      `Per epoch: R4_SA reads ${after('R4_SA', 2)} % after two, Z2_SA ${after('Z2_SA', 4)} % after four.`,
      'Four epochs by one recipe, of 10,000 digits each; two seeds of Z2_SA and R4_SA, one of R8F_SA; 2,000 held-out digits. The paper’s own curves have no numbers to set beside them.',
    ];
  }
  const [r4] = short('R4_SA').toSorted((a, b) => a.points[0].minutes - b.points[0].minutes);
  const { minutes, percent } = r4.points[0];
  const then = (/** @type {string} */ network) =>
    range(
      minutesOf(runs)
        .filter((run) => run.network === network)
        .flatMap((run) => percentAt(run, minutes) ?? []),
    );
  const [quick, slow] = [Math.min, Math.max].map((pick) =>
    pick(...short('R4_SA').map(({ points }) => Number(points.at(-1)?.minutes))),
  );
  return [
    `Per minute: after ${Math.round(minutes)} minutes R4_SA reads ${tenth(percent)} %, Z2_SA ${then('Z2_SA')} %, R8F_SA ${then('R8F_SA')} %.`,
    `Logged on a shared machine of two cores, roughly: two seeds of R4_SA took ${Math.round(quick)} and ${Math.round(slow)} minutes for the same four epochs. Z2_SA and R8F_SA went on for longer, by slower schedules.`,
  ];
}
