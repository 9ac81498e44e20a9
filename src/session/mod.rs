//! A network in use: an answer for one picture at a time, and views of what its layers made of it. Everything that the
//! JavaScript interface offers, in plain Rust.

#[cfg(feature = "gpu")]
mod gpu;

#[cfg(feature = "gpu")]
pub use gpu::GpuSession;

use ndarray::{Array3, Array4, ArrayView3, ArrayView4, Axis, s};

use crate::engine::{AttentionMap, CpuEngine, Trace};
use crate::group::Element;
use crate::network::{LayerInfo, Network};
use crate::symmetry::{self, GridSymmetry};
use crate::views::{self, TurnError};
use crate::{Error, Model, Prediction, Result};

/// A model with its engine, and all layers' outputs for the picture that was predicted last.
pub struct Session {
    model: Model,
    layers: Vec<LayerInfo>,
    engine: CpuEngine,
    last: Option<Trace>,
}

/// A group element, for people: mirrors the columns first (where `mirror`), then turns.
#[derive(Clone, Debug, PartialEq)]
pub struct ElementInfo {
    /// Such as `90°` or `90° mirrored`.
    pub name: String,
    /// Counter-clockwise on the screen.
    pub degrees: f64,
    /// Whether it mirrors.
    pub mirror: bool,
}

impl Session {
    /// Makes a model ready to answer.
    pub fn new(model: Model) -> Self {
        let layers = Network::new(&model.config).layers();
        let engine = CpuEngine::new(&model);
        Self { model, layers, engine, last: None }
    }

    /// The model.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The layers that can be looked at, in order.
    pub fn layers(&self) -> &[LayerInfo] {
        &self.layers
    }

    /// The network's answer for a picture; its layers' outputs are kept for [`feature_maps`](Self::feature_maps) and
    /// [`stabilised_maps`](Self::stabilised_maps).
    ///
    /// # Shapes
    /// - pixels: [C, H, W] in one list, 0 (background) to 1 (ink)
    ///
    /// # Errors
    /// [`Error::Input`] for another number of pixels, for one that is not finite, and for an answer that is not.
    pub fn predict(&mut self, pixels: &[f32]) -> Result<Prediction> {
        let picture = self.picture(pixels)?;
        let trace = match self.last.take() {
            Some(mut trace) => {
                self.engine.trace_again(picture, &mut trace)?;
                trace
            }
            None => self.engine.trace(picture)?,
        };
        self.keep(trace)
    }

    /// The answer of a forward pass over one picture, whose layers are kept.
    fn keep(&mut self, trace: Trace) -> Result<Prediction> {
        let prediction = Prediction::from_logits(&trace.logits.row(0).to_vec())?;
        self.last = Some(trace);
        Ok(prediction)
    }

    /// One channel of a layer's output for the picture predicted last.
    ///
    /// # Shapes
    /// - returns: [N, H, W]
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for a layer or channel that does not exist, [`Error::Input`] before the first prediction.
    pub fn feature_maps(&self, layer: usize, channel: usize) -> Result<ArrayView3<'_, f32>> {
        let channels = self.layer(layer)?.channels;
        check_index("channel", channel, channels)?;
        let last = self
            .last
            .as_ref()
            .ok_or_else(|| Error::Input("nothing was predicted yet: predict a picture first".into()))?;
        Ok(last.layers[layer].slice(s![0, channel, .., .., ..]))
    }

    /// As [`feature_maps`](Self::feature_maps), turned back by the angle of the picture: see [`views`].
    ///
    /// # Shapes
    /// - returns: [N, H, W]
    ///
    /// # Errors
    /// As [`feature_maps`](Self::feature_maps), and [`Error::Input`] for an angle that is not finite.
    pub fn stabilised_maps(&self, layer: usize, channel: usize, degrees: f64) -> Result<Array3<f32>> {
        let maps = self.feature_maps(layer, channel)?.insert_axis(Axis(0));
        let maps = views::stabilised(maps, &self.model.config.group(), degrees)?;
        Ok(maps.index_axis_move(Axis(0), 0))
    }

    /// How far a layer is from equivariance under a symmetry of the pixel grid: |f(g x) − g f(x)| / |f(x)|. Where g is not in
    /// the network's group, the maps are turned without exchange of group elements.
    ///
    /// # Errors
    /// As [`predict`](Self::predict), and [`Error::OutOfRange`] for a layer that does not exist.
    pub fn equivariance_error(&self, pixels: &[f32], layer: usize, g: GridSymmetry) -> Result<f32> {
        self.layer(layer)?;
        let picture = self.picture(pixels)?;
        let moved = symmetry::act_on_image(g, picture);
        let of_moved = self.engine.trace(moved.view())?;
        let upright = self.engine.trace(picture)?;
        self.equivariance_error_of(&upright, &of_moved, layer, g)
    }

    /// The same, of the outputs for a picture and for the moved picture.
    fn equivariance_error_of(&self, upright: &Trace, of_moved: &Trace, layer: usize, g: GridSymmetry) -> Result<f32> {
        let moved_after = symmetry::act_on_features(g, &self.model.config.group(), upright.layers[layer].view())?;
        symmetry::relative_difference(of_moved.layers[layer].view(), moved_after.view())
    }

    /// Compares a layer's maps of a picture turned by `degrees` with those of the upright picture: see
    /// [`views::turn_error`].
    ///
    /// # Errors
    /// As [`predict`](Self::predict), [`Error::OutOfRange`] for a layer that does not exist, and [`Error::Input`] for an angle
    /// that is not finite.
    pub fn turn_error(&self, upright: &[f32], turned: &[f32], layer: usize, degrees: f64) -> Result<TurnError> {
        self.layer(layer)?;
        let [upright, turned] = [self.maps(upright, layer)?, self.maps(turned, layer)?];
        views::turn_error(upright.view(), turned.view(), &self.model.config.group(), degrees)
    }

    /// Where one pixel of an attention layer looks.
    ///
    /// # Errors
    /// As [`predict`](Self::predict), [`Error::OutOfRange`] for a layer or pixel that does not exist, and [`Error::Input`] for
    /// a layer without attention.
    pub fn attention(&self, pixels: &[f32], layer: usize, row: usize, col: usize) -> Result<AttentionMap> {
        let LayerInfo { name, attention, .. } = self.layer(layer)?;
        let attention = attention.ok_or_else(|| Error::Input(format!("layer {layer}, `{name}`, has no attention")))?;
        let picture = self.picture(pixels)?;
        self.engine.attention(picture.index_axis(Axis(0), 0), attention, row, col)
    }

    /// The elements of the network's group, for people.
    pub fn elements(&self) -> Vec<ElementInfo> {
        let group = self.model.config.group();
        let describe = |element: Element| {
            let degrees = 360.0 * f64::from(element.rotation) / f64::from(group.rotations());
            // Two decimals at most: 51.43°, 22.5°, 90°.
            let name =
                format!("{}°{}", (degrees * 100.0).round() / 100.0, if element.mirror { " mirrored" } else { "" });
            ElementInfo { name, degrees, mirror: element.mirror }
        };
        group.elements().map(describe).collect()
    }

    /// Whether that is the number of pixels of the network's input.
    ///
    /// # Errors
    /// [`Error::Input`] where it is not.
    pub fn check_pixel_count(&self, count: usize) -> Result<()> {
        let [channels, rows, cols] = self.model.config.input_shape();
        if count == channels * rows * cols {
            return Ok(());
        }
        Err(Error::Input(format!(
            "{count} pixels: this network takes {} ({channels} channels of {rows}×{cols})",
            channels * rows * cols
        )))
    }

    /// Pixels as a batch of one picture.
    fn picture<'p>(&self, pixels: &'p [f32]) -> Result<ArrayView4<'p, f32>> {
        self.check_pixel_count(pixels.len())?;
        if let Some(at) = pixels.iter().position(|pixel| !pixel.is_finite()) {
            return Err(Error::Input(format!("pixel {at} is {}; every pixel must be finite", pixels[at])));
        }
        let [channels, rows, cols] = self.model.config.input_shape();
        Ok(ArrayView4::from_shape((1, channels, rows, cols), pixels).expect("the number of pixels has been checked"))
    }

    /// All of a layer's output for a picture: [C, N, H, W].
    fn maps(&self, pixels: &[f32], layer: usize) -> Result<Array4<f32>> {
        let mut layers = self.engine.trace(self.picture(pixels)?)?.layers;
        Ok(layers.swap_remove(layer).index_axis_move(Axis(0), 0))
    }

    fn layer(&self, index: usize) -> Result<&LayerInfo> {
        check_index("layer", index, self.layers.len())?;
        Ok(&self.layers[index])
    }
}

fn check_index(what: &'static str, index: usize, count: usize) -> Result<()> {
    if index < count { Ok(()) } else { Err(Error::OutOfRange { what, index, count }) }
}
