//! The theorems, for figures.

use js_sys::Object;
use ndarray::ArrayView3;
use wasm_bindgen::prelude::*;

use super::{read, write};
use crate::engine::CpuEngine;
use crate::error::Error;
use crate::group::Group;
use crate::theory::{AttentionAsConvolution, Form, GroupConvolution, NetworkByAttention, Weights};

/// The places of a filter, 3×3.
const PLACES: usize = 9;

/// The largest side of a map.
const MAX_SIDE: usize = 64;

/// Theorem 1: runs an attention layer that is made to be a convolution of the group of quarter turns, beside that convolution.
///
/// ```js
/// await init();
/// const { pixels } = prepareStrokes([[{ x: 0.5, y: 0.1 }, { x: 0.5, y: 0.9 }]], 0);
/// const edges = new Float32Array([-1, 0, 1, -2, 0, 2, -1, 0, 1]);
/// console.log(convolutionByAttention(pixels, edges, 8, false, false).error < 1e-2); // true
/// console.log(convolutionByAttention(pixels, edges, 2, true, false).error < 1e-5); // true
/// ```
///
/// @param maps - a square picture of at most 64×64, or such a map for each of the four elements, in one list
/// @param filter - 3×3 numbers, for maps `[4, 3, 3]`
/// @param alpha - how sharply each head looks at its neighbour, 0 to 1024
/// @param solved - whether the weights behind the heads are solved for, and not the filter's own numbers
/// @param frames - whether elements meet behind nine heads, and not in 36; for maps alone
/// @param without - a head that is taken away
/// @throws Error for lists of other lengths, numbers that are not finite, and weights that can not be solved for
#[wasm_bindgen(js_name = convolutionByAttention, unchecked_return_type = "ConvolutionByAttention")]
pub fn convolution_by_attention(
    #[wasm_bindgen(unchecked_param_type = "Float32Array")] maps: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Float32Array")] filter: &JsValue,
    alpha: f64,
    solved: bool,
    frames: bool,
    without: Option<f64>,
) -> Result<Object, JsError> {
    let group = Group::cyclic(4)?;
    let shape = || Error::Input("expected a 3×3 filter and a square map, or four of each, one after the other".into());
    let filter = read::floats("numbers of the filter", filter, |length| {
        [PLACES, PLACES * group.order()].contains(&length).then_some(()).ok_or_else(shape)
    })?;
    let elements = filter.len() / PLACES;
    let side = |length: usize| ((length / elements) as f64).sqrt() as usize;
    let maps = read::floats("maps", maps, |length| {
        let fits = (1..=MAX_SIDE).contains(&side(length)) && side(length).pow(2) * elements == length;
        fits.then_some(()).ok_or_else(shape)
    })?;
    if !maps.iter().all(|x| x.is_finite()) {
        return Err(Error::Input("a number of the maps is not finite".into()).into());
    }
    let size = [side(maps.len()); 2];
    let filter = filter.into_iter().map(f64::from).collect();
    let convolution = GroupConvolution::of_numbers(group, [1, 1, elements, 3], filter)?;
    let (form, alpha, weights, without) = setup(alpha, solved, frames, without)?;
    let layer = AttentionAsConvolution::<f32>::new(convolution, form, alpha, weights, without)?;
    let (output, target, error) = layer.compared(&maps, size);
    Ok(write::object(write::compared(&layer, &output, &target, error)))
}

/// How attention is made to be a convolution.
type Setup = (Form, f64, Weights, Option<usize>);

pub(super) fn setup(alpha: f64, solved: bool, frames: bool, without: Option<f64>) -> Result<Setup, Error> {
    let form = if frames { Form::Frames } else { Form::Together };
    let weights = if solved { Weights::Solved } else { Weights::Filter };
    Ok((form, alpha, weights, without.map(|head| read::index("head", head)).transpose()?))
}

/// `NetworkByAttention`
pub(super) fn by_attention(
    engine: &CpuEngine,
    pixels: &[f32],
    layer: f64,
    (form, alpha, weights, without): Setup,
) -> Result<Object, JsError> {
    let layer = read::index("layer", layer)?;
    let [channels, rows, cols] = engine.config().input;
    let image = ArrayView3::from_shape((channels, rows, cols), pixels).expect("as many pixels as were asked for");
    let network = NetworkByAttention::new(engine, form, alpha, weights, without)?;
    let compared = network.compare(image, layer)?;
    Ok(write::networks_compared(network.layer(layer)?, &compared)?)
}
