//! A network made ready to run on the CPU.

use std::sync::Mutex;

use ndarray::{Array2, Array5, ArrayView1, ArrayView3, ArrayView4, Axis};

use super::{AttentionMap, Engine, Pictures, Trace, check_images, locked};
use crate::backend::cpu::encoding_net::tables_at;
use crate::backend::cpu::group_attention::{parts, probabilities};
use crate::backend::cpu::scratch::Pools;
use crate::backend::cpu::{AttentionParts, Cpu, Isa, Maps, Tables, encode};
use crate::config::Config;
use crate::error::{Error, Result};
use crate::layers::Attention;
use crate::network::{Convolve, LayerInfo, Network};
use crate::weights::Model;

/// A network that runs on the CPU.
#[derive(Clone, Debug)]
pub struct CpuEngine {
    config: Config,
    network: Network,
    parameters: Vec<f32>,
    tables: Vec<Tables<f32>>,
    isa: Isa,
    /// Memory of the passes before.
    pools: Pools,
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
        let tables = encode(network.attention_layers(), &parameters);
        Self { config: model.config.clone(), network, parameters, tables, isa, pools: Pools::default() }
    }

    /// The description of the network.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// All parameters of the network.
    pub(crate) fn parameters(&self) -> &[f32] {
        &self.parameters
    }

    /// The encodings of all attention layers.
    #[cfg(feature = "gpu")]
    pub(super) fn tables(&self) -> &[Tables<f32>] {
        &self.tables
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
        self.logits_of(images, self.config.standardise())
    }

    /// The logits of pictures that are fed exactly as they are.
    ///
    /// # Errors
    /// As [`logits`](Self::logits).
    pub fn logits_of_prepared(&self, images: ArrayView4<'_, f32>) -> Result<Array2<f32>> {
        self.logits_of(images, |x| x)
    }

    fn logits_of(&self, images: ArrayView4<'_, f32>, prepare: impl Fn(f32) -> f32 + Sync) -> Result<Array2<f32>> {
        check_images(&self.config, images)?;
        let mut logits = Array2::zeros((images.dim().0, self.config.classes));
        self.for_each_sample(images, logits.axis_iter_mut(Axis(0)), |image, mut logits| {
            self.run(image, &prepare, |_, _| (), |numbers| logits.assign(&ArrayView1::from(numbers)));
        });
        Ok(logits)
    }

    /// The logits and the output of every layer, of pictures with pixels from 0 to 1.
    ///
    /// # Errors
    /// As [`logits`](Self::logits).
    pub fn trace(&self, images: ArrayView4<'_, f32>) -> Result<Trace> {
        self.trace_of(images, self.config.standardise())
    }

    /// The logits and the output of every layer, of pictures that are fed exactly as they are.
    ///
    /// # Errors
    /// As [`logits`](Self::logits).
    pub fn trace_prepared(&self, images: ArrayView4<'_, f32>) -> Result<Trace> {
        self.trace_of(images, |x| x)
    }

    /// As [`trace`](Self::trace) of one picture, into a trace of another. Allocates nothing after the first time.
    ///
    /// # Errors
    /// As [`logits`](Self::logits); the trace is as it was then.
    fn trace_again(&self, images: ArrayView4<'_, f32>, trace: &mut Trace) -> Result<()> {
        check_images(&self.config, images)?;
        let Trace { logits, layers } = trace;
        self.run(
            images.index_axis(Axis(0), 0),
            self.config.standardise(),
            |layer, x| layers[layer].index_axis_mut(Axis(0), 0).assign(&x.view()),
            |numbers| logits.row_mut(0).assign(&ArrayView1::from(numbers)),
        );
        Ok(())
    }

    fn trace_of(&self, images: ArrayView4<'_, f32>, prepare: impl Fn(f32) -> f32 + Sync) -> Result<Trace> {
        check_images(&self.config, images)?;
        let mut trace = self.empty_trace(images.dim().0);
        let mut layers: Vec<_> = trace.layers.iter_mut().map(|layer| layer.axis_iter_mut(Axis(0))).collect();
        let mut maps = || layers.iter_mut().map(|layer| layer.next().expect("as many pictures")).collect();
        let lines: Vec<(_, Vec<_>)> = trace.logits.axis_iter_mut(Axis(0)).map(|row| (row, maps())).collect();
        self.for_each_sample(images, lines.into_iter(), |image, (mut row, mut layers)| {
            self.run(
                image,
                &prepare,
                |layer, x| layers[layer].assign(&x.view()),
                |numbers| row.assign(&ArrayView1::from(numbers)),
            );
        });
        Ok(trace)
    }

    fn empty_trace(&self, batch: usize) -> Trace {
        let maps = |l: LayerInfo| Array5::zeros((batch, l.channels, l.elements, l.size[0], l.size[1]));
        Trace {
            logits: Array2::zeros((batch, self.config.classes)),
            layers: self.network.layers().into_iter().map(maps).collect(),
        }
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
        check_images(&self.config, image.insert_axis(Axis(0)))?;
        self.run(image, self.config.standardise(), |layer, _| finished(layer), |_| ());
        Ok(())
    }

    /// The logits of one picture with pixels from 0 to 1, with `convolve` in the place of convolutions; it is given each with the number
    /// of its layer.
    ///
    /// # Shapes
    /// - image: [C, H, W]
    ///
    /// # Errors
    /// As [`logits`](Self::logits).
    pub(crate) fn logits_with<'n>(
        &'n self,
        image: ArrayView3<'_, f32>,
        convolve: Convolve<'_, 'n, Cpu<'n, f32>>,
    ) -> Result<Vec<f32>> {
        check_images(&self.config, image.insert_axis(Axis(0)))?;
        Ok(self.pools.work(|| {
            let x = Maps::of_image(image, self.config.standardise());
            let y = self.network.forward_with(&mut self.kernels(), x, convolve, &mut |_, _, _| ());
            y.numbers().to_vec()
        }))
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
        let images = image.insert_axis(Axis(0));
        check_images(&self.config, images)?;
        self.attention_layer(layer, row, col)?;
        let trace = if layer == 0 { self.empty_trace(1) } else { self.trace(images)? };
        self.attention_in(image, &trace, layer, row, col)
    }

    /// The same in a picture whose layers are known, so that the network need not run.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for a layer or pixel that does not exist.
    pub(crate) fn attention_in(
        &self,
        image: ArrayView3<'_, f32>,
        trace: &Trace,
        layer: usize,
        row: usize,
        col: usize,
    ) -> Result<AttentionMap> {
        let attention = self.attention_layer(layer, row, col)?;
        let tables = &self.tables[layer];
        let probabilities = self.with_input(image, trace, layer, |x| {
            probabilities(attention, &self.parameters, tables, x.view(), (row, col))
        });
        Ok(AttentionMap { probabilities, window: attention.positions.window })
    }

    /// The parts of the scores of such a pixel, in a picture whose layers are known.
    ///
    /// # Errors
    /// As [`attention_in`](Self::attention_in).
    pub(crate) fn parts_in(
        &self,
        image: ArrayView3<'_, f32>,
        trace: &Trace,
        layer: usize,
        row: usize,
        col: usize,
    ) -> Result<AttentionParts> {
        let attention = self.attention_layer(layer, row, col)?;
        let tables = &self.tables[layer];
        Ok(self.with_input(image, trace, layer, |x| parts(attention, &self.parameters, tables, x.view(), (row, col))))
    }

    /// Calls `f` with what an attention layer reads of a picture whose layers are known.
    fn with_input<R>(
        &self,
        image: ArrayView3<'_, f32>,
        trace: &Trace,
        layer: usize,
        f: impl FnOnce(&Maps<f32>) -> R,
    ) -> R {
        self.pools.work(|| {
            let x = Maps::of_image(image, self.config.standardise());
            let shown = |layer: usize| Maps::of(trace.layers[layer].index_axis(Axis(0), 0));
            f(&self.network.attention_input(&mut self.kernels(), layer, x, shown))
        })
    }

    /// The learnt encodings of relative rows and columns of attention layer `layer` (0 is the lifting layer) at any coordinates; the
    /// longer side of its window is [−1, 1].
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for a layer that does not exist, [`Error::Input`] for a coordinate that is not finite.
    pub fn encoding(&self, layer: usize, coordinates: &[f64]) -> Result<Tables<f32>> {
        let attention = self.attention_layer(layer, 0, 0)?;
        match coordinates.iter().find(|x| !x.is_finite()) {
            Some(x) => Err(Error::Input(format!("a coordinate is {x}; every one must be finite"))),
            None => Ok(tables_at(attention, &self.parameters, coordinates, coordinates)),
        }
    }

    /// An attention layer that has such a pixel.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for a layer or pixel that does not exist.
    pub(crate) fn attention_layer(&self, layer: usize, row: usize, col: usize) -> Result<&Attention> {
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
        Ok(attention)
    }

    fn kernels(&self) -> Cpu<'_, f32> {
        Cpu { isa: self.isa, parameters: &self.parameters, tables: &self.tables }
    }

    /// One pass, in memory of the passes before.
    fn run(
        &self,
        image: ArrayView3<'_, f32>,
        prepare: impl Fn(f32) -> f32,
        mut observe: impl FnMut(usize, &Maps<f32>),
        answer: impl FnOnce(&[f32]),
    ) {
        self.pools.work(|| {
            let x = Maps::of_image(image, prepare);
            let y = self.network.forward(&mut self.kernels(), x, |layer, _, x| observe(layer, x));
            answer(y.numbers());
        });
    }

    #[cfg(feature = "parallel")]
    fn for_each_sample<L: Send>(
        &self,
        images: ArrayView4<'_, f32>,
        lines: impl Iterator<Item = L> + Send,
        f: impl Fn(ArrayView3<'_, f32>, L) + Sync,
    ) {
        use rayon::prelude::*;
        let lines: Vec<L> = lines.collect();
        lines.into_par_iter().enumerate().for_each(|(b, line)| f(images.index_axis(Axis(0), b), line));
    }

    #[cfg(not(feature = "parallel"))]
    fn for_each_sample<L>(
        &self,
        images: ArrayView4<'_, f32>,
        lines: impl Iterator<Item = L>,
        f: impl Fn(ArrayView3<'_, f32>, L),
    ) {
        images.outer_iter().zip(lines).for_each(|(image, line)| f(image, line));
    }
}

impl Engine for CpuEngine {
    type Answer<'e, R: 'e> = Result<R>;

    fn cpu(&self) -> &CpuEngine {
        self
    }

    fn answer<'e, R: 'e>(&'e self, answer: Result<R>) -> Result<R> {
        answer
    }

    fn traced<'e, R: 'e>(&'e self, pictures: Pictures<'e>, then: impl FnOnce(Trace) -> Result<R> + 'e) -> Result<R> {
        then(self.trace(pictures.view())?)
    }

    /// In the memory of what was kept before, of one picture as well.
    fn traced_into<'e, R: 'e>(
        &'e self,
        picture: Pictures<'e>,
        kept: &'e Mutex<Option<Trace>>,
        then: impl FnOnce(&Trace) -> Result<R> + 'e,
    ) -> Result<R> {
        let mut kept = locked(kept);
        match &mut *kept {
            Some(trace) => {
                self.trace_again(picture.view(), trace)?;
                then(trace)
            }
            none => then(none.insert(self.trace(picture.view())?)),
        }
    }
}
