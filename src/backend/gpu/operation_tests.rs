//! Every operation by itself on the card against the CPU, at awkward sizes: `<operation>_gpu_matches_cpu`.
//!
//! Without an adapter these tests are skipped, loudly; with `REQUIRE_GPU=1` that is a failure.

use std::collections::BTreeSet;
use std::io::Write as _;

use pollster::block_on;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::compiled::{Compiled, Extent, TIMESTAMPS, Tamper, checked};
use super::device::Gpu;
use super::program::{Program, Target};
use super::recorder::record;
use super::tiling::Machine;
use super::{peak, readback};
use crate::backend::cpu::{Cpu, Isa, Maps, Tables, encode};
use crate::config::{Config, GroupConfig, IndexRule, QueryRule};
use crate::group::Group;
use crate::layers::{Attention, Backend, BatchNorm, Convolution, Linear, MaxPool, Mixing, Norm, PoolRule, taps};
use crate::network::Network;
use crate::weights::Model;

/// How far the card may be from the CPU, as a part of the largest number of the output. f32 on both sides.
mod tolerance {
    /// Nothing is computed: the same number is chosen, or two are added.
    pub(super) const NONE: f32 = 0.0;
    /// Sums over some hundred numbers run in another order.
    pub(super) const SUMS: f32 = 1e-5;
    /// The same behind a mean and a deviation of some thousand numbers, and an exponential that is a few units in the last place off.
    pub(super) const NORM: f32 = 2e-5;
    /// Sums over keys of exponentials of sums over channels, which carry the rounding of scores.
    pub(super) const ATTENTION: f32 = 2e-5;
    /// Scores go into the hundreds: their own rounding, some 1e-5, is the relative error of probabilities.
    pub(super) const SHARP: f32 = 1e-3;
    /// Numbers whose mean is a hundred deviations from 0: what rounding leaves of the mean, 1e-5, counts as much more.
    pub(super) const FAR_MEAN: f32 = 1e-4;
}

/// Samples of every run, so that the second and the last lie where they should.
const BATCH: usize = 3;

/// The card, or none where the test `name` is to be skipped.
fn card(name: &str) -> Option<Gpu> {
    match block_on(Gpu::open()) {
        Ok(gpu) => Some(gpu),
        Err(error) if std::env::var_os("REQUIRE_GPU").is_some_and(|v| v == "1") => panic!("{name}: {error}"),
        Err(error) => {
            // Past the capture of the test harness, which shows nothing of tests that pass.
            std::io::stderr().write_all(format!("SKIPPED {name}: {error}\n").as_bytes()).unwrap();
            None
        }
    }
}

/// One operation of [`Backend`], or two where one is not to be had alone.
#[derive(Clone, Copy)]
enum Operation<'n> {
    Attention(&'n Attention),
    Norm(&'n Norm, bool),
    Linear(&'n Linear),
    Convolution(&'n Convolution),
    BatchNorm(&'n BatchNorm),
    /// `crop(norm(x)) + crop(linear(x))`, or without the norm.
    AddCropped(Option<(&'n Norm, bool)>, &'n Linear, usize),
    MaxPool(MaxPool),
    Readout,
}

impl<'n> Operation<'n> {
    fn apply<B: Backend<'n>>(self, backend: &mut B, x: &B::Tensor) -> B::Tensor {
        match self {
            Self::Attention(layer) => backend.group_attention(layer, x),
            Self::Norm(layer, swish) => backend.norm(layer, x, swish),
            Self::Linear(layer) => backend.linear(layer, x),
            Self::Convolution(layer) => backend.convolution(layer, x),
            Self::BatchNorm(layer) => backend.batch_norm(layer, x),
            Self::AddCropped(None, linear, crop) => {
                let other = backend.linear(linear, x);
                backend.add_cropped(x, &other, crop)
            }
            Self::AddCropped(Some((norm, swish)), linear, crop) => {
                let (a, b) = (backend.norm(norm, x, swish), backend.linear(linear, x));
                backend.add_cropped(&a, &b, crop)
            }
            Self::MaxPool(layer) => backend.max_pool(layer, x),
            Self::Readout => backend.readout(x),
        }
    }
}

/// A network, for the layers that it has and as a place for parameters, of which there may be more than its own.
struct Place {
    network: Network,
    parameters: Vec<f32>,
}

impl Place {
    fn new(config: Config) -> Self {
        let config = config.validated().unwrap();
        let mut rng = ChaCha8Rng::seed_from_u64(3);
        let parameters = Model::random(config.clone(), 3).parameters().to_vec();
        let parameters = parameters.into_iter().map(|x| x + rng.random_range(-0.2..0.2)).collect();
        Self { network: Network::new(&config), parameters }
    }

    /// So many more parameters: where they begin.
    fn more(&mut self, count: usize) -> usize {
        let mut rng = ChaCha8Rng::seed_from_u64(self.parameters.len() as u64);
        self.parameters.extend((0..count).map(|_| rng.random_range(-1.0f32..1.0)));
        self.parameters.len() - count
    }

    fn linear(&mut self, inputs: usize, outputs: usize, bias: bool, mixing: Option<Mixing>) -> Linear {
        let elements = mixing.as_ref().map_or(1, |mixing| mixing.elements);
        let weight = self.more(outputs * elements * inputs);
        Linear { inputs, outputs, weight, bias: bias.then(|| self.more(outputs)), mixing }
    }

    /// Of maps `[inputs, elements, rows, cols]`, where one element is lifted.
    fn convolution(
        &mut self,
        group: GroupConfig,
        [inputs, elements_in, rows, cols]: [usize; 4],
        [outputs, side, padding]: [usize; 3],
    ) -> Convolution {
        let group = self::group(group);
        Convolution {
            inputs,
            outputs,
            elements_in,
            elements_out: group.order(),
            side,
            padding,
            size: [rows, cols],
            weight: self.more(outputs * inputs * elements_in * side * side),
            taps: taps(&group, elements_in, side, true),
        }
    }

    fn batch_norm(&mut self, channels: usize) -> BatchNorm {
        let [weight, bias, mean, variance] = [(); 4].map(|()| self.more(channels));
        self.parameters[variance..].iter_mut().for_each(|x| *x = x.abs());
        BatchNorm { channels, weight, bias, mean, variance }
    }

    fn norm(&mut self, channels: usize) -> Norm {
        Norm { channels, weight: self.more(channels), bias: self.more(channels) }
    }

    fn tables(&self) -> Vec<Tables<f32>> {
        encode(self.network.attention_layers(), &self.parameters)
    }

    fn program(&self, operation: Operation<'_>, shape: [usize; 4], target: Target) -> Program {
        record(&self.parameters, &self.tables(), shape, target, |recorder, x| operation.apply(recorder, &x))
    }
}

/// One transformer layer on pictures of a shape.
fn config(group: GroupConfig, window: usize, input: [usize; 3]) -> Config {
    Config {
        group,
        input,
        channels: 12,
        heads: 2,
        window,
        blocks: vec![1],
        expansion: vec![1],
        crop: vec![0],
        ..Config::named("r4_sa").unwrap()
    }
}

const C1: GroupConfig = GroupConfig { rotations: 1, mirrors: false };
const C3: GroupConfig = GroupConfig { rotations: 3, mirrors: false };
const C4: GroupConfig = GroupConfig { rotations: 4, mirrors: false };
const D1: GroupConfig = GroupConfig { rotations: 1, mirrors: true };
const D4: GroupConfig = GroupConfig { rotations: 4, mirrors: true };

fn group(GroupConfig { rotations, mirrors }: GroupConfig) -> Group {
    if mirrors { Group::dihedral(rotations) } else { Group::cyclic(rotations) }.unwrap()
}

fn mixing(group: GroupConfig) -> Mixing {
    let group = self::group(group);
    let quotient = group.quotient_table().iter().map(|&i| i as u32).collect();
    Mixing { elements: group.order(), quotient }
}

/// Random numbers round a mean.
fn samples(shape: [usize; 4], mean: f32) -> Vec<f32> {
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    (0..BATCH * shape.iter().product::<usize>()).map(|_| mean + rng.random_range(-1.0f32..1.0)).collect()
}

/// What the card computes of the samples.
fn run(gpu: &Gpu, program: Program, x: &[f32], tamper: Option<Tamper<'_>>) -> Vec<f32> {
    let compiled = block_on(checked(gpu, || Compiled::new(gpu, program, tamper))).unwrap();
    let buffers = block_on(checked(gpu, || compiled.buffers(gpu, Extent::of(BATCH, false)))).unwrap();
    gpu.queue.write_buffer(&buffers.input, 0, bytemuck::cast_slice(x));
    gpu.queue.submit([compiled.encode(gpu, &buffers, BATCH, false)]);
    let bytes = compiled.staging_bytes(BATCH, false);
    let numbers = |bytes: &[u8]| bytemuck::pod_collect_to_vec::<u8, f32>(&bytes[TIMESTAMPS as usize..]);
    let y = block_on(readback::read(gpu, &buffers.staging, bytes, numbers)).unwrap();
    buffers.destroy();
    compiled.destroy();
    y
}

/// What the CPU computes of them.
fn expected(place: &Place, operation: Operation<'_>, shape: [usize; 4], x: &[f32]) -> Vec<f32> {
    let tables = place.tables();
    let mut cpu = Cpu { isa: Isa::best(), parameters: &place.parameters, tables: &tables };
    let mut y = vec![];
    for sample in x.chunks_exact(shape.iter().product()) {
        let mut maps = Maps::any(shape);
        maps.numbers_mut().copy_from_slice(sample);
        y.extend_from_slice(operation.apply(&mut cpu, &maps).numbers());
    }
    y
}

/// The largest difference, relative to the largest number expected; NaN if there is one.
fn worst(found: &[f32], expected: &[f32]) -> f32 {
    assert_eq!(found.len(), expected.len());
    let scale = expected.iter().fold(0f32, |most, x| most.max(x.abs()));
    assert!(scale > 0.0, "nothing but 0 is expected");
    found.iter().zip(expected).fold(0.0, |worst, (a, b)| {
        let difference = (a - b).abs() / scale;
        if difference > worst || difference.is_nan() { difference } else { worst }
    })
}

/// Every way in which a card may be told to do an operation.
fn targets(gpu: &Gpu) -> Vec<Target> {
    let machines = [Machine::Card, Machine::Processor];
    let without = machines.map(|machine| Target { machine, subgroups: false });
    let with = machines.map(|machine| Target { machine, subgroups: true });
    without.into_iter().chain(with.into_iter().filter(|_| gpu.adapter().has_subgroups)).collect()
}

/// Compares in every way that makes other shaders, and checks that these are the shaders that were run.
fn compare(
    gpu: &Gpu,
    place: &Place,
    operation: Operation<'_>,
    shape: [usize; 4],
    mean: f32,
    tolerance: f32,
    shaders: &[&str],
) {
    let x = samples(shape, mean);
    let expected = expected(place, operation, shape, &x);
    let mut seen = BTreeSet::new();
    for target in targets(gpu) {
        let program = place.program(operation, shape, target);
        let used: Vec<_> = Compiled::dispatches(&program).collect();
        assert_eq!(
            used.iter().map(|dispatch| dispatch.shader).collect::<BTreeSet<_>>(),
            BTreeSet::from_iter(shaders.iter().copied())
        );
        if !seen.insert(format!("{used:?}")) {
            continue;
        }
        let found = run(gpu, program, &x, None);
        let difference = worst(&found, &expected);
        assert!(difference <= tolerance, "{shape:?} {target:?}: {difference:e}");
    }
    assert!(!seen.is_empty());
}

const ATTENTION: [&str; 3] = ["group_attention", "group_attention_exact", "linear"];

#[test]
fn lifting_attention_gpu_matches_cpu() {
    let Some(gpu) = card("lifting_attention_gpu_matches_cpu") else { return };
    for (group, window, input) in [
        (C1, 3, [1, 1, 13]),
        (C4, 5, [1, 9, 7]),
        (D4, 3, [3, 7, 9]),
        (C3, 7, [2, 5, 17]),
        (D1, 0, [1, 6, 9]),
        (D4, 0, [3, 5, 6]),
    ] {
        let place = Place::new(config(group, window, input));
        let layer = place.network.attention_layers().next().unwrap();
        let shape = [input[0], 1, input[1], input[2]];
        compare(&gpu, &place, Operation::Attention(layer), shape, 0.0, tolerance::ATTENTION, &ATTENTION);
    }
}

/// The group attention layer of a network, compared.
fn compare_group_attention(gpu: &Gpu, config: Config, tolerance: f32, sharpness: f32) {
    let [_, rows, cols] = config.input;
    let mut place = Place::new(config);
    let layer = place.network.attention_layers().nth(1).unwrap().clone();
    let query = layer.query.weight..layer.query.weight + layer.query.outputs * layer.query.inputs;
    place.parameters[query].iter_mut().for_each(|w| *w *= sharpness);
    let shape = [layer.query.inputs, layer.elements_in, rows, cols];
    compare(gpu, &place, Operation::Attention(&layer), shape, 0.0, tolerance, &ATTENTION);
}

#[test]
fn group_attention_gpu_matches_cpu() {
    let Some(gpu) = card("group_attention_gpu_matches_cpu") else { return };
    for (group, window, size, query) in [
        (C1, 3, [1, 13], QueryRule::All),
        (C4, 5, [9, 7], QueryRule::All),
        (D4, 3, [7, 9], QueryRule::All),
        (C3, 7, [5, 17], QueryRule::Own),
        (C4, 0, [5, 6], QueryRule::All),
    ] {
        let config = config(group, window, [1, size[0], size[1]]).with_query(query);
        compare_group_attention(&gpu, config, tolerance::ATTENTION, 1.0);
    }
    let published = config(D4, 3, [1, 5, 7]).with_index(IndexRule::Published);
    compare_group_attention(&gpu, published, tolerance::ATTENTION, 1.0);
}

#[test]
fn group_attention_in_frames_gpu_matches_cpu() {
    let Some(gpu) = card("group_attention_in_frames_gpu_matches_cpu") else { return };
    for (group, window, size) in [(C4, 3, [7, 9]), (D4, 5, [5, 6]), (C3, 0, [4, 5]), (D4, 0, [1, 9])] {
        let config = config(group, window, [1, size[0], size[1]]).with_query(QueryRule::PerFrame);
        compare_group_attention(&gpu, config, tolerance::ATTENTION, 1.0);
    }
}

#[test]
fn group_attention_exact_gpu_matches_cpu() {
    let Some(gpu) = card("group_attention_exact_gpu_matches_cpu") else { return };
    // Products of factors underflow, and the exact kernel does those queries again.
    for (group, query) in [(C4, QueryRule::All), (D4, QueryRule::Own)] {
        compare_group_attention(&gpu, config(group, 5, [1, 7, 6]).with_query(query), tolerance::SHARP, 200.0);
    }
    // It is needed for that.
    let mut place = Place::new(config(D4, 5, [1, 7, 6]));
    let layer = place.network.attention_layers().nth(1).unwrap().clone();
    let query = layer.query.weight..layer.query.weight + layer.query.outputs * layer.query.inputs;
    place.parameters[query].iter_mut().for_each(|w| *w *= 200.0);
    let (operation, shape) = (Operation::Attention(&layer), [12, 8, 7, 6]);
    let x = samples(shape, 0.0);
    let program = place.program(operation, shape, Target { machine: Machine::Card, subgroups: false });
    let without = |name: &str, source: String| {
        if name != "group_attention_exact" {
            return source;
        }
        assert!(source.contains("while (bits != 0u)"));
        source.replace("while (bits != 0u)", "while (false)")
    };
    let found = run(&gpu, program, &x, Some(&without));
    let difference = worst(&found, &expected(&place, operation, shape, &x));
    let noticed = difference.is_nan() || difference > 10.0 * tolerance::SHARP;
    assert!(noticed, "nothing was done again: {difference:e}");
}

#[test]
fn linear_gpu_matches_cpu() {
    let Some(gpu) = card("linear_gpu_matches_cpu") else { return };
    // Positions: 1, 63, 64, 65, 257, 1028.
    for (inputs, outputs, size, bias) in [
        (1, 1, [1, 1, 1], true),
        (3, 8, [1, 7, 9], false),
        (20, 9, [4, 4, 4], true),
        (7, 17, [1, 5, 13], true),
        (1, 3, [1, 1, 257], false),
        (33, 90, [4, 1, 257], true),
    ] {
        let mut place = Place::new(config(C1, 1, [1, 4, 4]));
        let layer = place.linear(inputs, outputs, bias, None);
        let [n, rows, cols] = size;
        compare(&gpu, &place, Operation::Linear(&layer), [inputs, n, rows, cols], 0.0, tolerance::SUMS, &["linear"]);
    }
    // Frames: each output element takes in all.
    for (group, inputs, outputs, size) in
        [(C4, 5, 3, [7, 9]), (D4, 6, 12, [5, 13]), (C3, 1, 8, [1, 1]), (D4, 3, 1, [1, 257])]
    {
        let mut place = Place::new(config(C1, 1, [1, 4, 4]));
        let mixing = mixing(group);
        let shape = [inputs, mixing.elements, size[0], size[1]];
        let layer = place.linear(inputs, outputs, true, Some(mixing));
        compare(&gpu, &place, Operation::Linear(&layer), shape, 0.0, tolerance::SUMS, &["linear"]);
    }
}

/// Below, at and above a run of 4096 numbers, and one number alone.
const NORM_SHAPES: [[usize; 4]; 8] = [
    [3, 1, 1, 1],
    [1, 1, 7, 9],
    [3, 4, 3, 7],
    [8, 8, 8, 8],
    [5, 4, 13, 17],
    [1, 1, 17, 241],
    [3, 8, 19, 27],
    [7, 1, 1, 257],
];

#[test]
fn norm_gpu_matches_cpu() {
    let Some(gpu) = card("norm_gpu_matches_cpu") else { return };
    for shape in NORM_SHAPES {
        let mut place = Place::new(config(C1, 1, [1, 4, 4]));
        let layer = place.norm(shape[0]);
        for swish in [false, true] {
            let shaders = ["norm", "norm_statistics"];
            compare(&gpu, &place, Operation::Norm(&layer, swish), shape, 0.3, tolerance::NORM, &shaders);
        }
    }
}

#[test]
fn norm_statistics_gpu_matches_cpu() {
    let Some(gpu) = card("norm_statistics_gpu_matches_cpu") else { return };
    // Means of squares less squares of means would have nothing left.
    for shape in NORM_SHAPES.into_iter().filter(|shape| shape.iter().product::<usize>() > 3) {
        let mut place = Place::new(config(C1, 1, [1, 4, 4]));
        let layer = place.norm(shape[0]);
        let shaders = ["norm", "norm_statistics"];
        compare(&gpu, &place, Operation::Norm(&layer, false), shape, 60.0, tolerance::FAR_MEAN, &shaders);
    }
}

#[test]
fn convolution_gpu_matches_cpu() {
    let Some(gpu) = card("convolution_gpu_matches_cpu") else { return };
    for (group, shape, layer) in [
        (C1, [1, 1, 3, 3], [1, 3, 0]),
        (C1, [3, 1, 7, 9], [17, 2, 0]),
        (C4, [1, 1, 28, 28], [19, 3, 0]),
        (C4, [5, 4, 7, 9], [3, 3, 1]),
        (C4, [3, 4, 4, 4], [10, 4, 0]),
        (D4, [2, 8, 6, 11], [5, 4, 3]),
        (D1, [7, 2, 1, 257], [2, 1, 0]),
        (D4, [3, 1, 33, 2], [4, 5, 2]),
    ] {
        let mut place = Place::new(config(C1, 1, [1, 4, 4]));
        let layer = place.convolution(group, shape, layer);
        compare(&gpu, &place, Operation::Convolution(&layer), shape, 0.0, tolerance::SUMS, &["convolution"]);
    }
}

#[test]
fn batch_norm_gpu_matches_cpu() {
    let Some(gpu) = card("batch_norm_gpu_matches_cpu") else { return };
    for shape in [[1, 1, 1, 1], [3, 4, 7, 9], [65, 1, 1, 1], [19, 4, 26, 26], [5, 8, 1, 257]] {
        let mut place = Place::new(config(C1, 1, [1, 4, 4]));
        let layer = place.batch_norm(shape[0]);
        // Some of the numbers have to be above 0.
        place.parameters[layer.bias] = 3.0;
        compare(&gpu, &place, Operation::BatchNorm(&layer), shape, 0.0, tolerance::NORM, &["batch_norm"]);
    }
}

#[test]
fn add_cropped_gpu_matches_cpu() {
    let Some(gpu) = card("add_cropped_gpu_matches_cpu") else { return };
    for (shape, crop) in [
        ([3, 4, 7, 9], 0),
        ([3, 4, 7, 9], 1),
        ([5, 8, 6, 11], 2),
        ([1, 1, 5, 5], 2),
        ([2, 4, 27, 33], 3),
        ([8, 1, 3, 257], 1),
    ] {
        let mut place = Place::new(config(C1, 1, [1, 4, 4]));
        let (norm, linear) = (place.norm(shape[0]), place.linear(shape[0], shape[0], true, None));
        let ready = Operation::AddCropped(None, &linear, crop);
        compare(&gpu, &place, ready, shape, 0.0, tolerance::SUMS, &["linear", "norm"]);
        for swish in [false, true] {
            let normed = Operation::AddCropped(Some((&norm, swish)), &linear, crop);
            compare(&gpu, &place, normed, shape, 0.0, tolerance::NORM, &["linear", "norm", "norm_statistics"]);
        }
    }
}

#[test]
fn max_pool_gpu_matches_cpu() {
    let Some(gpu) = card("max_pool_gpu_matches_cpu") else { return };
    let place = Place::new(config(C1, 1, [1, 4, 4]));
    for shape in [[1, 1, 2, 2], [3, 4, 7, 9], [5, 8, 6, 12], [1, 1, 2, 257], [7, 8, 33, 3], [20, 4, 24, 24]] {
        for rule in [PoolRule::Floor, PoolRule::Centred] {
            let layer = Operation::MaxPool(MaxPool::new(rule, [shape[2], shape[3]]));
            compare(&gpu, &place, layer, shape, 0.0, tolerance::NONE, &["max_pool"]);
            // All negative: nothing but the numbers themselves may win.
            compare(&gpu, &place, layer, shape, -5.0, tolerance::NONE, &["max_pool"]);
        }
    }
}

#[test]
fn readout_gpu_matches_cpu() {
    let Some(gpu) = card("readout_gpu_matches_cpu") else { return };
    let place = Place::new(config(C1, 1, [1, 4, 4]));
    for shape in [[1, 1, 1, 1], [10, 4, 4, 4], [3, 8, 7, 9], [7, 1, 5, 13], [2, 12, 1, 257], [10, 16, 31, 33]] {
        compare(&gpu, &place, Operation::Readout, shape, 0.0, tolerance::SUMS, &["readout"]);
        compare(&gpu, &place, Operation::Readout, shape, -5.0, tolerance::SUMS, &["readout"]);
    }
}

#[test]
fn multiply_add_loop_gpu_matches_cpu() {
    let Some(gpu) = card("multiply_add_loop_gpu_matches_cpu") else { return };
    // Eight times x ← x/2 + 1 a round, four chains of four numbers; all of it exact in f32.
    let program = peak::program(1);
    let x = vec![0.0; BATCH * program.values[0]];
    let found = run(&gpu, program, &x, None);
    let of = |start: f32| (0..8).fold(start, |x, _| x / 2.0 + 1.0);
    let expected: Vec<f32> =
        (0..found.len() / BATCH).map(|id| (0..4).map(|chain| 4.0 * of((id % 7) as f32 + chain as f32)).sum()).collect();
    // The loop has one sample, the first.
    assert_eq!(worst(&found[..expected.len()], &expected), 0.0);
}

#[test]
fn every_operation_has_its_test() {
    let tests = include_str!("operation_tests.rs");
    let shaders = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/backend/gpu/shaders")).unwrap();
    let shaders =
        shaders.filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".wgsl").map(str::to_owned));
    let (_, methods) =
        include_str!("recorder.rs").split_once("impl<'n> Backend<'n> for").expect("the recorder is a backend");
    let methods =
        methods.split("\n    fn ").skip(1).filter_map(|rest| rest.split_once('(')).map(|(name, _)| name.to_owned());
    let (shaders, methods): (BTreeSet<_>, BTreeSet<_>) = (shaders.collect(), methods.collect());
    assert!(shaders.len() >= 8 && methods.len() >= 6, "{shaders:?} {methods:?}");
    for name in shaders.union(&methods) {
        assert!(tests.contains(&format!("#[test]\nfn {name}_gpu_matches_cpu() {{")), "`{name}` has no test of its own");
    }
    assert!(!tests.contains(concat!("fn nothing", "_gpu_matches_cpu")));
}

#[test]
fn one_changed_number_and_a_nan_are_noticed() {
    let right = [0.5, -2.0, 1.0];
    assert_eq!(worst(&right, &right), 0.0);
    for wrong in [1.001, f32::NAN, f32::INFINITY, -1.0] {
        let difference = worst(&[0.5, -2.0, wrong], &right);
        assert!(difference.is_nan() || difference > tolerance::FAR_MEAN, "{wrong}: {difference:e}");
    }
}

#[test]
fn a_wrong_kernel_of_any_operation_is_noticed() {
    let Some(gpu) = card("a_wrong_kernel_of_any_operation_is_noticed") else { return };
    let mut place = Place::new(config(C4, 5, [3, 7, 9]));
    let (norm, linear) = (place.norm(12), place.linear(12, 12, true, None));
    let [lifting, group] = [0, 1].map(|at| place.network.attention_layers().nth(at).unwrap().clone());
    let pool = MaxPool::new(PoolRule::Centred, [7, 9]);
    let convolution = place.convolution(C4, [12, 4, 7, 9], [3, 3, 1]);
    let batch_norm = place.batch_norm(12);
    let faults = [
        (Operation::Attention(&lifting), "group_attention", "content_peak = max(", "content_peak = min("),
        (Operation::Attention(&group), "group_attention", "let key_row = row", "let key_row = 1u + row"),
        (Operation::Norm(&norm, true), "norm", "1.0 + exp(-z)", "1.1 + exp(-z)"),
        (Operation::Norm(&norm, false), "norm_statistics", "difference * difference", "difference"),
        (Operation::Linear(&linear), "linear", "var low0 = bias0;", "var low0 = bias1;"),
        (Operation::Convolution(&convolution), "convolution", "tap / params.side", "tap % params.side"),
        (Operation::BatchNorm(&batch_norm), "batch_norm", "max(z, 0.0)", "max(z, -1.0)"),
        (Operation::MaxPool(pool), "max_pool", "best = max(", "best = min("),
        (Operation::Readout, "readout", "max(best, total)", "min(best, total)"),
    ];
    for (operation, shader, from, to) in faults {
        let is_lifting = matches!(operation, Operation::Attention(layer) if layer.is_lifting());
        let shape = if is_lifting { [3, 1, 7, 9] } else { [12, 4, 7, 9] };
        let x = samples(shape, 0.0);
        let program = place.program(operation, shape, Target { machine: Machine::Card, subgroups: false });
        let found = std::cell::Cell::new(false);
        let tamper = |name: &str, source: String| {
            found.set(found.get() || name == shader && source.contains(from));
            if name == shader { source.replace(from, to) } else { source }
        };
        let y = run(&gpu, program, &x, Some(&tamper));
        assert!(found.get(), "{shader} has no `{from}`");
        let difference = worst(&y, &expected(&place, operation, shape, &x));
        let noticed = difference.is_nan() || difference > 10.0 * tolerance::SHARP;
        assert!(noticed, "{shader} `{to}`: {difference:e}");
    }
}
