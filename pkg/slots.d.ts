import type { CodedError } from './errors.js';
import type { Role } from './inside.js';
import type { ModelInfo, Prediction } from './types.d.ts';
export type Slot = {
    role: Role;
    /**
     * of the attribute
     */
    value: string;
    url: string;
    /**
     * shown
     */
    name: string;
    /**
     * null until it is loaded
     */
    info: ModelInfo | null;
    /**
     * for each layer the channel to look at first
     */
    telling: number[];
    error: CodedError | null;
    prediction: Prediction | null;
    /**
     * errors found, by layer and quarter turns
     */
    quarters: Map<string, number>;
};
/**
 * @import { CodedError } from './errors.js'
 * @import { Role } from './inside.js'
 * @import { ModelInfo, Prediction } from './types.d.ts'
 */
/**
 * One network shown.
 *
 * @typedef {object} Slot
 * @property {Role} role
 * @property {string} value  of the attribute
 * @property {string} url
 * @property {string} name  shown
 * @property {ModelInfo | null} info  null until it is loaded
 * @property {number[]} telling  for each layer the channel to look at first
 * @property {CodedError | null} error
 * @property {Prediction | null} prediction
 * @property {Map<string, number>} quarters  errors found, by layer and quarter turns
 */
/** A network that is still to be loaded. @param {Role} role @param {string} value @returns {Slot} */
export declare function emptySlot(role: Role, value: string): Slot;
/** Gives the networks their names; where both are called alike, those by which they were asked for. @param {Slot[]} slots */
export declare function nameSlots(slots: Slot[]): void;
