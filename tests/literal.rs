//! The CPU engine against the literal formulas in f64: every layer, over groups, windows, rules, awkward sizes and all
//! instruction sets of this machine.

mod common;

use common::literal::Literal;
use common::*;
use gsa_net::backend::cpu::Isa;
use gsa_net::config::{Config, GroupConfig, IndexRule, PoolRule, PositionRule, QueryRule};
use gsa_net::{CpuEngine, Error, Model};
use ndarray::{Axis, s};

fn compare(model: &Model, seed: u64, tolerance: f64) {
    let images = random_images(&model.config, 1, seed);
    let expected = Literal::new(model).run(images.index_axis(Axis(0), 0).mapv(f64::from).view());
    let isas = Isa::available();
    assert!(!isas.is_empty());
    for isa in isas {
        let trace = CpuEngine::with_isa(model, isa).trace(images.view()).unwrap();
        assert!(trace.layers.len() == expected.layers.len() && trace.layers.len() > 1);
        for (i, (actual, expected)) in trace.layers.iter().zip(&expected.layers).enumerate() {
            assert_close(&format!("{:?} {isa:?} layer {i}", model.config), actual, expected, tolerance);
        }
        let worst = worst_difference(trace.logits.iter().map(|x| f64::from(*x)), expected.logits.iter().copied());
        assert!(worst <= tolerance, "{:?} {isa:?} logits {worst:e}", model.config);
    }
}

#[test]
fn networks_match_the_literal_formulas() {
    let groups = [(1, false), (2, false), (3, false), (4, false), (5, false), (1, true), (2, true), (4, true)];
    for (i, (rotations, mirrors)) in groups.into_iter().enumerate() {
        for index in [IndexRule::Exact, IndexRule::Published] {
            for query in [if i % 2 == 0 { QueryRule::All } else { QueryRule::Own }, QueryRule::PerFrame] {
                let config = tiny(GroupConfig { rotations, mirrors }, 3).with_index(index).with_query(query);
                compare(&random_model(config, i as u64), 5, F32_AGAINST_F64);
            }
        }
    }
}

#[test]
fn positions_held_still_match_the_literal_formulas() {
    for (rotations, mirrors) in [(4, false), (3, false), (4, true)] {
        for query in [QueryRule::All, QueryRule::Own, QueryRule::PerFrame] {
            for window in [3, 0] {
                let config = tiny(GroupConfig { rotations, mirrors }, window).with_query(query);
                compare(&random_model(config.with_positions(PositionRule::Still), 8), 5, F32_AGAINST_F64);
            }
        }
    }
}

#[test]
fn windows_and_awkward_sizes_match_the_literal_formulas() {
    for (window, input) in
        [(1, [1, 9, 9]), (5, [3, 7, 12]), (7, [1, 6, 19]), (0, [1, 6, 9]), (0, [2, 10, 10]), (19, [1, 5, 18])]
    {
        for query in [QueryRule::All, QueryRule::PerFrame] {
            for pool in [PoolRule::Centred, PoolRule::Floor] {
                let config =
                    Config { input, query, pool, ..tiny(GroupConfig { rotations: 4, mirrors: false }, window) };
                compare(&random_model(config.validated().unwrap(), 3), 9, F32_AGAINST_F64);
            }
        }
    }
}

#[test]
fn scores_that_underflow_the_factors_match_the_literal_formulas() {
    // Scores beyond ±80: the maxima of the three factors lie far apart.
    let model = random_model(tiny(D4, 5), 4);
    let cases: [(&[&str], f32); 5] = [
        (&["query"], 10.0),
        (&["query"], 80.0),
        (&["query", "key"], 9.0),
        (&["row.second", "col.second"], 80.0),
        (&["group_embedding"], 80.0),
    ];
    for (names, factor) in cases {
        compare(&scaled(&model, names, factor), 13, F32_AGAINST_F64_SHARP);
    }
}

#[test]
fn the_underflow_guard_is_needed_by_what_tests_it() {
    // The sharpest of the models above: keys prefer one pixel by far more than e^88, positions another.
    let model = scaled(&random_model(tiny(D4, 5), 4), &["query"], 80.0);
    let images = random_images(&model.config, 1, 13);
    let literal = Literal::new(&model);
    let run = literal.run(images.index_axis(Axis(0), 0).mapv(f64::from).view());
    let map = literal.attention_map("layers.0.attention", &run.attention_inputs[1], (4, 4));
    let sharp = map.iter().filter(|p| **p > 0.0 && **p < 1e-38).count();
    assert!(sharp > 0, "no probability is below the smallest f32: raise the factor");
}

#[test]
fn attention_maps_match_the_literal_formulas() {
    for (config, seed) in [
        (tiny(D4, 3), 1),
        (tiny(C4, 0), 2),
        (tiny(C4, 3).with_query(QueryRule::Own), 3),
        (tiny(C4, 3).with_query(QueryRule::PerFrame), 4),
    ] {
        let model = random_model(config, seed);
        let images = random_images(&model.config, 1, seed);
        let literal = Literal::new(&model);
        let run = literal.run(images.index_axis(Axis(0), 0).mapv(f64::from).view());
        let engine = CpuEngine::new(&model);
        for (layer, name) in ["lifting", "layers.0.attention", "layers.1.attention"].into_iter().enumerate() {
            for pixel in [(0, 0), (1, 3), (2, 2)] {
                let expected = literal.attention_map(name, &run.attention_inputs[layer], pixel);
                let actual = engine.attention(images.slice(s![0, .., .., ..]), layer, pixel.0, pixel.1).unwrap();
                assert_close(name, &actual.probabilities, &expected, F32_AGAINST_F64);
                for line in actual
                    .probabilities
                    .axis_iter(Axis(0))
                    .flat_map(|head| head.axis_iter(Axis(0)).map(|h| h.sum()).collect::<Vec<_>>())
                {
                    assert!((line - 1.0).abs() < 1e-5, "probabilities sum to {line}");
                }
            }
        }
        for (layer, row, col, missing) in [(3, 0, 0, "attention layer"), (0, 10, 0, "row"), (0, 0, 10, "column")] {
            let error = engine.attention(images.slice(s![0, .., .., ..]), layer, row, col).unwrap_err();
            assert!(matches!(error, Error::OutOfRange { what, .. } if what == missing), "{error}");
        }
    }
}

#[test]
fn one_changed_weight_is_noticed() {
    let model = random_model(tiny(C4, 3), 1);
    let mut parameters = model.parameters().to_vec();
    let last = parameters.len() - 1;
    parameters[last] += 0.01;
    let changed = Model::with_parameters(model.config.clone(), parameters).unwrap();
    let images = random_images(&model.config, 1, 5);
    let expected = Literal::new(&model).run(images.index_axis(Axis(0), 0).mapv(f64::from).view());
    let logits = CpuEngine::new(&changed).logits(images.view()).unwrap();
    let worst = worst_difference(logits.iter().map(|x| f64::from(*x)), expected.logits.iter().copied());
    assert!(worst > F32_AGAINST_F64);
}
