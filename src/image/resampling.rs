//! Averaging a picture of any size over the pixels of a small one.

use super::middle;
use ndarray::{Array2, ArrayView1, ArrayView2, s};
use std::iter::zip;

/// A picture of `side`×`side` pixels, each the mean of a square of `picture`; what lies outside `picture` is 0.
///
/// Squares are `step` pixels of `picture` apart and as wide, but at least one pixel. The point `centre` (row, column), counted
/// from the middle of `picture`, comes to the middle of the result.
pub(super) fn resample(picture: ArrayView2<f32>, centre: [f64; 2], step: f64, side: usize) -> Array2<f32> {
    let (rows, cols) = picture.dim();
    let middle = middle((rows, cols));
    let down = windows(rows, middle[0] + centre[0], step, side);
    let across = windows(cols, middle[1] + centre[1], step, side);
    Array2::from_shape_fn((side, side), |(row, col)| {
        let (rows, cols) = (&down[row], &across[col]);
        let covered = picture.slice(s![rows.first..rows.end(), cols.first..cols.end()]);
        let mean = |line: ArrayView1<f32>| zip(line, &cols.weights).map(|(ink, weight)| ink * weight).sum::<f32>();
        zip(covered.outer_iter(), &rows.weights).map(|(line, weight)| weight * mean(line)).sum::<f32>().min(1.0)
    })
}

/// Which part of a line of pixels one pixel of the result averages, and with which weights.
struct Window {
    first: usize,
    weights: Vec<f32>,
}

impl Window {
    fn end(&self) -> usize {
        self.first + self.weights.len()
    }
}

/// One window for each of `side` places along a line of `length` pixels, `step` apart, with `centre` in their middle.
fn windows(length: usize, centre: f64, step: f64, side: usize) -> Vec<Window> {
    let width = step.max(1.0);
    let middle = (side as f64 - 1.0) / 2.0;
    let within = |place: f64| place.clamp(0.0, length as f64) as usize;
    (0..side)
        .map(|index| {
            let place = centre + (index as f64 - middle) * step;
            let (start, end) = (place - width / 2.0, place + width / 2.0);
            // Pixel i covers i − ½ to i + ½.
            let (first, past) = (within((start + 0.5).floor()), within((end + 0.5).ceil()));
            let overlap = |i: usize| end.min(i as f64 + 0.5) - start.max(i as f64 - 0.5);
            let weights = (first..past).map(|i| (overlap(i).max(0.0) / width) as f32).collect();
            Window { first, weights }
        })
        .collect()
}
