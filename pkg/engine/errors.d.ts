export type ErrorCode = 'invalid-angle' | 'invalid-channel' | 'invalid-engine' | 'invalid-figure' | 'invalid-layer' | 'invalid-model' | 'invalid-place' | 'invalid-strokes' | 'invalid-view' | 'figure-unreachable' | 'model-unreachable' | 'model-broken' | 'model-too-slow' | 'model-stopped' | 'engine-unavailable' | 'engine-crashed' | 'failed';
/** Where memory is refused, whatever for. */
export declare const OUT_OF_MEMORY = "This device has not enough free memory for the networks. Close other pages or programs, then try again.";
/** An error with a code that survives the way through `postMessage`. */
export declare class CodedError extends Error {
    code: ErrorCode;
    /** Address of the network concerned, where one is. */
    url: string;
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
/** Whether the WebAssembly itself came to an end; of no use any more. @param {unknown} error */
export declare function isCrash(error: unknown): boolean;
/** Whether memory was refused. @param {unknown} error */
export declare function isOfMemory(error: unknown): boolean;
/** What an error says, whatever it is, at a length that can be shown. @param {unknown} error */
export declare function reasonOf(error: unknown): string;
/** An address at a length that can be shown. @param {string} url */
export declare function shorten(url: string): string;
/** Who signs in with an address does not want name and password shown. @param {string} text */
export declare function withoutPassword(text: string): string;
