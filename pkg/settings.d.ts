import type { Settings } from './types.d.ts';
/** @import { Settings } from './types.d.ts' */
/** @type {Required<Omit<Settings, 'module' | 'wasm'>> & Settings} */
export declare const settings: Required<Omit<Settings, 'module' | 'wasm'>> & Settings;
/**
 * Overrides addresses; call it before the first element is connected.
 *
 * @param {Settings} changes
 */
export declare function configure(changes: Settings): void;
/**
 * The address of a model that is named or given by its address.
 *
 * @param {string} value
 * @returns {string}
 */
export declare function modelUrl(value: string): string;
