// For a class: one thought at a time, with keys and with what a presenter holds in the hand.

/** @import { GsaDemo } from '../element.js' */

const STEP = 15;
const QUARTER = 90;

/** @type {Record<string, 'random' | 'break' | 'hide' | 'leave'>} */
const NAMED = { r: 'random', b: 'break', h: 'hide', escape: 'leave' };

/**
 * What a key does; null where it does nothing here.
 *
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>} event
 * @returns {{ turn: number } | { go: number } | { sample: number } | 'random' | 'break' | 'hide' | 'leave' | null}
 */
export function actionOf({ key, shiftKey, ctrlKey, metaKey, altKey }) {
  if (metaKey || altKey) return null;
  const step = shiftKey ? QUARTER : STEP;
  const goes = { PageDown: 1, ArrowDown: 1, PageUp: -1, ArrowUp: -1 }[key];
  if (goes) return { go: goes };
  if (key === 'ArrowRight') return ctrlKey ? { go: 1 } : { turn: step };
  if (key === 'ArrowLeft') return ctrlKey ? { go: -1 } : { turn: -step };
  if (ctrlKey) return null;
  if (/^\d$/.test(key)) return { sample: Number(key) };
  return NAMED[key.toLowerCase()] ?? null;
}

/** What the buttons do that stand for the keys. @type {Record<string, ReturnType<typeof actionOf>>} */
const BUTTONS = {
  back15: { turn: -STEP },
  turn15: { turn: STEP },
  turn90: { turn: QUARTER },
  random: 'random',
  break: 'break',
  next: { go: 1 },
  hide: 'hide',
  leave: 'leave',
};

/** Whether what has the focus needs the keys itself: a field, or the pad while keys draw on it. @param {Event} event */
function isTaken(event) {
  const target = event.composedPath()[0];
  return target instanceof Element && target.matches('input, select, textarea, [data-keys]');
}

/** @param {HTMLElement} button  that begins @param {GsaDemo} demo */
export function teach(button, demo) {
  const { documentElement: root } = document;
  const lessons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.lessons section')]);
  const steps = /** @type {HTMLElement} */ (document.querySelector('.lesson-steps'));
  const place = /** @type {HTMLElement} */ (document.querySelector('.lesson-place'));
  const keys = /** @type {HTMLElement} */ (document.querySelector('.lesson-keys'));
  steps.append(...lessons.map(() => document.createElement('li')));

  /** While there is a class: undoes what it changed. @type {(() => void) | null} */
  let leave = null;
  let at = 0;

  /** @param {number} index */
  const show = (index) => {
    at = Math.min(Math.max(0, index), lessons.length - 1);
    for (const list of [lessons, [...steps.children]])
      list.forEach((each, i) => each.toggleAttribute('data-current', i === at));
    root.dataset.shows = lessons[at].dataset.shows;
    place.textContent = `${at + 1} of ${lessons.length} · ${lessons[at].dataset.name}`;
    write({ view: 'class', section: String(at + 1) });
    lessons[at].querySelector('h1')?.focus({ preventScroll: true });
  };

  const enter = (index = 0) => {
    if (leave) return;
    const theme = demo.getAttribute('theme');
    root.dataset.view = 'class';
    demo.toggleAttribute('large', true);
    demo.setAttribute('theme', 'light');
    scrollTo(0, 0);
    leave = () => {
      for (const name of ['view', 'shows', 'keys']) delete root.dataset[name];
      demo.removeAttribute('large');
      if (theme === null) demo.removeAttribute('theme');
      else demo.setAttribute('theme', theme);
      write({ view: null, section: null });
      button.focus({ preventScroll: true });
    };
    show(index);
  };

  /** @param {NonNullable<ReturnType<typeof actionOf>>} action */
  const act = (action) => {
    if (action === 'leave') {
      leave?.();
      leave = null;
    } else if (action === 'hide') {
      if (root.dataset.keys) delete root.dataset.keys;
      else root.dataset.keys = 'hidden';
    } else if (action === 'random') {
      const { weights, seed } = demo.trial;
      const trained = weights === 'random';
      demo.trial = {
        ...demo.trial,
        weights: trained ? 'trained' : 'random',
        seed: (seed + 1) % 2 ** 32,
      };
    } else if (action === 'break') {
      const { positions } = demo.trial;
      demo.trial = { ...demo.trial, positions: positions === 'still' ? 'turning' : 'still' };
    } else if ('go' in action) show(at + action.go);
    else if ('turn' in action) demo.angle += action.turn;
    else {
      demo.removeAttribute('sample');
      demo.setAttribute('sample', String(action.sample));
    }
  };

  button.addEventListener('click', () => enter());
  keys.addEventListener('click', (event) => {
    const pressed = /** @type {Element} */ (event.target).closest('button');
    const action = BUTTONS[pressed?.dataset.do ?? ''];
    if (action) act(action);
  });
  // Before the element, which turns by less.
  document.addEventListener(
    'keydown',
    (event) => {
      const action = leave && !isTaken(event) ? actionOf(event) : null;
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      act(action);
    },
    { capture: true },
  );

  const asked = new URLSearchParams(location.search);
  if (asked.get('view') === 'class') enter((Number(asked.get('section')) || 1) - 1);
}

/** Into the address, so that it is the same after a reload. @param {Record<string, string | null>} parameters */
function write(parameters) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  try {
    history.replaceState(null, '', url);
  } catch {
    // A frame without an address of its own.
  }
}
