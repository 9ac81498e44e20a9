//! The three inner products of attention, forward and backward, blocked for registers.
//!
//! Weights lie as `[key, n]`, where n counts query elements or output elements; planes as `[channel, element, plane]`, of which
//! a key's vector starts at its offset.

#![expect(clippy::needless_range_loop, reason = "blocks of registers are indexed alike in several arrays")]

use crate::backend::cpu::scratch::Scratch;
use crate::backend::cpu::simd::Vector;

/// Where the vectors of the keys of a tile lie.
#[derive(Clone, Copy)]
pub(super) struct Keys<'a> {
    /// Position of the first key's vector within a plane …
    first: usize,
    /// … and within a channel's planes.
    start: usize,
    /// Offset of each key's vector from there within a channel's planes.
    offsets: &'a [usize],
    /// Offset of each key's vector within a single plane.
    pixels: &'a [usize],
    /// The largest offset.
    last: usize,
    /// From one channel to the next.
    channel: usize,
}

/// The keys of a tile. They lie alike in most tiles, which differ in `first` alone.
pub(super) struct KeyList {
    /// As [`Keys::first`].
    pub(super) first: usize,
    /// Where the planes of the frame begin within those of a channel.
    pub(super) frame: usize,
    offsets: Scratch<usize>,
    pixels: Scratch<usize>,
    last: usize,
    channel: usize,
    elements: usize,
}

impl KeyList {
    /// For at most so many offsets, so many key elements at a time, of so many planes of a channel.
    pub(super) fn new(most_offsets: usize, elements: usize, planes: usize, plane: usize) -> Self {
        let [offsets, pixels] = [0; 2].map(|_| Scratch::with_capacity(most_offsets * elements));
        Self { first: 0, frame: 0, offsets, pixels, last: 0, channel: planes * plane, elements }
    }

    /// How many keys there are.
    pub(super) fn len(&self) -> usize {
        self.offsets.len()
    }

    /// Begins anew.
    pub(super) fn clear(&mut self) {
        self.offsets.clear();
        self.pixels.clear();
        self.last = 0;
    }

    /// Adds the keys of all elements that lie `pixel` positions behind the first one.
    pub(super) fn push(&mut self, pixel: usize, plane: usize) {
        for m in 0..self.elements {
            self.offsets.push(m * plane + pixel);
            self.pixels.push(pixel);
            self.last = self.last.max(m * plane + pixel);
        }
    }

    #[inline(always)]
    pub(super) fn view(&self) -> Keys<'_> {
        let Self { first, frame, offsets, pixels, last, channel, .. } = self;
        Keys { first: *first, start: frame + first, offsets, pixels, last: *last, channel: *channel }
    }
}

impl Keys<'_> {
    /// Whether every vector of every key lies within planes of `length` numbers.
    #[inline(always)]
    fn fit<V: Vector>(&self, channels: usize, length: usize) -> bool {
        self.start + self.last + V::LANES <= self.channel && channels * self.channel <= length
    }
}

/// `out[key, n] = mask[key] + Σ_c a[n, c] planes[c, key]`: content scores, and (without a mask) the gradient of probabilities.
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
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
        // Rows and columns rise, so the last key lies farthest.
        let last = keys.pixels.last().map_or(0, |o| keys.first + o + V::LANES);
        assert!(keys.pixels.len() == keys.offsets.len() && last <= mask.len());
    }
    let mut n = 0;
    while n < count {
        // SAFETY: the sizes were checked above; blocks stay within `count` and the keys.
        unsafe {
            if count - n >= 4 && V::ACCUMULATORS >= 20 {
                dots_for::<V, 4, 4>(a, n, dim, count, planes, keys, mask, out);
                n += 4;
            } else if count - n >= 4 {
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
            sums[k] = [unsafe { V::load(mask.as_ptr().add(keys.first + *keys.pixels.get_unchecked(key + k))) }; A];
        }
    }
    // SAFETY: the caller vouches for n + A ≤ count, key + K ≤ keys, and the sizes that `dots` checks.
    unsafe {
        let a = a.as_ptr().add(n * dim);
        for c in 0..dim {
            let channel = planes.as_ptr().add(c * keys.channel + keys.start);
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
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) fn gather<V: Vector>(weights: &[V], count: usize, planes: &[V::Scalar], keys: Keys<'_>, out: &mut [V]) {
    let dim = out.len() / count;
    assert!(
        out.len() == dim * count && weights.len() >= keys.offsets.len() * count && keys.fit::<V>(dim, planes.len())
    );
    let mut n = 0;
    while n < count {
        let lines = match count - n {
            4.. if V::ACCUMULATORS >= 20 => 4,
            2.. => 2,
            _ => 1,
        };
        let mut c = 0;
        while c < dim {
            let left = dim - c;
            // SAFETY: the sizes were checked above; n + A ≤ count and c + C ≤ dim.
            unsafe {
                c += match (lines, left) {
                    (4, 5..) => gather_block::<V, 4, 5>(weights, count, planes, keys, out, n, c),
                    (4, 3..) => gather_block::<V, 4, 3>(weights, count, planes, keys, out, n, c),
                    (4, _) => gather_block::<V, 4, 1>(weights, count, planes, keys, out, n, c),
                    (2, 5..) if V::ACCUMULATORS >= 10 => {
                        gather_block::<V, 2, 5>(weights, count, planes, keys, out, n, c)
                    }
                    (2, 3..) => gather_block::<V, 2, 3>(weights, count, planes, keys, out, n, c),
                    (2, _) => gather_block::<V, 2, 1>(weights, count, planes, keys, out, n, c),
                    (1, 10..) if V::ACCUMULATORS >= 10 => {
                        gather_block::<V, 1, 10>(weights, count, planes, keys, out, n, c)
                    }
                    (1, 5..) => gather_block::<V, 1, 5>(weights, count, planes, keys, out, n, c),
                    (_, 3..) => gather_block::<V, 1, 3>(weights, count, planes, keys, out, n, c),
                    (_, _) => gather_block::<V, 1, 1>(weights, count, planes, keys, out, n, c),
                };
            }
        }
        n += lines;
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
        let first = planes.as_ptr().add(c * keys.channel + keys.start);
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

/// `planes[c, key] += Σ_n weights[key, n] a[n, c]`: the gradients of keys and values. Keys are ordered by row, column and element,
/// so many of the last two; each column lies one position behind the column before.
///
/// The vectors of neighbouring columns overlap. Added to memory one after another, each would wait for the one before to get
/// there; so all columns of a row are added up in registers, moved by as many lanes as they lie apart.
#[cfg(feature = "train")]
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) fn scatter<V: Vector>(
    weights: &[V],
    count: usize,
    a: &[V],
    planes: &mut [V::Scalar],
    keys: Keys<'_>,
    [columns, elements]: [usize; 2],
) {
    let dim = a.len() / count;
    assert!(a.len() == dim * count && weights.len() >= keys.offsets.len() * count);
    // A run of columns writes two vectors from its first key on.
    let last = keys.start + keys.last + 2 * V::LANES;
    assert!(keys.fit::<V>(dim, planes.len()) && (dim - 1) * keys.channel + last <= planes.len());
    assert!(keys.offsets.len().is_multiple_of(columns * elements));
    for row in (0..keys.offsets.len()).step_by(columns * elements) {
        for element in 0..elements {
            for first in (0..columns).step_by(V::LANES) {
                let run =
                    Run { key: row + first * elements + element, columns: V::LANES.min(columns - first), elements };
                let mut c = 0;
                while c < dim {
                    let mut n = 0;
                    let pair = dim - c >= 2;
                    while n < count {
                        // SAFETY: the sizes were checked above; n + A ≤ count, c + C ≤ dim, and the run lies within the keys.
                        unsafe {
                            n += match (count - n, pair) {
                                (4.., true) => scatter_run::<V, 4, 2>(weights, count, a, planes, keys, run, n, c),
                                (4.., false) => scatter_run::<V, 4, 1>(weights, count, a, planes, keys, run, n, c),
                                (_, true) => scatter_run::<V, 1, 2>(weights, count, a, planes, keys, run, n, c),
                                (_, false) => scatter_run::<V, 1, 1>(weights, count, a, planes, keys, run, n, c),
                            };
                        }
                    }
                    c += if pair { 2 } else { 1 };
                }
            }
        }
    }
}

/// Neighbouring columns of one row and element: its first key, and how many.
#[cfg(feature = "train")]
#[derive(Clone, Copy)]
struct Run {
    key: usize,
    columns: usize,
    /// Key elements, from a column to the next.
    elements: usize,
}

#[cfg(feature = "train")]
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the arguments of `scatter`, and a block")]
unsafe fn scatter_run<V: Vector, const A: usize, const C: usize>(
    weights: &[V],
    count: usize,
    a: &[V],
    planes: &mut [V::Scalar],
    keys: Keys<'_>,
    run: Run,
    n: usize,
    c: usize,
) -> usize {
    let dim = a.len() / count;
    // SAFETY: the caller vouches for n + A ≤ count, c + C ≤ dim, the run's keys, and the sizes that `scatter` checks.
    unsafe {
        let mut factors = [[V::zero(); C]; A];
        for i in 0..A {
            for j in 0..C {
                factors[i][j] = *a.get_unchecked((n + i) * dim + c + j);
            }
        }
        let mut sums = [[V::zero(); 2]; C];
        for column in 0..run.columns {
            let weights = weights.as_ptr().add((run.key + column * run.elements) * count + n);
            let mut terms = [V::zero(); C];
            for i in 0..A {
                let w = *weights.add(i);
                for j in 0..C {
                    terms[j] = w.mul_add(factors[i][j], terms[j]);
                }
            }
            for j in 0..C {
                sums[j] = terms[j].add_moved(column, sums[j]);
            }
        }
        let at = keys.start + *keys.offsets.get_unchecked(run.key);
        for j in 0..C {
            let at = planes.as_mut_ptr().add((c + j) * keys.channel + at);
            for half in 0..2 {
                let at = at.add(half * V::LANES);
                V::load(at).add(sums[j][half]).store(at);
            }
        }
    }
    A
}
