//! A pass over a network finds all the memory that it needs where the one before it left it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::hint::black_box;

use gsa_net::backend::cpu::Isa;
use gsa_net::session::Session;
use gsa_net::{Config, CpuEngine, Model};
use ndarray::Array3;

thread_local! {
    /// How often this thread has asked for memory.
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

fn count() {
    ASKED.with(|asked| asked.set(asked.get() + 1));
}

// SAFETY: everything is left to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: the caller's promises.
        unsafe { System.alloc(layout) }
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: the caller's promises.
        unsafe { System.alloc_zeroed(layout) }
    }
    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: the caller's promises.
        unsafe { System.realloc(memory, layout, size) }
    }
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: the caller's promises.
        unsafe { System.dealloc(memory, layout) }
    }
}

/// How often `f` asks for memory.
fn asked(mut f: impl FnMut()) -> usize {
    let before = ASKED.get();
    f();
    ASKED.get() - before
}

/// Every kind of attention: shared among elements and frame by frame, lifting alone, with mirrors, with a window that is clipped.
fn configs() -> Vec<Config> {
    let named = |name: &str| Config::named(name).unwrap();
    let global = |name: &str| {
        Config { window: 0, input: [1, 12, 12], crop: vec![0; named(name).crop.len()], ..named(name) }
            .validated()
            .unwrap()
    };
    vec![named("z2_sa"), named("r4_sa"), named("r8f_sa"), global("r4m_sa"), global("r4f_sa")]
}

fn picture([channels, rows, cols]: [usize; 3], seed: usize) -> Array3<f32> {
    Array3::from_shape_fn((channels, rows, cols), |(_, row, col)| ((row * 7 + col * 3 + seed) % 10) as f32 / 10.0)
}

#[test]
fn asking_for_memory_is_noticed() {
    assert_eq!(asked(|| drop(black_box(Box::new(1)))), 1);
    assert_eq!(asked(|| drop(black_box(vec![0u8; 100]))), 1);
    assert_eq!(asked(|| ()), 0);
}

#[test]
fn after_the_first_pass_none_asks_for_memory() {
    for config in configs() {
        for isa in Isa::available() {
            let name = config.name();
            let engine = CpuEngine::with_isa(&Model::random(config.clone(), 1), isa);
            let passes = [0, 1, 2, 3].map(|seed| {
                let picture = picture(config.input, seed);
                asked(|| engine.run_layer_by_layer(picture.view(), |_| ()).unwrap())
            });
            assert!(passes[0] > 0, "{name}, {isa:?}: {passes:?}");
            assert_eq!(passes[1..], [0; 3], "{name}, {isa:?}");
        }
    }
}

#[test]
fn after_the_first_prediction_each_asks_for_its_answer_alone() {
    for config in configs() {
        let name = config.name();
        let session = Session::new(Model::random(config.clone(), 1));
        let predictions = [0, 1, 2].map(|seed| {
            let pixels = picture(config.input, seed).into_raw_vec_and_offset().0;
            asked(|| drop(session.predict(&pixels).unwrap()))
        });
        assert!(predictions[0] > 20, "{name}: {predictions:?}");
        // Logits and probabilities.
        assert!(predictions[1..].iter().all(|asked| (2..=4).contains(asked)), "{name}: {predictions:?}");
    }
}
