//! 2×2 max-pooling over pixels; a last odd row or column is dropped. It commutes with quarter turns on even maps only.

use ndarray::ArrayView4;

use super::real::Real;

/// Writes the maxima, and calls `choose` for each with its place in `y` and its position (0 to 3) in its square; `x` in standard
/// layout.
///
/// # Shapes
/// - x: [C, N, H, W]
/// - y: [C, N, ⌊H/2⌋, ⌊W/2⌋]
pub(crate) fn forward<T: Real>(x: ArrayView4<'_, T>, y: &mut [T], mut choose: impl FnMut(usize, u8)) {
    let (_, _, rows, cols) = x.dim();
    if y.is_empty() {
        return;
    }
    let x = x.to_slice().expect("in standard layout");
    let pairs = x.chunks_exact(rows * cols).flat_map(|map| map.chunks_exact(2 * cols));
    for (l, (pair, line)) in pairs.zip(y.chunks_exact_mut(cols / 2)).enumerate() {
        let (top, bottom) = pair.split_at(cols);
        let squares = top.chunks_exact(2).zip(bottom.chunks_exact(2));
        for (j, (y, (top, bottom))) in line.iter_mut().zip(squares).enumerate() {
            let (mut best, mut at) = (top[0], 0);
            for (k, candidate) in [(1, top[1]), (2, bottom[0]), (3, bottom[1])] {
                // A NaN must not vanish.
                if candidate > best || candidate.is_nan() {
                    (best, at) = (candidate, k);
                }
            }
            *y = best;
            choose(l * (cols / 2) + j, at);
        }
    }
}

/// Adds `dy` to `dx` where the maximum was.
///
/// # Shapes
/// - dy, chosen: [C, N, ⌊H/2⌋, ⌊W/2⌋]
/// - dx: [C, N, H, W], of `rows` and `cols`
#[cfg(feature = "train")]
pub(crate) fn backward<T: Real>(dy: &[T], chosen: &[u8], [rows, cols]: [usize; 2], dx: &mut [T]) {
    if dy.is_empty() {
        return;
    }
    let pairs = dx.chunks_exact_mut(rows * cols).flat_map(|map| map.chunks_exact_mut(2 * cols));
    let lines = dy.chunks_exact(cols / 2).zip(chosen.chunks_exact(cols / 2));
    for (pair, (dy, chosen)) in pairs.zip(lines) {
        for (j, (d, k)) in dy.iter().zip(chosen).enumerate() {
            let k = usize::from(*k);
            pair[k / 2 * cols + 2 * j + k % 2] += *d;
        }
    }
}
