//! The log of a run: one JSON object a line and epoch. Whoever holds it open is the only process that works on the run.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::checkpoint::EpochRecord;

/// The open, locked log.
pub(super) struct Log {
    file: File,
    /// Not a device or a pipe, which can neither be locked for one process alone nor be shortened.
    is_file: bool,
}

impl Log {
    /// Opens the log and keeps other processes from it.
    pub(super) fn lock(path: &Path) -> Result<Self> {
        let opening = || format!("opening {}", path.display());
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).with_context(opening)?;
        let is_file = file.metadata().with_context(opening)?.is_file();
        match if is_file { file.try_lock() } else { Ok(()) } {
            // Where files can't be locked, nothing is protected, and nothing lost.
            Ok(()) | Err(TryLockError::Error(_)) => Ok(Self { file, is_file }),
            Err(TryLockError::WouldBlock) => bail!(
                "another gsa is training this already: it holds {}; wait for it, or choose another --out",
                path.display()
            ),
        }
    }

    /// Writes the log anew: lines that were lost, or that tell of epochs after the checkpoint, are put right.
    pub(super) fn restart(&mut self, history: &[EpochRecord]) -> Result<()> {
        let mut lines = vec![];
        history.iter().try_for_each(|record| add_line(&mut lines, record))?;
        let mut write = || -> io::Result<()> {
            if !self.is_file {
                return self.file.write_all(&lines);
            }
            // Over what is there, and then shorter: at no time is it empty.
            self.file.rewind()?;
            self.file.write_all(&lines)?;
            self.file.set_len(lines.len() as u64)
        };
        write().context("the log can't be written")
    }

    /// Adds a line, or nothing where there is no room for a whole one.
    pub(super) fn append(&mut self, record: &EpochRecord) -> Result<()> {
        let mut line = vec![];
        add_line(&mut line, record)?;
        let mut write = || -> io::Result<()> {
            if !self.is_file {
                return self.file.write_all(&line);
            }
            let end = self.file.stream_position()?;
            self.file.write_all(&line).inspect_err(|_| drop(self.file.set_len(end)))
        };
        write().context("the log can't be written")
    }
}

fn add_line(lines: &mut Vec<u8>, record: &EpochRecord) -> Result<()> {
    serde_json::to_writer(&mut *lines, record)?;
    lines.push(b'\n');
    Ok(())
}
