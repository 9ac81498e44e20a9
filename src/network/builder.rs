//! Lays out layers and their parameters.

use std::sync::Arc;

use super::{ConvolutionLayer, LayerInfo, LiftingLayer, Network, Step, TransformerLayer};
use crate::config::{Config, IndexRule, PositionRule, QueryRule, Stage, What};
use crate::encoding::RelativePositions;
use crate::layers::{
    Attention, BatchNorm, Convolution, EncodingNet, GroupEncoding, Init, Linear, MaxPool, Mixing, Norm, Parameter,
    Place, Role, taps,
};

/// Lays out layers and their parameters in the order of the forward pass.
pub(super) struct Builder<'c> {
    config: &'c Config,
    parameters: Vec<Parameter>,
    offset: usize,
    attention_layers: usize,
}

/// The published "whitening" scale of 1×1 layers: deviation √2 / √fan_in.
const WHITENING: f32 = std::f32::consts::SQRT_2;

impl<'c> Builder<'c> {
    pub(super) fn new(config: &'c Config) -> Self {
        Self { config, parameters: vec![], offset: 0, attention_layers: 0 }
    }

    pub(super) fn network(mut self) -> Network {
        let order = self.config.group().order();
        let (mut steps, mut layers, mut pools) = (vec![], vec![], 0);
        for stage in self.config.stages().expect("a validated description can be built") {
            let Stage { what, channels: [inputs, outputs], before, behind } = stage;
            let (step, name, attention) = match what {
                What::Lifting => {
                    let attention = self.attention("lifting", inputs, outputs, before, 1);
                    let layer = LiftingLayer { attention, norm: self.norm("lifting_norm", outputs) };
                    (Step::Lifting(Box::new(layer)), "lifting".to_owned(), Some(0))
                }
                What::Transformer { crop } => {
                    let layer = self.transformer(inputs, outputs, before, order, crop);
                    let index = layer.attention.index;
                    (Step::Transformer(Box::new(layer)), format!("layer {index}"), Some(index))
                }
                What::Convolution(at) => {
                    let name = match at {
                        _ if at + 1 == self.config.convolutions.len() => "classes".to_owned(),
                        0 => "lifting".to_owned(),
                        _ => format!("layer {at}"),
                    };
                    let layer = self.convolution(at, [inputs, outputs], before, if at == 0 { 1 } else { order });
                    (Step::Convolution(Box::new(layer)), name, None)
                }
                What::MaxPool => {
                    pools += 1;
                    (Step::MaxPool(MaxPool::new(self.config.pool, before)), format!("pool {pools}"), None)
                }
                What::Classifier => {
                    (Step::Classifier(self.classifier(inputs, outputs, before)), "classes".to_owned(), None)
                }
            };
            steps.push(step);
            layers.push(LayerInfo { name, channels: outputs, elements: order, size: behind, attention });
        }
        Network { steps, parameters: self.parameters, layers }
    }

    /// He's initialisation: deviation √2 / √fan_in. The norm behind makes it indifferent, and has a bias.
    fn convolution(
        &mut self,
        at: usize,
        [inputs, outputs]: [usize; 2],
        size: [usize; 2],
        elements_in: usize,
    ) -> ConvolutionLayer {
        let (group, config) = (self.config.group(), &self.config.convolutions[at]);
        let (side, padding) = (config.side, config.padding);
        let name = |part: &str| format!("convolutions.{at}.{part}");
        let shape = vec![outputs, inputs, elements_in, side, side];
        let fan_in: usize = shape[1..].iter().product();
        let deviation = WHITENING / (fan_in as f32).sqrt();
        let convolution = Convolution {
            inputs,
            outputs,
            elements_in,
            elements_out: group.order(),
            side,
            padding,
            size,
            weight: self.add(name("weight"), shape, Role::Filter, Init::Normal(deviation)),
            taps: taps(&group, elements_in, side, self.config.positions == PositionRule::Turning),
        };
        let norm = config.norm.then(|| self.batch_norm(&name("norm"), outputs));
        ConvolutionLayer { convolution, norm, dropout: config.dropout }
    }

    fn batch_norm(&mut self, name: &str, channels: usize) -> BatchNorm {
        let mut add =
            |part: &str, role, start| self.add(format!("{name}.{part}"), vec![channels], role, Init::Constant(start));
        BatchNorm {
            channels,
            weight: add("weight", Role::Gain, 1.0),
            bias: add("bias", Role::Shift, 0.0),
            mean: add("mean", Role::Mean, 0.0),
            variance: add("variance", Role::Variance, 1.0),
        }
    }

    fn transformer(
        &mut self,
        inputs: usize,
        outputs: usize,
        size: [usize; 2],
        order: usize,
        crop: usize,
    ) -> TransformerLayer {
        // The lifting layer is the first attention layer.
        let layer = self.attention_layers - 1;
        let name = |part: &str| format!("layers.{layer}.{part}");
        TransformerLayer {
            norm_in: self.norm(&name("norm_in"), inputs),
            attention: self.attention(&name("attention"), inputs, outputs, size, order),
            norm_attention: self.norm(&name("norm_attention"), outputs),
            shortcut: (inputs != outputs).then(|| self.linear(&name("shortcut"), inputs, outputs, Place::Maps)),
            crop,
            mlp_in: self.mixing(&name("mlp_in"), outputs, outputs / 2),
            norm_hidden: self.norm(&name("norm_hidden"), outputs / 2),
            mlp_out: self.mixing(&name("mlp_out"), outputs / 2, outputs),
            norm_out: self.norm(&name("norm_out"), outputs),
            norm_between: self.config.norm_between_layers.then(|| self.norm(&name("norm_between"), outputs)),
        }
    }

    /// A lifting layer where `elements_in` is 1 and nothing was laid out before, a group attention layer otherwise.
    fn attention(
        &mut self,
        name: &str,
        inputs: usize,
        outputs: usize,
        size: [usize; 2],
        elements_in: usize,
    ) -> Attention {
        let config = self.config;
        let (group, dim, heads) = (config.group(), outputs / 2, config.heads);
        let index = self.attention_layers;
        self.attention_layers += 1;
        let lifting = index == 0;
        // The published split of a head's channels: thirds for row and column, the rest for the group; halves without one.
        let grouped = !lifting && config.query != QueryRule::PerFrame;
        let encoding_dim = if grouped { dim / 3 } else { dim / 2 };
        let part = |part: &str| format!("{name}.{part}");
        Attention {
            index,
            heads,
            dim,
            size,
            elements_in,
            elements_out: group.order(),
            queries: config.query,
            query: self.linear(&part("query"), inputs, dim * heads, Place::IntoHeads),
            key: self.linear(&part("key"), inputs, dim * heads, Place::IntoHeads),
            value: self.linear(&part("value"), inputs, dim * heads, Place::IntoHeads),
            out: self.linear(&part("out"), dim * heads, outputs, Place::FromHeads),
            row: self.encoding(&part("row"), encoding_dim),
            col: self.encoding(&part("col"), encoding_dim),
            group: grouped.then(|| {
                let (n, dim) = (group.order(), dim - 2 * encoding_dim);
                GroupEncoding {
                    dim,
                    embedding: self.add(part("group_embedding"), vec![n, dim], Role::GroupEmbedding, Init::Normal(1.0)),
                    index: match config.index {
                        IndexRule::Published => group.published_index().into(),
                        IndexRule::Exact => {
                            let quotient = group.quotient_table();
                            (0..n * n * n).map(|i| quotient[i / (n * n) * n + i % n] as u32).collect()
                        }
                    },
                }
            }),
            positions: Arc::new(match config.positions {
                PositionRule::Turning => RelativePositions::new(&group, config.window_at(size[0], size[1])),
                PositionRule::Still => RelativePositions::held_still(&group, config.window_at(size[0], size[1])),
            }),
        }
    }

    fn encoding(&mut self, name: &str, dim: usize) -> EncodingNet {
        EncodingNet {
            dim,
            first: self.encoding_first(&format!("{name}.first")),
            norm: self.norm(&format!("{name}.norm"), EncodingNet::HIDDEN),
            second: self.linear(&format!("{name}.second"), EncodingNet::HIDDEN, dim, Place::Encoding),
        }
    }

    /// The readout sums over pixels. So that the first logits are of size 1 all the same, weights start smaller by the number of
    /// pixels than the published ones (whose first loss is about 100).
    fn classifier(&mut self, inputs: usize, outputs: usize, size: [usize; 2]) -> Linear {
        let deviation = WHITENING / (inputs as f32).sqrt() / (size[0] * size[1]) as f32;
        let role = Role::Weight(Place::Maps);
        let weight = self.add("classifier.weight".into(), vec![outputs, inputs], role, Init::Normal(deviation));
        Linear { inputs, outputs, weight, bias: None, mixing: None }
    }

    /// Unlike the published initialisation, biases do not start at 0: the norm behind this layer would then see nothing but the
    /// sign of an offset, and at offset 0 nothing at all, with gradients of 10⁶.
    fn encoding_first(&mut self, name: &str) -> Linear {
        let (outputs, place) = (EncodingNet::HIDDEN, Place::Encoding);
        let weight = self.weight(name, vec![outputs, 1], place);
        let bias = self.add(format!("{name}.bias"), vec![outputs], Role::Bias(place), Init::Normal(0.5));
        Linear { inputs: 1, outputs, weight, bias: Some(bias), mixing: None }
    }

    fn linear(&mut self, name: &str, inputs: usize, outputs: usize, place: Place) -> Linear {
        let weight = self.weight(name, vec![outputs, inputs], place);
        Linear { inputs, outputs, weight, bias: Some(self.bias(name, outputs, place)), mixing: None }
    }

    /// A 1×1 layer that mixes group elements where attention does not.
    fn mixing(&mut self, name: &str, inputs: usize, outputs: usize) -> Linear {
        if self.config.query != QueryRule::PerFrame {
            return self.linear(name, inputs, outputs, Place::Maps);
        }
        let group = self.config.group();
        let elements = group.order();
        let weight = self.weight(name, vec![outputs, elements, inputs], Place::Maps);
        let quotient = group.quotient_table().iter().map(|&i| i as u32).collect();
        let bias = Some(self.bias(name, outputs, Place::Maps));
        Linear { inputs, outputs, weight, bias, mixing: Some(Mixing { elements, quotient }) }
    }

    /// The weight of a 1×1 layer, `[outputs, …]`.
    fn weight(&mut self, name: &str, shape: Vec<usize>, place: Place) -> usize {
        let fan_in: usize = shape[1..].iter().product();
        let deviation = WHITENING / (fan_in as f32).sqrt();
        self.add(format!("{name}.weight"), shape, Role::Weight(place), Init::Normal(deviation))
    }

    fn bias(&mut self, name: &str, outputs: usize, place: Place) -> usize {
        self.add(format!("{name}.bias"), vec![outputs], Role::Bias(place), Init::Constant(0.0))
    }

    fn norm(&mut self, name: &str, channels: usize) -> Norm {
        Norm {
            channels,
            weight: self.add(format!("{name}.weight"), vec![channels], Role::Gain, Init::Constant(1.0)),
            bias: self.add(format!("{name}.bias"), vec![channels], Role::Shift, Init::Constant(0.0)),
        }
    }

    fn add(&mut self, name: String, shape: Vec<usize>, role: Role, init: Init) -> usize {
        let offset = self.offset;
        self.offset += shape.iter().product::<usize>();
        self.parameters.push(Parameter { name, shape, offset, role, init });
        offset
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_those_that_names_and_shapes_tell() {
        let mut seen = std::collections::HashSet::new();
        for name in ["z2_sa", "r4m_sa", "r8f_sa", "cifar10_z2m_sa", "r4_cnn"] {
            let network = Network::new(&Config::named(name).unwrap());
            for p in network.parameters() {
                let (owner, field) = p.name.rsplit_once('.').unwrap();
                let part = owner.rsplit('.').next().unwrap();
                let place = match part {
                    "query" | "key" | "value" => Place::IntoHeads,
                    "out" => Place::FromHeads,
                    "first" | "second" => Place::Encoding,
                    _ => Place::Maps,
                };
                let expected = match (field, part.contains("norm")) {
                    ("group_embedding", _) => Role::GroupEmbedding,
                    ("mean", true) => Role::Mean,
                    ("variance", true) => Role::Variance,
                    ("weight", false) if owner.starts_with("convolutions") => Role::Filter,
                    ("weight", true) => Role::Gain,
                    ("bias", true) => Role::Shift,
                    ("weight", false) => Role::Weight(place),
                    _ => Role::Bias(place),
                };
                assert_eq!(p.role, expected, "{}", p.name);
                let dimensions = match p.role {
                    Role::Weight(Place::Maps)
                        if network.attention_layers().any(|layer| layer.queries == QueryRule::PerFrame) =>
                    {
                        2..4
                    }
                    Role::Weight(_) | Role::GroupEmbedding => 2..3,
                    Role::Filter => 5..6,
                    Role::Bias(_) | Role::Gain | Role::Shift | Role::Mean | Role::Variance => 1..2,
                };
                assert!(dimensions.contains(&p.shape.len()), "{} {:?}", p.name, p.shape);
                seen.insert(format!("{:?}", p.role));
            }
        }
        assert_eq!(seen.len(), 14, "{seen:?}");
    }
}
