import type { AnswerReply, AskReply, EngineChoice, ErrorCode, Files, LoadReply, MissingReply, ModelInfo, QuarterReply, Request, TurnReply } from './types.d.ts';
import type { Side } from './pass.js';
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
/** What an error says, whatever it is, at a length that can be shown. @param {unknown} error */
export declare function reasonOf(error: unknown): string;
/** An address at a length that can be shown. @param {string} url */
export declare function shorten(url: string): string;
/** The networks that a request is about. @param {Request} request */
export declare function urlsOf(request: Request): string[];
export type Loaded = {
    /**
     * to make it anew on a card that was lost
     */
    bytes: Uint8Array;
    info: ModelInfo;
    cpu: Side;
    card: Side | null;
    losses: number;
    /**
     * why the card is not tried any more
     */
    barred: string;
    chosen: Map<EngineChoice, Promise<{
        side: Side;
        why: string;
    }>>;
};
/**
 * @typedef {object} Loaded
 * @property {Uint8Array} bytes  to make it anew on a card that was lost
 * @property {ModelInfo} info
 * @property {Side} cpu
 * @property {Side | null} card
 * @property {number} losses
 * @property {string} barred  why the card is not tried any more
 * @property {Map<EngineChoice, Promise<{ side: Side, why: string }>>} chosen
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
     * @param {Files} [files]  model files by address; those of networks that are here are not needed
     * @param {() => void} [begins]  called once everything is there and only computing is left
     * @returns {Promise<MissingReply | LoadReply | AnswerReply | AskReply | QuarterReply | TurnReply>}
     */
    run(request: Request, files?: Files, begins?: () => void): Promise<MissingReply | LoadReply | AnswerReply | AskReply | QuarterReply | TurnReply>;
    /** Drops the module and all networks; the next request loads them afresh. */
    forget(): void;
}
