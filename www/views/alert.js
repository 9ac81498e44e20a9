// A message across the whole.

import { add, find, write, yieldFocus } from '../ui/dom.js';
import { watch } from '../watch.js';

/** @import { Demo } from '../state/demo.js' */

export const style = `
.alert { display: flex; align-items: center; gap: 12px; }
.alert { padding: 10px 12px 10px 16px; border-radius: 12px; background: var(--gsa-lost-soft); color: var(--gsa-ink); }
.alert p { flex: 1; overflow-wrap: anywhere; }
.alert button { height: 36px; flex: none; }
.alert .dismiss { width: 36px; padding: 0; border-color: transparent; background: none; font-size: 20px; line-height: 1; }
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const alert = add(
    root,
    `<div class="alert" part="alert" role="alert" hidden>
      <p></p>
      <button type="button" class="retry">Try again</button>
      <button type="button" class="dismiss" aria-label="Close this message">×</button>
    </div>`,
  );
  const retry = find(alert, '.retry');
  retry.addEventListener('click', () => demo.loading.retry(), { signal });
  find(alert, '.dismiss').addEventListener('click', () => demo.dismiss(), { signal });
  watch(signal, () => {
    const notice = demo.notice.value;
    if (!notice) yieldFocus(alert);
    alert.hidden = !notice;
    write(find(alert, 'p'), notice?.message ?? '');
    retry.hidden = !notice?.retry;
  });
}
