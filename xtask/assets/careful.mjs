// What wasm-bindgen writes, with errors that say what to do: used before `init()`, after `free()`, given back while it computes, or in
// Node.js, where a file can't be fetched. It is text that is changed, in a few places, each of which has to be there: another
// version of wasm-bindgen that writes something else stops the build instead of going without.

/** How the part that is added begins; what has it is careful already. */
const MARK = '// Errors that say what to do; added to what wasm-bindgen writes.';

const ADDED = `${MARK}

/** In the place of the WebAssembly until that is here. */
const tooEarly = new Proxy({}, {
    get() {
        throw new Error('gsa-net is not ready yet: wait for \`await init()\` first, the default export of gsa_net.js.');
    },
});

/** How many answers each object still computes. */
const computing = new WeakMap();

/** Whether an object was made by a class, and not given back. */
function isAlive(object, type, name) {
    if (!(object instanceof type)) {
        throw new TypeError(\`This is a method of \${name}, and was called on something else: call it as model.method(…).\`);
    }
    return Boolean(object.__wbg_ptr);
}

function pointerOf(object, type, name) {
    if (isAlive(object, type, name)) return object.__wbg_ptr;
    throw new Error(\`This \${name} was given back by free() and can't be used any more: make a new one.\`);
}

/** Notes that an object is needed until a promise is settled. */
function needed(object, answer) {
    const count = (by) => computing.set(object, (computing.get(object) ?? 0) + by);
    const done = () => count(-1);
    count(1);
    answer.then(done, done);
    return answer;
}

/** Whether there is something to give back; what is given back twice is let be. */
function isToFree(object, type, name) {
    if (computing.get(object)) {
        throw new Error(\`This \${name} still computes: wait for what it has promised before free().\`);
    }
    return isAlive(object, type, name);
}

/** The file of the WebAssembly; Node.js reads what lies on the disk, and fetches nothing from there. */
async function fetched(address) {
    const url = String(address.url ?? address);
    if (url.startsWith('file:') && globalThis.process?.versions?.node) {
        const files = globalThis.process.getBuiltinModule?.('node:fs');
        if (files) return files.promises.readFile(new URL(url));
        throw new Error('This version of Node.js can\\'t read the WebAssembly by itself: give its bytes, init({ module_or_path: await readFile(…/gsa_net_bg.wasm) }).');
    }
    try {
        return await fetch(address);
    } catch ({ message }) {
        const more = url.startsWith('file:') ? ' A page from a disk may not read what lies beside it: it has to come from a server.' : '';
        const text = \`The WebAssembly could not be fetched from \${url}: \${message}.\${more}\`;
        // Who signs in with an address does not want name and password shown.
        throw new Error(text.replace(/(:\\/\\/)[^/?#@]*@/g, '$1'));
    }
}

/** Says what may be wrong with a file that came. */
function refused(cause) {
    let more = '';
    if (cause instanceof WebAssembly.CompileError) more = 'What was given to init() is no WebAssembly; perhaps the server answered with a page. ';
    if (cause instanceof WebAssembly.LinkError) more = 'gsa_net.js and gsa_net_bg.wasm are of different versions: take both from one package. ';
    throw more ? new Error(more + cause.message, { cause }) : cause;
}

`;

/**
 * @param {string} text  of gsa_net.js
 * @param {string} types  of gsa_net.d.ts
 * @returns {string}
 * @throws where wasm-bindgen has written something else than this expects
 */
export function careful(text, types) {
  if (text.includes(MARK)) return text;
  let classes = 0;
  let changed = text.replace(/^export class (\w+) \{\n[^]*?^\}$/gm, (body, name) => {
    classes++;
    return carefulClass(body, name, promisesOf(types, name));
  });
  if (classes === 0 || classes !== text.match(/^export class /gm)?.length) {
    throw new Error(`wasm-bindgen writes classes that are not found: ${classes} are`);
  }
  for (const [what, by, times = 1] of /** @type {[string, string, number?][]} */ ([
    [
      'let wasmModule, wasmInstance, wasm;',
      `${ADDED}let wasmModule, wasmInstance, wasm = tooEarly;`,
    ],
    ['if (wasm !== undefined) return wasm;', 'if (wasm !== tooEarly) return wasm;', 2],
    ['module_or_path = fetch(module_or_path);', 'module_or_path = fetched(module_or_path);'],
    ['(await module_or_path, imports);', '(await module_or_path, imports).catch(refused);'],
  ])) {
    changed = replaced(changed, what, by, times);
  }
  return changed;
}

/** Names of a class's methods that promise something. @param {string} types @param {string} name */
function promisesOf(types, name) {
  const [, body] = types.match(new RegExp(`^export class ${name} \\{\\n([^]*?)^\\}$`, 'm')) ?? [];
  if (!body) throw new Error(`the types have no class ${name}`);
  const methods = body.matchAll(/^    (?:static )?(\w+)\(.*\): Promise<.*;$/gm);
  return new Set(Array.from(methods, ([, method]) => method));
}

/** @param {string} body  of a class, whole @param {string} name @param {Set<string>} promises */
function carefulClass(body, name, promises) {
  const here = `this, ${name}, '${name}'`;
  const [head, ...members] = body.split(/^(?=    (?:static |get |set )?\w+\(.*\) \{$)/m);
  const found = members.map((member) => /^    (static )?(?:[gs]et )?(\w+)/.exec(member) ?? []);
  const changed = members.map((member, i) => {
    const [, isStatic, method] = found[i];
    if (['__wrap', '__destroy_into_raw', 'constructor'].includes(method)) return member;
    if (method === 'free') {
      const first = 'const ptr = this.__destroy_into_raw();';
      return replaced(member, first, `if (!isToFree(${here})) return;\n        ${first}`);
    }
    const own = isStatic ? member : replaced(member, '(this.__wbg_ptr', `(pointerOf(${here})`);
    if (own.includes('this.__wbg_ptr')) throw new Error(`wasm-bindgen uses more of ${method}`);
    if (!promises.delete(method)) return own;
    // What promises refuses by its promise.
    const waits = own.replace(/^    (static )?/, '    $1async ');
    return isStatic ? waits : replaced(waits, 'return ret;', 'return needed(this, ret);');
  });
  const left = [...promises, ...(found.some(([, , method]) => method === 'free') ? [] : ['free'])];
  if (left.length > 0) throw new Error(`wasm-bindgen writes no ${name}.${left.join(', ')}`);
  if (!found.some(([, , method]) => method === 'constructor')) {
    const makers = found.filter(([, isStatic, method]) => isStatic && method !== '__wrap');
    const made = makers.map(([, , method]) => `${name}.${method}(…)`).join(' or ');
    changed.unshift(
      `    constructor() {\n        throw new TypeError('A ${name} is made by ${made}, not by new.');\n    }\n`,
    );
  }
  return head + changed.join('');
}

/** @param {string} text @param {string} what @param {string} by @param {number} [times] */
function replaced(text, what, by, times = 1) {
  const parts = text.split(what);
  if (parts.length === times + 1) return parts.join(by);
  throw new Error(`wasm-bindgen writes “${what}” ${parts.length - 1} times, not ${times}`);
}
