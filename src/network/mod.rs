//! The network: which layers there are, where their parameters lie, and the forward pass, written once over [`Backend`].

mod builder;
mod cost;

use crate::config::Config;
use crate::layers::Backend;

pub use crate::layers::{
    Attention, Cost, EncodingNet, GroupEncoding, Init, Linear, MaxPool, Mixing, Norm, Parameter, Place, Role,
};

impl Config {
    /// Number of trainable numbers.
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

/// One step behind the lifting layer.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A transformer layer.
    Transformer(Box<TransformerLayer>),
    /// Max-pooling by two.
    MaxPool(MaxPool),
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
    layers: Vec<LayerInfo>,
}

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

    /// Length of the flat list of parameters.
    pub fn parameter_count(&self) -> usize {
        self.parameters.iter().map(Parameter::len).sum()
    }

    /// All attention layers, the lifting layer first.
    pub fn attention_layers(&self) -> impl Iterator<Item = &Attention> {
        std::iter::once(&self.lifting).chain(self.steps.iter().filter_map(|step| match step {
            Step::Transformer(layer) => Some(&layer.attention),
            Step::MaxPool(_) => None,
        }))
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
        let mut shown = 0;
        let mut show = |backend: &mut B, x: &B::Tensor| {
            observe(shown, backend, x);
            shown += 1;
        };
        let mut x = backend.group_attention(&self.lifting, &x);
        show(backend, &x);
        x = backend.norm(&self.norm_lifting, &x, true);
        for step in &self.steps {
            x = match step {
                Step::Transformer(layer) => layer.forward(backend, x),
                Step::MaxPool(layer) => backend.max_pool(*layer, &x),
            };
            show(backend, &x);
        }
        x = backend.linear(&self.classifier, &x);
        show(backend, &x);
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
        let mut x = shown(at);
        if at == 0 {
            x = backend.norm(&self.norm_lifting, &x, true);
        }
        layer.attention_input(backend, &x)
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
