//! The engine on the graphics card, by WebGPU; shared by the tests in a window and those in a worker.
//!
//! No adapter is a failure here: the browser of these tests is started with one (webdriver.json).

use crate::support::*;
use gsa_net::config::{Config, GroupConfig};
use gsa_net::engine::Options;
use gsa_net::wasm::JsGpuModel;
use gsa_net::{CpuEngine, Gpu, GpuEngine, Model};
use js_sys::{Float32Array, Uint8Array};
use ndarray::Array4;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// f32 against f32 through five layers: sums run in another order, and exponentials may be some units in the last place off.
const GPU_AGAINST_CPU: f64 = 5e-5;

pub(crate) async fn gpu_model(bytes: &[u8]) -> JsGpuModel {
    match JsGpuModel::create(Uint8Array::from(bytes).into(), JsValue::UNDEFINED).await {
        Ok(model) => model,
        Err(error) => panic!("{}", message::<()>(Err(error))),
    }
}

#[wasm_bindgen_test]
async fn the_card_answers_as_the_cpu_does_and_tells_its_name() {
    for name in ["r4_sa", "z2_sa", "r4m_sa", "r8f_sa"] {
        let bytes = model_bytes(name);
        let (cpu, gpu) = (load(&bytes).ok().unwrap(), gpu_model(&bytes).await);
        let pixels = seven_turned(20.0);
        let expected: JsValue = cpu.predict(&pixels).ok().unwrap().into();
        let found: JsValue = gpu.predict(pixels).await.ok().unwrap().into();
        let difference = relative_difference(&numbers(&found, "logits"), &numbers(&expected, "logits"));
        assert!(difference <= GPU_AGAINST_CPU, "{name}: {difference}");
        for layer in [0.0, 3.0, 7.0] {
            let [a, b]: [JsValue; 2] =
                [gpu.feature_maps(layer, 2.0).ok().unwrap().into(), cpu.feature_maps(layer, 2.0).ok().unwrap().into()];
            let difference = relative_difference(&numbers(&a, "maps"), &numbers(&b, "maps"));
            assert!(difference <= 10.0 * GPU_AGAINST_CPU, "{name} layer {layer}: {difference}");
        }
        let adapter: JsValue = gpu.adapter_info().into();
        assert!(text(&adapter, "name").contains("swiftshader"), "{}", text(&adapter, "name"));
        let time = gpu.gpu_milliseconds();
        assert!(get(&adapter, "timestamps") == JsValue::FALSE || time.is_some_and(|ms| ms > 0.0), "{time:?}");
        console_log!("{name}: {} {time:?} ms, {} KB", text(&adapter, "name"), gpu.buffer_bytes() / 1e3);
    }
}

#[wasm_bindgen_test]
async fn a_batch_is_answered_as_its_pictures_are_and_errors_are_measured() {
    let gpu = gpu_model(&model_bytes("r4_sa")).await;
    let angles = [0.0, 90.0, 33.0];
    let mut all = vec![];
    for angle in angles {
        all.extend(numbers(&seven_turned(angle), "").into_iter().map(|x| x as f32));
    }
    let together: JsValue = gpu.predict_batch(Float32Array::from(&all[..]).into()).await.ok().unwrap().into();
    for (i, angle) in angles.into_iter().enumerate() {
        let alone: JsValue = gpu.predict(seven_turned(angle)).await.ok().unwrap().into();
        assert_eq!(numbers(&together, &format!("{i}.logits")), numbers(&alone, "logits"));
    }
    let error = gpu.equivariance_error(seven_turned(0.0), 3.0, 1.0, false).await.ok().unwrap();
    assert!(error <= 3.0 * ROUNDING as f32, "{error}");
    let error: JsValue = gpu.turn_error(seven_turned(0.0), seven_turned(90.0), 3.0, 90.0).await.ok().unwrap().into();
    assert!(number(&error, "error") <= 1e-3, "{}", number(&error, "error"));
    assert!(message(gpu.predict(Float32Array::new_with_length(7).into()).await).contains("7 pixels"));
    assert!(message(gpu.predict(JsValue::NULL).await).contains("Float32Array"));
    assert!(message(gpu.predict_batch(Float32Array::new_with_length(785).into()).await).contains("785"));
}

#[wasm_bindgen_test]
async fn the_card_tells_where_a_pixel_looks_as_the_cpu_does() {
    for (name, layer) in [("r4_sa", 1.0), ("r8f_sa", 2.0)] {
        let bytes = model_bytes(name);
        let (cpu, gpu) = (load(&bytes).ok().unwrap(), gpu_model(&bytes).await);
        let (predicted, other) = (seven_turned(20.0), seven_turned(70.0));
        assert!(gpu.predict(predicted.clone()).await.is_ok());
        for pixels in [predicted, other] {
            for (row, col) in [(13.0, 12.0), (0.0, 13.0)] {
                let found: JsValue = gpu.attention(pixels.clone(), layer, row, col).await.ok().unwrap().into();
                let expected: JsValue = cpu.attention(&pixels, layer, row, col).ok().unwrap().into();
                for size in ["heads", "outputElements", "keyElements", "rows", "cols"] {
                    assert_eq!(number(&found, size), number(&expected, size));
                }
                let [a, b] = [&found, &expected].map(|map| numbers(map, "probabilities"));
                let difference = relative_difference(&a, &b);
                assert!(difference <= GPU_AGAINST_CPU, "{name}: {difference}");
            }
        }
        assert!(message(gpu.attention(seven_turned(0.0), layer, 28.0, 0.0).await).contains("28"));
        assert!(message(gpu.attention(JsValue::NULL, 0.0, 0.0, 0.0).await).contains("Float32Array"));
    }
}

#[wasm_bindgen_test]
async fn the_self_test_passes_and_a_planted_wrong_kernel_fails_it() {
    let gpu = gpu_model(&model_bytes("r4_sa")).await;
    let test: JsValue = gpu.self_test().await.ok().unwrap().into();
    assert_eq!(get(&test, "passed"), JsValue::TRUE, "{}", number(&test, "difference"));
    console_log!("largest difference {:e} in {}", number(&test, "difference"), text(&test, "layer"));

    let model = Model::random(Config::named("r4_sa").unwrap(), 7);
    let cpu = CpuEngine::new(&model);
    let plant = |name: &str, source: String| {
        if name == "norm" { source.replace("1.0 + exp(-z)", "1.1 + exp(-z)") } else { source }
    };
    let device = Gpu::open().await.unwrap();
    let options = Options { tamper: Some(&plant), ..Options::default() };
    let wrong = GpuEngine::with_options(&device, &model, options).await.unwrap().self_test(&cpu).await.unwrap();
    assert!(!wrong.passed(), "{wrong:?}");
    device.destroy();
}

#[wasm_bindgen_test]
async fn a_shader_that_is_refused_is_an_error_and_no_panic() {
    let model = Model::random(Config::named("z2_sa").unwrap(), 7);
    let device = Gpu::open().await.unwrap();
    let broken = |_: &str, source: String| source + "nonsense";
    let options = Options { tamper: Some(&broken), ..Options::default() };
    let error = GpuEngine::with_options(&device, &model, options).await.unwrap_err();
    assert!(error.to_string().starts_with("graphics card"), "{error}");
    device.destroy();
}

#[wasm_bindgen_test]
async fn more_elements_than_lavapipe_can_loop_over_are_answered() {
    let model = Model::random(small(GroupConfig { rotations: 64, mirrors: true }, 4), 3);
    let picture = Array4::from_shape_fn((1, 1, 4, 4), |(.., i, j)| (i * 7 + j * 3) as f32 / 60.0);
    let device = Gpu::open().await.unwrap();
    let engine = GpuEngine::on(&device, &model).await.unwrap();
    let found = engine.trace(picture.view()).await.unwrap();
    let expected = CpuEngine::new(&model).trace(picture.view()).unwrap();
    assert!(found.layers.len() == expected.layers.len() && found.layers.len() > 1);
    for (a, b) in found.layers.iter().zip(&expected.layers) {
        let [a, b] = [a, b].map(|maps| maps.iter().map(|x| f64::from(*x)).collect::<Vec<_>>());
        let difference = relative_difference(&a, &b);
        assert!(difference <= GPU_AGAINST_CPU, "{difference}");
    }
    device.destroy();
}

#[wasm_bindgen_test]
async fn two_predictions_at_once_do_not_disturb_each_other() {
    let gpu = gpu_model(&model_bytes("z2_sa")).await;
    let expected: JsValue = gpu.predict(seven_turned(0.0)).await.ok().unwrap().into();
    let (first, second) = futures_join(gpu.predict(seven_turned(0.0)), gpu.predict(seven_turned(0.0))).await;
    let first: JsValue = first.ok().unwrap().into();
    assert_eq!(numbers(&first, "logits"), numbers(&expected, "logits"));
    assert!(message(second).contains("wait"));
    let again: JsValue = gpu.predict(seven_turned(0.0)).await.ok().unwrap().into();
    assert_eq!(numbers(&again, "logits"), numbers(&expected, "logits"));
}

/// Polls both until both are done.
async fn futures_join<A, B>(a: impl Future<Output = A>, b: impl Future<Output = B>) -> (A, B) {
    use std::task::Poll;
    let (mut a, mut b) = (Box::pin(a), Box::pin(b));
    let (mut of_a, mut of_b) = (None, None);
    std::future::poll_fn(|context| {
        if of_a.is_none()
            && let Poll::Ready(value) = a.as_mut().poll(context)
        {
            of_a = Some(value);
        }
        if of_b.is_none()
            && let Poll::Ready(value) = b.as_mut().poll(context)
        {
            of_b = Some(value);
        }
        match (of_a.take(), of_b.take()) {
            (Some(a), Some(b)) => Poll::Ready((a, b)),
            (left, right) => {
                (of_a, of_b) = (left, right);
                Poll::Pending
            }
        }
    })
    .await
}

#[wasm_bindgen_test]
async fn a_lost_card_leaves_nothing_waiting_and_is_opened_again() {
    let bytes = model_bytes("z2_sa");
    let gpu = gpu_model(&bytes).await;
    assert!(gpu.predict(seven_turned(0.0)).await.is_ok() && gpu.lost().is_none());
    let waiting = gpu.predict(seven_turned(0.0));
    let (waited, ()) = futures_join(waiting, async { gpu.lose_device() }).await;
    // It may have been done by then.
    if let Err(error) = waited {
        let error = format!("{:?}", JsValue::from(error));
        assert!(error.contains("graphics card"), "{error}");
    }
    let error = message(gpu.predict(seven_turned(0.0)).await);
    assert!(error.contains("graphics card") && error.contains("lost"), "{error}");
    assert!(gpu.lost().is_some());
    assert!(gpu_model(&bytes).await.predict(seven_turned(0.0)).await.is_ok());
}

#[wasm_bindgen_test]
async fn a_batch_leaves_the_buffers_that_single_predictions_need() {
    let model = Model::random(small(GroupConfig { rotations: 4, mirrors: false }, 8), 3);
    let gpu = gpu_model(&model.to_bytes()).await;
    let mut bytes = vec![];
    for _ in 0..2 {
        assert!(gpu.predict(grey(64)).await.is_ok());
        bytes.push(gpu.buffer_bytes());
        assert!(gpu.predict_batch(grey(5 * 64)).await.is_ok());
        bytes.push(gpu.buffer_bytes());
    }
    assert!(bytes[0] < bytes[1], "{bytes:?}");
    assert_eq!(bytes[2..], [bytes[1]; 2]);
}
