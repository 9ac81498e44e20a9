//! Group self-attention, of which the lifting layer is the case of one query and one key element.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{EncodingNet, Linear};
use crate::encoding::RelativePositions;

/// Which query elements h~ a group attention layer sums over, and which key elements ĥ they attend to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QueryRule {
    /// All queries and keys: the paper's operator, N³ work.
    #[default]
    All,
    /// Only h~ = h, and all keys: exactly equivariant as well, N² work.
    Own,
    /// Only h~ = ĥ = h: each group element is a frame of its own, in which attention is that of pixels at offsets A_h⁻¹Δ. The
    /// elements meet in the 1×1 layers behind it, which then have a weight for each h⁻¹ĥ. Exactly equivariant too, N work.
    PerFrame,
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
    pub fn query_elements(&self, h: usize) -> Range<usize> {
        match self.queries {
            _ if self.is_lifting() => 0..1,
            QueryRule::All => 0..self.elements_in,
            QueryRule::Own | QueryRule::PerFrame => h..h + 1,
        }
    }

    /// The key elements ĥ that output element `h` attends to.
    pub fn key_elements(&self, h: usize) -> Range<usize> {
        if self.frames() == 1 { 0..self.elements_in } else { h..h + 1 }
    }
}
