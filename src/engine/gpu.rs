//! A model made ready to run on a graphics card.

use std::pin::Pin;

use ndarray::{Array2, Array4, Array5, ArrayView4};

use super::{CpuEngine, Engine, Pictures, Trace, check_images};
use crate::backend::gpu::{Gpu, Machine, Program, Runner, Tamper, Target, record};
use crate::config::Config;
use crate::error::Result;
use crate::network::LayerInfo;
use crate::weights::Model;

/// A network that runs on a graphics card.
///
/// One prediction at a time: a second one, asked for before the first has come back, is an error.
#[derive(Debug)]
pub struct GpuEngine {
    /// The same model on the CPU, for what is looked at in single pixels.
    cpu: CpuEngine,
    layers: Vec<LayerInfo>,
    runner: Runner,
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

/// The dispatches of a model.
pub(crate) fn program(cpu: &CpuEngine, target: Target) -> Program {
    let [channels, rows, cols] = cpu.config().input;
    record(cpu.parameters(), cpu.tables(), [channels, 1, rows, cols], target, |recorder, x| {
        cpu.network().forward(recorder, x, |_, recorder, x| recorder.show(*x))
    })
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
        let cpu = CpuEngine::new(model);
        let layers = cpu.network().layers();
        let runner = Runner::new(gpu, &model.config.name, program(&cpu, target), options.tamper).await?;
        Ok(Self { cpu, layers, runner })
    }

    /// The description of the network.
    pub fn config(&self) -> &Config {
        self.cpu.config()
    }

    /// The device that it runs on.
    pub fn gpu(&self) -> &Gpu {
        self.runner.gpu()
    }

    /// Bytes of all buffers on the card: weights, tables, intermediates, pictures and answers.
    pub fn buffer_bytes(&self) -> u64 {
        self.runner.buffer_bytes()
    }

    /// Time that the last prediction took on the card, where the card can tell.
    pub fn milliseconds(&self) -> Option<f64> {
        self.runner.milliseconds()
    }

    /// The logits of pictures with pixels from 0 to 1, standardised as the model asks.
    ///
    /// # Shapes
    /// - images: [B, C, H, W]
    /// - result: [B, classes]
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) for another shape or values that are not finite,
    /// [`Error::Gpu`](crate::Error::Gpu) for what goes wrong on the card.
    pub async fn logits(&self, images: ArrayView4<'_, f32>) -> Result<Array2<f32>> {
        Ok(self.run(images, self.config().standardise(), false).await?.logits)
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
        self.run(images, self.config().standardise(), true).await
    }

    /// Compares every layer with the CPU's, for one known picture.
    ///
    /// # Errors
    /// [`Error::Gpu`](crate::Error::Gpu) for what goes wrong on the card; a difference is no error.
    pub async fn self_test(&self, cpu: &CpuEngine) -> Result<SelfTest> {
        let [channels, rows, cols] = self.config().input;
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
        self.runner.destroy();
    }

    /// The outputs of all layers are there only where `traced`.
    async fn run(&self, images: ArrayView4<'_, f32>, prepare: impl Fn(f32) -> f32, traced: bool) -> Result<Trace> {
        check_images(self.config(), images)?;
        let batch = images.dim().0;
        let pixels: Vec<f32> = images.iter().map(|x| prepare(*x)).collect();
        let numbers = self.runner.run(&pixels, batch, traced).await?;
        // Logits first, then layer after layer.
        let (logits, mut rest) = numbers.split_at(batch * self.config().classes);
        let logits =
            Array2::from_shape_vec((batch, self.config().classes), logits.to_vec()).expect("as many as asked for");
        let layers = self.layers.iter().filter(|_| traced).map(|layer| {
            let shape = (batch, layer.channels, layer.elements, layer.size[0], layer.size[1]);
            let (maps, after) = rest.split_at(shape.0 * shape.1 * shape.2 * shape.3 * shape.4);
            rest = after;
            Array5::from_shape_vec(shape, maps.to_vec()).expect("as many as asked for")
        });
        let layers = layers.collect();
        Ok(Trace { logits, layers })
    }
}

impl Engine for GpuEngine {
    type Answer<'e, R: 'e> = Pin<Box<dyn Future<Output = Result<R>> + 'e>>;

    fn cpu(&self) -> &CpuEngine {
        &self.cpu
    }

    fn answer<'e, R: 'e>(&'e self, answer: Result<R>) -> Self::Answer<'e, R> {
        Box::pin(std::future::ready(answer))
    }

    fn traced<'e, R: 'e>(
        &'e self,
        pictures: Pictures<'e>,
        then: impl FnOnce(Trace) -> Result<R> + 'e,
    ) -> Self::Answer<'e, R> {
        Box::pin(async move { then(self.trace(pictures.view()).await?) })
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
