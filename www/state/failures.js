// What kind of error something is.

import { CodedError, reasonOf } from '../engine/errors.js';
import { modelUrl } from '../engine/settings.js';

/** Whether nothing can be answered any more, whatever the network. @param {CodedError} error */
export function isOfEngine(error) {
  return error.code === 'engine-unavailable' || error.code === 'engine-crashed';
}

/** @param {unknown} error */
export function coded(error) {
  return error instanceof CodedError ? error : new CodedError('failed', reasonOf(error));
}

/** The address of a network by its name; or why it has none: a page may have said that there is no such. @param {string} name @returns {string | CodedError} */
export function addressOf(name) {
  try {
    return modelUrl(name);
  } catch (error) {
    return coded(error);
  }
}

/** Whether one network took too long, and the others go on without it. @param {CodedError} error */
export function isOfOne(error) {
  return error.url !== '' && (error.code === 'model-too-slow' || error.code === 'model-stopped');
}
