// What is chosen inside figures, as text. Figures come late: what a link says of them waits until they do, and what they say is told without
// their being known here.

/**
 * One figure's part: writes what is chosen in it, nothing where all is as at first; reads what was written, and lets be what was not.
 *
 * @typedef {{ write: () => string, read: (text: string) => void }} Keeper
 */

/** Of parts, and of letters of each: more than figures say. */
const [MOST_PARTS, MOST_LETTERS] = [16, 200];

export class Places {
  /** By the name of the part, as it was handed in. @type {Map<string, string>} */
  #said = new Map();
  /** @type {Map<string, Keeper>} */
  #keepers = new Map();

  /** A figure's choices begin: as a link said, where one did. @param {string} name @param {Keeper} keeper */
  keep(name, keeper) {
    this.#keepers.set(name, keeper);
    const said = this.#said.get(name);
    if (said) keeper.read(said);
  }

  /** @param {Record<string, string>} all  by the names of parts; what is not said stays as it is */
  put(all) {
    for (const [name, text] of Object.entries(all).slice(0, MOST_PARTS)) {
      if (this.#said.size >= 4 * MOST_PARTS && !this.#said.has(name)) return;
      this.#said.set(name, String(text).slice(0, MOST_LETTERS));
      this.#keepers.get(name)?.read(String(text).slice(0, MOST_LETTERS));
    }
  }

  /** Each part in which something is chosen. @returns {Record<string, string>} */
  get all() {
    const all = new Map(this.#said);
    for (const [name, { write }] of this.#keepers) all.set(name, write());
    return Object.fromEntries([...all].filter(([, text]) => text));
  }
}
