//! The CPU engine against the literal formulas in f64: every layer, over groups, windows, rules, awkward sizes and all
//! instruction sets of this machine.

mod common;

use common::literal::Literal;
use common::*;
use gsa_net::backend::cpu::Isa;
use gsa_net::config::{Config, GroupConfig, IndexRule, PoolRule, PositionRule, QueryRule};
use gsa_net::session::Session;
use gsa_net::{AttentionParts, CpuEngine, Error, Model};
use ndarray::{Array2, Array5, Axis, s};

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
fn convolutions_match_the_literal_formulas() {
    let groups = [(1, false), (2, false), (4, false), (1, true), (2, true), (4, true)];
    for (i, (rotations, mirrors)) in groups.into_iter().enumerate() {
        for (input, positions, pool) in [
            ([2, 10, 10], PositionRule::Turning, PoolRule::Centred),
            ([1, 9, 9], PositionRule::Turning, PoolRule::Floor),
            ([3, 8, 15], PositionRule::Still, PoolRule::Centred),
            ([1, 13, 7], PositionRule::Turning, PoolRule::Centred),
            ([1, 35, 8], PositionRule::Still, PoolRule::Floor),
        ] {
            let config = Config { input, pool, positions, ..convolutional(GroupConfig { rotations, mirrors }) };
            compare(&random_model(config.validated().unwrap(), i as u64), 5, F32_AGAINST_F64);
        }
    }
    for name in ["z2_cnn", "r4_cnn"] {
        // The literal formulas know nothing of standardised pictures.
        let config = Config { input_mean: 0.0, input_std: 1.0, ..Config::named(name).unwrap() };
        compare(&random_model(config, 3), 7, F32_AGAINST_F64);
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

/// The output of the layer at the pixel, and its probabilities averaged over query elements, from the parts alone; in f64.
fn put_together(parts: &AttentionParts, query: QueryRule, lifting: bool) -> (Array2<f64>, Array5<f64>) {
    let (heads, outputs, inputs, rows, cols) = parts.rows.dim();
    let mut y = Array2::from_shape_fn((parts.bias.len(), outputs), |(c, _)| f64::from(parts.bias[c]));
    let mut p = Array5::zeros((heads, outputs, inputs, rows, cols));
    for (head, h) in (0..heads).flat_map(|head| (0..outputs).map(move |h| (head, h))) {
        let queries: Vec<_> = (0..inputs).filter(|g| query == QueryRule::All || lifting || *g == h).collect();
        for &g in &queries {
            let keys = || {
                let of = (0..inputs).filter(|m| query != QueryRule::PerFrame || lifting || *m == h);
                of.flat_map(|m| parts.inside.indexed_iter().filter(|(_, is)| **is).map(move |((i, j), _)| (m, i, j)))
            };
            let score = |(m, i, j): (usize, usize, usize)| {
                let position = f64::from(parts.rows[[head, h, g, i, j]]) + f64::from(parts.cols[[head, h, g, i, j]]);
                position + f64::from(parts.content[[head, g, m, i, j]]) + f64::from(parts.group[[head, h, g, m]])
            };
            let largest = keys().map(score).fold(f64::NEG_INFINITY, f64::max);
            let total: f64 = keys().map(|key| (score(key) - largest).exp()).sum();
            for (m, i, j) in keys() {
                let share = (score((m, i, j)) - largest).exp() / total;
                p[[head, h, m, i, j]] += share / queries.len() as f64;
                for c in 0..parts.bias.len() {
                    y[[c, h]] += share * f64::from(parts.outputs[[head, m, i, j, c]]);
                }
            }
        }
    }
    (y, p)
}

#[test]
fn the_parts_of_attention_add_up_to_the_literal_formulas() {
    for (config, seed) in [
        (tiny(D4, 3), 1),
        (tiny(C4, 0), 2),
        (tiny(C4, 3).with_query(QueryRule::Own), 3),
        (tiny(C4, 5).with_query(QueryRule::PerFrame), 4),
        (tiny(C4, 3).with_index(IndexRule::Published), 5),
        (tiny(C4, 3).with_positions(PositionRule::Still), 6),
    ] {
        let query = config.query;
        let model = random_model(config, seed);
        let images = random_images(&model.config, 1, seed);
        let literal = Literal::new(&model);
        let run = literal.run(images.index_axis(Axis(0), 0).mapv(f64::from).view());
        let session = Session::new(model.clone());
        let pixels: Vec<f32> = images.iter().copied().collect();
        for (at, layer) in session.layers().iter().enumerate() {
            let Some(index) = layer.attention else { continue };
            let name = if index == 0 { "lifting".to_owned() } else { format!("layers.{}.attention", index - 1) };
            let x = &run.attention_inputs[index];
            let outputs = literal.attention(&name, x);
            for (row, col) in [(0, 0), (1, 3), (2, 2)] {
                let parts = session.attention_parts(&pixels, at, row, col).unwrap();
                let (y, p) = put_together(&parts, query, index == 0);
                let what = format!("{name} of {:?}", model.config);
                let expected = outputs.slice(s![.., .., row, col]).to_owned();
                let worst = worst_difference(y.iter().copied(), expected.iter().copied());
                assert!(worst <= F32_AGAINST_F64, "{what}: {worst:e}");
                // The same pixels of the window and of the picture.
                let map = literal.attention_map(&name, x, (row, col));
                let [rows, cols] = [p.dim().3, p.dim().4];
                let mut seen = 0;
                for ((head, h, m, i, j), found) in p.indexed_iter() {
                    let at = (row + i).checked_sub(rows / 2).zip((col + j).checked_sub(cols / 2));
                    let expected = at.and_then(|(r, c)| map.get([head, h, m, r, c])).copied();
                    assert_eq!(parts.inside[[i, j]], expected.is_some(), "{what}: {i} {j}");
                    let expected = expected.unwrap_or(0.0);
                    assert!((found - expected).abs() <= F32_AGAINST_F64, "{what}: {found} {expected}");
                    seen += 1;
                }
                assert!(seen > 0);
            }
        }
    }
}

#[test]
fn encodings_at_any_coordinates_are_those_of_the_parts() {
    let model = random_model(tiny(GroupConfig { rotations: 8, mirrors: false }, 5), 7);
    let images = random_images(&model.config, 1, 7);
    let pixels: Vec<f32> = images.iter().copied().collect();
    let session = Session::new(model.clone());
    let group = model.config.group();
    let parts = session.attention_parts(&pixels, 1, 4, 4).unwrap();
    let (heads, outputs, inputs, rows, cols) = parts.rows.dim();
    let mut largest = 0.0_f32;
    for (h, element) in group.elements().enumerate() {
        let a = group.matrix(group.inverse(element));
        for (i, j) in (0..rows).flat_map(|i| (0..cols).map(move |j| (i, j))) {
            let offset = [i as f64 / 2.0 - 1.0, j as f64 / 2.0 - 1.0];
            let seen = a.map(|line| line[0] * offset[0] + line[1] * offset[1]);
            let tables = session.encoding(1, &seen).unwrap();
            let width = tables.rows.len() / 2;
            for (head, g) in (0..heads).flat_map(|head| (0..inputs).map(move |g| (head, g))) {
                let query = parts.queries.slice(s![head, g, ..]);
                let dot = |first: usize, line: &[f32]| {
                    line.iter().zip(query.slice(s![first..])).map(|(a, b)| a * b).sum::<f32>()
                };
                let found = [dot(0, &tables.rows[..width]), dot(width, &tables.cols[width..])];
                let expected = [parts.rows[[head, h, g, i, j]], parts.cols[[head, h, g, i, j]]];
                for (found, expected) in found.iter().zip(expected) {
                    assert!((found - expected).abs() <= 1e-4 * (1.0 + expected.abs()), "{found} {expected}");
                    largest = largest.max(expected.abs());
                }
            }
        }
    }
    assert!(largest > 1e-2 && outputs == 8);
    assert!(session.encoding(1, &[f64::NAN]).unwrap_err().to_string().contains("NaN"));
    assert!(matches!(session.encoding(99, &[0.0]), Err(Error::OutOfRange { what: "layer", .. })));
    let pool = session.layers().iter().position(|layer| layer.attention.is_none()).unwrap();
    assert!(session.encoding(pool, &[0.0]).unwrap_err().to_string().contains("has no attention"));
    assert!(session.encoding(0, &[]).unwrap().rows.is_empty());
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
