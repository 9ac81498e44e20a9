// What kind of error something is.

import { CodedError, reasonOf } from '../engine/errors.js';

/** Whether nothing can be answered any more, whatever the network. @param {CodedError} error */
export function isOfEngine(error) {
  return error.code === 'engine-unavailable' || error.code === 'engine-crashed';
}

/** @param {unknown} error */
export function coded(error) {
  return error instanceof CodedError ? error : new CodedError('failed', reasonOf(error));
}

/** Whether one network took too long, and the others go on without it. @param {CodedError} error */
export function isOfOne(error) {
  return error.url !== '' && (error.code === 'model-too-slow' || error.code === 'model-stopped');
}
