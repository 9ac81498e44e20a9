//! Where one pixel looks: the probabilities of group self-attention, computed for a single query.

use ndarray::{Array5, ArrayView4};

use super::{Tables, parts};
use crate::backend::cpu::real::Real;
use crate::layers::Attention;

/// The probabilities with which the pixel (`row`, `col`) attends, averaged over query elements (so that they sum to 1 for each
/// head and output element); 0 outside the window. The softmax of the paper's equations 11 (lifting) and 14 (group).
///
/// # Shapes
/// - x: [C, N in, H, W]
/// - result: [head, N out, N in, H, W]
pub(crate) fn probabilities<T: Real>(
    layer: &Attention,
    parameters: &[T],
    tables: &Tables<T>,
    x: ArrayView4<'_, T>,
    (row, col): (usize, usize),
) -> Array5<T> {
    let (_, inputs, rows, cols) = x.dim();
    let parts = parts(layer, parameters, tables, x, (row, col));
    let mut out = Array5::from_elem((layer.heads, layer.elements_out, inputs, rows, cols), T::default());
    let [window_rows, window_cols] = layer.positions.window;
    // Places of the window that are pixels.
    let seen: Vec<_> = parts.inside.indexed_iter().filter(|(_, inside)| **inside).map(|(at, _)| at).collect();
    for head in 0..layer.heads {
        for h in 0..layer.elements_out {
            let elements = layer.query_elements(h);
            let keys = || layer.key_elements(h).flat_map(|m| seen.iter().map(move |&(i, j)| (m, i, j)));
            let share = T::of(1.0 / elements.len() as f64);
            for g in elements {
                let scores: Vec<T> = keys()
                    .map(|(m, i, j)| {
                        let position = parts.rows[[head, h, g, i, j]] + parts.cols[[head, h, g, i, j]];
                        parts.content[[head, g, m, i, j]] + position + parts.group[[head, h, g, m]]
                    })
                    .collect();
                let largest = scores.iter().copied().fold(T::neg_infinity(), T::max);
                let total: T = scores.iter().map(|s| (*s - largest).exp()).sum();
                for ((m, i, j), score) in keys().zip(&scores) {
                    let (i, j) = (row + i - window_rows / 2, col + j - window_cols / 2);
                    out[[head, h, m, i, j]] += (*score - largest).exp() / total * share;
                }
            }
        }
    }
    out
}
