//! Small matrix products for 1×1 layers: few channels, many pixels, vectorised over pixels.

#![expect(clippy::needless_range_loop, reason = "blocks of registers are indexed alike in several arrays")]

use super::simd::{Isa, Kernel, Scalar, Vector};

/// What a product is added to.
#[derive(Clone, Copy)]
pub(crate) enum Start<'a, T> {
    /// The same number for all pixels of an output channel.
    Bias(&'a [T]),
    /// Zero.
    Zero,
    /// What stands in the output.
    Add,
}

/// A weight matrix `[outputs, inputs]`, of which rows or columns may be a part of something larger.
#[derive(Clone, Copy)]
pub(crate) struct Matrix<'a, T> {
    /// Numbers, the first one at the front.
    pub(crate) data: &'a [T],
    /// Rows.
    pub(crate) outputs: usize,
    /// Columns.
    pub(crate) inputs: usize,
    /// Steps from a row to the next and from a column to the next.
    pub(crate) steps: [usize; 2],
}

impl<'a, T> Matrix<'a, T> {
    /// All of a contiguous matrix.
    pub(crate) fn new(data: &'a [T], outputs: usize, inputs: usize) -> Self {
        Self { data, outputs, inputs, steps: [inputs, 1] }
    }

    /// Rows and columns swapped.
    #[cfg(feature = "train")]
    pub(crate) fn transposed(self) -> Self {
        Self { outputs: self.inputs, inputs: self.outputs, steps: [self.steps[1], self.steps[0]], ..self }
    }

    fn check(&self, x: usize, y: usize, pixels: usize) {
        assert!(self.outputs > 0 && self.inputs > 0);
        assert!((self.outputs - 1) * self.steps[0] + (self.inputs - 1) * self.steps[1] < self.data.len());
        let fits = |channels: usize, length| channels.checked_mul(pixels).is_some_and(|most| length >= most);
        assert!(fits(self.inputs, x) && fits(self.outputs, y));
    }
}

/// `y[o, p] = start + Σ_i w[o, i] x[i, p]`.
///
/// # Shapes
/// - x: [inputs, pixels]
/// - y: [outputs, pixels]
pub(crate) fn multiply<T: Scalar>(
    isa: Isa,
    w: Matrix<'_, T>,
    x: &[T],
    pixels: usize,
    start: Start<'_, T>,
    y: &mut [T],
) {
    w.check(x.len(), y.len(), pixels);
    if let Start::Bias(bias) = start {
        assert!(bias.len() >= w.outputs);
    }
    T::dispatch(isa, Multiply { w, x, pixels, start, y });
}

struct Multiply<'a, T> {
    w: Matrix<'a, T>,
    x: &'a [T],
    pixels: usize,
    start: Start<'a, T>,
    y: &'a mut [T],
}

impl<T: Scalar> Kernel<T> for Multiply<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(mut self) {
        let wide = if V::ACCUMULATORS >= 20 { 4 } else { 2 };
        let mut p = 0;
        while p < self.pixels {
            let left = self.pixels - p;
            let mut o = 0;
            while o < self.w.outputs {
                let rows = rows_of_block::<V>(self.w.outputs - o);
                // SAFETY: `multiply` checked the sizes; blocks stay within outputs, and within pixels or are partial.
                unsafe {
                    match (rows, left >= wide * V::LANES) {
                        (5, true) if V::ACCUMULATORS >= 20 => self.block::<V, 5, 4, false>(o, p),
                        (5, true) => self.block::<V, 5, 2, false>(o, p),
                        (4, true) => self.block::<V, 4, 2, false>(o, p),
                        (3, true) => self.block::<V, 3, 2, false>(o, p),
                        (2, true) => self.block::<V, 2, 2, false>(o, p),
                        (_, true) if V::ACCUMULATORS >= 20 => self.block::<V, 1, 4, false>(o, p),
                        (_, true) => self.block::<V, 1, 2, false>(o, p),
                        (5, false) => self.block::<V, 5, 1, true>(o, p),
                        (4, false) => self.block::<V, 4, 1, true>(o, p),
                        (3, false) => self.block::<V, 3, 1, true>(o, p),
                        (2, false) => self.block::<V, 2, 1, true>(o, p),
                        (_, false) => self.block::<V, 1, 1, true>(o, p),
                    }
                }
                o += rows;
            }
            p += if left >= wide * V::LANES { wide * V::LANES } else { V::LANES };
        }
    }
}

/// How many of the outputs that are left make the next block.
#[inline(always)]
fn rows_of_block<V: Vector>(left: usize) -> usize {
    match left {
        5.. if V::ACCUMULATORS >= 10 => 5,
        _ if V::ACCUMULATORS >= 10 => 1,
        // One by itself would wait for its own sum at each step.
        5 | 6 => 3,
        4.. => 4,
        _ => left,
    }
}

impl<T: Scalar> Multiply<'_, T> {
    #[inline(always)]
    unsafe fn block<V: Vector<Scalar = T>, const O: usize, const P: usize, const PARTIAL: bool>(
        &mut self,
        o: usize,
        p: usize,
    ) {
        let (pixels, [row, col]) = (self.pixels, self.w.steps);
        let rest = pixels - p;
        let partial = PARTIAL && rest < V::LANES;
        let mut sums = [[V::zero(); P]; O];
        // SAFETY: the caller vouches for o + O ≤ outputs and, unless partial, p + P·LANES ≤ pixels.
        unsafe {
            let y = self.y.as_mut_ptr().add(o * pixels + p);
            match self.start {
                Start::Zero => {}
                Start::Bias(bias) => {
                    for i in 0..O {
                        sums[i] = [V::splat(*bias.get_unchecked(o + i)); P];
                    }
                }
                Start::Add => {
                    for i in 0..O {
                        for j in 0..P {
                            let at = y.add(i * pixels + j * V::LANES);
                            sums[i][j] = if partial { V::load_first(at, rest) } else { V::load(at) };
                        }
                    }
                }
            }
            let w = self.w.data.as_ptr().add(o * row);
            for k in 0..self.w.inputs {
                let x = self.x.as_ptr().add(k * pixels + p);
                let mut line = [V::zero(); P];
                for j in 0..P {
                    line[j] = if partial { V::load_first(x, rest) } else { V::load(x.add(j * V::LANES)) };
                }
                for i in 0..O {
                    let w = V::splat(*w.add(i * row + k * col));
                    for j in 0..P {
                        sums[i][j] = w.mul_add(line[j], sums[i][j]);
                    }
                }
            }
            for i in 0..O {
                for j in 0..P {
                    let at = y.add(i * pixels + j * V::LANES);
                    if partial {
                        sums[i][j].store_first(at, rest);
                    } else {
                        sums[i][j].store(at);
                    }
                }
            }
        }
    }
}

/// `dw[o, i] += Σ_p dy[o, p] x[i, p]`; rows of `dw` are `row_step` apart.
///
/// # Shapes
/// - dy: [outputs, pixels]
/// - x: [inputs, pixels]
#[cfg(feature = "train")]
pub(crate) fn weight_gradient<T: Scalar>(
    isa: Isa,
    dy: &[T],
    x: &[T],
    pixels: usize,
    [outputs, inputs]: [usize; 2],
    row_step: usize,
    dw: &mut [T],
) {
    assert!(dy.len() >= outputs * pixels && x.len() >= inputs * pixels);
    assert!(inputs <= row_step && dw.len() >= (outputs - 1) * row_step + inputs);
    T::dispatch(isa, WeightGradient { dy, x, pixels, outputs, inputs, row_step, dw });
}

#[cfg(feature = "train")]
struct WeightGradient<'a, T> {
    dy: &'a [T],
    x: &'a [T],
    pixels: usize,
    outputs: usize,
    inputs: usize,
    row_step: usize,
    dw: &'a mut [T],
}

#[cfg(feature = "train")]
impl<T: Scalar> Kernel<T> for WeightGradient<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<V: Vector<Scalar = T>>(mut self) {
        let mut o = 0;
        while o < self.outputs {
            let many = self.outputs - o >= 5;
            let mut i = 0;
            while i < self.inputs {
                let left = self.inputs - i;
                // SAFETY: `weight_gradient` checked the sizes; blocks stay within outputs and inputs.
                unsafe {
                    i += match (many, left) {
                        (true, 4..) if V::ACCUMULATORS >= 20 => self.block::<V, 5, 4>(o, i),
                        (true, 2..) => self.block::<V, 5, 2>(o, i),
                        (true, _) => self.block::<V, 5, 1>(o, i),
                        (false, 2..) => self.block::<V, 1, 2>(o, i),
                        (false, _) => self.block::<V, 1, 1>(o, i),
                    };
                }
            }
            o += if many { 5 } else { 1 };
        }
    }
}

#[cfg(feature = "train")]
impl<T: Scalar> WeightGradient<'_, T> {
    #[inline(always)]
    unsafe fn block<V: Vector<Scalar = T>, const O: usize, const I: usize>(&mut self, o: usize, i: usize) -> usize {
        let pixels = self.pixels;
        let mut sums = [[V::zero(); I]; O];
        // SAFETY: the caller vouches for o + O ≤ outputs and i + I ≤ inputs.
        unsafe {
            let (dy, x) = (self.dy.as_ptr().add(o * pixels), self.x.as_ptr().add(i * pixels));
            let whole = pixels - pixels % V::LANES;
            for p in (0..whole).step_by(V::LANES) {
                let mut line = [V::zero(); I];
                for b in 0..I {
                    line[b] = V::load(x.add(b * pixels + p));
                }
                for a in 0..O {
                    let d = V::load(dy.add(a * pixels + p));
                    for b in 0..I {
                        sums[a][b] = d.mul_add(line[b], sums[a][b]);
                    }
                }
            }
            if whole < pixels {
                let rest = pixels - whole;
                for a in 0..O {
                    let d = V::load_first(dy.add(a * pixels + whole), rest);
                    for b in 0..I {
                        sums[a][b] = d.mul_add(V::load_first(x.add(b * pixels + whole), rest), sums[a][b]);
                    }
                }
            }
            for a in 0..O {
                for b in 0..I {
                    *self.dw.get_unchecked_mut((o + a) * self.row_step + i + b) += sums[a][b].sum();
                }
            }
        }
        I
    }
}

/// Adds the sum of each line of `pixels` numbers.
#[cfg(feature = "train")]
pub(crate) fn add_sums<T: Scalar>(lines: &[T], pixels: usize, sums: &mut [T]) {
    for (line, sum) in lines.chunks_exact(pixels).zip(sums) {
        // Eight partial sums, which the compiler turns into a vector.
        let mut parts = [T::default(); 8];
        let chunks = line.chunks_exact(8);
        let rest: T = chunks.remainder().iter().copied().sum();
        for chunk in chunks {
            for (part, x) in parts.iter_mut().zip(chunk) {
                *part += *x;
            }
        }
        *sum += rest + parts.into_iter().sum();
    }
}
