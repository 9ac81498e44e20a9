//! Attention of one head for one tile of queries, forward and backward, without an attention tensor.
//!
//! With a = q·k (content), b = q·ρ(Δ) (position, itself a sum over row and column) and c = q·emb (group),
//!
//! ```text
//! p(h, g; x', m) = e^a(g; x', m) · e^b(h, g; x') · e^c(h, g; m) / Z(h, g)
//! ```
//!
//! for output element h, query element g and key element m at offset x': each factor is exponentiated on its own, with its own
//! maximum subtracted. Queries are scaled by log₂e, so that every score is a power of two. Where the maxima lie so far apart that
//! the product underflows, the tile is done again with the sum exponentiated (`DIRECT`).
//!
//! Natively everything is inlined into the one function that has the instruction set switched on. Browsers compile wasm function
//! by function and run out of registers in large ones, so there each pass over the keys stays a function of its own.

mod factors;
pub(super) mod lanes;
mod softmax;

use factors::Factors;
#[cfg(feature = "train")]
use lanes::table_backward;
use lanes::{load, store};
#[cfg(feature = "train")]
use softmax::ScoreGradient;
use softmax::{Normaliser, ZAlone};

use super::blocks::{self, KeyList};
use super::geometry::{self, Geometry};
use crate::backend::cpu::real::Real as _;
use crate::backend::cpu::scratch::Scratch;
use crate::backend::cpu::simd::Vector;
use crate::layers::Attention;

/// Planes and tables of one head.
#[derive(Clone, Copy)]
pub(super) struct Head<'a, T> {
    /// `[dim, elements in, plane]`
    pub(super) query: &'a [T],
    /// `[dim, elements in, plane]`
    pub(super) key: &'a [T],
    /// `[dim, elements in, plane]`
    pub(super) value: &'a [T],
    /// `[plane]`: 0 at pixels, hugely negative elsewhere.
    pub(super) mask: &'a [T],
    /// Row encodings `[distinct rows, row dim]`.
    pub(super) rows: &'a [T],
    /// Column encodings `[distinct columns, column dim]`.
    pub(super) cols: &'a [T],
    /// Group embedding `[elements, group dim]`; empty in the lifting layer.
    pub(super) group: &'a [T],
}

/// Gradients of a [`Head`]'s planes and, lane by lane, of its tables.
#[cfg(feature = "train")]
pub(super) struct HeadGradient<'a, V: Vector> {
    /// `[dim, elements in, plane]`
    pub(super) query: &'a mut [V::Scalar],
    /// `[dim, elements in, plane]`
    pub(super) key: &'a mut [V::Scalar],
    /// `[dim, elements in, plane]`
    pub(super) value: &'a mut [V::Scalar],
    /// As [`Head::rows`].
    pub(super) rows: &'a mut [V],
    /// As [`Head::cols`].
    pub(super) cols: &'a mut [V],
    /// As [`Head::group`].
    pub(super) group: &'a mut [V],
}

/// Everything that one tile needs, allocated once per layer.
pub(super) struct Tile<'a, V: Vector> {
    layer: &'a Attention,
    geometry: &'a Geometry,
    /// Query elements and key elements.
    inputs: usize,
    outputs: usize,
    factors: Factors<'a, V>,
    normaliser: Normaliser<V>,
    keys: KeyList,
    /// What queries are scaled by.
    scale: V,
    /// `[g, dim]`, scaled.
    queries: Scratch<V>,
    /// `[key, h]`: Σ_g p.
    weights: Scratch<V>,
    /// `[h, dim]`
    out: Scratch<V>,
    #[cfg(feature = "train")]
    backward: Option<Backward<V>>,
}

/// What only the backward pass needs.
#[cfg(feature = "train")]
struct Backward<V: Vector> {
    /// `[h, dim]`
    dout: Scratch<V>,
    scores: ScoreGradient<V>,
    /// `[g, dim]`
    dquery: Scratch<V>,
}

impl<'a, V: Vector> Tile<'a, V> {
    pub(super) fn new(layer: &'a Attention, geometry: &'a Geometry) -> Self {
        let (inputs, outputs, dim) = (layer.elements_in, layer.elements_out, layer.dim);
        let zeros = |n: usize| Scratch::filled(n, V::zero());
        Self {
            layer,
            geometry,
            inputs,
            outputs,
            factors: Factors::new(layer, geometry),
            normaliser: Normaliser::new(inputs, outputs),
            keys: KeyList::new(geometry.most_offsets(), inputs, inputs, geometry.plane),
            scale: V::splat(V::Scalar::of(layer.scale() * std::f64::consts::LOG2_E)),
            queries: zeros(inputs * dim),
            weights: zeros(geometry.most_offsets() * inputs * outputs),
            out: zeros(outputs * dim),
            #[cfg(feature = "train")]
            backward: None,
        }
    }

    /// Writes the head's output for the tile's lanes into `out [dim, elements out, plane]`.
    #[inline(always)]
    pub(super) fn forward(&mut self, head: Head<'_, V::Scalar>, tile: &geometry::Tile, out: &mut [V::Scalar]) {
        self.prepare(head, tile);
        match self.inputs {
            1 => self.attend_lifting(head),
            4 if V::SPECIALISED => self.attend::<4>(head),
            _ => self.attend::<0>(head),
        }
        self.write_out(head, tile, out);
    }

    /// The factors of the tile's scores.
    #[inline(always)]
    fn prepare(&mut self, head: Head<'_, V::Scalar>, tile: &geometry::Tile) {
        self.factors.visit(tile, self.geometry, &mut self.keys);
        self.load_queries(head, tile);
        self.factors.score(&self.queries, head, &self.keys);
        self.factors.exponentiate(self.keys.len());
    }

    /// The scores again as they are, and what is to be subtracted from their sums.
    fn prepare_directly(&mut self, head: Head<'_, V::Scalar>) {
        #[cfg(all(test, feature = "train"))]
        super::tests::DONE_DIRECTLY.set(super::tests::DONE_DIRECTLY.get() + 1);
        self.factors.score(&self.queries, head, &self.keys);
        self.factors.spread();
        self.factors.view().largest(self.inputs, &mut self.normaliser.shift);
    }

    /// [`attend`](Self::attend) for a single element, of which there is no sum.
    #[inline(always)]
    fn attend_lifting(&mut self, head: Head<'_, V::Scalar>) {
        if !softmax::lift(self.factors.view(), &mut self.weights) {
            self.attend_directly(head);
        }
    }

    /// The sums of probabilities over the query elements.
    #[inline(always)]
    fn attend<const N: usize>(&mut self, head: Head<'_, V::Scalar>) {
        let n = self.inputs;
        if softmax::normalise::<V, _, N, false>(self.factors.view(), n, &mut self.normaliser, &mut ZAlone) {
            softmax::weigh::<V, N, false>(self.factors.view(), n, &mut self.normaliser, &mut self.weights);
        } else {
            self.attend_directly(head);
        }
    }

    /// [`attend`](Self::attend) with the sum of the scores exponentiated.
    fn attend_directly(&mut self, head: Head<'_, V::Scalar>) {
        let n = self.inputs;
        self.prepare_directly(head);
        softmax::normalise::<V, _, 0, true>(self.factors.view(), n, &mut self.normaliser, &mut ZAlone);
        softmax::weigh::<V, 0, true>(self.factors.view(), n, &mut self.normaliser, &mut self.weights);
    }

    /// As [`attend`](Self::attend), and the gradients of the scores.
    #[cfg(feature = "train")]
    #[inline(always)]
    fn attend_backward<const N: usize>(&mut self, head: Head<'_, V::Scalar>, scores: &mut ScoreGradient<V>) {
        let n = self.inputs;
        if softmax::normalise::<V, _, N, false>(self.factors.view(), n, &mut self.normaliser, scores) {
            softmax::backward::<V, N, false>(self.factors.view(), n, &mut self.normaliser, scores, &mut self.weights);
        } else {
            self.prepare_directly(head);
            softmax::normalise::<V, _, 0, true>(self.factors.view(), n, &mut self.normaliser, scores);
            softmax::backward::<V, 0, true>(self.factors.view(), n, &mut self.normaliser, scores, &mut self.weights);
        }
    }

    /// out[h] = Σ_{x',m} (Σ_g p[h, g]) v[x', m], written to `out [dim, elements out, plane]`.
    #[inline(always)]
    fn write_out(&mut self, head: Head<'_, V::Scalar>, tile: &geometry::Tile, out: &mut [V::Scalar]) {
        blocks::gather(&self.weights, self.outputs, head.value, self.keys.view(), &mut self.out);
        let dim = self.layer.dim;
        for h in 0..self.outputs {
            for c in 0..dim {
                store(out, (c * self.outputs + h) * self.geometry.plane + tile.start, self.out[h * dim + c]);
            }
        }
    }

    /// Adds to the gradients what the tile's lanes contribute, given the gradient `dout [dim, elements out, plane]` of the
    /// head's output, which is zero where there is no pixel. Writes the head's output again, as [`forward`](Self::forward).
    #[cfg(feature = "train")]
    #[inline(always)]
    pub(super) fn backward(
        &mut self,
        head: Head<'_, V::Scalar>,
        tile: &geometry::Tile,
        dout: &[V::Scalar],
        out: &mut [V::Scalar],
        gradient: &mut HeadGradient<'_, V>,
    ) {
        self.prepare(head, tile);
        let mut own = self.backward.take().unwrap_or_else(|| {
            let (inputs, outputs, dim) = (self.inputs, self.outputs, self.layer.dim);
            Backward {
                dout: Scratch::filled(outputs * dim, V::zero()),
                scores: ScoreGradient::new(inputs, outputs, self.factors.sizes(), self.weights.len()),
                dquery: Scratch::filled(inputs * dim, V::zero()),
            }
        });
        for h in 0..self.outputs {
            for c in 0..self.layer.dim {
                let from = (c * self.outputs + h) * self.geometry.plane + tile.start;
                own.dout[h * self.layer.dim + c] = load(dout, from);
            }
        }
        // out[h] = Σ p[h] v  ⇒  dp[h] = dout[h] · v, the same for every g
        blocks::dots(&own.dout, self.outputs, head.value, self.keys.view(), None, &mut own.scores.dp);
        match self.inputs {
            1 if V::SPECIALISED => self.attend_backward::<1>(head, &mut own.scores),
            4 if V::SPECIALISED => self.attend_backward::<4>(head, &mut own.scores),
            _ => self.attend_backward::<0>(head, &mut own.scores),
        }
        self.write_out(head, tile, out);
        self.scores_backward(head, tile, &mut own, gradient);
        self.backward = Some(own);
    }

    #[inline(always)]
    fn load_queries(&mut self, head: Head<'_, V::Scalar>, tile: &geometry::Tile) {
        let (dim, plane) = (self.layer.dim, self.geometry.plane);
        for g in 0..self.inputs {
            for c in 0..dim {
                let x: V = load(head.query, (c * self.inputs + g) * plane + tile.start);
                self.queries[g * dim + c] = x.mul(self.scale);
            }
        }
    }

    /// From the gradients of scores to those of planes and tables.
    #[cfg(feature = "train")]
    #[inline(always)]
    fn scores_backward(
        &mut self,
        head: Head<'_, V::Scalar>,
        tile: &geometry::Tile,
        own: &mut Backward<V>,
        gradient: &mut HeadGradient<'_, V>,
    ) {
        let (inputs, dim, plane) = (self.inputs, self.layer.dim, self.geometry.plane);
        let (keys, grid) = (self.keys.view(), [tile.cols().len(), self.inputs]);
        // Gradients of scores are those of powers of e.
        for q in &mut *self.queries {
            *q = q.mul(V::splat(V::Scalar::of(std::f64::consts::LN_2)));
        }
        // out = Σ weights v  ⇒  dv += Σ_h weights dout
        blocks::scatter(&self.weights, self.outputs, &own.dout, gradient.value, keys, grid);
        // a = q · k  ⇒  dk += da q, dq = Σ da k
        blocks::scatter(&own.scores.content, inputs, &self.queries, gradient.key, keys, grid);
        blocks::gather(&own.scores.content, inputs, head.key, keys, &mut own.dquery);
        let [row, col, group] = encoding_dims(self.layer);
        let scale = V::splat(V::Scalar::of(self.layer.scale()));
        for g in 0..inputs {
            let q = &self.queries[g * dim..(g + 1) * dim];
            let dq = &mut own.dquery[g * dim..(g + 1) * dim];
            let (q_row, rest) = q.split_at(row);
            let (q_col, q_group) = rest.split_at(col);
            let (dq_row, rest) = dq.split_at_mut(row);
            let (dq_col, dq_group) = rest.split_at_mut(col);
            table_backward(q_row, head.rows, &own.scores.rows[g..], inputs, dq_row, gradient.rows);
            table_backward(q_col, head.cols, &own.scores.cols[g..], inputs, dq_col, gradient.cols);
            if group != 0 {
                table_backward(q_group, head.group, &own.scores.group[g..], inputs, dq_group, gradient.group);
            }
            for (c, x) in dq.iter().enumerate() {
                store(gradient.query, (c * inputs + g) * plane + tile.start, x.mul(scale));
            }
        }
    }
}

/// How a head's channels are shared out: row, column, group.
pub(super) fn encoding_dims(layer: &Attention) -> [usize; 3] {
    [layer.row.dim, layer.col.dim, layer.group.as_ref().map_or(0, |g| g.dim)]
}
