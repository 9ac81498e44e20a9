//! Against what the paper's official PyTorch code computed. The data lie outside the repository: where they are absent these
//! tests say so and pass; with `REQUIRE_SHARED=1` they fail.

mod common;

use std::path::PathBuf;

use common::*;
use gsa_net::encoding::RelativePositions;
use gsa_net::group::Group;
use gsa_net::{Config, CpuEngine, Model};
use ndarray::{Array4, Axis};
use safetensors::SafeTensors;

/// The contents of a file of the reference data.
fn reference(name: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/reference").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        assert!(std::env::var_os("REQUIRE_SHARED").is_none(), "{} is absent", path.display());
        common::say(&format!("SKIPPED: {} is absent, nothing was compared with the official code", path.display()));
    }
    bytes
}

fn floats(file: &SafeTensors<'_>, name: &str) -> Vec<f32> {
    let data = file.tensor(name).unwrap().data();
    data.chunks_exact(4).map(|b| f32::from_le_bytes(b.try_into().unwrap())).collect()
}

fn wide(x: &[f32]) -> impl Iterator<Item = f64> {
    x.iter().map(|x| f64::from(*x))
}

/// The index of each element's inverse.
fn inverses(group: &Group) -> Vec<usize> {
    group.elements().map(|h| group.index_of(group.inverse(h))).collect()
}

#[test]
fn every_layer_matches_the_official_code() {
    let (Some(state), Some(io)) =
        (reference("p4_rotmnist_patch5.state.safetensors"), reference("p4_rotmnist_patch5.io.safetensors"))
    else {
        return;
    };
    let io = SafeTensors::deserialize(&io).unwrap();
    let model = Model::import_official(&state, Config::official("p4", "rotmnist", 5).unwrap()).unwrap();
    let images = Array4::from_shape_vec((2, 1, 28, 28), floats(&io, "input")).unwrap();
    let trace = CpuEngine::new(&model).trace_prepared(images.view()).unwrap();
    let names: Vec<String> = std::iter::once("act.lifting_self_attention".into())
        .chain((0..7).map(|i| format!("act.transformer.{i}")))
        .collect();
    assert_eq!(names.len(), trace.layers.len());
    for (name, layer) in names.iter().zip(&trace.layers) {
        assert_eq!(io.tensor(name).unwrap().shape(), layer.shape());
        // The official code's element h is this crate's h⁻¹.
        let order = if layer.shape()[2] == 1 { vec![0] } else { inverses(&model.config.group()) };
        let layer = layer.select(Axis(2), &order);
        let worst = worst_difference(layer.iter().map(|x| f64::from(*x)), wide(&floats(&io, name)));
        assert!(worst <= OFFICIAL, "{name}: {worst:e}");
    }
    let worst = worst_difference(wide(trace.logits.as_slice().unwrap()), wide(&floats(&io, "logits")));
    assert!(worst <= OFFICIAL, "logits: {worst:e}");
}

#[test]
fn weights_of_another_network_are_refused() {
    let Some(state) = reference("p4_rotmnist_patch5.state.safetensors") else { return };
    for (group, dataset) in [("p8", "rotmnist"), ("p4", "cifar10"), ("p4", "pcam"), ("z2", "rotmnist")] {
        let error =
            Model::import_official(&state, Config::official(group, dataset, 5).unwrap()).unwrap_err().to_string();
        assert!(error.contains("--group") || error.contains("another network"), "{error}");
    }
    // The window is not visible in the weights.
    assert!(Model::import_official(&state, Config::official("p4", "rotmnist", 0).unwrap()).is_ok());
}

#[test]
fn published_conventions_match_the_official_code_for_every_group() {
    let Some(json) = reference("published_conventions.json") else { return };
    let conventions: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let groups = [
        ("z2", 1, false),
        ("p4", 4, false),
        ("p8", 8, false),
        ("p12", 12, false),
        ("p16", 16, false),
        ("mz2", 1, true),
        ("p4m", 4, true),
    ];
    for (name, rotations, mirrors) in groups {
        let group = if mirrors { Group::dihedral(rotations) } else { Group::cyclic(rotations) }.unwrap();
        let expected = &conventions[name];
        let n = group.order();
        let numbers = |field: &str| -> Vec<f64> {
            fn flatten(value: &serde_json::Value, out: &mut Vec<f64>) {
                match value.as_array() {
                    Some(list) => list.iter().for_each(|v| flatten(v, out)),
                    None => out.push(value.as_f64().unwrap()),
                }
            }
            let mut out = vec![];
            flatten(&expected[field], &mut out);
            out
        };
        let table: Vec<f64> = group.published_table().iter().map(|i| *i as f64).collect();
        assert_eq!(table, numbers("group_index[v][g][m]"), "{name}");
        let positions = RelativePositions::new(&group, [3, 3]);
        let inverse = inverses(&group);
        for (field, values, index) in [
            ("row_offset[v][k][l]_patch3", &positions.rows, &positions.row_index),
            ("col_offset[v][k][l]_patch3", &positions.cols, &positions.col_index),
        ] {
            let expected = numbers(field);
            assert_eq!(expected.len(), 9 * n);
            for (at, e) in expected.iter().enumerate() {
                // The official code's element v is this crate's v⁻¹.
                let seen = values[index[inverse[at / 9] * 9 + at % 9] as usize];
                assert!((seen - e).abs() < 2e-6, "{name} {field}");
            }
        }
    }
}
