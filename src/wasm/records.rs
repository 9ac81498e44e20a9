//! The records that JavaScript is given, as `types.d.ts` and `gpu.d.ts` describe them.

use serde::Serialize;

use crate::engine::Engine;
use crate::prediction::Prediction as Answer;
use crate::session::Session;

#[derive(Serialize)]
pub(super) struct ModelInfo<'a> {
    name: &'a str,
    group: GroupInfo,
    parameters: usize,
    input: InputInfo,
    layers: Vec<LayerInfo<'a>>,
    exact: bool,
    #[serde(rename = "whyInexact")]
    why_inexact: Option<String>,
}

#[derive(Serialize)]
struct GroupInfo {
    name: String,
    order: usize,
    elements: Vec<ElementInfo>,
}

#[derive(Serialize)]
struct ElementInfo {
    index: usize,
    name: String,
    degrees: f64,
    mirror: bool,
}

#[derive(Serialize)]
struct InputInfo {
    channels: usize,
    rows: usize,
    cols: usize,
}

#[derive(Serialize)]
struct LayerInfo<'a> {
    index: usize,
    name: &'a str,
    channels: usize,
    elements: usize,
    rows: usize,
    cols: usize,
    attention: bool,
}

#[derive(Serialize)]
pub(super) struct Prediction<'a> {
    digit: usize,
    logits: &'a [f32],
    probabilities: &'a [f32],
}

impl<'a> ModelInfo<'a> {
    pub(super) fn of<E: Engine>(session: &'a Session<E>) -> Self {
        let model = session.model();
        let group = model.config.group();
        let [channels, rows, cols] = model.config.input_shape();
        let elements = session.elements().into_iter().enumerate().map(|(index, element)| ElementInfo {
            index,
            name: element.name,
            degrees: element.degrees,
            mirror: element.mirror,
        });
        let layers = session.layers().iter().enumerate().map(|(index, layer)| LayerInfo {
            index,
            name: &layer.name,
            channels: layer.channels,
            elements: layer.elements,
            rows: layer.size[0],
            cols: layer.size[1],
            attention: layer.attention.is_some(),
        });
        let why_inexact = model.config.why_inexact();
        Self {
            name: model.config.name(),
            group: GroupInfo { name: group.name(), order: group.order(), elements: elements.collect() },
            parameters: model.config.parameter_count(),
            input: InputInfo { channels, rows, cols },
            layers: layers.collect(),
            exact: why_inexact.is_none(),
            why_inexact,
        }
    }
}

impl<'a> Prediction<'a> {
    pub(super) fn of(answer: &'a Answer) -> Self {
        Self { digit: answer.digit, logits: &answer.logits, probabilities: &answer.probabilities }
    }
}
