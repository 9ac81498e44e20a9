// What the badge says of engine and networks.

import { isOfEngine } from '../state/failures.js';
import { add, find, write } from '../ui/dom.js';
import { formatMilliseconds } from '../ui/format.js';
import { adoptMore } from '../ui/styles.js';
import { watch } from '../watch.js';

/**
 * @import { ModelInfo } from '../../pkg/gsa_net.js'
 * @import { EngineReport } from '../engine/choice.js'
 * @import { Engine } from '../engine/client.js'
 * @import { CodedError } from '../engine/errors.js'
 * @import { Demo } from '../state/demo.js'
 * @import { NetworkPrediction } from '../types.d.ts'
 */

/**
 * What is said of one network.
 *
 * @typedef {object} Line
 * @property {string} name  shown
 * @property {ModelInfo | null} info
 * @property {CodedError | null} error
 * @property {NetworkPrediction | null} prediction
 */

/** @type {Record<EngineReport['build'], string>} */
const BUILDS = { plain: 'without SIMD', simd: 'with SIMD', relaxed: 'with relaxed SIMD' };

export const style = `
.status { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 8px; }
.status button { height: 34px; padding: 0 12px; border-radius: 999px; font-size: 0.8125rem; color: var(--gsa-muted); }
.embed-told { align-self: center; font-size: 0.8125rem; color: var(--gsa-muted); }
.badge { font-size: 0.8125rem; color: var(--gsa-muted); font-variant-numeric: tabular-nums; }
.badge summary { display: inline-flex; align-items: center; gap: 8px; padding: 6px 12px; border: 1px solid var(--gsa-line); border-radius: 999px; cursor: pointer; list-style: none; min-height: 34px; }
.badge summary::-webkit-details-marker { display: none; }
.badge .dot { width: 8px; height: 8px; border-radius: 50%; background: var(--gsa-line-strong); flex: none; }
.badge[data-state="ready"] .dot { background: #2c9a5b; }
.badge[data-state="note"] .dot { background: #c98a12; }
.badge[data-state="failed"] .dot { background: var(--gsa-lost); }
.badge-more { display: grid; gap: 4px; padding: 8px 12px 0; max-width: 70ch; overflow-wrap: anywhere; }
@media (pointer: coarse) { .status button { height: 44px; } }
`;

/** @param {HTMLElement} root @param {Demo} demo @param {AbortSignal} signal */
export function mount(root, demo, signal) {
  const status = add(
    root,
    `<div class="status">
      <details class="badge" part="badge">
        <summary><span class="dot"></span><span class="badge-text"></span></summary>
        <ul class="badge-more"></ul>
      </details>
      <button type="button" class="switch-engine" part="switch-engine" hidden></button>
      <button type="button" class="embed">Copy embed code</button>
      <span class="embed-told" role="status"></span>
    </div>`,
  );
  find(status, '.switch-engine').addEventListener('click', () => demo.switchEngine(), { signal });
  find(status, '.embed').addEventListener('click', () => copyEmbedCode(status, demo), { signal });
  watch(signal, () => {
    const { shown } = demo.networks;
    const isRecorded = shown.value.some((network) => network.isRecorded.value);
    const lines = shown.value.map(({ info, error, shown }, i) => ({
      name: demo.networks.names.value[i],
      info: info.value,
      error: error.value,
      prediction: shown.value?.prediction ?? null,
    }));
    const ofEngine = lines.find(({ error }) => error && isOfEngine(error))?.error;
    const error = demo.failure.value ?? ofEngine ?? null;
    show(status, describeStatus(demo.engine, demo.report.value, lines, error, isRecorded));
  });
}

/** @param {HTMLElement} status @param {Demo} demo */
async function copyEmbedCode(status, demo) {
  const shadow = /** @type {ShadowRoot} */ (status.getRootNode());
  try {
    const embed = await import('./rarely.js');
    adoptMore(shadow, embed.style);
    await embed.copyCode(status, embed.codeOfDemo(demo, shadow.host));
  } catch (error) {
    write(find(status, '.embed-told'), error instanceof Error ? error.message : String(error));
  }
}

/** @param {HTMLElement} status @param {Status} said */
function show(status, { state, text, more, offer }) {
  const badge = find(status, '.badge');
  badge.dataset.state = state;
  write(find(badge, '.badge-text'), text);
  const button = find(status, '.switch-engine');
  if (!offer && button.matches(':focus')) find(badge, 'summary').focus({ preventScroll: true });
  button.hidden = !offer;
  button.textContent = offer;
  const list = find(badge, '.badge-more');
  const told = Array.from(list.children, (item) => item.textContent);
  if (told.join('\n') === more.join('\n')) return;
  list.replaceChildren();
  for (const line of more) add(list, '<li></li>').textContent = line;
}

/**
 * @typedef {object} Status
 * @property {'starting' | 'ready' | 'note' | 'failed'} state
 * @property {string} text
 * @property {string[]} more  lines shown on request
 * @property {string} offer  what a click would change; empty where there is no choice
 */

/**
 * @param {Engine | null} engine
 * @param {EngineReport | null} state  null until the first network is there
 * @param {Line[]} networks
 * @param {CodedError | null} [error]  why the engine does not run
 * @param {boolean} [isRecorded]  whether what is shown was recorded
 * @returns {Status}
 */
export function describeStatus(engine, state, networks, error, isRecorded = false) {
  if (error)
    return { state: 'failed', text: 'Engine not running', more: [error.message], offer: '' };
  if (!state) {
    const failed = networks.length > 0 && networks.every((network) => network.error);
    if (failed) return { state: 'failed', text: 'No network loaded', more: [], offer: '' };
    const text = isRecorded ? 'Recorded with the page; live in a moment' : 'Starting…';
    return { state: 'starting', text, more: [], offer: '' };
  }
  const place = engine?.place === 'main thread' ? 'on the main thread' : 'in a worker';
  const name = state.name === 'cpu' ? 'CPU' : 'WebGPU';
  const times = networks.flatMap(({ name, prediction }) =>
    prediction ? [`${name} ${formatMilliseconds(prediction.milliseconds)}`] : [],
  );
  return {
    state: state.note ? 'note' : 'ready',
    text: [name + insteadOf(state), ...times].join(' · '),
    offer: offerOf(state),
    more: [
      ...(state.why ? [state.why] : []),
      ...(state.card ? [describeCard(state.card)] : []),
      `WebAssembly ${BUILDS[state.build]}, one thread, ${place}; gsa-net ${state.version}. The milliseconds are those of one forward pass.`,
      ...networks.flatMap(({ name, info }) => (info ? [describeNetwork(name, info)] : [])),
      ...(engine?.reasons ?? []),
    ],
  };
}

/** @param {EngineReport} state */
function insteadOf({ note, opening }) {
  if (!note) return '';
  return opening ? ' while WebGPU opens' : ' instead of WebGPU';
}

/** @param {EngineReport} state */
function offerOf({ name, note, opening }) {
  if (name === 'webgpu') return 'Use the CPU';
  if (opening || !('gpu' in navigator)) return '';
  return note ? 'Try WebGPU again' : 'Try WebGPU';
}

/** @param {NonNullable<EngineReport['card']>} card */
function describeCard({ adapter, software, difference, milliseconds }) {
  const facts = [`Graphics card: ${adapter}${software ? ', a program on the processor' : ''}`];
  if (milliseconds !== null) {
    facts.push(`the last answer took ${formatMilliseconds(milliseconds)} by its own clock`);
  }
  facts.push(`largest difference from the CPU in the self-test ${difference.toExponential(1)}`);
  return `${facts.join('; ')}.`;
}

/** @param {string} name @param {ModelInfo} info */
function describeNetwork(name, { group, parameters, training }) {
  const accuracy = training?.held_out_accuracy;
  const data = training?.data;
  const facts = [
    `group ${group.name} with ${group.order === 1 ? 'one element' : `${group.order} elements`}`,
    `${parameters.toLocaleString('en')} parameters`,
  ];
  if (typeof accuracy === 'number') {
    const what =
      typeof data === 'string' && /drawing/i.test(data)
        ? `${/turned by at most/.test(data) ? 'upright ' : ''}digits and drawings`
        : 'turned digits';
    facts.push(`${(100 * accuracy).toFixed(1)} % right on ${what} held out in training`);
  }
  return `${name}: ${facts.join(', ')}.`;
}
