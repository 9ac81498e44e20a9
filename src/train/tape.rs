//! The backward pass: a backend that runs the network on the CPU, remembers what it did, and undoes it in reverse.

use ndarray::{Array4, ArrayView3, Axis};

use super::loss::cross_entropy;
use crate::backend::Backend;
use crate::backend::cpu::matmul::{self, Start};
use crate::backend::cpu::norm::Statistics;
use crate::backend::cpu::{Cpu, Scalar, Tables, array, attention, encoding, norm, numbers, shape};
use crate::layers;
use crate::network::{Attention, Linear, Network, Norm};

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
    let x = image.as_standard_layout().into_owned().insert_axis(Axis(1));
    let input = tape.push(x, Operation::Input);
    let output = network.forward(&mut tape, input, |_, _, _| ());
    let logits = numbers(&tape.nodes[output].value).to_vec();
    let mut dlogits = vec![T::default(); logits.len()];
    let loss = cross_entropy(&logits, label, smoothing, &mut dlogits);
    for d in &mut dlogits {
        *d *= weight;
    }
    tape.backward(array([logits.len(), 1, 1, 1], dlogits), gradients);
    (loss, logits)
}

/// From the gradients of the encodings, summed over samples, to those of the parameters that they are computed from.
pub fn backward_encodings<T: Scalar>(network: &Network, parameters: &[T], gradients: &mut Gradients<T>) {
    for (layer, dtables) in network.attention_layers().zip(&gradients.tables) {
        encoding::backward(layer, parameters, dtables, &mut gradients.parameters);
    }
}

/// What made a tensor, with what its backward needs.
enum Operation<'n, T> {
    Input,
    Attention { layer: &'n Attention, x: usize },
    Norm { layer: &'n Norm, x: usize, swish: bool, statistics: Statistics<T> },
    Linear { layer: &'n Linear, x: usize },
    AddCropped { a: usize, b: usize, crop: usize },
    MaxPool { x: usize, chosen: Array4<u8> },
    Readout { x: usize, chosen: Vec<usize> },
}

struct Node<'n, T> {
    value: Array4<T>,
    operation: Operation<'n, T>,
}

struct Tape<'p, 'n, T> {
    cpu: Cpu<'p, T>,
    nodes: Vec<Node<'n, T>>,
}

impl<'n, T: Scalar> Tape<'_, 'n, T> {
    fn push(&mut self, value: Array4<T>, operation: Operation<'n, T>) -> usize {
        self.nodes.push(Node { value, operation });
        self.nodes.len() - 1
    }

    /// From the gradient of the last tensor to those of the parameters.
    fn backward(self, dlast: Array4<T>, gradients: &mut Gradients<T>) {
        let Self { cpu, nodes } = self;
        let mut pending: Vec<Option<Array4<T>>> = nodes.iter().map(|_| None).collect();
        *pending.last_mut().expect("something was run") = Some(dlast);
        for (at, node) in nodes.iter().enumerate().rev() {
            // A tensor that nothing was made of has no gradient.
            let Some(dy) = pending[at].take() else { continue };
            let mut give = |to: usize, dx: Array4<T>| match &mut pending[to] {
                Some(sum) => *sum += &dx,
                empty => *empty = Some(dx),
            };
            match &node.operation {
                Operation::Input => {}
                Operation::Attention { layer, x } => {
                    let call = cpu.attention_call(layer, &nodes[*x].value);
                    let own = attention::Gradients {
                        parameters: &mut gradients.parameters,
                        tables: &mut gradients.tables[layer.index],
                    };
                    let dx = attention::backward(cpu.isa, call, numbers(&dy), own);
                    give(*x, array(shape(&nodes[*x].value), dx));
                }
                Operation::Norm { layer, x, swish, statistics } => {
                    let value = &nodes[*x].value;
                    let affine = cpu.affine(layer, *swish);
                    // The network lays out each norm's weight right before its bias.
                    let (dweight, dbias) =
                        gradients.parameters[layer.weight..layer.bias + layer.channels].split_at_mut(layer.channels);
                    let dx = norm::backward(cpu.isa, numbers(value), affine, *statistics, numbers(&dy), dweight, dbias);
                    give(*x, array(shape(value), dx));
                }
                Operation::Linear { layer, x } => {
                    let value = &nodes[*x].value;
                    let dense = cpu.dense(layer);
                    let sides = [dense.outputs, dense.inputs];
                    let pixels = value.len() / dense.inputs;
                    // y = W x + b  ⇒  dx = Wᵀ dy, dW = dy xᵀ, db = Σ dy
                    let mut dx = vec![T::default(); value.len()];
                    let weight = dense.matrix().transposed();
                    matmul::multiply(cpu.isa, weight, numbers(&dy), pixels, Start::Zero, &mut dx);
                    let dw = &mut gradients.parameters[layer.weight..layer.weight + layer.weights()];
                    let (dy, input) = (numbers(&dy), numbers(value));
                    if layer.mixing.is_none() {
                        matmul::weight_gradient(cpu.isa, dy, input, pixels, sides, dense.inputs, dw);
                    } else {
                        let mut all = vec![T::default(); dense.outputs * dense.inputs];
                        matmul::weight_gradient(cpu.isa, dy, input, pixels, sides, dense.inputs, &mut all);
                        layer.for_each_weight(|row, col, at| dw[at] += all[row * dense.inputs + col]);
                    }
                    if let Some(bias) = layer.bias {
                        let db = &mut gradients.parameters[bias..bias + layer.outputs];
                        matmul::add_sums(dy, dy.len() / layer.outputs, db);
                    }
                    give(*x, array(shape(value), dx));
                }
                Operation::AddCropped { a, b, crop } => {
                    let d = layers::crop::add_cropped_backward(dy.view(), *crop);
                    give(*a, d.clone());
                    give(*b, d);
                }
                Operation::MaxPool { x, chosen } => {
                    let [_, _, rows, cols] = shape(&nodes[*x].value);
                    give(*x, layers::pool::max_pool_backward(dy.view(), chosen, [rows, cols]));
                }
                Operation::Readout { x, chosen } => {
                    give(*x, layers::readout::readout_backward(dy.view(), chosen, shape(&nodes[*x].value)));
                }
            }
        }
    }
}

impl<'n, T: Scalar> Backend<'n> for Tape<'_, 'n, T> {
    type Tensor = usize;

    fn lifting_attention(&mut self, layer: &'n Attention, x: &usize) -> usize {
        let value = self.cpu.lifting_attention(layer, &self.nodes[*x].value);
        self.push(value, Operation::Attention { layer, x: *x })
    }

    fn group_attention(&mut self, layer: &'n Attention, x: &usize) -> usize {
        let value = self.cpu.group_attention(layer, &self.nodes[*x].value);
        self.push(value, Operation::Attention { layer, x: *x })
    }

    fn norm(&mut self, layer: &'n Norm, x: &usize, swish: bool) -> usize {
        let value = &self.nodes[*x].value;
        let (y, statistics) = norm::forward(self.cpu.isa, numbers(value), self.cpu.affine(layer, swish));
        let y = array(shape(value), y);
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

    fn max_pool(&mut self, x: &usize) -> usize {
        let (value, chosen) = layers::pool::max_pool(self.nodes[*x].value.view());
        self.push(value, Operation::MaxPool { x: *x, chosen })
    }

    fn readout(&mut self, x: &usize) -> usize {
        let (value, chosen) = layers::readout::readout(self.nodes[*x].value.view());
        self.push(value, Operation::Readout { x: *x, chosen })
    }
}
