//! Vectors in lists, tables and planes.

use crate::backend::cpu::real::Real as _;
use crate::backend::cpu::simd::Vector;

/// `list[i]`, for indices that the layout of a [`Tile`] keeps in range: every list has an entry for all the elements, offsets,
/// keys and coordinates of its layer, and the index tables are for these, which was checked before the layer began.
#[inline(always)]
pub(in super::super) fn at<X: Copy>(list: &[X], i: usize) -> X {
    debug_assert!(i < list.len());
    // SAFETY: as above; checked where debug assertions are on, which they are in tests.
    unsafe { *list.get_unchecked(i) }
}

/// `list[i] = f(list[i])`, for indices as in [`at`].
#[inline(always)]
pub(in super::super) fn update<X: Copy>(list: &mut [X], i: usize, f: impl FnOnce(X) -> X) {
    debug_assert!(i < list.len());
    // SAFETY: as in `at`.
    unsafe {
        let slot = list.get_unchecked_mut(i);
        *slot = f(*slot);
    }
}

/// `out[i] = Σ_c q[c] entries[i, c]`
#[inline(always)]
pub(in super::super) fn table_scores<'t, 'o, V: Vector + 'o>(
    q: &[V],
    entries: impl Iterator<Item = &'t [V::Scalar]>,
    out: impl Iterator<Item = &'o mut V>,
) {
    for (out, entry) in out.zip(entries) {
        let mut sum = V::zero();
        for (q, x) in q.iter().zip(entry) {
            sum = q.mul_add(V::splat(*x), sum);
        }
        *out = sum;
    }
}

/// Undoes [`table_scores`] of one entry: `dq[c] += d entry[c]`, `dentry[c] += d q[c]`.
#[cfg(feature = "train")]
#[inline(always)]
pub(in super::super) fn entry_backward<V: Vector>(d: V, q: &[V], entry: &[V::Scalar], dq: &mut [V], dentry: &mut [V]) {
    for c in 0..q.len() {
        dq[c] = d.mul_add(V::splat(entry[c]), dq[c]);
        dentry[c] = d.mul_add(q[c], dentry[c]);
    }
}

/// Undoes [`table_scores`] of all entries of a table, whose gradients `d` lie `step` apart.
#[cfg(feature = "train")]
#[inline(always)]
pub(super) fn table_backward<V: Vector>(
    q: &[V],
    table: &[V::Scalar],
    d: &[V],
    step: usize,
    dq: &mut [V],
    dtable: &mut [V],
) {
    let dim = q.len();
    for ((d, entry), dentry) in d.iter().step_by(step).zip(table.chunks_exact(dim)).zip(dtable.chunks_exact_mut(dim)) {
        entry_backward(*d, q, entry, dq, dentry);
    }
}

/// Two to the power of each number of `[entries, count]`, of which the largest of all entries is subtracted before.
#[inline(always)]
pub(super) fn exp_from_max<V: Vector>(values: &mut [V], count: usize) {
    let mut first = 0;
    while first < count {
        first += match count - first {
            4.. => exp_from_max_of::<V, 4>(values, first, count),
            _ => exp_from_max_of::<V, 1>(values, first, count),
        };
    }
}

/// `G` columns of [`exp_from_max`] from `first` on.
#[inline(always)]
fn exp_from_max_of<V: Vector, const G: usize>(values: &mut [V], first: usize, count: usize) -> usize {
    let mut largest = [V::splat(V::Scalar::of(f64::from(f32::MIN))); G];
    for line in values.chunks_exact(count) {
        for (largest, x) in largest.iter_mut().zip(&line[first..first + G]) {
            *largest = largest.max(*x);
        }
    }
    for line in values.chunks_exact_mut(count) {
        for (largest, x) in largest.iter().zip(&mut line[first..first + G]) {
            *x = x.sub(*largest).exp2();
        }
    }
    G
}

#[inline(always)]
pub(in super::super) fn load<V: Vector>(plane: &[V::Scalar], at: usize) -> V {
    assert!(at + V::LANES <= plane.len());
    // SAFETY: checked above.
    unsafe { V::load(plane.as_ptr().add(at)) }
}

#[inline(always)]
pub(in super::super) fn store<V: Vector>(plane: &mut [V::Scalar], at: usize, x: V) {
    assert!(at + V::LANES <= plane.len());
    // SAFETY: checked above.
    unsafe { x.store(plane.as_mut_ptr().add(at)) }
}
