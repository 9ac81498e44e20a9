//! The networks that encode relative rows and columns.

use super::{Linear, Norm};

/// The network 1 → [`EncodingNet::HIDDEN`] → norm → Swish → `dim` that encodes one coordinate of a relative position.
#[derive(Clone, Debug, PartialEq)]
pub struct EncodingNet {
    /// Channels of the encoding.
    pub dim: usize,
    /// 1 → hidden.
    pub first: Linear,
    /// Over the hidden channels.
    pub norm: Norm,
    /// hidden → dim.
    pub second: Linear,
}

impl EncodingNet {
    /// Hidden channels.
    pub const HIDDEN: usize = 16;
}
