//! What only a network on a graphics card offers.

use ndarray::ArrayView4;

use super::Session;
use crate::backend::gpu::Gpu;
use crate::engine::{Engine as _, GpuEngine, Options, SelfTest};
use crate::error::{Error, Result};
use crate::prediction::Prediction;
use crate::weights::Model;

/// A model on the graphics card.
pub type GpuSession = Session<GpuEngine>;

impl Session<GpuEngine> {
    /// Makes a model ready to answer on a graphics card.
    ///
    /// # Errors
    /// As [`GpuEngine::on`].
    pub async fn on(gpu: &Gpu, model: Model) -> Result<Self> {
        Self::with_options(gpu, model, Options::default()).await
    }

    /// As [`on`](Self::on), otherwise than by default.
    ///
    /// # Errors
    /// As [`GpuEngine::on`].
    pub async fn with_options(gpu: &Gpu, model: Model, options: Options<'_>) -> Result<Self> {
        let engine = GpuEngine::with_options(gpu, &model, options).await?;
        Ok(Self::with_engine(model, engine))
    }

    /// Compares the card with the CPU: see [`GpuEngine::self_test`].
    ///
    /// # Errors
    /// [`Error::Gpu`] for what goes wrong on the card.
    pub async fn self_test(&self) -> Result<SelfTest> {
        self.engine.self_test(self.engine.cpu()).await
    }

    /// The answers for several pictures at once; no maps are kept.
    ///
    /// # Shapes
    /// - pixels: [B, C, H, W] in one list
    ///
    /// # Errors
    /// As [`predict`](Self::predict), and for a number of pixels that is no multiple of one picture's.
    pub async fn predict_batch(&self, pixels: &[f32]) -> Result<Vec<Prediction>> {
        let [channels, rows, cols] = self.config().input_shape();
        let size = channels * rows * cols;
        if !pixels.len().is_multiple_of(size) {
            return Err(Error::Input(format!("{} pixels are not whole pictures of {size}", pixels.len())));
        }
        let shape = (pixels.len() / size, channels, rows, cols);
        let images = ArrayView4::from_shape(shape, pixels).expect("the number of pixels has been checked");
        let logits = self.engine.logits(images).await?;
        logits.outer_iter().map(|logits| Prediction::from_logits(&logits.to_vec())).collect()
    }
}
