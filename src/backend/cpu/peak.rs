//! What the processor could do at best: a loop of multiply-adds in registers, to compare kernels with.

use std::hint::black_box;

use super::simd::{Isa, Kernel, Scalar, Vector};

/// Chains of multiply-adds that do not wait for each other: two a cycle, each four cycles long, and a few to spare.
const CHAINS: usize = 10;

struct Loop {
    rounds: usize,
}

impl Kernel<f32> for Loop {
    type Output = u64;

    #[inline(always)]
    fn run<V: Vector<Scalar = f32>>(self) -> u64 {
        // Unknown to the compiler, and such that the sums stay small.
        let [factor, term] = black_box([0.5, 1.0]).map(V::splat);
        let mut sums = [V::zero(); CHAINS];
        for _ in 0..self.rounds {
            for sum in &mut sums {
                *sum = sum.mul_add(factor, term);
            }
        }
        black_box(sums.iter().map(|sum| sum.sum()).sum::<f32>());
        2 * (self.rounds * CHAINS * V::LANES) as u64
    }
}

/// Multiplies and adds for `rounds` rounds on one thread, with the vectors that the kernels use, and returns the number of
/// operations done. Who times it knows the most that the kernels could reach.
pub fn multiply_add_loop(isa: Isa, rounds: usize) -> u64 {
    f32::dispatch(isa, Loop { rounds })
}
