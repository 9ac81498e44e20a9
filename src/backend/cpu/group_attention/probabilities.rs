//! Where one pixel looks: the probabilities of group self-attention, computed for a single query.

use ndarray::{Array5, ArrayView4};

use crate::backend::cpu::real::Real;
use crate::layers::{Attention, Linear};

/// Encodings of a layer's distinct coordinates: `[distinct, dim]`, flat.
#[derive(Clone, Copy)]
pub(crate) struct Encodings<'a, T> {
    /// Of rows.
    pub(crate) rows: &'a [T],
    /// Of columns.
    pub(crate) cols: &'a [T],
}

/// The probabilities with which the pixel (`row`, `col`) attends, averaged over query elements (so that they sum to 1 for each
/// head and output element); 0 outside the window. The softmax of the paper's equations 11 (lifting) and 14 (group).
///
/// # Shapes
/// - x: [C, N in, H, W]
/// - result: [head, N out, N in, H, W]
pub(crate) fn probabilities<T: Real>(
    layer: &Attention,
    parameters: &[T],
    encodings: Encodings<'_, T>,
    x: ArrayView4<'_, T>,
    (row, col): (usize, usize),
) -> Array5<T> {
    let (_, inputs, rows, cols) = x.dim();
    let dim = layer.dim;
    let project = |linear: &Linear, head: usize, n: usize, i: usize, j: usize| -> Vec<T> {
        (head * dim..(head + 1) * dim)
            .map(|o| {
                let bias = linear.bias.map_or(T::default(), |b| parameters[b + o]);
                (0..linear.inputs)
                    .fold(bias, |sum, c| sum + parameters[linear.weight + o * linear.inputs + c] * x[[c, n, i, j]])
            })
            .collect()
    };
    let dot = |a: &[T], b: &[T]| a.iter().zip(b).fold(T::default(), |sum, (a, b)| sum + *a * *b);
    let [window_rows, window_cols] = layer.positions.window;
    let scale = T::of(layer.scale());
    let mut out = Array5::from_elem((layer.heads, layer.elements_out, inputs, rows, cols), T::default());
    // Keys inside both the window and the picture, with their offset in the window.
    let seen: Vec<_> = (0..rows)
        .flat_map(|i| (0..cols).map(move |j| (i, j)))
        .filter_map(|(i, j)| {
            let offset_row = (i + window_rows / 2).checked_sub(row).filter(|r| *r < window_rows)?;
            let offset_col = (j + window_cols / 2).checked_sub(col).filter(|c| *c < window_cols)?;
            Some((i, j, offset_row * window_cols + offset_col))
        })
        .collect();
    for head in 0..layer.heads {
        let keys: Vec<_> = seen
            .iter()
            .flat_map(|&(i, j, offset)| (0..inputs).map(move |m| (m, i, j, offset)))
            .map(|(m, i, j, offset)| ((m, i, j, offset), project(&layer.key, head, m, i, j)))
            .collect();
        let queries: Vec<_> = (0..inputs).map(|g| project(&layer.query, head, g, row, col)).collect();
        for h in 0..layer.elements_out {
            let (elements, key_elements) = (layer.query_elements(h), layer.key_elements(h));
            let keys = || keys.iter().filter(|((m, ..), _)| key_elements.contains(m));
            let share = T::of(1.0 / elements.len() as f64);
            for g in elements {
                let (q_row, rest) = queries[g].split_at(layer.row.dim);
                let (q_col, q_group) = rest.split_at(layer.col.dim);
                let scores: Vec<T> = keys()
                    .map(|((m, _, _, offset), key)| {
                        let at = h * window_rows * window_cols + offset;
                        let entry = layer.positions.row_index[at] as usize * layer.row.dim;
                        let mut score =
                            dot(&queries[g], key) + dot(q_row, &encodings.rows[entry..entry + layer.row.dim]);
                        let entry = layer.positions.col_index[at] as usize * layer.col.dim;
                        score += dot(q_col, &encodings.cols[entry..entry + layer.col.dim]);
                        if let Some(group) = &layer.group {
                            let entry = group.index[(h * inputs + g) * inputs + m] as usize * group.dim;
                            score += dot(q_group, &parameters[group.embedding + entry..][..group.dim]);
                        }
                        score * scale
                    })
                    .collect();
                let largest = scores.iter().copied().fold(T::neg_infinity(), T::max);
                let total: T = scores.iter().map(|s| (*s - largest).exp()).sum();
                for (((m, i, j, _), _), score) in keys().zip(&scores) {
                    out[[head, h, *m, *i, *j]] += (*score - largest).exp() / total * share;
                }
            }
        }
    }
    out
}
