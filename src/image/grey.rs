//! A grey picture of any size to the picture a network sees.

use super::resampling::resample;
use super::{Ink, RADIUS, SIDE, WIDTH};
use crate::error::{Error, Result};
use ndarray::{Array2, ArrayView2, s};

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

/// Pixels of the picture in which line width is measured and changed, to one pixel of the result.
const FINE: f64 = 4.0;
/// Thinner lines than this many pixels of the result are drawn wider, as wide as those of strokes.
const LEAST_WIDTH: f64 = 1.2;

/// The 28×28 picture of the digit in a grey picture, white on black or black on white; `None` when there is none.
///
/// The median of the outermost pixels is the background, the value farthest from it is full ink; the tenth of the contrast
/// next to the background is dropped as noise. Centre and size are those of the [module](super); every pixel of the result
/// averages the area that it covers (at least one pixel of the source), and what lies outside the picture is background.
/// Lines that would come out thinner than 1.2 pixels are drawn wider first: a network that has learnt MNIST can't read hairs.
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
    let (low, high) = pixels.iter().fold((1f32, 0f32), |(low, high), &v| (low.min(v), high.max(v)));
    let contrast = if high - background >= background - low { high - background } else { low - background };
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
    let fine = resample(picture.view(), ink.centre, step / FINE, SIDE * FINE as usize);
    Ok(Some(match widen(fine) {
        None => resample(picture.view(), ink.centre, step, SIDE),
        Some(wider) => {
            let ink = Ink::of(wider.view());
            resample(wider.view(), ink.centre, ink.radius / RADIUS, SIDE)
        }
    }))
}

/// Draws the lines of a fine picture with a wider pen when they are too thin; `None` when they aren't.
fn widen(mut fine: Array2<f32>) -> Option<Array2<f32>> {
    let full = fine.iter().fold(0f32, |most, &v| most.max(v));
    fine /= full;
    let width = line_width(fine.view());
    if width >= LEAST_WIDTH * FINE {
        return None;
    }
    let more = (WIDTH * FINE - width) / 2.0;
    let (rows, cols) = fine.dim();
    let reach = more.floor() as usize + 1;
    // Greatest ink within `more`, with a soft rim.
    let mut wider = fine.clone();
    for (down, across) in (0..=2 * reach).flat_map(|r| (0..=2 * reach).map(move |c| (r, c))) {
        let away = (down as f64 - reach as f64).hypot(across as f64 - reach as f64);
        let weight = (more + 1.0 - away).clamp(0.0, 1.0) as f32;
        if weight > 0.0 {
            let mut to = wider.slice_mut(s![
                down.saturating_sub(reach)..(rows + down).saturating_sub(reach).min(rows),
                across.saturating_sub(reach)..(cols + across).saturating_sub(reach).min(cols)
            ]);
            let from = fine.slice(s![
                reach.saturating_sub(down)..(rows + reach - down).min(rows),
                reach.saturating_sub(across)..(cols + reach - across).min(cols)
            ]);
            to.zip_mut_with(&from, |most, &ink| *most = most.max(weight * ink));
        }
    }
    Some(wider)
}

/// Mean width of the lines of a picture in its pixels: area over half the length of the outline, which is the sum of slopes.
///
/// Lines thinner than two pixels count as two.
fn line_width(picture: ArrayView2<f32>) -> f64 {
    let (rows, cols) = picture.dim();
    let (mut area, mut outline) = (0.0, 0.0);
    for (row, col) in (1..rows - 1).flat_map(|row| (1..cols - 1).map(move |col| (row, col))) {
        let down = picture[[row + 1, col]] - picture[[row - 1, col]];
        let across = picture[[row, col + 1]] - picture[[row, col - 1]];
        area += f64::from(picture[[row, col]]);
        outline += f64::from(down.hypot(across)) / 2.0;
    }
    2.0 * area / outline
}

fn check(pixels: ArrayView2<f32>) -> Result<()> {
    let (rows, cols) = pixels.dim();
    if !(1..=MAX_PICTURE_SIDE).contains(&rows) || !(1..=MAX_PICTURE_SIDE).contains(&cols) {
        return Err(Error::Input(format!(
            "the picture has {rows}×{cols} pixels; it can have 1×1 to {MAX_PICTURE_SIDE}×{MAX_PICTURE_SIDE}"
        )));
    }
    match pixels.indexed_iter().find(|(_, v)| !(0.0..=1.0).contains(*v)) {
        Some(((row, col), value)) => Err(Error::Input(format!(
            "the picture's pixel at row {row}, column {col} is {value}; grey values are 0 to 1: divide bytes by 255"
        ))),
        None => Ok(()),
    }
}

/// Median of the outermost pixels.
fn border_median(pixels: ArrayView2<f32>) -> f32 {
    let (rows, cols) = pixels.dim();
    let border: Vec<f32> = pixels
        .indexed_iter()
        .filter(|((row, col), _)| *row == 0 || *col == 0 || row + 1 == rows || col + 1 == cols)
        .map(|(_, &v)| v.abs())
        .collect();
    // Numbers that are not negative are in the order of their bits: found by halving, without code for sorting in the wasm.
    let (mut low, mut high) = (0, 1_f32.to_bits());
    while low < high {
        let middle = low + (high - low) / 2;
        let up_to_it = border.iter().filter(|v| v.to_bits() <= middle).count();
        if up_to_it > border.len() / 2 { high = middle } else { low = middle + 1 }
    }
    f32::from_bits(low)
}
