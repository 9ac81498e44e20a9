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
    /// 2×2 max-pooling.
    MaxPool,
    /// To one map per class.
    Classifier,
}

impl Config {
    /// All stages, in the order in which a picture passes through them.
    ///
    /// # Errors
    /// [`Error::Config`] where a crop or a pool has nothing left to work on.
    pub(crate) fn stages(&self) -> Result<Vec<Stage>> {
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
