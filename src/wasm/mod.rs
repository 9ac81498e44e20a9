//! The interface to JavaScript: converts, calls [`Session`] and [`image`](mod@crate::image), converts errors. Nothing else.

#[cfg(feature = "gpu")]
mod gpu;
mod read;
mod records;
mod theory;
mod write;

#[cfg(feature = "gpu")]
pub use gpu::JsGpuModel;
use js_sys::Object;
use ndarray::ArrayView2;
pub use theory::convolution_by_attention;
use wasm_bindgen::prelude::*;
use web_sys::ImageData;

use crate::engine::Engine;
use crate::error::Error;
use crate::image;
use crate::session::Session;
use crate::weights::Model;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[cfg(feature = "gpu")]
#[wasm_bindgen(typescript_custom_section)]
const GPU_TYPES: &str = include_str!("gpu.d.ts");

/// Panics are mistakes of this package; with this, one tells in the console where it happened.
#[wasm_bindgen(start, skip_typescript)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The version of this package.
///
/// ```js
/// await init();
/// console.log(version()); // such as "0.1.0"
/// ```
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Turns pen strokes into the 28×28 picture that a network sees, as MNIST made its digits.
///
/// The drawing is turned by `turnDegrees` before it becomes pixels, so turning it by a quarter turns its pixels.
///
/// ```js
/// await init();
/// const seven = [[{ x: 0.3, y: 0.2 }, { x: 0.7, y: 0.2 }, { x: 0.45, y: 0.85 }]];
/// const { pixels, empty } = prepareStrokes(seven, 30);
/// console.log(pixels.length, empty); // 784 false
/// ```
///
/// @param strokes - lists of points in fractions of the pad
/// @param turnDegrees - counter-clockwise on the screen
/// @throws Error where a coordinate or the angle is not a finite number, or there are more than 100,000 points
#[wasm_bindgen(js_name = prepareStrokes, unchecked_return_type = "Prepared")]
pub fn prepare_strokes(
    #[wasm_bindgen(unchecked_param_type = "Point[][]")] strokes: &JsValue,
    #[wasm_bindgen(js_name = turnDegrees)] turn_degrees: f64,
) -> Result<Object, JsError> {
    let strokes = read::strokes(strokes)?;
    Ok(write::prepared(image::from_strokes(&strokes, turn_degrees as f32)?))
}

/// Turns a grey picture of a digit, light on dark or dark on light, into the 28×28 picture that a network sees.
///
/// ```js
/// await init();
/// const grey = new Float32Array(100 * 80);
/// for (let row = 20; row < 80; row++) grey.fill(1, row * 80 + 38, row * 80 + 44);
/// const { pixels, empty } = preparePixels(grey, 100, 80);
/// console.log(pixels.length, empty); // 784 false
/// ```
///
/// @param grey - `rows` × `cols` numbers from 0 to 1, row by row
/// @throws Error where their number is not `rows` × `cols`, one is not within 0 to 1, or a side is over 4096
#[wasm_bindgen(js_name = preparePixels, unchecked_return_type = "Prepared")]
pub fn prepare_pixels(
    #[wasm_bindgen(unchecked_param_type = "Float32Array")] grey: &JsValue,
    rows: f64,
    cols: f64,
) -> Result<Object, JsError> {
    let [rows, cols] = [read::index("number of rows", rows)?, read::index("number of columns", cols)?];
    let grey = read::floats("pixels", grey, |length| read::check_size([rows, cols], length))?;
    let picture = ArrayView2::from_shape((rows, cols), &grey).map_err(|error| Error::Input(error.to_string()))?;
    Ok(write::prepared(image::from_grey(picture)?))
}

/// Turns what stands on a canvas, light on dark or dark on light, into the 28×28 picture that a network sees. What is transparent
/// counts as white paper.
///
/// ```js
/// await init();
/// const context = new OffscreenCanvas(100, 80).getContext('2d');
/// context.fillRect(45, 20, 6, 40);
/// const { pixels, empty } = prepareImage(context.getImageData(0, 0, 100, 80));
/// console.log(pixels.length, empty); // 784 false
/// ```
///
/// @throws Error where it is no `ImageData`, or a side is over 4096
#[wasm_bindgen(js_name = prepareImage, unchecked_return_type = "Prepared")]
pub fn prepare_image(image: &ImageData) -> Result<Object, JsError> {
    let ([rows, cols], rgba) = read::image(image)?;
    let grey = read::on_white_paper(&rgba);
    let picture = ArrayView2::from_shape((rows, cols), &grey).map_err(|error| Error::Input(error.to_string()))?;
    Ok(write::prepared(image::from_grey(picture)?))
}

/// A trained network. It lives in the memory of the wasm: whoever makes one calls `free()` when it is no longer needed.
///
/// ```js
/// await init();
/// const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
/// const model = new Model(new Uint8Array(await response.arrayBuffer()));
/// const { pixels } = prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0);
/// console.log(model.predict(pixels).digit); // 1
/// model.free();
/// ```
#[wasm_bindgen(js_name = Model)]
pub struct JsModel {
    session: Session,
}

#[wasm_bindgen(js_class = Model)]
impl JsModel {
    /// Reads a model file, and changes the network where that is asked for.
    ///
    /// ```js
    /// await init();
    /// const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
    /// const random = new Model(new Uint8Array(await response.arrayBuffer()), { seed: 7 });
    /// console.log(random.info().training); // null
    /// random.free();
    /// ```
    ///
    /// @param bytes - the content of a `.safetensors` file made by `gsa`
    /// @param variant - fresh random weights, another index rule, or positions held still, to see what each is for
    /// @throws Error that says what is wrong with the file or with the change
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] bytes: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Variant")] variant: &JsValue,
    ) -> Result<JsModel, JsError> {
        let model = Model::from_bytes(&read::model_bytes(bytes)?)?.varied(&read::variant(variant)?)?;
        Ok(JsModel { session: Session::new(model) })
    }

    /// What the network is: its group, its layers, how it was trained.
    #[wasm_bindgen(unchecked_return_type = "ModelInfo")]
    pub fn info(&self) -> Object {
        write::info(&self.session)
    }

    /// The network's answer for a picture. What its layers made of that picture is kept for `featureMaps` and
    /// `stabilisedMaps` until the next call.
    ///
    /// @param pixels - `[channels, rows, cols]` in one list, 0 (background) to 1 (ink)
    /// @throws Error where the number of pixels is not that of the network's input, or one is not finite
    #[wasm_bindgen(unchecked_return_type = "Prediction")]
    pub fn predict(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pixels: &JsValue,
    ) -> Result<Object, JsError> {
        let pixels = pixels_of(&self.session, pixels)?;
        Ok(write::prediction(&self.session.predict(&pixels)?))
    }

    /// One channel of a layer's output for the picture predicted last: a map for each group element.
    ///
    /// ```js
    /// await init();
    /// const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
    /// const model = new Model(new Uint8Array(await response.arrayBuffer()));
    /// model.predict(prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0).pixels);
    /// const { elements, rows, cols, maps } = model.featureMaps(0, 0);
    /// console.log(maps.length === elements * rows * cols); // true
    /// model.free();
    /// ```
    ///
    /// @param layer - index in `info().layers`
    /// @throws Error for a layer or channel that does not exist, and before the first `predict`
    #[wasm_bindgen(js_name = featureMaps, unchecked_return_type = "FeatureMaps")]
    pub fn feature_maps(&self, layer: f64, channel: f64) -> Result<Object, JsError> {
        feature_maps(&self.session, layer, channel)
    }

    /// As `featureMaps`, turned back by the angle of the picture: pixels about the middle, group elements along the circle.
    /// For a picture that was turned by `degrees`, the maps of an equivariant network stand still here: exactly at the turns of
    /// its group that map the pixel grid to itself, up to resampling at others.
    ///
    /// @param degrees - counter-clockwise, as for `prepareStrokes`
    /// @throws Error as `featureMaps`, and for an angle that is not finite
    #[wasm_bindgen(js_name = stabilisedMaps, unchecked_return_type = "FeatureMaps")]
    pub fn stabilised_maps(&self, layer: f64, channel: f64, degrees: f64) -> Result<Object, JsError> {
        stabilised_maps(&self.session, layer, channel, degrees)
    }

    /// What speaks for each class at each group element in the picture predicted last: of these the network takes the largest over the
    /// elements. When the picture is turned by an element of the group, the same numbers stand at other elements.
    ///
    /// @throws Error before the first `predict`
    #[wasm_bindgen(unchecked_return_type = "Evidence")]
    pub fn evidence(&self) -> Result<Object, JsError> {
        Ok(write::evidence(&self.session.evidence()?))
    }

    /// How far a layer is from turning along with the picture, |f(g x) − g f(x)| / |f(x)|, where g mirrors the columns (where
    /// `mirror`) and then turns by quarters. Rounding alone is about 1e-6. Where g is not in the network's group, the maps are
    /// turned and their group elements stay.
    ///
    /// @param quarterTurns - counter-clockwise; any whole number
    /// @throws Error as `predict`, and for a layer that does not exist
    #[wasm_bindgen(js_name = equivarianceError)]
    pub fn equivariance_error(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pixels: &JsValue,
        layer: f64,
        #[wasm_bindgen(js_name = quarterTurns)] quarter_turns: f64,
        mirror: bool,
    ) -> Result<f32, JsError> {
        let g = read::symmetry(quarter_turns, mirror)?;
        let pixels = pixels_of(&self.session, pixels)?;
        Ok(self.session.equivariance_error(&pixels, read::index("layer", layer)?, g)?)
    }

    /// Compares a layer's stabilised maps of a turned picture with its maps of the upright one, at any angle.
    ///
    /// ```js
    /// await init();
    /// const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
    /// const model = new Model(new Uint8Array(await response.arrayBuffer()));
    /// const one = [[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]];
    /// const [upright, turned] = [0, 90].map((degrees) => prepareStrokes(one, degrees).pixels);
    /// console.log(model.turnError(upright, turned, 3, 90).error < 1e-3); // true
    /// model.free();
    /// ```
    ///
    /// @throws Error as `predict`, for a layer that does not exist, and for an angle that is not finite
    #[wasm_bindgen(js_name = turnError, unchecked_return_type = "TurnError")]
    pub fn turn_error(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] upright: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] turned: &JsValue,
        layer: f64,
        degrees: f64,
    ) -> Result<Object, JsError> {
        let [upright, turned] = [pixels_of(&self.session, upright)?, pixels_of(&self.session, turned)?];
        Ok(write::turn_error(&self.session.turn_error(&upright, &turned, read::index("layer", layer)?, degrees)?))
    }

    /// Where one pixel of a layer's output looks: for every head and output element, the probability of every key. Of the picture
    /// that was predicted last, or asked about here last, any pixel is answered without running the network again.
    ///
    /// @param row - of the layer's input, which may be larger than its output
    /// @throws Error as `predict`, and for a layer or pixel that does not exist or a layer without attention
    #[wasm_bindgen(unchecked_return_type = "AttentionMap")]
    pub fn attention(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pixels: &JsValue,
        layer: f64,
        row: f64,
        col: f64,
    ) -> Result<Object, JsError> {
        let pixels = pixels_of(&self.session, pixels)?;
        let [layer, row, col] = read::pixel(layer, row, col)?;
        Ok(write::attention(&self.session.attention(&pixels, layer, row, col)?))
    }

    /// What one pixel of a layer's output asks, and what it is answered: the parts of the scores of each key, before any softmax. As
    /// seldom as `attention` it runs the network.
    ///
    /// ```js
    /// await init();
    /// const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
    /// const model = new Model(new Uint8Array(await response.arrayBuffer()));
    /// const { pixels } = prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0);
    /// const { heads, windowRows, windowCols } = model.attentionParts(pixels, 0, 14, 14);
    /// console.log(heads, windowRows, windowCols); // 9 5 5
    /// model.free();
    /// ```
    ///
    /// @param row - of the layer's input
    /// @throws Error as `attention`
    #[wasm_bindgen(js_name = attentionParts, unchecked_return_type = "AttentionParts")]
    pub fn attention_parts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pixels: &JsValue,
        layer: f64,
        row: f64,
        col: f64,
    ) -> Result<Object, JsError> {
        let pixels = pixels_of(&self.session, pixels)?;
        let [layer, row, col] = read::pixel(layer, row, col)?;
        Ok(write::attention_parts(&self.session.attention_parts(&pixels, layer, row, col)?))
    }

    /// The encodings of relative rows and columns that a layer has learnt, at any coordinates: the layer itself reads them at the offsets of
    /// its window, as each group element sees them.
    ///
    /// ```js
    /// await init();
    /// const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
    /// const model = new Model(new Uint8Array(await response.arrayBuffer()));
    /// const { rows, rowChannels } = model.encoding(0, Float32Array.of(-1, 0, 0.3));
    /// console.log(rows.length === 3 * rowChannels); // true
    /// model.free();
    /// ```
    ///
    /// @param coordinates - 1 to 100,000; the longer side of the window is from −1 to 1
    /// @throws Error for a layer that does not exist or has no attention, and for a coordinate that is not finite
    #[wasm_bindgen(unchecked_return_type = "Encoding")]
    pub fn encoding(
        &self,
        layer: f64,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] coordinates: &JsValue,
    ) -> Result<Object, JsError> {
        encoding(&self.session, layer, coordinates)
    }

    /// Theorem 1 in a trained network of convolutions, such as `r4_cnn`: runs it beside the same network with attention in the place of
    /// its convolutions, all whose filters have a middle, and shows one of them. Otherwise as `convolutionByAttention`.
    ///
    /// ```js
    /// await init();
    /// const response = await fetch(new URL('./models/r4_cnn_drawn.safetensors', import.meta.url));
    /// const model = new Model(new Uint8Array(await response.arrayBuffer()));
    /// const { pixels } = prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0);
    /// const { error, prediction, own } = model.byAttention(pixels, 1, 2, true, true);
    /// console.log(error < 1e-4, prediction.digit === own.digit); // true true
    /// model.free();
    /// ```
    ///
    /// @param layer - index in `info().layers` of the convolution that is shown
    /// @throws Error as `predict` and `convolutionByAttention`, and for a network or layer without such convolutions
    #[wasm_bindgen(js_name = byAttention, unchecked_return_type = "NetworkByAttention")]
    pub fn by_attention(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pixels: &JsValue,
        layer: f64,
        alpha: f64,
        solved: bool,
        frames: bool,
        without: Option<f64>,
    ) -> Result<Object, JsError> {
        let pixels = pixels_of(&self.session, pixels)?;
        theory::by_attention(self.session.engine(), &pixels, layer, theory::setup(alpha, solved, frames, without)?)
    }
}

/// Pixels of a picture that this network takes.
fn pixels_of<E: Engine>(session: &Session<E>, value: &JsValue) -> Result<Vec<f32>, Error> {
    read::floats("pixels", value, |length| session.check_pixel_count(length))
}

/// `FeatureMaps`
fn feature_maps<E: Engine>(session: &Session<E>, layer: f64, channel: f64) -> Result<Object, JsError> {
    let [layer, channel] = read::channel(layer, channel)?;
    Ok(write::maps(session.feature_maps(layer, channel)?.view()))
}

/// `FeatureMaps`
fn stabilised_maps<E: Engine>(session: &Session<E>, layer: f64, channel: f64, degrees: f64) -> Result<Object, JsError> {
    let [layer, channel] = read::channel(layer, channel)?;
    Ok(write::maps(session.stabilised_maps(layer, channel, degrees)?.view()))
}

/// `Encoding`
fn encoding<E: Engine>(session: &Session<E>, layer: f64, coordinates: &JsValue) -> Result<Object, JsError> {
    let layer = read::index("layer", layer)?;
    let coordinates: Vec<f64> = read::coordinates(coordinates)?;
    Ok(write::encoding(&session.encoding(layer, &coordinates)?, coordinates.len()))
}
