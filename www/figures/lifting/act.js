// The first step by hand: the tile of the encoding is dragged to the place of each element, and turns on its way there; a press on the place
// does the same.

import { liftingOf, quartersOf } from '../../state/lifting.js';
import { add, write } from '../../ui/dom.js';
import { watch } from '../../watch.js';

/** @import { Demo } from '../../state/demo.js' */

/** How long an encoding turns by itself. */
const ACT_MS = 700;

export const style = `
.lifting .row.act { position: relative; }
.lifting .cell { position: relative; min-width: 0; }
.lifting .cell canvas { display: block; }
.lifting .cell[data-empty] canvas { visibility: hidden; }
.lifting .cell[data-turns] canvas { animation: lifting-act ${ACT_MS}ms ease-in-out; }
.lifting .cell[data-held] { cursor: grab; touch-action: none; }
.lifting .slot { position: absolute; inset: 0; width: 100%; height: 100%; padding: 0 4px; border: 1.5px dashed var(--gsa-line-strong); border-radius: 4px; background: none; color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.2; white-space: normal; }
.lifting .slot[data-over] { border: 2px solid var(--gsa-accent); background: var(--gsa-accent-soft); color: var(--gsa-accent); }
.lifting .row .ghost { position: absolute; z-index: 1; pointer-events: none; box-shadow: 0 6px 18px rgb(0 0 0 / 0.3); }
@container (max-width: 559px) { .lifting .slot { padding: 0 12px; font-size: 0.75rem; } }
@keyframes lifting-act { from { transform: rotate(var(--back, 0deg)); } }
@media print { .lifting .slot { display: none; } }
`;

/**
 * A cell of the first row, with a place to put the tile where it is not there from the beginning.
 *
 * @param {HTMLElement} row
 * @param {number} place
 */
export function addCell(row, place) {
  const cell = add(row, '<div class="cell"><canvas role="img"></canvas></div>');
  if (place > 0) add(cell, '<button type="button" class="slot"></button>');
  return /** @type {HTMLCanvasElement} */ (cell.querySelector('canvas'));
}

/** @param {HTMLElement} row  whose cells are there @param {Demo} demo @param {AbortSignal} signal */
export function mountAct(row, demo, signal) {
  const lifting = liftingOf(demo);
  const cells = /** @type {HTMLElement[]} */ ([...row.querySelectorAll('.cell')]);
  const slots = cells.map(
    (cell) => /** @type {HTMLElement | null} */ (cell.querySelector('.slot')),
  );
  /** What a hand has turned already need not turn by itself. */
  let byHand = false;
  watch(signal, () => {
    const acted = lifting.acted.value;
    const lifted = lifting.last();
    const degrees = lifted ? quartersOf(lifted).map((i) => lifted.elements[i].degrees) : [];
    const isWhole = acted.length >= degrees.length;
    row.style.setProperty('--step', `${degrees[1] ?? 90}`);
    cells.forEach((cell, place) => {
      const isThere = acted.includes(place);
      const isNew = isThere && cell.hasAttribute('data-empty');
      cell.toggleAttribute('data-empty', !isThere);
      cell.toggleAttribute('data-held', place === 0 && !isWhole);
      if (isNew || !isThere) cell.toggleAttribute('data-turns', isNew && !byHand);
      const slot = slots[place];
      if (!slot) return;
      slot.hidden = isThere || place >= degrees.length;
      cell.style.setProperty('--back', `${degrees[place]}deg`);
      write(slot, `act by ${degrees[place]}°`);
    });
  });
  slots.forEach((slot, place) => {
    const press = () => {
      lifting.act(place);
      // What was pressed is gone: on to the next place, or to the next step.
      const next = slots.find((other) => other && !other.hidden);
      const step = row.closest('figure')?.querySelector('.steps [data-on]');
      /** @type {HTMLElement | null | undefined} */ (next ?? step)?.focus({ preventScroll: true });
    };
    slot?.addEventListener('click', press, { signal });
  });
  drag(
    row,
    cells,
    slots,
    (place) => {
      byHand = true;
      lifting.act(place);
      byHand = false;
    },
    signal,
  );
}

/**
 * @param {HTMLElement} row
 * @param {HTMLElement[]} cells
 * @param {(HTMLElement | null)[]} slots
 * @param {(place: number) => void} put
 * @param {AbortSignal} signal
 */
function drag(row, cells, slots, put, signal) {
  const [tile] = cells;
  /** @type {{ pointer: number, x: number, y: number, pitch: number, ghost: HTMLCanvasElement } | null} */
  let held = null;
  const isOver = (/** @type {HTMLElement | null} */ slot, /** @type {PointerEvent} */ event) => {
    const box = slot?.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    return !!box && x > box.left && x < box.right && y > box.top && y < box.bottom;
  };
  const end = () => {
    held?.ghost.remove();
    held = null;
    for (const slot of slots) slot?.removeAttribute('data-over');
  };
  const begin = (/** @type {PointerEvent} */ event) => {
    if (held || event.button !== 0 || !tile.hasAttribute('data-held')) return;
    event.preventDefault();
    tile.setPointerCapture(event.pointerId);
    const [first, second] = cells.map((cell) => cell.getBoundingClientRect());
    const ghost = copyOf(/** @type {HTMLCanvasElement} */ (tile.firstElementChild));
    Object.assign(ghost.style, {
      ...{ left: `${tile.offsetLeft}px`, top: `${tile.offsetTop}px` },
      ...{ width: `${tile.offsetWidth}px`, height: `${tile.offsetHeight}px` },
    });
    row.append(ghost);
    const { pointerId: pointer, clientX: x, clientY: y } = event;
    held = { pointer, x, y, pitch: second.left - first.left, ghost };
  };
  const move = (/** @type {PointerEvent} */ event) => {
    if (event.pointerId !== held?.pointer) return;
    const [right, down] = [event.clientX - held.x, event.clientY - held.y];
    // A page may show it larger or smaller than it is.
    const scale = held.ghost.offsetWidth / tile.getBoundingClientRect().width || 1;
    const way = Math.max(0, Math.min(cells.length - 1, right / held.pitch));
    held.ghost.style.transform = `translate(${right * scale}px, ${down * scale}px) rotate(calc(${-way}deg * var(--step)))`;
    for (const slot of slots) slot?.toggleAttribute('data-over', isOver(slot, event));
  };
  const drop = (/** @type {PointerEvent} */ event) => {
    if (event.pointerId !== held?.pointer) return;
    const place = slots.findIndex((slot) => slot && !slot.hidden && isOver(slot, event));
    end();
    if (place >= 0) put(place);
  };
  tile.addEventListener('pointerdown', begin, { signal });
  tile.addEventListener('pointermove', move, { signal });
  tile.addEventListener('pointerup', drop, { signal });
  for (const lost of /** @type {const} */ (['pointercancel', 'lostpointercapture']))
    tile.addEventListener(lost, end, { signal });
}

/** @param {HTMLCanvasElement} canvas */
function copyOf(canvas) {
  const copy = document.createElement('canvas');
  copy.className = 'ghost';
  copy.ariaHidden = 'true';
  [copy.width, copy.height] = [canvas.width, canvas.height];
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  return copy;
}
