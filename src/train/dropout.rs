//! Dropout: a share of the numbers becomes 0, and the others grow by as much.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

use crate::backend::cpu::Scalar;

/// Drops numbers of a list, the same ones for the same key: the number of the step, of the operation and of the sample. Whoever undoes
/// it does the same to the gradients.
pub(super) fn apply<T: Scalar>(key: [u64; 3], share: f32, numbers: &mut [T]) {
    let mut seed = [0; 32];
    for (bytes, part) in seed.chunks_exact_mut(8).zip(key) {
        bytes.copy_from_slice(&part.to_le_bytes());
    }
    let mut random = ChaCha8Rng::from_seed(seed);
    // Shares in 256ths: a byte decides for a number.
    let dropped = (share * 256.0).round() as u8;
    let factor = T::of(256.0 / (256.0 - f64::from(dropped)));
    let mut bytes = [0; 256];
    for numbers in numbers.chunks_mut(bytes.len()) {
        random.fill_bytes(&mut bytes);
        for (x, byte) in numbers.iter_mut().zip(bytes) {
            *x = if byte < dropped { T::default() } else { *x * factor };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_dropped_and_the_mean_stays() {
        let mut numbers = vec![1.0f32; 100_000];
        apply([1, 2, 3], 0.3, &mut numbers);
        let dropped = numbers.iter().filter(|x| **x == 0.0).count();
        assert!((29_000..31_500).contains(&dropped), "{dropped}");
        let mean = numbers.iter().sum::<f32>() / numbers.len() as f32;
        assert!((mean - 1.0).abs() < 0.02, "{mean}");
    }

    #[test]
    fn each_part_of_the_key_matters_and_the_same_key_drops_the_same() {
        let with = |key| {
            let mut numbers = vec![1.0f64; 100];
            apply(key, 0.5, &mut numbers);
            numbers
        };
        assert_eq!(with([1, 2, 3]), with([1, 2, 3]));
        for other in [[0, 2, 3], [1, 0, 3], [1, 2, 0]] {
            assert_ne!(with([1, 2, 3]), with(other));
        }
    }
}
