//! The engines once more in a worker, where the page runs them: the one on the processor always, and with the feature `gpu` the one on the
//! graphics card.
#![cfg(target_arch = "wasm32")]
#![allow(dead_code, reason = "the window's tests use the rest")]

#[cfg(feature = "gpu")]
#[path = "../web/gpu.rs"]
mod gpu;
#[cfg(feature = "gpu")]
mod memory;
#[path = "../web/model.rs"]
mod model;
#[path = "../web/support.rs"]
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// Seen in the list of tests where the others are not.
#[cfg(not(feature = "gpu"))]
#[wasm_bindgen_test::wasm_bindgen_test]
#[ignore = "SKIPPED the engine on the graphics card: it needs `-- --features gpu`"]
fn the_engine_on_the_graphics_card() {}
