//! 1×1 layers.

use std::sync::Arc;

/// A 1×1 layer: `y[o, h] = Σ_i weight[o, i] x[i, h] + bias[o]` for each group element h by itself; or, where it mixes them,
/// `y[o, h] = Σ_ĥ Σ_i weight[o, h⁻¹ĥ, i] x[i, ĥ] + bias[o]`, which commutes with the group too.
#[derive(Clone, Debug, PartialEq)]
pub struct Linear {
    /// Channels in.
    pub inputs: usize,
    /// Channels out.
    pub outputs: usize,
    /// Offset of `weight [outputs, inputs]`, or `[outputs, N, inputs]`.
    pub weight: usize,
    /// Offset of `bias [outputs]`.
    pub bias: Option<usize>,
    /// Set where it mixes group elements.
    pub mixing: Option<Mixing>,
}

/// How a 1×1 layer mixes group elements.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixing {
    /// Number of group elements N.
    pub elements: usize,
    /// `[N, N]` (h, ĥ) → index of h⁻¹ĥ.
    pub quotient: Arc<[u32]>,
}

impl Linear {
    /// How many group elements one product takes in: all of them where it mixes them, else 1.
    pub fn mixed(&self) -> usize {
        self.mixing.as_ref().map_or(1, |mixing| mixing.elements)
    }

    /// Number of weights.
    pub fn weights(&self) -> usize {
        self.outputs * self.mixed() * self.inputs
    }

    /// The layer as a matrix on `[C · N, H · W]`, or on `[C, N · H · W]` where it does not mix: calls `f` with row, column and the
    /// place of its weight behind [`weight`](Self::weight).
    pub fn for_each_weight(&self, mut f: impl FnMut(usize, usize, usize)) {
        let n = self.mixed();
        for (o, h) in (0..self.outputs).flat_map(|o| (0..n).map(move |h| (o, h))) {
            for (i, key) in (0..self.inputs).flat_map(|i| (0..n).map(move |key| (i, key))) {
                let quotient = self.mixing.as_ref().map_or(0, |mixing| mixing.quotient[h * n + key] as usize);
                f(o * n + h, i * n + key, (o * n + quotient) * self.inputs + i);
            }
        }
    }
}
