//! Values for JavaScript.

use js_sys::{Float32Array, JSON, Object, Reflect, Uint8Array};
use ndarray::{Array2, ArrayRef, ArrayView3, Dimension};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

use super::records;
use crate::engine::{AttentionMap, AttentionParts, Engine, Tables};
use crate::error::Error;
use crate::image::SIDE;
use crate::prediction::Prediction;
use crate::session::Session;
use crate::theory::{AttentionAsConvolution, NetworksCompared};
use crate::views::TurnError;

/// An object with typed arrays in it, which serde does not know.
pub(super) fn object<'a>(properties: impl IntoIterator<Item = (&'a str, JsValue)>) -> Object {
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
pub(super) fn attention(AttentionMap { probabilities, window }: &AttentionMap) -> Object {
    let names = ["heads", "outputElements", "keyElements", "rows", "cols", "windowRows", "windowCols"];
    let sizes =
        names.into_iter().zip(probabilities.shape().iter().chain(window)).map(|(name, &size)| (name, count(size)));
    object(sizes.chain([("probabilities", floats(probabilities))]))
}

/// `AttentionParts`
pub(super) fn attention_parts(parts: &AttentionParts) -> Object {
    let AttentionParts { inside, content, rows, cols, group, queries, outputs, bias } = parts;
    let names = ["heads", "outputElements", "queryElements", "windowRows", "windowCols", "channels"];
    let sizes = names.into_iter().zip(rows.shape().iter().copied().chain([bias.len()]));
    let sizes = sizes.map(|(name, size)| (name, count(size)));
    let inside: Vec<u8> = inside.iter().map(|inside| u8::from(*inside)).collect();
    object(sizes.chain([
        ("inside", Uint8Array::from(&inside[..]).into()),
        ("content", floats(content)),
        ("rows", floats(rows)),
        ("cols", floats(cols)),
        ("group", floats(group)),
        ("queries", floats(queries)),
        ("outputs", floats(outputs)),
        ("bias", floats(bias)),
    ]))
}

/// `Encoding`, of so many coordinates, one at least.
pub(super) fn encoding(Tables { rows, cols }: &Tables<f32>, coordinates: usize) -> Object {
    let numbers = |of: &[f32]| Float32Array::from(of).into();
    object([
        ("rowChannels", count(rows.len() / coordinates)),
        ("colChannels", count(cols.len() / coordinates)),
        ("rows", numbers(rows)),
        ("cols", numbers(cols)),
    ])
}

/// `ConvolutionByAttention`
pub(super) fn compared(
    layer: &AttentionAsConvolution<f32>,
    output: &[f32],
    target: &[f64],
    error: f64,
) -> [(&'static str, JsValue); 5] {
    let single = |numbers: &[f64]| -> JsValue {
        let numbers: Vec<f32> = numbers.iter().map(|x| *x as f32).collect();
        Float32Array::from(&numbers[..]).into()
    };
    [
        ("heads", count(layer.heads())),
        ("patterns", single(&layer.looks().numbers)),
        ("output", Float32Array::from(output).into()),
        ("target", single(target)),
        ("error", error.into()),
    ]
}

/// `NetworkByAttention`
pub(super) fn networks_compared(
    layer: &AttentionAsConvolution<f32>,
    NetworksCompared { size: [rows, cols], output, target, error, logits, expected }: &NetworksCompared,
) -> Result<Object, Error> {
    let fields = compared(layer, output, target, *error).into_iter().chain([
        ("rows", count(*rows)),
        ("cols", count(*cols)),
        ("prediction", prediction(&Prediction::from_logits(logits)?).into()),
        ("own", prediction(&Prediction::from_logits(expected)?).into()),
    ]);
    Ok(object(fields))
}

/// What `JSON.parse` would make of the text of a value without whole numbers beyond 2⁵³, which serde does not hand over.
pub(super) fn json(value: &impl Serialize) -> Object {
    let value = value
        .serialize(&Serializer::json_compatible())
        .expect("such numbers, texts, lists and records all have a form");
    value.unchecked_into()
}
