import { configure } from './engine/settings.js';
import type { EngineChoice, NetworkPrediction, Stroke } from './types.d.ts';
/** @import { EngineChoice, NetworkPrediction, Stroke } from './types.d.ts' */
export { configure };
declare const Base: {
    new (): HTMLElement;
    prototype: HTMLElement;
};
/**
 * A pad to draw a digit on, a dial to turn it, and what one or two networks make of it, live.
 *
 * @tag gsa-demo
 * @attr theme - `light` or `dark`; without it, as the ground that it stands on.
 * @attr sample - A digit that is on the pad at first, 0 to 9.
 * @attr intro - With it, the drawing turns once by itself when the networks have answered, and comes to rest at a quarter turn.
 * @slot actions - Further buttons below the pad.
 * @fires {CustomEvent<PredictDetail>} predict - After every answer, and when the pad becomes blank.
 * @fires {CustomEvent<ErrorDetail>} error - What went wrong.
 * @csspart root - All of it.
 * @csspart alert - What went wrong with the engine or with what was handed in.
 * @csspart dial - The square that holds ring, knob and pad.
 * @csspart angle - The angle, in degrees.
 * @csspart pad - The canvas to draw on.
 * @csspart knob - What turns the drawing.
 * @csspart samples - The digits to take.
 * @csspart seen - The canvas with what the networks see.
 * @csspart answer - The answer of one network.
 * @csspart digit - The digit that it says.
 * @csspart bars - Its ten probabilities.
 * @csspart polar - The answers all round, as a drawing.
 * @csspart maps - The feature maps of one network.
 * @csspart errors - The table of equivariance errors.
 * @csspart badge - Which engine answers, and how fast.
 * @csspart switch-engine - The button for another engine.
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
     * The network to look at: `r8f_sa_upright` (the default) or `z2_sa_upright`, trained on upright digits and drawings alone,
     * `r8f_sa_drawn`, `r4_sa_drawn` or `z2_sa_drawn`, trained on digits and drawings at any angle, `r8f_sa`, `r4_sa` or `z2_sa`, trained on rotated MNIST alone, or the address of a
     * .safetensors file.
     *
     * @type {string}
     * @default 'r8f_sa_upright'
     */
    get model(): string;
    set model(value: string);
    /**
     * The network beside it, or `none`.
     *
     * @type {string}
     * @default 'z2_sa_upright'
     */
    get compare(): string;
    set compare(value: string);
    /**
     * Degrees by which the drawing is turned, counter-clockwise, in [0, 360).
     *
     * @type {number}
     * @default 0
     */
    get angle(): number;
    set angle(value: number);
    /**
     * `auto`, `webgpu` or `cpu`.
     *
     * @type {EngineChoice}
     * @default 'auto'
     */
    get engine(): EngineChoice;
    set engine(value: EngineChoice);
    /**
     * The drawing as it was drawn, upright: lists of {x, y} in 0..1 of the pad, y down. A copy.
     *
     * @type {Stroke[]}
     */
    get strokes(): Stroke[];
    set strokes(value: Stroke[]);
    /** What `model` says of the drawing, or null while there is none. @type {NetworkPrediction | null} */
    get prediction(): NetworkPrediction | null;
    /** What each network shown says. @type {NetworkPrediction[]} */
    get predictions(): NetworkPrediction[];
    /** Fulfilled once the networks are loaded; a new promise after another network is chosen. @type {Promise<void>} */
    get ready(): Promise<void>;
    /** Empties the pad; `undo()` brings the drawing back. */
    clear(): void;
    /** Takes the last stroke back, or what emptied the pad or filled it anew. */
    undo(): void;
    /**
     * The prediction for what is on the pad now, null when that is nothing.
     *
     * @returns {Promise<NetworkPrediction | null>}
     */
    predict(): Promise<NetworkPrediction | null>;
    /** What is shown, as a PNG. @returns {Promise<Blob>} */
    toBlob(): Promise<Blob>;
}
