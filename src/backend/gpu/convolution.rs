//! The dispatches of networks of convolutions.

use bytemuck::{Pod, Zeroable};

use super::operations::{OUTPUTS, stride_grid, word};
use super::program::{Binding, Dispatch, Value};
use super::template::Constants;
use crate::layers::{BatchNorm, Convolution};

/// `Params` of convolution.wgsl.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub(super) struct ConvolutionParams {
    pub(super) maps: u32,
    pub(super) outputs: u32,
    pub(super) rows: u32,
    pub(super) cols: u32,
    pub(super) side: u32,
    pub(super) padding: u32,
    pub(super) weight: u32,
}

/// `Params` of batch_norm.wgsl.
#[repr(C)]
#[derive(Clone, Copy, Debug, Pod, Zeroable)]
pub(super) struct BatchNormParams {
    pub(super) channels: u32,
    pub(super) positions: u32,
    pub(super) weight: u32,
    pub(super) bias: u32,
    pub(super) mean: u32,
    pub(super) variance: u32,
    pub(super) epsilon: f32,
}

/// The filter of every output element, in the order of convolution.wgsl: `[outputs / 8, maps, side, side, 8 outputs]`.
pub(super) fn packed_filters(layer: &Convolution, parameters: &[f32]) -> Vec<f32> {
    let Convolution { inputs, outputs, elements_out, .. } = *layer;
    let (filter, rows) = (layer.filter(), outputs * elements_out);
    let block = inputs * filter * OUTPUTS;
    let mut packed = vec![0.0; rows.div_ceil(OUTPUTS) * block];
    for row in 0..rows {
        let (o, h) = (row / elements_out, row % elements_out);
        for c in 0..inputs {
            for (at, tap) in layer.taps_of(h).iter().enumerate() {
                let to = row / OUTPUTS * block + (c * filter + *tap as usize) * OUTPUTS + row % OUTPUTS;
                packed[to] = parameters[layer.weight + (o * inputs + c) * filter + at];
            }
        }
    }
    packed
}

/// `weight` is where [`packed_filters`] lie, in fours.
pub(super) fn convolution(layer: &Convolution, weight: usize, x: Value, y: Value) -> Dispatch {
    let [rows, cols] = layer.size;
    let [rows_out, cols_out] = layer.size_out();
    let params = ConvolutionParams {
        maps: word(layer.inputs * layer.elements_in),
        outputs: word(layer.outputs * layer.elements_out),
        rows: word(rows),
        cols: word(cols),
        side: word(layer.side),
        padding: word(layer.padding),
        weight: word(weight),
    };
    Dispatch {
        shader: "convolution",
        source: include_str!("shaders/convolution.wgsl"),
        constants: Constants::from([("PADDED", u32::from(layer.padding > 0))]),
        params: bytemuck::bytes_of(&params).to_vec(),
        bindings: vec![Binding::Parameters, Binding::Read(x), Binding::Write(y)],
        grid: [word((rows_out * cols_out).div_ceil(256)), params.outputs.div_ceil(word(OUTPUTS))],
    }
}

pub(super) fn batch_norm(
    layer: &BatchNorm,
    [channels, elements, rows, cols]: [usize; 4],
    x: Value,
    y: Value,
) -> Dispatch {
    let positions = elements * rows * cols;
    let params = BatchNormParams {
        channels: word(channels),
        positions: word(positions),
        weight: word(layer.weight),
        bias: word(layer.bias),
        mean: word(layer.mean),
        variance: word(layer.variance),
        epsilon: BatchNorm::EPSILON as f32,
    };
    Dispatch {
        shader: "batch_norm",
        source: include_str!("shaders/batch_norm.wgsl"),
        constants: Constants::new(),
        params: bytemuck::bytes_of(&params).to_vec(),
        bindings: vec![Binding::Parameters, Binding::Read(x), Binding::Write(y)],
        grid: [stride_grid(channels * positions), 1],
    }
}
