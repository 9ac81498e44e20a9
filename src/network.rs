//! The network: which layers there are, where their parameters lie, and the forward pass, written once over [`Backend`].

mod builder;
mod cost;

use std::sync::Arc;

use crate::backend::Backend;
use crate::config::{Config, QueryRule};
use crate::encoding::RelativePositions;

pub use cost::Cost;

/// A parameter tensor: where it lies in the flat list of all parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Name in the model file, such as `layers.0.attention.query.weight`.
    pub name: String,
    /// Shape.
    pub shape: Vec<usize>,
    /// Position of its first number in the flat list.
    pub offset: usize,
    /// How it starts before training.
    pub init: Init,
}

impl Parameter {
    /// Number of numbers.
    pub fn len(&self) -> usize {
        self.shape.iter().product()
    }

    /// Never, for a valid configuration.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// How a parameter starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Init {
    /// Normal with this deviation.
    Normal(f32),
    /// A constant.
    Constant(f32),
}

/// A 1×1 layer: `y[o, h] = Σ_i weight[o, i] x[i, h] + bias[o]` for each group element h by itself; or, where it mixes them,
/// `y[o, h] = Σ_ĥ Σ_i weight[o, h⁻¹ĥ, i] x[i, ĥ] + bias[o]`, which commutes with the group too.
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    /// Channels in.
    pub inputs: usize,
    /// Channels out.
    pub outputs: usize,
    /// Offset of `weight [outputs, inputs]`, or `[outputs, N, inputs]`.
    pub weight: usize,
    /// Offset of `bias [outputs]`.
    pub bias: Option<usize>,
    /// Set where it mixes group elements.
    pub mixing: Option<Mixing>,
}

/// How a 1×1 layer mixes group elements.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixing {
    /// Number of group elements N.
    pub elements: usize,
    /// `[N, N]` (h, ĥ) → index of h⁻¹ĥ.
    pub quotient: Arc<[u32]>,
}

impl Linear {
    /// How many group elements one product takes in: all of them where it mixes them, else 1.
    pub fn mixed(&self) -> usize {
        self.mixing.as_ref().map_or(1, |mixing| mixing.elements)
    }

    /// Number of weights.
    pub fn weights(&self) -> usize {
        self.outputs * self.mixed() * self.inputs
    }

    /// The layer as a matrix on `[C · N, H · W]`, or on `[C, N · H · W]` where it does not mix: calls `f` with row, column and the
    /// place of its weight behind [`weight`](Self::weight).
    pub fn for_each_weight(&self, mut f: impl FnMut(usize, usize, usize)) {
        let n = self.mixed();
        for (o, h) in (0..self.outputs).flat_map(|o| (0..n).map(move |h| (o, h))) {
            for (i, key) in (0..self.inputs).flat_map(|i| (0..n).map(move |key| (i, key))) {
                let quotient = self.mixing.as_ref().map_or(0, |mixing| mixing.quotient[h * n + key] as usize);
                f(o * n + h, i * n + key, (o * n + quotient) * self.inputs + i);
            }
        }
    }
}

/// Normalisation over channels, group elements and pixels together, then an affine map per channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Norm {
    /// Channels.
    pub channels: usize,
    /// Offset of `weight [channels]`.
    pub weight: usize,
    /// Offset of `bias [channels]`.
    pub bias: usize,
}

/// The network 1 → [`EncodingNet::HIDDEN`] → norm → Swish → `dim` that encodes one coordinate of a relative position.
#[derive(Clone, Debug, PartialEq)]
pub struct EncodingNet {
    /// Channels of the encoding.
    pub dim: usize,
    /// 1 → hidden.
    pub first: Linear,
    /// Over the hidden channels.
    pub norm: Norm,
    /// hidden → dim.
    pub second: Linear,
}

impl EncodingNet {
    /// Hidden channels.
    pub const HIDDEN: usize = 16;
}

/// The group part of a group attention layer's encoding.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupEncoding {
    /// Channels of the embedding.
    pub dim: usize,
    /// Offset of `group_embedding [N, dim]`.
    pub embedding: usize,
    /// `[N, N, N]` (h, h~, ĥ) → row of the embedding.
    pub index: Arc<[u32]>,
}

/// A lifting or group self-attention layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Attention {
    /// Position among the attention layers of the network; 0 is the lifting layer.
    pub index: usize,
    /// Heads.
    pub heads: usize,
    /// Channels per head.
    pub dim: usize,
    /// Pixel rows and columns of the layer's input and output.
    pub size: [usize; 2],
    /// Group elements of the input: 1 for the lifting layer.
    pub elements_in: usize,
    /// Group elements of the output.
    pub elements_out: usize,
    /// Which query and key elements take part (no choice in the lifting layer).
    pub queries: QueryRule,
    /// Query projection; heads one after another, `dim` channels each.
    pub query: Linear,
    /// Key projection.
    pub key: Linear,
    /// Value projection.
    pub value: Linear,
    /// Back from the heads' outputs.
    pub out: Linear,
    /// Encoding of relative rows.
    pub row: EncodingNet,
    /// Encoding of relative columns.
    pub col: EncodingNet,
    /// Encoding of relative group elements; none in the lifting layer, and none where each element is a frame of its own.
    pub group: Option<GroupEncoding>,
    /// What each group element sees at each offset.
    pub positions: Arc<RelativePositions>,
}

impl Attention {
    /// Whether this is the lifting layer, from pictures to functions on the group.
    pub fn is_lifting(&self) -> bool {
        self.index == 0
    }

    /// Groups of elements that have nothing to do with each other: as many as elements, or 1.
    pub fn frames(&self) -> usize {
        if !self.is_lifting() && self.queries == QueryRule::PerFrame { self.elements_out } else { 1 }
    }

    /// 1/√C_in, the published scale of the scores.
    pub fn scale(&self) -> f64 {
        1.0 / (self.query.inputs as f64).sqrt()
    }

    /// Whether every output element has a single query and a single key element, so that softmaxes have nothing to share.
    pub fn is_apart(&self) -> bool {
        self.frames() > 1 || (self.elements_in, self.elements_out) == (1, 1)
    }

    /// The query elements h~ that output element `h` sums over.
    pub fn query_elements(&self, h: usize) -> std::ops::Range<usize> {
        match self.queries {
            _ if self.is_lifting() => 0..1,
            QueryRule::All => 0..self.elements_in,
            QueryRule::Own | QueryRule::PerFrame => h..h + 1,
        }
    }

    /// The key elements ĥ that output element `h` attends to.
    pub fn key_elements(&self, h: usize) -> std::ops::Range<usize> {
        if self.frames() == 1 { 0..self.elements_in } else { h..h + 1 }
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

/// One step behind the lifting layer.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A transformer layer.
    Transformer(Box<TransformerLayer>),
    /// 2×2 max-pooling.
    MaxPool,
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
    /// Lifting self-attention.
    pub lifting: Attention,
    /// Behind it, with Swish.
    pub norm_lifting: Norm,
    /// Transformer layers and poolings.
    pub steps: Vec<Step>,
    /// To one map per class.
    pub classifier: Linear,
    parameters: Vec<Parameter>,
    input: [usize; 3],
}

impl Network {
    /// Lays out the network that a validated configuration describes.
    pub fn new(config: &Config) -> Self {
        builder::Builder::new(config).network()
    }

    /// All parameters, in the order of the flat list.
    pub fn parameters(&self) -> &[Parameter] {
        &self.parameters
    }

    /// Length of the flat list of parameters.
    pub fn parameter_count(&self) -> usize {
        self.parameters.iter().map(Parameter::len).sum()
    }

    /// All attention layers, the lifting layer first.
    pub fn attention_layers(&self) -> impl Iterator<Item = &Attention> {
        std::iter::once(&self.lifting).chain(self.steps.iter().filter_map(|step| match step {
            Step::Transformer(layer) => Some(&layer.attention),
            Step::MaxPool => None,
        }))
    }

    /// The layers whose outputs [`forward`](Self::forward) shows, in order.
    pub fn layers(&self) -> Vec<LayerInfo> {
        let elements = self.lifting.elements_out;
        let mut size = [self.input[1], self.input[2]];
        let mut channels = self.lifting.out.outputs;
        let mut layers = vec![LayerInfo { name: "lifting".into(), channels, elements, size, attention: Some(0) }];
        let mut pools = 0;
        for step in &self.steps {
            let (name, attention) = match step {
                Step::Transformer(layer) => {
                    size = size.map(|n| n - 2 * layer.crop);
                    channels = layer.mlp_out.outputs;
                    (format!("layer {}", layer.attention.index), Some(layer.attention.index))
                }
                Step::MaxPool => {
                    size = size.map(|n| n / 2);
                    pools += 1;
                    (format!("pool {pools}"), None)
                }
            };
            layers.push(LayerInfo { name, channels, elements, size, attention });
        }
        layers.push(LayerInfo {
            name: "classes".into(),
            channels: self.classifier.outputs,
            elements,
            size,
            attention: None,
        });
        layers
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
        let mut shown = 0;
        let mut show = |backend: &mut B, x: &B::Tensor| {
            observe(shown, backend, x);
            shown += 1;
        };
        let mut x = backend.lifting_attention(&self.lifting, &x);
        show(backend, &x);
        x = backend.norm(&self.norm_lifting, &x, true);
        for step in &self.steps {
            x = match step {
                Step::Transformer(layer) => layer.forward(backend, x),
                Step::MaxPool => backend.max_pool(&x),
            };
            show(backend, &x);
        }
        x = backend.linear(&self.classifier, &x);
        show(backend, &x);
        backend.readout(&x)
    }
}

impl TransformerLayer {
    fn forward<'n, B: Backend<'n>>(&'n self, backend: &mut B, x: B::Tensor) -> B::Tensor {
        let inner = backend.norm(&self.norm_in, &x, true);
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
