//! A network made ready to run on the CPU.

mod recorder;

use ndarray::{Array2, Array3, Array4, Array5, ArrayView3, ArrayView4, Axis};

use self::recorder::Recorder;
use super::simd::Isa;
use super::{Cpu, Tables, encode};
use crate::backend::check_images;
use crate::config::Config;
use crate::layers::attention::{Encodings, probabilities};
use crate::network::Network;
use crate::weights::Model;
use crate::{Error, Result};

/// The output of every layer, beside the logits.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// `[B, classes]`
    pub logits: Array2<f32>,
    /// `[B, C, N, H, W]` of each layer, in the order of [`Network::layers`].
    pub layers: Vec<Array5<f32>>,
}

/// Where one pixel looks in one layer.
#[derive(Clone, Debug, PartialEq)]
pub struct AttentionMap {
    /// `[head, output element, key element, row, col]`, the mean over query elements: sums to 1 over the last three.
    pub probabilities: Array5<f32>,
}

/// A network that runs on the CPU.
#[derive(Clone, Debug)]
pub struct CpuEngine {
    config: Config,
    network: Network,
    parameters: Vec<f32>,
    tables: Vec<Tables<f32>>,
    isa: Isa,
}

impl CpuEngine {
    /// Prepares a model.
    pub fn new(model: &Model) -> Self {
        Self::with_isa(model, Isa::best())
    }

    /// Prepares a model to run with a certain instruction set.
    pub fn with_isa(model: &Model, isa: Isa) -> Self {
        let network = Network::new(&model.config);
        let parameters = model.parameters().to_vec();
        let tables = encode(&network, &parameters);
        Self { config: model.config.clone(), network, parameters, tables, isa }
    }

    /// The description of the network.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The layers of the network.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The logits of pictures with pixels from 0 to 1, standardised as the model asks.
    ///
    /// # Shapes
    /// - images: [B, C, H, W]
    /// - result: [B, classes]
    ///
    /// # Errors
    /// [`Error::Input`] for another shape or values that are not finite.
    pub fn logits(&self, images: ArrayView4<'_, f32>) -> Result<Array2<f32>> {
        self.logits_of_prepared(self.prepare(images)?.view())
    }

    /// The logits of pictures that are fed exactly as they are.
    ///
    /// # Errors
    /// As [`logits`](Self::logits).
    pub fn logits_of_prepared(&self, images: ArrayView4<'_, f32>) -> Result<Array2<f32>> {
        check_images(&self.config, images)?;
        let rows = self.for_each_sample(images, |image| self.run(image, |_, _| ()));
        let mut logits = Array2::zeros((images.dim().0, self.config.classes));
        for (mut line, row) in logits.rows_mut().into_iter().zip(rows) {
            line.assign(&ndarray::ArrayView1::from(&row));
        }
        Ok(logits)
    }

    /// The logits and the output of every layer, of pictures with pixels from 0 to 1.
    ///
    /// # Errors
    /// As [`logits`](Self::logits).
    pub fn trace(&self, images: ArrayView4<'_, f32>) -> Result<Trace> {
        self.trace_prepared(self.prepare(images)?.view())
    }

    /// The logits and the output of every layer, of pictures that are fed exactly as they are.
    ///
    /// # Errors
    /// As [`logits`](Self::logits).
    pub fn trace_prepared(&self, images: ArrayView4<'_, f32>) -> Result<Trace> {
        check_images(&self.config, images)?;
        let batch = images.dim().0;
        let samples = self.for_each_sample(images, |image| {
            let mut layers = vec![];
            let logits = self.run(image, |_, x| layers.push(x.clone()));
            (logits, layers)
        });
        let mut logits = Array2::zeros((batch, self.config.classes));
        let mut layers: Vec<Array5<f32>> = self
            .network
            .layers()
            .iter()
            .map(|l| Array5::zeros((batch, l.channels, l.elements, l.size[0], l.size[1])))
            .collect();
        for (b, (row, maps)) in samples.into_iter().enumerate() {
            logits.row_mut(b).assign(&ndarray::ArrayView1::from(&row));
            for (layer, map) in layers.iter_mut().zip(maps) {
                layer.index_axis_mut(Axis(0), b).assign(&map);
            }
        }
        Ok(Trace { logits, layers })
    }

    /// Runs the network on one picture with pixels from 0 to 1 and calls `finished` with the number of each layer, in the order
    /// of [`Network::layers`], as soon as it is computed: to time them.
    ///
    /// # Shapes
    /// - image: [C, H, W]
    ///
    /// # Errors
    /// As [`logits`](Self::logits).
    pub fn run_layer_by_layer(&self, image: ArrayView3<'_, f32>, mut finished: impl FnMut(usize)) -> Result<()> {
        let images = self.prepare(image.insert_axis(Axis(0)))?;
        self.run(images.index_axis(Axis(0), 0), |layer, _| finished(layer));
        Ok(())
    }

    /// The instruction set that it runs with.
    pub fn isa(&self) -> Isa {
        self.isa
    }

    /// Where the pixel (`row`, `col`) of attention layer `layer` (0 is the lifting layer) looks in a picture with pixels from
    /// 0 to 1.
    ///
    /// # Errors
    /// As [`logits`](Self::logits); [`Error::OutOfRange`] for a layer or pixel that does not exist.
    pub fn attention(&self, image: ArrayView3<'_, f32>, layer: usize, row: usize, col: usize) -> Result<AttentionMap> {
        let images = self.prepare(image.insert_axis(Axis(0)))?;
        let attention = self.network.attention_layers().nth(layer).ok_or_else(|| Error::OutOfRange {
            what: "attention layer",
            index: layer,
            count: self.network.attention_layers().count(),
        })?;
        for (what, index, count) in [("row", row, attention.size[0]), ("column", col, attention.size[1])] {
            if index >= count {
                return Err(Error::OutOfRange { what, index, count });
            }
        }
        let mut input = None;
        let mut recorder = Recorder { cpu: self.cpu(), wanted: layer, input: &mut input };
        let x = sample(images.index_axis(Axis(0), 0).to_owned());
        self.network.forward(&mut recorder, x, |_, _, _| ());
        let input = input.expect("every attention layer runs");
        let tables = &self.tables[layer];
        let encodings = Encodings { rows: &tables.rows, cols: &tables.cols };
        Ok(AttentionMap {
            probabilities: probabilities(attention, &self.parameters, encodings, input.view(), (row, col)),
        })
    }

    fn cpu(&self) -> Cpu<'_, f32> {
        Cpu { isa: self.isa, parameters: &self.parameters, tables: &self.tables }
    }

    fn run(&self, image: ArrayView3<'_, f32>, mut observe: impl FnMut(usize, &Array4<f32>)) -> Vec<f32> {
        let x = sample(image.to_owned());
        let y = self.network.forward(&mut self.cpu(), x, |layer, _, x| observe(layer, x));
        super::numbers(&y).to_vec()
    }

    #[cfg(feature = "parallel")]
    fn for_each_sample<R: Send>(
        &self,
        images: ArrayView4<'_, f32>,
        f: impl Fn(ArrayView3<'_, f32>) -> R + Sync,
    ) -> Vec<R> {
        use rayon::prelude::*;
        (0..images.dim().0).into_par_iter().map(|b| f(images.index_axis(Axis(0), b))).collect()
    }

    #[cfg(not(feature = "parallel"))]
    fn for_each_sample<R>(&self, images: ArrayView4<'_, f32>, f: impl Fn(ArrayView3<'_, f32>) -> R) -> Vec<R> {
        images.outer_iter().map(f).collect()
    }

    fn prepare(&self, images: ArrayView4<'_, f32>) -> Result<Array4<f32>> {
        check_images(&self.config, images)?;
        let Config { input_mean, input_std, .. } = self.config;
        Ok(images.mapv(|x| (x - input_mean) / input_std))
    }
}

/// `[C, H, W]` → `[C, 1, H, W]`, in standard layout.
fn sample(image: Array3<f32>) -> Array4<f32> {
    image.as_standard_layout().into_owned().insert_axis(Axis(1))
}
