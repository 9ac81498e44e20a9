//! The dispatches of everything but attention: 1×1 layers, normalisation, pooling, readout.

use bytemuck::{Pod, Zeroable};

use super::program::{Binding, Dispatch, Value};
use super::template::Constants;
use crate::layers::{Linear, MaxPool, Norm, cropped, pooled};

/// `Params` of linear.wgsl.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub(super) struct LinearParams {
    pub(super) inputs: u32,
    pub(super) outputs: u32,
    pub(super) positions: u32,
    pub(super) weight: u32,
}

/// `Params` of norm_statistics.wgsl.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub(super) struct StatisticsParams {
    pub(super) numbers: u32,
}

/// `Params` of norm.wgsl.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub(super) struct NormParams {
    pub(super) channels: u32,
    pub(super) elements: u32,
    pub(super) rows: u32,
    pub(super) cols: u32,
    pub(super) crop: u32,
    pub(super) weight: u32,
    pub(super) bias: u32,
    pub(super) runs: u32,
    pub(super) epsilon: f32,
}

/// `Params` of max_pool.wgsl.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub(super) struct MaxPoolParams {
    pub(super) maps: u32,
    pub(super) rows: u32,
    pub(super) cols: u32,
    pub(super) tall: u32,
    pub(super) wide: u32,
}

/// `Params` of readout.wgsl.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub(super) struct ReadoutParams {
    pub(super) elements: u32,
    pub(super) pixels: u32,
}

/// Numbers that one workgroup of norm_statistics takes.
const RUN: usize = 4096;

/// Outputs that one invocation of linear, or of convolution, computes.
pub(super) const OUTPUTS: usize = 8;

/// A number of 32 bits. All sizes are limited by [`Config`](crate::Config) and by the size of a binding.
pub(super) fn word(x: usize) -> u32 {
    u32::try_from(x).expect("sizes are limited")
}

/// Workgroups of 256 for a loop over `count` numbers.
pub(super) fn stride_grid(count: usize) -> u32 {
    word(count.div_ceil(256)).min(65535)
}

/// Layers of one input as one matrix: its weights in the order of linear.wgsl, `[outputs / 8, bias and then inputs, 8 outputs]`.
/// Where a layer mixes group elements, outputs and inputs are those of all elements.
pub(super) fn packed_weights(layers: &[&Linear], parameters: &[f32]) -> Vec<f32> {
    let inputs = layers[0].mixed() * layers[0].inputs;
    let mut rows: Vec<(Vec<f32>, f32)> = vec![];
    for layer in layers {
        let (first, n) = (rows.len(), layer.mixed());
        let bias = |row: usize| layer.bias.map_or(0.0, |bias| parameters[bias + row / n]);
        rows.extend((0..n * layer.outputs).map(|row| (vec![0.0; inputs], bias(row))));
        layer.for_each_weight(|row, col, at| rows[first + row].0[col] = parameters[layer.weight + at]);
    }
    let mut packed = Vec::with_capacity(rows.len().next_multiple_of(OUTPUTS) * (inputs + 1));
    for block in rows.chunks(OUTPUTS) {
        let missing = OUTPUTS - block.len();
        packed.extend(block.iter().map(|(_, bias)| bias));
        packed.extend(std::iter::repeat_n(0.0, missing));
        for i in 0..inputs {
            packed.extend(block.iter().map(|(weights, _)| weights[i]));
            packed.extend(std::iter::repeat_n(0.0, missing));
        }
    }
    packed
}

/// `y [outputs, positions]` of `x [inputs, positions]`; `weight` is where [`packed_weights`] lie, in fours.
pub(super) fn linear(params: LinearParams, x: Value, y: Value) -> Dispatch {
    Dispatch {
        shader: "linear",
        source: include_str!("shaders/linear.wgsl"),
        constants: Constants::new(),
        params: bytemuck::bytes_of(&params).to_vec(),
        bindings: vec![Binding::Parameters, Binding::Read(x), Binding::Write(y)],
        grid: [params.positions.div_ceil(256), params.outputs.div_ceil(word(OUTPUTS))],
    }
}

/// Workgroups of norm_statistics for `numbers` numbers.
pub(super) fn runs(numbers: usize) -> usize {
    numbers.div_ceil(RUN)
}

/// What both shaders that add over a workgroup are told.
fn sums(subgroups: bool) -> Constants {
    Constants::from([("SUBGROUPS", u32::from(subgroups))])
}

pub(super) fn statistics(numbers: usize, subgroups: bool, x: Value, y: Value) -> Dispatch {
    Dispatch {
        shader: "norm_statistics",
        source: include_str!("shaders/norm_statistics.wgsl"),
        constants: sums(subgroups),
        params: bytemuck::bytes_of(&StatisticsParams { numbers: word(numbers) }).to_vec(),
        bindings: vec![Binding::Read(x), Binding::Write(y)],
        grid: [word(runs(numbers)), 1],
    }
}

/// What [`norm`] does besides copying.
#[derive(Clone, Copy, Debug)]
pub(super) struct Normalise<'n> {
    pub(super) layer: &'n Norm,
    pub(super) swish: bool,
    pub(super) statistics: Value,
}

/// `y = crop(norm(x)) + crop(other)`, either part left out where it is not given.
pub(super) fn norm(
    normalise: Option<Normalise<'_>>,
    other: Option<Value>,
    [channels, elements, rows, cols]: [usize; 4],
    crop: usize,
    x: Value,
    y: Value,
) -> Dispatch {
    let inner = cropped([rows, cols], crop);
    let params = NormParams {
        channels: word(channels),
        elements: word(elements),
        rows: word(rows),
        cols: word(cols),
        crop: word(crop),
        weight: normalise.map_or(0, |n| word(n.layer.weight)),
        bias: normalise.map_or(0, |n| word(n.layer.bias)),
        runs: word(runs(channels * elements * rows * cols)),
        epsilon: Norm::EPSILON as f32,
    };
    let constants = Constants::from([
        ("NORM", u32::from(normalise.is_some())),
        ("SWISH", u32::from(normalise.is_some_and(|n| n.swish))),
        ("ADD", u32::from(other.is_some())),
    ]);
    // Where there is nothing to bind, x stands in.
    let read = |value: Option<Value>| Binding::Read(value.unwrap_or(x));
    Dispatch {
        shader: "norm",
        source: include_str!("shaders/norm.wgsl"),
        constants,
        params: bytemuck::bytes_of(&params).to_vec(),
        bindings: vec![
            Binding::Parameters,
            Binding::Read(x),
            read(normalise.map(|n| n.statistics)),
            read(other),
            Binding::Write(y),
        ],
        grid: [word((channels * elements * inner[0] * inner[1]).div_ceil(RUN)).min(65535), 1],
    }
}

pub(super) fn max_pool(layer: MaxPool, maps: usize, x: Value, y: Value) -> Dispatch {
    let MaxPool { size, window: [tall, wide] } = layer;
    let ([rows, cols], [pooled_rows, pooled_cols]) = (size, pooled(size));
    let params =
        MaxPoolParams { maps: word(maps), rows: word(rows), cols: word(cols), tall: word(tall), wide: word(wide) };
    Dispatch {
        shader: "max_pool",
        source: include_str!("shaders/max_pool.wgsl"),
        constants: Constants::new(),
        params: bytemuck::bytes_of(&params).to_vec(),
        bindings: vec![Binding::Read(x), Binding::Write(y)],
        grid: [stride_grid(maps * pooled_rows * pooled_cols), 1],
    }
}

pub(super) fn readout([channels, elements, rows, cols]: [usize; 4], subgroups: bool, x: Value, y: Value) -> Dispatch {
    let params = ReadoutParams { elements: word(elements), pixels: word(rows * cols) };
    Dispatch {
        shader: "readout",
        source: include_str!("shaders/readout.wgsl"),
        constants: sums(subgroups),
        params: bytemuck::bytes_of(&params).to_vec(),
        bindings: vec![Binding::Read(x), Binding::Write(y)],
        grid: [word(channels), 1],
    }
}
