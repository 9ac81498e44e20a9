//! The softmax over the product of three factors, forward and backward; with `DIRECT` over the sum of three scores.

use super::lanes::{at, update};
use super::{Backward, Head, Seen, Tile};
use crate::backend::cpu::simd::{Scalar, Vector};
use crate::layers::Real as _;

impl<V: Vector> Tile<'_, V> {
    /// The probabilities; `N` is the number of query elements where the compiler is to know it, else 0.
    #[inline(always)]
    pub(super) fn attend<const N: usize>(&mut self, head: Head<'_, V::Scalar>) {
        if self.normalise::<N, false, false>() {
            self.weigh::<N, false>();
        } else {
            self.factors(head);
            self.find_shifts();
            self.normalise::<0, true, false>();
            self.weigh::<0, true>();
        }
    }

    /// As [`attend`](Self::attend), and the gradients of the scores.
    #[inline(always)]
    pub(super) fn attend_backward<const N: usize>(&mut self, head: Head<'_, V::Scalar>) {
        if self.normalise::<N, false, true>() {
            self.softmax_backward::<N, false>();
        } else {
            self.factors(head);
            self.find_shifts();
            self.normalise::<0, true, true>();
            self.softmax_backward::<0, true>();
        }
    }

    /// For each (h, g) the largest sum of scores.
    #[inline(always)]
    fn find_shifts(&mut self) {
        for h in 0..self.outputs {
            for g in self.layer.query_elements(h) {
                let mut largest = V::splat(V::Scalar::of(f64::from(f32::MIN)));
                for x in 0..self.offsets.len() {
                    let b = self.position(g, self.seen(h, x), |row, col| row.add(col));
                    for m in 0..self.inputs {
                        let score = self.content[(x * self.inputs + m) * self.inputs + g];
                        largest = largest.max(score.add(b).add(self.group_factor(self.inputs, h, g, m)));
                    }
                }
                self.shift[h * self.inputs + g] = largest;
            }
        }
    }

    /// 1/Z for each (h, g), and with `GRADIENT` also Σ p dp. False if a sum of the products of factors is too small to be
    /// trusted.
    #[inline(always)]
    fn normalise<const N: usize, const DIRECT: bool, const GRADIENT: bool>(&mut self) -> bool {
        let n = if N == 0 { self.inputs } else { N };
        let outputs = self.outputs;
        self.inverse.fill(V::zero());
        let mut inner = std::mem::take(&mut self.backward.inner);
        if GRADIENT {
            inner.fill(V::zero());
        }
        for x in 0..self.offsets.len() {
            for h in 0..outputs {
                let seen = self.seen(h, x);
                for g in self.layer.query_elements(h) {
                    let b = self.position_factor::<DIRECT>(h, g, seen);
                    let (mut sum, mut sum_dp) = (V::zero(), V::zero());
                    for m in 0..n {
                        let key = x * n + m;
                        let (a, c) = (at(&self.content, key * n + g), self.group_factor(n, h, g, m));
                        let e = if DIRECT { a.add(b).add(c).exp() } else { a.mul(c) };
                        sum = sum.add(e);
                        if GRADIENT {
                            sum_dp = e.mul_add(at(&self.backward.dp, key * outputs + h), sum_dp);
                        }
                    }
                    let b = if DIRECT { V::splat(V::Scalar::of(1.0)) } else { b };
                    update(&mut self.inverse, h * n + g, |z| sum.mul_add(b, z));
                    if GRADIENT {
                        update(&mut inner, h * n + g, |z| sum_dp.mul_add(b, z));
                    }
                }
            }
        }
        let mut trusted = true;
        for h in 0..outputs {
            for g in self.layer.query_elements(h) {
                let z = self.inverse[h * n + g];
                trusted &= DIRECT || z.all_at_least(V::Scalar::SAFE_SUM);
                let inverse = V::splat(V::Scalar::of(1.0)).div(z);
                self.inverse[h * n + g] = inverse;
                if GRADIENT {
                    inner[h * n + g] = inner[h * n + g].mul(inverse);
                }
            }
        }
        self.backward.inner = inner;
        trusted
    }

    /// The position factors of all query elements that `h` sums over, at offset `x`, with 1/Z multiplied in unless `DIRECT`.
    #[inline(always)]
    fn position_factors<const DIRECT: bool>(&mut self, n: usize, h: usize, seen: Seen) {
        for g in self.layer.query_elements(h) {
            let b = self.position_factor::<DIRECT>(h, g, seen);
            let b = if DIRECT { b } else { b.mul(at(&self.inverse, h * n + g)) };
            update(&mut self.position, g, |_| b);
        }
    }

    /// `weights[key, h] = Σ_g p(h, g; key)`.
    #[inline(always)]
    fn weigh<const N: usize, const DIRECT: bool>(&mut self) {
        let n = if N == 0 { self.inputs } else { N };
        for x in 0..self.offsets.len() {
            for h in 0..self.outputs {
                self.position_factors::<DIRECT>(n, h, self.seen(h, x));
                let mut m = 0;
                while m < n {
                    // Four key elements at a time stay in registers.
                    m += if n - m >= 4 {
                        self.weigh_keys::<4, DIRECT>(n, x, h, m)
                    } else {
                        self.weigh_keys::<1, DIRECT>(n, x, h, m)
                    };
                }
            }
        }
    }

    #[inline(always)]
    fn weigh_keys<const M: usize, const DIRECT: bool>(&mut self, n: usize, x: usize, h: usize, first: usize) -> usize {
        let mut sums = [V::zero(); M];
        for g in self.layer.query_elements(h) {
            for (i, sum) in sums.iter_mut().enumerate() {
                *sum = sum.add(self.probability::<DIRECT>(n, x, h, g, first + i));
            }
        }
        for (i, sum) in sums.into_iter().enumerate() {
            update(&mut self.weights, (x * n + first + i) * self.outputs + h, |_| sum);
        }
        M
    }

    /// From dp to the gradients of the scores: ds = p (dp − Σ p dp), summed over whatever shares a score. Leaves Σ_g p in
    /// `weights` on the way.
    #[inline(always)]
    fn softmax_backward<const N: usize, const DIRECT: bool>(&mut self) {
        let n = if N == 0 { self.inputs } else { N };
        // Taken out for the while, so that they can be written while `self` is read.
        let mut own = std::mem::replace(&mut self.backward, Backward::empty());
        for buffer in [&mut own.dcontent, &mut own.drows, &mut own.dcols, &mut own.dgroup] {
            buffer.fill(V::zero());
        }
        for x in 0..self.offsets.len() {
            for h in 0..self.outputs {
                self.position_factors::<DIRECT>(n, h, self.seen(h, x));
                let mut m = 0;
                while m < n {
                    m += if n - m >= 4 {
                        self.keys_backward::<4, DIRECT>(&mut own, n, x, h, m)
                    } else {
                        self.keys_backward::<1, DIRECT>(&mut own, n, x, h, m)
                    };
                }
            }
        }
        self.backward = own;
    }

    #[inline(always)]
    fn keys_backward<const M: usize, const DIRECT: bool>(
        &mut self,
        own: &mut Backward<V>,
        n: usize,
        x: usize,
        h: usize,
        first: usize,
    ) -> usize {
        let (rows, cols) = (self.rows.len() / n, self.cols.len() / n);
        let seen = self.seen(h, x);
        let mut sums = [V::zero(); M];
        let mut dp = [V::zero(); M];
        for (i, dp) in dp.iter_mut().enumerate() {
            *dp = at(&own.dp, (x * n + first + i) * self.outputs + h);
        }
        for g in self.layer.query_elements(h) {
            let mean = at(&own.inner, h * n + g);
            let mut db = V::zero();
            for i in 0..M {
                let m = first + i;
                let p = self.probability::<DIRECT>(n, x, h, g, m);
                let ds = p.mul(dp[i].sub(mean));
                sums[i] = sums[i].add(p);
                db = db.add(ds);
                update(&mut own.dcontent, (x * n + m) * n + g, |d| d.add(ds));
                update(&mut own.dgroup, g * self.entries + self.group_entry(n, h, g, m), |d| d.add(ds));
            }
            update(&mut own.drows, g * rows + seen.row as usize, |d| d.add(db));
            update(&mut own.dcols, g * cols + seen.col as usize, |d| d.add(db));
        }
        for (i, sum) in sums.into_iter().enumerate() {
            update(&mut self.weights, (x * n + first + i) * self.outputs + h, |_| sum);
        }
        M
    }

    /// What element h sees at the x-th offset that the tile visits.
    #[inline(always)]
    fn seen(&self, h: usize, x: usize) -> Seen {
        let (row, col) = at(&self.offsets, x);
        let [rows, cols] = self.geometry.window;
        at(&self.seen, (h * rows + row) * cols + col)
    }

    #[inline(always)]
    fn position(&self, g: usize, seen: Seen, join: impl Fn(V, V) -> V) -> V {
        let (rows, cols) = (self.rows.len() / self.inputs, self.cols.len() / self.inputs);
        join(at(&self.rows, g * rows + seen.row as usize), at(&self.cols, g * cols + seen.col as usize))
    }

    /// e^b, or b less what is to be subtracted from the whole sum.
    #[inline(always)]
    fn position_factor<const DIRECT: bool>(&self, h: usize, g: usize, seen: Seen) -> V {
        if DIRECT {
            self.position(g, seen, |row, col| row.add(col)).sub(self.shift[h * self.inputs + g])
        } else {
            self.position(g, seen, |row, col| row.mul(col))
        }
    }

    #[inline(always)]
    fn group_entry(&self, n: usize, h: usize, g: usize, m: usize) -> usize {
        if self.group_index.is_empty() { 0 } else { at(self.group_index, (h * n + g) * n + m) as usize }
    }

    #[inline(always)]
    fn group_factor(&self, n: usize, h: usize, g: usize, m: usize) -> V {
        at(&self.group, g * self.entries + self.group_entry(n, h, g, m))
    }

    /// p(h, g; x, m), after [`position_factors`](Self::position_factors).
    #[inline(always)]
    fn probability<const DIRECT: bool>(&self, n: usize, x: usize, h: usize, g: usize, m: usize) -> V {
        let a = at(&self.content, (x * n + m) * n + g);
        let b = at(&self.position, g);
        let c = self.group_factor(n, h, g, m);
        if DIRECT { a.add(b).add(c).exp().mul(at(&self.inverse, h * n + g)) } else { a.mul(b.mul(c)) }
    }
}
