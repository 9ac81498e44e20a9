//! Batch normalisation.

/// Normalisation of each channel over pictures, group elements and pixels, then an affine map, then ReLU. In training, mean and variance
/// are those of the batch; at inference the averages of them that training kept.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchNorm {
    /// Channels.
    pub channels: usize,
    /// Offset of `weight [channels]`.
    pub weight: usize,
    /// Offset of `bias [channels]`.
    pub bias: usize,
    /// Offset of `mean [channels]`.
    pub mean: usize,
    /// Offset of `variance [channels]`.
    pub variance: usize,
}

impl BatchNorm {
    /// Added to the variance, as published.
    pub const EPSILON: f64 = 2e-5;
    /// Share of a batch in the averages that are kept, as published.
    pub const MOMENTUM: f64 = 0.1;
}
