//! Everything a training run needs to go on where it stopped, in one file:
//! `gsa-checkpoint/1\n`, the length of a JSON header (`u64`, little endian), the header, the state of the trainer, the best model so
//! far (none before the first selection), and the CRC-32 of all that.

use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::Crc;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::files;

const MAGIC: &[u8] = b"gsa-checkpoint/1\n";
const MAX_BYTES: u64 = 1 << 31;

/// Where a run is. The numbers are those of complete steps.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Progress {
    /// Epochs finished, selection included.
    pub(crate) epoch: usize,
    /// Steps done in the epoch after those; all of them when only its selection is left.
    pub(crate) step: usize,
    /// Sum over the digits of this epoch.
    pub(crate) loss: f64,
    /// Digits of this epoch that were answered right while learning.
    pub(crate) correct: usize,
    /// Digits learnt in this epoch.
    pub(crate) seen: usize,
    /// Of the last step.
    pub(crate) learning_rate: f32,
    /// Seconds of work, in all sessions together.
    pub(crate) seconds: f64,
    /// The epoch whose weights are kept.
    pub(crate) best: Option<EpochRecord>,
    /// One record for each finished epoch.
    pub(crate) history: Vec<EpochRecord>,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct EpochRecord {
    /// Counted from 1.
    pub(crate) epoch: usize,
    pub(crate) steps: u64,
    pub(crate) loss: f64,
    pub(crate) train_accuracy: f64,
    pub(crate) held_out_loss: f64,
    pub(crate) held_out_accuracy: f64,
    /// Of the last step.
    pub(crate) learning_rate: f32,
    /// Since the start of the run, without the time between sessions.
    pub(crate) seconds: f64,
    pub(crate) peak_memory_mb: Option<f64>,
}

impl EpochRecord {
    /// Higher held-out accuracy wins; of equals the lower held-out loss; of equals again the earlier epoch.
    pub(crate) fn is_better_than(&self, other: &Self) -> bool {
        (self.held_out_accuracy, -self.held_out_loss) > (other.held_out_accuracy, -other.held_out_loss)
    }
}

/// A run between two steps.
#[derive(Debug, PartialEq)]
pub(crate) struct Checkpoint {
    /// What the run is: network, recipe, seed and data. Only the same run can go on from here.
    pub(crate) run: Value,
    pub(crate) progress: Progress,
    pub(crate) trainer: Vec<u8>,
    pub(crate) best_model: Option<Vec<u8>>,
}

#[derive(Serialize, Deserialize)]
struct Header {
    run: Value,
    progress: Progress,
    trainer_bytes: usize,
    best_model_bytes: usize,
}

impl Checkpoint {
    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        files::write_atomically(path, &self.to_bytes()?).context("the checkpoint was not saved")
    }

    pub(crate) fn read(path: &Path) -> Result<Self> {
        Self::from_bytes(&files::read(path, MAX_BYTES)?).with_context(|| {
            format!(
                "{} can't be resumed from; delete it to start anew, or name another with --checkpoint",
                path.display()
            )
        })
    }

    fn to_bytes(&self) -> Result<Vec<u8>> {
        let best_model = self.best_model.as_deref().unwrap_or_default();
        let header = serde_json::to_vec(&Header {
            run: self.run.clone(),
            progress: self.progress.clone(),
            trainer_bytes: self.trainer.len(),
            best_model_bytes: best_model.len(),
        })?;
        let length = (header.len() as u64).to_le_bytes();
        let mut bytes = [MAGIC, &length, &header, &self.trainer, best_model].concat();
        bytes.extend(checksum(&bytes).to_le_bytes());
        Ok(bytes)
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let Some(rest) = bytes.strip_prefix(MAGIC) else {
            bail!("it is no checkpoint of this version of gsa");
        };
        let intact =
            bytes.split_last_chunk::<4>().is_some_and(|(content, &sum)| checksum(content) == u32::from_le_bytes(sum));
        if !intact {
            bail!("it is damaged");
        }
        Self::parts(rest).context("its parts don't fit together")
    }

    fn parts(rest: &[u8]) -> Option<Self> {
        let (rest, _) = rest.split_last_chunk::<4>()?;
        let (length, rest) = rest.split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (header, rest) = rest.split_at_checked(length)?;
        let header: Header = serde_json::from_slice(header).ok()?;
        let (trainer, best_model) = rest.split_at_checked(header.trainer_bytes)?;
        (best_model.len() == header.best_model_bytes).then(|| Self {
            run: header.run,
            progress: header.progress,
            trainer: trainer.to_vec(),
            best_model: (!best_model.is_empty()).then(|| best_model.to_vec()),
        })
    }
}

pub(crate) fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn record(held_out_accuracy: f64, held_out_loss: f64) -> EpochRecord {
        EpochRecord {
            epoch: 3,
            steps: 471,
            loss: 0.1 + 0.2,
            train_accuracy: 1.0 / 3.0,
            held_out_loss,
            held_out_accuracy,
            learning_rate: 1e-3,
            seconds: 12.5,
            peak_memory_mb: None,
        }
    }

    fn checkpoint(best_model: Option<Vec<u8>>) -> Checkpoint {
        Checkpoint {
            run: json!({ "seed": u64::MAX, "network": "r4_sa" }),
            progress: Progress {
                epoch: 3,
                loss: f64::MIN_POSITIVE,
                best: Some(record(0.9, 0.7)),
                history: vec![record(0.9, 1.0 / 7.0); 3],
                ..Progress::default()
            },
            trainer: vec![0, 1, 2, 255],
            best_model,
        }
    }

    #[test]
    fn checkpoint_round_trips_exactly() {
        for best_model in [None, Some(vec![9; 100])] {
            let before = checkpoint(best_model);
            assert_eq!(Checkpoint::from_bytes(&before.to_bytes().unwrap()).unwrap(), before);
        }
    }

    #[test]
    fn checkpoint_rejects_any_damage() {
        let whole = checkpoint(Some(vec![9; 10])).to_bytes().unwrap();
        for at in 0..whole.len() {
            assert!(Checkpoint::from_bytes(&whole[..at]).is_err(), "cut to {at}");
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            assert!(Checkpoint::from_bytes(&damaged).is_err(), "bit changed at {at}");
        }
    }

    #[test]
    fn better_is_more_accurate_then_less_loss_then_earlier() {
        assert!(record(0.9, 0.5).is_better_than(&record(0.8, 0.1)));
        assert!(record(0.9, 0.4).is_better_than(&record(0.9, 0.5)));
        assert!(!record(0.9, 0.5).is_better_than(&record(0.9, 0.5)));
        assert!(!record(0.8, 0.1).is_better_than(&record(0.9, 0.5)));
    }
}
