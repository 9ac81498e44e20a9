//! 2×2 max-pooling over pixels; a last odd row or column is dropped. It commutes with quarter turns on even maps only.

use ndarray::{Array4, ArrayView4};

use crate::layers::Real;

/// The maxima, and for each its position (0 to 3) in its square; `x` in standard layout.
///
/// # Shapes
/// - x: [C, N, H, W]
/// - y: [C, N, ⌊H/2⌋, ⌊W/2⌋]
pub fn max_pool<T: Real>(x: ArrayView4<'_, T>) -> (Array4<T>, Array4<u8>) {
    let (channels, elements, rows, cols) = x.dim();
    let shape = (channels, elements, rows / 2, cols / 2);
    let (mut y, mut chosen) = (Array4::from_elem(shape, T::default()), Array4::zeros(shape));
    if y.is_empty() {
        return (y, chosen);
    }
    let x = x.to_slice().expect("in standard layout");
    let lines = y.as_slice_mut().expect("new").chunks_exact_mut(cols / 2);
    let chosen_lines = chosen.as_slice_mut().expect("new").chunks_exact_mut(cols / 2);
    let pairs = x.chunks_exact(rows * cols).flat_map(|map| map.chunks_exact(2 * cols));
    for ((pair, line), chosen) in pairs.zip(lines).zip(chosen_lines) {
        let (top, bottom) = pair.split_at(cols);
        let squares = top.chunks_exact(2).zip(bottom.chunks_exact(2));
        for ((y, chosen), (top, bottom)) in line.iter_mut().zip(chosen).zip(squares) {
            let (mut best, mut at) = (top[0], 0);
            for (k, candidate) in [(1, top[1]), (2, bottom[0]), (3, bottom[1])] {
                // A NaN must not vanish.
                if candidate > best || candidate.is_nan() {
                    (best, at) = (candidate, k);
                }
            }
            (*y, *chosen) = (best, at);
        }
    }
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
