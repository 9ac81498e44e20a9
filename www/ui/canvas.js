// Square canvases as sharp as the screen, in the colours of their place.

import { windowOf } from './dom.js';

/**
 * @typedef {object} Sheet
 * @property {CanvasRenderingContext2D} context
 * @property {number} size  of the square, in pixels
 * @property {(name: string) => string} colour  of a name as in `--gsa-name`
 * @property {boolean} dark
 */

/** @type {WeakMap<HTMLCanvasElement, Painter>} */
const painters = new WeakMap();

/** Pixels of the screen to one of a page. */
function ratio() {
  return Math.min(3, devicePixelRatio || 1);
}

/** Whom to tell of another ratio: there are many, and one listens for all. @type {Set<() => void>} */
const tells = new Set();
let listening = new AbortController();

/**
 * Tells when a page is moved to another screen, or zoomed.
 *
 * @param {() => void} tell
 * @param {AbortSignal} signal  ends it
 */
export function watchRatio(tell, signal) {
  if (tells.size === 0) listen((listening = new AbortController()).signal);
  tells.add(tell);
  signal.addEventListener('abort', () => {
    tells.delete(tell);
    if (tells.size === 0) listening.abort();
  });
}

/** @param {AbortSignal} signal */
function listen(signal) {
  let before = devicePixelRatio;
  const compare = () => {
    if (devicePixelRatio === before) return;
    before = devicePixelRatio;
    for (const tell of [...tells]) tell();
  };
  addEventListener('resize', compare, { signal });
  // Another screen may leave the window as large as it was. A query is about one ratio: the next one needs another.
  const ask = () => {
    const query = globalThis.matchMedia?.(`(resolution: ${devicePixelRatio}dppx)`);
    const change = () => {
      compare();
      ask();
    };
    query?.addEventListener('change', change, { once: true, signal });
  };
  ask();
}

/**
 * Those that are to be painted in the next frame of their window, all at once: what one of them asks of layout and style, all others
 * have too. An element may stand in another window than the one it was made in, which draws no frames while nobody looks at it.
 *
 * @type {WeakMap<Window, Set<Painter>>}
 */
const due = new WeakMap();

/** @param {Window} window */
function paintAll(window) {
  const all = due.get(window) ?? [];
  due.delete(window);
  for (const painter of all) {
    try {
      painter.paint();
    } catch (error) {
      // The others are painted all the same.
      reportError(error);
    }
  }
}

/** Paints a canvas once a frame at most, and whenever its size changes or that of a pixel. */
export class Painter {
  #canvas;
  #paint;
  #window;
  /** Whether its size is still to be told, when it is painted anyhow. */
  #isNew = typeof ResizeObserver === 'function';

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(sheet: Sheet) => void} paint  on a cleared canvas
   * @param {AbortSignal} signal  ends it
   */
  constructor(canvas, paint, signal) {
    this.#canvas = canvas;
    this.#paint = paint;
    this.#window = windowOf(canvas);
    painters.set(canvas, this);
    signal.addEventListener('abort', () => this.#forget());
    watchRatio(() => this.invalidate(), signal);
    if (!this.#isNew) {
      addEventListener('resize', () => this.invalidate(), { signal });
      this.invalidate();
      return;
    }
    // Before the frame in which it has its size: what is asked for is in the first picture.
    const observer = new this.#window.ResizeObserver(() => {
      this.#isNew = false;
      this.paint();
    });
    observer.observe(canvas);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  invalidate() {
    if (this.#isNew) return;
    const window = this.#window;
    let others = due.get(window);
    if (!others) {
      due.set(window, (others = new Set()));
      window.requestAnimationFrame(() => paintAll(window));
    }
    others.add(this);
  }

  #forget() {
    due.get(this.#window)?.delete(this);
  }

  /** Paints now, unless it is not shown. */
  paint() {
    this.#forget();
    const canvas = this.#canvas;
    const width = canvas.clientWidth;
    const context = canvas.getContext('2d');
    if (width === 0 || !context) return;
    const size = Math.round(width * ratio() * (canvas.currentCSSZoom ?? 1));
    if (canvas.width !== size || canvas.height !== size) canvas.width = canvas.height = size;
    else context.clearRect(0, 0, size, size);
    this.#paint({ context, size, ...paletteOf(canvas) });
  }
}

/** What was asked for since the last turn of the event loop, of each root: many are painted at once. @type {Map<Node, Pick<Sheet, 'colour' | 'dark'>>} */
const palettes = new Map();

/** Colours are others from now on. */
export function forgetPalettes() {
  palettes.clear();
}

/** The colours where an element is. @param {Element} element @returns {Pick<Sheet, 'colour' | 'dark'>} */
export function paletteOf(element) {
  const root = element.getRootNode();
  const known = palettes.get(root);
  if (known) return known;
  if (palettes.size === 0) queueMicrotask(forgetPalettes);
  const style = getComputedStyle(element);
  /** @type {Map<string, string>} */
  const colours = new Map();
  /** @param {string} name */
  const colour = (name) => {
    let value = colours.get(name);
    if (value === undefined) {
      value = style.getPropertyValue(`--gsa-${name}`).trim();
      colours.set(name, value);
    }
    return value;
  };
  const palette = { colour, dark: colour('dark') === '1' };
  palettes.set(root, palette);
  return palette;
}

/** Sees to it that a canvas shows what it should by now. @param {HTMLCanvasElement} canvas */
export function paintNow(canvas) {
  painters.get(canvas)?.paint();
}

/** @type {WeakMap<CanvasRenderingContext2D, HTMLCanvasElement>} */
const scratches = new WeakMap();

/**
 * Draws pixels as crisp squares into a square of another canvas.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {ImageData} image
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
export function drawPixels(context, image, x, y, size) {
  let scratch = scratches.get(context);
  if (!scratch) scratches.set(context, (scratch = document.createElement('canvas')));
  scratch.width = image.width;
  scratch.height = image.height;
  scratch.getContext('2d')?.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(scratch, x, y, size, size);
}

/**
 * Grey pixels, light on dark as the network gets them.
 *
 * @param {Float32Array} grey  0..1, square
 */
export function paintGrey(grey) {
  const side = Math.sqrt(grey.length);
  const image = new ImageData(side, side);
  for (let i = 0; i < grey.length; i++) {
    const value = Math.round(255 * Math.min(1, Math.max(0, grey[i])));
    image.data.set([value, value, value, 255], 4 * i);
  }
  return image;
}
