//! Work on the samples of a batch, on all cores where there are several samples; sums are in an order of their own.

use std::ops::Range;

use crate::backend::cpu::Scalar;

/// Samples whose gradients are summed before the sums are; fixed, so that the order of additions is.
pub(super) const CHUNK: usize = 4;

/// `f` of each of some numbers.
pub(super) fn each<R: Send>(count: usize, f: impl Fn(usize) -> R + Sync) -> Vec<R> {
    each_owned(vec![(); count], |at, ()| f(at))
}

/// `f` of each of some things, with its place.
#[cfg(feature = "parallel")]
pub(super) fn each_owned<X: Send, R: Send>(things: Vec<X>, f: impl Fn(usize, X) -> R + Sync) -> Vec<R> {
    use rayon::prelude::*;
    // Alone, it stays on its thread, and finds that thread's memory.
    if things.len() < 2 {
        return things.into_iter().enumerate().map(|(at, x)| f(at, x)).collect();
    }
    things.into_par_iter().enumerate().map(|(at, x)| f(at, x)).collect()
}

/// `f` of each of some things, with its place.
#[cfg(not(feature = "parallel"))]
pub(super) fn each_owned<X, R>(things: Vec<X>, f: impl Fn(usize, X) -> R) -> Vec<R> {
    things.into_iter().enumerate().map(|(at, x)| f(at, x)).collect()
}

/// Adds to `sums` what `f` adds for each chunk of samples.
pub(super) fn sums_of_chunks<T: Scalar>(samples: usize, sums: &mut [T], f: impl Fn(Range<usize>, &mut [T]) + Sync) {
    let chunk = |at: usize| at * CHUNK..samples.min((at + 1) * CHUNK);
    let count = samples.div_ceil(CHUNK);
    if count == 1 {
        return f(chunk(0), sums);
    }
    let length = sums.len();
    let parts = each(count, |at| {
        let mut part = vec![T::default(); length];
        f(chunk(at), &mut part);
        part
    });
    for part in parts {
        sums.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
    }
}
