//! A group convolution, as its formula says.

use ndarray::{Array4, Array5, ArrayView4};

use crate::error::{Error, Result};
use crate::group::{Element, Group};

/// The largest side of a filter.
const MAX_SIDE: usize = 7;

/// (f ⋆ ψ)(x, h) = Σ_δ Σ_η ψ(δ, η) f(x + A_h δ, h η), with a matrix ψ(δ, η) of outputs × inputs; from pictures, whose f has no
/// group element, the sum over η is of one term.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupConvolution {
    group: Group,
    /// `[C', C, N in, n, n]`
    filter: Array5<f64>,
}

impl GroupConvolution {
    /// A convolution of functions on the group, or of pictures where the filter has one element.
    ///
    /// # Shapes
    /// - filter: [C', C, N, n, n], or [C', C, 1, n, n] for a convolution that lifts pictures to functions on the group
    ///
    /// # Errors
    /// [`Error::Input`] for a group that maps pixels between pixels, and for a filter that is even, larger than 7×7, of another
    /// number of elements or not finite.
    pub fn new(group: Group, filter: Array5<f64>) -> Result<Self> {
        let (outputs, inputs, elements, rows, cols) = filter.dim();
        if ![1, 2, 4].contains(&group.rotations()) {
            return Err(Error::Input(format!(
                "{} moves pixels between pixels; choose a group of 1, 2 or 4 rotations",
                group.name()
            )));
        }
        let fits = rows == cols && rows % 2 == 1 && rows <= MAX_SIDE && [1, group.order()].contains(&elements);
        if !fits || outputs == 0 || inputs == 0 {
            return Err(Error::Input(format!(
                "a filter of shape {:?}; expected [outputs, inputs, 1 or {}, n, n], n odd and up to {MAX_SIDE}",
                filter.shape(),
                group.order()
            )));
        }
        match filter.iter().find(|x| !x.is_finite()) {
            None => Ok(Self { group, filter }),
            Some(x) => Err(Error::Input(format!("a number of the filter is {x}; all must be finite"))),
        }
    }

    /// The group.
    pub fn group(&self) -> &Group {
        &self.group
    }

    /// ψ `[C', C, N in, n, n]`
    pub fn filter(&self) -> &Array5<f64> {
        &self.filter
    }

    /// Whether it is of pictures.
    pub fn is_lifting(&self) -> bool {
        self.elements_in() == 1
    }

    /// Group elements of what it is applied to.
    pub fn elements_in(&self) -> usize {
        self.filter.dim().2
    }

    /// The side of the filter.
    pub fn side(&self) -> usize {
        self.filter.dim().3
    }

    /// A_h δ: where a place of the filter lies in the filter that `h` has turned.
    pub(super) fn moved(&self, h: Element, [row, col]: [usize; 2]) -> [usize; 2] {
        let half = (self.side() / 2) as f64;
        let (row, col) = (row as f64 - half, col as f64 - half);
        self.group.matrix(h).map(|line| (line[0] * row + line[1] * col + half).round() as usize)
    }

    /// Convolves. Beyond its border a map goes on with the pixels of the border.
    ///
    /// # Shapes
    /// - x: [C, N in, H, W]
    /// - result: [C', N, H, W]
    ///
    /// # Errors
    /// [`Error::Input`] for maps of another number of channels or elements, or without pixels.
    pub fn apply(&self, x: ArrayView4<'_, f64>) -> Result<Array4<f64>> {
        self.convolve(x, true)
    }

    /// The same where a map goes on with zeros.
    ///
    /// # Shapes
    /// - x: [C, N in, H, W]
    /// - result: [C', N, H, W]
    ///
    /// # Errors
    /// As [`apply`](Self::apply).
    pub fn apply_in_ring(&self, x: ArrayView4<'_, f64>) -> Result<Array4<f64>> {
        self.convolve(x, false)
    }

    fn convolve(&self, x: ArrayView4<'_, f64>, repeats: bool) -> Result<Array4<f64>> {
        self.check(x.shape())?;
        let (outputs, inputs, elements, side, _) = self.filter.dim();
        let (_, _, rows, cols) = x.dim();
        let (group, half) = (&self.group, side / 2);
        let mut y = Vec::with_capacity(outputs * group.order() * rows * cols);
        for o in 0..outputs {
            for h in group.elements() {
                // Of each place of the filter: its own, where it lies, and the element that it is of.
                let mut taps = vec![];
                for eta in 0..elements {
                    let key = if elements == 1 { 0 } else { group.index_of(group.compose(h, group.element(eta))) };
                    for place in 0..side * side {
                        let at = [place / side, place % side];
                        taps.push((eta, key, at, self.moved(h, at)));
                    }
                }
                for pixel in 0..rows * cols {
                    let mut sum = 0.0;
                    for &(eta, key, [i, j], [down, right]) in &taps {
                        let (row, col) =
                            ((pixel / cols + down).wrapping_sub(half), (pixel % cols + right).wrapping_sub(half));
                        let inside = row < rows && col < cols;
                        if !inside && !repeats {
                            continue;
                        }
                        let within = |at: usize, count: usize| (at as isize).clamp(0, count as isize - 1) as usize;
                        for c in 0..inputs {
                            sum += self.filter[[o, c, eta, i, j]] * x[[c, key, within(row, rows), within(col, cols)]];
                        }
                    }
                    y.push(sum);
                }
            }
        }
        Ok(Array4::from_shape_vec((outputs, group.order(), rows, cols), y).expect("as many numbers"))
    }

    /// Refuses maps that it can't be applied to.
    pub(super) fn check(&self, shape: &[usize]) -> Result<()> {
        let (_, inputs, elements, ..) = self.filter.dim();
        if shape[..2] == [inputs, elements] && shape[2..].iter().all(|side| (1..=512).contains(side)) {
            return Ok(());
        }
        Err(Error::Input(format!(
            "maps of shape {shape:?}; expected [{inputs}, {elements}, rows, columns], up to 512 of each"
        )))
    }
}
