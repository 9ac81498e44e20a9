//! Adding two feature maps without their margins.

use ndarray::{Array4, ArrayView4, s};

use crate::layers::Real;

/// `y = crop(a) + crop(b)`: `crop` pixels fewer at each side.
///
/// # Shapes
/// - a, b: [C, N, H, W]
/// - y: [C, N, H − 2 crop, W − 2 crop]
pub fn add_cropped<T: Real>(a: ArrayView4<'_, T>, b: ArrayView4<'_, T>, crop: usize) -> Array4<T> {
    let (_, _, rows, cols) = a.dim();
    let inner = s![.., .., crop..rows - crop, crop..cols - crop];
    &a.slice(inner) + &b.slice(inner)
}

/// The gradient of `a`, and of `b` alike: `da = db = dy` inside, 0 in the margin.
pub fn add_cropped_backward<T: Real>(dy: ArrayView4<'_, T>, crop: usize) -> Array4<T> {
    let (channels, elements, rows, cols) = dy.dim();
    let mut da = Array4::from_elem((channels, elements, rows + 2 * crop, cols + 2 * crop), T::default());
    da.slice_mut(s![.., .., crop..rows + crop, crop..cols + crop]).assign(&dy);
    da
}
