//! Normalisation.

/// Normalisation over channels, group elements and pixels together, then an affine map per channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Norm {
    /// Channels.
    pub channels: usize,
    /// Offset of `weight [channels]`.
    pub weight: usize,
    /// Offset of `bias [channels]`.
    pub bias: usize,
}

impl Norm {
    /// Added to the variance, as published.
    pub const EPSILON: f64 = 1e-12;
}
