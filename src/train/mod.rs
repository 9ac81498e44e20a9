//! Training on the CPU: gradients, loss, optimiser.

mod loss;
mod optimiser;
mod tape;
mod trainer;

pub use loss::cross_entropy;
pub use tape::{Gradients, backward_encodings, sample_gradient};
pub use trainer::{Recipe, StepReport, Trainer};
