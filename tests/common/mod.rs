//! What several tests need: small networks, random pictures, and comparisons that a NaN cannot pass.
#![allow(dead_code, reason = "each test uses a part of it")]

pub(crate) mod literal;

use gsa_net::config::{Config, ConvolutionConfig, GroupConfig, IndexRule, PoolRule, PositionRule, QueryRule};
use gsa_net::weights::Model;
use ndarray::{Array4, Array5};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// f32 against the literal f64 formula, relative to the largest value: another order of summation over some hundred keys,
/// and five layers behind one another.
pub(crate) const F32_AGAINST_F64: f64 = 2e-5;

/// The same where scores go into the hundreds: their own rounding, some 1e-5, is the relative error of probabilities.
pub(crate) const F32_AGAINST_F64_SHARP: f64 = 5e-4;

/// Relative size of what must be equal up to the rounding of f32, for a whole network.
pub(crate) const ROUNDING: f32 = 1e-5;

/// Against the official code in f32: its roundings and ours.
pub(crate) const OFFICIAL: f64 = 1e-4;

pub(crate) const C4: GroupConfig = GroupConfig { rotations: 4, mirrors: false };
pub(crate) const D4: GroupConfig = GroupConfig { rotations: 4, mirrors: true };

/// Says something that is heard of tests that pass too, whose `eprintln!` is not.
pub(crate) fn say(note: &str) {
    use std::io::Write;
    std::io::stderr().write_all(format!("{note}\n").as_bytes()).unwrap();
}

/// A small network on square pictures that contains every kind of layer and keeps its maps even before pooling, so that both rules of it agree.
pub(crate) fn tiny(group: GroupConfig, window: usize) -> Config {
    Config {
        name: "tiny".into(),
        group,
        input: [2, 10, 10],
        input_mean: 0.0,
        input_std: 1.0,
        classes: 3,
        channels: 12,
        heads: 2,
        window,
        blocks: vec![1, 1],
        expansion: vec![1, 2],
        crop: vec![1, 0],
        norm_between_layers: true,
        pool_after_last_block: false,
        index: IndexRule::Exact,
        query: QueryRule::All,
        positions: PositionRule::Turning,
        pool: PoolRule::Centred,
        convolutions: vec![],
    }
    .validated()
    .unwrap()
}

/// A small network of convolutions that contains every kind of layer: an even filter, padding, odd maps before a pool, a layer without
/// norm in the middle, classes of more than one pixel.
pub(crate) fn convolutional(group: GroupConfig) -> Config {
    let layer =
        |channels, side, padding| ConvolutionConfig { channels, side, padding, norm: true, dropout: 0.0, pool: false };
    let convolutions = vec![
        ConvolutionConfig { dropout: 0.3, ..layer(5, 2, 0) },
        ConvolutionConfig { pool: true, ..layer(7, 3, 1) },
        ConvolutionConfig { norm: false, ..layer(4, 1, 0) },
        layer(6, 4, 2),
        ConvolutionConfig { norm: false, ..layer(3, 3, 0) },
    ];
    let attention = tiny(group, 3);
    Config {
        name: "convolutional".into(),
        channels: 5,
        heads: 0,
        window: 0,
        blocks: vec![],
        expansion: vec![],
        crop: vec![],
        norm_between_layers: false,
        convolutions,
        ..attention
    }
    .validated()
    .unwrap()
}

/// A model whose every parameter, biases and norms too, is random, so that nothing hides.
pub(crate) fn random_model(config: Config, seed: u64) -> Model {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let parameters = Model::random(config.clone(), seed)
        .parameters()
        .iter()
        .map(|x| x + 0.2 * rng.random_range(-1.0..1.0))
        .collect();
    Model::with_parameters(config, parameters).unwrap()
}

/// The same model with some tensors scaled.
pub(crate) fn scaled(model: &Model, names: &[&str], factor: f32) -> Model {
    let network = gsa_net::network::Network::new(&model.config);
    let mut parameters = model.parameters().to_vec();
    let mut found = 0;
    for p in network.parameters().iter().filter(|p| names.iter().any(|name| p.name.contains(name))) {
        parameters[p.offset..p.offset + p.len()].iter_mut().for_each(|x| *x *= factor);
        found += 1;
    }
    assert!(found > 0, "no tensor is called {names:?}");
    Model::with_parameters(model.config.clone(), parameters).unwrap()
}

pub(crate) fn random_images(config: &Config, batch: usize, seed: u64) -> Array4<f32> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let [c, h, w] = config.input;
    Array4::from_shape_fn((batch, c, h, w), |_| rng.random_range(-1.0..1.0))
}

/// The largest difference, relative to the largest expected value; NaN if there is one.
pub(crate) fn worst_difference(actual: impl Iterator<Item = f64>, expected: impl Iterator<Item = f64>) -> f64 {
    let (actual, expected): (Vec<_>, Vec<_>) = (actual.collect(), expected.collect());
    assert_eq!(actual.len(), expected.len(), "lengths differ");
    assert!(!expected.is_empty(), "nothing to compare");
    let scale = expected.iter().fold(f64::MIN_POSITIVE, |a, b| a.max(b.abs()));
    actual.iter().zip(&expected).fold(0.0, |worst, (a, b)| {
        let error = (a - b).abs() / scale;
        if error > worst || error.is_nan() { error } else { worst }
    })
}

/// Fails, with numbers, unless both agree to `tolerance` of the largest expected value.
#[track_caller]
pub(crate) fn assert_close(name: &str, actual: &Array5<f32>, expected: &Array5<f64>, tolerance: f64) {
    assert_eq!(actual.shape(), expected.shape(), "{name}");
    let worst = worst_difference(actual.iter().map(|x| f64::from(*x)), expected.iter().copied());
    assert!(worst <= tolerance, "{name}: relative difference {worst:e}, allowed {tolerance:e}");
}

#[test]
fn comparisons_notice_nan_and_one_changed_number() {
    let a = [1.0, 2.0, 3.0];
    assert_eq!(worst_difference(a.into_iter(), a.into_iter()), 0.0);
    assert!(worst_difference([1.0, 2.0, 3.3].into_iter(), a.into_iter()) > 0.09);
    assert!(worst_difference([1.0, f64::NAN, 3.0].into_iter(), a.into_iter()).is_nan());
}
