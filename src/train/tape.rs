//! The backward pass: a backend that runs the network on the CPU on all pictures of a batch side by side, remembers what it did, and
//! undoes it in reverse.

use ndarray::{ArrayView3, ArrayViewMut4};

use super::dropout;
use super::loss::cross_entropy;
use super::parallel::{each, each_owned, sums_of_chunks};
use crate::backend::cpu::batch_norm::{self, Moments};
use crate::backend::cpu::linear::{self, Start};
use crate::backend::cpu::norm::Statistics;
use crate::backend::cpu::scratch::Scratch;
use crate::backend::cpu::{
    Cpu, Maps, Scalar, Tables, add_cropped, convolution, encoding_net, group_attention, max_pool, norm, pooled, readout,
};
use crate::layers::{Attention, Backend, BatchNorm, Convolution, Linear, MaxPool, Norm};
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

/// What a batch is learnt by, beside its pictures and labels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Lesson {
    /// Share of the target that is spread over all classes.
    pub smoothing: f64,
    /// The number of the step, which decides what is dropped; nothing is where there is none.
    pub dropout: Option<u64>,
}

/// What became of a batch.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Learnt<T> {
    /// Of each picture.
    pub losses: Vec<T>,
    /// Of each picture.
    pub logits: Vec<Vec<T>>,
    /// Statistics of the batch, each with its place in the flat list of parameters: mean and (unbiased) variance of what is normalised.
    pub statistics: Vec<(usize, Vec<T>)>,
}

impl<T> Learnt<T> {
    /// Adds what became of other pictures.
    pub(super) fn extend(&mut self, other: Self) {
        self.losses.extend(other.losses);
        self.logits.extend(other.logits);
        self.statistics.extend(other.statistics);
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
    let lesson = Lesson { smoothing, dropout: None };
    let mut learnt = batch_gradient(network, cpu, &[image], &[label], lesson, weight, gradients);
    (learnt.losses.remove(0), learnt.logits.remove(0))
}

/// The same of some pictures, which see each other in batch normalisations alone; `weight` is that of each.
///
/// # Shapes
/// - images: [C, H, W] each, fed as they are
///
/// # Panics
/// Where there are no pictures, or not as many labels.
pub fn batch_gradient<T: Scalar>(
    network: &Network,
    cpu: Cpu<'_, T>,
    images: &[ArrayView3<'_, T>],
    labels: &[usize],
    lesson: Lesson,
    weight: T,
    gradients: &mut Gradients<T>,
) -> Learnt<T> {
    assert!(!images.is_empty() && images.len() == labels.len());
    let mut tape = Tape { cpu, samples: images.len(), dropout: lesson.dropout, nodes: vec![], statistics: vec![] };
    let maps = images.iter().map(|image| Maps::of_image(*image, |x| x)).collect();
    let input = tape.push(maps, Operation::Input);
    let output = network.forward(&mut tape, input, |_, _, _| ());
    let (mut losses, mut all_logits, mut dlogits) = (vec![], vec![], vec![]);
    for (value, label) in tape.nodes[output].values.iter().zip(labels) {
        let logits = value.numbers().to_vec();
        let mut d = Maps::zeros([logits.len(), 1, 1, 1]);
        losses.push(cross_entropy(&logits, *label, lesson.smoothing, d.numbers_mut()));
        for d in d.numbers_mut() {
            *d *= weight;
        }
        all_logits.push(logits);
        dlogits.push(d);
    }
    let statistics = std::mem::take(&mut tape.statistics);
    tape.backward(dlogits, gradients);
    Learnt { losses, logits: all_logits, statistics }
}

/// From the gradients of the encodings, summed over samples, to those of the parameters that they are computed from.
pub fn backward_encodings<T: Scalar>(network: &Network, parameters: &[T], gradients: &mut Gradients<T>) {
    for (layer, dtables) in network.attention_layers().zip(&gradients.tables) {
        encoding_net::backward(layer, parameters, dtables, &mut gradients.parameters);
    }
}

/// What made a tensor, with what its backward needs; lists have an entry for each sample.
enum Operation<'n, T> {
    Input,
    Attention { layer: &'n Attention, x: usize },
    Norm { layer: &'n Norm, x: usize, swish: bool, statistics: Vec<Statistics<T>> },
    Linear { layer: &'n Linear, x: usize },
    Convolution { layer: &'n Convolution, x: usize },
    BatchNorm { layer: &'n BatchNorm, x: usize, moments: Moments<T> },
    Dropout { share: f32, x: usize },
    AddCropped { a: usize, b: usize, crop: usize },
    MaxPool { layer: MaxPool, x: usize, chosen: Vec<Scratch<u8>> },
    Readout { x: usize, chosen: Vec<Scratch<usize>> },
}

/// A tensor of every sample.
struct Node<'n, T> {
    values: Vec<Maps<T>>,
    operation: Operation<'n, T>,
}

struct Tape<'p, 'n, T> {
    cpu: Cpu<'p, T>,
    samples: usize,
    dropout: Option<u64>,
    nodes: Vec<Node<'n, T>>,
    statistics: Vec<(usize, Vec<T>)>,
}

impl<'n, T: Scalar> Tape<'_, 'n, T> {
    fn push(&mut self, values: Vec<Maps<T>>, operation: Operation<'n, T>) -> usize {
        self.nodes.push(Node { values, operation });
        self.nodes.len() - 1
    }

    /// What an operation makes of each sample's tensor.
    fn each<R: Send>(&self, x: usize, f: impl Fn(&Maps<T>) -> R + Sync) -> Vec<R> {
        let values = &self.nodes[x].values;
        each(self.samples, |sample| f(&values[sample]))
    }

    /// From the gradients of the last tensor to those of the parameters.
    fn backward(self, dlast: Vec<Maps<T>>, gradients: &mut Gradients<T>) {
        let Self { cpu, samples, dropout, nodes, .. } = self;
        let mut pending: Vec<Option<Vec<Maps<T>>>> = nodes.iter().map(|_| None).collect();
        *pending.last_mut().expect("something was run") = Some(dlast);
        for (at, node) in nodes.iter().enumerate().rev() {
            // A tensor that nothing was made of has no gradient.
            let Some(dy) = pending[at].take() else { continue };
            let mut give = |to: usize, dx: Vec<Maps<T>>| match &mut pending[to] {
                Some(sums) => {
                    for (sum, dx) in sums.iter_mut().zip(&dx) {
                        sum.numbers_mut().iter_mut().zip(dx.numbers()).for_each(|(sum, dx)| *sum += *dx);
                    }
                }
                empty => *empty = Some(dx),
            };
            let value = |of: usize, sample: usize| &nodes[of].values[sample];
            let zeros = |of: usize| Maps::zeros(nodes[of].values[0].shape());
            // What adds to the gradients of parameters goes through the samples one after another.
            let in_turn = |f: &mut dyn FnMut(usize) -> Maps<T>| (0..samples).map(f).collect::<Vec<_>>();
            match &node.operation {
                Operation::Input => {}
                Operation::Attention { layer, x } => {
                    let dx = in_turn(&mut |sample| {
                        let call = cpu.attention_call(layer, value(*x, sample));
                        let own = group_attention::Gradients {
                            parameters: &mut gradients.parameters,
                            tables: &mut gradients.tables[layer.index],
                        };
                        let mut dx = zeros(*x);
                        group_attention::backward(cpu.isa, call, dy[sample].numbers(), own, dx.numbers_mut());
                        dx
                    });
                    give(*x, dx);
                }
                Operation::Norm { layer, x, swish, statistics } => {
                    let affine = cpu.affine(layer, *swish);
                    let dx = in_turn(&mut |sample| {
                        // The network lays out each norm's weight right before its bias.
                        let (dweight, dbias) = gradients.parameters[layer.weight..layer.bias + layer.channels]
                            .split_at_mut(layer.channels);
                        let (value, dy) = (value(*x, sample).numbers(), dy[sample].numbers());
                        let (mut dx, statistics) = (zeros(*x), statistics[sample]);
                        norm::backward(cpu.isa, value, affine, statistics, dy, dx.numbers_mut(), dweight, dbias);
                        dx
                    });
                    give(*x, dx);
                }
                Operation::Linear { layer, x } => {
                    let dense = cpu.dense(layer);
                    let sides = [dense.outputs, dense.inputs];
                    let dx = in_turn(&mut |sample| {
                        let (input, dy) = (value(*x, sample).numbers(), dy[sample].numbers());
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
                        dx
                    });
                    give(*x, dx);
                }
                Operation::Convolution { layer, x } => {
                    let dw = &mut gradients.parameters[layer.weight..layer.weight + layer.weights()];
                    sums_of_chunks(samples, dw, |chunk, dw| {
                        let pictures = chunk.map(|sample| (value(*x, sample).numbers(), dy[sample].numbers()));
                        convolution::weight_gradient(cpu.isa, layer, pictures, dw);
                    });
                    // Nobody asks for the gradient of a picture.
                    if !matches!(nodes[*x].operation, Operation::Input) {
                        let dx = each(samples, |sample| {
                            let mut dx = Maps::any(value(*x, sample).shape());
                            let dy = dy[sample].numbers();
                            convolution::backward(cpu.isa, layer, cpu.filter(layer), dy, dx.numbers_mut());
                            dx
                        });
                        give(*x, dx);
                    }
                }
                Operation::BatchNorm { layer, x, moments } => {
                    let parts = each(samples, |sample| {
                        let (x, y) = (value(*x, sample), value(at, sample).numbers());
                        let mut dz = Maps::any(x.shape());
                        let lists = [x.numbers(), y, dy[sample].numbers()];
                        let sums =
                            batch_norm::gradient_sums(cpu.isa, layer, cpu.parameters, moments, lists, dz.numbers_mut());
                        (dz, sums)
                    });
                    let (mut dx, sums): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
                    let sums = total(&sums);
                    for (c, [db, dw]) in sums.iter().enumerate() {
                        gradients.parameters[layer.bias + c] += *db;
                        gradients.parameters[layer.weight + c] += *dw;
                    }
                    let count = samples * value(*x, 0).numbers().len() / layer.channels;
                    dx = each_owned(dx, |sample, mut dx| {
                        let x = value(*x, sample).numbers();
                        batch_norm::backward(
                            cpu.isa,
                            layer,
                            cpu.parameters,
                            moments,
                            &sums,
                            count,
                            x,
                            dx.numbers_mut(),
                        );
                        dx
                    });
                    give(*x, dx);
                }
                Operation::Dropout { share, x } => {
                    let step = dropout.expect("nothing is dropped without a step");
                    let dx = each_owned(dy, |sample, mut dy| {
                        dropout::apply([step, at as u64, sample as u64], *share, dy.numbers_mut());
                        dy
                    });
                    give(*x, dx);
                }
                Operation::AddCropped { a, b, crop } => {
                    for to in [*a, *b] {
                        let d = each(samples, |sample| {
                            let mut d = zeros(to);
                            let view = ArrayViewMut4::from_shape(d.shape(), d.numbers_mut());
                            add_cropped::backward(dy[sample].view(), *crop, view.expect("its own shape"));
                            d
                        });
                        give(to, d);
                    }
                }
                Operation::MaxPool { layer, x, chosen } => {
                    let dx = each(samples, |sample| {
                        let mut dx = zeros(*x);
                        max_pool::backward(*layer, dy[sample].numbers(), &chosen[sample], dx.numbers_mut());
                        dx
                    });
                    give(*x, dx);
                }
                Operation::Readout { x, chosen } => {
                    let dx = each(samples, |sample| {
                        let mut dx = zeros(*x);
                        let [_, elements, ..] = dx.shape();
                        readout::backward(dy[sample].numbers(), &chosen[sample], elements, dx.numbers_mut());
                        dx
                    });
                    give(*x, dx);
                }
            }
        }
    }

    /// Mean and variance of each channel over all samples.
    fn moments(&self, layer: &BatchNorm, x: usize) -> Moments<T> {
        let count = T::of((self.samples * self.nodes[x].values[0].numbers().len() / layer.channels) as f64);
        let about = |about: &[T]| total(&self.each(x, |x| batch_norm::sums(self.cpu.isa, x.numbers(), about)));
        let mean: Vec<T> = about(&vec![T::default(); layer.channels]).into_iter().map(|[sum, _]| sum / count).collect();
        let variance = about(&mean).into_iter().map(|[_, squares]| squares / count).collect();
        Moments { mean, variance }
    }
}

/// Sums over samples, in their order.
fn total<T: Scalar>(samples: &[Vec<[T; 2]>]) -> Vec<[T; 2]> {
    let mut sums = vec![[T::default(); 2]; samples[0].len()];
    for sample in samples {
        for (sum, part) in sums.iter_mut().zip(sample) {
            sum[0] += part[0];
            sum[1] += part[1];
        }
    }
    sums
}

impl<'n, T: Scalar> Backend<'n> for Tape<'_, 'n, T> {
    type Tensor = usize;

    fn group_attention(&mut self, layer: &'n Attention, x: &usize) -> usize {
        let values = self.each(*x, |x| { self.cpu }.group_attention(layer, x));
        self.push(values, Operation::Attention { layer, x: *x })
    }

    fn norm(&mut self, layer: &'n Norm, x: &usize, swish: bool) -> usize {
        let affine = self.cpu.affine(layer, swish);
        let (values, statistics) = self
            .each(*x, |x| {
                let mut y = Maps::any(x.shape());
                let statistics = norm::forward(self.cpu.isa, x.numbers(), affine, y.numbers_mut());
                (y, statistics)
            })
            .into_iter()
            .unzip();
        self.push(values, Operation::Norm { layer, x: *x, swish, statistics })
    }

    fn linear(&mut self, layer: &'n Linear, x: &usize) -> usize {
        let values = self.each(*x, |x| { self.cpu }.linear(layer, x));
        self.push(values, Operation::Linear { layer, x: *x })
    }

    fn convolution(&mut self, layer: &'n Convolution, x: &usize) -> usize {
        let values = self.each(*x, |x| { self.cpu }.convolution(layer, x));
        self.push(values, Operation::Convolution { layer, x: *x })
    }

    fn batch_norm(&mut self, layer: &'n BatchNorm, x: &usize) -> usize {
        let moments = self.moments(layer, *x);
        let values = self.each(*x, |x| {
            let mut y = Maps::any(x.shape());
            let Cpu { isa, parameters, .. } = self.cpu;
            batch_norm::forward_in_batch(isa, layer, parameters, &moments, x.numbers(), y.numbers_mut());
            y
        });
        let count = (self.samples * values[0].numbers().len() / layer.channels) as f64;
        // Of what is to come, of which the batch is a sample.
        let unbiased = T::of(count / (count - 1.0).max(1.0));
        self.statistics.push((layer.mean, moments.mean.clone()));
        self.statistics.push((layer.variance, moments.variance.iter().map(|x| *x * unbiased).collect()));
        self.push(values, Operation::BatchNorm { layer, x: *x, moments })
    }

    fn dropout(&mut self, share: f32, x: usize) -> usize {
        let Some(step) = self.dropout else { return x };
        let node = self.nodes.len() as u64;
        let values = each(self.samples, |sample| {
            let mut y = Maps::of(self.nodes[x].values[sample].view());
            dropout::apply([step, node, sample as u64], share, y.numbers_mut());
            y
        });
        self.push(values, Operation::Dropout { share, x })
    }

    fn add_cropped(&mut self, a: &usize, b: &usize, crop: usize) -> usize {
        let [left, right] = [*a, *b].map(|of| &self.nodes[of].values);
        let values = each(self.samples, |sample| { self.cpu }.add_cropped(&left[sample], &right[sample], crop));
        self.push(values, Operation::AddCropped { a: *a, b: *b, crop })
    }

    fn max_pool(&mut self, layer: MaxPool, x: &usize) -> usize {
        let (values, chosen) = self
            .each(*x, |x| {
                let mut y = Maps::any(pooled(x.shape()));
                let mut chosen = Scratch::zeros(y.numbers().len());
                max_pool::forward(layer, x.numbers(), y.numbers_mut(), |at, place| chosen[at] = place);
                (y, chosen)
            })
            .into_iter()
            .unzip();
        self.push(values, Operation::MaxPool { layer, x: *x, chosen })
    }

    fn readout(&mut self, x: &usize) -> usize {
        let (values, chosen) = self
            .each(*x, |x| {
                let [channels, ..] = x.shape();
                let mut y = Maps::any([channels, 1, 1, 1]);
                let mut chosen = Scratch::zeros(channels);
                readout::forward(x.view(), y.numbers_mut(), |channel, element| chosen[channel] = element);
                (y, chosen)
            })
            .into_iter()
            .unzip();
        self.push(values, Operation::Readout { x: *x, chosen })
    }
}
