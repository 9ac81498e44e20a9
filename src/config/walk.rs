//! The one walk over what a description is made of: blocks, crops and pools.

use super::{Config, limits};
use crate::error::{Error, Result};
use crate::layers::{cropped, pooled};

/// A layer of the network that is described, and the maps before and behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stage {
    pub(crate) what: What,
    /// Channels before and behind.
    pub(crate) channels: [usize; 2],
    /// Rows and columns before.
    pub(crate) before: [usize; 2],
    /// Rows and columns behind.
    pub(crate) behind: [usize; 2],
}

/// What a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// From the picture to functions on the group.
    Lifting,
    /// A transformer layer, which crops so many pixels from each side.
    Transformer { crop: usize },
    /// Max-pooling by two.
    MaxPool,
    /// To one map per class.
    Classifier,
    /// A convolution, of which there are others before and behind; the last one gives the maps of the classes.
    Convolution(usize),
}

impl Config {
    /// All stages, in the order in which a picture passes through them.
    ///
    /// # Errors
    /// [`Error::Config`] where a crop or a pool has nothing left to work on.
    pub(crate) fn stages(&self) -> Result<Vec<Stage>> {
        if self.is_convolutional() {
            return self.convolution_stages();
        }
        let [inputs, rows, cols] = self.input;
        let (mut channels, mut size, mut layer) = (self.channels, [rows, cols], 0);
        let mut stages = vec![Stage { what: What::Lifting, channels: [inputs, channels], before: size, behind: size }];
        for (block, &layers) in self.blocks.iter().enumerate() {
            for in_block in 0..layers {
                let grown = if in_block == 0 { channels.saturating_mul(self.expansion[block]) } else { channels };
                let crop = self.crop[layer];
                if size.iter().any(|&side| side <= 2 * crop.min(limits::SIDE)) {
                    return Err(Error::Config(format!(
                        "crop {crop} of layer {layer} leaves nothing of {}×{} pixels",
                        size[0], size[1]
                    )));
                }
                let (what, behind) = (What::Transformer { crop }, cropped(size, crop));
                stages.push(Stage { what, channels: [channels, grown], before: size, behind });
                (channels, size, layer) = (grown, behind, layer + 1);
            }
            if block + 1 < self.blocks.len() || self.pool_after_last_block {
                let behind = pooled(size);
                if behind.contains(&0) {
                    return Err(Error::Config(format!(
                        "nothing is left to pool after block {block}: {}×{} pixels",
                        size[0], size[1]
                    )));
                }
                stages.push(Stage { what: What::MaxPool, channels: [channels; 2], before: size, behind });
                size = behind;
            }
        }
        let channels = [channels, self.classes];
        stages.push(Stage { what: What::Classifier, channels, before: size, behind: size });
        Ok(stages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_walked_in_the_order_of_the_pass() {
        let stages = Config::named("r4_sa").unwrap().stages().unwrap();
        let layer = |crop, before: usize| Stage {
            what: What::Transformer { crop },
            channels: [20, 20],
            before: [before; 2],
            behind: [before - 2 * crop; 2],
        };
        let at = |what, channels, before: usize, behind: usize| Stage {
            what,
            channels,
            before: [before; 2],
            behind: [behind; 2],
        };
        let expected = [
            at(What::Lifting, [1, 20], 28, 28),
            layer(2, 28),
            layer(0, 24),
            at(What::MaxPool, [20, 20], 24, 12),
            layer(2, 12),
            layer(1, 8),
            layer(1, 6),
            at(What::Classifier, [20, 10], 4, 4),
        ];
        assert_eq!(stages, expected);
    }

    #[test]
    fn channels_grow_in_the_first_layer_of_a_block_and_not_in_an_empty_one() {
        let config = Config::named("pcam_r4m_sa").unwrap();
        let channels: Vec<_> = config.stages().unwrap().iter().map(|stage| stage.channels[1]).collect();
        // Blocks of 0, 1, 2 and 1 layers, each with a pool behind it.
        assert_eq!(channels, [12, 12, 24, 24, 48, 48, 48, 96, 96, 2]);
    }

    #[test]
    fn what_leaves_nothing_is_refused() {
        let config = Config::named("z2_sa").unwrap();
        let cropped = Config { crop: vec![2, 12, 0, 0, 0], ..config.clone() };
        assert!(cropped.stages().unwrap_err().to_string().contains("crop 12 of layer 1 leaves nothing of 24×24"));
        let pooled = Config { input: [1, 5, 28], ..config };
        assert!(pooled.stages().unwrap_err().to_string().contains("nothing is left to pool after block 0: 1×24"));
    }
}
