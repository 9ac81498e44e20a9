/* @ts-self-types="./gsa_net.d.ts" */

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
        __wbg___wbindgen_debug_string_f249a2a76caa9a55: function(arg0, arg1) {
            const ret = debugString(arg1);
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg___wbindgen_is_null_c22311b1cc228e3a: function(arg0) {
            const ret = arg0 === null;
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
        __wbg_isView_7c4f5a7c257b3a84: function(arg0) {
            const ret = ArrayBuffer.isView(arg0);
            return ret;
        },
        __wbg_keys_105f5c0857898f84: function(arg0) {
            const ret = Object.keys(arg0);
            return ret;
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
        __wbg_parse_c3f72b5a24f83c01: function() { return handleError(function (arg0, arg1) {
            const ret = JSON.parse(getStringFromWasm0(arg0, arg1));
            return ret;
        }, arguments); },
        __wbg_prototypesetcall_13162965d1fe7aa3: function(arg0, arg1, arg2) {
            Uint8Array.prototype.set.call(getArrayU8FromWasm0(arg0, arg1), arg2);
        },
        __wbg_prototypesetcall_22b1bb88c4ec5c5a: function(arg0, arg1, arg2) {
            Float32Array.prototype.set.call(getArrayF32FromWasm0(arg0, arg1), arg2);
        },
        __wbg_set_2793479888329cb6: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = Reflect.set(arg0, arg1, arg2);
            return ret;
        }, arguments); },
        __wbg_set_d2d33b52458e984a: function(arg0, arg1, arg2) {
            arg0[arg1 >>> 0] = arg2;
        },
        __wbg_set_e4b9a833d288759a: function(arg0, arg1, arg2) {
            arg0[arg1] = arg2;
        },
        __wbg_stack_575c4e0918581b9c: function(arg0, arg1) {
            const ret = arg1.stack;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg_toStringTag_1bdd39ac5d866229: function() {
            const ret = Symbol.toStringTag;
            return ret;
        },
        __wbindgen_generic_0000000000000001: function(arg0) {
            // Cast intrinsic for `F64 -> Externref`.
            const ret = arg0;
            return ret;
        },
        __wbindgen_generic_0000000000000002: function(arg0, arg1) {
            // Cast intrinsic for `Ref(String) -> Externref`.
            const ret = getStringFromWasm0(arg0, arg1);
            return ret;
        },
        __wbindgen_generic_0000000000000003: function(arg0) {
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

const ModelFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_model_free(ptr, 1));

function addToExternrefTable0(obj) {
    const idx = wasm.__externref_table_alloc();
    wasm.__wbindgen_externrefs.set(idx, obj);
    return idx;
}

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
        module_or_path = new URL('gsa_net_bg.wasm', import.meta.url).href.replace('/node_modules/.vite/deps/', '/node_modules/gsa-net/plain/');
    }
    const imports = __wbg_get_imports();

    if (typeof module_or_path === 'string' || (typeof Request === 'function' && module_or_path instanceof Request) || (typeof URL === 'function' && module_or_path instanceof URL)) {
        module_or_path = fetched(module_or_path);
    }

    const { instance, module } = await __wbg_load(await module_or_path, imports).catch(refused);

    return __wbg_finalize_init(instance, module);
}

export { initSync, __wbg_init as default };
