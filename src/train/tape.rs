//! The backward pass: a backend that runs the network on the CPU, remembers what it did, and undoes it in reverse.

use ndarray::{ArrayView3, ArrayViewMut4};

use super::loss::cross_entropy;
use crate::backend::cpu::linear::{self, Start};
use crate::backend::cpu::norm::Statistics;
use crate::backend::cpu::scratch::Scratch;
use crate::backend::cpu::{
    Cpu, Maps, Scalar, Tables, add_cropped, encoding_net, group_attention, max_pool, norm, pooled, readout,
};
use crate::layers::{Attention, Backend, Linear, MaxPool, Norm};
use crate::network::Network;

/// Gradients of everything that is learnt, and of the encodings on the way there.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradients<T> {
    /// As the flat list of parameters.
    pub parameters: Vec<T>,
    /// Of the encodings of each attention layer.
    pub tables: Vec<Tables<T>>,
}

impl<T: Scalar> Gradients<T> {
    /// All zero.
    pub fn zero(parameters: usize, tables: &[Tables<T>]) -> Self {
        let zeros = |x: &[T]| vec![T::default(); x.len()];
        let tables = tables.iter().map(|t| Tables { rows: zeros(&t.rows), cols: zeros(&t.cols) }).collect();
        Self { parameters: vec![T::default(); parameters], tables }
    }

    /// Adds another.
    pub fn add(&mut self, other: &Self) {
        let add = |a: &mut [T], b: &[T]| a.iter_mut().zip(b).for_each(|(a, b)| *a += *b);
        add(&mut self.parameters, &other.parameters);
        for (a, b) in self.tables.iter_mut().zip(&other.tables) {
            add(&mut a.rows, &b.rows);
            add(&mut a.cols, &b.cols);
        }
    }
}

/// Loss and logits of one sample; adds `weight` times the loss's gradient to `gradients`.
///
/// # Shapes
/// - image: [C, H, W], fed as it is
pub fn sample_gradient<T: Scalar>(
    network: &Network,
    cpu: Cpu<'_, T>,
    image: ArrayView3<'_, T>,
    label: usize,
    smoothing: f64,
    weight: T,
    gradients: &mut Gradients<T>,
) -> (T, Vec<T>) {
    let mut tape = Tape { cpu, nodes: vec![] };
    let input = tape.push(Maps::of_image(image, |x| x), Operation::Input);
    let output = network.forward(&mut tape, input, |_, _, _| ());
    let logits = tape.nodes[output].value.numbers().to_vec();
    let mut dlogits = Maps::zeros([logits.len(), 1, 1, 1]);
    let loss = cross_entropy(&logits, label, smoothing, dlogits.numbers_mut());
    for d in dlogits.numbers_mut() {
        *d *= weight;
    }
    tape.backward(dlogits, gradients);
    (loss, logits)
}

/// From the gradients of the encodings, summed over samples, to those of the parameters that they are computed from.
pub fn backward_encodings<T: Scalar>(network: &Network, parameters: &[T], gradients: &mut Gradients<T>) {
    for (layer, dtables) in network.attention_layers().zip(&gradients.tables) {
        encoding_net::backward(layer, parameters, dtables, &mut gradients.parameters);
    }
}

/// What made a tensor, with what its backward needs.
enum Operation<'n, T> {
    Input,
    Attention { layer: &'n Attention, x: usize },
    Norm { layer: &'n Norm, x: usize, swish: bool, statistics: Statistics<T> },
    Linear { layer: &'n Linear, x: usize },
    AddCropped { a: usize, b: usize, crop: usize },
    MaxPool { layer: MaxPool, x: usize, chosen: Scratch<u8> },
    Readout { x: usize, chosen: Scratch<usize> },
}

struct Node<'n, T> {
    value: Maps<T>,
    operation: Operation<'n, T>,
}

struct Tape<'p, 'n, T> {
    cpu: Cpu<'p, T>,
    nodes: Vec<Node<'n, T>>,
}

impl<'n, T: Scalar> Tape<'_, 'n, T> {
    fn push(&mut self, value: Maps<T>, operation: Operation<'n, T>) -> usize {
        self.nodes.push(Node { value, operation });
        self.nodes.len() - 1
    }

    /// From the gradient of the last tensor to those of the parameters.
    fn backward(self, dlast: Maps<T>, gradients: &mut Gradients<T>) {
        let Self { cpu, nodes } = self;
        let mut pending: Vec<Option<Maps<T>>> = nodes.iter().map(|_| None).collect();
        *pending.last_mut().expect("something was run") = Some(dlast);
        for (at, node) in nodes.iter().enumerate().rev() {
            // A tensor that nothing was made of has no gradient.
            let Some(dy) = pending[at].take() else { continue };
            let mut give = |to: usize, dx: Maps<T>| match &mut pending[to] {
                Some(sum) => sum.numbers_mut().iter_mut().zip(dx.numbers()).for_each(|(sum, dx)| *sum += *dx),
                empty => *empty = Some(dx),
            };
            let zeros = |of: usize| Maps::zeros(nodes[of].value.shape());
            match &node.operation {
                Operation::Input => {}
                Operation::Attention { layer, x } => {
                    let call = cpu.attention_call(layer, &nodes[*x].value);
                    let own = group_attention::Gradients {
                        parameters: &mut gradients.parameters,
                        tables: &mut gradients.tables[layer.index],
                    };
                    let mut dx = zeros(*x);
                    group_attention::backward(cpu.isa, call, dy.numbers(), own, dx.numbers_mut());
                    give(*x, dx);
                }
                Operation::Norm { layer, x, swish, statistics } => {
                    let value = &nodes[*x].value;
                    let affine = cpu.affine(layer, *swish);
                    // The network lays out each norm's weight right before its bias.
                    let (dweight, dbias) =
                        gradients.parameters[layer.weight..layer.bias + layer.channels].split_at_mut(layer.channels);
                    let (mut dx, value, dy) = (zeros(*x), value.numbers(), dy.numbers());
                    norm::backward(cpu.isa, value, affine, *statistics, dy, dx.numbers_mut(), dweight, dbias);
                    give(*x, dx);
                }
                Operation::Linear { layer, x } => {
                    let input = nodes[*x].value.numbers();
                    let dy = dy.numbers();
                    let dense = cpu.dense(layer);
                    let sides = [dense.outputs, dense.inputs];
                    let pixels = input.len() / dense.inputs;
                    // y = W x + b  ⇒  dx = Wᵀ dy, dW = dy xᵀ, db = Σ dy
                    let mut dx = zeros(*x);
                    let weight = dense.matrix().transposed();
                    linear::multiply(cpu.isa, weight, dy, pixels, Start::Zero, dx.numbers_mut());
                    let dw = &mut gradients.parameters[layer.weight..layer.weight + layer.weights()];
                    if layer.mixing.is_none() {
                        linear::weight_gradient(cpu.isa, dy, input, pixels, sides, dense.inputs, dw);
                    } else {
                        let mut all = Scratch::zeros(dense.outputs * dense.inputs);
                        linear::weight_gradient(cpu.isa, dy, input, pixels, sides, dense.inputs, &mut all);
                        layer.for_each_weight(|row, col, at| dw[at] += all[row * dense.inputs + col]);
                    }
                    if let Some(bias) = layer.bias {
                        let db = &mut gradients.parameters[bias..bias + layer.outputs];
                        linear::add_sums(dy, dy.len() / layer.outputs, db);
                    }
                    give(*x, dx);
                }
                Operation::AddCropped { a, b, crop } => {
                    for to in [*a, *b] {
                        let mut d = zeros(to);
                        let view = ArrayViewMut4::from_shape(d.shape(), d.numbers_mut());
                        add_cropped::backward(dy.view(), *crop, view.expect("its own shape"));
                        give(to, d);
                    }
                }
                Operation::MaxPool { layer, x, chosen } => {
                    let mut dx = zeros(*x);
                    max_pool::backward(*layer, dy.numbers(), chosen, dx.numbers_mut());
                    give(*x, dx);
                }
                Operation::Readout { x, chosen } => {
                    let mut dx = zeros(*x);
                    let [_, elements, ..] = dx.shape();
                    readout::backward(dy.numbers(), chosen, elements, dx.numbers_mut());
                    give(*x, dx);
                }
            }
        }
    }
}

impl<'n, T: Scalar> Backend<'n> for Tape<'_, 'n, T> {
    type Tensor = usize;

    fn group_attention(&mut self, layer: &'n Attention, x: &usize) -> usize {
        let value = self.cpu.group_attention(layer, &self.nodes[*x].value);
        self.push(value, Operation::Attention { layer, x: *x })
    }

    fn norm(&mut self, layer: &'n Norm, x: &usize, swish: bool) -> usize {
        let value = &self.nodes[*x].value;
        let mut y = Maps::any(value.shape());
        let affine = self.cpu.affine(layer, swish);
        let statistics = norm::forward(self.cpu.isa, value.numbers(), affine, y.numbers_mut());
        self.push(y, Operation::Norm { layer, x: *x, swish, statistics })
    }

    fn linear(&mut self, layer: &'n Linear, x: &usize) -> usize {
        let value = self.cpu.linear(layer, &self.nodes[*x].value);
        self.push(value, Operation::Linear { layer, x: *x })
    }

    fn add_cropped(&mut self, a: &usize, b: &usize, crop: usize) -> usize {
        let value = self.cpu.add_cropped(&self.nodes[*a].value, &self.nodes[*b].value, crop);
        self.push(value, Operation::AddCropped { a: *a, b: *b, crop })
    }

    fn max_pool(&mut self, layer: MaxPool, x: &usize) -> usize {
        let value = &self.nodes[*x].value;
        let mut y = Maps::any(pooled(value.shape()));
        let mut chosen = Scratch::zeros(y.numbers().len());
        max_pool::forward(layer, value.numbers(), y.numbers_mut(), |at, place| chosen[at] = place);
        self.push(y, Operation::MaxPool { layer, x: *x, chosen })
    }

    fn readout(&mut self, x: &usize) -> usize {
        let value = &self.nodes[*x].value;
        let [channels, ..] = value.shape();
        let mut y = Maps::any([channels, 1, 1, 1]);
        let mut chosen = Scratch::zeros(channels);
        readout::forward(value.view(), y.numbers_mut(), |channel, element| chosen[channel] = element);
        self.push(y, Operation::Readout { x: *x, chosen })
    }
}
