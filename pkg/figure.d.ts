import { Base } from './ui/base.js';
import type { FigureState, FigureTable } from './types.d.ts';
/**
 * @import { FigureState, FigureTable } from './types.d.ts'
 * @import { Lone } from './views/lone.js'
 */
/**
 * One figure: of the `<gsa-demo>` that `for` names, else of the page's first, else with a small pad of its own.
 *
 * @tag gsa-figure
 * @attr theme - `light` or `dark`; without it, as the ground that it stands on.
 * @attr for - The id of the `<gsa-demo>` that it is of.
 * @attr large - For a projector: the picture and its numbers, without what can be said.
 * @attr sample - A digit that is on a pad of its own at first, 0 to 9.
 * @attr angle - Degrees by which that is turned at first.
 * @attr networks - The networks that it is of where no `<gsa-demo>` says them.
 * @attr place - What such a pad and figure show at first, as the end of a link to the demonstration page says it.
 * @attr state - Set by the figure: `waiting`, `ready` or `failed`.
 * @fires {CustomEvent<ErrorDetail>} error - What went wrong.
 * @csspart root - All of it. Inside are the parts that `<gsa-demo>` has for the same figure.
 */
export declare class GsaFigure extends Base {
    #private;
    static get observedAttributes(): string[];
    /** The figures there are. @returns {string[]} */
    static get names(): string[];
    connectedCallback(): void;
    disconnectedCallback(): void;
    /** Moved by `moveBefore`: nothing of it ends. */
    connectedMoveCallback(): void;
    /** @param {string} name @param {string | null} before @param {string | null} value */
    attributeChangedCallback(name: string, before: string | null, value: string | null): void;
    /**
     * Which figure: `polar`, `maps`, `errors`, `orientation` or `answers`.
     *
     * @type {string}
     */
    get name(): string;
    set name(value: string);
    /** The id of the `<gsa-demo>` that it is of; empty where it is of the page's first. @type {string} */
    get htmlFor(): string;
    set htmlFor(value: string);
    /** Whether it shows what it should: `ready`; else it is `waiting`, or has `failed`. @type {FigureState} */
    get state(): FigureState;
    /** The numbers behind the picture, as it is now, once the figure is loaded. @returns {Promise<FigureTable>} */
    table(): Promise<FigureTable>;
    /** The picture, once it is ready, as a PNG. @returns {Promise<Blob>} */
    toBlob(): Promise<Blob>;
    /** The same as an SVG that needs no other file; `polar` and `errors` have one. @returns {Promise<string>} */
    toSVG(): Promise<string>;
}
