//! Lists of numbers that begin on a cache line, so that whole vectors do not straddle two.

use std::ops::{Deref, DerefMut};

/// Numbers of a [`Line`]: a cache line of f32.
const LENGTH: usize = 16;

#[derive(Clone, Copy, Debug)]
#[repr(C, align(64))]
struct Line<T>([T; LENGTH]);

/// A fixed number of numbers, the first of them on a cache line.
#[derive(Clone, Debug)]
pub(super) struct Aligned<T> {
    lines: Vec<Line<T>>,
    length: usize,
}

impl<T: Copy + Default> Aligned<T> {
    pub(super) fn zeros(length: usize) -> Self {
        Self { lines: vec![Line([T::default(); LENGTH]); length.div_ceil(LENGTH)], length }
    }
}

impl<T> Deref for Aligned<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        // SAFETY: the lines are arrays of `T` without gaps (16 numbers of 4 or 8 bytes fill them), and hold at least `length`.
        unsafe { std::slice::from_raw_parts(self.lines.as_ptr().cast(), self.length) }
    }
}

impl<T> DerefMut for Aligned<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        // SAFETY: as in `deref`.
        unsafe { std::slice::from_raw_parts_mut(self.lines.as_mut_ptr().cast(), self.length) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lie_one_behind_the_other_from_a_cache_line_on() {
        for length in [0, 1, 15, 16, 17, 100] {
            let mut list = Aligned::<f64>::zeros(length);
            assert_eq!(list.len(), length);
            assert_eq!(list.as_ptr() as usize % 64, 0);
            list.iter_mut().enumerate().for_each(|(i, x)| *x = i as f64);
            assert!(list.iter().enumerate().all(|(i, x)| *x == i as f64));
        }
        assert_eq!(size_of::<Line<f32>>(), 16 * size_of::<f32>());
        assert_eq!(size_of::<Line<f64>>(), 16 * size_of::<f64>());
    }
}
