//! Ctrl-C, SIGTERM and, where a terminal is closed, SIGHUP as a request to stop at the next good moment; a second one stops at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use anyhow::{Context, Result};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::machine;

#[cfg(unix)]
const HANGUP: &[i32] = &[signal_hook::consts::SIGHUP];
#[cfg(not(unix))]
const HANGUP: &[i32] = &[];

/// Whether the process was asked to stop.
pub(crate) struct Stop(Arc<AtomicUsize>);

impl Stop {
    /// From now on signals ask, instead of ending the process.
    pub(crate) fn listen() -> Result<Self> {
        let asked = Arc::new(AtomicBool::new(false));
        let signal = Arc::new(AtomicUsize::new(0));
        // Under `nohup` the end of the terminal is not to be heeded.
        let hangup = HANGUP.iter().copied().filter(|&number| !machine::is_ignored(number));
        for number in [SIGINT, SIGTERM].into_iter().chain(hangup) {
            // In the order of registration: the second signal finds `asked` set by the first.
            flag::register_conditional_shutdown(number, 128 + number, Arc::clone(&asked))
                .and_then(|_| flag::register(number, Arc::clone(&asked)))
                .and_then(|_| flag::register_usize(number, Arc::clone(&signal), number.unsigned_abs() as usize))
                .context("listening for Ctrl-C")?;
        }
        Ok(Self(signal))
    }

    /// Whether a signal came.
    pub(crate) fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed) != 0
    }

    /// The exit code that tells a shell which signal it was.
    pub(crate) fn exit_code(&self) -> u8 {
        128 + self.0.load(Ordering::Relaxed) as u8
    }
}
