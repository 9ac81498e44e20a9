// Errors that say what happened, in words for a reader and as a code for a program.

/**
 * @typedef {'invalid-angle' | 'invalid-engine' | 'invalid-figure' | 'invalid-model' | 'invalid-strokes' | 'invalid-view' | 'model-unreachable' | 'model-broken'
 *   | 'model-too-slow' | 'engine-unavailable' | 'engine-crashed' | 'failed'} ErrorCode
 */

/** Letters of a message; some quote what a file says. */
const MAX_MESSAGE = 500;

/** An error with a code that survives the way through `postMessage`. */
export class CodedError extends Error {
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

/** What an error says, whatever it is, at a length that can be shown. @param {unknown} error */
export function reasonOf(error) {
  let text;
  try {
    text = String(error instanceof Error ? error.message : error);
  } catch {
    // Anything can be thrown, such as an object without a prototype.
    text = 'an error that has no text';
  }
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text;
}

/** An address at a length that can be shown. @param {string} url */
export function shorten(url) {
  return url.length > 120 ? `${url.slice(0, 100)}…` : url;
}
