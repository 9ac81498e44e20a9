//! Training on the CPU: gradients, loss, optimiser.

mod dropout;
mod loss;
mod optimiser;
mod parallel;
mod tape;
mod trainer;

pub use loss::cross_entropy;
pub use tape::{Gradients, Learnt, Lesson, backward_encodings, batch_gradient, sample_gradient};
pub use trainer::{Recipe, StepReport, Trainer};
