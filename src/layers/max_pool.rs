//! Max-pooling by two.

use serde::{Deserialize, Serialize};

/// What becomes of a last odd row or column in max-pooling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PoolRule {
    /// It is left out, as in the official code: y(i, j) = max x(2i + a, 2j + b) over a, b in {0, 1}. On an odd map the windows
    /// lie nearer to the first row and column than to the last, so pooling does not commute with turns and mirrors.
    #[default]
    Floor,
    /// Windows lie evenly about the centre: along an odd axis they are three wide and overlap by one,
    /// y(i, j) = max x(2i + a, 2j + b) over a in 0..=1 + H mod 2 and b in 0..=1 + W mod 2. As window i is mirrored to window
    /// ⌊H/2⌋ − 1 − i, pooling commutes with turns and mirrors on every map. On even maps it is the same as `Floor`.
    Centred,
}

/// Max-pooling of one size of map: a stride of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaxPool {
    /// Rows and columns of the maps.
    pub size: [usize; 2],
    /// Rows and columns that a maximum is taken over: 2 or 3.
    pub window: [usize; 2],
}

impl MaxPool {
    /// Of maps of `size`, by a rule.
    pub fn new(rule: PoolRule, size: [usize; 2]) -> Self {
        let window = match rule {
            PoolRule::Floor => [2; 2],
            PoolRule::Centred => size.map(|side| 2 + side % 2),
        };
        Self { size, window }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn centred_windows_are_mirrored_to_each_other_and_cover_the_map() {
        for side in 2..40 {
            let (count, width) = (side / 2, MaxPool::new(PoolRule::Centred, [side, 8]).window[0]);
            let window = |i: usize| 2 * i..2 * i + width;
            for i in 0..count {
                let mirrored: Vec<_> = window(i).rev().map(|at| side - 1 - at).collect();
                assert_eq!(mirrored, window(count - 1 - i).collect::<Vec<_>>(), "{side}");
            }
            assert_eq!((window(0).start, window(count - 1).end), (0, side));
            assert_eq!(MaxPool::new(PoolRule::Floor, [side, 8]).window, [2, 2]);
        }
    }
}
