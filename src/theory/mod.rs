//! The paper's theorems as constructions that run: over the very layers and kernels of the networks.
//!
//! Theorem 1: group self-attention can be any group convolution. [`GroupConvolution`] is one, as its formula says;
//! [`AttentionAsConvolution`] is an attention layer whose heads look at one neighbour each, the sharper the larger α, and whose
//! output weights are the filter's own numbers, or are solved for, which needs no sharpness. [`NetworkByAttention`] puts such layers in the
//! place of the convolutions of a trained network, whose answer does not change.

mod convolution;
mod fit;
mod heads;
mod network;

pub use convolution::GroupConvolution;
pub use heads::{AttentionAsConvolution, Compared, Form, Weights};
pub use network::{NetworkByAttention, NetworksCompared};
