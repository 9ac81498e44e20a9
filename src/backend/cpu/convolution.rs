//! Group convolution, directly: the pixels of a map in one list, so that a place of the filter is an offset into it, and rows that
//! run on into the next are cut off in the end. Nothing is unfolded, and every output element reads the same weights, at offsets of its own.

#![expect(clippy::needless_range_loop, reason = "blocks of registers are indexed alike in several arrays")]

use super::scratch::Scratch;
use super::simd::{Isa, Kernel, Scalar, Vector};
use crate::layers::Convolution;

/// The most lanes of a vector: whoever reads whole vectors may read so far beyond a list's end.
const SLACK: usize = 16;

/// Writes the layer's output.
///
/// # Shapes
/// - weight: [C', C, N in, n, n]
/// - x: [C, N in, H, W]
/// - y: [C', N out, H', W']
pub(crate) fn forward<T: Scalar>(isa: Isa, layer: &Convolution, weight: &[T], x: &[T], y: &mut [T]) {
    check(layer, weight.len(), x.len(), y.len());
    let wide = Wide::of_output(layer);
    let x = padded(x, layer.size, layer.padding);
    let mut sums = Scratch::any(layer.outputs * wide.step);
    let columns = layer.inputs * layer.filter();
    for element in 0..layer.elements_out {
        let offsets = wide.offsets(layer, element);
        T::dispatch(isa, Correlate { weight, offsets: &offsets, columns, x: &x, wide: &wide, y: &mut sums });
        for (o, sums) in sums.chunks_exact(wide.step).enumerate() {
            wide.cut(sums, &mut y[(o * layer.elements_out + element) * wide.pixels()..][..wide.pixels()]);
        }
    }
}

/// Writes the gradient of the input: a convolution too, of what each pixel went into.
///
/// # Shapes
/// - weight: [C', C, N in, n, n]
/// - dy: [C', N out, H', W']
/// - dx: [C, N in, H, W]
#[cfg(feature = "train")]
pub(crate) fn backward<T: Scalar>(isa: Isa, layer: &Convolution, weight: &[T], dy: &[T], dx: &mut [T]) {
    check(layer, weight.len(), dx.len(), dy.len());
    let Convolution { inputs, outputs, elements_in, elements_out, side, .. } = *layer;
    let (filter, size_out) = (layer.filter(), layer.size_out());
    // y[q] = Σ w x[q + δ − padding]  ⇒  dx[p] = Σ w dy[p + padding − δ]
    let around = side - 1 - layer.padding;
    let [rows, cols] = size_out.map(|along| along + 2 * around);
    let wide = Wide::new(layer.size, cols);
    let dy = padded(dy, size_out, around);
    // What an input element went into, in the order of the weights: (place of the weight, output element, place in the filter).
    let mut uses = vec![vec![]; elements_in];
    for (h, at) in (0..elements_out).flat_map(|h| (0..filter).map(move |at| (h, at))) {
        let tap = layer.taps_of(h)[at] as usize;
        uses[tap / (side * side)].push((at, h, tap % (side * side)));
    }
    uses.iter_mut().for_each(|uses| uses.sort_unstable());
    let columns = outputs * uses[0].len();
    let mut transposed = Scratch::with_capacity(inputs * columns);
    for (c, o) in (0..inputs).flat_map(|c| (0..outputs).map(move |o| (c, o))) {
        // Each input element uses the same weights in the same order.
        uses[0].iter().for_each(|(at, ..)| transposed.push(weight[(o * inputs + c) * filter + at]));
    }
    let mut sums = Scratch::any(inputs * wide.step);
    let mut offsets = Scratch::with_capacity(columns);
    for (element, uses) in uses.iter().enumerate() {
        offsets.clear();
        for o in 0..outputs {
            for (_, h, tap) in uses {
                let flipped = side * side - 1 - tap;
                let place = flipped / side * cols + flipped % side;
                offsets.push(((o * elements_out + h) * rows * cols + place) as u32);
            }
        }
        T::dispatch(
            isa,
            Correlate { weight: &transposed, offsets: &offsets, columns, x: &dy, wide: &wide, y: &mut sums },
        );
        for (c, sums) in sums.chunks_exact(wide.step).enumerate() {
            wide.cut(sums, &mut dx[(c * elements_in + element) * wide.pixels()..][..wide.pixels()]);
        }
    }
}

/// Adds the gradient of the weights over some pictures, each with its input and the gradient of its output.
///
/// # Shapes
/// - x: [C, N in, H, W]
/// - dy: [C', N out, H', W']
/// - dweight: [C', C, N in, n, n]
#[cfg(feature = "train")]
pub(crate) fn weight_gradient<'a, T: Scalar>(
    isa: Isa,
    layer: &Convolution,
    pictures: impl ExactSizeIterator<Item = (&'a [T], &'a [T])>,
    dweight: &mut [T],
) {
    let wide = Wide::of_output(layer);
    let (mut inputs, mut gradients) = (Vec::with_capacity(pictures.len()), Vec::with_capacity(pictures.len()));
    for (x, dy) in pictures {
        check(layer, dweight.len(), x.len(), dy.len());
        inputs.push(padded(x, layer.size, layer.padding));
        // Zeros where a row runs on into the next.
        let mut spread = Scratch::zeros(layer.outputs * layer.elements_out * wide.step);
        for (dy, spread) in dy.chunks_exact(wide.pixels()).zip(spread.chunks_exact_mut(wide.step)) {
            wide.spread(dy, spread);
        }
        gradients.push(spread);
    }
    let offsets: Vec<_> = (0..layer.elements_out).map(|element| wide.offsets(layer, element)).collect();
    T::dispatch(
        isa,
        Gradient { layer, wide: &wide, offsets: &offsets, inputs: &inputs, gradients: &gradients, dweight },
    );
}

/// Panics where lists are not of the layer's sizes, or its table is not for its own filter: the innermost loops look nothing up with
/// care, and anybody can put a layer together.
fn check(layer: &Convolution, weight: usize, x: usize, y: usize) {
    let Convolution { inputs, outputs, elements_in, elements_out, side, padding, size, .. } = *layer;
    let fits = side > 0 && padding < side && size.iter().all(|along| along + 2 * padding >= side);
    assert!(fits && outputs > 0 && inputs > 0, "a filter of {side}×{side} is not for {size:?}");
    let places = elements_in * side * side;
    let taps_fit = layer.taps.len() == elements_out * places && layer.taps.iter().all(|tap| (*tap as usize) < places);
    let [rows, cols] = size;
    let [rows_out, cols_out] = layer.size_out();
    let lengths =
        [outputs * inputs * places, inputs * elements_in * rows * cols, outputs * elements_out * rows_out * cols_out];
    assert!(taps_fit && [weight, x, y] == lengths, "lists of {weight}, {x} and {y} numbers are not for {layer:?}");
}

/// Maps with zeros round each, and a few numbers behind the last one.
fn padded<T: Scalar>(maps: &[T], [rows, cols]: [usize; 2], padding: usize) -> Scratch<T> {
    let (plane, width) = ((rows + 2 * padding) * (cols + 2 * padding), cols + 2 * padding);
    let count = maps.len() / (rows * cols);
    let mut out = Scratch::any(count * plane + SLACK);
    if padding == 0 {
        out[..maps.len()].copy_from_slice(maps);
        out[maps.len()..].fill(T::default());
        return out;
    }
    out.fill(T::default());
    for (map, out) in maps.chunks_exact(rows * cols).zip(out.chunks_exact_mut(plane)) {
        for (line, out) in map.chunks_exact(cols).zip(out[padding * width + padding..].chunks_mut(width)) {
            out[..cols].copy_from_slice(line);
        }
    }
    out
}

/// Where outputs lie in rows that are as long as those of the padded input.
struct Wide {
    /// Rows and columns of the output.
    size: [usize; 2],
    /// Columns of the padded input.
    width: usize,
    /// From the first output to behind the last.
    length: usize,
    /// The same in whole vectors.
    step: usize,
}

impl Wide {
    fn new(size: [usize; 2], width: usize) -> Self {
        let length = (size[0] - 1) * width + size[1];
        Self { size, width, length, step: length.next_multiple_of(SLACK) }
    }

    fn of_output(layer: &Convolution) -> Self {
        Self::new(layer.size_out(), layer.size[1] + 2 * layer.padding)
    }

    fn pixels(&self) -> usize {
        self.size[0] * self.size[1]
    }

    /// Of each weight of an output: where it reads for the first pixel, `[C, N in · n²]`.
    fn offsets(&self, layer: &Convolution, element: usize) -> Scratch<u32> {
        let (square, plane) = (layer.side * layer.side, (layer.size[0] + 2 * layer.padding) * self.width);
        let mut offsets = Scratch::with_capacity(layer.inputs * layer.filter());
        for c in 0..layer.inputs {
            for tap in layer.taps_of(element) {
                let (key, place) = (*tap as usize / square, *tap as usize % square);
                let map = c * layer.elements_in + key;
                offsets.push((map * plane + place / layer.side * self.width + place % layer.side) as u32);
            }
        }
        offsets
    }

    /// Drops what lies between the rows.
    fn cut<T: Copy>(&self, wide: &[T], map: &mut [T]) {
        for (line, wide) in map.chunks_exact_mut(self.size[1]).zip(wide.chunks(self.width)) {
            line.copy_from_slice(&wide[..self.size[1]]);
        }
    }

    /// Undoes [`cut`](Self::cut), but for what lies between the rows.
    #[cfg(feature = "train")]
    fn spread<T: Copy>(&self, map: &[T], wide: &mut [T]) {
        for (line, wide) in map.chunks_exact(self.size[1]).zip(wide.chunks_mut(self.width)) {
            wide[..self.size[1]].copy_from_slice(line);
        }
    }
}

/// `y[o, p] = Σ_k weight[o, k] x[offset[k] + p]`.
struct Correlate<'a, T> {
    /// `[outputs, columns]`
    weight: &'a [T],
    /// `[columns]`
    offsets: &'a [u32],
    columns: usize,
    x: &'a [T],
    wide: &'a Wide,
    /// `[outputs, step]`
    y: &'a mut [T],
}

impl<T: Scalar> Kernel<T> for Correlate<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(mut self) {
        let outputs = self.weight.len() / self.columns;
        let vectors = self.wide.length.div_ceil(V::LANES);
        let furthest = self.offsets.iter().max().map_or(0, |offset| *offset as usize);
        assert!(furthest + vectors * V::LANES <= self.x.len() && vectors * V::LANES <= self.wide.step);
        assert!(self.offsets.len() >= self.columns && outputs * self.wide.step <= self.y.len());
        let mut p = 0;
        while p < vectors {
            let wide = match vectors - p {
                4.. if V::ACCUMULATORS >= 20 => 4,
                2.. => 2,
                _ => 1,
            };
            let mut o = 0;
            while o < outputs {
                // SAFETY: all sizes were checked above, and blocks stay within outputs and vectors.
                o += unsafe {
                    match (outputs - o, wide) {
                        (5.., 4) => self.block::<V, 5, 4>(o, p),
                        (4.., 4) => self.block::<V, 4, 4>(o, p),
                        (2.., 4) => self.block::<V, 2, 4>(o, p),
                        (_, 4) => self.block::<V, 1, 4>(o, p),
                        (5.., 2) if V::ACCUMULATORS >= 10 => self.block::<V, 5, 2>(o, p),
                        (4.., 2) => self.block::<V, 4, 2>(o, p),
                        (2.., 2) => self.block::<V, 2, 2>(o, p),
                        (_, 2) => self.block::<V, 1, 2>(o, p),
                        (5.., _) => self.block::<V, 5, 1>(o, p),
                        (4.., _) => self.block::<V, 4, 1>(o, p),
                        (2.., _) => self.block::<V, 2, 1>(o, p),
                        _ => self.block::<V, 1, 1>(o, p),
                    }
                };
            }
            p += wide;
        }
    }
}

impl<T: Scalar> Correlate<'_, T> {
    /// Outputs `o` and on, vectors `p` and on; returns how many outputs.
    #[inline(always)]
    unsafe fn block<V: Vector<Scalar = T>, const O: usize, const P: usize>(&mut self, o: usize, p: usize) -> usize {
        let (columns, step) = (self.columns, self.wide.step);
        let mut sums = [[V::zero(); P]; O];
        // SAFETY: the caller vouches for o + O ≤ outputs, and for p + P vectors behind every offset.
        unsafe {
            let (weight, x) = (self.weight.as_ptr().add(o * columns), self.x.as_ptr().add(p * V::LANES));
            for k in 0..columns {
                let x = x.add(*self.offsets.get_unchecked(k) as usize);
                let mut line = [V::zero(); P];
                for j in 0..P {
                    line[j] = V::load(x.add(j * V::LANES));
                }
                for i in 0..O {
                    let weight = V::splat(*weight.add(i * columns + k));
                    for j in 0..P {
                        sums[i][j] = weight.mul_add(line[j], sums[i][j]);
                    }
                }
            }
            let y = self.y.as_mut_ptr().add(o * step + p * V::LANES);
            for i in 0..O {
                for j in 0..P {
                    sums[i][j].store(y.add(i * step + j * V::LANES));
                }
            }
        }
        O
    }
}

/// `dweight[o, k] += Σ over pictures, elements h and pixels p of dy[o, h, p] x[offset[h][k] + p]`.
#[cfg(feature = "train")]
struct Gradient<'a, T> {
    layer: &'a Convolution,
    wide: &'a Wide,
    /// Of each output element, `[C · N in · n²]`.
    offsets: &'a [Scratch<u32>],
    inputs: &'a [Scratch<T>],
    /// `[C', N out, step]` of each picture.
    gradients: &'a [Scratch<T>],
    dweight: &'a mut [T],
}

#[cfg(feature = "train")]
impl<T: Scalar> Kernel<T> for Gradient<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(mut self) {
        let (outputs, columns) = (self.layer.outputs, self.layer.inputs * self.layer.filter());
        let reach = self.wide.length.div_ceil(V::LANES) * V::LANES;
        for (offsets, x) in self.offsets.iter().flat_map(|offsets| self.inputs.iter().map(move |x| (offsets, x))) {
            let furthest = offsets.iter().max().map_or(0, |offset| *offset as usize);
            assert!(offsets.len() == columns && furthest + reach <= x.len() && reach <= self.wide.step);
        }
        let mut o = 0;
        while o < outputs {
            let left = outputs - o;
            let mut k = 0;
            while k < columns {
                // SAFETY: sizes were checked above and by `check`; blocks stay within outputs and columns.
                k += unsafe {
                    match (left, columns - k) {
                        (5.., 4..) if V::ACCUMULATORS >= 20 => self.block::<V, 5, 4>(o, k),
                        (4.., 4..) if V::ACCUMULATORS >= 20 => self.block::<V, 4, 4>(o, k),
                        (5.., 2..) => self.block::<V, 5, 2>(o, k),
                        (4.., 2..) => self.block::<V, 4, 2>(o, k),
                        (5.., _) => self.block::<V, 5, 1>(o, k),
                        (4.., _) => self.block::<V, 4, 1>(o, k),
                        (_, 4..) => self.block::<V, 1, 4>(o, k),
                        (_, _) => self.block::<V, 1, 1>(o, k),
                    }
                };
            }
            o += match left {
                5.. => 5,
                4 => 4,
                _ => 1,
            };
        }
    }
}

#[cfg(feature = "train")]
impl<T: Scalar> Gradient<'_, T> {
    /// Outputs `o` and on, columns `k` and on; returns how many columns.
    #[inline(always)]
    unsafe fn block<V: Vector<Scalar = T>, const O: usize, const K: usize>(&mut self, o: usize, k: usize) -> usize {
        let Self { layer, wide, offsets, .. } = *self;
        let (columns, vectors) = (layer.inputs * layer.filter(), wide.length.div_ceil(V::LANES));
        let mut sums = [[V::zero(); K]; O];
        for (x, dy) in self.inputs.iter().zip(self.gradients) {
            for (element, offsets) in offsets.iter().enumerate() {
                // SAFETY: the caller vouches for o + O ≤ outputs and k + K ≤ columns, and that every offset has all vectors behind it.
                unsafe {
                    let mut from = [x.as_ptr(); K];
                    for b in 0..K {
                        from[b] = x.as_ptr().add(*offsets.get_unchecked(k + b) as usize);
                    }
                    let dy = dy.as_ptr().add((o * layer.elements_out + element) * wide.step);
                    for p in 0..vectors {
                        let mut line = [V::zero(); K];
                        for b in 0..K {
                            line[b] = V::load(from[b].add(p * V::LANES));
                        }
                        for a in 0..O {
                            let d = V::load(dy.add(a * layer.elements_out * wide.step + p * V::LANES));
                            for b in 0..K {
                                sums[a][b] = d.mul_add(line[b], sums[a][b]);
                            }
                        }
                    }
                }
            }
        }
        for a in 0..O {
            for b in 0..K {
                self.dweight[(o + a) * columns + k + b] += sums[a][b].sum();
            }
        }
        K
    }
}
