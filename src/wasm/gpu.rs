//! The part of the interface to JavaScript that runs on the graphics card.

use std::cell::RefCell;

use js_sys::{Array, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{encoding, feature_maps, pixels_of, read, stabilised_maps, write};
use crate::backend::gpu::Gpu;
use crate::error::Error;
use crate::session::GpuSession;
use crate::weights::Model;

#[derive(Serialize)]
struct AdapterInfo<'a> {
    name: &'a str,
    software: bool,
    timestamps: bool,
}

#[derive(Serialize)]
struct SelfTest<'a> {
    passed: bool,
    difference: f32,
    layer: &'a str,
}

thread_local! {
    /// The one device of this worker or window, for all networks.
    static GPU: RefCell<Option<Gpu>> = const { RefCell::new(None) };
}

/// The device, opened again where it was lost.
async fn gpu() -> Result<Gpu, Error> {
    if let Some(gpu) = GPU.with_borrow(Clone::clone).filter(|gpu| gpu.lost().is_none()) {
        return Ok(gpu);
    }
    let gpu = Gpu::open().await?;
    GPU.set(Some(gpu.clone()));
    Ok(gpu)
}

/// A trained network on the graphics card, by WebGPU. As `Model`, but its answers are promises, and one has to be waited for
/// before the next is asked for. Whoever makes one calls `free()` when it is no longer needed.
///
/// ```js
/// await init();
/// const response = await fetch(new URL('./models/r4_sa.safetensors', import.meta.url));
/// const model = await GpuModel.create(new Uint8Array(await response.arrayBuffer()));
/// const { passed } = await model.selfTest(); // where false, use `Model`
/// const { pixels } = prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0);
/// console.log((await model.predict(pixels)).digit, passed); // 1 true
/// model.free();
/// ```
#[wasm_bindgen(js_name = GpuModel)]
pub struct JsGpuModel {
    session: GpuSession,
}

#[wasm_bindgen(js_class = GpuModel)]
impl JsGpuModel {
    /// Reads a model file, opens the graphics card and compiles the network for it.
    ///
    /// @param bytes - the content of a `.safetensors` file made by `gsa`
    /// @param variant - as for `Model`
    /// @throws Error that says what is wrong with the file or with the change, or why the card can't be used
    pub async fn create(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer")] bytes: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Variant")] variant: JsValue,
    ) -> Result<JsGpuModel, JsError> {
        let model = Model::from_bytes(&read::model_bytes(&bytes)?)?.varied(&read::variant(&variant)?)?;
        Ok(JsGpuModel { session: GpuSession::on(&gpu().await?, model).await? })
    }

    /// What the network is: its group, its layers, how it was trained.
    #[wasm_bindgen(unchecked_return_type = "ModelInfo")]
    pub fn info(&self) -> Object {
        write::info(&self.session)
    }

    /// Which graphics card it is.
    #[wasm_bindgen(js_name = adapterInfo, unchecked_return_type = "AdapterInfo")]
    pub fn adapter_info(&self) -> Object {
        let adapter = self.session.engine().gpu().adapter();
        write::json(&AdapterInfo {
            name: &adapter.name,
            software: adapter.software,
            timestamps: adapter.has_timestamps,
        })
    }

    /// Compares every layer with the CPU's for one known picture. Cards that compute something else without saying so exist:
    /// ask before you believe one.
    ///
    /// @throws Error for what goes wrong on the card; a difference is no error
    #[wasm_bindgen(js_name = selfTest, unchecked_return_type = "SelfTest")]
    pub async fn self_test(&self) -> Result<Object, JsError> {
        let test = self.session.self_test().await?;
        Ok(write::json(&SelfTest { passed: test.passed(), difference: test.difference, layer: &test.layer }))
    }

    /// As `Model.predict`.
    ///
    /// @throws Error as `Model.predict`, and for what goes wrong on the card
    #[wasm_bindgen(unchecked_return_type = "Prediction")]
    pub async fn predict(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pixels: JsValue,
    ) -> Result<Object, JsError> {
        let pixels = pixels_of(&self.session, &pixels)?;
        Ok(write::prediction(&self.session.predict(&pixels).await?))
    }

    /// The network's answers for several pictures in one go. No feature maps are kept.
    ///
    /// @param pixels - one picture after another
    /// @throws Error as `predict`
    #[wasm_bindgen(js_name = predictBatch, unchecked_return_type = "Prediction[]")]
    pub async fn predict_batch(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pixels: JsValue,
    ) -> Result<Array, JsError> {
        let pixels = read::floats("pixels", &pixels, |length| {
            let fits = length <= MAX_BATCH_PIXELS;
            fits.then_some(()).ok_or_else(|| Error::Input(format!("{length} pixels are more than {MAX_BATCH_PIXELS}")))
        })?;
        Ok(self.session.predict_batch(&pixels).await?.iter().map(write::prediction).collect())
    }

    /// As `Model.featureMaps`.
    ///
    /// @throws Error as `Model.featureMaps`
    #[wasm_bindgen(js_name = featureMaps, unchecked_return_type = "FeatureMaps")]
    pub fn feature_maps(&self, layer: f64, channel: f64) -> Result<Object, JsError> {
        feature_maps(&self.session, layer, channel)
    }

    /// As `Model.stabilisedMaps`.
    ///
    /// @throws Error as `Model.stabilisedMaps`
    #[wasm_bindgen(js_name = stabilisedMaps, unchecked_return_type = "FeatureMaps")]
    pub fn stabilised_maps(&self, layer: f64, channel: f64, degrees: f64) -> Result<Object, JsError> {
        stabilised_maps(&self.session, layer, channel, degrees)
    }

    /// As `Model.equivarianceError`.
    ///
    /// @throws Error as `Model.equivarianceError`, and for what goes wrong on the card
    #[wasm_bindgen(js_name = equivarianceError)]
    pub async fn equivariance_error(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pixels: JsValue,
        layer: f64,
        #[wasm_bindgen(js_name = quarterTurns)] quarter_turns: f64,
        mirror: bool,
    ) -> Result<f32, JsError> {
        let g = read::symmetry(quarter_turns, mirror)?;
        let pixels = pixels_of(&self.session, &pixels)?;
        Ok(self.session.equivariance_error(&pixels, read::index("layer", layer)?, g).await?)
    }

    /// As `Model.evidence`.
    ///
    /// @throws Error before the first `predict`
    #[wasm_bindgen(unchecked_return_type = "Evidence")]
    pub fn evidence(&self) -> Result<Object, JsError> {
        Ok(write::evidence(&self.session.evidence()?))
    }

    /// As `Model.turnError`.
    ///
    /// @throws Error as `Model.turnError`, and for what goes wrong on the card
    #[wasm_bindgen(js_name = turnError, unchecked_return_type = "TurnError")]
    pub async fn turn_error(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] upright: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] turned: JsValue,
        layer: f64,
        degrees: f64,
    ) -> Result<Object, JsError> {
        let [upright, turned] = [pixels_of(&self.session, &upright)?, pixels_of(&self.session, &turned)?];
        let layer = read::index("layer", layer)?;
        Ok(write::turn_error(&self.session.turn_error(&upright, &turned, layer, degrees).await?))
    }

    /// As `Model.attention`.
    ///
    /// @throws Error as `Model.attention`, and for what goes wrong on the card
    #[wasm_bindgen(unchecked_return_type = "AttentionMap")]
    pub async fn attention(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pixels: JsValue,
        layer: f64,
        row: f64,
        col: f64,
    ) -> Result<Object, JsError> {
        let pixels = pixels_of(&self.session, &pixels)?;
        let [layer, row, col] = read::pixel(layer, row, col)?;
        Ok(write::attention(&self.session.attention(&pixels, layer, row, col).await?))
    }

    /// As `Model.attentionParts`.
    ///
    /// @throws Error as `Model.attentionParts`, and for what goes wrong on the card
    #[wasm_bindgen(js_name = attentionParts, unchecked_return_type = "AttentionParts")]
    pub async fn attention_parts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] pixels: JsValue,
        layer: f64,
        row: f64,
        col: f64,
    ) -> Result<Object, JsError> {
        let pixels = pixels_of(&self.session, &pixels)?;
        let [layer, row, col] = read::pixel(layer, row, col)?;
        Ok(write::attention_parts(&self.session.attention_parts(&pixels, layer, row, col).await?))
    }

    /// As `Model.encoding`.
    ///
    /// @throws Error as `Model.encoding`
    #[wasm_bindgen(unchecked_return_type = "Encoding")]
    pub fn encoding(
        &self,
        layer: f64,
        #[wasm_bindgen(unchecked_param_type = "Float32Array")] coordinates: &JsValue,
    ) -> Result<Object, JsError> {
        encoding(&self.session, layer, coordinates)
    }

    /// Milliseconds that the last prediction took on the card itself, where it can tell.
    #[wasm_bindgen(getter, js_name = gpuMilliseconds)]
    pub fn gpu_milliseconds(&self) -> Option<f64> {
        self.session.engine().milliseconds()
    }

    /// Bytes of all buffers on the card.
    #[wasm_bindgen(getter, js_name = bufferBytes)]
    pub fn buffer_bytes(&self) -> f64 {
        self.session.engine().buffer_bytes() as f64
    }

    /// Why the card was lost, once it was: every prediction fails from then on, and a new `GpuModel` has to be made.
    #[wasm_bindgen(getter)]
    pub fn lost(&self) -> Option<String> {
        self.session.engine().gpu().lost()
    }

    /// Gives the card back, as if it had been lost, for all networks of this window or worker: for tests of what happens then.
    #[wasm_bindgen(js_name = loseDevice)]
    pub fn lose_device(&self) {
        self.session.engine().gpu().destroy();
    }
}

/// Of all pictures of a batch.
const MAX_BATCH_PIXELS: usize = 1 << 24;
