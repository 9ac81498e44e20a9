//! The engine on the graphics card once more, in a worker, where the page runs it.
#![cfg(all(target_arch = "wasm32", feature = "gpu"))]
#![allow(dead_code, reason = "the window's tests use the rest")]

#[path = "../web/gpu.rs"]
mod gpu;
mod memory;
#[path = "../web/support.rs"]
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
