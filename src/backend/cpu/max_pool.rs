//! Max-pooling by two over pixels, in windows of two or three.

use super::real::Real;
use crate::layers::MaxPool;

/// Writes the maxima, and calls `choose` for each with its place in `y` and its place (0 to 8, row by row) in its window.
///
/// # Shapes
/// - x: [C, N, H, W]
/// - y: [C, N, ⌊H/2⌋, ⌊W/2⌋]
pub(crate) fn forward<T: Real>(layer: MaxPool, x: &[T], y: &mut [T], choose: impl FnMut(usize, u8)) {
    match layer.window {
        // The loop over a window whose size is known is none.
        [2, 2] => maxima(layer.size, [2, 2], x, y, choose),
        window => maxima(layer.size, window, x, y, choose),
    }
}

#[inline(always)]
fn maxima<T: Real>(
    [rows, cols]: [usize; 2],
    [tall, wide]: [usize; 2],
    x: &[T],
    y: &mut [T],
    mut choose: impl FnMut(usize, u8),
) {
    if y.is_empty() {
        return;
    }
    let (high, across) = (rows / 2, cols / 2);
    let lines = x.chunks_exact(rows * cols).flat_map(|map| (0..high).map(move |i| &map[2 * i * cols..][..tall * cols]));
    for (l, (lines, y)) in lines.zip(y.chunks_exact_mut(across)).enumerate() {
        for (j, y) in y.iter_mut().enumerate() {
            let (mut best, mut at) = (lines[2 * j], 0);
            for k in 1..tall * wide {
                let candidate = lines[k / wide * cols + 2 * j + k % wide];
                // A NaN must not vanish.
                if candidate > best || candidate.is_nan() {
                    (best, at) = (candidate, k as u8);
                }
            }
            *y = best;
            choose(l * across + j, at);
        }
    }
}

/// Adds `dy` to `dx` where the maximum was, which for windows that overlap may be one place twice.
///
/// # Shapes
/// - dy, chosen: [C, N, ⌊H/2⌋, ⌊W/2⌋]
/// - dx: [C, N, H, W]
#[cfg(feature = "train")]
pub(crate) fn backward<T: Real>(layer: MaxPool, dy: &[T], chosen: &[u8], dx: &mut [T]) {
    let MaxPool { size: [rows, cols], window: [_, wide] } = layer;
    if dy.is_empty() {
        return;
    }
    let (high, across) = (rows / 2, cols / 2);
    for (at, (d, k)) in dy.iter().zip(chosen).enumerate() {
        let (map, i, j) = (at / (high * across), at / across % high, at % across);
        let k = usize::from(*k);
        dx[(map * rows + 2 * i + k / wide) * cols + 2 * j + k % wide] += *d;
    }
}
