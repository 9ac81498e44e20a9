//! The network: which layers there are, where their parameters lie, and the forward pass, written once over [`Backend`].

mod builder;
mod cost;

use crate::config::Config;
use crate::layers::Backend;

pub use crate::layers::{
    Attention, BatchNorm, Convolution, Cost, EncodingNet, GroupEncoding, Init, Linear, MaxPool, Mixing, Norm,
    Parameter, Place, Role,
};

impl Config {
    /// Number of learnt numbers.
    pub fn parameter_count(&self) -> usize {
        Network::new(self).parameter_count()
    }

    /// Names of the layers whose output can be looked at, in order.
    pub fn layer_names(&self) -> Vec<String> {
        Network::new(self).layers().into_iter().map(|layer| layer.name).collect()
    }
}

/// `y = x + Swish(norm(att(Swish(norm(x)))))`, cropped, then `y + norm(W₂ Swish(norm(W₁ y)))`.
#[derive(Clone, Debug, PartialEq)]
pub struct TransformerLayer {
    /// Before the attention.
    pub norm_in: Norm,
    /// The attention.
    pub attention: Attention,
    /// Behind the attention.
    pub norm_attention: Norm,
    /// 1×1 layer on the shortcut where the number of channels changes.
    pub shortcut: Option<Linear>,
    /// Pixels cropped from each side.
    pub crop: usize,
    /// W₁; it and W₂ mix group elements where attention does not.
    pub mlp_in: Linear,
    /// Between W₁ and W₂.
    pub norm_hidden: Norm,
    /// W₂.
    pub mlp_out: Linear,
    /// Behind W₂.
    pub norm_out: Norm,
    /// Norm and Swish behind the layer.
    pub norm_between: Option<Norm>,
}

/// Lifting self-attention, then norm and Swish.
#[derive(Clone, Debug, PartialEq)]
pub struct LiftingLayer {
    /// The attention, whose output is what views show of the layer.
    pub attention: Attention,
    /// Behind it, with Swish.
    pub norm: Norm,
}

/// `y = dropout(relu(batch_norm(ψ ⋆ x)))`, or the convolution alone.
#[derive(Clone, Debug, PartialEq)]
pub struct ConvolutionLayer {
    /// ψ
    pub convolution: Convolution,
    /// Behind it, with ReLU.
    pub norm: Option<BatchNorm>,
    /// Share of the numbers that training drops behind it, and views are not shown to be dropped.
    pub dropout: f32,
}

/// One step of a network. It has one output for views: see [`Network::layers`].
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Lifting self-attention.
    Lifting(Box<LiftingLayer>),
    /// A transformer layer.
    Transformer(Box<TransformerLayer>),
    /// A convolution; the first one lifts.
    Convolution(Box<ConvolutionLayer>),
    /// Max-pooling by two.
    MaxPool(MaxPool),
    /// To one map per class.
    Classifier(Linear),
}

/// The shape of a layer's output, for views.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerInfo {
    /// Name, such as `lifting`, `layer 3` or `pool 1`.
    pub name: String,
    /// Channels.
    pub channels: usize,
    /// Group elements.
    pub elements: usize,
    /// Rows and columns.
    pub size: [usize; 2],
    /// Number of the attention layer inside, where there is one.
    pub attention: Option<usize>,
}

/// All layers of a network and the places of their parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// In the order of the pass.
    pub steps: Vec<Step>,
    parameters: Vec<Parameter>,
    layers: Vec<LayerInfo>,
}

/// What stands for a convolution: given it, the number of its step, and the maps.
pub(crate) type Convolve<'f, 'n, B> =
    &'f mut dyn FnMut(&mut B, &'n Convolution, usize, &<B as Backend<'n>>::Tensor) -> <B as Backend<'n>>::Tensor;
/// What is shown the output of every layer.
type Observe<'f, 'n, B> = &'f mut dyn FnMut(usize, &mut B, &<B as Backend<'n>>::Tensor);

impl Network {
    /// Lays out the network that a validated configuration describes.
    ///
    /// # Panics
    /// For a description that was changed and not validated since, and can't be built.
    pub fn new(config: &Config) -> Self {
        builder::Builder::new(config).network()
    }

    /// All parameters, in the order of the flat list.
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    /// Number of learnt numbers.
    pub fn parameter_count(&self) -> usize {
        self.parameters.iter().filter(|parameter| parameter.is_learnt()).map(Parameter::len).sum()
    }

    /// Length of the flat list, in which statistics of what was learnt stand too.
    pub fn list_length(&self) -> usize {
        self.parameters.iter().map(Parameter::len).sum()
    }

    /// All attention layers, the lifting layer first.
    pub fn attention_layers(&self) -> impl Iterator<Item = &Attention> {
        self.steps.iter().filter_map(|step| match step {
            Step::Lifting(layer) => Some(&layer.attention),
            Step::Transformer(layer) => Some(&layer.attention),
            Step::Convolution(_) | Step::MaxPool(_) | Step::Classifier(_) => None,
        })
    }

    /// All batch normalisations.
    pub fn batch_norms(&self) -> impl Iterator<Item = &BatchNorm> {
        self.steps.iter().filter_map(|step| match step {
            Step::Convolution(layer) => layer.norm.as_ref(),
            _ => None,
        })
    }

    /// The layers whose outputs [`forward`](Self::forward) shows, in order.
    pub fn layers(&self) -> Vec<LayerInfo> {
        self.layers.clone()
    }

    /// Runs the network and returns the logits, `[classes]`. `observe` is shown the output of every layer, in the order of
    /// [`layers`](Self::layers); it may do nothing.
    ///
    /// # Shapes
    /// - x: [C, 1, H, W]
    pub fn forward<'n, B: Backend<'n>>(
        &'n self,
        backend: &mut B,
        x: B::Tensor,
        mut observe: impl FnMut(usize, &mut B, &B::Tensor),
    ) -> B::Tensor {
        self.forward_with(backend, x, &mut |backend, layer, _, x| backend.convolution(layer, x), &mut observe)
    }

    /// The same, with `convolve` in the place of convolutions: it is given each with the number of its step. Neither is generic, so that
    /// the pass is compiled once for each backend.
    pub(crate) fn forward_with<'n, B: Backend<'n>>(
        &'n self,
        backend: &mut B,
        x: B::Tensor,
        convolve: Convolve<'_, 'n, B>,
        observe: Observe<'_, 'n, B>,
    ) -> B::Tensor {
        let mut x = x;
        for (at, step) in self.steps.iter().enumerate() {
            x = match step {
                Step::Lifting(layer) => backend.group_attention(&layer.attention, &x),
                Step::Transformer(layer) => layer.forward(backend, x),
                Step::Convolution(layer) => {
                    let y = convolve(backend, &layer.convolution, at, &x);
                    layer.behind(backend, y)
                }
                Step::MaxPool(layer) => backend.max_pool(*layer, &x),
                Step::Classifier(layer) => backend.linear(layer, &x),
            };
            observe(at, backend, &x);
            x = step.behind(backend, x);
        }
        backend.readout(&x)
    }

    /// What attention layer `index` was given in [`forward`](Self::forward), made of what `forward` was given and of the output
    /// that it showed of one layer, `shown(layer)`.
    ///
    /// # Shapes
    /// - x: [C, 1, H, W]
    ///
    /// # Panics
    /// Where there is no such attention layer.
    pub fn attention_input<'n, B: Backend<'n>>(
        &'n self,
        backend: &mut B,
        index: usize,
        x: B::Tensor,
        shown: impl FnOnce(usize) -> B::Tensor,
    ) -> B::Tensor {
        if index == 0 {
            return x;
        }
        let mut steps = self.steps.iter().enumerate().filter_map(|(at, step)| match step {
            Step::Transformer(layer) if layer.attention.index == index => Some((at, layer)),
            _ => None,
        });
        let (at, layer) = steps.next().expect("an attention layer of this network");
        let before = at - 1;
        let x = self.steps[before].behind(backend, shown(before));
        layer.attention_input(backend, &x)
    }
}

impl Step {
    /// What the next step is given, of what views are shown of this one.
    fn behind<'n, B: Backend<'n>>(&'n self, backend: &mut B, x: B::Tensor) -> B::Tensor {
        match self {
            Step::Lifting(layer) => backend.norm(&layer.norm, &x, true),
            Step::Convolution(layer) if layer.dropout > 0.0 => backend.dropout(layer.dropout, x),
            _ => x,
        }
    }
}

impl ConvolutionLayer {
    fn behind<'n, B: Backend<'n>>(&'n self, backend: &mut B, y: B::Tensor) -> B::Tensor {
        match &self.norm {
            Some(norm) => backend.batch_norm(norm, &y),
            None => y,
        }
    }
}

impl TransformerLayer {
    fn attention_input<'n, B: Backend<'n>>(&'n self, backend: &mut B, x: &B::Tensor) -> B::Tensor {
        backend.norm(&self.norm_in, x, true)
    }

    fn forward<'n, B: Backend<'n>>(&'n self, backend: &mut B, x: B::Tensor) -> B::Tensor {
        let inner = self.attention_input(backend, &x);
        let attended = backend.group_attention(&self.attention, &inner);
        let attended = backend.norm(&self.norm_attention, &attended, true);
        let shortcut = match &self.shortcut {
            Some(linear) => backend.linear(linear, &x),
            None => x,
        };
        let y = backend.add_cropped(&attended, &shortcut, self.crop);
        let hidden = backend.linear(&self.mlp_in, &y);
        let hidden = backend.norm(&self.norm_hidden, &hidden, true);
        let out = backend.linear(&self.mlp_out, &hidden);
        let out = backend.norm(&self.norm_out, &out, false);
        let y = backend.add_cropped(&out, &y, 0);
        match &self.norm_between {
            Some(norm) => backend.norm(norm, &y, true),
            None => y,
        }
    }
}
