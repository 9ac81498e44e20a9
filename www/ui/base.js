// What elements are made of.

/** Importing the package where there is no document must not throw. */
export const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});
