//! Group equivariant stand-alone self-attention for vision.
mod error;
pub mod image;
pub use error::{Error, Result};
