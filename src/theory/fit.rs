//! Least squares over a few dozen numbers.

use ndarray::{Array2, ArrayView2};

/// The weights W of `W^T P ≈ T`, of which each column of `targets` is one: of patterns that span everything, exactly. `None` where
/// patterns are alike.
///
/// # Shapes
/// - patterns: [heads, keys]
/// - targets: [keys, columns]
/// - result: [heads, columns]
pub(super) fn weights(patterns: ArrayView2<'_, f64>, targets: ArrayView2<'_, f64>) -> Option<Array2<f64>> {
    // P Pᵀ W = P T, with Gauss' elimination.
    let mut a = patterns.dot(&patterns.t());
    let mut b = patterns.dot(&targets);
    let heads = a.nrows();
    for pivot in 0..heads {
        let best = (pivot..heads).max_by(|i, j| a[[*i, pivot]].abs().total_cmp(&a[[*j, pivot]].abs()))?;
        for matrix in [&mut a, &mut b] {
            for col in 0..matrix.ncols() {
                matrix.swap([pivot, col], [best, col]);
            }
        }
        let size = a[[pivot, pivot]];
        if !(size.abs() > 1e-13) {
            return None;
        }
        for row in (0..heads).filter(|row| *row != pivot) {
            let factor = a[[row, pivot]] / size;
            for matrix in [&mut a, &mut b] {
                for col in 0..matrix.ncols() {
                    matrix[[row, col]] -= factor * matrix[[pivot, col]];
                }
            }
        }
    }
    for (pivot, mut row) in b.outer_iter_mut().enumerate() {
        row /= a[[pivot, pivot]];
    }
    Some(b)
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::weights;

    #[test]
    fn as_many_patterns_as_keys_reach_any_target_and_fewer_come_nearest() {
        let patterns = array![[0.5, 0.25, 0.25], [0.0, 0.0, 1.0], [0.25, 0.5, 0.25]];
        let targets = array![[1.0, -3.0], [2.0, 0.0], [-1.0, 5.0]];
        let w = weights(patterns.view(), targets.view()).unwrap();
        let reached = patterns.t().dot(&w);
        assert!((&reached - &targets).iter().all(|x| x.abs() < 1e-12), "{reached}");
        let fewer = array![[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]];
        assert_eq!(weights(fewer.view(), targets.view()).unwrap(), array![[1.0, -3.0], [-1.0, 5.0]]);
    }

    #[test]
    fn patterns_that_are_alike_are_refused() {
        let alike = array![[0.5, 0.5, 0.0], [0.5, 0.5, 0.0]];
        assert!(weights(alike.view(), array![[1.0], [2.0], [3.0]].view()).is_none());
        assert!(weights(array![[f64::NAN]].view(), array![[1.0]].view()).is_none());
    }
}
