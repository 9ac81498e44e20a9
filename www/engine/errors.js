// Errors that say what happened, in words for a reader and as a code for a program.

/**
 * @typedef {'invalid-angle' | 'invalid-channel' | 'invalid-engine' | 'invalid-figure' | 'invalid-layer' | 'invalid-model' | 'invalid-place' | 'invalid-strokes' | 'invalid-view'
 *   | 'figure-unreachable' | 'model-unreachable' | 'model-broken' | 'model-too-slow' | 'model-stopped' | 'engine-unavailable' | 'engine-crashed' | 'failed'} ErrorCode
 */

/** Letters of a message; some quote what a file says. */
const MAX_MESSAGE = 500;

/** Where memory is refused, whatever for. */
export const OUT_OF_MEMORY =
  'This device has not enough free memory for the networks. Close other pages or programs, then try again.';

/** An error with a code that survives the way through `postMessage`. */
export class CodedError extends Error {
  /** Address of the network concerned, where one is. */
  url = '';

  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{ cause?: unknown }} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = 'GsaError';
    this.code = code;
  }
}

/** The code of an error, also of one that another copy of this file made. @param {unknown} error @returns {ErrorCode} */
export function codeOf(error) {
  return error instanceof Error && error.name === 'GsaError'
    ? /** @type {CodedError} */ (error).code
    : 'failed';
}

/** Whether the WebAssembly itself came to an end; of no use any more. @param {unknown} error */
export function isCrash(error) {
  return typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;
}

/** Whether memory was refused. @param {unknown} error */
export function isOfMemory(error) {
  return (
    error instanceof Error &&
    /out of memory|(could not|cannot) allocate|allocation failed/i.test(error.message)
  );
}

/** What an error says, whatever it is, at a length that can be shown. @param {unknown} error */
export function reasonOf(error) {
  let text;
  try {
    text = String(error instanceof Error ? error.message : error);
  } catch {
    // Anything can be thrown, such as an object without a prototype.
    text = 'an error that has no text';
  }
  text = withoutPassword(text);
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text;
}

/** An address at a length that can be shown. @param {string} url */
export function shorten(url) {
  const shown = withoutPassword(url);
  return shown.length > 120 ? `${shown.slice(0, 100)}…` : shown;
}

/** Who signs in with an address does not want name and password shown. @param {string} text */
export function withoutPassword(text) {
  return text.replace(/\b((?:https?|wss?|ftp|file):[/\\]*)[^/\\?#]{0,1000}@/gi, '$1');
}
