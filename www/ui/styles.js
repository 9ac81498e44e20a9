// Colours, type and controls, for whatever stands in a shadow root; each view has its own style besides. The custom properties
// without the --gsa- prefix are private.
// Sizes in rem grow with the reader's own letters, but do not shrink with a page that makes its rem a handy 10 pixels.

import { forgetPalettes } from './canvas.js';

const LIGHT = `
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
    --gsa-third: #8a1f6d;
    --gsa-third-soft: #f4dfee;
    --gsa-lost: #a9380f;
    --gsa-lost-soft: #fbe4d8;`;

const DARK = `
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
    --gsa-third: #ffc9e8;
    --gsa-third-soft: #4a2440;
    --gsa-lost: #ff9d74;
    --gsa-lost-soft: #472616;`;

const BASE = `
:host {
  display: block;
  --gsa-rem: max(1rem, 16px);
  ${LIGHT}
  color: var(--gsa-ink);
  font: 0.9375rem/1.45 var(--gsa-font, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
  text-align: start;
  -webkit-text-size-adjust: 100%;
}
:host([hidden]) { display: none; }

*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
/* In which colours is not asked yet. */
[data-undressed] { visibility: hidden; }
@media print { [data-undressed] { visibility: visible; } }
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
.third { --bar: var(--gsa-third); }

@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { transition: none !important; animation: none !important; }
}
`;

// Paper is white.
const DARK_STYLES = `@media screen { :host { ${DARK} } }`;

/** One sheet for all elements of a document: those of another one are refused. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/** @param {Document} document @param {string} text */
function sheetOf(document, text) {
  const known = sheets.get(document) ?? new Map();
  sheets.set(document, known);
  let sheet = known.get(text);
  if (!sheet) {
    // Where the document has no window, its sheets cannot be made.
    sheet = new /** @type {Window & typeof globalThis} */ (document.defaultView).CSSStyleSheet();
    sheet.replaceSync(floored(text));
    known.set(text, sheet);
  }
  return sheet;
}

/** With sizes that have a least one. @param {string} text */
export function floored(text) {
  return text.replace(/(?<![\w.]|:\s*max\()(-?\d*\.?\d+)rem\b/g, 'calc($1 * var(--gsa-rem))');
}

/** What each has come to wear: the style of what it always shows, its dark or light, and of what came later. @type {WeakMap<ShadowRoot, { style: string, dark: boolean, more: Set<string> }>} */
const worn = new WeakMap();

/** Adds the style of something that is shown from now on. @param {ShadowRoot} root @param {string} style */
export function adoptMore(root, style) {
  const { style: first, dark, more } = worn.get(root) ?? { style: '', dark: false };
  if (more?.has(style)) return;
  worn.set(root, { style: first, dark, more: new Set(more).add(style) });
  adoptStyles(root, first, dark);
}

/** How things look that few ask for. @param {ShadowRoot} root @param {Promise<{ style: string }>} coming */
export function adoptLate(root, coming) {
  coming.then(
    ({ style }) => adoptMore(root, style),
    // It can be used without.
    () => {},
  );
}

/**
 * Gives a shadow root its style, by a copy where sheets cannot be made.
 *
 * @param {ShadowRoot} root
 * @param {string} style  of the views in it
 * @param {boolean} dark
 */
export function adoptStyles(root, style, dark) {
  const { more = new Set() } = worn.get(root) ?? {};
  worn.set(root, { style, dark, more });
  forgetPalettes();
  const texts = [BASE, style, ...more, ...(dark ? [DARK_STYLES] : [])];
  try {
    root.adoptedStyleSheets = texts.map((text) => sheetOf(root.ownerDocument, text));
    root.querySelector('style')?.remove();
  } catch {
    root.querySelector('style')?.remove();
    const element = document.createElement('style');
    element.textContent = floored(texts.join('\n'));
    root.prepend(element);
  }
}
