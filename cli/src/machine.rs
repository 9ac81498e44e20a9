//! What the machine can tell: the date, the memory used.

use std::time::{SystemTime, UNIX_EPOCH};

/// Today in UTC, as `2026-01-31`.
pub(crate) fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    date(seconds / 86_400)
}

/// The Gregorian date of a day counted from 1970-01-01, by counting in years that begin in March (so that leap days come last).
fn date(days: u64) -> String {
    const DAYS_OF_400_YEARS: u64 = 146_097;
    let days = days + 719_468; // from 0000-03-01
    let (era, day) = (days / DAYS_OF_400_YEARS, days % DAYS_OF_400_YEARS);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153; // 0 is March
    let day = day - (153 * month + 2) / 5 + 1;
    let year = era * 400 + year + u64::from(month >= 10);
    let month = if month < 10 { month + 3 } else { month - 9 };
    format!("{year:04}-{month:02}-{day:02}")
}

/// The most memory that this process has held so far, in MB (10⁶ bytes); known on Linux.
pub(crate) fn peak_memory_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some((kibibytes * 1.024).round() / 1000.0)
}

/// Keeps memory that is freed for the next who asks. Training frees all that a step has made and makes it again in the next one; by
/// default glibc gives it back to the system in between and gets it again page by page, which takes a sixth of the time.
pub(crate) fn keep_freed_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: `mallopt` sets parameters of the allocator and touches nothing else; a value that it does not like it ignores.
    unsafe {
        // The most that it takes.
        libc::mallopt(libc::M_MMAP_THRESHOLD, 32 << 20);
        libc::mallopt(libc::M_TRIM_THRESHOLD, libc::c_int::MAX);
        libc::mallopt(libc::M_TOP_PAD, 64 << 20);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_follows_the_calendar() {
        for (days, text) in [
            (0, "1970-01-01"),
            (58, "1970-02-28"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (19_782, "2024-02-29"),
            (20_818, "2026-12-31"),
            (47_541, "2100-03-01"),
        ] {
            assert_eq!(date(days), text);
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn peak_memory_counts_what_is_touched() {
        let before = peak_memory_mb().unwrap();
        let touched = vec![1u8; 300 << 20];
        assert!(touched.iter().step_by(4096).all(|&byte| byte == 1));
        assert!(peak_memory_mb().unwrap() > before.max(300.0) - 1.0, "{before}");
    }
}
