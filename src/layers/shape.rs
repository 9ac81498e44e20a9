//! What becomes of the pixels of a feature map.

/// Rows and columns without `crop` pixels at each side.
pub(crate) fn cropped(size: [usize; 2], crop: usize) -> [usize; 2] {
    size.map(|side| side - 2 * crop)
}

/// Rows and columns after 2×2 max-pooling; a last odd one is dropped.
pub(crate) fn pooled(size: [usize; 2]) -> [usize; 2] {
    size.map(|side| side / 2)
}
