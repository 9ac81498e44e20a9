//! What becomes of the pixels of a feature map.

/// Rows and columns without `crop` pixels at each side.
pub(crate) fn cropped(size: [usize; 2], crop: usize) -> [usize; 2] {
    size.map(|side| side - 2 * crop)
}

/// Rows and columns after max-pooling, whatever becomes of a last odd one.
pub(crate) fn pooled(size: [usize; 2]) -> [usize; 2] {
    size.map(|side| side / 2)
}
