//! Against what the paper's official PyTorch code computed: always with the numbers in `fixtures/official`, a sample of every layer;
//! and with all numbers where those are present, outside the repository. Where they are absent that part says so and passes; with
//! `REQUIRE_SHARED=1` it fails.

mod common;

use std::path::{Path, PathBuf};

use common::*;
use gsa_net::config::IndexRule;
use gsa_net::encoding::RelativePositions;
use gsa_net::group::Group;
use gsa_net::{Config, CpuEngine, Model, Trace};
use ndarray::{Array4, Axis};
use safetensors::SafeTensors;

const STATE: &str = "p4_rotmnist_patch5.state.safetensors";
const IO: &str = "p4_rotmnist_patch5.io.safetensors";
const CONVENTIONS: &str = "published_conventions.json";

/// A file of the thinned reference data.
fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/official").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file of the whole reference data.
fn whole(name: &str) -> Option<Vec<u8>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/reference").join(name);
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        assert!(std::env::var_os("REQUIRE_SHARED").is_none(), "{} is absent", path.display());
        common::say(&format!(
            "SKIPPED: {} is absent, only a sample was compared with the official code",
            path.display()
        ));
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

/// A layer of the official code: which of its numbers there are.
struct Layer {
    name: String,
    /// `[B, C, N, H, W]`
    shape: Vec<usize>,
    /// From one number to the next.
    step: usize,
    numbers: Vec<f32>,
}

/// What the official code computed.
struct Reference {
    input: Array4<f32>,
    logits: Vec<f32>,
    layers: Vec<Layer>,
}

impl Reference {
    fn read(io: &[u8]) -> Self {
        let (_, header) = SafeTensors::read_metadata(io).unwrap();
        let metadata = header.metadata().clone().unwrap_or_default();
        let io = SafeTensors::deserialize(io).unwrap();
        let step = metadata.get("stride").map_or(1, |stride| stride.parse().unwrap());
        let shapes: serde_json::Value =
            metadata.get("shapes").map_or(serde_json::Value::Null, |json| serde_json::from_str(json).unwrap());
        let names = std::iter::once("act.lifting_self_attention".to_owned())
            .chain((0..7).map(|i| format!("act.transformer.{i}")));
        let layer = |name: String| {
            let shape = match shapes.get(&name) {
                Some(shape) => serde_json::from_value(shape.clone()).unwrap(),
                None => io.tensor(&name).unwrap().shape().to_vec(),
            };
            Layer { numbers: floats(&io, &name), shape, step, name }
        };
        let batch = io.tensor("input").unwrap().shape()[0];
        Self {
            input: Array4::from_shape_vec((batch, 1, 28, 28), floats(&io, "input")).unwrap(),
            logits: floats(&io, "logits"),
            layers: names.map(layer).collect(),
        }
    }

    fn thinned() -> Self {
        Self::read(&fixture(IO))
    }

    /// The largest difference in each layer, relative to its largest number, and in the logits, with their names. `order` is which
    /// of our elements stands where the official code has its own.
    fn differences(&self, trace: &Trace, order: &[usize]) -> Vec<(String, f64)> {
        assert_eq!(self.layers.len(), trace.layers.len());
        let mut differences = vec![];
        for (expected, layer) in self.layers.iter().zip(&trace.layers) {
            assert_eq!(expected.shape, layer.shape(), "{}", expected.name);
            let order = if layer.shape()[2] == 1 { &[0] } else { order };
            let layer = layer.select(Axis(2), order);
            let seen = layer.iter().step_by(expected.step).map(|x| f64::from(*x));
            differences.push((expected.name.clone(), worst_difference(seen, wide(&expected.numbers))));
        }
        let logits = worst_difference(wide(trace.logits.as_slice().unwrap()), wide(&self.logits));
        differences.push(("logits".into(), logits));
        differences
    }
}

fn official(state: &[u8]) -> Model {
    Model::import_official(state, Config::official("p4", "rotmnist", 5).unwrap()).unwrap()
}

fn trace(model: &Model, reference: &Reference) -> Trace {
    CpuEngine::new(model).trace_prepared(reference.input.view()).unwrap()
}

fn assert_matches(state: &[u8], reference: &Reference) {
    let model = official(state);
    // The official code's element h is this crate's h⁻¹.
    for (name, difference) in reference.differences(&trace(&model, reference), &inverses(&model.config.group())) {
        assert!(difference <= OFFICIAL, "{name}: {difference:e}");
    }
}

#[test]
fn every_layer_matches_the_official_code() {
    let thinned = Reference::thinned();
    assert!(thinned.layers.iter().all(|layer| layer.numbers.len() > 20));
    assert_matches(&fixture(STATE), &thinned);
    if let (Some(state), Some(io)) = (whole(STATE), whole(IO)) {
        let whole = Reference::read(&io);
        assert_matches(&state, &whole);
        // The sample is what the whole data say.
        assert_eq!(official(&state), official(&fixture(STATE)));
        assert_eq!(thinned.input, whole.input.select(Axis(0), &[0]));
        assert_eq!(thinned.logits, whole.logits[..10]);
        for (thin, whole) in thinned.layers.iter().zip(&whole.layers) {
            let first = &whole.numbers[..thin.shape.iter().product()];
            assert_eq!(thin.numbers, first.iter().copied().step_by(thin.step).collect::<Vec<_>>(), "{}", thin.name);
        }
    }
}

#[test]
fn the_exact_index_rule_does_not_match_the_official_code() {
    let reference = Reference::thinned();
    let mut model = official(&fixture(STATE));
    model.config = model.config.with_index(IndexRule::Exact);
    let differences = reference.differences(&trace(&model, &reference), &inverses(&model.config.group()));
    let [(_, lifting), rest @ ..] = &differences[..] else { panic!("no layers") };
    // The lifting layer has no group embedding.
    assert!(*lifting <= OFFICIAL, "{lifting:e}");
    for (name, difference) in rest {
        assert!(*difference > 10.0 * OFFICIAL, "{name}: {difference:e}");
    }
}

#[test]
fn offsets_turned_the_other_way_do_not_match_the_official_code() {
    let reference = Reference::thinned();
    let model = official(&fixture(STATE));
    // With h for h, where the official code evaluates encodings at A_h Δ and this crate at A_h⁻¹ Δ.
    let identity: Vec<usize> = (0..4).collect();
    let differences = reference.differences(&trace(&model, &reference), &identity);
    let [maps @ .., (_, logits)] = &differences[..] else { panic!("no layers") };
    for (name, difference) in maps {
        assert!(*difference > 100.0 * OFFICIAL, "{name}: {difference:e}");
    }
    // They are the largest over elements, in whatever order those are.
    assert!(*logits <= OFFICIAL, "{logits:e}");
}

#[test]
fn one_changed_number_or_a_nan_does_not_match() {
    let mut reference = Reference::thinned();
    let model = official(&fixture(STATE));
    let (trace, order) = (trace(&model, &reference), inverses(&model.config.group()));
    for at in 0..reference.layers.len() {
        for wrong in [1e9, f32::NAN, f32::INFINITY] {
            let last = reference.layers[at].numbers.len() - 1;
            let right = std::mem::replace(&mut reference.layers[at].numbers[last], wrong);
            let (name, difference) = &reference.differences(&trace, &order)[at];
            assert!(difference.is_nan() || *difference > OFFICIAL, "{name}: {wrong} {difference:e}");
            reference.layers[at].numbers[last] = right;
        }
    }
}

#[test]
fn weights_of_another_network_are_refused() {
    let state = fixture(STATE);
    for (group, dataset, said) in [
        ("p8", "rotmnist", "--group"),
        ("p4", "cifar10", "--group"),
        ("p4", "pcam", "--group"),
        ("z2", "rotmnist", "--group"),
    ] {
        let error =
            Model::import_official(&state, Config::official(group, dataset, 5).unwrap()).unwrap_err().to_string();
        assert!(error.contains(said), "{group} {dataset}: {error}");
    }
    // The window is not visible in the weights.
    assert!(Model::import_official(&state, Config::official("p4", "rotmnist", 0).unwrap()).is_ok());
}

#[test]
fn published_conventions_match_the_official_code_for_every_group() {
    let thinned: serde_json::Value = serde_json::from_slice(&fixture(CONVENTIONS)).unwrap();
    if let Some(json) = whole(CONVENTIONS) {
        let whole: serde_json::Value = serde_json::from_slice(&json).unwrap();
        for (group, tables) in thinned.as_object().unwrap() {
            for (field, table) in tables.as_object().unwrap() {
                assert_eq!(*table, whole[group][field], "{group} {field}");
            }
        }
    }
    let groups = [
        ("z2", 1, false),
        ("p4", 4, false),
        ("p8", 8, false),
        ("p12", 12, false),
        ("p16", 16, false),
        ("mz2", 1, true),
        ("p4m", 4, true),
    ];
    assert_eq!(thinned.as_object().unwrap().len(), groups.len());
    for (name, rotations, mirrors) in groups {
        let group = if mirrors { Group::dihedral(rotations) } else { Group::cyclic(rotations) }.unwrap();
        let n = group.order();
        let numbers = |field: &str| -> Vec<f64> {
            fn flatten(value: &serde_json::Value, out: &mut Vec<f64>) {
                match value.as_array() {
                    Some(list) => list.iter().for_each(|v| flatten(v, out)),
                    None => out.push(value.as_f64().unwrap()),
                }
            }
            let mut out = vec![];
            flatten(&thinned[name][field], &mut out);
            out
        };
        let table: Vec<f64> = group.published_table().iter().map(|i| *i as f64).collect();
        assert_eq!(table.len(), n * n * n);
        assert_eq!(table, numbers("group_index[v][g][m]"), "{name}");
        let positions = RelativePositions::new(&group, [3, 3]);
        let inverse = inverses(&group);
        let differences = |element: &dyn Fn(usize) -> usize| -> f64 {
            let mut worst = 0f64;
            for (field, values, index) in [
                ("row_offset[v][k][l]_patch3", &positions.rows, &positions.row_index),
                ("col_offset[v][k][l]_patch3", &positions.cols, &positions.col_index),
            ] {
                let expected = numbers(field);
                assert_eq!(expected.len(), 9 * n);
                for (at, e) in expected.iter().enumerate() {
                    let difference = (values[index[element(at / 9) * 9 + at % 9] as usize] - e).abs();
                    if difference > worst || difference.is_nan() {
                        worst = difference;
                    }
                }
            }
            worst
        };
        // The official code's element v is this crate's v⁻¹. Six decimals were written down.
        let difference = differences(&|v| inverse[v]);
        assert!(difference < 2e-6, "{name}: {difference:e}");
        // Not v, unless all elements are their own inverses.
        let own = inverse.iter().enumerate().all(|(v, w)| v == *w);
        assert_eq!(differences(&|v| v) < 2e-6, own, "{name}");
    }
}
