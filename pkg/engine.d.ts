import { CodedError } from './errors.js';
import type { AnswerReply, AskReply, EnginePlace, Files, LoadReply, QuarterReply, Request, TurnReply } from './types.d.ts';
export type ReplyTo<K extends Request['kind']> = K extends 'load' ? LoadReply : K extends 'answer' ? AnswerReply : K extends 'ask' ? AskReply : K extends 'quarter' ? QuarterReply : TurnReply;
export type Place = {
    name: EnginePlace;
    post: (id: number, request: Request, files: Files) => void;
    close: () => void;
};
export type Waiting = {
    client: object;
    /**
     * of client and slot
     */
    key: string;
    /**
     * whether it asks for a network to be loaded
     */
    loads: boolean;
    priority: number;
    build: () => Request | null;
    resolve: (reply: any) => void;
    reject: (error: CodedError) => void;
    /**
     * fetched for it
     */
    files: Files;
    fetching: boolean;
    /**
     * aborted once nobody wants it any more
     */
    dropped: AbortController;
};
export type Busy = {
    id: number;
    waiting: Waiting;
    request: Request;
    /**
     * for which the worker has computed
     */
    seconds: number;
    /**
     * another network was chosen since
     */
    stale: boolean;
};
/**
 * The one engine of the page, kept for as long as somebody holds it.
 *
 * @param {object} client
 */
export declare function acquireEngine(client: object): Engine;
/** @param {object} client */
export declare function releaseEngine(client: object): void;
export declare class Engine {
    #private;
    /** Where it runs, once it does. @type {EnginePlace | null} */
    place: EnginePlace | null;
    /** Why the better places were not possible. @type {string[]} */
    reasons: string[];
    /**
     * Asks for something. `build` is called when the request's turn comes, so that it describes what is
     * on the pad then; if it returns null, or a newer request of this client takes the slot, the promise
     * resolves to null. A slot whose name begins with `load` says that another network was chosen.
     *
     * @template {Request['kind']} K
     * @param {object} client
     * @param {string} slot
     * @param {number} priority  lower comes first
     * @param {() => Extract<Request, { kind: K }> | null} build
     * @returns {Promise<ReplyTo<K> | null>}
     */
    ask<K extends Request['kind']>(client: object, slot: string, priority: number, build: () => Extract<Request, {
        kind: K;
    }> | null): Promise<ReplyTo<K> | null>;
    /** Forgets everything that this client waits for. @param {object} client */
    withdraw(client: object): void;
    /** Starts afresh, and with what was being computed. */
    restart(): void;
    close(): void;
}
