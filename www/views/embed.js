// “Copy embed code”: the HTML that shows the same elsewhere, on the clipboard; or where that is refused, shown and selected.

import { demoCode, figureCode, scriptTag } from '../state/embedding.js';
import { add, find, write } from '../ui/dom.js';
import { OF_A_LAYER, OF_INSIDE, OF_NO_DRAWING, namesIn } from '../state/figures.js';

/** @import { Demo } from '../state/demo.js' */

/** How long one has to read what a button did. */
const TOLD_MS = 8000;

export const style = `
.embed-code { flex: 1 0 100%; order: 2; width: 100%; height: auto; margin-top: 8px; padding: 10px 12px; border: 1px solid var(--gsa-line-strong); border-radius: 10px; background: var(--gsa-surface); color: var(--gsa-ink); font: 0.8125rem/1.5 ui-monospace, Menlo, Consolas, monospace; resize: vertical; }
@media print { .embed, .embed-code, .embed-told { display: none !important; } }
`;

/** What is chosen in figures, by the names of its parts. @param {readonly string[]} figures */
function partsOf(figures) {
  return figures.some((name) => OF_INSIDE.includes(name)) ? [...figures, 'inside'] : figures;
}

/** The code of a figure alone. @param {Demo} demo @param {string} name */
export function codeOfFigure(demo, name) {
  return withScript(
    figureCode(demo, name, {
      isOfDrawing: !OF_NO_DRAWING.includes(name),
      isOfLayer: OF_A_LAYER.includes(name),
      parts: partsOf([name]),
    }),
  );
}

/** The code of a demonstration, with what its page asked to be shown. @param {Demo} demo @param {Element} host */
export function codeOfDemo(demo, host) {
  const [view, figures] = ['view', 'figures'].map((name) => host.getAttribute(name));
  return withScript(demoCode(demo, { view, figures }, partsOf(namesIn(figures) ?? [])));
}

/** @param {string} element */
function withScript(element) {
  return `${scriptTag(document.scripts, document.baseURI)}\n${element}\n`;
}

/** Said once, beside the button. @type {WeakMap<HTMLElement, ReturnType<typeof setTimeout>>} */
const clocks = new WeakMap();

/** @param {HTMLElement} root  with a place for what is said @param {string} code */
export async function copyCode(root, code) {
  const told = find(root, '.embed-told');
  root.querySelector('.embed-code')?.remove();
  try {
    await navigator.clipboard.writeText(code);
    write(told, 'The code is copied.');
  } catch {
    const box = /** @type {HTMLTextAreaElement} */ (
      add(
        root,
        '<textarea class="embed-code" rows="4" readonly spellcheck="false" aria-label="Embed code"></textarea>',
      )
    );
    box.value = code;
    box.focus();
    box.select();
    write(told, 'This is the code, to be copied.');
  }
  clearTimeout(clocks.get(told));
  clocks.set(
    told,
    setTimeout(() => write(told, ''), TOLD_MS),
  );
}
