//! Training steps against a literal twin in f64: warm-up, cosine, clipping, Adam, Muon, weight decay and running average. The twin
//! itself is held against ten steps that were computed elsewhere (`tests/fixtures/optimiser`).

use gsa_net::backend::cpu::{Cpu, Isa, encode};
use gsa_net::config::{Config, QueryRule};
use gsa_net::network::{Network, Parameter};
use gsa_net::train::{Gradients, Recipe, Trainer, backward_encodings, sample_gradient};
use gsa_net::weights::Model;
use ndarray::{Array4, Axis};
use serde::Deserialize;

use crate::common::*;

/// The twin against the fixture: f64 against f64, sums in another order, through five Newton–Schulz steps.
const TWIN: f64 = 1e-11;

/// The trainer's f32 against the twin's f64 after ten steps, in learning rates: a step of Adam is about one, of which f32 rounds the
/// last bits of the weight (6e-8 of numbers up to 2, at a learning rate of 1e-2, ten times) and Newton–Schulz steps five times 3e-6
/// of whatever directions the gradient hardly has.
const TRAINER: f64 = 3e-4;

/// How a tensor is stepped.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Rule {
    Muon,
    Adam,
}

#[derive(Clone, Debug, Deserialize)]
struct Tensor {
    name: String,
    rows: usize,
    cols: usize,
    rule: Rule,
    decays: bool,
}

/// Every number that a step depends on.
#[derive(Clone, Copy, Debug)]
struct Constants {
    beta: [f64; 2],
    epsilon: f64,
    corrects_bias: bool,
    momentum: f64,
    looks_ahead: bool,
    size: f64,
    newton_schulz: [f64; 3],
    adam_decays: bool,
    muon_decays: bool,
    clips: bool,
    warms_up: bool,
    falls: bool,
    averages_faster_at_first: bool,
}

const CONSTANTS: Constants = Constants {
    beta: [0.9, 0.99],
    epsilon: 1e-8,
    corrects_bias: true,
    momentum: 0.95,
    looks_ahead: true,
    size: 0.2,
    newton_schulz: [3.4445, -4.775, 2.0315],
    adam_decays: true,
    muon_decays: true,
    clips: true,
    warms_up: true,
    falls: true,
    averages_faster_at_first: true,
};

/// What of a recipe a step depends on.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Schedule {
    epochs: f64,
    steps_per_epoch: f64,
    warmup_epochs: f64,
    learning_rate: f64,
    weight_decay: f64,
    clip: f64,
    average: f64,
}

/// A training step in plain f64.
struct Twin<'t> {
    constants: Constants,
    schedule: Schedule,
    tensors: &'t [Tensor],
    steps: i32,
    /// Of each tensor: its numbers, Adam's moments or Muon's momentum, the running average.
    x: Vec<Vec<f64>>,
    first: Vec<Vec<f64>>,
    second: Vec<Vec<f64>>,
    average: Vec<Vec<f64>>,
}

impl<'t> Twin<'t> {
    fn new(constants: Constants, schedule: Schedule, tensors: &'t [Tensor], start: &[Vec<f64>]) -> Self {
        let zeros: Vec<Vec<f64>> = start.iter().map(|x| vec![0.0; x.len()]).collect();
        let (x, average) = (start.to_vec(), start.to_vec());
        Self { constants, schedule, tensors, steps: 0, x, first: zeros.clone(), second: zeros, average }
    }

    fn rate(&self) -> f64 {
        let Schedule { epochs, steps_per_epoch, warmup_epochs, learning_rate, .. } = self.schedule;
        let (step, warmup, all) = (f64::from(self.steps), warmup_epochs * steps_per_epoch, epochs * steps_per_epoch);
        if step < warmup {
            return if self.constants.warms_up { learning_rate * (step + 1.0) / warmup } else { learning_rate };
        }
        let progress = if self.constants.falls { (step - warmup) / (all - warmup) } else { 0.0 };
        learning_rate * (1.0 + (std::f64::consts::PI * progress).cos()) / 2.0
    }

    /// The rate and the norm of the gradients.
    fn step(&mut self, gradients: &[Vec<f64>]) -> (f64, f64) {
        let k = self.constants;
        let rate = self.rate();
        self.steps += 1;
        let norm = gradients.iter().flatten().map(|g| g * g).sum::<f64>().sqrt();
        let shrink = if k.clips && norm > self.schedule.clip { self.schedule.clip / norm } else { 1.0 };
        for (i, tensor) in self.tensors.iter().enumerate() {
            let g: Vec<f64> = gradients[i].iter().map(|g| shrink * g).collect();
            let does = if tensor.rule == Rule::Muon { k.muon_decays } else { k.adam_decays };
            let decay = if tensor.decays && does { self.schedule.weight_decay } else { 0.0 };
            let update: Vec<f64> = match tensor.rule {
                Rule::Muon => {
                    let blend = |b: &f64, g: &f64| k.momentum * b + (1.0 - k.momentum) * g;
                    self.first[i] = self.first[i].iter().zip(&g).map(|(b, g)| blend(b, g)).collect();
                    let ahead: Vec<f64> = if k.looks_ahead {
                        self.first[i].iter().zip(&g).map(|(b, g)| blend(b, g)).collect()
                    } else {
                        self.first[i].clone()
                    };
                    let size = k.size * (tensor.rows.max(tensor.cols) as f64).sqrt();
                    orthogonal(&ahead, tensor.rows, tensor.cols, k.newton_schulz).iter().map(|o| size * o).collect()
                }
                Rule::Adam => {
                    let [b1, b2] = k.beta;
                    self.first[i] = self.first[i].iter().zip(&g).map(|(m, g)| b1 * m + (1.0 - b1) * g).collect();
                    self.second[i] = self.second[i].iter().zip(&g).map(|(v, g)| b2 * v + (1.0 - b2) * g * g).collect();
                    let correction = |b: f64| if k.corrects_bias { 1.0 - b.powi(self.steps) } else { 1.0 };
                    let (c1, c2) = (correction(b1), correction(b2));
                    (self.first[i].iter().zip(&self.second[i]))
                        .map(|(m, v)| m / c1 / ((v / c2).sqrt() + k.epsilon))
                        .collect()
                }
            };
            for (x, u) in self.x[i].iter_mut().zip(update) {
                *x -= rate * (u + decay * *x);
            }
        }
        let steps = f64::from(self.steps);
        let early = if k.averages_faster_at_first { (1.0 + steps) / (10.0 + steps) } else { 1.0 };
        let keep = self.schedule.average.min(early);
        for (a, x) in self.average.iter_mut().flatten().zip(self.x.iter().flatten()) {
            *a = keep * *a + (1.0 - keep) * x;
        }
        (rate, norm)
    }
}

/// Five Newton–Schulz steps `X ← a X + (b XXᵀ + c (XXᵀ)²) X` from a matrix of norm 1, on its shorter side.
fn orthogonal(matrix: &[f64], rows: usize, cols: usize, [a, b, c]: [f64; 3]) -> Vec<f64> {
    let matrix = ndarray::ArrayView2::from_shape((rows, cols), matrix).unwrap();
    let norm = matrix.iter().map(|x| x * x).sum::<f64>().sqrt();
    let mut x = &matrix / norm;
    let tall = rows > cols;
    if tall {
        x = x.reversed_axes();
    }
    for _ in 0..5 {
        let gram = x.dot(&x.t());
        x = a * &x + (b * &gram + c * gram.dot(&gram)).dot(&x);
    }
    if tall {
        x = x.reversed_axes();
    }
    x.iter().copied().collect()
}

/// The largest |a − b|, and where it is; NaN if there is one.
fn worst(tensors: &[Tensor], actual: &[Vec<f64>], expected: &[Vec<f64>]) -> (f64, String) {
    assert!(!tensors.is_empty() && actual.len() == tensors.len() && expected.len() == tensors.len());
    let mut worst = (0.0, String::new());
    for ((tensor, actual), expected) in tensors.iter().zip(actual).zip(expected) {
        assert_eq!(actual.len(), expected.len(), "{}", tensor.name);
        for (i, (a, e)) in actual.iter().zip(expected).enumerate() {
            let error = (a - e).abs();
            if error > worst.0 || error.is_nan() {
                worst = (error, format!("{}[{i}]: {a} against {e}", tensor.name));
            }
        }
    }
    worst
}

#[derive(Deserialize)]
struct Fixture {
    recipe: Schedule,
    tensors: Vec<FixtureTensor>,
    steps: Vec<FixtureStep>,
}

#[derive(Deserialize)]
struct FixtureTensor {
    #[serde(flatten)]
    tensor: Tensor,
    start: Vec<f64>,
}

#[derive(Deserialize)]
struct FixtureStep {
    gradients: Vec<Vec<f64>>,
    norm: f64,
    rate: f64,
    after: Vec<Vec<f64>>,
    average: Vec<Vec<f64>>,
}

fn fixture() -> Fixture {
    serde_json::from_str(include_str!("../fixtures/optimiser/ten_steps.json")).unwrap()
}

/// How far the twin with these constants is from the fixture.
fn twin_against_fixture(constants: Constants) -> (f64, String) {
    let fixture = fixture();
    let (tensors, start): (Vec<_>, Vec<_>) = fixture.tensors.into_iter().map(|t| (t.tensor, t.start)).unzip();
    let mut twin = Twin::new(constants, fixture.recipe, &tensors, &start);
    assert_eq!(fixture.steps.len(), 10);
    let mut all = (0.0, String::new());
    for step in &fixture.steps {
        let (rate, norm) = twin.step(&step.gradients);
        let scalars =
            [(rate - step.rate).abs(), (norm - step.norm).abs()].map(|error| (error, "rate or norm".to_owned()));
        let tensors = [worst(&tensors, &twin.x, &step.after), worst(&tensors, &twin.average, &step.average)];
        for found in scalars.into_iter().chain(tensors) {
            if found.0 > all.0 || found.0.is_nan() {
                all = found;
            }
        }
    }
    all
}

/// Each constant changed by itself.
fn variations() -> Vec<(&'static str, Constants)> {
    vec![
        ("beta 1", Constants { beta: [0.91, 0.99], ..CONSTANTS }),
        ("beta 2", Constants { beta: [0.9, 0.991], ..CONSTANTS }),
        ("epsilon", Constants { epsilon: 1.1e-8, ..CONSTANTS }),
        ("bias correction", Constants { corrects_bias: false, ..CONSTANTS }),
        ("momentum", Constants { momentum: 0.94, ..CONSTANTS }),
        ("Nesterov", Constants { looks_ahead: false, ..CONSTANTS }),
        ("size of Muon's step", Constants { size: 0.21, ..CONSTANTS }),
        ("Newton–Schulz", Constants { newton_schulz: [3.4445, -4.775, 2.03], ..CONSTANTS }),
        ("Adam's decay", Constants { adam_decays: false, ..CONSTANTS }),
        ("Muon's decay", Constants { muon_decays: false, ..CONSTANTS }),
        ("clipping", Constants { clips: false, ..CONSTANTS }),
        ("warm-up", Constants { warms_up: false, ..CONSTANTS }),
        ("cosine", Constants { falls: false, ..CONSTANTS }),
        ("average", Constants { averages_faster_at_first: false, ..CONSTANTS }),
    ]
}

#[test]
fn the_twin_does_the_ten_steps_of_the_fixture() {
    let (error, at) = twin_against_fixture(CONSTANTS);
    assert!(error <= TWIN, "{error:e} in {at}");
}

#[test]
fn the_fixture_notices_every_constant() {
    for (name, constants) in variations() {
        let (error, _) = twin_against_fixture(constants);
        assert!(error > 1e6 * TWIN, "{name}: {error:e}");
    }
}

/// The rule of a parameter, by its name and shape: weights decay; matrices in both directions are Muon's.
fn tensor(p: &Parameter) -> Tensor {
    let (rows, cols) = (p.shape[0], p.shape[1..].iter().product());
    let weight = p.name.ends_with(".weight") && !p.name.contains("norm");
    let rule = if weight && rows > 1 && cols > 1 { Rule::Muon } else { Rule::Adam };
    Tensor { name: p.name.clone(), rows, cols, rule, decays: weight }
}

fn split(network: &Network, numbers: &[f32]) -> Vec<Vec<f64>> {
    let of = |p: &Parameter| numbers[p.offset..p.offset + p.len()].iter().map(|x| f64::from(*x)).collect();
    network.parameters().iter().map(of).collect()
}

/// The gradient of the mean loss, as the trainer has it: four pictures at a time.
fn gradient(network: &Network, parameters: &[f32], images: &Array4<f32>, labels: &[u8], smoothing: f32) -> Vec<f32> {
    let tables = encode(network.attention_layers(), parameters);
    let cpu = Cpu { isa: Isa::best(), parameters, tables: &tables };
    let mut sum = Gradients::zero(parameters.len(), &tables);
    for chunk in (0..labels.len()).collect::<Vec<_>>().chunks(4) {
        let mut gradients = Gradients::zero(parameters.len(), &tables);
        for &b in chunk {
            let (label, weight) = (usize::from(labels[b]), 1.0 / labels.len() as f32);
            let image = images.index_axis(Axis(0), b);
            sample_gradient(network, cpu, image, label, f64::from(smoothing), weight, &mut gradients);
        }
        sum.add(&gradients);
    }
    backward_encodings(network, parameters, &mut sum);
    sum.parameters
}

/// Ten steps of the trainer.
struct Run {
    tensors: Vec<Tensor>,
    schedule: Schedule,
    start: Vec<Vec<f64>>,
    steps: Vec<RunStep>,
}

struct RunStep {
    /// Before they are clipped.
    gradients: Vec<Vec<f64>>,
    norm: f64,
    rate: f64,
    after: Vec<Vec<f64>>,
    average: Vec<Vec<f64>>,
}

fn run(query: QueryRule) -> Run {
    let config = Config { input_mean: 0.2, input_std: 0.7, ..tiny(C4, 3).with_query(query) }.validated().unwrap();
    let model = random_model(config.clone(), 5);
    let network = Network::new(&config);
    let batches: Vec<(Array4<f32>, [u8; 5])> = (0..10)
        .map(|step| (random_images(&config, 5, 100 + step), [0u8, 1, 2, 1, 0].map(|l| (l + step as u8) % 3)))
        .collect();
    let gradient_of = |model: &Model, (images, labels): &(Array4<f32>, [u8; 5])| {
        let standardised = images.mapv(|x| (x - config.input_mean) / config.input_std);
        split(&network, &gradient(&network, model.parameters(), &standardised, labels, 0.1))
    };
    // So long that some gradients are clipped and others are not.
    let norms =
        batches.iter().map(|batch| gradient_of(&model, batch).iter().flatten().map(|g| g * g).sum::<f64>().sqrt());
    let clip = (norms.sum::<f64>() / 10.0) as f32;
    let recipe = Recipe {
        batch: 5,
        epochs: 5,
        learning_rate: 1e-2,
        warmup_epochs: 1.5,
        weight_decay: 0.3,
        label_smoothing: 0.1,
        clip,
        average: None,
    };
    let averaging = Recipe { average: Some(0.4), ..recipe.clone() };
    let schedule = Schedule {
        epochs: 5.0,
        steps_per_epoch: 2.0,
        warmup_epochs: 1.5,
        learning_rate: f64::from(recipe.learning_rate),
        weight_decay: f64::from(recipe.weight_decay),
        clip: f64::from(clip),
        average: f64::from(0.4f32),
    };
    let start = split(&network, model.parameters());
    let (mut trainer, mut averager) = (Trainer::new(model.clone(), recipe, 2), Trainer::new(model, averaging, 2));
    let mut steps = vec![];
    for batch in &batches {
        let gradients = gradient_of(&trainer.model(), batch);
        let report = trainer.step(batch.0.view(), &batch.1).unwrap();
        averager.step(batch.0.view(), &batch.1).unwrap();
        steps.push(RunStep {
            gradients,
            norm: f64::from(report.gradient_norm),
            rate: f64::from(report.learning_rate),
            after: split(&network, trainer.model().parameters()),
            average: split(&network, averager.model().parameters()),
        });
    }
    assert_eq!(trainer.steps_done(), 10);
    assert_eq!(trainer.learning_rate(), 0.0, "behind the last step of the last epoch");
    Run { tensors: network.parameters().iter().map(tensor).collect(), schedule, start, steps }
}

/// How far the twin is from the trainer at most, on the trainer's gradients, in learning rates, and where.
fn twin_against_trainer(run: &Run, constants: Constants) -> (f64, String) {
    let mut twin = Twin::new(constants, run.schedule, &run.tensors, &run.start);
    let mut all = (0.0, String::new());
    for (i, step) in run.steps.iter().enumerate() {
        let (rate, norm) = twin.step(&step.gradients);
        let scalars = [(step.rate - rate).abs(), (step.norm - norm).abs() * run.schedule.learning_rate]
            .map(|difference| (difference, "rate or norm".to_owned()));
        let tensors = [worst(&run.tensors, &step.after, &twin.x), worst(&run.tensors, &step.average, &twin.average)];
        for (error, at) in scalars.into_iter().chain(tensors) {
            let error = error / run.schedule.learning_rate;
            if error > all.0 || error.is_nan() {
                all = (error, format!("step {i}, {at}"));
            }
        }
    }
    all
}

#[test]
fn ten_steps_of_the_trainer_match_the_twin() {
    for query in [QueryRule::All, QueryRule::PerFrame] {
        let run = run(query);
        let (error, at) = twin_against_trainer(&run, CONSTANTS);
        println!("{query:?}: {error:.1e} learning rates apart, in {at}");
        assert!(error <= TRAINER, "{query:?}: {error:e} learning rates in {at}");
        let clipped = run.steps.iter().filter(|step| step.norm > run.schedule.clip).count();
        assert!((1..10).contains(&clipped), "{query:?}: {clipped} of 10 steps were clipped");
        let rules: Vec<_> = run.tensors.iter().map(|t| (t.rule, t.decays)).collect();
        for kind in [(Rule::Muon, true), (Rule::Adam, true), (Rule::Adam, false)] {
            assert!(rules.contains(&kind), "{kind:?}");
        }
    }
}

#[test]
fn the_trainer_would_not_match_with_any_other_constant() {
    let run = run(QueryRule::All);
    for (name, constants) in variations() {
        let (error, _) = twin_against_trainer(&run, constants);
        println!("{name}: {error:.1e} learning rates apart");
        assert!(error > 2.0 * TRAINER, "{name}: {error:e} learning rates");
    }
}

#[test]
fn one_changed_number_and_a_nan_are_noticed() {
    let fixture = fixture();
    let tensors: Vec<Tensor> = fixture.tensors.into_iter().map(|t| t.tensor).collect();
    let right = &fixture.steps[9].after;
    assert_eq!(worst(&tensors, right, right).0, 0.0);
    for (wrong, i) in [(1e-3, 0), (f64::NAN, 3), (f64::INFINITY, 5)] {
        let mut changed = right.clone();
        changed[i][1] += wrong;
        let (error, at) = worst(&tensors, &changed, right);
        assert!((error.is_nan() || error > 9e-4) && at.starts_with(&tensors[i].name), "{error} in {at}");
    }
}
