//! Group equivariant stand-alone self-attention for vision.
mod error;
pub use error::{Error, Result};
