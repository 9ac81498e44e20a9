//! The softmax over the product of three factors, forward and backward; with `DIRECT` over the sum of three scores.

#![expect(clippy::needless_range_loop, reason = "blocks of registers are indexed alike in several arrays")]

use super::lanes::{at, update};
use super::{Backward, Head, Seen, Tile};
use crate::backend::cpu::simd::{Scalar, Vector};
use crate::layers::Real as _;

/// Up to so many key elements the group factors are spread out by output, query and key element: no index is looked up for each
/// product then. Beyond, they would not fit into the nearest cache.
pub(super) const SPREAD_ELEMENTS: usize = 4;

impl<V: Vector> Tile<'_, V> {
    /// The probabilities; `N` is the number of query elements where the compiler is to know it, else 0.
    #[inline(always)]
    pub(super) fn attend<const N: usize>(&mut self, head: Head<'_, V::Scalar>) {
        self.spread_group(if N == 0 { self.inputs } else { N });
        if self.normalise::<N, false, false>() {
            self.weigh::<N, false>();
        } else {
            self.factors(head);
            self.spread_group(self.inputs);
            self.find_shifts();
            self.normalise::<0, true, false>();
            self.weigh::<0, true>();
        }
    }

    /// As [`attend`](Self::attend), and the gradients of the scores.
    #[inline(always)]
    pub(super) fn attend_backward<const N: usize>(&mut self, head: Head<'_, V::Scalar>) {
        self.spread_group(if N == 0 { self.inputs } else { N });
        if self.normalise::<N, false, true>() {
            self.softmax_backward::<N, false>();
        } else {
            self.factors(head);
            self.spread_group(self.inputs);
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
                for x in 0..self.offsets {
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

    /// 1/Z for each (h, g), and with `GRADIENT` also Σ p dp and the gradients of the group scores. False if a sum of the
    /// products of factors is too small to be trusted.
    #[inline(always)]
    fn normalise<const N: usize, const DIRECT: bool, const GRADIENT: bool>(&mut self) -> bool {
        let n = if N == 0 { self.inputs } else { N };
        if GRADIENT {
            self.backward.dgroup.fill(V::zero());
        }
        let mut trusted = true;
        let mut h = 0;
        while h < self.outputs {
            let pair = self.shares_queries() && self.outputs - h >= 2;
            for g in self.layer.query_elements(h) {
                trusted &= if pair {
                    self.normalise_for::<2, DIRECT, GRADIENT>(n, h, g)
                } else {
                    self.normalise_for::<1, DIRECT, GRADIENT>(n, h, g)
                };
            }
            h += if pair { 2 } else { 1 };
        }
        trusted
    }

    /// Whether all output elements sum over the same query elements.
    #[inline(always)]
    fn shares_queries(&self) -> bool {
        self.layer.query_elements(0).len() == self.inputs
    }

    /// [`normalise`](Self::normalise) for `H` output elements from `h` on and one query element.
    #[inline(always)]
    fn normalise_for<const H: usize, const DIRECT: bool, const GRADIENT: bool>(
        &mut self,
        n: usize,
        h: usize,
        g: usize,
    ) -> bool {
        let mut z = [V::zero(); H];
        let mut z_dp = [V::zero(); H];
        let mut m = 0;
        while m < n {
            // Four key elements at a time stay in registers.
            m += if n - m >= 4 {
                self.key_sums::<H, 4, DIRECT, GRADIENT>(n, h, g, m, &mut z, &mut z_dp)
            } else {
                self.key_sums::<H, 1, DIRECT, GRADIENT>(n, h, g, m, &mut z, &mut z_dp)
            };
        }
        let mut trusted = true;
        for i in 0..H {
            trusted &= DIRECT || z[i].all_at_least(V::Scalar::SAFE_SUM);
            let inverse = V::splat(V::Scalar::of(1.0)).div(z[i]);
            update(&mut self.inverse, (h + i) * n + g, |_| inverse);
            if GRADIENT {
                let mean = z_dp[i].mul(inverse);
                update(&mut self.backward.inner, (h + i) * n + g, |_| mean);
                for m in 0..n {
                    // Σ_x p (dp − Σ p dp)
                    let [sum, sum_dp] = at(&self.backward.key_sums, i * n + m);
                    let ds = mean.mul(sum);
                    let ds = sum_dp.sub(ds).mul(inverse);
                    let entry = g * self.entries + self.group_entry(n, h + i, g, m);
                    update(&mut self.backward.dgroup, entry, |d| d.add(ds));
                }
            }
        }
        trusted
    }

    /// Σ_x of the products of the factors for `H` output and `M` key elements, without 1/Z; with `GRADIENT` also of the products
    /// with dp. Adds their sums over the key elements to `z` and `z_dp`.
    #[inline(always)]
    fn key_sums<const H: usize, const M: usize, const DIRECT: bool, const GRADIENT: bool>(
        &mut self,
        n: usize,
        h: usize,
        g: usize,
        m: usize,
        z: &mut [V; H],
        z_dp: &mut [V; H],
    ) -> usize {
        let outputs = self.outputs;
        let mut sums = [[V::zero(); M]; H];
        let mut sums_dp = [[V::zero(); M]; H];
        for x in 0..self.offsets {
            let mut a = [V::zero(); M];
            for j in 0..M {
                a[j] = at(&self.content, (x * n + m + j) * n + g);
            }
            for i in 0..H {
                let b = self.position_factor::<DIRECT>(h + i, g, self.seen(h + i, x));
                for j in 0..M {
                    if DIRECT || GRADIENT {
                        let e = if DIRECT {
                            a[j].add(b).add(self.group_factor(n, h + i, g, m + j)).exp2()
                        } else {
                            a[j].mul(b)
                        };
                        sums[i][j] = sums[i][j].add(e);
                        if GRADIENT {
                            let dp = at(&self.backward.dp, (x * n + m + j) * outputs + h + i);
                            sums_dp[i][j] = e.mul_add(dp, sums_dp[i][j]);
                        }
                    } else {
                        sums[i][j] = a[j].mul_add(b, sums[i][j]);
                    }
                }
            }
        }
        for i in 0..H {
            for j in 0..M {
                if !DIRECT {
                    // The group factor is the same for all x.
                    let c = self.group_factor(n, h + i, g, m + j);
                    sums[i][j] = sums[i][j].mul(c);
                    sums_dp[i][j] = sums_dp[i][j].mul(c);
                }
                z[i] = z[i].add(sums[i][j]);
                if GRADIENT {
                    z_dp[i] = z_dp[i].add(sums_dp[i][j]);
                    update(&mut self.backward.key_sums, i * n + m + j, |_| [sums[i][j], sums_dp[i][j]]);
                }
            }
        }
        M
    }

    /// The position factors of all query elements that `h` sums over, at offset `x`, with 1/Z multiplied in unless `DIRECT`.
    #[inline(always)]
    fn position_factors<const DIRECT: bool>(&mut self, n: usize, h: usize, seen: Seen) {
        for g in self.layer.query_elements(h) {
            let b = self.position_factor::<DIRECT>(h, g, seen);
            let b = if DIRECT { b } else { b.mul(at(&self.inverse, h * n + g)) };
            update(&mut self.position, h * n + g, |_| b);
        }
    }

    /// `weights[key, h] = Σ_g p(h, g; key)`.
    #[inline(always)]
    fn weigh<const N: usize, const DIRECT: bool>(&mut self) {
        let n = if N == 0 { self.inputs } else { N };
        for x in 0..self.offsets {
            for h in 0..self.outputs {
                self.position_factors::<DIRECT>(n, h, self.seen(h, x));
                let mut m = 0;
                while m < n {
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
                let m = first + i;
                let a = at(&self.content, (x * n + m) * n + g);
                *sum = if DIRECT {
                    sum.add(self.direct_probability(n, a, h, g, m))
                } else {
                    a.mul_add(self.weighted_factors(n, h, g, m), *sum)
                };
            }
        }
        for (i, sum) in sums.into_iter().enumerate() {
            update(&mut self.weights, (x * n + first + i) * self.outputs + h, |_| sum);
        }
        M
    }

    /// From dp to the gradients of the content and position scores: ds = p (dp − Σ p dp), summed over whatever shares a score.
    /// Leaves Σ_g p in `weights` on the way.
    #[inline(always)]
    fn softmax_backward<const N: usize, const DIRECT: bool>(&mut self) {
        let n = if N == 0 { self.inputs } else { N };
        // Taken out for the while, so that they can be written while `self` is read.
        let mut own = std::mem::replace(&mut self.backward, Backward::empty());
        for buffer in [&mut own.dcontent, &mut own.drows, &mut own.dcols] {
            buffer.fill(V::zero());
        }
        let shared = self.shares_queries();
        for x in 0..self.offsets {
            for h in 0..self.outputs {
                self.position_factors::<DIRECT>(n, h, self.seen(h, x));
            }
            let mut h = 0;
            while h < self.outputs {
                // Blocks of four output and four key elements stay in registers.
                let many = shared && self.outputs - h >= 4;
                let mut m = 0;
                while m < n {
                    m += match (many, n - m) {
                        (true, 4..) => self.keys_backward::<4, 4, DIRECT>(&mut own, n, x, h, m),
                        (true, _) => self.keys_backward::<4, 1, DIRECT>(&mut own, n, x, h, m),
                        (false, 4..) => self.keys_backward::<1, 4, DIRECT>(&mut own, n, x, h, m),
                        (false, _) => self.keys_backward::<1, 1, DIRECT>(&mut own, n, x, h, m),
                    };
                }
                h += if many { 4 } else { 1 };
            }
        }
        self.backward = own;
    }

    #[inline(always)]
    fn keys_backward<const H: usize, const M: usize, const DIRECT: bool>(
        &mut self,
        own: &mut Backward<V>,
        n: usize,
        x: usize,
        h: usize,
        m: usize,
    ) -> usize {
        let (rows, cols) = (self.rows.len() / n, self.cols.len() / n);
        let key = x * n + m;
        let mut sums = [[V::zero(); M]; H];
        for g in self.layer.query_elements(h) {
            let mut a = [V::zero(); M];
            for j in 0..M {
                a[j] = at(&self.content, (key + j) * n + g);
            }
            let mut da = [V::zero(); M];
            for i in 0..H {
                let mean = at(&own.inner, (h + i) * n + g);
                let mut db = V::zero();
                for j in 0..M {
                    let d = at(&own.dp, (key + j) * self.outputs + h + i).sub(mean);
                    if DIRECT {
                        let p = self.direct_probability(n, a[j], h + i, g, m + j);
                        sums[i][j] = sums[i][j].add(p);
                        da[j] = p.mul_add(d, da[j]);
                        db = p.mul_add(d, db);
                    } else {
                        // p = a w, and a is the same for all h.
                        let w = self.weighted_factors(n, h + i, g, m + j);
                        let wd = w.mul(d);
                        sums[i][j] = a[j].mul_add(w, sums[i][j]);
                        da[j] = da[j].add(wd);
                        db = a[j].mul_add(wd, db);
                    }
                }
                let seen = self.seen(h + i, x);
                update(&mut own.drows, g * rows + seen.row as usize, |d| d.add(db));
                update(&mut own.dcols, g * cols + seen.col as usize, |d| d.add(db));
            }
            for j in 0..M {
                let da = if DIRECT { da[j] } else { da[j].mul(a[j]) };
                update(&mut own.dcontent, (key + j) * n + g, |d| d.add(da));
            }
        }
        for i in 0..H {
            for j in 0..M {
                update(&mut self.weights, (key + j) * self.outputs + h + i, |_| sums[i][j]);
            }
        }
        M
    }

    /// What element h sees at the x-th offset that the tile visits.
    #[inline(always)]
    fn seen(&self, h: usize, x: usize) -> Seen {
        at(&self.seen_here, x * self.outputs + h)
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
        if n <= SPREAD_ELEMENTS {
            at(&self.group_spread, (h * n + g) * n + m)
        } else {
            at(&self.group, g * self.entries + self.group_entry(n, h, g, m))
        }
    }

    /// Brings `group` to where [`group_factor`](Self::group_factor) reads it.
    #[inline(always)]
    fn spread_group(&mut self, n: usize) {
        if n <= SPREAD_ELEMENTS {
            for h in 0..self.outputs {
                for g in 0..n {
                    for m in 0..n {
                        let c = at(&self.group, g * self.entries + self.group_entry(n, h, g, m));
                        update(&mut self.group_spread, (h * n + g) * n + m, |_| c);
                    }
                }
            }
        }
    }

    /// All of p(h, g; x, m) but the content factor, after [`position_factors`](Self::position_factors).
    #[inline(always)]
    fn weighted_factors(&self, n: usize, h: usize, g: usize, m: usize) -> V {
        at(&self.position, h * n + g).mul(self.group_factor(n, h, g, m))
    }

    /// p(h, g; x, m) from the content score `a`, after [`position_factors`](Self::position_factors) with `DIRECT`.
    #[inline(always)]
    fn direct_probability(&self, n: usize, a: V, h: usize, g: usize, m: usize) -> V {
        let score = a.add(at(&self.position, h * n + g)).add(self.group_factor(n, h, g, m));
        score.exp2().mul(at(&self.inverse, h * n + g))
    }
}
