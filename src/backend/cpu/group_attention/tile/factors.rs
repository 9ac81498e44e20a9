//! The three factors of a tile's scores: from queries and keys to exponentials.
//!
//! Every list has the query elements as its last axis, so that those of one key or coordinate lie side by side.

use std::ops::Range;

use bytemuck::{Pod, Zeroable};

use super::lanes::{at, exp_from_max, table_scores, update};
use super::{Head, encoding_dims};
use crate::backend::cpu::group_attention::blocks::{self, KeyList};
use crate::backend::cpu::group_attention::geometry::{self, Geometry};
use crate::backend::cpu::real::Real as _;
use crate::backend::cpu::scratch::Scratch;
use crate::backend::cpu::simd::Vector;
use crate::layers::Attention;

/// Up to so many key elements the group factors are spread out by output, key and query element: no index is looked up for each
/// product then. Beyond, they would not fit into the nearest cache.
const SPREAD_ELEMENTS: usize = 4;

/// Row and column coordinate that element h sees at an offset.
#[derive(Clone, Copy, Pod, Zeroable)]
#[repr(C)]
pub(super) struct Seen {
    pub(super) row: u32,
    pub(super) col: u32,
}

/// The scores of a tile, then their exponentials.
pub(super) struct Factors<'a, V> {
    layer: &'a Attention,
    /// `[N out, window rows, window cols]`
    window: Scratch<Seen>,
    /// Rows and columns of the window that the tile visits.
    visited: [Range<usize>; 2],
    /// `[offset, h]`: what of `window` belongs to these.
    seen: Scratch<Seen>,
    /// `[h, g, m]`: entries of `group`; empty in the lifting layer, whose one group factor is 1.
    index: &'a [u32],
    /// `[key, g]`
    content: Scratch<V>,
    /// `[distinct rows, g]`
    rows: Scratch<V>,
    /// `[distinct columns, g]`
    cols: Scratch<V>,
    /// `[entry, g]`
    group: Scratch<V>,
    /// `[h, m, g]`: the same for few elements.
    spread: Scratch<V>,
}

/// A look at [`Factors`], passed by value: where its lists lie is known to the loops and not read again for each number.
#[derive(Clone, Copy)]
pub(super) struct View<'a, V> {
    layer: &'a Attention,
    /// How many offsets of the window the tile visits.
    pub(super) offsets: usize,
    pub(super) outputs: usize,
    seen: &'a [Seen],
    index: &'a [u32],
    content: &'a [V],
    rows: &'a [V],
    cols: &'a [V],
    group: &'a [V],
    spread: &'a [V],
}

impl<'a, V: Vector> Factors<'a, V> {
    pub(super) fn new(layer: &'a Attention, geometry: &Geometry) -> Self {
        let (inputs, outputs, positions) = (layer.elements_in, layer.elements_out, &layer.positions);
        let (entries, index) = layer.group.as_ref().map_or((1, &[] as &[u32]), |g| (inputs, &g.index));
        let zeros = |n: usize| Scratch::filled(n, V::zero());
        let mut window = Scratch::with_capacity(positions.row_index.len());
        for (&row, &col) in positions.row_index.iter().zip(positions.col_index.iter()) {
            window.push(Seen { row, col });
        }
        Self {
            layer,
            window,
            visited: [0..0, 0..0],
            seen: Scratch::with_capacity(geometry.most_offsets() * outputs),
            index,
            content: zeros(geometry.most_offsets() * inputs * inputs),
            rows: zeros(positions.rows.len() * inputs),
            cols: zeros(positions.cols.len() * inputs),
            group: zeros(entries * inputs),
            spread: zeros(if inputs <= SPREAD_ELEMENTS { outputs * inputs * inputs } else { 0 }),
        }
    }

    /// Numbers of content, row, column and group factors.
    #[cfg(feature = "train")]
    pub(super) fn sizes(&self) -> [usize; 4] {
        [&self.content, &self.rows, &self.cols, &self.group].map(|list| list.len())
    }

    /// Turns to the offsets that a tile visits. Most often they are those of the tile before.
    pub(super) fn visit(&mut self, tile: &geometry::Tile, geometry: &Geometry, keys: &mut KeyList) {
        let visited = [tile.rows(), tile.cols()];
        if visited != self.visited {
            keys.clear();
            self.seen.clear();
            let [rows, cols] = geometry.window;
            for row in tile.rows() {
                for col in tile.cols() {
                    for h in 0..self.layer.elements_out {
                        self.seen.push(self.window[(h * rows + row) * cols + col]);
                    }
                    let from_first = (row - tile.rows[0]) * geometry.stride + col - tile.cols[0];
                    keys.push(from_first, geometry.plane);
                }
            }
            self.visited = visited;
        }
        keys.first = geometry.shifted(tile.start, tile.rows[0], tile.cols[0]);
    }

    /// The scores a, b (rows and columns apart) and c of `queries [g, dim]`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(super) fn score(&mut self, queries: &[V], head: Head<'_, V::Scalar>, keys: &KeyList) {
        let (inputs, dim) = (self.layer.elements_in, self.layer.dim);
        blocks::dots(queries, inputs, head.key, keys.view(), Some(head.mask), &mut self.content);
        let [row, col, group] = encoding_dims(self.layer);
        for g in 0..inputs {
            let q = &queries[g * dim..(g + 1) * dim];
            let (q_row, rest) = q.split_at(row);
            let (q_col, q_group) = rest.split_at(col);
            table_scores(q_row, head.rows.chunks_exact(row), self.rows[g..].iter_mut().step_by(inputs));
            table_scores(q_col, head.cols.chunks_exact(col), self.cols[g..].iter_mut().step_by(inputs));
            if group != 0 {
                table_scores(q_group, head.group.chunks_exact(group), self.group[g..].iter_mut().step_by(inputs));
            }
        }
        if group == 0 {
            self.group.fill(V::zero());
        }
    }

    /// Scores → exponentials, each factor's own maximum subtracted per query.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(super) fn exponentiate(&mut self, keys: usize) {
        let inputs = self.layer.elements_in;
        for list in [&mut self.content[..keys * inputs], &mut self.rows, &mut self.cols, &mut self.group] {
            exp_from_max(list, inputs);
        }
        self.spread();
    }

    /// Brings `group` to where [`View::group`] reads it.
    pub(super) fn spread(&mut self) {
        let (n, outputs) = (self.layer.elements_in, self.layer.elements_out);
        if n <= SPREAD_ELEMENTS {
            for h in 0..outputs {
                for m in 0..n {
                    for g in 0..n {
                        let entry = entry(self.index, n, h, g, m);
                        let c = at(&self.group, entry * n + g);
                        update(&mut self.spread, (h * n + m) * n + g, |_| c);
                    }
                }
            }
        }
    }

    #[inline(always)]
    pub(super) fn view(&self) -> View<'_, V> {
        View {
            layer: self.layer,
            offsets: self.visited[0].len() * self.visited[1].len(),
            outputs: self.layer.elements_out,
            seen: &self.seen,
            index: self.index,
            content: &self.content,
            rows: &self.rows,
            cols: &self.cols,
            group: &self.group,
            spread: &self.spread,
        }
    }
}

#[inline(always)]
fn entry(index: &[u32], n: usize, h: usize, g: usize, m: usize) -> usize {
    if index.is_empty() { 0 } else { at(index, (h * n + g) * n + m) as usize }
}

/// `n` is the number of query and key elements.
impl<V: Vector> View<'_, V> {
    /// The query elements that output element h sums over.
    #[inline(always)]
    pub(super) fn query_elements(self, h: usize) -> Range<usize> {
        self.layer.query_elements(h)
    }

    /// Whether all output elements sum over the same query elements.
    #[inline(always)]
    pub(super) fn shares_queries(self) -> bool {
        self.layer.query_elements(0).len() == self.layer.elements_in
    }

    /// What element h sees at the x-th offset that the tile visits.
    #[inline(always)]
    pub(super) fn seen(self, h: usize, x: usize) -> Seen {
        at(self.seen, x * self.outputs + h)
    }

    /// a(g; x, m)
    #[inline(always)]
    pub(super) fn content(self, n: usize, g: usize, x: usize, m: usize) -> V {
        at(self.content, (x * n + m) * n + g)
    }

    /// b(h, g; x): the product of row and column, or with `DIRECT` the sum.
    #[inline(always)]
    pub(super) fn position<const DIRECT: bool>(self, n: usize, g: usize, seen: Seen) -> V {
        let row = at(self.rows, seen.row as usize * n + g);
        let col = at(self.cols, seen.col as usize * n + g);
        if DIRECT { row.add(col) } else { row.mul(col) }
    }

    /// The entry of c(h, g; m) in the group embedding.
    #[inline(always)]
    pub(super) fn entry(self, n: usize, h: usize, g: usize, m: usize) -> usize {
        entry(self.index, n, h, g, m)
    }

    /// c(h, g; m)
    #[inline(always)]
    pub(super) fn group(self, n: usize, h: usize, g: usize, m: usize) -> V {
        if n <= SPREAD_ELEMENTS {
            at(self.spread, (h * n + m) * n + g)
        } else {
            at(self.group, self.entry(n, h, g, m) * n + g)
        }
    }

    /// For each (h, g) the largest sum of scores: `shift [h, g]`.
    pub(super) fn largest(self, n: usize, shift: &mut [V]) {
        for h in 0..self.outputs {
            for g in self.query_elements(h) {
                let mut largest = V::splat(V::Scalar::of(f64::from(f32::MIN)));
                for x in 0..self.offsets {
                    let b = self.position::<true>(n, g, self.seen(h, x));
                    for m in 0..n {
                        largest = largest.max(self.content(n, g, x, m).add(b).add(self.group(n, h, g, m)));
                    }
                }
                shift[h * n + g] = largest;
            }
        }
    }
}
