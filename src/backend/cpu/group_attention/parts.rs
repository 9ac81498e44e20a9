//! What one pixel asks and what it is answered: the parts of its scores, before any softmax.

use ndarray::{Array1, Array2, Array3, Array4, Array5, ArrayView4};

use super::Tables;
use crate::backend::cpu::real::Real;
use crate::layers::{Attention, Linear};

/// The parts of the scores of one query pixel in one attention layer, and what its keys add to the layer's output.
///
/// The score of a key for output element h and query element h~ is the sum of `content`, `rows`, `cols` and `group`, all of them with the
/// factor 1/√C in them; the softmax of equations 11 (lifting) and 14 (group) of the paper runs over the keys of one h and h~. Numbers of
/// keys outside the picture are 0.
#[derive(Clone, Debug, PartialEq)]
pub struct AttentionParts<T = f32> {
    /// Whether a place of the window is a pixel of the picture: `[window row, window col]`.
    pub inside: Array2<bool>,
    /// q · k: `[head, query element, key element, window row, window col]`.
    pub content: Array5<T>,
    /// q · row(A_h⁻¹Δ): `[head, output element, query element, window row, window col]`.
    pub rows: Array5<T>,
    /// q · col(A_h⁻¹Δ), likewise.
    pub cols: Array5<T>,
    /// q · emb of the relative element: `[head, output element, query element, key element]`; 0 where the layer has none.
    pub group: Array4<T>,
    /// The queries, with the factor in them: `[head, query element, channel]`; first the channels that meet rows, then those that meet columns.
    pub queries: Array3<T>,
    /// What a key adds to the output where it is given all of a softmax: `[head, key element, window row, window col, channel]`.
    pub outputs: Array5<T>,
    /// What the output has besides: `[channel]`.
    pub bias: Array1<T>,
}

/// The parts of the scores of the pixel (`row`, `col`).
///
/// # Shapes
/// - x: [C, N in, H, W]
pub(crate) fn parts<T: Real>(
    layer: &Attention,
    parameters: &[T],
    tables: &Tables<T>,
    x: ArrayView4<'_, T>,
    (row, col): (usize, usize),
) -> AttentionParts<T> {
    let (_, inputs, height, width) = x.dim();
    let (heads, outputs, dim) = (layer.heads, layer.elements_out, layer.dim);
    let [rows, cols] = layer.positions.window;
    let zero = T::default();
    // The pixel at a place of the window, where there is one.
    let pixel = |i: usize, j: usize| {
        let at_row = (row + i).checked_sub(rows / 2).filter(|r| *r < height)?;
        Some((at_row, (col + j).checked_sub(cols / 2).filter(|c| *c < width)?))
    };
    let number = |linear: &Linear, o: usize, n: usize, (i, j): (usize, usize)| {
        let bias = linear.bias.map_or(zero, |bias| parameters[bias + o]);
        (0..linear.inputs)
            .fold(bias, |sum, c| sum + parameters[linear.weight + o * linear.inputs + c] * x[[c, n, i, j]])
    };
    let scale = T::of(layer.scale());
    let queries = Array3::from_shape_fn((heads, inputs, dim), |(head, g, c)| {
        number(&layer.query, head * dim + c, g, (row, col)) * scale
    });
    // [head, key element, window row, window col, channel]
    let projected = |linear: &Linear| {
        Array5::from_shape_fn((heads, inputs, rows, cols, dim), |(head, m, i, j, c)| {
            pixel(i, j).map_or(zero, |at| number(linear, head * dim + c, m, at))
        })
    };
    // Of a query's channels from `first` on with a line of a table.
    let dot = |head: usize, g: usize, first: usize, line: &[T]| {
        line.iter().enumerate().fold(zero, |sum, (c, x)| sum + queries[[head, g, first + c]] * *x)
    };
    let encoded = |first: usize, width: usize, table: &[T], index: &[u32]| {
        Array5::from_shape_fn((heads, outputs, inputs, rows, cols), |(head, h, g, i, j)| {
            let entry = index[(h * rows + i) * cols + j] as usize * width;
            pixel(i, j).map_or(zero, |_| dot(head, g, first, &table[entry..entry + width]))
        })
    };
    let (keys, values) = (projected(&layer.key), projected(&layer.value));
    AttentionParts {
        inside: Array2::from_shape_fn((rows, cols), |(i, j)| pixel(i, j).is_some()),
        content: Array5::from_shape_fn((heads, inputs, inputs, rows, cols), |(head, g, m, i, j)| {
            (0..dim).fold(zero, |sum, c| sum + queries[[head, g, c]] * keys[[head, m, i, j, c]])
        }),
        rows: encoded(0, layer.row.dim, &tables.rows, &layer.positions.row_index),
        cols: encoded(layer.row.dim, layer.col.dim, &tables.cols, &layer.positions.col_index),
        group: Array4::from_shape_fn((heads, outputs, inputs, inputs), |(head, h, g, m)| {
            layer.group.as_ref().map_or(zero, |group| {
                let entry = group.embedding + group.index[(h * inputs + g) * inputs + m] as usize * group.dim;
                dot(head, g, layer.row.dim + layer.col.dim, &parameters[entry..entry + group.dim])
            })
        }),
        outputs: Array5::from_shape_fn((heads, inputs, rows, cols, layer.out.outputs), |(head, m, i, j, o)| {
            let weight = layer.out.weight + o * layer.out.inputs + head * dim;
            (0..dim).fold(zero, |sum, c| sum + parameters[weight + c] * values[[head, m, i, j, c]])
        }),
        bias: Array1::from_shape_fn(layer.out.outputs, |o| layer.out.bias.map_or(zero, |bias| parameters[bias + o])),
        queries,
    }
}
