//! Finite subgroups of O(2): the rotations `C_n` and the rotations with mirrors `D_n`.
//!
//! An element is the pair (k, j), which stands for r^k m^j: **mirror the columns j times, then rotate k steps**. Composition,
//! inverse and index tables are integer arithmetic; sines and cosines appear only in [`Group::matrix`].

use crate::error::{Error, Result};

/// The largest n for which `C_n` and `D_n` are offered.
pub const MAX_ROTATIONS: u32 = 64;

/// One element r^k m^j of a [`Group`]: mirror first, then rotate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Element {
    /// k: steps of 2π/n. Positive k turns +row towards +col (counter-clockwise on a screen whose rows go down).
    pub rotation: u32,
    /// j: whether the columns are mirrored before the rotation.
    pub mirror: bool,
}

impl Element {
    /// The element that changes nothing.
    pub const IDENTITY: Element = Element { rotation: 0, mirror: false };
}

/// `C_n` (in the paper's names Z2 = C_1, R4 = C_4, R8 …) or `D_n` (Z2M = D_1, R4M = D_4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Group {
    rotations: u32,
    mirrors: bool,
}

impl Group {
    /// The rotations by multiples of 2π/n.
    ///
    /// # Errors
    /// [`Error::Config`] unless 1 ≤ n ≤ [`MAX_ROTATIONS`].
    pub fn cyclic(n: u32) -> Result<Self> {
        Self::new(n, false)
    }

    /// The rotations by multiples of 2π/n and their products with a mirror: 2n elements.
    ///
    /// # Errors
    /// [`Error::Config`] unless 1 ≤ n ≤ [`MAX_ROTATIONS`].
    pub fn dihedral(n: u32) -> Result<Self> {
        Self::new(n, true)
    }

    fn new(rotations: u32, mirrors: bool) -> Result<Self> {
        if !(1..=MAX_ROTATIONS).contains(&rotations) {
            return Err(Error::Config(format!(
                "a group of {rotations} rotations: choose a number from 1 to {MAX_ROTATIONS}"
            )));
        }
        Ok(Self { rotations, mirrors })
    }

    /// n: the number of rotations.
    pub fn rotations(&self) -> u32 {
        self.rotations
    }

    /// Whether the group has mirrors.
    pub fn has_mirrors(&self) -> bool {
        self.mirrors
    }

    /// N: the number of elements.
    pub fn order(&self) -> usize {
        self.rotations as usize * if self.mirrors { 2 } else { 1 }
    }

    /// The paper's name: `Z2`, `R4`, `R4M`, …
    pub fn name(&self) -> String {
        let rotations = if self.rotations == 1 { "Z2".to_owned() } else { format!("R{}", self.rotations) };
        if self.mirrors { rotations + "M" } else { rotations }
    }

    /// All elements; their position here is their index everywhere: k for a rotation, n + k for a mirrored one.
    pub fn elements(&self) -> impl ExactSizeIterator<Item = Element> + use<> {
        let n = self.rotations as usize;
        (0..self.order()).map(move |i| Element { rotation: (i % n) as u32, mirror: i >= n })
    }

    /// The element of an index below [`order`](Self::order).
    pub fn element(&self, index: usize) -> Element {
        debug_assert!(index < self.order());
        let n = self.rotations as usize;
        Element { rotation: (index % n) as u32, mirror: index >= n }
    }

    /// The index of an element of this group.
    pub fn index_of(&self, e: Element) -> usize {
        debug_assert!(e.rotation < self.rotations && (self.mirrors || !e.mirror));
        e.rotation as usize + if e.mirror { self.rotations as usize } else { 0 }
    }

    /// a·b: **applies `b` first**, then `a`.
    ///
    /// ```
    /// use gsa_net::group::{Element, Group};
    /// let d4 = Group::dihedral(4)?;
    /// let turn = Element { rotation: 1, mirror: false };
    /// let mirror = Element { rotation: 0, mirror: true };
    /// assert_ne!(d4.compose(turn, mirror), d4.compose(mirror, turn), "order matters");
    /// assert_eq!(d4.compose(turn, mirror), Element { rotation: 1, mirror: true });
    /// # Ok::<(), gsa_net::Error>(())
    /// ```
    pub fn compose(&self, a: Element, b: Element) -> Element {
        let n = self.rotations;
        // A mirror turns the rotation behind it round: m r^k = r^-k m.
        let b_rotation = if a.mirror { n - b.rotation } else { b.rotation };
        Element { rotation: (a.rotation + b_rotation) % n, mirror: a.mirror ^ b.mirror }
    }

    /// a⁻¹.
    pub fn inverse(&self, a: Element) -> Element {
        if a.mirror { a } else { Element { rotation: (self.rotations - a.rotation) % self.rotations, mirror: false } }
    }

    /// A_h, the 2×2 matrix of an element acting on (row, col): R^k M^j with R = [[cos, −sin], [sin, cos]] and
    /// M = diag(1, −1). Quarter turns are exact.
    pub fn matrix(&self, e: Element) -> [[f64; 2]; 2] {
        let (sin, cos) = self.sin_cos(e.rotation);
        let m = if e.mirror { -1.0 } else { 1.0 };
        [[cos, -sin * m], [sin, cos * m]]
    }

    /// Sine and cosine of 2πk/n, exact at quarter turns and symmetric about them.
    fn sin_cos(&self, k: u32) -> (f64, f64) {
        let (quarters, rest) = (4 * k / self.rotations, (4 * k) % self.rotations);
        let (sin, cos) = if rest == 0 {
            (0.0, 1.0)
        } else {
            (std::f64::consts::FRAC_PI_2 * f64::from(rest) / f64::from(self.rotations)).sin_cos()
        };
        quarter_turned(sin, cos, quarters)
    }

    /// Index of h⁻¹ĥ, the quotient that keeps group attention equivariant: `[N, N]`, row h, column ĥ.
    pub fn quotient_table(&self) -> Vec<usize> {
        self.table(|h, key| self.compose(self.inverse(h), key))
    }

    fn table(&self, f: impl Fn(Element, Element) -> Element) -> Vec<usize> {
        let f = &f;
        self.elements().flat_map(|a| self.elements().map(move |b| self.index_of(f(a, b)))).collect()
    }

    /// The group-embedding index of the paper's official code: a combination of *three* elements, output h, query h~ and
    /// key ĥ, and therefore not invariant when all three turn together. `[N, N, N]`: h, h~, ĥ, as the official code names them.
    pub fn published_table(&self) -> Vec<usize> {
        let n = self.order();
        let mut table = Vec::with_capacity(n * n * n);
        for h in self.elements() {
            for query in self.elements() {
                for key in self.elements() {
                    let e = if self.mirrors {
                        // h with its rotation reversed and its mirror kept: for a mirrored element not the inverse.
                        let h = Element { rotation: (self.rotations - h.rotation) % self.rotations, ..h };
                        self.compose(key, self.compose(h, self.inverse(query)))
                    } else {
                        self.compose(self.compose(key, self.inverse(query)), h)
                    };
                    table.push(self.index_of(e));
                }
            }
        }
        table
    }

    /// The published index, (h, h~, ĥ) → row of the embedding, with elements named as in this crate: the official code evaluates
    /// encodings at A_h Δ rather than A_h⁻¹ Δ, so its element h is the inverse of ours, and its maps are permuted.
    pub(crate) fn published_index(&self) -> Vec<u32> {
        let (n, table) = (self.order(), self.published_table());
        let inverse: Vec<usize> = self.elements().map(|h| self.index_of(self.inverse(h))).collect();
        let official = |i: usize| (inverse[i / (n * n)] * n + inverse[i / n % n]) * n + inverse[i % n];
        (0..n * n * n).map(|i| table[official(i)] as u32).collect()
    }
}

/// Sine and cosine of an angle in degrees, exact at every multiple of a quarter turn.
pub(crate) fn sin_cos(degrees: f64) -> (f64, f64) {
    let degrees = degrees % 360.0;
    let quarters = (degrees / 90.0).round();
    let (sin, cos) = (degrees - 90.0 * quarters).to_radians().sin_cos();
    quarter_turned(sin, cos, quarters.rem_euclid(4.0) as u32)
}

/// Sine and cosine of an angle that is so many quarter turns larger.
fn quarter_turned(sin: f64, cos: f64, quarters: u32) -> (f64, f64) {
    match quarters % 4 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups() -> Vec<Group> {
        [1, 2, 3, 4, 5, 6, 8, 12, 16, 17, 64]
            .into_iter()
            .flat_map(|n| [Group::cyclic(n).unwrap(), Group::dihedral(n).unwrap()])
            .collect()
    }

    fn product(a: [[f64; 2]; 2], b: [[f64; 2]; 2]) -> [[f64; 2]; 2] {
        [0, 1].map(|i| [0, 1].map(|j| a[i][0] * b[0][j] + a[i][1] * b[1][j]))
    }

    #[test]
    fn group_laws_hold_over_all_elements() {
        for g in groups() {
            let all: Vec<_> = g.elements().collect();
            assert_eq!(all.len(), g.order());
            for (i, &a) in all.iter().enumerate() {
                assert_eq!(g.index_of(a), i);
                assert_eq!(g.element(i), a);
                assert_eq!(g.compose(a, Element::IDENTITY), a);
                assert_eq!(g.compose(Element::IDENTITY, a), a);
                assert_eq!(g.compose(a, g.inverse(a)), Element::IDENTITY);
                assert_eq!(g.compose(g.inverse(a), a), Element::IDENTITY);
            }
            if g.order() <= 34 {
                for &a in &all {
                    for &b in &all {
                        for &c in &all {
                            assert_eq!(g.compose(g.compose(a, b), c), g.compose(a, g.compose(b, c)), "{g:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn matrices_are_a_faithful_representation() {
        for g in groups() {
            for a in g.elements() {
                for b in g.elements() {
                    let (left, right) = (g.matrix(g.compose(a, b)), product(g.matrix(a), g.matrix(b)));
                    for (l, r) in left.as_flattened().iter().zip(right.as_flattened()) {
                        assert!((l - r).abs() < 1e-14, "{g:?} {a:?} {b:?}: {left:?} {right:?}");
                    }
                    if a != b {
                        assert_ne!(g.matrix(a), g.matrix(b));
                    }
                }
            }
        }
    }

    #[test]
    fn quarter_turns_are_exact() {
        for n in [4, 8, 12, 16, 64] {
            let g = Group::dihedral(n).unwrap();
            for e in g.elements().filter(|e| e.rotation.is_multiple_of(n / 4)) {
                for x in g.matrix(e).as_flattened() {
                    assert!([0.0, 1.0, -1.0].contains(x), "{n} {e:?} {x}");
                }
            }
        }
    }

    #[test]
    fn angles_in_degrees_are_exact_at_quarter_turns() {
        let quarters = [(0.0, 1.0), (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0)];
        for turn in -9..9_i32 {
            assert_eq!(sin_cos(f64::from(turn) * 90.0), quarters[turn.rem_euclid(4) as usize], "{turn}");
        }
        for degrees in [-1000.0, -44.0, 1e-7, 30.0, 89.9, 135.0, 224.0, 359.0] {
            let ((sin, cos), expected) = (sin_cos(degrees), degrees.to_radians().sin_cos());
            assert!((sin - expected.0).abs() < 1e-12 && (cos - expected.1).abs() < 1e-12, "{degrees}: {sin} {cos}");
        }
        assert!(sin_cos(f64::NAN).0.is_nan());
    }

    #[test]
    fn positive_rotation_turns_rows_towards_columns() {
        let a = Group::cyclic(4).unwrap().matrix(Element { rotation: 1, mirror: false });
        assert_eq!([a[0][0], a[1][0]], [0.0, 1.0], "the image of (row, col) = (1, 0) is (0, 1)");
    }

    #[test]
    fn quotient_is_invariant_under_left_action_and_the_published_index_is_not() {
        for g in [Group::cyclic(4).unwrap(), Group::dihedral(4).unwrap(), Group::dihedral(1).unwrap()] {
            let (n, quotient, published, product) =
                (g.order(), g.quotient_table(), g.published_table(), g.table(|a, b| g.compose(a, b)));
            let mut published_changes = false;
            for t in 0..n {
                for h in 0..n {
                    for k in 0..n {
                        assert_eq!(quotient[h * n + k], quotient[product[t * n + h] * n + product[t * n + k]]);
                        for q in 0..n {
                            let turned = (product[t * n + h] * n + product[t * n + q]) * n + product[t * n + k];
                            published_changes |= published[(h * n + q) * n + k] != published[turned];
                        }
                    }
                }
            }
            assert!(published_changes, "{g:?}");
        }
    }

    #[test]
    fn absurd_sizes_are_refused() {
        for n in [0, 65, u32::MAX] {
            for error in [Group::cyclic(n).unwrap_err(), Group::dihedral(n).unwrap_err()] {
                assert!(error.to_string().contains(&format!("a group of {n} rotations")), "{error}");
            }
        }
    }
}
