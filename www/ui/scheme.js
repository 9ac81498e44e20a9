// Light or dark: what lies behind the element decides, since its text stands on the page's own ground.

const DARK = '(prefers-color-scheme: dark)';

/** Brightness from which on a ground is light, 0..255. */
const MIDDLE = 128;

/**
 * Whether the ground behind an element is dark. Where nothing is painted it is the browser's own, which is dark only
 * for pages that say they can be.
 *
 * @param {Element} element
 */
export function isOnDark(element) {
  for (const behind of whatIsBehind(element)) {
    const brightness = brightnessOf(getComputedStyle(behind).backgroundColor);
    if (brightness !== null) return brightness < MIDDLE;
  }
  const declared = getComputedStyle(document.documentElement).colorScheme;
  const meta = document.querySelector('meta[name="color-scheme"]')?.getAttribute('content');
  const schemes = /dark|light/.test(declared) ? declared : (meta ?? '');
  return schemes.includes('dark') && (!schemes.includes('light') || matchMedia(DARK).matches);
}

/**
 * Calls back when an element may have another ground.
 *
 * @param {Element} element
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchGround(element, changed, signal) {
  matchMedia(DARK).addEventListener('change', changed, { signal });
  const observer = new MutationObserver(changed);
  for (const behind of whatIsBehind(element)) observer.observe(behind, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** What an element stands on, nearest first, as it is laid out: slots and their shadow trees too. @param {Element} element */
function* whatIsBehind(element) {
  /** @type {Node | null} */
  let at = element;
  while (at) {
    /** @type {Node | null} */
    const slot = at instanceof Element ? at.assignedSlot : null;
    at = slot ?? (at instanceof ShadowRoot ? at.host : at.parentNode);
    if (at instanceof Element) yield at;
  }
}

/** @type {CanvasRenderingContext2D | null} */
let context = null;

/**
 * 0..255; null for a colour that lets what is behind it through.
 *
 * @param {string} colour
 */
function brightnessOf(colour) {
  if (colour === 'transparent' || colour === 'rgba(0, 0, 0, 0)') return null;
  if (!context) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    context = canvas.getContext('2d', { willReadFrequently: true });
  }
  if (!context) return null;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, alpha] = context.getImageData(0, 0, 1, 1).data;
  return alpha < MIDDLE ? null : 0.299 * r + 0.587 * g + 0.114 * b;
}
