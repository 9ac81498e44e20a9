// Which layer and channel to look at, and how: as computed, or turned back.

import { add, find } from '../ui/dom.js';
import { watch } from '../watch.js';

/** @import { Demo } from '../state/demo.js' */

export const style = `
.inside-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: 10px 24px; }
.inside-head > :first-child { flex: 1 1 16rem; }
.inside-head p { color: var(--gsa-muted); font-size: 0.875rem; }
.choose { display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 8px 14px; }
.choose label { display: inline-flex; align-items: center; gap: 8px; font-size: 0.875rem; color: var(--gsa-muted); }
.choose select, .choose input { color: var(--gsa-ink); }
.choose :is(select, input, button) { height: 36px; font-size: 0.875rem; }
.choose select { padding: 0 8px; max-width: 13em; }
.stepper { display: inline-flex; }
.stepper button { width: 34px; padding: 0; font-size: 1.2rem; line-height: 1; }
.stepper .less { border-radius: 10px 0 0 10px; }
.stepper .more { border-radius: 0 10px 10px 0; }
.stepper input { width: 3em; text-align: center; border-radius: 0; border-inline: 0; -moz-appearance: textfield; appearance: textfield; font-variant-numeric: tabular-nums; }
.stepper input::-webkit-inner-spin-button, .stepper input::-webkit-outer-spin-button { -webkit-appearance: none; margin: 0; }
.stepper :focus-visible { z-index: 1; }
.maps-way { display: inline-flex; }
.maps-way button { padding: 0 12px; border-radius: 0; }
.maps-way button:first-child { border-radius: 10px 0 0 10px; border-inline-end: 0; }
.maps-way button:last-child { border-radius: 0 10px 10px 0; }
.maps-way button[aria-pressed="true"] { background: var(--gsa-ink); border-color: var(--gsa-ink); color: var(--gsa-ground); }
.maps-way :focus-visible { z-index: 1; }
@container (min-width: 900px) and (max-width: 1400px) {
  .choose { max-width: 340px; }
}
@container (max-width: 639px) {
  .choose :is(select, input, button) { height: 44px; }
  .choose .stepper button { width: 44px; }
  .choose { justify-content: flex-start; }
}
@media (forced-colors: active) {
  .maps-way button[aria-pressed="true"] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, { looking }, signal) {
  const head = add(
    root,
    `<header class="inside-head">
      <div>
        <h2>Inside them</h2>
        <p>Each map rides along. Turned back, nothing may be left over.</p>
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
        <span class="maps-way" role="group" aria-label="Maps"><button type="button" class="computed">as computed</button><button type="button" class="back">turned back</button></span>
      </div>
    </header>`,
  );
  for (const [name, back] of /** @type {const} */ ([
    ['.computed', false],
    ['.back', true],
  ])) {
    const button = find(head, name);
    button.addEventListener('click', () => looking.turnBack(back), { signal });
    watch(signal, () =>
      button.setAttribute('aria-pressed', String(looking.turnedBack.value === back)),
    );
  }
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
