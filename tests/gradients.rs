//! Gradients against central differences, in f64.
#![cfg(feature = "train")]

use gsa_net::backend::cpu::{Cpu, Isa, encode};
use gsa_net::config::{Config, GroupConfig, IndexRule, PoolRule, PositionRule, QueryRule};
use gsa_net::network::Network;
use gsa_net::train::{Gradients, backward_encodings, sample_gradient};
use gsa_net::weights::Model;
use ndarray::Array3;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A small network with everything in it: shortcut, pooling, crops, norms between layers.
fn config(group: GroupConfig, window: usize, index: IndexRule, query: QueryRule) -> Config {
    Config {
        name: "tiny".into(),
        group,
        input: [2, 8, 7],
        input_mean: 0.0,
        input_std: 1.0,
        classes: 3,
        channels: 8,
        heads: 2,
        window,
        blocks: vec![1, 1],
        expansion: vec![1, 2],
        crop: vec![1, 0],
        norm_between_layers: true,
        pool_after_last_block: false,
        index,
        query,
        positions: PositionRule::Turning,
        pool: PoolRule::Centred,
    }
    .validated()
    .unwrap()
}

/// A network whose maps are odd where they are pooled.
fn odd(pool: PoolRule) -> Config {
    let config = config(GroupConfig { rotations: 4, mirrors: false }, 3, IndexRule::Exact, QueryRule::All);
    Config { input: [2, 9, 9], pool, ..config }.validated().unwrap()
}

struct Case {
    network: Network,
    parameters: Vec<f64>,
    image: Array3<f64>,
}

impl Case {
    /// `sharpness` scales queries and keys: large values make the factors of the softmax underflow.
    fn new(config: Config, sharpness: f64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        let network = Network::new(&config);
        let model = Model::random(config.clone(), 3);
        let mut parameters: Vec<f64> =
            model.parameters().iter().map(|x| f64::from(*x) + 0.1 * rng.random_range(-1.0..1.0)).collect();
        for p in network.parameters() {
            if p.name.contains("query") {
                parameters[p.offset..p.offset + p.len()].iter_mut().for_each(|x| *x *= sharpness);
            }
        }
        let [c, h, w] = config.input;
        let image = Array3::from_shape_fn((c, h, w), |_| rng.random_range(-1.0..1.0));
        Self { network, parameters, image }
    }

    fn loss(&self, parameters: &[f64]) -> (f64, Gradients<f64>) {
        let tables = encode(self.network.attention_layers(), parameters);
        let cpu = Cpu { isa: Isa::Portable, parameters, tables: &tables };
        let mut gradients = Gradients::zero(parameters.len(), &tables);
        let (loss, _) = sample_gradient(&self.network, cpu, self.image.view(), 1, 0.1, 1.0, &mut gradients);
        backward_encodings(&self.network, parameters, &mut gradients);
        (loss, gradients)
    }

    /// The worst disagreement, relative to the largest gradient of the tensor, and where it is.
    fn worst(&self, gradient: &[f64]) -> (f64, String) {
        let mut rng = ChaCha8Rng::seed_from_u64(11);
        let mut worst = (0.0, String::new());
        for p in self.network.parameters() {
            let scale = gradient[p.offset..p.offset + p.len()].iter().fold(1e-4f64, |a, b| a.max(b.abs()));
            for _ in 0..4.min(p.len()) {
                let i = p.offset + rng.random_range(0..p.len());
                let at = |step: f64| {
                    let mut shifted = self.parameters.clone();
                    shifted[i] += step;
                    self.loss(&shifted).0
                };
                let step = 1e-5;
                let numeric = (at(step) - at(-step)) / (2.0 * step);
                let error = (numeric - gradient[i]).abs() / scale;
                if error > worst.0 || error.is_nan() {
                    worst = (error, format!("{}[{}]: {} against {numeric}", p.name, i - p.offset, gradient[i]));
                }
            }
        }
        worst
    }
}

fn cases() -> Vec<Case> {
    let group = |rotations, mirrors| GroupConfig { rotations, mirrors };
    vec![
        Case::new(config(group(4, false), 3, IndexRule::Exact, QueryRule::All), 1.0),
        Case::new(config(group(4, true), 3, IndexRule::Published, QueryRule::All), 1.0),
        Case::new(config(group(3, false), 5, IndexRule::Exact, QueryRule::Own), 1.0),
        Case::new(config(group(1, true), 0, IndexRule::Exact, QueryRule::All), 1.0),
        Case::new(config(group(3, true), 3, IndexRule::Exact, QueryRule::PerFrame), 1.0),
        Case::new(config(group(1, false), 1, IndexRule::Exact, QueryRule::All), 1.0),
        // 7×7 pixels behind the crop: windows that overlap along both sides, or a row and a column left out.
        Case::new(odd(PoolRule::Centred), 1.0),
        Case::new(odd(PoolRule::Floor), 1.0),
    ]
}

/// 1e-6: the truncation of central differences with steps of 1e-5 in f64.
const TOLERANCE: f64 = 1e-6;

#[test]
fn gradients_match_central_differences() {
    let cases = cases();
    assert!(!cases.is_empty());
    for case in cases {
        let (_, gradients) = case.loss(&case.parameters);
        let (error, at) = case.worst(&gradients.parameters);
        assert!(error <= TOLERANCE, "{error:e} at {at}");
    }
}

#[test]
fn one_changed_gradient_is_noticed() {
    let case = &cases()[0];
    let (_, mut gradients) = case.loss(&case.parameters);
    for p in case.network.parameters().iter().filter(|p| p.name == "layers.1.attention.row.first.weight") {
        for g in &mut gradients.parameters[p.offset..p.offset + p.len()] {
            *g *= 1.001;
        }
    }
    assert!(case.worst(&gradients.parameters).0 > TOLERANCE);
}
