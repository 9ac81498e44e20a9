// Light or dark, as the reader chooses, and as was chosen before.

/** @import { GsaDemo } from '../element.js' */

const THEMES = ['system', 'light', 'dark'];
const KEY = 'gsa-theme';

/** What was chosen before. */
function kept() {
  try {
    const theme = localStorage.getItem(KEY) ?? '';
    return THEMES.includes(theme) ? theme : 'system';
  } catch {
    // No storage, as in a sandboxed frame: the choice lasts as long as the page.
    return 'system';
  }
}

/** @param {HTMLElement} button  that goes from one to the next @param {GsaDemo} demo */
export function mountTheme(button, demo) {
  let theme = kept();
  const show = () => {
    if (theme === 'system') {
      delete document.documentElement.dataset.theme;
      demo.removeAttribute('theme');
    } else {
      document.documentElement.dataset.theme = theme;
      demo.setAttribute('theme', theme);
    }
    const name = theme === 'system' ? 'as the system' : theme;
    button.setAttribute('aria-label', `Colours: ${name}`);
    button.title = `Colours: ${name}`;
  };
  show();
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    show();
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // As above.
    }
  });
}
