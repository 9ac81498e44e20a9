export type Settings = {
    /**
     * the worker's script
     */
    worker?: string | URL;
    /**
     * the JavaScript of the WebAssembly package
     */
    module?: string | URL;
    /**
     * the .wasm file
     */
    wasm?: string | URL;
    /**
     * the two of the build for browsers without SIMD; where only
     * those with SIMD are moved, other browsers are told that they can't
     */
    plain?: {
        module: string | URL;
        wasm?: string | URL;
    };
    /**
     * addresses of the models that have names; null where one can't be had
     */
    models?: Record<string, string | URL | null>;
    /**
     * what is known of them
     */
    catalogue?: string | URL;
    /**
     * what was recorded when the package was made; `opening.js` hands it in
     */
    opening?: object;
};
/**
 * Settings of the engine; every address can be overridden.
 *
 * @typedef {object} Settings
 * @property {string | URL} [worker]  the worker's script
 * @property {string | URL} [module]  the JavaScript of the WebAssembly package
 * @property {string | URL} [wasm]  the .wasm file
 * @property {{ module: string | URL, wasm?: string | URL }} [plain]  the two of the build for browsers without SIMD; where only
 *   those with SIMD are moved, other browsers are told that they can't
 * @property {Record<string, string | URL | null>} [models]  addresses of the models that have names; null where one can't be had
 * @property {string | URL} [catalogue]  what is known of them
 * @property {object} [opening]  what was recorded when the package was made; `opening.js` hands it in
 */
/** @type {Settings & Required<Pick<Settings, 'worker' | 'models' | 'catalogue'>>} */
export declare const settings: Settings & Required<Pick<Settings, 'worker' | 'models' | 'catalogue'>>;
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
