//! A network as an ONNX graph: the published formula, every attention probability computed and held.

use gsa_net::Model;
use gsa_net::network::{Attention, EncodingNet, LayerInfo, Linear, Network, Norm, Step, TransformerLayer};

use super::onnx::{Attribute, Graph, ModelProto, Value};

const EPSILON: f32 = 1e-12;
/// Subtracted from the scores of keys outside the picture.
const MASK: f32 = 1e9;

/// Maps inside the network: their name, and how many channels, group elements, rows and columns.
#[derive(Clone)]
struct Maps {
    value: Value,
    channels: usize,
    elements: usize,
    size: [usize; 2],
}

impl Maps {
    fn pixels(&self) -> usize {
        self.size[0] * self.size[1]
    }

    /// `[1, C, N · H, W]`, for layers that see channels alone.
    fn by_channel(&self) -> [usize; 4] {
        [1, self.channels, self.elements * self.size[0], self.size[1]]
    }

    /// `[1, C · N, H, W]`, for layers that see pixels.
    fn by_map(&self) -> [usize; 4] {
        [1, self.channels * self.elements, self.size[0], self.size[1]]
    }
}

/// Input `x [1, C, H, W]` with pixels from 0 to 1, output `logits [1, classes]`.
pub(super) fn graph(model: &Model) -> ModelProto {
    let network = Network::new(&model.config);
    let mut writer = Writer { graph: Graph::default(), parameters: model.parameters() };
    let [channels, rows, cols] = model.config.input_shape();
    let input = writer.graph.input("x", &[1, channels, rows, cols]);
    let mean = writer.graph.floats(&[1], &[model.config.input_mean]);
    let deviation = writer.graph.floats(&[1], &[model.config.input_std]);
    let centred = writer.graph.node("Sub", &[&input, &mean], &[]);
    let value = writer.graph.node("Div", &[&centred, &deviation], &[]);
    let mut x = Maps { value, channels, elements: 1, size: [rows, cols] };
    x = writer.attention(&network.lifting, &x);
    x = writer.norm(&network.norm_lifting, &x, true);
    for step in &network.steps {
        x = match step {
            Step::Transformer(layer) => writer.transformer(layer, x),
            Step::MaxPool => writer.max_pool(&x),
        };
    }
    debug_assert!(network.layers().last().is_some_and(|LayerInfo { size, .. }| *size == x.size));
    x = writer.linear(&network.classifier, &x);
    let logits = writer.readout(&x);
    let classes = model.config.classes();
    writer.graph.output("logits", &logits, &[1, classes]);
    let notes = [
        ("config", model.config.to_json()),
        ("training", model.training.as_ref().map_or_else(String::new, ToString::to_string)),
    ];
    writer.graph.into_model(model.config.name(), &notes)
}

struct Writer<'m> {
    graph: Graph,
    parameters: &'m [f32],
}

impl Writer<'_> {
    fn numbers(&mut self, offset: usize, shape: &[usize]) -> Value {
        let len = shape.iter().product::<usize>();
        let numbers = &self.parameters[offset..offset + len];
        self.graph.floats(shape, numbers)
    }

    fn transformer(&mut self, layer: &TransformerLayer, x: Maps) -> Maps {
        let inner = self.norm(&layer.norm_in, &x, true);
        let attended = self.attention(&layer.attention, &inner);
        let attended = self.norm(&layer.norm_attention, &attended, true);
        let shortcut = match &layer.shortcut {
            Some(linear) => self.linear(linear, &x),
            None => x,
        };
        let sum = self.add(&attended, &shortcut);
        let y = self.crop(&sum, layer.crop);
        let hidden = self.linear(&layer.mlp_in, &y);
        let hidden = self.norm(&layer.norm_hidden, &hidden, true);
        let out = self.linear(&layer.mlp_out, &hidden);
        let out = self.norm(&layer.norm_out, &out, false);
        let y = self.add(&out, &y);
        match &layer.norm_between {
            Some(norm) => self.norm(norm, &y, true),
            None => y,
        }
    }

    fn add(&mut self, a: &Maps, b: &Maps) -> Maps {
        let shape = a.by_channel();
        let [left, right] = [a, b].map(|maps| self.graph.reshape(&maps.value, &shape));
        Maps { value: self.graph.node("Add", &[&left, &right], &[]), ..a.clone() }
    }

    fn crop(&mut self, x: &Maps, crop: usize) -> Maps {
        if crop == 0 {
            return x.clone();
        }
        let value = self.graph.reshape(&x.value, &x.by_map());
        let [starts, ends, axes] =
            [[crop, crop], x.size.map(|n| n - crop), [2, 3]].map(|list| self.graph.ints(&list.map(|n| n as i64)));
        let value = self.graph.node("Slice", &[&value, &starts, &ends, &axes], &[]);
        Maps { value, size: x.size.map(|n| n - 2 * crop), ..x.clone() }
    }

    fn max_pool(&mut self, x: &Maps) -> Maps {
        let value = self.graph.reshape(&x.value, &x.by_map());
        let sides = [("kernel_shape", Attribute::Ints(&[2, 2])), ("strides", Attribute::Ints(&[2, 2]))];
        Maps { value: self.graph.node("MaxPool", &[&value], &sides), size: x.size.map(|n| n / 2), ..x.clone() }
    }

    /// Summed over pixels, the largest of the group's.
    fn readout(&mut self, x: &Maps) -> Value {
        let value = self.graph.reshape(&x.value, &[1, x.channels, x.elements, x.pixels()]);
        let [pixels, elements] = [3, 2].map(|axis| self.graph.ints(&[axis]));
        let keep = || [("keepdims", Attribute::Int(0))];
        let sums = self.graph.node("ReduceSum", &[&value, &pixels], &keep());
        self.graph.node("ReduceMax", &[&sums, &elements], &keep())
    }

    /// Over everything, then an affine map per channel, then Swish where `swish` says so.
    fn norm(&mut self, norm: &Norm, x: &Maps, swish: bool) -> Maps {
        let count = x.channels * x.elements * x.pixels();
        let value = self.graph.reshape(&x.value, &[1, 1, count]);
        let value = self.standardised(&value);
        let value = self.graph.reshape(&value, &x.by_channel());
        let [weight, bias] = [norm.weight, norm.bias].map(|offset| self.numbers(offset, &[norm.channels, 1, 1]));
        let value = self.graph.node("Mul", &[&value, &weight], &[]);
        let value = self.graph.node("Add", &[&value, &bias], &[]);
        Maps { value: if swish { self.swish(&value) } else { value }, ..x.clone() }
    }

    /// Mean 0 and variance 1 in the last dimension of `[B, 1, n]`.
    fn standardised(&mut self, x: &Value) -> Value {
        let [one, zero] = [1.0, 0.0].map(|x| self.graph.floats(&[1], &[x]));
        self.graph.node("InstanceNormalization", &[x, &one, &zero], &[("epsilon", Attribute::Float(EPSILON))])
    }

    fn swish(&mut self, x: &Value) -> Value {
        let gate = self.graph.node("Sigmoid", &[x], &[]);
        self.graph.node("Mul", &[x, &gate], &[])
    }

    /// A 1×1 layer; where it mixes group elements, over maps rather than channels.
    fn linear(&mut self, linear: &Linear, x: &Maps) -> Maps {
        let mixed = linear.mixed();
        let (inputs, outputs) = (linear.inputs * mixed, linear.outputs * mixed);
        let value = self.graph.reshape(&x.value, &if mixed > 1 { x.by_map() } else { x.by_channel() });
        let mut matrix = vec![0.0; outputs * inputs];
        linear.for_each_weight(|row, col, place| matrix[row * inputs + col] = self.parameters[linear.weight + place]);
        let weight = self.graph.floats(&[outputs, inputs, 1, 1], &matrix);
        let bias = linear.bias.map(|offset| {
            let bias: Vec<f32> = (0..outputs).map(|row| self.parameters[offset + row / mixed]).collect();
            self.graph.floats(&[outputs], &bias)
        });
        let operands: Vec<&Value> = [&value, &weight].into_iter().chain(&bias).collect();
        Maps { value: self.graph.node("Conv", &operands, &[]), channels: linear.outputs, ..x.clone() }
    }

    /// Lifting or group attention. Letters: d head, c its channels, g query element, v output element, m key element, i and j the
    /// pixel, k and l the offset in the window.
    fn attention(&mut self, layer: &Attention, x: &Maps) -> Maps {
        let Attention { heads, dim, size: [rows, cols], elements_out, .. } = *layer;
        let window = layer.positions.window;
        let [query, key, value] = [&layer.query, &layer.key, &layer.value].map(|linear| self.linear(linear, x));
        let query = self.graph.reshape(&query.value, &[heads, dim, x.elements, rows, cols]);
        let [key, value] = [key, value].map(|maps| {
            let unfolded = self.unfolded(&maps, window);
            self.graph.reshape(&unfolded, &[heads, dim, x.elements, window[0], window[1], rows, cols])
        });
        // Which of g, v and m are letters of their own.
        let own = !layer.is_lifting() && layer.query_elements(0).len() == 1;
        let g = if own { "v" } else { "g" };
        let m = if layer.frames() > 1 { "v" } else { "m" };
        let m_of_scores = if layer.frames() > 1 { "" } else { "m" };
        let einsum = |graph: &mut Graph, equation: &str, inputs: &[&Value]| {
            // A sum over query elements that are the output's own is none: the letter stands once.
            let equation = equation.replace("vv", "v");
            graph.node("Einsum", inputs, &[("equation", Attribute::Text(&equation))])
        };
        let scores = format!("dv{g}ij{m_of_scores}kl");
        let [elements_g, elements_m] =
            [if own { 1 } else { x.elements }, if layer.frames() > 1 { 1 } else { x.elements }];

        // Content does not depend on the output element, except where that is the query's.
        let content = einsum(&mut self.graph, &format!("dc{g}ij,dc{m}klij->d{g}ij{m_of_scores}kl"), &[&query, &key]);
        let content_elements = if own { elements_out } else { 1 };
        let content = self
            .graph
            .reshape(&content, &[heads, content_elements, elements_g, rows, cols, elements_m, window[0], window[1]]);
        let encoding_dim = layer.row.dim;
        let mut score = content;
        for (net, coordinates, index, first) in [
            (&layer.row, &layer.positions.rows, &layer.positions.row_index, 0),
            (&layer.col, &layer.positions.cols, &layer.positions.col_index, encoding_dim),
        ] {
            let table = self.encoding(net, coordinates);
            let index: Vec<i64> = index.iter().map(|&i| i64::from(i)).collect();
            let index = self.graph.int_table(&[elements_out, window[0], window[1]], &index);
            let table = self.graph.node("Gather", &[&table, &index], &[("axis", Attribute::Int(0))]);
            let part = self.channels(&query, first, encoding_dim);
            let position = einsum(&mut self.graph, &format!("dc{g}ij,vklc->dv{g}ijkl"), &[&part, &table]);
            let shape = [heads, elements_out, elements_g, rows, cols, 1, window[0], window[1]];
            let position = self.graph.reshape(&position, &shape);
            score = self.graph.node("Add", &[&score, &position], &[]);
        }
        if let Some(group) = &layer.group {
            let embedding: Vec<f32> = if own {
                let n = elements_out;
                (0..n * n).flat_map(|i| self.embedded(layer, (i / n * n + i / n) * n + i % n)).collect()
            } else {
                (0..group.index.len()).flat_map(|place| self.embedded(layer, place)).collect()
            };
            let shape = [elements_out, elements_g, elements_m, group.dim];
            let shape = if own { vec![shape[0], shape[2], shape[3]] } else { shape.to_vec() };
            let table = self.graph.floats(&shape, &embedding);
            let part = self.channels(&query, 2 * encoding_dim, group.dim);
            let relative = einsum(&mut self.graph, &format!("dc{g}ij,v{g}mc->dv{g}ijm"), &[&part, &table]);
            let relative =
                self.graph.reshape(&relative, &[heads, elements_out, elements_g, rows, cols, elements_m, 1, 1]);
            score = self.graph.node("Add", &[&score, &relative], &[]);
        }
        let scale = self.graph.floats(&[1], &[layer.scale() as f32]);
        let scaled = self.graph.node("Mul", &[&score, &scale], &[]);
        let mask = self.mask([rows, cols], window);
        let masked = self.graph.node("Sub", &[&scaled, &mask], &[]);
        let keys = elements_m * window[0] * window[1];
        let flat = self.graph.reshape(&masked, &[heads, elements_out, elements_g, rows, cols, keys]);
        let flat = self.graph.node("Softmax", &[&flat], &[("axis", Attribute::Int(-1))]);
        let mut shape = vec![heads, elements_out, elements_g, rows, cols, elements_m, window[0], window[1]];
        if m_of_scores.is_empty() {
            shape.remove(5);
        }
        if own {
            shape.remove(2);
        }
        let probability = self.graph.reshape(&flat, &shape);
        let out = einsum(&mut self.graph, &format!("{scores},dc{m}klij->dcvij"), &[&probability, &value]);
        let out = Maps { value: out, channels: heads * dim, elements: elements_out, size: [rows, cols] };
        self.linear(&layer.out, &out)
    }

    /// The embedding at a place of the index table.
    fn embedded(&self, layer: &Attention, place: usize) -> Vec<f32> {
        let group = layer.group.as_ref().expect("asked for where there is one");
        let first = group.embedding + group.index[place] as usize * group.dim;
        self.parameters[first..first + group.dim].to_vec()
    }

    /// Some channels of every head of the query.
    fn channels(&mut self, query: &Value, first: usize, count: usize) -> Value {
        let [start, end, axis] = [first, first + count, 1].map(|n| self.graph.ints(&[n as i64]));
        self.graph.node("Slice", &[query, &start, &end, &axis], &[])
    }

    /// What each pixel sees through the window: `[1, C · N, window rows, window cols, H, W]`, 0 outside the picture.
    fn unfolded(&mut self, x: &Maps, window: [usize; 2]) -> Value {
        let maps = self.graph.reshape(&x.value, &x.by_map());
        let reach = window.map(|n| (n / 2) as i64);
        let pads = self.graph.ints(&[0, 0, reach[0], reach[1], 0, 0, reach[0], reach[1]]);
        let padded = self.graph.node("Pad", &[&maps, &pads], &[]);
        let [down, across] = [0, 1].map(|axis| {
            let places = (0..window[axis]).flat_map(|k| (0..x.size[axis]).map(move |i| (i + k) as i64));
            let places: Vec<i64> = places.collect();
            self.graph.int_table(&[window[axis], x.size[axis]], &places)
        });
        let rows = self.graph.node("Gather", &[&padded, &down], &[("axis", Attribute::Int(2))]);
        let both = self.graph.node("Gather", &[&rows, &across], &[("axis", Attribute::Int(4))]);
        self.graph.node("Transpose", &[&both], &[("perm", Attribute::Ints(&[0, 1, 2, 4, 3, 5]))])
    }

    /// Where the window reaches beyond the picture: `[H, W, 1, window rows, window cols]`.
    fn mask(&mut self, size: [usize; 2], window: [usize; 2]) -> Value {
        let outside = |axis: usize, at: usize, k: usize| {
            let place = at + k;
            place < window[axis] / 2 || place >= size[axis] + window[axis] / 2
        };
        let mut mask = vec![];
        for (i, j) in (0..size[0]).flat_map(|i| (0..size[1]).map(move |j| (i, j))) {
            for (k, l) in (0..window[0]).flat_map(|k| (0..window[1]).map(move |l| (k, l))) {
                mask.push(if outside(0, i, k) || outside(1, j, l) { MASK } else { 0.0 });
            }
        }
        self.graph.floats(&[size[0], size[1], 1, window[0], window[1]], &mask)
    }

    /// The encodings of some coordinates, `[coordinates, dim]`: nodes whose inputs are all known, which a runtime computes once.
    fn encoding(&mut self, net: &EncodingNet, coordinates: &[f64]) -> Value {
        let count = coordinates.len();
        let coordinates: Vec<f32> = coordinates.iter().map(|&x| x as f32).collect();
        let x = self.graph.floats(&[count, 1], &coordinates);
        let x = self.dense(&net.first, &x);
        let x = self.graph.reshape(&x, &[count, 1, EncodingNet::HIDDEN]);
        let x = self.standardised(&x);
        let x = self.graph.reshape(&x, &[count, EncodingNet::HIDDEN]);
        let [weight, bias] =
            [net.norm.weight, net.norm.bias].map(|offset| self.numbers(offset, &[EncodingNet::HIDDEN]));
        let x = self.graph.node("Mul", &[&x, &weight], &[]);
        let x = self.graph.node("Add", &[&x, &bias], &[]);
        let x = self.swish(&x);
        self.dense(&net.second, &x)
    }

    /// A layer on rows of numbers.
    fn dense(&mut self, linear: &Linear, x: &Value) -> Value {
        let weight = self.numbers(linear.weight, &[linear.outputs, linear.inputs]);
        let bias = linear.bias.map(|offset| self.numbers(offset, &[linear.outputs]));
        let operands: Vec<&Value> = [x, &weight].into_iter().chain(&bias).collect();
        self.graph.node("Gemm", &operands, &[("transB", Attribute::Int(1))])
    }
}
