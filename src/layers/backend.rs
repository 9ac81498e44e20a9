//! What a network needs from an engine.

use super::{Attention, BatchNorm, Convolution, Linear, MaxPool, Norm};

/// The operations of a network on one sample. A tensor is a feature map `[C, N, H, W]`; parameters belong to the backend, a
/// layer says where they lie. `'n` is the life of the layers that are run.
pub trait Backend<'n> {
    /// A feature map.
    type Tensor;
    /// Group self-attention: `[C, N, H, W]` → `[C', N, H, W]`; lifting self-attention, which is a case of it: from `[C, 1, H, W]`.
    fn group_attention(&mut self, layer: &'n Attention, x: &Self::Tensor) -> Self::Tensor;
    /// Normalisation over all axes, with Swish behind it where `swish` is set: the shape stays.
    fn norm(&mut self, layer: &'n Norm, x: &Self::Tensor, swish: bool) -> Self::Tensor;
    /// 1×1 layer: `[C, N, H, W]` → `[C', N, H, W]`.
    fn linear(&mut self, layer: &'n Linear, x: &Self::Tensor) -> Self::Tensor;
    /// Group convolution: `[C, N, H, W]` → `[C', N, H', W']`; lifting convolution, which is a case of it: from `[C, 1, H, W]`.
    fn convolution(&mut self, layer: &'n Convolution, x: &Self::Tensor) -> Self::Tensor;
    /// Normalisation of each channel, with ReLU behind it: the shape stays.
    fn batch_norm(&mut self, layer: &'n BatchNorm, x: &Self::Tensor) -> Self::Tensor;
    /// In training a share of the numbers becomes 0 and the others grow by as much; elsewhere nothing happens.
    fn dropout(&mut self, _share: f32, x: Self::Tensor) -> Self::Tensor {
        x
    }
    /// Both without `crop` pixels at each side, added: `[C, N, H − 2 crop, W − 2 crop]`.
    fn add_cropped(&mut self, a: &Self::Tensor, b: &Self::Tensor, crop: usize) -> Self::Tensor;
    /// Max-pooling by two: `[C, N, ⌊H/2⌋, ⌊W/2⌋]`.
    fn max_pool(&mut self, layer: MaxPool, x: &Self::Tensor) -> Self::Tensor;
    /// Sum over pixels, then maximum over group elements: `[C, 1, 1, 1]`.
    fn readout(&mut self, x: &Self::Tensor) -> Self::Tensor;
}
