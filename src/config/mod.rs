//! The validated description of a network, and one constructor per published configuration.

mod convolutional;
mod exactness;
mod limits;
mod walk;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, quoted};
use crate::group::Group;

pub use crate::layers::{PoolRule, QueryRule};
pub use convolutional::ConvolutionConfig;
pub(crate) use walk::{Stage, What};

/// How the group argument of the encoding is formed, and on which side the group acts on offsets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum IndexRule {
    /// ρ(A_h⁻¹Δ, h⁻¹ĥ): exactly equivariant.
    #[default]
    Exact,
    /// What the paper's official code computes: ρ(A_hΔ, a combination of h, h~ and ĥ). Not exactly equivariant. Group elements
    /// are named as in `Exact` all the same: where the official code says h, the network's maps here have h⁻¹. Frames have no such
    /// embedding, so for them it is the same as `Exact`.
    Published,
}

/// Whether relative positions turn along with the group element that looks at them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PositionRule {
    /// ρ(A_h⁻¹Δ, …): the one place where the group acts, and all that makes the network equivariant to turns.
    #[default]
    Turning,
    /// ρ(Δ, …) for every element: a network that is broken on purpose, to show what the acting is for.
    Still,
}

impl PositionRule {
    fn is_turning(&self) -> bool {
        *self == Self::Turning
    }
}

/// The group of a network as it stands in a model file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupConfig {
    /// n of `C_n` or `D_n`.
    pub rotations: u32,
    /// `D_n` rather than `C_n`.
    pub mirrors: bool,
}

/// Description of a network. Obtain one from a constructor or [`Config::from_json`]: both validate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Name, such as `r4_sa`.
    pub name: String,
    /// The group.
    pub group: GroupConfig,
    /// Input picture: channels, rows, columns.
    pub input: [usize; 3],
    /// Subtracted from every pixel …
    pub input_mean: f32,
    /// … which is then divided by this.
    pub input_std: f32,
    /// Output classes.
    pub classes: usize,
    /// Channels after the lifting layer.
    pub channels: usize,
    /// Attention heads of every attention layer; in a network of convolutions 0, as everything below that attention has.
    pub heads: usize,
    /// Side of the attention window, odd; 0 for global attention.
    pub window: usize,
    /// Transformer layers per block; blocks are separated by max-pooling, which halves rows and columns.
    pub blocks: Vec<usize>,
    /// Growth of the channels per block.
    pub expansion: Vec<usize>,
    /// Pixels cropped from each side, per transformer layer.
    pub crop: Vec<usize>,
    /// Norm and Swish after every transformer layer.
    pub norm_between_layers: bool,
    /// A further max-pooling behind the last block.
    pub pool_after_last_block: bool,
    /// Index rule of the encodings.
    pub index: IndexRule,
    /// Query elements summed over.
    pub query: QueryRule,
    /// Whether positions turn along with group elements; a file that does not say so means that they do.
    #[serde(default, skip_serializing_if = "PositionRule::is_turning")]
    pub positions: PositionRule,
    /// What becomes of a last odd row or column in max-pooling; a file that does not say so means that it is left out.
    #[serde(default, skip_serializing_if = "is_floor")]
    pub pool: PoolRule,
    /// Convolutions, in the place of all attention; a file that does not say so has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub convolutions: Vec<ConvolutionConfig>,
}

fn is_floor(rule: &PoolRule) -> bool {
    *rule == PoolRule::Floor
}

/// The data set that a published network is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dataset {
    RotMnist,
    Cifar10,
    Pcam,
}

impl Config {
    /// A published network by name: `z2_sa`, `r4_sa`, `r8_sa`, `r12_sa`, `r16_sa`, `z2m_sa`, `r4m_sa` (rotMNIST, 5×5), and the
    /// same with the prefix `cifar10_` or `pcam_` (5×5). `exact` index rule, `centred` pooling. Or one of this project's own, for rotMNIST:
    /// `r4f_sa` and `r8f_sa`, whose group elements are [frames](QueryRule::PerFrame). Or one of convolutions to compare with, for rotMNIST:
    /// `z2_cnn` and `r4_cnn`.
    ///
    /// # Errors
    /// [`Error::Config`] with the known names.
    pub fn named(name: &str) -> Result<Self> {
        let unknown = || {
            Error::Config(format!(
                "no network is called `{name}`: try z2_sa, r4_sa, r8_sa, r12_sa, r16_sa, z2m_sa or r4m_sa, \
                 for other data with cifar10_ or pcam_ before it, or r4f_sa, r8f_sa, z2_cnn or r4_cnn"
            ))
        };
        let (dataset, rest) = match name.split_once('_').ok_or_else(unknown)? {
            ("cifar10", rest) => (Dataset::Cifar10, rest),
            ("pcam", rest) => (Dataset::Pcam, rest),
            _ => (Dataset::RotMnist, name),
        };
        let (rotations, mirrors) = match rest {
            "z2_sa" => (1, false),
            "r4_sa" => (4, false),
            "r8_sa" => (8, false),
            "r12_sa" => (12, false),
            "r16_sa" => (16, false),
            "z2m_sa" => (1, true),
            "r4m_sa" => (4, true),
            "r4f_sa" if dataset == Dataset::RotMnist => (4, false),
            "r8f_sa" if dataset == Dataset::RotMnist => (8, false),
            "z2_cnn" if dataset == Dataset::RotMnist => (1, false),
            "r4_cnn" if dataset == Dataset::RotMnist => (4, false),
            _ => return Err(unknown()),
        };
        let group = GroupConfig { rotations, mirrors };
        let mut config = match rest {
            // Of about the same cost, or size, as each other in the paper that they are from.
            "z2_cnn" => Self::seven_layers(name, group, 20),
            "r4_cnn" => Self::seven_layers(name, group, 19),
            "r4f_sa" | "r8f_sa" => Self::published(name, dataset, group, 5).in_frames(),
            _ => Self::published(name, dataset, group, 5),
        };
        if dataset == Dataset::RotMnist {
            // MNIST's own mean and deviation.
            (config.input_mean, config.input_std) = (0.1307, 0.3081);
        }
        config.validated()
    }

    /// A network under the names of the official code, with its rules of index and pooling: groups z2, p4, p8, p12, p16, mz2, p4m; data sets
    /// rotmnist, cifar10, pcam; `patch` 0 for global attention.
    ///
    /// # Errors
    /// [`Error::Config`] for unknown names or an even patch.
    pub fn official(group: &str, dataset: &str, patch: usize) -> Result<Self> {
        let (rotations, mirrors) = match group {
            "z2" => (1, false),
            "p4" => (4, false),
            "p8" => (8, false),
            "p12" => (12, false),
            "p16" => (16, false),
            "mz2" => (1, true),
            "p4m" => (4, true),
            _ => {
                return Err(Error::Config(format!(
                    "no group is called `{group}`: use z2, p4, p8, p12, p16, mz2 or p4m"
                )));
            }
        };
        let kind = match dataset.to_ascii_lowercase().as_str() {
            "rotmnist" => Dataset::RotMnist,
            "cifar10" => Dataset::Cifar10,
            "pcam" => Dataset::Pcam,
            _ => {
                return Err(Error::Config(format!("no data set is called `{dataset}`: use rotmnist, cifar10 or pcam")));
            }
        };
        let name = format!("{group}_{}_patch{patch}", dataset.to_ascii_lowercase());
        let mut config = Self::published(&name, kind, GroupConfig { rotations, mirrors }, patch);
        (config.index, config.pool) = (IndexRule::Published, PoolRule::Floor);
        config.validated()
    }

    fn published(name: &str, dataset: Dataset, group: GroupConfig, window: usize) -> Self {
        let rotmnist = Self {
            name: name.to_owned(),
            group,
            input: [1, 28, 28],
            input_mean: 0.0,
            input_std: 1.0,
            classes: 10,
            channels: 20,
            heads: 9,
            window,
            blocks: vec![2, 3],
            expansion: vec![1, 1],
            crop: vec![2, 0, 2, 1, 1],
            norm_between_layers: false,
            pool_after_last_block: false,
            index: IndexRule::Exact,
            query: QueryRule::All,
            positions: PositionRule::Turning,
            pool: PoolRule::Centred,
            convolutions: vec![],
        };
        match dataset {
            Dataset::RotMnist => rotmnist,
            Dataset::Cifar10 => Self {
                input: [3, 32, 32],
                channels: 96,
                blocks: vec![2, 2, 2],
                expansion: vec![1, 2, 1],
                crop: vec![0; 6],
                norm_between_layers: true,
                ..rotmnist
            },
            Dataset::Pcam => Self {
                input: [3, 96, 96],
                classes: 2,
                channels: 12,
                blocks: vec![0, 1, 2, 1],
                expansion: vec![1, 2, 2, 2],
                crop: vec![0, 2, 1, 1],
                norm_between_layers: true,
                pool_after_last_block: true,
                ..rotmnist
            },
        }
    }

    /// Attention by frames costs so much less that all parameters can go into what pays: the picture is halved right behind the
    /// lifting layer, and 1×1 layers mix the group elements.
    fn in_frames(self) -> Self {
        let (blocks, expansion, crop) = (vec![0, 2, 2], vec![1, 1, 1], vec![0, 1, 0, 0]);
        Self { heads: 8, blocks, expansion, crop, query: QueryRule::PerFrame, ..self }
    }

    /// The same network with another attention window (odd; 0 for global attention).
    ///
    /// # Errors
    /// [`Error::Config`] for an even window, or one with which the network is larger than networks may be.
    pub fn with_window(mut self, window: usize) -> Result<Self> {
        self.window = window;
        self.validated()
    }

    /// The same network with another index rule.
    pub fn with_index(mut self, index: IndexRule) -> Self {
        self.index = index;
        self
    }

    /// The same network with another query rule.
    pub fn with_query(mut self, query: QueryRule) -> Self {
        self.query = query;
        self
    }

    /// The same network with another rule of pooling.
    pub fn with_pool(mut self, pool: PoolRule) -> Self {
        self.pool = pool;
        self
    }

    /// The same network with positions that turn along, or are held still.
    pub fn with_positions(mut self, positions: PositionRule) -> Self {
        self.positions = positions;
        self
    }

    /// Reads and validates the JSON form.
    ///
    /// # Errors
    /// [`Error::Config`] for what is not such a description, or one that can't be built.
    pub fn from_json(json: &str) -> Result<Self> {
        serde_json::from_str::<Self>(json)
            .map_err(|e| Error::Config(format!("not a network description: {}", quoted(&e.to_string()))))?
            .validated()
    }

    /// The JSON form.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("strings, numbers and lists always have a JSON form")
    }

    /// The group.
    ///
    /// # Panics
    /// Never for a validated configuration.
    pub fn group(&self) -> Group {
        let GroupConfig { rotations, mirrors } = self.group;
        if mirrors { Group::dihedral(rotations) } else { Group::cyclic(rotations) }.expect("validated")
    }

    /// Input shape: channels, rows, columns.
    pub fn input_shape(&self) -> [usize; 3] {
        self.input
    }

    /// Number of classes.
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// Name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Checks everything that building and running the network relies on.
    ///
    /// # Errors
    /// [`Error::Config`] that names the first field at fault.
    pub fn validated(self) -> Result<Self> {
        let bad = |message: String| Err(Error::Config(message));
        let GroupConfig { rotations, mirrors } = self.group;
        let group = if mirrors { Group::dihedral(rotations)? } else { Group::cyclic(rotations)? };
        if self.name.len() > 200 || self.name.contains(char::is_control) {
            return bad("the name is longer than 200 bytes or has control characters".into());
        }
        within("input channels", self.input[0], 1, limits::CHANNELS)?;
        within("input rows", self.input[1], 1, limits::SIDE)?;
        within("input columns", self.input[2], 1, limits::SIDE)?;
        within("classes", self.classes, 1, limits::CLASSES)?;
        let standardised = [0.0, 1.0].map(self.standardise());
        if !(self.input_std > 0.0 && standardised.iter().all(|x| x.abs() <= 1e6)) {
            return bad("input_std must be positive, and pixels within ±1000000 after input_mean and input_std".into());
        }
        if self.is_convolutional() {
            self.check_convolutions()?;
        } else {
            self.check_attention()?;
        }
        limits::check(&self, group.order())?;
        Ok(self)
    }

    /// Checks what a network with attention relies on, beside what all do.
    fn check_attention(&self) -> Result<()> {
        let bad = |message: String| Err(Error::Config(message));
        within("channels", self.channels, 8, limits::CHANNELS)?;
        within("heads", self.heads, 1, limits::HEADS)?;
        // Larger offsets lead from no pixel to another.
        within("window", self.window, 0, 2 * self.input[1].max(self.input[2]) - 1)?;
        if self.window != 0 && self.window.is_multiple_of(2) {
            return bad(format!("window is {}: it must be odd, or 0 for global attention", self.window));
        }
        if !self.channels.is_multiple_of(4) {
            return bad(format!(
                "channels is {}: it must be a multiple of 4 (half for rows, half for columns)",
                self.channels
            ));
        }
        within("blocks", self.blocks.len(), 1, limits::LAYERS)?;
        if self.blocks.iter().any(|&b| b > limits::LAYERS) {
            return bad(format!("a block has more than {} layers", limits::LAYERS));
        }
        let layers: usize = self.blocks.iter().sum();
        within("transformer layers", layers, 1, limits::LAYERS)?;
        if self.expansion.len() != self.blocks.len() {
            return bad(format!("expansion has {} entries for {} blocks", self.expansion.len(), self.blocks.len()));
        }
        if self.crop.len() != layers {
            return bad(format!("crop has {} entries for {layers} transformer layers", self.crop.len()));
        }
        if let Some(e) = self.expansion.iter().find(|e| !(1..=8).contains(*e)) {
            return bad(format!("an expansion is {e}: it must be from 1 to 8"));
        }
        Ok(())
    }

    /// From pixels of 0 to 1 to what the network is fed.
    pub(crate) fn standardise(&self) -> impl Fn(f32) -> f32 + Copy + Send + Sync + use<> {
        let Self { input_mean, input_std, .. } = *self;
        move |pixel| (pixel - input_mean) / input_std
    }

    /// The window of relative offsets of an attention layer that sees `rows`×`cols` pixels.
    pub(crate) fn window_at(&self, rows: usize, cols: usize) -> [usize; 2] {
        if self.window == 0 { [2 * rows - 1, 2 * cols - 1] } else { [self.window; 2] }
    }
}

/// Refuses a value out of bounds.
fn within(what: &str, value: usize, low: usize, high: usize) -> Result<()> {
    if (low..=high).contains(&value) {
        return Ok(());
    }
    Err(Error::Config(format!("{what} is {value}: it must be from {low} to {high}")))
}
