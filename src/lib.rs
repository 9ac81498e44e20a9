//! Group equivariant stand-alone self-attention for vision: the networks of Romero & Cordonnier (ICLR 2021), exactly
//! equivariant, for native machines and for the browser.
//!
//! # Axes
//! Everywhere and in this order: `[batch, channel, group element, row, column]`; offsets are `(row, column)`. A single sample
//! has no batch axis, a picture no group axis.
//!
//! # Modules
//! - [`group`]: elements, composition, inverse, matrices, index tables
//! - [`encoding`]: relative positions as each group element sees them
//! - [`config`]: the validated description of a network, one constructor per published configuration
//! - [`weights`]: parameters, model files, import of the paper's official code
//! - [`network`]: the layers and the forward pass, written once over [`backend::Backend`]
//! - [`layers`]: what each operation is, in plain loops
//! - [`backend`]: the engines
//! - [`symmetry`]: turning and mirroring pictures and feature maps; the equivariance error
//! - [`image`]: from strokes or grey pictures to what a network sees
//! - [`session`]: a network in use: answers, feature maps and the views of them
//! - [`views`]: feature maps of a turned picture, turned back
//! - `wasm`: the interface to JavaScript (on wasm32)
//! - `train`: loss, gradients, optimiser (feature `train`)

pub mod backend;
pub mod config;
pub mod encoding;
pub mod engine;
mod error;
pub mod group;
pub mod image;
pub mod layers;
pub mod network;
mod prediction;
pub mod session;
pub mod symmetry;
#[cfg(feature = "train")]
pub mod train;
pub mod views;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod weights;

#[cfg(feature = "gpu")]
pub use backend::gpu::Gpu;
pub use config::Config;
#[cfg(feature = "gpu")]
pub use engine::GpuEngine;
pub use engine::{AttentionMap, CpuEngine, Trace};
pub use error::{Error, Result, quoted};
pub use prediction::{Prediction, softmax};
pub use weights::Model;
