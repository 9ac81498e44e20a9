//! Vectors in lists, tables and planes.

use crate::backend::cpu::simd::Vector;
use crate::layers::Real as _;

/// `list[i]`, for indices that the layout of a [`Tile`] keeps in range: every list has an entry for all the elements, offsets,
/// keys and coordinates of its layer, and the index tables were built for these.
#[inline(always)]
pub(super) fn at<X: Copy>(list: &[X], i: usize) -> X {
    debug_assert!(i < list.len());
    // SAFETY: as above; checked where debug assertions are on, which they are in tests.
    unsafe { *list.get_unchecked(i) }
}

/// `list[i] = f(list[i])`, for indices as in [`at`].
#[inline(always)]
pub(super) fn update<X: Copy>(list: &mut [X], i: usize, f: impl FnOnce(X) -> X) {
    debug_assert!(i < list.len());
    // SAFETY: as in `at`.
    unsafe {
        let slot = list.get_unchecked_mut(i);
        *slot = f(*slot);
    }
}

/// Line `g` of `count` equal lines.
#[inline(always)]
pub(super) fn line<V>(table: &[V], g: usize, count: usize) -> &[V] {
    let n = table.len() / count;
    &table[g * n..(g + 1) * n]
}

#[inline(always)]
pub(super) fn line_mut<V>(table: &mut [V], g: usize, count: usize) -> &mut [V] {
    let n = table.len() / count;
    &mut table[g * n..(g + 1) * n]
}

/// `out[entry] = Σ_c q[c] table[entry, c]`
#[inline(always)]
pub(super) fn table_scores<V: Vector>(q: &[V], table: &[V::Scalar], out: &mut [V]) {
    for (out, entry) in out.iter_mut().zip(table.chunks_exact(q.len())) {
        let mut sum = V::zero();
        for (q, x) in q.iter().zip(entry) {
            sum = q.mul_add(V::splat(*x), sum);
        }
        *out = sum;
    }
}

/// Undoes [`table_scores`]: `dq[c] += Σ_entry d[entry] table[entry, c]`, `dtable[entry, c] += d[entry] q[c]`.
#[inline(always)]
pub(super) fn table_backward<V: Vector>(q: &[V], table: &[V::Scalar], d: &[V], dq: &mut [V], dtable: &mut [V]) {
    let dim = q.len();
    for ((d, entry), dentry) in d.iter().zip(table.chunks_exact(dim)).zip(dtable.chunks_exact_mut(dim)) {
        for c in 0..dim {
            dq[c] = d.mul_add(V::splat(entry[c]), dq[c]);
            dentry[c] = d.mul_add(q[c], dentry[c]);
        }
    }
}

/// Every `step`-th vector from `first` on: two to its power, the largest subtracted before.
#[inline(always)]
pub(super) fn exp_from_max<V: Vector>(values: &mut [V], first: usize, step: usize) {
    let mut largest = V::splat(V::Scalar::of(f64::from(f32::MIN)));
    for x in values.iter().skip(first).step_by(step) {
        largest = largest.max(*x);
    }
    for x in values.iter_mut().skip(first).step_by(step) {
        *x = x.sub(largest).exp2();
    }
}

#[inline(always)]
pub(super) fn load<V: Vector>(plane: &[V::Scalar], at: usize) -> V {
    assert!(at + V::LANES <= plane.len());
    // SAFETY: checked above.
    unsafe { V::load(plane.as_ptr().add(at)) }
}

#[inline(always)]
pub(super) fn store<V: Vector>(plane: &mut [V::Scalar], at: usize, x: V) {
    assert!(at + V::LANES <= plane.len());
    // SAFETY: checked above.
    unsafe { x.store(plane.as_mut_ptr().add(at)) }
}
