// A slow machine, made by hand, to look for tests that read too early: `GSA_SLOW=6 node --test tests/e2e/figures.test.js`.
//
// The page's thread gets a sixth of its time; frames, `toggle`, `scroll`, observers and words of workers come later by that many
// times 25 ms. What a test reads straight after an action is then what was there before it. Tests that measure time may fail so, and
// those alone.

/** @import { Page } from 'playwright-core' */

/** How many times slower the page is; 1 where nothing is done to it. */
export const SLOWNESS = Math.max(1, Number(process.env.GSA_SLOW ?? 1) || 1);

/** How much later what comes by itself comes, for each time. */
const LATER_MS = 25;

/** Makes a page slow, if that is asked for. @param {Page} page */
export async function slow(page) {
  if (SLOWNESS === 1) return;
  await page.addInitScript(delay, SLOWNESS * LATER_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
}

/** Runs in the page before all else. @param {number} ms */
function delay(ms) {
  const world = /** @type {any} */ (globalThis);
  const later = setTimeout.bind(world);

  const { requestAnimationFrame: frame, cancelAnimationFrame: cancel } = world;
  /** @type {Map<number, number>} */
  const frames = new Map();
  let asked = 0;
  world.requestAnimationFrame = (/** @type {(time: number) => void} */ act) => {
    const id = ++asked;
    const timer = later(() => {
      frames.set(id, -frame((/** @type {number} */ time) => (frames.delete(id), act(time))));
    }, ms);
    frames.set(id, Number(timer));
    return id;
  };
  world.cancelAnimationFrame = (/** @type {number} */ id) => {
    const timer = frames.get(id) ?? 0;
    if (timer < 0) cancel(-timer);
    else clearTimeout(timer);
    frames.delete(id);
  };

  // Of these nobody asks for more than that they were.
  const events = ['toggle', 'scroll', 'resize', 'transitionend'];
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const { Worker } = world;
  /** @type {WeakMap<object, (event: Event) => void>} */
  const delayed = new WeakMap();
  /** @param {any} target @param {string} type @param {any} listener */
  const isLate = (target, type, listener) =>
    typeof listener === 'function' &&
    (events.includes(type) || (type === 'message' && target instanceof (Worker ?? Array)));
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (!isLate(this, type, listener)) return add.call(this, type, listener, options);
    const act = /** @type {(event: Event) => void} */ (listener);
    if (!delayed.has(act)) {
      delayed.set(act, (event) => {
        const { currentTarget } = event;
        later(() => act.call(currentTarget, event), ms);
      });
    }
    add.call(this, type, delayed.get(act) ?? null, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const other = typeof listener === 'function' && delayed.get(listener);
    if (other) remove.call(this, type, other, options);
    remove.call(this, type, listener, options);
  };

  for (const name of ['ResizeObserver', 'IntersectionObserver']) {
    const Observer = world[name];
    if (!Observer) continue;
    world[name] = class extends Observer {
      /** @param {(...given: any[]) => void} act @param {object} [options] */
      constructor(act, options) {
        super((/** @type {any[]} */ ...given) => void later(() => act(...given), ms), options);
      }
    };
  }
}
