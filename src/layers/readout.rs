//! From maps to numbers that are invariant: sum over pixels, maximum over group elements.

use ndarray::{Array4, ArrayView4};

use crate::layers::Real;

/// The invariant numbers, and for each the group element that gave it.
///
/// # Shapes
/// - x: [C, N, H, W]
/// - y: [C, 1, 1, 1]
pub fn readout<T: Real>(x: ArrayView4<'_, T>) -> (Array4<T>, Vec<usize>) {
    let (channels, elements, ..) = x.dim();
    let mut chosen = vec![0; channels];
    let y = Array4::from_shape_fn((channels, 1, 1, 1), |(c, ..)| {
        let sum = |n| x.slice(ndarray::s![c, n, .., ..]).iter().copied().sum::<T>();
        let mut best = sum(0);
        for n in 1..elements {
            let candidate = sum(n);
            // A NaN must not vanish.
            if candidate > best || candidate.is_nan() {
                best = candidate;
                chosen[c] = n;
            }
        }
        best
    });
    (y, chosen)
}

/// `dx` is `dy` on all pixels of the chosen element, 0 elsewhere; `shape` is that of x.
pub fn readout_backward<T: Real>(dy: ArrayView4<'_, T>, chosen: &[usize], shape: [usize; 4]) -> Array4<T> {
    Array4::from_shape_fn(shape, |(c, n, ..)| if chosen[c] == n { dy[[c, 0, 0, 0]] } else { T::default() })
}
