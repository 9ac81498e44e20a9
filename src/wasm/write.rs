//! Values for JavaScript.

use js_sys::{Float32Array, JSON, Object, Reflect};
use ndarray::{Array2, ArrayRef, ArrayView3, Dimension};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

use super::records;
use crate::engine::{AttentionMap, Engine};
use crate::image::SIDE;
use crate::prediction::Prediction;
use crate::session::Session;
use crate::theory::{AttentionAsConvolution, Compared};
use crate::views::TurnError;

/// An object with typed arrays in it, which serde does not know.
fn object<'a>(properties: impl IntoIterator<Item = (&'a str, JsValue)>) -> Object {
    let object = Object::new();
    for (name, value) in properties {
        set(&object, name, &value);
    }
    object
}

/// Gives a new object a property more.
fn set(object: &Object, name: &str, value: &JsValue) {
    Reflect::set(object, &name.into(), value).expect("a new object takes any property");
}

fn count(number: usize) -> JsValue {
    JsValue::from_f64(number as f64)
}

/// A `Float32Array`, the last axis fastest.
fn floats<D: Dimension>(values: &ArrayRef<f32, D>) -> JsValue {
    Float32Array::from(&values.iter().copied().collect::<Vec<_>>()[..]).into()
}

/// `FeatureMaps`, of [N, H, W].
pub(super) fn maps(maps: ArrayView3<f32>) -> Object {
    let (elements, rows, cols) = maps.dim();
    object([("elements", count(elements)), ("rows", count(rows)), ("cols", count(cols)), ("maps", floats(&maps))])
}

/// `Prepared`, of [28, 28] where there is something to see.
pub(super) fn prepared(picture: Option<Array2<f32>>) -> Object {
    let empty = picture.is_none();
    let picture = picture.unwrap_or_else(|| Array2::zeros((SIDE, SIDE)));
    object([("pixels", floats(&picture)), ("empty", empty.into())])
}

/// `ModelInfo`
pub(super) fn info<E: Engine>(session: &Session<E>) -> Object {
    let info = json(&records::ModelInfo::of(session));
    // As text, since whole numbers beyond 2⁵³ have no form for serde here, while JavaScript reads them as the nearest it has.
    let training = session.model().training.as_ref().map(ToString::to_string);
    let training = JSON::parse(training.as_deref().unwrap_or("null")).expect("what was written as JSON is JSON");
    set(&info, "training", &training);
    info
}

/// `Prediction`
pub(super) fn prediction(answer: &Prediction) -> Object {
    json(&records::Prediction::of(answer))
}

/// `TurnError`
pub(super) fn turn_error(TurnError { error, resampling, difference }: &TurnError) -> Object {
    let (rows, cols) = difference.dim();
    let numbers = [("error", *error), ("resampling", *resampling)].map(|(name, value)| (name, f64::from(value).into()));
    object(numbers.into_iter().chain([
        ("rows", count(rows)),
        ("cols", count(cols)),
        ("difference", floats(difference)),
    ]))
}

/// `Evidence`, of [classes, N].
pub(super) fn evidence(evidence: &Array2<f32>) -> Object {
    let (classes, elements) = evidence.dim();
    object([("classes", count(classes)), ("elements", count(elements)), ("values", floats(evidence))])
}

/// `AttentionMap`
pub(super) fn attention(map: &AttentionMap) -> Object {
    let names = ["heads", "outputElements", "keyElements", "rows", "cols"];
    let sizes = names.into_iter().zip(map.probabilities.shape()).map(|(name, &size)| (name, count(size)));
    object(sizes.chain([("probabilities", floats(&map.probabilities))]))
}

/// `ConvolutionByAttention`
pub(super) fn compared(layer: &AttentionAsConvolution<f32>, compared: &Compared<f32>) -> Object {
    object([
        ("heads", count(layer.heads())),
        ("patterns", floats(&layer.patterns().mapv(|p| p as f32))),
        ("output", floats(&compared.output)),
        ("target", floats(&compared.target)),
        ("error", compared.error.into()),
    ])
}

/// What `JSON.parse` would make of the text of a value without whole numbers beyond 2⁵³, which serde does not hand over.
pub(super) fn json(value: &impl Serialize) -> Object {
    let value = value
        .serialize(&Serializer::json_compatible())
        .expect("such numbers, texts, lists and records all have a form");
    value.unchecked_into()
}
