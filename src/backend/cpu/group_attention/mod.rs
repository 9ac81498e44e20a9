//! Lifting and group self-attention, fused per head and tile: forward, and beside it backward.
//!
//! Both are one operation: the lifting layer has one query and one key element and no group factor. Where elements share
//! nothing, each is a [`Frame`] of its own; otherwise a [`Tile`] shares its exponentials among them.

mod blocks;
mod frame;
mod geometry;
mod parts;
mod probabilities;
mod tile;

use frame::Frame;
use geometry::Geometry;
pub use parts::AttentionParts;
pub(crate) use parts::parts;
pub(crate) use probabilities::probabilities;
use tile::{Head, Tile};
#[cfg(feature = "train")]
use tile::{HeadGradient, encoding_dims};

use super::linear::{Matrix, Start, multiply};
#[cfg(feature = "train")]
use super::linear::{add_sums, weight_gradient};
use super::scratch::Scratch;
use super::simd::{Isa, Kernel, Scalar, Vector};
use crate::layers::{Attention, Linear};

/// The score of a position that is no pixel.
const MASKED: f64 = -1e30;

/// The encodings of a layer's distinct coordinates, computed from its parameters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables<T> {
    /// `[distinct rows, row dim]`
    pub rows: Vec<T>,
    /// `[distinct columns, column dim]`
    pub cols: Vec<T>,
}

/// One application of a layer: `x [C, N in, H, W]`.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a, T> {
    /// The layer.
    pub(crate) layer: &'a Attention,
    /// All parameters of the network.
    pub(crate) parameters: &'a [T],
    /// This layer's encodings.
    pub(crate) tables: &'a Tables<T>,
    /// Input `[C, N in, H, W]`.
    pub(crate) x: &'a [T],
}

/// Gradients that an application adds to.
#[cfg(feature = "train")]
pub(crate) struct Gradients<'a, T> {
    /// All parameters of the network.
    pub(crate) parameters: &'a mut [T],
    /// This layer's encodings.
    pub(crate) tables: &'a mut Tables<T>,
}

/// Writes the layer's output, `y [C', N out, H, W]`.
pub(crate) fn forward<T: Scalar>(isa: Isa, call: Call<'_, T>, y: &mut [T]) {
    check(call.layer);
    T::dispatch(isa, Forward { isa, call, y });
}

/// Writes the gradient of the input, `dx [C, N in, H, W]`, given that of the output, `dy [C', N out, H, W]`.
#[cfg(feature = "train")]
pub(crate) fn backward<T: Scalar>(isa: Isa, call: Call<'_, T>, dy: &[T], gradients: Gradients<'_, T>, dx: &mut [T]) {
    check(call.layer);
    T::dispatch(isa, BackwardPass { isa, call, dy, gradients, dx });
}

/// Panics where the layer's index tables are not for its own elements, window and encodings: the innermost loops look nothing
/// up with care, and anybody can put a layer together.
fn check(layer: &Attention) {
    let Attention { elements_in, elements_out, positions, group, .. } = layer;
    let inputs_fit = elements_in == elements_out || layer.is_lifting() && *elements_in == 1;
    let places = elements_out * positions.window[0] * positions.window[1];
    let within = |index: &[u32], length: usize, entries: usize| {
        index.len() == length && index.iter().all(|entry| (*entry as usize) < entries)
    };
    let positions_fit = within(&positions.row_index, places, positions.rows.len())
        && within(&positions.col_index, places, positions.cols.len());
    let group_fits =
        group.as_ref().is_none_or(|g| within(&g.index, elements_out * elements_in * elements_in, *elements_in));
    assert!(inputs_fit && positions_fit && group_fits, "the tables of attention layer {} contradict it", layer.index);
}

struct Forward<'a, T> {
    isa: Isa,
    call: Call<'a, T>,
    y: &'a mut [T],
}

#[cfg(feature = "train")]
struct BackwardPass<'a, T> {
    isa: Isa,
    call: Call<'a, T>,
    dy: &'a [T],
    gradients: Gradients<'a, T>,
    dx: &'a mut [T],
}

/// The input on padded planes and the projections of one head after another.
struct Projections<'a, T> {
    isa: Isa,
    call: Call<'a, T>,
    geometry: &'a Geometry,
    /// `[C, N in, plane]`
    x: Scratch<T>,
    mask: Scratch<T>,
    /// `[3][dim, N in, plane]`: query, key, value.
    planes: [Scratch<T>; 3],
}

impl<'a, T: Scalar> Projections<'a, T> {
    fn new(isa: Isa, call: Call<'a, T>, geometry: &'a Geometry) -> Self {
        let layer = call.layer;
        let mut x = Scratch::zeros(layer.query.inputs * layer.elements_in * geometry.plane);
        geometry.pad(call.x, &mut x);
        let planes = [0; 3].map(|_| Scratch::any(layer.dim * layer.elements_in * geometry.plane));
        Self { isa, call, geometry, x, mask: geometry.mask(T::default(), T::of(MASKED)), planes }
    }

    fn pixels(&self) -> usize {
        self.call.layer.elements_in * self.geometry.plane
    }

    fn project(&mut self, head: usize) {
        let (layer, pixels) = (self.call.layer, self.pixels());
        for (linear, plane) in [&layer.query, &layer.key, &layer.value].into_iter().zip(&mut self.planes) {
            let (weight, bias) = head_rows(self.call.parameters, linear, layer.dim, head);
            let weight = Matrix::new(weight, layer.dim, linear.inputs);
            multiply(self.isa, weight, &self.x, pixels, Start::Bias(bias), plane);
        }
    }

    fn head(&self) -> Head<'_, T> {
        let call = self.call;
        Head {
            query: &self.planes[0],
            key: &self.planes[1],
            value: &self.planes[2],
            mask: &self.mask,
            rows: &call.tables.rows,
            cols: &call.tables.cols,
            group: call
                .layer
                .group
                .as_ref()
                .map_or(&[], |g| &call.parameters[g.embedding..g.embedding + call.layer.elements_in * g.dim]),
        }
    }
}

/// What does the work of one tile after another.
#[allow(clippy::large_enum_variant, reason = "a layer makes one; of 64-bit pointers alone it is so large")]
enum Work<'a, V: Vector> {
    Joint(Tile<'a, V>),
    Apart(Frame<'a, V>),
}

impl<'a, V: Vector> Work<'a, V> {
    fn new(layer: &'a Attention, geometry: &'a Geometry) -> Self {
        // A single element's group factor is the same for all keys, and so has no effect.
        if layer.is_apart() {
            Self::Apart(Frame::new(layer, geometry))
        } else {
            Self::Joint(Tile::new(layer, geometry))
        }
    }

    #[inline(always)]
    fn forward(&mut self, head: Head<'_, V::Scalar>, frame: usize, at: &geometry::Tile, out: &mut [V::Scalar]) {
        match self {
            Self::Joint(tile) => tile.forward(head, at, out),
            Self::Apart(frames) => frames.forward(head, frame, at, out),
        }
    }

    #[cfg(feature = "train")]
    #[inline(always)]
    fn backward(
        &mut self,
        head: Head<'_, V::Scalar>,
        frame: usize,
        at: &geometry::Tile,
        dout: &[V::Scalar],
        out: &mut [V::Scalar],
        gradient: &mut HeadGradient<'_, V>,
    ) {
        match self {
            Self::Joint(tile) => tile.backward(head, at, dout, out, gradient),
            Self::Apart(frames) => frames.backward(head, frame, at, dout, out, gradient),
        }
    }
}

/// Weight rows and biases of one head.
fn head_rows<'a, T>(parameters: &'a [T], linear: &Linear, dim: usize, head: usize) -> (&'a [T], &'a [T]) {
    let weight = linear.weight + head * dim * linear.inputs;
    let bias = linear.bias.expect("projections have biases") + head * dim;
    (&parameters[weight..weight + dim * linear.inputs], &parameters[bias..bias + dim])
}

/// The columns of the output layer's weight that belong to one head.
fn head_columns<'a, T>(parameters: &'a [T], layer: &Attention, head: usize) -> Matrix<'a, T> {
    let out = &layer.out;
    let data = &parameters[out.weight + head * layer.dim..out.weight + out.outputs * out.inputs];
    Matrix { data, outputs: out.outputs, inputs: layer.dim, steps: [out.inputs, 1] }
}

impl<T: Scalar> Kernel<T> for Forward<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(self) {
        let Self { isa, call, y: maps } = self;
        let layer = call.layer;
        let geometry = Geometry::new(layer, V::LANES);
        let mut projections = Projections::new(isa, call, &geometry);
        let mut work = Work::<V>::new(layer, &geometry);
        let pixels = layer.elements_out * geometry.plane;
        let mut heads_out = Scratch::zeros(layer.dim * pixels);
        let mut y = Scratch::any(layer.out.outputs * pixels);
        for head in 0..layer.heads {
            projections.project(head);
            for run in geometry.runs() {
                for frame in 0..layer.frames() {
                    for at in run {
                        work.forward(projections.head(), frame, at, &mut heads_out);
                    }
                }
            }
            let bias = layer.out.bias.expect("the output layer has biases");
            let start =
                if head == 0 { Start::Bias(&call.parameters[bias..bias + layer.out.outputs]) } else { Start::Add };
            multiply(isa, head_columns(call.parameters, layer, head), &heads_out, pixels, start, &mut y);
        }
        geometry.unpad(&y, maps);
    }
}

#[cfg(feature = "train")]
impl<T: Scalar> Kernel<T> for BackwardPass<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(self) {
        let Self { isa, call, dy: dy_maps, gradients, dx: dx_maps } = self;
        let layer = call.layer;
        let geometry = Geometry::new(layer, V::LANES);
        let mut projections = Projections::new(isa, call, &geometry);
        let mut work = Work::<V>::new(layer, &geometry);
        let (pixels_in, pixels_out) = (layer.elements_in * geometry.plane, layer.elements_out * geometry.plane);
        let zeros = Scratch::zeros;
        let mut dy = zeros(layer.out.outputs * pixels_out);
        geometry.pad(dy_maps, &mut dy);
        let (mut heads_out, mut dheads) = (zeros(layer.dim * pixels_out), zeros(layer.dim * pixels_out));
        // Runs of columns write two vectors, of which the second may lie behind the last plane; it adds zeros there.
        let mut dplanes = [0; 3].map(|_| zeros(layer.dim * pixels_in + 2 * V::LANES));
        let mut dx = zeros(layer.query.inputs * pixels_in);
        let [row, col, group] = encoding_dims(layer);
        let entries = if group == 0 { 0 } else { layer.elements_in };
        let mut drows = Scratch::filled(layer.positions.rows.len() * row, V::zero());
        let mut dcols = Scratch::filled(layer.positions.cols.len() * col, V::zero());
        let mut dgroup = Scratch::filled(entries * group, V::zero());
        for head in 0..layer.heads {
            projections.project(head);
            // y = W_out o + b  ⇒  do = W_outᵀ dy, dW_out = dy oᵀ
            multiply(
                isa,
                head_columns(call.parameters, layer, head).transposed(),
                &dy,
                pixels_out,
                Start::Zero,
                &mut dheads,
            );
            for plane in &mut dplanes {
                plane.fill(T::default());
            }
            let [dq, dk, dv] = &mut dplanes;
            let mut gradient =
                HeadGradient { query: dq, key: dk, value: dv, rows: &mut drows, cols: &mut dcols, group: &mut dgroup };
            for run in geometry.runs() {
                for frame in 0..layer.frames() {
                    for at in run {
                        work.backward(projections.head(), frame, at, &dheads, &mut heads_out, &mut gradient);
                    }
                }
            }
            let out = &layer.out;
            let dw = &mut gradients.parameters[out.weight + head * layer.dim..out.weight + out.outputs * out.inputs];
            weight_gradient(isa, &dy, &heads_out, pixels_out, [out.outputs, layer.dim], out.inputs, dw);
            // q = W x + b  ⇒  dx += Wᵀ dq, dW += dq xᵀ, db += Σ dq
            for (linear, d) in [&layer.query, &layer.key, &layer.value].into_iter().zip(&dplanes) {
                let (weight, _) = head_rows(call.parameters, linear, layer.dim, head);
                let weight = Matrix::new(weight, layer.dim, linear.inputs);
                multiply(isa, weight.transposed(), d, pixels_in, Start::Add, &mut dx);
                let at = linear.weight + head * layer.dim * linear.inputs;
                let dw = &mut gradients.parameters[at..at + layer.dim * linear.inputs];
                weight_gradient(isa, d, &projections.x, pixels_in, [layer.dim, linear.inputs], linear.inputs, dw);
                let at = linear.bias.expect("projections have biases") + head * layer.dim;
                add_sums(d, pixels_in, &mut gradients.parameters[at..at + layer.dim]);
            }
        }
        let bias = layer.out.bias.expect("the output layer has biases");
        add_sums(&dy, pixels_out, &mut gradients.parameters[bias..bias + layer.out.outputs]);
        add_lanes(&drows, &mut gradients.tables.rows);
        add_lanes(&dcols, &mut gradients.tables.cols);
        if let Some(g) = &layer.group {
            add_lanes(&dgroup, &mut gradients.parameters[g.embedding..g.embedding + entries * group]);
        }
        geometry.unpad(&dx, dx_maps);
    }
}

/// Adds the sum of each vector's lanes.
#[cfg(feature = "train")]
#[inline(always)]
fn add_lanes<V: Vector>(vectors: &[V], sums: &mut [V::Scalar]) {
    for (vector, sum) in vectors.iter().zip(sums) {
        *sum += vector.sum();
    }
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::backend::cpu::encode;
    use crate::network::Network;
    use crate::{Config, Model};

    thread_local! {
        /// Tiles that this thread did again with the sum of the scores exponentiated as a whole.
        pub(super) static DONE_DIRECTLY: Cell<usize> = const { Cell::new(0) };
    }

    /// How many tiles of the first group attention layer of R4_SA are done directly when its queries are `factor` times as long.
    fn done_directly(isa: Isa, factor: f32) -> (usize, usize) {
        let config = Config::named("r4_sa").unwrap();
        let network = Network::new(&config);
        let layer = network.attention_layers().nth(1).unwrap();
        let mut parameters = Model::random(config, 3).parameters().to_vec();
        let query = layer.query.weight..layer.query.weight + layer.query.outputs * layer.query.inputs;
        parameters[query].iter_mut().for_each(|w| *w *= factor);
        let tables = encode(network.attention_layers(), &parameters);
        let x: Vec<f32> = (0..20 * 4 * 28 * 28).map(|i| ((i * 37 + i / 28 * 11) % 101) as f32 / 50.0 - 1.0).collect();
        let call = Call { layer, parameters: &parameters, tables: &tables[1], x: &x };
        DONE_DIRECTLY.set(0);
        let mut y = vec![0.0; layer.out.outputs * 4 * 28 * 28];
        forward(isa, call, &mut y);
        assert!(y.iter().all(|y| y.is_finite()), "{isa:?}, queries × {factor}");
        let forward = DONE_DIRECTLY.replace(0);
        let mut gradients = parameters.clone();
        let mut dtables = tables[1].clone();
        let own = Gradients { parameters: &mut gradients, tables: &mut dtables };
        let mut dx = vec![0.0; x.len()];
        backward(isa, call, &y, own, &mut dx);
        assert!(dx.iter().all(|d| d.is_finite()), "{isa:?}, queries × {factor}");
        (forward, DONE_DIRECTLY.get())
    }

    #[test]
    fn tiles_are_done_directly_where_products_underflow_and_only_there() {
        for isa in Isa::available() {
            assert_eq!(done_directly(isa, 1.0), (0, 0), "{isa:?}");
            let (forward, backward) = done_directly(isa, 400.0);
            assert!(forward > 0 && forward == backward, "{isa:?}: {forward} forward, {backward} backward");
        }
    }
}
