//! Leaks, which show after many predictions.

use crate::gpu::gpu_model;
use crate::support::*;
use gsa_net::Model;
use gsa_net::config::GroupConfig;
use js_sys::Date;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

#[wasm_bindgen_test]
async fn ten_thousand_predictions_leave_memory_flat() {
    // As small as a network can be, since a software adapter answers.
    let model = Model::random(small(GroupConfig { rotations: 1, mirrors: false }, 4), 3);
    let gpu = gpu_model(&model.to_bytes()).await;
    let pixels = grey(16);
    let (mut before, start) = ((0.0, 0.0), Date::now());
    for i in 0..10_000 {
        assert!(gpu.predict(pixels.clone()).await.is_ok());
        if i == 9 {
            before = (memory(), gpu.buffer_bytes());
        }
    }
    console_log!("{:.2} ms for each of 10,000 predictions", (Date::now() - start) / 1e4);
    assert_eq!((memory(), gpu.buffer_bytes()), before);
}
