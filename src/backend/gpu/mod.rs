//! The graphics card: WebGPU in a browser, Vulkan elsewhere.
//!
//! A network is run once over [`Backend`](crate::layers::Backend) to write down its dispatches (`recorder`), finds buffers for all
//! intermediates (`program`), and is compiled (`compiled`). A prediction is then one submission and one readback. The shaders
//! are in `shaders/`, one file per operation; `template` unrolls them for a network and `tiling` cuts attention to size.

mod compiled;
mod convolution;
mod device;
mod group_attention;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod operation_tests;
mod operations;
mod peak;
mod program;
mod readback;
mod recorder;
mod runner;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod shader_tests;
mod template;
mod tiling;

pub use compiled::Tamper;
pub use device::{Adapter, Gpu};
pub use peak::multiply_adds_per_second;
pub(crate) use program::{Program, Target};
pub(crate) use recorder::record;
pub(crate) use runner::Runner;
pub use tiling::Machine;
