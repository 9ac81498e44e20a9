//! Turning a picture, or one feature map, about its middle.

use super::middle;
use crate::group::sin_cos;
use ndarray::{Array2, ArrayView2};

/// Turns a picture about its middle by `degrees`, counter-clockwise on the screen; what comes from outside is 0.
///
/// Resampled with the Catmull-Rom cubic, whose overshoot is cut off at the picture's own range (0 included), so that grey
/// values stay grey values. Quarter turns of a square picture only move pixels: nothing is resampled.
/// An angle that is not a finite number gives NaN everywhere.
///
/// # Shapes
/// - `picture`: [rows, columns], any size and any range of values
/// - returns: the same shape
///
/// ```
/// use gsa_net::image::turn;
/// use ndarray::array;
///
/// // +row turns towards +column: what lay below lies to the right.
/// let below = array![[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 1.0, 0.0]];
/// let right = array![[0.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]];
/// assert_eq!(turn(below.view(), 90.0), right);
/// ```
pub fn turn(picture: ArrayView2<f32>, degrees: f32) -> Array2<f32> {
    let (rows, cols) = picture.dim();
    let mut turned = Array2::zeros((rows, cols));
    let out = turned.as_slice_mut().expect("a new array is contiguous");
    match picture.as_slice() {
        Some(pixels) => turn_into(pixels, cols, degrees, out),
        None => turn_into(&picture.iter().copied().collect::<Vec<_>>(), cols, degrees, out),
    }
    turned
}

/// [`turn`] without an allocation: from `picture` into `turned`.
///
/// # Shapes
/// - `picture`: [rows, columns], row by row
/// - `turned`: the same shape; everything in it is overwritten
///
/// # Panics
/// When the two lengths differ or aren't a whole number of rows of `cols` pixels.
pub fn turn_into(picture: &[f32], cols: usize, degrees: f32, turned: &mut [f32]) {
    let rows = picture.len() / cols.max(1);
    turn_about(picture, cols, middle((rows, cols)), degrees, turned);
}

/// [`turn_into`], about another point than the middle: `centre` (row, column) of `picture` comes to the middle of `turned`.
///
/// MNIST puts a digit's centre of mass at [`MNIST_CENTRE`](super::MNIST_CENTRE), half a pixel off the middle of its pictures.
/// Turned about the middle, a digit would keep that half pixel in a direction that turns with it, and a network could read
/// from it which way is up.
///
/// # Shapes
/// - `picture`: [rows, columns], row by row
/// - `turned`: the same shape; everything in it is overwritten
///
/// # Panics
/// When the two lengths differ or aren't a whole number of rows of `cols` pixels.
pub fn turn_about(picture: &[f32], cols: usize, centre: [f64; 2], degrees: f32, turned: &mut [f32]) {
    let (sin, cos) = sin_cos(f64::from(degrees));
    // A⁻¹
    warp_about(picture, cols, centre, turned, |[row, col]| [cos * row + sin * col, cos * col - sin * row]);
}

/// [`turn_about`] for any map of the plane, given by its inverse on (row, column): from a place of `warped`, counted from its middle,
/// to that of `picture` where its value comes from, counted from `centre`. A place of which both coordinates
/// are no numbers gives NaN.
///
/// # Shapes
/// - `picture`: [rows, columns], row by row
/// - `warped`: the same shape; everything in it is overwritten
///
/// # Panics
/// When the two lengths differ or aren't a whole number of rows of `cols` pixels.
pub fn warp_about(
    picture: &[f32],
    cols: usize,
    centre: [f64; 2],
    warped: &mut [f32],
    inverse: impl Fn([f64; 2]) -> [f64; 2],
) {
    assert_eq!(picture.len(), warped.len(), "a warped picture has the size of the picture");
    if picture.is_empty() {
        return;
    }
    assert!(cols > 0 && picture.len().is_multiple_of(cols), "{} pixels are no whole rows of {cols}", picture.len());
    let rows = picture.len() / cols;
    let [middle_row, middle_col] = middle((rows, cols));
    let (low, high) = picture.iter().fold((0f32, 0f32), |(low, high), &v| (low.min(v), high.max(v)));
    for (index, out) in warped.iter_mut().enumerate() {
        let [row, col] = inverse([(index / cols) as f64 - middle_row, (index % cols) as f64 - middle_col]);
        // Farther outside there is no more to see.
        let from_row = (row + centre[0]).clamp(-3.0, rows as f64 + 3.0);
        let from_col = (col + centre[1]).clamp(-3.0, cols as f64 + 3.0);
        let (first_row, first_col) = (from_row.floor(), from_col.floor());
        let down = catmull_rom((from_row - first_row) as f32);
        let across = catmull_rom((from_col - first_col) as f32);
        let (first_row, first_col) = (first_row as isize - 1, first_col as isize - 1);
        let inside =
            first_row >= 0 && first_col >= 0 && first_row + 4 <= rows as isize && first_col + 4 <= cols as isize;
        let value = if inside {
            let start = first_row as usize * cols + first_col as usize;
            (0..4)
                .map(|i| {
                    let line = &picture[start + i * cols..][..4];
                    down[i] * (0..4).map(|j| across[j] * line[j]).sum::<f32>()
                })
                .sum::<f32>()
        } else {
            let mut sum = 0.0;
            for (i, weight_down) in (first_row..).zip(down) {
                for (j, weight_across) in (first_col..).zip(across) {
                    if (0..rows as isize).contains(&i) && (0..cols as isize).contains(&j) {
                        sum += weight_down * weight_across * picture[i as usize * cols + j as usize];
                    }
                }
            }
            sum
        };
        *out = value.clamp(low, high);
    }
}

/// Weights of the pixels at −1, 0, 1 and 2 for the place `t` in [0, 1) between 0 and 1.
///
/// R. Keys, *Cubic convolution interpolation for digital image processing*, 1981, with a = −1/2.
fn catmull_rom(t: f32) -> [f32; 4] {
    [
        t * (t * (1.0 - 0.5 * t) - 0.5),
        t * t * (1.5 * t - 2.5) + 1.0,
        t * (t * (2.0 - 1.5 * t) + 0.5),
        t * t * (0.5 * t - 0.5),
    ]
}
