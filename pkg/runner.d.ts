import type { AnswerReply, AskReply, ErrorCode, LoadReply, ModelInfo, QuarterReply, Request, TurnReply, WasmModel } from './types.d.ts';
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
/** @param {unknown} error */
export declare function reasonOf(error: unknown): string;
export type Loaded = {
    model: WasmModel;
    info: ModelInfo;
    /**
     * pixels of the forward pass whose layers the model keeps
     */
    last: Float32Array | null;
    /**
     * time of that pass
     */
    milliseconds: number;
    outcome: {
        digit: number;
        probabilities: number[];
    } | null;
};
/**
 * @typedef {object} Loaded
 * @property {WasmModel} model
 * @property {ModelInfo} info
 * @property {Float32Array | null} last  pixels of the forward pass whose layers the model keeps
 * @property {number} milliseconds  time of that pass
 * @property {{ digit: number, probabilities: number[] } | null} outcome
 */
export declare class Runner {
    #private;
    /** @param {{ module?: string, wasm?: string }} settings */
    constructor(settings?: {
        module?: string;
        wasm?: string;
    });
    /**
     * @param {Request} request
     * @returns {Promise<LoadReply | AnswerReply | AskReply | QuarterReply | TurnReply>}
     */
    run(request: Request): Promise<LoadReply | AnswerReply | AskReply | QuarterReply | TurnReply>;
    /** Drops the module and all networks; the next request loads them afresh. */
    forget(): void;
}
