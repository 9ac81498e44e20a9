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
    const { backgroundColor, backgroundImage, color } = getComputedStyle(behind);
    const brightness = brightnessOfImage(backgroundImage, color) ?? brightnessOf(backgroundColor);
    if (brightness !== null) return brightness < MIDDLE;
  }
  // Of a frame that it was put into, where that is where it stands.
  const { ownerDocument: page } = element;
  const declared = getComputedStyle(page.documentElement).colorScheme;
  const meta = page.querySelector('meta[name="color-scheme"]')?.getAttribute('content');
  const schemes = /dark|light/.test(declared) ? declared : (meta ?? '');
  return schemes.includes('dark') && (!schemes.includes('light') || prefers(DARK));
}

/**
 * Calls back when an element may have another ground.
 *
 * @param {Element} element
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchGround(element, changed, signal) {
  globalThis.matchMedia?.(DARK).addEventListener('change', changed, { signal });
  const observer = new MutationObserver(changed);
  for (const behind of whatIsBehind(element)) observer.observe(behind, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** @param {string} query  of media; nothing is preferred where that cannot be asked */
function prefers(query) {
  return globalThis.matchMedia?.(query).matches ?? false;
}

/** What an element stands on, nearest first, as it is laid out: slots and their shadow trees too. @param {Element} element */
export function* whatIsBehind(element) {
  /** @type {Node | null} */
  let at = element;
  while (at) {
    // Told by what they have: those of a frame are of other classes.
    const { assignedSlot, host, parentNode } = /** @type {Partial<Element & ShadowRoot>} */ (at);
    at = assignedSlot ?? parentNode ?? host ?? null;
    if (at?.nodeType === Node.ELEMENT_NODE) yield /** @type {Element} */ (at);
  }
}

/**
 * Of what is painted over a ground's own colour: the colours of a gradient, all alike; of a photograph one only knows what text its
 * page sets on it. Null where there is nothing, or next to nothing.
 *
 * @param {string} image  as computed
 * @param {string} text  colour of text there
 */
function brightnessOfImage(image, text) {
  if (!image || image === 'none') return null;
  const colours = image.match(
    /(?:rgba?|hsla?|lab|lch|oklab|oklch|color)\([^()]*\)|#[0-9a-f]{3,8}\b/gi,
  );
  const told = (colours ?? []).map(brightnessOf).filter((brightness) => brightness !== null);
  if (told.length > 0) return told.reduce((sum, brightness) => sum + brightness, 0) / told.length;
  if (!/url\(|image/.test(image)) return null;
  const letters = brightnessOf(text);
  return letters === null ? null : 255 - letters;
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
  // As most are computed: no canvas is needed to read them.
  const plain = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour);
  if (plain) return brightness(Number(plain[1]), Number(plain[2]), Number(plain[3]));
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
  return alpha < MIDDLE ? null : brightness(r, g, b);
}

/** @param {number} r @param {number} g @param {number} b */
function brightness(r, g, b) {
  return 0.299 * r + 0.587 * g + 0.114 * b;
}
