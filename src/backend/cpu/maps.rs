//! The feature maps between the layers.

use ndarray::{ArrayView3, ArrayView4};

use super::Scalar;
use super::scratch::Scratch;

/// A feature map `[C, N, H, W]`.
#[derive(Debug)]
pub struct Maps<T> {
    shape: [usize; 4],
    numbers: Scratch<T>,
}

impl<T: Scalar> Maps<T> {
    /// With whatever numbers, for those who write all of them.
    pub(crate) fn any(shape: [usize; 4]) -> Self {
        Self { shape, numbers: Scratch::any(shape.iter().product()) }
    }

    #[cfg(feature = "train")]
    pub(crate) fn zeros(shape: [usize; 4]) -> Self {
        Self { shape, numbers: Scratch::zeros(shape.iter().product()) }
    }

    /// A copy of `[C, N, H, W]`.
    pub(crate) fn of(maps: ArrayView4<'_, T>) -> Self {
        let (channels, elements, rows, cols) = maps.dim();
        let mut numbers = Scratch::with_capacity(maps.len());
        maps.iter().for_each(|x| numbers.push(*x));
        Self { shape: [channels, elements, rows, cols], numbers }
    }

    /// `[C, H, W]` → `[C, 1, H, W]`, each pixel as `f` makes it.
    pub(crate) fn of_image(image: ArrayView3<'_, T>, f: impl Fn(T) -> T) -> Self {
        let (channels, rows, cols) = image.dim();
        let mut numbers = Scratch::with_capacity(image.len());
        image.iter().for_each(|x| numbers.push(f(*x)));
        Self { shape: [channels, 1, rows, cols], numbers }
    }
}

impl<T> Maps<T> {
    /// `[C, N, H, W]`
    pub fn shape(&self) -> [usize; 4] {
        self.shape
    }

    /// All numbers, the last axis first to change.
    pub fn numbers(&self) -> &[T] {
        &self.numbers
    }

    pub(crate) fn numbers_mut(&mut self) -> &mut [T] {
        &mut self.numbers
    }

    /// As an array.
    pub fn view(&self) -> ArrayView4<'_, T> {
        ArrayView4::from_shape(self.shape, &self.numbers).expect("as many numbers as the shape says")
    }
}
