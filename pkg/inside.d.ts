import type { Answer, Looking, ModelInfo, View } from './types.d.ts';
export type Role = 'main' | 'other';
/** @type {Role[]} */
export declare const ROLES: Role[];
export declare class Inside {
    #private;
    view: Looking;
    /**
     * @param {HTMLElement} root
     * @param {Looking} view  what is looked at; changed in place
     * @param {() => void} chosen
     * @param {AbortSignal} signal
     */
    constructor(root: HTMLElement, view: Looking, chosen: () => void, signal: AbortSignal);
    /**
     * @param {Role} role
     * @param {string} name
     * @param {string} note
     * @param {ModelInfo | null} info
     * @param {number[]} [telling]  for each layer the channel to look at first
     */
    describe(role: Role, name: string, note: string, info: ModelInfo | null, telling?: number[]): void;
    /** What is looked at in a network. @param {Role} role @returns {View} */
    viewOf(role: Role): View;
    /**
     * @param {Role} role
     * @param {Answer} answer
     * @param {number} angle
     * @param {Float32Array} seen
     * @param {Float32Array | null} upright
     */
    show(role: Role, answer: Answer, angle: number, seen: Float32Array, upright: Float32Array | null): void;
    clear(): void;
    repaint(): void;
    /** @param {number} quarterTurns @param {number} angle */
    angles(quarterTurns: number, angle: number): void;
    /** @param {number} angle */
    turn(angle: number): void;
    /**
     * @param {Role} role
     * @param {number | null} quarter
     * @param {{ error: number, resampling: number } | null} turn
     */
    errors(role: Role, quarter: number | null, turn: {
        error: number;
        resampling: number;
    } | null): void;
    /** The numbers belong to another drawing, layer or angle until they come in again. */
    stale(rows?: string[]): void;
}
/** @param {number} value  e.g. 0.12 as `0.120`, 3.1e-7 as `3.1 · 10⁻⁷` */
export declare function formatError(value: number): string;
