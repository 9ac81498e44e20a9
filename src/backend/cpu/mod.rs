//! The processor: ndarray at the seams, vectorised kernels inside, generic over f32 (to run and train) and f64 (to check).

pub(crate) mod add_cropped;
pub(crate) mod batch_norm;
pub(crate) mod convolution;
pub(crate) mod encoding_net;
pub(crate) mod group_attention;
pub(crate) mod linear;
mod maps;
pub(crate) mod max_pool;
pub(crate) mod norm;
mod peak;
pub(crate) mod readout;
pub(crate) mod real;
pub(crate) mod scratch;
mod simd;

pub use group_attention::{AttentionParts, Tables};
pub use maps::Maps;
pub use peak::multiply_add_loop;
pub use simd::{Isa, Scalar};

use self::group_attention::Call;
use self::linear::{Matrix, Start};
use self::scratch::Scratch;
use crate::layers::{self, Attention, Backend, BatchNorm, Convolution, Linear, MaxPool, Norm, cropped};

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

/// The encodings of attention layers, in their order.
pub fn encode<'n, T: Scalar>(layers: impl Iterator<Item = &'n Attention>, parameters: &[T]) -> Vec<Tables<T>> {
    layers.map(|layer| encoding_net::tables(layer, parameters)).collect()
}

impl<'p, T: Scalar> Cpu<'p, T> {
    pub(crate) fn attention_call<'a>(&self, layer: &'a Attention, x: &'a Maps<T>) -> Call<'a, T>
    where
        'p: 'a,
    {
        Call { layer, parameters: self.parameters, tables: &self.tables[layer.index], x: x.numbers() }
    }

    /// ψ
    pub(crate) fn filter(&self, layer: &Convolution) -> &'p [T] {
        &self.parameters[layer.weight..layer.weight + layer.weights()]
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
            return Dense { weight: Weight::Own(weight), bias: bias.map(Weight::Own), outputs, inputs };
        }
        let mut matrix = Scratch::zeros(outputs * inputs);
        layer.for_each_weight(|row, col, at| matrix[row * inputs + col] = weight[at]);
        let repeated = |bias: &[T]| {
            let mut all = Scratch::with_capacity(outputs);
            bias.iter().for_each(|b| (0..n).for_each(|_| all.push(*b)));
            all
        };
        let bias = bias.map(|bias| Weight::Spread(repeated(bias)));
        Dense { weight: Weight::Spread(matrix), bias, outputs, inputs }
    }
}

/// Numbers of a 1×1 layer.
enum Weight<'p, T> {
    /// As they stand among the parameters.
    Own(&'p [T]),
    /// Each as often as the layer uses it.
    Spread(Scratch<T>),
}

impl<T> std::ops::Deref for Weight<'_, T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        match self {
            Self::Own(numbers) => numbers,
            Self::Spread(numbers) => numbers,
        }
    }
}

/// A 1×1 layer as a matrix on all that one product takes in.
pub(crate) struct Dense<'p, T> {
    weight: Weight<'p, T>,
    bias: Option<Weight<'p, T>>,
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
    type Tensor = Maps<T>;

    fn group_attention(&mut self, layer: &'n Attention, x: &Maps<T>) -> Maps<T> {
        let [rows, cols] = layer.size;
        debug_assert_eq!(x.shape(), [layer.query.inputs, layer.elements_in, rows, cols]);
        let mut y = Maps::any([layer.out.outputs, layer.elements_out, rows, cols]);
        group_attention::forward(self.isa, self.attention_call(layer, x), y.numbers_mut());
        y
    }

    fn norm(&mut self, layer: &'n Norm, x: &Maps<T>, swish: bool) -> Maps<T> {
        let mut y = Maps::any(x.shape());
        norm::forward(self.isa, x.numbers(), self.affine(layer, swish), y.numbers_mut());
        y
    }

    fn linear(&mut self, layer: &'n Linear, x: &Maps<T>) -> Maps<T> {
        let [_, elements, rows, cols] = x.shape();
        let dense = self.dense(layer);
        let pixels = elements * rows * cols / layer.mixed();
        let mut y = Maps::any([layer.outputs, elements, rows, cols]);
        let start = dense.bias.as_deref().map_or(Start::Zero, Start::Bias);
        linear::multiply(self.isa, dense.matrix(), x.numbers(), pixels, start, y.numbers_mut());
        y
    }

    fn convolution(&mut self, layer: &'n Convolution, x: &Maps<T>) -> Maps<T> {
        let [rows, cols] = layer.size_out();
        let mut y = Maps::any([layer.outputs, layer.elements_out, rows, cols]);
        convolution::forward(self.isa, layer, self.filter(layer), x.numbers(), y.numbers_mut());
        y
    }

    fn batch_norm(&mut self, layer: &'n BatchNorm, x: &Maps<T>) -> Maps<T> {
        let mut y = Maps::any(x.shape());
        batch_norm::forward(self.isa, layer, self.parameters, x.numbers(), y.numbers_mut());
        y
    }

    fn add_cropped(&mut self, a: &Maps<T>, b: &Maps<T>, crop: usize) -> Maps<T> {
        let [channels, elements, rows, cols] = a.shape();
        let [rows, cols] = cropped([rows, cols], crop);
        let mut y = Maps::any([channels, elements, rows, cols]);
        add_cropped::forward(a.view(), b.view(), crop, y.numbers_mut());
        y
    }

    fn max_pool(&mut self, layer: MaxPool, x: &Maps<T>) -> Maps<T> {
        let mut y = Maps::any(pooled(x.shape()));
        max_pool::forward(layer, x.numbers(), y.numbers_mut(), |_, _| ());
        y
    }

    fn readout(&mut self, x: &Maps<T>) -> Maps<T> {
        let mut y = Maps::any([x.shape()[0], 1, 1, 1]);
        readout::forward(x.view(), y.numbers_mut(), |_, _| ());
        y
    }
}

/// The shape after max-pooling.
pub(crate) fn pooled([channels, elements, rows, cols]: [usize; 4]) -> [usize; 4] {
    let [rows, cols] = layers::pooled([rows, cols]);
    [channels, elements, rows, cols]
}
