//! What is learnt from, tested on and asked about.

pub(crate) mod drawn;
#[cfg(test)]
mod fuzz;
pub(crate) mod idx;
pub(crate) mod mnist;
pub(crate) mod npy;
pub(crate) mod png;
pub(crate) mod random;
pub(crate) mod rotmnist;
pub(crate) mod shape;
pub(crate) mod strokes;
pub(crate) mod turns;

use anyhow::Result;
use serde_json::Value;

use rotmnist::Batch;

/// What a network is trained with.
pub(crate) trait Lessons: Sync {
    /// Pictures learnt in an epoch.
    fn per_epoch(&self) -> usize;
    /// The order in which an epoch of a run goes through them: every one once.
    fn order(&self, seed: u64, epoch: usize) -> Vec<usize>;
    /// Pictures to learn, as they are in this epoch of the run with this seed: a function of its arguments alone.
    fn batch(&self, seed: u64, epoch: usize, members: &[usize]) -> Result<Batch>;
    /// What weights are selected on; it never changes.
    fn held_out(&self) -> Result<Batch>;
    /// Tells one copy of the data from another.
    fn identity(&self) -> Value;
    /// In words, for the description in a model file.
    fn description(&self) -> String;
}
