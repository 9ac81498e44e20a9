// Model files that a visitor brought: each has an address for as long as it is shown on a page.

import { MAX_MODEL_BYTES } from '../engine/download.js';
import { CodedError } from '../engine/errors.js';

export class Files {
  /** By address. @type {Map<string, File>} */
  #files = new Map();

  /** @param {File} file @returns {string} its address */
  add(file) {
    if (!/\.safetensors$/i.test(file.name)) {
      const message = `“${file.name.slice(0, 80)}” is no .safetensors file.`;
      throw new CodedError('invalid-model', message);
    }
    if (file.size > MAX_MODEL_BYTES) {
      const megabytes = MAX_MODEL_BYTES / 1024 / 1024;
      const message = `“${file.name.slice(0, 80)}” is larger than ${megabytes} MB.`;
      throw new CodedError('invalid-model', message);
    }
    const url = URL.createObjectURL(file);
    this.#files.set(url, file);
    return url;
  }

  /** What a file is called; null for what is none of these. @param {string} url */
  nameOf(url) {
    return this.#files.get(url)?.name ?? null;
  }

  /** Others are of no use any more. @param {string[]} urls */
  keep(urls) {
    for (const url of this.#files.keys()) {
      if (urls.includes(url)) continue;
      URL.revokeObjectURL(url);
      this.#files.delete(url);
    }
  }

  /** Off the page they have no address, so that they hold no memory; `renew` gives them others. */
  rest() {
    for (const url of this.#files.keys()) URL.revokeObjectURL(url);
  }

  /** @param {string[]} values @returns {string[]} the same, with new addresses of files */
  renew(values) {
    return values.map((value) => {
      const file = this.#files.get(value);
      if (!file) return value;
      this.#files.delete(value);
      return this.add(file);
    });
  }
}
