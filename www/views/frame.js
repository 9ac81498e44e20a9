// What stands round a figure that is alone: why there is nothing to see, a way to try again, its numbers as a table, and itself as a file.

import { add, find, write } from '../ui/dom.js';
import { copyCode, style as embedStyle } from './embed.js';
import { watch } from '../watch.js';

/**
 * @import { ReadonlySignal } from '@preact/signals-core'
 * @import { Table } from './figures.js'
 * @import { Said } from './lone.js'
 */

/**
 * @typedef {object} Frame
 * @property {ReadonlySignal<Said>} said
 * @property {ReadonlySignal<Table>} table
 * @property {string} title
 * @property {readonly ('PNG' | 'SVG')[]} files  as which it can be saved; none where there is no figure
 * @property {() => void} retry
 * @property {(kind: 'PNG' | 'SVG') => Promise<Blob>} fileOf
 * @property {(() => string) | null} codeOf  the HTML that shows it elsewhere; null where there is nothing to show
 */

export const style = `
${embedStyle}
.figure { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
.figure-body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; min-width: 0; }
.figure-foot { display: flex; flex-wrap: wrap; align-items: center; gap: 0 16px; font-size: 0.8125rem; color: var(--gsa-muted); }
.figure-foot :is(summary, .save) { display: inline-flex; align-items: center; height: 34px; padding: 0; border: 0; background: none; color: inherit; cursor: pointer; text-decoration: underline; text-decoration-color: var(--gsa-line-strong); text-underline-offset: 4px; }
.figure-foot :is(summary, .save):hover { color: var(--gsa-accent); }
.figure-word { margin-inline-start: auto; overflow-wrap: anywhere; }
.figure-word[data-failed] { display: flex; flex-wrap: wrap; flex: 1 0 100%; order: -1; align-items: center; justify-content: space-between; gap: 8px 12px; margin: 0; padding: 8px 8px 8px 14px; border-radius: 12px; background: var(--gsa-lost-soft); color: var(--gsa-ink); font-size: 0.875rem; }
.figure-word[data-failed] span { flex: 1 1 12em; }
.figure-word button { height: 36px; }
.figure-foot details { flex: none; max-width: 100%; }
.figure-foot details[open] { flex: 1 1 100%; order: 1; }
.figure-table { max-height: 22em; overflow: auto; border-block: 1px solid var(--gsa-line); }
.figure-table table { border-collapse: collapse; font-variant-numeric: tabular-nums; color: var(--gsa-ink); }
.figure-table :is(th, td) { padding: 4px 16px 4px 0; text-align: start; font-weight: 400; border-top: 1px solid var(--gsa-line); }
.figure-table thead th { position: sticky; top: 0; background: var(--gsa-ground); border: 0; font-weight: 600; vertical-align: bottom; }
@media print {
  .figure-word[data-coming] span { display: none; }
  .figure-word[data-coming]::after { content: "Not computed yet when this was printed. Print again in a moment, and it is here."; }
}
@media (pointer: coarse) {
  .figure-foot :is(summary, .save), .figure-word button { height: 44px; }
}
`;

/**
 * @param {HTMLElement} root
 * @param {Frame} frame
 * @param {AbortSignal} signal
 */
export function mount(root, { said, table, title, files, retry, fileOf, codeOf }, signal) {
  const foot = add(root, '<div class="figure-foot"></div>');
  const line = add(
    foot,
    '<div class="figure-word"><span></span><button type="button" class="retry" hidden>Try again</button></div>',
  );
  find(line, '.retry').addEventListener('click', retry, { signal });
  watch(signal, () => {
    const { state, message, canRetry, isComing } = said.value;
    const words = find(line, 'span');
    line.toggleAttribute('data-failed', state === 'failed');
    line.toggleAttribute('data-coming', isComing);
    // Only what went wrong is read out: it waits too often for that to be told.
    if (state === 'failed') words.setAttribute('role', 'alert');
    else words.removeAttribute('role');
    write(words, message);
    find(line, '.retry').hidden = !canRetry;
  });

  if (files.length > 0) mountTable(foot, table, title, signal);
  for (const kind of files) {
    const button = add(foot, '<button type="button" class="save"></button>');
    button.textContent = `Save as ${kind}`;
    button.addEventListener('click', () => save(button, title, kind, fileOf), { signal });
  }
  if (codeOf) mountCode(foot, codeOf, signal);
  foot.append(line);
}

/** @param {HTMLElement} foot @param {() => string} codeOf @param {AbortSignal} signal */
function mountCode(foot, codeOf, signal) {
  const button = add(foot, '<button type="button" class="save embed">Copy embed code</button>');
  add(foot, '<span class="embed-told" role="status"></span>');
  button.addEventListener('click', () => copyCode(foot, codeOf()), { signal });
}

/** @param {HTMLElement} foot @param {ReadonlySignal<Table>} table @param {string} title @param {AbortSignal} signal */
function mountTable(foot, table, title, signal) {
  const details = /** @type {HTMLDetailsElement} */ (
    add(
      foot,
      `<details><summary>As a table</summary>
        <div class="figure-table" tabindex="0" role="region"></div>
      </details>`,
    )
  );
  const region = find(details, '.figure-table');
  region.setAttribute('aria-label', `${title}, as a table`);
  // Written only where it is read: there may be many rows.
  details.addEventListener('toggle', () => details.open && fill(region, table.peek()), { signal });
  watch(signal, () => {
    const now = table.value;
    if (details.open) fill(region, now);
  });
}

/** @param {HTMLElement} region @param {Table} table */
function fill(region, { columns, rows }) {
  if (rows.length === 0) {
    region.textContent = 'Nothing has been asked yet.';
    return;
  }
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const column of columns) head.append(cell('th', column, 'col'));
  const body = table.createTBody();
  for (const [first, ...rest] of rows) {
    body.insertRow().append(cell('th', first, 'row'), ...rest.map((value) => cell('td', value)));
  }
  region.replaceChildren(table);
}

/** @param {'th' | 'td'} tag @param {string | number} value @param {'col' | 'row'} [scope] */
function cell(tag, value, scope) {
  const made = document.createElement(tag);
  if (scope) made.setAttribute('scope', scope);
  made.textContent = shorten(value);
  return made;
}

/** Numbers at a length that can be read. @param {string | number} value */
function shorten(value) {
  if (typeof value !== 'number' || Number.isInteger(value)) return String(value);
  return Math.abs(value) < 1e-3 ? value.toExponential(1) : String(Number(value.toPrecision(4)));
}

/** @param {HTMLElement} button @param {string} title @param {'PNG' | 'SVG'} kind @param {Frame['fileOf']} fileOf */
async function save(button, title, kind, fileOf) {
  const words = button.textContent;
  try {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await fileOf(kind));
    link.download = `${title.toLowerCase().replaceAll(' ', '-')}.${kind.toLowerCase()}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  } catch (error) {
    button.textContent = error instanceof Error ? error.message : String(error);
    setTimeout(() => (button.textContent = words), 4000);
  }
}
