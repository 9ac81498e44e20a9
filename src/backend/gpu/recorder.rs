//! Runs a network once, not to compute it but to write down what has to be dispatched.

use super::attention::{self, Encodings, Operands};
use super::operations::{self, LinearParams, Normalise, word};
use super::program::{Dispatch, Program, Step, Target, Value};
use crate::backend::Backend;
use crate::backend::cpu::encode;
use crate::network::{Attention, Linear, Network, Norm};

/// A feature map to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tensor {
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
pub(super) struct Recorder<'n> {
    network: &'n Network,
    target: Target,
    /// Of the network; those of the program go on from there.
    parameter_count: usize,
    encodings: Vec<Encodings>,
    nodes: Vec<Node<'n>>,
    program: Program,
}

/// The dispatches of a network with its parameters.
pub(super) fn record(network: &Network, parameters: &[f32], input: [usize; 3], target: Target) -> Program {
    let [channels, rows, cols] = input;
    record_run(network, parameters, [channels, 1, rows, cols], target, |recorder, x| {
        network.forward(recorder, x, |_, recorder, x| {
            let value = recorder.value(*x);
            recorder.program.steps.push(Step::Show(value));
        })
    })
}

/// The dispatches of what `run` makes of a feature map `[C, N, H, W]`, with the layers and parameters of a network.
pub(super) fn record_run<'n>(
    network: &'n Network,
    parameters: &[f32],
    shape: [usize; 4],
    target: Target,
    run: impl FnOnce(&mut Recorder<'n>, Tensor) -> Tensor,
) -> Program {
    let mut recorder = Recorder::new(network, parameters, target);
    let x = recorder.ready(shape);
    recorder.program.input = Some(recorder.value(x));
    let y = run(&mut recorder, x);
    recorder.program.output = Some(recorder.value(y));
    recorder.program
}

impl<'n> Recorder<'n> {
    fn new(network: &'n Network, parameters: &[f32], target: Target) -> Self {
        let mut program = Program { parameters: parameters.to_vec(), ..Program::default() };
        let mut encodings = vec![];
        for tables in encode(network, parameters) {
            let rows = program.parameters.len();
            program.parameters.extend(tables.rows);
            encodings.push(Encodings { rows, cols: program.parameters.len() });
            program.parameters.extend(tables.cols);
        }
        Self { network, target, parameter_count: parameters.len(), encodings, nodes: vec![], program }
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

    /// 1×1 layers of the same input, their outputs one after another.
    fn linears(&mut self, layers: &[&Linear], x: Tensor) -> Value {
        let from = self.value(x);
        let mixed = layers[0].mixed();
        let outputs = mixed * layers.iter().map(|layer| layer.outputs).sum::<usize>();
        let positions = x.shape[1..].iter().product::<usize>() / mixed;
        let packed = operations::packed_weights(layers, &self.program.parameters[..self.parameter_count]);
        let at = self.program.parameters.len().next_multiple_of(4);
        self.program.parameters.resize(at, 0.0);
        self.program.parameters.extend(packed);
        let y = self.fresh(outputs * positions);
        let params = LinearParams {
            inputs: word(mixed * layers[0].inputs),
            outputs: word(outputs),
            positions: word(positions),
            weight: word(at / 4),
        };
        self.dispatch(operations::linear(params, from, y));
        y
    }

    fn attention(&mut self, layer: &'n Attention, x: Tensor) -> Tensor {
        debug_assert!(self.network.attention_layers().any(|known| known == layer));
        let [rows, cols] = layer.size;
        let qkv = self.linears(&[&layer.query, &layer.key, &layer.value], x);
        let heads = [layer.heads * layer.dim, layer.elements_out, rows, cols];
        let gathered = self.ready(heads);
        let out = self.value(gathered);
        let untrusted = self.fresh(attention::flags(layer));
        let encodings = self.encodings[layer.index];
        let operands = Operands { qkv, out, untrusted };
        for dispatch in attention::attention(layer, self.target.machine, encodings, operands, &mut self.program.tables)
        {
            self.dispatch(dispatch);
        }
        let y = self.linears(&[&layer.out], gathered);
        self.node(Node::Ready(y), [layer.out.outputs, layer.elements_out, rows, cols])
    }
}

impl<'n> Backend<'n> for Recorder<'n> {
    type Tensor = Tensor;

    fn lifting_attention(&mut self, layer: &'n Attention, x: &Tensor) -> Tensor {
        self.attention(layer, *x)
    }

    fn group_attention(&mut self, layer: &'n Attention, x: &Tensor) -> Tensor {
        self.attention(layer, *x)
    }

    fn norm(&mut self, layer: &'n Norm, x: &Tensor, swish: bool) -> Tensor {
        let from = self.value(*x);
        self.node(Node::Norm { layer, swish, x: from }, x.shape)
    }

    fn linear(&mut self, layer: &'n Linear, x: &Tensor) -> Tensor {
        let y = self.linears(&[layer], *x);
        self.node(Node::Ready(y), [layer.outputs, x.shape[1], x.shape[2], x.shape[3]])
    }

    fn add_cropped(&mut self, a: &Tensor, b: &Tensor, crop: usize) -> Tensor {
        let other = self.value(*b);
        let (normalise, from) = match self.nodes[a.node] {
            Node::Ready(value) => (None, value),
            Node::Norm { layer, swish, x } => (Some(self.statistics(layer, swish, x, a.shape)), x),
        };
        let [channels, elements, rows, cols] = a.shape;
        let y = self.ready([channels, elements, rows - 2 * crop, cols - 2 * crop]);
        let to = self.value(y);
        self.dispatch(operations::norm(normalise, Some(other), a.shape, crop, from, to));
        y
    }

    fn max_pool(&mut self, x: &Tensor) -> Tensor {
        let from = self.value(*x);
        let [channels, elements, rows, cols] = x.shape;
        let y = self.ready([channels, elements, rows / 2, cols / 2]);
        let to = self.value(y);
        self.dispatch(operations::max_pool(x.shape, from, to));
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
