//! Attention of one head and one frame for one tile of queries: one query element, one key element and one output element.
//!
//! Nothing is shared by several softmaxes then, so that scores are exponentiated as they are, and there is nothing to guard
//! against. Queries are scaled by log₂e, so that every score is a power of two.

use super::blocks::{self, KeyList};
use super::geometry::{self, Geometry};
#[cfg(feature = "train")]
use super::tile::HeadGradient;
use super::tile::lanes::{at, load, store, table_scores};
#[cfg(feature = "train")]
use super::tile::lanes::{entry_backward, update};
use super::tile::{Head, encoding_dims};
use crate::backend::cpu::real::Real as _;
use crate::backend::cpu::scratch::Scratch;
use crate::backend::cpu::simd::Vector;
use crate::layers::Attention;

/// Coordinates along one axis of the window, as each frame sees them.
struct Axis {
    /// The distinct coordinates that one frame after another sees: entries of the table of encodings.
    entries: Scratch<u32>,
    /// Where in `entries` those of a frame begin, and where the last ones end.
    starts: Scratch<usize>,
    /// `[frame, window rows, window cols]` → index into the frame's entries.
    seen: Scratch<u32>,
}

/// What one frame sees of an [`Axis`].
#[derive(Clone, Copy)]
struct Seen<'a> {
    entries: &'a [u32],
    /// `[window rows, window cols]` → index into `entries`.
    places: &'a [u32],
}

impl Axis {
    /// `index [frame, window]` holds entries of a table of so many.
    fn new(index: &[u32], frames: usize, table: usize) -> Self {
        let window = index.len() / frames;
        let mut entries = Scratch::with_capacity(frames * table.min(window));
        let mut starts = Scratch::with_capacity(frames + 1);
        let mut seen = Scratch::with_capacity(index.len());
        // By a table, because a large window has thousands of entries.
        let mut places = Scratch::filled(table, u32::MAX);
        for index in index.chunks_exact(window) {
            let start = entries.len();
            starts.push(start);
            places.fill(u32::MAX);
            for entry in index {
                let place = &mut places[*entry as usize];
                if *place == u32::MAX {
                    *place = (entries.len() - start) as u32;
                    entries.push(*entry);
                }
                seen.push(*place);
            }
        }
        starts.push(entries.len());
        Self { entries, starts, seen }
    }

    /// The most entries that a frame sees.
    fn most(&self) -> usize {
        self.starts.windows(2).map(|ends| ends[1] - ends[0]).max().unwrap_or(0)
    }

    #[inline(always)]
    fn of(&self, frame: usize) -> Seen<'_> {
        let window = self.seen.len() / (self.starts.len() - 1);
        Seen {
            entries: &self.entries[self.starts[frame]..self.starts[frame + 1]],
            places: &self.seen[frame * window..(frame + 1) * window],
        }
    }
}

/// The entries of a table `[entry, dim]` that a frame sees.
#[inline(always)]
fn entries_of<'t, T>(table: &'t [T], entries: &'t [u32], dim: usize) -> impl Iterator<Item = &'t [T]> {
    entries.iter().map(move |entry| &table[*entry as usize * dim..])
}

/// Everything that one tile needs, allocated once per layer.
pub(super) struct Frame<'a, V: Vector> {
    layer: &'a Attention,
    geometry: &'a Geometry,
    frames: usize,
    /// Rows and columns.
    axes: [Axis; 2],
    keys: KeyList,
    /// The offsets in the window of `keys`.
    offsets: Scratch<usize>,
    visited: Option<geometry::Tile>,
    /// What queries are scaled by.
    scale: V,
    /// `[dim]`, scaled.
    query: Scratch<V>,
    /// Of each of the frame's entries: scores.
    rows: Scratch<V>,
    cols: Scratch<V>,
    /// `[key]`: scores, then probabilities.
    weights: Scratch<V>,
    /// `[dim]`
    out: Scratch<V>,
    #[cfg(feature = "train")]
    backward: Option<Backward<V>>,
}

/// What only the backward pass needs.
#[cfg(feature = "train")]
struct Backward<V: Vector> {
    /// `[dim]`
    dout: Scratch<V>,
    /// `[key]`: gradients of probabilities, then of scores.
    scores: Scratch<V>,
    /// As [`Frame::rows`] and [`Frame::cols`].
    rows: Scratch<V>,
    cols: Scratch<V>,
    /// `[dim]`
    dquery: Scratch<V>,
}

impl<'a, V: Vector> Frame<'a, V> {
    pub(super) fn new(layer: &'a Attention, geometry: &'a Geometry) -> Self {
        let frames = layer.frames();
        let zeros = |n: usize| Scratch::filled(n, V::zero());
        let positions = &layer.positions;
        let window = positions.window[0] * positions.window[1];
        let axis = |index: &[u32], table: usize| Axis::new(&index[..frames * window], frames, table);
        let axes = [axis(&positions.row_index, positions.rows.len()), axis(&positions.col_index, positions.cols.len())];
        Self {
            layer,
            geometry,
            frames,
            keys: KeyList::new(geometry.most_offsets(), 1, frames, geometry.plane),
            offsets: Scratch::with_capacity(geometry.most_offsets()),
            visited: None,
            scale: V::splat(V::Scalar::of(layer.scale() * std::f64::consts::LOG2_E)),
            query: zeros(layer.dim),
            rows: zeros(axes[0].most()),
            cols: zeros(axes[1].most()),
            axes,
            weights: zeros(geometry.most_offsets()),
            out: zeros(layer.dim),
            #[cfg(feature = "train")]
            backward: None,
        }
    }

    /// Writes the head's output for the tile's lanes into `out [dim, frames, plane]`.
    #[inline(always)]
    pub(super) fn forward(
        &mut self,
        head: Head<'_, V::Scalar>,
        frame: usize,
        tile: &geometry::Tile,
        out: &mut [V::Scalar],
    ) {
        self.visit(frame, tile);
        self.attend(head, frame, tile);
        self.write_out(head, frame, tile, out);
    }

    /// Adds to the gradients what the tile's lanes contribute; see [`Tile::backward`](super::tile::Tile::backward).
    #[cfg(feature = "train")]
    #[inline(always)]
    pub(super) fn backward(
        &mut self,
        head: Head<'_, V::Scalar>,
        frame: usize,
        tile: &geometry::Tile,
        dout: &[V::Scalar],
        out: &mut [V::Scalar],
        gradient: &mut HeadGradient<'_, V>,
    ) {
        self.visit(frame, tile);
        self.attend(head, frame, tile);
        self.write_out(head, frame, tile, out);
        let mut own = self.backward.take().unwrap_or_else(|| {
            let zeros = |list: &[V]| Scratch::filled(list.len(), V::zero());
            Backward {
                dout: zeros(&self.out),
                scores: zeros(&self.weights),
                rows: zeros(&self.rows),
                cols: zeros(&self.cols),
                dquery: zeros(&self.query),
            }
        });
        for c in 0..self.layer.dim {
            own.dout[c] = load(dout, self.channel(frame, c) + tile.start);
        }
        let (keys, grid) = (self.keys.view(), [tile.cols().len(), 1]);
        // out = Σ p v  ⇒  dp = dout · v, dv += p dout
        blocks::dots(&own.dout, 1, head.value, keys, None, &mut own.scores);
        blocks::scatter(&self.weights, 1, &own.dout, gradient.value, keys, grid);
        self.softmax_backward(frame, &mut own);
        // Gradients of scores are those of powers of e.
        for q in &mut *self.query {
            *q = q.mul(V::splat(V::Scalar::of(std::f64::consts::LN_2)));
        }
        // a = q · k  ⇒  dk += da q, dq = Σ da k
        blocks::scatter(&own.scores, 1, &self.query, gradient.key, keys, grid);
        blocks::gather(&own.scores, 1, head.key, keys, &mut own.dquery);
        let [row, col, _] = encoding_dims(self.layer);
        let (q_row, rest) = self.query.split_at(row);
        let (dq_row, dq_rest) = own.dquery.split_at_mut(row);
        let [rows, cols] = [&self.axes[0], &self.axes[1]].map(|axis| axis.of(frame));
        for (d, entry) in own.rows.iter().zip(rows.entries) {
            let places = *entry as usize * row..(*entry as usize + 1) * row;
            entry_backward(*d, q_row, &head.rows[places.clone()], dq_row, &mut gradient.rows[places]);
        }
        for (d, entry) in own.cols.iter().zip(cols.entries) {
            let places = *entry as usize * col..(*entry as usize + 1) * col;
            entry_backward(
                *d,
                &rest[..col],
                &head.cols[places.clone()],
                &mut dq_rest[..col],
                &mut gradient.cols[places],
            );
        }
        let scale = V::splat(V::Scalar::of(self.layer.scale()));
        for (c, x) in own.dquery.iter().enumerate() {
            store(gradient.query, self.channel(frame, c) + tile.start, x.mul(scale));
        }
        self.backward = Some(own);
    }

    /// Turns to the offsets that a tile visits. Most often they are those of the tile before.
    fn visit(&mut self, frame: usize, tile: &geometry::Tile) {
        if self.visited.as_ref().is_none_or(|v| v.rows != tile.rows || v.cols != tile.cols) {
            self.keys.clear();
            self.offsets.clear();
            for row in tile.rows() {
                for col in tile.cols() {
                    let from_first = (row - tile.rows[0]) * self.geometry.stride + col - tile.cols[0];
                    self.keys.push(from_first, self.geometry.plane);
                    self.offsets.push(row * self.geometry.window[1] + col);
                }
            }
            self.visited = Some(*tile);
        }
        self.keys.first = self.geometry.shifted(tile.start, tile.rows[0], tile.cols[0]);
        self.keys.frame = frame * self.geometry.plane;
    }

    /// The probabilities of all keys, in `weights`.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn attend(&mut self, head: Head<'_, V::Scalar>, frame: usize, tile: &geometry::Tile) {
        for c in 0..self.layer.dim {
            let x: V = load(head.query, self.channel(frame, c) + tile.start);
            self.query[c] = x.mul(self.scale);
        }
        let [row, col, _] = encoding_dims(self.layer);
        let (q_row, rest) = self.query.split_at(row);
        let [rows, cols] = [&self.axes[0], &self.axes[1]].map(|axis| axis.of(frame));
        table_scores(q_row, entries_of(head.rows, rows.entries, row), self.rows.iter_mut());
        table_scores(&rest[..col], entries_of(head.cols, cols.entries, col), self.cols.iter_mut());
        blocks::dots(&self.query, 1, head.key, self.keys.view(), Some(head.mask), &mut self.weights);
        let weights = &mut self.weights[..self.offsets.len()];
        let mut largest = V::splat(V::Scalar::of(f64::from(f32::MIN)));
        for (score, offset) in weights.iter_mut().zip(&*self.offsets) {
            let row = at(&self.rows, at(rows.places, *offset) as usize);
            let col = at(&self.cols, at(cols.places, *offset) as usize);
            *score = score.add(row).add(col);
            largest = largest.max(*score);
        }
        let mut sum = V::zero();
        for score in &mut *weights {
            *score = score.sub(largest).exp2();
            sum = sum.add(*score);
        }
        let inverse = V::splat(V::Scalar::of(1.0)).div(sum);
        for score in weights {
            *score = score.mul(inverse);
        }
    }

    /// From dp to the gradients of scores, ds = p (dp − Σ p dp), and their sums over keys that share a row or a column.
    #[cfg(feature = "train")]
    #[inline(always)]
    fn softmax_backward(&self, frame: usize, own: &mut Backward<V>) {
        let [rows, cols] = [&self.axes[0], &self.axes[1]].map(|axis| axis.of(frame));
        let weights = &self.weights[..self.offsets.len()];
        let mut mean = V::zero();
        for (p, dp) in weights.iter().zip(&*own.scores) {
            mean = p.mul_add(*dp, mean);
        }
        own.rows.fill(V::zero());
        own.cols.fill(V::zero());
        for ((p, d), offset) in weights.iter().zip(&mut *own.scores).zip(&*self.offsets) {
            let ds = p.mul(d.sub(mean));
            *d = ds;
            update(&mut own.rows, at(rows.places, *offset) as usize, |sum| sum.add(ds));
            update(&mut own.cols, at(cols.places, *offset) as usize, |sum| sum.add(ds));
        }
    }

    /// out = Σ p v, written to `out [dim, frames, plane]`.
    #[inline(always)]
    fn write_out(&mut self, head: Head<'_, V::Scalar>, frame: usize, tile: &geometry::Tile, out: &mut [V::Scalar]) {
        blocks::gather(&self.weights, 1, head.value, self.keys.view(), &mut self.out);
        for c in 0..self.layer.dim {
            store(out, self.channel(frame, c) + tile.start, self.out[c]);
        }
    }

    /// Where channel `c` of a frame lies.
    #[inline(always)]
    fn channel(&self, frame: usize, c: usize) -> usize {
        (c * self.frames + frame) * self.geometry.plane
    }
}
