//! Bytes that were good, made bad: what the fuzz targets feed to readers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// Feeds `read` with mutations of `samples`, the same ones in every run, for as many seconds as `GSA_FUZZ_SECONDS` says (10 without it).
/// What a panic was met with stands in its message.
pub(crate) fn fuzz(what: &str, samples: &[&[u8]], words: &[&str], read: impl Fn(&[u8])) {
    assert!(!samples.is_empty());
    let seconds = std::env::var("GSA_FUZZ_SECONDS").map_or(10.0, |text| text.parse().expect("a number of seconds"));
    let (start, limit) = (Instant::now(), Duration::from_secs_f64(seconds));
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let mut tries = 0u64;
    while start.elapsed() < limit {
        let mut bytes = samples[below(&mut rng, samples.len())].to_vec();
        for _ in 0..1 + below(&mut rng, 6) {
            mutate(&mut rng, &mut bytes, words);
        }
        if catch_unwind(AssertUnwindSafe(|| read(&bytes))).is_err() {
            let shown = bytes.escape_ascii().take(2000);
            panic!("{what}: try {tries} of {} bytes: {}", bytes.len(), shown.map(char::from).collect::<String>());
        }
        tries += 1;
    }
    assert!(tries > 10, "{what}: {tries} tries");
}

fn below(rng: &mut ChaCha8Rng, limit: usize) -> usize {
    (rng.next_u64() % limit as u64) as usize
}

fn mutate(rng: &mut ChaCha8Rng, bytes: &mut Vec<u8>, words: &[&str]) {
    // Most of what a reader decides stands at the beginning.
    let reach = if rng.next_u32() & 1 == 0 { bytes.len().min(256) } else { bytes.len() };
    let at = below(rng, reach + 1).min(bytes.len());
    let end = (at + 1 + below(rng, 16)).min(bytes.len());
    match rng.next_u32() % 7 {
        0 if at < bytes.len() => bytes[at] = rng.next_u32() as u8,
        1 if at < bytes.len() => bytes[at] ^= 1 << (rng.next_u32() % 8),
        2 => bytes.truncate(at),
        3 => drop(bytes.drain(at..end)),
        4 => {
            let again = bytes[at..end].to_vec();
            bytes.splice(at..at, again);
        }
        5 if !words.is_empty() => {
            let word = words[below(rng, words.len())];
            bytes.splice(at..end, word.bytes());
        }
        _ => {
            let extremes = [0, 1, 0x7f, 0x80, 0xff];
            let byte = extremes[below(rng, extremes.len())];
            bytes[at..end].fill(byte);
        }
    }
}
