// Which layer and channel to look at.

import { add, find } from '../ui/dom.js';
import { watch } from './watch.js';

/** @import { Demo } from '../state/demo.js' */

export const style = `
.inside-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: flex-end; gap: 12px 24px; }
.inside-head > div:first-child { flex: 1 1 20rem; }
.inside-head p { color: var(--gsa-muted); font-size: 0.875rem; }
.choose { display: flex; flex-wrap: wrap; gap: 8px 16px; }
.choose label { display: inline-flex; align-items: center; gap: 8px; font-size: 0.875rem; color: var(--gsa-muted); }
.choose select, .choose input { color: var(--gsa-ink); }
.choose select { padding: 0 8px; max-width: 13em; }
.stepper { display: inline-flex; }
.stepper button { width: 36px; padding: 0; font-size: 1.2rem; line-height: 1; }
.stepper .less { border-radius: 10px 0 0 10px; }
.stepper .more { border-radius: 0 10px 10px 0; }
.stepper input { width: 3.2em; text-align: center; border-radius: 0; border-inline: 0; -moz-appearance: textfield; appearance: textfield; font-variant-numeric: tabular-nums; }
.stepper input::-webkit-inner-spin-button, .stepper input::-webkit-outer-spin-button { -webkit-appearance: none; margin: 0; }
.stepper :focus-visible { z-index: 1; }
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, { looking }, signal) {
  const head = add(
    root,
    `<header class="inside-head">
      <div>
        <h2>Inside the networks</h2>
        <p>One feature map for each rotation of the group, at its angle on the circle. Ink is positive, violet negative. Shown first: the channel whose maps differ most.</p>
      </div>
      <div class="choose">
        <label>Layer <select class="layer"></select></label>
        <label class="channel-label">Channel
          <span class="stepper">
            <button type="button" class="less" aria-label="Previous channel">‹</button>
            <input class="channel" type="number" inputmode="numeric" min="1" value="1" />
            <button type="button" class="more" aria-label="Next channel">›</button>
          </span>
        </label>
      </div>
    </header>`,
  );
  const layer = /** @type {HTMLSelectElement} */ (find(head, '.layer'));
  const channel = /** @type {HTMLInputElement} */ (find(head, '.channel'));
  const show = () => {
    const { layer: index, channel: number, channels } = looking.at.value;
    layer.value = String(index);
    channel.value = String(number + 1);
    channel.max = String(channels);
  };
  layer.addEventListener('change', () => looking.chooseLayer(Number(layer.value) || 0), { signal });
  const typed = () => {
    looking.chooseChannel(Math.round(Number(channel.value)) - 1 || 0);
    // What was typed may stand for a channel that is chosen already.
    show();
  };
  channel.addEventListener('change', typed, { signal });
  for (const [name, step] of /** @type {const} */ ([
    ['.less', -1],
    ['.more', 1],
  ])) {
    const button = find(head, name);
    button.addEventListener(
      'click',
      () => looking.chooseChannel(looking.at.peek().channel + step),
      { signal },
    );
  }
  watch(signal, () => {
    const layers = looking.layers.value;
    const listed = Array.from(layer.options, (option) => option.text);
    const names = layers.map(({ name }) => name);
    if (names.join('\n') !== listed.join('\n')) {
      layer.replaceChildren(...layers.map(({ index, name }) => new Option(name, String(index))));
    }
    if (layers.length > 0) show();
  });
}
