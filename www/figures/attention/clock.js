// One clock: its picture, a button for each window, and the digit in the middle, on which a pixel is chosen.

import { elementAfter, isFramed, sum, turn } from '../../state/gaze.js';
import { Painter } from '../../ui/canvas.js';
import { add, find, write } from '../../ui/dom.js';
import { formatShare } from '../../ui/format.js';
import { Plane } from '../../ui/plane.js';
import { layoutOf, paintFace } from './face.js';

/**
 * @import { Gaze, Looked } from '../../engine/requests/attention.js'
 * @import { Inside } from '../../state/inside.js'
 * @import { Scene } from './face.js'
 */

/**
 * What a clock shows.
 *
 * @typedef {object} Shown
 * @property {Looked} looked
 * @property {Gaze} gaze
 * @property {number[][]} shares
 * @property {number[][] | null} ghosts
 * @property {number} most
 * @property {number} element
 * @property {string} title
 * @property {Scene['ink']} ink
 * @property {number} quarters  by which it is turned on
 */

/** How long a quarter turn swings. */
const SWING_MS = 600;

export const style = `
.clock { display: grid; gap: 2px; min-width: 0; }
.clock .what { margin-bottom: 8px; color: var(--bar); font-weight: 650; text-align: center; }
.clock .face { position: relative; width: 100%; max-width: 460px; margin-inline: auto; aspect-ratio: 1; }
.clock canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.clock .window { position: absolute; width: auto; height: auto; min-width: 24px; min-height: 24px; padding: 0; border: 0; border-radius: 4px; background: none; }
.clock .window[aria-pressed="true"] { outline: 3px solid var(--bar); outline-offset: 2px; }
.clock .window:focus-visible { outline: 3px dashed var(--gsa-ink); outline-offset: 3px; }
.clock .label { position: absolute; transform: translateX(-50%); color: var(--gsa-muted); font-size: 0.8125rem; line-height: 1.2; white-space: nowrap; font-variant-numeric: tabular-nums; pointer-events: none; }
.clock .label[data-on] { color: var(--bar); font-weight: 700; }
.clock .aim { position: absolute; cursor: crosshair; touch-action: none; -webkit-tap-highlight-color: transparent; }
`;

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/**
 * @param {HTMLElement} root
 * @param {Inside} inside
 * @param {AbortSignal} signal
 */
export function addClock(root, inside, signal) {
  const element = add(
    root,
    `<section class="clock" role="group">
      <p class="what"></p>
      <div class="face"><canvas role="img"></canvas><div class="aim" role="application" tabindex="0"></div></div>
    </section>`,
  );
  const [face, canvas, pick] = ['.face', 'canvas', '.aim'].map((name) => find(element, name));
  /** @type {Shown | null} */
  let shown = null;
  let swing = 0;
  let frame = 0;
  const painter = new Painter(
    /** @type {HTMLCanvasElement} */ (canvas),
    (sheet) => {
      if (!shown) return;
      const framed = isFramed(shown.looked);
      paintFace(sheet, { ...shown, framed, swing });
    },
    signal,
  );
  const buttons = addWindows(face, inside, () => shown, signal);
  choosePixels(pick, inside, () => shown?.quarters ?? 0, signal);
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));

  /** @param {Shown | null} next */
  const show = (next) => {
    shown = next;
    if (!next) return;
    write(find(element, '.what'), next.title);
    element.setAttribute('aria-label', next.title);
    canvas.setAttribute('aria-label', tellOf(next));
    buttons(next);
    const { digit } = layoutOf(next.looked.elements, next.looked.keys);
    putAt(pick, digit.x, digit.y, digit.side);
    const { row, col } = turn(inside.pixel.peek(), 28, next.quarters);
    pick.setAttribute(
      'aria-label',
      `Pixel in row ${row + 1}, column ${col + 1} of 28. Arrow keys move it.`,
    );
    painter.invalidate();
  };
  /** Lets the ghosts swing to where they belong. */
  const startSwing = () => {
    cancelAnimationFrame(frame);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const began = performance.now();
    const step = () => {
      const share = Math.min(1, (performance.now() - began) / SWING_MS);
      // Slow at both ends.
      swing = 1 - share * share * (3 - 2 * share);
      painter.paint();
      if (share < 1) frame = requestAnimationFrame(step);
    };
    step();
  };
  return { element, show, startSwing };
}

/** @param {HTMLElement} element @param {number} x @param {number} y @param {number} side */
function putAt(element, x, y, side) {
  const { style } = element;
  style.left = `${100 * (x - side / 2)}%`;
  style.top = `${100 * (y - side / 2)}%`;
  style.width = style.height = `${100 * side}%`;
}

/**
 * A button for each window, by which it becomes the output element.
 *
 * @param {HTMLElement} face
 * @param {Inside} inside
 * @param {() => Shown | null} shownNow
 * @param {AbortSignal} signal
 */
function addWindows(face, inside, shownNow, signal) {
  /** @type {{ button: HTMLElement, label: HTMLElement }[]} */
  let windows = [];
  const make = (/** @type {number} */ key) => {
    const button = add(face, '<button type="button" class="window"></button>');
    const label = add(face, '<span class="label" aria-hidden="true"></span>');
    const choose = () => {
      const shown = shownNow();
      if (!shown || shown.looked.keys < 2) return;
      // Chosen as it stands before the turn.
      const { elements } = shown.looked;
      inside.chooseElement(elementAfter(elements, key, (4 - shown.quarters) % 4));
    };
    button.addEventListener('click', choose, { signal });
    return { button, label };
  };
  return (/** @type {Shown} */ shown) => {
    const { looked, shares, element } = shown;
    const layout = layoutOf(looked.elements, looked.keys);
    while (windows.length < looked.keys) windows.push(make(windows.length));
    for (const { button, label } of windows.splice(looked.keys)) {
      button.remove();
      label.remove();
    }
    windows.forEach(({ button, label }, key) => {
      const { x, y, side } = layout.windows[key];
      putAt(button, x, y, side);
      const name = looked.keys < 2 ? 'the picture' : nameOf(looked.elements[key]);
      const share = formatShare(sum(shares[key]));
      const isOn = looked.keys > 1 && key === element;
      button.setAttribute('aria-label', `${name}: ${share}${isOn ? ', the output' : ''}`);
      button.setAttribute('aria-pressed', String(isOn));
      /** @type {HTMLButtonElement} */ (button).disabled = looked.keys < 2;
      const short = looked.keys > 8 ? share : `${arrowOf(looked.elements[key])} ${name} · ${share}`;
      write(label, looked.keys < 2 ? share : short);
      label.toggleAttribute('data-on', isOn);
      label.style.left = `${100 * x}%`;
      const isAbove = y < 0.3;
      label.style.top = `${100 * (isAbove ? y - side / 2 : y + side / 2)}%`;
      label.style.marginTop = isAbove ? '-22px' : '7px';
    });
  };
}

/** @param {Looked['elements'][0]} element */
export function nameOf({ degrees, mirror }) {
  return `${Math.round(100 * degrees) / 100}°${mirror ? ' ↔' : ''}`;
}

/** Where it stands on the clock. @param {Looked['elements'][0]} element */
export function arrowOf({ degrees }) {
  return '↑↖←↙↓↘→↗'[Math.round(degrees / 45) % 8];
}

/** What can be seen. @param {Shown} shown */
function tellOf({ looked, shares, title }) {
  const parts = shares.map((cells, key) => {
    const name = looked.keys < 2 ? 'the picture' : nameOf(looked.elements[key]);
    return `${name} ${formatShare(sum(cells))}`;
  });
  return `${title}. Shares of attention: ${parts.join(', ')}`;
}

/**
 * By pointer and keys, as the digit stands.
 *
 * @param {HTMLElement} pick
 * @param {Inside} inside
 * @param {() => number} quarters
 * @param {AbortSignal} signal
 */
function choosePixels(pick, inside, quarters, signal) {
  const plane = new Plane(pick);
  /** @param {number} row @param {number} col */
  const choose = (row, col) => {
    const clamp = (/** @type {number} */ at) => Math.max(0, Math.min(27, at));
    const { row: r, col: c } = turn({ row: clamp(row), col: clamp(col) }, 28, (4 - quarters()) % 4);
    inside.choosePixel(r, c);
  };
  const point = (/** @type {PointerEvent} */ event) => {
    const place = plane.map?.(event);
    if (place) choose(Math.floor(28 * place.y), Math.floor(28 * place.x));
  };
  let pointer = -1;
  pick.addEventListener(
    'pointerdown',
    (event) => {
      if (pointer >= 0 || event.button !== 0) return;
      pointer = event.pointerId;
      pick.setPointerCapture(pointer);
      point(event);
    },
    { signal },
  );
  pick.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId === pointer) point(event);
    },
    { signal },
  );
  for (const name of /** @type {const} */ (['pointerup', 'pointercancel'])) {
    pick.addEventListener(
      name,
      (event) => {
        if (event.pointerId === pointer) pointer = -1;
      },
      { signal },
    );
  }
  pick.addEventListener(
    'keydown',
    (event) => {
      const step = STEPS[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const { row, col } = turn(inside.pixel.peek(), 28, quarters());
      choose(row + step[0], col + step[1]);
    },
    { signal },
  );
}
