import { configure } from './settings.js';
import type { EngineChoice, Prediction, Stroke } from './types.d.ts';
/**
 * @import {
 *   AnswerReply, EngineChoice, EngineReport, ErrorDetail, PredictDetail, Prediction, Stroke
 * } from './types.d.ts'
 * @import { Engine } from './engine.js'
 * @import { Slot } from './slots.js'
 */
export { configure };
export type Asked = {
    version: number;
    drawing: number;
    angle: number;
};
/**
 * The state that a question is about: numbers of the version and of the drawing, and the angle.
 *
 * @typedef {{ version: number, drawing: number, angle: number }} Asked
 */
declare const Base: {
    new (): HTMLElement;
    prototype: HTMLElement;
};
/**
 * @fires predict  `detail` is a PredictDetail; after every answer, and when the pad becomes blank
 * @fires error  `detail` is an ErrorDetail
 */
export declare class GsaDemo extends Base {
    #private;
    static get observedAttributes(): string[];
    constructor();
    connectedCallback(): void;
    disconnectedCallback(): void;
    /** @param {string} name @param {string | null} before @param {string | null} value */
    attributeChangedCallback(name: string, before: string | null, value: string | null): void;
    /**
     * The network to look at: `r8f_sa_drawn` (the default), `r4_sa_drawn` or `z2_sa_drawn`, trained on
     * drawings, `r8f_sa`, `r4_sa` or `z2_sa`, trained on rotated MNIST alone, or the address of a
     * .safetensors file.
     */
    get model(): string;
    set model(value: string);
    /** The network beside it, or `none`. */
    get compare(): string;
    set compare(value: string);
    /** Degrees by which the drawing is turned, counter-clockwise, in [0, 360). */
    get angle(): number;
    set angle(value: number);
    /** `auto`, `webgpu` or `cpu`. @type {EngineChoice} */
    get engine(): EngineChoice;
    set engine(value: EngineChoice);
    /** The drawing as it was drawn, upright: lists of {x, y} in 0..1 of the pad, y down. A copy. */
    get strokes(): Stroke[];
    set strokes(value: Stroke[]);
    /** What `model` says of the drawing, or null while there is none. @returns {Prediction | null} */
    get prediction(): Prediction | null;
    /** What each network shown says. @returns {Prediction[]} */
    get predictions(): Prediction[];
    /** Fulfilled once the networks are loaded; a new promise after another network is chosen. */
    get ready(): Promise<void>;
    /** Empties the pad; `undo()` brings the drawing back. */
    clear(): void;
    /** Takes the last stroke back, or what emptied the pad or filled it anew. */
    undo(): void;
    /**
     * The prediction for what is on the pad now, null when that is nothing.
     *
     * @returns {Promise<Prediction | null>}
     */
    predict(): Promise<Prediction | null>;
    /** What is shown, as a PNG. @returns {Promise<Blob>} */
    toBlob(): Promise<Blob>;
}
