import type { Settings } from './types.d.ts';
/** @import { Settings } from './types.d.ts' */
/** @type {Settings & Required<Pick<Settings, 'worker' | 'models'>>} */
export declare const settings: Settings & Required<Pick<Settings, 'worker' | 'models'>>;
/**
 * Overrides addresses; call it before the first element is connected.
 *
 * @param {Settings} changes
 */
export declare function configure(changes: Settings): void;
/** A whole address, for somebody elsewhere. @param {string | URL} url */
export declare function address(url: string | URL): string;
/**
 * The address of a model that is named or given by its address.
 *
 * @param {string} value
 * @returns {string}
 */
export declare function modelUrl(value: string): string;
