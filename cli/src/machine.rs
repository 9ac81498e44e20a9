//! What the machine can tell: the memory used, what is done about signals.

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

/// Whether whoever started this process wants a signal ignored, as `nohup` does with the hangup.
pub(crate) fn is_ignored(signal: i32) -> bool {
    let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return false };
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn peak_memory_counts_what_is_touched() {
        let before = peak_memory_mb().unwrap();
        let touched = vec![1u8; 300 << 20];
        assert!(touched.iter().step_by(4096).all(|&byte| byte == 1));
        assert!(peak_memory_mb().unwrap() > before.max(300.0) - 1.0, "{before}");
    }
}
