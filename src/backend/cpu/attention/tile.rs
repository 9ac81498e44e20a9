//! Attention of one head for one tile of queries, forward and backward, without an attention tensor.
//!
//! With a = q·k (content), b = q·ρ(Δ) (position, itself a sum over row and column) and c = q·emb (group),
//!
//! ```text
//! p(h, g; x', m) = e^a(g; x', m) · e^b(h, g; x') · e^c(h, g; m) / Z(h, g)
//! ```
//!
//! for output element h, query element g and key element m at offset x': each factor is exponentiated on its own, with its own
//! maximum subtracted. Queries are scaled by log₂e, so that every score is a power of two. Where the maxima lie so far apart that the product underflows, the tile is done again with the sum
//! exponentiated (`DIRECT`).

use crate::layers::Real as _;
mod lanes;
mod softmax;

use lanes::{exp_from_max, line, line_mut, load, store, table_backward, table_scores};

use super::blocks::{self, KeyList};
use super::geometry::{self, Geometry};
use crate::backend::cpu::simd::Vector;
use crate::network::Attention;

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
    /// Entries of the group embedding; 1 in the lifting layer, whose group factor is 1.
    entries: usize,
    group_index: &'a [u32],
    /// `[N out, window rows, window cols]`
    seen: Vec<Seen>,
    /// How many offsets of the window the tile visits.
    offsets: usize,
    /// `[offset, h]`: what of `seen` belongs to these.
    seen_here: Vec<Seen>,
    keys: KeyList,
    /// `[g, dim]`, scaled.
    queries: Vec<V>,
    /// `[key, g]`: content scores, then their exponentials.
    content: Vec<V>,
    /// `[g, distinct rows]`, likewise.
    rows: Vec<V>,
    /// `[g, distinct columns]`
    cols: Vec<V>,
    /// `[g, entries]`
    group: Vec<V>,
    /// `[h, g, m]`: the same for few elements.
    group_spread: Vec<V>,
    /// `[h, g]`: 1 / Z.
    inverse: Vec<V>,
    /// `[h, g]`: what is subtracted from the sum of scores, where it is exponentiated as a whole.
    shift: Vec<V>,
    /// `[h, g]`: position factors of one offset.
    position: Vec<V>,
    /// `[key, h]`: Σ_g p.
    weights: Vec<V>,
    /// `[h, dim]`
    out: Vec<V>,
    backward: Backward<V>,
}

/// What only the backward pass needs; empty until then.
struct Backward<V> {
    /// `[h, dim]`
    dout: Vec<V>,
    /// `[key, h]`
    dp: Vec<V>,
    /// `[h, g]`: Σ p dp.
    inner: Vec<V>,
    /// `[2 h, m]`: sums over offsets for one g, of products of factors and of these with dp.
    key_sums: Vec<[V; 2]>,
    /// `[key, g]`
    dcontent: Vec<V>,
    drows: Vec<V>,
    dcols: Vec<V>,
    dgroup: Vec<V>,
    dquery: Vec<V>,
}

impl<V> Backward<V> {
    fn empty() -> Self {
        Self {
            dout: vec![],
            dp: vec![],
            inner: vec![],
            key_sums: vec![],
            dcontent: vec![],
            drows: vec![],
            dcols: vec![],
            dgroup: vec![],
            dquery: vec![],
        }
    }
}

/// Row and column coordinate that element h sees at an offset.
#[derive(Clone, Copy)]
struct Seen {
    row: u32,
    col: u32,
}

impl<'a, V: Vector> Tile<'a, V> {
    pub(super) fn new(layer: &'a Attention, geometry: &'a Geometry) -> Self {
        let (inputs, outputs, dim) = (layer.elements_in, layer.elements_out, layer.dim);
        let positions = &layer.positions;
        let (entries, group_index) = layer.group.as_ref().map_or((1, &[] as &[u32]), |g| (inputs, &g.index));
        let zeros = |n: usize| vec![V::zero(); n];
        let most_keys = geometry.most_offsets() * inputs;
        Self {
            layer,
            geometry,
            inputs,
            outputs,
            entries,
            group_index,
            seen: positions.row_index.iter().zip(&positions.col_index).map(|(&row, &col)| Seen { row, col }).collect(),
            offsets: 0,
            seen_here: vec![],
            keys: KeyList { channel: inputs * geometry.plane, elements: inputs, ..KeyList::default() },
            queries: zeros(inputs * dim),
            content: zeros(most_keys * inputs),
            rows: zeros(inputs * layer.positions.rows.len()),
            cols: zeros(inputs * layer.positions.cols.len()),
            group: zeros(inputs * entries),
            group_spread: zeros(if inputs <= softmax::SPREAD_ELEMENTS { outputs * inputs * inputs } else { 0 }),
            inverse: zeros(outputs * inputs),
            shift: zeros(outputs * inputs),
            position: zeros(outputs * inputs),
            weights: zeros(most_keys * outputs),
            out: zeros(outputs * dim),
            backward: Backward::empty(),
        }
    }

    /// Writes the head's output for the tile's lanes into `out [dim, elements out, plane]`.
    #[inline(always)]
    pub(super) fn forward(&mut self, head: Head<'_, V::Scalar>, tile: &geometry::Tile, out: &mut [V::Scalar]) {
        self.visit(tile);
        self.load_queries(head, tile);
        self.factors(head);
        self.exponentiate();
        match self.inputs {
            1 => self.attend::<1>(head),
            4 => self.attend::<4>(head),
            _ => self.attend::<0>(head),
        }
        self.write_out(head, tile, out);
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
    #[inline(always)]
    pub(super) fn backward(
        &mut self,
        head: Head<'_, V::Scalar>,
        tile: &geometry::Tile,
        dout: &[V::Scalar],
        out: &mut [V::Scalar],
        gradient: &mut HeadGradient<'_, V>,
    ) {
        self.visit(tile);
        self.load_queries(head, tile);
        self.factors(head);
        self.exponentiate();
        self.load_dout(tile, dout);
        // out[h] = Σ p[h] v  ⇒  dp[h] = dout[h] · v, the same for every g
        blocks::dots(&self.backward.dout, self.outputs, head.value, self.keys.view(), None, &mut self.backward.dp);
        match self.inputs {
            1 => self.attend_backward::<1>(head),
            4 => self.attend_backward::<4>(head),
            _ => self.attend_backward::<0>(head),
        }
        self.write_out(head, tile, out);
        self.scores_backward(head, tile, gradient);
    }

    /// Lists the keys that the tile visits.
    #[inline(always)]
    fn visit(&mut self, tile: &geometry::Tile) {
        self.offsets = tile.rows.len() * tile.cols.len();
        self.seen_here.clear();
        let [_, cols] = self.geometry.window;
        let window = self.seen.len() / self.outputs;
        self.keys.offsets.clear();
        self.keys.pixels.clear();
        self.keys.columns = tile.cols.len();
        for row in tile.rows.clone() {
            for col in tile.cols.clone() {
                self.seen_here.extend((0..self.outputs).map(|h| self.seen[h * window + row * cols + col]));
                let at = self.geometry.shifted(tile.start, row, col);
                for m in 0..self.inputs {
                    self.keys.offsets.push(m * self.geometry.plane + at);
                    self.keys.pixels.push(at);
                }
            }
        }
    }

    #[inline(always)]
    fn load_queries(&mut self, head: Head<'_, V::Scalar>, tile: &geometry::Tile) {
        let (dim, plane) = (self.layer.dim, self.geometry.plane);
        let scale = V::splat(V::Scalar::of(self.layer.scale() * std::f64::consts::LOG2_E));
        for g in 0..self.inputs {
            for c in 0..dim {
                let x: V = load(head.query, (c * self.inputs + g) * plane + tile.start);
                self.queries[g * dim + c] = x.mul(scale);
            }
        }
    }

    /// The scores a, b (rows and columns apart) and c.
    #[inline(always)]
    fn factors(&mut self, head: Head<'_, V::Scalar>) {
        blocks::dots(&self.queries, self.inputs, head.key, self.keys.view(), Some(head.mask), &mut self.content);
        let [row, col, group] = encoding_dims(self.layer);
        for g in 0..self.inputs {
            let q = &self.queries[g * self.layer.dim..(g + 1) * self.layer.dim];
            let (q_row, rest) = q.split_at(row);
            let (q_col, q_group) = rest.split_at(col);
            table_scores(q_row, head.rows, line_mut(&mut self.rows, g, self.inputs));
            table_scores(q_col, head.cols, line_mut(&mut self.cols, g, self.inputs));
            let out = line_mut(&mut self.group, g, self.inputs);
            if group == 0 {
                out.fill(V::zero());
            } else {
                table_scores(q_group, head.group, out);
            }
        }
    }

    /// Scores → exponentials, each factor's own maximum subtracted per query.
    #[inline(always)]
    fn exponentiate(&mut self) {
        let (inputs, keys) = (self.inputs, self.keys.offsets.len());
        for g in 0..inputs {
            exp_from_max(&mut self.content[..keys * inputs], g, inputs);
            for table in [&mut self.rows, &mut self.cols, &mut self.group] {
                exp_from_max(line_mut(table, g, inputs), 0, 1);
            }
        }
    }

    /// From the gradients of scores to those of planes and tables.
    #[inline(always)]
    fn scores_backward(
        &mut self,
        head: Head<'_, V::Scalar>,
        tile: &geometry::Tile,
        gradient: &mut HeadGradient<'_, V>,
    ) {
        let (inputs, dim, plane) = (self.inputs, self.layer.dim, self.geometry.plane);
        let keys = self.keys.view();
        let own = &mut self.backward;
        // Gradients of scores are those of powers of e.
        for q in &mut self.queries {
            *q = q.mul(V::splat(V::Scalar::of(std::f64::consts::LN_2)));
        }
        // out = Σ weights v  ⇒  dv += Σ_h weights dout
        blocks::scatter(&self.weights, self.outputs, &own.dout, gradient.value, keys);
        // a = q · k  ⇒  dk += da q, dq = Σ da k
        blocks::scatter(&own.dcontent, inputs, &self.queries, gradient.key, keys);
        blocks::gather(&own.dcontent, inputs, head.key, keys, &mut own.dquery);
        let [row, col, group] = encoding_dims(self.layer);
        let scale = V::splat(V::Scalar::of(self.layer.scale()));
        for g in 0..inputs {
            let q = &self.queries[g * dim..(g + 1) * dim];
            let dq = &mut own.dquery[g * dim..(g + 1) * dim];
            let (q_row, rest) = q.split_at(row);
            let (q_col, q_group) = rest.split_at(col);
            let (dq_row, rest) = dq.split_at_mut(row);
            let (dq_col, dq_group) = rest.split_at_mut(col);
            table_backward(q_row, head.rows, line(&own.drows, g, inputs), dq_row, gradient.rows);
            table_backward(q_col, head.cols, line(&own.dcols, g, inputs), dq_col, gradient.cols);
            if group != 0 {
                table_backward(q_group, head.group, line(&own.dgroup, g, inputs), dq_group, gradient.group);
            }
            for (c, x) in dq.iter().enumerate() {
                store(gradient.query, (c * inputs + g) * plane + tile.start, x.mul(scale));
            }
        }
    }

    #[inline(always)]
    fn load_dout(&mut self, tile: &geometry::Tile, dout: &[V::Scalar]) {
        let (dim, outputs, inputs) = (self.layer.dim, self.outputs, self.inputs);
        let own = &mut self.backward;
        if own.dout.is_empty() {
            own.dout = vec![V::zero(); outputs * dim];
            own.dp = vec![V::zero(); self.weights.len()];
            own.inner = vec![V::zero(); outputs * inputs];
            own.key_sums = vec![[V::zero(); 2]; 2 * inputs];
            own.dcontent = vec![V::zero(); self.content.len()];
            own.drows = vec![V::zero(); self.rows.len()];
            own.dcols = vec![V::zero(); self.cols.len()];
            own.dgroup = vec![V::zero(); self.group.len()];
            own.dquery = vec![V::zero(); inputs * dim];
        }
        for h in 0..outputs {
            for c in 0..dim {
                own.dout[h * dim + c] = load(dout, (c * outputs + h) * self.geometry.plane + tile.start);
            }
        }
    }
}

/// How a head's channels are shared out: row, column, group.
pub(super) fn encoding_dims(layer: &Attention) -> [usize; 3] {
    [layer.row.dim, layer.col.dim, layer.group.as_ref().map_or(0, |g| g.dim)]
}
