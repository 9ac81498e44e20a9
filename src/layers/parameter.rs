//! What is learnt: where each parameter lies, what it is to its layer, and how it starts.

/// A parameter tensor: where it lies in the flat list of all parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Name in the model file, such as `layers.0.attention.query.weight`.
    pub name: String,
    /// Shape.
    pub shape: Vec<usize>,
    /// Position of its first number in the flat list.
    pub offset: usize,
    /// What it is to its layer.
    pub role: Role,
    /// How it starts before training.
    pub init: Init,
}

impl Parameter {
    /// Number of numbers.
    pub fn len(&self) -> usize {
        self.shape.iter().product()
    }

    /// Whether it follows the gradient; else it is a statistic of what was learnt.
    pub fn is_learnt(&self) -> bool {
        !matches!(self.role, Role::Mean | Role::Variance)
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

/// What a parameter is to its layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The weight of a 1×1 layer: `[outputs, inputs]`, or `[outputs, N, inputs]` where it mixes group elements.
    Weight(Place),
    /// ψ of a convolution: `[outputs, inputs, N in, side, side]`.
    Filter,
    /// The bias of a 1×1 layer: `[outputs]`.
    Bias(Place),
    /// What a norm multiplies with: `[channels]`.
    Gain,
    /// What a norm adds: `[channels]`.
    Shift,
    /// The embedding of relative group elements: `[N, dim]`.
    GroupEmbedding,
    /// The mean of a channel over what was learnt: kept by training, not learnt.
    Mean,
    /// Its variance, likewise.
    Variance,
}

/// Where a 1×1 layer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Query, key or value: its outputs are the channels of one head after another.
    IntoHeads,
    /// Behind the heads: its inputs are their channels, one head after another.
    FromHeads,
    /// In the network that encodes a coordinate.
    Encoding,
    /// Among feature maps: shortcut, W₁, W₂, classifier.
    Maps,
}
