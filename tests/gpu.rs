//! The engine on the graphics card against the CPU engine: every layer, over groups, windows, rules, awkward sizes and batches.
//!
//! Without an adapter these tests are skipped, loudly; with `REQUIRE_GPU=1` that is a failure.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use common::*;
use gsa_net::backend::gpu::{Machine, multiply_adds_per_second};
use gsa_net::config::{Config, GroupConfig, IndexRule, QueryRule};
use gsa_net::engine::{Options, SelfTest};
use gsa_net::session::{GpuSession, Session};
use gsa_net::symmetry::{GridSymmetry, act_on_features, act_on_image, relative_difference};
use gsa_net::{CpuEngine, Error, Gpu, GpuEngine, Model, Trace};
use ndarray::{Array4, Axis, s};
use pollster::block_on;
use std::time::Instant;

/// f32 against f32: sums run in another order, exponentials are a few units in the last place apart, through five layers.
const GPU_AGAINST_CPU: f64 = 5e-5;

/// The same where scores go into the hundreds: their own rounding, some 1e-5, is the relative error of probabilities.
const GPU_AGAINST_CPU_SHARP: f64 = 1e-3;

/// What a quarter turn may change on the card: the same sums in another order.
const GPU_ROUNDING: f32 = 3e-5;

/// The card, or none where the test `name` is to be skipped.
fn gpu(name: &str) -> Option<Gpu> {
    match block_on(Gpu::open()) {
        Ok(gpu) => Some(gpu),
        Err(error) => {
            skip(&format!("{name}: {error}"));
            None
        }
    }
}

/// Says what is not tested here, and fails where it has to be.
#[track_caller]
fn skip(what: &str) {
    assert!(std::env::var_os("REQUIRE_GPU").is_none_or(|v| v != "1"), "{what}");
    common::say(&format!("SKIPPED {what}"));
}

fn engine(gpu: &Gpu, model: &Model, machine: Machine) -> GpuEngine {
    block_on(GpuEngine::with_options(gpu, model, Options { machine: Some(machine), ..Options::default() })).unwrap()
}

#[track_caller]
fn assert_same(name: &str, card: &Trace, processor: &Trace, tolerance: f64) {
    assert_eq!(card.layers.len(), processor.layers.len());
    assert!(!card.layers.is_empty());
    for (i, (a, b)) in card.layers.iter().zip(&processor.layers).enumerate() {
        assert_close(&format!("{name} layer {i}"), a, &b.mapv(f64::from), tolerance);
    }
    let wide = |x: &ndarray::Array2<f32>| x.iter().map(|x| f64::from(*x)).collect::<Vec<_>>().into_iter();
    let worst = worst_difference(wide(&card.logits), wide(&processor.logits));
    assert!(worst <= tolerance, "{name} logits: {worst:e}");
}

fn compare(gpu: &Gpu, model: &Model, batch: usize, tolerance: f64) {
    let images = random_images(&model.config, batch, 5);
    let expected = CpuEngine::new(model).trace(images.view()).unwrap();
    for machine in [Machine::Card, Machine::Processor] {
        let engine = engine(gpu, model, machine);
        let found = block_on(engine.trace(images.view())).unwrap();
        assert_same(&format!("{:?} {machine:?}", model.config), &found, &expected, tolerance);
        let logits = block_on(engine.logits(images.view())).unwrap();
        assert_eq!(logits, found.logits, "with and without layers");
    }
}

#[test]
fn networks_gpu_match_cpu() {
    let Some(gpu) = gpu("networks_gpu_match_cpu") else { return };
    let groups =
        [(1, false), (2, false), (3, false), (4, false), (5, false), (8, false), (1, true), (3, true), (4, true)];
    // Shaders take a software adapter long to compile, so each group meets two of the four pairs of rules, and every other one
    // the frames, which share no scores by either rule.
    for (i, (rotations, mirrors)) in groups.into_iter().enumerate() {
        for (index, query) in [(IndexRule::Exact, QueryRule::All), (IndexRule::Published, QueryRule::Own)] {
            let query = if i % 2 == 0 { query } else { other(query) };
            let config = tiny(GroupConfig { rotations, mirrors }, 3).with_index(index).with_query(query);
            compare(&gpu, &random_model(config, i as u64), 1, GPU_AGAINST_CPU);
        }
        if i % 2 == 0 {
            let config = tiny(GroupConfig { rotations, mirrors }, 3).with_query(QueryRule::PerFrame);
            compare(&gpu, &random_model(config, i as u64), 1, GPU_AGAINST_CPU);
        }
    }
}

fn other(query: QueryRule) -> QueryRule {
    if query == QueryRule::All { QueryRule::Own } else { QueryRule::All }
}

#[test]
fn windows_and_awkward_sizes_gpu_match_cpu() {
    let Some(gpu) = gpu("windows_and_awkward_sizes_gpu_match_cpu") else { return };
    let sizes = [(1, [1, 9, 9]), (5, [3, 7, 12]), (7, [1, 6, 19]), (0, [1, 6, 9]), (0, [2, 10, 10]), (19, [1, 5, 18])];
    for (i, (window, input)) in sizes.into_iter().enumerate() {
        let group = if i % 2 == 0 { C4 } else { GroupConfig { rotations: 3, mirrors: false } };
        let config = Config { input, ..tiny(group, window) }.validated().unwrap();
        compare(&gpu, &random_model(config, 3), 3, GPU_AGAINST_CPU);
    }
}

#[test]
fn large_groups_and_wide_heads_gpu_match_cpu() {
    let Some(gpu) = gpu("large_groups_and_wide_heads_gpu_match_cpu") else { return };
    let narrow = |rotations, mirrors| Config {
        input: [1, 6, 6],
        channels: 8,
        heads: 1,
        crop: vec![1, 0],
        expansion: vec![1, 1],
        ..tiny(GroupConfig { rotations, mirrors }, 3)
    };
    for (rotations, mirrors, query) in [
        (16, false, QueryRule::All),
        (33, false, QueryRule::All),
        (20, true, QueryRule::All),
        (64, false, QueryRule::Own),
        (16, true, QueryRule::PerFrame),
        (64, false, QueryRule::All),
        (64, true, QueryRule::All),
    ] {
        if rotations == 64 && query == QueryRule::All && gpu.adapter().name.contains("llvmpipe") {
            common::say("SKIPPED 64 rotations: llvmpipe ends all loops of an invocation after 65,535 rounds");
            continue;
        }
        let config = narrow(rotations, mirrors).with_query(query).validated().unwrap();
        compare(&gpu, &random_model(config, 4), 1, GPU_AGAINST_CPU);
    }
    for group in [GroupConfig { rotations: 1, mirrors: true }, C4] {
        let config = Config { input: [3, 8, 8], channels: 96, heads: 2, ..tiny(group, 5) }.validated().unwrap();
        compare(&gpu, &random_model(config, 4), 1, GPU_AGAINST_CPU);
    }
}

#[test]
fn published_networks_gpu_match_cpu() {
    let Some(gpu) = gpu("published_networks_gpu_match_cpu") else { return };
    for name in ["z2_sa", "r4_sa", "r8_sa", "z2m_sa", "r4m_sa"] {
        compare(&gpu, &random_model(Config::named(name).unwrap(), 1), 1, GPU_AGAINST_CPU);
    }
    // Their shaders take a software adapter long to compile.
    for name in ["r12_sa", "r16_sa"] {
        compare_whole(&gpu, name);
    }
}

/// Compares a network with the CPU on the machine that the adapter is, and prints the worst difference and the time it took.
fn compare_whole(gpu: &Gpu, name: &str) {
    let start = Instant::now();
    let model = random_model(Config::named(name).unwrap(), 1);
    let images = random_images(&model.config, 1, 5);
    let found = block_on(block_on(GpuEngine::on(gpu, &model)).unwrap().trace(images.view())).unwrap();
    let on_card = start.elapsed();
    let expected = CpuEngine::new(&model).trace(images.view()).unwrap();
    let wide = |layer: &ndarray::Array5<f32>| layer.iter().map(|x| f64::from(*x)).collect::<Vec<_>>().into_iter();
    let worst = (found.layers.iter().zip(&expected.layers)).map(|(a, b)| worst_difference(wide(a), wide(b)));
    let worst = worst.map(|x| format!("{x:.1e}")).collect::<Vec<_>>().join(" ");
    println!("{name}: card {on_card:.1?}, CPU {:.1?}, layers {worst}", start.elapsed() - on_card);
    assert_same(name, &found, &expected, GPU_AGAINST_CPU);
}

#[test]
fn cifar10_and_pcam_networks_gpu_match_cpu() {
    let Some(gpu) = gpu("cifar10_and_pcam_networks_gpu_match_cpu") else { return };
    for name in ["cifar10_z2m_sa", "pcam_z2_sa", "pcam_r4_sa"] {
        compare_whole(&gpu, name);
    }
}

#[test]
#[ignore = "minutes on a software adapter; NETWORKS names those to compare"]
fn large_networks_gpu_match_cpu() {
    let Some(gpu) = gpu("large_networks_gpu_match_cpu") else { return };
    let names = std::env::var("NETWORKS");
    let names = names.unwrap_or_else(|_| "cifar10_z2_sa cifar10_r4_sa pcam_r4m_sa".into());
    assert!(names.split_whitespace().count() > 0);
    names.split_whitespace().for_each(|name| compare_whole(&gpu, name));
}

#[test]
fn sums_without_subgroups_gpu_match_cpu() {
    let Some(gpu) = gpu("sums_without_subgroups_gpu_match_cpu") else { return };
    let has_subgroups = gpu.adapter().has_subgroups;
    if !has_subgroups {
        skip(&format!("sums over subgroups: {} has none, both kernels are the same one", gpu.adapter().name));
    }
    let model = random_model(tiny(D4, 3), 6);
    let images = random_images(&model.config, 2, 5);
    let expected = CpuEngine::new(&model).trace(images.view()).unwrap();
    for without_subgroups in [false, true] {
        let sums = std::cell::RefCell::new(std::collections::BTreeSet::new());
        let look = |name: &str, source: String| {
            if source.contains("subgroupAdd") {
                sums.borrow_mut().insert(name.to_owned());
            }
            source
        };
        let options = Options { without_subgroups, tamper: Some(&look), ..Options::default() };
        let engine = block_on(GpuEngine::with_options(&gpu, &model, options)).unwrap();
        let shaders: &[&str] = if without_subgroups || !has_subgroups { &[] } else { &["norm_statistics", "readout"] };
        assert!(
            sums.borrow().iter().eq(shaders),
            "without subgroups: {without_subgroups}, {:?} use them",
            sums.borrow()
        );
        let found = block_on(engine.trace(images.view())).unwrap();
        assert_same(&format!("without subgroups: {without_subgroups}"), &found, &expected, GPU_AGAINST_CPU);
    }
}

#[test]
fn scores_that_underflow_the_factors_gpu_match_cpu() {
    let Some(gpu) = gpu("scores_that_underflow_the_factors_gpu_match_cpu") else { return };
    for query in [QueryRule::All, QueryRule::Own, QueryRule::PerFrame] {
        let model = random_model(tiny(D4, 5).with_query(query), 4);
        let cases: [(&[&str], f32); 5] = [
            (&["query"], 10.0),
            (&["query"], 80.0),
            (&["query", "key"], 9.0),
            (&["row.second", "col.second"], 80.0),
            (&["group_embedding"], 80.0),
        ];
        let has = |names: &[&str]| query != QueryRule::PerFrame || names != ["group_embedding"];
        for (names, factor) in cases.into_iter().filter(|(names, _)| has(names)) {
            compare(&gpu, &scaled(&model, names, factor), 1, GPU_AGAINST_CPU_SHARP);
        }
    }
}

#[test]
fn the_exact_kernel_is_needed_by_what_tests_it() {
    let Some(gpu) = gpu("the_exact_kernel_is_needed_by_what_tests_it") else { return };
    let model = scaled(&random_model(tiny(D4, 5), 4), &["query"], 80.0);
    let images = random_images(&model.config, 1, 5);
    let expected = CpuEngine::new(&model).trace(images.view()).unwrap();
    let without = |name: &str, source: String| {
        if name == "group_attention_exact" { source.replace("while (bits != 0u)", "while (false)") } else { source }
    };
    let options = Options { tamper: Some(&without), ..Options::default() };
    let engine = block_on(GpuEngine::with_options(&gpu, &model, options)).unwrap();
    let found = block_on(engine.trace(images.view())).unwrap();
    let [found, expected] = [found, expected].map(|trace| trace.layers[1].mapv(f64::from));
    assert!(worst_difference(found.iter().copied(), expected.iter().copied()) > 10.0 * GPU_AGAINST_CPU_SHARP);
}

#[test]
fn every_layer_is_equivariant_over_every_element_on_the_card() {
    let Some(gpu) = gpu("every_layer_is_equivariant_over_every_element_on_the_card") else { return };
    for (group, elements) in [(C4, 4), (D4, 8)] {
        for (window, query) in [(5, QueryRule::All), (0, QueryRule::All), (3, QueryRule::Own), (3, QueryRule::PerFrame)]
        {
            let model = random_model(tiny(group, window).with_query(query), 8);
            let images = random_images(&model.config, 2, 21);
            let engine = block_on(GpuEngine::on(&gpu, &model)).unwrap();
            let group = model.config.group();
            let straight = block_on(engine.trace(images.view())).unwrap();
            let mut seen = 0;
            for g in GridSymmetry::all().filter(|g| g.in_group(&group).is_some()) {
                let turned = block_on(engine.trace(act_on_image(g, images.view()).view())).unwrap();
                assert!(turned.layers.len() == straight.layers.len() && straight.layers.len() > 1);
                for (a, b) in turned.layers.iter().zip(&straight.layers) {
                    let expected = act_on_features(g, &group, b.view()).unwrap();
                    let error = relative_difference(a.view(), expected.view()).unwrap();
                    assert!(error <= GPU_ROUNDING, "{:?} {g:?}: {error:e}", model.config);
                }
                seen += 1;
            }
            assert_eq!(seen, elements);
        }
    }
}

#[test]
fn a_batch_that_is_cut_gives_the_same_answers_as_its_pictures_alone() {
    let Some(gpu) = gpu("a_batch_that_is_cut_gives_the_same_answers_as_its_pictures_alone") else { return };
    // Large enough for several runs.
    let config = Config { input: [1, 48, 48], heads: 8, ..tiny(C4, 3) }.validated().unwrap();
    let engine = block_on(GpuEngine::on(&gpu, &random_model(config, 2))).unwrap();
    let images = random_images(engine.config(), 17, 3);
    let together = block_on(engine.trace(images.view())).unwrap();
    for b in [0, 8, 16] {
        let alone = block_on(engine.trace(images.slice(s![b..=b, .., .., ..]))).unwrap();
        assert_eq!(alone.logits.row(0), together.logits.row(b), "picture {b}");
        assert!(alone.layers.len() == together.layers.len() && alone.layers.len() > 1);
        for (a, t) in alone.layers.iter().zip(&together.layers) {
            assert_eq!(a.index_axis(Axis(0), 0), t.index_axis(Axis(0), b), "picture {b}");
        }
    }
    assert!(block_on(engine.logits(Array4::zeros((0, 1, 48, 48)).view())).unwrap().is_empty());
}

#[test]
fn global_attention_over_a_whole_digit_stays_small() {
    let Some(gpu) = gpu("global_attention_over_a_whole_digit_stays_small") else { return };
    let model = random_model(Config::named("r4_sa").unwrap().with_window(0).unwrap(), 1);
    let engine = block_on(GpuEngine::on(&gpu, &model)).unwrap();
    let images = random_images(&model.config, 1, 5);
    let found = block_on(engine.trace(images.view())).unwrap();
    println!("R4, global, 28×28, one picture: {:.1} MB of buffers", engine.buffer_bytes() as f64 / 1e6);
    assert!((1 << 20..64 << 20).contains(&engine.buffer_bytes()), "{}", engine.buffer_bytes());
    assert_same("global", &found, &CpuEngine::new(&model).trace(images.view()).unwrap(), GPU_AGAINST_CPU);
}

#[test]
fn buffers_only_grow_and_serve_smaller_predictions() {
    let Some(gpu) = gpu("buffers_only_grow_and_serve_smaller_predictions") else { return };
    let model = random_model(tiny(C4, 3), 1);
    let engine = block_on(GpuEngine::on(&gpu, &model)).unwrap();
    let images = random_images(&model.config, 6, 5);
    let expected = CpuEngine::new(&model).trace(images.view()).unwrap();
    let mut sizes = vec![];
    // With and without layers, each more than once.
    for (batch, traced) in [(1, true), (6, false), (2, true), (1, true), (4, false), (6, false), (2, true)] {
        let images = images.slice(s![..batch, .., .., ..]);
        let found = if traced {
            block_on(engine.trace(images)).unwrap()
        } else {
            Trace { logits: block_on(engine.logits(images)).unwrap(), layers: vec![] }
        };
        let logits = expected.logits.slice(s![..batch, ..]).to_owned();
        let layers = expected
            .layers
            .iter()
            .take(found.layers.len())
            .map(|layer| layer.slice(s![..batch, .., .., .., ..]).to_owned());
        let layers = layers.collect::<Vec<_>>();
        assert_eq!(layers.is_empty(), !traced);
        for (i, (a, b)) in found.layers.iter().zip(&layers).enumerate() {
            assert_close(&format!("batch {batch} layer {i}"), a, &b.mapv(f64::from), GPU_AGAINST_CPU);
        }
        let wide = |x: &ndarray::Array2<f32>| x.iter().map(|x| f64::from(*x)).collect::<Vec<_>>().into_iter();
        let worst = worst_difference(wide(&found.logits), wide(&logits));
        assert!(worst <= GPU_AGAINST_CPU, "batch {batch}: {worst:e}");
        sizes.push(engine.buffer_bytes());
    }
    assert!(sizes[0] < sizes[1] && sizes[1] < sizes[2], "{sizes:?}");
    assert_eq!(sizes[3..], [sizes[2]; 4]);
}

#[test]
fn many_predictions_leave_memory_flat() {
    let Some(gpu) = gpu("many_predictions_leave_memory_flat") else { return };
    let model = random_model(tiny(C4, 3), 1);
    let engine = block_on(GpuEngine::on(&gpu, &model)).unwrap();
    let images = random_images(&model.config, 1, 5);
    let resident = || {
        let status = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
        status.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).map(|pages| pages * 4096)
    };
    let first = block_on(engine.trace(images.view())).unwrap();
    let (bytes, before) = (engine.buffer_bytes(), resident());
    for i in 0..200 {
        let again = if i % 2 == 0 {
            block_on(engine.trace(images.view())).unwrap().logits
        } else {
            block_on(engine.logits(images.view())).unwrap()
        };
        assert_eq!(again, first.logits);
    }
    assert_eq!(engine.buffer_bytes(), bytes);
    let (Some(before), Some(after)) = (before, resident()) else {
        common::say("SKIPPED the size of the process: this system does not tell it");
        return;
    };
    let grown = after.saturating_sub(before);
    // Mesa's own processor driver keeps some 20 KB of each dispatch, whatever is dispatched.
    if gpu.adapter().name.contains("llvmpipe") {
        common::say(&format!(
            "SKIPPED the size of the process: llvmpipe keeps memory of its own, {} MB by now",
            grown >> 20
        ));
        return;
    }
    assert!(grown < 32 << 20, "the process grew by {grown} bytes");
}

#[test]
fn the_self_test_passes_and_notices_a_wrong_kernel() {
    let Some(gpu) = gpu("the_self_test_passes_and_notices_a_wrong_kernel") else { return };
    let attention = [
        ("group_attention", "/ 2u - row", "/ 2u - col"),
        ("group_attention", "let key_row = row", "let key_row = 1u + row"),
        ("group_attention", "content_peak = max(", "content_peak = min("),
        ("linear", "var low0 = bias0;", "var low0 = bias1;"),
        ("max_pool", "best = max(", "best = min("),
        ("norm", "1.0 + exp(-z)", "1.1 + exp(-z)"),
        ("norm_statistics", "difference * difference", "difference"),
        ("readout", "max(best, total)", "min(best, total)"),
    ];
    let convolutions = [
        ("convolution", "let down = tap / params.side;", "let down = tap % params.side;"),
        ("convolution", "c0 < params.cols", "c0 <= params.cols"),
        ("batch_norm", "max(z, 0.0)", "z"),
        ("batch_norm", "parameters[params.mean + c]", "parameters[params.bias + c]"),
    ];
    let mut noticed = std::collections::BTreeSet::new();
    for (config, faults) in [(tiny(C4, 5), &attention[..]), (convolutional(C4), &convolutions[..])] {
        let model = random_model(config, 7);
        let cpu = CpuEngine::new(&model);
        let right = block_on(block_on(GpuEngine::on(&gpu, &model)).unwrap().self_test(&cpu)).unwrap();
        assert!(right.passed() && right.difference <= SelfTest::TOLERANCE / 10.0, "{right:?}");
        for &(shader, from, to) in faults {
            // What is not compiled is not run, and nothing would be noticed.
            let engine = tampered(&gpu, &model, shader, from, to)
                .unwrap_or_else(|error| panic!("{shader} with `{to}` is no shader: {error}"));
            let test = block_on(engine.self_test(&cpu)).unwrap();
            assert!(!test.passed(), "{shader} `{to}`: {test:?}");
            noticed.insert(shader);
        }
    }
    // All but the one for queries whose factors underflow, of which this network has none, and the loop that measures the card.
    let shaders = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/backend/gpu/shaders")).unwrap();
    let shaders = shaders.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    for shader in
        shaders.filter(|name| !["group_attention_exact.wgsl", "multiply_add_loop.wgsl"].contains(&name.as_str()))
    {
        assert!(noticed.contains(shader.trim_end_matches(".wgsl")), "no fault was planted in {shader}");
    }
}

/// An engine with a shader in which `to` stands for `from`.
fn tampered(gpu: &Gpu, model: &Model, shader: &str, from: &str, to: &str) -> Result<GpuEngine, Error> {
    let found = std::cell::Cell::new(false);
    let tamper = |name: &str, source: String| {
        found.set(found.get() || name == shader && source.contains(from));
        if name == shader { source.replace(from, to) } else { source }
    };
    let engine = block_on(GpuEngine::with_options(gpu, model, Options { tamper: Some(&tamper), ..Options::default() }));
    assert!(found.get(), "{shader} has no `{from}`");
    engine
}

#[test]
fn a_shader_that_does_not_compile_is_an_error_by_name() {
    let Some(gpu) = gpu("a_shader_that_does_not_compile_is_an_error_by_name") else { return };
    let model = random_model(tiny(C4, 5), 7);
    let error = tampered(&gpu, &model, "norm", "fn main(", "fn main(no such text, ").expect_err("no shader");
    assert!(matches!(&error, Error::Gpu(problem) if problem.contains("gsa.norm")), "{error}");
    // The device is as good as before.
    let cpu = CpuEngine::new(&model);
    assert!(block_on(block_on(GpuEngine::on(&gpu, &model)).unwrap().self_test(&cpu)).unwrap().passed());
}

#[test]
fn a_lost_device_fails_every_prediction_and_says_so() {
    let Some(gpu) = gpu("a_lost_device_fails_every_prediction_and_says_so") else { return };
    let model = random_model(tiny(C4, 3), 1);
    let engine = block_on(GpuEngine::on(&gpu, &model)).unwrap();
    let images = random_images(&model.config, 1, 5);
    assert!(block_on(engine.logits(images.view())).is_ok() && gpu.lost().is_none());
    gpu.destroy();
    for _ in 0..2 {
        let error = block_on(engine.logits(images.view())).unwrap_err();
        assert!(matches!(&error, Error::Gpu(problem) if problem.contains("lost")), "{error}");
    }
    assert!(gpu.lost().is_some());
}

#[test]
fn what_cannot_be_predicted_is_refused() {
    let Some(gpu) = gpu("what_cannot_be_predicted_is_refused") else { return };
    let model = random_model(tiny(C4, 3), 1);
    let engine = block_on(GpuEngine::on(&gpu, &model)).unwrap();
    let mut images = random_images(&model.config, 1, 5);
    assert!(matches!(block_on(engine.logits(images.slice(s![.., ..1, .., ..]))), Err(Error::Input(_))));
    images[[0, 0, 1, 1]] = f32::NAN;
    assert!(matches!(block_on(engine.logits(images.view())), Err(Error::Input(_))));
    engine.destroy();
    let error = block_on(engine.logits(random_images(&model.config, 1, 5).view())).unwrap_err();
    assert!(error.to_string().contains("destroyed"), "{error}");
}

#[test]
fn the_card_tells_its_name_and_the_time_it_takes() {
    let Some(gpu) = gpu("the_card_tells_its_name_and_the_time_it_takes") else { return };
    assert!(!gpu.adapter().name.is_empty());
    let model = random_model(tiny(C4, 3), 1);
    let engine = block_on(GpuEngine::on(&gpu, &model)).unwrap();
    assert_eq!(engine.milliseconds(), None);
    block_on(engine.logits(random_images(&model.config, 1, 5).view())).unwrap();
    if !gpu.adapter().has_timestamps {
        skip(&format!("times on the card: {} tells none", gpu.adapter().name));
    }
    let time = engine.milliseconds();
    println!("{}: {time:?} ms", gpu.adapter().name);
    assert_eq!(time.is_some(), gpu.adapter().has_timestamps);
    assert!(time.is_none_or(|ms| ms > 0.0 && ms < 60_000.0), "{time:?}");
}

#[test]
fn a_card_that_tells_times_tells_how_fast_it_multiplies_and_adds() {
    let Some(gpu) = gpu("a_card_that_tells_times_tells_how_fast_it_multiplies_and_adds") else { return };
    if !gpu.adapter().has_timestamps {
        skip(&format!("how fast the card is: {} tells no times", gpu.adapter().name));
    }
    let peak = block_on(multiply_adds_per_second(&gpu)).unwrap();
    println!("{}: {peak:?} operations/s", gpu.adapter().name);
    assert_eq!(peak.is_some(), gpu.adapter().has_timestamps);
    // No card and no processor is outside of this: a loop that was thrown away, or a wrong unit of time, would be.
    assert!(peak.is_none_or(|peak| (1e8..1e15).contains(&peak)), "{peak:?}");
}

#[test]
fn attention_gpu_matches_cpu() {
    let Some(gpu) = gpu("attention_gpu_matches_cpu") else { return };
    for query in [QueryRule::All, QueryRule::Own, QueryRule::PerFrame] {
        let model = random_model(tiny(D4, 5).with_query(query), 9);
        let card = block_on(GpuSession::on(&gpu, model.clone())).unwrap();
        let cpu = Session::new(model.clone());
        let pixels = random_images(&model.config, 2, 5).into_raw_vec_and_offset().0;
        let (predicted, other) = pixels.split_at(pixels.len() / 2);
        block_on(card.predict(predicted)).unwrap();
        let mut looked = 0;
        for pixels in [predicted, other] {
            for layer in (0..card.layers().len()).filter(|layer| card.layers()[*layer].attention.is_some()) {
                for (row, col) in [(0, 0), (2, 3)] {
                    let found = block_on(card.attention(pixels, layer, row, col)).unwrap().probabilities;
                    let expected = cpu.attention(pixels, layer, row, col).unwrap().probabilities;
                    assert_close(&format!("layer {layer}"), &found, &expected.mapv(f64::from), GPU_AGAINST_CPU);
                    let found = block_on(card.attention_parts(pixels, layer, row, col)).unwrap();
                    let expected = cpu.attention_parts(pixels, layer, row, col).unwrap();
                    let [a, b] = [&found, &expected].map(|parts| parts.content.clone());
                    assert_close("q·k", &a, &b.mapv(f64::from), GPU_AGAINST_CPU);
                    assert_close("values", &found.outputs, &expected.outputs.mapv(f64::from), GPU_AGAINST_CPU);
                    assert_eq!(found.inside, expected.inside);
                    looked += 1;
                }
            }
        }
        assert_eq!(looked, 12);
        assert!(block_on(card.attention(other, 0, 10, 0)).is_err());
        // What is known needs no card any more; what is not does.
        card.engine().destroy();
        assert!(
            block_on(card.attention(predicted, 1, 1, 1)).is_ok() && block_on(card.attention(other, 1, 1, 1)).is_ok()
        );
        let third: Vec<f32> = other.iter().map(|x| x / 2.0).collect();
        assert!(block_on(card.attention(&third, 1, 1, 1)).is_err());
    }
}
