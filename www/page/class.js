// For a class: one thought at a time, with keys, by touch, and with what a presenter holds in the hand.

import { keepFitted, keepStage } from './fit.js';
import { addLessons } from './lessons.js';
import { slidesOf } from './slides.js';
import { style } from './class_style.js';

/** @import { GsaDemo } from '../element.js' */
/** @import { GsaFigure } from '../figure.js' */

const STEP = 15;
const QUARTER = 90;

/** @typedef {{ turn: number } | { go: number } | { to: number } | { sample: number } | 'random' | 'break' | 'hide' | 'leave'} Action */

/** @type {Record<string, Action>} */
const NAMED = {
  ...{ PageDown: { go: 1 }, ArrowDown: { go: 1 }, PageUp: { go: -1 }, ArrowUp: { go: -1 } },
  ...{ Home: { to: 0 }, End: { to: Infinity } },
  ...{ r: 'random', b: 'break', h: 'hide', Escape: 'leave' },
};

/**
 * What a key does; null where it does nothing here.
 *
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>} event
 * @returns {Action | null}
 */
export function actionOf({ key, shiftKey, ctrlKey, metaKey, altKey }) {
  if (metaKey || altKey) return null;
  const step = shiftKey ? QUARTER : STEP;
  if (key === 'ArrowRight') return ctrlKey ? { go: 1 } : { turn: step };
  if (key === 'ArrowLeft') return ctrlKey ? { go: -1 } : { turn: -step };
  if (key === ' ') return { go: shiftKey ? -1 : 1 };
  const name = key.length > 1 ? key : key.toLowerCase();
  if (Object.hasOwn(NAMED, name) && (!ctrlKey || key.length > 1)) return NAMED[name];
  return /^\d$/.test(key) && !ctrlKey ? { sample: Number(key) } : null;
}

/** What the buttons do that stand for the keys. @type {Record<string, Action>} */
const BUTTONS = {
  back15: { turn: -STEP },
  turn15: { turn: STEP },
  turn90: { turn: QUARTER },
  random: 'random',
  break: 'break',
  back: { go: -1 },
  next: { go: 1 },
  hide: 'hide',
  leave: 'leave',
};

/** What a remote sends: it goes on, whatever has the focus. */
const REMOTE = ['PageDown', 'PageUp', 'Escape'];

/** Whether what has the focus needs the key itself: a field, a button that is pressed, the pad while keys draw on it. @param {KeyboardEvent} event */
function isTaken(event) {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return false;
  if (target.matches('textarea, [data-keys]')) return true;
  if (REMOTE.includes(event.key)) return false;
  if (target.matches('input, select')) return true;
  const own = { ' ': 'button, summary, a', Home: '[role=slider]', End: '[role=slider]' }[event.key];
  return !!own && target.matches(own);
}

/** @type {((at: string | null) => void) | null} */
let begin = null;

/** @param {HTMLElement} button  that begins @param {GsaDemo} demo */
export function teach(button, demo) {
  begin ??= prepare(button, demo);
  const asked = new URLSearchParams(location.search);
  begin(asked.get('view') === 'class' ? (asked.get('section') ?? inHash()) : null);
}

/** The slide that the end of an address names. */
function inHash() {
  const said = new URLSearchParams(location.hash.slice(1));
  return said.get('section') ?? said.get('f');
}

/** @param {HTMLElement} button @param {GsaDemo} demo @returns {(at: string | null) => void}  begins with the slide of a key */
function prepare(button, demo) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const { documentElement: root } = document;
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement} */ (document.querySelector(selector));
  const frame = find('#demo');
  const lessons = addLessons(frame, demo);
  const slides = slidesOf(lessons);
  const steps = find('.lesson-steps');
  steps.append(...slides.map(() => document.createElement('li')));
  const edges = ['back', 'next'].map((name) => {
    const edge = document.createElement('button');
    edge.type = 'button';
    edge.className = 'lesson-edge';
    edge.dataset.do = name;
    edge.setAttribute('aria-label', { back: 'Back', next: 'Next' }[name] ?? '');
    return /** @type {HTMLButtonElement} */ (edge);
  });
  frame.append(...edges);

  /** While there is a class: undoes what it changed. @type {(() => void) | null} */
  let leave = null;
  let at = 0;
  /** While a slide is shown. */
  let showing = new AbortController();

  /** @param {number} index */
  const show = (index) => {
    at = Math.min(Math.max(0, index), slides.length - 1);
    const { key, name, words, figure } = slides[at];
    showing.abort();
    showing = new AbortController();
    slides.forEach((slide, i) => slide.words.toggleAttribute('data-current', i === at));
    [...steps.children].forEach((step, i) => step.toggleAttribute('data-current', i === at));
    root.dataset.shows = words.dataset.shows;
    root.dataset.stage = words.dataset.stage ?? '';
    demo.setAttribute('large', figure ? 'side' : '');
    if (figure) present(figure, lessons, demo, showing.signal);
    find('.lesson-place').textContent = `${at + 1} of ${slides.length} · ${name}`;
    edges[0].disabled = at === 0;
    edges[1].disabled = at === slides.length - 1;
    write({ view: 'class', section: key });
    words.querySelector('h1')?.focus({ preventScroll: true });
    bring(slides[at + 1]?.figure);
  };

  /** @param {string | null} key */
  const goTo = (key) => {
    // A section of several figures begins with the first of them.
    const named =
      slides.find((slide) => slide.key === key) ?? slides.find((slide) => slide.section === key);
    show(named ? slides.indexOf(named) : Math.round(Number(key)) - 1 || 0);
  };

  /** @param {string | null} key */
  const enter = (key) => {
    if (leave) return;
    const theme = demo.getAttribute('theme');
    root.dataset.view = 'class';
    demo.setAttribute('theme', 'light');
    scrollTo(0, 0);
    leave = () => {
      showing.abort();
      for (const name of ['view', 'shows', 'stage', 'keys']) delete root.dataset[name];
      demo.removeAttribute('large');
      if (theme === null) demo.removeAttribute('theme');
      else demo.setAttribute('theme', theme);
      write({ view: null, section: null });
      button.focus({ preventScroll: true });
    };
    goTo(key);
  };

  /** @param {Action} action */
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
    else if ('to' in action) show(action.to);
    else if ('turn' in action) demo.angle += action.turn;
    else {
      demo.removeAttribute('sample');
      demo.setAttribute('sample', String(action.sample));
    }
  };

  frame.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest('button') : null;
    const action = BUTTONS[pressed?.dataset.do ?? ''];
    if (action) act(action);
  });
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const isFree = leave && !event.defaultPrevented && !isTaken(event);
    const action = isFree ? actionOf(event) : null;
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    act(action);
  };
  // Before the element, which turns by less, but after a figure, which may have a use for an arrow itself.
  const figures = slides.flatMap(({ figure }) => figure ?? []);
  for (const figure of figures) figure.addEventListener('keydown', press);
  const isOfFigure = (/** @type {EventTarget} */ target) =>
    figures.some((figure) => figure === target);
  const pressFirst = (/** @type {KeyboardEvent} */ event) => {
    if (REMOTE.includes(event.key) || !event.composedPath().some(isOfFigure)) press(event);
  };
  document.addEventListener('keydown', pressFirst, { capture: true });
  addEventListener('hashchange', () => {
    const key = leave && inHash();
    if (key) goTo(key);
  });
  return enter;
}

/**
 * A figure is all there is of the story, as large as it can be.
 *
 * @param {HTMLElement} figure
 * @param {HTMLElement} lessons
 * @param {GsaDemo} demo
 * @param {AbortSignal} signal  ends it
 */
function present(figure, lessons, demo, signal) {
  const section = /** @type {HTMLElement} */ (figure.closest('section'));
  const place = /** @type {HTMLElement} */ (section.parentElement);
  for (const each of [section, figure]) each.toggleAttribute('data-current', true);
  figure.toggleAttribute('large', true);
  figure.setAttribute('theme', 'light');
  signal.addEventListener('abort', () => {
    for (const each of [section, figure]) each.removeAttribute('data-current');
    for (const name of ['large', 'theme']) figure.removeAttribute(name);
  });
  keepStage(demo, lessons, place, signal);
  keepFitted(figure, place, signal);
}

/** What comes next is here by the time that it is shown: its code, and nothing is asked for it. @param {HTMLElement | null} [figure] */
function bring(figure) {
  if (figure) /** @type {GsaFigure} */ (figure).table().catch(() => {});
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
