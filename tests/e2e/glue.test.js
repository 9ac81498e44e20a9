// The package without the element, used wrongly: whatever is called too early, too late or on something else says what to do. Every
// class and function is tried that the types name.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { PREFIX, PACKAGE } from './server.js';
import { WITH_ADAPTER, pageWith, setUp, visit } from './person.js';

setUp(WITH_ADAPTER);

const TOO_EARLY = /wait for `await init\(\)` first/;
const FREED = /was given back by free\(\) and can't be used any more: make a new one/;
const NOT_ONE = /This is a method of \w+, and was called on something else/;

/** @typedef {{ name: string, isStatic: boolean, getter: boolean, promises: boolean }} Member */

/** What the types name. @param {string} types */
function exportsOf(types) {
  const functions = Array.from(types.matchAll(/^export function (\w+)\(/gm), ([, name]) => name);
  /** @type {Map<string, Member[]>} */
  const classes = new Map();
  for (const [, name, body] of types.matchAll(/^export class (\w+) \{\n([^]*?)^\}$/gm)) {
    const code = body.replace(/^ +\/?\*.*$/gm, '');
    const members = code.matchAll(/^ +(static )?(readonly )?(\w+)(?:\(.*\))?: (Promise<)?.*;$/gm);
    classes.set(
      name,
      Array.from(members, ([, isStatic, getter, member, promises]) => ({
        name: member,
        isStatic: Boolean(isStatic),
        getter: Boolean(getter),
        promises: Boolean(promises),
      })),
    );
  }
  return { functions: functions.filter((name) => name !== 'initSync'), classes };
}

let copies = 0;

/** The package as a page finds it that has just imported it. @param {string} file @returns {Promise<any>} */
const imported = (file) => import(`${pathToFileURL(join(PACKAGE, file))}?copy=${copies++}`);

/** What another version of the WebAssembly looks like: it wants an import that there is not. */
function otherVersion() {
  const [from, name] = ['./gsa_net_bg.js', 'gone'].map((text) => [
    text.length,
    ...new TextEncoder().encode(text),
  ]);
  const one = [1, ...from, ...name, 0, 0];
  return Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, one.length, ...one);
}

/** Insists on how something refuses. @param {() => unknown} use @param {boolean} promises @param {RegExp} why */
async function refuses(use, promises, why) {
  if (promises) await assert.rejects(/** @type {() => Promise<unknown>} */ (use), why);
  else assert.throws(use, why);
}

for (const file of ['gsa_net.js', 'plain/gsa_net.js']) {
  describe(file, async () => {
    const { functions, classes } = exportsOf(
      await readFile(join(PACKAGE, file.replace(/js$/, 'd.ts')), 'utf8'),
    );
    const bytes = await readFile(join(PACKAGE, 'models/z2_sa.safetensors'));

    test('has the classes and functions that are tried here', () => {
      assert(functions.length >= 4, String(functions));
      const names = file.startsWith('plain') ? ['Model'] : ['GpuModel', 'Model'];
      assert.deepEqual([...classes.keys()], names);
      for (const members of classes.values()) assert(members.length >= 9);
    });

    test('used before init, it says so', async () => {
      const glue = await imported(file);
      for (const name of functions) assert.throws(() => glue[name](), TOO_EARLY, name);
      for (const [name, members] of classes) {
        const isMade = members.some(({ isStatic }) => isStatic);
        assert.throws(
          () => new glue[name](bytes),
          isMade ? /is made by .*, not by new/ : TOO_EARLY,
        );
        for (const member of members.filter(({ isStatic }) => isStatic)) {
          await refuses(() => glue[name][member.name](bytes), member.promises, TOO_EARLY);
        }
      }
      // And is none the worse for it.
      await glue.default();
      assert.match(glue.version(), /^\d+\.\d+\.\d+$/);
    });

    test('what was given back, or is something else, says so', async () => {
      const glue = await imported(file);
      await glue.default();
      for (const [name, members] of classes) {
        const type = glue[name];
        // There is no graphics card in Node.
        const freed = Object.assign(Object.create(type.prototype), { __wbg_ptr: 0 });
        const given = name === 'Model' ? new type(bytes) : freed;
        if (name === 'Model') given.free();
        let tried = 0;
        for (const member of members.filter(({ isStatic }) => !isStatic)) {
          const { get, value } = Object.getOwnPropertyDescriptor(type.prototype, member.name) ?? {};
          const use = member.getter ? get : value;
          for (const other of [undefined, {}, new Map()]) {
            await refuses(() => use.call(other), member.promises, NOT_ONE);
          }
          // To give something back twice does no harm.
          if (member.name === 'free') use.call(given);
          else await refuses(() => use.call(given), member.promises, FREED);
          tried++;
        }
        assert(tried >= 9);
        given[Symbol.dispose]?.();
      }
    });

    test('init() finds its file in Node, whoever asks first', async () => {
      const glue = await imported(file);
      const [one, two] = await Promise.all([glue.default(), glue.default()]);
      assert.equal(one, two);
      const model = new glue.Model(bytes);
      const stroke = [[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]]; // prettier-ignore
      assert.equal(model.predict(glue.prepareStrokes(stroke, 0).pixels).digit, 1);
      model.free();
    });

    test('init() of something else says what is wrong, and can be called again', async () => {
      const glue = await imported(file);
      const folder = await mkdtemp(join(tmpdir(), 'gsa-glue-'));
      try {
        const html = join(folder, 'page.wasm');
        await writeFile(html, '<!doctype html>');
        const nowhere = 'http://me:secret@127.0.0.1:1/gsa_net_bg.wasm';
        for (const [what, why] of /** @type {[any, RegExp][]} */ ([
          [pathToFileURL(html), /is no WebAssembly; perhaps the server answered with a page/],
          [pathToFileURL(join(folder, 'none.wasm')), /ENOENT.*none\.wasm/],
          [nowhere, /could not be fetched from http:\/\/127\.0\.0\.1:1\/gsa_net_bg\.wasm/],
          [otherVersion(), /are of different versions/],
        ])) {
          await assert.rejects(glue.default({ module_or_path: what }), why);
          assert.throws(() => glue.version(), TOO_EARLY);
        }
        await assert.rejects(glue.default({ module_or_path: nowhere }), (error) => {
          assert(error instanceof Error && !/secret/.test(`${error.stack} ${error.cause}`));
          return true;
        });
        await glue.default();
        assert.match(glue.version(), /^\d/);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });
}

test('a model that still computes on the card is not given back, and goes on', async () => {
  const { classes } = exportsOf(await readFile(join(PACKAGE, 'gsa_net.d.ts'), 'utf8'));
  const members = classes.get('GpuModel') ?? [];
  const promising = members.filter(({ promises, isStatic }) => promises && !isStatic);
  const names = promising.map(({ name }) => name);
  assert(names.length >= 6);
  await visit(
    async ({ page }) => {
      const seen = await page.evaluate(
        async ({ prefix, names }) => {
          const glue = await import(`${prefix}gsa_net.js`);
          await glue.default();
          const file = await fetch(`${prefix}models/z2_sa.safetensors`);
          const bytes = new Uint8Array(await file.arrayBuffer());
          const model = await glue.GpuModel.create(bytes);
          const { pixels } = glue.prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0); // prettier-ignore
          const told = [];
          // Whatever it promises, be it an error.
          for (const name of names) {
            const promised = model[name](pixels, 0, 0, 0);
            try {
              model.free();
              told.push(`${name}: given back`);
            } catch (error) {
              told.push(`${name}: ${/** @type {Error} */ (error).message}`);
            }
            await promised.catch(() => {});
          }
          const { digit } = await model.predict(pixels);
          model.free();
          const after = await model.predict(pixels).catch((/** @type {Error} */ e) => e.message);
          model.free();
          return { told, digit, after };
        },
        { prefix: PREFIX, names },
      );
      const why = 'This GpuModel still computes: wait for what it has promised before free().';
      assert.deepEqual(
        seen.told,
        names.map((name) => `${name}: ${why}`),
      );
      assert.equal(seen.digit, 1);
      assert.match(seen.after, FREED);
    },
    { url: pageWith('', undefined, '') },
  );
});
