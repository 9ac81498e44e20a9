//! Tiny data, a tiny network, and ways to call `gsa`.
#![allow(dead_code, reason = "each test file uses some of it")]

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;

/// Training digits of the tiny data: 20 are learnt, 4 held out, 80 tested with the 10 of the test set.
pub(crate) const TRAINING: usize = 120;
pub(crate) const TEST: usize = 10;

/// A directory that goes when the test ends.
pub(crate) struct Place(TempDir);

impl Place {
    /// With the tiny MNIST in `data` and the tiny networks in `tiny.json` and `convolutions.json`.
    pub(crate) fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        let data = place.path("data");
        fs::create_dir(&data).unwrap();
        write_set(&data, "train", TRAINING);
        write_set(&data, "t10k", TEST);
        fs::write(place.path("tiny.json"), TINY).unwrap();
        fs::write(place.path("convolutions.json"), CONVOLUTIONS).unwrap();
        place
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// `gsa` with arguments divided by spaces, to be run here; `GSA_DATA` is not set.
    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gsa"));
        command.args(arguments.split_whitespace()).current_dir(self.0.path()).env_remove("GSA_DATA");
        command
    }

    /// Runs `gsa`, which must succeed; what it printed.
    pub(crate) fn gsa(&self, arguments: &str) -> String {
        let output = self.command(arguments).output().unwrap();
        assert!(output.status.success(), "gsa {arguments}: {}", errors(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs `gsa`, which must fail with exit code 1 or 2; its message.
    pub(crate) fn gsa_fails(&self, arguments: &str) -> String {
        let output = self.command(arguments).output().unwrap();
        let code = output.status.code();
        assert!(matches!(code, Some(1 | 2)), "gsa {arguments}: {code:?} {}", errors(&output));
        assert!(output.stdout.is_empty(), "gsa {arguments} printed a result");
        errors(&output)
    }
}

pub(crate) fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A description of a network of convolutions: an even filter, padding, an odd map before the pool, dropout.
pub(crate) const CONVOLUTIONS: &str = r#"{
    "name": "convolutions", "group": { "rotations": 4, "mirrors": false }, "input": [1, 28, 28], "input_mean": 0.1307,
    "input_std": 0.3081, "classes": 10, "channels": 4, "heads": 0, "window": 0, "blocks": [], "expansion": [], "crop": [],
    "norm_between_layers": false, "pool_after_last_block": false, "index": "exact", "query": "all", "pool": "centred",
    "convolutions": [
        { "channels": 4, "side": 4, "norm": true, "dropout": 0.3, "pool": true },
        { "channels": 5, "side": 4, "padding": 2, "norm": true, "pool": true },
        { "channels": 10, "side": 3 }
    ]
}"#;

/// C_4, 28×28, small enough for tests.
pub(crate) const TINY: &str = r#"{
    "name": "tiny", "group": { "rotations": 4, "mirrors": false },
    "input": [1, 28, 28], "input_mean": 0.1307, "input_std": 0.3081, "classes": 10,
    "channels": 8, "heads": 2, "window": 3, "blocks": [1, 1], "expansion": [1, 1], "crop": [2, 2],
    "norm_between_layers": false, "pool_after_last_block": false, "index": "exact", "query": "all"
}"#;

fn write_set(directory: &Path, set: &str, count: usize) {
    let labels: Vec<u8> = (0..count).map(|index| (index * 7 % 10) as u8).collect();
    let pictures: Vec<u8> = labels.iter().enumerate().flat_map(|(index, &label)| picture(index, label)).collect();
    write_gzip(&directory.join(format!("{set}-images-idx3-ubyte.gz")), &idx(&[count, 28, 28], &pictures));
    write_gzip(&directory.join(format!("{set}-labels-idx1-ubyte.gz")), &idx(&[count], &labels));
}

/// A bar whose length tells the digit, at a place that follows from the index.
fn picture(index: usize, label: u8) -> Vec<u8> {
    let mut picture = vec![0; 28 * 28];
    let (top, left) = (8 + index % 8, 6 + index / 8 % 5);
    for row in top..top + 3 {
        picture[row * 28 + left..][..3 + usize::from(label)].fill(255);
    }
    picture
}

pub(crate) fn idx(dimensions: &[usize], bytes: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, 8, dimensions.len() as u8];
    for &length in dimensions {
        file.extend((length as u32).to_be_bytes());
    }
    file.extend(bytes);
    file
}

pub(crate) fn write_gzip(path: &Path, bytes: &[u8]) {
    let mut gzip = GzEncoder::new(File::create(path).unwrap(), Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap();
}

pub(crate) fn npy(shape: &[usize], values: &[f32]) -> Vec<u8> {
    let shape: Vec<String> = shape.iter().map(ToString::to_string).collect();
    let header = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': ({},), }}\n", shape.join(", "));
    let mut file = b"\x93NUMPY\x01\x00".to_vec();
    file.extend((header.len() as u16).to_le_bytes());
    file.extend(header.as_bytes());
    file.extend(values.iter().flat_map(|value| value.to_le_bytes()));
    file
}

/// A comparison that NaN can't pass.
pub(crate) fn assert_close(what: &str, found: &[f32], expected: &[f32], tolerance: f32) {
    assert_eq!(found.len(), expected.len(), "{what}: length");
    assert!(!expected.is_empty(), "{what}: nothing to compare");
    let scale = expected.iter().fold(0f32, |scale, value| scale.max(value.abs()));
    for (index, (a, b)) in found.iter().zip(expected).enumerate() {
        assert!(
            (a - b).abs() <= tolerance * scale,
            "{what}[{index}]: found {a}, expected {b} (largest {scale}, tolerance {tolerance})"
        );
    }
}

/// A file of the reference data kept beside the repository. Where it is absent the test says so on standard error, past the
/// capture of the test harness, and passes; with `REQUIRE_SHARED=1` it fails.
pub(crate) fn shared(test: &str, name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(name);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var_os("REQUIRE_SHARED").is_none(), "{} is missing", path.display());
    say(&format!("SKIPPED {test}: {} is missing", path.display()));
    None
}

/// Says something that is heard of tests that pass too, whose `eprintln!` is not.
pub(crate) fn say(note: &str) {
    std::io::stderr().write_all(format!("{note}\n").as_bytes()).unwrap();
}
