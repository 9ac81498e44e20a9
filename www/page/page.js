// The page round the element: light and dark, links to a drawing, and pictures of it.

import '../define.js';
import { decodeStrokes, encodeStrokes } from '../state/link.js';

/** @import { GsaDemo } from '../element.js' */

const demo = /** @type {GsaDemo} */ (document.querySelector('gsa-demo'));

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

// ---- Light and dark ----

const THEMES = ['system', 'light', 'dark'];
const themeButton = byId('theme');

/** @param {string} theme */
function setTheme(theme) {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
    demo.removeAttribute('theme');
  } else {
    document.documentElement.dataset.theme = theme;
    demo.setAttribute('theme', theme);
  }
  const name = theme === 'system' ? 'as the system' : theme;
  themeButton.setAttribute('aria-label', `Colours: ${name}`);
  themeButton.title = `Colours: ${name}`;
}

let theme = 'system';
try {
  const kept = localStorage.getItem('gsa-theme') ?? '';
  if (THEMES.includes(kept)) theme = kept;
} catch {
  // No storage, as in a sandboxed frame: the choice lasts as long as the page.
}
setTheme(theme);
themeButton.addEventListener('click', () => {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  setTheme(theme);
  try {
    localStorage.setItem('gsa-theme', theme);
  } catch {
    // As above.
  }
});

// ---- ?engine=webgpu or cpu, ?networks=r4_sa,z2_sa ----

for (const name of ['engine', 'networks']) {
  const value = new URLSearchParams(location.search).get(name);
  if (value) demo.setAttribute(name, value);
}

// ---- A drawing in the address: #a=90&s=... ----

function readAddress() {
  const parameters = new URLSearchParams(location.hash.slice(1));
  const written = parameters.get('s') ?? '';
  if (!written) return;
  const strokes = decodeStrokes(written);
  if (!strokes || strokes.length === 0) {
    tell('The drawing in this link is damaged.');
    return;
  }
  const angle = Number(parameters.get('a') ?? 0);
  demo.strokes = strokes;
  demo.angle = Number.isFinite(angle) ? angle : 0;
}

function address() {
  const url = new URL(location.href);
  url.hash = `a=${demo.angle}&s=${encodeStrokes(demo.strokes)}`;
  return url.href;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let silence;

/** @param {string} text */
function tell(text) {
  byId('told').textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => (byId('told').textContent = ''), 4000);
}

readAddress();
addEventListener('hashchange', readAddress);

byId('share').addEventListener('click', async () => {
  if (demo.strokes.length === 0) {
    tell('Draw something first.');
    return;
  }
  const link = address();
  try {
    history.replaceState(null, '', link);
  } catch {
    // A frame without an address of its own.
  }
  try {
    await navigator.clipboard.writeText(link);
    tell('The link is copied.');
  } catch {
    tell('The link is in the address bar.');
  }
});

byId('save').addEventListener('click', async () => {
  try {
    const picture = await demo.toBlob();
    const link = document.createElement('a');
    link.download = 'gsa-net.png';
    link.href = URL.createObjectURL(picture);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    tell('The picture is saved.');
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
});
