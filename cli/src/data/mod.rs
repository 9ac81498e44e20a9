//! What is learnt from, tested on and asked about.

pub(crate) mod idx;
pub(crate) mod mnist;
pub(crate) mod npy;
pub(crate) mod png;
pub(crate) mod random;
pub(crate) mod rotmnist;
pub(crate) mod strokes;
