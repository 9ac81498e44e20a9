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
  /** @type {Node | null} */
  let at = element;
  while ((at = at.parentNode)) {
    if (at instanceof ShadowRoot) at = at.host;
    if (!(at instanceof Element)) continue;
    const brightness = brightnessOf(getComputedStyle(at).backgroundColor);
    if (brightness !== null) return brightness < MIDDLE;
  }
  const declared = getComputedStyle(document.documentElement).colorScheme;
  const meta = document.querySelector('meta[name="color-scheme"]')?.getAttribute('content');
  const schemes = /dark|light/.test(declared) ? declared : (meta ?? '');
  return schemes.includes('dark') && (!schemes.includes('light') || matchMedia(DARK).matches);
}

/**
 * Calls back when the page may have another ground.
 *
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchGround(changed, signal) {
  matchMedia(DARK).addEventListener('change', changed, { signal });
  const observer = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true });
  }
  signal.addEventListener('abort', () => observer.disconnect());
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
