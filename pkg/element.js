var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};

// www/engine/errors.js
var MAX_MESSAGE = 500;
var CodedError = class extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{ cause?: unknown }} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = "GsaError";
    this.code = code;
  }
};
function codeOf(error) {
  return error instanceof Error && error.name === "GsaError" ? (
    /** @type {CodedError} */
    error.code
  ) : "failed";
}
function reasonOf(error) {
  let text;
  try {
    text = String(error instanceof Error ? error.message : error);
  } catch {
    text = "an error that has no text";
  }
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text;
}
function shorten(url) {
  return url.length > 120 ? `${url.slice(0, 100)}…` : url;
}

// www/engine/installed.js
function installed(url) {
  return url.href.replace("/node_modules/.vite/deps/", "/node_modules/gsa-net/");
}

// www/engine/settings.js
var settings = {
  worker: installed(new URL("./worker.js", import.meta.url)),
  models: {
    r8f_sa_upright: installed(new URL("./models/r8f_sa_upright.safetensors", import.meta.url)),
    z2_sa_upright: installed(new URL("./models/z2_sa_upright.safetensors", import.meta.url)),
    r8f_sa: installed(new URL("./models/r8f_sa.safetensors", import.meta.url)),
    r4_sa: installed(new URL("./models/r4_sa.safetensors", import.meta.url)),
    z2_sa: installed(new URL("./models/z2_sa.safetensors", import.meta.url)),
    r8f_sa_drawn: installed(new URL("./models/r8f_sa_drawn.safetensors", import.meta.url)),
    r4_sa_drawn: installed(new URL("./models/r4_sa_drawn.safetensors", import.meta.url)),
    z2_sa_drawn: installed(new URL("./models/z2_sa_drawn.safetensors", import.meta.url))
  }
};
function configure(changes) {
  const { models, ...rest } = changes;
  Object.assign(settings, rest);
  settings.models = { ...settings.models, ...models };
}
function address(url) {
  return new URL(url, document.baseURI).href;
}
function modelUrl(value) {
  const known = Object.hasOwn(settings.models, value) ? settings.models[value] : void 0;
  if (known) return address(known);
  if (/^\w*$/.test(value)) {
    const names = Object.keys(settings.models).join(", ");
    throw new CodedError(
      "invalid-model",
      `There is no built-in model “${value.slice(0, 80)}”. Built in are ${names}; any other is given by the address of its .safetensors file.`
    );
  }
  let url;
  try {
    url = new URL(value, document.baseURI);
  } catch {
    throw new CodedError("invalid-model", `“${value.slice(0, 80)}” is not an address.`);
  }
  if (!["http:", "https:", "blob:", "data:", "file:"].includes(url.protocol)) {
    throw new CodedError(
      "invalid-model",
      `Models cannot be loaded from “${url.protocol.slice(0, 80)}”.`
    );
  }
  return url.href;
}

// www/state/angle.js
function normalise(degrees) {
  const rest = degrees % 360;
  const turned = rest < 0 ? rest + 360 : rest;
  return turned === 360 ? 0 : turned + 0;
}
function quarterFor(angle) {
  return Math.round(angle / 90) % 4 || 1;
}

// node_modules/@preact/signals-core/dist/signals-core.module.js
var i = /* @__PURE__ */ Symbol.for("preact-signals");
function t() {
  if (!(v > 1)) {
    var i2, t2 = false;
    !(function() {
      var i3 = c;
      c = void 0;
      while (void 0 !== i3) {
        var t3 = i3.S;
        if (t3.v === i3.v) {
          for (var r3 = t3.t; void 0 !== r3; r3 = r3.x) if (r3.i === i3.i) r3.i = t3.i;
        }
        i3 = i3.o;
      }
    })();
    while (void 0 !== h) {
      var r2 = h;
      h = void 0;
      s++;
      while (void 0 !== r2) {
        var n2 = r2.u;
        r2.u = void 0;
        r2.f &= -3;
        if (!(8 & r2.f) && w(r2)) try {
          r2.c();
        } catch (r3) {
          if (!t2) {
            i2 = r3;
            t2 = true;
          }
        }
        r2 = n2;
      }
    }
    s = 0;
    v--;
    if (t2) throw i2;
  } else v--;
}
function r(i2) {
  if (v > 0) return i2();
  u = ++e;
  v++;
  try {
    return i2();
  } finally {
    t();
  }
}
var n;
var o = void 0;
function f(i2) {
  var t2 = o, r2 = n;
  o = void 0;
  n = void 0;
  try {
    return i2();
  } finally {
    o = t2;
    n = r2;
  }
}
var h = void 0;
var v = 0;
var s = 0;
var e = 0;
var u = 0;
var c = void 0;
var a = 0;
function d(i2) {
  if (void 0 !== o) {
    var t2 = i2.n;
    if (void 0 === t2 || t2.t !== o) {
      t2 = { i: 0, S: i2, p: o.s, n: void 0, t: o, e: void 0, x: void 0, r: t2 };
      if (void 0 !== o.s) o.s.n = t2;
      o.s = t2;
      i2.n = t2;
      if (32 & o.f) i2.S(t2);
      return t2;
    } else if (-1 === t2.i) {
      t2.i = 0;
      if (void 0 !== t2.n) {
        t2.n.p = t2.p;
        if (void 0 !== t2.p) t2.p.n = t2.n;
        t2.p = o.s;
        t2.n = void 0;
        o.s.n = t2;
        o.s = t2;
      }
      return t2;
    }
  }
}
function l(i2, t2) {
  this.v = i2;
  this.i = 0;
  this.n = void 0;
  this.t = void 0;
  this.l = 0;
  this.W = null == t2 ? void 0 : t2.watched;
  this.Z = null == t2 ? void 0 : t2.unwatched;
  this.name = null == t2 ? void 0 : t2.name;
}
l.prototype.brand = i;
l.prototype.h = function() {
  return true;
};
l.prototype.S = function(i2) {
  var t2 = this, r2 = this.t;
  if (r2 !== i2 && void 0 === i2.e) {
    i2.x = r2;
    this.t = i2;
    if (void 0 !== r2) r2.e = i2;
    else f(function() {
      var i3;
      null == (i3 = t2.W) || i3.call(t2);
    });
  }
};
l.prototype.U = function(i2) {
  var t2 = this;
  if (void 0 !== this.t) {
    var r2 = i2.e, n2 = i2.x;
    if (void 0 !== r2) {
      r2.x = n2;
      i2.e = void 0;
    }
    if (void 0 !== n2) {
      n2.e = r2;
      i2.x = void 0;
    }
    if (i2 === this.t) {
      this.t = n2;
      if (void 0 === n2) f(function() {
        var i3;
        null == (i3 = t2.Z) || i3.call(t2);
      });
    }
  }
};
l.prototype.subscribe = function(i2) {
  var t2 = this;
  return x(function() {
    var r2 = t2.value;
    f(function() {
      return i2(r2);
    });
  }, { name: "sub" });
};
l.prototype.valueOf = function() {
  return this.value;
};
l.prototype.toString = function() {
  return this.value + "";
};
l.prototype.toJSON = function() {
  return this.value;
};
l.prototype.peek = function() {
  var i2 = this;
  return f(function() {
    return i2.value;
  });
};
Object.defineProperty(l.prototype, "value", { get: function() {
  var i2 = d(this);
  if (void 0 !== i2) i2.i = this.i;
  return this.v;
}, set: function(i2) {
  if (i2 !== this.v) {
    if (s > 100) throw new Error("Cycle detected");
    !(function(i3) {
      if (0 !== v && 0 === s) {
        if (i3.l !== u) {
          i3.l = u;
          c = { S: i3, v: i3.v, i: i3.i, o: c };
        }
      }
    })(this);
    this.v = i2;
    this.i++;
    a++;
    v++;
    try {
      for (var r2 = this.t; void 0 !== r2; r2 = r2.x) r2.t.N();
    } finally {
      t();
    }
  }
} });
function y(i2, t2) {
  return new l(i2, t2);
}
function w(i2) {
  for (var t2 = i2.s; void 0 !== t2; t2 = t2.n) if (t2.S.i !== t2.i || !t2.S.h() || t2.S.i !== t2.i) return true;
  return false;
}
function b(i2) {
  for (var t2 = i2.s; void 0 !== t2; t2 = t2.n) {
    var r2 = t2.S.n;
    if (void 0 !== r2) t2.r = r2;
    t2.S.n = t2;
    t2.i = -1;
    if (void 0 === t2.n) {
      i2.s = t2;
      break;
    }
  }
}
function _(i2) {
  var t2 = i2.s, r2 = void 0;
  while (void 0 !== t2) {
    var n2 = t2.p;
    if (-1 === t2.i) {
      t2.S.U(t2);
      if (void 0 !== n2) n2.n = t2.n;
      if (void 0 !== t2.n) t2.n.p = n2;
    } else r2 = t2;
    t2.S.n = t2.r;
    if (void 0 !== t2.r) t2.r = void 0;
    t2 = n2;
  }
  i2.s = r2;
}
function j(i2, t2) {
  l.call(this, void 0, t2);
  this.x = i2;
  this.s = void 0;
  this.g = a - 1;
  this.f = 4;
}
j.prototype = new l();
j.prototype.h = function() {
  this.f &= -3;
  if (1 & this.f) return false;
  if (32 == (36 & this.f)) return true;
  this.f &= -5;
  if (this.g === a) return true;
  this.g = a;
  this.f |= 1;
  if (this.i > 0 && !w(this)) {
    this.f &= -2;
    return true;
  }
  var i2 = o;
  try {
    b(this);
    o = this;
    var t2 = this.x();
    if (16 & this.f || this.v !== t2 || 0 === this.i) {
      this.v = t2;
      this.f &= -17;
      this.i++;
    }
  } catch (i3) {
    this.v = i3;
    this.f |= 16;
    this.i++;
  }
  o = i2;
  _(this);
  this.f &= -2;
  return true;
};
j.prototype.S = function(i2) {
  if (void 0 === this.t) {
    this.f |= 36;
    for (var t2 = this.s; void 0 !== t2; t2 = t2.n) t2.S.S(t2);
  }
  l.prototype.S.call(this, i2);
};
j.prototype.U = function(i2) {
  if (void 0 !== this.t) {
    l.prototype.U.call(this, i2);
    if (void 0 === this.t) {
      this.f &= -33;
      for (var t2 = this.s; void 0 !== t2; t2 = t2.n) t2.S.U(t2);
    }
  }
};
j.prototype.N = function() {
  if (!(2 & this.f)) {
    this.f |= 6;
    for (var i2 = this.t; void 0 !== i2; i2 = i2.x) i2.t.N();
  }
};
Object.defineProperty(j.prototype, "value", { get: function() {
  if (1 & this.f) throw new Error("Cycle detected");
  var i2 = d(this);
  this.h();
  if (void 0 !== i2) i2.i = this.i;
  if (16 & this.f) throw this.v;
  return this.v;
} });
function O(i2, t2) {
  return new j(i2, t2);
}
function p(i2) {
  var r2 = i2.j;
  i2.j = void 0;
  if ("function" == typeof r2) {
    v++;
    var n2 = o;
    o = void 0;
    try {
      r2();
    } catch (t2) {
      i2.f &= -2;
      i2.f |= 8;
      g(i2);
      throw t2;
    } finally {
      o = n2;
      t();
    }
  }
}
function g(i2) {
  for (var t2 = i2.s; void 0 !== t2; t2 = t2.n) t2.S.U(t2);
  i2.x = void 0;
  i2.s = void 0;
  p(i2);
}
function S(i2) {
  if (o !== this) throw new Error("Out-of-order effect");
  _(this);
  o = i2;
  this.f &= -2;
  try {
    if (8 & this.f) g(this);
  } finally {
    t();
  }
}
function m(i2, t2) {
  this.x = i2;
  this.j = void 0;
  this.s = void 0;
  this.u = void 0;
  this.f = 32;
  this.name = null == t2 ? void 0 : t2.name;
  if (n) n.push(this);
}
m.prototype.c = function() {
  var i2 = this.S();
  try {
    if (8 & this.f) return;
    if (void 0 === this.x) return;
    var t2 = this.x();
    if ("function" == typeof t2) this.j = t2;
  } finally {
    i2();
  }
};
m.prototype.S = function() {
  if (1 & this.f) throw new Error("Cycle detected");
  this.f |= 1;
  this.f &= -9;
  p(this);
  b(this);
  v++;
  var i2 = o;
  o = this;
  return S.bind(this, i2);
};
m.prototype.N = function() {
  if (!(2 & this.f)) {
    this.f |= 2;
    this.u = h;
    h = this;
  }
};
m.prototype.d = function() {
  this.f |= 8;
  if (!(1 & this.f)) g(this);
};
m.prototype.dispose = function() {
  this.d();
};
function x(i2, t2) {
  var r2 = new m(i2, t2);
  try {
    r2.c();
  } catch (i3) {
    r2.d();
    throw i3;
  }
  var n2 = r2.d.bind(r2);
  n2[Symbol.dispose] = n2;
  return n2;
}

// www/engine/download.js
var MAX_MODEL_BYTES = 64 * 1024 * 1024;
var QUIET_SECONDS = 20;
var Downloads = class {
  /** @type {Map<string, Running>} */
  #running = /* @__PURE__ */ new Map();
  /**
   * @param {string} url
   * @param {AbortSignal} signal  aborted by who does not want it any more
   * @returns {Promise<Uint8Array>}
   */
  fetch(url, signal) {
    const running = this.#running.get(url) ?? this.#begin(url);
    running.wanted++;
    const leave = () => {
      if (--running.wanted === 0) running.giveUp.abort();
    };
    signal.addEventListener("abort", leave, { once: true });
    return running.bytes;
  }
  /** @param {string} url */
  #begin(url) {
    const giveUp = new AbortController();
    const running = { bytes: download(url, giveUp.signal), wanted: 0, giveUp };
    const forget = () => {
      if (this.#running.get(url) === running) this.#running.delete(url);
    };
    giveUp.signal.addEventListener("abort", forget);
    running.bytes.then(forget, forget);
    this.#running.set(url, running);
    return running;
  }
};
async function download(url, signal) {
  const stop = new AbortController();
  const stopped = () => stop.abort(signal.reason);
  signal.addEventListener("abort", stopped);
  let quiet = 0;
  const clock = setInterval(() => {
    if (++quiet < QUIET_SECONDS) return;
    const why = `the server has sent nothing for ${QUIET_SECONDS} seconds; check the address and try again`;
    stop.abort(new Error(why));
  }, 1e3);
  try {
    signal.throwIfAborted();
    const response = await fetch(url, { signal: stop.signal });
    if (!response.ok) {
      throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    }
    refuseLarge(Number(response.headers.get("content-length") ?? 0));
    const chunks = [];
    let count = 0;
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); reader && next?.value; next = await reader.read()) {
      quiet = 0;
      chunks.push(next.value);
      count += next.value.byteLength;
      refuseLarge(count);
    }
    return join(chunks, count);
  } catch (cause) {
    const reason = reasonOf(stop.signal.aborted ? stop.signal.reason : cause);
    throw new CodedError(
      "model-unreachable",
      `The model file could not be fetched from ${shorten(url)}: ${reason}.`,
      { cause }
    );
  } finally {
    clearInterval(clock);
    signal.removeEventListener("abort", stopped);
    stop.abort();
  }
}
function refuseLarge(count) {
  if (count > MAX_MODEL_BYTES) {
    throw new Error(`it is larger than ${MAX_MODEL_BYTES / 1024 / 1024} MB`);
  }
}
function join(chunks, count) {
  const bytes = new Uint8Array(count);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

// www/engine/requests/request.js
function urlsOf(request) {
  return "models" in request ? request.models.map(({ url }) => url) : [request.url];
}

// www/engine/workers.js
var START_MS = 2e4;
function openWorker(url) {
  if (url.startsWith("blob:")) return new Worker(url, { name: "gsa-demo" });
  return url === new URL("./worker.js", import.meta.url).href ? new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "gsa-demo" }) : new Worker(url, { type: "module", name: "gsa-demo" });
}
function openBlobWorker(url) {
  const source = `import(${JSON.stringify(url)}).catch((error) => setTimeout(() => { throw error; }));`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(blobUrl, { name: "gsa-demo" });
  worker.addEventListener("message", () => URL.revokeObjectURL(blobUrl), { once: true });
  worker.addEventListener("error", () => URL.revokeObjectURL(blobUrl), { once: true });
  return worker;
}
function openHere(attempt) {
  if (attempt === 0) return import("./runner.js");
  return import(
    /* @vite-ignore */
    `${new URL("./runner.js", import.meta.url)}#attempt-${attempt}`
  );
}
function started(open) {
  return new Promise((resolve, reject) => {
    const worker = open();
    const timer = setTimeout(() => fail("it did not start in time"), START_MS);
    const abandon = new AbortController();
    const { signal } = abandon;
    function fail(why) {
      clearTimeout(timer);
      abandon.abort();
      worker.terminate();
      reject(new Error(why));
    }
    worker.addEventListener(
      "message",
      () => {
        clearTimeout(timer);
        abandon.abort();
        resolve(worker);
      },
      { signal }
    );
    worker.addEventListener(
      "error",
      (event) => {
        event.preventDefault();
        fail(event.message || "the browser refused to start it");
      },
      { signal }
    );
  });
}

// www/engine/client.js
var LINGER_MS = 5e3;
var MAX_RESTARTS = 2;
var MAX_SECONDS = 60;
var MAX_STALE_SECONDS = 15;
var shared = null;
var holders = /* @__PURE__ */ new Set();
var lingering;
function acquireEngine(client) {
  clearTimeout(lingering);
  holders.add(client);
  shared ??= new Engine();
  return shared;
}
function releaseEngine(client) {
  shared?.withdraw(client);
  if (!holders.delete(client) || holders.size > 0) return;
  lingering = setTimeout(() => {
    if (holders.size > 0) return;
    shared?.close();
    shared = null;
  }, LINGER_MS);
}
var Engine = class {
  /** @type {Promise<Place> | null} */
  #place = null;
  /** @type {Map<string, Waiting>} */
  #queue = /* @__PURE__ */ new Map();
  /** @type {Busy | null} */
  #busy = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #clock;
  #downloads = new Downloads();
  /** @type {WeakMap<object, number>} */
  #clients = /* @__PURE__ */ new WeakMap();
  #clientCount = 0;
  #lastId = 0;
  #restarts = 0;
  #starts = 0;
  #closed = false;
  /** Where it runs, once it does. @type {EnginePlace | null} */
  place = null;
  /** Why the better places were not possible. @type {string[]} */
  reasons = [];
  /**
   * Asks for something. `build` is called when the request's turn comes, so that it describes what is
   * on the pad then; if it returns null, or a newer request of this client takes the slot, the promise
   * resolves to null. A slot whose name begins with `load` says that another network was chosen.
   *
   * @template {Request['kind']} K
   * @param {object} client
   * @param {string} slot
   * @param {number} priority  lower comes first
   * @param {() => Extract<Request, { kind: K }> | null} build
   * @returns {Promise<Replies[K] | null>}
   */
  ask(client, slot, priority, build) {
    return new Promise((resolve, reject) => {
      let number = this.#clients.get(client);
      if (number === void 0) this.#clients.set(client, number = this.#clientCount++);
      const key = `${number}/${slot}`;
      const loads = slot.startsWith("load");
      const before = this.#queue.get(key);
      if (before?.fetching && !loads) {
        before.resolve(null);
        Object.assign(before, { priority, build, resolve, reject });
        return;
      }
      if (before) this.#drop(before);
      if (loads) this.#dropFetching(client);
      const busy = this.#busy;
      if (loads && busy?.waiting.client === client) {
        busy.stale ||= busy.waiting.key === key || !busy.waiting.loads;
      }
      const dropped = new AbortController();
      const files = /* @__PURE__ */ new Map();
      const asked = { client, key, loads, priority, build, resolve, reject };
      this.#queue.set(key, { ...asked, files, fetching: false, dropped });
      queueMicrotask(() => this.#next());
    });
  }
  /** Nobody waits for files of networks that another takes the place of. @param {object} client */
  #dropFetching(client) {
    for (const waiting of this.#queue.values()) {
      if (waiting.client === client && waiting.fetching && !waiting.loads) this.#drop(waiting);
    }
  }
  /** Forgets everything that this client waits for. @param {object} client */
  withdraw(client) {
    for (const waiting of this.#queue.values()) {
      if (waiting.client === client) this.#drop(waiting);
    }
    if (this.#busy?.waiting.client === client) {
      this.#busy.stale = true;
      this.#drop(this.#busy.waiting);
    }
  }
  /** Starts afresh, and with what was being computed. */
  restart() {
    this.#end();
    this.reasons = [];
    const busy = this.#free();
    if (busy) this.#again(busy.waiting);
    this.#next();
  }
  close() {
    this.#closed = true;
    for (const waiting of this.#queue.values()) this.#drop(waiting);
    this.#end();
    const busy = this.#free();
    if (busy) this.#drop(busy.waiting);
  }
  /** Nobody wants this any more. @param {Waiting} waiting */
  #drop(waiting) {
    if (this.#queue.get(waiting.key) === waiting) this.#queue.delete(waiting.key);
    waiting.dropped.abort();
    waiting.resolve(null);
  }
  /** Ends the worker, if there is one. */
  #end() {
    this.#place?.then(
      (place3) => place3.close(),
      () => {
      }
    );
    this.#place = null;
    this.place = null;
  }
  /** Nothing is computed any more. @returns {Busy | null} what was */
  #free() {
    clearInterval(this.#clock);
    const busy = this.#busy;
    this.#busy = null;
    return busy;
  }
  async #next() {
    if (this.#busy || this.#closed) return;
    let first = null;
    for (const waiting of this.#queue.values()) {
      if (!waiting.fetching && (!first || waiting.priority < first.priority)) first = waiting;
    }
    if (!first) return;
    this.#queue.delete(first.key);
    const request = first.build();
    if (!request) {
      this.#drop(first);
      queueMicrotask(() => this.#next());
      return;
    }
    const id = ++this.#lastId;
    this.#busy = { id, waiting: first, request, seconds: 0, stale: false };
    try {
      const place3 = await (this.#place ??= this.#start());
      if (this.#busy?.id === id) place3.post(id, request, first.files);
    } catch (error) {
      this.#place = null;
      this.#settle(id, null, { code: "engine-unavailable", message: reasonOf(error) });
    }
  }
  /** Puts back what could not be answered, unless something newer has its place. @param {Waiting} waiting */
  #again(waiting) {
    if (waiting.dropped.signal.aborted) return false;
    if (this.#queue.has(waiting.key)) {
      this.#drop(waiting);
      return false;
    }
    this.#queue.set(waiting.key, waiting);
    return true;
  }
  /** Fetches what a request lacks; others go on meanwhile. @param {Waiting} waiting @param {string[]} urls */
  async #fetch(waiting, urls) {
    if (!this.#again(waiting)) return;
    const { signal } = waiting.dropped;
    waiting.fetching = true;
    try {
      const fetched = urls.map(async (url) => {
        waiting.files.set(url, await this.#downloads.fetch(url, signal));
      });
      await Promise.all(fetched);
      waiting.fetching = false;
      this.#next();
    } catch (error) {
      waiting.reject(
        /** @type {CodedError} */
        error
      );
      this.#drop(waiting);
    }
  }
  /**
   * The worker has all that it needs for a request and computes from now on. Seconds are counted one by one, since both
   * sides stand still while a machine sleeps.
   *
   * @param {number} id
   */
  #computes(id) {
    if (this.#busy?.id !== id) return;
    clearInterval(this.#clock);
    this.#clock = setInterval(() => {
      const busy = this.#busy;
      if (!busy) return;
      busy.seconds++;
      if (busy.seconds >= MAX_SECONDS) this.#tooSlow(busy);
      else if (busy.stale && busy.seconds >= MAX_STALE_SECONDS) {
        this.#end();
        this.#free();
        this.#again(busy.waiting);
        this.#next();
      }
    }, 1e3);
  }
  /** @param {Busy} busy */
  #tooSlow({ waiting, request }) {
    this.#end();
    this.#free();
    const several = urlsOf(request).length > 1;
    const message = `${several ? "One of these networks" : "This network"} is too slow for a page: it took more than a minute. Choose another.`;
    waiting.reject(new CodedError("model-too-slow", message));
    this.#drop(waiting);
    this.#next();
  }
  /**
   * @param {number} id
   * @param {unknown} reply
   * @param {{ code: ErrorCode, message: string } | null} error
   */
  #settle(id, reply, error) {
    if (this.#busy?.id !== id) return;
    const { waiting } = (
      /** @type {Busy} */
      this.#free()
    );
    if (error) {
      if (error.code === "engine-crashed") this.#end();
      waiting.reject(new CodedError(error.code, error.message));
    } else if (isMissing(reply)) {
      this.#fetch(waiting, reply.missing);
      this.#next();
      return;
    } else {
      this.#restarts = 0;
      waiting.resolve(reply);
    }
    this.#drop(waiting);
    this.#next();
  }
  /** The place is gone: says so to whom it concerns and begins anew, but not for ever. @param {string} why */
  #crashed(why) {
    this.#end();
    this.#restarts++;
    const busy = this.#free();
    busy?.waiting.reject(new CodedError("engine-crashed", `The engine stopped: ${why}.`));
    if (this.#restarts <= MAX_RESTARTS) this.#next();
    else this.#refuseAll(why);
  }
  /** @param {string} why */
  #refuseAll(why) {
    this.#restarts = 0;
    for (const waiting of this.#queue.values()) {
      waiting.reject(new CodedError("engine-crashed", `The engine stopped repeatedly: ${why}.`));
      this.#drop(waiting);
    }
  }
  /** @returns {Promise<Place>} */
  async #start() {
    const url = address(settings.worker);
    const { module, wasm, plain } = settings;
    const hello = {
      module: module && address(module),
      wasm: wasm && address(wasm),
      plain: plain && { module: address(plain.module), wasm: plain.wasm && address(plain.wasm) },
      attempt: this.#starts++
    };
    this.reasons = [];
    const ways = [
      ["worker", () => openWorker(url)],
      ["blob worker", () => openBlobWorker(url)]
    ];
    for (const [name, open] of ways) {
      try {
        const worker = await started(open);
        worker.postMessage({ hello });
        worker.addEventListener("message", ({ data }) => {
          if (data.begins) this.#computes(data.id);
          else this.#settle(data.id, data.reply, data.error ?? null);
        });
        worker.addEventListener("error", (event) => {
          event.preventDefault();
          this.#crashed(reasonOf(event.message || "an unknown error"));
        });
        this.place = name;
        return {
          name,
          post: (id, request, files) => worker.postMessage({ id, request, files }),
          close: () => worker.terminate()
        };
      } catch (error) {
        this.reasons.push(`No ${name}: ${reasonOf(error)}`);
      }
    }
    const { Runner } = await openHere(hello.attempt);
    const runner = new Runner(hello);
    this.place = "main thread";
    return {
      name: "main thread",
      post: (id, request, files) => {
        setTimeout(
          () => runner.run(request, files).then(
            (reply) => this.#settle(id, reply, null),
            (error) => this.#settle(id, null, { code: codeOf(error), message: reasonOf(error) })
          )
        );
      },
      close: () => {
      }
    };
  }
};
function isMissing(reply) {
  return Array.isArray(reply?.missing);
}

// www/engine/requests/answer.js
var PRIORITY = 1;
function isStale(asked, now) {
  return asked.version < now.oldest;
}

// www/state/failures.js
function isOfEngine(error) {
  return error.code === "engine-unavailable" || error.code === "engine-crashed";
}
function coded(error) {
  return error instanceof CodedError ? error : new CodedError("failed", reasonOf(error));
}

// www/state/questions.js
var Questions = class {
  #version = 0;
  /** Answers to older versions are of no use. */
  #oldest = 0;
  #answered = 0;
  /** The version last asked about, 0 where no answer is to come. */
  #asked = 0;
  /** @type {Waiter[]} */
  #waiters = [];
  /** Counts every change of what is on the pad or of what is asked about it. */
  get version() {
    return this.#version;
  }
  /** Whether an answer for what is on the pad now is to come. */
  get underWay() {
    return this.#asked === this.#version;
  }
  /** Something is different; an answer to what was before is still better than none. */
  change() {
    this.#version++;
  }
  /** Nothing is as it was: answers to what was before are of no use any more. */
  startAnew() {
    this.#oldest = ++this.#version;
  }
  /** What is on the pad now has been asked about. */
  ask() {
    this.#asked = this.#version;
  }
  /** No answer will come to what was asked last. */
  giveUp() {
    this.#asked = 0;
  }
  /** The version from which on answers are of use. */
  get oldest() {
    return this.#oldest;
  }
  /** Whether this version, or a newer one, has been answered. @param {number} version */
  isAnswered(version) {
    return this.#answered >= version;
  }
  /** The answer to this version, or to a newer one. @param {number} version @returns {Promise<NetworkPrediction | null>} */
  answerTo(version) {
    return new Promise((resolve, reject) => {
      this.#waiters.push({ version, resolve, reject });
    });
  }
  /** @param {number} version @param {NetworkPrediction | null} prediction  what it is answered with */
  answer(version, prediction) {
    this.#answered = Math.max(this.#answered, version);
    const done = this.#waiters.filter((waiter) => waiter.version <= version);
    this.#waiters = this.#waiters.filter((waiter) => waiter.version > version);
    for (const { resolve } of done) resolve(prediction);
  }
  /** Whoever waits waits in vain. @param {Error} error */
  refuse(error) {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const { reject } of waiters) reject(error);
  }
};

// www/state/round.js
var GRID_DEGREES = 5;
var NOTHING_ASKED = /* @__PURE__ */ new Map();
function place(degrees, step) {
  const index = Math.round(degrees / step);
  return {
    nearest: index % Math.round(360 / step),
    exact: Math.abs(degrees - index * step) < 1e-9
  };
}
function record(round, angle, { digit, probabilities }) {
  const degrees = normalise(angle);
  const { nearest, exact } = place(degrees, GRID_DEGREES);
  const before = round.get(nearest);
  if (before && place(before.degrees, GRID_DEGREES).exact) return round;
  const more = new Map(round);
  more.delete(nearest);
  more.set(nearest, { digit, probabilities, degrees: exact ? nearest * GRID_DEGREES : degrees });
  return more;
}
function uprightOf(round) {
  return cellsOf(round, 1)[0];
}
function cellsOf(round, count) {
  const cells = new Array(count).fill(null);
  const settled = /* @__PURE__ */ new Set();
  for (const answer of round.values()) {
    const { nearest, exact } = place(answer.degrees, 360 / count);
    if (settled.has(nearest) || nearest === 0 && !exact) continue;
    cells[nearest] = answer;
    if (exact) settled.add(nearest);
  }
  return cells;
}
function missingOf(round, count) {
  const asked = /* @__PURE__ */ new Set();
  for (const { degrees } of round.values()) {
    const { nearest, exact } = place(degrees, 360 / count);
    if (exact) asked.add(nearest);
  }
  const steps = [4, 8, 12].filter((parts) => count % parts === 0).map((parts) => count / parts);
  const fineness = (cell) => {
    const at = steps.findIndex((step) => cell % step === 0);
    return at < 0 ? steps.length : at;
  };
  return Array.from({ length: count }, (_2, cell) => cell).filter((cell) => !asked.has(cell)).sort((a2, b2) => fineness(a2) - fineness(b2) || a2 - b2);
}
function shiftBetween(before, after) {
  return Math.max(...after.map((p2, i2) => Math.abs(p2 - before[i2])));
}

// www/state/asking.js
var Asking = class {
  #demo;
  #pending = false;
  #crashes = 0;
  /** Whether the last answer told, if there was one, said that the pad is blank. */
  #toldBlank = false;
  /** @type {{ drawing: number, pixels: Float32Array } | null} */
  #upright = null;
  questions = new Questions();
  /** What the networks see, 28×28. @type {Signal<Float32Array | null>} */
  seen = y(null);
  /** Why there is no answer: nothing is drawn, or next to nothing. @type {Signal<'empty' | 'nearly' | null>} */
  blank = y("empty");
  /** Counts answers. */
  answers = y(0);
  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
  }
  /** Something is different: many changes in one turn of the event loop make one question. */
  touch() {
    this.questions.change();
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      this.ask();
    });
  }
  /** @returns {Asked} */
  get #now() {
    const { moment, drawing, turning } = this.#demo;
    return { moment, drawing: drawing.version.peek(), angle: turning.angle.peek() };
  }
  ask() {
    const demo = this.#demo;
    const { engine } = demo;
    if (!engine) return;
    demo.study.stop();
    if (demo.drawing.isEmpty.peek()) {
      this.#nothing("empty", this.#now);
      return;
    }
    if (demo.networks.loaded.peek().length === 0) return;
    this.questions.ask();
    let asked = this.#now;
    engine.ask(demo, "answer", PRIORITY, () => {
      const maps = demo.study.isLive("maps");
      const models = demo.networks.loaded.peek().map((network) => ({
        url: network.url,
        view: maps ? demo.looking.viewOf(network) : null
      }));
      if (models.length === 0 || demo.drawing.isEmpty.peek()) return null;
      asked = this.#now;
      return { kind: "answer", ...demo.subject, angle: asked.angle, models };
    }).then((reply) => {
      if (reply) this.#show(reply, asked);
      else this.questions.giveUp();
    }).catch((error) => this.#unanswered(coded(error), asked));
  }
  /** @param {AnswerReply} reply @param {Asked} asked  what it answers */
  #show(reply, asked) {
    const demo = this.#demo;
    if (!demo.engine || isStale(asked.moment, demo.moment)) return;
    this.#crashes = 0;
    demo.engineRuns();
    if (reply.empty) {
      this.#nothing("nearly", asked);
      return;
    }
    const { angle, drawing } = asked;
    r(() => {
      this.blank.value = null;
      this.seen.value = reply.seen;
      if (angle === 0) this.#upright = { drawing, pixels: reply.seen };
      for (const network of demo.networks.loaded.peek()) {
        const answer = reply.answers.find(({ url }) => url === network.url);
        if (answer) this.#showAnswer(network, answer, reply.seen, asked);
      }
      this.answers.value++;
    });
    const [main] = demo.networks.shown.peek();
    if (main?.prediction || main?.error.peek()) {
      this.questions.answer(asked.moment.version, demo.prediction);
      this.#tell(angle);
    }
    demo.study.rest();
  }
  /** @param {Network} network @param {Answer} answer @param {Float32Array} seen @param {Asked} asked */
  #showAnswer(network, answer, seen, { angle, drawing }) {
    const demo = this.#demo;
    const { digit, probabilities, milliseconds, maps, stabilised } = answer;
    demo.reportFrom(network, answer.engine);
    const before = network.round.peek();
    const after = record(before, angle, answer);
    if (drawing === demo.drawing.version.peek()) network.round.value = after;
    const model = network.info.peek()?.name ?? "";
    network.isAnswered = true;
    network.shown.value = {
      prediction: { digit, probabilities, model, engine: answer.engine.name, milliseconds },
      angle,
      upright: uprightOf(after)
    };
    const upright = this.#upright?.drawing === drawing ? this.#upright.pixels : seen;
    network.maps.value = maps && stabilised ? { live: maps, still: stabilised, angle, seen, upright } : null;
  }
  /** Upright answers have come in: what is shown can be compared with them. */
  compare() {
    for (const { shown, round } of this.#demo.networks.shown.peek()) {
      const answer = shown.peek();
      const upright = uprightOf(round.peek());
      if (answer && upright !== answer.upright) shown.value = { ...answer, upright };
    }
  }
  /** The pad is blank, or as good as that. @param {'empty' | 'nearly'} why @param {Asked} asked */
  #nothing(why, { moment, angle }) {
    r(() => {
      for (const network of this.#demo.networks.shown.peek()) network.forgetAnswers();
      this.blank.value = why;
      this.seen.value = null;
      this.answers.value++;
    });
    this.questions.answer(moment.version, null);
    if (!this.#toldBlank) this.#tell(angle);
    this.#toldBlank = true;
  }
  /** @param {number} angle  at which it was asked */
  #tell(angle) {
    this.#toldBlank = false;
    const { prediction, networks, told } = this.#demo;
    told.answered({ prediction, predictions: networks.predictions, angle });
  }
  /** @param {CodedError} error @param {Asked} asked */
  #unanswered(error, { moment }) {
    const demo = this.#demo;
    if (!demo.engine) return;
    if (error.code === "engine-crashed" && this.#crashes++ === 0) {
      this.ask();
      return;
    }
    this.questions.giveUp();
    this.questions.refuse(error);
    if (isStale(moment, demo.moment)) return;
    if (isOfEngine(error)) demo.engineFailed(error);
    else demo.warn(error);
  }
  /** Starts the engine afresh. */
  restart() {
    this.#demo.engine?.restart();
    this.#crashes = 0;
  }
  /**
   * The prediction for what is on the pad now, null when that is nothing.
   *
   * @returns {Promise<NetworkPrediction | null>}
   */
  async predict() {
    const demo = this.#demo;
    if (!demo.engine) throw new Error("The element is not on a page.");
    const { version } = this.questions;
    if (demo.drawing.isEmpty.peek()) return null;
    await demo.loading.ready;
    if (!demo.engine) throw new Error("The element was taken off the page.");
    if (this.questions.isAnswered(version)) return demo.prediction;
    const answer = this.questions.answerTo(version);
    if (!this.questions.underWay) this.ask();
    return answer;
  }
};

// www/state/history.js
var LIMIT = 50;
function keep(history, before, count) {
  return [...history, { before, count }].slice(-LIMIT);
}
function back(history, strokes) {
  const last = history[history.length - 1];
  if (last && strokes.length <= last.count) {
    return { strokes: last.before, history: history.slice(0, -1) };
  }
  return strokes.length > 0 ? { strokes: strokes.slice(0, -1), history } : null;
}

// www/state/strokes.js
var MAX_STROKES = 500;
var MAX_POINTS = 2e4;
var MAX_COORDINATE = 8;
function parseStrokes(value) {
  if (!Array.isArray(value)) refuse("expected an array of strokes");
  const { length } = value;
  if (length > MAX_STROKES) refuse(`more than ${MAX_STROKES} strokes`);
  let count = 0;
  const strokes = [];
  for (let i2 = 0; i2 < length; i2++) {
    const stroke = value[i2];
    if (!Array.isArray(stroke)) refuse(`stroke ${i2} is not an array of points`);
    const points = stroke.length;
    count += points;
    if (count > MAX_POINTS) refuse(`more than ${MAX_POINTS} points`);
    const copy = [];
    for (let j2 = 0; j2 < points; j2++) {
      const point2 = stroke[j2];
      const x2 = point2?.x;
      const y2 = point2?.y;
      if (!inRange(x2) || !inRange(y2)) {
        refuse(
          `point ${j2} of stroke ${i2} is not {x, y} with finite numbers, 0 to 1 on the pad and ±${MAX_COORDINATE} at most`
        );
      }
      copy.push({ x: x2, y: y2 });
    }
    if (copy.length > 0) strokes.push(copy);
  }
  return strokes;
}
function inRange(value) {
  return typeof value === "number" && Math.abs(value) <= MAX_COORDINATE;
}
function refuse(why) {
  throw new CodedError("invalid-strokes", `Strokes refused: ${why}.`);
}
function copyStrokes(strokes) {
  return strokes.map((stroke) => stroke.map(({ x: x2, y: y2 }) => ({ x: x2, y: y2 })));
}
function turnPoint({ x: x2, y: y2 }, degrees) {
  const angle = degrees * Math.PI / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return { x: 0.5 + cos * (x2 - 0.5) + sin * (y2 - 0.5), y: 0.5 - sin * (x2 - 0.5) + cos * (y2 - 0.5) };
}
function traceStroke(path, stroke) {
  const first = stroke[0];
  const last = stroke[stroke.length - 1];
  path.moveTo(first.x, first.y);
  for (let i2 = 1; i2 < stroke.length - 1; i2++) {
    const a2 = stroke[i2];
    const b2 = stroke[i2 + 1];
    path.quadraticCurveTo(a2.x, a2.y, (a2.x + b2.x) / 2, (a2.y + b2.y) / 2);
  }
  path.lineTo(last.x, last.y);
}

// www/state/drawing.js
var MIN_STEP = 3e-3;
var Drawing = class {
  #told;
  /** @type {Signal<Replaced[]>} */
  #history = y([]);
  /** What is on the pad was there before anybody drew: the first stroke takes its place. */
  #isOpening = false;
  /** Never changed in place. @type {Signal<Stroke[]>} */
  strokes = y([]);
  /** @type {Signal<Pen>} */
  pen = y({ down: false, keys: null });
  /** Counts changes of the drawing itself. */
  version = y(0);
  isEmpty = O(() => this.strokes.value.length === 0);
  canUndo = O(() => !this.isEmpty.value || this.#history.value.length > 0);
  /** @param {Told} told */
  constructor(told) {
    this.#told = told;
  }
  get #points() {
    return this.strokes.peek().reduce((sum, stroke) => sum + stroke.length, 0);
  }
  /** @param {Stroke[]} strokes @param {Pen} pen */
  #set(strokes, pen) {
    r(() => {
      this.strokes.value = strokes;
      this.pen.value = pen;
      this.version.value++;
      this.#told.grown();
    });
  }
  /** The pen comes down. @param {Point} point @param {Point | null} [keys] @returns {boolean} whether there was room */
  begin(point2, keys = null) {
    if (this.#isOpening) this.replace([]);
    const strokes = this.strokes.peek();
    if (strokes.length >= MAX_STROKES || this.#points >= MAX_POINTS) {
      this.#told.full();
      return false;
    }
    this.#set([...strokes, [point2]], { down: true, keys });
    return true;
  }
  /** The pen, down, moves on. @param {Point[]} points @param {Point | null} [keys] */
  extend(points, keys = null) {
    const strokes = this.strokes.peek();
    const stroke = strokes[strokes.length - 1];
    const added = [];
    let last = stroke[stroke.length - 1];
    let room = MAX_POINTS - this.#points;
    for (const point2 of points) {
      if (Math.hypot(point2.x - last.x, point2.y - last.y) < MIN_STEP) continue;
      if (room-- <= 0) {
        this.#told.full();
        break;
      }
      added.push(last = point2);
    }
    if (added.length === 0 && !keys) return;
    this.#set([...strokes.slice(0, -1), [...stroke, ...added]], { down: true, keys });
  }
  /** The pen is lifted. */
  end() {
    this.#set(this.strokes.peek(), { down: false, keys: this.pen.peek().keys });
  }
  /** A palm or a gesture took the pen: the stroke was not meant. */
  cancel() {
    this.#set(this.strokes.peek().slice(0, -1), { down: false, keys: null });
  }
  /** Keys begin to move the pen, or stop doing so. @param {Point | null} at */
  writeByKeys(at) {
    this.#set(this.strokes.peek(), { down: false, keys: at });
  }
  /** The pen, lifted, is moved by keys. @param {Point} to */
  moveKeys(to) {
    this.pen.value = { down: false, keys: to };
  }
  /** The pen is let go of; what it has drawn stays. */
  drop() {
    this.pen.value = { down: false, keys: null };
  }
  /** Another drawing, with which undo goes back to this one. @param {Stroke[]} strokes */
  replace(strokes) {
    const before = this.strokes.peek();
    this.#history.value = keep(this.#history.peek(), before, strokes.length);
    this.#put(strokes);
  }
  /** A drawing that is handed in: undo does not go back to nothing. @param {Stroke[]} strokes */
  put(strokes) {
    if (this.isEmpty.peek()) this.#put(strokes);
    else this.replace(strokes);
  }
  /** A drawing to begin with, in the place of which one draws one's own. @param {Stroke[]} strokes */
  open(strokes) {
    this.put(strokes);
    this.#isOpening = true;
  }
  /** Empties the pad. */
  clear() {
    this.put([]);
  }
  /** Takes the last stroke back, or what emptied the pad or filled it anew. */
  undo() {
    const before = back(this.#history.peek(), this.strokes.peek());
    if (!before) return;
    this.#history.value = before.history;
    this.#put(before.strokes);
  }
  /** @param {Stroke[]} strokes */
  #put(strokes) {
    this.#isOpening = false;
    r(() => {
      this.#told.replaced();
      this.#set(strokes, { down: false, keys: this.pen.peek().keys });
    });
  }
};

// www/engine/requests/load.js
var PRIORITY2 = 0;
function isStale2(asked, now) {
  return asked.networks !== now.networks;
}

// www/state/gate.js
var Gate = class {
  /** @type {(value: T) => void} */
  resolve = () => {
  };
  /** @type {(error: Error) => void} */
  reject = () => {
  };
  settled = false;
  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = (value) => {
        this.settled = true;
        resolve(value);
      };
      this.reject = (error) => {
        this.settled = true;
        reject(error);
      };
    });
    this.promise.catch(() => {
    });
  }
};

// www/state/loading.js
var Loading = class {
  #demo;
  /** Other networks are chosen, and are opened in a moment. */
  #pending = false;
  /** @type {Gate<void>} */
  #ready = new Gate();
  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
  }
  /** Fulfilled once the networks are loaded; a new promise after others are chosen. */
  get ready() {
    return this.#ready.promise;
  }
  #expect() {
    if (this.#ready.settled) this.#ready = new Gate();
  }
  /** Many choices in one turn of the event loop open networks once. */
  openSoon() {
    if (!this.#demo.engine || this.#pending) return;
    this.#pending = true;
    this.#expect();
    this.#demo.asking.questions.change();
    queueMicrotask(() => {
      this.#pending = false;
      if (this.#demo.engine) this.open();
    });
  }
  /** Shows the networks that are asked for, and loads what is not loaded. */
  open() {
    const demo = this.#demo;
    demo.withdraw();
    this.#expect();
    demo.asking.questions.startAnew();
    demo.report.value = null;
    demo.networks.show(demo.values);
    for (const network of demo.networks.shown.peek()) this.#load(network);
  }
  /** @param {Network} network */
  async #load(network) {
    const demo = this.#demo;
    const { engine, moment: asked } = demo;
    if (!engine) return;
    network.error.value = null;
    demo.failure.value = null;
    const isGone = () => isStale2(asked, demo.moment);
    const place3 = demo.networks.shown.peek().indexOf(network);
    try {
      network.url = modelUrl(network.value);
      const reply = await engine.ask(demo, `load ${place3}`, PRIORITY2, () => ({
        kind: "load",
        url: network.url,
        engine: demo.choice.peek()
      }));
      if (!reply || isGone()) return;
      network.error.value = null;
      network.telling = reply.telling;
      network.info.value = reply.info;
      demo.reportFrom(network, reply.engine);
      demo.engineRuns();
      demo.asking.touch();
    } catch (error) {
      if (isGone()) return;
      const failure = network.error.value = coded(error);
      if (isOfEngine(failure)) demo.engineFailed(failure);
      else demo.tell(failure, network.value);
    }
    if (!this.#pending) this.#settle();
  }
  /** Tells whoever waits that all is there, or what is not. */
  #settle() {
    const networks = this.#demo.networks.shown.peek();
    if (networks.every(({ info }) => info.peek())) {
      this.#ready.resolve();
      return;
    }
    if (!networks.every(({ info, error: error2 }) => info.peek() || error2.peek())) return;
    const failed = networks.find(({ error: error2 }) => error2.peek());
    const error = (
      /** @type {CodedError} */
      failed?.error.peek()
    );
    if (failed === networks[0] || isOfEngine(error)) this.refuse(error);
    else this.#ready.resolve();
  }
  /** Whoever waits waits in vain. @param {Error} error */
  refuse(error) {
    this.#ready.reject(error);
    this.#demo.asking.questions.refuse(error);
  }
  /** The element goes; whoever asks later asks anew. @param {Error} gone */
  end(gone) {
    this.#demo.asking.questions.refuse(gone);
    if (!this.#ready.settled) this.#ready.reject(gone);
    this.#ready = new Gate();
  }
  /** Tries again what failed. */
  retry() {
    const demo = this.#demo;
    const networks = demo.networks.shown.peek();
    const error = networks.find((network) => network.error.peek())?.error.peek();
    demo.notice.value = null;
    demo.failure.value = null;
    this.#expect();
    if (!error || isOfEngine(error)) demo.asking.restart();
    for (const network of networks) {
      if (network.error.peek() || !network.info.peek()) this.#load(network);
    }
    if (networks.every(({ info }) => info.peek())) this.#ready.resolve();
    demo.asking.touch();
  }
};

// www/state/looking.js
var Looking = class {
  #networks;
  #changed;
  /** What a person chose; a channel that nobody chose is the one to look at first. */
  #chosen = y({ layer: 0, channel: (
    /** @type {number | null} */
    null
  ) });
  /** The network whose layers can be chosen: the first that is there. */
  #listed = O(() => this.#networks.loaded.value.at(0));
  /** The layers that can be chosen. */
  layers = O(() => this.#listed.value?.info.value?.layers ?? []);
  /** The layer and channel chosen, as far as there are such. */
  at = O(() => {
    const { layer, channel } = this.#chosen.value;
    const layers = this.layers.value;
    const at = Math.min(Math.max(0, layer), Math.max(0, layers.length - 1));
    const wanted = channel ?? this.#listed.value?.telling[at] ?? 0;
    const channels = layers[at]?.channels ?? 0;
    return { layer: at, channel: Math.max(0, Math.min(wanted, channels - 1)), channels };
  });
  /** @param {Networks} networks @param {() => void} changed */
  constructor(networks, changed) {
    this.#networks = networks;
    this.#changed = changed;
  }
  /** @param {number} layer */
  chooseLayer(layer) {
    this.#chosen.value = { ...this.#chosen.peek(), layer };
    this.#changed();
  }
  /** After the last channel comes the first one. @param {number} channel */
  chooseChannel(channel) {
    const { layer, channels } = this.at.peek();
    const count = Math.max(1, channels);
    this.#chosen.value = { layer, channel: (channel % count + count) % count };
    this.#changed();
  }
  /**
   * The layer of a network that is looked at: the one called as the layer chosen, since not every network is
   * pooled at the same place; where it has none of that name, the one at its place.
   *
   * @param {Network} network
   */
  layerOf(network) {
    const layers = network.info.value?.layers ?? [];
    const { layer } = this.at.value;
    const name = this.layers.value[layer]?.name;
    return layers.find((other) => other.name === name) ?? layers[Math.min(layer, layers.length - 1)];
  }
  /** What is looked at in a network. @param {Network} network @returns {View} */
  viewOf(network) {
    const { layer, channel } = this.at.value;
    return { layer: this.layerOf(network)?.index ?? layer, channel };
  }
};

// www/state/networks.js
var Network = class {
  url = "";
  /** Whether what is shown is of the drawing that is on the pad now. */
  isAnswered = false;
  /** For each layer the channel to look at first. @type {number[]} */
  telling = [];
  /** Errors of quarter turns of the present drawing, by layer and quarter turns. @type {Map<string, number>} */
  quarters = /* @__PURE__ */ new Map();
  /** Null until it is loaded. @type {Signal<ModelInfo | null>} */
  info = y(null);
  /** @type {Signal<CodedError | null>} */
  error = y(null);
  /** @type {Signal<Shown | null>} */
  shown = y(null);
  /** @type {Signal<Round>} */
  round = y(NOTHING_ASKED);
  /** @type {Signal<ShownMaps | null>} */
  maps = y(null);
  /** @type {Signal<Measured | null>} */
  measured = y(null);
  /** @param {string} value  by which it was asked for */
  constructor(value) {
    this.value = value;
  }
  /** What it says of the drawing that is on the pad now. @returns {NetworkPrediction | null} */
  get prediction() {
    return this.isAnswered ? this.shown.peek()?.prediction ?? null : null;
  }
  /** What is known of the drawing is of another one. */
  forgetDrawing() {
    this.quarters.clear();
    this.round.value = NOTHING_ASKED;
  }
  /** There is nothing to answer. */
  forgetAnswers() {
    this.isAnswered = false;
    this.shown.value = null;
    this.round.value = NOTHING_ASKED;
    this.maps.value = null;
    this.measured.value = null;
  }
};
var Networks = class {
  /** In the order in which they are shown; the first is the one that `prediction` is about. @type {Signal<Network[]>} */
  shown = y([]);
  /** Counts every choice. */
  version = 0;
  names = O(() => namesOf(this.shown.value));
  loaded = O(() => this.shown.value.filter(({ info }) => info.value));
  /** @param {string[]} values */
  show(values) {
    this.version++;
    this.shown.value = values.map((value) => new Network(value));
  }
  /** Those with a file of their own from this address. @param {string} url */
  from(url) {
    return this.shown.peek().filter((network) => network.url === url);
  }
  /** What each says, without those that have said nothing yet. */
  get predictions() {
    return this.shown.peek().flatMap(({ prediction }) => prediction ?? []);
  }
};
function namesOf(networks) {
  const told = networks.map(({ info }) => info.value?.name);
  return networks.map(({ value }, i2) => {
    const name = told[i2] ?? value.replace(/_(drawn|upright)$/, "");
    const alike = told[i2] && told.indexOf(told[i2]) !== told.lastIndexOf(told[i2]);
    return displayName(alike ? value : name);
  });
}
function displayName(name) {
  if (/^[a-z0-9_]{1,24}$/.test(name)) return name.toUpperCase();
  const file = name.split(/[?#]/)[0].split("/").pop() || name;
  return file.length > 24 ? `${file.slice(0, 23)}…` : file;
}

// www/engine/requests/batch.js
var PRIORITY3 = 3;
function isStale3(asked, now) {
  return asked.version !== now.version || now.pen;
}

// www/engine/requests/quarter.js
var PRIORITY4 = 2;
function isStale4(asked, now) {
  return asked.version !== now.version || now.pen;
}

// www/engine/requests/turn.js
var PRIORITY5 = 2;
function isStale5(asked, now) {
  return asked.version !== now.version || now.pen;
}

// www/state/study.js
var QUIET_MS = 160;
var KINDS = {
  quarter: { priority: PRIORITY4, isStale: isStale4, keep: keepQuarter },
  turn: { priority: PRIORITY5, isStale: isStale5, keep: keepTurn },
  batch: { priority: PRIORITY3, isStale: isStale3, keep: keepBatch }
};
var Study = class {
  #demo;
  /** @type {Set<{ wants: Wants, near: ReadonlySignal<boolean> }>} */
  #views = /* @__PURE__ */ new Set();
  /** By what they want of each answer. @type {Map<string, Set<ReadonlySignal<boolean>>>} */
  #live = /* @__PURE__ */ new Map();
  /** How many want everything asked, be it on the screen or not. */
  #all = y(0);
  /** When what is being asked for was. @type {Moment | null} */
  #asked = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #quiet;
  /** The angle at which the pad last came to rest. */
  restedAt = y(0);
  /** @param {Demo} demo */
  constructor(demo) {
    this.#demo = demo;
  }
  /**
   * A view asks for something when the pad is at rest.
   *
   * @param {Wants} wants
   * @param {ReadonlySignal<boolean>} near  whether it is near the screen
   * @param {AbortSignal} signal
   */
  join(wants3, near2, signal) {
    const view = { wants: wants3, near: O(() => near2.value || this.#all.value > 0) };
    this.#views.add(view);
    const stop = whenever(
      view.near,
      () => this.#asked?.version !== this.#demo.moment.version && this.rest()
    );
    signal.addEventListener("abort", () => {
      stop();
      this.#views.delete(view);
    });
  }
  /**
   * A view takes a part of each answer, which is left out while no view takes it.
   *
   * @param {'maps'} part
   * @param {ReadonlySignal<boolean>} near
   * @param {AbortSignal} signal
   */
  joinAnswers(part, near2, signal) {
    const views = this.#live.get(part) ?? /* @__PURE__ */ new Set();
    this.#live.set(part, views);
    const wanted = O(() => near2.value || this.#all.value > 0);
    views.add(wanted);
    const stop = whenever(wanted, () => this.#demo.asking.touch());
    signal.addEventListener("abort", () => {
      stop();
      views.delete(wanted);
    });
  }
  /** @param {'maps'} part */
  isLive(part) {
    return Array.from(this.#live.get(part) ?? []).some((wanted) => wanted.peek());
  }
  /** Until it is called back, everything counts as near the screen. @returns {() => void} */
  everything() {
    this.#all.value++;
    return () => this.#all.value--;
  }
  /** Asks, once nothing has changed for a while. */
  rest() {
    this.stop();
    this.#quiet = setTimeout(() => {
      this.#ask().catch(() => {
      });
    }, QUIET_MS);
  }
  stop() {
    clearTimeout(this.#quiet);
  }
  async #ask() {
    const demo = this.#demo;
    const { engine, moment } = demo;
    if (!engine || demo.drawing.isEmpty.peek() || demo.asking.blank.peek()) return;
    this.restedAt.value = demo.turning.angle.peek();
    this.#asked = moment;
    try {
      await this.#askFor(engine, moment);
    } finally {
      if (this.#asked === moment) this.#asked = null;
    }
  }
  /** @param {Engine} engine @param {Moment} asked */
  async #askFor(engine, asked) {
    const demo = this.#demo;
    while (!document.hidden) {
      const wish = this.#next();
      if (!wish) return;
      const { priority, isStale: isStale6, keep: keep2 } = KINDS[wish.kind];
      const reply = await engine.ask(
        demo,
        "study",
        priority,
        () => isStale6(asked, demo.moment) ? null : wish
      );
      if (!reply || isStale6(asked, demo.moment)) return;
      if (!keep2(demo, wish, reply)) return;
    }
  }
  /** What comes first by its kind, and of one kind what the view that joined first wants. */
  #next() {
    let first = null;
    for (const { wants: wants3, near: near2 } of this.#views) {
      const wish = near2.peek() ? wants3(this.#demo) : null;
      if (wish && (!first || KINDS[wish.kind].priority < KINDS[first.kind].priority)) first = wish;
    }
    return first;
  }
};
function whenever(condition, act) {
  let before = condition.peek();
  return x(() => {
    const now = condition.value;
    if (now && !before) f(act);
    before = now;
  });
}
function keepQuarter(demo, { url, layer, quarterTurns }, { error }) {
  for (const network of demo.networks.from(url)) {
    network.quarters.set(`${layer}/${quarterTurns}`, error);
  }
  return true;
}
function keepTurn(demo, { url, layer, angle }, turn) {
  const drawing = demo.drawing.version.peek();
  for (const network of demo.networks.from(url)) {
    const quarter = network.quarters.get(`${layer}/${quarterFor(angle)}`) ?? NaN;
    network.measured.value = { drawing, layer, angle, quarter, turn };
  }
  return true;
}
function keepBatch(demo, { url, angles }, { answers }) {
  for (const { round } of demo.networks.from(url)) {
    for (const [i2, answer] of answers.entries())
      round.value = record(round.peek(), angles[i2], answer);
  }
  if (angles[0] === 0) demo.asking.compare();
  return answers.length > 0;
}

// www/state/spin.js
var DEGREES_PER_SECOND = 24;
var CALM_STEP_DEGREES = 45;
var CALM_STEP_MS = 1500;
var EASE = { from: 0.82, way: 0.9 };
function eased(share2) {
  const { from, way } = EASE;
  if (share2 < from) return share2 / from * way;
  const rest = (share2 - from) / (1 - from);
  return way + (1 - way) * (1 - (1 - rest) ** 2);
}
function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
var Spinner = class {
  #angle;
  #turn;
  #frame = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  active = false;
  /**
   * @param {() => number} angle  degrees at the moment
   * @param {(degrees: number) => void} turn
   */
  constructor(angle, turn) {
    this.#angle = angle;
    this.#turn = turn;
  }
  start() {
    this.active = true;
    if (isCalm()) {
      this.#step();
      this.#timer = setInterval(() => this.#step(), CALM_STEP_MS);
      return;
    }
    let before = performance.now();
    const glide = (now) => {
      const seconds = Math.min(0.1, Math.max(0, now - before) / 1e3);
      before = now;
      this.#turn(normalise(this.#angle() + DEGREES_PER_SECOND * seconds));
      this.#frame = requestAnimationFrame(glide);
    };
    this.#frame = requestAnimationFrame(glide);
  }
  /**
   * Turns by so many degrees and then stands; nothing of it where motion is unwelcome but the end.
   *
   * @param {number} degrees
   * @param {number} seconds
   * @param {() => void} done
   */
  turnBy(degrees, seconds, done) {
    const [start, began] = [this.#angle(), performance.now()];
    this.active = true;
    const glide = (now) => {
      const share2 = Math.min(1, Math.max(0, now - began) / (1e3 * seconds));
      this.#turn(normalise(start + degrees * eased(share2)));
      if (share2 < 1) this.#frame = requestAnimationFrame(glide);
      else done();
    };
    glide(isCalm() ? Infinity : began);
  }
  stop() {
    this.active = false;
    cancelAnimationFrame(this.#frame);
    clearInterval(this.#timer);
  }
  #step() {
    const steps = Math.floor(this.#angle() / CALM_STEP_DEGREES) + 1;
    this.#turn(normalise(steps * CALM_STEP_DEGREES));
  }
};

// www/state/turning.js
var Turning = class {
  #told;
  #spinner = new Spinner(
    () => this.angle.peek(),
    (degrees) => this.set(degrees)
  );
  /** Degrees, counter-clockwise, in [0, 360). */
  angle = y(0);
  spins = y(false);
  /** @param {Told} told */
  constructor(told) {
    this.#told = told;
  }
  /** @param {number} degrees  in [0, 360) */
  set(degrees) {
    if (degrees === this.angle.peek()) return;
    this.angle.value = degrees;
    this.#told.turned();
  }
  /** Turned by a person. @param {number} degrees  in [0, 360) @param {boolean} [finished]  false while it is dragged */
  turn(degrees, finished = true) {
    this.stop();
    this.set(degrees);
    if (finished) this.#told.settled();
  }
  /** Begins to turn by itself, or stops it. */
  spin() {
    if (this.#spinner.active) {
      this.stop();
      return;
    }
    this.spins.value = true;
    this.#spinner.start();
  }
  /** Turns by itself by so many degrees, once, unless somebody turns it meanwhile. @param {number} degrees @param {number} seconds */
  turnBy(degrees, seconds) {
    this.stop();
    this.#spinner.turnBy(degrees, seconds, () => this.stop());
  }
  stop() {
    if (!this.#spinner.active) return;
    this.#spinner.stop();
    this.spins.value = false;
    this.set(normalise(Math.round(this.angle.peek() * 10) / 10));
    this.#told.settled();
  }
};

// www/state/demo.js
var Demo = class {
  drawing = new Drawing({
    grown: () => this.#drawn(),
    replaced: () => this.#replaced(),
    full: () => this.#full()
  });
  turning = new Turning({
    turned: () => this.asking.touch(),
    settled: () => this.told.settled()
  });
  networks = new Networks();
  looking = new Looking(this.networks, () => this.asking.touch());
  loading = new Loading(this);
  asking = new Asking(this);
  study = new Study(this);
  /** @type {Signal<EngineChoice>} */
  choice = y("auto");
  /** Which engine answers, once one does. @type {Signal<EngineReport | null>} */
  report = y(null);
  /** Why the engine does not run. @type {Signal<CodedError | null>} */
  failure = y(null);
  /** @type {Signal<Notice | null>} */
  notice = y(null);
  /** Whether what it stands on is dark. */
  dark = y(false);
  /** While it is on a page. @type {Engine | null} */
  engine = null;
  /** By which the networks to show are asked for. @type {string[]} */
  values = [];
  /** @param {Told} told */
  constructor(told) {
    this.told = told;
  }
  /** It is put on a page. @param {string[]} values  of the networks to show */
  connect(values) {
    this.engine = acquireEngine(this);
    this.values = values;
    this.loading.open();
  }
  /** It is taken off the page; the drawing stays. */
  disconnect() {
    this.turning.stop();
    this.drawing.drop();
    this.study.stop();
    this.engine = null;
    this.networks.show([]);
    this.notice.value = null;
    releaseEngine(this);
    this.loading.end(new Error("The element was taken off the page."));
  }
  /** Forgets all that is asked of the engine. */
  withdraw() {
    this.engine?.withdraw(this);
  }
  /** @returns {Moment} */
  get moment() {
    const { version, oldest } = this.asking.questions;
    const { down } = this.drawing.pen.peek();
    return { version, oldest, networks: this.networks.version, pen: down };
  }
  /** What every question about the drawing says. */
  get subject() {
    return { strokes: this.drawing.strokes.peek(), engine: this.choice.peek() };
  }
  /** What the first network says of the drawing, or null while there is nothing. @returns {NetworkPrediction | null} */
  get prediction() {
    return this.networks.shown.peek().at(0)?.prediction ?? null;
  }
  // ---- Actions that concern more than one part ----
  /** Other networks are to be shown. @param {string[]} values */
  show(values) {
    this.values = values;
    this.loading.openSoon();
  }
  /** @param {EngineChoice} choice */
  chooseEngine(choice) {
    if (choice === this.choice.peek()) return;
    this.choice.value = choice;
    this.loading.openSoon();
  }
  /** From the graphics card to the CPU, or the other way round. */
  switchEngine() {
    const choice = this.report.peek()?.name === "webgpu" ? "cpu" : "webgpu";
    this.chooseEngine(choice);
    this.told.switched(choice);
  }
  /** The message has been read. */
  dismiss() {
    this.notice.value = null;
  }
  /** @param {boolean} dark */
  dress(dark) {
    this.dark.value = dark;
  }
  #drawn() {
    for (const network of this.networks.shown.peek()) network.forgetDrawing();
    this.asking.touch();
  }
  #replaced() {
    this.asking.questions.startAnew();
    for (const network of this.networks.shown.peek()) network.isAnswered = false;
  }
  #full() {
    const message = "The pad is full. Undo a stroke or clear it to go on.";
    this.notice.value = { message, retry: false, ofEngine: false };
  }
  // ---- What goes wrong ----
  /** Tells of an error. @param {CodedError} error @param {string} [model]  by which it was asked for */
  tell({ code, message }, model) {
    this.told.failed(model === void 0 ? { code, message } : { code, message, model });
  }
  /** Tells of an error, and shows it. @param {CodedError} error */
  warn(error) {
    this.notice.value = { message: error.message, retry: false, ofEngine: false };
    this.tell(error);
  }
  /** @param {CodedError} error */
  engineFailed(error) {
    r(() => {
      this.notice.value = { message: error.message, retry: true, ofEngine: true };
      this.failure.value = error;
    });
    this.tell(error);
  }
  /** It has answered. */
  engineRuns() {
    this.failure.value = null;
    if (this.notice.peek()?.ofEngine) this.notice.value = null;
  }
  /** Which engine a network runs on; what is shown is that of the first one. @param {Network} network @param {EngineReport} report */
  reportFrom(network, report) {
    if (network === this.networks.shown.peek()[0] || !this.report.peek())
      this.report.value = report;
  }
};

// www/state/intro.js
var WAIT_MS = 600;
var DEGREES = 450;
var SECONDS = 5.6;
var INPUT = ["pointerdown", "keydown", "wheel", "touchstart"];
async function introduce({ asking, turning, drawing, loading }, signal) {
  if (turning.angle.peek() !== 0 || drawing.isEmpty.peek()) return;
  const over = new AbortController();
  const end = () => {
    if (!over.signal.aborted) turning.stop();
    over.abort();
  };
  signal.addEventListener("abort", end);
  for (const type of INPUT) {
    const options = { capture: true, passive: true, signal: over.signal };
    document.addEventListener(type, end, options);
  }
  const { version } = drawing;
  const before = version.peek();
  try {
    await loading.ready;
    await asking.predict();
  } catch {
    return;
  }
  await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  if (over.signal.aborted || version.peek() !== before || turning.angle.peek() !== 0) return;
  turning.turnBy(DEGREES, SECONDS);
}

// www/element.js
import { samples as samples2 } from "./samples.js";

// www/ui/scheme.js
var DARK = "(prefers-color-scheme: dark)";
var MIDDLE = 128;
function isOnDark(element) {
  for (const behind of whatIsBehind(element)) {
    const brightness = brightnessOf(getComputedStyle(behind).backgroundColor);
    if (brightness !== null) return brightness < MIDDLE;
  }
  const declared = getComputedStyle(document.documentElement).colorScheme;
  const meta = document.querySelector('meta[name="color-scheme"]')?.getAttribute("content");
  const schemes = /dark|light/.test(declared) ? declared : meta ?? "";
  return schemes.includes("dark") && (!schemes.includes("light") || matchMedia(DARK).matches);
}
function watchGround(element, changed, signal) {
  matchMedia(DARK).addEventListener("change", changed, { signal });
  const observer = new MutationObserver(changed);
  for (const behind of whatIsBehind(element)) observer.observe(behind, { attributes: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
function* whatIsBehind(element) {
  let at = element;
  while (at) {
    const slot = at instanceof Element ? at.assignedSlot : null;
    at = slot ?? (at instanceof ShadowRoot ? at.host : at.parentNode);
    if (at instanceof Element) yield at;
  }
}
var context = null;
function brightnessOf(colour) {
  if (colour === "transparent" || colour === "rgba(0, 0, 0, 0)") return null;
  if (!context) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    context = canvas.getContext("2d", { willReadFrequently: true });
  }
  if (!context) return null;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r2, g2, b2, alpha] = context.getImageData(0, 0, 1, 1).data;
  return alpha < MIDDLE ? null : 0.299 * r2 + 0.587 * g2 + 0.114 * b2;
}

// www/ui/styles.js
var LIGHT = `
    --gsa-dark: 0;
    --gsa-ground: #faf9f5;
    color-scheme: light;
    --gsa-ink: var(--gsa-light-ink, #1b1d22);
    --gsa-muted: #5b606b;
    --gsa-line: #dfdcd3;
    --gsa-line-strong: #c2beb2;
    --gsa-surface: #ffffff;
    --gsa-sunken: #f0eee6;
    --gsa-ring: #f0eee6;
    --gsa-accent: #0b5cad;
    --gsa-accent-soft: #dce8f4;
    --gsa-on-accent: #ffffff;
    --gsa-other: #b84a00;
    --gsa-other-soft: #f7e3d5;
    --gsa-lost: #a9380f;
    --gsa-lost-soft: #fbe4d8;`;
var DARK2 = `
    --gsa-dark: 1;
    --gsa-ground: #131417;
    color-scheme: dark;
    --gsa-ink: var(--gsa-dark-ink, #edebe5);
    --gsa-muted: #a7aab3;
    --gsa-line: #33353c;
    --gsa-line-strong: #50535c;
    --gsa-surface: #1b1c21;
    --gsa-sunken: #111215;
    --gsa-ring: #25272d;
    --gsa-accent: #79b8ff;
    --gsa-accent-soft: #1f3550;
    --gsa-on-accent: #10131c;
    --gsa-other: #ff9a57;
    --gsa-other-soft: #4a2c18;
    --gsa-lost: #ff9d74;
    --gsa-lost-soft: #472616;`;
var BASE = `
:host {
  display: block;
  ${LIGHT}
  color: var(--gsa-ink);
  font: 15px/1.45 var(--gsa-font, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  text-align: start;
  -webkit-text-size-adjust: 100%;
}
:host([hidden]) { display: none; }

*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, p, ol, ul, figure, table { margin: 0; padding: 0; }
h2, h3 { font-size: 1rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.005em; }
ol, ul { list-style: none; }
p { text-wrap: pretty; }

/* Controls */
button, select, input {
  font: inherit; color: inherit;
  height: 40px; border: 1px solid var(--gsa-line-strong); border-radius: 10px;
  background: var(--gsa-surface);
}
button { padding: 0 14px; cursor: pointer; touch-action: manipulation; -webkit-tap-highlight-color: transparent; }
button:hover:not(:disabled) { border-color: var(--gsa-accent); color: var(--gsa-accent); }
button:disabled { opacity: 0.45; cursor: default; }
button[data-on] { background: var(--gsa-accent); border-color: var(--gsa-accent); color: var(--gsa-on-accent); }
button[data-on]:hover:not(:disabled) { color: var(--gsa-on-accent); }
:focus-visible { outline: 2.5px solid var(--gsa-accent); outline-offset: 2px; }

/* Each network has a colour of its own */
.main { --bar: var(--gsa-accent); }
.other { --bar: var(--gsa-other); }

@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { transition: none !important; animation: none !important; }
}
`;
var DARK_STYLES = `:host { ${DARK2} }`;
var sheets = /* @__PURE__ */ new Map();
function sheetOf(text) {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}
function adoptStyles(root, style16, dark) {
  const texts = dark ? [BASE, style16, DARK_STYLES] : [BASE, style16];
  try {
    root.adoptedStyleSheets = texts.map(sheetOf);
  } catch {
    root.querySelector("style")?.remove();
    const element = document.createElement("style");
    element.textContent = texts.join("\n");
    root.prepend(element);
  }
}

// www/ui/dom.js
function add(parent, html) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  const element = (
    /** @type {HTMLElement} */
    holder.content.firstElementChild
  );
  parent.append(element);
  return element;
}
function find(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`the markup lacks ${selector}`);
  return found;
}
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
function yieldFocus(element) {
  if (!element.matches(":focus, :focus-within")) return;
  const root = (
    /** @type {ShadowRoot | Document} */
    element.getRootNode()
  );
  const pad = root.querySelector(".pad");
  if (pad instanceof HTMLElement) pad.focus({ preventScroll: true });
}

// www/views/alert.js
var alert_exports = {};
__export(alert_exports, {
  mount: () => mount,
  style: () => style
});

// www/views/watch.js
var REACH = "300% 0px";
function watch(signal, follow) {
  signal.addEventListener("abort", x(follow));
}
function near(element, signal) {
  const is = y(true);
  if (typeof IntersectionObserver !== "function") return is;
  const observer = new IntersectionObserver(
    (entries) => is.value = entries[entries.length - 1].isIntersecting,
    { rootMargin: REACH }
  );
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
  return is;
}
function placeOf(index) {
  return index === 0 ? "main" : "other";
}
function eachNetwork(demo, signal, mount16) {
  const parts = [];
  const count = O(() => demo.networks.shown.value.length);
  const more = () => {
    const index = parts.length;
    const life = new AbortController();
    const network = O(() => demo.networks.shown.value.at(index));
    parts.push({ life, elements: mount16(network, index, life.signal) });
  };
  const less = () => {
    const { life, elements } = (
      /** @type {(typeof parts)[0]} */
      parts.pop()
    );
    life.abort();
    for (const element of elements) element.remove();
  };
  watch(signal, () => {
    const wanted = count.value;
    f(() => {
      while (parts.length < wanted) more();
      while (parts.length > wanted) less();
    });
  });
  signal.addEventListener("abort", () => parts.forEach(({ life }) => life.abort()));
}

// www/views/alert.js
var style = `
.alert { display: flex; align-items: center; gap: 12px; }
.alert { padding: 10px 12px 10px 16px; border-radius: 12px; background: var(--gsa-lost-soft); color: var(--gsa-ink); }
.alert p { flex: 1; overflow-wrap: anywhere; }
.alert button { height: 36px; flex: none; }
.alert .dismiss { width: 36px; padding: 0; border-color: transparent; background: none; font-size: 20px; line-height: 1; }
`;
function mount(root, demo, signal) {
  const alert = add(
    root,
    `<div class="alert" part="alert" role="alert" hidden>
      <p></p>
      <button type="button" class="retry">Try again</button>
      <button type="button" class="dismiss" aria-label="Close this message">×</button>
    </div>`
  );
  const retry = find(alert, ".retry");
  retry.addEventListener("click", () => demo.loading.retry(), { signal });
  find(alert, ".dismiss").addEventListener("click", () => demo.dismiss(), { signal });
  watch(signal, () => {
    const notice = demo.notice.value;
    if (!notice) yieldFocus(alert);
    alert.hidden = !notice;
    write(find(alert, "p"), notice?.message ?? "");
    retry.hidden = !notice?.retry;
  });
}

// www/views/announce.js
var announce_exports = {};
__export(announce_exports, {
  mount: () => mount2,
  style: () => style2
});
var ANNOUNCE_MS = 900;
var style2 = `
.live-region { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
function mount2(root, demo, signal) {
  const live = add(root, '<p class="live-region" role="status" aria-live="polite"></p>');
  const { asking, networks } = demo;
  const text = O(
    () => networks.shown.value.flatMap(({ shown }, i2) => {
      const answer = shown.value?.prediction;
      return answer ? `${networks.names.value[i2]} says ${answer.digit}.` : [];
    }).join(" ")
  );
  let said = "";
  let clock;
  watch(signal, () => {
    void asking.answers.value;
    const next = text.value;
    clearTimeout(clock);
    clock = setTimeout(() => {
      if (next === said) return;
      said = next;
      live.textContent = next;
    }, ANNOUNCE_MS);
  });
  signal.addEventListener("abort", () => clearTimeout(clock));
}

// www/views/bars.js
var bars_exports = {};
__export(bars_exports, {
  mount: () => mount4,
  style: () => style4
});

// www/ui/circle.js
function place2(degrees, radius) {
  const angle = degrees * Math.PI / 180;
  return { x: -radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}
function bearing(x2, y2) {
  return Math.atan2(-x2, -y2) * 180 / Math.PI;
}
function runsOf(cells) {
  const count = cells.length;
  const upright = cells[0]?.digit ?? null;
  const digitAt = (i2) => cells[(i2 % count + count) % count]?.digit ?? null;
  const run = (first, length) => {
    const digit = digitAt(first);
    const [from, to] = [first - 0.5, first + length - 0.5].map((place3) => place3 * 360 / count);
    return { from, to, count: length, digit, kept: digit !== null && digit === upright };
  };
  const start = cells.findIndex((_2, i2) => digitAt(i2) !== digitAt(i2 - 1));
  if (start < 0) return count > 0 ? [run(0, count)] : [];
  const runs = [];
  for (let first = start; first < start + count; ) {
    let length = 1;
    while (first + length < start + count && digitAt(first + length) === digitAt(first)) length++;
    runs.push(run(first, length));
    first += length;
  }
  return runs;
}
function countKept(cells) {
  const upright = cells[0]?.digit;
  const digits = cells.flatMap((said) => said ? [said.digit] : []);
  return { asked: digits.length, kept: digits.filter((digit) => digit === upright).length };
}
function sureAt(cells, degrees) {
  const at = degrees / 360 * cells.length;
  const [lower, upper] = [Math.floor(at), Math.ceil(at)].map((i2) => shareOf(cells, i2));
  if (lower === null || upper === null) return null;
  return lower + (upper - lower) * (at - Math.floor(at));
}
function shareOf(cells, i2) {
  const [upright, said] = [cells[0], cells[i2 % cells.length]];
  return upright && said ? Math.min(1, Math.max(0, said.probabilities[upright.digit])) : null;
}
function curveOf(cells, inner, outer) {
  const points = cells.flatMap((_2, i2) => {
    const share2 = shareOf(cells, i2);
    if (share2 === null) return [];
    return [point(place2(360 * i2 / cells.length, inner + (outer - inner) * share2))];
  });
  return points.length < 3 ? "" : `M${points.join("L")}Z`;
}
function arc(from, to, radius) {
  const end = (degrees) => point(place2(degrees, radius));
  const along = (degrees, large) => `A${radius} ${radius} 0 ${large} 0 ${end(degrees)}`;
  if (to - from >= 360) return `M${end(from)}${along(from + 180, 0)}${along(from, 0)}Z`;
  return `M${end(from)}${along(to, to - from > 180 ? 1 : 0)}`;
}
function point({ x: x2, y: y2 }) {
  const [right, down] = [x2, y2].map((value) => Math.round(value * 100) / 100 + 0);
  return `${right} ${down}`;
}

// www/ui/format.js
function formatPercent(p2) {
  return `${Math.round(100 * p2)} %`;
}
function formatShare(p2) {
  if (p2 > 0 && p2 < 0.01) return "< 1 %";
  if (p2 > 0.99 && p2 < 1) return "> 99 %";
  return formatPercent(p2);
}
function formatMilliseconds(ms) {
  return `${ms < 9.95 ? ms.toFixed(1) : Math.round(ms)} ms`;
}
function formatPoints(shift) {
  const points = 100 * shift;
  return `${points < 10 ? points.toFixed(points < 0.1 ? 2 : 1) : Math.round(points)} %`;
}
var SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
function formatError(value) {
  if (!Number.isFinite(value)) return "?";
  if (value === 0) return "0";
  if (value >= 1e-3) return value < 10 ? value.toFixed(3) : value.toPrecision(3);
  const [digits, exponent] = value.toExponential(1).split("e-");
  const raised = Array.from(exponent, (digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `${digits} · 10⁻${raised}`;
}
function describeAngle(degrees) {
  const shown = Math.round(degrees) % 360;
  if (shown === 0) return "upright";
  return shown <= 180 ? `${shown}° counter-clockwise` : `${360 - shown}° clockwise`;
}

// www/ui/svg.js
var NAMESPACE = "http://www.w3.org/2000/svg";
function addSvg(parent, name, attributes) {
  const element = document.createElementNS(NAMESPACE, name);
  setAttributes(element, attributes);
  parent.append(element);
  return element;
}
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, typeof value === "number" ? value.toFixed(2) : value);
  }
}

// www/views/polar.js
var ANGLES = 72;
var RADII = {
  half: 280,
  pad: 122,
  unsure: 132,
  sure: 194,
  track: 207,
  next: 21,
  knob: 256
};
var MARKS = { from: 242, to: 250, quarterTo: 254, label: 268 };
var LABEL_DEGREES = 7;
var LABEL_SPACE = 9;
var style3 = `
.polar { position: absolute; inset: 0; }
.polar svg { display: block; width: 100%; height: 100%; overflow: visible; }
.polar .rim { fill: none; stroke: var(--gsa-line); stroke-width: 1; }
.polar .mark { stroke: var(--gsa-muted); stroke-width: 1.5; stroke-linecap: round; }
.polar .mark.quarter { stroke: var(--gsa-ink); stroke-width: 3; }
.polar .degrees { fill: var(--gsa-muted); font-size: 12px; text-anchor: middle; dominant-baseline: central; }
.polar .main { --of: var(--gsa-accent); }
.polar .other { --of: var(--gsa-other); }
.polar .curve { stroke: var(--of); stroke-width: 2; stroke-linejoin: round; fill: var(--of); fill-opacity: 0.13; }
.polar .other .curve { fill: none; stroke-dasharray: 4 3; stroke-width: 2.5; }
.polar .run { fill: none; stroke: var(--of); stroke-width: 1.5; }
.polar .run.kept { stroke-width: 9; }
.polar .run.unasked { stroke: var(--gsa-line-strong); stroke-dasharray: 1.5 5; stroke-linecap: round; }
.polar .read { fill: var(--of); font-size: 14px; font-weight: 700; text-anchor: middle; dominant-baseline: central; stroke: var(--gsa-ground); stroke-width: 6; paint-order: stroke; }
.polar .here { fill: var(--of); stroke: var(--gsa-surface); stroke-width: 2; }
@container (max-width: 460px) {
  .polar .degrees { display: none; }
  .polar .read { font-size: 20px; stroke-width: 8; }
  .polar .run.kept { stroke-width: 12; }
  .polar .curve { stroke-width: 3; }
  .polar .other .curve { stroke-width: 3.5; }
}
@media (forced-colors: active) {
  .polar .main { --of: LinkText; }
  .polar .other { --of: CanvasText; }
}
`;
function wants(demo) {
  const [next] = demo.networks.loaded.peek().map(({ url, round }) => ({ url, missing: missingOf(round.peek(), ANGLES) })).sort((a2, b2) => b2.missing.length - a2.missing.length);
  if (!next || next.missing.length === 0) return null;
  const angles = next.missing.map((cell) => cell * 360 / ANGLES);
  return { kind: "batch", ...demo.subject, angles, url: next.url };
}
function mount3(root, demo, signal) {
  const { half, unsure, sure } = RADII;
  const polar = add(root, '<div class="polar" part="polar"></div>');
  const viewBox = `${-half} ${-half} ${2 * half} ${2 * half}`;
  const svg = addSvg(polar, "svg", { viewBox, role: "img" });
  for (const r2 of [unsure, sure]) addSvg(svg, "circle", { class: "rim", r: r2 });
  const marks = addSvg(svg, "g", {});
  watch(signal, () => {
    marks.replaceChildren();
    const elements = demo.networks.shown.value.at(0)?.info.value?.group.elements ?? [];
    drawMarks(marks, new Set(elements.map(({ degrees }) => degrees)));
  });
  const curves = addSvg(svg, "g", { class: "curves" });
  const tracks = addSvg(svg, "g", { class: "tracks" });
  eachNetwork(demo, signal, (network, index, life) => {
    const cells = O(() => cellsOf(network.value?.round.value ?? /* @__PURE__ */ new Map(), ANGLES));
    return [mountCurve(curves, demo, cells, index, life), mountTrack(tracks, cells, index, life)];
  });
  watch(signal, () => svg.setAttribute("aria-label", describe(demo)));
  demo.study.join(wants, near(polar, signal), signal);
}
function drawMarks(root, turns) {
  for (const degrees of /* @__PURE__ */ new Set([0, 45, 90, 135, 180, 225, 270, 315, ...turns])) {
    const isQuarter = degrees % 90 === 0;
    if (isQuarter || turns.has(degrees)) {
      const [a2, b2] = [MARKS.from, isQuarter ? MARKS.quarterTo : MARKS.to].map(
        (r2) => place2(degrees, r2)
      );
      const name = isQuarter ? "mark quarter" : "mark";
      addSvg(root, "line", { class: name, x1: a2.x, y1: a2.y, x2: b2.x, y2: b2.y });
    }
    if (degrees % 45 === 0) {
      const { x: x2, y: y2 } = place2(degrees, MARKS.label);
      addSvg(root, "text", { class: "degrees", x: x2, y: y2 }).textContent = `${degrees}°`;
    }
  }
}
function mountCurve(root, demo, cells, index, signal) {
  const { unsure, sure } = RADII;
  const group = addSvg(root, "g", { class: placeOf(index) });
  const curve = addSvg(group, "path", { class: "curve" });
  const here = addSvg(group, "circle", { class: "here", r: 6 });
  watch(signal, () => curve.setAttribute("d", curveOf(cells.value, unsure, sure)));
  watch(signal, () => {
    const degrees = demo.turning.angle.value;
    const share2 = sureAt(cells.value, degrees);
    const { x: x2, y: y2 } = place2(degrees, unsure + (sure - unsure) * (share2 ?? 0));
    setAttributes(here, { cx: x2, cy: y2, visibility: share2 === null ? "hidden" : "visible" });
  });
  return group;
}
function mountTrack(root, cells, index, signal) {
  const radius = RADII.track + RADII.next * index;
  const group = addSvg(root, "g", { class: placeOf(index) });
  watch(signal, () => {
    group.replaceChildren();
    const runs = runsOf(cells.value);
    for (const run of runs) {
      const name = run.digit === null ? "run unasked" : run.kept ? "run kept" : "run";
      const gap = runs.length > 1 && run.digit !== null ? 0.7 : 0;
      addSvg(group, "path", { class: name, d: arc(run.from + gap, run.to - gap, radius) });
    }
    for (const { run, degrees } of labelsOf(runs)) {
      addSvg(group, "text", { class: "read", ...place2(degrees, radius) }).textContent = `${run.digit}`;
    }
  });
  return group;
}
function labelsOf(runs) {
  const labels = [];
  const lost = runs.filter((run) => run.digit !== null && !run.kept);
  for (const run of lost.sort((a2, b2) => b2.count - a2.count)) {
    const degrees = (run.from + run.to) / 2;
    const space = LABEL_SPACE;
    const apart = labels.every((other) => Math.abs(differenceOf(degrees, other.degrees)) >= space);
    if (run.to - run.from >= LABEL_DEGREES && apart) labels.push({ run, degrees });
  }
  return labels;
}
function differenceOf(a2, b2) {
  return ((b2 - a2) % 360 + 540) % 360 - 180;
}
function describe(demo) {
  const said = demo.networks.shown.value.map(({ round }, i2) => {
    const cells = cellsOf(round.value, ANGLES);
    const { asked, kept } = countKept(cells);
    const upright = uprightOf(round.value);
    const name = demo.networks.names.value[i2] ?? "";
    if (!upright) return `${name}: not asked yet`;
    return `${name} reads ${upright.digit} upright, and again at ${kept} of ${asked} angles`;
  });
  return `Answers all round. ${said.join(". ")}`;
}

// www/views/bars.js
var SAME = 1e-4;
var style4 = `
.panels { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; }
.panels > :only-child { grid-column: 1 / -1; }
.panel {
  display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 14px; align-content: start; min-width: 0; padding: 14px 16px;
  border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); position: relative; font-variant-numeric: tabular-nums;
}
.panel > header { grid-column: 2; }
.panel .model { color: var(--bar); overflow-wrap: anywhere; }
.panel .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.panel .digit {
  grid-row: 1 / span 2; min-width: 0.62em; align-self: start; text-align: center; color: var(--bar);
  font: 700 5rem/0.95 var(--gsa-font-digit, Georgia, "Palatino Linotype", Palatino, "P052", serif); font-variant-numeric: lining-nums;
}
.panel[data-state="blank"] .digit { color: var(--gsa-line-strong); font-weight: 400; }
.panel .bars { grid-column: 2; display: grid; gap: 4px; margin-top: 6px; font-size: 0.875rem; }
.bars li { display: grid; grid-template-columns: 3.2em minmax(0, 1fr) 3.6em; gap: 8px; align-items: center; line-height: 1.35; color: var(--gsa-muted); }
.bars .name { white-space: nowrap; }
.bars .track { height: 9px; border-radius: 2px; background: var(--gsa-sunken); overflow: hidden; }
.bars .bar { display: block; height: 100%; width: 100%; transform-origin: 0 50%; transition: transform 110ms ease-out; background: var(--bar); }
.bars li:not(.best) .bar { opacity: 0.55; }
.bars .best { color: var(--gsa-ink); font-weight: 650; }
.bars .value { text-align: right; white-space: nowrap; }
.panel footer { grid-column: 1 / -1; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; margin-top: 8px; font-size: 0.875rem; color: var(--gsa-muted); min-height: 1.45em; }
.panel .verdict { color: var(--bar); font-weight: 650; white-space: nowrap; }
.panel .count b { color: var(--gsa-ink); }
.panel .time { white-space: nowrap; }
.panel .blank { display: none; grid-column: 2; align-self: center; color: var(--gsa-muted); }
.panel[data-state="blank"] .blank { display: block; }
.panel[data-state="blank"] .bars { display: none; }
.panel .trouble { grid-column: 1 / -1; display: flex; gap: 12px; flex-direction: column; align-items: flex-start; margin-top: 8px; font-size: 0.875rem; overflow-wrap: anywhere; }
.trouble button { height: 36px; flex: none; }
.panel[data-trouble] :is(.bars, .blank, footer) { display: none; }
@container (min-width: 640px) and (max-width: 1079px) {
  .panels { grid-template-columns: minmax(0, 1fr); }
}
@container (max-width: 639px) {
  .panels { gap: 8px; }
  .panel { padding: 8px 10px; gap: 0 8px; }
  .panel .model { font-size: 0.9375rem; }
  .panel .digit { font-size: 3.4rem; }
  .panel .note { font-size: 0.75rem; }
  .panel footer { margin-top: 2px; font-size: 0.8125rem; }
  .panel .bars, .panel .time { display: none; }
}
@media (forced-colors: active) {
  .bars .bar { background: CanvasText; forced-color-adjust: none; }
}
`;
function mount4(root, demo, signal) {
  const panels = add(root, '<div class="panels"></div>');
  eachNetwork(demo, signal, (network, index, life) => [
    mountPanel(panels, demo, network, index, life)
  ]);
}
function mountPanel(root, demo, network, index, signal) {
  const rows = ["best", "second", "others"].map(
    (name) => `<li class="${name}"><span class="name"></span><span class="track"><span class="bar"></span></span><span class="value"></span></li>`
  );
  const panel = add(
    root,
    `<section class="panel ${placeOf(index)}" part="answer" data-state="blank" role="group">
      <div class="digit" part="digit"></div>
      <header><h2 class="model"></h2><p class="note"></p></header>
      <ol class="bars" part="bars">${rows.join("")}</ol>
      <p class="blank">Draw something</p>
      <div class="trouble" role="alert" hidden>
        <p></p>
        <button type="button" class="retry">Try again</button>
      </div>
      <footer><span class="verdict" title="± is the largest change of a probability since upright"></span><span class="count"></span><span class="time"></span></footer>
    </section>`
  );
  find(panel, ".retry").addEventListener("click", () => demo.loading.retry(), { signal });
  watch(signal, () => {
    const name = demo.networks.names.value[index] ?? "";
    const info = network.value?.info.value;
    find(panel, ".model").textContent = info ? titleOf(info) : name;
    find(panel, ".note").textContent = info ? `${describeGroup(info)} · ${name}` : "";
    panel.setAttribute("aria-label", `Answer of ${name}`);
  });
  watch(signal, () => {
    const why = demo.asking.blank.value;
    if (why)
      find(panel, ".blank").textContent = `Draw ${why === "nearly" ? "a little more" : "something"}`;
  });
  watch(signal, () => {
    const error = network.value?.error.value;
    const message = error && !isOfEngine(error) ? error.message : null;
    const box = find(panel, ".trouble");
    panel.toggleAttribute("data-trouble", message !== null);
    box.hidden = message === null;
    find(box, "p").textContent = message ?? "";
  });
  watch(signal, () => show(panel, network.value?.shown.value ?? null));
  watch(signal, () => {
    const round = network.value?.round.value;
    const upright = round && uprightOf(round);
    const { asked, kept } = countKept(round ? cellsOf(round, ANGLES) : []);
    const count = find(panel, ".count");
    count.replaceChildren();
    if (!upright) return;
    add(count, `<b>${kept} of ${asked}</b>`);
    count.append(` angles: still ${upright.digit}`);
  });
  return panel;
}
function show(panel, shown) {
  const { digit, probabilities, milliseconds } = shown?.prediction ?? {};
  const lost = shown?.upright && shown.upright.digit !== digit;
  panel.dataset.state = !shown ? "blank" : lost ? "lost" : "kept";
  find(panel, ".digit").textContent = String(digit ?? "–");
  find(panel, ".time").textContent = milliseconds === void 0 ? "" : formatMilliseconds(milliseconds);
  find(panel, ".verdict").textContent = shown ? describeVerdict(shown) : "";
  for (const { row, name, p: p2 } of topOf(probabilities ?? [])) {
    const line = find(panel, `.bars .${row}`);
    write(find(line, ".name"), name);
    find(line, ".bar").style.transform = `scaleX(${p2.toFixed(4)})`;
    write(find(line, ".value"), formatShare(p2));
  }
}
function topOf(probabilities) {
  if (probabilities.length === 0) return [];
  const [first, second] = [...probabilities.keys()].sort(
    (a2, b2) => probabilities[b2] - probabilities[a2]
  );
  const others = probabilities.reduce(
    (sum, p2, i2) => i2 === first || i2 === second ? sum : sum + p2,
    0
  );
  return [
    { row: "best", name: String(first), p: probabilities[first] },
    { row: "second", name: String(second), p: probabilities[second] },
    { row: "others", name: "others", p: Math.min(1, others) }
  ];
}
function describeVerdict({ prediction: { digit, probabilities }, angle, upright }) {
  if (angle === 0) return "upright";
  if (!upright) return "";
  if (upright.digit !== digit) return `✗ upright: ${upright.digit}`;
  const shift = shiftBetween(upright.probabilities, probabilities);
  return shift < SAME ? "✓ same as upright" : `✓ as upright ±${formatPoints(shift)}`;
}
function titleOf({ group }) {
  return group.order === 1 ? "Ordinary" : "Built to turn";
}
function describeGroup({ group }) {
  if (group.order === 1) return "no rotations";
  const mirrors = group.elements.some((element) => element.mirror);
  const turns = mirrors ? group.order / 2 : group.order;
  if (turns === 1) return "mirrors";
  return `${turns} rotations${mirrors ? " and mirrors" : ""}`;
}

// www/views/caption.js
var caption_exports = {};
__export(caption_exports, {
  mount: () => mount5,
  style: () => style5
});
var DOUBT = 0.01;
var TWINS = "Upside down, a 6 is a 9: whoever ignores turns has only small habits of the hand to go by, and both share the probability.";
var CAPTION = "Draw in the middle, or take a digit. Line: how sure a network is of its upright answer, from not at all (at the drawing) to certain. Numbers on a ring: what it reads there instead.";
var style5 = `
.caption { width: min(100%, 536px); color: var(--gsa-muted); font-size: 0.875rem; }
.caption .key { display: flex; flex-wrap: wrap; gap: 0 16px; font-weight: 600; }
.caption .main { color: var(--gsa-accent); }
.caption .other { color: var(--gsa-other); }
`;
function mount5(root, demo, signal) {
  const caption = add(
    root,
    `<div class="caption">
      <p class="key" aria-hidden="true"><span class="main"></span><span class="other"></span></p>
      <p class="text"></p>
    </div>`
  );
  watch(signal, () => {
    const [inner, outer] = demo.networks.names.value;
    write(find(caption, ".key .main"), outer ? `inner ring: ${inner}` : "");
    write(find(caption, ".key .other"), outer ? `outer ring: ${outer}` : "");
  });
  watch(signal, () => {
    const upright = demo.networks.shown.value.at(0)?.shown.value?.upright;
    write(find(caption, ".text"), upright && isSixOrNine(upright.probabilities) ? TWINS : CAPTION);
  });
}
function isSixOrNine(probabilities) {
  const [first, second] = [...probabilities.keys()].sort(
    (a2, b2) => probabilities[b2] - probabilities[a2]
  );
  const both = [first, second].every((digit) => digit === 6 || digit === 9);
  return both && probabilities[second] >= DOUBT;
}

// www/views/chooser.js
var chooser_exports = {};
__export(chooser_exports, {
  mount: () => mount6,
  style: () => style6
});
var style6 = `
.inside-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: flex-end; gap: 12px 24px; }
.inside-head > div:first-child { flex: 1 1 20rem; }
.inside-head p { color: var(--gsa-muted); font-size: 0.875rem; }
.choose { display: flex; flex-wrap: wrap; gap: 8px 16px; }
.choose label { display: inline-flex; align-items: center; gap: 8px; font-size: 0.875rem; color: var(--gsa-muted); }
.choose select, .choose input { color: var(--gsa-ink); }
.choose select { padding: 0 8px; max-width: 13em; }
.stepper { display: inline-flex; }
.stepper button { width: 36px; padding: 0; font-size: 1.2rem; line-height: 1; }
.stepper .less { border-radius: 10px 0 0 10px; }
.stepper .more { border-radius: 0 10px 10px 0; }
.stepper input { width: 3.2em; text-align: center; border-radius: 0; border-inline: 0; -moz-appearance: textfield; appearance: textfield; font-variant-numeric: tabular-nums; }
.stepper input::-webkit-inner-spin-button, .stepper input::-webkit-outer-spin-button { -webkit-appearance: none; margin: 0; }
.stepper :focus-visible { z-index: 1; }
`;
function mount6(root, { looking }, signal) {
  const head = add(
    root,
    `<header class="inside-head">
      <div>
        <h2>Inside the networks</h2>
        <p>One feature map for each rotation of the group, at its angle on the circle. Ink is positive, violet negative. Shown first: the channel whose maps differ most.</p>
      </div>
      <div class="choose">
        <label>Layer <select class="layer"></select></label>
        <label class="channel-label">Channel
          <span class="stepper">
            <button type="button" class="less" aria-label="Previous channel">‹</button>
            <input class="channel" type="number" inputmode="numeric" min="1" value="1" />
            <button type="button" class="more" aria-label="Next channel">›</button>
          </span>
        </label>
      </div>
    </header>`
  );
  const layer = (
    /** @type {HTMLSelectElement} */
    find(head, ".layer")
  );
  const channel = (
    /** @type {HTMLInputElement} */
    find(head, ".channel")
  );
  const show4 = () => {
    const { layer: index, channel: number, channels } = looking.at.value;
    layer.value = String(index);
    channel.value = String(number + 1);
    channel.max = String(channels);
  };
  layer.addEventListener("change", () => looking.chooseLayer(Number(layer.value) || 0), { signal });
  const typed = () => {
    looking.chooseChannel(Math.round(Number(channel.value)) - 1 || 0);
    show4();
  };
  channel.addEventListener("change", typed, { signal });
  for (
    const [name, step] of
    /** @type {const} */
    [
      [".less", -1],
      [".more", 1]
    ]
  ) {
    const button = find(head, name);
    button.addEventListener(
      "click",
      () => looking.chooseChannel(looking.at.peek().channel + step),
      { signal }
    );
  }
  watch(signal, () => {
    const layers = looking.layers.value;
    const listed = Array.from(layer.options, (option) => option.text);
    const names = layers.map(({ name }) => name);
    if (names.join("\n") !== listed.join("\n")) {
      layer.replaceChildren(...layers.map(({ index, name }) => new Option(name, String(index))));
    }
    if (layers.length > 0) show4();
  });
}

// www/views/dial.js
var dial_exports = {};
__export(dial_exports, {
  mount: () => mount8,
  style: () => style8,
  turnByKey: () => turnByKey
});

// www/ui/canvas.js
var painters = /* @__PURE__ */ new WeakMap();
var Painter = class {
  #canvas;
  #paint;
  #frame = 0;
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(sheet: Sheet) => void} paint  on a cleared canvas
   * @param {AbortSignal} signal  ends it
   */
  constructor(canvas, paint2, signal) {
    this.#canvas = canvas;
    this.#paint = paint2;
    painters.set(canvas, this);
    const observer = new ResizeObserver(() => this.invalidate());
    observer.observe(canvas);
    signal.addEventListener("abort", () => {
      observer.disconnect();
      cancelAnimationFrame(this.#frame);
    });
  }
  invalidate() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.paint();
    });
  }
  /** Paints now, unless it is not shown. */
  paint() {
    const canvas = this.#canvas;
    const width = canvas.clientWidth;
    const context2 = canvas.getContext("2d");
    if (width === 0 || !context2) return;
    const size = Math.round(width * Math.min(3, devicePixelRatio || 1));
    if (canvas.width !== size || canvas.height !== size) canvas.width = canvas.height = size;
    else context2.clearRect(0, 0, size, size);
    this.#paint({ context: context2, size, ...paletteOf(canvas) });
  }
};
function paletteOf(element) {
  const style16 = getComputedStyle(element);
  const colour = (name) => style16.getPropertyValue(`--gsa-${name}`).trim();
  return { colour, dark: colour("dark") === "1" };
}
function paintNow(canvas) {
  painters.get(canvas)?.paint();
}
var scratches = /* @__PURE__ */ new WeakMap();
function drawPixels(context2, image, x2, y2, size) {
  let scratch = scratches.get(context2);
  if (!scratch) scratches.set(context2, scratch = document.createElement("canvas"));
  scratch.width = image.width;
  scratch.height = image.height;
  scratch.getContext("2d")?.putImageData(image, 0, 0);
  context2.imageSmoothingEnabled = false;
  context2.drawImage(scratch, x2, y2, size, size);
}
function paintGrey(grey) {
  const side = Math.sqrt(grey.length);
  const image = new ImageData(side, side);
  for (let i2 = 0; i2 < grey.length; i2++) {
    const value = Math.round(255 * Math.min(1, Math.max(0, grey[i2])));
    image.data.set([value, value, value, 255], 4 * i2);
  }
  return image;
}

// www/views/pad.js
var PEN = 0.062;
var REACH2 = 0.5 - PEN / 2;
var style7 = `
.pad {
  position: absolute; border-radius: 50%;
  background: var(--gsa-surface); box-shadow: 0 0 0 1px var(--gsa-line-strong);
  cursor: crosshair; touch-action: none;
  -webkit-touch-callout: none; -webkit-tap-highlight-color: transparent;
}
.pad:focus-visible { outline-offset: 1px; }
.hint {
  position: absolute; display: grid; place-content: center; gap: 2px; text-align: center;
  color: var(--gsa-muted); pointer-events: none; transition: opacity 150ms;
}
.hint > * { justify-self: center; padding: 0 6px; background: var(--gsa-surface); }
.hint b { font-size: 1.0625rem; font-weight: 600; color: var(--gsa-ink); }
.hint::before {
  content: ""; justify-self: center; width: 10px; height: 10px; margin-bottom: 10px; border-radius: 50%; background: var(--gsa-accent);
}
.pad:not([data-blank]) ~ .hint { opacity: 0; }
.pad:is([data-drawing], [data-keys]) ~ .hint { opacity: 0; }
.keys { position: absolute; inset: auto 0 32%; display: none; text-align: center; font-size: 0.8125rem; color: var(--gsa-muted); pointer-events: none; }
.pad[data-keys] ~ .keys { display: block; }
`;
function mount7(root, demo, signal) {
  const canvas = (
    /** @type {HTMLCanvasElement} */
    add(root, '<canvas class="pad" part="pad" tabindex="0" role="application"></canvas>')
  );
  add(
    root,
    '<p class="hint" aria-hidden="true"><b>Draw a digit</b><span>or take one from below</span></p>'
  );
  add(root, '<p class="keys" aria-hidden="true">Arrows move, Space draws, Enter ends</p>');
  listenToPointers(canvas, demo, signal);
  listenToKeys(canvas, demo, signal);
  const { drawing, turning } = demo;
  const painter = new Painter(canvas, (sheet) => paint(sheet, demo), signal);
  watch(signal, () => {
    void [drawing.strokes.value, drawing.pen.value, turning.angle.value, demo.dark.value];
    painter.invalidate();
  });
  watch(signal, () => {
    const { down, keys } = drawing.pen.value;
    canvas.toggleAttribute("data-blank", drawing.isEmpty.value);
    canvas.toggleAttribute("data-drawing", down);
    canvas.toggleAttribute("data-keys", keys !== null);
  });
  watch(signal, () => {
    const count = drawing.strokes.value.length;
    const drawn = count === 0 ? "empty" : count === 1 ? "one stroke" : `${count} strokes`;
    const label = `Drawing pad, ${drawn}, ${describeAngle(turning.angle.value)}. Arrow keys turn it. Enter begins to draw with keys: arrows move the pen, space lowers and lifts it.`;
    if (canvas.getAttribute("aria-label") !== label) canvas.setAttribute("aria-label", label);
  });
}
function listenToPointers(canvas, { drawing, turning }, signal) {
  let pointer = null;
  const draws = ({ pointerId }) => pointer === pointerId && drawing.pen.peek().down;
  const locate = (event) => {
    const box = canvas.getBoundingClientRect();
    if (!(box.width > 0)) return [];
    let x2 = (event.clientX - box.left) / box.width - 0.5;
    let y2 = (event.clientY - box.top) / box.height - 0.5;
    const radius = Math.hypot(x2, y2);
    if (radius > REACH2) {
      x2 *= REACH2 / radius;
      y2 *= REACH2 / radius;
    }
    return [turnPoint({ x: x2 + 0.5, y: y2 + 0.5 }, -turning.angle.peek())];
  };
  const down = (event) => {
    const { down: isDown, keys } = drawing.pen.peek();
    if (!event.isPrimary || event.button !== 0 || isDown && !keys) return;
    const [point2] = locate(event);
    if (!point2 || !drawing.begin(point2)) return;
    pointer = event.pointerId;
    event.preventDefault();
    canvas.focus({ preventScroll: true });
    try {
      canvas.setPointerCapture(event.pointerId);
    } catch {
    }
  };
  const move = (event) => {
    if (!draws(event)) return;
    const events = event.getCoalescedEvents?.() ?? [];
    drawing.extend((events.length > 0 ? events : [event]).flatMap(locate));
  };
  const up = (event) => {
    if (draws(event)) drawing.end();
    if (pointer === event.pointerId) pointer = null;
  };
  const cancel = (event) => {
    if (draws(event)) drawing.cancel();
    if (pointer === event.pointerId) pointer = null;
  };
  canvas.addEventListener("pointerdown", down, { signal });
  canvas.addEventListener("pointermove", move, { signal });
  canvas.addEventListener("pointerup", up, { signal });
  canvas.addEventListener("pointercancel", cancel, { signal });
  canvas.addEventListener("lostpointercapture", up, { signal });
  canvas.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
}
function listenToKeys(canvas, { drawing, turning }, signal) {
  const upright = (point2) => turnPoint(point2, -turning.angle.peek());
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const { down, keys } = drawing.pen.peek();
    if (!keys) {
      if (key !== "Enter") return;
      event.preventDefault();
      drawing.writeByKeys({ x: 0.5, y: 0.5 });
      return;
    }
    const step = event.shiftKey ? 0.01 : 0.04;
    const moves = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step]
    };
    if (key === "Enter" || key === "Escape") drawing.writeByKeys(null);
    else if (key === " " && down) drawing.end();
    else if (key === " ") drawing.begin(upright(keys), keys);
    else if (Object.hasOwn(moves, key)) {
      const to = { x: keys.x + moves[key][0], y: keys.y + moves[key][1] };
      const inside = Math.hypot(to.x - 0.5, to.y - 0.5) <= REACH2;
      if (inside && down) drawing.extend([upright(to)], to);
      else if (inside) drawing.moveKeys(to);
    } else return;
    event.preventDefault();
  };
  canvas.addEventListener("keydown", press, { signal });
  const leave = () => drawing.pen.peek().keys && drawing.writeByKeys(null);
  canvas.addEventListener("blur", leave, { signal });
}
function paint({ context: context2, size, colour }, { drawing, turning }) {
  context2.save();
  context2.scale(size, size);
  context2.save();
  context2.translate(0.5, 0.5);
  context2.rotate(-turning.angle.peek() * Math.PI / 180);
  context2.translate(-0.5, -0.5);
  paintFrame(context2, colour("line"), colour("muted"));
  context2.strokeStyle = colour("ink");
  context2.lineWidth = PEN;
  context2.lineCap = context2.lineJoin = "round";
  for (const stroke of drawing.strokes.peek()) {
    context2.beginPath();
    traceStroke(context2, stroke);
    context2.stroke();
  }
  context2.restore();
  paintCursor(context2, drawing.pen.peek(), colour("accent"));
  context2.restore();
}
function paintFrame(context2, line, muted) {
  context2.strokeStyle = line;
  context2.lineWidth = 3e-3;
  context2.setLineDash([8e-3, 0.012]);
  context2.beginPath();
  context2.moveTo(0.06, 0.5);
  context2.lineTo(0.94, 0.5);
  context2.moveTo(0.5, 0.06);
  context2.lineTo(0.5, 0.94);
  context2.stroke();
  context2.setLineDash([]);
  context2.fillStyle = muted;
  context2.beginPath();
  context2.moveTo(0.5, 0.02);
  context2.lineTo(0.516, 0.047);
  context2.lineTo(0.484, 0.047);
  context2.fill();
}
function paintCursor(context2, { down, keys }, colour) {
  if (!keys) return;
  context2.strokeStyle = context2.fillStyle = colour;
  context2.lineWidth = 8e-3;
  context2.beginPath();
  context2.arc(keys.x, keys.y, down ? PEN / 2 : PEN * 0.7, 0, 2 * Math.PI);
  if (down) context2.fill();
  else context2.stroke();
}

// www/views/dial.js
var HOLD_DEGREES = 3;
var STEPS = {
  ArrowRight: 5,
  ArrowUp: 5,
  ArrowLeft: -5,
  ArrowDown: -5,
  PageUp: 90,
  PageDown: -90
};
var share = (radius) => (50 * radius / RADII.half).toFixed(2);
var style8 = `
.dial { position: relative; width: min(100%, 536px); aspect-ratio: 1; cursor: pointer; -webkit-user-select: none; user-select: none; }
${style3}
${style7}
:is(.pad, .hint) { inset: calc(50% - ${share(RADII.pad)}%); }
.pad { width: calc(2 * ${share(RADII.pad)}%); height: calc(2 * ${share(RADII.pad)}%); }
.arm { position: absolute; left: 50%; bottom: 50%; width: 0; height: ${share(RADII.knob)}%; transform-origin: 50% 100%; pointer-events: none; transform: rotate(var(--angle, 0deg)); }
.arm::before {
  content: ""; position: absolute; left: -1px; width: 2px; top: 0; bottom: ${(100 * RADII.unsure / RADII.knob).toFixed(2)}%; background: var(--gsa-ink);
}
.knob {
  position: absolute; left: 0; top: 0; width: 44px; height: 44px; margin: -22px; border-radius: 50%;
  display: grid; place-items: center; pointer-events: auto; cursor: grab; touch-action: none; -webkit-tap-highlight-color: transparent;
}
.knob::before {
  content: ""; position: absolute; inset: 2px; border-radius: 50%;
  background: var(--gsa-ink); box-shadow: 0 0 0 2px var(--gsa-surface);
}
.knob:active { cursor: grabbing; }
.knob:focus-visible { outline-offset: -1px; }
.angle {
  position: relative; transform: rotate(calc(-1 * var(--angle, 0deg))); pointer-events: none;
  color: var(--gsa-ground); font-size: 0.8125rem; line-height: 1; font-weight: 700; font-variant-numeric: tabular-nums;
}
@media (forced-colors: active) {
  .knob::before { background: Highlight; forced-color-adjust: none; }
  .angle { color: HighlightText; forced-color-adjust: none; }
}
`;
function mount8(root, demo, signal) {
  const dial = add(root, '<div class="dial" part="dial"></div>');
  mount3(dial, demo, signal);
  mount7(dial, demo, signal);
  const arm = add(
    dial,
    `<div class="arm"><div class="knob" part="knob" role="slider" tabindex="0"
      aria-label="Turn the drawing" aria-valuemin="0" aria-valuemax="359"><span class="angle" part="angle" aria-hidden="true"></span></div></div>`
  );
  const knob = find(arm, ".knob");
  listen(dial, knob, demo, signal);
  knob.addEventListener("keydown", (event) => turnByKey(demo, event), { signal });
  watch(signal, () => {
    const degrees = demo.turning.angle.value;
    const shown = String(Math.round(degrees) % 360);
    dial.style.setProperty("--angle", `${-degrees}deg`);
    find(dial, ".angle").textContent = `${shown}°`;
    knob.setAttribute("aria-valuenow", shown);
    knob.setAttribute("aria-valuetext", describeAngle(degrees));
  });
  return dial;
}
function turnByKey({ turning }, event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  let degrees;
  if (event.key === "Home") degrees = 0;
  else if (event.key === "End") degrees = 359;
  else if (event.key in STEPS) {
    const step = STEPS[event.key];
    degrees = turning.angle.peek() + (event.shiftKey && Math.abs(step) === 5 ? step / 5 : step);
  } else return;
  event.preventDefault();
  turning.turn(normalise(Math.round(degrees * 10) / 10));
}
function listen(dial, knob, { turning }, signal) {
  let grip = null;
  let tap = null;
  const placeOf2 = (event) => {
    const box = dial.getBoundingClientRect();
    const x2 = event.clientX - box.left - box.width / 2;
    const y2 = event.clientY - box.top - box.height / 2;
    return { degrees: bearing(x2, y2), radius: Math.hypot(x2, y2) / box.width };
  };
  const turn = (degrees, finished) => {
    const quarter = Math.round(degrees / 90) * 90;
    const held = Math.abs(degrees - quarter) <= HOLD_DEGREES ? quarter : degrees;
    turning.turn(normalise(Math.round(held * 10) / 10), finished);
  };
  const down = (event) => {
    if (!event.isPrimary || event.button !== 0 || grip) return;
    const onKnob = event.target === knob || knob.contains(
      /** @type {Node} */
      event.target
    );
    if (!onKnob && event.target instanceof HTMLCanvasElement) return;
    const { degrees, radius } = placeOf2(event);
    if (!onKnob && radius > 0.53) return;
    if (!onKnob && event.pointerType === "touch") {
      tap = event.pointerId;
      return;
    }
    event.preventDefault();
    knob.focus({ preventScroll: true });
    try {
      dial.setPointerCapture(event.pointerId);
    } catch {
    }
    grip = { id: event.pointerId, offset: onKnob ? degrees - turning.angle.peek() : 0 };
    if (!onKnob) turn(degrees, false);
  };
  const move = (event) => {
    if (grip?.id === event.pointerId) turn(placeOf2(event).degrees - grip.offset, false);
  };
  const release = (event) => {
    if (grip?.id !== event.pointerId) return;
    grip = null;
    turning.turn(turning.angle.peek());
  };
  const up = (event) => {
    if (tap === event.pointerId) turn(placeOf2(event).degrees, true);
    else release(event);
    if (tap === event.pointerId) tap = null;
  };
  const cancel = (event) => {
    if (tap === event.pointerId) tap = null;
    else release(event);
  };
  dial.addEventListener("pointerdown", down, { signal });
  dial.addEventListener("pointermove", move, { signal });
  dial.addEventListener("pointerup", up, { signal });
  dial.addEventListener("pointercancel", cancel, { signal });
}

// www/views/errors.js
var errors_exports = {};
__export(errors_exports, {
  mount: () => mount9,
  style: () => style9,
  wants: () => wants2
});
var ROUNDING = 2e-4;
var style9 = `
.errors { width: 100%; max-width: 720px; border-collapse: collapse; font-size: 0.9375rem; }
.errors caption { text-align: start; padding-bottom: 6px; font-weight: 650; }
.errors .sub { display: inline-block; font-weight: 400; color: var(--gsa-muted); font-size: 0.875rem; }
.errors :is(th, td) { padding: 8px 0 8px 12px; border-top: 1px solid var(--gsa-line); text-align: end; font-variant-numeric: tabular-nums; vertical-align: baseline; }
.errors thead :is(th, td) { border-top: 0; padding-block: 0 6px; font-weight: 600; overflow-wrap: anywhere; }
.errors tbody th { text-align: start; padding-left: 0; font-weight: 400; }
.errors tbody td { min-width: 6.4em; font-weight: 600; transition: opacity 120ms; }
.errors tbody td small { min-height: 1.45em; }
.errors .resampling td small { min-height: 0; }
.errors small { display: block; font-weight: 400; font-size: 0.8125rem; color: var(--gsa-muted); }
.errors thead b { font-weight: inherit; }
.errors td.stale { opacity: 0.4; }
.errors .resampling :is(th, td) { border-top: 0; padding-top: 0; color: var(--gsa-muted); font-weight: 400; }
`;
function wants2(demo) {
  const { subject, looking, turning, drawing } = demo;
  const angle = turning.angle.peek();
  const quarterTurns = quarterFor(angle);
  for (const network of demo.networks.loaded.peek()) {
    const { url, quarters, measured } = network;
    const { layer } = looking.viewOf(network);
    if (!quarters.has(`${layer}/${quarterTurns}`)) {
      return { kind: "quarter", ...subject, url, layer, quarterTurns };
    }
    const last = measured.peek();
    if (last?.drawing !== drawing.version.peek() || last.layer !== layer || last.angle !== angle) {
      return { kind: "turn", ...subject, url, layer, angle };
    }
  }
  return null;
}
function mount9(root, demo, signal) {
  const table = add(
    root,
    `<table class="errors" part="errors">
      <caption>Relative equivariance error of this layer <span class="sub">‖<i>f</i>(<i>gp</i>) − <i>g f</i>(<i>p</i>)‖ / ‖<i>f</i>(<i>p</i>)‖, all channels</span></caption>
      <thead><tr><td></td></tr></thead>
      <tbody>
        <tr class="quarter"><th scope="row">Turned by <b class="quarter-angle"></b> exactly</th></tr>
        <tr class="turn"><th scope="row">Turned by <b class="turn-angle"></b>, as the dial stands</th></tr>
        <tr class="resampling"><th scope="row">Resampling the maps alone</th></tr>
      </tbody>
    </table>`
  );
  eachNetwork(
    demo,
    signal,
    (network, index, life) => mountColumn(table, demo, network, index, life)
  );
  watch(signal, () => {
    const turns = quarterFor(demo.study.restedAt.value);
    find(table, ".quarter-angle").textContent = `${90 * turns}°`;
  });
  watch(signal, () => {
    find(table, ".turn-angle").textContent = `${Math.round(demo.turning.angle.value)}°`;
  });
  demo.study.join(wants2, near(table, signal), signal);
}
function mountColumn(table, demo, network, index, signal) {
  const { drawing, turning, looking, networks } = demo;
  const place3 = placeOf(index);
  const head = document.createElement("th");
  head.scope = "col";
  head.className = index === 0 ? "main-name" : "other-name other";
  head.append(document.createElement("b"), document.createElement("small"));
  find(table, "thead tr").append(head);
  const [quarter, turn, resampling] = ["quarter", "turn", "resampling"].map((name) => {
    const cell = document.createElement("td");
    cell.className = place3;
    find(table, `.${name}`).append(cell);
    return cell;
  });
  watch(signal, () => {
    find(head, "b").textContent = networks.names.value[index] ?? "";
    const layer = network.value && looking.layerOf(network.value)?.name;
    const chosen = looking.layers.value[looking.at.value.layer]?.name;
    find(head, "small").textContent = layer && layer !== chosen ? layer : "";
  });
  watch(signal, () => show2(quarter, turn, resampling, network.value?.measured.value ?? null));
  const isOfAnother = O(() => {
    const measured = network.value?.measured.value;
    if (!network.value || !measured) return !drawing.isEmpty.value;
    const { layer } = looking.viewOf(network.value);
    return measured.drawing !== drawing.version.value || measured.layer !== layer;
  });
  const isTurned = O(() => {
    const measured = network.value?.measured.value;
    return isOfAnother.value || !!measured && measured.angle !== turning.angle.value;
  });
  watch(signal, () => {
    quarter.classList.toggle("stale", isOfAnother.value);
    for (const cell of [turn, resampling]) cell.classList.toggle("stale", isTurned.value);
  });
  return [head, quarter, turn, resampling];
}
function show2(quarterCell, turnCell, resamplingCell, measured) {
  if (!measured) {
    for (const cell of [quarterCell, turnCell, resamplingCell]) fill(cell, "–", "");
    return;
  }
  const { quarter, turn } = measured;
  fill(
    quarterCell,
    formatError(quarter),
    quarter < ROUNDING ? "exact, up to rounding" : "not equivariant"
  );
  const ratio = turn.resampling > ROUNDING ? turn.error / turn.resampling : 0;
  if (ratio) fill(turnCell, `${ratio.toFixed(2)} × resampling`, formatError(turn.error));
  else fill(turnCell, formatError(turn.error), "");
  fill(resamplingCell, formatError(turn.resampling), "");
}
function fill(cell, text, note) {
  const small = document.createElement("small");
  small.textContent = note;
  cell.replaceChildren(text, small);
}

// www/views/maps.js
var maps_exports = {};
__export(maps_exports, {
  mount: () => mount10,
  style: () => style10
});

// www/ui/colour.js
function oklchToLinear(lightness, chroma, hue) {
  const angle = hue * Math.PI / 180;
  const a2 = chroma * Math.cos(angle);
  const b2 = chroma * Math.sin(angle);
  const l2 = (lightness + 0.3963377774 * a2 + 0.2158037573 * b2) ** 3;
  const m2 = (lightness - 0.1055613458 * a2 - 0.0638541728 * b2) ** 3;
  const s2 = (lightness - 0.0894841775 * a2 - 1.291485548 * b2) ** 3;
  return [
    4.0767416621 * l2 - 3.3077115913 * m2 + 0.2309699292 * s2,
    -1.2684380046 * l2 + 2.6097574011 * m2 - 0.3413193965 * s2,
    -0.0041960863 * l2 - 0.7034186147 * m2 + 1.707614701 * s2
  ];
}
function oklch(lightness, chroma, hue) {
  let linear = oklchToLinear(lightness, chroma, hue);
  for (let c2 = chroma; c2 > 0 && linear.some((v2) => v2 < -1e-4 || v2 > 1.0001); c2 -= 4e-3) {
    linear = oklchToLinear(lightness, Math.max(0, c2 - 4e-3), hue);
  }
  const [r2, g2, b2] = linear.map((v2) => {
    const clipped = Math.min(1, Math.max(0, v2));
    const encoded = clipped <= 31308e-7 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(255 * encoded);
  });
  return [r2, g2, b2];
}
var HUE = 310;
var STEPS2 = 255;
var tables = /* @__PURE__ */ new Map();
function divergingTable(dark) {
  let table = tables.get(dark);
  if (!table) {
    table = new Uint8ClampedArray(3 * STEPS2);
    const zero = dark ? 0.23 : 0.99;
    const [violet, ink] = dark ? [0.6, 0.93] : [0.55, 0.22];
    for (let i2 = 0; i2 < STEPS2; i2++) {
      const t2 = 2 * i2 / (STEPS2 - 1) - 1;
      const size = Math.abs(t2);
      const [end, chroma] = t2 < 0 ? [violet, 0.17 * size ** 0.85] : [ink, 0];
      table.set(oklch(zero + (end - zero) * size, chroma, HUE), 3 * i2);
    }
    tables.set(dark, table);
  }
  return table;
}
function paintMap(values, cols, limit, dark) {
  const table = divergingTable(dark);
  const image = new ImageData(cols, values.length / cols);
  const half = (STEPS2 - 1) / 2;
  for (let i2 = 0; i2 < values.length; i2++) {
    const t2 = limit > 0 ? values[i2] / limit : 0;
    const step = Math.round(half + half * Math.min(1, Math.max(-1, t2))) || 0;
    image.data.set(table.subarray(3 * step, 3 * step + 3), 4 * i2);
    image.data[4 * i2 + 3] = 255;
  }
  return image;
}

// www/views/ring.js
var FEW = 4;
function arrange(elements) {
  if (elements.length === 1) return [{ x: 0.5, y: 0.5, half: 0.3, angle: 0 }];
  const mirrored = elements.some((element) => element.mirror);
  const onRing = mirrored ? elements.length / 2 : elements.length;
  const chord = onRing > 1 ? Math.sin(Math.PI / onRing) : 1;
  const half = Math.min(0.152, mirrored ? 0.3 * 0.68 * chord : 0.32 * chord * 0.94);
  const radius = 0.485 - half;
  return elements.map(({ degrees, mirror }) => {
    const angle = (degrees + 90) * Math.PI / 180;
    const r2 = mirror ? radius * 0.48 : radius;
    const size = mirror ? half * 0.62 : half;
    return { x: 0.5 + r2 * Math.cos(angle), y: 0.5 - r2 * Math.sin(angle), half: size, angle };
  });
}
function middle(places) {
  return places.length > FEW ? 0.07 : Math.min(0.1, 0.36 - 2 * places[0].half);
}
function paintRing(sheet, elements, scene) {
  const { context: context2, size, colour, dark } = sheet;
  const places = arrange(elements);
  const line = colour("line-strong");
  if (elements.length > 1) {
    const { x: x2, y: y2 } = places[0];
    context2.strokeStyle = line;
    context2.lineWidth = size / 300;
    context2.beginPath();
    context2.arc(size / 2, size / 2, size * Math.hypot(x2 - 0.5, y2 - 0.5), 0, 2 * Math.PI);
    context2.stroke();
    if (scene && !elements.some((element) => element.mirror)) {
      paintTile(sheet, paintGrey(scene.centre), { x: 0.5, y: 0.5, half: middle(places) }, line);
    }
  }
  if (scene) {
    const { rows, cols, maps } = scene.maps;
    for (const [i2, place3] of places.entries()) {
      const values = maps.subarray(i2 * rows * cols, (i2 + 1) * rows * cols);
      paintTile(sheet, paintMap(values, cols, scene.limit, dark), place3, line);
    }
  } else {
    paintOutlines(sheet, places, line);
  }
  paintLabels(sheet, elements, places);
}
function paintOutlines({ context: context2, size, colour }, places, line) {
  context2.strokeStyle = line;
  context2.fillStyle = colour("surface");
  context2.lineWidth = Math.max(1, size / 400);
  context2.setLineDash([size / 90, size / 90]);
  for (const { x: x2, y: y2, half } of places) {
    const box = [(x2 - half) * size, (y2 - half) * size, 2 * half * size, 2 * half * size];
    context2.fillRect(box[0], box[1], box[2], box[3]);
    context2.strokeRect(box[0], box[1], box[2], box[3]);
  }
  context2.setLineDash([]);
}
function paintTile({ context: context2, size }, image, { x: x2, y: y2, half }, line) {
  const left = Math.round((x2 - half) * size);
  const top = Math.round((y2 - half) * size);
  const side = Math.round(2 * half * size);
  drawPixels(context2, image, left, top, side);
  context2.strokeStyle = line;
  context2.lineWidth = Math.max(1, size / 400);
  context2.strokeRect(left, top, side, side);
}
function paintLabels({ context: context2, size, colour }, elements, places) {
  if (elements.length < 2 || elements.some((e2) => e2.mirror)) return;
  context2.fillStyle = colour("muted");
  context2.textBaseline = "middle";
  const height = Math.max(10.5 * (devicePixelRatio || 1), size * 0.04);
  context2.font = `${height}px ui-sans-serif, system-ui, sans-serif`;
  if (elements.length > FEW) {
    paintLabelsInside(context2, size, elements, places, height);
    return;
  }
  const gap = size * 0.032;
  for (const [i2, { x: x2, y: y2, half, angle }] of places.entries()) {
    const [right, up] = [-Math.sin(angle), Math.cos(angle)];
    context2.textAlign = right > 0.5 ? "left" : right < -0.5 ? "right" : "center";
    context2.fillText(
      `${Math.round(elements[i2].degrees)}°`,
      size * (x2 + right * half) + right * gap * 0.6,
      size * (y2 - up * half) - up * gap
    );
  }
}
function paintLabelsInside(context2, size, elements, places, height) {
  context2.textAlign = "center";
  const { x: x2, y: y2, half } = places[0];
  const inner = Math.hypot(x2 - 0.5, y2 - 0.5) - half;
  const radius = size * (inner + middle(places)) / 2;
  const labels = elements.map(({ degrees }, i2) => {
    const text = `${Math.round(degrees)}°`;
    const { angle } = places[i2];
    const [x3, y3] = [size / 2 + radius * Math.cos(angle), size / 2 - radius * Math.sin(angle)];
    const width = context2.measureText(text).width;
    return { text, degrees, box: { x: x3, y: y3, width, height } };
  });
  const taken = places.map(({ x: x3, y: y3, half: half2 }) => square(size, x3, y3, half2));
  taken.push(square(size, 0.5, 0.5, middle(places)));
  for (const shown of [labels, labels.filter(({ degrees }) => Math.round(degrees) % 90 === 0)]) {
    const boxes = shown.map(({ box }) => box);
    if (boxes.some((box, i2) => [...taken, ...boxes.slice(0, i2)].some((b2) => meet(box, b2))))
      continue;
    for (const { text, box } of shown) context2.fillText(text, box.x, box.y);
    return;
  }
}
function square(size, x2, y2, half) {
  return { x: size * x2, y: size * y2, width: 2 * size * half, height: 2 * size * half };
}
function meet(a2, b2) {
  const [dx, dy] = [Math.abs(a2.x - b2.x), Math.abs(a2.y - b2.y)];
  return 2 * dx < a2.width + b2.width && 2 * dy < a2.height + b2.height;
}

// www/views/maps.js
var style10 = `
.cards { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
.card { display: grid; grid-template: auto 1fr / minmax(0, 1fr); gap: 10px; min-width: 0; padding: 14px; border: 1px solid var(--gsa-line); border-radius: 14px; background: var(--gsa-surface); }
.card header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; overflow-wrap: anywhere; }
.card .note { color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.35; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.pair figure { display: grid; gap: 6px; justify-items: center; min-width: 0; }
.pair canvas { width: min(100%, 300px); aspect-ratio: 1; }
.pair figcaption { font-size: 0.8125rem; color: var(--gsa-muted); text-align: center; font-variant-numeric: tabular-nums; }
.legend { display: flex; justify-content: center; align-items: center; gap: 8px; color: var(--gsa-muted); font-size: 0.875rem; line-height: 1; }
.ramp { width: 180px; height: 8px; border-radius: 4px; }
@container (min-width: 900px) and (max-width: 1079px) {
  .cards { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .cards > :only-child { grid-column: 1 / -1; }
}
@container (max-width: 420px) {
  .card { padding: 12px 8px; }
  .pair { gap: 4px; }
}
`;
function mount10(root, demo, signal) {
  const cards = add(root, '<div class="cards"></div>');
  eachNetwork(demo, signal, (network, index, life) => [
    mountCard(cards, demo, network, index, life)
  ]);
  const legend = add(
    root,
    '<div class="legend" aria-hidden="true"><span>−</span><canvas class="ramp"></canvas><span>+</span></div>'
  );
  const ramp = (
    /** @type {HTMLCanvasElement} */
    find(legend, ".ramp")
  );
  watch(signal, () => {
    void demo.dark.value;
    paintRamp(ramp);
  });
  demo.study.joinAnswers("maps", near(cards, signal), signal);
}
function mountCard(root, demo, network, index, signal) {
  const card = add(
    root,
    `<section class="card ${placeOf(index)}" part="maps" role="group">
      <header><h3 class="model"></h3><p class="note"></p></header>
      <div class="pair">
        <figure>
          <canvas class="live" role="img" aria-label="Feature maps as computed"></canvas>
          <figcaption>as computed</figcaption>
        </figure>
        <figure>
          <canvas class="still" role="img" aria-label="The same maps, turned back"></canvas>
          <figcaption>turned back <span class="by"></span></figcaption>
        </figure>
      </div>
    </section>`
  );
  watch(signal, () => {
    const name = demo.networks.names.value[index] ?? "";
    find(card, ".model").textContent = name;
    card.setAttribute("aria-label", `Feature maps of ${name}`);
  });
  watch(signal, () => {
    const info = network.value?.info.value;
    const maps = info ? describeMaps(info) : "";
    const layer = network.value && demo.looking.layerOf(network.value)?.name;
    const chosen = demo.looking.layers.value[demo.looking.at.value.layer]?.name;
    const note = [maps, layer === chosen ? "" : layer].filter(Boolean).join(" · ");
    find(card, ".note").textContent = note;
  });
  for (
    const [kind, picture] of
    /** @type {const} */
    [
      ["live", "seen"],
      ["still", "upright"]
    ]
  ) {
    const canvas = (
      /** @type {HTMLCanvasElement} */
      find(card, `.${kind}`)
    );
    const painter = new Painter(
      canvas,
      (sheet) => {
        const elements = network.peek()?.info.peek()?.group.elements ?? [];
        paintRing(sheet, elements, sceneOf(network.peek()?.maps.peek(), kind, picture));
      },
      signal
    );
    watch(signal, () => {
      void [network.value?.info.value, network.value?.maps.value, demo.dark.value];
      painter.invalidate();
    });
  }
  watch(signal, () => {
    const maps = network.value?.maps.value;
    if (maps) find(card, ".by").textContent = `by ${Math.round(maps.angle)}°`;
  });
  return card;
}
function sceneOf(maps, kind, picture) {
  if (!maps) return null;
  let limit = 0;
  for (const value of maps.live.maps) limit = Math.max(limit, Math.abs(value));
  return { maps: maps[kind], limit, centre: maps[picture] };
}
function describeMaps({ group }) {
  if (group.order === 1) return "one map: no rotations";
  const mirrors = group.elements.some((element) => element.mirror);
  return `${group.order} maps, one for each ${mirrors ? "rotation and mirror" : "rotation"}`;
}
function paintRamp(canvas) {
  const table = divergingTable(paletteOf(canvas).dark);
  canvas.width = STEPS2;
  canvas.height = 1;
  const context2 = canvas.getContext("2d");
  if (!context2) return;
  const image = context2.createImageData(STEPS2, 1);
  for (let i2 = 0; i2 < STEPS2; i2++) {
    image.data.set(table.subarray(3 * i2, 3 * i2 + 3), 4 * i2);
    image.data[4 * i2 + 3] = 255;
  }
  context2.putImageData(image, 0, 0);
}

// www/views/samples.js
var samples_exports = {};
__export(samples_exports, {
  mount: () => mount11,
  style: () => style11
});
import { samples } from "./samples.js";
var style11 = `
.samples { display: grid; grid-template-columns: repeat(10, 1fr); gap: 6px; margin-top: 12px; width: min(100%, 536px); }
.samples button { padding: 0; height: auto; aspect-ratio: 1; min-width: 0; border-color: var(--gsa-line); background: var(--gsa-surface); border-radius: 8px; display: grid; place-items: center; color: var(--gsa-ink); }
.samples button:hover { background: var(--gsa-sunken); }
.samples svg { width: 78%; height: 78%; fill: none; stroke: currentColor; stroke-width: 0.075; stroke-linecap: round; stroke-linejoin: round; overflow: visible; }
@container (max-width: 420px) {
  .samples { gap: 3px; }
  .samples button { aspect-ratio: 3 / 4; }
}
`;
function mount11(root, demo, signal) {
  const group = add(
    root,
    '<div class="samples" part="samples" role="group" aria-label="Sample digits"></div>'
  );
  for (const { digit, strokes } of samples) {
    const button = add(
      group,
      `<button type="button" title="Draw a ${digit}" aria-label="Sample ${digit}">
        <svg viewBox="0.1 0.1 0.8 0.8" aria-hidden="true"><path d="${pathOf(strokes)}" /></svg>
      </button>`
    );
    button.addEventListener("click", () => demo.drawing.replace(strokes), { signal });
  }
}
function pathOf(strokes) {
  let data = "";
  const pen = {
    /** @param {number} x @param {number} y */
    moveTo: (x2, y2) => data += `M${x2} ${y2}`,
    /** @param {number} x @param {number} y */
    lineTo: (x2, y2) => data += `L${x2} ${y2}`,
    /** @param {number} cx @param {number} cy @param {number} x @param {number} y */
    quadraticCurveTo: (cx, cy, x2, y2) => data += `Q${cx} ${cy} ${x2} ${y2}`
  };
  for (const stroke of strokes) traceStroke(pen, stroke);
  return data;
}

// www/views/seen.js
var seen_exports = {};
__export(seen_exports, {
  mount: () => mount12,
  style: () => style12
});
var style12 = `
.seen-row { position: absolute; left: 0; bottom: 0; pointer-events: none; }
.seen { display: block; width: 64px; height: 64px; border-radius: 4px; background: #000; image-rendering: pixelated; }
.seen-row p { position: absolute; left: 0; top: 100%; white-space: nowrap; color: var(--gsa-muted); font-size: 0.75rem; }
@container (max-width: 460px) {
  .seen { width: 48px; height: 48px; }
}
`;
function mount12(root, demo, signal) {
  const row = add(
    root,
    `<div class="seen-row">
      <canvas class="seen" part="seen" role="img" aria-label="What the networks see: the drawing as 28 × 28 grey pixels"></canvas>
      <p>what they see</p>
    </div>`
  );
  const { seen } = demo.asking;
  const canvas = (
    /** @type {HTMLCanvasElement} */
    find(row, ".seen")
  );
  const painter = new Painter(
    canvas,
    ({ context: context2, size }) => {
      const pixels = seen.peek();
      if (pixels) drawPixels(context2, paintGrey(pixels), 0, 0, size);
    },
    signal
  );
  watch(signal, () => {
    void seen.value;
    painter.paint();
  });
}

// www/views/status.js
var status_exports = {};
__export(status_exports, {
  describeStatus: () => describeStatus,
  mount: () => mount13,
  style: () => style13
});
var style13 = `
.status { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 8px; }
.switch-engine { height: 34px; padding: 0 12px; border-radius: 999px; font-size: 0.8125rem; color: var(--gsa-muted); }
.badge { font-size: 0.8125rem; color: var(--gsa-muted); font-variant-numeric: tabular-nums; }
.badge summary { display: inline-flex; align-items: center; gap: 8px; padding: 6px 12px; border: 1px solid var(--gsa-line); border-radius: 999px; cursor: pointer; list-style: none; min-height: 34px; }
.badge summary::-webkit-details-marker { display: none; }
.badge .dot { width: 8px; height: 8px; border-radius: 50%; background: var(--gsa-line-strong); flex: none; }
.badge[data-state="ready"] .dot { background: #2c9a5b; }
.badge[data-state="note"] .dot { background: #c98a12; }
.badge[data-state="failed"] .dot { background: var(--gsa-lost); }
.badge-more { display: grid; gap: 4px; padding: 8px 12px 0; max-width: 70ch; overflow-wrap: anywhere; }
`;
function mount13(root, demo, signal) {
  const status = add(
    root,
    `<div class="status">
      <details class="badge" part="badge">
        <summary><span class="dot"></span><span class="badge-text"></span></summary>
        <ul class="badge-more"></ul>
      </details>
      <button type="button" class="switch-engine" part="switch-engine" hidden></button>
    </div>`
  );
  find(status, ".switch-engine").addEventListener("click", () => demo.switchEngine(), { signal });
  watch(signal, () => {
    const lines = demo.networks.shown.value.map(({ info, error: error2, shown }, i2) => ({
      name: demo.networks.names.value[i2],
      info: info.value,
      error: error2.value,
      prediction: shown.value?.prediction ?? null
    }));
    const ofEngine = lines.find(({ error: error2 }) => error2 && isOfEngine(error2))?.error;
    const error = demo.failure.value ?? ofEngine ?? null;
    show3(status, describeStatus(demo.engine, demo.report.value, lines, error));
  });
}
function show3(status, { state, text, more, offer }) {
  const badge = find(status, ".badge");
  badge.dataset.state = state;
  write(find(badge, ".badge-text"), text);
  const button = find(status, ".switch-engine");
  if (!offer && button.matches(":focus")) find(badge, "summary").focus({ preventScroll: true });
  button.hidden = !offer;
  button.textContent = offer;
  const list = find(badge, ".badge-more");
  const told = Array.from(list.children, (item) => item.textContent);
  if (told.join("\n") === more.join("\n")) return;
  list.replaceChildren();
  for (const line of more) add(list, "<li></li>").textContent = line;
}
function describeStatus(engine, state, networks, error) {
  if (error)
    return { state: "failed", text: "Engine not running", more: [error.message], offer: "" };
  if (!state) {
    const failed = networks.length > 0 && networks.every((network) => network.error);
    return failed ? { state: "failed", text: "No network loaded", more: [], offer: "" } : { state: "starting", text: "Starting…", more: [], offer: "" };
  }
  const place3 = engine?.place === "main thread" ? "on the main thread" : "in a worker";
  const name = state.name === "cpu" ? "CPU" : "WebGPU";
  const times = networks.flatMap(
    ({ name: name2, prediction }) => prediction ? [`${name2} ${formatMilliseconds(prediction.milliseconds)}`] : []
  );
  return {
    state: state.note ? "note" : "ready",
    text: [name + (state.note ? " instead of WebGPU" : ""), ...times].join(" · "),
    offer: offerOf(state),
    more: [
      ...state.why ? [state.why] : [],
      ...state.card ? [describeCard(state.card)] : [],
      `WebAssembly ${state.simd ? "with" : "without"} SIMD, one thread, ${place3}; gsa-net ${state.version}. The milliseconds are those of one forward pass.`,
      ...networks.flatMap(({ name: name2, info }) => info ? [describeNetwork(name2, info)] : []),
      ...engine?.reasons ?? []
    ]
  };
}
function offerOf({ name, note }) {
  if (name === "webgpu") return "Use the CPU";
  return !note && "gpu" in navigator ? "Try WebGPU" : "";
}
function describeCard({ adapter, software, difference, milliseconds }) {
  const facts = [`Graphics card: ${adapter}${software ? ", a program on the processor" : ""}`];
  if (milliseconds !== null) {
    facts.push(`the last answer took ${formatMilliseconds(milliseconds)} by its own clock`);
  }
  facts.push(`largest difference from the CPU in the self-test ${difference.toExponential(1)}`);
  return `${facts.join("; ")}.`;
}
function describeNetwork(name, { group, parameters, training }) {
  const accuracy = training?.held_out_accuracy;
  const data = training?.data;
  const facts = [
    `group ${group.name} with ${group.order === 1 ? "one element" : `${group.order} elements`}`,
    `${parameters.toLocaleString("en")} parameters`
  ];
  if (typeof accuracy === "number") {
    const what = typeof data === "string" && /drawing/i.test(data) ? "digits and drawings" : "turned digits";
    facts.push(`${(100 * accuracy).toFixed(1)} % right on ${what} held out in training`);
  }
  return `${name}: ${facts.join(", ")}.`;
}

// www/views/tools.js
var tools_exports = {};
__export(tools_exports, {
  mount: () => mount14,
  style: () => style14
});
var ICONS = {
  undo: '<path d="M7 4 3 8l4 4M3.5 8H11a4 4 0 0 1 0 8H8" />',
  clear: '<path d="M5 5l10 10M15 5 5 15" />',
  spin: '<path d="M16 10a6 6 0 1 1-1.8-4.3M14.5 2.5v3.5H11" transform="matrix(-1 0 0 1 20 0)" />',
  stop: '<path d="M6.5 6.5h7v7h-7z" />'
};
var style14 = `
/* In the corners of the dial's square. */
.tools { position: absolute; inset: 0; pointer-events: none; }
.tools button { position: absolute; right: 0; display: inline-flex; justify-content: center; align-items: center; gap: 6px; height: 44px; padding: 0 14px 0 10px; pointer-events: auto; }
.tools :is(.undo, .clear) { bottom: 0; width: 44px; padding: 0; }
.tools .undo { right: 52px; }
.tools .spin { top: 0; }
.tools :is(.undo, .clear) span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (max-width: 460px) {
  .tools .undo { right: 0; bottom: 50px; }
  .tools .spin { width: 44px; padding: 0; }
  .tools .spin span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
.icon { width: 18px; height: 18px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.spin .stop-icon, .spin[data-on] .spin-icon { display: none; }
.spin[data-on] .stop-icon { display: block; }
`;
function icon(name) {
  return `<svg class="icon ${name}-icon" viewBox="0 0 20 20" aria-hidden="true">${ICONS[name]}</svg>`;
}
function mount14(root, demo, signal) {
  const tools = add(
    root,
    `<div class="tools" role="group" aria-label="Tools">
      <button type="button" class="undo" title="Undo (Ctrl+Z)">${icon("undo")}<span>Undo</span></button>
      <button type="button" class="clear" title="Clear">${icon("clear")}<span>Clear</span></button>
      <button type="button" class="spin">${icon("spin")}${icon("stop")}<span>Spin</span></button>
    </div>`
  );
  const { drawing, turning } = demo;
  const button = (name, act, canAct) => {
    const element = (
      /** @type {HTMLButtonElement} */
      find(tools, `.${name}`)
    );
    element.addEventListener("click", act, { signal });
    watch(signal, () => {
      const disabled = !canAct();
      if (disabled) yieldFocus(element);
      element.disabled = disabled;
    });
    return element;
  };
  button(
    "undo",
    () => drawing.undo(),
    () => drawing.canUndo.value
  );
  button(
    "clear",
    () => drawing.clear(),
    () => !drawing.isEmpty.value
  );
  const spin = button(
    "spin",
    () => turning.spin(),
    () => turning.spins.value || !drawing.isEmpty.value
  );
  watch(signal, () => {
    spin.toggleAttribute("data-on", turning.spins.value);
    write(find(spin, "span"), turning.spins.value ? "Stop" : "Spin");
  });
}

// www/views/layout.js
var VIEWS = [
  ...[alert_exports, dial_exports, tools_exports, samples_exports, caption_exports, seen_exports, bars_exports, chooser_exports, maps_exports, errors_exports, status_exports, announce_exports]
];
var style15 = `
.root { container-type: inline-size; display: grid; grid-template-columns: minmax(0, 1fr); gap: 28px; }
/* Where the page is light and this is dark, or the other way round */
.root[data-island] { padding: 20px; border-radius: 20px; background: var(--gsa-ground); }
.root[data-pointer] :is(.pad, .knob):focus-visible { outline: none; }
.top { display: grid; grid-template-columns: minmax(0, 1fr); gap: 28px; }
.draw { display: grid; gap: 16px; align-content: start; justify-items: center; min-width: 0; }
.answers { display: grid; gap: 20px; align-content: start; min-width: 0; }
/* Above the dial, where a hand that turns it does not hide them. */
@container (max-width: 639px) {
  .top { gap: 16px; }
  .answers { order: -1; }
}
.inside { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; min-width: 0; align-content: start; }
@container (min-width: 640px) {
  .top { grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); gap: 24px; }
  .inside { grid-column: 1 / -1; }
}
@container (min-width: 900px) {
  .top { grid-template-columns: minmax(0, 536px) minmax(0, 1fr); gap: 32px; }
}
@container (min-width: 1080px) {
  /* The dial stays in sight while the maps are looked at. */
  .top { grid-template-rows: auto 1fr; gap: 16px 32px; }
  .draw { grid-row: 1 / span 2; position: sticky; top: 16px; }
  .inside { grid-column: 2; }
}
${VIEWS.map((view) => view.style).join("")}
`;
function mount15(shadow, demo, signal) {
  shadow.querySelector(".root")?.remove();
  const root = add(shadow, '<div class="root" part="root"></div>');
  mount(root, demo, signal);
  const top = add(root, '<div class="top"></div>');
  const draw = add(top, '<section class="draw" role="group" aria-label="Drawing"></section>');
  const square2 = mount8(draw, demo, signal);
  mount12(square2, demo, signal);
  mount14(square2, demo, signal);
  mount11(draw, demo, signal);
  mount5(draw, demo, signal);
  add(draw, '<slot name="actions"></slot>');
  const answers = add(top, '<section class="answers" role="group" aria-label="Answers"></section>');
  mount4(answers, demo, signal);
  const inside = add(
    top,
    '<section class="inside" role="group" aria-label="Feature maps"></section>'
  );
  mount6(inside, demo, signal);
  mount10(inside, demo, signal);
  mount9(inside, demo, signal);
  mount13(root, demo, signal);
  mount2(root, demo, signal);
  listen2(root, demo, signal);
  return root;
}
function listen2(root, demo, signal) {
  const press = (event) => {
    const target = (
      /** @type {HTMLElement} */
      event.target
    );
    if (target.isContentEditable || target.matches("input, select, textarea")) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z") {
      event.preventDefault();
      demo.drawing.undo();
      return;
    }
    const turns = event.key === "ArrowLeft" || event.key === "ArrowRight";
    if (turns || target.matches(".pad")) turnByKey(demo, event);
  };
  root.addEventListener("keydown", press, { signal });
  root.addEventListener("pointerdown", () => root.toggleAttribute("data-pointer", true), {
    signal
  });
  for (const type of ["keydown", "keyup", "focusout"]) {
    root.addEventListener(type, () => root.toggleAttribute("data-pointer", false), { signal });
  }
}

// www/views/picture.js
var WIDTH = 1200;
var MARGIN = 40;
var PAD = 340;
var RING = 265;
var FONT = 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
function makePicture(shadow, answers, angle) {
  const sheet = document.createElement("canvas");
  const rings = Array.from(
    shadow.querySelectorAll(".card"),
    (card) => Array.from(card.querySelectorAll("canvas"))
  ).slice(0, answers.length);
  const top = MARGIN + PAD + 50;
  sheet.width = WIDTH;
  sheet.height = top + RING + 70;
  const context2 = sheet.getContext("2d");
  const pad = shadow.querySelector("canvas.pad");
  if (!context2 || !(pad instanceof HTMLCanvasElement)) {
    return Promise.reject(new Error("This browser cannot make pictures."));
  }
  for (const canvas of [pad, ...rings.flat()]) paintNow(canvas);
  const { colour } = paletteOf(pad);
  context2.fillStyle = colour("surface");
  context2.fillRect(0, 0, sheet.width, sheet.height);
  context2.strokeStyle = colour("line-strong");
  context2.lineWidth = 2;
  context2.beginPath();
  context2.arc(MARGIN + PAD / 2, MARGIN + PAD / 2, PAD / 2, 0, 2 * Math.PI);
  context2.stroke();
  if (pad.width > 0) context2.drawImage(pad, MARGIN, MARGIN, PAD, PAD);
  for (const [i2, answer] of answers.entries()) {
    const left = MARGIN + PAD + 60 + i2 * 370;
    drawAnswer(context2, answer, left, colour, i2 === 0 ? "accent" : "other");
    for (const [j2, ring] of (rings[i2] ?? []).entries()) {
      const x2 = MARGIN + i2 * (WIDTH / 2 - 10) + j2 * (RING + 15);
      if (ring.width > 0) context2.drawImage(ring, x2, top, RING, RING);
      context2.fillStyle = colour("muted");
      context2.font = `17px ${FONT}`;
      context2.textAlign = "center";
      const turned = Math.round(angle) % 360;
      const label = j2 === 0 ? answer.name : `turned back by ${turned}°`;
      context2.fillText(label, x2 + RING / 2, top + RING + 36);
    }
  }
  return new Promise(
    (resolve, reject) => sheet.toBlob(
      (blob) => blob ? resolve(blob) : reject(new Error("The picture could not be made.")),
      "image/png"
    )
  );
}
function drawAnswer(context2, { name, prediction: { digit, probabilities } }, left, colour, hue) {
  context2.textAlign = "left";
  context2.textBaseline = "alphabetic";
  context2.fillStyle = colour("ink");
  context2.font = `600 24px ${FONT}`;
  context2.fillText(name, left, MARGIN + 40);
  context2.fillStyle = colour(hue);
  context2.font = `700 64px ${FONT}`;
  context2.textAlign = "right";
  context2.fillText(String(digit), left + 320, MARGIN + 50);
  for (const [i2, p2] of probabilities.entries()) {
    const y2 = MARGIN + 90 + i2 * 25;
    context2.globalAlpha = i2 === digit ? 1 : 0.55;
    context2.fillStyle = colour("sunken");
    context2.fillRect(left + 24, y2 - 12, 220, 13);
    context2.fillStyle = colour(hue);
    context2.fillRect(left + 24, y2 - 12, 220 * p2, 13);
    context2.globalAlpha = 1;
    context2.fillStyle = colour(i2 === digit ? "ink" : "muted");
    context2.font = `${i2 === digit ? "600 " : ""}16px ${FONT}`;
    context2.textAlign = "left";
    context2.fillText(String(i2), left, y2);
    context2.textAlign = "right";
    context2.fillText(formatPercent(p2), left + 320, y2);
  }
}

// www/element.js
var DEFAULTS = { model: "r8f_sa_upright", compare: "z2_sa_upright" };
var ENGINES = ["auto", "webgpu", "cpu"];
var Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */
class {
};
var GsaDemo = class extends Base {
  static get observedAttributes() {
    return ["model", "compare", "angle", "engine", "theme", "sample"];
  }
  #demo = new Demo({
    answered: (detail) => {
      this.dispatchEvent(new CustomEvent("predict", { detail, bubbles: true, composed: true }));
    },
    failed: (detail) => {
      this.dispatchEvent(new CustomEvent("error", { detail }));
    },
    settled: () => this.#reflectAngle(),
    switched: (choice) => this.setAttribute("engine", choice)
  });
  /** While it is on a page. @type {AbortController | null} */
  #life = null;
  /** What holds all that is shown. @type {HTMLElement | null} */
  #root = null;
  constructor() {
    super();
    adoptStyles(this.attachShadow({ mode: "open" }), style15, false);
  }
  /** @type {ShadowRoot} */
  get #shadow() {
    return (
      /** @type {ShadowRoot} */
      this.shadowRoot
    );
  }
  connectedCallback() {
    for (const name of ["model", "compare", "engine", "angle", "strokes"]) this.#upgrade(name);
    this.#life = new AbortController();
    const { signal } = this.#life;
    const demo = this.#demo;
    this.#root = mount15(this.#shadow, demo, signal);
    this.#dress();
    watchGround(this, () => this.#dress(), signal);
    const seen = () => document.hidden ? demo.turning.stop() : demo.study.rest();
    document.addEventListener("visibilitychange", seen, { signal });
    demo.connect(this.#networks);
    if (this.hasAttribute("intro")) introduce(demo, signal);
  }
  disconnectedCallback() {
    this.#life?.abort();
    this.#life = null;
    this.#root = null;
    this.#demo.disconnect();
  }
  /** @param {string} name @param {string | null} before @param {string | null} value */
  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    const { turning } = this.#demo;
    switch (name) {
      case "angle":
        if (value === null) turning.set(0);
        else if (!(value.trim() !== "" && Number(value) === turning.angle.peek()))
          this.#turn(value);
        break;
      case "engine":
        this.#chooseEngine(value ?? "auto");
        break;
      case "theme":
        this.#dress();
        break;
      case "sample":
        this.#putSample(value);
        break;
      default:
        this.#demo.show(this.#networks);
    }
  }
  // ---- Attributes and properties ----
  /**
   * The network to look at: `r8f_sa_upright` (the default) or `z2_sa_upright`, trained on upright digits and drawings alone,
   * `r8f_sa_drawn`, `r4_sa_drawn` or `z2_sa_drawn`, trained on digits and drawings at any angle, `r8f_sa`, `r4_sa` or `z2_sa`, trained on rotated MNIST alone, or the address of a
   * .safetensors file.
   *
   * @type {string}
   * @default 'r8f_sa_upright'
   */
  get model() {
    return this.getAttribute("model") ?? DEFAULTS.model;
  }
  set model(value) {
    if (value === null || value === void 0) this.removeAttribute("model");
    else this.setAttribute("model", value);
  }
  /**
   * The network beside it, or `none`.
   *
   * @type {string}
   * @default 'z2_sa_upright'
   */
  get compare() {
    return this.getAttribute("compare") ?? DEFAULTS.compare;
  }
  set compare(value) {
    if (value === null || value === void 0) this.removeAttribute("compare");
    else this.setAttribute("compare", value);
  }
  /**
   * Degrees by which the drawing is turned, counter-clockwise, in [0, 360).
   *
   * @type {number}
   * @default 0
   */
  get angle() {
    return this.#demo.turning.angle.peek();
  }
  set angle(value) {
    if (this.#turn(value)) this.#reflectAngle();
  }
  /**
   * `auto`, `webgpu` or `cpu`.
   *
   * @type {EngineChoice}
   * @default 'auto'
   */
  get engine() {
    return this.#demo.choice.peek();
  }
  set engine(value) {
    if (value === null || value === void 0) this.removeAttribute("engine");
    else this.setAttribute("engine", value);
  }
  /**
   * The drawing as it was drawn, upright: lists of {x, y} in 0..1 of the pad, y down. A copy.
   *
   * @type {Stroke[]}
   */
  get strokes() {
    return copyStrokes(this.#demo.drawing.strokes.peek());
  }
  set strokes(value) {
    try {
      this.#demo.drawing.put(parseStrokes(value));
    } catch (error) {
      this.#demo.warn(coded(error));
    }
  }
  /** What `model` says of the drawing, or null while there is none. @type {NetworkPrediction | null} */
  get prediction() {
    return this.#demo.prediction;
  }
  /** What each network shown says. @type {NetworkPrediction[]} */
  get predictions() {
    return this.#demo.networks.predictions;
  }
  /** Fulfilled once the networks are loaded; a new promise after another network is chosen. @type {Promise<void>} */
  get ready() {
    return this.#demo.loading.ready;
  }
  /** Empties the pad; `undo()` brings the drawing back. */
  clear() {
    this.#demo.drawing.clear();
  }
  /** Takes the last stroke back, or what emptied the pad or filled it anew. */
  undo() {
    this.#demo.drawing.undo();
  }
  /**
   * The prediction for what is on the pad now, null when that is nothing.
   *
   * @returns {Promise<NetworkPrediction | null>}
   */
  predict() {
    return this.#demo.asking.predict();
  }
  /** What is shown, as a PNG. @returns {Promise<Blob>} */
  async toBlob() {
    const { drawing, study, networks, turning } = this.#demo;
    if (!this.#life) throw new Error("The element is not on a page.");
    if (drawing.isEmpty.peek()) throw new Error("There is no drawing yet.");
    const release = study.everything();
    try {
      await this.predict();
    } finally {
      release();
    }
    if (!this.#life) throw new Error("The element was taken off the page.");
    const answers = networks.shown.peek().flatMap(({ prediction }, i2) => {
      return prediction ? [{ name: networks.names.peek()[i2], prediction }] : [];
    });
    return makePicture(this.#shadow, answers, turning.angle.peek());
  }
  /** Those to show. */
  get #networks() {
    const none = this.compare === "none" || this.compare === "";
    return none ? [this.model] : [this.model, this.compare];
  }
  /** Takes over a property that was set before the element was defined. @param {string} name */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const self = (
      /** @type {Record<string, unknown>} */
      /** @type {unknown} */
      this
    );
    const value = self[name];
    delete self[name];
    self[name] = value;
  }
  /** @param {unknown} value @returns {boolean} whether it is an angle */
  #turn(value) {
    const usable = typeof value === "number" || typeof value === "string" && value.trim() !== "";
    const degrees = usable ? Number(value) : NaN;
    if (!Number.isFinite(degrees)) {
      const shown = typeof value === "string" ? `“${value.slice(0, 40)}”` : "This";
      const message = `${shown} is not an angle in degrees.`;
      this.#demo.warn(new CodedError("invalid-angle", message));
      return false;
    }
    this.#demo.turning.set(normalise(degrees));
    return true;
  }
  #reflectAngle() {
    const angle = String(this.angle);
    if (this.getAttribute("angle") !== angle) this.setAttribute("angle", angle);
  }
  /** @param {string | null} value  a digit; what is on the pad stays where it is none */
  #putSample(value) {
    const sample = samples2.find(({ digit }) => String(digit) === value?.trim());
    if (sample) this.#demo.drawing.open(sample.strokes);
    else if (value !== null) {
      const message = `“${value.slice(0, 40)}” is not a sample; there are the digits 0 to 9.`;
      this.#demo.warn(new CodedError("invalid-strokes", message));
    }
  }
  /** @param {string} value */
  #chooseEngine(value) {
    if (ENGINES.includes(value)) {
      this.#demo.chooseEngine(
        /** @type {EngineChoice} */
        value
      );
      return;
    }
    const message = `“${value.slice(0, 40)}” is not an engine; there are ${ENGINES.join(", ")}.`;
    this.#demo.warn(new CodedError("invalid-engine", message));
  }
  /** Light or dark: as `theme` says, else as the page is. */
  #dress() {
    if (!this.#root) return;
    const around = isOnDark(this);
    const theme = this.getAttribute("theme");
    const dark = theme === "dark" || theme !== "light" && around;
    this.#root.toggleAttribute("data-island", dark !== around);
    if (dark === this.#demo.dark.peek()) return;
    adoptStyles(this.#shadow, style15, dark);
    this.#demo.dress(dark);
  }
};
export {
  GsaDemo,
  configure
};
//# sourceMappingURL=element.js.map
