//! The log of a run: one JSON object a line and epoch. Whoever holds it open is the only process that works on the run.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::checkpoint::EpochRecord;

/// The open, locked log.
pub(super) struct Log(File);

impl Log {
    /// Opens the log and keeps other processes from it.
    pub(super) fn lock(path: &Path) -> Result<Self> {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .with_context(|| format!("opening {}", path.display()))?;
        match file.try_lock() {
            // Where files can't be locked, nothing is protected, and nothing lost.
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => bail!(
                "another gsa is training this already: it holds {}; wait for it, or choose another --out",
                path.display()
            ),
        }
    }

    /// Writes the log anew: lines that were lost, or that tell of epochs after the checkpoint, are put right.
    pub(super) fn restart(&mut self, history: &[EpochRecord]) -> Result<()> {
        self.0.set_len(0).and_then(|()| self.0.rewind()).context("the log can't be written")?;
        history.iter().try_for_each(|record| self.append(record))
    }

    /// Adds a line.
    pub(super) fn append(&mut self, record: &EpochRecord) -> Result<()> {
        let write = |file: &mut File| -> io::Result<()> {
            let mut line = serde_json::to_vec(record)?;
            line.push(b'\n');
            file.write_all(&line)
        };
        write(&mut self.0).context("the log can't be written")
    }
}
