// What the badge says of engine and networks.

import { formatMilliseconds } from './bars.js';

/**
 * @import { CodedError } from '../engine/errors.js'
 * @import { Engine } from '../engine/client.js'
 * @import { Slot } from '../state/networks.js'
 * @import { EngineReport, ModelInfo } from '../types.d.ts'
 */

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
 * @param {Slot[]} slots
 * @param {CodedError | null} [error]  why the engine does not run
 * @returns {Status}
 */
export function describeStatus(engine, state, slots, error) {
  if (error)
    return { state: 'failed', text: 'Engine not running', more: [error.message], offer: '' };
  if (!state) {
    const failed = slots.length > 0 && slots.every((slot) => slot.error);
    return failed
      ? { state: 'failed', text: 'No network loaded', more: [], offer: '' }
      : { state: 'starting', text: 'Starting…', more: [], offer: '' };
  }
  const place = engine?.place === 'main thread' ? 'on the main thread' : 'in a worker';
  const name = state.name === 'cpu' ? 'CPU' : 'WebGPU';
  const times = slots.flatMap(({ name, prediction }) =>
    prediction ? [`${name} ${formatMilliseconds(prediction.milliseconds)}`] : [],
  );
  return {
    state: state.note ? 'note' : 'ready',
    text: [name + (state.note ? ' instead of WebGPU' : ''), ...times].join(' · '),
    offer: offerOf(state),
    more: [
      ...(state.why ? [state.why] : []),
      ...(state.card ? [describeCard(state.card)] : []),
      `WebAssembly ${state.simd ? 'with' : 'without'} SIMD, one thread, ${place}; gsa-net ${state.version}. The milliseconds are those of one forward pass.`,
      ...slots.flatMap(({ name, info }) => (info ? [describeNetwork(name, info)] : [])),
      ...(engine?.reasons ?? []),
    ],
  };
}

/** @param {EngineReport} state */
function offerOf({ name, note }) {
  if (name === 'webgpu') return 'Use the CPU';
  return !note && 'gpu' in navigator ? 'Try WebGPU' : '';
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
      typeof data === 'string' && /drawing/i.test(data) ? 'digits and drawings' : 'turned digits';
    facts.push(`${(100 * accuracy).toFixed(1)} % right on ${what} held out in training`);
  }
  return `${name}: ${facts.join(', ')}.`;
}
