//! A network made ready to run on a graphics card.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use ndarray::{Array2, Array4, Array5, ArrayView4};

use super::compiled::{Buffers, Compiled, Extent, TIMESTAMPS, Tamper, checked};
use super::device::{Gpu, failed};
use super::program::Target;
use super::readback;
use super::recorder;
use super::tiling::Machine;
use crate::Result;
use crate::backend::check_images;
use crate::backend::cpu::{CpuEngine, Trace};
use crate::config::Config;
use crate::network::{LayerInfo, Network};
use crate::weights::Model;

/// A network that runs on a graphics card.
///
/// One prediction at a time: a second one, asked for before the first has come back, is an error.
#[derive(Debug)]
pub struct GpuEngine {
    gpu: Gpu,
    config: Config,
    layers: Vec<LayerInfo>,
    compiled: Compiled,
    /// Where nobody uses them.
    buffers: Mutex<Option<Buffers>>,
    busy: AtomicBool,
    state: Mutex<State>,
}

/// How an engine is made, otherwise than by default.
#[derive(Clone, Copy, Default)]
pub struct Options<'t> {
    /// What the kernels are cut for; by default what the adapter says of itself.
    pub machine: Option<Machine>,
    /// Does without sums over subgroups even where the card has them.
    pub without_subgroups: bool,
    /// For tests of the self-test: changes the text of a shader, given its name and that text.
    pub tamper: Option<Tamper<'t>>,
}

/// What is told of the engine.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    milliseconds: Option<f64>,
    buffer_bytes: u64,
    destroyed: bool,
}

/// How far the card is from the CPU.
#[derive(Clone, Debug, PartialEq)]
pub struct SelfTest {
    /// The largest difference of any layer's output or of the logits, relative to the largest value there; NaN if there is one.
    pub difference: f32,
    /// The layer it is in.
    pub layer: String,
}

impl SelfTest {
    /// The two engines sum in other orders and round exponentials otherwise; the layers add up to some 1e-5. A wrong kernel
    /// shows as 1e-2 and more.
    pub const TOLERANCE: f32 = 1e-3;

    /// Whether the card computes what the CPU does.
    pub fn passed(&self) -> bool {
        // False for NaN.
        self.difference <= Self::TOLERANCE
    }
}

/// Logits, and where asked for, layers, as they come from the card.
struct Answer {
    logits: Array2<f32>,
    layers: Vec<Array5<f32>>,
}

/// Marks an engine as busy, and as idle when it goes.
struct Turn<'e>(&'e GpuEngine, Option<Buffers>);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if let Ok(mut idle) = self.0.buffers.lock() {
            *idle = self.1.take();
        }
        self.0.busy.store(false, Ordering::Release);
    }
}

impl GpuEngine {
    /// Prepares a model for the best graphics card.
    ///
    /// # Errors
    /// [`Error::Gpu`](crate::Error::Gpu) where there is none, or it refuses something.
    pub async fn new(model: &Model) -> Result<Self> {
        Self::on(&Gpu::open().await?, model).await
    }

    /// Prepares a model for a device that is open.
    ///
    /// # Errors
    /// [`Error::Gpu`](crate::Error::Gpu) where the network is too large for the card, or it refuses something.
    pub async fn on(gpu: &Gpu, model: &Model) -> Result<Self> {
        Self::with_options(gpu, model, Options::default()).await
    }

    /// As [`on`](Self::on), otherwise than by default.
    ///
    /// # Errors
    /// As [`on`](Self::on).
    pub async fn with_options(gpu: &Gpu, model: &Model, options: Options<'_>) -> Result<Self> {
        let by_default = if gpu.adapter().software { Machine::Processor } else { Machine::Card };
        let target = Target {
            machine: options.machine.unwrap_or(by_default),
            subgroups: gpu.adapter().has_subgroups && !options.without_subgroups,
        };
        let config = model.config.clone();
        let network = Network::new(&config);
        let layers = network.layers();
        let program = recorder::record(&network, model.parameters(), config.input, target);
        let compiled = checked(gpu, || Compiled::new(gpu, program, options.tamper)).await?;
        let limits = gpu.device.limits();
        let largest = compiled.largest_binding();
        if largest > limits.max_storage_buffer_binding_size.min(limits.max_buffer_size) {
            return Err(failed(format!(
                "`{}` needs a buffer of {} MiB, this card binds up to {} MiB: use the CPU",
                config.name,
                largest >> 20,
                limits.max_storage_buffer_binding_size >> 20
            )));
        }
        let state = State { buffer_bytes: compiled.constant_bytes(), ..State::default() };
        Ok(Self {
            gpu: gpu.clone(),
            config,
            layers,
            compiled,
            buffers: Mutex::new(None),
            busy: AtomicBool::new(false),
            state: Mutex::new(state),
        })
    }

    /// The description of the network.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The device that it runs on.
    pub fn gpu(&self) -> &Gpu {
        &self.gpu
    }

    fn state(&self) -> State {
        self.state.lock().map_or_else(|poisoned| *poisoned.into_inner(), |state| *state)
    }

    fn note(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
    }

    /// Bytes of all buffers on the card: weights, tables, intermediates, pictures and answers.
    pub fn buffer_bytes(&self) -> u64 {
        self.state().buffer_bytes
    }

    /// Time that the last prediction took on the card, where the card can tell.
    pub fn milliseconds(&self) -> Option<f64> {
        self.state().milliseconds
    }

    /// The logits of pictures with pixels from 0 to 1, standardised as the model asks.
    ///
    /// # Shapes
    /// - images: [B, C, H, W]
    /// - result: [B, classes]
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) for another shape or values that are not finite, [`Error::Gpu`](crate::Error::Gpu) for what goes wrong on the card.
    pub async fn logits(&self, images: ArrayView4<'_, f32>) -> Result<Array2<f32>> {
        let Config { input_mean, input_std, .. } = self.config;
        Ok(self.run(images, |x| (x - input_mean) / input_std, false).await?.logits)
    }

    /// The logits of pictures that are fed exactly as they are.
    ///
    /// # Errors
    /// As [`logits`](Self::logits).
    pub async fn logits_of_prepared(&self, images: ArrayView4<'_, f32>) -> Result<Array2<f32>> {
        Ok(self.run(images, |x| x, false).await?.logits)
    }

    /// The logits and the output of every layer, of pictures with pixels from 0 to 1.
    ///
    /// # Errors
    /// As [`logits`](Self::logits).
    pub async fn trace(&self, images: ArrayView4<'_, f32>) -> Result<Trace> {
        let Config { input_mean, input_std, .. } = self.config;
        let Answer { logits, layers } = self.run(images, |x| (x - input_mean) / input_std, true).await?;
        Ok(Trace { logits, layers })
    }

    /// Compares every layer with the CPU's, for one known picture.
    ///
    /// # Errors
    /// [`Error::Gpu`](crate::Error::Gpu) for what goes wrong on the card; a difference is no error.
    pub async fn self_test(&self, cpu: &CpuEngine) -> Result<SelfTest> {
        let [channels, rows, cols] = self.config.input;
        // An arc with a bar, without any symmetry; smooth, so that no layer decides by a hair.
        let picture = Array4::from_shape_fn((1, channels, rows, cols), |(_, c, i, j)| {
            let (y, x) = (i as f32 / rows as f32 - 0.45, j as f32 / cols as f32 - 0.55);
            let arc =
                (-60.0 * ((x * x + y * y).sqrt() - 0.3).powi(2)).exp() * if x > 0.1 * c as f32 { 1.0 } else { 0.4 };
            arc.max((-50.0 * (y - 0.4 * x).powi(2) - 8.0 * x * x).exp())
        });
        let (card, processor) = (self.trace(picture.view()).await?, cpu.trace(picture.view())?);
        let names = self.layers.iter().map(|layer| layer.name.as_str());
        let mut worst = SelfTest { difference: 0.0, layer: "logits".into() };
        let logits = |logits: &Array2<f32>| logits.iter().copied().collect::<Vec<_>>();
        let layers = (card.layers.iter().zip(&processor.layers))
            .map(|(a, b)| (a.iter().copied().collect(), b.iter().copied().collect()));
        let pairs = layers.chain([(logits(&card.logits), logits(&processor.logits))]);
        for ((a, b), name) in pairs.zip(names.chain(["logits"])) {
            let difference = difference(&a, &b);
            // `max` would drop a NaN.
            if difference > worst.difference || difference.is_nan() {
                worst = SelfTest { difference, layer: name.to_owned() };
            }
            if difference.is_nan() {
                break;
            }
        }
        Ok(worst)
    }

    /// Gives the buffers back to the card; every later prediction fails.
    pub fn destroy(&self) {
        self.note(|state| *state = State { destroyed: true, ..State::default() });
        self.compiled.destroy();
        if let Some(buffers) = self.buffers.lock().ok().and_then(|mut buffers| buffers.take()) {
            buffers.destroy();
        }
    }

    async fn run(&self, images: ArrayView4<'_, f32>, prepare: impl Fn(f32) -> f32, traced: bool) -> Result<Answer> {
        check_images(&self.config, images)?;
        let batch = images.dim().0;
        if batch == 0 {
            return Ok(self.answer(&[], 0, traced));
        }
        if self.state().destroyed {
            return Err(failed("this engine was destroyed; make another"));
        }
        let limit = self.gpu.device.limits().max_buffer_size;
        if self.compiled.staging_bytes(batch, traced) > limit {
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
        let pixels: Vec<f32> = images.iter().map(|x| prepare(*x)).collect();
        self.gpu.queue.write_buffer(&buffers.input, 0, bytemuck::cast_slice(&pixels));
        self.gpu.queue.submit([self.compiled.encode(&self.gpu, &buffers, batch, traced)]);
        let bytes = self.compiled.staging_bytes(batch, traced);
        let answer = readback::read(&self.gpu, &buffers.staging, bytes, |bytes| {
            let (times, numbers) = bytes.split_at(TIMESTAMPS as usize);
            let milliseconds = buffers.has_timestamps().then(|| readback::milliseconds(&self.gpu, times));
            (milliseconds, self.answer(&bytemuck::pod_collect_to_vec::<u8, f32>(numbers), batch, traced))
        });
        let (milliseconds, answer) = match answer.await {
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
        Ok(answer)
    }

    /// Buffers for what the small ones serve and more, so that no order of predictions makes them anew again and again.
    async fn grow(&self, small: Option<Buffers>, needed: Extent) -> Result<Buffers> {
        let extent = small.map_or(needed, |small| {
            small.destroy();
            small.extent.and(needed)
        });
        let buffers = checked(&self.gpu, || self.compiled.buffers(&self.gpu, extent)).await?;
        self.note(|state| state.buffer_bytes = self.compiled.constant_bytes() + buffers.bytes());
        Ok(buffers)
    }

    /// Logits first, then layer after layer.
    fn answer(&self, numbers: &[f32], batch: usize, traced: bool) -> Answer {
        let (logits, mut rest) = numbers.split_at(batch * self.config.classes);
        let logits =
            Array2::from_shape_vec((batch, self.config.classes), logits.to_vec()).expect("as many as asked for");
        let layers = self.layers.iter().filter(|_| traced).map(|layer| {
            let shape = (batch, layer.channels, layer.elements, layer.size[0], layer.size[1]);
            let (maps, after) = rest.split_at(shape.0 * shape.1 * shape.2 * shape.3 * shape.4);
            rest = after;
            Array5::from_shape_vec(shape, maps.to_vec()).expect("as many as asked for")
        });
        let layers = layers.collect();
        Answer { logits, layers }
    }
}

impl Drop for GpuEngine {
    fn drop(&mut self) {
        self.destroy();
    }
}

/// The largest |a − b|, relative to the largest |b|; NaN if there is one.
fn difference(a: &[f32], b: &[f32]) -> f32 {
    let scale = b.iter().fold(f32::MIN_POSITIVE, |most, b| most.max(b.abs()));
    a.iter().zip(b).fold(0.0, |worst, (a, b)| {
        let difference = (a - b).abs() / scale;
        if difference > worst || difference.is_nan() { difference } else { worst }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nan_or_one_wrong_number_fails_the_self_test() {
        let test = |difference| SelfTest { difference, layer: String::new() };
        assert!(test(difference(&[1.0, 2.0], &[1.0, 2.0])).passed());
        assert!(!test(difference(&[1.0, 2.1], &[1.0, 2.0])).passed());
        assert!(!test(difference(&[f32::NAN, 2.0], &[1.0, 2.0])).passed());
        assert!(difference(&[f32::NAN, 3.0], &[1.0, 2.0]).is_nan());
    }
}
