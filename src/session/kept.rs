//! What is kept of a picture that was run.

use std::sync::Mutex;

use ndarray::ArrayView4;

use crate::engine::{Engine, Trace, locked};
use crate::error::Result;

/// All layers' outputs for a picture, from which attention's inputs follow by a norm; and the memory for those of the next.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Empty where nothing is kept.
    pixels: Mutex<Vec<f32>>,
    trace: Mutex<Option<Trace>>,
}

impl Kept {
    /// Calls `f` with the picture and its layers, where there is one.
    pub(super) fn look<R>(&self, f: impl FnOnce(&[f32], &Trace) -> R) -> Option<R> {
        // In the order in which a run locks them.
        let trace = locked(&self.trace);
        let pixels = locked(&self.pixels);
        trace.as_ref().filter(|_| !pixels.is_empty()).map(|trace| f(&pixels, trace))
    }

    /// Runs a picture; what `then` makes an error of is not kept.
    pub(super) fn run<'e, E: Engine, R: 'e>(
        &'e self,
        engine: &'e E,
        pixels: &'e [f32],
        picture: ArrayView4<'e, f32>,
        then: impl FnOnce(&Trace) -> Result<R> + 'e,
    ) -> E::Answer<'e, R> {
        engine.traced_into(picture.into(), &self.trace, move |trace| {
            let mut of = locked(&self.pixels);
            of.clear();
            let answer = then(trace)?;
            of.extend_from_slice(pixels);
            Ok(answer)
        })
    }
}
