//! What the tests share.

use gsa_net::config::GroupConfig;
use gsa_net::wasm::JsModel;
use gsa_net::{Config, Model};
use js_sys::{Array, Error, Float32Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsError, JsValue};

/// Rounding of f32 over a whole network: sums run in another order.
pub(crate) const ROUNDING: f64 = 1e-5;

/// The bytes of a published network with random weights.
pub(crate) fn model_bytes(name: &str) -> Vec<u8> {
    Model::random(Config::named(name).unwrap(), 7).to_bytes()
}

pub(crate) fn model(name: &str) -> JsModel {
    load(&model_bytes(name)).expect("a good model")
}

pub(crate) fn load(bytes: &[u8]) -> Result<JsModel, JsError> {
    JsModel::new(&Uint8Array::from(bytes), &JsValue::UNDEFINED)
}

/// A network of one transformer layer on pictures of `side`×`side` pixels.
pub(crate) fn small(group: GroupConfig, side: usize) -> Config {
    let config = Config {
        group,
        input: [1, side, side],
        channels: 8,
        heads: 1,
        window: 3,
        blocks: vec![1],
        expansion: vec![1],
        crop: vec![1],
        ..Config::named("r4_sa").unwrap()
    };
    config.validated().unwrap()
}

/// So many pixels of no meaning.
pub(crate) fn grey(pixels: usize) -> JsValue {
    Float32Array::from(&(0..pixels).map(|i| (i as f32 * 0.37).sin().abs()).collect::<Vec<_>>()[..]).into()
}

pub(crate) fn floats(numbers: &[f32]) -> JsValue {
    Float32Array::from(numbers).into()
}

/// Bytes of WebAssembly's memory, which never shrinks.
pub(crate) fn memory() -> f64 {
    number(&wasm_bindgen::memory(), "buffer.byteLength")
}

/// A digit of no symmetry, as its strokes.
pub(crate) fn seven() -> JsValue {
    strokes(&[&[[0.3, 0.2], [0.7, 0.2], [0.45, 0.85]], &[[0.4, 0.5], [0.65, 0.55]]])
}

pub(crate) fn strokes(strokes: &[&[[f64; 2]]]) -> JsValue {
    let point = |[x, y]: [f64; 2]| object(&[("x", x.into()), ("y", y.into())]);
    strokes.iter().map(|stroke| stroke.iter().copied().map(point).collect::<Array>()).collect::<Array>().into()
}

pub(crate) fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object.into()
}

/// The digit, turned by whole degrees, as its pixels.
pub(crate) fn seven_turned(degrees: f64) -> JsValue {
    let prepared = gsa_net::wasm::prepare_strokes(&seven(), degrees).expect("a good drawing");
    get(&prepared, "pixels")
}

/// A value a path of names and indices leads to.
pub(crate) fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').filter(|name| !name.is_empty()).fold(value.clone(), |value, name| {
        Reflect::get(&value, &name.into()).unwrap_or_else(|_| panic!("no `{name}` of `{path}`"))
    })
}

pub(crate) fn number(value: &JsValue, path: &str) -> f64 {
    get(value, path).as_f64().unwrap_or_else(|| panic!("`{path}` is not a number"))
}

pub(crate) fn text(value: &JsValue, path: &str) -> String {
    get(value, path).as_string().unwrap_or_else(|| panic!("`{path}` is not a string"))
}

/// The numbers of an array or a `Float32Array`.
pub(crate) fn numbers(value: &JsValue, path: &str) -> Vec<f64> {
    let value = get(value, path);
    match value.dyn_ref::<Float32Array>() {
        Some(array) => array.to_vec().into_iter().map(f64::from).collect(),
        None => value.unchecked_into::<Array>().iter().map(|number| number.as_f64().expect("a number")).collect(),
    }
}

/// What an expression of JavaScript is.
pub(crate) fn evaluate(code: &str) -> JsValue {
    Function::new_no_args(&format!("return {code}")).call0(&JsValue::NULL).unwrap()
}

/// The message of what must be an `Error`.
pub(crate) fn message<T>(result: Result<T, JsError>) -> String {
    let Err(error) = result else { panic!("expected an error") };
    let error: JsValue = error.into();
    let error = error.dyn_into::<Error>().expect("an Error");
    String::from(error.message())
}

/// Largest difference, relative to the largest number of `b`; NaN where there is one.
pub(crate) fn relative_difference(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    assert!(!b.is_empty());
    let largest = |values: &mut dyn Iterator<Item = f64>| {
        values.fold(0.0, |most: f64, value| if value.is_nan() || value > most { value } else { most })
    };
    let difference = largest(&mut a.iter().zip(b).map(|(a, b)| (a - b).abs()));
    difference / largest(&mut b.iter().map(|b| b.abs()))
}
