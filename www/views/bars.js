// The answer of one network: its digit, ten bars, and how long it took.

/** @import { Prediction } from '../types.d.ts' */

export class Bars {
  #root;
  #digit;
  #note;
  #time;
  /** @type {{ row: HTMLElement, bar: HTMLElement, value: HTMLElement }[]} */
  #rows = [];

  /** @param {HTMLElement} root  a panel made by the template */
  constructor(root) {
    this.#root = root;
    this.#digit = find(root, '.digit');
    this.#note = find(root, '.note');
    this.#time = find(root, '.time');
    const list = find(root, '.bars');
    list.replaceChildren();
    for (let digit = 0; digit < 10; digit++) {
      const row = document.createElement('li');
      const name = document.createElement('span');
      name.className = 'name';
      name.textContent = String(digit);
      const track = document.createElement('span');
      track.className = 'track';
      const bar = document.createElement('span');
      bar.className = 'bar';
      track.append(bar);
      const value = document.createElement('span');
      value.className = 'value';
      row.append(name, track, value);
      list.append(row);
      this.#rows.push({ row, bar, value });
    }
    this.clear();
  }

  /** @param {string} name @param {string} note */
  name(name, note) {
    find(this.#root, '.model').textContent = name;
    this.#note.textContent = note;
  }

  /**
   * @param {Prediction} prediction
   * @param {number | null} expected  the digit that this network saw upright, when known
   */
  show({ digit, probabilities, milliseconds }, expected) {
    this.#root.dataset.state = expected === null || expected === digit ? 'kept' : 'lost';
    this.#digit.textContent = String(digit);
    this.#time.textContent = formatMilliseconds(milliseconds);
    for (const [i, { row, bar, value }] of this.#rows.entries()) {
      const p = probabilities[i] ?? 0;
      bar.style.transform = `scaleX(${p.toFixed(4)})`;
      value.textContent = formatPercent(p);
      row.classList.toggle('best', i === digit);
    }
  }

  clear() {
    this.#root.dataset.state = 'blank';
    this.#digit.textContent = '–';
    this.#time.textContent = '';
    for (const { row, bar, value } of this.#rows) {
      bar.style.transform = 'scaleX(0)';
      value.textContent = '';
      row.classList.remove('best');
    }
  }
}

/** @param {number} p */
export function formatPercent(p) {
  return `${Math.round(100 * p)} %`;
}

/** @param {number} ms */
export function formatMilliseconds(ms) {
  return `${ms < 9.95 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function find(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the template lacks ${selector}`);
  return found;
}
