//! `gsa export`: what ONNX Runtime makes of the files, against this crate's own engine.
#![cfg(not(target_family = "wasm"))]

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::{Place, assert_close};
use gsa_net::{Config, CpuEngine, Model};
use ndarray::Array4;

/// The tiny network and others that differ in one thing: as JSON descriptions.
fn descriptions() -> Vec<(&'static str, String)> {
    let tiny = common::TINY;
    vec![
        ("tiny", tiny.to_owned()),
        ("own", tiny.replace("\"all\"", "\"own\"")),
        ("frames", tiny.replace("\"all\"", "\"per-frame\"")),
        ("published", tiny.replace("\"exact\"", "\"published\"")),
        ("mirrors", tiny.replace("\"mirrors\": false", "\"mirrors\": true")),
        ("eight", tiny.replace("\"rotations\": 4", "\"rotations\": 8")),
        ("global", tiny.replace("\"window\": 3", "\"window\": 0")),
        (
            "growing",
            tiny.replace("\"expansion\": [1, 1]", "\"expansion\": [1, 2]").replace("layers\": false", "layers\": true"),
        ),
        ("convolutions", common::CONVOLUTIONS.to_owned()),
        ("r4_cnn", Config::named("r4_cnn").unwrap().to_json()),
    ]
}

/// Not symmetric, not constant.
fn picture() -> Array4<f32> {
    Array4::from_shape_fn([1, 1, 28, 28], |(_, _, row, col)| {
        let (row, col) = (row as f32 - 11.0, col as f32 - 15.0);
        (-(row * row / 30.0 + col * col / 8.0)).exp()
    })
}

/// Whether node has ONNX Runtime here, installed by npm. Where it has not, the test says so on standard error, past the capture of
/// the test harness, and passes; with `REQUIRE_ONNX=1` it fails.
fn runtime(test: &str) -> bool {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    if node && root.join("node_modules/onnxruntime-web").is_dir() {
        return true;
    }
    assert!(std::env::var_os("REQUIRE_ONNX").is_none(), "node or ONNX Runtime is missing: run `npm ci`");
    common::say(&format!("SKIPPED {test}: node or ONNX Runtime is missing"));
    false
}

#[test]
fn onnx_runtime_gives_the_logits_of_this_engine() {
    if !runtime("onnx_runtime_gives_the_logits_of_this_engine") {
        return;
    }
    let place = Place::new();
    let picture = picture();
    fs::write(place.path("picture"), picture.iter().flat_map(|x| x.to_le_bytes()).collect::<Vec<u8>>()).unwrap();
    let mut node = Command::new("node");
    node.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/onnx.mjs")).arg(place.path("picture"));
    let mut expected = vec![];
    for (name, json) in descriptions() {
        let config = Config::from_json(&json).unwrap();
        let model = Model::random(config, 7);
        fs::write(place.path(&format!("{name}.safetensors")), model.to_bytes()).unwrap();
        place.gsa(&format!("export {name}.safetensors --out {name}.onnx"));
        node.arg(place.path(&format!("{name}.onnx")));
        let logits = CpuEngine::new(&model).logits(picture.view()).unwrap();
        expected.push((name, logits.into_raw_vec_and_offset().0));
    }
    let output = node.output().unwrap();
    assert!(output.status.success(), "{}", common::errors(&output));
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(printed.lines().count(), expected.len(), "{printed}");
    for (line, (name, expected)) in printed.lines().zip(&expected) {
        let logits: Vec<f32> = serde_json::from_str(line).unwrap();
        assert_close(name, &logits, expected, 1e-4);
    }
    let distinct = expected.iter().all(|(name, logits)| {
        expected
            .iter()
            .all(|(other, others)| name == other || logits.iter().zip(others).any(|(a, b)| (a - b).abs() > 1e-2))
    });
    assert!(distinct, "two of these networks answer alike, so one of them tests nothing");
}

#[test]
fn export_writes_what_the_name_asks_for() {
    let place = Place::new();
    place.gsa("export r8_sa --window 3 --out r8.safetensors");
    let model = Model::from_bytes(&fs::read(place.path("r8.safetensors")).unwrap()).unwrap();
    assert_eq!(model, Model::random(Config::named("r8_sa").unwrap().with_window(3).unwrap(), 1));
    place.gsa("export tiny.json --out tiny.onnx");
    assert!(fs::read(place.path("tiny.onnx")).unwrap().windows(6).any(|bytes| bytes == b"Einsum"));
    let error = place.gsa_fails("export tiny.json --out tiny.pt");
    assert!(error.contains(".onnx"), "{error}");
    assert!(!place.path("tiny.pt").exists());
    assert!(place.gsa_fails("export nothing.safetensors --out n.onnx").contains("nothing.safetensors"));
}
