//! Gradients in f32, by every instruction set that this machine has, against the same gradients in f64, which `tests/gradients.rs` holds
//! against central differences. f64 runs on plain arrays; only f32 has the vectors, and the kernels made for some numbers of
//! elements and channels.

use gsa_net::backend::cpu::{Cpu, Isa, Scalar, encode};
use gsa_net::config::{Config, GroupConfig, IndexRule, QueryRule};
use gsa_net::network::{Network, Parameter};
use gsa_net::train::{Gradients, Lesson, backward_encodings, batch_gradient};
use ndarray::{Array4, Axis};

use crate::common::*;

/// How far gradients in f32 may be from those in f64, as a part of the largest gradient of their tensor.
struct Tolerances {
    /// Sums over some thousand pixels and keys in another order, through up to seven norms, each of which divides by a deviation.
    usual: f64,
    /// Scores go into the hundreds there: their own rounding, some 1e-5, is the relative error of probabilities, and is carried
    /// through every layer.
    sharp: f64,
    /// Tensors whose largest gradient is a smaller part of the network's largest one than this are measured by that part. A bias of
    /// keys, or of all rows, is added to all scores of a softmax alike, so that its gradient is 0 and all that is there is rounding, up
    /// to 2e-7 of the largest.
    floor: f64,
}

const TOLERANCES: Tolerances = Tolerances { usual: 1e-4, sharp: 5e-3, floor: 1e-2 };

/// A network, and what is special about its parameters.
struct Case {
    config: Config,
    /// Names of tensors that are made larger, and how much.
    scaled: (&'static [&'static str], f32),
    tolerance: f64,
}

impl Case {
    fn usual(config: Config) -> Self {
        Self { config: config.validated().unwrap(), scaled: (&[], 1.0), tolerance: TOLERANCES.usual }
    }

    fn sharp(config: Config, names: &'static [&'static str], factor: f32) -> Self {
        Self { scaled: (names, factor), tolerance: TOLERANCES.sharp, ..Self::usual(config) }
    }

    fn parameters(&self) -> Vec<f32> {
        let model = random_model(self.config.clone(), 3);
        let (names, factor) = self.scaled;
        if names.is_empty() { model } else { scaled(&model, names, factor) }.parameters().to_vec()
    }
}

fn group(rotations: u32, mirrors: bool) -> GroupConfig {
    GroupConfig { rotations, mirrors }
}

/// One layer and no pooling, for pictures of any size.
fn single(group: GroupConfig, input: [usize; 3]) -> Config {
    let window = 3.min(2 * input[1].max(input[2]) - 1);
    Config { group, input, window, blocks: vec![1], expansion: vec![1], crop: vec![0], ..tiny(C4, 3) }
}

/// All query rules over C_4 and D_4, every window, both index rules; numbers of elements with kernels of their own (1 and 4) and
/// without; heads of 4, 6, 10, 12 and 14 channels; maps as long as a vector, one longer, one shorter.
fn cases() -> Vec<Case> {
    let mut cases = vec![];
    for (g, mirrors) in [(4, false), (4, true)] {
        for (window, query) in [
            (3, QueryRule::All),
            (5, QueryRule::All),
            (7, QueryRule::Own),
            (0, QueryRule::All),
            (3, QueryRule::PerFrame),
            (0, QueryRule::PerFrame),
        ] {
            cases.push(Case::usual(tiny(group(g, mirrors), window).with_query(query)));
        }
    }
    for (g, window, query) in [
        (group(1, false), 5, QueryRule::All),
        (group(2, false), 3, QueryRule::All),
        (group(3, false), 7, QueryRule::PerFrame),
        (group(5, false), 3, QueryRule::Own),
        (group(1, true), 0, QueryRule::All),
        (group(3, true), 3, QueryRule::All),
        (group(8, false), 3, QueryRule::All),
    ] {
        cases.push(Case::usual(tiny(g, window).with_query(query)));
    }
    for (g, index) in [(C4, IndexRule::Published), (D4, IndexRule::Published)] {
        cases.push(Case::usual(tiny(g, 3).with_index(index)));
    }
    // Odd numbers of channels in and of classes; heads of other widths; one head; odd sides, so that a pool drops a line.
    for (channels, heads, input, classes, window) in
        [(8, 3, [1, 9, 9], 5, 3), (20, 1, [3, 7, 12], 7, 5), (24, 2, [1, 6, 19], 2, 7), (28, 1, [3, 11, 8], 11, 0)]
    {
        cases.push(Case::usual(Config { channels, heads, input, classes, ..tiny(C4, window) }));
        let framed = Config { channels, heads, input, classes, ..tiny(C4, window) };
        cases.push(Case::usual(framed.with_query(QueryRule::PerFrame)));
    }
    // Maps of 1, 2, 63, 64, 65 and 259 pixels.
    for input in [[3, 1, 1], [1, 1, 2], [1, 7, 9], [1, 8, 8], [3, 5, 13], [1, 7, 37]] {
        cases.push(Case::usual(single(group(1, false), input)));
        cases.push(Case::usual(single(C4, input)));
    }
    // What is published: heads of 10 channels, blocks of several layers.
    let published =
        Config { input: [1, 12, 12], blocks: vec![2], expansion: vec![1], crop: vec![2, 0], ..named("r4_sa") };
    cases.push(Case::usual(published.clone()));
    cases.push(Case::usual(Config { group: D4, ..published }));
    // Products of factors that underflow: those tiles are done again with whole scores.
    for names in [&["query"][..], &["group_embedding"]] {
        cases.push(Case::sharp(tiny(C4, 5), names, 80.0));
        cases.push(Case::sharp(tiny(D4, 5), names, 40.0));
    }
    // Frames have no factors, and no sum over queries that would even out what rounding does.
    cases.push(Case::sharp(tiny(C4, 5).with_query(QueryRule::PerFrame), &["query"], 10.0));
    cases
}

/// Every kind of layer, maps shorter than a vector and longer; and what is published.
fn convolutional_cases() -> Vec<Case> {
    let mut cases = vec![];
    for (g, mirrors) in [(1, false), (2, false), (4, false), (1, true), (4, true)] {
        for input in [[2, 10, 10], [1, 8, 21], [3, 35, 9]] {
            cases.push(Case::usual(Config { input, ..convolutional(group(g, mirrors)) }));
        }
    }
    cases.push(Case::usual(named("z2_cnn")));
    cases.push(Case::usual(named("r4_cnn")));
    cases
}

fn named(name: &str) -> Config {
    Config::named(name).unwrap()
}

/// The losses of two pictures and the gradient of both together, so that what overwrites instead of adding shows.
fn gradient<T: Scalar>(network: &Network, isa: Isa, parameters: &[T], images: &Array4<f32>) -> (Vec<f64>, Vec<T>) {
    let tables = encode(network.attention_layers(), parameters);
    let cpu = Cpu { isa, parameters, tables: &tables };
    let mut gradients = Gradients::zero(parameters.len(), &tables);
    let images: Vec<_> = images.axis_iter(Axis(0)).map(|image| image.mapv(|x| T::of(f64::from(x)))).collect();
    let views: Vec<_> = images.iter().map(|image| image.view()).collect();
    let classes = network.layers().last().unwrap().channels;
    let labels: Vec<_> = (0..images.len()).map(|at| at % classes).collect();
    let lesson = Lesson { smoothing: 0.1, dropout: Some(3) };
    let learnt = batch_gradient(network, cpu, &views, &labels, lesson, T::of(0.5), &mut gradients);
    backward_encodings(network, parameters, &mut gradients);
    (learnt.losses.iter().map(|loss| loss.to_f64().unwrap()).collect(), gradients.parameters)
}

/// Pictures, losses and gradient of a case. Where two pixels or elements that a maximum is taken over are equal to rounding, each of
/// two gradients is right: pictures are taken for which a change of the size of rounding leaves the gradient in f64 where it is.
fn away_from_ties(case: &Case, network: &Network, parameters: &[f64]) -> (Array4<f32>, Vec<f64>, Vec<f64>) {
    let isa = Isa::best();
    for seed in 17..27 {
        let images = random_images(&case.config, 2, seed);
        let (losses, expected) = gradient(network, isa, parameters, &images);
        let settled = (0..6).all(|phase| {
            let shaken = images.mapv(|x| x * (1.0 + 1e-6 * (12345.678 * x + phase as f32).sin()));
            let (_, changed) = gradient(network, isa, parameters, &shaken);
            let changed: Vec<f32> = changed.iter().map(|x| *x as f32).collect();
            worst(network, &changed, &expected).0 <= case.tolerance / 2.0
        });
        if settled {
            return (images, losses, expected);
        }
        say(&format!("maxima of equal values: other pictures than {seed} for {:?}", case.config.input));
    }
    panic!("ten pictures with maxima of equal values: {:?}", case.config);
}

fn largest(list: &[f64]) -> f64 {
    list.iter().fold(0f64, |most, x| most.max(x.abs()))
}

/// The largest disagreement as [`Tolerances`] measure it, and where it is; NaN if there is one.
fn worst(network: &Network, actual: &[f32], expected: &[f64]) -> (f64, String) {
    assert_eq!(actual.len(), expected.len());
    let mut worst = (0.0, String::new());
    for p in network.parameters() {
        let scale = scale(p, expected);
        for i in p.offset..p.offset + p.len() {
            let (a, e) = (actual[i], expected[i]);
            let error = (f64::from(a) - e).abs() / scale;
            if error > worst.0 || error.is_nan() {
                worst = (error, format!("{}[{}]: {a:e} against {e:e}, scale {scale:e}", p.name, i - p.offset));
            }
        }
    }
    worst
}

/// What errors of a tensor are a part of.
fn scale(p: &Parameter, expected: &[f64]) -> f64 {
    let floor = TOLERANCES.floor * largest(expected);
    assert!(floor > 0.0, "all gradients are 0");
    largest(&expected[p.offset..p.offset + p.len()]).max(floor)
}

#[test]
fn gradients_match_those_in_f64_by_every_instruction_set() {
    check(cases());
}

#[test]
fn gradients_of_convolutions_match_those_in_f64_by_every_instruction_set() {
    check(convolutional_cases());
}

fn check(cases: Vec<Case>) {
    let isas = Isa::available();
    assert!(!cases.is_empty() && !isas.is_empty());
    if cfg!(target_arch = "x86_64") && isas.len() < 3 {
        say(&format!("SKIPPED instruction sets that this machine lacks: gradients were compared with {isas:?} alone"));
    }
    let (mut failed, mut compared) = (vec![], 0);
    for case in cases {
        let network = Network::new(&case.config);
        let parameters = case.parameters();
        let wide: Vec<f64> = parameters.iter().map(|x| f64::from(*x)).collect();
        let (images, losses, expected) = away_from_ties(&case, &network, &wide);
        for isa in &isas {
            let (found, actual) = gradient(&network, *isa, &parameters, &images);
            let (error, at) = worst(&network, &actual, &expected);
            let loss = worst_difference(found.into_iter(), losses.iter().copied());
            let told =
                format!("{isa:?}, {:?} × {:?}: {error:.1e} in {at}, losses {loss:.1e}", case.config, case.scaled);
            println!("{told}");
            if !(error <= case.tolerance && loss <= case.tolerance) {
                failed.push(told);
            }
            compared += 1;
        }
    }
    assert!(failed.is_empty(), "{} of {compared}:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn one_changed_gradient_and_a_nan_are_noticed() {
    let case = &cases()[0];
    let network = Network::new(&case.config);
    let parameters = case.parameters();
    let wide: Vec<f64> = parameters.iter().map(|x| f64::from(*x)).collect();
    let images = random_images(&case.config, 2, 17);
    let (_, expected) = gradient(&network, Isa::best(), &wide, &images);
    let (_, actual) = gradient(&network, Isa::best(), &parameters, &images);
    assert!(worst(&network, &actual, &expected).0 <= TOLERANCES.usual);
    assert!(!network.parameters().is_empty());
    for p in network.parameters() {
        let at = p.offset + p.len() / 2;
        let off = (2.0 * TOLERANCES.usual * scale(p, &expected)) as f32;
        for wrong in [actual[at] + off, actual[at] - off, f32::NAN, f32::INFINITY] {
            let mut changed = actual.clone();
            changed[at] = wrong;
            let (error, found) = worst(&network, &changed, &expected);
            let noticed = error.is_nan() || error > TOLERANCES.usual;
            assert!(noticed && found.contains(&p.name), "{}: {wrong} {error} {found}", p.name);
        }
    }
    // Most tensors are measured by gradients of their own.
    let own =
        network.parameters().iter().filter(|p| scale(p, &expected) > TOLERANCES.floor * largest(&expected)).count();
    assert!(2 * own > network.parameters().len(), "{own} of {}", network.parameters().len());
}

#[test]
fn gradients_of_another_rule_are_noticed() {
    // The same parameters, in networks that differ in one index or one sum.
    let right = Case::usual(tiny(C4, 3));
    let network = Network::new(&right.config);
    let (parameters, images) = (right.parameters(), random_images(&right.config, 2, 17));
    let wide: Vec<f64> = parameters.iter().map(|x| f64::from(*x)).collect();
    let (_, expected) = gradient(&network, Isa::best(), &wide, &images);
    for other in [
        tiny(C4, 3).with_index(IndexRule::Published),
        tiny(C4, 3).with_query(QueryRule::Own),
        tiny(C4, 5),
        Config { crop: vec![0, 0], ..tiny(C4, 3) },
    ] {
        let other = Network::new(&other);
        let (_, actual) = gradient(&other, Isa::best(), &parameters, &images);
        let (error, at) = worst(&network, &actual, &expected);
        assert!(error > 10.0 * TOLERANCES.usual, "{error:e} in {at}");
    }
}
