//! What each operation is, in plain loops: the definitions that the engines are checked against, and the operations that
//! need no more than that.
//!
//! Forward stands beside backward; the gradient of `x` is `dx`; what backward needs is an explicit output of forward.

pub mod attention;
pub mod crop;
pub mod pool;
pub mod readout;

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
