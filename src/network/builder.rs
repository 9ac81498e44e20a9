//! Lays out layers and their parameters.

use std::sync::Arc;

use super::{
    Attention, EncodingNet, GroupEncoding, Init, Linear, Mixing, Network, Norm, Parameter, Step, TransformerLayer,
};
use crate::config::{Config, IndexRule, QueryRule};
use crate::encoding::RelativePositions;
use crate::group::Group;

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
            query: self.linear(&part("query"), inputs, dim * heads, true),
            key: self.linear(&part("key"), inputs, dim * heads, true),
            value: self.linear(&part("value"), inputs, dim * heads, true),
            out: self.linear(&part("out"), dim * heads, outputs, true),
            row: self.encoding(&part("row"), encoding_dim),
            col: self.encoding(&part("col"), encoding_dim),
            group: grouped.then(|| {
                let (n, dim) = (group.order(), dim - 2 * encoding_dim);
                GroupEncoding {
                    dim,
                    embedding: self.add(part("group_embedding"), vec![n, dim], Init::Normal(1.0)),
                    index: match config.index {
                        IndexRule::Published => published_index(&group),
                        IndexRule::Exact => {
                            let quotient = group.quotient_table();
                            (0..n * n * n).map(|i| quotient[i / (n * n) * n + i % n] as u32).collect()
                        }
                    },
                }
            }),
            positions: Arc::new(RelativePositions::new(&group, config.window_at(size[0], size[1]))),
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
        Linear { inputs, outputs, weight, bias: None, mixing: None }
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
            mixing: None,
        }
    }

    fn linear(&mut self, name: &str, inputs: usize, outputs: usize, bias: bool) -> Linear {
        let deviation = WHITENING / (inputs as f32).sqrt();
        Linear {
            inputs,
            outputs,
            weight: self.add(format!("{name}.weight"), vec![outputs, inputs], Init::Normal(deviation)),
            bias: bias.then(|| self.add(format!("{name}.bias"), vec![outputs], Init::Constant(0.0))),
            mixing: None,
        }
    }

    /// A 1×1 layer that mixes group elements where attention does not.
    fn mixing(&mut self, name: &str, inputs: usize, outputs: usize) -> Linear {
        if self.config.query != QueryRule::PerFrame {
            return self.linear(name, inputs, outputs, true);
        }
        let group = self.config.group();
        let elements = group.order();
        let deviation = WHITENING / ((inputs * elements) as f32).sqrt();
        Linear {
            inputs,
            outputs,
            weight: self.add(format!("{name}.weight"), vec![outputs, elements, inputs], Init::Normal(deviation)),
            bias: Some(self.add(format!("{name}.bias"), vec![outputs], Init::Constant(0.0))),
            mixing: Some(Mixing { elements, quotient: group.quotient_table().iter().map(|&i| i as u32).collect() }),
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

/// The published index, (h, h~, ĥ) → row of the embedding, with elements named as in this crate: the official code evaluates
/// encodings at A_h Δ rather than A_h⁻¹ Δ, so its element h is the inverse of ours, and its maps are permuted.
fn published_index(group: &Group) -> Arc<[u32]> {
    let (n, table) = (group.order(), group.published_table());
    let inverse: Vec<usize> = group.elements().map(|h| group.index_of(group.inverse(h))).collect();
    let official = |i: usize| (inverse[i / (n * n)] * n + inverse[i / n % n]) * n + inverse[i % n];
    (0..n * n * n).map(|i| table[official(i)] as u32).collect()
}
