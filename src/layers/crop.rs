//! Adding two feature maps without their margins.

use ndarray::{Array4, ArrayView4, s};

use crate::layers::Real;

/// `y = crop(a) + crop(b)`: `crop` pixels fewer at each side; both in standard layout.
///
/// # Shapes
/// - a, b: [C, N, H, W]
/// - y: [C, N, H − 2 crop, W − 2 crop]
pub fn add_cropped<T: Real>(a: ArrayView4<'_, T>, b: ArrayView4<'_, T>, crop: usize) -> Array4<T> {
    let (channels, elements, rows, cols) = a.dim();
    let shape = (channels, elements, rows - 2 * crop, cols - 2 * crop);
    let [a, b] = [a, b].map(|maps| maps.to_slice().expect("in standard layout"));
    let mut y = Vec::with_capacity(channels * elements * shape.2 * shape.3);
    for (a, b) in a.chunks_exact(rows * cols).zip(b.chunks_exact(rows * cols)) {
        for row in crop..rows - crop {
            let inner = row * cols + crop..(row + 1) * cols - crop;
            y.extend(a[inner.clone()].iter().zip(&b[inner]).map(|(a, b)| *a + *b));
        }
    }
    Array4::from_shape_vec(shape, y).expect("as many as the shape says")
}

/// The gradient of `a`, and of `b` alike: `da = db = dy` inside, 0 in the margin.
pub fn add_cropped_backward<T: Real>(dy: ArrayView4<'_, T>, crop: usize) -> Array4<T> {
    let (channels, elements, rows, cols) = dy.dim();
    let mut da = Array4::from_elem((channels, elements, rows + 2 * crop, cols + 2 * crop), T::default());
    da.slice_mut(s![.., .., crop..rows + crop, crop..cols + crop]).assign(&dy);
    da
}
