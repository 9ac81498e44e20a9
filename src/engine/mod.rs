//! A model made ready to run: on the processor, and on a graphics card.

mod cpu;
#[cfg(feature = "gpu")]
mod gpu;

use std::sync::{Mutex, MutexGuard, PoisonError};

use ndarray::{Array2, Array5, ArrayView4, CowArray, Ix4};

use crate::config::Config;
use crate::error::{Error, Result};

pub use crate::backend::cpu::{AttentionParts, Tables};
pub use cpu::CpuEngine;
#[cfg(all(test, feature = "gpu"))]
pub(crate) use gpu::program;
#[cfg(feature = "gpu")]
pub use gpu::{GpuEngine, Options, SelfTest};

/// Pictures `[B, C, H, W]`, borrowed or owned.
pub type Pictures<'p> = CowArray<'p, f32, Ix4>;

/// What runs a model, and answers at once or later: everything beyond is written once over this trait.
pub trait Engine {
    /// What a question comes to: `Result<R>` where the answer is there at once, else a future of it.
    type Answer<'e, R: 'e>
    where
        Self: 'e;

    /// The same model on the processor, for what is looked at in single pixels.
    fn cpu(&self) -> &CpuEngine;

    /// What is known without running anything.
    fn answer<'e, R: 'e>(&'e self, answer: Result<R>) -> Self::Answer<'e, R>;

    /// Runs the network on pictures with pixels from 0 to 1 and hands the outputs of all layers to `then`.
    ///
    /// # Errors
    /// [`Error::Input`] for another shape or values that are not finite, what goes wrong in the engine, and those of `then`.
    fn traced<'e, R: 'e>(
        &'e self,
        pictures: Pictures<'e>,
        then: impl FnOnce(Trace) -> Result<R> + 'e,
    ) -> Self::Answer<'e, R>;

    /// As [`traced`](Self::traced), and keeps the outputs in `kept`. What is there from before is kept where the run fails.
    ///
    /// # Errors
    /// As [`traced`](Self::traced).
    fn traced_into<'e, R: 'e>(
        &'e self,
        picture: Pictures<'e>,
        kept: &'e Mutex<Option<Trace>>,
        then: impl FnOnce(&Trace) -> Result<R> + 'e,
    ) -> Self::Answer<'e, R> {
        self.traced(picture, move |trace| then(locked(kept).insert(trace)))
    }
}

/// What a lock guards; whoever panicked with it left it whole.
pub(crate) fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The output of every layer, beside the logits.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// `[B, classes]`
    pub logits: Array2<f32>,
    /// `[B, C, N, H, W]` of each layer, in the order of [`Network::layers`](crate::network::Network::layers).
    pub layers: Vec<Array5<f32>>,
}

/// Where one pixel looks in one layer.
#[derive(Clone, Debug, PartialEq)]
pub struct AttentionMap {
    /// `[head, output element, key element, row, col]`, the mean over query elements: sums to 1 over the last three.
    pub probabilities: Array5<f32>,
    /// Rows and columns of the window round the pixel, of which some may lie outside the picture.
    pub window: [usize; 2],
}

/// Refuses pictures `[B, C, H, W]` that a network can't be asked about: of another shape, or with a pixel that is no finite number.
pub(crate) fn check_images(config: &Config, images: ArrayView4<'_, f32>) -> Result<()> {
    let [channels, rows, cols] = config.input;
    if images.shape()[1..] != config.input {
        return Err(Error::Input(format!(
            "expected pictures of {channels} channels and {rows}×{cols} pixels, got {:?}",
            &images.shape()[1..]
        )));
    }
    match images.iter().enumerate().find(|(_, x)| !x.is_finite()) {
        None => Ok(()),
        Some((at, x)) => {
            let at = at % (channels * rows * cols);
            Err(Error::Input(format!("pixel {at} is {x}; every pixel must be finite")))
        }
    }
}
