//! Gradients against central differences, in f64.
#![cfg(feature = "train")]

use gsa_net::backend::cpu::{Cpu, Isa, encode};
mod common;

use common::convolutional;
use gsa_net::config::{Config, GroupConfig, IndexRule, PoolRule, PositionRule, QueryRule};
use gsa_net::network::Network;
use gsa_net::train::{Gradients, Lesson, backward_encodings, batch_gradient};
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
        convolutions: vec![],
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
    images: Vec<Array3<f64>>,
    /// Of the differences: small where ReLU and maxima have kinks, which no step is to lead over.
    step: f64,
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
        Self { network, parameters, images: vec![image], step: 1e-5 }
    }

    /// Of convolutions, which a batch of pictures goes through together.
    fn convolutional(group: GroupConfig, images: usize) -> Self {
        let mut case = Self { step: 1e-7, ..Self::new(convolutional(group), 1.0) };
        let mut rng = ChaCha8Rng::seed_from_u64(5);
        case.images = (0..images).map(|_| case.images[0].mapv(|_| rng.random_range(-1.0..1.0))).collect();
        case
    }

    fn loss(&self, parameters: &[f64]) -> (f64, Gradients<f64>) {
        let tables = encode(self.network.attention_layers(), parameters);
        let cpu = Cpu { isa: Isa::Portable, parameters, tables: &tables };
        let mut gradients = Gradients::zero(parameters.len(), &tables);
        let images: Vec<_> = self.images.iter().map(|image| image.view()).collect();
        let labels: Vec<_> = (0..images.len()).map(|at| (at + 1) % 3).collect();
        // The seventh step, in which the same numbers are dropped every time.
        let lesson = Lesson { smoothing: 0.1, dropout: Some(7) };
        let learnt = batch_gradient(&self.network, cpu, &images, &labels, lesson, 1.0, &mut gradients);
        backward_encodings(&self.network, parameters, &mut gradients);
        (learnt.losses.iter().sum(), gradients)
    }

    /// The worst disagreement, relative to the largest gradient of the tensor, and where it is.
    fn worst(&self, gradient: &[f64]) -> (f64, String) {
        let mut rng = ChaCha8Rng::seed_from_u64(11);
        let mut worst = (0.0, String::new());
        for p in self.network.parameters().iter().filter(|p| p.is_learnt()) {
            let scale = gradient[p.offset..p.offset + p.len()].iter().fold(1e-4f64, |a, b| a.max(b.abs()));
            for _ in 0..4.min(p.len()) {
                let i = p.offset + rng.random_range(0..p.len());
                let at = |step: f64| {
                    let mut shifted = self.parameters.clone();
                    shifted[i] += step;
                    self.loss(&shifted).0
                };
                let numeric = (at(self.step) - at(-self.step)) / (2.0 * self.step);
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

/// Batches of one picture and of several, which are summed in chunks.
fn convolutional_cases() -> Vec<Case> {
    let cases = [((1, false), 1), ((4, false), 3), ((4, true), 5), ((2, true), 9)];
    cases.map(|((rotations, mirrors), images)| Case::convolutional(GroupConfig { rotations, mirrors }, images)).into()
}

/// 1e-6: the truncation of central differences with steps of 1e-5 in f64, and what rounding leaves of those with 1e-7.
const TOLERANCE: f64 = 1e-6;

#[test]
fn gradients_match_central_differences() {
    check(cases());
}

#[test]
fn gradients_of_convolutions_match_central_differences() {
    check(convolutional_cases());
}

fn check(cases: Vec<Case>) {
    assert!(!cases.is_empty());
    // Side by side: each takes its time on one core. One that fails fails the scope.
    std::thread::scope(|scope| {
        for case in &cases {
            scope.spawn(|| {
                let (_, gradients) = case.loss(&case.parameters);
                let (error, at) = case.worst(&gradients.parameters);
                assert!(error <= TOLERANCE, "{error:e} at {at}");
            });
        }
    });
}

#[test]
fn one_changed_gradient_is_noticed() {
    let [attention, convolutional] = [cases().remove(0), convolutional_cases().remove(1)];
    for (case, name) in [
        (&attention, "layers.1.attention.row.first.weight"),
        (&convolutional, "convolutions.1.weight"),
        (&convolutional, "convolutions.3.norm.bias"),
    ] {
        let (_, mut gradients) = case.loss(&case.parameters);
        let p = case.network.parameters().iter().find(|p| p.name == name).unwrap();
        for g in &mut gradients.parameters[p.offset..p.offset + p.len()] {
            *g *= 1.001;
        }
        assert!(case.worst(&gradients.parameters).0 > TOLERANCE, "{name}");
    }
}
