//! Relative positions as each group element sees them, and the small networks that encode them.
//!
//! ρ(Δ, η) = concat(row(Δ_row), col(Δ_col), emb(η)): the encodings are evaluated at the *acted* offset, so nothing is ever
//! interpolated. Many (element, offset) pairs share a coordinate (for quarter turns all of them do), so each network is
//! evaluated once per **distinct** coordinate and the pairs refer to these by index.

use std::collections::HashMap;

use crate::group::Group;

/// Which distinct row and column coordinates each group element sees at each offset of a window.
#[derive(Clone, Debug, PartialEq)]
pub struct RelativePositions {
    /// Offsets in the window, rows and columns: n×n for local attention, (2H−1)×(2W−1) for global attention.
    pub window: [usize; 2],
    /// The distinct row coordinates; offsets are scaled so that the window's larger side spans [−1, 1].
    pub rows: Vec<f64>,
    /// The distinct column coordinates.
    pub cols: Vec<f64>,
    /// `[N, window rows, window cols]` → index into `rows`.
    pub row_index: Vec<u32>,
    /// `[N, window rows, window cols]` → index into `cols`.
    pub col_index: Vec<u32>,
}

impl RelativePositions {
    /// The coordinates A_h⁻¹Δ for every element h of `group`.
    pub fn new(group: &Group, window: [usize; 2]) -> Self {
        Self::seen_by(group.elements().map(|h| group.matrix(group.inverse(h))), window)
    }

    /// The coordinates Δ for every element of `group`: none of them turns what it sees.
    pub fn held_still(group: &Group, window: [usize; 2]) -> Self {
        Self::seen_by(group.elements().map(|_| [[1.0, 0.0], [0.0, 1.0]]), window)
    }

    /// The coordinates of a window after each of some matrices.
    fn seen_by(matrices: impl Iterator<Item = [[f64; 2]; 2]>, window: [usize; 2]) -> Self {
        let half = window.map(|n| (n - 1) as f64 / 2.0);
        let scale = half[0].max(half[1]).max(1.0);
        let (mut rows, mut cols) = (Distinct::default(), Distinct::default());
        let (mut row_index, mut col_index) = (vec![], vec![]);
        for a in matrices {
            for i in 0..window[0] {
                for j in 0..window[1] {
                    let (row, col) = (i as f64 - half[0], j as f64 - half[1]);
                    let acted = a.map(|line| (line[0] * row + line[1] * col) / scale);
                    row_index.push(rows.index_of(acted[0]));
                    col_index.push(cols.index_of(acted[1]));
                }
            }
        }
        Self { window, rows: rows.values, cols: cols.values, row_index, col_index }
    }
}

/// A list of distinct coordinates; those closer than about 1e-9 are the same up to rounding.
#[derive(Default)]
struct Distinct {
    values: Vec<f64>,
    index: HashMap<i64, u32>,
}

impl Distinct {
    /// The index of `x`, appended when it is new.
    fn index_of(&mut self, x: f64) -> u32 {
        let next = self.values.len() as u32;
        *self.index.entry((x * 1e9).round() as i64).or_insert_with(|| {
            self.values.push(x);
            next
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_the_acted_offsets() {
        for group in [Group::cyclic(4).unwrap(), Group::cyclic(12).unwrap(), Group::dihedral(4).unwrap()] {
            for window in [[1, 1], [5, 5], [7, 3]] {
                let p = RelativePositions::new(&group, window);
                let scale = ((window[0].max(window[1]) - 1) as f64 / 2.0).max(1.0);
                for (n, h) in group.elements().enumerate() {
                    let a = group.matrix(h);
                    for i in 0..window[0] {
                        for j in 0..window[1] {
                            let at = (n * window[0] + i) * window[1] + j;
                            let (r, c) = (p.rows[p.row_index[at] as usize], p.cols[p.col_index[at] as usize]);
                            // A_h undoes A_h⁻¹.
                            let back = a.map(|line| (line[0] * r + line[1] * c) * scale);
                            let offset =
                                [i as f64 - (window[0] - 1) as f64 / 2.0, j as f64 - (window[1] - 1) as f64 / 2.0];
                            assert!((back[0] - offset[0]).abs() < 1e-9 && (back[1] - offset[1]).abs() < 1e-9);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn held_still_every_element_sees_what_the_first_one_does() {
        let group = Group::dihedral(4).unwrap();
        let [still, turning] = [RelativePositions::held_still, RelativePositions::new].map(|of| of(&group, [3, 5]));
        let per_element = 15;
        assert_eq!(still.row_index.len(), group.order() * per_element);
        for positions in still.row_index.chunks(per_element).zip(still.col_index.chunks(per_element)) {
            assert_eq!(positions, (&still.row_index[..per_element], &still.col_index[..per_element]));
        }
        let coordinates =
            |p: &RelativePositions, at: usize| (p.rows[p.row_index[at] as usize], p.cols[p.col_index[at] as usize]);
        for at in 0..per_element {
            assert_eq!(coordinates(&still, at), coordinates(&turning, at), "the first element is the identity");
        }
        assert_ne!(still.row_index, turning.row_index);
    }

    #[test]
    fn quarter_turns_and_mirrors_share_their_coordinates() {
        for (group, distinct) in
            [(Group::cyclic(4).unwrap(), 5), (Group::dihedral(4).unwrap(), 5), (Group::cyclic(8).unwrap(), 13)]
        {
            let p = RelativePositions::new(&group, [5, 5]);
            assert_eq!((p.rows.len(), p.cols.len()), (distinct, distinct), "{}", group.name());
        }
    }
}
