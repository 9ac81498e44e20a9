//! A program on a card: its buffers, one run at a time, and what is told of it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use super::compiled::{Buffers, Compiled, Extent, TIMESTAMPS, Tamper, checked};
use super::device::{Gpu, failed};
use super::program::Program;
use super::readback;
use crate::error::Result;

/// A program that runs on a card. One run at a time: a second one, asked for before the first has come back, is an error.
#[derive(Debug)]
pub(crate) struct Runner {
    gpu: Gpu,
    compiled: Compiled,
    /// Where nobody uses them.
    buffers: Mutex<Option<Buffers>>,
    busy: AtomicBool,
    state: Mutex<State>,
}

/// What is told of the runner.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    milliseconds: Option<f64>,
    buffer_bytes: u64,
    destroyed: bool,
}

/// Marks a runner as busy, and as idle when it goes.
struct Turn<'r>(&'r Runner, Option<Buffers>);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if let Ok(mut idle) = self.0.buffers.lock() {
            *idle = self.1.take();
        }
        self.0.busy.store(false, Ordering::Release);
    }
}

impl Runner {
    /// Compiles the program of the network called `name`.
    ///
    /// # Errors
    /// [`Error::Gpu`](crate::Error::Gpu) where the program is too large for the card, or the card refuses something.
    pub(crate) async fn new(gpu: &Gpu, name: &str, program: Program, tamper: Option<Tamper<'_>>) -> Result<Self> {
        let compiled = checked(gpu, || Compiled::new(gpu, program, tamper)).await?;
        let limits = gpu.device.limits();
        let largest = compiled.largest_binding();
        if largest > limits.max_storage_buffer_binding_size.min(limits.max_buffer_size) {
            return Err(failed(format!(
                "`{name}` needs a buffer of {} MiB, this card binds up to {} MiB: use the CPU",
                largest >> 20,
                limits.max_storage_buffer_binding_size >> 20
            )));
        }
        let state = State { buffer_bytes: compiled.constant_bytes(), ..State::default() };
        let (buffers, busy) = (Mutex::new(None), AtomicBool::new(false));
        Ok(Self { gpu: gpu.clone(), compiled, buffers, busy, state: Mutex::new(state) })
    }

    /// The device that it runs on.
    pub(crate) fn gpu(&self) -> &Gpu {
        &self.gpu
    }

    fn state(&self) -> State {
        self.state.lock().map_or_else(|poisoned| *poisoned.into_inner(), |state| *state)
    }

    fn note(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    }

    /// Bytes of all buffers on the card: weights, tables, intermediates, pictures and answers.
    pub(crate) fn buffer_bytes(&self) -> u64 {
        self.state().buffer_bytes
    }

    /// Time that the last run took on the card, where the card can tell.
    pub(crate) fn milliseconds(&self) -> Option<f64> {
        self.state().milliseconds
    }

    /// Gives the buffers back to the card; every later run fails.
    pub(crate) fn destroy(&self) {
        self.note(|state| *state = State { destroyed: true, ..State::default() });
        self.compiled.destroy();
        if let Some(buffers) = self.buffers.lock().ok().and_then(|mut buffers| buffers.take()) {
            buffers.destroy();
        }
    }

    /// The answers to so many pictures, one behind the other, and where `traced` what is shown of all of them, one layer behind the
    /// other.
    ///
    /// # Errors
    /// [`Error::Gpu`](crate::Error::Gpu) for what goes wrong on the card.
    pub(crate) async fn run(&self, pictures: &[f32], batch: usize, traced: bool) -> Result<Vec<f32>> {
        if batch == 0 {
            return Ok(vec![]);
        }
        if self.state().destroyed {
            return Err(failed("this engine was destroyed; make another"));
        }
        let limit = self.gpu.device.limits().max_buffer_size;
        let bytes = self.compiled.staging_bytes(batch, traced);
        if bytes > limit {
            return Err(failed(format!("the answers to {batch} pictures need more than {} MiB", limit >> 20)));
        }
        if self.busy.swap(true, Ordering::Acquire) {
            return Err(failed("the previous prediction has not come back yet: wait for it first"));
        }
        let mut turn = Turn(self, self.buffers.lock().map_err(failed)?.take());
        let needed = Extent::of(batch, traced);
        let buffers = match turn.1.take() {
            Some(buffers) if buffers.extent.covers(needed) => buffers,
            small => self.grow(small, needed).await?,
        };
        self.gpu.queue.write_buffer(&buffers.input, 0, bytemuck::cast_slice(pictures));
        self.gpu.queue.submit([self.compiled.encode(&self.gpu, &buffers, batch, traced)]);
        let answer = readback::read(&self.gpu, &buffers.staging, bytes, |bytes| {
            let (times, numbers) = bytes.split_at(TIMESTAMPS as usize);
            let milliseconds = buffers.has_timestamps().then(|| readback::milliseconds(&self.gpu, times));
            (milliseconds, bytemuck::pod_collect_to_vec::<u8, f32>(numbers))
        });
        let (milliseconds, numbers) = match answer.await {
            Ok(answer) => answer,
            Err(error) => {
                // Whatever state they are in, they are not used again.
                buffers.destroy();
                return Err(error);
            }
        };
        self.note(|state| state.milliseconds = milliseconds);
        if self.state().destroyed {
            buffers.destroy();
        } else {
            turn.1 = Some(buffers);
        }
        Ok(numbers)
    }

    /// Buffers for what the small ones serve and more, so that no order of runs makes them anew again and again.
    async fn grow(&self, small: Option<Buffers>, needed: Extent) -> Result<Buffers> {
        let extent = small.map_or(needed, |small| {
            small.destroy();
            small.extent.and(needed)
        });
        let buffers = checked(&self.gpu, || self.compiled.buffers(&self.gpu, extent)).await?;
        self.note(|state| state.buffer_bytes = self.compiled.constant_bytes() + buffers.bytes());
        Ok(buffers)
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        self.destroy();
    }
}
