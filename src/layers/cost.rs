//! What layers cost to run: counted operations, by the factorised softmax and by the published one.

use std::collections::HashSet;

use super::{Attention, Linear};

/// Work of one layer for one sample. Norms, activations, additions and pooling, a few operations a number, are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Multiplications and additions of 1×1 layers and of attention with its softmax in factors.
    pub operations: u64,
    /// Exponentials of its softmax.
    pub exponentials: u64,
    /// Probabilities that the published code holds at a time: every head, output element, query element, key element, pixel
    /// and key of the window. Each is an exponential there, and four bytes.
    pub published_probabilities: u64,
}

impl std::ops::AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        self.operations += other.operations;
        self.exponentials += other.exponentials;
        self.published_probabilities += other.published_probabilities;
    }
}

/// Operations of a 1×1 layer of so many weights at so many positions.
pub(crate) fn linear_operations(weights: f64, positions: f64) -> f64 {
    2.0 * weights * positions
}

impl Linear {
    /// Operations at so many positions: pixels of all group elements.
    pub(crate) fn operations(&self, positions: usize) -> u64 {
        linear_operations(self.weights() as f64, positions as f64) as u64
    }
}

/// What the work of an attention layer depends on: known of a layer, and bounded before there is one. In floating point, where
/// nothing overflows; whole numbers are exact up to 2⁵³.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work {
    /// Channels in and out.
    pub(crate) channels: [f64; 2],
    pub(crate) heads: f64,
    /// Channels per head.
    pub(crate) dim: f64,
    /// Group elements in and out.
    pub(crate) elements: [f64; 2],
    pub(crate) pixels: f64,
    /// Pairs of a pixel and a key that lies inside the picture.
    pub(crate) pairs: f64,
    /// Pairs of an output element and a query element that it sums over.
    pub(crate) summed: f64,
    /// Whether each output element has softmaxes of its own: see [`Attention::is_apart`].
    pub(crate) is_apart: bool,
    /// Whether relative group elements are encoded.
    pub(crate) is_grouped: bool,
    /// Encodings that a query meets: rows, columns, group elements; where elements are apart, those of all of them.
    pub(crate) encodings: f64,
    /// The numbers of these encodings.
    pub(crate) encoded: f64,
}

impl Work {
    fn of(layer: &Attention) -> Self {
        let seen = if layer.is_apart() { layer.seen_apart() } else { layer.seen_jointly() };
        let [encodings, encoded] = seen.map(|x| x as f64);
        Self {
            channels: [layer.query.inputs, layer.out.outputs].map(|x| x as f64),
            heads: layer.heads as f64,
            dim: layer.dim as f64,
            elements: [layer.elements_in, layer.elements_out].map(|x| x as f64),
            pixels: layer.pixels(),
            pairs: layer.pairs(),
            summed: (0..layer.elements_out).map(|h| layer.query_elements(h).len() as f64).sum(),
            is_apart: layer.is_apart(),
            is_grouped: layer.group.is_some(),
            encodings,
            encoded,
        }
    }

    /// Operations and exponentials.
    pub(crate) fn counts(&self) -> [f64; 2] {
        let Self { channels: [c_in, c_out], heads, dim, elements: [n_in, n_out], pixels, .. } = *self;
        let projections = linear_operations(3.0 * c_in * heads * dim, n_in * pixels);
        let out = linear_operations(heads * dim * c_out, n_out * pixels);
        let [operations, exponentials] = if self.is_apart { self.apart() } else { self.joint() };
        [projections + out + heads * operations, heads * exponentials]
    }

    /// Of one head whose softmaxes share their factors.
    fn joint(&self) -> [f64; 2] {
        let Self { dim, elements: [n_in, n_out], pixels, pairs, summed, encodings, encoded, .. } = *self;
        let grouped = f64::from(u8::from(self.is_grouped));
        // Query elements have as many maps as key elements.
        let per_pair = 2.0 * n_in * n_in * dim // q·k
            + summed // position = row · column
            + summed * (2.0 * grouped * n_in + 2.0) // Z += (Σ_m content · group) · position
            + summed * (1.0 + (2.0 + grouped) * n_in) // Σ_g position / Z · content · group
            + 2.0 * n_out * n_in * dim; // · value
        [2.0 * n_in * encoded * pixels + per_pair * pairs, n_in * (n_in * pairs + encodings * pixels)]
    }

    /// The same where each element is by itself.
    fn apart(&self) -> [f64; 2] {
        let Self { dim, elements: [_, n_out], pixels, pairs, encoded, .. } = *self;
        // q·k + row + column, then / Z, and · value
        let per_pair = 2.0 * dim + 2.0 + 1.0 + 2.0 * dim;
        [2.0 * encoded * pixels + per_pair * n_out * pairs, n_out * pairs]
    }
}

impl Attention {
    /// The work of the layer for one sample.
    pub fn cost(&self) -> Cost {
        let [operations, exponentials] = Work::of(self).counts().map(|count| count as u64);
        let pairs = if self.frames() > 1 { 1 } else { self.elements_in * self.elements_in };
        let published = (self.heads * self.elements_out * pairs) as f64 * self.pixels() * self.published_keys();
        Cost { operations, exponentials, published_probabilities: published as u64 }
    }

    /// Encodings that the query elements share, and their numbers.
    fn seen_jointly(&self) -> [usize; 2] {
        let [rows, cols] = [self.positions.rows.len(), self.positions.cols.len()];
        let (elements, dim) = self.group.as_ref().map_or((0, 0), |group| (self.elements_in, group.dim));
        [rows + cols + elements, rows * self.row.dim + cols * self.col.dim + elements * dim]
    }

    /// Encodings of all elements, each with those that it sees itself.
    fn seen_apart(&self) -> [usize; 2] {
        let [rows, cols] = self.positions.window;
        let distinct = |index: &[u32]| -> usize {
            index.chunks_exact(rows * cols).map(|seen| seen.iter().collect::<HashSet<_>>().len()).sum()
        };
        let [rows, cols] = [&self.positions.row_index, &self.positions.col_index].map(|index| distinct(index));
        [rows + cols, rows * self.row.dim + cols * self.col.dim]
    }

    /// Pairs of a pixel and a key that lies inside the picture.
    fn pairs(&self) -> f64 {
        let along = |axis: usize| -> usize {
            let (size, half) = (self.size[axis], self.positions.window[axis] / 2);
            (0..size).map(|at| (at + half).min(size - 1) - at.saturating_sub(half) + 1).sum()
        };
        along(0) as f64 * along(1) as f64
    }

    /// Keys of a pixel in the published code, which also computes those outside the picture; all pixels for global attention.
    fn published_keys(&self) -> f64 {
        let [rows, cols] = self.positions.window;
        if [rows, cols] == self.size.map(|side| 2 * side - 1) { self.pixels() } else { (rows * cols) as f64 }
    }

    fn pixels(&self) -> f64 {
        self.size.map(|side| side as f64).iter().product()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, QueryRule};
    use crate::network::Network;

    /// The same counts by going through all heads, elements and keys one by one.
    fn literal(layer: &Attention) -> Cost {
        let [rows, cols] = layer.size;
        let [n_in, n_out, d] = [layer.elements_in, layer.elements_out, layer.dim];
        if layer.is_apart() {
            return literal_apart(layer);
        }
        let mut cost = Cost::default();
        let inside = |row: usize, col: usize, i: usize, j: usize| {
            let [half_rows, half_cols] = layer.positions.window.map(|n| n / 2);
            (half_rows..half_rows + rows).contains(&(row + i)) && (half_cols..half_cols + cols).contains(&(col + j))
        };
        for _ in 0..layer.heads {
            for (row, col) in (0..rows).flat_map(|row| (0..cols).map(move |col| (row, col))) {
                for _ in 0..n_in {
                    cost.operations += 3 * (2 * layer.query.inputs * d) as u64;
                    for (count, dim) in [
                        (layer.positions.rows.len(), layer.row.dim),
                        (layer.positions.cols.len(), layer.col.dim),
                        (layer.group.as_ref().map_or(0, |_| n_in), layer.group.as_ref().map_or(0, |group| group.dim)),
                    ] {
                        cost.operations += (2 * count * dim) as u64;
                        cost.exponentials += count as u64;
                    }
                }
                cost.operations += (n_out * 2 * d * layer.out.outputs) as u64;
                let window =
                    (0..layer.positions.window[0]).flat_map(|i| (0..layer.positions.window[1]).map(move |j| (i, j)));
                for _ in window.filter(|&(i, j)| inside(row, col, i, j)) {
                    for _ in 0..n_in * n_in {
                        cost.operations += 2 * d as u64;
                        cost.exponentials += 1;
                    }
                    for h in 0..n_out {
                        for _ in layer.query_elements(h) {
                            // b = row · column, Z += t · b, b / Z
                            cost.operations += 1 + 2 + 1;
                            for _ in 0..n_in {
                                // t += a · c, w += a · p · c; the lifting layer has no c, and t = a.
                                cost.operations += if layer.is_lifting() { 2 } else { 2 + 3 };
                            }
                        }
                        cost.operations += (n_in * 2 * d) as u64;
                    }
                }
                for _ in 0..layer.published_keys() as usize * n_out * n_in * n_in {
                    cost.published_probabilities += 1;
                }
            }
        }
        cost
    }

    /// [`literal`] where each element is by itself.
    fn literal_apart(layer: &Attention) -> Cost {
        let ([rows, cols], [window_rows, window_cols], d) = (layer.size, layer.positions.window, layer.dim as u64);
        let mut cost = Cost::default();
        for element in 0..layer.elements_out {
            let see = |index: &[u32]| {
                let mut seen = index[element * window_rows * window_cols..][..window_rows * window_cols].to_vec();
                seen.sort_unstable();
                seen.dedup();
                seen.len()
            };
            let encodings =
                see(&layer.positions.row_index) * layer.row.dim + see(&layer.positions.col_index) * layer.col.dim;
            for (row, col) in (0..rows).flat_map(|row| (0..cols).map(move |col| (row, col))) {
                for _ in 0..layer.heads {
                    cost.operations += 3 * 2 * layer.query.inputs as u64 * d;
                    cost.operations += 2 * d * layer.out.outputs as u64;
                    cost.operations += 2 * encodings as u64;
                    for (i, j) in (0..rows).flat_map(|i| (0..cols).map(move |j| (i, j))) {
                        if i.abs_diff(row) <= window_rows / 2 && j.abs_diff(col) <= window_cols / 2 {
                            // q·k, row, column, 1/Z, v
                            cost.operations += 2 * d + 1 + 1 + 1 + 2 * d;
                            cost.exponentials += 1;
                        }
                    }
                    cost.published_probabilities += layer.published_keys() as u64;
                }
            }
        }
        cost
    }

    #[test]
    fn costs_are_those_counted_one_by_one() {
        let mut seen = 0;
        for (name, window, rule) in [
            ("z2_sa", 3, QueryRule::All),
            ("r4_sa", 5, QueryRule::All),
            ("r4_sa", 5, QueryRule::Own),
            ("r4_sa", 5, QueryRule::PerFrame),
            ("r8_sa", 3, QueryRule::PerFrame),
            ("r4m_sa", 3, QueryRule::All),
            ("r4_sa", 0, QueryRule::All),
        ] {
            let mut config = Config::named(name).unwrap().with_window(window).unwrap().with_query(rule);
            config.input = [1, 12, 14];
            config.heads = 2;
            config.blocks = vec![1];
            config.crop = vec![1];
            config.expansion = vec![1];
            let network = Network::new(&config.validated().unwrap());
            for layer in network.attention_layers() {
                assert_eq!(layer.cost(), literal(layer), "{name} {window} {rule:?}");
                seen += 1;
            }
        }
        assert_eq!(seen, 14);
    }

    #[test]
    fn the_published_code_holds_a_gigabyte_in_a_global_layer() {
        let network = Network::new(&Config::named("r4_sa").unwrap().with_window(0).unwrap());
        let first = network.attention_layers().nth(1).unwrap().cost();
        assert_eq!(first.published_probabilities, 9 * 64 * 784 * 784);
        assert!(4 * first.published_probabilities > 1_000_000_000);
    }
}
