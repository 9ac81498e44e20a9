//! The network: which layers there are, where their parameters lie, and the forward pass, written once over [`Backend`].

use std::sync::Arc;

use crate::backend::Backend;
use crate::config::{Config, IndexRule, QueryRule};
use crate::encoding::RelativePositions;

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

/// A 1×1 layer: `y[o] = Σ_i weight[o, i] x[i] + bias[o]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    /// Channels in.
    pub inputs: usize,
    /// Channels out.
    pub outputs: usize,
    /// Offset of `weight [outputs, inputs]`.
    pub weight: usize,
    /// Offset of `bias [outputs]`.
    pub bias: Option<usize>,
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
    /// Which query elements are summed over (no choice in the lifting layer).
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
    /// Encoding of relative group elements; none in the lifting layer.
    pub group: Option<GroupEncoding>,
    /// What each group element sees at each offset.
    pub positions: Arc<RelativePositions>,
}

impl Attention {
    /// Whether this is the lifting layer, from pictures to functions on the group.
    pub fn is_lifting(&self) -> bool {
        self.group.is_none()
    }

    /// 1/√C_in, the published scale of the scores.
    pub fn scale(&self) -> f64 {
        1.0 / (self.query.inputs as f64).sqrt()
    }

    /// The query elements h~ that output element `h` sums over.
    pub fn query_elements(&self, h: usize) -> std::ops::Range<usize> {
        match self.queries {
            _ if self.is_lifting() => 0..1,
            QueryRule::All => 0..self.elements_in,
            QueryRule::Own => h..h + 1,
        }
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
    /// W₁.
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
        Builder::new(config).network()
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

/// Lays out layers and their parameters in the order of the forward pass.
struct Builder<'c> {
    config: &'c Config,
    parameters: Vec<Parameter>,
    offset: usize,
    attention_layers: usize,
}

/// The published "whitening" scale of 1×1 layers: deviation √2 / √fan_in.
const WHITENING: f32 = std::f32::consts::SQRT_2;

impl<'c> Builder<'c> {
    fn new(config: &'c Config) -> Self {
        Self { config, parameters: vec![], offset: 0, attention_layers: 0 }
    }

    fn network(mut self) -> Network {
        let config = self.config;
        let order = config.group().order();
        let mut size = [config.input[1], config.input[2]];
        let mut channels = config.channels;
        let lifting = self.attention("lifting", config.input[0], channels, size, 1);
        let norm_lifting = self.norm("lifting_norm", channels);
        let (mut steps, mut crops, mut layer) = (vec![], config.crop.iter(), 0);
        for (block, &length) in config.blocks.iter().enumerate() {
            let grown = channels * config.expansion[block];
            for _ in 0..length {
                let crop = *crops.next().expect("validated: one crop per layer");
                steps.push(Step::Transformer(Box::new(self.transformer(layer, channels, grown, size, order, crop))));
                size = size.map(|n| n - 2 * crop);
                channels = grown;
                layer += 1;
            }
            if block + 1 < config.blocks.len() || config.pool_after_last_block {
                steps.push(Step::MaxPool);
                size = size.map(|n| n / 2);
            }
        }
        let classifier = self.classifier(channels, config.classes, size);
        Network { lifting, norm_lifting, steps, classifier, parameters: self.parameters, input: config.input }
    }

    fn transformer(
        &mut self,
        layer: usize,
        inputs: usize,
        outputs: usize,
        size: [usize; 2],
        order: usize,
        crop: usize,
    ) -> TransformerLayer {
        let name = |part: &str| format!("layers.{layer}.{part}");
        TransformerLayer {
            norm_in: self.norm(&name("norm_in"), inputs),
            attention: self.attention(&name("attention"), inputs, outputs, size, order),
            norm_attention: self.norm(&name("norm_attention"), outputs),
            shortcut: (inputs != outputs).then(|| self.linear(&name("shortcut"), inputs, outputs, true)),
            crop,
            mlp_in: self.linear(&name("mlp_in"), outputs, outputs / 2, true),
            norm_hidden: self.norm(&name("norm_hidden"), outputs / 2),
            mlp_out: self.linear(&name("mlp_out"), outputs / 2, outputs, true),
            norm_out: self.norm(&name("norm_out"), outputs),
            norm_between: self.config.norm_between_layers.then(|| self.norm(&name("norm_between"), outputs)),
        }
    }

    /// A lifting layer where `elements_in` is 1 and nothing was laid out before, a group attention layer otherwise.
    fn attention(&mut self, name: &str, inputs: usize, outputs: usize, size: [usize; 2], elements_in: usize) -> Attention {
        let config = self.config;
        let (group, dim, heads) = (config.group(), outputs / 2, config.heads);
        let index = self.attention_layers;
        self.attention_layers += 1;
        let lifting = index == 0;
        // The published split of a head's channels: thirds for row and column, the rest for the group; halves when lifting.
        let encoding_dim = if lifting { dim / 2 } else { dim / 3 };
        let part = |part: &str| format!("{name}.{part}");
        Attention {
            index,
            heads,
            dim,
            size,
            elements_in,
            elements_out: group.order(),
            queries: config.query,
            query: self.linear(&part("query"), inputs, dim * heads, true),
            key: self.linear(&part("key"), inputs, dim * heads, true),
            value: self.linear(&part("value"), inputs, dim * heads, true),
            out: self.linear(&part("out"), dim * heads, outputs, true),
            row: self.encoding(&part("row"), encoding_dim),
            col: self.encoding(&part("col"), encoding_dim),
            group: (!lifting).then(|| {
                let (n, dim) = (group.order(), dim - 2 * encoding_dim);
                GroupEncoding {
                    dim,
                    embedding: self.add(part("group_embedding"), vec![n, dim], Init::Normal(1.0)),
                    index: match config.index {
                        IndexRule::Published => group.published_table().iter().map(|&i| i as u32).collect(),
                        IndexRule::Exact => {
                            let quotient = group.quotient_table();
                            (0..n * n * n).map(|i| quotient[i / (n * n) * n + i % n] as u32).collect()
                        }
                    },
                }
            }),
            positions: Arc::new(RelativePositions::new(&group, config.window_at(size[0], size[1]), config.index)),
        }
    }

    fn encoding(&mut self, name: &str, dim: usize) -> EncodingNet {
        EncodingNet {
            dim,
            first: self.encoding_first(&format!("{name}.first")),
            norm: self.norm(&format!("{name}.norm"), EncodingNet::HIDDEN),
            second: self.linear(&format!("{name}.second"), EncodingNet::HIDDEN, dim, true),
        }
    }

    /// The readout sums over pixels. So that the first logits are of size 1 all the same, weights start smaller by the number of
    /// pixels than the published ones (whose first loss is about 100).
    fn classifier(&mut self, inputs: usize, outputs: usize, size: [usize; 2]) -> Linear {
        let deviation = WHITENING / (inputs as f32).sqrt() / (size[0] * size[1]) as f32;
        let weight = self.add("classifier.weight".into(), vec![outputs, inputs], Init::Normal(deviation));
        Linear { inputs, outputs, weight, bias: None }
    }

    /// Unlike the published initialisation, biases do not start at 0: the norm behind this layer would then see nothing but the
    /// sign of an offset, and at offset 0 nothing at all, with gradients of 10⁶.
    fn encoding_first(&mut self, name: &str) -> Linear {
        let outputs = EncodingNet::HIDDEN;
        Linear {
            inputs: 1,
            outputs,
            weight: self.add(format!("{name}.weight"), vec![outputs, 1], Init::Normal(WHITENING)),
            bias: Some(self.add(format!("{name}.bias"), vec![outputs], Init::Normal(0.5))),
        }
    }

    fn linear(&mut self, name: &str, inputs: usize, outputs: usize, bias: bool) -> Linear {
        let deviation = WHITENING / (inputs as f32).sqrt();
        Linear {
            inputs,
            outputs,
            weight: self.add(format!("{name}.weight"), vec![outputs, inputs], Init::Normal(deviation)),
            bias: bias.then(|| self.add(format!("{name}.bias"), vec![outputs], Init::Constant(0.0))),
        }
    }

    fn norm(&mut self, name: &str, channels: usize) -> Norm {
        Norm {
            channels,
            weight: self.add(format!("{name}.weight"), vec![channels], Init::Constant(1.0)),
            bias: self.add(format!("{name}.bias"), vec![channels], Init::Constant(0.0)),
        }
    }

    fn add(&mut self, name: String, shape: Vec<usize>, init: Init) -> usize {
        let offset = self.offset;
        self.offset += shape.iter().product::<usize>();
        self.parameters.push(Parameter { name, shape, offset, init });
        offset
    }
}
