//! Random numbers that depend on nothing but the numbers they are asked for by: a seed, a purpose, and up to two indices.
//!
//! Nothing is drawn from a running generator, so batches can be made in any order, by any thread, or again after an
//! interruption, and come out the same. ChaCha8 and the few lines below fix the values for good, whatever a library changes.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// What the numbers are for; each purpose has numbers of its own.
#[derive(Clone, Copy, Debug)]
#[repr(u64)]
pub(crate) enum Purpose {
    /// Which digits of MNIST are learnt, held out and tested.
    Split = 1,
    /// The fixed angles of held-out and test digits.
    FixedAngle = 2,
    /// The order of an epoch.
    Order = 3,
    /// The angle at which a digit is learnt in an epoch.
    LearningAngle = 4,
    /// The angles at which pen strokes are tested.
    StrokeAngle = 5,
    /// Which digit or drawing is learnt, its angle, its shape and its pen.
    Drawing = 6,
    /// The shape in which a digit is learnt in an epoch.
    LearningShape = 7,
}

/// A generator for one purpose.
pub(crate) struct Random(ChaCha8Rng);

impl Random {
    /// `major` and `minor` are counters such as an epoch and a digit's number.
    pub(crate) fn new(seed: u64, purpose: Purpose, major: u64, minor: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&(purpose as u64).to_le_bytes());
        key[16..24].copy_from_slice(&major.to_le_bytes());
        key[24..].copy_from_slice(&minor.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// Uniform in [0, 360).
    pub(crate) fn degrees(&mut self) -> f32 {
        const STEPS: f32 = (1 << 24) as f32;
        (self.0.next_u32() >> 8) as f32 / STEPS * 360.0
    }

    /// The numbers 0..`count` in a random order (Fisher–Yates).
    pub(crate) fn permutation(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }

    /// Uniform in [low, high).
    pub(crate) fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * (self.degrees() / 360.0)
    }

    /// Uniform in 0..`bound`; the bias of this multiplication is below 2⁻⁴⁰ for any bound here.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.0.next_u64()) * bound as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_fixed() {
        // A changed value here would silently change every data set and every training run.
        let mut random = Random::new(1, Purpose::Split, 0, 0);
        assert_eq!(random.permutation(10), [8, 1, 6, 4, 0, 5, 9, 3, 7, 2]);
        assert_eq!(Random::new(2, Purpose::FixedAngle, 0, 7).degrees(), 237.13692);
    }

    #[test]
    fn each_argument_matters() {
        let first = |seed, purpose, major, minor| Random::new(seed, purpose, major, minor).degrees();
        let values = [
            first(0, Purpose::Split, 0, 0),
            first(1, Purpose::Split, 0, 0),
            first(0, Purpose::Order, 0, 0),
            first(0, Purpose::Split, 1, 0),
            first(0, Purpose::Split, 0, 1),
        ];
        for (at, value) in values.iter().enumerate() {
            assert!(!values[..at].contains(value), "{values:?}");
        }
    }

    #[test]
    fn degrees_are_uniform() {
        let mut bins = [0; 12];
        for index in 0..12_000 {
            let degrees = Random::new(3, Purpose::LearningAngle, 5, index).degrees();
            assert!((0.0..360.0).contains(&degrees));
            bins[(degrees / 30.0) as usize] += 1;
        }
        // Standard deviation 30; six of them.
        assert!(bins.iter().all(|count| (820..1180).contains(count)), "{bins:?}");
    }

    #[test]
    fn permutation_holds_every_number_once() {
        for count in [0, 1, 2, 63, 1000] {
            let mut order = Random::new(4, Purpose::Order, 0, 0).permutation(count);
            assert!(count < 63 || !order.is_sorted());
            order.sort_unstable();
            assert_eq!(order, (0..count).collect::<Vec<_>>());
        }
    }
}
