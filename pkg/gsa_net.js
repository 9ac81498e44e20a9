/* @ts-self-types="./gsa_net.d.ts" */

/**
 * A trained network on the graphics card, by WebGPU. As `Model`, but its answers are promises, and one has to be waited for
 * before the next is asked for. Whoever makes one calls `free()` when it is no longer needed.
 *
 * ```js
 * await init();
 * const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
 * const model = await GpuModel.create(new Uint8Array(await response.arrayBuffer()));
 * const { passed } = await model.selfTest(); // where false, use `Model`
 * const { pixels } = prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0);
 * console.log((await model.predict(pixels)).digit, passed); // 1 true
 * model.free();
 * ```
 */
export class GpuModel {
    constructor() {
        throw new TypeError('A GpuModel is made by GpuModel.create(…), not by new.');
    }
    static __wrap(ptr) {
        const obj = Object.create(GpuModel.prototype);
        obj.__wbg_ptr = ptr;
        GpuModelFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        GpuModelFinalization.unregister(this);
        return ptr;
    }
    free() {
        if (!isToFree(this, GpuModel, 'GpuModel')) return;
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_gpumodel_free(ptr, 0);
    }
    /**
     * Which graphics card it is.
     * @returns {AdapterInfo}
     */
    adapterInfo() {
        const ret = wasm.gpumodel_adapterInfo(pointerOf(this, GpuModel, 'GpuModel'));
        return ret;
    }
    /**
     * As `Model.attentionParts`.
     *
     * @throws Error as `Model.attentionParts`, and for what goes wrong on the card
     * @param {Float32Array} pixels
     * @param {number} layer
     * @param {number} row
     * @param {number} col
     * @returns {AttentionParts}
     */
    async attentionParts(pixels, layer, row, col) {
        const ret = wasm.gpumodel_attentionParts(pointerOf(this, GpuModel, 'GpuModel'), pixels, layer, row, col);
        return needed(this, ret);
    }
    /**
     * As `Model.attention`.
     *
     * @throws Error as `Model.attention`, and for what goes wrong on the card
     * @param {Float32Array} pixels
     * @param {number} layer
     * @param {number} row
     * @param {number} col
     * @returns {AttentionMap}
     */
    async attention(pixels, layer, row, col) {
        const ret = wasm.gpumodel_attention(pointerOf(this, GpuModel, 'GpuModel'), pixels, layer, row, col);
        return needed(this, ret);
    }
    /**
     * Bytes of all buffers on the card.
     * @returns {number}
     */
    get bufferBytes() {
        const ret = wasm.gpumodel_bufferBytes(pointerOf(this, GpuModel, 'GpuModel'));
        return ret;
    }
    /**
     * Reads a model file, opens the graphics card and compiles the network for it.
     *
     * @param bytes - the content of a `.safetensors` file made by `gsa`
     * @param variant - as for `Model`
     * @throws Error that says what is wrong with the file or with the change, or why the card can't be used
     * @param {Uint8Array | ArrayBuffer} bytes
     * @param {Variant} [variant]
     * @returns {Promise<GpuModel>}
     */
    static async create(bytes, variant) {
        const ret = wasm.gpumodel_create(bytes, variant);
        return ret;
    }
    /**
     * As `Model.encoding`.
     *
     * @throws Error as `Model.encoding`
     * @param {number} layer
     * @param {Float32Array} coordinates
     * @returns {Encoding}
     */
    encoding(layer, coordinates) {
        const ret = wasm.gpumodel_encoding(pointerOf(this, GpuModel, 'GpuModel'), layer, coordinates);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * As `Model.equivarianceError`.
     *
     * @throws Error as `Model.equivarianceError`, and for what goes wrong on the card
     * @param {Float32Array} pixels
     * @param {number} layer
     * @param {number} quarterTurns
     * @param {boolean} mirror
     * @returns {Promise<number>}
     */
    async equivarianceError(pixels, layer, quarterTurns, mirror) {
        const ret = wasm.gpumodel_equivarianceError(pointerOf(this, GpuModel, 'GpuModel'), pixels, layer, quarterTurns, mirror);
        return needed(this, ret);
    }
    /**
     * As `Model.evidence`.
     *
     * @throws Error before the first `predict`
     * @returns {Evidence}
     */
    evidence() {
        const ret = wasm.gpumodel_evidence(pointerOf(this, GpuModel, 'GpuModel'));
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * As `Model.featureMaps`.
     *
     * @throws Error as `Model.featureMaps`
     * @param {number} layer
     * @param {number} channel
     * @returns {FeatureMaps}
     */
    featureMaps(layer, channel) {
        const ret = wasm.gpumodel_featureMaps(pointerOf(this, GpuModel, 'GpuModel'), layer, channel);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * Milliseconds that the last prediction took on the card itself, where it can tell.
     * @returns {number | undefined}
     */
    get gpuMilliseconds() {
        const ret = wasm.gpumodel_gpuMilliseconds(pointerOf(this, GpuModel, 'GpuModel'));
        return ret[0] === 0 ? undefined : ret[1];
    }
    /**
     * What the network is: its group, its layers, how it was trained.
     * @returns {ModelInfo}
     */
    info() {
        const ret = wasm.gpumodel_info(pointerOf(this, GpuModel, 'GpuModel'));
        return ret;
    }
    /**
     * Gives the card back, as if it had been lost, for all networks of this window or worker: for tests of what happens then.
     */
    loseDevice() {
        wasm.gpumodel_loseDevice(pointerOf(this, GpuModel, 'GpuModel'));
    }
    /**
     * Why the card was lost, once it was: every prediction fails from then on, and a new `GpuModel` has to be made.
     * @returns {string | undefined}
     */
    get lost() {
        const ret = wasm.gpumodel_lost(pointerOf(this, GpuModel, 'GpuModel'));
        let v1;
        if (ret[0] !== 0) {
            v1 = getStringFromWasm0(ret[0], ret[1]);
            wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        }
        return v1;
    }
    /**
     * The network's answers for several pictures in one go. No feature maps are kept.
     *
     * @param pixels - one picture after another
     * @throws Error as `predict`
     * @param {Float32Array} pixels
     * @returns {Prediction[]}
     */
    async predictBatch(pixels) {
        const ret = wasm.gpumodel_predictBatch(pointerOf(this, GpuModel, 'GpuModel'), pixels);
        return needed(this, ret);
    }
    /**
     * As `Model.predict`.
     *
     * @throws Error as `Model.predict`, and for what goes wrong on the card
     * @param {Float32Array} pixels
     * @returns {Prediction}
     */
    async predict(pixels) {
        const ret = wasm.gpumodel_predict(pointerOf(this, GpuModel, 'GpuModel'), pixels);
        return needed(this, ret);
    }
    /**
     * Compares every layer with the CPU's for one known picture. Cards that compute something else without saying so exist:
     * ask before you believe one.
     *
     * @throws Error for what goes wrong on the card; a difference is no error
     * @returns {SelfTest}
     */
    async selfTest() {
        const ret = wasm.gpumodel_selfTest(pointerOf(this, GpuModel, 'GpuModel'));
        return needed(this, ret);
    }
    /**
     * As `Model.stabilisedMaps`.
     *
     * @throws Error as `Model.stabilisedMaps`
     * @param {number} layer
     * @param {number} channel
     * @param {number} degrees
     * @returns {FeatureMaps}
     */
    stabilisedMaps(layer, channel, degrees) {
        const ret = wasm.gpumodel_stabilisedMaps(pointerOf(this, GpuModel, 'GpuModel'), layer, channel, degrees);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * As `Model.turnError`.
     *
     * @throws Error as `Model.turnError`, and for what goes wrong on the card
     * @param {Float32Array} upright
     * @param {Float32Array} turned
     * @param {number} layer
     * @param {number} degrees
     * @returns {TurnError}
     */
    async turnError(upright, turned, layer, degrees) {
        const ret = wasm.gpumodel_turnError(pointerOf(this, GpuModel, 'GpuModel'), upright, turned, layer, degrees);
        return needed(this, ret);
    }
}
if (Symbol.dispose) GpuModel.prototype[Symbol.dispose] = GpuModel.prototype.free;

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
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        ModelFinalization.unregister(this);
        return ptr;
    }
    free() {
        if (!isToFree(this, Model, 'Model')) return;
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_model_free(ptr, 0);
    }
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
     * @param {Float32Array} pixels
     * @param {number} layer
     * @param {number} row
     * @param {number} col
     * @returns {AttentionParts}
     */
    attentionParts(pixels, layer, row, col) {
        const ret = wasm.model_attentionParts(pointerOf(this, Model, 'Model'), pixels, layer, row, col);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * Where one pixel of a layer's output looks: for every head and output element, the probability of every key. Of the picture
     * that was predicted last, or asked about here last, any pixel is answered without running the network again.
     *
     * @param row - of the layer's input, which may be larger than its output
     * @throws Error as `predict`, and for a layer or pixel that does not exist or a layer without attention
     * @param {Float32Array} pixels
     * @param {number} layer
     * @param {number} row
     * @param {number} col
     * @returns {AttentionMap}
     */
    attention(pixels, layer, row, col) {
        const ret = wasm.model_attention(pointerOf(this, Model, 'Model'), pixels, layer, row, col);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
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
     * @param {Float32Array} pixels
     * @param {number} layer
     * @param {number} alpha
     * @param {boolean} solved
     * @param {boolean} frames
     * @param {number | null} [without]
     * @returns {NetworkByAttention}
     */
    byAttention(pixels, layer, alpha, solved, frames, without) {
        const ret = wasm.model_byAttention(pointerOf(this, Model, 'Model'), pixels, layer, alpha, solved, frames, !isLikeNone(without), isLikeNone(without) ? 0 : without);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
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
     * @param {number} layer
     * @param {Float32Array} coordinates
     * @returns {Encoding}
     */
    encoding(layer, coordinates) {
        const ret = wasm.model_encoding(pointerOf(this, Model, 'Model'), layer, coordinates);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * How far a layer is from turning along with the picture, |f(g x) − g f(x)| / |f(x)|, where g mirrors the columns (where
     * `mirror`) and then turns by quarters. Rounding alone is about 1e-6. Where g is not in the network's group, the maps are
     * turned and their group elements stay.
     *
     * @param quarterTurns - counter-clockwise; any whole number
     * @throws Error as `predict`, and for a layer that does not exist
     * @param {Float32Array} pixels
     * @param {number} layer
     * @param {number} quarterTurns
     * @param {boolean} mirror
     * @returns {number}
     */
    equivarianceError(pixels, layer, quarterTurns, mirror) {
        const ret = wasm.model_equivarianceError(pointerOf(this, Model, 'Model'), pixels, layer, quarterTurns, mirror);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return ret[0];
    }
    /**
     * What speaks for each class at each group element in the picture predicted last: of these the network takes the largest over the
     * elements. When the picture is turned by an element of the group, the same numbers stand at other elements.
     *
     * @throws Error before the first `predict`
     * @returns {Evidence}
     */
    evidence() {
        const ret = wasm.model_evidence(pointerOf(this, Model, 'Model'));
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
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
     * @param {number} layer
     * @param {number} channel
     * @returns {FeatureMaps}
     */
    featureMaps(layer, channel) {
        const ret = wasm.model_featureMaps(pointerOf(this, Model, 'Model'), layer, channel);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * What the network is: its group, its layers, how it was trained.
     * @returns {ModelInfo}
     */
    info() {
        const ret = wasm.model_info(pointerOf(this, Model, 'Model'));
        return ret;
    }
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
     * @param {Uint8Array | ArrayBuffer} bytes
     * @param {Variant} [variant]
     */
    constructor(bytes, variant) {
        const ret = wasm.model_new(bytes, variant);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        ModelFinalization.register(this, this.__wbg_ptr, this);
        return this;
    }
    /**
     * The network's answer for a picture. What its layers made of that picture is kept for `featureMaps` and
     * `stabilisedMaps` until the next call.
     *
     * @param pixels - `[channels, rows, cols]` in one list, 0 (background) to 1 (ink)
     * @throws Error where the number of pixels is not that of the network's input, or one is not finite
     * @param {Float32Array} pixels
     * @returns {Prediction}
     */
    predict(pixels) {
        const ret = wasm.model_predict(pointerOf(this, Model, 'Model'), pixels);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * As `featureMaps`, turned back by the angle of the picture: pixels about the middle, group elements along the circle.
     * For a picture that was turned by `degrees`, the maps of an equivariant network stand still here: exactly at the turns of
     * its group that map the pixel grid to itself, up to resampling at others.
     *
     * @param degrees - counter-clockwise, as for `prepareStrokes`
     * @throws Error as `featureMaps`, and for an angle that is not finite
     * @param {number} layer
     * @param {number} channel
     * @param {number} degrees
     * @returns {FeatureMaps}
     */
    stabilisedMaps(layer, channel, degrees) {
        const ret = wasm.model_stabilisedMaps(pointerOf(this, Model, 'Model'), layer, channel, degrees);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
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
     * @param {Float32Array} upright
     * @param {Float32Array} turned
     * @param {number} layer
     * @param {number} degrees
     * @returns {TurnError}
     */
    turnError(upright, turned, layer, degrees) {
        const ret = wasm.model_turnError(pointerOf(this, Model, 'Model'), upright, turned, layer, degrees);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
}
if (Symbol.dispose) Model.prototype[Symbol.dispose] = Model.prototype.free;

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
 * @param {Float32Array} maps
 * @param {Float32Array} filter
 * @param {number} alpha
 * @param {boolean} solved
 * @param {boolean} frames
 * @param {number | null} [without]
 * @returns {ConvolutionByAttention}
 */
export function convolutionByAttention(maps, filter, alpha, solved, frames, without) {
    const ret = wasm.convolutionByAttention(maps, filter, alpha, solved, frames, !isLikeNone(without), isLikeNone(without) ? 0 : without);
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return takeFromExternrefTable0(ret[0]);
}

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
 * @param {ImageData} image
 * @returns {Prepared}
 */
export function prepareImage(image) {
    const ret = wasm.prepareImage(image);
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return takeFromExternrefTable0(ret[0]);
}

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
 * @param {Float32Array} grey
 * @param {number} rows
 * @param {number} cols
 * @returns {Prepared}
 */
export function preparePixels(grey, rows, cols) {
    const ret = wasm.preparePixels(grey, rows, cols);
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return takeFromExternrefTable0(ret[0]);
}

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
 * @param {Point[][]} strokes
 * @param {number} turnDegrees
 * @returns {Prepared}
 */
export function prepareStrokes(strokes, turnDegrees) {
    const ret = wasm.prepareStrokes(strokes, turnDegrees);
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return takeFromExternrefTable0(ret[0]);
}

/**
 * Panics are mistakes of this package; with this, one tells in the console where it happened.
 */
export function start() {
    wasm.start();
}

/**
 * The version of this package.
 *
 * ```js
 * await init();
 * console.log(version()); // such as "0.1.0"
 * ```
 * @returns {string}
 */
export function version() {
    let deferred1_0;
    let deferred1_1;
    try {
        const ret = wasm.version();
        deferred1_0 = ret[0];
        deferred1_1 = ret[1];
        return getStringFromWasm0(ret[0], ret[1]);
    } finally {
        wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
    }
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_Error_208446807d0d1e30: function(arg0, arg1) {
            const ret = Error(getStringFromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_Window_41838cbcc08822b5: function(arg0) {
            const ret = arg0.Window;
            return ret;
        },
        __wbg_WorkerGlobalScope_448e3830f27a30fd: function(arg0) {
            const ret = arg0.WorkerGlobalScope;
            return ret;
        },
        __wbg___wbindgen_debug_string_f249a2a76caa9a55: function(arg0, arg1) {
            const ret = debugString(arg1);
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg___wbindgen_is_function_741ff2bb612836f5: function(arg0) {
            const ret = typeof(arg0) === 'function';
            return ret;
        },
        __wbg___wbindgen_is_null_c22311b1cc228e3a: function(arg0) {
            const ret = arg0 === null;
            return ret;
        },
        __wbg___wbindgen_is_string_fc456fee5d3317de: function(arg0) {
            const ret = typeof(arg0) === 'string';
            return ret;
        },
        __wbg___wbindgen_is_undefined_be5b34249ff1fc15: function(arg0) {
            const ret = arg0 === undefined;
            return ret;
        },
        __wbg___wbindgen_number_get_934b640d0889af78: function(arg0, arg1) {
            const obj = arg1;
            const ret = typeof(obj) === 'number' ? obj : undefined;
            getDataViewMemory0().setFloat64((arg0 >>> 0) + 8 * 1, isLikeNone(ret) ? 0 : ret, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, !isLikeNone(ret), true);
        },
        __wbg___wbindgen_string_get_7ce8eee7fd327545: function(arg0, arg1) {
            const obj = arg1;
            const ret = typeof(obj) === 'string' ? obj : undefined;
            var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg___wbindgen_throw_4c88d8bf264fd984: function(arg0, arg1) {
            throw new Error(getStringFromWasm0(arg0, arg1));
        },
        __wbg___wbindgen_typeof_ee4990276e02f607: function(arg0) {
            const ret = typeof arg0;
            return ret;
        },
        __wbg__wbg_cb_unref_09736879a3f67559: function(arg0) {
            arg0._wbg_cb_unref();
        },
        __wbg_beginComputePass_b3bb1a69e6a70bde: function(arg0, arg1) {
            const ret = arg0.beginComputePass(arg1);
            return ret;
        },
        __wbg_call_a410eb4b59ed5965: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.call(arg1, arg2);
            return ret;
        }, arguments); },
        __wbg_configure_2f4cbe7746e5aa81: function() { return handleError(function (arg0, arg1) {
            arg0.configure(arg1);
        }, arguments); },
        __wbg_copyBufferToBuffer_2c8a5726f948b97e: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4, arg5) {
            arg0.copyBufferToBuffer(arg1, arg2, arg3, arg4, arg5);
        }, arguments); },
        __wbg_createBindGroupLayout_03a20e72b41b406e: function() { return handleError(function (arg0, arg1) {
            const ret = arg0.createBindGroupLayout(arg1);
            return ret;
        }, arguments); },
        __wbg_createBindGroup_ec4dc4d9e46e1104: function(arg0, arg1) {
            const ret = arg0.createBindGroup(arg1);
            return ret;
        },
        __wbg_createBuffer_baa81dab839b6c5c: function() { return handleError(function (arg0, arg1) {
            const ret = arg0.createBuffer(arg1);
            return ret;
        }, arguments); },
        __wbg_createCommandEncoder_a5136f45baaba888: function(arg0, arg1) {
            const ret = arg0.createCommandEncoder(arg1);
            return ret;
        },
        __wbg_createComputePipeline_6a05383609fddac6: function(arg0, arg1) {
            const ret = arg0.createComputePipeline(arg1);
            return ret;
        },
        __wbg_createPipelineLayout_a955ff1e35a63634: function(arg0, arg1) {
            const ret = arg0.createPipelineLayout(arg1);
            return ret;
        },
        __wbg_createQuerySet_b68dbafb01930a3a: function() { return handleError(function (arg0, arg1) {
            const ret = arg0.createQuerySet(arg1);
            return ret;
        }, arguments); },
        __wbg_createShaderModule_f540847678b68e08: function(arg0, arg1) {
            const ret = arg0.createShaderModule(arg1);
            return ret;
        },
        __wbg_description_359d32310adf317e: function(arg0, arg1) {
            const ret = arg1.description;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg_destroy_26d79d79095717e3: function(arg0) {
            arg0.destroy();
        },
        __wbg_destroy_6e289142e39fe18b: function(arg0) {
            arg0.destroy();
        },
        __wbg_destroy_7a2b29c47a7b3ab4: function(arg0) {
            arg0.destroy();
        },
        __wbg_dispatchWorkgroups_74a6ec8812ef9f3b: function(arg0, arg1, arg2, arg3) {
            arg0.dispatchWorkgroups(arg1 >>> 0, arg2 >>> 0, arg3 >>> 0);
        },
        __wbg_end_23ba48463344fbc0: function(arg0) {
            arg0.end();
        },
        __wbg_error_2fa67a9496f77475: function(arg0) {
            const ret = arg0.error;
            return ret;
        },
        __wbg_error_757e9472f8410341: function(arg0, arg1) {
            let deferred0_0;
            let deferred0_1;
            try {
                deferred0_0 = arg0;
                deferred0_1 = arg1;
                console.error(getStringFromWasm0(arg0, arg1));
            } finally {
                wasm.__wbindgen_free(deferred0_0, deferred0_1, 1);
            }
        },
        __wbg_features_b650c8412d082ef1: function(arg0) {
            const ret = arg0.features;
            return ret;
        },
        __wbg_finish_49529a046631ad9a: function(arg0) {
            const ret = arg0.finish();
            return ret;
        },
        __wbg_finish_678df663961386ff: function(arg0, arg1) {
            const ret = arg0.finish(arg1);
            return ret;
        },
        __wbg_getBindGroupLayout_eef82f7f1e8b2d6a: function(arg0, arg1) {
            const ret = arg0.getBindGroupLayout(arg1 >>> 0);
            return ret;
        },
        __wbg_getContext_1938edb9a972f63d: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.getContext(getStringFromWasm0(arg1, arg2));
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        }, arguments); },
        __wbg_getMappedRange_fd3092e276caa831: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.getMappedRange(arg1, arg2);
            return ret;
        }, arguments); },
        __wbg_get_2080c49015e35254: function() { return handleError(function (arg0, arg1) {
            const ret = Reflect.get(arg0, arg1);
            return ret;
        }, arguments); },
        __wbg_get_bb8b6b35041e00c9: function() { return handleError(function (arg0, arg1) {
            const ret = Reflect.get(arg0, arg1 >>> 0);
            return ret;
        }, arguments); },
        __wbg_get_d7176cfb76d71114: function(arg0, arg1) {
            const ret = arg0[arg1 >>> 0];
            return ret;
        },
        __wbg_gpu_aa311a9494720027: function(arg0) {
            const ret = arg0.gpu;
            return ret;
        },
        __wbg_gpumodel_new: function(arg0) {
            const ret = GpuModel.__wrap(arg0);
            return ret;
        },
        __wbg_has_47b8eb16db92789a: function(arg0, arg1, arg2) {
            const ret = arg0.has(getStringFromWasm0(arg1, arg2));
            return ret;
        },
        __wbg_info_84c3d8389e807255: function(arg0) {
            const ret = arg0.info;
            return ret;
        },
        __wbg_instanceof_ArrayBuffer_12cdaa4161423e6b: function(arg0) {
            let result;
            try {
                result = arg0 instanceof ArrayBuffer;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        __wbg_instanceof_GpuOutOfMemoryError_72d4f143d9ec20cb: function(arg0) {
            let result;
            try {
                result = arg0 instanceof GPUOutOfMemoryError;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        __wbg_instanceof_GpuValidationError_cdb716bc3a7ed585: function(arg0) {
            let result;
            try {
                result = arg0 instanceof GPUValidationError;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        __wbg_instanceof_Object_97e16a01fd368661: function(arg0) {
            let result;
            try {
                result = arg0 instanceof Object;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        __wbg_isArray_bcf1376d0d732d08: function(arg0) {
            const ret = Array.isArray(arg0);
            return ret;
        },
        __wbg_isFallbackAdapter_b70ad418e985d5d4: function(arg0) {
            const ret = arg0.isFallbackAdapter;
            return ret;
        },
        __wbg_isView_7c4f5a7c257b3a84: function(arg0) {
            const ret = ArrayBuffer.isView(arg0);
            return ret;
        },
        __wbg_keys_105f5c0857898f84: function(arg0) {
            const ret = Object.keys(arg0);
            return ret;
        },
        __wbg_label_b4e9fa173fb30ad5: function(arg0, arg1) {
            const ret = arg1.label;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg_length_186163212ffe79c3: function(arg0) {
            const ret = arg0.length;
            return ret;
        },
        __wbg_length_6e9d2869242cabf3: function(arg0) {
            const ret = arg0.length;
            return ret;
        },
        __wbg_length_b03a0fabb109b1e9: function(arg0) {
            const ret = arg0.length;
            return ret;
        },
        __wbg_limits_06ac8ea738a0d93e: function(arg0) {
            const ret = arg0.limits;
            return ret;
        },
        __wbg_lost_b5bea941ce66b09b: function(arg0) {
            const ret = arg0.lost;
            return ret;
        },
        __wbg_mapAsync_84aeaa5780c9b8c7: function(arg0, arg1, arg2, arg3) {
            const ret = arg0.mapAsync(arg1 >>> 0, arg2, arg3);
            return ret;
        },
        __wbg_maxBindGroupsPlusVertexBuffers_5a483d2af94e57bc: function(arg0) {
            const ret = arg0.maxBindGroupsPlusVertexBuffers;
            return ret;
        },
        __wbg_maxBindGroups_8280e3693e832071: function(arg0) {
            const ret = arg0.maxBindGroups;
            return ret;
        },
        __wbg_maxBindingsPerBindGroup_872ae44e536b19a5: function(arg0) {
            const ret = arg0.maxBindingsPerBindGroup;
            return ret;
        },
        __wbg_maxBufferSize_9dae4d9428e42f10: function(arg0) {
            const ret = arg0.maxBufferSize;
            return ret;
        },
        __wbg_maxColorAttachmentBytesPerSample_12d8884108587e97: function(arg0) {
            const ret = arg0.maxColorAttachmentBytesPerSample;
            return ret;
        },
        __wbg_maxColorAttachments_deb9217288cb10c6: function(arg0) {
            const ret = arg0.maxColorAttachments;
            return ret;
        },
        __wbg_maxComputeInvocationsPerWorkgroup_c4b13a829ed0b259: function(arg0) {
            const ret = arg0.maxComputeInvocationsPerWorkgroup;
            return ret;
        },
        __wbg_maxComputeWorkgroupSizeX_91c35c8e026d4b2e: function(arg0) {
            const ret = arg0.maxComputeWorkgroupSizeX;
            return ret;
        },
        __wbg_maxComputeWorkgroupSizeY_961e4fb0ccb8e424: function(arg0) {
            const ret = arg0.maxComputeWorkgroupSizeY;
            return ret;
        },
        __wbg_maxComputeWorkgroupSizeZ_62c453c3b2746fe1: function(arg0) {
            const ret = arg0.maxComputeWorkgroupSizeZ;
            return ret;
        },
        __wbg_maxComputeWorkgroupStorageSize_dcf9113c2281aa6c: function(arg0) {
            const ret = arg0.maxComputeWorkgroupStorageSize;
            return ret;
        },
        __wbg_maxComputeWorkgroupsPerDimension_c8e2df553b22565e: function(arg0) {
            const ret = arg0.maxComputeWorkgroupsPerDimension;
            return ret;
        },
        __wbg_maxDynamicStorageBuffersPerPipelineLayout_43810e253385b7f5: function(arg0) {
            const ret = arg0.maxDynamicStorageBuffersPerPipelineLayout;
            return ret;
        },
        __wbg_maxDynamicUniformBuffersPerPipelineLayout_e160bf315957a3a1: function(arg0) {
            const ret = arg0.maxDynamicUniformBuffersPerPipelineLayout;
            return ret;
        },
        __wbg_maxInterStageShaderVariables_62a6f8974aa80170: function(arg0) {
            const ret = arg0.maxInterStageShaderVariables;
            return ret;
        },
        __wbg_maxSampledTexturesPerShaderStage_45931d0d0e425368: function(arg0) {
            const ret = arg0.maxSampledTexturesPerShaderStage;
            return ret;
        },
        __wbg_maxSamplersPerShaderStage_fd87b1b55a1bce03: function(arg0) {
            const ret = arg0.maxSamplersPerShaderStage;
            return ret;
        },
        __wbg_maxStorageBufferBindingSize_bec702c6fccfd8d5: function(arg0) {
            const ret = arg0.maxStorageBufferBindingSize;
            return ret;
        },
        __wbg_maxStorageBuffersPerShaderStage_36af4d1cf6b73e49: function(arg0) {
            const ret = arg0.maxStorageBuffersPerShaderStage;
            return ret;
        },
        __wbg_maxStorageTexturesPerShaderStage_bf0523882733deac: function(arg0) {
            const ret = arg0.maxStorageTexturesPerShaderStage;
            return ret;
        },
        __wbg_maxTextureArrayLayers_7c675fa8f48e7e97: function(arg0) {
            const ret = arg0.maxTextureArrayLayers;
            return ret;
        },
        __wbg_maxTextureDimension1D_bb69683afe97bf80: function(arg0) {
            const ret = arg0.maxTextureDimension1D;
            return ret;
        },
        __wbg_maxTextureDimension2D_cee54c433bf3b9c1: function(arg0) {
            const ret = arg0.maxTextureDimension2D;
            return ret;
        },
        __wbg_maxTextureDimension3D_ae26b58b1450c99a: function(arg0) {
            const ret = arg0.maxTextureDimension3D;
            return ret;
        },
        __wbg_maxUniformBufferBindingSize_00f780f64f0dd7c4: function(arg0) {
            const ret = arg0.maxUniformBufferBindingSize;
            return ret;
        },
        __wbg_maxUniformBuffersPerShaderStage_2c2054e9d96df7ad: function(arg0) {
            const ret = arg0.maxUniformBuffersPerShaderStage;
            return ret;
        },
        __wbg_maxVertexAttributes_425aa710b80da882: function(arg0) {
            const ret = arg0.maxVertexAttributes;
            return ret;
        },
        __wbg_maxVertexBufferArrayStride_8f0c56e46eba7c97: function(arg0) {
            const ret = arg0.maxVertexBufferArrayStride;
            return ret;
        },
        __wbg_maxVertexBuffers_473f2615aa5963dd: function(arg0) {
            const ret = arg0.maxVertexBuffers;
            return ret;
        },
        __wbg_message_0c79c7c15b1865af: function(arg0, arg1) {
            const ret = arg1.message;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg_message_bb4d389df9355dd2: function(arg0, arg1) {
            const ret = arg1.message;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg_minStorageBufferOffsetAlignment_f9ce2fe03a21a2e4: function(arg0) {
            const ret = arg0.minStorageBufferOffsetAlignment;
            return ret;
        },
        __wbg_minUniformBufferOffsetAlignment_bca4b75f696bbf11: function(arg0) {
            const ret = arg0.minUniformBufferOffsetAlignment;
            return ret;
        },
        __wbg_navigator_9641ab32fa612dd1: function(arg0) {
            const ret = arg0.navigator;
            return ret;
        },
        __wbg_navigator_c17f443a6fe5d38d: function(arg0) {
            const ret = arg0.navigator;
            return ret;
        },
        __wbg_new_2bfd0f45e60518b1: function() { return handleError(function (arg0, arg1) {
            const ret = new OffscreenCanvas(arg0 >>> 0, arg1 >>> 0);
            return ret;
        }, arguments); },
        __wbg_new_37eb45aaf5eeb820: function() {
            const ret = new Array();
            return ret;
        },
        __wbg_new_79ee7cc4df94af6a: function() { return handleError(function (arg0) {
            const ret = new Float32Array(arg0);
            return ret;
        }, arguments); },
        __wbg_new_bb74001155cb8ca8: function() {
            const ret = new Error();
            return ret;
        },
        __wbg_new_cd4348290afae586: function() {
            const ret = new Object();
            return ret;
        },
        __wbg_new_e3150b87005680ca: function() { return handleError(function (arg0) {
            const ret = new Uint8Array(arg0);
            return ret;
        }, arguments); },
        __wbg_new_from_slice_355c10c5d8f2addb: function(arg0, arg1) {
            const ret = new Float32Array(getArrayF32FromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_new_from_slice_b8daf545a41c6aa0: function(arg0, arg1) {
            const ret = new Uint8Array(getArrayU8FromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_new_typed_6b60b99917da27d6: function() {
            const ret = new Object();
            return ret;
        },
        __wbg_new_typed_e09da9dae6ee5935: function(arg0, arg1) {
            try {
                var state0 = {a: arg0, b: arg1};
                var cb0 = (arg0, arg1) => {
                    const a = state0.a;
                    state0.a = 0;
                    try {
                        return wasm_bindgen__convert__closures_____invoke__h0f0d9f5b188dcfbd(a, state0.b, arg0, arg1);
                    } finally {
                        state0.a = a;
                    }
                };
                const ret = new Promise(cb0);
                return ret;
            } finally {
                state0.a = 0;
            }
        },
        __wbg_new_with_byte_offset_and_length_3cd32055a417f095: function(arg0, arg1, arg2) {
            const ret = new Uint8Array(arg0, arg1 >>> 0, arg2 >>> 0);
            return ret;
        },
        __wbg_onSubmittedWorkDone_f62945abb48d8a84: function(arg0) {
            const ret = arg0.onSubmittedWorkDone();
            return ret;
        },
        __wbg_parse_c3f72b5a24f83c01: function() { return handleError(function (arg0, arg1) {
            const ret = JSON.parse(getStringFromWasm0(arg0, arg1));
            return ret;
        }, arguments); },
        __wbg_popErrorScope_cc6d6ccf22baf4b0: function(arg0) {
            const ret = arg0.popErrorScope();
            return ret;
        },
        __wbg_prototypesetcall_13162965d1fe7aa3: function(arg0, arg1, arg2) {
            Uint8Array.prototype.set.call(getArrayU8FromWasm0(arg0, arg1), arg2);
        },
        __wbg_prototypesetcall_22b1bb88c4ec5c5a: function(arg0, arg1, arg2) {
            Float32Array.prototype.set.call(getArrayF32FromWasm0(arg0, arg1), arg2);
        },
        __wbg_pushErrorScope_efdacf97dcba3b94: function(arg0, arg1) {
            arg0.pushErrorScope(__wbindgen_enum_GpuErrorFilter[arg1]);
        },
        __wbg_push_c9f4893fc209f768: function(arg0, arg1) {
            const ret = arg0.push(arg1);
            return ret;
        },
        __wbg_queueMicrotask_1e8503a8a690f0a3: function(arg0) {
            const ret = arg0.queueMicrotask;
            return ret;
        },
        __wbg_queueMicrotask_4a1a4d8dd332373b: function(arg0) {
            queueMicrotask(arg0);
        },
        __wbg_queue_41b76331de876d9d: function(arg0) {
            const ret = arg0.queue;
            return ret;
        },
        __wbg_reason_9ebfbaed7b40f058: function(arg0) {
            const ret = arg0.reason;
            return (__wbindgen_enum_GpuDeviceLostReason.indexOf(ret) + 1 || 3) - 1;
        },
        __wbg_requestAdapter_b725cba92e32c4ce: function(arg0, arg1) {
            const ret = arg0.requestAdapter(arg1);
            return ret;
        },
        __wbg_requestDevice_45bc1149c3b98eaf: function(arg0, arg1) {
            const ret = arg0.requestDevice(arg1);
            return ret;
        },
        __wbg_resolveQuerySet_3eb16017fd6ef873: function(arg0, arg1, arg2, arg3, arg4, arg5) {
            arg0.resolveQuerySet(arg1, arg2 >>> 0, arg3 >>> 0, arg4, arg5 >>> 0);
        },
        __wbg_resolve_dbf78ab4942478b0: function(arg0) {
            const ret = Promise.resolve(arg0);
            return ret;
        },
        __wbg_setBindGroup_09aa10258bd4dc11: function(arg0, arg1, arg2) {
            arg0.setBindGroup(arg1 >>> 0, arg2);
        },
        __wbg_setPipeline_1368374122476dc8: function(arg0, arg1) {
            arg0.setPipeline(arg1);
        },
        __wbg_set_118fefd528ab0a79: function(arg0, arg1, arg2) {
            arg0.set(arg1, arg2 >>> 0);
        },
        __wbg_set_2793479888329cb6: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = Reflect.set(arg0, arg1, arg2);
            return ret;
        }, arguments); },
        __wbg_set_access_46b3e62b6a30d608: function(arg0, arg1) {
            arg0.access = __wbindgen_enum_GpuStorageTextureAccess[arg1];
        },
        __wbg_set_beginning_of_pass_write_index_bda54c444871cf36: function(arg0, arg1) {
            arg0.beginningOfPassWriteIndex = arg1 >>> 0;
        },
        __wbg_set_bind_group_layouts_78efad321b8db306: function(arg0, arg1, arg2) {
            arg0.bindGroupLayouts = getArrayJsValueViewFromWasm0(arg1, arg2);
        },
        __wbg_set_binding_49121810d92bb656: function(arg0, arg1) {
            arg0.binding = arg1 >>> 0;
        },
        __wbg_set_binding_921af47b178839b7: function(arg0, arg1) {
            arg0.binding = arg1 >>> 0;
        },
        __wbg_set_buffer_e254d16772ccdf1f: function(arg0, arg1) {
            arg0.buffer = arg1;
        },
        __wbg_set_buffer_f0412de54dad59a0: function(arg0, arg1) {
            arg0.buffer = arg1;
        },
        __wbg_set_code_71b4a924b594417d: function(arg0, arg1, arg2) {
            arg0.code = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_compute_6328b3ac805fa957: function(arg0, arg1) {
            arg0.compute = arg1;
        },
        __wbg_set_count_c31ce44133f5b28b: function(arg0, arg1) {
            arg0.count = arg1 >>> 0;
        },
        __wbg_set_d2d33b52458e984a: function(arg0, arg1, arg2) {
            arg0[arg1 >>> 0] = arg2;
        },
        __wbg_set_device_2b7e0e4f69784351: function(arg0, arg1) {
            arg0.device = arg1;
        },
        __wbg_set_e4b9a833d288759a: function(arg0, arg1, arg2) {
            arg0[arg1] = arg2;
        },
        __wbg_set_end_of_pass_write_index_4b0931cfb0c1f44c: function(arg0, arg1) {
            arg0.endOfPassWriteIndex = arg1 >>> 0;
        },
        __wbg_set_entries_02ae66da25c9ddae: function(arg0, arg1, arg2) {
            arg0.entries = getArrayJsValueViewFromWasm0(arg1, arg2);
        },
        __wbg_set_entries_8036374af27741dc: function(arg0, arg1, arg2) {
            arg0.entries = getArrayJsValueViewFromWasm0(arg1, arg2);
        },
        __wbg_set_entry_point_79bb4d8fb01c97ec: function(arg0, arg1, arg2) {
            arg0.entryPoint = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_external_texture_34c43368e77cc844: function(arg0, arg1) {
            arg0.externalTexture = arg1;
        },
        __wbg_set_format_c1603ca98ab9cb13: function(arg0, arg1) {
            arg0.format = __wbindgen_enum_GpuTextureFormat[arg1];
        },
        __wbg_set_format_df8baca64e04f5ef: function(arg0, arg1) {
            arg0.format = __wbindgen_enum_GpuTextureFormat[arg1];
        },
        __wbg_set_has_dynamic_offset_0086bc7faede16d1: function(arg0, arg1) {
            arg0.hasDynamicOffset = arg1 !== 0;
        },
        __wbg_set_label_0b78f43973577425: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_label_1d7c053bc726e08f: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_label_1e431973068c0ea4: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_label_2d3e4456ff9a120a: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_label_89172d31c03b3375: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_label_a71d5f5c41bed969: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_label_d133ac18919ae10f: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_label_dcaa5d479cbb5311: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_label_e9f1af9890ad68b6: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_label_ef8bfd8864e594a4: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_label_f9171cd5c971dbf2: function(arg0, arg1, arg2) {
            arg0.label = getStringFromWasm0(arg1, arg2);
        },
        __wbg_set_layout_6b757fab7265d0f7: function(arg0, arg1) {
            arg0.layout = arg1;
        },
        __wbg_set_layout_bfddc4788acb0736: function(arg0, arg1) {
            arg0.layout = arg1;
        },
        __wbg_set_mapped_at_creation_a4cd55019116b792: function(arg0, arg1) {
            arg0.mappedAtCreation = arg1 !== 0;
        },
        __wbg_set_min_binding_size_f64_2458ad9bffad7ea7: function(arg0, arg1) {
            arg0.minBindingSize = arg1;
        },
        __wbg_set_module_bffb3e27ccc03d8d: function(arg0, arg1) {
            arg0.module = arg1;
        },
        __wbg_set_multisampled_d385dcc24cbcdac9: function(arg0, arg1) {
            arg0.multisampled = arg1 !== 0;
        },
        __wbg_set_offset_f64_f65aa794a52b87dc: function(arg0, arg1) {
            arg0.offset = arg1;
        },
        __wbg_set_onuncapturederror_1a772a1feba5ec1d: function(arg0, arg1) {
            arg0.onuncapturederror = arg1;
        },
        __wbg_set_power_preference_06107ba643e66249: function(arg0, arg1) {
            arg0.powerPreference = __wbindgen_enum_GpuPowerPreference[arg1];
        },
        __wbg_set_query_set_a1af7e0b244eb437: function(arg0, arg1) {
            arg0.querySet = arg1;
        },
        __wbg_set_required_features_ef8aeb4d5f909e03: function(arg0, arg1, arg2) {
            arg0.requiredFeatures = getArrayJsValueViewFromWasm0(arg1, arg2);
        },
        __wbg_set_required_limits_a80a53fd4744ccb2: function(arg0, arg1) {
            arg0.requiredLimits = arg1;
        },
        __wbg_set_resource_d37005b6a3d3375f: function(arg0, arg1) {
            arg0.resource = arg1;
        },
        __wbg_set_resource_gpu_buffer_binding_8e9be21bc9a45330: function(arg0, arg1) {
            arg0.resource = arg1;
        },
        __wbg_set_resource_gpu_texture_view_e3bf3810e7168d2b: function(arg0, arg1) {
            arg0.resource = arg1;
        },
        __wbg_set_sample_type_660a4d77497517e2: function(arg0, arg1) {
            arg0.sampleType = __wbindgen_enum_GpuTextureSampleType[arg1];
        },
        __wbg_set_sampler_35b5b2e68532815b: function(arg0, arg1) {
            arg0.sampler = arg1;
        },
        __wbg_set_size_f64_04b949f2af8176ba: function(arg0, arg1) {
            arg0.size = arg1;
        },
        __wbg_set_size_f64_2418f77508fb05d7: function(arg0, arg1) {
            arg0.size = arg1;
        },
        __wbg_set_storage_texture_c2ed1f3eb327112e: function(arg0, arg1) {
            arg0.storageTexture = arg1;
        },
        __wbg_set_texture_39ac35f54ef4c3ba: function(arg0, arg1) {
            arg0.texture = arg1;
        },
        __wbg_set_timestamp_writes_90e77f617d9af260: function(arg0, arg1) {
            arg0.timestampWrites = arg1;
        },
        __wbg_set_type_4f916b69d83408df: function(arg0, arg1) {
            arg0.type = __wbindgen_enum_GpuQueryType[arg1];
        },
        __wbg_set_type_6cc967b44400577b: function(arg0, arg1) {
            arg0.type = __wbindgen_enum_GpuSamplerBindingType[arg1];
        },
        __wbg_set_type_dd6c71bc279b420e: function(arg0, arg1) {
            arg0.type = __wbindgen_enum_GpuBufferBindingType[arg1];
        },
        __wbg_set_usage_1d663151adcb7f1a: function(arg0, arg1) {
            arg0.usage = arg1 >>> 0;
        },
        __wbg_set_view_dimension_ce6e77a9eb67aa53: function(arg0, arg1) {
            arg0.viewDimension = __wbindgen_enum_GpuTextureViewDimension[arg1];
        },
        __wbg_set_view_dimension_d5c87d8c6f1266b5: function(arg0, arg1) {
            arg0.viewDimension = __wbindgen_enum_GpuTextureViewDimension[arg1];
        },
        __wbg_set_visibility_f68d6576737b8b45: function(arg0, arg1) {
            arg0.visibility = arg1 >>> 0;
        },
        __wbg_stack_575c4e0918581b9c: function(arg0, arg1) {
            const ret = arg1.stack;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg_static_accessor_GLOBAL_THIS_003ee833af9699fc: function() {
            const ret = typeof globalThis === 'undefined' ? undefined : globalThis;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        __wbg_static_accessor_GLOBAL_e4293fb22cbe77da: function() {
            const ret = typeof global === 'undefined' ? undefined : global;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        __wbg_static_accessor_SELF_53bb20457401453d: function() {
            const ret = typeof self === 'undefined' ? undefined : self;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        __wbg_static_accessor_WINDOW_b5e0810bfecb7feb: function() {
            const ret = typeof window === 'undefined' ? undefined : window;
            return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
        },
        __wbg_subgroupMaxSize_b33b2d37e3f1f5f5: function(arg0) {
            const ret = arg0.subgroupMaxSize;
            return ret;
        },
        __wbg_subgroupMinSize_ff381626432f1cbc: function(arg0) {
            const ret = arg0.subgroupMinSize;
            return ret;
        },
        __wbg_submit_c4379e221512d3fa: function(arg0, arg1, arg2) {
            arg0.submit(getArrayJsValueViewFromWasm0(arg1, arg2));
        },
        __wbg_then_3a4f899454bcf8c9: function(arg0, arg1) {
            const ret = arg0.then(arg1);
            return ret;
        },
        __wbg_then_656f253a5dd7d8ea: function(arg0, arg1, arg2) {
            const ret = arg0.then(arg1, arg2);
            return ret;
        },
        __wbg_then_e3f7f2d365708be8: function(arg0, arg1) {
            const ret = arg0.then(arg1);
            return ret;
        },
        __wbg_toStringTag_1bdd39ac5d866229: function() {
            const ret = Symbol.toStringTag;
            return ret;
        },
        __wbg_unconfigure_7ca436ff70c0bcc3: function(arg0) {
            arg0.unconfigure();
        },
        __wbg_unmap_073211b910c6a369: function(arg0) {
            arg0.unmap();
        },
        __wbg_valueOf_2ad4a09774ac959e: function(arg0) {
            const ret = arg0.valueOf();
            return ret;
        },
        __wbg_writeBuffer_dbc00ede89a23b5e: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4, arg5, arg6) {
            arg0.writeBuffer(arg1, arg2, getArrayU8FromWasm0(arg3, arg4), arg5, arg6);
        }, arguments); },
        __wbindgen_generic_0000000000000001: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true, function: Function { arguments: [Externref], shim_idx: 68, ret: Result(Unit), inner_ret: Some(Result(Unit)) }, mutable: true }) -> Externref`.
            const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h377d5156b0db3d97);
            return ret;
        },
        __wbindgen_generic_0000000000000002: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true, function: Function { arguments: [NamedExternref("GPUDevice")], shim_idx: 34, ret: Result(Unit), inner_ret: Some(Result(Unit)) }, mutable: true }) -> Externref`.
            const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h022793f9e19a0b4d);
            return ret;
        },
        __wbindgen_generic_0000000000000003: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true, function: Function { arguments: [NamedExternref("GPUDeviceLostInfo")], shim_idx: 120, ret: Unit, inner_ret: Some(Unit) }, mutable: true }) -> Externref`.
            const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h17bd7f41e870101f);
            return ret;
        },
        __wbindgen_generic_0000000000000004: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true, function: Function { arguments: [NamedExternref("GPUUncapturedErrorEvent")], shim_idx: 120, ret: Unit, inner_ret: Some(Unit) }, mutable: true }) -> Externref`.
            const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h17bd7f41e870101f_40);
            return ret;
        },
        __wbindgen_generic_0000000000000005: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true, function: Function { arguments: [NamedExternref("any")], shim_idx: 34, ret: Result(Unit), inner_ret: Some(Result(Unit)) }, mutable: true }) -> Externref`.
            const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h022793f9e19a0b4d_41);
            return ret;
        },
        __wbindgen_generic_0000000000000006: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true, function: Function { arguments: [NamedExternref("undefined")], shim_idx: 34, ret: Result(Unit), inner_ret: Some(Result(Unit)) }, mutable: true }) -> Externref`.
            const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h022793f9e19a0b4d_42);
            return ret;
        },
        __wbindgen_generic_0000000000000007: function(arg0) {
            // Cast intrinsic for `F64 -> Externref`.
            const ret = arg0;
            return ret;
        },
        __wbindgen_generic_0000000000000008: function(arg0, arg1) {
            // Cast intrinsic for `Ref(Slice(U8)) -> NamedExternref("Uint8Array")`.
            const ret = getArrayU8FromWasm0(arg0, arg1);
            return ret;
        },
        __wbindgen_generic_0000000000000009: function(arg0, arg1) {
            // Cast intrinsic for `Ref(String) -> Externref`.
            const ret = getStringFromWasm0(arg0, arg1);
            return ret;
        },
        __wbindgen_generic_000000000000000a: function(arg0) {
            // Cast intrinsic for `U64 -> Externref`.
            const ret = BigInt.asUintN(64, arg0);
            return ret;
        },
        __wbindgen_init_externref_table: function() {
            const table = wasm.__wbindgen_externrefs;
            table.set(0, undefined);
            table.set(1024, undefined);
            table.set(1025, null);
            table.set(1026, true);
            table.set(1027, false);
        },
    };
    return {
        __proto__: null,
        "./gsa_net_bg.js": import0,
    };
}

function wasm_bindgen__convert__closures_____invoke__h17bd7f41e870101f(arg0, arg1, arg2) {
    wasm.wasm_bindgen__convert__closures_____invoke__h17bd7f41e870101f(arg0, arg1, arg2);
}

function wasm_bindgen__convert__closures_____invoke__h17bd7f41e870101f_40(arg0, arg1, arg2) {
    wasm.wasm_bindgen__convert__closures_____invoke__h17bd7f41e870101f_40(arg0, arg1, arg2);
}

function wasm_bindgen__convert__closures_____invoke__h377d5156b0db3d97(arg0, arg1, arg2) {
    const ret = wasm.wasm_bindgen__convert__closures_____invoke__h377d5156b0db3d97(arg0, arg1, arg2);
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

function wasm_bindgen__convert__closures_____invoke__h022793f9e19a0b4d(arg0, arg1, arg2) {
    const ret = wasm.wasm_bindgen__convert__closures_____invoke__h022793f9e19a0b4d(arg0, arg1, arg2);
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

function wasm_bindgen__convert__closures_____invoke__h022793f9e19a0b4d_41(arg0, arg1, arg2) {
    const ret = wasm.wasm_bindgen__convert__closures_____invoke__h022793f9e19a0b4d_41(arg0, arg1, arg2);
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

function wasm_bindgen__convert__closures_____invoke__h022793f9e19a0b4d_42(arg0, arg1, arg2) {
    const ret = wasm.wasm_bindgen__convert__closures_____invoke__h022793f9e19a0b4d_42(arg0, arg1, arg2);
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

function wasm_bindgen__convert__closures_____invoke__h0f0d9f5b188dcfbd(arg0, arg1, arg2, arg3) {
    wasm.wasm_bindgen__convert__closures_____invoke__h0f0d9f5b188dcfbd(arg0, arg1, arg2, arg3);
}


const __wbindgen_enum_GpuBufferBindingType = ["uniform", "storage", "read-only-storage"];


const __wbindgen_enum_GpuDeviceLostReason = ["unknown", "destroyed"];


const __wbindgen_enum_GpuErrorFilter = ["validation", "out-of-memory", "internal"];


const __wbindgen_enum_GpuPowerPreference = ["low-power", "high-performance"];


const __wbindgen_enum_GpuQueryType = ["occlusion", "timestamp"];


const __wbindgen_enum_GpuSamplerBindingType = ["filtering", "non-filtering", "comparison"];


const __wbindgen_enum_GpuStorageTextureAccess = ["write-only", "read-only", "read-write"];


const __wbindgen_enum_GpuTextureFormat = ["r8unorm", "r8snorm", "r8uint", "r8sint", "r16unorm", "r16snorm", "r16uint", "r16sint", "r16float", "rg8unorm", "rg8snorm", "rg8uint", "rg8sint", "r32uint", "r32sint", "r32float", "rg16unorm", "rg16snorm", "rg16uint", "rg16sint", "rg16float", "rgba8unorm", "rgba8unorm-srgb", "rgba8snorm", "rgba8uint", "rgba8sint", "bgra8unorm", "bgra8unorm-srgb", "rgb9e5ufloat", "rgb10a2uint", "rgb10a2unorm", "rg11b10ufloat", "rg32uint", "rg32sint", "rg32float", "rgba16unorm", "rgba16snorm", "rgba16uint", "rgba16sint", "rgba16float", "rgba32uint", "rgba32sint", "rgba32float", "stencil8", "depth16unorm", "depth24plus", "depth24plus-stencil8", "depth32float", "depth32float-stencil8", "bc1-rgba-unorm", "bc1-rgba-unorm-srgb", "bc2-rgba-unorm", "bc2-rgba-unorm-srgb", "bc3-rgba-unorm", "bc3-rgba-unorm-srgb", "bc4-r-unorm", "bc4-r-snorm", "bc5-rg-unorm", "bc5-rg-snorm", "bc6h-rgb-ufloat", "bc6h-rgb-float", "bc7-rgba-unorm", "bc7-rgba-unorm-srgb", "etc2-rgb8unorm", "etc2-rgb8unorm-srgb", "etc2-rgb8a1unorm", "etc2-rgb8a1unorm-srgb", "etc2-rgba8unorm", "etc2-rgba8unorm-srgb", "eac-r11unorm", "eac-r11snorm", "eac-rg11unorm", "eac-rg11snorm", "astc-4x4-unorm", "astc-4x4-unorm-srgb", "astc-5x4-unorm", "astc-5x4-unorm-srgb", "astc-5x5-unorm", "astc-5x5-unorm-srgb", "astc-6x5-unorm", "astc-6x5-unorm-srgb", "astc-6x6-unorm", "astc-6x6-unorm-srgb", "astc-8x5-unorm", "astc-8x5-unorm-srgb", "astc-8x6-unorm", "astc-8x6-unorm-srgb", "astc-8x8-unorm", "astc-8x8-unorm-srgb", "astc-10x5-unorm", "astc-10x5-unorm-srgb", "astc-10x6-unorm", "astc-10x6-unorm-srgb", "astc-10x8-unorm", "astc-10x8-unorm-srgb", "astc-10x10-unorm", "astc-10x10-unorm-srgb", "astc-12x10-unorm", "astc-12x10-unorm-srgb", "astc-12x12-unorm", "astc-12x12-unorm-srgb"];


const __wbindgen_enum_GpuTextureSampleType = ["float", "unfilterable-float", "depth", "sint", "uint"];


const __wbindgen_enum_GpuTextureViewDimension = ["1d", "2d", "2d-array", "cube", "cube-array", "3d"];
const GpuModelFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_gpumodel_free(ptr, 1));
const ModelFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_model_free(ptr, 1));

function addToExternrefTable0(obj) {
    const idx = wasm.__externref_table_alloc();
    wasm.__wbindgen_externrefs.set(idx, obj);
    return idx;
}

const CLOSURE_DTORS = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(state => wasm.__wbindgen_destroy_closure(state.a, state.b));

function debugString(val) {
    switch (typeof val) {
        // primitive types
        case 'number':
        case 'boolean':
        case 'undefined':
        return `${val}`;
        case 'string':
        return JSON.stringify(val);
        case 'bigint':
        return `${val}n`;
        case 'symbol':
        return val.description !== undefined
            ? `Symbol(${val.description})`
            : 'Symbol';
        case 'function':
        return typeof val.name === 'string' && val.name !== ''
            ? `Function(${val.name})`
            : 'Function';
        case 'object': {
            if (val === null) {
                return 'null';
            }
            // objects
            if (Array.isArray(val)) {
                return '[' + Array.from(val, debugString).join(', ') + ']';
            }
            // errors
            if (val instanceof Error) {
                return `${val.name}: ${val.message}\n${val.stack}`;
            }

            const toStringOutput = toString.call(val);
            // Test for built-in
            const className = /\[object ([^\]]+)\]/.exec(toStringOutput)?.[1];

            // Failed to match the standard '[object ClassName]'
            if (className === undefined) {
                return toStringOutput;
            }
            if (className === 'Object') {
                // we're a user defined class or Object
                // JSON.stringify avoids problems with cycles, and is generally much
                // easier than looping through ownProperties of `val`.
                try {
                    return 'Object(' + JSON.stringify(val) + ')';
                } catch (_) {
                    return 'Object';
                }
            }
            // TODO we could test for more things here, like `Set`s and `Map`s.
            return className;
        }
        // Per MDN: 'This list of values is exhaustive.'
        // https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/typeof#description
    }
}

function getArrayF32FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getFloat32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}

function getArrayJsValueViewFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    const mem = getDataViewMemory0();
    const result = [];
    for (let i = ptr; i < ptr + 4 * len; i += 4) {
        result.push(wasm.__wbindgen_externrefs.get(mem.getUint32(i, true)));
    }
    return result;
}

function getArrayU8FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getUint8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}

let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
    if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)) {
        cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    }
    return cachedDataViewMemory0;
}

let cachedFloat32ArrayMemory0 = null;
function getFloat32ArrayMemory0() {
    if (cachedFloat32ArrayMemory0 === null || cachedFloat32ArrayMemory0.byteLength === 0) {
        cachedFloat32ArrayMemory0 = new Float32Array(wasm.memory.buffer);
    }
    return cachedFloat32ArrayMemory0;
}

function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}

let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
        cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    }
    return cachedUint8ArrayMemory0;
}

function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
    }
}

function isLikeNone(x) {
    return x === undefined || x === null;
}

function makeMutClosure(arg0, arg1, f) {
    const state = { a: arg0, b: arg1, cnt: 1 };
    const real = (...args) => {

        // First up with a closure we increment the internal reference
        // count. This ensures that the Rust closure environment won't
        // be deallocated while we're invoking it.
        state.cnt++;
        const a = state.a;
        state.a = 0;
        try {
            return f(a, state.b, ...args);
        } finally {
            state.a = a;
            real._wbg_cb_unref();
        }
    };
    real._wbg_cb_unref = () => {
        if (--state.cnt === 0) {
            wasm.__wbindgen_destroy_closure(state.a, state.b);
            state.a = 0;
            CLOSURE_DTORS.unregister(state);
        }
    };
    CLOSURE_DTORS.register(real, state, state);
    return real;
}

function passStringToWasm0(arg, malloc, realloc) {
    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }

    let len = arg.length;
    let ptr = malloc(len, 1) >>> 0;

    const mem = getUint8ArrayMemory0();

    let offset = 0;

    for (; offset < len; offset++) {
        const code = arg.charCodeAt(offset);
        if (code > 0x7F) break;
        mem[ptr + offset] = code;
    }
    if (offset !== len) {
        if (offset !== 0) {
            arg = arg.slice(offset);
        }
        ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
        const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
        const ret = cachedTextEncoder.encodeInto(arg, view);

        offset += ret.written;
        ptr = realloc(ptr, len, offset, 1) >>> 0;
    }

    WASM_VECTOR_LEN = offset;
    return ptr;
}

function takeFromExternrefTable0(idx) {
    const value = wasm.__wbindgen_externrefs.get(idx);
    wasm.__externref_table_dealloc(idx);
    return value;
}

let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
cachedTextDecoder.decode();
const MAX_SAFARI_DECODE_BYTES = 2146435072;
let numBytesDecoded = 0;
function decodeText(bytes) {
    numBytesDecoded += bytes.length;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
    }
    return cachedTextDecoder.decode(bytes);
}

const cachedTextEncoder = new TextEncoder();

if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}

let WASM_VECTOR_LEN = 0;

// Errors that say what to do; added to what wasm-bindgen writes.

/** In the place of the WebAssembly until that is here. */
const tooEarly = new Proxy({}, {
    get() {
        throw new Error('gsa-net is not ready yet: wait for `await init()` first, the default export of gsa_net.js.');
    },
});

/** How many answers each object still computes. */
const computing = new WeakMap();

/** Whether an object was made by a class, and not given back. */
function isAlive(object, type, name) {
    if (!(object instanceof type)) {
        throw new TypeError(`This is a method of ${name}, and was called on something else: call it as model.method(…).`);
    }
    return Boolean(object.__wbg_ptr);
}

function pointerOf(object, type, name) {
    if (isAlive(object, type, name)) return object.__wbg_ptr;
    throw new Error(`This ${name} was given back by free() and can't be used any more: make a new one.`);
}

/** Notes that an object is needed until a promise is settled. */
function needed(object, answer) {
    const count = (by) => computing.set(object, (computing.get(object) ?? 0) + by);
    const done = () => count(-1);
    count(1);
    answer.then(done, done);
    return answer;
}

/** Whether there is something to give back; what is given back twice is let be. */
function isToFree(object, type, name) {
    if (computing.get(object)) {
        throw new Error(`This ${name} still computes: wait for what it has promised before free().`);
    }
    return isAlive(object, type, name);
}

/** The file of the WebAssembly; Node.js reads what lies on the disk, and fetches nothing from there. */
async function fetched(address) {
    const url = String(address.url ?? address);
    if (url.startsWith('file:') && globalThis.process?.versions?.node) {
        const files = globalThis.process.getBuiltinModule?.('node:fs');
        if (files) return files.promises.readFile(new URL(url));
        throw new Error('This version of Node.js can\'t read the WebAssembly by itself: give its bytes, init({ module_or_path: await readFile(…/gsa_net_bg.wasm) }).');
    }
    try {
        return await fetch(address);
    } catch ({ message }) {
        const more = url.startsWith('file:') ? ' A page from a disk may not read what lies beside it: it has to come from a server.' : '';
        const text = `The WebAssembly could not be fetched from ${url}: ${message}.${more}`;
        // Who signs in with an address does not want name and password shown.
        throw new Error(text.replace(/(:\/\/)[^/?#@]*@/g, '$1'));
    }
}

/** Says what may be wrong with a file that came. */
function refused(cause) {
    let more = '';
    if (cause instanceof WebAssembly.CompileError) more = 'What was given to init() is no WebAssembly; perhaps the server answered with a page. ';
    if (cause instanceof WebAssembly.LinkError) more = 'gsa_net.js and gsa_net_bg.wasm are of different versions: take both from one package. ';
    throw more ? new Error(more + cause.message, { cause }) : cause;
}

let wasmModule, wasmInstance, wasm = tooEarly;
function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    cachedDataViewMemory0 = null;
    cachedFloat32ArrayMemory0 = null;
    cachedUint8ArrayMemory0 = null;
    wasm.__wbindgen_start();
    return wasm;
}

async function __wbg_load(module, imports) {
    if (typeof Response === 'function' && module instanceof Response) {
        if (!module.ok) {
            throw new Error(`failed to fetch Wasm: ${module.status} ${module.statusText} fetching '${module.url}'`);
        }

        if (typeof WebAssembly.instantiateStreaming === 'function') {
            try {
                return await WebAssembly.instantiateStreaming(module, imports);
            } catch (e) {
                const validResponse = expectedResponseType(module.type);

                if (validResponse && module.headers.get('Content-Type') !== 'application/wasm') {
                    console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n", e);

                } else { throw e; }
            }
        }

        const bytes = await module.arrayBuffer();
        return await WebAssembly.instantiate(bytes, imports);
    } else {
        const instance = await WebAssembly.instantiate(module, imports);

        if (instance instanceof WebAssembly.Instance) {
            return { instance, module };
        } else {
            return instance;
        }
    }

    function expectedResponseType(type) {
        switch (type) {
            case 'basic': case 'cors': case 'default': return true;
        }
        return false;
    }
}

function initSync(module) {
    if (wasm !== tooEarly) return wasm;


    if (module !== undefined) {
        if (Object.getPrototypeOf(module) === Object.prototype) {
            ({module} = module)
        } else {
            console.warn('using deprecated parameters for `initSync()`; pass a single object instead')
        }
    }

    const imports = __wbg_get_imports();
    if (!(module instanceof WebAssembly.Module)) {
        module = new WebAssembly.Module(module);
    }
    const instance = new WebAssembly.Instance(module, imports);
    return __wbg_finalize_init(instance, module);
}

let __wbg_init_promise;
async function __wbg_init(module_or_path) {
    if (wasm !== tooEarly) return wasm;
    if (__wbg_init_promise === undefined) {
        __wbg_init_promise = __wbg_init_once(module_or_path);
        __wbg_init_promise.catch(() => { __wbg_init_promise = undefined; });
    }
    return __wbg_init_promise;
}

async function __wbg_init_once(module_or_path) {

    if (module_or_path !== undefined) {
        if (Object.getPrototypeOf(module_or_path) === Object.prototype) {
            ({module_or_path} = module_or_path)
        } else {
            console.warn('using deprecated parameters for the initialization function; pass a single object instead')
        }
    }

    if (module_or_path === undefined) {
        module_or_path = new URL('gsa_net_bg.wasm', import.meta.url).href.replace('/node_modules/.vite/deps/', '/node_modules/gsa-net/');
    }
    const imports = __wbg_get_imports();

    if (typeof module_or_path === 'string' || (typeof Request === 'function' && module_or_path instanceof Request) || (typeof URL === 'function' && module_or_path instanceof URL)) {
        module_or_path = fetched(module_or_path);
    }

    const { instance, module } = await __wbg_load(await module_or_path, imports).catch(refused);

    return __wbg_finalize_init(instance, module);
}

export { initSync, __wbg_init as default };
