// All views of the element, each in its place: pad and dial, the answers, and what is inside; which figures there are, and how much
// stands round them, is the element's to say.

import { signal as signalOf } from '@preact/signals-core';
import { add } from '../ui/dom.js';
import { adoptMore } from '../ui/styles.js';
import { near, watch } from '../watch.js';
import * as alert from './alert.js';
import * as announce from './announce.js';
import * as caption from './caption.js';
import * as compare from './compare.js';
import * as dial from './dial.js';
import { Coming } from './coming.js';
import { bring, style as figureStyle, troubleOf, viewOf } from './figures.js';
import * as late from './late.js';
import * as print from './print.js';
import * as samples from './samples.js';
import * as seen from './seen.js';
import * as tools from './tools.js';

/** @import { Demo } from '../state/demo.js' */

/** How much is shown. @typedef {{ isCompact: boolean, figures: readonly string[] }} Parts */

/** Figures that have a place of their own; the others are in the section of what is inside. */
const PLACED = ['polar', 'answers'];
/** Of the others those that the first screen may show. */
const FIRST = ['maps', 'errors'];

/** What stands below the answers. */
const below = new Coming(() => import('./below.js'), {
  code: 'failed',
  message: 'What stands here could not be loaded.',
});

// prettier-ignore
const VIEWS = [alert, dial, tools, samples, caption, seen, compare, { style: figureStyle }, late, announce];

export const style = `
.root { container-type: inline-size; display: grid; grid-template-columns: minmax(0, 1fr); gap: 28px; }
/* Where the page is light and this is dark, or the other way round */
.root[data-island] { padding: 20px; border-radius: 20px; background: var(--gsa-ground); }
.root[data-pointer] :is(.pad, .knob):focus-visible { outline: none; }
.top { --stage: var(--gsa-stage, 536px); display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
.draw { display: grid; gap: 8px; align-content: start; justify-items: center; min-width: 0; }
.answers { display: grid; gap: 12px; align-content: start; min-width: 0; }
.below { display: contents; }
/* What is read stands below it, and waits for that, or it would be pushed away. */
@media screen {
  .top[data-opening] > slot[name="reading"]::slotted(*) { content-visibility: hidden; contain-intrinsic-block-size: auto 600vh; }
}
.inside { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; min-width: 0; align-content: start; }
.top :is(.inside, .status), .top > ::slotted(*) { margin-top: 20px; min-width: 0; }
/* Above the dial, where a hand that turns it does not hide them. */
@container (max-width: 639px) {
  .answers { display: contents; }
  .answers > * { order: -1; }
  .answers > .compare { order: 1; margin-top: 8px; }
  .top :is(.inside, .status), .top > ::slotted(*) { order: 2; }
}
@container (min-width: 640px) {
  .top { grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); gap: 16px 24px; }
  .top :is(.inside, .status), .top > ::slotted(*) { grid-column: 1 / -1; }
}
@container (min-width: 900px) {
  .top { grid-template-columns: minmax(0, var(--stage)) minmax(0, 1fr); }
}
@container (min-width: 1080px) {
  /* The stage stays in sight while all the rest is looked at and read. */
  .top { grid-template-rows: repeat(4, auto) 1fr; gap: 16px 32px; }
  .draw { grid-row: 1 / -1; position: sticky; top: 16px; align-self: start; }
  .top :is(.answers, .inside, .status), .top > ::slotted(*) { grid-column: 2; margin-top: 0; }
}
@container (min-width: 1360px) {
  .top { --stage: var(--gsa-stage, 640px); }
}
${VIEWS.map((view) => view.style).join('')}
${print.style}
`;

/**
 * @param {ShadowRoot} shadow
 * @param {Demo} demo
 * @param {AbortSignal} signal
 * @param {Parts} parts
 * @returns {HTMLElement} what holds all of it
 */
export function mount(shadow, demo, signal, { isCompact, figures }) {
  const root = add(shadow, '<div class="root" part="root"></div>');
  root.toggleAttribute('data-compact', isCompact);
  alert.mount(root, demo, signal);

  const top = add(root, '<div class="top"></div>');
  const square = mountDrawing(top, demo, signal, isCompact, figures.includes('polar'));

  add(top, '<slot name="lead"></slot>');
  if (figures.includes('answers')) {
    const answers = add(
      top,
      '<section class="answers" part="answers" role="group" aria-label="Answers"></section>',
    );
    if (!isCompact) compare.mount(answers, demo, signal);
    late.mount(answers, 'answers', demo, signal);
  }

  const names = figures.filter((name) => !PLACED.includes(name));
  if (names.length > 0 || !isCompact) belowLater(top, demo, signal, isCompact, names);
  add(top, '<slot name="reading"></slot>');
  announce.mount(root, demo, signal);
  if (!isCompact) dockLater(shadow, square, demo, signal);

  listen(root, demo, signal);
  return root;
}

/**
 * What stands below the answers comes after the first picture: whether somebody looks is not told before that.
 *
 * @param {HTMLElement} top
 * @param {Demo} demo
 * @param {AbortSignal} signal
 * @param {boolean} isCompact
 * @param {string[]} names  of the figures in it
 */
function belowLater(top, demo, signal, isCompact, names) {
  const first = names.filter((name) => FIRST.includes(name));
  const waits = signalOf(true);
  const place = late.keepPlace(top, signal, {
    isWanted: () => demo.attention.is,
    ask: () => {
      for (const coming of [below.bring(), ...first.map(bring)]) coming.catch(() => {});
    },
    trouble: () => below.trouble.value,
    here: () => (first.every((name) => viewOf(name) || troubleOf(name)) ? below.here.value : null),
    fill: ({ mount }, place) => {
      waits.value = false;
      place.replaceChildren();
      place.className = 'below';
      delete place.dataset.figure;
      const mountFigure = (/** @type {HTMLElement} */ root, /** @type {string} */ name) =>
        late.mount(root, name, demo, signal);
      mount(place, demo, signal, { isCompact, names, mountFigure });
    },
  });
  if (waits.peek()) {
    place.classList.add('inside');
    place.dataset.figure = names.join(' ');
  }
  const isNear = near(place, signal);
  watch(signal, () => {
    const isOpening = waits.value && isNear.value && !below.trouble.value;
    top.toggleAttribute('data-opening', isOpening);
  });
}

/** The middle of the screen: what leaves it may soon be out of sight. */
const MIDDLE = '-25% 0px';

/**
 * The small drawing is loaded once the dial is about to leave the screen.
 *
 * @param {ShadowRoot} shadow
 * @param {HTMLElement} square
 * @param {Demo} demo
 * @param {AbortSignal} signal
 */
function dockLater(shadow, square, demo, signal) {
  const waiting = new AbortController();
  signal.addEventListener('abort', () => waiting.abort());
  const isMiddle = near(square, waiting.signal, { reach: MIDDLE });
  watch(waiting.signal, () => {
    if (isMiddle.value) return;
    import('./dock.js').then(
      (dock) => {
        if (waiting.signal.aborted) return;
        waiting.abort();
        adoptMore(shadow, dock.style);
        dock.mount(shadow, square, demo, signal);
      },
      // One does without, and it is tried again.
      () => {},
    );
  });
}

/**
 * What one draws on and turns.
 *
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {AbortSignal} signal
 * @param {boolean} isCompact
 * @param {boolean} hasPolar  round the pad
 * @returns {HTMLElement} the square of the dial
 */
export function mountDrawing(root, demo, signal, isCompact, hasPolar) {
  const draw = add(
    root,
    '<section class="draw" part="drawing" role="group" aria-label="Drawing"></section>',
  );
  const square = dial.mount(draw, demo, signal, hasPolar);
  if (!isCompact) seen.mount(square, demo, signal);
  tools.mount(square, demo, signal);
  if (!isCompact) {
    samples.mount(draw, demo, signal);
    caption.mount(draw, demo, signal);
  }
  add(draw, '<slot name="actions"></slot>');
  return square;
}

/**
 * Keys that the control in focus has no use for: on the pad all those of the dial, elsewhere only
 * left and right, since up and down scroll.
 *
 * @param {HTMLElement} root
 * @param {Demo} demo
 * @param {AbortSignal} signal
 */
export function listen(root, demo, signal) {
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    // In whatever it stands: what is read has controls of its own.
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (target.isContentEditable || target.matches('input, select, textarea')) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z') {
      event.preventDefault();
      demo.drawing.undo();
      return;
    }
    const turns = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (turns || target.matches('.pad')) dial.turnByKey(demo, event);
  };
  root.addEventListener('keydown', press, { signal });
  // A ring round what has the focus helps those who use keys, and is in the way of those who draw.
  root.addEventListener('pointerdown', () => root.toggleAttribute('data-pointer', true), {
    signal,
  });
  for (const type of ['keydown', 'keyup', 'focusout']) {
    root.addEventListener(type, () => root.toggleAttribute('data-pointer', false), { signal });
  }
}
