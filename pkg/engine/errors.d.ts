export type ErrorCode = 'invalid-angle' | 'invalid-engine' | 'invalid-model' | 'invalid-strokes' | 'model-unreachable' | 'model-broken' | 'model-too-slow' | 'engine-unavailable' | 'engine-crashed' | 'failed';
/** An error with a code that survives the way through `postMessage`. */
export declare class CodedError extends Error {
    code: ErrorCode;
    /**
     * @param {ErrorCode} code
     * @param {string} message
     * @param {{ cause?: unknown }} [options]
     */
    constructor(code: ErrorCode, message: string, options?: {
        cause?: unknown;
    });
}
/** The code of an error, also of one that another copy of this file made. @param {unknown} error @returns {ErrorCode} */
export declare function codeOf(error: unknown): ErrorCode;
/** What an error says, whatever it is, at a length that can be shown. @param {unknown} error */
export declare function reasonOf(error: unknown): string;
/** An address at a length that can be shown. @param {string} url */
export declare function shorten(url: string): string;
