//! The softmax over the product of three factors, forward and backward; with `DIRECT` over the sum of three scores.
//!
//! `N` is the number of query and key elements where the compiler is to know it, else 0.

#![expect(clippy::needless_range_loop, reason = "blocks of registers are indexed alike in several arrays")]

use super::factors::View;
use super::lanes::{at, update};
use crate::backend::cpu::real::Real as _;
use crate::backend::cpu::scratch::Scratch;
use crate::backend::cpu::simd::{Scalar, Vector};

/// What is normalised by, and summed on the way.
pub(super) struct Normaliser<V> {
    /// `[h, g]`: 1 / Z.
    inverse: Scratch<V>,
    /// `[h, g]`: what is subtracted from the sum of scores, where it is exponentiated as a whole.
    pub(super) shift: Scratch<V>,
    /// `[h, g]`: position factors of one offset.
    position: Scratch<V>,
}

/// What only the backward pass needs.
#[cfg(feature = "train")]
pub(super) struct ScoreGradient<V> {
    /// `[key, h]`: gradient of Σ_g p, given.
    pub(super) dp: Scratch<V>,
    /// `[key, g]`
    pub(super) content: Scratch<V>,
    /// `[distinct rows, g]`
    pub(super) rows: Scratch<V>,
    /// `[distinct columns, g]`
    pub(super) cols: Scratch<V>,
    /// `[entry, g]`
    pub(super) group: Scratch<V>,
    /// `[h, g]`: Σ p dp.
    inner: Scratch<V>,
    /// `[2 h, m]`: sums over offsets for one g, of products of factors and of these with dp.
    key_sums: Scratch<[V; 2]>,
}

impl<V: Vector> Normaliser<V> {
    pub(super) fn new(inputs: usize, outputs: usize) -> Self {
        let [inverse, shift, position] = [0; 3].map(|_| Scratch::filled(outputs * inputs, V::zero()));
        Self { inverse, shift, position }
    }
}

#[cfg(feature = "train")]
impl<V: Vector> ScoreGradient<V> {
    /// Sizes of the factors: content, rows, columns, group; `weights` of the sums of probabilities.
    pub(super) fn new(inputs: usize, outputs: usize, sizes: [usize; 4], weights: usize) -> Self {
        let zeros = |n: usize| Scratch::filled(n, V::zero());
        let [content, rows, cols, group] = sizes.map(zeros);
        let (dp, inner) = (zeros(weights), zeros(outputs * inputs));
        Self { dp, content, rows, cols, group, inner, key_sums: Scratch::filled(2 * inputs, [V::zero(); 2]) }
    }
}

/// What a pass over the keys adds up beside Z: nothing, or what the backward pass needs.
pub(super) trait Sums<V: Vector> {
    /// Whether it adds up anything.
    const ANY: bool;
    /// Begins anew.
    fn begin(&mut self);
    /// The gradient of Σ_g p at a place of `[key, h]`.
    fn dp(&self, at: usize) -> V;
    /// Takes in the sums over offsets of the products of factors for one key element, and of these with dp.
    fn add(&mut self, at: usize, sums: [V; 2]);
    /// Takes in Σ e dp for h and g, where all key elements were added at `i`: `place` is [i, h, g].
    fn finish(&mut self, view: View<'_, V>, n: usize, place: [usize; 3], inverse: V, sum_dp: V);
}

/// Forward alone.
pub(super) struct ZAlone;

impl<V: Vector> Sums<V> for ZAlone {
    const ANY: bool = false;
    #[inline(always)]
    fn begin(&mut self) {}
    #[inline(always)]
    fn dp(&self, _: usize) -> V {
        V::zero()
    }
    #[inline(always)]
    fn add(&mut self, _: usize, _: [V; 2]) {}
    #[inline(always)]
    fn finish(&mut self, _: View<'_, V>, _: usize, _: [usize; 3], _: V, _: V) {}
}

#[cfg(feature = "train")]
impl<V: Vector> Sums<V> for ScoreGradient<V> {
    const ANY: bool = true;

    #[inline(always)]
    fn begin(&mut self) {
        self.group.fill(V::zero());
    }

    #[inline(always)]
    fn dp(&self, place: usize) -> V {
        at(&self.dp, place)
    }

    #[inline(always)]
    fn add(&mut self, place: usize, sums: [V; 2]) {
        update(&mut self.key_sums, place, |_| sums);
    }

    #[inline(always)]
    fn finish(&mut self, view: View<'_, V>, n: usize, [i, h, g]: [usize; 3], inverse: V, sum_dp: V) {
        let mean = sum_dp.mul(inverse);
        update(&mut self.inner, h * n + g, |_| mean);
        for m in 0..n {
            // Σ_x p (dp − Σ p dp)
            let [sum, sum_dp] = at(&self.key_sums, i * n + m);
            let ds = sum_dp.sub(mean.mul(sum)).mul(inverse);
            update(&mut self.group, view.entry(n, h, g, m) * n + g, |d| d.add(ds));
        }
    }
}

/// 1/Z for each (h, g), and where `sums` are asked for also Σ p dp and the gradients of the group scores. False if a sum of
/// the products of factors is too small to be trusted.
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) fn normalise<V: Vector, S: Sums<V>, const N: usize, const DIRECT: bool>(
    view: View<'_, V>,
    inputs: usize,
    normaliser: &mut Normaliser<V>,
    sums: &mut S,
) -> bool {
    let n = if N == 0 { inputs } else { N };
    sums.begin();
    let mut trusted = true;
    let mut h = 0;
    while h < view.outputs {
        let pair = view.shares_queries() && view.outputs - h >= 2;
        for g in view.query_elements(h) {
            trusted &= if pair {
                normalise_for::<V, S, 2, DIRECT>(view, n, h, g, normaliser, sums)
            } else {
                normalise_for::<V, S, 1, DIRECT>(view, n, h, g, normaliser, sums)
            };
        }
        h += if pair { 2 } else { 1 };
    }
    trusted
}

/// [`normalise`] for `H` output elements from `h` on and one query element.
#[inline(always)]
fn normalise_for<V: Vector, S: Sums<V>, const H: usize, const DIRECT: bool>(
    view: View<'_, V>,
    n: usize,
    h: usize,
    g: usize,
    normaliser: &mut Normaliser<V>,
    sums: &mut S,
) -> bool {
    let Normaliser { inverse, shift, .. } = normaliser;
    let mut z = [V::zero(); H];
    let mut z_dp = [V::zero(); H];
    let mut m = 0;
    while m < n {
        // Four key elements at a time stay in registers.
        m += if n - m >= 4 {
            key_sums::<V, S, H, 4, DIRECT>(view, n, h, g, m, shift, sums, &mut z, &mut z_dp)
        } else {
            key_sums::<V, S, H, 1, DIRECT>(view, n, h, g, m, shift, sums, &mut z, &mut z_dp)
        };
    }
    let mut trusted = true;
    for i in 0..H {
        trusted &= DIRECT || z[i].all_at_least(V::Scalar::SAFE_SUM);
        let one_by_z = V::splat(V::Scalar::of(1.0)).div(z[i]);
        update(inverse, (h + i) * n + g, |_| one_by_z);
        sums.finish(view, n, [i, h + i, g], one_by_z, z_dp[i]);
    }
    trusted
}

/// Adds Σ_x of the products of the factors for `H` output and `M` key elements to `z`, and where `sums` are asked for, of their products
/// with dp to `z_dp`.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a block of output and key elements, and two sums")]
fn key_sums<V: Vector, S: Sums<V>, const H: usize, const M: usize, const DIRECT: bool>(
    view: View<'_, V>,
    n: usize,
    h: usize,
    g: usize,
    m: usize,
    shift: &[V],
    asked: &mut S,
    z: &mut [V; H],
    z_dp: &mut [V; H],
) -> usize {
    let mut sums = [[V::zero(); M]; H];
    let mut sums_dp = [[V::zero(); M]; H];
    for x in 0..view.offsets {
        let mut a = [V::zero(); M];
        for j in 0..M {
            a[j] = view.content(n, g, x, m + j);
        }
        for i in 0..H {
            let b = view.position::<DIRECT>(n, g, view.seen(h + i, x));
            let b = if DIRECT { b.sub(at(shift, (h + i) * n + g)) } else { b };
            for j in 0..M {
                if !DIRECT && !S::ANY {
                    sums[i][j] = a[j].mul_add(b, sums[i][j]);
                    continue;
                }
                let e = if DIRECT { a[j].add(b).add(view.group(n, h + i, g, m + j)).exp2() } else { a[j].mul(b) };
                sums[i][j] = sums[i][j].add(e);
                if S::ANY {
                    sums_dp[i][j] = e.mul_add(asked.dp((x * n + m + j) * view.outputs + h + i), sums_dp[i][j]);
                }
            }
        }
    }
    for i in 0..H {
        for j in 0..M {
            // The group factor is the same for all x.
            let c = if DIRECT { V::zero() } else { view.group(n, h + i, g, m + j) };
            if !S::ANY {
                z[i] = if DIRECT { z[i].add(sums[i][j]) } else { sums[i][j].mul_add(c, z[i]) };
                continue;
            }
            if !DIRECT {
                (sums[i][j], sums_dp[i][j]) = (sums[i][j].mul(c), sums_dp[i][j].mul(c));
            }
            (z[i], z_dp[i]) = (z[i].add(sums[i][j]), z_dp[i].add(sums_dp[i][j]));
            asked.add(i * n + m + j, [sums[i][j], sums_dp[i][j]]);
        }
    }
    M
}

/// `weights[x, h] = p(h; x)` of a lifting layer, whose one query and one key element leave no group factor. False if a sum of
/// the products of factors is too small to be trusted.
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) fn lift<V: Vector>(view: View<'_, V>, weights: &mut [V]) -> bool {
    let mut trusted = true;
    let mut h = 0;
    while h < view.outputs {
        trusted &=
            if view.outputs - h >= 4 { lift_to::<V, 4>(view, h, weights) } else { lift_to::<V, 1>(view, h, weights) };
        h += if view.outputs - h >= 4 { 4 } else { 1 };
    }
    trusted
}

/// [`lift`] for `H` output elements from `h` on.
#[inline(always)]
fn lift_to<V: Vector, const H: usize>(view: View<'_, V>, h: usize, weights: &mut [V]) -> bool {
    let mut z = [V::zero(); H];
    for x in 0..view.offsets {
        let a = view.content(1, 0, x, 0);
        for i in 0..H {
            let e = a.mul(view.position::<false>(1, 0, view.seen(h + i, x)));
            z[i] = z[i].add(e);
            update(weights, x * view.outputs + h + i, |_| e);
        }
    }
    let trusted = z.iter().all(|z| z.all_at_least(V::Scalar::SAFE_SUM));
    let inverse = z.map(|z| V::splat(V::Scalar::of(1.0)).div(z));
    for x in 0..view.offsets {
        for i in 0..H {
            update(weights, x * view.outputs + h + i, |e| e.mul(inverse[i]));
        }
    }
    trusted
}

/// The position factors of all query elements that `h` sums over, at offset `x`, with 1/Z multiplied in unless `DIRECT`.
#[inline(always)]
fn position_factors<V: Vector, const DIRECT: bool>(
    view: View<'_, V>,
    n: usize,
    h: usize,
    x: usize,
    inverse: &[V],
    shift: &[V],
    position: &mut [V],
) {
    let seen = view.seen(h, x);
    for g in view.query_elements(h) {
        let b = view.position::<DIRECT>(n, g, seen);
        let b = if DIRECT { b.sub(at(shift, h * n + g)) } else { b.mul(at(inverse, h * n + g)) };
        update(position, h * n + g, |_| b);
    }
}

/// `weights[key, h] = Σ_g p(h, g; key)`, after [`normalise`].
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) fn weigh<V: Vector, const N: usize, const DIRECT: bool>(
    view: View<'_, V>,
    inputs: usize,
    normaliser: &mut Normaliser<V>,
    weights: &mut [V],
) {
    let n = if N == 0 { inputs } else { N };
    let Normaliser { inverse, shift, position } = normaliser;
    let (inverse, shift, position) = (&inverse[..], &shift[..], &mut position[..]);
    if N > 0 && !DIRECT && view.shares_queries() {
        return weigh_all::<V, N>(view, inverse, weights);
    }
    for x in 0..view.offsets {
        for h in 0..view.outputs {
            position_factors::<V, DIRECT>(view, n, h, x, inverse, shift, position);
            let mut m = 0;
            while m < n {
                m += if n - m >= 4 {
                    weigh_keys::<V, 4, DIRECT>(view, n, x, h, m, inverse, position, weights)
                } else {
                    weigh_keys::<V, 1, DIRECT>(view, n, x, h, m, inverse, position, weights)
                };
            }
        }
    }
}

/// [`weigh`] where every output element sums over all of `N` query elements: position factors stay in registers.
#[inline(always)]
fn weigh_all<V: Vector, const N: usize>(view: View<'_, V>, inverse: &[V], weights: &mut [V]) {
    for x in 0..view.offsets {
        for h in 0..view.outputs {
            let seen = view.seen(h, x);
            let mut b = [V::zero(); N];
            for g in 0..N {
                b[g] = view.position::<false>(N, g, seen).mul(at(inverse, h * N + g));
            }
            for m in 0..N {
                let mut sum = V::zero();
                for g in 0..N {
                    sum = view.content(N, g, x, m).mul_add(b[g].mul(view.group(N, h, g, m)), sum);
                }
                update(weights, (x * N + m) * view.outputs + h, |_| sum);
            }
        }
    }
}

#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a block of key elements, and lists")]
fn weigh_keys<V: Vector, const M: usize, const DIRECT: bool>(
    view: View<'_, V>,
    n: usize,
    x: usize,
    h: usize,
    first: usize,
    inverse: &[V],
    position: &[V],
    weights: &mut [V],
) -> usize {
    let mut sums = [V::zero(); M];
    for g in view.query_elements(h) {
        let b = at(position, h * n + g);
        for i in 0..M {
            let (a, c) = (view.content(n, g, x, first + i), view.group(n, h, g, first + i));
            sums[i] = if DIRECT {
                sums[i].add(a.add(b).add(c).exp2().mul(at(inverse, h * n + g)))
            } else {
                a.mul_add(b.mul(c), sums[i])
            };
        }
    }
    for i in 0..M {
        update(weights, (x * n + first + i) * view.outputs + h, |_| sums[i]);
    }
    M
}

/// From dp to the gradients of the content and position scores: ds = p (dp − Σ p dp), summed over whatever shares a score.
/// Leaves Σ_g p in `weights` on the way. After [`normalise`] with the gradient.
#[cfg(feature = "train")]
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub(super) fn backward<V: Vector, const N: usize, const DIRECT: bool>(
    view: View<'_, V>,
    inputs: usize,
    normaliser: &mut Normaliser<V>,
    gradient: &mut ScoreGradient<V>,
    weights: &mut [V],
) {
    let n = if N == 0 { inputs } else { N };
    for buffer in [&mut gradient.content, &mut gradient.rows, &mut gradient.cols] {
        buffer.fill(V::zero());
    }
    let Normaliser { inverse, shift, position } = normaliser;
    let (inverse, shift, position) = (&inverse[..], &shift[..], &mut position[..]);
    let shared = view.shares_queries();
    for x in 0..view.offsets {
        for h in 0..view.outputs {
            position_factors::<V, DIRECT>(view, n, h, x, inverse, shift, position);
        }
        let mut h = 0;
        while h < view.outputs {
            // Blocks of four output and four key elements.
            let many = shared && view.outputs - h >= 4;
            let mut m = 0;
            while m < n {
                m += match (many, n - m) {
                    (true, 4..) => {
                        backward_block::<V, 4, 4, DIRECT>(view, n, x, h, m, inverse, position, gradient, weights)
                    }
                    (true, _) => {
                        backward_block::<V, 4, 1, DIRECT>(view, n, x, h, m, inverse, position, gradient, weights)
                    }
                    (false, 4..) => {
                        backward_block::<V, 1, 4, DIRECT>(view, n, x, h, m, inverse, position, gradient, weights)
                    }
                    (false, _) => {
                        backward_block::<V, 1, 1, DIRECT>(view, n, x, h, m, inverse, position, gradient, weights)
                    }
                };
            }
            h += if many { 4 } else { 1 };
        }
    }
}

#[cfg(feature = "train")]
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a block of output and key elements, and lists")]
fn backward_block<V: Vector, const H: usize, const M: usize, const DIRECT: bool>(
    view: View<'_, V>,
    n: usize,
    x: usize,
    h: usize,
    m: usize,
    inverse: &[V],
    position: &[V],
    gradient: &mut ScoreGradient<V>,
    weights: &mut [V],
) -> usize {
    let ScoreGradient { dp, content, rows, cols, inner, .. } = gradient;
    let (dp, inner) = (&dp[..], &inner[..]);
    let (content, rows, cols) = (&mut content[..], &mut rows[..], &mut cols[..]);
    let key = x * n + m;
    let mut sums = [[V::zero(); M]; H];
    for g in view.query_elements(h) {
        let mut a = [V::zero(); M];
        for j in 0..M {
            a[j] = view.content(n, g, x, m + j);
        }
        let mut da = [V::zero(); M];
        for i in 0..H {
            let (mean, b) = (at(inner, (h + i) * n + g), at(position, (h + i) * n + g));
            let mut db = V::zero();
            for j in 0..M {
                let d = at(dp, (key + j) * view.outputs + h + i).sub(mean);
                let c = view.group(n, h + i, g, m + j);
                if DIRECT {
                    let p = a[j].add(b).add(c).exp2().mul(at(inverse, (h + i) * n + g));
                    sums[i][j] = sums[i][j].add(p);
                    da[j] = p.mul_add(d, da[j]);
                    db = p.mul_add(d, db);
                } else {
                    // p = a w, and a is the same for all h.
                    let w = b.mul(c);
                    let wd = w.mul(d);
                    sums[i][j] = a[j].mul_add(w, sums[i][j]);
                    da[j] = da[j].add(wd);
                    db = a[j].mul_add(wd, db);
                }
            }
            let seen = view.seen(h + i, x);
            update(rows, seen.row as usize * n + g, |d| d.add(db));
            update(cols, seen.col as usize * n + g, |d| d.add(db));
        }
        for j in 0..M {
            let da = if DIRECT { da[j] } else { da[j].mul(a[j]) };
            update(content, (key + j) * n + g, |d| d.add(da));
        }
    }
    for i in 0..H {
        for j in 0..M {
            update(weights, (key + j) * view.outputs + h + i, |_| sums[i][j]);
        }
    }
    M
}
