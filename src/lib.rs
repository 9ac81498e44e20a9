//! Group equivariant stand-alone self-attention for vision: the networks of Romero & Cordonnier (ICLR 2021), exactly
//! equivariant, for native machines and for the browser.
//!
//! # Axes
//! Everywhere and in this order: `[batch, channel, group element, row, column]`; offsets are `(row, column)`. A single sample
//! has no batch axis, a picture no group axis.
//!
//! # Modules
//! The rooms, from the top down; code names what lies below it alone, which a test holds (`tests/rooms`).
//! - `wasm`: the interface to JavaScript (on wasm32)
//! - [`session`]: a network in use: answers, feature maps, attention and the views of them
//! - `train`: loss, gradients, optimiser (feature `train`)
//! - [`theory`]: the paper's theorems, as constructions over the layers
//! - [`engine`]: a model made ready to run, on the processor or on a graphics card (feature `gpu`)
//! - [`weights`]: parameters, model files, import of the paper's official code
//! - [`network`]: which layers there are, and the forward pass, written once over [`layers::Backend`]
//! - [`config`]: the validated description of a network, one constructor per published configuration
//! - [`backend`]: the kernels, on the processor and on a graphics card
//! - [`layers`]: what each operation is: its shapes, its parameters and what they are to it
//! - [`views`]: feature maps of a turned picture, turned back
//! - [`symmetry`]: turning and mirroring pictures and feature maps; the equivariance error
//! - [`image`]: from strokes or grey pictures to what a network sees
//! - [`encoding`]: relative positions as each group element sees them
//! - [`group`]: elements, composition, inverse, matrices, index tables; angles
//!
//! Kernels bear the names of the operations in [`layers::Backend`]: `group_attention`, of which lifting attention is a case, `norm`,
//! `linear`, `convolution`, `batch_norm`, `add_cropped`, `max_pool`, `readout`.

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
pub mod theory;
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
pub use engine::{AttentionMap, AttentionParts, CpuEngine, Trace};
pub use error::{Error, Result, quoted};
pub use prediction::{Prediction, softmax};
pub use weights::Model;
