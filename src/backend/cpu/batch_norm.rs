//! Batch normalisation with ReLU behind it.

use super::norm::{for_vectors, get, put};
use super::simd::{Isa, Kernel, Scalar, Vector};
use crate::layers::BatchNorm;

/// Mean and variance of each channel.
#[cfg(feature = "train")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Moments<T> {
    /// `[C]`
    pub(crate) mean: Vec<T>,
    /// `[C]`
    pub(crate) variance: Vec<T>,
}

/// A channel's `relu(scale x + shift)`.
#[derive(Clone, Copy)]
struct Channel<T> {
    scale: T,
    shift: T,
    #[cfg(feature = "train")]
    mean: T,
    #[cfg(feature = "train")]
    inverse: T,
}

impl BatchNorm {
    fn channel<T: Scalar>(&self, parameters: &[T], c: usize, mean: T, variance: T) -> Channel<T> {
        let inverse = T::of(1.0) / (variance + T::of(Self::EPSILON)).sqrt();
        // w (x − mean)/deviation + b = scale x + shift
        let scale = parameters[self.weight + c] * inverse;
        Channel {
            scale,
            shift: parameters[self.bias + c] - mean * scale,
            #[cfg(feature = "train")]
            mean,
            #[cfg(feature = "train")]
            inverse,
        }
    }
}

/// Writes `y = relu(w (x − mean)/deviation + b)` with the mean and the variance that training kept.
///
/// # Shapes
/// - x, y: [C, …]
pub(crate) fn forward<T: Scalar>(isa: Isa, layer: &BatchNorm, parameters: &[T], x: &[T], y: &mut [T]) {
    let kept = |first: usize| &parameters[first..first + layer.channels];
    normalise(isa, layer, parameters, [kept(layer.mean), kept(layer.variance)], x, y);
}

/// The same with the mean and the variance of a batch.
#[cfg(feature = "train")]
pub(crate) fn forward_in_batch<T: Scalar>(
    isa: Isa,
    layer: &BatchNorm,
    parameters: &[T],
    moments: &Moments<T>,
    x: &[T],
    y: &mut [T],
) {
    normalise(isa, layer, parameters, [&moments.mean, &moments.variance], x, y);
}

fn normalise<T: Scalar>(
    isa: Isa,
    layer: &BatchNorm,
    parameters: &[T],
    [mean, variance]: [&[T]; 2],
    x: &[T],
    y: &mut [T],
) {
    assert_eq!(x.len(), y.len());
    let length = x.len() / layer.channels;
    for (c, (x, y)) in x.chunks_exact(length).zip(y.chunks_exact_mut(length)).enumerate() {
        let channel = layer.channel(parameters, c, mean[c], variance[c]);
        T::dispatch(isa, Forward { x, channel, y });
    }
}

struct Forward<'a, T> {
    x: &'a [T],
    channel: Channel<T>,
    y: &'a mut [T],
}

impl<T: Scalar> Kernel<T> for Forward<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(self) {
        let Self { x, channel, y } = self;
        let (scale, shift) = (V::splat(channel.scale), V::splat(channel.shift));
        for_vectors::<V>(x.len(), |at, n| {
            // SAFETY: at + n ≤ the length of both, which `normalise` compares.
            unsafe {
                let z = get::<V>(x.as_ptr().add(at), n).mul_add(scale, shift);
                // In this order, in which a NaN does not vanish.
                put(V::zero().max(z), y.as_mut_ptr().add(at), n);
            }
        });
    }
}

/// Sums of so many numbers are made of as many independent ones, so that additions overlap.
#[cfg(feature = "train")]
const SUMS: usize = 32;

/// Σ f(a, b). Plain loops, as the others of training: natively the compiler makes vectors of them.
#[cfg(feature = "train")]
#[inline(always)]
fn total<T: Scalar>(a: &[T], b: &[T], f: impl Fn(T, T) -> [T; 2]) -> [T; 2] {
    let mut sums = [[T::default(); SUMS]; 2];
    let (chunks_a, chunks_b) = (a.chunks_exact(SUMS), b.chunks_exact(SUMS));
    for (i, (a, b)) in chunks_a.remainder().iter().zip(chunks_b.remainder()).enumerate() {
        let [first, second] = f(*a, *b);
        sums[0][i] += first;
        sums[1][i] += second;
    }
    for (a, b) in chunks_a.zip(chunks_b) {
        for i in 0..SUMS {
            let [first, second] = f(a[i], b[i]);
            sums[0][i] += first;
            sums[1][i] += second;
        }
    }
    sums.map(|sums| sums.into_iter().sum())
}

#[cfg(feature = "train")]
struct Squares<'a, T> {
    x: &'a [T],
    about: T,
}

#[cfg(feature = "train")]
impl<T: Scalar> Kernel<T> for Squares<'_, T> {
    type Output = [T; 2];

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(self) -> [T; 2] {
        total(self.x, self.x, |x, _| {
            let d = x - self.about;
            [d, d * d]
        })
    }
}

/// Σ (x − about) and Σ (x − about)² of each channel.
///
/// # Shapes
/// - x: [C, …]
/// - about: `[C]`
#[cfg(feature = "train")]
pub(crate) fn sums<T: Scalar>(isa: Isa, x: &[T], about: &[T]) -> Vec<[T; 2]> {
    let length = x.len() / about.len();
    x.chunks_exact(length).zip(about).map(|(x, about)| T::dispatch(isa, Squares { x, about: *about })).collect()
}

/// What a picture adds to the gradients of bias and weight, `[C]`: Σ dz and Σ dz x̂, where x̂ = (x − mean)/deviation.
///
/// # Shapes
/// - x, y, dy: [C, …]
#[cfg(feature = "train")]
pub(crate) fn gradient_sums<T: Scalar>(
    isa: Isa,
    layer: &BatchNorm,
    parameters: &[T],
    moments: &Moments<T>,
    [x, y, dy]: [&[T]; 3],
    dz: &mut [T],
) -> Vec<[T; 2]> {
    assert!(x.len() == y.len() && x.len() == dy.len() && x.len() == dz.len());
    let length = x.len() / layer.channels;
    (0..layer.channels)
        .map(|c| {
            let line = c * length..(c + 1) * length;
            let channel = layer.channel(parameters, c, moments.mean[c], moments.variance[c]);
            let dz = &mut dz[line.clone()];
            let (x, y, dy) = (&x[line.clone()], &y[line.clone()], &dy[line]);
            T::dispatch(isa, GradientSums { x, y, dy, channel, dz })
        })
        .collect()
}

#[cfg(feature = "train")]
struct GradientSums<'a, T> {
    x: &'a [T],
    y: &'a [T],
    dy: &'a [T],
    channel: Channel<T>,
    dz: &'a mut [T],
}

#[cfg(feature = "train")]
impl<T: Scalar> Kernel<T> for GradientSums<'_, T> {
    type Output = [T; 2];

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(self) -> [T; 2] {
        let Self { x, y, dy, channel: Channel { mean, inverse, .. }, dz } = self;
        // y = relu(z)  ⇒  dz = dy where y > 0
        for ((dz, y), dy) in dz.iter_mut().zip(y).zip(dy) {
            *dz = if *y > T::default() { *dy } else { T::default() };
        }
        total(x, dz, |x, dz| [dz, dz * (x - mean) * inverse])
    }
}

/// Writes `dx = scale (dz − Σ dz / m − x̂ Σ dz x̂ / m)` over `dz`; sums and their number m are those of the whole batch.
///
/// # Shapes
/// - x, dz: [C, …]
/// - sums: `[C]`
#[cfg(feature = "train")]
#[expect(clippy::too_many_arguments, reason = "what is normalised by what, sums, and gradients")]
pub(crate) fn backward<T: Scalar>(
    isa: Isa,
    layer: &BatchNorm,
    parameters: &[T],
    moments: &Moments<T>,
    sums: &[[T; 2]],
    count: usize,
    x: &[T],
    dz: &mut [T],
) {
    assert_eq!(x.len(), dz.len());
    let (length, count) = (x.len() / layer.channels, T::of(count as f64));
    for (c, (x, dz)) in x.chunks_exact(length).zip(dz.chunks_exact_mut(length)).enumerate() {
        let channel = layer.channel(parameters, c, moments.mean[c], moments.variance[c]);
        let averages = sums[c].map(|sum| sum / count);
        T::dispatch(isa, Backward { x, channel, averages, dz });
    }
}

#[cfg(feature = "train")]
struct Backward<'a, T> {
    x: &'a [T],
    channel: Channel<T>,
    averages: [T; 2],
    dz: &'a mut [T],
}

#[cfg(feature = "train")]
impl<T: Scalar> Kernel<T> for Backward<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(self) {
        let Self { x, channel: Channel { scale, mean, inverse, .. }, averages: [average, average_x], dz } = self;
        for (x, dz) in x.iter().zip(dz) {
            *dz = scale * (*dz - average - (*x - mean) * inverse * average_x);
        }
    }
}
