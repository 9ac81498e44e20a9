/** Importing the package where there is no document must not throw. */
export declare const Base: {
    new (): HTMLElement;
    prototype: HTMLElement;
};
