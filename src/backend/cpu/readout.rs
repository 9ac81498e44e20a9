//! From maps to numbers that are invariant: sum over pixels, maximum over group elements.

use ndarray::ArrayView4;

use super::real::Real;

/// Writes the invariant numbers, and calls `choose` for each channel with the group element that gave it.
///
/// # Shapes
/// - x: [C, N, H, W]
/// - y: `[C]`
pub(crate) fn forward<T: Real>(x: ArrayView4<'_, T>, y: &mut [T], mut choose: impl FnMut(usize, usize)) {
    let (_, elements, ..) = x.dim();
    for (c, y) in y.iter_mut().enumerate() {
        let sum = |n| x.slice(ndarray::s![c, n, .., ..]).iter().copied().sum::<T>();
        let (mut best, mut at) = (sum(0), 0);
        for n in 1..elements {
            let candidate = sum(n);
            // A NaN must not vanish.
            if candidate > best || candidate.is_nan() {
                (best, at) = (candidate, n);
            }
        }
        *y = best;
        choose(c, at);
    }
}

/// Adds `dy` to `dx` on all pixels of the chosen element.
///
/// # Shapes
/// - dy, chosen: `[C]`
/// - dx: [C, N, H, W], with `elements` N
#[cfg(feature = "train")]
pub(crate) fn backward<T: Real>(dy: &[T], chosen: &[usize], elements: usize, dx: &mut [T]) {
    let maps = dx.len() / (dy.len() * elements);
    for ((d, n), dx) in dy.iter().zip(chosen).zip(dx.chunks_exact_mut(elements * maps)) {
        for dx in &mut dx[n * maps..(n + 1) * maps] {
            *dx += *d;
        }
    }
}
