import { Base } from './ui/base.js';
import { configure } from './engine/settings.js';
import type { EngineChoice, NetworkPrediction, Stroke, Trial } from './types.d.ts';
/** @import { EngineChoice, NetworkPrediction, Stroke, Trial } from './types.d.ts' */
export { GsaFigure } from './figure.js';
export { configure };
/**
 * A pad to draw a digit on, a dial to turn it, and what one or two networks make of it, live.
 *
 * @tag gsa-demo
 * @attr view - `compact`: pad, dial and answers alone, for a narrow column; `full`, the default, has all the rest.
 * @attr figures - Which figures it shows, by their names with spaces between: `polar`, `maps`, `errors`, `orientation`, `answers`.
 * @attr theme - `light` or `dark`; without it, as the ground that it stands on.
 * @attr sample - A digit that is on the pad at first, 0 to 9.
 * @attr large - For a projector: large type in the place of small print; sizes follow the page's own type. With `side` the drawing is
 *   small, beside what is in the slot `reading`.
 * @attr layer - The layer whose maps are shown at first, from 0.
 * @attr channel - The channel of it, from 0.
 * @attr place - What is shown at first, as the end of a link says it.
 * @attr intro - With it, the drawing turns once by itself when the networks have answered, and comes to rest at a quarter turn.
 * @slot actions - Further buttons below the pad.
 * @slot lead - What stands above the answers.
 * @slot reading - What is read below the maps; where there is room the drawing stays in sight beside it, elsewhere a small one does.
 * @fires {CustomEvent<PredictDetail>} predict - After every answer, and when the pad becomes blank.
 * @fires {CustomEvent<NetworksDetail>} networks - Other networks are shown, whoever chose them.
 * @fires {CustomEvent<ErrorDetail>} error - What went wrong.
 * @cssprop --gsa-stage - How wide the dial may be.
 * @csspart root - All of it.
 * @csspart alert - What went wrong with the engine or with what was handed in.
 * @csspart drawing - The dial, and what belongs to it.
 * @csspart answers - The answers together.
 * @csspart inside - Maps and errors together.
 * @csspart dock - The small drawing at the bottom, where the dial is out of sight.
 * @csspart dial - The square that holds ring, knob and pad.
 * @csspart angle - The angle, in degrees.
 * @csspart pad - The canvas to draw on.
 * @csspart knob - What turns the drawing.
 * @csspart samples - The digits to take.
 * @csspart seen - The canvas with what the networks see.
 * @csspart picker - The list of all networks.
 * @csspart trial - What can be tried out in the networks.
 * @csspart answer - The answer of one network.
 * @csspart digit - The digit that it says.
 * @csspart bars - Its ten probabilities.
 * @csspart polar - The answers all round, as a drawing.
 * @csspart maps - The feature maps of one network, and what is left over of them.
 * @csspart errors - What is left over at every angle.
 * @csspart orientation - What the maximum over the group throws away.
 * @csspart position - Where position is.
 * @csspart encoding - What a turn acts on.
 * @csspart lifting - How one picture becomes a map for each element.
 * @csspart group-size - One set of weights at several numbers of rotations.
 * @csspart attention - Where a pixel looks.
 * @csspart theorem-1 - A convolution made of heads.
 * @csspart theorem-2 - Answers that turn along.
 * @csspart theorem-3 - A filter that is turned.
 * @csspart theorem-4 - Tables that are moved at both ends.
 * @csspart by-angle - How many are read right, by angle.
 * @csspart results - What the experiments say.
 * @csspart cost - What it costs.
 * @csspart badge - Which engine answers, and how fast.
 * @csspart switch-engine - The button for another engine.
 */
export declare class GsaDemo extends Base {
    #private;
    static get observedAttributes(): string[];
    connectedCallback(): void;
    disconnectedCallback(): void;
    /** Moved by `moveBefore`: nothing of it ends. */
    connectedMoveCallback(): void;
    /** @param {string} name @param {string | null} before @param {string | null} value */
    attributeChangedCallback(name: string, before: string | null, value: string | null): void;
    /**
     * The networks shown, one to three, each by its name or the address of a .safetensors file; as an attribute parted by commas. They take
     * the place of `model` and `compare`. A visitor may have chosen others than the attribute says.
     *
     * @type {string[]}
     * @default ['r8f_sa_upright', 'z2_sa_upright']
     */
    get networks(): string[];
    set networks(value: string[]);
    /**
     * The network to look at: `r8f_sa_upright` (the default) or `z2_sa_upright`, trained on upright digits and drawings alone,
     * `r8f_sa_drawn`, `r4_sa_drawn` or `z2_sa_drawn`, trained on digits and drawings at any angle, `r8f_sa`, `r4_sa`, `z2_sa`, `r8_sa`, `r12_sa`, `r16_sa` or
     * `r4_sa_published`, trained on rotated MNIST alone, `r4_cnn_upright`, `z2_cnn_upright`, `r4_cnn_drawn` or `z2_cnn_drawn`, networks of
     * convolutions, or the address of a .safetensors file.
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
     * The layer whose maps are shown, by its place in the list, from 0.
     *
     * @type {number}
     * @default 0
     */
    get layer(): number;
    set layer(value: number);
    /**
     * The channel of it, from 0; where none is chosen, the one whose maps differ most.
     *
     * @type {number}
     */
    get channel(): number;
    set channel(value: number);
    /**
     * What is changed in the networks to see what each part is for: their weights (`trained`, or `random` ones by their seed), whether
     * positions are `turning` along or held `still`, and the `exact` or the `published` index. A copy.
     *
     * @type {Trial}
     */
    get trial(): Trial;
    set trial(value: Trial);
    /**
     * What is shown at first, as the end of a link to the demonstration page says it behind `#`; of any drawing, and of what is chosen inside
     * figures too.
     *
     * @type {string}
     */
    get place(): string;
    set place(value: string);
    /** What is chosen inside figures, as links have it: by the names of its parts. A copy. @type {Record<string, string>} */
    get choices(): Record<string, string>;
    set choices(value: Record<string, string>);
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
    /**
     * `full`, or `compact`: pad, dial and answers alone.
     *
     * @type {'full' | 'compact'}
     * @default 'full'
     */
    get view(): 'full' | 'compact';
    set view(value: 'full' | 'compact');
    /**
     * The names of the figures that it shows; the attribute has them with spaces between.
     *
     * @type {string[]}
     */
    get figures(): string[];
    set figures(value: string[]);
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
