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
    /// Outputs, inputs, elements, side.
    shape: [usize; 4],
    /// `[C', C, N in, n, n]`
    filter: Vec<f64>,
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
        // What is not square is no filter.
        let side = if rows == cols { rows } else { 0 };
        Self::of_numbers(group, [outputs, inputs, elements, side], filter.iter().copied().collect())
    }

    /// Of `[C', C, N in, n, n]` in one list.
    pub(crate) fn of_numbers(group: Group, shape: [usize; 4], filter: Vec<f64>) -> Result<Self> {
        let [outputs, inputs, elements, side] = shape;
        if ![1, 2, 4].contains(&group.rotations()) {
            return Err(Error::Input(format!(
                "{} moves pixels between pixels; choose a group of 1, 2 or 4 rotations",
                group.name()
            )));
        }
        let fits = side % 2 == 1 && side <= MAX_SIDE && (elements == 1 || elements == group.order());
        if !fits || outputs == 0 || inputs == 0 || filter.len() != outputs * inputs * elements * side * side {
            return Err(Error::Input(format!(
                "a filter of shape {shape:?} (the last for rows and columns); expected [outputs, inputs, 1 or {}, n], n odd and up to {MAX_SIDE}",
                group.order()
            )));
        }
        if !filter.iter().all(|x| x.is_finite()) {
            return Err(Error::Input("a number of the filter is not finite".into()));
        }
        Ok(Self { group, shape, filter })
    }

    /// The group.
    pub fn group(&self) -> &Group {
        &self.group
    }

    /// Outputs C', inputs C, elements N in and side n of ψ.
    pub(super) fn shape(&self) -> [usize; 4] {
        self.shape
    }

    /// A number of ψ.
    pub(super) fn number(&self, [o, c]: [usize; 2], eta: usize, [row, col]: [usize; 2]) -> f64 {
        let [_, inputs, elements, side] = self.shape;
        self.filter[(((o * inputs + c) * elements + eta) * side + row) * side + col]
    }

    /// Whether it is of pictures.
    pub fn is_lifting(&self) -> bool {
        self.elements_in() == 1
    }

    /// Group elements of what it is applied to.
    pub fn elements_in(&self) -> usize {
        self.shape[2]
    }

    /// The side of the filter.
    pub fn side(&self) -> usize {
        self.shape[3]
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
        self.check(x.shape())?;
        self.array(x, true)
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
        self.check(x.shape())?;
        self.array(x, false)
    }

    fn array(&self, x: ArrayView4<'_, f64>, repeats: bool) -> Result<Array4<f64>> {
        let (_, _, rows, cols) = x.dim();
        let numbers: Vec<f64> = x.iter().copied().collect();
        let y = self.convolve(&numbers, [rows, cols], repeats);
        Ok(Array4::from_shape_vec((self.shape[0], self.group.order(), rows, cols), y).expect("as many numbers"))
    }

    /// `[C, N in, rows, cols]` → `[C', N, rows, cols]`; beyond the border are its own pixels, or zeros.
    pub(super) fn convolve(&self, x: &[f64], [rows, cols]: [usize; 2], repeats: bool) -> Vec<f64> {
        let [outputs, inputs, elements, side] = self.shape;
        let (group, half) = (&self.group, (side / 2) as isize);
        let mut y = Vec::with_capacity(outputs * group.order() * rows * cols);
        for o in 0..outputs {
            for h in group.elements() {
                // Of each place of the filter: its number, the map that it is for, and where it lies.
                let mut taps = vec![];
                for tap in 0..inputs * elements * side * side {
                    let (c, eta) = (tap / (side * side) / elements, tap / (side * side) % elements);
                    let key = if elements == 1 { 0 } else { group.index_of(group.compose(h, group.element(eta))) };
                    let at = [tap / side % side, tap % side];
                    taps.push((self.number([o, c], eta, at), c * elements + key, self.moved(h, at)));
                }
                for pixel in 0..rows * cols {
                    let mut sum = 0.0;
                    for &(number, map, at) in &taps {
                        let row = (pixel / cols + at[0]) as isize - half;
                        let col = (pixel % cols + at[1]) as isize - half;
                        let (r, c) = (row.clamp(0, rows as isize - 1), col.clamp(0, cols as isize - 1));
                        if repeats || (r, c) == (row, col) {
                            sum += number * x[(map * rows + r as usize) * cols + c as usize];
                        }
                    }
                    y.push(sum);
                }
            }
        }
        y
    }

    /// Refuses maps that it can't be applied to.
    pub(super) fn check(&self, shape: &[usize]) -> Result<()> {
        let [_, inputs, elements, _] = self.shape;
        if shape[..2] == [inputs, elements] && shape[2..].iter().all(|side| (1..=512).contains(side)) {
            return Ok(());
        }
        Err(Error::Input(format!(
            "maps of shape {shape:?}; expected [{inputs}, {elements}, rows, columns], up to 512 of each"
        )))
    }
}
