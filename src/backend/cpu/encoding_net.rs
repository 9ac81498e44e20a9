//! The encoding networks 1 → 16 → norm → Swish → dim over a layer's distinct coordinates.
//!
//! They see a few dozen numbers per step, so they are plain loops.

use super::group_attention::Tables;
use super::simd::Scalar;
use crate::layers::{Attention, EncodingNet, Norm};

const HIDDEN: usize = EncodingNet::HIDDEN;

/// What one coordinate becomes on its way.
struct Hidden<T> {
    #[cfg(feature = "train")]
    inverse: T,
    /// (x − mean)/deviation
    #[cfg(feature = "train")]
    normal: [T; HIDDEN],
    /// Behind the affine map.
    z: [T; HIDDEN],
}

impl<T: Scalar> Hidden<T> {
    /// Runs the first layer and the norm.
    fn new(net: &EncodingNet, parameters: &[T], coordinate: T) -> Self {
        let bias = net.first.bias.expect("encoding layers have biases");
        let x: [T; HIDDEN] =
            std::array::from_fn(|i| parameters[net.first.weight + i] * coordinate + parameters[bias + i]);
        let count = T::of(HIDDEN as f64);
        let mean = x.iter().copied().sum::<T>() / count;
        let variance = x.iter().map(|x| (*x - mean) * (*x - mean)).sum::<T>() / count;
        let inverse = T::of(1.0) / (variance + T::of(Norm::EPSILON)).sqrt();
        let normal = x.map(|x| (x - mean) * inverse);
        let z = std::array::from_fn(|i| normal[i] * parameters[net.norm.weight + i] + parameters[net.norm.bias + i]);
        Self {
            #[cfg(feature = "train")]
            inverse,
            #[cfg(feature = "train")]
            normal,
            z,
        }
    }

    fn swish(&self) -> [T; HIDDEN] {
        self.z.map(|z| z * sigmoid(z))
    }
}

fn sigmoid<T: Scalar>(z: T) -> T {
    T::of(1.0) / (T::of(1.0) + (-z).exp())
}

/// Encodes all distinct coordinates of a layer.
pub(crate) fn tables<T: Scalar>(layer: &Attention, parameters: &[T]) -> Tables<T> {
    tables_at(layer, parameters, &layer.positions.rows, &layer.positions.cols)
}

/// Encodes any coordinates, also such as the layer never sees.
pub(crate) fn tables_at<T: Scalar>(layer: &Attention, parameters: &[T], rows: &[f64], cols: &[f64]) -> Tables<T> {
    Tables { rows: table(&layer.row, parameters, rows), cols: table(&layer.col, parameters, cols) }
}

/// `[coordinates, dim]`
fn table<T: Scalar>(net: &EncodingNet, parameters: &[T], coordinates: &[f64]) -> Vec<T> {
    let bias = net.second.bias.expect("encoding layers have biases");
    let mut out = Vec::with_capacity(coordinates.len() * net.dim);
    for x in coordinates {
        let y = Hidden::new(net, parameters, T::of(*x)).swish();
        out.extend((0..net.dim).map(|c| {
            let weight = &parameters[net.second.weight + c * HIDDEN..][..HIDDEN];
            parameters[bias + c] + weight.iter().zip(&y).map(|(w, y)| *w * *y).sum::<T>()
        }));
    }
    out
}

/// Adds to the gradients of the parameters, given those of the tables.
#[cfg(feature = "train")]
pub(crate) fn backward<T: Scalar>(layer: &Attention, parameters: &[T], dtables: &Tables<T>, gradients: &mut [T]) {
    table_backward(&layer.row, parameters, &layer.positions.rows, &dtables.rows, gradients);
    table_backward(&layer.col, parameters, &layer.positions.cols, &dtables.cols, gradients);
}

#[cfg(feature = "train")]
fn table_backward<T: Scalar>(
    net: &EncodingNet,
    parameters: &[T],
    coordinates: &[f64],
    dtable: &[T],
    gradients: &mut [T],
) {
    let first_bias = net.first.bias.expect("encoding layers have biases");
    let second_bias = net.second.bias.expect("encoding layers have biases");
    let count = T::of(HIDDEN as f64);
    for (x, dout) in coordinates.iter().zip(dtable.chunks_exact(net.dim)) {
        let x = T::of(*x);
        let hidden = Hidden::new(net, parameters, x);
        let y = hidden.swish();
        let mut dy = [T::default(); HIDDEN];
        for (c, d) in dout.iter().enumerate() {
            gradients[second_bias + c] += *d;
            for i in 0..HIDDEN {
                gradients[net.second.weight + c * HIDDEN + i] += *d * y[i];
                dy[i] += *d * parameters[net.second.weight + c * HIDDEN + i];
            }
        }
        // As in norm::backward.
        let mut dnormal = [T::default(); HIDDEN];
        for i in 0..HIDDEN {
            let z = hidden.z[i];
            let s = sigmoid(z);
            let dz = dy[i] * s * (T::of(1.0) + z * (T::of(1.0) - s));
            gradients[net.norm.bias + i] += dz;
            gradients[net.norm.weight + i] += dz * hidden.normal[i];
            dnormal[i] = dz * parameters[net.norm.weight + i];
        }
        let average = dnormal.iter().copied().sum::<T>() / count;
        let average_x = dnormal.iter().zip(&hidden.normal).map(|(d, n)| *d * *n).sum::<T>() / count;
        for i in 0..HIDDEN {
            let dx = (dnormal[i] - average - hidden.normal[i] * average_x) * hidden.inverse;
            gradients[first_bias + i] += dx;
            gradients[net.first.weight + i] += dx * x;
        }
    }
}
