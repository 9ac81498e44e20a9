//! Least squares over a few dozen numbers.

/// A matrix, row by row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Matrix {
    pub(crate) cols: usize,
    pub(crate) numbers: Vec<f64>,
}

impl Matrix {
    pub(super) fn zeros(rows: usize, cols: usize) -> Self {
        Self { cols, numbers: vec![0.0; rows * cols] }
    }

    pub(super) fn rows(&self) -> usize {
        self.numbers.len() / self.cols
    }

    pub(super) fn row(&self, row: usize) -> &[f64] {
        &self.numbers[row * self.cols..(row + 1) * self.cols]
    }

    /// Adds `factor` times row `from` to row `to`.
    fn add(&mut self, to: usize, factor: f64, from: usize) {
        for col in 0..self.cols {
            self.numbers[to * self.cols + col] += factor * self.numbers[from * self.cols + col];
        }
    }
}

/// The weights W that bring Wᵀ P next to Tᵀ, the targets, by least squares: where the patterns P span everything, exactly. `None` where
/// patterns are alike.
///
/// # Shapes
/// - patterns: [heads, keys]
/// - targets: [keys, columns]
/// - result: [heads, columns]
pub(super) fn weights(patterns: &Matrix, targets: &Matrix) -> Option<Matrix> {
    let (heads, columns) = (patterns.rows(), targets.cols);
    // P Pᵀ W = P T, side by side, by Gauss and Jordan. P Pᵀ has no pivot that is small but where patterns are alike.
    let mut system = Matrix::zeros(heads, heads + columns);
    for head in 0..heads {
        for other in 0..heads {
            let product: f64 = patterns.row(head).iter().zip(patterns.row(other)).map(|(a, b)| a * b).sum();
            system.numbers[head * system.cols + other] = product;
        }
        for (key, p) in patterns.row(head).iter().enumerate() {
            for column in 0..columns {
                system.numbers[head * system.cols + heads + column] += p * targets.row(key)[column];
            }
        }
    }
    for pivot in 0..heads {
        let size = system.row(pivot)[pivot];
        if size.is_nan() || size <= 1e-13 {
            return None;
        }
        system.add(pivot, 1.0 / size - 1.0, pivot);
        for row in (0..heads).filter(|row| *row != pivot) {
            system.add(row, -system.row(row)[pivot], pivot);
        }
    }
    let mut weights = Matrix::zeros(heads, columns);
    for head in 0..heads {
        weights.numbers[head * columns..(head + 1) * columns].copy_from_slice(&system.row(head)[heads..]);
    }
    Some(weights)
}

#[cfg(test)]
mod tests {
    use super::{Matrix, weights};

    fn matrix(cols: usize, numbers: &[f64]) -> Matrix {
        Matrix { cols, numbers: numbers.to_vec() }
    }

    #[test]
    fn as_many_patterns_as_keys_reach_any_target_and_fewer_come_nearest() {
        let patterns = matrix(3, &[0.5, 0.25, 0.25, 0.0, 0.0, 1.0, 0.25, 0.5, 0.25]);
        let targets = matrix(2, &[1.0, -3.0, 2.0, 0.0, -1.0, 5.0]);
        let w = weights(&patterns, &targets).unwrap();
        for key in 0..3 {
            for column in 0..2 {
                let reached: f64 = (0..3).map(|head| patterns.row(head)[key] * w.row(head)[column]).sum();
                assert!((reached - targets.row(key)[column]).abs() < 1e-12, "{w:?}");
            }
        }
        let fewer = matrix(3, &[1.0, 0.0, 0.0, 0.0, 0.0, 1.0]);
        assert_eq!(weights(&fewer, &targets), Some(matrix(2, &[1.0, -3.0, -1.0, 5.0])));
    }

    #[test]
    fn patterns_that_are_alike_are_refused() {
        let targets = matrix(1, &[1.0, 2.0, 3.0]);
        assert_eq!(weights(&matrix(3, &[0.5, 0.5, 0.0, 0.5, 0.5, 0.0]), &targets), None);
        assert_eq!(weights(&matrix(1, &[f64::NAN]), &matrix(1, &[1.0])), None);
    }
}
