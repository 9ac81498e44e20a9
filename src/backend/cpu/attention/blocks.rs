//! The three inner products of attention, forward and backward, blocked for registers.
//!
//! Weights lie as `[key, n]`, where n counts query elements or output elements; planes as `[channel, element, plane]`, of which
//! a key's vector starts at its offset.

#![expect(clippy::needless_range_loop, reason = "blocks of registers are indexed alike in several arrays")]

use crate::backend::cpu::simd::Vector;

/// Where the vectors of the keys of a tile lie.
#[derive(Clone, Copy)]
pub(super) struct Keys<'a> {
    /// Offset of each key's vector within a channel's planes.
    pub(super) offsets: &'a [usize],
    /// Position of each key's vector within a single plane.
    pub(super) pixels: &'a [usize],
    /// From one channel to the next.
    pub(super) channel: usize,
}

impl Keys<'_> {
    /// Whether every vector of every key lies within planes of `length` numbers.
    fn fit<V: Vector>(&self, channels: usize, length: usize) -> bool {
        let last = self.offsets.iter().max().map_or(0, |o| o + V::LANES);
        last <= self.channel && channels * self.channel <= length
    }
}

/// `out[key, n] = mask[key] + Σ_c a[n, c] planes[c, key]`: content scores, and (without a mask) the gradient of probabilities.
#[inline(always)]
pub(super) fn dots<V: Vector>(
    a: &[V],
    count: usize,
    planes: &[V::Scalar],
    keys: Keys<'_>,
    mask: Option<&[V::Scalar]>,
    out: &mut [V],
) {
    let dim = a.len() / count;
    assert!(a.len() == dim * count && out.len() >= keys.offsets.len() * count && keys.fit::<V>(dim, planes.len()));
    if let Some(mask) = mask {
        let last = keys.pixels.iter().max().map_or(0, |o| o + V::LANES);
        assert!(keys.pixels.len() == keys.offsets.len() && last <= mask.len());
    }
    let mut n = 0;
    while n < count {
        // SAFETY: the sizes were checked above; blocks stay within `count` and the keys.
        unsafe {
            if count - n >= 4 {
                dots_for::<V, 4, 2>(a, n, dim, count, planes, keys, mask, out);
                n += 4;
            } else if count - n >= 2 {
                dots_for::<V, 2, 4>(a, n, dim, count, planes, keys, mask, out);
                n += 2;
            } else {
                dots_for::<V, 1, 8>(a, n, dim, count, planes, keys, mask, out);
                n += 1;
            }
        }
    }
}

#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the arguments of `dots`, and a block")]
unsafe fn dots_for<V: Vector, const A: usize, const K: usize>(
    a: &[V],
    n: usize,
    dim: usize,
    count: usize,
    planes: &[V::Scalar],
    keys: Keys<'_>,
    mask: Option<&[V::Scalar]>,
    out: &mut [V],
) {
    let mut key = 0;
    // SAFETY: passed on to the caller.
    unsafe {
        while key + K <= keys.offsets.len() {
            dots_block::<V, A, K>(a, n, dim, count, planes, keys, mask, out, key);
            key += K;
        }
        while key < keys.offsets.len() {
            dots_block::<V, A, 1>(a, n, dim, count, planes, keys, mask, out, key);
            key += 1;
        }
    }
}

#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the arguments of `dots`, and a block")]
unsafe fn dots_block<V: Vector, const A: usize, const K: usize>(
    a: &[V],
    n: usize,
    dim: usize,
    count: usize,
    planes: &[V::Scalar],
    keys: Keys<'_>,
    mask: Option<&[V::Scalar]>,
    out: &mut [V],
    key: usize,
) {
    let mut sums = [[V::zero(); A]; K];
    if let Some(mask) = mask {
        for k in 0..K {
            // SAFETY: the caller vouches for key + K ≤ keys; `dots` checked that they lie within the mask.
            sums[k] = [unsafe { V::load(mask.as_ptr().add(*keys.pixels.get_unchecked(key + k))) }; A];
        }
    }
    // SAFETY: the caller vouches for n + A ≤ count, key + K ≤ keys, and the sizes that `dots` checks.
    unsafe {
        let a = a.as_ptr().add(n * dim);
        for c in 0..dim {
            let channel = planes.as_ptr().add(c * keys.channel);
            let mut line = [V::zero(); A];
            for i in 0..A {
                line[i] = *a.add(i * dim + c);
            }
            for k in 0..K {
                let x = V::load(channel.add(*keys.offsets.get_unchecked(key + k)));
                for i in 0..A {
                    sums[k][i] = line[i].mul_add(x, sums[k][i]);
                }
            }
        }
        for k in 0..K {
            for i in 0..A {
                *out.get_unchecked_mut((key + k) * count + n + i) = sums[k][i];
            }
        }
    }
}

/// `out[n, c] = Σ_key weights[key, n] planes[c, key]`: the weighted values, and the gradient of queries.
#[inline(always)]
pub(super) fn gather<V: Vector>(weights: &[V], count: usize, planes: &[V::Scalar], keys: Keys<'_>, out: &mut [V]) {
    let dim = out.len() / count;
    assert!(
        out.len() == dim * count && weights.len() >= keys.offsets.len() * count && keys.fit::<V>(dim, planes.len())
    );
    let mut n = 0;
    while n < count {
        let pair = count - n >= 2;
        let mut c = 0;
        while c < dim {
            let left = dim - c;
            // SAFETY: the sizes were checked above; n + A ≤ count and c + C ≤ dim.
            unsafe {
                c += match (pair, left) {
                    (true, 10..) if V::MANY_REGISTERS => {
                        gather_block::<V, 2, 10>(weights, count, planes, keys, out, n, c)
                    }
                    (true, 5..) => gather_block::<V, 2, 5>(weights, count, planes, keys, out, n, c),
                    (true, 3..) => gather_block::<V, 2, 3>(weights, count, planes, keys, out, n, c),
                    (true, _) => gather_block::<V, 2, 1>(weights, count, planes, keys, out, n, c),
                    (false, 10..) => gather_block::<V, 1, 10>(weights, count, planes, keys, out, n, c),
                    (false, 3..) => gather_block::<V, 1, 3>(weights, count, planes, keys, out, n, c),
                    (false, _) => gather_block::<V, 1, 1>(weights, count, planes, keys, out, n, c),
                };
            }
        }
        n += if pair { 2 } else { 1 };
    }
}

#[inline(always)]
unsafe fn gather_block<V: Vector, const A: usize, const C: usize>(
    weights: &[V],
    count: usize,
    planes: &[V::Scalar],
    keys: Keys<'_>,
    out: &mut [V],
    n: usize,
    c: usize,
) -> usize {
    let dim = out.len() / count;
    let mut sums = [[V::zero(); C]; A];
    // SAFETY: the caller vouches for n + A ≤ count, c + C ≤ dim, and the sizes that `gather` checks.
    unsafe {
        let first = planes.as_ptr().add(c * keys.channel);
        for (key, offset) in keys.offsets.iter().enumerate() {
            let weights = weights.as_ptr().add(key * count + n);
            let mut w = [V::zero(); A];
            for i in 0..A {
                w[i] = *weights.add(i);
            }
            for j in 0..C {
                let x = V::load(first.add(j * keys.channel + offset));
                for i in 0..A {
                    sums[i][j] = w[i].mul_add(x, sums[i][j]);
                }
            }
        }
        for i in 0..A {
            for j in 0..C {
                *out.get_unchecked_mut((n + i) * dim + c + j) = sums[i][j];
            }
        }
    }
    C
}

/// `planes[c, key] += Σ_n weights[key, n] a[n, c]`: the gradients of keys and values.
#[inline(always)]
pub(super) fn scatter<V: Vector>(weights: &[V], count: usize, a: &[V], planes: &mut [V::Scalar], keys: Keys<'_>) {
    let dim = a.len() / count;
    assert!(a.len() == dim * count && weights.len() >= keys.offsets.len() * count && keys.fit::<V>(dim, planes.len()));
    for (key, offset) in keys.offsets.iter().enumerate() {
        let mut n = 0;
        while n < count {
            // SAFETY: the sizes were checked above; n + A ≤ count.
            unsafe {
                n += match count - n {
                    4.. => scatter_block::<V, 4>(weights, count, a, planes, keys.channel, key, *offset, n),
                    2.. => scatter_block::<V, 2>(weights, count, a, planes, keys.channel, key, *offset, n),
                    _ => scatter_block::<V, 1>(weights, count, a, planes, keys.channel, key, *offset, n),
                };
            }
        }
    }
}

#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the arguments of `scatter`, and a block")]
unsafe fn scatter_block<V: Vector, const A: usize>(
    weights: &[V],
    count: usize,
    a: &[V],
    planes: &mut [V::Scalar],
    channel: usize,
    key: usize,
    offset: usize,
    n: usize,
) -> usize {
    let dim = a.len() / count;
    // SAFETY: the caller vouches for n + A ≤ count and the sizes that `scatter` checks.
    unsafe {
        let weights = weights.as_ptr().add(key * count + n);
        let mut w = [V::zero(); A];
        for i in 0..A {
            w[i] = *weights.add(i);
        }
        let a = a.as_ptr().add(n * dim);
        for c in 0..dim {
            let at = planes.as_mut_ptr().add(c * channel + offset);
            let mut sum = V::load(at);
            for i in 0..A {
                sum = w[i].mul_add(*a.add(i * dim + c), sum);
            }
            sum.store(at);
        }
    }
    A
}
