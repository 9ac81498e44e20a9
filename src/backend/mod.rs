//! The kernels: the operations of [`Backend`] on a processor and on a graphics card.

pub mod cpu;
#[cfg(feature = "gpu")]
pub mod gpu;

pub use crate::layers::Backend;
