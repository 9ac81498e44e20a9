//! Runs a network and keeps the input of one attention layer.

use ndarray::Array4;

use crate::backend::cpu::{Cpu, Maps};
use crate::layers::{Attention, Backend, Linear, Norm};

/// Runs a network and keeps the input of one attention layer.
pub(super) struct Recorder<'e> {
    pub(super) cpu: Cpu<'e, f32>,
    /// Which attention layer.
    pub(super) wanted: usize,
    pub(super) input: &'e mut Option<Array4<f32>>,
}

impl Recorder<'_> {
    fn keep(&mut self, layer: usize, x: &Maps<f32>) {
        if layer == self.wanted {
            *self.input = Some(x.view().to_owned());
        }
    }
}

impl<'n> Backend<'n> for Recorder<'_> {
    type Tensor = Maps<f32>;

    fn group_attention(&mut self, layer: &'n Attention, x: &Maps<f32>) -> Maps<f32> {
        self.keep(layer.index, x);
        self.cpu.group_attention(layer, x)
    }
    fn norm(&mut self, layer: &'n Norm, x: &Maps<f32>, swish: bool) -> Maps<f32> {
        self.cpu.norm(layer, x, swish)
    }
    fn linear(&mut self, layer: &'n Linear, x: &Maps<f32>) -> Maps<f32> {
        self.cpu.linear(layer, x)
    }
    fn add_cropped(&mut self, a: &Maps<f32>, b: &Maps<f32>, crop: usize) -> Maps<f32> {
        self.cpu.add_cropped(a, b, crop)
    }
    fn max_pool(&mut self, x: &Maps<f32>) -> Maps<f32> {
        self.cpu.max_pool(x)
    }
    fn readout(&mut self, x: &Maps<f32>) -> Maps<f32> {
        self.cpu.readout(x)
    }
}
