//! Memory of the kernels: lists that begin on a cache line, so that whole vectors do not straddle two, and that come from a pool,
//! to which they go back. An engine's second pass over a network finds there all that the first one needed.

use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::mem::{MaybeUninit, take};
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};

use bytemuck::Pod;

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

/// The number of a block that no pool keeps.
const NOBODYS: usize = usize::MAX;

/// Memory that waits to be used again, in the order in which it was used before: whoever does the same again finds all that it needs.
#[derive(Default)]
pub(crate) struct Pool {
    /// By their numbers; empty where they are in use.
    blocks: Vec<Block>,
    /// The number of the block that each list of the work before was given, one list after another.
    plan: Vec<usize>,
    /// How many lists were made in the work that goes on.
    made: usize,
    /// Lines of all blocks.
    lines: usize,
}

impl Pool {
    /// Calls `f`. Lists that are made meanwhile on this thread take their memory from here, and leave it here.
    pub(crate) fn work<R>(&mut self, f: impl FnOnce() -> R) -> R {
        self.made = 0;
        let before = AT_WORK.replace(Some(take(self)));
        let result = f();
        *self = AT_WORK.replace(before).unwrap_or_default();
        result
    }

    /// A block of so many lines or more, but not far more, with its number: as planned, else the smallest, else a new one.
    fn take(&mut self, lines: usize) -> (Block, usize) {
        let size = |number: &usize| self.blocks.get(*number).map_or(0, Vec::capacity);
        let fits = |number: &usize| (lines..=2 * lines).contains(&size(number));
        let smallest = || (0..self.blocks.len()).filter(fits).min_by_key(size);
        let old = self.plan.get(self.made).copied().filter(fits).or_else(smallest);
        let (block, number) = match old {
            Some(number) => (take(&mut self.blocks[number]), number),
            None if (self.lines + lines) * size_of::<Line>() > MOST_KEPT => (new_block(lines), NOBODYS),
            None => {
                self.lines += lines;
                self.blocks.push(Block::new());
                (new_block(lines), self.blocks.len() - 1)
            }
        };
        match self.plan.get_mut(self.made) {
            Some(planned) => *planned = number,
            None => self.plan.push(number),
        }
        self.made += 1;
        (block, number)
    }

    fn put(&mut self, block: Block, number: usize) {
        // It may be another pool's; then that one makes a new one.
        if let Some(place) = self.blocks.get_mut(number) {
            *place = block;
        }
    }
}

fn new_block(lines: usize) -> Block {
    vec![Line([0; 64]); lines]
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
    /// Of the block.
    number: usize,
    length: usize,
    capacity: usize,
    of: PhantomData<X>,
}

impl<X: Pod> Scratch<X> {
    /// An empty list that can take in `capacity` values.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        const { assert!(align_of::<X>() <= align_of::<Line>()) };
        let bytes = capacity.checked_mul(size_of::<X>()).expect("checked by the limits of a configuration");
        let lines = bytes.div_ceil(size_of::<Line>());
        let (block, number) = match lines {
            0 => (Block::new(), NOBODYS),
            _ => AT_WORK
                .with_borrow_mut(|pool| pool.as_mut().map(|pool| pool.take(lines)))
                .unwrap_or_else(|| (new_block(lines), NOBODYS)),
        };
        Self { block, number, length: 0, capacity, of: PhantomData }
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

impl<X: Pod> Scratch<X> {
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

impl<X: Pod + Default> Scratch<X> {
    pub(crate) fn zeros(length: usize) -> Self {
        Self::filled(length, X::default())
    }
}

impl<X: Pod> Scratch<X> {
    /// So many values, whatever they are: for those who write all of them.
    pub(crate) fn any(length: usize) -> Self {
        let mut list = Self::with_capacity(length);
        // The bytes of a block are initialised, and any bytes are a value.
        list.length = length;
        list
    }
}

impl<X> Drop for Scratch<X> {
    fn drop(&mut self) {
        if self.number != NOBODYS {
            let block = take(&mut self.block);
            // At the end of a thread there is no pool any more.
            let _ = AT_WORK.try_with(|pool| pool.borrow_mut().as_mut().map(|pool| pool.put(block, self.number)));
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

    fn place(list: &Scratch<f32>) -> usize {
        list.as_ptr() as usize
    }

    #[test]
    fn what_a_pool_was_left_is_used_again_and_new_values_are_as_asked() {
        let mut pool = Pool::default();
        let work = || {
            let (small, large) = (Scratch::filled(10, 1f32), Scratch::filled(1000, 1f32));
            [place(&small), place(&large)]
        };
        let first = pool.work(work);
        assert_eq!(first, pool.work(work));
        let again = pool.work(|| {
            let (large, small) = (Scratch::<f32>::zeros(999), Scratch::<f32>::any(16));
            assert!(small.iter().take(10).all(|x| *x == 1.0), "left as it was");
            assert!(large.iter().all(|x| *x == 0.0));
            [place(&small), place(&large)]
        });
        assert_eq!(first, again);
        assert_eq!(pool.blocks.len(), 2);
        // What is in use is not given away, and what is far too large is left for those who need it.
        pool.work(|| drop([Scratch::<f32>::zeros(16), Scratch::<f32>::zeros(16), Scratch::<f32>::zeros(400)]));
        assert_eq!(pool.blocks.len(), 4);
    }

    #[test]
    fn who_does_the_same_again_finds_all_that_it_needs() {
        // Without a plan the 600 would get the 900's block in the second round, the 900 the 1,000's, and the 1,000 none.
        let mut pool = Pool::default();
        let work = || {
            drop(Scratch::<f32>::zeros(1000));
            let six = Scratch::<f32>::zeros(600);
            let _nine = Scratch::<f32>::zeros(900);
            drop(six);
            drop(Scratch::<f32>::zeros(1000));
        };
        pool.work(work);
        let blocks = pool.blocks.len();
        for _ in 0..3 {
            pool.work(work);
            assert_eq!((pool.blocks.len(), pool.plan.len()), (blocks, 4));
        }
    }

    #[test]
    fn a_pool_keeps_no_more_than_its_limit() {
        let mut pool = Pool::default();
        for _ in 0..2 {
            pool.work(|| drop([100, 100, 100].map(|megabytes| Scratch::<u8>::with_capacity(megabytes << 20))));
            assert_eq!(pool.blocks.len(), 2);
        }
        assert_eq!(pool.lines, pool.blocks.iter().map(Vec::capacity).sum::<usize>());
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
