//! The CPU engine: ndarray at the seams, vectorised kernels inside, generic over f32 (to run and train) and f64 (to check).

mod aligned;
pub(crate) mod attention;
pub(crate) mod encoding;
mod engine;
pub(crate) mod matmul;
pub(crate) mod norm;
mod peak;
mod simd;

use std::borrow::Cow;

use ndarray::Array4;

pub use attention::Tables;
pub use engine::{AttentionMap, CpuEngine, Trace};
pub use peak::multiply_add_loop;
pub use simd::{Isa, Scalar};

use self::attention::Call;
use self::matmul::{Matrix, Start};
use super::Backend;
use crate::layers;
use crate::network::{Attention, Linear, Network, Norm};

/// The operations of a network on one sample, on this machine's processor.
#[derive(Clone, Copy)]
pub struct Cpu<'p, T> {
    /// Instruction set.
    pub isa: Isa,
    /// All parameters of the network.
    pub parameters: &'p [T],
    /// Encodings of each attention layer.
    pub tables: &'p [Tables<T>],
}

/// The encodings of all attention layers.
pub fn encode<T: Scalar>(network: &Network, parameters: &[T]) -> Vec<Tables<T>> {
    network.attention_layers().map(|layer| encoding::tables(layer, parameters)).collect()
}

/// The numbers of an array in standard layout.
pub(crate) fn numbers<T>(x: &Array4<T>) -> &[T] {
    x.as_slice().expect("every tensor of this backend is in standard layout")
}

pub(crate) fn array<T>(shape: [usize; 4], data: Vec<T>) -> Array4<T> {
    Array4::from_shape_vec(shape, data).expect("the kernels return as many numbers as the shape says")
}

pub(crate) fn shape<T>(x: &Array4<T>) -> [usize; 4] {
    x.shape().try_into().expect("four axes")
}

impl<'p, T: Scalar> Cpu<'p, T> {
    pub(crate) fn attention_call<'a>(&self, layer: &'a Attention, x: &'a Array4<T>) -> Call<'a, T>
    where
        'p: 'a,
    {
        Call { layer, parameters: self.parameters, tables: &self.tables[layer.index], x: numbers(x) }
    }

    fn attention(&self, layer: &Attention, x: &Array4<T>) -> Array4<T> {
        let [rows, cols] = layer.size;
        debug_assert_eq!(x.shape(), [layer.query.inputs, layer.elements_in, rows, cols]);
        let y = attention::forward(self.isa, self.attention_call(layer, x));
        array([layer.out.outputs, layer.elements_out, rows, cols], y)
    }

    pub(crate) fn affine(&self, layer: &Norm, swish: bool) -> norm::Affine<'p, T> {
        norm::Affine {
            weight: &self.parameters[layer.weight..layer.weight + layer.channels],
            bias: &self.parameters[layer.bias..layer.bias + layer.channels],
            swish,
        }
    }

    /// A 1×1 layer as a matrix; see [`Linear::for_each_weight`].
    pub(crate) fn dense(&self, layer: &Linear) -> Dense<'p, T> {
        let n = layer.mixed();
        let weight = &self.parameters[layer.weight..layer.weight + layer.weights()];
        let bias = layer.bias.map(|bias| &self.parameters[bias..bias + layer.outputs]);
        let (outputs, inputs) = (n * layer.outputs, n * layer.inputs);
        if layer.mixing.is_none() {
            return Dense { weight: weight.into(), bias: bias.map(Cow::from), outputs, inputs };
        }
        let mut matrix = vec![T::default(); outputs * inputs];
        layer.for_each_weight(|row, col, at| matrix[row * inputs + col] = weight[at]);
        let repeated = |bias: &[T]| bias.iter().flat_map(|b| std::iter::repeat_n(*b, n)).collect::<Vec<_>>();
        Dense { weight: matrix.into(), bias: bias.map(|bias| repeated(bias).into()), outputs, inputs }
    }
}

/// A 1×1 layer as a matrix on all that one product takes in.
pub(crate) struct Dense<'p, T: Clone> {
    weight: Cow<'p, [T]>,
    bias: Option<Cow<'p, [T]>>,
    /// Rows.
    pub(crate) outputs: usize,
    /// Columns.
    pub(crate) inputs: usize,
}

impl<T: Scalar> Dense<'_, T> {
    /// `[outputs, inputs]`
    pub(crate) fn matrix(&self) -> Matrix<'_, T> {
        Matrix::new(&self.weight, self.outputs, self.inputs)
    }
}

impl<'n, T: Scalar> Backend<'n> for Cpu<'_, T> {
    type Tensor = Array4<T>;

    fn lifting_attention(&mut self, layer: &'n Attention, x: &Array4<T>) -> Array4<T> {
        self.attention(layer, x)
    }

    fn group_attention(&mut self, layer: &'n Attention, x: &Array4<T>) -> Array4<T> {
        self.attention(layer, x)
    }

    fn norm(&mut self, layer: &'n Norm, x: &Array4<T>, swish: bool) -> Array4<T> {
        array(shape(x), norm::forward(self.isa, numbers(x), self.affine(layer, swish)).0)
    }

    fn linear(&mut self, layer: &'n Linear, x: &Array4<T>) -> Array4<T> {
        let [_, elements, rows, cols] = shape(x);
        let dense = self.dense(layer);
        let pixels = elements * rows * cols / layer.mixed();
        let mut y = vec![T::default(); dense.outputs * pixels];
        let start = dense.bias.as_deref().map_or(Start::Zero, Start::Bias);
        matmul::multiply(self.isa, dense.matrix(), numbers(x), pixels, start, &mut y);
        array([layer.outputs, elements, rows, cols], y)
    }

    fn add_cropped(&mut self, a: &Array4<T>, b: &Array4<T>, crop: usize) -> Array4<T> {
        layers::crop::add_cropped(a.view(), b.view(), crop)
    }

    fn max_pool(&mut self, x: &Array4<T>) -> Array4<T> {
        layers::pool::max_pool(x.view()).0
    }

    fn readout(&mut self, x: &Array4<T>) -> Array4<T> {
        layers::readout::readout(x.view()).0
    }
}
