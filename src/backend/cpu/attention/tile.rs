//! Attention of one head for one tile of queries, forward and backward, without an attention tensor.
//!
//! With a = q·k (content), b = q·ρ(Δ) (position, itself a sum over row and column) and c = q·emb (group),
//!
//!     p(h, g; x', m) = e^a(g; x', m) · e^b(h, g; x') · e^c(h, g; m) / Z(h, g)
//!
//! for output element h, query element g and key element m at offset x': each factor is exponentiated on its own, with its own
//! maximum subtracted. Where the maxima lie so far apart that the product underflows, the tile is done again with the sum
//! exponentiated ([`Tile::probability`] with `DIRECT`).

use crate::layers::Real as _;
use super::blocks::{self, Keys};
use super::geometry::{self, Geometry};
use crate::backend::cpu::simd::{Scalar, Vector};
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
    /// Offsets (row, col) of the window that the tile visits.
    offsets: Vec<(usize, usize)>,
    key_offsets: Vec<usize>,
    key_pixels: Vec<usize>,
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
    /// `[h, g]`: 1 / Z.
    inverse: Vec<V>,
    /// `[h, g]`: what is subtracted from the sum of scores, where it is exponentiated as a whole.
    shift: Vec<V>,
    /// `[g]`: position factors of one output element and offset.
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
        let keys = geometry.most_offsets() * inputs;
        Self {
            layer,
            geometry,
            inputs,
            outputs,
            entries,
            group_index,
            seen: positions.row_index.iter().zip(&positions.col_index).map(|(&row, &col)| Seen { row, col }).collect(),
            offsets: vec![],
            key_offsets: vec![],
            key_pixels: vec![],
            queries: zeros(inputs * dim),
            content: zeros(keys * inputs),
            rows: zeros(inputs * layer.positions.rows.len()),
            cols: zeros(inputs * layer.positions.cols.len()),
            group: zeros(inputs * entries),
            inverse: zeros(outputs * inputs),
            shift: zeros(outputs * inputs),
            position: zeros(inputs),
            weights: zeros(keys * outputs),
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
        blocks::gather(
            &self.weights,
            self.outputs,
            head.value,
            Keys { offsets: &self.key_offsets, pixels: &self.key_pixels, channel: self.inputs * self.geometry.plane },
            &mut self.out,
        );
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
        blocks::dots(
            &self.backward.dout,
            self.outputs,
            head.value,
            Keys { offsets: &self.key_offsets, pixels: &self.key_pixels, channel: self.inputs * self.geometry.plane },
            None,
            &mut self.backward.dp,
        );
        match self.inputs {
            1 => self.attend_backward::<1>(head),
            4 => self.attend_backward::<4>(head),
            _ => self.attend_backward::<0>(head),
        }
        self.write_out(head, tile, out);
        self.scores_backward(head, tile, gradient);
    }

    /// The probabilities; `N` is the number of query elements where the compiler is to know it, else 0.
    #[inline(always)]
    fn attend<const N: usize>(&mut self, head: Head<'_, V::Scalar>) {
        if self.normalise::<N, false, false>() {
            self.weigh::<N, false>();
        } else {
            self.factors(head);
            self.find_shifts();
            self.normalise::<0, true, false>();
            self.weigh::<0, true>();
        }
    }

    /// As [`attend`](Self::attend), and the gradients of the scores.
    #[inline(always)]
    fn attend_backward<const N: usize>(&mut self, head: Head<'_, V::Scalar>) {
        if self.normalise::<N, false, true>() {
            self.softmax_backward::<N, false>();
        } else {
            self.factors(head);
            self.find_shifts();
            self.normalise::<0, true, true>();
            self.softmax_backward::<0, true>();
        }
    }

    /// Lists the keys that the tile visits.
    #[inline(always)]
    fn visit(&mut self, tile: &geometry::Tile) {
        self.offsets.clear();
        self.key_offsets.clear();
        self.key_pixels.clear();
        for row in tile.rows.clone() {
            for col in tile.cols.clone() {
                self.offsets.push((row, col));
                let at = self.geometry.shifted(tile.start, row, col);
                for m in 0..self.inputs {
                    self.key_offsets.push(m * self.geometry.plane + at);
                    self.key_pixels.push(at);
                }
            }
        }
    }

    #[inline(always)]
    fn load_queries(&mut self, head: Head<'_, V::Scalar>, tile: &geometry::Tile) {
        let (dim, plane) = (self.layer.dim, self.geometry.plane);
        let scale = V::splat(V::Scalar::of(self.layer.scale()));
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
        blocks::dots(
            &self.queries,
            self.inputs,
            head.key,
            Keys { offsets: &self.key_offsets, pixels: &self.key_pixels, channel: self.inputs * self.geometry.plane },
            Some(head.mask),
            &mut self.content,
        );
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
        let (inputs, keys) = (self.inputs, self.key_offsets.len());
        for g in 0..inputs {
            exp_from_max(&mut self.content[..keys * inputs], g, inputs);
            for table in [&mut self.rows, &mut self.cols, &mut self.group] {
                exp_from_max(line_mut(table, g, inputs), 0, 1);
            }
        }
    }

    /// For each (h, g) the largest sum of scores.
    #[inline(always)]
    fn find_shifts(&mut self) {
        for h in 0..self.outputs {
            for g in self.layer.query_elements(h) {
                let mut largest = V::splat(V::Scalar::of(f64::from(f32::MIN)));
                for x in 0..self.offsets.len() {
                    let b = self.position(g, self.seen(h, x), |row, col| row.add(col));
                    for m in 0..self.inputs {
                        let score = self.content[(x * self.inputs + m) * self.inputs + g];
                        largest = largest.max(score.add(b).add(self.group_factor(self.inputs, h, g, m)));
                    }
                }
                self.shift[h * self.inputs + g] = largest;
            }
        }
    }

    /// 1/Z for each (h, g), and with `GRADIENT` also Σ p dp. False if a sum of the products of factors is too small to be
    /// trusted.
    #[inline(always)]
    fn normalise<const N: usize, const DIRECT: bool, const GRADIENT: bool>(&mut self) -> bool {
        let n = if N == 0 { self.inputs } else { N };
        let outputs = self.outputs;
        self.inverse.fill(V::zero());
        let mut inner = std::mem::take(&mut self.backward.inner);
        if GRADIENT {
            inner.fill(V::zero());
        }
        for x in 0..self.offsets.len() {
            for h in 0..outputs {
                let seen = self.seen(h, x);
                for g in self.layer.query_elements(h) {
                    let b = self.position_factor::<DIRECT>(h, g, seen);
                    let (mut sum, mut sum_dp) = (V::zero(), V::zero());
                    for m in 0..n {
                        let key = x * n + m;
                        let (a, c) = (at(&self.content, key * n + g), self.group_factor(n, h, g, m));
                        let e = if DIRECT { a.add(b).add(c).exp() } else { a.mul(c) };
                        sum = sum.add(e);
                        if GRADIENT {
                            sum_dp = e.mul_add(at(&self.backward.dp, key * outputs + h), sum_dp);
                        }
                    }
                    let b = if DIRECT { V::splat(V::Scalar::of(1.0)) } else { b };
                    update(&mut self.inverse, h * n + g, |z| sum.mul_add(b, z));
                    if GRADIENT {
                        update(&mut inner, h * n + g, |z| sum_dp.mul_add(b, z));
                    }
                }
            }
        }
        let mut trusted = true;
        for h in 0..outputs {
            for g in self.layer.query_elements(h) {
                let z = self.inverse[h * n + g];
                trusted &= DIRECT || z.all_at_least(V::Scalar::SAFE_SUM);
                let inverse = V::splat(V::Scalar::of(1.0)).div(z);
                self.inverse[h * n + g] = inverse;
                if GRADIENT {
                    inner[h * n + g] = inner[h * n + g].mul(inverse);
                }
            }
        }
        self.backward.inner = inner;
        trusted
    }

    /// The position factors of all query elements that `h` sums over, at offset `x`, with 1/Z multiplied in unless `DIRECT`.
    #[inline(always)]
    fn position_factors<const DIRECT: bool>(&mut self, n: usize, h: usize, seen: Seen) {
        for g in self.layer.query_elements(h) {
            let b = self.position_factor::<DIRECT>(h, g, seen);
            let b = if DIRECT { b } else { b.mul(at(&self.inverse, h * n + g)) };
            update(&mut self.position, g, |_| b);
        }
    }

    /// `weights[key, h] = Σ_g p(h, g; key)`.
    #[inline(always)]
    fn weigh<const N: usize, const DIRECT: bool>(&mut self) {
        let n = if N == 0 { self.inputs } else { N };
        for x in 0..self.offsets.len() {
            for h in 0..self.outputs {
                self.position_factors::<DIRECT>(n, h, self.seen(h, x));
                let mut m = 0;
                while m < n {
                    // Four key elements at a time stay in registers.
                    m += if n - m >= 4 { self.weigh_keys::<4, DIRECT>(n, x, h, m) } else { self.weigh_keys::<1, DIRECT>(n, x, h, m) };
                }
            }
        }
    }

    #[inline(always)]
    fn weigh_keys<const M: usize, const DIRECT: bool>(&mut self, n: usize, x: usize, h: usize, first: usize) -> usize {
        let mut sums = [V::zero(); M];
        for g in self.layer.query_elements(h) {
            for (i, sum) in sums.iter_mut().enumerate() {
                *sum = sum.add(self.probability::<DIRECT>(n, x, h, g, first + i));
            }
        }
        for (i, sum) in sums.into_iter().enumerate() {
            update(&mut self.weights, (x * n + first + i) * self.outputs + h, |_| sum);
        }
        M
    }

    /// From dp to the gradients of the scores: ds = p (dp − Σ p dp), summed over whatever shares a score. Leaves Σ_g p in
    /// `weights` on the way.
    #[inline(always)]
    fn softmax_backward<const N: usize, const DIRECT: bool>(&mut self) {
        let n = if N == 0 { self.inputs } else { N };
        // Taken out for the while, so that they can be written while `self` is read.
        let mut own = std::mem::replace(&mut self.backward, Backward::empty());
        for buffer in [&mut own.dcontent, &mut own.drows, &mut own.dcols, &mut own.dgroup] {
            buffer.fill(V::zero());
        }
        for x in 0..self.offsets.len() {
            for h in 0..self.outputs {
                self.position_factors::<DIRECT>(n, h, self.seen(h, x));
                let mut m = 0;
                while m < n {
                    m += if n - m >= 4 {
                        self.keys_backward::<4, DIRECT>(&mut own, n, x, h, m)
                    } else {
                        self.keys_backward::<1, DIRECT>(&mut own, n, x, h, m)
                    };
                }
            }
        }
        self.backward = own;
    }

    #[inline(always)]
    fn keys_backward<const M: usize, const DIRECT: bool>(
        &mut self,
        own: &mut Backward<V>,
        n: usize,
        x: usize,
        h: usize,
        first: usize,
    ) -> usize {
        let (rows, cols) = (self.rows.len() / n, self.cols.len() / n);
        let seen = self.seen(h, x);
        let mut sums = [V::zero(); M];
        let mut dp = [V::zero(); M];
        for (i, dp) in dp.iter_mut().enumerate() {
            *dp = at(&own.dp, (x * n + first + i) * self.outputs + h);
        }
        for g in self.layer.query_elements(h) {
            let mean = at(&own.inner, h * n + g);
            let mut db = V::zero();
            for i in 0..M {
                let m = first + i;
                let p = self.probability::<DIRECT>(n, x, h, g, m);
                let ds = p.mul(dp[i].sub(mean));
                sums[i] = sums[i].add(p);
                db = db.add(ds);
                update(&mut own.dcontent, (x * n + m) * n + g, |d| d.add(ds));
                update(&mut own.dgroup, g * self.entries + self.group_entry(n, h, g, m), |d| d.add(ds));
            }
            update(&mut own.drows, g * rows + seen.row as usize, |d| d.add(db));
            update(&mut own.dcols, g * cols + seen.col as usize, |d| d.add(db));
        }
        for (i, sum) in sums.into_iter().enumerate() {
            update(&mut self.weights, (x * n + first + i) * self.outputs + h, |_| sum);
        }
        M
    }

    /// From the gradients of scores to those of planes and tables.
    #[inline(always)]
    fn scores_backward(&mut self, head: Head<'_, V::Scalar>, tile: &geometry::Tile, gradient: &mut HeadGradient<'_, V>) {
        let (inputs, dim, plane) = (self.inputs, self.layer.dim, self.geometry.plane);
        let keys = Keys { offsets: &self.key_offsets, pixels: &self.key_pixels, channel: inputs * plane };
        let own = &mut self.backward;
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

    /// What element h sees at the x-th offset that the tile visits.
    #[inline(always)]
    fn seen(&self, h: usize, x: usize) -> Seen {
        let (row, col) = at(&self.offsets, x);
        let [rows, cols] = self.geometry.window;
        at(&self.seen, (h * rows + row) * cols + col)
    }

    #[inline(always)]
    fn position(&self, g: usize, seen: Seen, join: impl Fn(V, V) -> V) -> V {
        let (rows, cols) = (self.rows.len() / self.inputs, self.cols.len() / self.inputs);
        join(at(&self.rows, g * rows + seen.row as usize), at(&self.cols, g * cols + seen.col as usize))
    }

    /// e^b, or b less what is to be subtracted from the whole sum.
    #[inline(always)]
    fn position_factor<const DIRECT: bool>(&self, h: usize, g: usize, seen: Seen) -> V {
        if DIRECT {
            self.position(g, seen, |row, col| row.add(col)).sub(self.shift[h * self.inputs + g])
        } else {
            self.position(g, seen, |row, col| row.mul(col))
        }
    }

    #[inline(always)]
    fn group_entry(&self, n: usize, h: usize, g: usize, m: usize) -> usize {
        if self.group_index.is_empty() { 0 } else { at(self.group_index, (h * n + g) * n + m) as usize }
    }

    #[inline(always)]
    fn group_factor(&self, n: usize, h: usize, g: usize, m: usize) -> V {
        at(&self.group, g * self.entries + self.group_entry(n, h, g, m))
    }

    /// p(h, g; x, m), after [`position_factors`](Self::position_factors).
    #[inline(always)]
    fn probability<const DIRECT: bool>(&self, n: usize, x: usize, h: usize, g: usize, m: usize) -> V {
        let a = at(&self.content, (x * n + m) * n + g);
        let b = at(&self.position, g);
        let c = self.group_factor(n, h, g, m);
        if DIRECT { a.add(b).add(c).exp().mul(at(&self.inverse, h * n + g)) } else { a.mul(b.mul(c)) }
    }
}

/// `list[i]`, for indices that the layout of a [`Tile`] keeps in range: every list has an entry for all the elements, offsets,
/// keys and coordinates of its layer, and the index tables were built for these.
#[inline(always)]
fn at<X: Copy>(list: &[X], i: usize) -> X {
    debug_assert!(i < list.len());
    // SAFETY: as above; checked where debug assertions are on, which they are in tests.
    unsafe { *list.get_unchecked(i) }
}

/// `list[i] = f(list[i])`, for indices as in [`at`].
#[inline(always)]
fn update<X: Copy>(list: &mut [X], i: usize, f: impl FnOnce(X) -> X) {
    debug_assert!(i < list.len());
    // SAFETY: as in `at`.
    unsafe {
        let slot = list.get_unchecked_mut(i);
        *slot = f(*slot);
    }
}

/// How a head's channels are shared out: row, column, group.
pub(super) fn encoding_dims(layer: &Attention) -> [usize; 3] {
    [layer.row.dim, layer.col.dim, layer.group.as_ref().map_or(0, |g| g.dim)]
}

#[inline(always)]
fn add_to<V: Vector>(sum: &mut V, x: V) {
    *sum = sum.add(x);
}

/// Line `g` of `count` equal lines.
#[inline(always)]
fn line<V>(table: &[V], g: usize, count: usize) -> &[V] {
    let n = table.len() / count;
    &table[g * n..(g + 1) * n]
}

#[inline(always)]
fn line_mut<V>(table: &mut [V], g: usize, count: usize) -> &mut [V] {
    let n = table.len() / count;
    &mut table[g * n..(g + 1) * n]
}

/// `out[entry] = Σ_c q[c] table[entry, c]`
#[inline(always)]
fn table_scores<V: Vector>(q: &[V], table: &[V::Scalar], out: &mut [V]) {
    for (out, entry) in out.iter_mut().zip(table.chunks_exact(q.len())) {
        let mut sum = V::zero();
        for (q, x) in q.iter().zip(entry) {
            sum = q.mul_add(V::splat(*x), sum);
        }
        *out = sum;
    }
}

/// Undoes [`table_scores`]: `dq[c] += Σ_entry d[entry] table[entry, c]`, `dtable[entry, c] += d[entry] q[c]`.
#[inline(always)]
fn table_backward<V: Vector>(q: &[V], table: &[V::Scalar], d: &[V], dq: &mut [V], dtable: &mut [V]) {
    let dim = q.len();
    for ((d, entry), dentry) in d.iter().zip(table.chunks_exact(dim)).zip(dtable.chunks_exact_mut(dim)) {
        for c in 0..dim {
            dq[c] = d.mul_add(V::splat(entry[c]), dq[c]);
            dentry[c] = d.mul_add(q[c], dentry[c]);
        }
    }
}

/// Every `step`-th vector from `first` on: its exponential, the largest subtracted before.
#[inline(always)]
fn exp_from_max<V: Vector>(values: &mut [V], first: usize, step: usize) {
    let mut largest = V::splat(V::Scalar::of(f64::from(f32::MIN)));
    for x in values.iter().skip(first).step_by(step) {
        largest = largest.max(*x);
    }
    for x in values.iter_mut().skip(first).step_by(step) {
        *x = x.sub(largest).exp();
    }
}

#[inline(always)]
fn load<V: Vector>(plane: &[V::Scalar], at: usize) -> V {
    assert!(at + V::LANES <= plane.len());
    // SAFETY: checked above.
    unsafe { V::load(plane.as_ptr().add(at)) }
}

#[inline(always)]
fn store<V: Vector>(plane: &mut [V::Scalar], at: usize, x: V) {
    assert!(at + V::LANES <= plane.len());
    // SAFETY: checked above.
    unsafe { x.store(plane.as_mut_ptr().add(at)) }
}
