//! Theorem 1: an attention layer that is a group convolution.

use std::sync::Arc;

use ndarray::{Array2, Array4, ArrayView4};

use super::GroupConvolution;
use super::fit::{self, Matrix};
use crate::backend::cpu::group_attention::probabilities;
use crate::backend::cpu::{Cpu, Isa, Maps, Scalar, Tables};
use crate::encoding::RelativePositions;
use crate::error::{Error, Result};
use crate::group::Group;
use crate::layers::{Attention, Backend, EncodingNet, GroupEncoding, Linear, Mixing, Norm, QueryRule};

/// How group elements meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In the attention, with the query rule `own`: a head for each place and element of the filter, n²·N of them. Of pictures, n².
    Together,
    /// Each is a frame of its own, and the 1×1 layer behind mixes them: a head for each place of the filter, n².
    Frames,
}

/// The weights behind the heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// The filter's own numbers: right where each head looks at one place alone, in the limit of a large α.
    Filter,
    /// Solved for, by least squares: right at every α, as long as there are heads enough.
    Solved,
}

/// An attention layer beside the convolution that it is to be, of maps that go on with zeros.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared<T> {
    /// The layer's `[C', N, H, W]`.
    pub output: Array4<T>,
    /// The convolution's.
    pub target: Array4<f64>,
    /// The largest difference, of the largest number of the convolution, computed in f64; 0 where there is none.
    pub error: f64,
}

/// The encodings of one coordinate: its square and itself.
const QUADRATIC: usize = 2;

/// An attention layer whose heads look at one neighbour each: queries are constants, and with the encodings (t², t) of rows and columns
/// and a unit vector for each group element, the scores of the head for (δ*, η*) are −α |A_h⁻¹Δ − δ*|² + γ [h⁻¹ĥ = η*] + const.
#[derive(Clone, Debug)]
pub struct AttentionAsConvolution<T> {
    convolution: GroupConvolution,
    isa: Isa,
    layer: Attention,
    /// Behind frames.
    mixing: Option<Linear>,
    parameters: Vec<T>,
    tables: Tables<T>,
    /// `[heads, keys]`
    patterns: Matrix,
}

impl<T: Scalar> AttentionAsConvolution<T> {
    /// The layer for a convolution, with α = γ; without one of its heads where that is asked for.
    ///
    /// # Errors
    /// [`Error::Input`] for an α that is not within 0 to 1024, for a head that does not exist, for frames of pictures, and for heads
    /// so alike that no weights can be solved for: α is then next to 0.
    pub fn new(
        convolution: GroupConvolution,
        form: Form,
        alpha: f64,
        weights: Weights,
        without: Option<usize>,
    ) -> Result<Self> {
        if !(0.0..=1024.0).contains(&alpha) {
            return Err(Error::Input(format!("α is {alpha}; it must be from 0 to 1024")));
        }
        if form == Form::Frames && convolution.is_lifting() {
            return Err(Error::Input("a picture has no frames: lift it first".into()));
        }
        let places = places(&convolution, form);
        let mut heads: Vec<usize> = (0..places.len()).collect();
        if let Some(head) = without {
            if head >= heads.len() || heads.len() == 1 {
                return Err(Error::OutOfRange { what: "head", index: head, count: heads.len() });
            }
            heads.remove(head);
        }
        let mut laid = Laid::<T>::default();
        let layer = laid.attention(&convolution, form, alpha, heads.iter().map(|head| places[*head]).collect());
        let mut new = Self {
            isa: Isa::best(),
            mixing: (form == Form::Frames).then(|| laid.mixing(&convolution, layer.out.outputs)),
            tables: tables(&layer.positions, convolution.side() / 2),
            parameters: laid.parameters,
            layer,
            convolution,
            patterns: Matrix::zeros(0, 1),
        };
        new.patterns = new.look();
        let targets = new.targets();
        let weights = match weights {
            Weights::Filter => {
                let mut own = Matrix::zeros(0, targets.cols);
                heads.iter().for_each(|head| own.numbers.extend_from_slice(targets.row(*head)));
                own
            }
            Weights::Solved => fit::weights(&new.patterns, &targets)
                .ok_or_else(|| Error::Input(format!("with α = {alpha} all heads look alike; choose a larger one")))?,
        };
        new.weigh(&weights);
        Ok(new)
    }

    /// Number of heads.
    pub fn heads(&self) -> usize {
        self.layer.heads
    }

    /// Where each head looks from the identity, away from borders: `[heads, keys]`, the keys (element, row, column) of the filter, or
    /// (row, column) of each frame. Every line sums to 1.
    pub fn patterns(&self) -> Array2<f64> {
        let Matrix { cols, numbers } = self.looks();
        Array2::from_shape_vec((numbers.len() / cols, *cols), numbers.clone()).expect("as many numbers")
    }

    /// The same in one list.
    pub(crate) fn looks(&self) -> &Matrix {
        &self.patterns
    }

    /// Runs the layer. Keys beyond the border of a map are masked, as in every network, so that in the limit it goes on with the pixels
    /// of its border; solved weights hold where no key is masked.
    ///
    /// # Shapes
    /// - x: [C, N in, H, W]
    /// - result: [C', N, H, W]
    ///
    /// # Errors
    /// As [`GroupConvolution::apply`].
    pub fn apply(&self, x: ArrayView4<'_, T>) -> Result<Array4<T>> {
        self.array(x, 0)
    }

    /// The same where the map goes on with zeros: within a ring of them, of which nothing is shown.
    ///
    /// # Shapes
    /// - x: [C, N in, H, W]
    /// - result: [C', N, H, W]
    ///
    /// # Errors
    /// As [`apply`](Self::apply).
    pub fn apply_in_ring(&self, x: ArrayView4<'_, T>) -> Result<Array4<T>> {
        self.array(x, self.convolution.side() / 2)
    }

    /// Runs the layer, and the convolution in f64, where the map goes on with zeros.
    ///
    /// # Shapes
    /// - x: [C, N in, H, W]
    ///
    /// # Errors
    /// As [`apply`](Self::apply).
    pub fn compare(&self, x: ArrayView4<'_, T>) -> Result<Compared<T>> {
        self.convolution.check(x.shape())?;
        let numbers: Vec<T> = x.iter().copied().collect();
        let size = [x.dim().2, x.dim().3];
        let (output, target, error) = self.compared(&numbers, size);
        Ok(Compared { output: self.of_maps(output, size), target: self.of_maps(target, size), error })
    }

    /// [`compare`](Self::compare) of maps that fit, in lists.
    pub(crate) fn compared(&self, x: &[T], size: [usize; 2]) -> (Vec<T>, Vec<f64>, f64) {
        let output = self.run(x, size, self.convolution.side() / 2, 0);
        let exact: Vec<f64> = x.iter().map(|x| double(*x)).collect();
        let target = self.convolution.convolve(&exact, size, false);
        let off = apart(output.iter().map(|y| double(*y)), &target);
        (output, target, off)
    }

    fn array(&self, x: ArrayView4<'_, T>, ring: usize) -> Result<Array4<T>> {
        self.convolution.check(x.shape())?;
        let numbers: Vec<T> = x.iter().copied().collect();
        let size = [x.dim().2, x.dim().3];
        Ok(self.of_maps(self.run(&numbers, size, ring, 0), size))
    }

    fn of_maps<N>(&self, numbers: Vec<N>, [rows, cols]: [usize; 2]) -> Array4<N> {
        let shape = (self.convolution.shape()[0], self.layer.elements_out, rows, cols);
        Array4::from_shape_vec(shape, numbers).expect("as many numbers")
    }

    /// The maps of the convolution without padding: what would need pixels beyond the border is left out.
    pub(super) fn inside(&self, x: &Maps<T>) -> Maps<T> {
        let [_, _, rows, cols] = x.shape();
        let (cut, [outputs, ..]) = (self.convolution.side() / 2, self.convolution.shape());
        let mut y = Maps::any([outputs, self.layer.elements_out, rows - 2 * cut, cols - 2 * cut]);
        y.numbers_mut().copy_from_slice(&self.run(x.numbers(), [rows, cols], 0, cut));
        y
    }

    /// Within a ring of so many zeros, which is taken off again, and so much of the map besides.
    fn run(&self, x: &[T], [rows, cols]: [usize; 2], ring: usize, cut: usize) -> Vec<T> {
        let size = [rows + 2 * ring, cols + 2 * ring];
        // Where a line of all maps' pixels begins in their rings, of maps with so many lines that lie so far inside.
        let start = |line: usize, rows: usize, at: usize| ((line / rows) * size[0] + line % rows + at) * size[1] + at;
        let mut ringed = Maps::any([self.layer.query.inputs, self.layer.elements_in, size[0], size[1]]);
        let numbers = ringed.numbers_mut();
        numbers.fill(T::default());
        for (line, pixels) in x.chunks_exact(cols).enumerate() {
            numbers[start(line, rows, ring)..][..cols].copy_from_slice(pixels);
        }
        let layer = self.at(size);
        // Tables are found by the number of the layer.
        let tables = vec![self.tables.clone(); layer.index + 1];
        let mut cpu = Cpu { isa: self.isa, parameters: &self.parameters, tables: &tables };
        let mut y = cpu.group_attention(&layer, &ringed);
        if let Some(mixing) = &self.mixing {
            y = cpu.linear(mixing, &y);
        }
        let [outputs, order, ..] = y.shape();
        let [rows, cols] = [rows - 2 * cut, cols - 2 * cut];
        let mut inside = Vec::with_capacity(outputs * order * rows * cols);
        for line in 0..outputs * order * rows {
            inside.extend_from_slice(&y.numbers()[start(line, rows, ring + cut)..][..cols]);
        }
        inside
    }

    #[inline(never)]
    fn at(&self, size: [usize; 2]) -> Attention {
        Attention { size, ..self.layer.clone() }
    }

    /// Where heads look in the middle of a picture of the window's size.
    fn look(&self) -> Matrix {
        let (side, layer) = (self.convolution.side(), &self.layer);
        let x = Array4::from_elem((layer.query.inputs, layer.elements_in, side, side), T::default());
        let middle = (side / 2, side / 2);
        let seen = probabilities(&self.at([side, side]), &self.parameters, &self.tables, x.view(), middle);
        // From the first element on; the frame of each is its own key.
        let (all, keys) = (layer.elements_in * side * side, layer.key_elements(0).len() * side * side);
        let (seen, _) = seen.into_raw_vec_and_offset();
        let mut looks = Matrix::zeros(0, keys);
        for head in 0..layer.heads {
            looks.numbers.extend(seen[head * layer.elements_out * all..][..keys].iter().map(|p| double(*p)));
        }
        looks
    }

    /// The filter at each key, a column for each place of a weight: of frames (η, output, input), else (output, input).
    fn targets(&self) -> Matrix {
        let [outputs, inputs, elements, side] = self.convolution.shape();
        let group = self.convolution.group();
        let frames = self.mixing.is_some();
        let [keys, columns] = if frames { [1, elements] } else { [elements, 1] };
        let mut targets = Matrix::zeros(0, columns * outputs * inputs);
        for key in 0..keys * side * side {
            let (eta, place) = (key / (side * side), [key / side % side, key % side]);
            for column in 0..targets.cols {
                let (frame, o, c) = (column / (outputs * inputs), column / inputs % outputs, column % inputs);
                let (eta, place) =
                    if frames { (frame, self.convolution.moved(group.element(frame), place)) } else { (eta, place) };
                targets.numbers.push(self.convolution.number([o, c], eta, place));
            }
        }
        targets
    }

    /// Sets the weights `[heads, columns]` behind the heads.
    fn weigh(&mut self, weights: &Matrix) {
        let Self { layer, mixing, parameters, .. } = self;
        let (inputs, dim, out) = (layer.query.inputs, layer.dim, &layer.out);
        let mixed = mixing.as_ref().map_or(1, Linear::mixed);
        let outputs = mixing.as_ref().map_or(out.outputs, |mixing| mixing.outputs);
        for head in 0..weights.rows() {
            for (column, weight) in weights.row(head).iter().enumerate() {
                let (eta, o, c) = (column / (outputs * inputs), column / inputs % outputs, column % inputs);
                let at = match mixing {
                    None => out.weight + o * out.inputs + head * dim + c,
                    Some(mixing) => mixing.weight + (o * mixed + eta) * mixing.inputs + head * inputs + c,
                };
                parameters[at] = T::of(*weight);
            }
        }
    }
}

/// Of each head the element and the place that it is to look at.
fn places(convolution: &GroupConvolution, form: Form) -> Vec<(usize, [usize; 2])> {
    let side = convolution.side();
    let elements = if form == Form::Frames { 1 } else { convolution.elements_in() };
    let places = |eta| (0..side * side).map(move |place| (eta, [place / side, place % side]));
    (0..elements).flat_map(places).collect()
}

/// `[distinct, 2]`: t² and t of each coordinate, in pixels.
fn tables<T: Scalar>(positions: &RelativePositions, half: usize) -> Tables<T> {
    let encoded = |coordinates: &[f64]| {
        let pixels = coordinates.iter().map(|t| t * half.max(1) as f64);
        pixels.flat_map(|t| [T::of(t * t), T::of(t)]).collect()
    };
    Tables { rows: encoded(&positions.rows), cols: encoded(&positions.cols) }
}

/// The largest difference, of the largest number of the target; 0 where there is none.
pub(super) fn apart(output: impl Iterator<Item = f64>, target: &[f64]) -> f64 {
    let (mut most, mut off) = (0.0, 0.0);
    for (y, exact) in output.zip(target) {
        let apart = (y - exact).abs();
        // `max` would drop a NaN.
        off = if apart > off || apart.is_nan() { apart } else { off };
        most = f64::max(most, exact.abs());
    }
    if off == 0.0 { 0.0 } else { off / most }
}

fn double<T: Scalar>(x: T) -> f64 {
    x.to_f64().expect("a floating-point number")
}

/// Parameters as they are laid out.
#[derive(Default)]
struct Laid<T> {
    parameters: Vec<T>,
}

impl<T: Scalar> Laid<T> {
    fn zeros(&mut self, count: usize) -> usize {
        let at = self.parameters.len();
        self.parameters.resize(at + count, T::default());
        at
    }

    fn linear(&mut self, inputs: usize, outputs: usize) -> Linear {
        let (weight, bias) = (self.zeros(inputs * outputs), Some(self.zeros(outputs)));
        Linear { inputs, outputs, weight, bias, mixing: None }
    }

    /// What the tables are given instead of.
    fn encoding(&self) -> EncodingNet {
        let none = |inputs, outputs| Linear { inputs, outputs, weight: 0, bias: Some(0), mixing: None };
        EncodingNet {
            dim: QUADRATIC,
            first: none(1, EncodingNet::HIDDEN),
            norm: Norm { channels: EncodingNet::HIDDEN, weight: 0, bias: 0 },
            second: none(EncodingNet::HIDDEN, QUADRATIC),
        }
    }

    /// One that passes its values on, with a unit vector for each group element.
    fn attention(
        &mut self,
        convolution: &GroupConvolution,
        form: Form,
        alpha: f64,
        heads: Vec<(usize, [usize; 2])>,
    ) -> Attention {
        let (group, side) = (convolution.group(), convolution.side());
        let [outputs, inputs, elements, _] = convolution.shape();
        let order = group.order();
        let is_grouped = elements > 1 && form == Form::Together;
        let dim = (2 * QUADRATIC + if is_grouped { order } else { 0 }).max(inputs);
        let projected = dim * heads.len();
        let query = self.linear(inputs, projected);
        let key = self.linear(inputs, projected);
        let value = self.linear(inputs, projected);
        let frames = form == Form::Frames;
        let out = self.linear(projected, if frames { heads.len() * inputs } else { outputs });
        let group_encoding = is_grouped.then(|| self.unit_vectors(group, dim - 2 * QUADRATIC));
        // The layer divides scores by √C.
        let sharpness = alpha * (inputs as f64).sqrt();
        let bias = query.bias.expect("projections have biases");
        for (head, (eta, place)) in heads.iter().enumerate() {
            for (axis, at) in place.iter().enumerate() {
                let at = *at as f64 - (side / 2) as f64;
                let query = bias + head * dim + axis * QUADRATIC;
                self.parameters[query] = T::of(-sharpness);
                self.parameters[query + 1] = T::of(2.0 * sharpness * at);
            }
            if is_grouped {
                self.parameters[bias + head * dim + 2 * QUADRATIC + eta] = T::of(sharpness);
            }
            for c in 0..inputs {
                self.parameters[value.weight + (head * dim + c) * inputs + c] = T::of(1.0);
                if frames {
                    self.parameters[out.weight + (head * inputs + c) * projected + head * dim + c] = T::of(1.0);
                }
            }
        }
        Attention {
            // The lifting layer is the first one.
            index: usize::from(elements > 1),
            heads: heads.len(),
            dim,
            size: [side; 2],
            elements_in: elements,
            elements_out: order,
            queries: if frames { QueryRule::PerFrame } else { QueryRule::Own },
            query,
            key,
            value,
            out,
            row: self.encoding(),
            col: self.encoding(),
            group: group_encoding,
            positions: Arc::new(RelativePositions::new(group, [side; 2])),
        }
    }

    fn unit_vectors(&mut self, group: &Group, dim: usize) -> GroupEncoding {
        let order = group.order();
        let embedding = self.zeros(order * dim);
        for element in 0..order {
            self.parameters[embedding + element * dim + element] = T::of(1.0);
        }
        let quotient = group.quotient_table();
        let index = (0..order.pow(3)).map(|i| quotient[i / (order * order) * order + i % order] as u32).collect();
        GroupEncoding { dim, embedding, index }
    }

    fn mixing(&mut self, convolution: &GroupConvolution, inputs: usize) -> Linear {
        let group = convolution.group();
        let (outputs, elements) = (convolution.shape()[0], group.order());
        let weight = self.zeros(outputs * elements * inputs);
        let quotient = group.quotient_table().iter().map(|&i| i as u32).collect();
        Linear { inputs, outputs, weight, bias: None, mixing: Some(Mixing { elements, quotient }) }
    }
}
