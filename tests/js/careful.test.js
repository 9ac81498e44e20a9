// Errors that say what to do, added to what wasm-bindgen writes: nothing is missed, and what it writes otherwise stops the build.
// What they say is tried in tests/e2e/glue.test.js.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { careful } from '../../xtask/assets/careful.mjs';

const GLUE = `export class Card {
    static __wrap(ptr) {
        return Object.create(Card.prototype);
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_card_free(ptr, 0);
    }
    /**
     * @returns {Promise<number>}
     */
    static create(bytes) {
        const ret = wasm.card_create(bytes);
        return ret;
    }
    answer(pixels) {
        const ret = wasm.card_answer(this.__wbg_ptr, pixels);
        return ret;
    }
    get lost() {
        const ret = wasm.card_lost(this.__wbg_ptr);
        return ret[0] === 0 ? undefined : ret[1];
    }
}
export function version() {
    return wasm.version();
}
let wasmModule, wasmInstance, wasm;
function initSync(module) {
    if (wasm !== undefined) return wasm;
}
async function __wbg_init(module_or_path) {
    if (wasm !== undefined) return wasm;
    module_or_path = fetch(module_or_path);
    const { instance, module } = await __wbg_load(await module_or_path, imports);
}
`;
const TYPES = `export class Card {
    private constructor();
    free(): void;
    static create(bytes: Uint8Array): Promise<Card>;
    answer(pixels: Float32Array): Promise<number>;
    readonly lost: string | undefined;
}
`;

test('each member asks first whether its object can be used; who promises is waited for', () => {
  const text = careful(GLUE, TYPES);
  for (const part of [
    'if (wasm !== tooEarly) return wasm;',
    'if (!isToFree(this, Card, ',
    'static async create(bytes) {',
    'async answer(pixels) {',
    "wasm.card_answer(pointerOf(this, Card, 'Card'), pixels)",
    'return needed(this, ret);',
    "wasm.card_lost(pointerOf(this, Card, 'Card'))",
    'A Card is made by Card.create(…), not by new.',
    'module_or_path = fetched(module_or_path);',
  ]) {
    assert(text.includes(part), part);
  }
  assert.equal(careful(text, TYPES), text, 'once is enough');
});

test('what is written otherwise is refused, and named', () => {
  for (const [from, to, why] of /** @type {[string, string, RegExp][]} */ ([
    ['let wasmModule, wasmInstance, wasm;', 'let wasm;', /“let wasmModule.*” 0 times, not 1/],
    ['if (wasm !== undefined) return wasm;', '', /“if \(wasm.*” 1 times, not 2/],
    ['= fetch(module_or_path)', '= get(module_or_path)', /“module_or_path = fetch.*0 times/],
    ['(await module_or_path, imports)', '(module_or_path)', /imports.*0 times/],
    ['(this.__wbg_ptr, pixels)', '(pixels)', /“\(this.__wbg_ptr” 0 times/],
    ['answer(this.__wbg_ptr, pixels)', 'answer(this.__wbg_ptr, this.__wbg_ptr)', /more of answer/],
    ['const ptr = this.__destroy_into_raw()', 'this.__destroy_into_raw()', /“const ptr/],
    ['    free() {', '    release() {', /0 times|no Card.free/],
    ['    answer(pixels) {', '    answers(pixels) {', /no Card.answer/],
    ['export class Card {', 'export class Cards {', /the types have no class Cards/],
    ['export class Card {', 'export class Card extends Other {', /classes that are not found/],
  ])) {
    assert(GLUE.includes(from), from);
    assert.throws(() => careful(GLUE.replace(from, to), TYPES), why, to);
  }
  assert.throws(() => careful('', TYPES), /classes/);
});
