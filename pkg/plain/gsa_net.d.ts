/// <reference lib="esnext.disposable" />
/* tslint:disable */
/* eslint-disable */
/** A network as its file describes it. */
export interface ModelInfo {
    /** Name, such as `r4_sa`. */
    name: string;
    group: {
        /** The paper's name: `Z2`, `R4`, `R4M`, … */
        name: string;
        /** Number of elements. */
        order: number;
        elements: GroupElementInfo[];
    };
    /** Number of trained numbers. */
    parameters: number;
    /** The picture that `predict` takes. */
    input: { channels: number; rows: number; cols: number };
    /** The layers whose output can be looked at, in order. */
    layers: LayerInfo[];
    /**
     * Whether the network is exactly equivariant, for whatever weights, to those turns and mirrors of its group that map the picture's
     * pixels to pixels. (`Z2` has none, so nothing can be broken in it.)
     */
    exact: boolean;
    /** What keeps it from that: the published index rule, positions held still, pooling that leaves out a row or a column. */
    whyInexact: string | null;
    /** How the network was trained, where its file says so. */
    training: Record<string, unknown> | null;
}

/** An element of a network's group: mirrors the columns first (where `mirror`), then turns. */
export interface GroupElementInfo {
    index: number;
    /** Such as `90°` or `90° mirrored`. */
    name: string;
    /** Counter-clockwise on the screen. */
    degrees: number;
    mirror: boolean;
}

/** The shape of a layer's output. */
export interface LayerInfo {
    index: number;
    name: string;
    channels: number;
    /** Group elements: one map for each. */
    elements: number;
    rows: number;
    cols: number;
    /** Whether `attention` has an answer for this layer. */
    attention: boolean;
}

/** A network's answer. */
export interface Prediction {
    /** The most probable class. */
    digit: number;
    /** One number a class, before the softmax. */
    logits: number[];
    /** One number a class; they sum to one. */
    probabilities: number[];
}

/** One channel of a layer's output: a map for each group element. */
export interface FeatureMaps {
    elements: number;
    rows: number;
    cols: number;
    /** `[elements, rows, cols]` in one list. */
    maps: Float32Array;
}

/** How far the stabilised maps of a turned picture are from the maps of the upright one. */
export interface TurnError {
    /** Relative distance; 0 where the maps only turn. */
    error: number;
    /** The same distance for maps that are turned forth and back: the share of resampling. */
    resampling: number;
    rows: number;
    cols: number;
    /**
     * Where the error lies, `[rows, cols]` in one list: at each pixel the root mean square over channels and group elements, as a
     * share of that of the upright maps. `NaN` outside the disc that is compared; its mean square is the square of `error`.
     */
    difference: Float32Array;
}

/** What speaks for each class at each group element, before the largest over the elements is taken. */
export interface Evidence {
    classes: number;
    elements: number;
    /** `[classes, elements]` in one list. */
    values: Float32Array;
}

/** A change to a network, to see what it is for; what is left out stays. */
export interface Variant {
    /** Fresh random weights, the same for the same whole number. */
    seed?: number;
    /** How the group argument of the encoding is formed: exactly equivariant, or as in the paper's published code. */
    index?: 'exact' | 'published';
    /** Whether relative positions turn along with the group elements, as they must, or are held still. */
    positions?: 'turning' | 'still';
    /** Another number of rotations, 1 to 64, with the same weights; what encodes group elements is interpolated round the circle. */
    rotations?: number;
}

/** Where one query pixel of an attention layer looks. */
export interface AttentionMap {
    heads: number;
    /** Group elements of the layer's output. */
    outputElements: number;
    /** Group elements of the layer's input. */
    keyElements: number;
    rows: number;
    cols: number;
    /** Of the window round the pixel, in which alone probabilities are not 0; a part of it may lie outside the picture. */
    windowRows: number;
    windowCols: number;
    /** `[heads, outputElements, keyElements, rows, cols]` in one list, the mean over query elements. */
    probabilities: Float32Array;
}

/** An attention layer that is made to be a convolution of the group of quarter turns, beside that convolution. */
export interface ConvolutionByAttention {
    heads: number;
    /** `[heads, keys]` in one list: where each head looks from the first element; keys are places of the filter. */
    patterns: Float32Array;
    /** `[channels, 4, rows, cols]` in one list: what the layer makes of the maps, which go on with zeros. */
    output: Float32Array;
    /** The same of the convolution. */
    target: Float32Array;
    /** The largest difference, as a share of the largest number of the convolution. */
    error: number;
}

/** A network of convolutions beside the same network by attention: `output` and `target` are of one of its convolutions. */
export interface NetworkByAttention extends ConvolutionByAttention {
    rows: number;
    cols: number;
    /** What the network by attention answers. */
    prediction: Prediction;
    /** What the network itself answers. */
    own: Prediction;
}

/**
 * What one query pixel of an attention layer asks, and what it is answered, in lists whose last axis is the fastest. The score of a
 * key is the sum `content + rows + cols + group`, with the factor 1/√C in each; the softmax of an output and a query element runs over all
 * keys inside, and the output is `bias` plus the sum over heads, query elements and keys of probability × `outputs`.
 */
export interface AttentionParts {
    heads: number;
    /** Group elements of the layer's output. */
    outputElements: number;
    /** Group elements of the layer's input: of queries and of keys. */
    queryElements: number;
    windowRows: number;
    windowCols: number;
    /** Of the layer's output. */
    channels: number;
    /** `[windowRows, windowCols]`: 1 where there is a pixel; numbers of other keys are 0, and they take no part. */
    inside: Uint8Array;
    /** q·k, `[heads, queryElements, queryElements (of the key), windowRows, windowCols]`. */
    content: Float32Array;
    /** q·row at the relative row that the output element sees, `[heads, outputElements, queryElements, windowRows, windowCols]`. */
    rows: Float32Array;
    /** q·col, likewise. */
    cols: Float32Array;
    /** q·emb of the relative element, `[heads, outputElements, queryElements, queryElements (of the key)]`; 0 where the layer has none. */
    group: Float32Array;
    /** Queries with the factor in them, `[heads, queryElements, head channels]`: first those that meet rows, then those that meet columns. */
    queries: Float32Array;
    /** What a key adds to the output at probability 1, `[heads, queryElements (of the key), windowRows, windowCols, channels]`. */
    outputs: Float32Array;
    /** `[channels]` */
    bias: Float32Array;
}

/** A layer's encodings of relative rows and columns at some coordinates. */
export interface Encoding {
    rowChannels: number;
    colChannels: number;
    /** `[coordinates, rowChannels]` in one list. */
    rows: Float32Array;
    /** `[coordinates, colChannels]` in one list. */
    cols: Float32Array;
}

/** A point of a stroke in fractions of the drawing pad: x to the right, y down. */
export interface Point {
    x: number;
    y: number;
}

/** The 28×28 picture that a network sees. */
export interface Prepared {
    /** 784 numbers, 0 (background) to 1 (ink), row by row. */
    pixels: Float32Array;
    /** Nothing, or next to nothing, was drawn; the pixels are all 0. */
    empty: boolean;
}



/**
 * A trained network. It lives in the memory of the wasm: whoever makes one calls `free()` when it is no longer needed.
 *
 * ```js
 * await init();
 * const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
 * const model = new Model(new Uint8Array(await response.arrayBuffer()));
 * const { pixels } = prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0);
 * console.log(model.predict(pixels).digit); // 1
 * model.free();
 * ```
 */
export class Model {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * What one pixel of a layer's output asks, and what it is answered: the parts of the scores of each key, before any softmax. As
     * seldom as `attention` it runs the network.
     *
     * ```js
     * await init();
     * const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
     * const model = new Model(new Uint8Array(await response.arrayBuffer()));
     * const { pixels } = prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0);
     * const { heads, windowRows, windowCols } = model.attentionParts(pixels, 0, 14, 14);
     * console.log(heads, windowRows, windowCols); // 9 5 5
     * model.free();
     * ```
     *
     * @param row - of the layer's input
     * @throws Error as `attention`
     */
    attentionParts(pixels: Float32Array, layer: number, row: number, col: number): AttentionParts;
    /**
     * Where one pixel of a layer's output looks: for every head and output element, the probability of every key. Of the picture
     * that was predicted last, or asked about here last, any pixel is answered without running the network again.
     *
     * @param row - of the layer's input, which may be larger than its output
     * @throws Error as `predict`, and for a layer or pixel that does not exist or a layer without attention
     */
    attention(pixels: Float32Array, layer: number, row: number, col: number): AttentionMap;
    /**
     * Theorem 1 in a trained network of convolutions, such as `r4_cnn`: runs it beside the same network with attention in the place of
     * its convolutions, all whose filters have a middle, and shows one of them. Otherwise as `convolutionByAttention`.
     *
     * ```js
     * await init();
     * const response = await fetch(new URL('./models/r4_cnn_drawn.safetensors', import.meta.url));
     * const model = new Model(new Uint8Array(await response.arrayBuffer()));
     * const { pixels } = prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0);
     * const { error, prediction, own } = model.byAttention(pixels, 1, 2, true, true);
     * console.log(error < 1e-4, prediction.digit === own.digit); // true true
     * model.free();
     * ```
     *
     * @param layer - index in `info().layers` of the convolution that is shown
     * @throws Error as `predict` and `convolutionByAttention`, and for a network or layer without such convolutions
     */
    byAttention(pixels: Float32Array, layer: number, alpha: number, solved: boolean, frames: boolean, without?: number | null): NetworkByAttention;
    /**
     * The encodings of relative rows and columns that a layer has learnt, at any coordinates: the layer itself reads them at the offsets of
     * its window, as each group element sees them.
     *
     * ```js
     * await init();
     * const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
     * const model = new Model(new Uint8Array(await response.arrayBuffer()));
     * const { rows, rowChannels } = model.encoding(0, Float32Array.of(-1, 0, 0.3));
     * console.log(rows.length === 3 * rowChannels); // true
     * model.free();
     * ```
     *
     * @param coordinates - 1 to 100,000; the longer side of the window is from −1 to 1
     * @throws Error for a layer that does not exist or has no attention, and for a coordinate that is not finite
     */
    encoding(layer: number, coordinates: Float32Array): Encoding;
    /**
     * How far a layer is from turning along with the picture, |f(g x) − g f(x)| / |f(x)|, where g mirrors the columns (where
     * `mirror`) and then turns by quarters. Rounding alone is about 1e-6. Where g is not in the network's group, the maps are
     * turned and their group elements stay.
     *
     * @param quarterTurns - counter-clockwise; any whole number
     * @throws Error as `predict`, and for a layer that does not exist
     */
    equivarianceError(pixels: Float32Array, layer: number, quarterTurns: number, mirror: boolean): number;
    /**
     * What speaks for each class at each group element in the picture predicted last: of these the network takes the largest over the
     * elements. When the picture is turned by an element of the group, the same numbers stand at other elements.
     *
     * @throws Error before the first `predict`
     */
    evidence(): Evidence;
    /**
     * One channel of a layer's output for the picture predicted last: a map for each group element.
     *
     * ```js
     * await init();
     * const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
     * const model = new Model(new Uint8Array(await response.arrayBuffer()));
     * model.predict(prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0).pixels);
     * const { elements, rows, cols, maps } = model.featureMaps(0, 0);
     * console.log(maps.length === elements * rows * cols); // true
     * model.free();
     * ```
     *
     * @param layer - index in `info().layers`
     * @throws Error for a layer or channel that does not exist, and before the first `predict`
     */
    featureMaps(layer: number, channel: number): FeatureMaps;
    /**
     * What the network is: its group, its layers, how it was trained.
     */
    info(): ModelInfo;
    /**
     * Reads a model file, and changes the network where that is asked for.
     *
     * ```js
     * await init();
     * const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
     * const random = new Model(new Uint8Array(await response.arrayBuffer()), { seed: 7 });
     * console.log(random.info().training); // null
     * random.free();
     * ```
     *
     * @param bytes - the content of a `.safetensors` file made by `gsa`
     * @param variant - fresh random weights, another index rule, or positions held still, to see what each is for
     * @throws Error that says what is wrong with the file or with the change
     */
    constructor(bytes: Uint8Array | ArrayBuffer, variant?: Variant);
    /**
     * The network's answer for a picture. What its layers made of that picture is kept for `featureMaps` and
     * `stabilisedMaps` until the next call.
     *
     * @param pixels - `[channels, rows, cols]` in one list, 0 (background) to 1 (ink)
     * @throws Error where the number of pixels is not that of the network's input, or one is not finite
     */
    predict(pixels: Float32Array): Prediction;
    /**
     * As `featureMaps`, turned back by the angle of the picture: pixels about the middle, group elements along the circle.
     * For a picture that was turned by `degrees`, the maps of an equivariant network stand still here: exactly at the turns of
     * its group that map the pixel grid to itself, up to resampling at others.
     *
     * @param degrees - counter-clockwise, as for `prepareStrokes`
     * @throws Error as `featureMaps`, and for an angle that is not finite
     */
    stabilisedMaps(layer: number, channel: number, degrees: number): FeatureMaps;
    /**
     * Compares a layer's stabilised maps of a turned picture with its maps of the upright one, at any angle.
     *
     * ```js
     * await init();
     * const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
     * const model = new Model(new Uint8Array(await response.arrayBuffer()));
     * const one = [[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]];
     * const [upright, turned] = [0, 90].map((degrees) => prepareStrokes(one, degrees).pixels);
     * console.log(model.turnError(upright, turned, 3, 90).error < 1e-3); // true
     * model.free();
     * ```
     *
     * @throws Error as `predict`, for a layer that does not exist, and for an angle that is not finite
     */
    turnError(upright: Float32Array, turned: Float32Array, layer: number, degrees: number): TurnError;
}

/**
 * Theorem 1: runs an attention layer that is made to be a convolution of the group of quarter turns, beside that convolution.
 *
 * ```js
 * await init();
 * const { pixels } = prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0);
 * const edges = new Float32Array([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
 * console.log(convolutionByAttention(pixels, edges, 8, false, false).error < 1e-2); // true
 * console.log(convolutionByAttention(pixels, edges, 2, true, false).error < 1e-5); // true
 * ```
 *
 * @param maps - a square picture of at most 64×64, or such a map for each of the four elements, in one list
 * @param filter - 3×3 numbers, for maps `[4, 3, 3]`
 * @param alpha - how sharply each head looks at its neighbour, 0 to 1024
 * @param solved - whether the weights behind the heads are solved for, and not the filter's own numbers
 * @param frames - whether elements meet behind nine heads, and not in 36; for maps alone
 * @param without - a head that is taken away
 * @throws Error for lists of other lengths, numbers that are not finite, and weights that can not be solved for
 */
export function convolutionByAttention(maps: Float32Array, filter: Float32Array, alpha: number, solved: boolean, frames: boolean, without?: number | null): ConvolutionByAttention;

/**
 * Turns what stands on a canvas, light on dark or dark on light, into the 28×28 picture that a network sees. What is transparent
 * counts as white paper.
 *
 * ```js
 * await init();
 * const context = new OffscreenCanvas(100, 80).getContext('2d');
 * context.fillRect(45, 20, 6, 40);
 * const { pixels, empty } = prepareImage(context.getImageData(0, 0, 100, 80));
 * console.log(pixels.length, empty); // 784 false
 * ```
 *
 * @throws Error where it is no `ImageData`, or a side is over 4096
 */
export function prepareImage(image: ImageData): Prepared;

/**
 * Turns a grey picture of a digit, light on dark or dark on light, into the 28×28 picture that a network sees.
 *
 * ```js
 * await init();
 * const grey = new Float32Array(100 * 80);
 * for (let row = 20; row < 80; row++) grey.fill(1, row * 80 + 38, row * 80 + 44);
 * const { pixels, empty } = preparePixels(grey, 100, 80);
 * console.log(pixels.length, empty); // 784 false
 * ```
 *
 * @param grey - `rows` × `cols` numbers from 0 to 1, row by row
 * @throws Error where their number is not `rows` × `cols`, one is not within 0 to 1, or a side is over 4096
 */
export function preparePixels(grey: Float32Array, rows: number, cols: number): Prepared;

/**
 * Turns pen strokes into the 28×28 picture that a network sees, as MNIST made its digits.
 *
 * The drawing is turned by `turnDegrees` before it becomes pixels, so turning it by a quarter turns its pixels.
 *
 * ```js
 * await init();
 * const seven = [[{ x: 0.3, y: 0.2 }, { x: 0.7, y: 0.2 }, { x: 0.45, y: 0.85 }]];
 * const { pixels, empty } = prepareStrokes(seven, 30);
 * console.log(pixels.length, empty); // 784 false
 * ```
 *
 * @param strokes - lists of points in fractions of the pad
 * @param turnDegrees - counter-clockwise on the screen
 * @throws Error where a coordinate or the angle is not a finite number, or there are more than 100,000 points
 */
export function prepareStrokes(strokes: Point[][], turnDegrees: number): Prepared;

/**
 * The version of this package.
 *
 * ```js
 * await init();
 * console.log(version()); // such as "0.1.0"
 * ```
 */
export function version(): string;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_model_free: (a: number, b: number) => void;
    readonly convolutionByAttention: (a: any, b: any, c: number, d: number, e: number, f: number, g: number) => [number, number, number];
    readonly model_attention: (a: number, b: any, c: number, d: number, e: number) => [number, number, number];
    readonly model_attentionParts: (a: number, b: any, c: number, d: number, e: number) => [number, number, number];
    readonly model_byAttention: (a: number, b: any, c: number, d: number, e: number, f: number, g: number, h: number) => [number, number, number];
    readonly model_encoding: (a: number, b: number, c: any) => [number, number, number];
    readonly model_equivarianceError: (a: number, b: any, c: number, d: number, e: number) => [number, number, number];
    readonly model_evidence: (a: number) => [number, number, number];
    readonly model_featureMaps: (a: number, b: number, c: number) => [number, number, number];
    readonly model_info: (a: number) => any;
    readonly model_new: (a: any, b: any) => [number, number, number];
    readonly model_predict: (a: number, b: any) => [number, number, number];
    readonly model_stabilisedMaps: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly model_turnError: (a: number, b: any, c: any, d: number, e: number) => [number, number, number];
    readonly prepareImage: (a: any) => [number, number, number];
    readonly preparePixels: (a: any, b: number, c: number) => [number, number, number];
    readonly prepareStrokes: (a: any, b: number) => [number, number, number];
    readonly start: () => void;
    readonly version: () => [number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
