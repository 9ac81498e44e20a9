//! Networks of convolutions, described layer by layer.

use serde::{Deserialize, Serialize};

use super::{Config, Dataset, GroupConfig, IndexRule, QueryRule, Stage, What, limits};
use crate::error::{Error, Result};
use crate::layers::{check_group, convolved, pooled};

/// A layer of a network of convolutions: the first one lifts, the others are group convolutions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConvolutionConfig {
    /// Channels behind it; of the last one, the classes.
    pub channels: usize,
    /// Rows and columns of the filter.
    pub side: usize,
    /// Zeros round each map.
    #[serde(default)]
    pub padding: usize,
    /// Batch normalisation and ReLU behind it.
    #[serde(default)]
    pub norm: bool,
    /// Share of the numbers that training drops behind it.
    #[serde(default)]
    pub dropout: f32,
    /// Max-pooling behind it, which halves rows and columns.
    #[serde(default)]
    pub pool: bool,
}

impl Config {
    /// Whether its layers are convolutions, and none has attention.
    pub fn is_convolutional(&self) -> bool {
        !self.convolutions.is_empty()
    }

    /// Six layers of 3×3, each normalised, and a filter of 4×4 for each class: the group convolutional networks of Cohen & Welling (2016)
    /// for rotated MNIST.
    pub(super) fn seven_layers(name: &str, group: GroupConfig, channels: usize) -> Self {
        let layer = |dropout, pool| ConvolutionConfig { channels, side: 3, padding: 0, norm: true, dropout, pool };
        let published = Self::published(name, Dataset::RotMnist, group, 0);
        let last = ConvolutionConfig { channels: published.classes, side: 4, norm: false, ..layer(0.0, false) };
        let mut convolutions = vec![layer(0.3, false), layer(0.0, true)];
        convolutions.extend(std::iter::repeat_n(layer(0.3, false), 4));
        convolutions.push(last);
        Self { channels, heads: 0, blocks: vec![], expansion: vec![], crop: vec![], convolutions, ..published }
    }

    /// Checks what a network of convolutions relies on, beside what all do.
    pub(super) fn check_convolutions(&self) -> Result<()> {
        let bad = |message: String| Err(Error::Config(message));
        check_group(&self.group())?;
        let attention = [
            ("heads", self.heads != 0),
            ("window", self.window != 0),
            ("blocks", !self.blocks.is_empty()),
            ("expansion", !self.expansion.is_empty()),
            ("crop", !self.crop.is_empty()),
            ("norm_between_layers", self.norm_between_layers),
            ("pool_after_last_block", self.pool_after_last_block),
            ("index", self.index != IndexRule::Exact),
            ("query", self.query != QueryRule::All),
        ];
        if let Some((field, _)) = attention.iter().find(|(_, is_set)| *is_set) {
            return bad(format!("{field} is for networks with attention, and this one is made of convolutions"));
        }
        if self.convolutions.len() > limits::LAYERS {
            return bad(format!("there are more than {} convolutions", limits::LAYERS));
        }
        for (at, layer) in self.convolutions.iter().enumerate() {
            let ConvolutionConfig { channels, side, padding, dropout, .. } = *layer;
            if !(1..=limits::CHANNELS).contains(&channels) {
                return bad(format!("convolution {at} has {channels} channels: 1 to {}", limits::CHANNELS));
            }
            if !(1..=limits::FILTER).contains(&side) || padding >= side {
                return bad(format!(
                    "convolution {at} has a filter of {side}×{side} and a padding of {padding}: the side must be from 1 to {}, \
                     the padding less",
                    limits::FILTER
                ));
            }
            if !(0.0..=0.95).contains(&dropout) {
                return bad(format!("convolution {at} drops a share of {dropout}: it must be from 0 to 0.95"));
            }
        }
        let [first, last] = [0, self.convolutions.len() - 1].map(|at| self.convolutions[at].channels);
        if first != self.channels || last != self.classes {
            return bad(format!(
                "the first convolution has {first} channels and the last {last}: expected {} (channels) and {} (classes)",
                self.channels, self.classes
            ));
        }
        Ok(())
    }

    /// All stages of a network of convolutions.
    pub(super) fn convolution_stages(&self) -> Result<Vec<Stage>> {
        let [mut channels, rows, cols] = self.input;
        let (mut size, mut stages) = ([rows, cols], vec![]);
        for (at, layer) in self.convolutions.iter().enumerate() {
            let nothing_left = |size: [usize; 2]| {
                let leaves = if layer.pool { "and its pool leave" } else { "leaves" };
                Error::Config(format!("convolution {at} {leaves} nothing of {}×{} pixels", size[0], size[1]))
            };
            if size.iter().any(|&side| side + 2 * layer.padding < layer.side) {
                return Err(nothing_left(size));
            }
            let behind = convolved(size, layer.side, layer.padding);
            stages.push(Stage {
                what: What::Convolution(at),
                channels: [channels, layer.channels],
                before: size,
                behind,
            });
            (channels, size) = (layer.channels, behind);
            if layer.pool {
                let behind = pooled(size);
                if behind.contains(&0) {
                    return Err(nothing_left(size));
                }
                stages.push(Stage { what: What::MaxPool, channels: [channels; 2], before: size, behind });
                size = behind;
            }
        }
        Ok(stages)
    }
}
