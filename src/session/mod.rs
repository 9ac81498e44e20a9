//! A network in use: an answer for one picture at a time, and views of what its layers made of it. Everything that the
//! JavaScript interface offers, in plain Rust, once for all engines.

#[cfg(feature = "gpu")]
mod gpu;
mod kept;

use ndarray::{Array2, Array3, ArrayView3, ArrayView4, Axis, concatenate, s};

use self::kept::Kept;
use crate::config::Config;
use crate::engine::{AttentionMap, AttentionParts, CpuEngine, Engine, Tables, Trace, check_images};
use crate::error::{Error, Result};
use crate::group::Element;
use crate::network::LayerInfo;
use crate::prediction::Prediction;
use crate::symmetry::{self, GridSymmetry};
use crate::views::{self, TurnError};
use crate::weights::Model;

#[cfg(feature = "gpu")]
pub use gpu::GpuSession;

/// A model with its engine, and all layers' outputs for the picture that was predicted last.
///
/// What has to be computed is an [`Engine::Answer`]: with the processor a `Result`, with a graphics card ([`GpuSession`](self)) a
/// future of one, and there one answer has to be waited for before the next is asked for.
#[derive(Debug)]
pub struct Session<E = CpuEngine> {
    model: Model,
    layers: Vec<LayerInfo>,
    engine: E,
    /// Of the picture that was predicted last.
    last: Kept,
    /// Of another whose attention was looked at.
    looked_at: Kept,
}

/// What is read of a picture whose layers are known, at an attention layer's row and column.
type Look<R> = fn(&CpuEngine, ArrayView3<'_, f32>, &Trace, usize, usize, usize) -> Result<R>;

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
    /// Makes a model ready to answer on the processor.
    pub fn new(model: Model) -> Self {
        let engine = CpuEngine::new(&model);
        Self::with_engine(model, engine)
    }
}

impl<E: Engine> Session<E> {
    /// A model with an engine that was made for it.
    pub fn with_engine(model: Model, engine: E) -> Self {
        let layers = engine.cpu().network().layers();
        Self { model, layers, engine, last: Kept::default(), looked_at: Kept::default() }
    }

    /// The model.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The engine.
    pub fn engine(&self) -> &E {
        &self.engine
    }

    /// The layers that can be looked at, in order.
    pub fn layers(&self) -> &[LayerInfo] {
        &self.layers
    }

    /// The network's answer for a picture; its layers' outputs are kept for [`feature_maps`](Self::feature_maps),
    /// [`stabilised_maps`](Self::stabilised_maps) and [`attention`](Self::attention).
    ///
    /// # Shapes
    /// - pixels: [C, H, W] in one list, 0 (background) to 1 (ink)
    ///
    /// # Errors
    /// [`Error::Input`] for another number of pixels, for one that is not finite, and for an answer that is not; [`Error::Gpu`] for
    /// what goes wrong on a card.
    pub fn predict<'e>(&'e self, pixels: &'e [f32]) -> E::Answer<'e, Prediction> {
        match picture(self.config(), pixels) {
            Err(error) => self.engine.answer(Err(error)),
            Ok(picture) => self
                .last
                .run(&self.engine, pixels, picture, |trace| Prediction::from_logits(&trace.logits.row(0).to_vec())),
        }
    }

    /// One channel of a layer's output for the picture predicted last.
    ///
    /// # Shapes
    /// - returns: [N, H, W]
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for a layer or channel that does not exist, [`Error::Input`] before the first prediction.
    pub fn feature_maps(&self, layer: usize, channel: usize) -> Result<Array3<f32>> {
        check_index("channel", channel, self.layer(layer)?.channels)?;
        self.last
            .look(|_, trace| trace.layers[layer].slice(s![0, channel, .., .., ..]).to_owned())
            .ok_or_else(nothing_predicted)
    }

    /// As [`feature_maps`](Self::feature_maps), turned back by the angle of the picture: see [`views`].
    ///
    /// # Shapes
    /// - returns: [N, H, W]
    ///
    /// # Errors
    /// As [`feature_maps`](Self::feature_maps), and [`Error::Input`] for an angle that is not finite.
    pub fn stabilised_maps(&self, layer: usize, channel: usize, degrees: f64) -> Result<Array3<f32>> {
        let maps = self.feature_maps(layer, channel)?;
        let maps = views::stabilised(maps.view().insert_axis(Axis(0)), &self.config().group(), degrees)?;
        Ok(maps.index_axis_move(Axis(0), 0))
    }

    /// What speaks for each class at each group element in the picture predicted last: the numbers of which the network takes the
    /// largest over the elements as the class's logit. Under a turn of the group they move from element to element, and nothing is lost.
    ///
    /// # Shapes
    /// - returns: [classes, N]
    ///
    /// # Errors
    /// [`Error::Input`] before the first prediction.
    pub fn evidence(&self) -> Result<Array2<f32>> {
        self.last
            .look(|_, trace| {
                let maps = trace.layers.last().expect("a network has layers").index_axis(Axis(0), 0);
                maps.sum_axis(Axis(3)).sum_axis(Axis(2))
            })
            .ok_or_else(nothing_predicted)
    }

    /// How far a layer is from equivariance under a symmetry of the pixel grid: |f(g x) − g f(x)| / |f(x)|. Where g is not in
    /// the network's group, the maps are turned without exchange of group elements.
    ///
    /// # Errors
    /// As [`predict`](Self::predict), and [`Error::OutOfRange`] for a layer that does not exist.
    pub fn equivariance_error(&self, pixels: &[f32], layer: usize, g: GridSymmetry) -> E::Answer<'_, f32> {
        let asked = || {
            self.layer(layer)?;
            let picture = picture(self.config(), pixels)?;
            let moved = symmetry::act_on_image(g, picture);
            check_images(self.config(), moved.view())?;
            Ok(concatenate![Axis(0), picture, moved])
        };
        match asked() {
            Err(error) => self.engine.answer(Err(error)),
            Ok(both) => self.engine.traced(both.into(), move |trace| {
                let [upright, of_moved] = [0..1, 1..2].map(|b| trace.layers[layer].slice(s![b, .., .., .., ..]));
                let moved_after = symmetry::act_on_features(g, &self.config().group(), upright)?;
                symmetry::relative_difference(of_moved, moved_after.view())
            }),
        }
    }

    /// Compares a layer's maps of a picture turned by `degrees` with those of the upright picture: see
    /// [`views::turn_error`].
    ///
    /// # Errors
    /// As [`predict`](Self::predict), [`Error::OutOfRange`] for a layer that does not exist, and [`Error::Input`] for an angle
    /// that is not finite.
    pub fn turn_error(&self, upright: &[f32], turned: &[f32], layer: usize, degrees: f64) -> E::Answer<'_, TurnError> {
        let asked = || {
            self.layer(layer)?;
            let [upright, turned] = [picture(self.config(), upright)?, picture(self.config(), turned)?];
            Ok(concatenate![Axis(0), upright, turned])
        };
        match asked() {
            Err(error) => self.engine.answer(Err(error)),
            Ok(both) => self.engine.traced(both.into(), move |trace| {
                let [upright, turned] = [0, 1].map(|b| trace.layers[layer].index_axis(Axis(0), b));
                views::turn_error(upright, turned, &self.config().group(), degrees)
            }),
        }
    }

    /// Where one pixel of an attention layer looks. The network runs where the picture is another than the one predicted last, or the one
    /// asked about here last.
    ///
    /// # Errors
    /// As [`predict`](Self::predict), [`Error::OutOfRange`] for a layer or pixel that does not exist, and [`Error::Input`] for
    /// a layer without attention.
    pub fn attention<'e>(
        &'e self,
        pixels: &'e [f32],
        layer: usize,
        row: usize,
        col: usize,
    ) -> E::Answer<'e, AttentionMap> {
        self.looking(pixels, [layer, row, col], CpuEngine::attention_in)
    }

    /// The parts of the scores of one pixel of an attention layer, and what its keys add to the layer's output. The network runs as seldom as
    /// for [`attention`](Self::attention).
    ///
    /// # Errors
    /// As [`attention`](Self::attention).
    pub fn attention_parts<'e>(
        &'e self,
        pixels: &'e [f32],
        layer: usize,
        row: usize,
        col: usize,
    ) -> E::Answer<'e, AttentionParts> {
        self.looking(pixels, [layer, row, col], CpuEngine::parts_in)
    }

    /// The learnt encodings of relative rows and columns of a layer, at any coordinates: see [`CpuEngine::encoding`].
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for a layer that does not exist, [`Error::Input`] for one without attention and for a coordinate that is not
    /// finite.
    pub fn encoding(&self, layer: usize, coordinates: &[f64]) -> Result<Tables<f32>> {
        self.engine.cpu().encoding(self.attention_index(layer)?, coordinates)
    }

    /// Looks at what is kept of a picture, or runs it and keeps it.
    fn looking<'e, R: 'e>(
        &'e self,
        pixels: &'e [f32],
        [layer, row, col]: [usize; 3],
        look: Look<R>,
    ) -> E::Answer<'e, R> {
        let cpu = self.engine.cpu();
        let asked = || {
            let attention = self.attention_index(layer)?;
            let picture = picture(self.config(), pixels)?;
            cpu.attention_layer(attention, row, col)?;
            Ok((attention, picture))
        };
        let (attention, picture) = match asked() {
            Err(error) => return self.engine.answer(Err(error)),
            Ok(asked) => asked,
        };
        let image = picture.index_axis_move(Axis(0), 0);
        for kept in [&self.last, &self.looked_at] {
            let known = kept.look(|of, trace| (of == pixels).then(|| look(cpu, image, trace, attention, row, col)));
            if let Some(known) = known.flatten() {
                return self.engine.answer(known);
            }
        }
        self.looked_at.run(&self.engine, pixels, picture, move |trace| look(cpu, image, trace, attention, row, col))
    }

    /// Which of the attention layers a layer has inside.
    fn attention_index(&self, layer: usize) -> Result<usize> {
        let LayerInfo { name, attention, .. } = self.layer(layer)?;
        attention.ok_or_else(|| Error::Input(format!("layer {layer}, `{name}`, has no attention")))
    }

    /// The elements of the network's group, for people.
    pub fn elements(&self) -> Vec<ElementInfo> {
        let group = self.config().group();
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
        check_pixel_count(self.config(), count)
    }

    fn config(&self) -> &Config {
        &self.model.config
    }

    fn layer(&self, index: usize) -> Result<&LayerInfo> {
        check_index("layer", index, self.layers.len())?;
        Ok(&self.layers[index])
    }
}

fn nothing_predicted() -> Error {
    Error::Input("nothing was predicted yet: predict a picture first".into())
}

fn check_pixel_count(config: &Config, count: usize) -> Result<()> {
    let [channels, rows, cols] = config.input_shape();
    if count == channels * rows * cols {
        return Ok(());
    }
    Err(Error::Input(format!(
        "{count} pixels: this network takes {} ({channels} channels of {rows}×{cols})",
        channels * rows * cols
    )))
}

/// Pixels as a batch of one picture.
fn picture<'p>(config: &Config, pixels: &'p [f32]) -> Result<ArrayView4<'p, f32>> {
    check_pixel_count(config, pixels.len())?;
    let [channels, rows, cols] = config.input_shape();
    let picture =
        ArrayView4::from_shape((1, channels, rows, cols), pixels).expect("the number of pixels has been checked");
    check_images(config, picture)?;
    Ok(picture)
}

fn check_index(what: &'static str, index: usize, count: usize) -> Result<()> {
    if index < count { Ok(()) } else { Err(Error::OutOfRange { what, index, count }) }
}
