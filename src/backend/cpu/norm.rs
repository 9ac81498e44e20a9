//! Normalisation over channels, group elements and pixels together, an affine map per channel, and Swish, in one go.

use super::real::Real as _;
use super::simd::{Isa, Kernel, Scalar, Vector};
use crate::layers::Norm;

/// Mean and 1/deviation of an input: what backward needs of forward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Statistics<T> {
    mean: T,
    inverse: T,
}

/// The affine map per channel.
#[derive(Clone, Copy)]
pub(crate) struct Affine<'a, T> {
    /// `[C]`
    pub(crate) weight: &'a [T],
    /// `[C]`
    pub(crate) bias: &'a [T],
    /// Whether Swish follows.
    pub(crate) swish: bool,
}

/// Writes `y = swish(w (x − mean)/deviation + b)`, or without swish.
///
/// # Shapes
/// - x, y: [C, …]
pub(crate) fn forward<T: Scalar>(isa: Isa, x: &[T], affine: Affine<'_, T>, y: &mut [T]) -> Statistics<T> {
    assert_eq!(x.len(), y.len());
    T::dispatch(isa, Forward { x, affine, y })
}

/// Writes the gradient of x; adds to the gradients of weight and bias.
#[cfg(feature = "train")]
#[expect(clippy::too_many_arguments, reason = "three inputs, three gradients, and how")]
pub(crate) fn backward<T: Scalar>(
    isa: Isa,
    x: &[T],
    affine: Affine<'_, T>,
    statistics: Statistics<T>,
    dy: &[T],
    dx: &mut [T],
    dweight: &mut [T],
    dbias: &mut [T],
) {
    assert!(x.len() == dy.len() && x.len() == dx.len());
    T::dispatch(isa, Backward { x, affine, statistics, dy, dx, dweight, dbias });
}

struct Forward<'a, T> {
    x: &'a [T],
    affine: Affine<'a, T>,
    y: &'a mut [T],
}

#[cfg(feature = "train")]
struct Backward<'a, T> {
    x: &'a [T],
    affine: Affine<'a, T>,
    statistics: Statistics<T>,
    dy: &'a [T],
    dx: &'a mut [T],
    dweight: &'a mut [T],
    dbias: &'a mut [T],
}

/// Σ f(x) over four independent sums, so that additions overlap.
#[inline(always)]
fn total<V: Vector>(x: &[V::Scalar], f: impl Fn(V) -> V, one: impl Fn(V::Scalar) -> V::Scalar) -> V::Scalar {
    let mut sums = [V::zero(); 4];
    let chunks = x.chunks_exact(4 * V::LANES);
    let rest: V::Scalar = chunks.remainder().iter().map(|x| one(*x)).sum();
    for chunk in chunks {
        for (i, sum) in sums.iter_mut().enumerate() {
            // SAFETY: the chunk has four times as many numbers as a vector.
            *sum = sum.add(f(unsafe { V::load(chunk.as_ptr().add(i * V::LANES)) }));
        }
    }
    rest + sums[0].add(sums[1]).add(sums[2].add(sums[3])).sum()
}

/// σ(z)
#[inline(always)]
fn sigmoid<V: Vector>(z: V) -> V {
    let one = V::splat(V::Scalar::of(1.0));
    one.div(one.add(V::zero().sub(z).exp()))
}

/// Calls `f` with each run of lanes of a channel: where it begins and how many of its numbers count.
#[inline(always)]
pub(super) fn for_vectors<V: Vector>(length: usize, mut f: impl FnMut(usize, usize)) {
    let mut at = 0;
    while at < length {
        f(at, (length - at).min(V::LANES));
        at += V::LANES;
    }
}

#[inline(always)]
pub(super) unsafe fn get<V: Vector>(p: *const V::Scalar, n: usize) -> V {
    // SAFETY: the caller vouches for n readable numbers, n ≤ LANES.
    unsafe { if n == V::LANES { V::load(p) } else { V::load_first(p, n) } }
}

#[inline(always)]
pub(super) unsafe fn put<V: Vector>(x: V, p: *mut V::Scalar, n: usize) {
    // SAFETY: the caller vouches for n writable numbers, n ≤ LANES.
    unsafe { if n == V::LANES { x.store(p) } else { x.store_first(p, n) } }
}

impl<T: Scalar> Kernel<T> for Forward<'_, T> {
    type Output = Statistics<T>;

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(self) -> Statistics<T> {
        let Self { x, affine, y } = self;
        let count = T::of(x.len() as f64);
        let mean = total::<V>(x, |x| x, |x| x) / count;
        let center = V::splat(mean);
        let squares = total::<V>(
            x,
            |x| {
                let d = x.sub(center);
                d.mul(d)
            },
            |x| (x - mean) * (x - mean),
        );
        let inverse = T::of(1.0) / (squares / count + T::of(Norm::EPSILON)).sqrt();
        let channels = affine.weight.len();
        let length = x.len() / channels;
        for c in 0..channels {
            // w (x − mean)/deviation + b = scale x + shift
            let scale = affine.weight[c] * inverse;
            let shift = V::splat(affine.bias[c] - mean * scale);
            let scale = V::splat(scale);
            let (x, y) = (&x[c * length..(c + 1) * length], &mut y[c * length..(c + 1) * length]);
            for_vectors::<V>(length, |at, n| {
                // SAFETY: at + n ≤ length.
                unsafe {
                    let z = get::<V>(x.as_ptr().add(at), n).mul_add(scale, shift);
                    put(if affine.swish { z.mul(sigmoid(z)) } else { z }, y.as_mut_ptr().add(at), n);
                }
            });
        }
        Statistics { mean, inverse }
    }
}

#[cfg(feature = "train")]
impl<T: Scalar> Kernel<T> for Backward<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(self) {
        let Self { x, affine, statistics, dy, dx, dweight, dbias } = self;
        let (mean, inverse) = (V::splat(statistics.mean), V::splat(statistics.inverse));
        let channels = affine.weight.len();
        let length = x.len() / channels;
        let one = V::splat(T::of(1.0));
        // First dz, kept in dx, and with it Σ dx̂ and Σ dx̂ x̂, where x̂ = (x − mean)/deviation.
        let (mut sum, mut sum_x) = (T::default(), T::default());
        for c in 0..channels {
            let line = c * length..(c + 1) * length;
            let (x, dy, dx) = (&x[line.clone()], &dy[line.clone()], &mut dx[line]);
            let (weight, bias) = (V::splat(affine.weight[c]), V::splat(affine.bias[c]));
            let (mut db, mut dw) = (V::zero(), V::zero());
            for_vectors::<V>(length, |at, n| {
                // SAFETY: at + n ≤ length.
                unsafe {
                    let normal = get::<V>(x.as_ptr().add(at), n).sub(mean).mul(inverse);
                    let mut dz = get::<V>(dy.as_ptr().add(at), n);
                    if affine.swish {
                        // y = z σ(z)  ⇒  dz = dy σ (1 + z (1 − σ))
                        let z = normal.mul_add(weight, bias);
                        let s = sigmoid(z);
                        dz = dz.mul(s).mul(z.mul_add(one.sub(s), one));
                    }
                    // Lanes beyond the channel have dy = 0 and so count nothing.
                    db = db.add(dz);
                    dw = dz.mul_add(normal, dw);
                    put(dz, dx.as_mut_ptr().add(at), n);
                }
            });
            let (db, dw) = (db.sum(), dw.sum());
            dbias[c] += db;
            dweight[c] += dw;
            sum += affine.weight[c] * db;
            sum_x += affine.weight[c] * dw;
        }
        // dx = (dx̂ − mean(dx̂) − x̂ mean(dx̂ x̂)) / deviation, dx̂ = w dz
        let count = T::of(x.len() as f64);
        let (average, average_x) = (V::splat(sum / count), V::splat(sum_x / count));
        for c in 0..channels {
            let line = c * length..(c + 1) * length;
            let (x, dx) = (&x[line.clone()], &mut dx[line]);
            let weight = V::splat(affine.weight[c]);
            for_vectors::<V>(length, |at, n| {
                // SAFETY: at + n ≤ length.
                unsafe {
                    let normal = get::<V>(x.as_ptr().add(at), n).sub(mean).mul(inverse);
                    let d = get::<V>(dx.as_ptr().add(at), n).mul(weight).sub(average).sub(normal.mul(average_x));
                    put(d.mul(inverse), dx.as_mut_ptr().add(at), n);
                }
            });
        }
    }
}
