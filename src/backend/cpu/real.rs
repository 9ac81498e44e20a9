//! The numbers that kernels are written for.

/// f32 or f64.
pub trait Real: ndarray::NdFloat + Default + std::iter::Sum {
    /// The nearest number of this type.
    fn of(x: f64) -> Self;
}

impl Real for f32 {
    fn of(x: f64) -> Self {
        x as Self
    }
}

impl Real for f64 {
    fn of(x: f64) -> Self {
        x
    }
}
