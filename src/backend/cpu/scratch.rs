//! Memory of the kernels: lists that begin on a cache line, so that whole vectors do not straddle two, and that come from a pool,
//! to which they go back. An engine's second pass over a network finds there all that the first one needed.

use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::mem::{MaybeUninit, take};
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};

use super::simd::{Gapless, Scalar};

/// A cache line.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Line(#[expect(dead_code, reason = "read and written through pointers")] [u8; 64]);

/// Bytes that a pool keeps at most. A network that needs more asks for it in every pass.
const MOST_KEPT: usize = 256 << 20;

/// Memory that was zeroed when it was new, and has held values without gaps since: all of its bytes are initialised.
type Block = Vec<Line>;

thread_local! {
    /// The pool at work on this thread.
    static AT_WORK: RefCell<Option<Pool>> = const { RefCell::new(None) };
}

/// The lines of the blocks for lists of so many: the next of four steps from one power of two to the next.
fn class(lines: usize) -> usize {
    let step = lines.max(1).ilog2().saturating_sub(2);
    lines.next_multiple_of(1 << step)
}

/// Memory that waits to be used again.
#[derive(Default)]
pub(crate) struct Pool {
    /// From the smallest to the largest.
    blocks: Vec<Block>,
    /// Lines of all blocks.
    lines: usize,
}

impl Pool {
    /// Calls `f`. Lists that are made meanwhile on this thread take their memory from here, and leave it here.
    pub(crate) fn work<R>(&mut self, f: impl FnOnce() -> R) -> R {
        let before = AT_WORK.replace(Some(take(self)));
        let result = f();
        *self = AT_WORK.replace(before).unwrap_or_default();
        result
    }

    /// A block of just that class: each class has as many blocks as were in use at the same time, so that whoever does the same
    /// again finds all that it needs.
    fn take(&mut self, class: usize) -> Option<Block> {
        let at = self.blocks.partition_point(|block| block.capacity() < class);
        let fits = self.blocks.get(at).is_some_and(|block| block.capacity() == class);
        fits.then(|| {
            self.lines -= class;
            self.blocks.remove(at)
        })
    }

    fn put(&mut self, block: Block) {
        if (self.lines + block.capacity()) * size_of::<Line>() > MOST_KEPT {
            return;
        }
        self.lines += block.capacity();
        let at = self.blocks.partition_point(|other| other.capacity() < block.capacity());
        self.blocks.insert(at, block);
    }
}

/// Pools of whoever works on several threads: as many as have worked at the same time. Copies share them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pools(Arc<Mutex<Vec<Pool>>>);

impl Pools {
    /// As [`Pool::work`], with a pool that nobody works with.
    pub(crate) fn work<R>(&self, f: impl FnOnce() -> R) -> R {
        let free = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut pool = free().pop().unwrap_or_default();
        let result = pool.work(f);
        free().push(pool);
        result
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.blocks.iter().map(|block| block.capacity() * size_of::<Line>())).finish()
    }
}

/// A list of plain values, the first of them on a cache line. It grows up to the capacity that it was made with.
pub(crate) struct Scratch<X> {
    block: Block,
    length: usize,
    capacity: usize,
    of: PhantomData<X>,
}

impl<X: Gapless> Scratch<X> {
    /// An empty list that can take in `capacity` values.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        const { assert!(align_of::<X>() <= align_of::<Line>()) };
        let bytes = capacity.checked_mul(size_of::<X>()).expect("checked by the limits of a configuration");
        let class = class(bytes.div_ceil(size_of::<Line>()));
        let reused = AT_WORK.with_borrow_mut(|pool| pool.as_mut().and_then(|pool| pool.take(class)));
        let block = reused.unwrap_or_else(|| vec![Line([0; 64]); class]);
        Self { block, length: 0, capacity, of: PhantomData }
    }

    /// Adds a value. Panics where the list is full.
    #[inline]
    pub(crate) fn push(&mut self, x: X) {
        assert!(self.length < self.capacity, "a list of {} is full", self.capacity);
        // SAFETY: the block has room for `capacity` values of X, whose alignment is at most that of its lines.
        unsafe { self.block.as_mut_ptr().cast::<X>().add(self.length).write(x) };
        self.length += 1;
    }

    /// Forgets all values.
    pub(crate) fn clear(&mut self) {
        self.length = 0;
    }
}

impl<X: Gapless + Copy> Scratch<X> {
    /// `x`, so many times.
    pub(crate) fn filled(length: usize, x: X) -> Self {
        let mut list = Self::with_capacity(length);
        // SAFETY: the block has room for `length` values; uninitialised ones may be anything.
        let room: &mut [MaybeUninit<X>] =
            unsafe { std::slice::from_raw_parts_mut(list.block.as_mut_ptr().cast(), length) };
        room.fill(MaybeUninit::new(x));
        list.length = length;
        list
    }
}

impl<X: Gapless + Copy + Default> Scratch<X> {
    pub(crate) fn zeros(length: usize) -> Self {
        Self::filled(length, X::default())
    }
}

impl<T: Scalar> Scratch<T> {
    /// So many numbers, whatever they are: for those who write all of them.
    pub(crate) fn any(length: usize) -> Self {
        let mut list = Self::with_capacity(length);
        // The bytes of a block are initialised, and any bytes are a number.
        list.length = length;
        list
    }
}

impl<X> Drop for Scratch<X> {
    fn drop(&mut self) {
        let block = take(&mut self.block);
        if block.capacity() > 0 {
            // At the end of a thread there is no pool any more.
            let _ = AT_WORK.try_with(|pool| pool.borrow_mut().as_mut().map(|pool| pool.put(block)));
        }
    }
}

impl<X> Deref for Scratch<X> {
    type Target = [X];
    #[inline]
    fn deref(&self) -> &[X] {
        // SAFETY: the first `length` values were written by `push` or `filled`, or are numbers, see `any`.
        unsafe { std::slice::from_raw_parts(self.block.as_ptr().cast(), self.length) }
    }
}

impl<X> DerefMut for Scratch<X> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [X] {
        // SAFETY: as in `deref`.
        unsafe { std::slice::from_raw_parts_mut(self.block.as_mut_ptr().cast(), self.length) }
    }
}

impl<X: fmt::Debug> fmt::Debug for Scratch<X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self[..].fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lie_one_behind_the_other_from_a_cache_line_on() {
        for length in [0, 1, 15, 16, 17, 100] {
            let mut list = Scratch::<f64>::zeros(length);
            assert_eq!(list.len(), length);
            assert_eq!(list.as_ptr() as usize % 64, 0);
            list.iter_mut().enumerate().for_each(|(i, x)| *x = i as f64);
            assert!(list.iter().enumerate().all(|(i, x)| *x == i as f64));
        }
    }

    #[test]
    fn a_list_grows_up_to_its_capacity() {
        let mut list = Scratch::with_capacity(3);
        for round in 0..2 {
            list.clear();
            (0..3u32).for_each(|i| list.push([round, i]));
            assert_eq!(list[..], [[round, 0], [round, 1], [round, 2]]);
        }
        assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| list.push([0, 0]))).is_err());
    }

    #[test]
    fn classes_are_a_quarter_too_large_at_most() {
        assert_eq!([0, 1, 4, 5, 7, 8, 9, 10, 15, 17, 1000].map(class), [0, 1, 4, 5, 7, 8, 10, 10, 16, 20, 1024]);
        for lines in 1..2000 {
            assert!((lines..=lines + lines / 4).contains(&class(lines)), "{lines}");
            assert_eq!(class(class(lines)), class(lines));
        }
    }

    #[test]
    fn what_a_pool_was_left_is_used_again_and_new_values_are_as_asked() {
        let mut pool = Pool::default();
        let place = |list: &Scratch<f32>| list.as_ptr() as usize;
        let first = pool.work(|| {
            let (small, large) = (Scratch::filled(10, 1f32), Scratch::filled(1000, 1f32));
            [place(&small), place(&large)]
        });
        let again = pool.work(|| {
            let (large, small) = (Scratch::<f32>::zeros(999), Scratch::<f32>::any(16));
            assert!(small.iter().take(10).all(|x| *x == 1.0), "left as it was");
            assert!(large.iter().all(|x| *x == 0.0));
            [place(&small), place(&large)]
        });
        assert_eq!(first, again);
        assert_eq!(pool.blocks.len(), 2);
        // What is in use is not given away, and what is of another class is left for those who need it.
        pool.work(|| drop([Scratch::<f32>::zeros(16), Scratch::<f32>::zeros(16), Scratch::<f32>::zeros(500)]));
        assert_eq!(pool.blocks.len(), 4);
    }

    #[test]
    fn a_pool_keeps_no_more_than_its_limit() {
        let mut pool = Pool::default();
        for _ in 0..2 {
            pool.work(|| drop([100, 100, 100].map(|megabytes| Scratch::<u8>::with_capacity(megabytes << 20))));
            assert_eq!(pool.blocks.len(), 2);
            assert_eq!(pool.lines, pool.blocks.iter().map(Vec::capacity).sum::<usize>());
        }
    }

    #[test]
    fn pools_keep_apart() {
        let (mut outer, mut inner) = (Pool::default(), Pool::default());
        outer.work(|| {
            drop(Scratch::<u8>::zeros(1));
            inner.work(|| drop(Scratch::<u8>::zeros(1)));
            drop(Scratch::<u8>::zeros(1));
        });
        assert_eq!((outer.blocks.len(), inner.blocks.len()), (1, 1));
        // Without a pool it is given back.
        drop(Scratch::<u8>::zeros(1));
        AT_WORK.with_borrow(|pool| assert!(pool.is_none()));
    }
}
