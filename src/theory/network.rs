//! Theorem 1 in a trained network: its convolutions done by attention.

use ndarray::ArrayView3;

use super::heads::apart;
use super::{AttentionAsConvolution, Form, GroupConvolution, Weights};
use crate::config::PositionRule;
use crate::engine::CpuEngine;
use crate::error::{Error, Result};
use crate::layers::Backend;
use crate::network::Step;

/// A convolutional network whose convolutions are attention layers: all of them whose filters have a middle, which the last one may
/// not have. Everything else is as it was trained.
#[derive(Clone, Debug)]
pub struct NetworkByAttention<'e> {
    engine: &'e CpuEngine,
    /// By step.
    layers: Vec<Option<AttentionAsConvolution<f32>>>,
}

/// A network and the same by attention, for one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworksCompared {
    /// Rows and columns of the maps.
    pub size: [usize; 2],
    /// `[C', N, H, W]` of one convolution, in the network by attention.
    pub output: Vec<f32>,
    /// The same in the network itself.
    pub target: Vec<f64>,
    /// The largest difference of the two, of the largest number of the target.
    pub error: f64,
    /// The logits of the network by attention.
    pub logits: Vec<f32>,
    /// Those of the network itself.
    pub expected: Vec<f32>,
}

impl<'e> NetworkByAttention<'e> {
    /// Puts attention in the place of convolutions, with one head less in each where that is asked for. Pictures have no frames, so the
    /// first layer does without; see [`AttentionAsConvolution::new`].
    ///
    /// # Errors
    /// [`Error::Input`] for a network without convolutions, or with such that pad their maps or do not turn their filters, and as [`AttentionAsConvolution::new`].
    pub fn new(
        engine: &'e CpuEngine,
        form: Form,
        alpha: f64,
        weights: Weights,
        without: Option<usize>,
    ) -> Result<Self> {
        let group = engine.config().group();
        if engine.config().positions != PositionRule::Turning {
            return Err(Error::Input("its filters are held still, so they are no group convolutions".into()));
        }
        let layer = |step: &Step| {
            let Step::Convolution(layer) = step else { return Ok(None) };
            let layer = &layer.convolution;
            if layer.side % 2 == 0 {
                return Ok(None);
            }
            if layer.padding > 0 {
                return Err(Error::Input("its convolutions pad their maps; expected a network whose don't".into()));
            }
            let filter = engine.parameters()[layer.weight..][..layer.weights()].iter().map(|x| f64::from(*x));
            let shape = [layer.outputs, layer.inputs, layer.elements_in, layer.side];
            let convolution = GroupConvolution::of_numbers(group, shape, filter.collect())?;
            let form = if convolution.is_lifting() { Form::Together } else { form };
            AttentionAsConvolution::new(convolution, form, alpha, weights, without).map(Some)
        };
        let layers = engine.network().steps.iter().map(layer).collect::<Result<Vec<_>>>()?;
        if layers.iter().all(Option::is_none) {
            return Err(Error::Input("there is no convolution in this network; expected one such as r4_cnn".into()));
        }
        Ok(Self { engine, layers })
    }

    /// The attention layer in the place of layer `index`.
    ///
    /// # Errors
    /// [`Error::Input`] for a layer that stayed as it was.
    pub fn layer(&self, index: usize) -> Result<&AttentionAsConvolution<f32>> {
        let layer = self.layers.get(index).and_then(Option::as_ref);
        layer.ok_or_else(|| {
            Error::Input(format!("layer {index} is no convolution that attention has taken the place of"))
        })
    }

    /// Runs both networks on a picture with pixels from 0 to 1, and shows the convolution of layer `index`.
    ///
    /// # Shapes
    /// - image: [C, H, W]
    ///
    /// # Errors
    /// As [`layer`](Self::layer) and [`CpuEngine::logits`].
    pub fn compare(&self, image: ArrayView3<'_, f32>, index: usize) -> Result<NetworksCompared> {
        self.layer(index)?;
        let [target, output] = [false, true].map(|replaced| {
            let mut shown = (vec![], [0; 2]);
            let logits = self.engine.logits_with(image, &mut |cpu, layer, at, x| {
                let y = match &self.layers[at] {
                    Some(attention) if replaced => attention.inside(x),
                    _ => cpu.convolution(layer, x),
                };
                if at == index {
                    shown = (y.numbers().to_vec(), [y.shape()[2], y.shape()[3]]);
                }
                y
            });
            logits.map(|logits| (shown, logits))
        });
        let (((target, size), expected), ((output, _), logits)) = (target?, output?);
        let target: Vec<f64> = target.into_iter().map(f64::from).collect();
        let error = apart(output.iter().map(|y| f64::from(*y)), &target);
        Ok(NetworksCompared { size, output, target, error, logits, expected })
    }
}
