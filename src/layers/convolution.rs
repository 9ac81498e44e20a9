//! Group convolution, of which the lifting convolution is the case of one input element.

use std::sync::Arc;

use crate::error::{Error, Result};
use crate::group::Group;

/// `y[o, h](x) = Σ_c Σ_η Σ_δ ψ[o, c, η, δ] f[c, hη](x + A_h δ)`: every output element turns one filter, its pixels as its group
/// elements. Of pictures, which have no group element, the sum over η is of one term. Beyond the border of a map are zeros, as far as
/// it is padded.
#[derive(Clone, Debug, PartialEq)]
pub struct Convolution {
    /// Channels in.
    pub inputs: usize,
    /// Channels out.
    pub outputs: usize,
    /// Group elements of the input: 1 for the lifting layer.
    pub elements_in: usize,
    /// Group elements of the output.
    pub elements_out: usize,
    /// Rows and columns of the filter.
    pub side: usize,
    /// Zeros round each map.
    pub padding: usize,
    /// Rows and columns of the input.
    pub size: [usize; 2],
    /// Offset of `weight [outputs, inputs, elements_in, side, side]`, which is ψ.
    pub weight: usize,
    /// `[elements_out, elements_in · side²]`: for the number of ψ at (η, δ), where output element h reads, (hη, A_h δ) in the same order.
    pub taps: Arc<[u32]>,
}

impl Convolution {
    /// Numbers of ψ for one channel in and one out.
    pub fn filter(&self) -> usize {
        self.elements_in * self.side * self.side
    }

    /// Number of weights.
    pub fn weights(&self) -> usize {
        self.outputs * self.inputs * self.filter()
    }

    /// Rows and columns of the output.
    pub fn size_out(&self) -> [usize; 2] {
        convolved(self.size, self.side, self.padding)
    }

    /// Where an output element reads; see [`taps`](Self::taps).
    pub fn taps_of(&self, element: usize) -> &[u32] {
        &self.taps[element * self.filter()..][..self.filter()]
    }

    /// Multiplications and additions for one sample.
    pub(crate) fn operations(&self) -> u64 {
        let [rows, cols] = self.size_out();
        (2 * self.weights() * self.elements_out * rows * cols) as u64
    }
}

/// Rows and columns behind a filter.
///
/// # Panics
/// Where the filter is larger than the padded map.
pub(crate) fn convolved(size: [usize; 2], side: usize, padding: usize) -> [usize; 2] {
    size.map(|along| along + 2 * padding + 1 - side)
}

/// Refuses a group that moves pixels between pixels.
///
/// # Errors
/// [`Error::Config`] with the reason.
pub(crate) fn check_group(group: &Group) -> Result<()> {
    if [1, 2, 4].contains(&group.rotations()) {
        return Ok(());
    }
    Err(Error::Config(format!(
        "{} turns the pixels of a filter to places between pixels: a convolution needs a group of 1, 2 or 4 rotations",
        group.name()
    )))
}

/// [`Convolution::taps`] of a filter that each element turns, or that all hold still.
pub(crate) fn taps(group: &Group, elements_in: usize, side: usize, turning: bool) -> Arc<[u32]> {
    let half = (side as f64 - 1.0) / 2.0;
    let mut taps = vec![];
    for h in group.elements() {
        let a = if turning { group.matrix(h) } else { [[1.0, 0.0], [0.0, 1.0]] };
        for eta in 0..elements_in {
            let key = if elements_in == 1 { 0 } else { group.index_of(group.compose(h, group.element(eta))) };
            for (row, col) in (0..side).flat_map(|row| (0..side).map(move |col| (row, col))) {
                let (row, col) = (row as f64 - half, col as f64 - half);
                let [row, col] = a.map(|line| (line[0] * row + line[1] * col + half).round() as usize);
                taps.push(((key * side + row) * side + col) as u32);
            }
        }
    }
    taps.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_reads_every_place_once() {
        for group in [Group::cyclic(4).unwrap(), Group::dihedral(4).unwrap(), Group::dihedral(1).unwrap()] {
            for side in 1..6 {
                for elements in [1, group.order()] {
                    let places = elements * side * side;
                    for taps in taps(&group, elements, side, true).chunks_exact(places) {
                        let mut taps = taps.to_vec();
                        taps.sort_unstable();
                        assert!(taps.into_iter().eq(0..places as u32), "{} {side}", group.name());
                    }
                }
            }
        }
    }

    #[test]
    fn a_quarter_turn_takes_the_first_row_to_the_first_column() {
        let taps = taps(&Group::cyclic(4).unwrap(), 1, 3, true);
        assert_eq!(taps[..9], [0, 1, 2, 3, 4, 5, 6, 7, 8]);
        // +row turns towards +col: what lay above lies to the left.
        assert_eq!(taps[9..12], [6, 3, 0]);
    }

    #[test]
    fn finer_groups_are_refused_with_the_reason() {
        for group in [Group::cyclic(8).unwrap(), Group::dihedral(3).unwrap()] {
            let error = check_group(&group).unwrap_err().to_string();
            assert!(error.contains("between pixels") && error.contains(&group.name()), "{error}");
        }
        assert!(check_group(&Group::dihedral(4).unwrap()).is_ok());
    }
}
