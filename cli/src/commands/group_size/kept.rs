//! What has been answered so far, in a file from which a run that was stopped goes on.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::files;

const MAX_BYTES: u64 = 64 << 20;

/// Of one network at one number of rotations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measured {
    pub(super) network: String,
    pub(super) rotations: u32,
    /// To the first digits, as many as there are.
    pub(super) answers: Vec<u8>,
}

/// All that is known.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kept {
    /// What it depends on: only the same run can go on from here.
    run: Value,
    measured: Vec<Measured>,
    #[serde(skip)]
    place: PathBuf,
    #[serde(skip)]
    saved: Option<Instant>,
}

impl Kept {
    pub(super) fn new(run: Value) -> Self {
        Self { run, measured: vec![], place: PathBuf::new(), saved: None }
    }

    /// What a run has left, or nothing.
    pub(super) fn open(path: &Path, run: Value, digits: usize) -> Result<Self> {
        let kept = if files::is_file(path) {
            Self::parse(&files::read(path, MAX_BYTES)?, &run, digits).with_context(|| {
                format!("{} can't be gone on from; delete it to start anew, or choose another --out", path.display())
            })?
        } else {
            Self::new(run)
        };
        Ok(Self { place: path.to_owned(), saved: Some(Instant::now()), ..kept })
    }

    fn parse(bytes: &[u8], run: &Value, digits: usize) -> Result<Self> {
        let kept: Self = files::from_json(bytes)?;
        ensure!(kept.run == *run, "it is of other models, digits or data");
        for Measured { answers, .. } in &kept.measured {
            let is_sound = answers.len() <= digits && answers.iter().all(|&answer| answer < 10);
            ensure!(is_sound, "it contradicts itself");
        }
        Ok(kept)
    }

    pub(super) fn of(&self, network: &str, rotations: u32) -> Measured {
        let found = self.measured.iter().find(|one| one.network == network && one.rotations == rotations);
        found.cloned().unwrap_or_else(|| Measured { network: network.to_owned(), rotations, ..Measured::default() })
    }

    pub(super) fn put(&mut self, measured: Measured) {
        self.measured.retain(|one| one.network != measured.network || one.rotations != measured.rotations);
        self.measured.push(measured);
    }

    /// Writes it where it was opened, unless that was done a moment ago.
    pub(super) fn save_after(&mut self, wait: Duration) -> Result<()> {
        if self.saved.is_none_or(|saved| saved.elapsed() >= wait) {
            files::write_atomically(&self.place, &serde_json::to_vec(self)?)?;
            self.saved = Some(Instant::now());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_run_goes_on_from_what_it_left_and_from_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.checkpoint");
        let run = || json!({ "digits": 3 });
        let mut kept = Kept::open(&path, run(), 3).unwrap();
        let half = Measured { network: "a".into(), rotations: 4, answers: vec![1, 2] };
        kept.put(half.clone());
        kept.save_after(Duration::ZERO).unwrap();
        let again = Kept::open(&path, run(), 3).unwrap();
        assert_eq!(again.of("a", 4), half);
        assert!(again.of("a", 8).answers.is_empty());
        assert!(Kept::open(&path, json!({ "digits": 4 }), 4).is_err(), "another run");
        for bad in
            [Measured { answers: vec![1, 2, 3, 4], ..half.clone() }, Measured { answers: vec![10], ..half.clone() }]
        {
            let mut kept = Kept { place: path.clone(), ..Kept::new(run()) };
            kept.put(bad);
            kept.save_after(Duration::ZERO).unwrap();
            assert!(Kept::open(&path, run(), 3).is_err());
        }
        std::fs::write(&path, "{").unwrap();
        assert!(Kept::open(&path, run(), 3).is_err());
    }

    #[test]
    fn what_is_put_takes_the_place_of_what_was_there() {
        let mut kept = Kept::new(json!(null));
        for answers in [vec![1], vec![1, 2]] {
            kept.put(Measured { network: "a".into(), rotations: 4, answers });
        }
        assert_eq!(kept.measured.len(), 1);
        assert_eq!(kept.of("a", 4).answers, [1, 2]);
    }
}
