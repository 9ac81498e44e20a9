//! A model made ready to run: on the processor, and on a graphics card.

mod cpu;
#[cfg(feature = "gpu")]
mod gpu;
mod tap;

use ndarray::{Array2, Array5, ArrayView4};

use crate::config::Config;
use crate::error::{Error, Result};

pub use cpu::CpuEngine;
#[cfg(all(test, feature = "gpu"))]
pub(crate) use gpu::program;
#[cfg(feature = "gpu")]
pub use gpu::{GpuEngine, Options, SelfTest};

/// The output of every layer, beside the logits.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// `[B, classes]`
    pub logits: Array2<f32>,
    /// `[B, C, N, H, W]` of each layer, in the order of [`Network::layers`].
    pub layers: Vec<Array5<f32>>,
}

/// Where one pixel looks in one layer.
#[derive(Clone, Debug, PartialEq)]
pub struct AttentionMap {
    /// `[head, output element, key element, row, col]`, the mean over query elements: sums to 1 over the last three.
    pub probabilities: Array5<f32>,
}

/// Refuses pictures `[B, C, H, W]` that a network can't be asked about: of another shape, or with a pixel that is no finite number.
fn check_images(config: &Config, images: ArrayView4<'_, f32>) -> Result<()> {
    let [channels, rows, cols] = config.input;
    if images.shape()[1..] != config.input {
        return Err(Error::Input(format!(
            "expected pictures of {channels} channels and {rows}×{cols} pixels, got {:?}",
            &images.shape()[1..]
        )));
    }
    match images.iter().find(|x| !x.is_finite()) {
        None => Ok(()),
        Some(x) => Err(Error::Input(format!("a pixel is {x}: every pixel must be finite"))),
    }
}
