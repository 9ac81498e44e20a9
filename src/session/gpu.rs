//! A network in use on the graphics card: as [`Session`], but what computes has to be waited for.

use std::cell::RefCell;

use ndarray::{Array3, Array4, ArrayView4, Axis, concatenate};

use super::Session;
use crate::backend::gpu::Gpu;
use crate::engine::{GpuEngine, Options, SelfTest};
use crate::symmetry::{self, GridSymmetry};
use crate::views::{self, TurnError};
use crate::{Error, Model, Prediction, Result};

/// A model on the graphics card, and all layers' outputs for the picture that was predicted last.
pub struct GpuSession {
    engine: GpuEngine,
    /// Never borrowed while something is waited for.
    session: RefCell<Session>,
}

impl GpuSession {
    /// Makes a model ready to answer.
    ///
    /// # Errors
    /// As [`GpuEngine::on`].
    pub async fn new(gpu: &Gpu, model: Model) -> Result<Self> {
        Self::with_options(gpu, model, Options::default()).await
    }

    /// As [`new`](Self::new), otherwise than by default.
    ///
    /// # Errors
    /// As [`GpuEngine::on`].
    pub async fn with_options(gpu: &Gpu, model: Model, options: Options<'_>) -> Result<Self> {
        let engine = GpuEngine::with_options(gpu, &model, options).await?;
        Ok(Self { engine, session: RefCell::new(Session::new(model)) })
    }

    /// The engine.
    pub fn engine(&self) -> &GpuEngine {
        &self.engine
    }

    /// Calls `f` with the model, its layers and group elements.
    pub fn with_session<R>(&self, f: impl FnOnce(&Session) -> R) -> R {
        f(&self.session.borrow())
    }

    /// Compares the card with the CPU: see [`GpuEngine::self_test`].
    ///
    /// # Errors
    /// [`Error::Gpu`] for what goes wrong on the card.
    pub async fn self_test(&self) -> Result<SelfTest> {
        let cpu = self.session.borrow().engine.clone();
        self.engine.self_test(&cpu).await
    }

    /// As [`Session::predict`].
    ///
    /// # Errors
    /// As [`Session::predict`], and [`Error::Gpu`] for what goes wrong on the card.
    pub async fn predict(&self, pixels: &[f32]) -> Result<Prediction> {
        let picture = self.picture(pixels)?;
        let trace = self.engine.trace(picture.view()).await?;
        self.session.borrow_mut().keep(trace)
    }

    /// The answers for several pictures at once; no maps are kept.
    ///
    /// # Shapes
    /// - pixels: [B, C, H, W] in one list
    ///
    /// # Errors
    /// As [`predict`](Self::predict), and for a number of pixels that is no multiple of one picture's.
    pub async fn predict_batch(&self, pixels: &[f32]) -> Result<Vec<Prediction>> {
        let [channels, rows, cols] = self.engine.config().input_shape();
        let size = channels * rows * cols;
        if !pixels.len().is_multiple_of(size) {
            return Err(Error::Input(format!("{} pixels are not whole pictures of {size}", pixels.len())));
        }
        let shape = (pixels.len() / size, channels, rows, cols);
        let images = ArrayView4::from_shape(shape, pixels).expect("the number of pixels has been checked");
        let logits = self.engine.logits(images).await?;
        logits.outer_iter().map(|logits| Prediction::from_logits(&logits.to_vec())).collect()
    }

    /// As [`Session::feature_maps`].
    ///
    /// # Errors
    /// As [`Session::feature_maps`].
    pub fn feature_maps(&self, layer: usize, channel: usize) -> Result<Array3<f32>> {
        self.session.borrow().feature_maps(layer, channel).map(|maps| maps.to_owned())
    }

    /// As [`Session::stabilised_maps`].
    ///
    /// # Errors
    /// As [`Session::stabilised_maps`].
    pub fn stabilised_maps(&self, layer: usize, channel: usize, degrees: f64) -> Result<Array3<f32>> {
        self.session.borrow().stabilised_maps(layer, channel, degrees)
    }

    /// As [`Session::equivariance_error`].
    ///
    /// # Errors
    /// As [`Session::equivariance_error`], and [`Error::Gpu`] for what goes wrong on the card.
    pub async fn equivariance_error(&self, pixels: &[f32], layer: usize, g: GridSymmetry) -> Result<f32> {
        self.session.borrow().layer(layer)?;
        let picture = self.picture(pixels)?;
        let moved = symmetry::act_on_image(g, picture.view());
        let of_moved = self.engine.trace(moved.view()).await?;
        let upright = self.engine.trace(picture.view()).await?;
        self.session.borrow().equivariance_error_of(&upright, &of_moved, layer, g)
    }

    /// As [`Session::turn_error`]: both pictures in one go.
    ///
    /// # Errors
    /// As [`Session::turn_error`], and [`Error::Gpu`] for what goes wrong on the card.
    pub async fn turn_error(&self, upright: &[f32], turned: &[f32], layer: usize, degrees: f64) -> Result<TurnError> {
        self.session.borrow().layer(layer)?;
        let [upright, turned] = [self.picture(upright)?, self.picture(turned)?];
        let both = concatenate(Axis(0), &[upright.view(), turned.view()]).expect("two pictures of one network");
        let layers = self.engine.trace(both.view()).await?.layers;
        let maps = |b| layers[layer].index_axis(Axis(0), b);
        views::turn_error(maps(0), maps(1), &self.engine.config().group(), degrees)
    }

    fn picture(&self, pixels: &[f32]) -> Result<Array4<f32>> {
        self.session.borrow().picture(pixels).map(|picture| picture.to_owned())
    }
}
