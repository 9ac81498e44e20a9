//! Adding two feature maps without their margins.

use ndarray::ArrayView4;
#[cfg(feature = "train")]
use ndarray::{ArrayViewMut4, s};

use super::real::Real;

/// Writes `y = crop(a) + crop(b)`: `crop` pixels fewer at each side; both in standard layout.
///
/// # Shapes
/// - a, b: [C, N, H, W]
/// - y: [C, N, H − 2 crop, W − 2 crop]
pub(crate) fn forward<T: Real>(a: ArrayView4<'_, T>, b: ArrayView4<'_, T>, crop: usize, y: &mut [T]) {
    if y.is_empty() {
        return;
    }
    let (_, _, rows, cols) = a.dim();
    let [a, b] = [a, b].map(|maps| maps.to_slice().expect("in standard layout"));
    let mut lines = y.chunks_exact_mut(cols - 2 * crop);
    for (a, b) in a.chunks_exact(rows * cols).zip(b.chunks_exact(rows * cols)) {
        for row in crop..rows - crop {
            let inner = row * cols + crop..(row + 1) * cols - crop;
            let line = lines.next().expect("as many rows as are left");
            for ((y, a), b) in line.iter_mut().zip(&a[inner.clone()]).zip(&b[inner]) {
                *y = *a + *b;
            }
        }
    }
}

/// Adds to the gradient of `a`, or of `b` alike: `da = db = dy` inside, 0 in the margin.
#[cfg(feature = "train")]
pub(crate) fn backward<T: Real>(dy: ArrayView4<'_, T>, crop: usize, mut da: ArrayViewMut4<'_, T>) {
    let (_, _, rows, cols) = dy.dim();
    let mut inner = da.slice_mut(s![.., .., crop..rows + crop, crop..cols + crop]);
    inner.zip_mut_with(&dy, |da, dy| *da += *dy);
}
