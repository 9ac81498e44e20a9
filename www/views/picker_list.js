// The networks that there are, as rows: what each learnt from, how well it reads, and how long it takes here.

import { isInReach } from '../engine/catalogue.js';
import { expected } from '../state/costly.js';
import { add, find } from '../ui/dom.js';
import { formatTime } from '../ui/format.js';
import { placeOf, watch } from '../watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Entry } from '../engine/catalogue.js'
 * @import { Demo } from '../state/demo.js'
 */

/** Families in their order, and what sets each apart. @type {[Entry['family'], string, string][]} */
const FAMILIES = [
  ['ordinary', 'Ordinary', 'no rotations: every direction has to be learnt'],
  ['frames', 'Rotations in frames', 'this project’s: each rotation looks through its own frame'],
  ['rotations', 'Rotations', 'the paper’s: each rotation looks at all others'],
  ['mirrors', 'Mirrors', 'rotations and their mirror images'],
  ['convolutional', 'Convolutional', 'to compare with'],
];
const LEARNT = {
  upright: 'upright digits and drawings',
  digits: 'digits at every turn',
  drawings: 'digits and drawings at every turn',
};
const TESTED = {
  drawings: 'drawings, any angle',
  digits: 'digits, any angle',
  tenth: 'every tenth digit',
};
/** Whoever takes longer than this keeps one waiting. */
const SLOW_MS = 500;
const LETTERS = ['A', 'B', 'C'];
const COLUMNS = `<p class="columns" aria-hidden="true">
  <span></span><span>network</span><span>learnt from</span><span class="end">parameters</span>
  <span class="end">reads</span><span>of</span><span class="end">time here</span>
</p>`;

export const style = `
.columns { display: none; margin: 14px 0 -8px; padding: 0 10px; color: var(--gsa-muted); font-size: 0.8125rem; }
.columns .end { text-align: end; }
.family { margin-top: 16px; }
.family h3 { display: inline; font: 600 1.0625rem/1.3 var(--gsa-font-digit, "Iowan Old Style", Palatino, "P052", Georgia, serif); }
.family > p { display: inline; color: var(--gsa-muted); font-size: 0.8125rem; }
.family ul { margin-top: 6px; border-top: 1px solid var(--gsa-line); }
.family li { border-bottom: 1px solid var(--gsa-line); }
.pick {
  display: grid; grid-template-columns: 24px minmax(0, 1fr) auto; gap: 2px 14px; align-items: center; width: 100%; height: auto; min-height: 44px; padding: 6px 10px;
  border: 0; border-radius: 0; background: none; text-align: start; font-variant-numeric: tabular-nums;
}
.pick:hover:not(:disabled, .main, .other, .third) { background: var(--gsa-sunken); color: inherit; }
.pick.pick:hover { color: var(--gsa-ink); }
.pick:focus-visible { outline-offset: -2px; }
.pick.main { background: var(--gsa-accent-soft); } .pick.other { background: var(--gsa-other-soft); } .pick.third { background: var(--gsa-third-soft); }
.pick b { font-weight: 650; }
.pick .learnt { grid-area: 2 / 2 / auto / -1; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 12px; }
.pick .reads { text-align: end; font-weight: 650; white-space: nowrap; }
.pick .small { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: 0 14px; color: var(--gsa-muted); font-size: 0.8125rem; }
.pick .tag { font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
.pick .tag:empty { display: none; }
.pick .time, .pick .reads, .pick .tested { white-space: nowrap; }
.pick:disabled { opacity: 1; color: var(--gsa-muted); }
@container picker (min-width: 760px) {
  .pick, .columns { grid-template-columns: 24px 76px minmax(0, 1fr) 84px 72px 136px 92px; }
  .pick .learnt { grid-area: auto; align-items: center; }
  .pick { min-height: 38px; padding-block: 4px; }
  .columns { display: grid; gap: 2px 14px; }
  .pick .unit { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .pick .small { display: contents; }
  .pick .small > * { font-size: 0.8125rem; }
  .pick .parameters { order: 2; text-align: end; }
  .pick .reads { order: 3; } .pick .tested { order: 4; } .pick .time { order: 5; text-align: end; color: var(--gsa-ink); font-size: 0.875rem; }
  .pick .small > :not(.time) { color: var(--gsa-muted); }
  .pick .tag:not(:empty) { padding: 2px 8px; border-radius: 6px; background: var(--gsa-ink); color: var(--gsa-surface); }
}
`;

/**
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {ReadonlySignal<Entry[]>} entries
 * @param {ReadonlySignal<number>} active  the place that is chosen for
 * @param {(name: string) => void} pick
 * @param {AbortSignal} signal
 */
export function mount(root, demo, entries, active, pick, signal) {
  /** @type {Map<string, HTMLElement>} */
  const rows = new Map();
  add(root, COLUMNS);
  const families = add(root, '<div></div>');
  watch(signal, () => {
    families.replaceChildren();
    rows.clear();
    for (const [family, title, what] of FAMILIES) {
      const members = entries.value.filter((entry) => entry.family === family);
      if (members.length === 0) continue;
      const section = add(
        families,
        `<section class="family"><h3>${title}</h3><p> · ${what}</p><ul></ul></section>`,
      );
      for (const entry of members) {
        const row = addRow(find(section, 'ul'), entry);
        row.addEventListener('click', () => pick(entry.name));
        rows.set(entry.name, row);
      }
    }
  });
  watch(signal, () => {
    const { shown, times } = demo.networks;
    const values = shown.value.map(({ value }) => value);
    for (const entry of entries.value) {
      const row = rows.get(entry.name);
      if (!row) continue;
      const place = values.indexOf(entry.name);
      row.className = `pick ${place >= 0 ? placeOf(place) : ''}`;
      find(row, '.letter').textContent = LETTERS[place] ?? '';
      row.setAttribute('aria-pressed', String(place >= 0 && place === active.value));
      const time = timeOf(entry, entries.value, times.value);
      find(row, '.time').textContent = isInReach(entry.name) ? time.text : '';
      find(row, '.tag').textContent = tagOf(entry, time.isSlow);
    }
  });
  root.addEventListener('keydown', (event) => step(root, event), { signal });
}

/** @param {HTMLElement} root @param {Entry} entry */
function addRow(root, { name, title, trained, index, parameters, reads, tested }) {
  const item = add(
    root,
    `<li><button type="button" class="pick">
      <span class="letter" aria-hidden="true"></span><b></b><span class="reads"></span><span class="learnt"><span></span><span class="tag"></span></span>
      <span class="small"><span class="parameters"></span><span class="tested"></span><span class="time"></span></span>
    </button></li>`,
  );
  const row = find(item, '.pick');
  row.dataset.name = name;
  find(row, 'b').textContent = title;
  find(row, '.learnt > span').textContent =
    LEARNT[trained] + (index === 'published' ? '; published index' : '');
  find(row, '.parameters').textContent = parameters.toLocaleString('en');
  add(find(row, '.parameters'), '<span class="unit"> parameters</span>');
  find(row, '.reads').textContent = `${reads.toFixed(2)} %`;
  find(row, '.tested').textContent = TESTED[tested];
  /** @type {HTMLButtonElement} */ (row).disabled = !isInReach(name);
  return row;
}

/** What one should know before choosing it. @param {Entry} entry @param {boolean} isSlow */
function tagOf({ name, trained, index }, isSlow) {
  if (!isInReach(name)) return 'needs the page from a server';
  if (index === 'published') return 'not quite equivariant';
  if (trained === 'upright') return 'never saw a turned digit';
  return isSlow ? 'slow here' : '';
}

/**
 * How long an answer takes here, in words.
 *
 * @param {Entry} entry
 * @param {Entry[]} entries
 * @param {ReadonlyMap<string, number>} times
 */
export function timeOf(entry, entries, times) {
  const { ms, measured } = expected(entry.name, entries, times) ?? {};
  if (ms === undefined) return { text: '—', isSlow: false };
  return { text: `${measured ? '' : '≈ '}${formatTime(ms)}`, isSlow: ms > SLOW_MS };
}

/** From row to row by the arrows. @param {HTMLElement} root @param {KeyboardEvent} event */
function step(root, event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const rows = /** @type {HTMLElement[]} */ (
    Array.from(root.querySelectorAll('.pick:not(:disabled)'))
  );
  const at = rows.findIndex((row) => row.matches(':focus'));
  if (at < 0) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, at + by))].focus();
}
