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
     * the .wasm file for browsers with relaxed SIMD, where it is faster; where only the other one is
     * moved, they take that
     */
    relaxed?: string | URL;
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
export type Addresses = {
    module?: string;
    wasm?: string;
};
/**
 * Where the JavaScript is, if not in the worker itself, and where the WebAssembly, if its JavaScript does not know.
 *
 * @typedef {{ module?: string, wasm?: string }} Addresses
 */
/** @type {Settings & Required<Pick<Settings, 'worker' | 'models' | 'catalogue'>>} */
export declare const settings: Settings & Required<Pick<Settings, 'worker' | 'models' | 'catalogue'>>;
/**
 * Overrides addresses; call it before the first element is connected.
 *
 * @param {Settings} changes
 */
export declare function configure(changes: Settings): void;
/**
 * Where an engine is loaded from: its builds with SIMD, with relaxed SIMD, and without; who moved only the first has none of the
 * others.
 *
 * @returns {Addresses & { relaxed?: string, plain: Addresses | null }}
 */
export declare function engineFiles(): Addresses & {
    relaxed?: string;
    plain: Addresses | null;
};
/** A whole address, for somebody elsewhere. @param {string | URL} url */
export declare function address(url: string | URL): string;
/**
 * The address of a model that is named or given by its address.
 *
 * @param {string} value
 * @returns {string}
 */
export declare function modelUrl(value: string): string;
