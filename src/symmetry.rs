//! The symmetries of the pixel grid, quarter turns and mirrors, acting on pictures and feature maps; the equivariance error.
//!
//! (L_g f)(x, h) = f(A_g⁻¹ x, g⁻¹ h), about the picture's centre.

use ndarray::{Array4, Array5, ArrayView4, ArrayView5, Axis};

use crate::error::{Error, Result};
use crate::group::{Element, Group};

/// An element of D_4, the symmetries that map the pixel grid to itself: **mirror the columns first, then turn**.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridSymmetry {
    /// Quarter turns, +row towards +col (counter-clockwise on a screen); taken modulo 4.
    pub quarter_turns: u8,
    /// Whether columns are mirrored before.
    pub mirror: bool,
}

impl GridSymmetry {
    /// All eight.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..8).map(|i| Self { quarter_turns: i % 4, mirror: i >= 4 })
    }

    /// The element of `group` that this is, if it is one.
    pub fn in_group(self, group: &Group) -> Option<Element> {
        let n = group.rotations();
        let k = u32::from(self.quarter_turns % 4) * n;
        let possible = k.is_multiple_of(4) && (group.has_mirrors() || !self.mirror);
        possible.then_some(Element { rotation: k / 4 % n, mirror: self.mirror })
    }

    /// Where the pixel (row, col) of the result comes from: A_g⁻¹ about the centre of an image of `rows`×`cols` pixels *after* the
    /// symmetry.
    pub(crate) fn source(self, row: usize, col: usize, [rows, cols]: [usize; 2]) -> (usize, usize) {
        // Undo the turn, then the mirror. A quarter turn sends (row, col) to (−col, row) about the centre.
        let (r, c, width) = match self.quarter_turns % 4 {
            0 => (row, col, cols),
            1 => (col, rows - 1 - row, rows),
            2 => (rows - 1 - row, cols - 1 - col, cols),
            _ => (cols - 1 - col, row, rows),
        };
        (r, if self.mirror { width - 1 - c } else { c })
    }

    /// Rows and columns of a picture of so many, turned or mirrored.
    pub(crate) fn size_after(self, [rows, cols]: [usize; 2]) -> [usize; 2] {
        if self.quarter_turns.is_multiple_of(2) { [rows, cols] } else { [cols, rows] }
    }
}

/// L_g on pictures.
///
/// # Shapes
/// - images: [B, C, H, W]
/// - result: [B, C, H, W], or [B, C, W, H] after an odd number of quarter turns
pub fn act_on_image(g: GridSymmetry, images: ArrayView4<'_, f32>) -> Array4<f32> {
    let (batch, channels, rows, cols) = images.dim();
    let size = g.size_after([rows, cols]);
    Array4::from_shape_fn((batch, channels, size[0], size[1]), |(b, c, i, j)| {
        let (r, s) = g.source(i, j, size);
        images[[b, c, r, s]]
    })
}

/// L_g on feature maps: pixels move, and group elements are permuted where `g` belongs to the group; where it does not, only
/// pixels move.
///
/// # Shapes
/// - maps: [B, C, N, H, W]
///
/// # Errors
/// [`Error::Input`] when N is not the order of the group.
pub fn act_on_features(g: GridSymmetry, group: &Group, maps: ArrayView5<'_, f32>) -> Result<Array5<f32>> {
    let (batch, channels, elements, rows, cols) = maps.dim();
    if elements != group.order() {
        return Err(Error::Input(format!(
            "maps have {elements} group elements, {} has {}",
            group.name(),
            group.order()
        )));
    }
    let size = g.size_after([rows, cols]);
    let element = g.in_group(group).unwrap_or(Element::IDENTITY);
    let from: Vec<usize> = group.elements().map(|h| group.index_of(group.compose(group.inverse(element), h))).collect();
    Ok(Array5::from_shape_fn((batch, channels, elements, size[0], size[1]), |(b, c, n, i, j)| {
        let (r, s) = g.source(i, j, size);
        maps[[b, c, from[n], r, s]]
    }))
}

/// ‖a − b‖ / ‖b‖ (0 if both are 0), largest over the batch; not a number if there is one inside.
///
/// # Shapes
/// - a, b: [B, …], alike
///
/// # Errors
/// [`Error::Input`] for different shapes.
pub fn relative_difference(a: ArrayView5<'_, f32>, b: ArrayView5<'_, f32>) -> Result<f32> {
    if a.shape() != b.shape() {
        return Err(Error::Input(format!("shapes {:?} and {:?} can't be compared", a.shape(), b.shape())));
    }
    let square = |x: f32| f64::from(x) * f64::from(x);
    let mut worst = 0f64;
    for (a, b) in a.axis_iter(Axis(0)).zip(b.axis_iter(Axis(0))) {
        let difference: f64 = a.iter().zip(&b).map(|(a, b)| square(a - b)).sum();
        let size: f64 = b.iter().map(|b| square(*b)).sum();
        let relative = if difference == 0.0 { 0.0 } else { (difference / size).sqrt() };
        // `max` would drop a NaN.
        worst = if relative > worst || relative.is_nan() { relative } else { worst };
    }
    Ok(worst as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symmetries_move_pixels_as_their_matrices_say() {
        let d4 = Group::dihedral(4).unwrap();
        let images = Array4::from_shape_fn((1, 1, 3, 5), |(.., i, j)| (10 * i + j) as f32);
        for g in GridSymmetry::all() {
            let turned = act_on_image(g, images.view());
            let [rows, cols] = [turned.dim().2, turned.dim().3];
            let a = d4.matrix(g.in_group(&d4).unwrap());
            for ((_, _, i, j), x) in images.indexed_iter() {
                let (y, z) = (i as f64 - 1.0, j as f64 - 2.0);
                let row = a[0][0] * y + a[0][1] * z + (rows as f64 - 1.0) / 2.0;
                let col = a[1][0] * y + a[1][1] * z + (cols as f64 - 1.0) / 2.0;
                assert_eq!(turned[[0, 0, row as usize, col as usize]], *x, "{g:?}");
            }
        }
    }

    #[test]
    fn acting_on_features_is_a_left_action() {
        let d4 = Group::dihedral(4).unwrap();
        let maps = Array5::from_shape_fn((1, 1, 8, 2, 2), |(_, _, n, i, j)| (n * 4 + i * 2 + j) as f32);
        for g in GridSymmetry::all() {
            for h in GridSymmetry::all() {
                let gh = d4.compose(g.in_group(&d4).unwrap(), h.in_group(&d4).unwrap());
                let gh = GridSymmetry { quarter_turns: gh.rotation as u8, mirror: gh.mirror };
                let once = act_on_features(gh, &d4, maps.view()).unwrap();
                let inner = act_on_features(h, &d4, maps.view()).unwrap();
                let twice = act_on_features(g, &d4, inner.view()).unwrap();
                assert_eq!(once, twice);
            }
        }
    }

    #[test]
    fn relative_difference_sees_one_changed_number_and_nan() {
        let a = Array5::from_elem((2, 1, 1, 2, 2), 1.0f32);
        assert_eq!(relative_difference(a.view(), a.view()).unwrap(), 0.0);
        let mut b = a.clone();
        b[[1, 0, 0, 1, 1]] = 2.0;
        assert_eq!(relative_difference(b.view(), a.view()).unwrap(), 0.5);
        b[[0, 0, 0, 0, 0]] = f32::NAN;
        assert!(relative_difference(b.view(), a.view()).unwrap().is_nan());
        assert!(relative_difference(a.view(), Array5::zeros((1, 1, 1, 2, 2)).view()).is_err());
    }
}
