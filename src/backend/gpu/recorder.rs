//! Runs a network once, not to compute it but to write down what has to be dispatched.

use super::convolution;
use super::group_attention::{self, Encodings, Operands};
use super::operations::{self, LinearParams, Normalise, word};
use super::program::{Dispatch, Program, Step, Target, Value};
use crate::backend::cpu::Tables;
use crate::layers::{Attention, Backend, BatchNorm, Convolution, Linear, MaxPool, Norm, cropped, pooled};

/// A feature map to be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tensor {
    node: usize,
    /// `[C, N, H, W]`
    shape: [usize; 4],
}

/// How a feature map comes about.
#[derive(Clone, Copy, Debug)]
enum Node<'n> {
    /// By what has been recorded.
    Ready(Value),
    /// By normalising another, when somebody needs it: an addition does it on the way.
    Norm { layer: &'n Norm, swish: bool, x: Value },
}

/// Writes down a network's dispatches.
pub(crate) struct Recorder<'n> {
    target: Target,
    /// Of the network; those of the program go on from there.
    parameter_count: usize,
    encodings: Vec<Encodings>,
    nodes: Vec<Node<'n>>,
    program: Program,
}

/// The dispatches of what `run` makes of a feature map of a shape `[C, N, H, W]`, with the parameters of a network and the encodings of
/// its attention layers.
pub(crate) fn record<'n>(
    parameters: &[f32],
    tables: &[Tables<f32>],
    shape: [usize; 4],
    target: Target,
    run: impl FnOnce(&mut Recorder<'n>, Tensor) -> Tensor,
) -> Program {
    let mut recorder = Recorder::new(parameters, tables, target);
    let x = recorder.ready(shape);
    recorder.program.input = Some(recorder.value(x));
    let y = run(&mut recorder, x);
    recorder.program.output = Some(recorder.value(y));
    recorder.program
}

impl<'n> Recorder<'n> {
    fn new(parameters: &[f32], tables: &[Tables<f32>], target: Target) -> Self {
        let mut program = Program { parameters: parameters.to_vec(), ..Program::default() };
        let mut encodings = vec![];
        for tables in tables {
            let rows = program.parameters.len();
            program.parameters.extend(&tables.rows);
            encodings.push(Encodings { rows, cols: program.parameters.len() });
            program.parameters.extend(&tables.cols);
        }
        Self { target, parameter_count: parameters.len(), encodings, nodes: vec![], program }
    }

    /// Whoever runs the program with the outputs of all layers is shown this one next.
    pub(crate) fn show(&mut self, x: Tensor) {
        let value = self.value(x);
        self.program.steps.push(Step::Show(value));
    }

    fn fresh(&mut self, numbers: usize) -> Value {
        self.program.values.push(numbers);
        Value(self.program.values.len() - 1)
    }

    fn node(&mut self, node: Node<'n>, shape: [usize; 4]) -> Tensor {
        self.nodes.push(node);
        Tensor { node: self.nodes.len() - 1, shape }
    }

    /// A feature map that the next dispatch will write.
    fn ready(&mut self, shape: [usize; 4]) -> Tensor {
        let value = self.fresh(shape.iter().product());
        self.node(Node::Ready(value), shape)
    }

    fn dispatch(&mut self, dispatch: Dispatch) {
        self.program.steps.push(Step::Dispatch(dispatch));
    }

    /// Where a feature map lies, computed if it was not yet.
    fn value(&mut self, x: Tensor) -> Value {
        match self.nodes[x.node] {
            Node::Ready(value) => value,
            Node::Norm { layer, swish, x: from } => {
                let normalise = self.statistics(layer, swish, from, x.shape);
                let y = self.fresh(x.shape.iter().product());
                self.dispatch(operations::norm(Some(normalise), None, x.shape, 0, from, y));
                self.nodes[x.node] = Node::Ready(y);
                y
            }
        }
    }

    fn statistics(&mut self, layer: &'n Norm, swish: bool, x: Value, shape: [usize; 4]) -> Normalise<'n> {
        let numbers = shape.iter().product();
        let statistics = self.fresh(2 * operations::runs(numbers));
        self.dispatch(operations::statistics(numbers, self.target.subgroups, x, statistics));
        Normalise { layer, swish, statistics }
    }

    /// Adds weights in the order in which a shader reads them: where they lie, in fours.
    fn add_packed(&mut self, packed: Vec<f32>) -> usize {
        let at = self.program.parameters.len().next_multiple_of(4);
        self.program.parameters.resize(at, 0.0);
        self.program.parameters.extend(packed);
        at / 4
    }

    /// 1×1 layers of the same input, their outputs one after another.
    fn linears(&mut self, layers: &[&Linear], x: Tensor) -> Value {
        let from = self.value(x);
        let mixed = layers[0].mixed();
        let outputs = mixed * layers.iter().map(|layer| layer.outputs).sum::<usize>();
        let positions = x.shape[1..].iter().product::<usize>() / mixed;
        let packed = operations::packed_weights(layers, &self.program.parameters[..self.parameter_count]);
        let weight = self.add_packed(packed);
        let y = self.fresh(outputs * positions);
        let params = LinearParams {
            inputs: word(mixed * layers[0].inputs),
            outputs: word(outputs),
            positions: word(positions),
            weight: word(weight),
        };
        self.dispatch(operations::linear(params, from, y));
        y
    }
}

impl<'n> Backend<'n> for Recorder<'n> {
    type Tensor = Tensor;

    fn group_attention(&mut self, layer: &'n Attention, x: &Tensor) -> Tensor {
        let [rows, cols] = layer.size;
        let qkv = self.linears(&[&layer.query, &layer.key, &layer.value], *x);
        let heads = [layer.heads * layer.dim, layer.elements_out, rows, cols];
        let gathered = self.ready(heads);
        let out = self.value(gathered);
        let untrusted = self.fresh(group_attention::flags(layer));
        let encodings = self.encodings[layer.index];
        let operands = Operands { qkv, out, untrusted };
        let tables = &mut self.program.tables;
        for dispatch in group_attention::group_attention(layer, self.target.machine, encodings, operands, tables) {
            self.dispatch(dispatch);
        }
        let y = self.linears(&[&layer.out], gathered);
        self.node(Node::Ready(y), [layer.out.outputs, layer.elements_out, rows, cols])
    }

    fn norm(&mut self, layer: &'n Norm, x: &Tensor, swish: bool) -> Tensor {
        let from = self.value(*x);
        self.node(Node::Norm { layer, swish, x: from }, x.shape)
    }

    fn linear(&mut self, layer: &'n Linear, x: &Tensor) -> Tensor {
        let y = self.linears(&[layer], *x);
        self.node(Node::Ready(y), [layer.outputs, x.shape[1], x.shape[2], x.shape[3]])
    }

    fn convolution(&mut self, layer: &'n Convolution, x: &Tensor) -> Tensor {
        let from = self.value(*x);
        let packed = convolution::packed_filters(layer, &self.program.parameters[..self.parameter_count]);
        let weight = self.add_packed(packed);
        let [rows, cols] = layer.size_out();
        let y = self.ready([layer.outputs, layer.elements_out, rows, cols]);
        let to = self.value(y);
        self.dispatch(convolution::convolution(layer, weight, from, to));
        y
    }

    fn batch_norm(&mut self, layer: &'n BatchNorm, x: &Tensor) -> Tensor {
        let from = self.value(*x);
        let y = self.ready(x.shape);
        let to = self.value(y);
        self.dispatch(convolution::batch_norm(layer, x.shape, from, to));
        y
    }

    fn add_cropped(&mut self, a: &Tensor, b: &Tensor, crop: usize) -> Tensor {
        let other = self.value(*b);
        let (normalise, from) = match self.nodes[a.node] {
            Node::Ready(value) => (None, value),
            Node::Norm { layer, swish, x } => (Some(self.statistics(layer, swish, x, a.shape)), x),
        };
        let [channels, elements, rows, cols] = a.shape;
        let [rows, cols] = cropped([rows, cols], crop);
        let y = self.ready([channels, elements, rows, cols]);
        let to = self.value(y);
        self.dispatch(operations::norm(normalise, Some(other), a.shape, crop, from, to));
        y
    }

    fn max_pool(&mut self, layer: MaxPool, x: &Tensor) -> Tensor {
        let from = self.value(*x);
        let [channels, elements, rows, cols] = x.shape;
        let [rows, cols] = pooled([rows, cols]);
        let y = self.ready([channels, elements, rows, cols]);
        let to = self.value(y);
        self.dispatch(operations::max_pool(layer, channels * elements, from, to));
        y
    }

    fn readout(&mut self, x: &Tensor) -> Tensor {
        let from = self.value(*x);
        let y = self.ready([x.shape[0], 1, 1, 1]);
        let to = self.value(y);
        self.dispatch(operations::readout(x.shape, self.target.subgroups, from, to));
        y
    }
}
