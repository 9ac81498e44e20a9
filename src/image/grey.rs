//! A grey picture of any size to the picture a network sees.

use super::{Ink, RADIUS, SIDE, middle};
use crate::{Error, Result};
use ndarray::{Array2, ArrayView1, ArrayView2, s};
use std::iter::zip;

/// Most rows and most columns that a grey picture may have.
pub const MAX_PICTURE_SIDE: usize = 4096;

/// Contrast below which a picture is blank.
const LEAST_CONTRAST: f32 = 0.1;
/// Part of the contrast that is taken for paper and noise.
const NOISE: f32 = 0.1;
/// Size of ink below which there is only a dot, as a fraction of the picture's longer side.
const LEAST_RADIUS: f64 = 0.02;
/// Fewer pixels full of ink than this are a speck.
const LEAST_MASS: f64 = 4.0;

/// The 28×28 picture of the digit in a grey picture, white on black or black on white; `None` when there is none.
///
/// The median of the outermost pixels is the background, the value farthest from it is full ink; the tenth of the contrast
/// next to the background is dropped as noise. Centre and size are those of the [module](super); every pixel of the result
/// averages the area that it covers (at least one pixel of the source), and what lies outside the picture is background.
///
/// `None` stands for a contrast below 0.1, less ink than four full pixels, or ink within a fiftieth of the picture.
///
/// # Shapes
/// - `pixels`: [rows, columns], 0 to 1, from 1×1 to 4096×4096
/// - returns: [28, 28], 0 (background) to 1 (ink)
///
/// # Errors
/// [`Error::Input`] for a picture without pixels or with more than [`MAX_PICTURE_SIDE`] rows or columns, and for values that
/// are not within 0 to 1.
pub fn from_grey(pixels: ArrayView2<f32>) -> Result<Option<Array2<f32>>> {
    check(pixels)?;
    let background = border_median(pixels);
    let (low, high) = pixels
        .iter()
        .fold((1f32, 0f32), |(low, high), &v| (low.min(v), high.max(v)));
    let contrast = if high - background >= background - low {
        high - background
    } else {
        low - background
    };
    if contrast.abs() < LEAST_CONTRAST {
        return Ok(None);
    }
    let picture = pixels.mapv(|v| (((v - background) / contrast - NOISE) / (1.0 - NOISE)).max(0.0));
    let ink = Ink::of(picture.view());
    let (rows, cols) = picture.dim();
    if ink.mass < LEAST_MASS || ink.radius < LEAST_RADIUS * rows.max(cols) as f64 {
        return Ok(None);
    }
    let step = ink.radius / RADIUS;
    let middle = middle((rows, cols));
    let down = windows(rows, middle[0] + ink.centre[0], step);
    let across = windows(cols, middle[1] + ink.centre[1], step);
    Ok(Some(Array2::from_shape_fn((SIDE, SIDE), |(row, col)| {
        let (rows, cols) = (&down[row], &across[col]);
        let covered = picture.slice(s![rows.first..rows.end(), cols.first..cols.end()]);
        let line = |line: ArrayView1<f32>| {
            zip(line, &cols.weights)
                .map(|(ink, weight)| ink * weight)
                .sum::<f32>()
        };
        zip(covered.outer_iter(), &rows.weights)
            .map(|(pixels, weight)| weight * line(pixels))
            .sum::<f32>()
            .min(1.0)
    })))
}

fn check(pixels: ArrayView2<f32>) -> Result<()> {
    let (rows, cols) = pixels.dim();
    if !(1..=MAX_PICTURE_SIDE).contains(&rows) || !(1..=MAX_PICTURE_SIDE).contains(&cols) {
        return Err(Error::Input(format!(
            "the picture has {rows}×{cols} pixels; it can have 1×1 to {MAX_PICTURE_SIDE}×{MAX_PICTURE_SIDE}"
        )));
    }
    match pixels
        .indexed_iter()
        .find(|(_, v)| !(0.0..=1.0).contains(*v))
    {
        Some(((row, col), value)) => Err(Error::Input(format!(
            "the picture's pixel at row {row}, column {col} is {value}; grey values are 0 to 1: divide bytes by 255"
        ))),
        None => Ok(()),
    }
}

/// Median of the outermost pixels.
fn border_median(pixels: ArrayView2<f32>) -> f32 {
    let (rows, cols) = pixels.dim();
    let mut border: Vec<f32> = pixels
        .indexed_iter()
        .filter(|((row, col), _)| *row == 0 || *col == 0 || row + 1 == rows || col + 1 == cols)
        .map(|(_, &v)| v)
        .collect();
    let half = border.len() / 2;
    *border.select_nth_unstable_by(half, f32::total_cmp).1
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

/// One window for each of 28 places along a line of `length` pixels, `step` apart, with `centre` in their middle.
fn windows(length: usize, centre: f64, step: f64) -> Vec<Window> {
    let width = step.max(1.0);
    let [middle, _] = middle((SIDE, SIDE));
    let within = |place: f64| place.clamp(0.0, length as f64) as usize;
    (0..SIDE)
        .map(|index| {
            let place = centre + (index as f64 - middle) * step;
            let (start, end) = (place - width / 2.0, place + width / 2.0);
            // Pixel i covers i − ½ to i + ½.
            let (first, past) = (within((start + 0.5).floor()), within((end + 0.5).ceil()));
            let overlap = |i: usize| end.min(i as f64 + 0.5) - start.max(i as f64 - 0.5);
            Window {
                first,
                weights: (first..past)
                    .map(|i| (overlap(i).max(0.0) / width) as f32)
                    .collect(),
            }
        })
        .collect()
}
