//! What a network costs to run: counted operations, by the factorised softmax and by the published one.

use super::{Attention, Linear, Network, Step, TransformerLayer};

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

impl Network {
    /// The work of each layer, in the order of [`layers`](Self::layers).
    pub fn costs(&self) -> Vec<Cost> {
        let elements = self.lifting.elements_out;
        let steps = self.steps.iter().map(|step| match step {
            Step::Transformer(layer) => layer.cost(elements),
            Step::MaxPool => Cost::default(),
        });
        let size = self.layers().last().map_or([0; 2], |layer| layer.size);
        let classifier =
            Cost { operations: self.classifier.operations(elements * size[0] * size[1]), ..Cost::default() };
        std::iter::once(self.lifting.cost()).chain(steps).chain([classifier]).collect()
    }
}

impl TransformerLayer {
    fn cost(&self, elements: usize) -> Cost {
        let [rows, cols] = self.attention.size;
        let cropped = elements * (rows - 2 * self.crop) * (cols - 2 * self.crop);
        let mut cost = self.attention.cost();
        cost.operations += self.mlp_in.operations(cropped) + self.mlp_out.operations(cropped);
        cost.operations += self.shortcut.as_ref().map_or(0, |linear| linear.operations(elements * rows * cols));
        cost
    }
}

impl Linear {
    fn operations(&self, positions: usize) -> u64 {
        2 * (self.weights() * positions) as u64
    }
}

impl Attention {
    /// The work of the layer for one sample.
    pub fn cost(&self) -> Cost {
        let [inputs, outputs] = [self.elements_in, self.elements_out];
        let [pixels, pairs] = [self.size[0] * self.size[1], self.pairs()];
        let [operations, exponentials] = if self.is_apart() { self.apart(pairs) } else { self.joint(pairs) };
        let projections: u64 =
            [&self.query, &self.key, &self.value].map(|linear| linear.operations(inputs * pixels)).iter().sum();
        let triples: usize =
            (0..outputs).map(|_| if self.frames() > 1 { 1 } else { self.elements_in * self.elements_in }).sum();
        Cost {
            operations: projections + self.out.operations(outputs * pixels) + (self.heads * operations) as u64,
            exponentials: (self.heads * exponentials) as u64,
            published_probabilities: (self.heads * triples * pixels * self.published_keys()) as u64,
        }
    }

    /// Operations and exponentials of one head whose softmaxes share their factors.
    fn joint(&self, pairs: usize) -> [usize; 2] {
        let [inputs, outputs] = [self.elements_in, self.elements_out];
        let pixels = self.size[0] * self.size[1];
        let [rows, cols] = [self.positions.rows.len(), self.positions.cols.len()];
        let grouped = usize::from(self.group.is_some());
        // Pairs of an output element h and a query element g that it sums over.
        let summed: usize = (0..outputs).map(|h| self.query_elements(h).len()).sum();
        let group_dim = self.group.as_ref().map_or(0, |group| group.dim);
        let encodings = rows * self.row.dim + cols * self.col.dim + grouped * inputs * group_dim;
        // Query elements have as many maps as key elements.
        let per_pair = 2 * inputs * inputs * self.dim // q·k
            + summed // position = row · column
            + summed * (2 * grouped * inputs + 2) // Z += (Σ_m content · group) · position
            + summed * (1 + (2 + grouped) * inputs) // Σ_g position / Z · content · group
            + 2 * outputs * inputs * self.dim; // · value
        [
            2 * inputs * encodings * pixels + per_pair * pairs,
            inputs * (inputs * pairs + (rows + cols + grouped * inputs) * pixels),
        ]
    }

    /// The same where each element is by itself.
    fn apart(&self, pairs: usize) -> [usize; 2] {
        let [rows, cols] = self.positions.window;
        let distinct = |index: &[u32]| index.iter().collect::<std::collections::HashSet<_>>().len();
        let seen =
            self.positions.row_index.chunks_exact(rows * cols).zip(self.positions.col_index.chunks_exact(rows * cols));
        let encodings: usize = seen.map(|(row, col)| distinct(row) * self.row.dim + distinct(col) * self.col.dim).sum();
        // q·k + row + column, then / Z, and · value
        let per_pair = 2 * self.dim + 2 + 1 + 2 * self.dim;
        let pairs = self.elements_out * pairs;
        [2 * encodings * self.size[0] * self.size[1] + per_pair * pairs, pairs]
    }

    /// Pairs of a pixel and a key that lies inside the picture.
    fn pairs(&self) -> usize {
        let along = |axis: usize| -> usize {
            let (size, half) = (self.size[axis], self.positions.window[axis] / 2);
            (0..size).map(|at| (at + half).min(size - 1) - at.saturating_sub(half) + 1).sum()
        };
        along(0) * along(1)
    }

    /// Keys of a pixel in the published code, which also computes those outside the picture; all pixels for global attention.
    fn published_keys(&self) -> usize {
        let is_global = self.positions.window == self.size.map(|side| 2 * side - 1);
        if is_global { self.size.iter().product() } else { self.positions.window.iter().product() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, QueryRule};

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
                for _ in 0..layer.published_keys() * n_out * n_in * n_in {
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

    #[test]
    fn every_layer_has_its_cost() {
        let network = Network::new(&Config::named("r4_sa").unwrap());
        let (layers, costs) = (network.layers(), network.costs());
        assert_eq!(layers.len(), costs.len());
        let last = costs.last().unwrap();
        assert_eq!(last.operations, 2 * 20 * 10 * 4 * 4 * 4);
        for (layer, cost) in layers.iter().zip(&costs) {
            assert_eq!(cost.exponentials > 0, layer.attention.is_some(), "{}", layer.name);
            assert_eq!(cost.operations > 0, !layer.name.starts_with("pool"), "{}", layer.name);
        }
    }
}
