//! 2×2 max-pooling over pixels; a last odd row or column is dropped. It commutes with quarter turns on even maps only.

use ndarray::{Array4, ArrayView4};

use crate::layers::Real;

/// The maxima, and for each its position (0 to 3) in its square.
///
/// # Shapes
/// - x: [C, N, H, W]
/// - y: [C, N, ⌊H/2⌋, ⌊W/2⌋]
pub fn max_pool<T: Real>(x: ArrayView4<'_, T>) -> (Array4<T>, Array4<u8>) {
    let (channels, elements, rows, cols) = x.dim();
    let shape = (channels, elements, rows / 2, cols / 2);
    let mut chosen = Array4::zeros(shape);
    let y = Array4::from_shape_fn(shape, |(c, n, i, j)| {
        let mut best = x[[c, n, 2 * i, 2 * j]];
        for k in 1..4 {
            let candidate = x[[c, n, 2 * i + k / 2, 2 * j + k % 2]];
            // A NaN must not vanish.
            if candidate > best || candidate.is_nan() {
                best = candidate;
                chosen[[c, n, i, j]] = k as u8;
            }
        }
        best
    });
    (y, chosen)
}

/// `dx` is `dy` where the maximum was, 0 elsewhere; `rows`, `cols` are those of x.
pub fn max_pool_backward<T: Real>(dy: ArrayView4<'_, T>, chosen: &Array4<u8>, [rows, cols]: [usize; 2]) -> Array4<T> {
    let (channels, elements, ..) = dy.dim();
    let mut dx = Array4::from_elem((channels, elements, rows, cols), T::default());
    for ((c, n, i, j), d) in dy.indexed_iter() {
        let k = usize::from(chosen[[c, n, i, j]]);
        dx[[c, n, 2 * i + k / 2, 2 * j + k % 2]] = *d;
    }
    dx
}
