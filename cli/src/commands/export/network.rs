//! A network as an ONNX graph: the published formula, every attention probability computed and held.

use anyhow::Result;
use gsa_net::Model;
use gsa_net::layers::{Attention, BatchNorm, Convolution, EncodingNet, GroupEncoding, Linear, MaxPool, Norm};
use gsa_net::network::{Network, Step, TransformerLayer};

use super::onnx::{Attribute, Graph, ModelProto, Value};

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
///
/// # Errors
/// Where the file would be larger than ONNX allows.
pub(super) fn graph(model: &Model) -> Result<ModelProto> {
    let network = Network::new(&model.config);
    let mut writer = Writer { graph: Graph::default(), parameters: model.parameters() };
    let [channels, rows, cols] = model.config.input_shape();
    let input = writer.graph.input("x", &[1, channels, rows, cols]);
    let mean = writer.graph.floats(&[1], &[model.config.input_mean]);
    let deviation = writer.graph.floats(&[1], &[model.config.input_std]);
    let centred = writer.graph.node("Sub", &[&input, &mean], &[]);
    let value = writer.graph.node("Div", &[&centred, &deviation], &[]);
    let mut x = Maps { value, channels, elements: 1, size: [rows, cols] };
    for (step, layer) in network.steps.iter().zip(network.layers()) {
        x = match step {
            Step::Lifting(layer) => {
                let lifted = writer.attention(&layer.attention, &x)?;
                writer.norm(&layer.norm, &lifted, true)
            }
            Step::Transformer(layer) => writer.transformer(layer, x)?,
            Step::Convolution(layer) => {
                let y = writer.convolution(&layer.convolution, &x)?;
                match &layer.norm {
                    Some(norm) => writer.batch_norm(norm, &y),
                    None => y,
                }
            }
            Step::MaxPool(layer) => writer.max_pool(*layer, &x),
            Step::Classifier(layer) => writer.linear(layer, &x)?,
        };
        debug_assert_eq!((layer.channels, layer.elements, layer.size), (x.channels, x.elements, x.size));
    }
    let logits = writer.readout(&x);
    let classes = model.config.classes();
    writer.graph.output("logits", &logits, &[1, classes]);
    let training = model.training.as_ref().map(|training| ("training", training.to_string()));
    let notes: Vec<_> = [("config", model.config.to_json())].into_iter().chain(training).collect();
    Ok(writer.graph.into_model(model.config.name(), &notes))
}

/// Letters of dimensions in sums. Those that are the same everywhere: d head, c its channels, v output element, i and j the pixel, k
/// and l the offset in the window.
#[derive(Clone, Copy)]
struct Letters {
    /// Query element: g, or v where it is the output's own.
    query: &'static str,
    /// Key element: m, or v where it is the output's own.
    key: &'static str,
    /// The same in scores: m, or nothing where v is there already.
    keys: &'static str,
}

/// Which elements take part in an attention layer.
struct Shape<'n> {
    layer: &'n Attention,
    /// Whether the query element is the output's own.
    is_own: bool,
    /// Query elements and key elements of each output element.
    queries: usize,
    keys: usize,
    letters: Letters,
}

impl<'n> Shape<'n> {
    fn new(layer: &'n Attention) -> Self {
        let is_own = !layer.is_lifting() && layer.query_elements(0).len() == 1;
        let (key, keys) = if layer.frames() > 1 { ("v", "") } else { ("m", "m") };
        let letters = Letters { query: if is_own { "v" } else { "g" }, key, keys };
        let (queries, keys) = (layer.query_elements(0).len(), layer.key_elements(0).len());
        Self { layer, is_own, queries, keys, letters }
    }

    /// Scores with this many output elements, key elements and offsets; each may be 1, for all.
    fn scores(&self, outputs: usize, keys: usize, window: [usize; 2]) -> [usize; 8] {
        let [rows, cols] = self.layer.size;
        [self.layer.heads, outputs, self.queries, rows, cols, keys, window[0], window[1]]
    }
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

    fn transformer(&mut self, layer: &TransformerLayer, x: Maps) -> Result<Maps> {
        let inner = self.norm(&layer.norm_in, &x, true);
        let attended = self.attention(&layer.attention, &inner)?;
        let attended = self.norm(&layer.norm_attention, &attended, true);
        let shortcut = match &layer.shortcut {
            Some(linear) => self.linear(linear, &x)?,
            None => x,
        };
        let sum = self.add(&attended, &shortcut);
        let y = self.crop(&sum, layer.crop);
        let hidden = self.linear(&layer.mlp_in, &y)?;
        let hidden = self.norm(&layer.norm_hidden, &hidden, true);
        let out = self.linear(&layer.mlp_out, &hidden)?;
        let out = self.norm(&layer.norm_out, &out, false);
        let y = self.add(&out, &y);
        Ok(match &layer.norm_between {
            Some(norm) => self.norm(norm, &y, true),
            None => y,
        })
    }

    /// With the filter of every output element spelt out.
    fn convolution(&mut self, layer: &Convolution, x: &Maps) -> Result<Maps> {
        let Convolution { inputs, outputs, elements_in, elements_out, side, padding, .. } = *layer;
        let (filter, rows) = (layer.filter(), outputs * elements_out);
        self.graph.require_room(rows.saturating_mul(inputs * filter))?;
        let mut turned = vec![0.0; rows * inputs * filter];
        for (row, turned) in turned.chunks_exact_mut(inputs * filter).enumerate() {
            let (o, h) = (row / elements_out, row % elements_out);
            for (c, turned) in turned.chunks_exact_mut(filter).enumerate() {
                for (at, tap) in layer.taps_of(h).iter().enumerate() {
                    turned[*tap as usize] = self.parameters[layer.weight + (o * inputs + c) * filter + at];
                }
            }
        }
        let weight = self.graph.floats(&[rows, inputs * elements_in, side, side], &turned);
        let value = self.graph.reshape(&x.value, &x.by_map());
        let pads = [padding as i64; 4];
        let value = self.graph.node("Conv", &[&value, &weight], &[("pads", Attribute::Ints(&pads))]);
        Ok(Maps { value, channels: outputs, elements: elements_out, size: layer.size_out() })
    }

    /// With the kept statistics, which make it an affine map per channel, then ReLU.
    fn batch_norm(&mut self, norm: &BatchNorm, x: &Maps) -> Maps {
        let number = |offset: usize, c: usize| f64::from(self.parameters[offset + c]);
        let scale = |c: usize| number(norm.weight, c) / (number(norm.variance, c) + BatchNorm::EPSILON).sqrt();
        let shift = |c: usize| number(norm.bias, c) - number(norm.mean, c) * scale(c);
        let [scales, shifts]: [Vec<f32>; 2] = [
            (0..norm.channels).map(|c| scale(c) as f32).collect(),
            (0..norm.channels).map(|c| shift(c) as f32).collect(),
        ];
        let value = self.graph.reshape(&x.value, &x.by_channel());
        let [scales, shifts] = [scales, shifts].map(|numbers| self.graph.floats(&[norm.channels, 1, 1], &numbers));
        let value = self.graph.node("Mul", &[&value, &scales], &[]);
        let value = self.graph.node("Add", &[&value, &shifts], &[]);
        Maps { value: self.graph.node("Relu", &[&value], &[]), ..x.clone() }
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

    fn max_pool(&mut self, MaxPool { window, .. }: MaxPool, x: &Maps) -> Maps {
        let value = self.graph.reshape(&x.value, &x.by_map());
        let window = window.map(|side| side as i64);
        let sides = [("kernel_shape", Attribute::Ints(&window)), ("strides", Attribute::Ints(&[2, 2]))];
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
        self.graph.node(
            "InstanceNormalization",
            &[x, &one, &zero],
            &[("epsilon", Attribute::Float(Norm::EPSILON as f32))],
        )
    }

    fn swish(&mut self, x: &Value) -> Value {
        let gate = self.graph.node("Sigmoid", &[x], &[]);
        self.graph.node("Mul", &[x, &gate], &[])
    }

    /// A 1×1 layer; where it mixes group elements, over maps rather than channels.
    fn linear(&mut self, linear: &Linear, x: &Maps) -> Result<Maps> {
        let mixed = linear.mixed();
        let (inputs, outputs) = (linear.inputs * mixed, linear.outputs * mixed);
        let value = self.graph.reshape(&x.value, &if mixed > 1 { x.by_map() } else { x.by_channel() });
        self.graph.require_room(outputs.saturating_mul(inputs))?;
        let mut matrix = vec![0.0; outputs * inputs];
        linear.for_each_weight(|row, col, place| matrix[row * inputs + col] = self.parameters[linear.weight + place]);
        let weight = self.graph.floats(&[outputs, inputs, 1, 1], &matrix);
        let bias = linear.bias.map(|offset| {
            let bias: Vec<f32> = (0..outputs).map(|row| self.parameters[offset + row / mixed]).collect();
            self.graph.floats(&[outputs], &bias)
        });
        let operands: Vec<&Value> = [&value, &weight].into_iter().chain(&bias).collect();
        Ok(Maps { value: self.graph.node("Conv", &operands, &[]), channels: linear.outputs, ..x.clone() })
    }

    /// Lifting or group attention.
    fn attention(&mut self, layer: &Attention, x: &Maps) -> Result<Maps> {
        let shape = Shape::new(layer);
        let Attention { heads, dim, size: [rows, cols], elements_out, .. } = *layer;
        let window = layer.positions.window;
        let mut project = |linear| self.linear(linear, x);
        let (query, key, value) = (project(&layer.query)?, project(&layer.key)?, project(&layer.value)?);
        let query = self.graph.reshape(&query.value, &[heads, dim, x.elements, rows, cols]);
        let mut unfold = |maps: &Maps| -> Result<Value> {
            let unfolded = self.unfolded(maps, window)?;
            Ok(self.graph.reshape(&unfolded, &[heads, dim, x.elements, window[0], window[1], rows, cols]))
        };
        let (key, value) = (unfold(&key)?, unfold(&value)?);

        let content = self.content_scores(&shape, &query, &key);
        let mut scores = self.position_scores(&shape, &query, content)?;
        if let Some(group) = &layer.group {
            scores = self.group_scores(&shape, group, &query, scores)?;
        }
        let probabilities = self.probabilities(&shape, &scores)?;
        let Letters { query: g, key: m, keys } = shape.letters;
        let equation = format!("dv{g}ij{keys}kl,dc{m}klij->dcvij");
        let value = self.einsum(&equation, [&probabilities, &value]);
        self.linear(&layer.out, &Maps { value, channels: heads * dim, elements: elements_out, size: [rows, cols] })
    }

    /// `q · k`. It does not depend on the output element, except where that is the query's.
    fn content_scores(&mut self, shape: &Shape<'_>, query: &Value, key: &Value) -> Value {
        let Letters { query: g, key: m, keys } = shape.letters;
        let scores = self.einsum(&format!("dc{g}ij,dc{m}klij->d{g}ij{keys}kl"), [query, key]);
        let outputs = if shape.is_own { shape.layer.elements_out } else { 1 };
        self.graph.reshape(&scores, &shape.scores(outputs, shape.keys, shape.layer.positions.window))
    }

    /// Adds `q · (row(Δ_row), col(Δ_col))` to the scores.
    fn position_scores(&mut self, shape: &Shape<'_>, query: &Value, mut scores: Value) -> Result<Value> {
        let (layer, g) = (shape.layer, shape.letters.query);
        let (positions, dim, outputs) = (&layer.positions, layer.row.dim, layer.elements_out);
        let window = positions.window;
        for (net, coordinates, index, first) in [
            (&layer.row, &positions.rows, &positions.row_index, 0),
            (&layer.col, &positions.cols, &positions.col_index, dim),
        ] {
            self.graph.require_room(index.len())?;
            let table = self.encoding(net, coordinates);
            let index: Vec<i64> = index.iter().map(|&i| i64::from(i)).collect();
            let index = self.graph.int_table(&[outputs, window[0], window[1]], &index);
            let table = self.graph.node("Gather", &[&table, &index], &[("axis", Attribute::Int(0))]);
            let part = self.channels(query, first, dim);
            let position = self.einsum(&format!("dc{g}ij,vklc->dv{g}ijkl"), [&part, &table]);
            let position = self.graph.reshape(&position, &shape.scores(outputs, 1, window));
            scores = self.graph.node("Add", &[&scores, &position], &[]);
        }
        Ok(scores)
    }

    /// Adds `q · emb` to the scores.
    fn group_scores(
        &mut self,
        shape: &Shape<'_>,
        group: &GroupEncoding,
        query: &Value,
        scores: Value,
    ) -> Result<Value> {
        let (layer, g, n) = (shape.layer, shape.letters.query, shape.layer.elements_out);
        self.graph.require_room(group.index.len().saturating_mul(group.dim))?;
        let embedded = |place: usize| {
            let first = group.embedding + group.index[place] as usize * group.dim;
            &self.parameters[first..first + group.dim]
        };
        // (h, h~, ĥ), or (h, ĥ) where h~ is h.
        let (elements, places): (Vec<usize>, Vec<usize>) = if shape.is_own {
            (vec![n, n], (0..n * n).map(|i| (i / n * n + i / n) * n + i % n).collect())
        } else {
            (vec![n, n, n], (0..n * n * n).collect())
        };
        let numbers: Vec<f32> = places.into_iter().flat_map(|place| embedded(place).to_vec()).collect();
        let table = self.graph.floats(&[&elements[..], &[group.dim]].concat(), &numbers);
        let part = self.channels(query, 2 * layer.row.dim, group.dim);
        let relative = self.einsum(&format!("dc{g}ij,v{g}mc->dv{g}ijm"), [&part, &table]);
        let relative = self.graph.reshape(&relative, &shape.scores(n, shape.keys, [1, 1]));
        Ok(self.graph.node("Add", &[&scores, &relative], &[]))
    }

    /// The softmax over all keys inside the picture, of the scaled scores.
    fn probabilities(&mut self, shape: &Shape<'_>, scores: &Value) -> Result<Value> {
        let (layer, outputs) = (shape.layer, shape.layer.elements_out);
        let ([rows, cols], window) = (layer.size, layer.positions.window);
        let scale = self.graph.floats(&[1], &[layer.scale() as f32]);
        let scores = self.graph.node("Mul", &[scores, &scale], &[]);
        // Their sum is known, so a runtime makes it once, and passes over the scores once.
        let (down, across) = (self.mask(layer.size, window, 0)?, self.mask(layer.size, window, 1)?);
        let mask = self.graph.node("Add", &[&down, &across], &[]);
        let scores = self.graph.node("Sub", &[&scores, &mask], &[]);
        let keys = shape.keys * window[0] * window[1];
        let flat = self.graph.reshape(&scores, &[layer.heads, outputs, shape.queries, rows, cols, keys]);
        let flat = self.graph.node("Softmax", &[&flat], &[("axis", Attribute::Int(-1))]);
        // As many dimensions as the letters of the sum that follows.
        let mut dimensions = vec![layer.heads, outputs, rows, cols, window[0], window[1]];
        if !shape.letters.keys.is_empty() {
            dimensions.insert(4, shape.keys);
        }
        if !shape.is_own {
            dimensions.insert(2, shape.queries);
        }
        Ok(self.graph.reshape(&flat, &dimensions))
    }

    /// A sum of products. A letter that stands twice in a row stands for one dimension: that of query elements which are the output's
    /// own, and are not summed over.
    fn einsum(&mut self, equation: &str, inputs: [&Value; 2]) -> Value {
        let equation = equation.replace("vv", "v");
        self.graph.node("Einsum", &inputs, &[("equation", Attribute::Text(&equation))])
    }

    /// Some channels of every head of the query.
    fn channels(&mut self, query: &Value, first: usize, count: usize) -> Value {
        let [start, end, axis] = [first, first + count, 1].map(|n| self.graph.ints(&[n as i64]));
        self.graph.node("Slice", &[query, &start, &end, &axis], &[])
    }

    /// What each pixel sees through the window: `[1, C · N, window rows, window cols, H, W]`, 0 outside the picture.
    fn unfolded(&mut self, x: &Maps, window: [usize; 2]) -> Result<Value> {
        self.graph.require_room(window[0] * x.size[0] + window[1] * x.size[1])?;
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
        Ok(self.graph.node("Transpose", &[&both], &[("perm", Attribute::Ints(&[0, 1, 2, 4, 3, 5]))]))
    }

    /// Where the window reaches beyond the picture along one axis: `[H, 1, 1, window rows, 1]`, or `[1, W, 1, 1, window cols]`.
    fn mask(&mut self, size: [usize; 2], window: [usize; 2], axis: usize) -> Result<Value> {
        let (side, reach) = (size[axis], window[axis] / 2);
        self.graph.require_room(side * window[axis])?;
        let outside = |at: usize, k: usize| at + k < reach || at + k >= side + reach;
        let places = (0..side).flat_map(|at| (0..window[axis]).map(move |k| (at, k)));
        let mask: Vec<f32> = places.map(|(at, k)| if outside(at, k) { MASK } else { 0.0 }).collect();
        let mut shape = [1; 5];
        (shape[axis], shape[3 + axis]) = (side, window[axis]);
        Ok(self.graph.floats(&shape, &mask))
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
