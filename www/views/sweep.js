// Answers round one turn: a strip of cells, one for each angle asked, coloured by whether the answer
// is still the one that the network gave upright.

import { find } from './bars.js';
import { normalise } from './dial.js';

/** @import { Answer } from '../types.d.ts' */

const CELLS = 24;
export const CELL_DEGREES = 360 / CELLS;

/** The order in which angles are asked: quarter turns first, then ever finer. */
const ORDER = Array.from({ length: CELLS }, (_, i) => i).sort(
  (a, b) => coarseness(b) - coarseness(a) || a - b,
);

/** @param {number} cell */
function coarseness(cell) {
  return [6, 3, 2, 1].findIndex((step) => cell % step === 0) * -1;
}

export class Sweep {
  #root;
  #cells;
  #count;
  #strip;
  #name = '';
  /** @type {(number | null)[]} */
  digits = [];
  /** At 0°. @type {number[] | null} */
  #probabilities = null;
  /** Whether a cell was asked at its own angle, and not just near it. @type {boolean[]} */
  #exact = [];

  /**
   * @param {HTMLElement} root
   * @param {(degrees: number) => void} chosen
   * @param {AbortSignal} signal
   */
  constructor(root, chosen, signal) {
    this.#root = root;
    this.#strip = find(root, '.strip');
    this.#count = find(root, '.count');
    this.#cells = Array.from({ length: CELLS }, (_, i) => {
      const cell = document.createElement('span');
      cell.className = 'cell';
      cell.title = `${i * CELL_DEGREES}°`;
      cell.addEventListener('click', () => chosen(i * CELL_DEGREES), { signal });
      return cell;
    });
    this.#strip.replaceChildren(...this.#cells);
    this.clear();
  }

  /** @param {string} name */
  set name(name) {
    find(this.#root, '.model').textContent = name;
    this.#name = name;
    this.#render();
  }

  get upright() {
    return this.digits[0];
  }

  /** The probabilities upright; null while they are not known. */
  get uprightProbabilities() {
    return this.#probabilities;
  }

  /**
   * The largest change of a probability since upright; null while that is not known.
   *
   * @param {number[]} probabilities
   */
  shift(probabilities) {
    const upright = this.#probabilities;
    return upright && Math.max(...probabilities.map((p, i) => Math.abs(p - upright[i])));
  }

  clear() {
    if (this.digits.length > 0 && this.digits.every((digit) => digit === null)) return;
    this.digits = new Array(CELLS).fill(null);
    this.#exact = new Array(CELLS).fill(false);
    this.#probabilities = null;
    this.#render();
  }

  /** @param {number} degrees @param {Pick<Answer, 'digit' | 'probabilities'>} answer */
  record(degrees, { digit, probabilities }) {
    const nearest = Math.round(normalise(degrees) / CELL_DEGREES) % CELLS;
    const exact = Math.abs(normalise(degrees) - nearest * CELL_DEGREES) < 1e-9;
    if (this.#exact[nearest] || (nearest === 0 && !exact)) return;
    this.#exact[nearest] = exact;
    if (nearest === 0) this.#probabilities = probabilities;
    if (this.digits[nearest] === digit) return;
    this.digits[nearest] = digit;
    this.#render();
  }

  /** The cells that have not been asked at their own angle, in the order in which to ask. */
  get missing() {
    return ORDER.filter((cell) => !this.#exact[cell]);
  }

  /** @param {number} degrees */
  mark(degrees) {
    const here = Math.round(normalise(degrees) / CELL_DEGREES) % CELLS;
    for (const [i, cell] of this.#cells.entries()) cell.classList.toggle('here', i === here);
  }

  #render() {
    const upright = this.upright;
    let asked = 0;
    let kept = 0;
    for (const [i, cell] of this.#cells.entries()) {
      const digit = this.digits[i];
      cell.textContent = digit === null ? '' : String(digit);
      const known = digit !== null && upright !== null;
      cell.classList.toggle('kept', known && digit === upright);
      cell.classList.toggle('lost', known && digit !== upright);
      if (digit === null) continue;
      asked++;
      if (digit === upright) kept++;
    }
    this.#count.textContent = upright === null ? '' : `${kept} of ${asked}`;
    const summary =
      upright === null
        ? 'not asked yet'
        : `the upright answer, ${upright}, is kept at ${kept} of ${asked} angles`;
    this.#strip.setAttribute('aria-label', `${this.#name}: ${summary}`);
  }
}
