//! What a person sees while something takes long: a bar on a terminal, a line from time to time elsewhere. Both on standard error.

use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Progress towards a known number of equal pieces of work.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    total: u64,
    position: u64,
    done_before: u64,
    started: Instant,
    every: Duration,
    said: Instant,
}

impl Progress {
    /// `done` of `total` pieces were done before; without a terminal there is a line every so often.
    pub(crate) fn new(done: u64, total: u64, every: Duration) -> Self {
        let bar = stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{wide_bar} {percent:>3} %  {msg}").expect("a fixed template");
            let bar = ProgressBar::new(total).with_style(style.progress_chars("━╸─"));
            bar.set_position(done);
            bar
        });
        let now = Instant::now();
        Self { bar, total, position: done, done_before: done, started: now, every, said: now }
    }

    /// Pieces are done now; `message` is worked out only when it is shown.
    pub(crate) fn advance(&mut self, pieces: u64, message: impl FnOnce() -> String) {
        self.position += pieces;
        if let Some(bar) = &self.bar {
            bar.set_position(self.position);
            bar.set_message(self.with_time_left(&message()));
        } else if self.said.elapsed() >= self.every {
            self.said = Instant::now();
            let percent = self.position as f64 / self.total.max(1) as f64 * 100.0;
            eprintln!("{percent:5.1} %  {}", self.with_time_left(&message()));
        }
    }

    /// A line that stays.
    pub(crate) fn say(&self, line: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| eprintln!("{line}")),
            None => eprintln!("{line}"),
        }
    }

    /// Removes the bar.
    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn with_time_left(&self, message: &str) -> String {
        let done = self.position - self.done_before;
        if done == 0 {
            return message.to_owned();
        }
        // Everything since the start counts, so what happens between pieces (a selection) is in the estimate.
        let seconds_per_piece = self.started.elapsed().as_secs_f64() / done as f64;
        let left = self.total.saturating_sub(self.position) as f64 * seconds_per_piece;
        format!("{message}  {} left", duration(left))
    }
}

/// `2 h 05 min`, `3 min 20 s`, `7 s`.
pub(crate) fn duration(seconds: f64) -> String {
    let seconds = seconds.round() as u64;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds:02} s"),
        (hours, minutes, _) => format!("{hours} h {minutes:02} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duration_is_short() {
        for (seconds, text) in [
            (0.4, "0 s"),
            (59.4, "59 s"),
            (59.6, "1 min 00 s"),
            (200.0, "3 min 20 s"),
            (3600.0, "1 h 00 min"),
            (7500.0, "2 h 05 min"),
        ] {
            assert_eq!(duration(seconds), text);
        }
    }
}
