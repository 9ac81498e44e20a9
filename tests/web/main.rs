//! The interface to JavaScript, tried in a browser: `cargo xtask test --only web`.
#![cfg(target_arch = "wasm32")]

#[cfg(feature = "gpu")]
mod gpu;
mod model;
mod prepare;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
