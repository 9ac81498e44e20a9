//! What a network needs from an engine, and the engines.

#[cfg_attr(not(feature = "train"), allow(dead_code, reason = "backward stands beside forward, for training alone"))]
pub mod cpu;
#[cfg(feature = "gpu")]
pub mod gpu;

use ndarray::ArrayView4;

use crate::network::{Attention, Linear, Norm};
use crate::{Config, Error, Result};

/// The operations of a network on one sample. A tensor is a feature map `[C, N, H, W]`; parameters belong to the backend, a
/// layer says where they lie. `'n` is the life of the [`Network`](crate::network::Network) that is run.
pub trait Backend<'n> {
    /// A feature map.
    type Tensor;
    /// Lifting self-attention: `[C, 1, H, W]` → `[C', N, H, W]`.
    fn lifting_attention(&mut self, layer: &'n Attention, x: &Self::Tensor) -> Self::Tensor;
    /// Group self-attention: `[C, N, H, W]` → `[C', N, H, W]`.
    fn group_attention(&mut self, layer: &'n Attention, x: &Self::Tensor) -> Self::Tensor;
    /// Normalisation over all axes, with Swish behind it where `swish` is set: the shape stays.
    fn norm(&mut self, layer: &'n Norm, x: &Self::Tensor, swish: bool) -> Self::Tensor;
    /// 1×1 layer: `[C, N, H, W]` → `[C', N, H, W]`.
    fn linear(&mut self, layer: &'n Linear, x: &Self::Tensor) -> Self::Tensor;
    /// Both without `crop` pixels at each side, added: `[C, N, H − 2 crop, W − 2 crop]`.
    fn add_cropped(&mut self, a: &Self::Tensor, b: &Self::Tensor, crop: usize) -> Self::Tensor;
    /// 2×2 max-pooling: `[C, N, ⌊H/2⌋, ⌊W/2⌋]`.
    fn max_pool(&mut self, x: &Self::Tensor) -> Self::Tensor;
    /// Sum over pixels, then maximum over group elements: `[C, 1, 1, 1]`.
    fn readout(&mut self, x: &Self::Tensor) -> Self::Tensor;
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
